"""Does a slide tell a lead only where the finding does, and as large as the shares say?"""

from __future__ import annotations

from typing import Any

import pytest

from lsn_data.board import Pick, draw
from lsn_data.exhibit import Exhibit
from lsn_data.language import Language
from lsn_data.store import Store

EN, DE = Language("en"), Language("de")


@pytest.fixture
def store(loaded: Store) -> Store:
    """The whole demo."""
    return loaded


def ends(exhibit: Exhibit, part: str) -> tuple[Any, Any]:
    told = exhibit.chart.difference
    assert told is not None
    values = exhibit.chart.part(part)
    return values[told.start], values[told.end]


def test_the_leading_group_is_told_apart_from_the_best_of_the_next(store: Store) -> None:
    exhibit = draw(store, Pick("priorities"), EN)
    start, end = ends(exhibit, "share")
    groups = dict(zip(exhibit.chart.part("share"), exhibit.chart.part("group"), strict=True))
    assert groups[end] == "Leading group" != groups[start]
    assert end == min(share for share, group in groups.items() if group == "Leading group")
    assert start == max(share for share, group in groups.items() if group != "Leading group")
    assert exhibit.chart.difference is not None
    assert exhibit.chart.difference.said == f"{round(100 * end) - round(100 * start)} points apart"


def test_a_group_too_small_to_tell_a_lead_has_none(store: Store) -> None:
    exhibit = draw(store, Pick.of("priorities", by="size", group="10-49"), EN)
    leading = exhibit.chart.part("leading")
    assert exhibit.chart.difference is None or any(leading)


def test_a_topic_that_leads_and_is_no_theme_asks_for_a_decision(store: Store) -> None:
    assert draw(store, Pick("priorities"), DE).asks == "Fachkräfte: als Thema aufnehmen oder begründen, warum nicht?"


def test_a_kpi_off_course_tells_how_far_its_target_is_and_asks_what_to_do(store: Store) -> None:
    exhibit = draw(store, Pick("kpi"), EN)
    newest, target = ends(exhibit, "value")
    assert exhibit.chart.difference is not None
    assert exhibit.chart.difference.said == f"{target - newest:g} to the target"
    assert exhibit.asks == "Act, or change the course?"


def test_the_return_rate_tells_the_points_since_the_wave_before(store: Store) -> None:
    exhibit = draw(store, Pick("return-rate"), EN)
    before, now = ends(exhibit, "value")
    assert exhibit.chart.difference is not None
    assert exhibit.chart.difference.said == f"{100 * (now - before):.1f} points more"


def test_our_place_among_the_clusters_tells_how_far_the_first_is(store: Store) -> None:
    exhibit = draw(store, Pick("peers-size"), EN)
    ours, first = ends(exhibit, "share")
    assert first == max(exhibit.chart.part("share"))
    assert exhibit.chart.difference is not None
    assert exhibit.chart.difference.said == f"{first - ours:g} behind"
