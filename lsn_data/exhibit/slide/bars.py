"""How does a native bar chart become one of ours? Rows from the top, a base line, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_TICK_MARK
from pptx.util import Pt

from lsn_data.exhibit import Column, Exhibit, Value, clean
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import parts, text
from lsn_data.exhibit.slide.rows import Slots
from lsn_data.exhibit.tables import number_format


def category_chart(
    slide: Any,
    exhibit: Exhibit,
    slots: Slots,
    kind: Any,
    series: Sequence[tuple[str, Sequence[Value]]],
    column: Column,
) -> Any:
    """A bar chart whose first category stands at the top."""
    data = parts.category_data(number_format(column, exhibit.say))
    data.categories = slots.names()
    for name, values in series:
        data.add_series(clean.line(name), values)
    return parts.chart(slide.shapes, kind, slots.area, data, exhibit)


def frame(drawn: Any, slots: Slots, plot: float, largest: float) -> None:
    """The axes: labels at the left, one base line, values from zero, no grid."""
    axis = drawn.category_axis
    axis.reverse_order = True
    axis.has_major_gridlines = False
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.font.size = Pt(slots.size)
    axis.tick_labels.font.color.rgb = text.rgb(LIGHT.ink)
    axis.format.line.color.rgb, axis.format.line.width = text.rgb(LIGHT.ink3), Pt(0.75)
    values = drawn.value_axis
    values.has_major_gridlines = False
    values.visible = False
    values.minimum_scale, values.maximum_scale = 0, largest
    parts.plot_at(drawn, slots.label_wide / slots.area.wide, 0, plot / slots.area.wide, 1)
