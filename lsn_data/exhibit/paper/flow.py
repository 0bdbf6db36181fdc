"""What is drawn of a flow on paper? The boxes and bands of the page's layout, with whole names."""

from __future__ import annotations

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.flow import layout
from lsn_data.exhibit.paper.rows import Told
from lsn_data.exhibit.paper.text import line


def flow(exhibit: Exhibit) -> list[Told]:
    """Columns of boxes and the bands between them, in the layout's own lengths."""
    found = layout(exhibit)
    columns = [
        [
            {"label": line(" ".join(box.lines)), "figure": box.figure, "end": box.end, "top": box.top, "high": box.high}
            for box in column
        ]
        for column in found.columns
    ]
    bands = [vars(band) for band in found.bands]
    return [{"columns": columns, "bands": bands, "high": found.high}] if columns else []
