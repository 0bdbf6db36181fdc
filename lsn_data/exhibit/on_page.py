"""How is an exhibit drawn on a page? As a Plotly figure, or as an HTML table.

Built from plain dictionaries without plotly.express: a rerun draws every figure again, so it must be cheap.
"""

from __future__ import annotations

from collections.abc import Callable

from plotly import graph_objects as go

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.page import columns as page_columns
from lsn_data.exhibit.page import line as page_line
from lsn_data.exhibit.page import map as page_map
from lsn_data.exhibit.page import panels as page_panels
from lsn_data.exhibit.page import places as page_places
from lsn_data.exhibit.page import shares as page_shares
from lsn_data.exhibit.page import stack as page_stack
from lsn_data.exhibit.page import timeline as page_timeline
from lsn_data.exhibit.page.beginning import bars_told
from lsn_data.exhibit.page.flow import flow_html
from lsn_data.exhibit.page.quadrants import quadrants_html
from lsn_data.exhibit.page.story import story_html
from lsn_data.exhibit.page.table import table_html
from lsn_data.exhibit.page.together import together
from lsn_data.exhibit.palette import Palette

__all__ = ["HTML", "Figure", "bars_told", "figure", "figures", "html", "table_html", "together"]
# A screen holds so many bars of a timeline.
MOST_BARS = 12
Figure = go.Figure
# The kinds that are drawn as HTML; all others are figures.
HTML: dict[str, Callable[[Exhibit, Palette], str]] = {
    "table": table_html,
    "panels": page_panels.panels_html,
    "quadrants": quadrants_html,
    "flow": flow_html,
    "story": story_html,
}


def html(exhibit: Exhibit, palette: Palette) -> str:
    """The exhibit as HTML, safe to be put on the page. A figure is none: KeyError."""
    return HTML[exhibit.chart.kind](exhibit, palette)


def figure(exhibit: Exhibit, palette: Palette, labels: bool = True) -> go.Figure:
    """The exhibit's chart in the colours of the palette, its height set in pixels, its width that of the page.

    `labels=False` leaves out the column of row labels, for a chart that stands to the right of another one
    with the same rows. A table is no figure: ValueError, `table_html` draws it.
    """
    kind = exhibit.chart.kind
    if kind == "ranked places":
        return page_places.figure(exhibit, palette, labels)
    if kind == "distribution":
        return page_stack.figure(exhibit, palette, labels)
    if kind == "shares":
        return page_shares.figure(exhibit, palette)
    if kind == "columns":
        return page_columns.figure(exhibit, palette)
    if kind == "timeline":
        return page_timeline.figure(exhibit, palette)
    if kind == "map":
        return page_map.figure(exhibit, palette)
    if kind == "line":
        return page_line.figure(exhibit, palette)
    raise ValueError(f"a {kind} is no figure: draw it with table_html")


def figures(exhibit: Exhibit, palette: Palette) -> list[go.Figure]:
    """The chart as a screen shows it: a long timeline as several figures, anything else as its one."""
    if exhibit.chart.kind == "timeline":
        return page_timeline.figures(exhibit, palette, MOST_BARS)
    return [figure(exhibit, palette)]
