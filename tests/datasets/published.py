"""How are the published files read in tests? As plain CSV, by nothing of the product."""

from __future__ import annotations

import csv
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "datasets" / "published"

Rows = list[dict[str, str]]


def rows(name: str) -> Rows:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def several(cell: str) -> list[str]:
    return cell.split(";") if cell else []


def assert_plain(name: str, fields: str) -> None:
    raw = (FOLDER / name).read_bytes()
    assert raw.decode("utf-8").splitlines()[0] == fields
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert all(None not in row and None not in row.values() for row in rows(name)), "a row has too many or few cells"
