"""Does the decision aid advise by its written rule, name what is alike and why, and remember what was decided?"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from lsn_data.board import Pick, draw
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.in_workbook import workbook
from lsn_data.exhibit.on_slide import presentation
from lsn_data.language import Language
from lsn_data.store import Store, register_rows, undo
from lsn_data.topics.measures.aid import Like, Proposal, Weighed, balance, cells, likest
from lsn_data.topics.measures.compute import Matrix
from lsn_data.topics.measures.likeness import Alike, alike, equals, words
from lsn_data.topics.measures.proposals import kept
from lsn_data.typed import Edits, read_typed, store_typed

EN, DE = Language("en"), Language("de")


def weighed(**facts: Any) -> Weighed:
    """A proposal that serves a principle and fills no gap, unless told otherwise."""
    asked = Proposal("Fair", "region", facts.pop("principles", ("informing",)), others=facts.pop("others", ()))
    usual = {"cells": (), "unanswered": (), "answered": {}, "leads": False, "alike": (), "before": 0.1, "after": 0.2}
    return Weighed(asked, **{**usual, **facts})


def like(share: float, kind: str = "measures", status: str | None = "running", same_theme: bool = True) -> Like:
    return Like(kind, {"status": status}, Alike(share, ("fair",)), same_theme, ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, "later"),
        ({"leads": True}, "in"),
        ({"unanswered": ("T3",)}, "in"),
        ({"leads": True, "principles": ()}, "out"),
        ({"leads": True, "principles": ("a", "b", "c", "d")}, "out"),
        ({"others": ("chamber",)}, "out"),
        ({"others": ("chamber",), "leads": True}, "later"),
        ({"leads": True, "alike": (like(0.5),)}, "out"),
        ({"leads": True, "alike": (like(0.49),)}, "in"),
        ({"leads": True, "alike": (like(0.9, same_theme=False),)}, "in"),
        ({"leads": True, "alike": (like(0.9, status="dropped"),)}, "in"),
        ({"leads": True, "alike": (like(0.9, "projects", "ended"),)}, "in"),
        ({"leads": True, "alike": (like(0.9, "projects"),)}, "out"),
        ({"leads": True, "alike": (like(0.9, "proposals", None),)}, "in"),
    ],
)
def test_the_rule_is_the_one_that_is_written_down(facts: dict[str, Any], verdict: str) -> None:
    assert weighed(**facts).verdict == verdict


def test_a_cell_is_thin_below_half_of_a_usual_one() -> None:
    lead = Matrix(
        ("a", "b"), ("x", "y"), {("a", "x"): Fraction(5), ("a", "y"): Fraction(2), ("b", "x"): Fraction(1)}, 8
    )
    found = {
        (theme, one.principle): one.thin for theme in "ab" for one in cells(Proposal("T", theme, ("x", "y")), lead)
    }
    assert found == {("a", "x"): False, ("a", "y"): False, ("b", "x"): False, ("b", "y"): True}


@pytest.mark.parametrize(
    ("effort", "months", "after"), [("small", None, 2.5 / 8.5), ("", None, 3 / 9), ("large", None, 4 / 10),
                                    ("small", 6.0, 3 / 9), ("", 3.0, 2.5 / 8.5)]
)  # fmt: skip
def test_the_balance_moves_by_the_effort(effort: str, months: float | None, after: float) -> None:
    before, found = balance(Proposal("T", "a", effort=effort, months=months), {"a": 2, "b": 6})
    assert (before, found) == (0.25, pytest.approx(after))
    assert balance(Proposal("T", "a"), {}) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Preis für Transfer", "Preise für den Transfer", 1.0),
        ("Transferpreis", "Gemeinsamer Preis für Transfer", 2 / 3),
        ("Press kits in three languages", "Press kit in two languages", 0.8),
        ("Career days", "Merchandise for the anniversary", 0.0),
        ("Inovation laboratory", "Innovation laboratories", 1.0),
        ("", "Anything", 0.0),
        ("the and for", "the and for", 0.0),
    ],
)
def test_titles_are_alike_by_the_words_that_they_share(one: str, other: str, share: float) -> None:
    asked = words(one)
    assert alike(asked, [other], equals(asked, words(other))).share == pytest.approx(share, abs=0.01)


def test_at_most_three_of_each_kind_are_named_the_likest_first() -> None:
    rows = [{"title_en": f"Fair {'trade ' * (n % 2)}stand", "title_de": None, "theme": "region", "status": None,
             "principles": [], "measure": f"m-{n}"} for n in range(9)]  # fmt: skip
    found = likest(Proposal("Trade fair stand", "region"), {"measures": rows, "projects": []})
    assert len(found) == 3
    assert {one.found.share for one in found} == {1.0}


def said(exhibit: Exhibit) -> list[tuple[str, str, str | None]]:
    return [(str(row[0]), str(row[1]), row[2]) for row in exhibit.table.rows]  # type: ignore[misc]


def asked(**facts: str) -> Pick:
    return Pick.of("proposal", **{"title": "Growth capital evening", "theme": "innovation", **facts})


def test_a_proposal_that_serves_nothing_is_off_strategy(loaded: Store) -> None:
    found = draw(loaded, asked(), EN)
    assert found.message == "Leave “Growth capital evening”, says the rule: it serves no guiding principle"
    assert said(found)[0] == ("The 1/3 rule", "It serves no guiding principle: off strategy.", "against")


def test_the_gaps_that_it_fills_are_named_with_their_figures(loaded: Store) -> None:
    found = draw(loaded, asked(principles="positioning", addresses="T4;T2"), EN)
    assert found.message.startswith("Take on “Growth capital evening”, says the rule: it fills a thin cell")
    lines = said(found)
    assert ("Gap in the matrix", "Innovative power × Positioning weighs 0.5; a usual cell weighs 1.6.", "for") in lines
    by_factor = {
        says.split(" ")[0]: (says.rsplit(": ", 1)[1], speaks) for asks, says, speaks in lines if "SWOT" in asks
    }
    answering = [row for row in register_rows(loaded, "measures", True) if "T2" in row["addresses"]]
    assert by_factor == {
        "T4": ("no measure answers it yet.", "for"), "T2": (f"{len(answering)} measures answer it already.", None),
    }  # fmt: skip
    assert ("Voice of the members", "Innovative power is at place 1 of 7, plausible 1 to 2.", "for") in lines


def test_what_it_would_repeat_is_named_with_why(loaded: Store) -> None:
    found = draw(loaded, asked(title="Pressemappen in drei Sprachen", theme="visibility", principles="informing"), DE)
    assert (
        found.message
        == "Die Regel rät ab von „Pressemappen in drei Sprachen“: es wiederholt „Pressemappe in zwei Sprachen“"
    )
    (line,) = [one for one in said(found) if one[2] == "dagegen"]
    assert "gemeinsam: Pressemappen, Sprachen, gleiches Thema, gleiches Leitprinzip" in line[1]
    assert found.ways[said(found).index(line), "says"].filters == (("measure", "visibility-2b"),)


def test_a_proposal_like_an_earlier_one_is_told_what_was_decided_and_why(loaded: Store) -> None:
    found = draw(loaded, asked(title="Prize for transfer", principles="positioning", others="agency"), EN)
    (line,) = [says for asks, says, _ in said(found) if asks == "Decided before"]
    assert line == (
        "“Prize for transfer from research to start-ups”: it was turned down on 2026-03-12 (Board)."
        " The development agency awards one already."
    )
    assert ("Who else does it", "Done already by: Development agency.", "against") in said(found)


def test_that_others_do_it_is_said_first_since_the_advice_rests_on_it(loaded: Store) -> None:
    found = draw(loaded, asked(principles="positioning", addresses="T4", others="agency"), EN)
    assert "open, says the rule: others do it already, it fills" in found.message


def test_without_survey_and_links_the_aid_says_what_is_not_known(store: Store) -> None:
    found = draw(store, asked(title="Messe", theme="visibility", principles="networking", addresses="T3"), DE)
    told = "\n".join(says for _, says, _ in said(found))
    assert "bisher nennt keine Maßnahme einen Faktor" in told
    assert "wie veröffentlicht" in told
    assert "Keine Maßnahme und kein Projekt teilt ein Wort mit dem Vorschlag." in told
    assert presentation([found])
    assert workbook([found])


def test_nothing_described_is_nothing_to_show(loaded: Store) -> None:
    for facts in ({"title": " "}, {"theme": ""}):
        with pytest.raises(Refused):
            draw(loaded, asked(**facts), EN)


def test_all_decisions_are_listed_newest_first(loaded: Store, store: Store) -> None:
    found = draw(loaded, Pick("proposals"), EN)
    assert found.message == "4 proposals were decided: 1\xa0taken\xa0on, 2\xa0turned\xa0down and 1\xa0put\xa0off"
    days = list(found.table.column("decided"))
    assert days == sorted(days, reverse=True)  # type: ignore[type-var]
    assert days[1] == "2026-03-12, Board"
    with pytest.raises(Refused):
        draw(store, Pick("proposals"), EN)


def test_a_decision_is_kept_as_an_import_with_a_way_back(store: Store) -> None:
    proposal = Proposal("Stand auf einer Messe", "visibility", ("networking",), "small", None, ("T5",), ("chamber",))
    decision = {"verdict": "later", "reason": "Erst die Kammer fragen.", "decided_by": "board",
                "decided_on": "2026-11-22"}  # fmt: skip
    for _ in range(2):
        row = kept(proposal, "later", decision, "de")
        typed = read_typed(store, "proposals", Edits(store.version, added=(row,)))
        assert typed.ready, typed.problems
        receipt = store_typed(store, typed, actor="office")
    first, second = register_rows(store, "proposals")
    assert first["proposal"] != second["proposal"]
    stored = {
        "title_de": "Stand auf einer Messe", "principles": ["networking"], "others": ["chamber"], "verdict": "later",
        "reason_de": "Erst die Kammer fragen.", "decided_by": "board",
    }  # fmt: skip
    assert {name: first[name] for name in stored} == stored
    undo(store, receipt.import_id, actor="office")
    assert len(register_rows(store, "proposals")) == 1
