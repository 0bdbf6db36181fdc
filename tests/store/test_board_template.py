"""Is the office's template kept as it came in, one at a time, and forgotten with everything else?"""

from __future__ import annotations

from pathlib import Path

import pytest

from lsn_data.errors import NotAllowed
from lsn_data.store import forget_all, forget_template, keep_template, open_store, template_of


def test_a_template_is_kept_with_its_name_its_moment_and_who_brought_it(tmp_path: Path) -> None:
    with open_store(tmp_path / "kept.duckdb") as store:
        assert template_of(store) is None
        keep_template(store, b"PK\x00\xff", r"C:\Users\erika\Corporate.potx", "office")
    with open_store(tmp_path / "kept.duckdb") as store:
        data, file, at, by = template_of(store) or (b"", "", None, "")
        assert (data, file, by) == (b"PK\x00\xff", "Corporate.potx", "office")
        assert at is not None


def test_a_new_template_takes_the_place_of_the_one_before() -> None:
    with open_store(":memory:") as store:
        keep_template(store, b"one", "one.pptx", "office")
        keep_template(store, b"two", "two.pptx", "office")
        kept = template_of(store)
        assert kept is not None
        assert (kept.data, kept.file) == (b"two", "two.pptx")


def test_a_template_goes_when_it_is_forgotten_and_when_everything_is() -> None:
    with open_store(":memory:") as store:
        keep_template(store, b"one", "one.pptx", "office")
        forget_template(store, "office")
        assert template_of(store) is None
        keep_template(store, b"one", "one.pptx", "office")
        forget_all(store, actor="office")
        assert template_of(store) is None


def test_nobody_without_a_name_may_change_the_template() -> None:
    with open_store(":memory:") as store:
        for change in (lambda: keep_template(store, b"", "x.pptx", ""), lambda: forget_template(store, "")):
            with pytest.raises(NotAllowed):
                change()
