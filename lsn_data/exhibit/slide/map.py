"""How do countries stand on a slide? As shapes in the colours of their values, with the figures as bars beside them.

Each map is one group, so it moves as one; each of its countries can be filled anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Pt

from lsn_data.exhibit import Exhibit, alt, clean, fit, outlines
from lsn_data.exhibit.contrast import ink_on, mixed
from lsn_data.exhibit.outlines import Outline, Ring, View, heart, holds
from lsn_data.exhibit.page.map import MOST_BARS, Country, countries_of, views_of
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import bars, parts, text
from lsn_data.exhibit.slide import rows as beside
from lsn_data.exhibit.slide.shapes import closed, freeform, regroup
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.exhibit.tables import is_figure

GAP_WIDTH, LAND, EDGE, LABEL_SIZE = 60, "#E3E8EB", (LIGHT.page, 0.5), 10
# The map's share of the width at most, the room between map and bars, and the highest row of bars (centimetres).
MAP_SHARE, BETWEEN, HIGHEST_ROW = 0.55, 0.7, 1.3
WORLD_HIGH = 3.3


def countries(slide: Any, exhibit: Exhibit, wide: float) -> tuple[str, ...]:
    """Europe, or the world, at the left; bars of the first countries at the right; below them the world where a
    country lies beyond Europe. Returns the names that had to be cut, in full.
    """
    found = countries_of(exhibit)
    view, *beyond = views_of(found)
    room = replace(beside.CHART, wide=wide)
    land = _placed(view, Area(room.x, room.y - 0.3, wide * MAP_SHARE, room.high + 0.3))
    _map(slide, exhibit, found, view, land, exhibit.title)
    left = land.x + land.wide + BETWEEN
    held = WORLD_HIGH + 0.4 if beyond else 0.0
    cut = _bars(
        slide, exhibit, found[:MOST_BARS], replace(room, x=left, wide=room.x + wide - left, high=room.high - held)
    )
    for world in beyond:
        place = Area(left, room.y + room.high - WORLD_HIGH, room.x + wide - left, WORLD_HIGH)
        _map(slide, exhibit, found, world, _placed(world, place), exhibit.say("World"))
    return cut


def _placed(view: View, room: Area) -> Area:
    """As large as the room allows, at its upper left corner."""
    wide = min(room.wide, room.high / view.ratio)
    return Area(room.x, room.y, wide, wide * view.ratio)


def _map(slide: Any, exhibit: Exhibit, found: Sequence[Country], view: View, area: Area, name: str) -> None:
    """One group: the land, the countries that have a value in its colour, and the values where they find room."""
    group = slide.shapes.add_group_shape()
    told = {one.code: one for one in found}
    most = max([one.value for one in found], default=1) or 1
    shown = outlines.outlines(view)
    others = [one for one in shown if one.code not in told]
    if view is outlines.WORLD:
        _shape(group, [ring for one in others for ring in one.rings], area, LAND, exhibit.say("Other countries"))
    else:
        for one in others:
            _shape(group, one.rings, area, LAND, one.code or exhibit.say("Other countries"))
    for one in (one for one in shown if one.code in told):
        fill = mixed(LIGHT.ramp[0], LIGHT.ramp[4], told[one.code].value / most)
        _shape(group, one.rings, area, fill, clean.shortened(clean.line(told[one.code].name), 60))
    for one in (one for one in shown if one.code in told):
        _value(group, exhibit, one, told[one.code], area, most)
    regroup(group)
    parts.describe(group, name, alt.told(exhibit))


def _shape(group: Any, rings: Sequence[Ring], area: Area, fill: str, name: str) -> None:
    """Rings as one freeform with an edge in the colour of the page."""
    placed = [[(area.x + x * area.wide, area.y + y * area.wide) for x, y in ring] for ring in rings]
    if placed:
        freeform(group.shapes, list(map(closed, placed)), name, fill, EDGE)


def _value(group: Any, exhibit: Exhibit, one: Outline, country: Country, area: Area, most: float) -> None:
    """The value in the middle of its country, where that is large enough; the bars tell all of them."""
    said = _column(exhibit).shown(country.value, exhibit.say)
    (x, y), _ = heart(one.rings[0])
    wide, high = fit.width(said, LABEL_SIZE, bold=True) + 1, LABEL_SIZE * fit.LINE_HEIGHT
    place = Area(
        area.x + x * area.wide - wide / 2 / text.POINTS_PER_CM, area.y + y * area.wide - high / 2 / text.POINTS_PER_CM,
        wide / text.POINTS_PER_CM, high / text.POINTS_PER_CM,
    )  # fmt: skip
    if not _within(one.rings[0], place, area):
        return
    ink = ink_on(mixed(LIGHT.ramp[0], LIGHT.ramp[4], country.value / most))
    style = Style(LABEL_SIZE, ink, bold=True, align=text.CENTRE, anchor=text.MIDDLE)
    text.box(group.shapes, place, said, style, exhibit.say, f"{clean.line(country.name)}: {said}"[:60])


def _within(ring: Ring, place: Area, area: Area) -> bool:
    """Do the corners of a text lie inside the country?"""
    corners = [(place.x + across * place.wide, place.y + down * place.high) for across in (0, 1) for down in (0.2, 0.8)]
    return all(holds(ring, ((x - area.x) / area.wide, (y - area.y) / area.wide)) for x, y in corners)


def _column(exhibit: Exhibit) -> Any:
    chart = exhibit.chart
    return chart.table.columns[chart.table.at(chart.parts["value"])]


def _bars(slide: Any, exhibit: Exhibit, found: Sequence[Country], room: Area) -> tuple[str, ...]:
    """The first countries as bars with their figures; returns the names that had to be cut, in full."""
    room = replace(room, high=min(room.high, max(len(found), 1) * HIGHEST_ROW))
    slots = beside.slots_in(room, [one.name for one in found], [None] * len(found))
    column = _column(exhibit)
    assert is_figure(column)
    series = [(clean.line(column.label), slots.spread([one.value for one in found]))]
    drawn = bars.category_chart(slide, exhibit, slots, XL_CHART_TYPE.BAR_CLUSTERED, series, column)
    plot = slots.area.wide - slots.label_wide - 1.2
    bars.frame(drawn, slots, plot, max([one.value for one in found], default=1) or 1)
    drawn.plots[0].gap_width = GAP_WIDTH
    (one,) = drawn.plots[0].series
    one.format.fill.solid()
    one.format.fill.fore_color.rgb = text.rgb(LIGHT.actual)
    one.invert_if_negative = False
    labels = one.data_labels
    labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size, labels.font.color.rgb = Pt(min(slots.size, 12)), text.rgb(LIGHT.ink)
    beside.head(slide, exhibit.chart.axis, slots.area.x + slots.label_wide, plot, exhibit.say)
    parts.label_language(drawn, exhibit.say)
    return slots.full
