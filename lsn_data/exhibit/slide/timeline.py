"""How is a timeline drawn on a slide? As native stacked bars: the first, unseen series holds the days of the start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Cm, Pt

from lsn_data.exhibit import Exhibit, clean, fit, timeline
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import parts, text
from lsn_data.exhibit.slide import rows as beside
from lsn_data.exhibit.slide.rows import Slots
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.exhibit.timeline import Bar, Fill, Timeline

MOST_LINES, LEAST_LINES = 26, 9
TOP, BOTTOM = 5.75, 15.7
GAP_WIDTH, SAID_SIZE, HEAD_SIZE = 45, 10, 10
WIDEST_SAID = 5.2
LABEL_SIZES = (13, 12, 11, 10, 9)
# The day before which spreadsheet programs begin to count, as Python counts.
SERIAL = 693_594
DAY, DAYS = "yyyy-mm-dd", "0"


def sheets(exhibit: Exhibit) -> list[range]:
    """Which rows stand on each slide."""
    return timeline.sheets([str(group or "") for group in exhibit.chart.part("group")], MOST_LINES)


def bars(slide: Any, exhibit: Exhibit, rows: range) -> tuple[str, ...]:
    """The rows of one slide; returns the labels that had to be cut, in full."""
    found = timeline.timeline_of(exhibit.chart)
    told = [found.bars[at] for at in rows]
    slots = _slots(told)
    area, wide = slots.area, slots.area.wide - slots.label_wide - _said_room(told, found, slots)
    drawn = parts.chart(slide.shapes, XL_CHART_TYPE.BAR_STACKED, area, _data(exhibit, found, told, slots), exhibit)
    _axes(drawn, found, slots, wide)
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = GAP_WIDTH, 100
    for series, fill in zip(plot.series, _fills(found, told), strict=True):
        _paint(series, fill)
    left, day = area.x + slots.label_wide, wide / (found.last - found.first)
    _years(slide, exhibit, found, left, day)
    _today(slide, exhibit, found, left + (found.today - found.first) * day)
    _joins(slide, exhibit, found, told, slots, left, day)
    _beside(slide, exhibit, found, told, slots, left, day)
    _key(slide, exhibit, found)
    parts.label_language(drawn, exhibit.say)
    return slots.full


def _slots(told: Sequence[Bar]) -> Slots:
    """A line for each bar, and one above each group for its name."""
    lines: list[int | None] = []
    for at, bar in enumerate(told):
        if bar.group and (at == 0 or bar.group != told[at - 1].group):
            lines.append(None)
        lines.append(at)
    high = (BOTTOM - TOP) * min(1.0, max(len(lines), 1) / LEAST_LINES)
    area = Area(beside.CHART.x, TOP, beside.WHOLE_WIDTH, high)
    said = [clean.line(bar.label) for bar in told]
    room = high / max(len(lines), 1) * text.POINTS_PER_CM
    size = next((one for one in LABEL_SIZES if one * fit.LINE_HEIGHT <= room), LABEL_SIZES[-1])
    longest = max((fit.width(label, size) for label in said), default=0) / text.POINTS_PER_CM + 0.5
    column = min(max(longest, beside.NARROWEST), beside.WIDEST)
    short = [fit.cut(label, size, (column - 0.4) * text.POINTS_PER_CM) for label in said]
    full = tuple(f"{cut} = {label}" for cut, label in zip(short, said, strict=True) if cut != label)
    return Slots(area, tuple(lines), tuple(short), size, column, full)


def _said_room(told: Sequence[Bar], found: Timeline, slots: Slots) -> float:
    """The room at the right for the words of bars that end late, in centimetres."""
    whole = slots.area.wide - slots.label_wide
    free = [
        fit.width(clean.line(bar.said), SAID_SIZE) / text.POINTS_PER_CM + 0.4
        - (found.last - timeline.anchor(found, bar)) / (found.last - found.first) * (whole - WIDEST_SAID)
        for bar in told
    ]  # fmt: skip
    return min(max([0.3, *free]), WIDEST_SAID)


def _data(exhibit: Exhibit, found: Timeline, told: Sequence[Bar], slots: Slots) -> Any:
    """The start as a date that spreadsheet programs know, then days: unknown start, a series each fill, unknown end."""
    say = exhibit.say
    data = parts.category_data(DAYS)
    data.categories = slots.names()
    data.add_series(say("First day"), slots.spread([_begin(bar, found) for bar in told]), DAY)
    names = dict(found.key)
    for fill in _fills(found, told)[1:]:
        if fill in ("open start", "open end"):
            is_open = [bar.open_start if fill == "open start" else bar.open_end for bar in told]
            days = [round(found.fading) if one else None for one in is_open]
            data.add_series(
                say("start not stated") if fill == "open start" else say("end not stated"), slots.spread(days)
            )
        else:
            days = [_days(bar, found) if bar.fill == fill else None for bar in told]
            data.add_series(clean.shortened(clean.line(names[fill]), 60), slots.spread(days))  # type: ignore[index]
    return data


def _fills(found: Timeline, told: Sequence[Bar]) -> list[str]:
    """What each series is, in the order of the stack; the first one is not seen."""
    first = ["open start"] if any(bar.open_start for bar in told) else []
    last = ["open end"] if any(bar.open_end for bar in told) else []
    return ["unseen", *first, *(fill for fill, _ in found.key), *last]


def _begin(bar: Bar, found: Timeline) -> int | None:
    if bar.start is None:
        return None
    return round(bar.start - (found.fading if bar.open_start else 0)) - SERIAL


def _days(bar: Bar, found: Timeline) -> int | None:
    """The days of a bar; the first and the last count."""
    return None if bar.start is None or bar.end is None else round(bar.end - bar.start) + 1


def _axes(drawn: Any, found: Timeline, slots: Slots, wide: float) -> None:
    """Rows from the top, no grid; the unseen axis of days runs over whole years."""
    axis = drawn.category_axis
    axis.reverse_order, axis.has_major_gridlines = True, False
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.font.size = Pt(slots.size)
    axis.tick_labels.font.color.rgb = text.rgb(LIGHT.ink)
    axis.format.line.fill.background()
    values = drawn.value_axis
    values.has_major_gridlines, values.visible = False, False
    values.minimum_scale, values.maximum_scale = found.first - SERIAL, found.last - SERIAL
    parts.plot_at(drawn, slots.label_wide / slots.area.wide, 0, wide / slots.area.wide, 1)


def _paint(series: Any, fill: str) -> None:
    """Solid, lighter, outlined, hatched where an end is not known; the series of the starts is not seen."""
    series.invert_if_negative = False
    inside, line = series.format.fill, series.format.line
    if fill in ("open start", "open end"):
        inside.patterned()
        inside.pattern = MSO_PATTERN.LIGHT_UPWARD_DIAGONAL
        inside.fore_color.rgb, inside.back_color.rgb = text.rgb(LIGHT.actual), text.rgb(LIGHT.page)
        line.fill.background()
    elif fill in ("unseen", "outline"):
        inside.background()
        if fill == "outline":
            line.color.rgb, line.width = text.rgb(LIGHT.actual), Pt(1.25)
        else:
            line.fill.background()
    else:
        inside.solid()
        inside.fore_color.rgb = text.rgb(LIGHT.actual if fill == "solid" else LIGHT.previous)
        line.fill.background()


def _years(slide: Any, exhibit: Exhibit, found: Timeline, left: float, day: float) -> None:
    """The years above the bars, as one group."""
    group = slide.shapes.add_group_shape()
    group.name = exhibit.say("Years")
    for year, first in found.years:
        area = Area(left + (first - found.first) * day, TOP - 0.5, 1.3, 0.45)
        text.box(group.shapes, area, str(year), Style(10, LIGHT.ink3), exhibit.say, str(year))


def _today(slide: Any, exhibit: Exhibit, found: Timeline, x: float) -> None:
    line = text.plain(slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Cm(x), Cm(TOP), Cm(x), Cm(BOTTOM)))
    line.name = exhibit.say("today")
    line.line.color.rgb, line.line.width, line.line.dash_style = text.rgb(LIGHT.accent), Pt(1), MSO_LINE.DASH
    style = Style(10, LIGHT.accent, bold=True, align=text.CENTRE)
    text.box(slide.shapes, Area(x - 1, TOP - 0.95, 2, 0.45), exhibit.say("today"), style, exhibit.say, line.name)


def _joins(
    slide: Any, exhibit: Exhibit, found: Timeline, told: Sequence[Bar], slots: Slots, left: float, day: float
) -> None:
    """A thin line from the end of a bar to the one that continues it, as far as both stand on this slide."""
    line_of = {told[row].at: line for line, row in enumerate(slots.rows) if row is not None}
    for bar in told:
        before = next((one for one in told if one.at == bar.after and one.end is not None), None)
        if before is None:
            continue
        x = left + (timeline.anchor(found, before) - found.first) * day
        y0, y1 = (slots.area.y + (line_of[one.at] + 0.5) * slots.high for one in (before, bar))
        half = slots.high / 2 / (1 + GAP_WIDTH / 100)
        to = left + (bar.start - found.first) * day if bar.start is not None else x
        _stroke(slide, exhibit, (x, y0 + (half if y0 < y1 else -half)), (x, y1 if to > x else y1 - half))
        if to > x:
            _stroke(slide, exhibit, (x, y1), (to, y1))


def _stroke(slide: Any, exhibit: Exhibit, begin: tuple[float, float], end: tuple[float, float]) -> None:
    line = text.plain(slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Cm, (*begin, *end))))
    line.name = exhibit.say("Line")
    line.line.color.rgb, line.line.width = text.rgb(LIGHT.ink3), Pt(0.75)


def _beside(
    slide: Any, exhibit: Exhibit, found: Timeline, told: Sequence[Bar], slots: Slots, left: float, day: float
) -> None:  # fmt: skip
    """The words at the end of each bar, and the name of each group above it; each as one group of boxes."""
    words, heads = slide.shapes.add_group_shape(), slide.shapes.add_group_shape()
    words.name, heads.name = exhibit.say("Run times"), exhibit.say("Groups")
    for line, row in enumerate(slots.rows):
        y = slots.area.y + line * slots.high
        if row is None:
            name = told[slots.rows[line + 1] or 0].group
            style = Style(HEAD_SIZE, LIGHT.ink3, bold=True, anchor=text.BOTTOM)
            text.box(heads.shapes, Area(slots.area.x, y, 9, slots.high), clean.line(name), style, exhibit.say, name)
            continue
        bar = told[row]
        if clean.line(bar.said):
            x = left + (timeline.anchor(found, bar) - found.first) * day + 0.15
            room = beside.CHART.x + beside.WHOLE_WIDTH - x
            said = fit.cut(clean.line(bar.said), SAID_SIZE, room * text.POINTS_PER_CM)
            style = Style(SAID_SIZE, LIGHT.ink2, anchor=text.MIDDLE)
            text.box(words.shapes, Area(x, y, room, slots.high), said, style, exhibit.say, clean.line(bar.label))


def _key(slide: Any, exhibit: Exhibit, found: Timeline) -> None:
    """What the fills mean, above the chart at the left."""
    group = slide.shapes.add_group_shape()
    group.name, at = exhibit.say("Key"), beside.CHART.x
    for fill, name in found.key:
        shape = text.plain(group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Area(at, TOP - 0.9, 0.6, 0.3).emu))
        shape.name = clean.shortened(clean.line(name), 60)
        _box(shape, fill)
        said = clean.line(name)
        wide = fit.width(said, 11) / text.POINTS_PER_CM + 0.3
        style = Style(11, LIGHT.ink2, anchor=text.MIDDLE)
        text.box(group.shapes, Area(at + 0.75, TOP - 1.0, wide, 0.5), said, style, exhibit.say, said)
        at += wide + 1.35


def _box(shape: Any, fill: Fill) -> None:
    if fill == "outline":
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = text.rgb(LIGHT.actual if fill == "solid" else LIGHT.previous)
    shape.line.color.rgb, shape.line.width = text.rgb(LIGHT.previous if fill == "light" else LIGHT.actual), Pt(1)
