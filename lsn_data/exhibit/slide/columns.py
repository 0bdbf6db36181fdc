"""How are columns drawn on a slide? As a native column chart with its figures as data labels and a key above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from lsn_data.exhibit import Exhibit, clean, fit
from lsn_data.exhibit import columns as cols
from lsn_data.exhibit.columns import Columns, Fill, Lane
from lsn_data.exhibit.contrast import ink_on
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import difference, parts, text
from lsn_data.exhibit.slide import rows as beside
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.exhibit.tables import number_format
from lsn_data.language import Language

LABEL_SIZES, VALUE_SIZE, KEY_SIZE = (12, 11, 10), 12, 11
TOP, FOOT, HANGING = 0.06, 0.16, 0.6
GAP_WIDTH, LABEL_LIMIT = 56, 60
# Centimetres of the key: what parts its names (a box stands in it), its lines, and how wide a name may be.
KEY_GAP, KEY_ROW, KEY_WIDEST = 0.95, 0.6, 9.0


def columns(slide: Any, exhibit: Exhibit, wide: float) -> tuple[str, ...]:
    """A clustered or stacked column chart; returns the labels that had to be cut, in full."""
    found = cols.columns_of(exhibit.chart, exhibit.say)
    arrow = 0.0 if found.stacked else difference.room(exhibit, "value")
    key = _key_of(exhibit, found, wide)
    lower = KEY_ROW * key.below
    area = replace(beside.CHART, y=beside.CHART.y + lower, wide=wide - arrow, high=beside.CHART.high - lower)
    kind = XL_CHART_TYPE.COLUMN_STACKED if found.stacked else XL_CHART_TYPE.COLUMN_CLUSTERED
    names = _names(found, area)
    drawn = parts.chart(slide.shapes, kind, area, _data(exhibit, found, names), exhibit)
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = GAP_WIDTH, 100 if found.stacked else -5
    unit = _frame(drawn, found, area)
    _axis(drawn, found, area)
    slot = area.points[0] / found.slots
    for lane, series in zip(found.lanes, plot.series, strict=False):
        _fills(series, lane, len(found.lanes) > 1, found.parted)
        if found.stacked:
            _segment_labels(series, lane, _alone(found), unit, area)
    if found.stacked:
        _totals(list(plot.series)[len(found.lanes) :])
    else:
        _end_labels(list(plot.series), exhibit, found, slot)
    _head(slide, exhibit, key, wide)
    parts.label_language(drawn, exhibit.say)
    if arrow:
        _difference(slide, exhibit, found, area, unit, wide)
    return tuple(f"{short} = {label}" for short, label in zip(names, found.labels, strict=False) if _cut(label, short))


def _difference(slide: Any, exhibit: Exhibit, found: Columns, area: Area, unit: float, wide: float) -> None:
    """The arrow of the difference right of all columns, a line from each of the two to it."""
    told, ends = exhibit.chart.difference, difference.ends_of(exhibit, "value")
    if told is None or ends is None:
        return
    base = area.y + (1 - FOOT) * area.high + found.smallest * unit - (HANGING if found.smallest < 0 else 0)
    places = {cell.row: (lane, at) for lane, one in enumerate(found.lanes) for at, cell in enumerate(one.cells) if cell}
    column = area.wide / found.slots / (len(found.lanes) + GAP_WIDTH / 100)
    marks = [
        area.x + area.wide / found.slots * at + column * (GAP_WIDTH / 200 + lane + 1)
        for lane, at in (places[told.start], places[told.end])
    ]
    heights = base - ends[0] * unit, base - ends[1] * unit
    x = area.x + area.wide + difference.BEFORE_ARROW
    difference.upright(slide, exhibit, heights, (marks[0], marks[1]), x, area.x + wide)


def _names(found: Columns, area: Area) -> list[str]:
    """The categories: the labels with what is said below them; blanks where there is nothing but room."""
    shown = cols.named_labels(found.labels, _label_size(found, area), area.points[0] / found.slots)
    told = [
        clean.shortened(clean.line(" ".join(texts)), LABEL_LIMIT) or " " if at in shown else " "
        for at, texts in enumerate(zip(found.labels, found.below, found.under, strict=True))
    ]
    return told + [" "] * (found.slots - len(told))


def _cut(label: str, short: str) -> bool:
    return len(clean.line(label)) > LABEL_LIMIT and short.endswith("…")


def _data(exhibit: Exhibit, found: Columns, names: Sequence[str]) -> Any:
    """Categories and series as the chart holds them; the totals of stacks are a series of their own, unseen."""
    column = cols.value_column(exhibit.chart)
    data = parts.category_data(number_format(column, exhibit.say))
    data.categories = names
    free = [None] * (found.slots - len(found.labels))
    for lane in found.lanes:
        values = [cell.value if cell else None for cell in lane.cells]
        data.add_series(clean.shortened(clean.line(lane.name or column.label), LABEL_LIMIT), [*values, *free])
    if found.stacked and any(total is not None for total in found.totals):
        total = exhibit.chart.table.columns[exhibit.chart.table.at(exhibit.chart.parts["total"])]
        data.add_series(clean.shortened(clean.line(total.label), LABEL_LIMIT), [*found.totals, *free])
    return data


def _frame(drawn: Any, found: Columns, area: Area) -> float:
    """Fix the plot and the unseen axis of values; returns centimetres per unit."""
    high = (1 - TOP - FOOT) * area.high
    hanging = HANGING if found.smallest < 0 else 0.0
    unit = (high - hanging) / (found.largest - found.smallest)
    values = drawn.value_axis
    values.has_major_gridlines, values.visible = False, False
    values.minimum_scale = found.smallest - hanging / unit
    values.maximum_scale = found.largest + TOP * area.high / unit
    parts.plot_at(drawn, 0, 0, 1, 1 - FOOT)
    return unit


def _axis(drawn: Any, found: Columns, area: Area) -> None:
    """One base line at zero; the labels under all columns."""
    axis = drawn.category_axis
    axis.has_major_gridlines = False
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.font.size = Pt(_label_size(found, area))
    axis.tick_labels.font.color.rgb = text.rgb(LIGHT.ink3)
    axis._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("rot", "0")
    axis.format.line.color.rgb, axis.format.line.width = text.rgb(LIGHT.ink3), Pt(0.75)


def _label_size(found: Columns, area: Area) -> float:
    """The largest type in which every word of every label fits into its place."""
    slot = area.points[0] / found.slots - 4
    words = [word for label in (*found.labels, *found.below, *found.under) for word in label.split()]
    return next((size for size in LABEL_SIZES if all(fit.width(word, size) <= slot for word in words)), LABEL_SIZES[-1])


def _fills(series: Any, lane: Lane, several: bool, parted: bool) -> None:
    """The colour of the series, and of each column whose scenario asks for another."""
    series.invert_if_negative = False
    solid = cols.colour(lane.series, LIGHT)
    _filled(series.format, Fill(solid, LIGHT.page if parted else solid))
    for at, cell in enumerate(lane.cells):
        if cell and cell.scenario != cols.ACTUAL:
            _filled(series.points[at].format, cols.fill_of(cell, lane, several, LIGHT))


def _filled(form: Any, fill: Fill) -> None:
    if fill.hatched:
        form.fill.patterned()
        form.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        form.fill.fore_color.rgb, form.fill.back_color.rgb = text.rgb(fill.edge), text.rgb(LIGHT.page)
    elif fill.inside:
        form.fill.solid()
        form.fill.fore_color.rgb = text.rgb(fill.inside)
    else:
        form.fill.background()
    form.line.color.rgb, form.line.width = text.rgb(fill.edge), Pt(1)


def _segment_labels(series: Any, lane: Lane, alone: Sequence[bool], unit: float, area: Area) -> None:
    """Figures in the middle of parts that are high enough, else at the end of those that hang or stand alone."""
    high = VALUE_SIZE * fit.LINE_HEIGHT / text.POINTS_PER_CM
    for at, cell in enumerate(lane.cells):
        if cell is None:
            continue
        part = abs(cell.value) * unit
        if part >= high:
            fill = cols.fill_of(cell, lane, True, LIGHT)
            _label(series.points[at], XL_LABEL_POSITION.CENTER, ink_on(fill.inside or LIGHT.page))
        elif cell.value < 0 or (alone[at] and cell.value):
            _label(series.points[at], XL_LABEL_POSITION.CENTER, LIGHT.ink2)
            _moved(series.points[at].data_label, (part + high) / 2 / area.high * (1 if cell.value < 0 else -1))
    _without_leaders(series)


def _alone(found: Columns) -> list[bool]:
    """For each label: is there one part above the base line, and no total over it?"""
    counts = [sum(1 for lane in found.lanes if (cell := lane.cells[at]) and cell.value > 0)
              for at in range(len(found.labels))]  # fmt: skip
    return [count == 1 and total is None for count, total in zip(counts, found.totals, strict=True)]


def _totals(series: list[Any]) -> None:
    """The totals stand over the stacks: as the labels at the base of columns that are not seen."""
    for one in series:
        one.format.fill.background()
        one.format.line.fill.background()
        for at, value in enumerate(one.values):
            if value is not None:
                _label(one.points[at], XL_LABEL_POSITION.INSIDE_BASE, LIGHT.ink, bold=True)


def _end_labels(series: list[Any], exhibit: Exhibit, found: Columns, slot: float) -> None:
    """Figures at the ends of columns side by side: all that fit, else the first, the last and the largest."""
    column = cols.value_column(exhibit.chart)
    said = [[column.shown(cell.value, exhibit.say) if cell else "" for cell in lane.cells] for lane in found.lanes]
    for lane, at in sorted(cols.named_columns(found, said, VALUE_SIZE, slot)):
        if found.lanes[lane].cells[at]:
            _label(series[lane].points[at], XL_LABEL_POSITION.OUTSIDE_END, LIGHT.ink)


def _label(point: Any, position: Any, ink: str, bold: bool = False) -> None:
    """A label on one line."""
    label = point.data_label
    label.position = position
    label.font.size, label.font.bold = Pt(VALUE_SIZE), bold
    label.font.color.rgb = text.rgb(ink)
    label._dLbl.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")


def _moved(label: Any, down: float) -> None:
    """Move a label down by a share of the chart's height."""
    moved = f'<c:manualLayout><c:x val="0"/><c:y val="{down:.4f}"/></c:manualLayout>'
    label._dLbl.find(qn("c:idx")).addnext(parse_xml(f"<c:layout {nsdecls('c')}>{moved}</c:layout>"))


