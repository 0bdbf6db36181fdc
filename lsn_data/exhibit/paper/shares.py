"""What is drawn of shares with their ranges on paper?"""

from __future__ import annotations

from lsn_data.exhibit import Chart, Exhibit
from lsn_data.exhibit.course import number
from lsn_data.exhibit.page.shares import has_earlier, longest
from lsn_data.exhibit.paper.rows import Told, beside, sheets
from lsn_data.exhibit.paper.text import line


def shares(exhibit: Exhibit) -> list[Told]:
    """Rows with their bars, ranges and earlier bars as shares of the longest one."""
    chart, say = exhibit.chart, exhibit.say
    earlier = None
    if has_earlier(chart):
        label = chart.table.columns[chart.table.at(chart.parts["before"])].label
        earlier = say("thin, lighter: {wave}", wave=line(label))
    whole: Told = {
        "axis": line(chart.axis),
        "earlier": earlier,
        "rows": [_row(chart, at) for at in range(len(chart.table.rows))],
        "beside": beside(exhibit, [str(label) for label in chart.part("label")]),
    }
    return sheets(whole)


def _row(chart: Chart, at: int) -> Told:
    end = longest(chart)
    spots = {name: number(chart.part(name)[at]) for name in ("share", "low", "high", "before")}
    drawn = {name: None if value is None else value / end for name, value in spots.items()}
    if drawn["low"] is None or drawn["high"] is None:
        drawn["low"] = drawn["high"] = None
    label = line(chart.part("label")[at])
    return {"label": label, "group": "", "look": chart.part("leading")[at] == 1, **drawn}
