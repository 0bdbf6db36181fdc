"""How is an order drawn on a slide? As native bars or dots that the board's office can edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.util import Pt

from lsn_data.exhibit import Column, Exhibit, Value, fit
from lsn_data.exhibit.course import number
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import bars, difference, parts, text
from lsn_data.exhibit.slide import rows as beside
from lsn_data.exhibit.slide.rows import Slots
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.exhibit.tables import number_format

RANGE_COLUMN, WHISKER, GAP_WIDTH = 3.2, "#98A3AA", 75
BELOW_SCALE, SCALE_HIGH = 5.8, 0.45
# How far an earlier place stands below the middle of its row, and today's above it, in rows.
EARLIER_BELOW, TODAY_ABOVE = 0.28, 0.12
# Which share of a row its dots take: alone, and with an earlier one below.
DOT_HIGH, MARKS_HIGH = 0.5, 0.72


def places(slide: Any, exhibit: Exhibit, wide: float) -> tuple[str, ...]:
    """Ranked places: bars of the share where the chart has one, else dots on a scale of places.

    Returns the labels that had to be cut, in full, for the speaker notes.
    """
    chart = exhibit.chart
    as_bars = any(share is not None for share in chart.part("share"))
    top = beside.CHART.y if as_bars else BELOW_SCALE
    slots = beside.slots_of(chart.part("label"), chart.part("group"), wide, top)
    (_bars if as_bars else _dots)(slide, exhibit, slots)
    heading, said = _beside(exhibit, as_bars)
    x = slots.area.x + slots.area.wide - RANGE_COLUMN
    beside.head(slide, heading, x - 0.6, RANGE_COLUMN + 0.6, exhibit.say, right=True)
    beside.column(slide, slots, said, x, RANGE_COLUMN, heading, exhibit.say)
    return slots.full


def _beside(exhibit: Exhibit, as_bars: bool) -> tuple[str, list[str]]:
    """The column at the right with its heading: what the chart names, else the ranges."""
    chart, say = exhibit.chart, exhibit.say
    if "beside" in chart.parts:
        column = chart.table.columns[chart.table.at(chart.parts["beside"])]
        return column.label, [column.shown(value, say) for value in chart.part("beside")]
    return say("Place (plausible)") if as_bars else say("Plausible"), ranges(exhibit, with_place=as_bars)


def ranges(exhibit: Exhibit, with_place: bool) -> list[str]:
    """`1 (1–2)` or `1–2` for each row; the place alone where no range is known."""
    rows = zip(*(exhibit.chart.part(name) for name in ("place", "low", "high")), strict=True)
    return [_range(place, low, high, exhibit, with_place) for place, low, high in rows]


def _range(place: Value, low: Value, high: Value, exhibit: Exhibit, with_place: bool) -> str:
    said = [exhibit.say.number(one) if isinstance(one, (int, float)) else "" for one in (place, low, high)]
    span = f"{said[1]}–{said[2]}" if said[1] and said[2] else ""
    if not with_place:
        return span
    return f"{said[0] or '–'} ({span})" if span else said[0] or "–"


def _accents(exhibit: Exhibit) -> list[str]:
    """The colour of each row: the accent for the leading group, the same dark grey for all others."""
    return [LIGHT.accent if value == 1 else LIGHT.actual for value in exhibit.chart.part("leading")]


def _bars(slide: Any, exhibit: Exhibit, slots: Slots) -> None:
    """Clustered bars of the share, the number inside at the base, ranges of the share as whiskers if known."""
    chart = exhibit.chart
    column = chart.table.columns[chart.table.at(chart.parts["share"])]
    values = slots.spread([number(share) for share in chart.part("share")])
    drawn = bars.category_chart(slide, exhibit, slots, XL_CHART_TYPE.BAR_CLUSTERED, [(column.label, values)], column)
    largest = max((value for value in values if value is not None), default=0)
    top = 1.0 if largest <= 1 else largest * 1.1
    plot = slots.area.wide - slots.label_wide - RANGE_COLUMN - 0.6
    bars.frame(drawn, slots, plot, top)
    drawn.plots[0].gap_width = GAP_WIDTH
    series = drawn.plots[0].series[0]
    for at, colour in enumerate(slots.spread(_accents(exhibit))):
        if colour:
            fill = series.points[at].format.fill
            fill.solid()
            fill.fore_color.rgb = text.rgb(colour)
    _base_labels(series, exhibit, column, values, plot / top, slots.type_in_bar(GAP_WIDTH, 14))
    low, high = (slots.spread([number(v) for v in chart.part(name)]) for name in ("share_low", "share_high"))
    if any(value is not None for value in low):
        parts.error_bars(series, apart(high, values), apart(values, low), WHISKER)
    left = slots.area.x + slots.label_wide
    beside.head(slide, column.label, left, plot - 0.6, exhibit.say)
    parts.label_language(drawn, exhibit.say)
    if ends := difference.ends_of(exhibit, "share"):
        marks = left + ends[0] * plot / top, left + ends[1] * plot / top
        difference.across(slide, exhibit, slots, marks, 1 / (1 + GAP_WIDTH / 100))


def apart(above: Sequence[float | None], below: Sequence[float | None]) -> list[float | None]:
    """How far values lie above others; None where either is unknown."""
    pairs = zip(above, below, strict=True)
    return [None if a is None or b is None else max(a - b, 0) for a, b in pairs]


def _base_labels(
    series: Any,
    exhibit: Exhibit,
    column: Column,
    values: Sequence[float | None],
    centimetres: float,
    size: float,
) -> None:
    """Numbers in white inside the bar at its base; in ink beside it where the bar is too short for them."""
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = number_format(column, exhibit.say), False
    labels.position = XL_LABEL_POSITION.INSIDE_BASE
    labels.font.size, labels.font.bold = Pt(size), True
    labels.font.color.rgb = text.rgb(LIGHT.page)
    for at, value in enumerate(values):
        needed = fit.width(column.shown(value, exhibit.say), size, bold=True) + 8
        if value is not None and value * centimetres * text.POINTS_PER_CM < needed:
            label = series.points[at].data_label
            label.position = XL_LABEL_POSITION.OUTSIDE_END
            label.font.size, label.font.bold = Pt(size), True
            label.font.color.rgb = text.rgb(LIGHT.ink)


def _dots(slide: Any, exhibit: Exhibit, slots: Slots) -> None:
    """A dot for each place over a bar from the first to the last plausible one, all of them points of the chart."""
    chart = exhibit.chart
    rows = [(at, row) for at, row in enumerate(slots.rows, start=1) if row is not None]
    data = parts.scatter_data("0")
    earlier = _earlier_points(data, exhibit, slots) if "was" in chart.parts else 0
    lift = TODAY_ABOVE if earlier else 0.0
    spans = [(at, row) for at, row in rows if _span(exhibit, row)]
    for at, row in spans:
        span = data.add_series(f"{slots.labels[row]}: {exhibit.say('plausible')}")
        for place in _span(exhibit, row):
            span.add_data_point(place, at - lift)
    places = [(at, row) for at, row in rows if number(chart.part("place")[row]) is not None]
    for at, row in places:
        data.add_series(slots.labels[row]).add_data_point(number(chart.part("place")[row]), at - lift)
    drawn = parts.chart(slide.shapes, XL_CHART_TYPE.XY_SCATTER, slots.area, data, exhibit)
    plot = slots.area.wide - slots.label_wide - RANGE_COLUMN
    last = max(chart.scale or len(slots.labels), 2)
    _place_axes(drawn, slots, plot, last)
    every = list(drawn.plots[0].series)
    for one in every[:earlier]:
        _earlier_mark(one)
    series = every[earlier:]
    for one, (_, row) in zip(series, spans, strict=False):
        _bar_over(one, LIGHT.accent_range if _looked_at(exhibit, row) else LIGHT.previous)
    for one, (_, row) in zip(series[len(spans) :], places, strict=True):
        _dot(one, exhibit, row)
    parts.label_language(drawn, exhibit.say)
    _texts(slide, exhibit, slots, plot, last)
    if ends := difference.ends_of(exhibit, "place"):
        left, step = slots.area.x + slots.label_wide, plot / last
        marks = left + (ends[0] - 0.5) * step, left + (ends[1] - 0.5) * step
        difference.across(slide, exhibit, slots, marks, MARKS_HIGH if earlier else DOT_HIGH)


def _earlier_points(data: Any, exhibit: Exhibit, slots: Slots) -> int:
    """A series for each earlier place and each of its ranges, a little below today's; how many they are."""
    chart, added = exhibit.chart, 0
    for at, row in enumerate(slots.rows, start=1):
        was, *ends = (number(chart.part(name)[row or 0]) for name in ("was", "was_low", "was_high"))
        if row is None or was is None:
            continue
        for points in ([end for end in ends if end is not None], [was]):
            series = data.add_series(f"{slots.labels[row]}: {exhibit.say('before')}")
            for place in points:
                series.add_data_point(place, at + EARLIER_BELOW)
            added += 1
    return added


