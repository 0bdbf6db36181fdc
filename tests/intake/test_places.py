"""Is every cell that a problem is about named, not only the first?"""

from __future__ import annotations

from lsn_data.intake import read_register, read_survey
from lsn_data.intake.report import Place, Problem, Reading

QUESTION = "Please rank from 1 (highest priority) to 3."
HEADS = ",".join(["Sector", *(f"{QUESTION} [{theme}]" for theme in ("Visibility", "Innovation", "Skilled workers"))])


def told(reading: Reading, kind: str) -> Problem:
    return next(one for one in reading.problems if one.kind == kind)


def test_every_wrong_place_of_a_survey_is_named_with_its_row_and_column() -> None:
    rows = ["Biotechnology,1,2,3", "Pharma,9,1,2", "Pharma,1,x,2"] + ["Pharma,3,1,2", "Pharma,2,1,3"] * 4
    found = told(read_survey("\n".join([HEADS, *rows]).encode(), "a.csv"), "not-a-place")
    assert found.count == 2
    assert [(one.row, one.number, one.value) for one in found.places] == [(3, 2, "9"), (4, 3, "x")]
    assert found.at(found.places[1]).column.endswith("[Innovation]")


def test_every_wrong_cell_of_a_register_is_named_with_its_row_and_column() -> None:
    content = b"member,state,joined\nA GmbH,HH,soon\nB GmbH,HH,2020\nC GmbH,HH,later\n"
    found = told(read_register(content, "members.csv", "members"), "not-a-date")
    assert found.places == (Place(2, 3, "joined", "soon"), Place(4, 3, "joined", "later"))