def _without_leaders(series: Any) -> None:
    """No lines from labels that were moved to their columns."""
    labels = series._element.find(qn("c:dLbls"))
    if labels is not None:
        labels.append(
            parse_xml(
                f'<c:extLst {nsdecls("c")}><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}"'
                ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
                '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
            )
        )


@dataclass(frozen=True)
class _Key:
    """The key in rows of (fill, name, width of the name); `below`: how many rows stand below the chart's heading."""

    rows: tuple[tuple[tuple[Fill, str, float], ...], ...]
    below: int


def _key_of(exhibit: Exhibit, found: Columns, wide: float) -> _Key:
    """Whole names: beside the heading where both find room there, else on lines of their own below it."""
    most = KEY_WIDEST * text.POINTS_PER_CM
    named = [(fill, fit.cut(clean.line(name), KEY_SIZE, most)) for fill, name in cols.key_of(exhibit, found, LIGHT)]
    boxes = [(fill, name, fit.width(name, KEY_SIZE) / text.POINTS_PER_CM + 0.15) for fill, name in named]
    heading = fit.width(clean.line(exhibit.chart.axis), beside.HEAD_SIZES[-1]) / text.POINTS_PER_CM
    if heading + 0.4 + sum(one + KEY_GAP for *_, one in boxes) <= wide:
        return _Key((tuple(boxes),) if boxes else (), 0)
    rows: list[list[tuple[Fill, str, float]]] = [[]]
    for box in boxes:
        if rows[-1] and sum(one + KEY_GAP for *_, one in (*rows[-1], box)) > wide:
            rows.append([])
        rows[-1].append(box)
    return _Key(tuple(map(tuple, rows)), len(rows))


