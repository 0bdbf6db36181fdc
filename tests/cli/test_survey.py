"""Does `survey` tell the further questions as the page does, and hide what it hides?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

SAMPLE = Path(__file__).parents[1] / "samples" / "surveys" / "limesurvey_fulltext_de.csv"


@pytest.fixture
def imported(run: Run) -> Run:
    run("import", SAMPLE, "--wave", "2026", "--asked", "300")
    return run


def test_each_question_has_its_base_its_distribution_and_its_mean_with_range(imported: Run) -> None:
    found = imported("survey", "--wave", "2026", "--json").json
    assert (found["wave"], found["asked"], found["answered"]) == ("2026", 300, 57)
    events = found["questions"][0]
    assert (events["row"], events["n"], events["suppressed"]) == ("Veranstaltungen & Netzwerk", 57, None)
    assert [one["count"] for one in events["distribution"]] == [1, 9, 11, 24, 12]
    assert events["mean"]["value"] == pytest.approx((1 + 18 + 33 + 96 + 60) / 57)
    assert events["mean"]["low"] < events["mean"]["value"] < events["mean"]["high"]
    assert events["top"]["value"] == pytest.approx(36 / 57)
    by_kind = {one["kind"]: one for one in found["questions"]}
    assert by_kind["multi"]["n"] == 57
    assert by_kind["number"]["median"] == 4
    assert by_kind["text"]["n"] == 20
    assert "distribution" not in by_kind["text"]
    assert found["satisfaction"]["from"] == "mean of offers"


def test_the_kpi_has_the_value_of_the_survey(imported: Run) -> None:
    figure = imported("survey", "--json").json["satisfaction"]["value"]
    kpi = next(one for one in imported("kpis", "--json").json["kpis"] if one["kpi"] == "member-satisfaction")
    assert [(one["origin"], one["value"]) for one in kpi["values"]] == [("computed", round(figure, 2))]


def test_few_answers_are_suppressed_with_a_reason(run: Run, tmp_path: Path) -> None:
    rows = [f"1,2,3,{'Very satisfied' if n < 3 else ''},{n if n < 4 else ''}" for n in range(12)]
    heads = "Skilled workers,Increasing visibility,Focusing internationalisation,How satisfied are you overall?,Years?"
    file = tmp_path / "few.csv"
    file.write_text("\n".join([heads, *rows]), encoding="utf-8")
    assert run("import", file, "--wave", "2026").status == 0
    found = run("survey", "--json").json
    assert found["satisfaction"] is None
    assert [bool(one["suppressed"]) for one in found["questions"]] == [True] * len(found["questions"])
    assert "Very satisfied" not in run("survey", "--json").out


def test_plain_text_names_each_question_with_its_result(imported: Run) -> None:
    told = imported("survey").out
    assert "Beratung & Service" in told
    assert "4.1 (3.9–4.3)" in told
    assert "Delegationsreisen 63%" in told