def _earlier_mark(series: Any) -> None:
    """Lighter and smaller than today's: a dot for a place, a thin line for a range."""
    if len(list(series.values)) == 1:
        series.format.line.fill.background()
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 9
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = text.rgb(LIGHT.previous)
        series.marker.format.line.fill.background()
    else:
        _bar_over(series, LIGHT.previous, 2.25)


def _span(exhibit: Exhibit, row: int) -> list[float]:
    """The first and the last plausible place; empty where either is unknown."""
    found = [number(exhibit.chart.part(name)[row]) for name in ("low", "high")]
    known = [place for place in found if place is not None]
    return known if len(known) == len(found) else []


def _looked_at(exhibit: Exhibit, row: int) -> bool:
    """The leading rows take the accent, or all of them where nobody leads."""
    leading = exhibit.chart.part("leading")
    return leading[row] == 1 or not any(value == 1 for value in leading)


def _texts(slide: Any, exhibit: Exhibit, slots: Slots, plot: float, last: int) -> None:
    """The axis' name, the places along the top and the labels at the left, which a scatter chart cannot write."""
    say, step = exhibit.say, plot / last
    left = slots.area.x + slots.label_wide
    beside.head(slide, exhibit.chart.axis, left, plot - 0.6, say)
    group = slide.shapes.add_group_shape()
    group.name = say("Scale")
    style = Style(11, LIGHT.ink3, align=text.CENTRE, anchor=text.MIDDLE)
    for place in range(1, last + 1):
        area = Area(left + (place - 1) * step, BELOW_SCALE - SCALE_HIGH, step, SCALE_HIGH)
        text.box(group.shapes, area, say.number(place), style, say, say.number(place))
    beside.column(slide, slots, slots.labels, slots.area.x, slots.label_wide - 0.4, say("Labels"), say, slots.size)


