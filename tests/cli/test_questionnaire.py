"""Do the commands tell the further questions of a survey, beside what they told before?"""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

SAMPLE = Path(__file__).parents[1] / "samples" / "surveys" / "limesurvey_fulltext_de.csv"


def test_an_import_lists_the_further_questions(run: Run) -> None:
    (file,) = run("import", str(SAMPLE), "--json").json["files"]
    assert [one["kind"] for one in file["answers"]] == [*["likert"] * 3, "multi", "multi", "number", "text"]
    events = file["answers"][0]
    assert (events["row"], events["topic"], events["answered"]) == ("Veranstaltungen & Netzwerk", "satisfaction", 57)
    assert [option["value"] for option in events["options"]] == [1, 2, 3, 4, 5]


def test_the_answers_to_the_further_questions_stand_in_the_order_of_the_respondents(run: Run) -> None:
    run("import", str(SAMPLE), "--json")
    found = run("answers", "--json").json
    assert len(found["respondents"]) == 57
    assert {len(one["answers"]) for one in found["questions"]} == {57}
    by_kind = {one["kind"]: one["answers"] for one in found["questions"]}
    assert by_kind["multi"][0] == ["Innovationskraft stärken", "Life-Science-Region ausbauen"]
    assert by_kind["number"][0] == 12.0
    assert found["questions"][0]["answers"][0] == "eher zufrieden"
