"""How is a command tried? In this process, with a database of its own, its output read back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from lsn_data.cli import main


@dataclass(frozen=True)
class Answer:
    """What a command gave back."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on standard output; anything beside it fails."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("history", "--json")` with an empty database in English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LSN_DB", str(tmp_path / "store" / "lsn.duckdb"))
    monkeypatch.setenv("LSN_TRACEBACK", "1")

    def command(*arguments: str | Path) -> Answer:
        capsys.readouterr()
        status = main([str(one) for one in arguments])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return command


@pytest.fixture
def filled(run: Run, tmp_path: Path, demo_file: Path) -> Run:
    """The same with the demo."""
    (tmp_path / "store").mkdir()
    shutil.copy(demo_file, tmp_path / "store" / "lsn.duckdb")
    return run


@pytest.fixture
def survey(tmp_path: Path) -> Callable[..., Path]:
    """A small survey file with three items; each keyword changes what matters to a test."""

    def file(name: str = "answers.csv", rows: int = 12, **changes: str) -> Path:
        question = "Please rank from 1 (highest priority) to 3 (lowest priority)."
        items = ("Increasing visibility", "Strengthening innovative power", "Skilled workers")
        lines = [",".join(["Timestamp", "Sector", *(f"{question} [{item}]" for item in items), "Comment"])]
        orders = ("1,2,3", "2,1,3", "3,1,2", "1,3,2")
        for n in range(rows):
            sector = changes.get("sector", ("Biotechnology", "Pharmaceuticals")[n % 2])
            comment = changes.get("comment", f"answer {n}")
            lines.append(f"2025-05-{n % 28 + 1:02} 10:00:00,{sector},{orders[n % 4]},{comment}")
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return file