def _place_axes(drawn: Any, slots: Slots, plot: float, last: int) -> None:
    """Places from left to right, rows downwards in slots of the same height; both axes unseen."""
    across, down = drawn.category_axis, drawn.value_axis
    for axis, end in ((across, last + 0.5), (down, len(slots.rows) + 0.5)):
        axis.has_major_gridlines = False
        axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0.5, end, 1
        axis.visible = False
    down.reverse_order = True
    parts.plot_at(drawn, slots.label_wide / slots.area.wide, 0, plot / slots.area.wide, 1)


def _bar_over(series: Any, colour: str, thick: float = 6) -> None:
    """A thick line with round ends from the first plausible place to the last."""
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb, series.format.line.width = text.rgb(colour), Pt(thick)
    series.format.line._get_or_add_ln().set("cap", "rnd")


def _dot(series: Any, exhibit: Exhibit, row: int) -> None:
    """One dot with its place inside."""
    series.format.line.fill.background()
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 22
    series.marker.format.fill.solid()
    colour = LIGHT.accent if _looked_at(exhibit, row) else LIGHT.actual
    series.marker.format.fill.fore_color.rgb = text.rgb(colour)
    series.marker.format.line.fill.background()
    label = series.points[0].data_label
    label.position = XL_LABEL_POSITION.CENTER
    place = number(exhibit.chart.part("place")[row]) or 0
    style = Style(12, LIGHT.page, bold=True, align=text.CENTRE)
    text.run(label.text_frame.paragraphs[0], exhibit.say.number(place), style, exhibit.say)
    # LibreOffice draws all lines over all dots (measured): the number then still stands on its colour.
    parts.label_fill(label, colour)
