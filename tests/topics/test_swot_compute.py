"""Are the links between factors and measures read as they are: answered, broken, or not known?"""

from __future__ import annotations

import pytest

from lsn_data.topics.swot.chains import chains, through
from lsn_data.topics.swot.compute import narrowed, swot_of
from lsn_data.topics.swot.tows import tows
from tests.topics.swot_made import factor, measure

FACTORS = [factor("S1"), factor("S2"), factor("W1"), factor("O1"), factor("O2"), factor("T1"), factor("T2")]


def test_without_any_link_nothing_is_broken_but_nothing_is_known() -> None:
    found = swot_of(FACTORS, [measure("m-1"), measure("m-2")])
    assert (found.known, found.broken, found.answered("threat")) == (False, (), None)


def test_risks_weaknesses_and_opportunities_without_a_measure_are_broken_strengths_are_not() -> None:
    found = swot_of(FACTORS, [measure("m-1", "T1")])
    assert [one.id for one in found.broken] == ["T2", "W1", "O1", "O2"]
    assert (found.answered("threat"), found.answered("strength")) == (1, 0)


def test_the_heaviest_stand_first_equals_in_the_order_of_the_document_and_the_unweighed_last() -> None:
    rows = [factor("T1"), factor("T2", 3, 9), factor("T3", 7, 9), factor("T4", 3, 9), factor("T5", 0, 9)]
    assert [one.id for one in swot_of(rows, [measure("m", "S1")]).factors] == ["T3", "T2", "T4", "T5", "T1"]


def test_a_dropped_measure_answers_nothing_but_is_told() -> None:
    found = swot_of(FACTORS, [measure("m-1", "T1", status="dropped"), measure("m-2", "T2", status="done")])
    first = next(one for one in found.factors if one.id == "T1")
    assert (first.answered_by, [row["measure"] for row in first.dropped]) == ((), ["m-1"])
    assert [row["measure"] for row in found.measures] == ["m-2"]
    assert "T1" in [one.id for one in found.broken]


def test_dropped_measures_alone_still_tell_that_links_are_known() -> None:
    assert swot_of(FACTORS, [measure("m-1", "T1", status="dropped")]).known


def test_a_factor_that_does_not_exist_is_named_with_its_measure_and_case_does_not_matter() -> None:
    found = swot_of(FACTORS, [measure("m-1", "t1", "X9"), measure("m-2", "W99", status="dropped")])
    assert [(row["measure"], name) for row, name in found.unknown] == [("m-1", "X9")]
    assert found.of("threat")[0].answered_by


def test_a_factor_named_twice_by_one_measure_has_one_answer() -> None:
    (first, *_) = swot_of([factor("T1")], [measure("m-1", "T1", "t1")]).factors
    assert len(first.answered_by) == 1


def test_a_measure_answers_through_its_details_and_a_detail_through_what_it_belongs_to() -> None:
    rows = [
        measure("a"), measure("a1", "T1", parent="a"), measure("a2", parent="a"),
        measure("b", "W1"), measure("b1", parent="B"), measure("c"), measure("c1", parent="c"),
    ]  # fmt: skip
    assert [row["measure"] for row in swot_of(FACTORS, rows).idle] == ["a2", "c", "c1"]


def test_a_circle_of_measures_ends() -> None:
    rows = [measure("a", parent="b"), measure("b", parent="a"), measure("c", "T1")]
    assert [row["measure"] for row in swot_of(FACTORS, rows).idle] == ["a", "b"]


def test_a_filter_narrows_the_factors_and_leaves_weights_and_order() -> None:
    rows = [factor("T1", 2, 9, "region"), factor("T2", 7, 9), factor("T3", 5, 9, "region", evidence="Workshop")]
    whole = swot_of(rows, [measure("m", "T2")])
    assert [one.id for one in narrowed(whole, theme="region").factors] == ["T3", "T1"]
    assert [one.id for one in narrowed(whole, evidence="").factors] == ["T2", "T1"]
    assert [one.id for one in narrowed(whole, theme="region", evidence="Workshop").broken] == ["T3"]


def placed(measures: list[dict[str, object]]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    found = tows(swot_of(FACTORS, measures))
    fields, edges = (
        {name: [one.measure["measure"] for one in ones] for name, ones in part.items() if ones}
        for part in (found.fields, found.edges)
    )
    return fields, edges


@pytest.mark.parametrize(
    ("names", "fields", "edges"),
    [
        (("S1", "O1"), {"SO": ["m"]}, {}),
        (("W1", "T1", "T2"), {"WT": ["m"]}, {}),
        (("S1", "O1", "T1"), {"SO": ["m"], "ST": ["m"]}, {}),
        (("S1", "W1", "O1", "T1"), {"SO": ["m"], "WO": ["m"], "ST": ["m"], "WT": ["m"]}, {}),
        (("S1",), {}, {"strength": ["m"]}),
        (("O1", "T2"), {}, {"opportunity": ["m"], "threat": ["m"]}),
        ((), {}, {}),
    ],
)
def test_a_measure_sits_where_its_factors_meet(
    names: tuple[str, ...], fields: dict[str, list[str]], edges: dict[str, list[str]]
) -> None:
    assert placed([measure("m", *names)]) == (fields, edges)


def test_what_cannot_be_placed_is_counted_and_no_measure_is_lost() -> None:
    rows = [measure("a"), measure("a1", "T1", "S1", parent="a"), measure("b"), measure("c", "W1"), measure("d", "X1")]
    found = tows(swot_of(FACTORS, rows))
    assert (found.in_a_field, found.at_an_edge) == (1, 1)
    assert [row["measure"] for row in found.through] == ["a"]
    assert [row["measure"] for row in found.nowhere] == ["b", "d"]


def test_the_parts_of_a_factor_add_up_to_one_and_end_where_nothing_answers() -> None:
    rows = [factor("T1", None, None, "region", "visibility"), factor("T2"), factor("T3")]
    measures = [measure("a", "T3", theme="region"), measure("b", "T3", theme="visibility")]
    ways = chains(swot_of(rows, measures), {"region": ["members", "premium-members"]})
    for name in ("T1", "T2", "T3"):
        assert sum(one.part for one in ways if one.factor.id == name) == pytest.approx(1)
    told = [(one.theme, one.measure and one.measure["measure"], one.kpi, one.part) for one in ways]
    assert told == [
        ("region", None, None, 0.5), ("visibility", None, None, 0.5), (None, None, None, 1.0),
        ("region", "a", "members", 0.25), ("region", "a", "premium-members", 0.25), ("visibility", "b", None, 0.5),
    ]  # fmt: skip
    assert len(through(ways, theme="region")) == 3
    assert [one.kpi for one in through(ways, measure="a")] == ["members", "premium-members"]
    assert [one.factor.id for one in through(ways, factor="T2")] == ["T2"]
