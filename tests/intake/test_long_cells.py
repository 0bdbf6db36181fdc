"""Are cells of 40,000 letters read in a time that grows with their length alone?"""

from __future__ import annotations

import time

import pytest

from lsn_data.intake import read_register
from lsn_data.intake.alike import alike

PROSE = "Wort und Satz, mit Zeichen. " * 1429


@pytest.mark.parametrize(
    ("kind", "heads"),
    [("members", "member,sector"), ("projects", "project,partners")],
    ids=["values of a list", "lists of names"],
)
def test_pages_of_prose_in_cells_are_read_at_once_and_told(kind: str, heads: str) -> None:
    rows = [f'Name {at},"{at} {PROSE}"' for at in range(30)]
    began = time.monotonic()
    found = read_register("\n".join([heads, *rows]).encode(), "prose.csv", kind)
    assert time.monotonic() - began < 2
    assert "long-cells" in {one.kind for one in found.problems}


def test_a_paragraph_is_no_name_written_otherwise() -> None:
    assert alike(PROSE, ["Wort und Satz", "Zeichen"]) == []
