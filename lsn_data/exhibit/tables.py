"""What do the tables on a page, on a slide and in a workbook share?"""

from __future__ import annotations

from lsn_data.exhibit import Column, Exhibit
from lsn_data.language import NARROW_NO_BREAK_SPACE, Language


def is_figure(column: Column) -> bool:
    """Does the column hold figures, which are set at the right?"""
    return column.holds not in ("text", "prose", "yes", "date")


def tints(exhibit: Exhibit) -> list[set[str]]:
    """For each row the keys of the cells to look at.

    The part `highlight` names a column of the chart's table, as long as the exhibit's own, that holds these
    keys parted by blanks; a row with nothing to look at holds None.
    """
    named = exhibit.chart.part("highlight")
    if "highlight" not in exhibit.chart.parts or len(named) != len(exhibit.table.rows):
        return [set() for _ in exhibit.table.rows]
    return [set(str(keys).split()) if keys else set() for keys in named]


def number_format(column: Column, say: Language) -> str:
    """The spreadsheet program's code for what `Column.shown` writes; the program itself sets the separators.

    >>> number_format(Column("n", "n", "count"), Language("en"))
    '#,##0'
    >>> number_format(Column("s", "s", "share"), Language("en"))
    '0%'
    """
    if column.holds == "share":
        return f'0"{NARROW_NO_BREAK_SPACE}"%' if say.code == "de" else "0%"
    if column.holds in ("mean", "number"):
        return "#,##0.0"
    if column.holds == "date":
        return "yyyy-mm-dd"
    return "#,##0" if is_figure(column) else "General"
