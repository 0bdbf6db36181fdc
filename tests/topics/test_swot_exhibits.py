"""Do the exhibits of the SWOT say what its rows hold, with the finding first, in both languages, without codes?"""

from __future__ import annotations

import re

import pytest

from lsn_data.board import Pick, draw
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit, Way
from lsn_data.exhibit.flow import layout
from lsn_data.exhibit.on_page import html
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import DARK, LIGHT
from lsn_data.exhibit.quadrants import panels
from lsn_data.language import Language
from lsn_data.store import Store, register_rows
from lsn_data.topics.registers.answer import listing
from tests.topics.swot_made import bring

EN, DE = Language("en"), Language("de")
NAMES = ("swot", "swot-broken", "tows", "swot-flow")
CODE = re.compile(r"\b(threat|strength-|visibility-\d|innovation-\d|lsn-2030|non-institutional)|\w_\w")


def drawn(store: Store, name: str = "swot", say: Language = EN, **filters: str) -> Exhibit:
    return draw(store, Pick.of(name, **filters), say)


def linked(store: Store, *rows: list[object]) -> None:
    bring(store, "measures", ["measure", "theme", "principles", "addresses", "status"], *rows)


def test_published_facts_alone_say_that_no_measure_names_a_factor_yet(store: Store) -> None:
    exhibit = drawn(store)
    assert exhibit.message == (
        "No measure names a factor yet: whether 5 risks, 8 weaknesses and 10 opportunities have an answer is not known"
    )
    assert [(one.name, one.told, len(one.entries)) for one in panels(exhibit)] == [
        ("Strengths", "9 factors", 9), ("Weaknesses", "8 factors", 8),
        ("Opportunities", "10 factors", 10), ("Risks", "5 factors", 5),
    ]  # fmt: skip
    assert not any(one.missing or one.quiet or one.codes for panel in panels(exhibit) for one in panel.entries)
    assert exhibit.origin == "published"
    for name in ("swot-broken", "tows"):
        with pytest.raises(Refused):
            drawn(store, name)
    ends = {box.label: box.figure for column in layout(drawn(store, "swot-flow")).columns for box in column if box.end}
    assert ends == {"not known yet": "32"}


def test_the_first_line_names_the_heaviest_risk_that_nobody_has_taken_on(loaded: Store) -> None:
    heaviest = max((row for row in register_rows(loaded, "swot", demo=True) if row["quadrant"] == "threat"),
                   key=lambda row: row["votes"])  # fmt: skip
    for say, start in ((EN, "Nobody has taken on the heaviest risk: “"), (DE, "Das schwerste Risiko hat niemand")):
        message = drawn(loaded, say=say).message
        assert message.startswith(start)
        assert heaviest[f"text_{say.code}"][:40] in message


def test_the_board_counts_and_marks_what_the_command_line_tells(loaded: Store) -> None:
    told = listing(loaded, "swot")
    found = panels(drawn(loaded))
    counted = told["counts"]["answered"].values()
    assert [panel.told for panel in found] == [f"{one['answered']} of {one['all']} with a measure" for one in counted]
    assert [one.weight for panel in found for one in panel.entries] == [row["votes"] for row in told["rows"]]
    assert [len(one.codes) for panel in found for one in panel.entries] == [
        len(row["measures"]) for row in told["rows"]
    ]
    marked = [row["id"] for row, one in zip(told["rows"], _entries(found), strict=True) if one.missing]
    broken = told["counts"]["broken"]
    assert sorted(marked) == sorted([*broken["threat"], *broken["weakness"], *broken["opportunity"]])


def _entries(found: object) -> list[object]:
    return [one for panel in found for one in panel.entries]  # type: ignore[attr-defined]


def test_codes_lead_to_their_measure_and_gaps_to_the_check_of_one(loaded: Store) -> None:
    ways = drawn(loaded).ways.values()
    assert Way("measures", (("measure", "visibility-2a"),)) in ways
    assert Way("measures", (("section", "aid"), ("addresses", "T3"))) in ways
    broken = drawn(loaded, "swot-broken")
    assert broken.ways[0, "next"] == Way("measures", (("section", "aid"), ("addresses", "T3")))


