"""Do the drawings in a slide's table stand where their figures are, in the cells that say them?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lsn_data.exhibit import Chart, Column, Exhibit, Table
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import marks as slide_marks
from tests.exhibit import measured, opened
from tests.exhibit.samples import DE, segments

PLACES = ((1, 1, 2), (4, 3, 6), (7, 5, 7), (None, None, None))


def placed(hollow: int = 0, **more: object) -> Exhibit:
    """A table of places with their ranges."""
    columns = (
        Column("theme", "Thema"), Column("place", "Platz", "place"), Column("range", "Plausibel", under="place"),
        Column("n", "Maßnahmen", "count"),
    )  # fmt: skip
    rows = tuple((f"Thema {at}", one[0], f"{one[1]}–{one[2]}", at) for at, one in enumerate(PLACES))
    drawn = Table(
        tuple(Column(key, key, "place") for key in ("place", "low", "high", "hollow")),
        tuple((*one, hollow) for one in PLACES),
    )
    chart = Chart("table", drawn, {key: key for key in ("place", "low", "high", "hollow")}, scale=7)
    return replace(segments(DE, **more), chart=chart, table=Table(columns, rows))


def shared(verdicts: tuple[str, ...] = ("mehr gewünscht", "im Einklang")) -> Exhibit:
    """A table of two shares on one track."""
    keys = ("voice", "voice low", "voice high", "effort")
    drawn = Table(tuple(Column(key, key, "share") for key in keys), ((0.4, 0.3, 0.5, 0.2), (0.1, 0.05, 0.15, 0.1)))
    columns = (Column("theme", "Thema"), Column("voice", "Stimme und Einsatz"))
    rows = tuple((f"Thema {at}", said) for at, said in enumerate(verdicts))
    return replace(segments(DE), chart=Chart("table", drawn, {key: key for key in keys}), table=Table(columns, rows))


def groups(exhibit: Exhibit) -> list[Any]:
    slide = opened.slides(presentation([exhibit]))[0]
    return [shape for shape in slide.shapes if shape.shape_type == 6]


def spots(group: Any) -> list[Any]:
    """Dots and boxes: as wide as high, from left to right as drawn."""
    return [shape for shape in group.shapes if shape.shape_type == 1 and shape.width == shape.height]


def middle(shape: Any) -> float:
    return float(shape.left.cm + shape.width.cm / 2)


def test_a_place_stands_on_its_track_as_far_as_it_is_from_the_first() -> None:
    drawn = groups(placed())
    assert len(drawn) == 3
    first, fourth, last = (middle(spots(group)[-1]) for group in drawn)
    assert fourth - first == pytest.approx((last - first) * 3 / 6, abs=0.01)
    assert last - first == pytest.approx(slide_marks.WIDE["place"] - slide_marks.DOT, abs=0.01)


def test_the_place_s_range_is_said_beside_it_and_needs_no_column() -> None:
    table = opened.table(opened.slides(presentation([placed()]))[0])
    assert table[0] == ["Thema", "Platz", "Maßnahmen"]
    assert [row[1] for row in table[1:]] == ["1\xa0(1–2)", "4\xa0(3–6)", "7\xa0(5–7)", "–"]


def test_what_is_of_another_kind_is_a_ring() -> None:
    fills = {str(spots(group)[-1].fill.fore_color.rgb) for group in groups(placed(hollow=1))}
    assert fills == {LIGHT.page.lstrip("#")}


def test_two_shares_stand_on_one_scale_for_all_rows() -> None:
    (effort, voice), (low_effort, low_voice) = (map(middle, spots(group)) for group in groups(shared()))
    assert voice - effort == pytest.approx(2 * (voice - low_voice) / 3, abs=0.01)
    assert low_effort == pytest.approx(low_voice, abs=0.01)


def test_drawings_stand_over_their_cells_and_cover_no_text() -> None:
    for exhibit in (placed(), shared()):
        slide = opened.slides(presentation([exhibit]))[0]
        frame = next(shape for shape in slide.shapes if shape.has_table)
        for group in (shape for shape in slide.shapes if shape.shape_type == 6):
            assert frame.left < group.left
            assert frame.top < group.top
            assert group.top + group.height < frame.top + sum(row.height for row in frame.table.rows)
        assert measured.spilled(slide) == measured.broken(slide) == []


def test_without_room_the_words_stay_and_the_drawings_go() -> None:
    table = placed().table
    more = tuple(Column(f"more{at}", "Organisationsentwicklungsmaßnahmen", "count") for at in range(6))
    wide = Table((*table.columns, *more), tuple((*row, *range(6)) for row in table.rows))
    exhibit = replace(placed(), table=wide)
    assert groups(exhibit) == []
    assert "Plausibel" in opened.table(opened.slides(presentation([exhibit]))[0])[0]


def test_places_without_ranges_claim_none_and_keep_what_is_said_of_them() -> None:
    exhibit = placed()
    rows = tuple((place, place, place, 0) for place, *_ in PLACES)
    said = tuple((name, place, "wie veröffentlicht", n) for name, place, _, n in exhibit.table.rows)
    published = replace(
        exhibit,
        chart=replace(exhibit.chart, table=Table(exhibit.chart.table.columns, rows)),
        table=Table(exhibit.table.columns, said),
    )
    table = opened.table(opened.slides(presentation([published]))[0])
    assert [row[1:3] for row in table[1:3]] == [["1", "wie veröffentlicht"], ["4", "wie veröffentlicht"]]
