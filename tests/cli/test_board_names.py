"""Do odd names on the command line end in words, and is nothing frozen whose file cannot be written?"""

from __future__ import annotations

from pathlib import Path

import pytest

from lsn_data.store import editions, open_store
from tests.cli.conftest import Run


@pytest.mark.parametrize("option", ["--edition", "--pack"])
def test_a_name_with_half_a_sign_is_told_like_any_other_that_is_not_there(
    run: Run, tmp_path: Path, option: str
) -> None:
    told = run("board", "--out", tmp_path / "x.xlsx", option, "April \udcff")
    assert told.status in (1, 2)
    assert "There is no" in told.err
    assert "mistake of the product" not in told.err


def test_an_edition_is_not_frozen_where_its_file_cannot_be_written(run: Run, tmp_path: Path) -> None:
    assert run("board", "--out", tmp_path / "no folder" / "x.xlsx", "--freeze", "April").status == 2
    with open_store(tmp_path / "store" / "lsn.duckdb") as store:
        assert editions(store) == []
    assert run("board", "--out", tmp_path / "x.xlsx", "--freeze", "").status == 1
    assert not (tmp_path / "x.xlsx").exists()
