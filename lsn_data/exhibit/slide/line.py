"""How is a course over time drawn on a slide? As a native line chart with first and last values and the target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from lsn_data.exhibit import Exhibit, clean, fit
from lsn_data.exhibit.course import Course, Series, course_of, years
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import difference, parts, text
from lsn_data.exhibit.slide import rows as beside
from lsn_data.exhibit.slide.text import Area
from lsn_data.exhibit.tables import number_format

NAME_LIMIT, FEW = 28, 8
HEADROOM, PLOT_LEFT, PLOT_TOP, PLOT_HIGH, LABEL_HIGH = 1.12, 0.03, 0.02, 0.88, 0.05


def line(slide: Any, exhibit: Exhibit, wide: float) -> tuple[str, ...]:
    """A line chart; returns nothing cut, since names are shortened only at the ends of lines."""
    course = course_of(exhibit.chart, exhibit.say)
    lines = [*course.series, *([course.target] if course.target else [])]
    area = replace(beside.CHART, wide=wide)
    drawn = parts.chart(slide.shapes, XL_CHART_TYPE.LINE_MARKERS, area, _data(exhibit, course, lines), exhibit)
    named = _room_at_the_right(exhibit, course, lines)
    plot = 0.97 - (named + difference.room(exhibit, "value")) / wide
    parts.plot_at(drawn, PLOT_LEFT, PLOT_TOP, plot, PLOT_HIGH)
    _axes(drawn, course)
    moved = _moved(course, lines)
    for one, series, colour, shifts in zip(lines, drawn.plots[0].series, _colours(course), moved, strict=True):
        _line(series, one, colour, is_target=one is course.target)
        _values(series, one, exhibit, len(course.series) > 1, one is course.target, shifts)
    beside.head(slide, exhibit.chart.axis, area.x, area.wide, exhibit.say)
    parts.label_language(drawn, exhibit.say)
    _difference(slide, exhibit, course, area, plot, named)
    return tuple(f"{clean.shortened(n, NAME_LIMIT)} = {n}" for n in map(_name, lines) if len(n) > NAME_LIMIT)


def _difference(slide: Any, exhibit: Exhibit, course: Course, area: Area, plot: float, named: float) -> None:
    """The arrow of the difference right of the last values and names, a line from each of the two points to it."""
    told, ends = exhibit.chart.difference, difference.ends_of(exhibit, "value")
    if told is None or ends is None or _uneven_years(course):
        return
    span = (course.largest - course.smallest) * HEADROOM
    high = [area.y + area.high * (PLOT_TOP + (course.largest * HEADROOM - end) / span * PLOT_HIGH) for end in ends]
    if abs(high[0] - high[1]) < area.high * LABEL_HIGH:
        return
    cells = exhibit.chart.part("x")
    periods = list(dict.fromkeys(cells))
    slot, left = plot * area.wide / len(periods), area.x + PLOT_LEFT * area.wide
    at = [periods.index(cells[row]) for row in (told.start, told.end)]
    marks = [
        left + plot * area.wide + named - 0.2 if one == len(periods) - 1 else left + (one + 0.5) * slot + 0.2
        for one in at
    ]
    x = left + plot * area.wide + named + difference.BEFORE_ARROW
    difference.upright(slide, exhibit, (high[0], high[1]), (marks[0], marks[1]), x, area.x + area.wide)


def _name(one: Series) -> str:
    return clean.line(one.name)


def _data(exhibit: Exhibit, course: Course, lines: Sequence[Series]) -> Any:
    """Periods and values as the chart holds them; years that are not one step apart stand on an axis of dates."""
    column = exhibit.chart.table.columns[exhibit.chart.table.at(exhibit.chart.parts["value"])]
    data = parts.category_data(number_format(column, exhibit.say))
    if _uneven_years(course):
        data.categories = [dt.date(int(period), 1, 1) for period in course.periods]
        data.categories.number_format = "yyyy"
    else:
        data.categories = [clean.shortened(clean.line(period), 24) for period in course.periods]
    for one in lines:
        data.add_series(clean.shortened(_name(one), NAME_LIMIT), one.values)
    return data


def _uneven_years(course: Course) -> bool:
    steps = {b - a for a, b in zip(course.at, course.at[1:], strict=False)}
    return years(course.periods) and len(steps) > 1


def _room_at_the_right(exhibit: Exhibit, course: Course, lines: Sequence[Series]) -> float:
    """Centimetres for the last values and names beside their points."""
    column = exhibit.chart.table.columns[exhibit.chart.table.at(exhibit.chart.parts["value"])]
    value = fit.width(column.shown(course.largest, exhibit.say), 14, bold=True)
    named = lines if len(course.series) > 1 else [course.target] if course.target else []
    names = [fit.width(clean.shortened(_name(one), NAME_LIMIT), 14, bold=True) for one in named]
    return (value + max(names, default=0)) / text.POINTS_PER_CM + 0.9


def _axes(drawn: Any, course: Course) -> None:
    """One base line with the periods under it; values from zero, unseen."""
    across, up = drawn.category_axis, drawn.value_axis
    across.has_major_gridlines = up.has_major_gridlines = False
    across.major_tick_mark = across.minor_tick_mark = XL_TICK_MARK.NONE
    across.tick_labels.font.size = Pt(12)
    across.tick_labels.font.color.rgb = text.rgb(LIGHT.ink3)
    across.format.line.color.rgb, across.format.line.width = text.rgb(LIGHT.ink3), Pt(0.75)
    up.visible = False
    up.minimum_scale, up.maximum_scale = course.smallest * HEADROOM, course.largest * HEADROOM
    if _uneven_years(course):
        _yearly(across)


def _yearly(across: Any) -> None:
    """Count the axis of dates in years, so that no month stands on it."""
    across.tick_labels.number_format, across.tick_labels.number_format_is_linked = "yyyy", False
    axis = across._element
    for tag in ("c:baseTimeUnit", "c:majorUnit", "c:majorTimeUnit"):
        for old in axis.findall(qn(tag)):
            axis.remove(old)
    for xml in (
        '<c:baseTimeUnit {} val="years"/>',
        '<c:majorUnit {} val="1"/>',
        '<c:majorTimeUnit {} val="years"/>',
    ):
        axis.append(parse_xml(xml.format(nsdecls("c"))))


def _colours(course: Course) -> list[str]:
    """One series is the thing to look at; several are told apart by colour and by their names."""
    order = (LIGHT.accent, LIGHT.actual, LIGHT.previous, *LIGHT.ramp[1:4])
    return [order[at % len(order)] for at in range(len(course.series))] + ([LIGHT.ink] if course.target else [])


def _line(series: Any, one: Series, colour: str, is_target: bool) -> None:
    """A line with a dot at its end; two values are two dots; a target is outlined, and dashed if it has a course."""
    series.smooth = False
    drawn = series.format.line
    if one.is_line:
        drawn.color.rgb, drawn.width = text.rgb(colour), Pt(1.5 if is_target else 2.25)
        drawn.dash_style = MSO_LINE.DASH if is_target else None
    else:
        drawn.fill.background()
    series.marker.style = XL_MARKER_STYLE.NONE
    for at in one.known:
        if is_target:
            _outlined(series.points[at].marker)
        elif at == one.known[-1] or not one.is_line or _alone(one, at):
            _filled(series.points[at].marker, colour)


def _alone(one: Series, at: int) -> bool:
    """A value between two gaps has no line to stand on."""
    return not {at - 1, at + 1} & set(one.known)


def _filled(marker: Any, colour: str) -> None:
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 8
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = text.rgb(colour)
    marker.format.line.fill.background()


def _outlined(marker: Any) -> None:
    marker.style, marker.size = XL_MARKER_STYLE.SQUARE, 11
    marker.format.fill.background()
    marker.format.line.color.rgb, marker.format.line.width = text.rgb(LIGHT.ink), Pt(1.5)


def _moved(course: Course, lines: Sequence[Series]) -> list[tuple[float, float]]:
    """How far down the first and the last label of each line move so that none covers another (shares of the chart)."""
    firsts = _shifts([(one.known[0], _down(one, one.known[0], course)) if one.known else None for one in lines])
    lasts = _shifts([(one.known[-1], _down(one, one.known[-1], course)) if one.known else None for one in lines])
    return list(zip(firsts, lasts, strict=True))


def _down(one: Series, at: int, course: Course) -> float:
    span = (course.largest - course.smallest) * HEADROOM
    return (course.largest * HEADROOM - (one.values[at] or 0)) / span * PLOT_HIGH


def _shifts(labels: Sequence[tuple[int, float] | None]) -> list[float]:
    """The shift of each label, given its period and its height; lines without a value need none.

    >>> [round(shift, 2) for shift in _shifts([(0, 0.5), (0, 0.48), None, (1, 0.5)])]
    [0.03, 0.0, 0.0, 0.0]
    """
    shifts = [0.0] * len(labels)
    before: dict[int, float] = {}
    for label, position in sorted((label, position) for position, label in enumerate(labels) if label):
        at, down = label
        set_at = max(down, before.get(at, -1.0) + LABEL_HIGH)
        shifts[position], before[at] = set_at - down, set_at
    return shifts


def _values(
    series: Any, one: Series, exhibit: Exhibit, several: bool, is_target: bool, shifts: tuple[float, float]
) -> None:
    """The first value above its point, the last beside it, with the series' name where it needs one; of a line that
    stands alone and has few values, all of them.
    """
    if not one.known:
        return
    first, last = one.known[0], one.known[-1]
    if first != last and not is_target:
        _label(series.points[first], XL_LABEL_POSITION.ABOVE, LIGHT.ink2, False, shifts[0])
    if not several and not is_target and len(one.known) <= FEW:
        for at in one.known[1:-1]:
            _label(series.points[at], XL_LABEL_POSITION.ABOVE, LIGHT.ink2, False, 0)
    _label(series.points[last], XL_LABEL_POSITION.RIGHT, LIGHT.ink, True, shifts[1])
    if several or is_target:
        _name_too(series.points[last])


def _label(point: Any, position: Any, colour: str, bold: bool, shift: float) -> None:
    """A label on one line, moved down by a share of the chart's height where another one stands."""
    label = point.data_label
    label.position = position
    label.font.size, label.font.bold = Pt(14), bold
    label.font.color.rgb = text.rgb(colour)
    label._dLbl.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")
    if shift:
        moved = f'<c:manualLayout><c:x val="0"/><c:y val="{shift:.4f}"/></c:manualLayout>'
        label._dLbl.find(qn("c:idx")).addnext(parse_xml(f"<c:layout {nsdecls('c')}>{moved}</c:layout>"))


def _name_too(point: Any) -> None:
    """Show the series' name before the value, both linked to the chart's data."""
    label = point.data_label._dLbl
    label.find(qn("c:showSerName")).set("val", "1")
    for old in label.findall(qn("c:separator")):
        label.remove(old)
    label.find(qn("c:showBubbleSize")).addnext(parse_xml(f"<c:separator {nsdecls('c')}> </c:separator>"))
