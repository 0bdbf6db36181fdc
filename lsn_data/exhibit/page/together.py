"""How do places and their distribution stand on the page together? One row a theme: its place, then who gave which.

One figure, so that the rows meet whatever the width of the page: the places run over the left of the plot, the bars of
the distribution over its right, the share stands behind both.
"""

from __future__ import annotations

from plotly import graph_objects as go

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.page import places as page_places
from lsn_data.exhibit.page import stack as page_stack
from lsn_data.exhibit.page.rows import Part
from lsn_data.exhibit.palette import Palette

# Where the places end and the distribution begins, as shares of the plot's width.
PLACES_TO, COUNTS_FROM = 0.3, 0.37


def together(places: Exhibit, counts: Exhibit, palette: Palette) -> go.Figure:
    """Ranked places with the distribution of the same rows at their right. Raises ValueError for other rows."""
    if list(dict.fromkeys(counts.chart.part("label"))) != list(places.chart.part("label")):
        raise ValueError("the two exhibits have different rows")
    dots, drawn = page_places.parts(places, palette)
    bars, other = page_stack.parts(counts, palette, labels=False)
    drawn["xaxis"]["domain"] = [0, PLACES_TO]
    drawn["xaxis2"] = {**other["xaxis"], "domain": [COUNTS_FROM, 1], "anchor": "y"}
    drawn |= {name: other[name] for name in ("barmode", "uniformtext")}
    drawn["shapes"] += [{**one, "xanchor": COUNTS_FROM} for one in other["shapes"] if one["type"] == "rect"]
    drawn["annotations"] += [_moved(one) for one in other["annotations"]]
    return go.Figure({"data": [*dots, *({**bar, "xaxis": "x2"} for bar in bars)], "layout": drawn})


def _moved(note: Part) -> Part:
    """What stands at the left edge of the plot moves to the left edge of the distribution."""
    return {**note, "x": COUNTS_FROM} if note["x"] == 0 else note
