"""How do columns of figures stand at the right of a chart on the page?"""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.exhibit import clean, fit
from lsn_data.exhibit.beside import Beside
from lsn_data.exhibit.page import rows as page
from lsn_data.exhibit.page.rows import Part, Rows
from lsn_data.exhibit.palette import Palette

GAP, NARROWEST, WIDEST_HEAD, EDGE = 22, 52, 104, 16


def room(columns: Sequence[Beside]) -> int:
    """The pixels that all columns take together."""
    return round(sum(map(_wide, columns))) if columns else EDGE


def _wide(one: Beside) -> float:
    """As wide as the longest line, or as the heading set in two lines."""
    first = [fit.width(text.split("\n")[0], page.LABEL_SIZE, bold=True) for text in one.said]
    more = [fit.width(line, page.SMALL_SIZE) for text in one.said for line in text.split("\n")[1:]]
    head = min(fit.width(clean.line(one.column.label), page.SMALL_SIZE), WIDEST_HEAD)
    return max([*first, *more, head, NARROWEST - GAP]) * fit.INTER_TO_ARIAL + GAP


def drawn(columns: Sequence[Beside], rows: Rows, palette: Palette) -> list[Part]:
    """The headings and the texts, each flush right in its column."""
    notes, at = [], 0.0
    for one in columns:
        at += _wide(one)
        place = {"x": 1, "xanchor": "right", "xshift": at, "align": "right"}
        heading = fit.lines(clean.line(one.column.label), page.SMALL_SIZE, _wide(one) / fit.INTER_TO_ARIAL - GAP + 4)[
            :2
        ]
        said = "<br>".join(clean.plotly(line) for line in heading)
        notes.append(page.note(said, 10 if len(heading) == 1 else 20, palette.ink3, **place))
        for text, y in zip(one.said, rows.middle, strict=True):
            notes += _text(text, y, palette, place)
    return notes


def _text(text: str, y: float, palette: Palette, place: Part) -> list[Part]:
    """The first line in weight, a second one small below it."""
    first, *more = text.split("\n")
    up = 8 if more else 0
    notes = [page.note(clean.plotly(first), y - up, palette.ink, size=page.LABEL_SIZE, weight=600, **place)]
    return notes + [page.note(clean.plotly(line), y + 9, palette.ink3, **place) for line in more[:1]]