def test_the_codes_follow_the_language_and_are_told(loaded: Store) -> None:
    for say, code in ((EN, "V2a"), (DE, "S2a")):
        exhibit = drawn(loaded, say=say)
        assert code in {code for panel in panels(exhibit) for one in panel.entries for code in one.codes}
        assert any(note.startswith(("Codes are", "Kürzel sind")) for note in exhibit.notes)


def test_how_sure_the_order_is_stands_below_the_board(loaded: Store, store: Store) -> None:
    assert any("stays open among 4 strengths, 7 weaknesses" in note for note in drawn(loaded).notes)
    assert drawn(store).notes[0].startswith("Nobody has voted")
    bring(store, "swot", ["id", "quadrant", "votes", "voters"], ["T1", "T", 50, 20], ["T2", "T", 9, 20])
    exhibit = drawn(store)
    assert exhibit.notes[0].startswith("By points")
    assert "Points" in [column.label for column in exhibit.table.columns]
    assert "range" not in [column.key for column in exhibit.table.columns]
    assert exhibit.message.startswith("“Upheaval")


def test_a_filter_narrows_board_and_gaps_and_says_so(loaded: Store) -> None:
    theme = drawn(loaded, theme="visibility")
    assert {"Visibility"} <= {one for row in theme.table.column("themes") for one in str(row).split(", ")}
    assert theme.title.endswith("· theme Visibility")
    evidence = drawn(loaded, say=DE, evidence="total-income")
    assert [row[0] for row in evidence.table.rows] == ["Risiko"]
    assert evidence.title.endswith("Beleg KPI „Gesamteinnahmen der LSN M“")
    nothing = drawn(loaded, evidence="none")
    assert set(nothing.table.column("evidence")) == {None}
    only_open = drawn(loaded, links="open")
    assert only_open.message == drawn(loaded).message
    assert len(only_open.table.rows) == 6
    assert panels(only_open)[3].told == "3 of 5 with a measure"


def test_the_heaviest_of_a_choice_is_not_called_the_heaviest(loaded: Store) -> None:
    assert drawn(loaded, theme="competencies").message.startswith("In this choice no measure answers “If the needs")
    assert drawn(loaded, theme="organisation").message == drawn(loaded).message


def test_a_choice_that_fits_nothing_says_so(loaded: Store) -> None:
    exhibit = drawn(loaded, theme="organisation", evidence="members")
    assert exhibit.message == "No factor of the SWOT fits this choice"
    assert [len(panel.entries) for panel in panels(exhibit)] == [0, 0, 0, 0]
    assert presentation([exhibit])
    assert html(exhibit, LIGHT)


def test_broken_links_stand_by_kind_the_heaviest_first(loaded: Store) -> None:
    exhibit = drawn(loaded, "swot-broken")
    assert exhibit.message == "2 risks, 1 weakness and 1 opportunity have no measure; 1 measure answers nothing"
    assert list(exhibit.table.column("kind")) == ["Risk", "Risk", "Weakness", "Opportunity", "Measure"]
    votes = exhibit.table.column("votes")
    assert votes[0] > votes[1]  # type: ignore[operator]


def test_a_wrong_name_and_a_dropped_measure_are_told(store: Store) -> None:
    linked(store, ["m-1", "region", "N", "T3; X9", "running"], ["m-2", "region", "N", "T4", "dropped"])
    exhibit = drawn(store, "swot-broken")
    why = dict(zip(exhibit.table.column("what"), exhibit.table.column("why"), strict=True))
    assert why["m-1"] == "unknown: X9"
    assert "measure dropped" in why.values()
    assert "1 link names no known factor" in exhibit.message
    assert drawn(store).message.startswith("4 of 5 risks have no measure, first in the document: “Upheaval")


