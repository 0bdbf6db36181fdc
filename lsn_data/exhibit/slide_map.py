"""How do countries stand on a slide? As native bars: a map cannot be edited there."""

from __future__ import annotations

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Pt

from lsn_data.exhibit import Exhibit, clean
from lsn_data.exhibit import slide_bars as bars
from lsn_data.exhibit import slide_parts as parts
from lsn_data.exhibit import slide_rows as beside
from lsn_data.exhibit import slide_text as text
from lsn_data.exhibit.page_map import MOST_BARS, countries_of
from lsn_data.exhibit.palette import LIGHT

GAP_WIDTH = 60


def countries(slide: Any, exhibit: Exhibit, wide: float) -> tuple[str, ...]:
    """The first countries as bars with their figures; returns the names that had to be cut, in full."""
    chart = exhibit.chart
    found = countries_of(exhibit)[:MOST_BARS]
    slots = beside.slots_of([one.name for one in found], [None] * len(found), wide)
    column = chart.table.columns[chart.table.at(chart.parts["value"])]
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
    beside.head(slide, chart.axis, slots.area.x + slots.label_wide, plot, exhibit.say)
    parts.label_language(drawn, exhibit.say)
    return slots.full
