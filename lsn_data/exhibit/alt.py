"""What does a chart or a table say to whoever does not see it? Its alternative text, on slides and on paper."""

from __future__ import annotations

from lsn_data.exhibit import Exhibit, clean

LONGEST = 900


def told(exhibit: Exhibit) -> str:
    """The alternative text: title, then the figures row by row as long as there is room."""
    table = exhibit.table
    rows = [
        ", ".join(
            [clean.shortened(clean.line(table.columns[0].shown(row[0], exhibit.say)), 60)]
            + [f"{c.label} {c.shown(v, exhibit.say)}" for c, v in list(zip(table.columns, row, strict=True))[1:]]
        )
        for row in table.rows
    ]
    return f"{exhibit.title}. {exhibit.message}. " + "; ".join(rows)


def cut(text: str) -> str:
    """An alternative text on one line, no longer than programs read it out."""
    return clean.shortened(clean.line(text), LONGEST)
