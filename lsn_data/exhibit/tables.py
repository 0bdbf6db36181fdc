"""What do the tables on a page, on a slide and in a workbook share?"""

from __future__ import annotations

from lsn_data.exhibit import Column, Exhibit
from lsn_data.language import NARROW_NO_BREAK_SPACE, Language

LEVEL = "="


def is_figure(column: Column) -> bool:
    """Does the column hold figures, which are set at the right?"""
    return column.holds not in ("text", "prose", "yes", "date")


def tints(exhibit: Exhibit) -> list[set[str]]:
    """For each row the keys of the cells to look at."""
    return _named(exhibit, "highlight")


def shown(exhibit: Exhibit) -> list[list[str]]:
    """The table as people read it, row by row; a cell that stands level with its counterpart says so: `29 =`."""
    level = levels(exhibit)
    return [
        [
            column.shown(value, exhibit.say) + (f"\u00a0{LEVEL}" if column.key in level[at] else "")
            for column, value in zip(exhibit.table.columns, row, strict=True)
        ]
        for at, row in enumerate(exhibit.table.rows)
    ]


def levels(exhibit: Exhibit) -> list[set[str]]:
    """For each row the keys of the cells that stand level with their counterpart."""
    return _named(exhibit, "level")


def _named(exhibit: Exhibit, part: str) -> list[set[str]]:
    """For each row the keys of its cells that the chart names.

    The part names a column of the chart's table, as long as the exhibit's own, that holds these keys parted by blanks;
    a row with nothing to name holds None.
    """
    named = exhibit.chart.part(part)
    if part not in exhibit.chart.parts or len(named) != len(exhibit.table.rows):
        return [set() for _ in exhibit.table.rows]
    return [set(str(keys).split()) if keys else set() for keys in named]


def group_ends(exhibit: Exhibit) -> list[bool]:
    """For each row: does a group end with it?"""
    count = len(exhibit.table.rows)
    groups = exhibit.chart.part("group") if exhibit.chart.kind == "table" else ()
    if len(groups) != count:
        return [False] * count
    return [at + 1 < count and groups[at] != groups[at + 1] for at in range(count)]


def number_format(column: Column, say: Language, level: bool = False) -> str:
    """The spreadsheet program's code for what `shown` writes; the program itself sets the separators.

    >>> number_format(Column("n", "n", "count"), Language("en"))
    '#,##0'
    >>> number_format(Column("s", "s", "share"), Language("en"))
    '0%'
    >>> number_format(Column("n", "n", "count"), Language("en"), level=True)
    '#,##0" ="'
    """
    if level:
        return f'{number_format(column, say)}" {LEVEL}"'
    if column.holds == "share":
        return f'0"{NARROW_NO_BREAK_SPACE}"%' if say.code == "de" else "0%"
    if column.holds in ("mean", "number"):
        return "#,##0.0"
    if column.holds == "date":
        return "yyyy-mm-dd"
    return "#,##0" if is_figure(column) else "General"
