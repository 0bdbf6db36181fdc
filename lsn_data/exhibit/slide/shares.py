"""How are shares with their ranges drawn on a slide? As native bars with whiskers, earlier ones lighter below."""

from __future__ import annotations

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.course import number
from lsn_data.exhibit.page.shares import colours, has_earlier, longest
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import bars, difference, parts, text
from lsn_data.exhibit.slide import beside as slide_beside
from lsn_data.exhibit.slide import rows as beside
from lsn_data.exhibit.slide.places import WHISKER, apart
from lsn_data.exhibit.slide.rows import Slots

GAP_WIDTH = 60


def shares(slide: Any, exhibit: Exhibit, wide: float) -> tuple[str, ...]:
    """The bars with their figures at the right; returns the labels that had to be cut, in full."""
    chart = exhibit.chart
    labels = [str(label) for label in chart.part("label")]
    slots = beside.slots_of(labels, [None] * len(labels), wide)
    figures = slide_beside.figures(exhibit, labels)
    column = chart.table.columns[chart.table.at(chart.parts["share"])]
    values = slots.spread([number(value) for value in chart.part("share")])
    series = [(column.label, values)]
    if has_earlier(chart):
        before = chart.table.columns[chart.table.at(chart.parts["before"])]
        series.append((before.label, slots.spread([number(value) for value in chart.part("before")])))
    drawn = bars.category_chart(slide, exhibit, slots, XL_CHART_TYPE.BAR_CLUSTERED, series, column)
    taken = max(slide_beside.room(figures), difference.words_room(exhibit, "share"))
    plot, end = slots.area.wide - slots.label_wide - taken - 0.4, longest(chart)
    bars.frame(drawn, slots, plot, end)
    drawn.plots[0].gap_width, drawn.plots[0].overlap = GAP_WIDTH, 0
    for one, colour in zip(drawn.plots[0].series, (LIGHT.actual, LIGHT.previous), strict=False):
        one.format.fill.solid()
        one.format.fill.fore_color.rgb = text.rgb(colour)
        one.invert_if_negative = False
    first = drawn.plots[0].series[0]
    for at, colour in enumerate(slots.spread(colours(chart, LIGHT))):
        if colour == LIGHT.accent:
            fill = first.points[at].format.fill
            fill.solid()
            fill.fore_color.rgb = text.rgb(colour)
    low, high = (slots.spread([number(v) for v in chart.part(name)]) for name in ("low", "high"))
    if any(value is not None for value in low):
        parts.error_bars(first, apart(high, values), apart(values, low), WHISKER)
    _head(slide, exhibit, slots, plot)
    slide_beside.draw(slide, slots, figures, exhibit.say)
    parts.label_language(drawn, exhibit.say)
    covered = 1 / (1 + GAP_WIDTH / 100 / len(series))
    _difference(slide, exhibit, slots, plot / end, covered)
    return slots.full


def _difference(slide: Any, exhibit: Exhibit, slots: Slots, unit: float, covered: float) -> None:
    """The arrow between two bars; `unit` is the centimetres of one, `covered` the share of a row that its bars take."""
    ends = difference.ends_of(exhibit, "share")
    if ends is not None:
        left = slots.area.x + slots.label_wide
        difference.across(slide, exhibit, slots, (left + ends[0] * unit, left + ends[1] * unit), covered)


def _head(slide: Any, exhibit: Exhibit, slots: Slots, plot: float) -> None:
    """What the bars say, and what the lighter ones are."""
    chart, say = exhibit.chart, exhibit.say
    said = chart.axis
    if has_earlier(chart):
        label = chart.table.columns[chart.table.at(chart.parts["before"])].label
        said = f"{said} ({say('lighter: {wave}', wave=label)})"
    beside.head(slide, said, slots.area.x + slots.label_wide, plot, say)
