"""What is told of a story on paper? Its parts with their names, in their order."""

from __future__ import annotations

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.paper.rows import Told
from lsn_data.exhibit.paper.text import line


def story(exhibit: Exhibit) -> list[Told]:
    """The first row of the exhibit's table: (name, text) of each part."""
    told = zip(exhibit.table.columns, exhibit.table.rows[0], strict=True)
    return [{"parts": [[line(column.label), line(column.shown(value, exhibit.say))] for column, value in told]}]