def _head(slide: Any, exhibit: Exhibit, key: _Key, wide: float) -> None:
    """What is measured at the left; the key at the right of it or below, as boxes with their names."""
    left, say = beside.CHART.x, exhibit.say
    taken = sum(one + KEY_GAP for row in key.rows for *_, one in row) if key.rows and not key.below else 0.0
    beside.head(slide, exhibit.chart.axis, left, wide - taken - (0.4 if taken else 0), say)
    if not key.rows:
        return
    group = slide.shapes.add_group_shape()
    group.name = say("Key")
    for down, row in enumerate(key.rows, start=1 if key.below else 0):
        at = left if key.below else left + wide - taken
        for fill, name, one in row:
            y = beside.HEAD_TOP + down * KEY_ROW
            _key_box(group, fill, name, Area(at, y, one, beside.HEAD_HIGH), say)
            at += one + KEY_GAP


def _key_box(group: Any, fill: Fill, name: str, area: Area, say: Language) -> None:
    box = Area(area.x, area.y + (area.high - 0.32) / 2, 0.32, 0.32)
    shape = text.plain(group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu))
    shape.name = clean.shortened(name, 60)
    _filled(shape, fill)
    named = Area(area.x + 0.45, area.y, area.wide, area.high)
    text.box(group.shapes, named, name, Style(KEY_SIZE, LIGHT.ink2, anchor=text.MIDDLE), say, name)
