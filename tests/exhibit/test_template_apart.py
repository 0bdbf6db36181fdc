"""Is a template looked at in a process of its own, whose end does the server no harm?"""

from __future__ import annotations

from pathlib import Path

import pytest

from lsn_data.errors import Refused
from lsn_data.exhibit.slide import template_apart
from lsn_data.exhibit.slide.template import checked
from lsn_data.exhibit.slide.template_apart import checked_apart
from tests.exhibit.templates import branded


def test_the_process_of_its_own_gives_what_the_door_gives() -> None:
    assert checked_apart(branded(), "office.potx") == checked(branded(), "office.potx")
    with pytest.raises(Refused) as caught:
        checked_apart(b"no template", "office.potx")
    assert caught.value.cause == "not-powerpoint"


@pytest.mark.parametrize(
    ("script", "cause"), [("import os; os.abort()", "damaged"), ("import time; time.sleep(9)", "too-much")]
)
def test_a_file_that_kills_or_holds_its_reader_is_refused_in_words(
    script: str, cause: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "child.py"
    child.write_text(script, encoding="utf-8")
    monkeypatch.setattr(template_apart, "CHILD", child)
    monkeypatch.setattr(template_apart, "SECONDS", 0.5)
    with pytest.raises(Refused) as caught:
        checked_apart(branded(), "office.potx")
    assert caught.value.cause == cause