def test_when_every_risk_is_answered_the_weaknesses_come_first(store: Store) -> None:
    linked(store, ["m-1", "region", "N", "T1;T2;T3;T4;T5;W1", "running"])
    assert drawn(store).message.startswith("7 of 8 weaknesses have no measure")
    every = ";".join(row["id"] for row in register_rows(store, "swot"))
    linked(store, ["m-1", "region", "N", every, "running"])
    assert drawn(store).message == "Every risk, weakness and opportunity shown has a measure"


def test_the_fields_hold_every_measure_that_names_a_factor(loaded: Store) -> None:
    exhibit = drawn(loaded, "tows")
    naming = {row["measure"] for row in register_rows(loaded, "measures", demo=True)
              if row["addresses"] and row["status"] != "dropped"}  # fmt: skip
    shown = {way.filters[0][1] for way in exhibit.ways.values()}
    assert shown == naming
    assert exhibit.message.startswith(f"9 of {len(naming)} measures join inside and outside")
    assert [panel.name for panel in panels(exhibit)][:4] == [
        "Strengths and opportunities", "Weaknesses and opportunities", "Strengths and risks", "Weaknesses and risks",
    ]  # fmt: skip
    assert "1 measure names no factor and cannot be placed." in exhibit.notes


def test_the_flow_adds_up_to_the_factors_and_stays_readable(loaded: Store) -> None:
    for filters in (
        {},
        {"quadrant": "threat"},
        {"theme": "visibility"},
        {"measure": "visibility-2a"},
        {"kpi": "members"},
    ):
        exhibit = drawn(loaded, "swot-flow", **filters)
        found = layout(exhibit)
        assert sum(len(column) for column in found.columns) <= 25
    whole = layout(drawn(loaded, "swot-flow"))
    assert sum(box.out for box in whole.columns[0]) == pytest.approx(32)
    assert [(box.label, box.figure) for box in whole.columns[0]] == [
        ("Strengths", "9"), ("Weaknesses", "8"), ("Opportunities", "10"), ("Risks", "5"),
    ]  # fmt: skip
    assert [box.figure for box in whole.columns[2] if box.end] == ["6"]
    assert drawn(loaded, "swot-flow").message == "26 of 32 factors lead to a KPI, 6 end before"


def test_a_click_on_a_box_narrows_the_flow(loaded: Store) -> None:
    ways = set(drawn(loaded, "swot-flow").ways.values())
    assert {Way("", (("quadrant", "threat"),)), Way("", (("theme", "region"),))} <= ways
    narrowed = drawn(loaded, "swot-flow", quadrant="threat")
    assert narrowed.title.endswith("· Risks")
    assert Way("", (("factor", "T3"),)) in narrowed.ways.values()
    one = drawn(loaded, "swot-flow", measure="visibility-2a")
    assert [box.label for box in layout(one).columns[2]] == ["V2a Ten short films from laboratories of the region"]


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("name", NAMES)
def test_page_and_slide_draw_every_exhibit_without_a_code(loaded: Store, name: str, code: str) -> None:
    exhibit = drawn(loaded, name, Language(code))
    cells = [
        column.shown(value, exhibit.say)
        for row in exhibit.table.rows
        for column, value in zip(exhibit.table.columns, row, strict=True)
    ]
    said = "\n".join([exhibit.message, exhibit.title, exhibit.foot, *exhibit.notes, *cells])
    assert CODE.search(said) is None
    assert exhibit.origin == "demo"
    assert "LSN 2030 (2025)" in exhibit.foot
    assert exhibit.method
    assert all(html(exhibit, palette) for palette in (LIGHT, DARK))
    assert presentation([exhibit])


def test_many_answers_are_counted_on_the_board_and_all_named_in_its_figures(store: Store) -> None:
    linked(store, *(["m-" + str(at), "region", "N", "T1;S1", "running"] for at in range(60)))
    (first, *_) = panels(drawn(store))[3].entries
    assert len(first.codes) == 12
    assert first.codes[-1] == "49 more"
    answers = next(row[-1] for row in drawn(store).table.rows if str(row[1]).startswith("Upheaval"))
    assert str(answers).count("\n") == 59
    field = panels(drawn(store, "tows"))[2].entries
    assert (len(field), field[-1].label) == (41, "20 more: the figures name them")
