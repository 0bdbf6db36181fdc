"""How is a distribution drawn on a slide? As native stacked bars with their key above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from lsn_data.exhibit import Column, Exhibit, Value, clean, fit
from lsn_data.exhibit import stack as stacks
from lsn_data.exhibit.course import number
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import bars, parts, text
from lsn_data.exhibit.slide import beside as slide_beside
from lsn_data.exhibit.slide import rows as beside
from lsn_data.exhibit.slide.text import Area, Style

GAP_WIDTH = 60


def distribution(slide: Any, exhibit: Exhibit, wide: float) -> tuple[str, ...]:
    """Stacked counts with the ramp's colours, a key above; returns the labels that had to be cut, in full."""
    chart = exhibit.chart
    stack = stacks.stack_of(chart)
    slots = beside.slots_of(stack.labels, stack.groups, wide)
    figures = slide_beside.figures(exhibit, stack.labels)
    column = chart.table.columns[chart.table.at(chart.parts["count"])]
    series = [(name, slots.spread(counts)) for (_, name), counts in zip(stack.parts, stack.counts, strict=True)]
    drawn = bars.category_chart(slide, exhibit, slots, XL_CHART_TYPE.BAR_STACKED, series, column)
    plot, longest = slots.area.wide - slots.label_wide - slide_beside.room(figures), stacks.longest(stack)
    bars.frame(drawn, slots, plot, longest)
    drawn.category_axis.format.line.fill.background()
    drawn.plots[0].gap_width, drawn.plots[0].overlap = GAP_WIDTH, 100
    for one, (order, _), (_, values) in zip(drawn.plots[0].series, stack.parts, series, strict=True):
        fill, ink, edge = stacks.colours(order, chart, stack, LIGHT)
        _segment(one, None if order == stacks.NOT_RANKED else fill, ink, edge)
        _segment_labels(one, exhibit, column, values, plot / longest, ink, slots.type_in_bar(GAP_WIDTH, 12))
    _key(slide, exhibit, stack, slots.area.x + slots.label_wide, plot)
    slide_beside.draw(slide, slots, figures, exhibit.say)
    parts.label_language(drawn, exhibit.say)
    return slots.full


def _segment(one: Any, fill: str | None, ink: str, edge: str) -> None:
    """A part's colour; "not ranked" is an outlined box with nothing inside."""
    if fill is None:
        one.format.fill.background()
    else:
        one.format.fill.solid()
        one.format.fill.fore_color.rgb = text.rgb(fill)
    one.format.line.color.rgb, one.format.line.width = text.rgb(edge), Pt(0.9)
    one.invert_if_negative = False


def _segment_labels(
    one: Any,
    exhibit: Exhibit,
    column: Column,
    values: Sequence[Value],
    centimetres: float,
    ink: str,
    size: float,
) -> None:
    """Numbers in the middle of the segments that are wide enough for them."""
    for at, value in enumerate(values):
        count = number(value) or 0
        needed = fit.width(column.shown(value, exhibit.say), size) + 5
        if count * centimetres * text.POINTS_PER_CM >= needed:
            label = one.points[at].data_label
            label.position = XL_LABEL_POSITION.CENTER
            label.font.size = Pt(size)
            label.font.color.rgb = text.rgb(ink)


def _key(slide: Any, exhibit: Exhibit, stack: stacks.Stack, x: float, room: float) -> None:
    """What is counted, and the key as a row of small boxes, both above the chart."""
    said = clean.line(exhibit.chart.axis)
    group = slide.shapes.add_group_shape()
    group.name = exhibit.say("Key")
    names = stacks.key_names(stack.parts, room * text.POINTS_PER_CM * 0.6)
    at = x + room - sum(wide for _, _, wide in names) / text.POINTS_PER_CM
    fits = fit.width(said, 12) / text.POINTS_PER_CM < at - x - 0.3
    left = x if fits else beside.CHART.x
    beside.head(slide, said, left, at - left - 0.3, exhibit.say)
    for order, name, wide in names:
        fill, ink, edge = stacks.colours(order, exhibit.chart, stack, LIGHT)
        area = Area(at, beside.HEAD_TOP + 0.02, wide / text.POINTS_PER_CM, beside.HEAD_HIGH - 0.04)
        _key_box(group, area, name, None if order == stacks.NOT_RANKED else fill, ink, edge, exhibit)
        at += wide / text.POINTS_PER_CM


def _key_box(group: Any, area: Area, name: str, fill: str | None, ink: str, edge: str, exhibit: Exhibit) -> None:
    shape = text.plain(group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *area.emu))
    shape.name = clean.shortened(clean.line(name), 60)
    _segment_fill(shape, fill)
    shape.line.color.rgb, shape.line.width = text.rgb(edge), Pt(0.9)
    style = Style(11, ink, align=text.CENTRE, anchor=text.MIDDLE)
    text.write(shape.text_frame, [name], style, exhibit.say)


def _segment_fill(shape: Any, fill: str | None) -> None:
    if fill is None:
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = text.rgb(fill)
