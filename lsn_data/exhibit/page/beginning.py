"""How much of a long table or chart stands on a page? Its beginning; the workbook holds all of it.

Nobody reads three thousand rows on a screen, and every click would draw and send them anew. The filters of a page lead
to the rows that somebody looks for; the file behind “Data”, slides and handout know nothing of this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lsn_data.exhibit import Exhibit, Table
from lsn_data.language import Language, mark

# Rows of a table, lines in one of its cells, bars of a timeline.
ROWS, LINES, BARS = 150, 12, 60


def first_rows(exhibit: Exhibit) -> Exhibit:
    """The exhibit with the rows that stand on a page; what its chart says row by row is cut with them."""
    rows, drawn = exhibit.table.rows, exhibit.chart.table
    if len(rows) <= ROWS:
        return exhibit
    if len(drawn.rows) == len(rows):
        drawn = Table(drawn.columns, drawn.rows[:ROWS])
    table = Table(exhibit.table.columns, rows[:ROWS])
    return replace(exhibit, table=table, chart=replace(exhibit.chart, table=drawn))


def rows_told(exhibit: Exhibit) -> str:
    """How many rows of a table stand there; empty where all do."""
    return _told(
        exhibit.say, mark("The first {n} of {all} rows; the workbook holds all."), ROWS, len(exhibit.table.rows)
    )


def bars_told(exhibit: Exhibit) -> str:
    """How many bars of a timeline stand there; empty where all do, and for every other chart."""
    count = len(exhibit.chart.table.rows) if exhibit.chart.kind == "timeline" else 0
    return _told(exhibit.say, mark("The chart shows the first {n} of {all} rows; the workbook holds all."), BARS, count)


def _told(say: Language, text: str, shown: int, count: int) -> str:
    return say(text, n=say.number(shown), all=say.number(count)) if count > shown else ""


def first_lines(lines: Sequence[str], say: Language) -> list[str]:
    """The first lines of a cell, and how many more there are.

    >>> first_lines([f"measure {at}" for at in range(14)], Language("en"))[-2:]
    ['measure 10', '3 more in the workbook']
    """
    if len(lines) <= LINES:
        return list(lines)
    more = len(lines) - LINES + 1
    return [*lines[: LINES - 1], say("{n} more in the workbook", n=say.number(more))]
