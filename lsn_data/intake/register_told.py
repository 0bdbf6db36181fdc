"""What is told of a register's columns: missing, left aside, personal, taken by content, or perhaps meant otherwise?"""

from __future__ import annotations

from collections.abc import Iterator

from lsn_data.intake.problems import problem
from lsn_data.intake.register_lists import Found
from lsn_data.intake.report import Problem


def columns_missing(found: Found) -> Iterator[Problem]:
    """A needed column that is not there is the reason of a refusal."""
    for field in found.missing:
        yield problem("column-missing", sheet=found.listed.sheet, column=field.name)


def columns_told(found: Found) -> Iterator[Problem]:
    """What the turning of the list brought up, then column by column."""
    headings, columns = found.listed.headings, found.columns
    yield from found.listed.told
    if personal := [headings[at] for at in columns.personal]:
        yield problem("personal-data", count=len(personal), columns=personal)
    if others := [headings[at] for at in columns.others]:
        yield problem("column-unknown", count=len(others), columns=others)
    for at in columns.by_content:
        field = {"labels": [columns.fields[at].label]}
        yield problem("column-by-content", sheet=found.listed.sheet, column=headings[at], field=field)
    for at, names in columns.suggestions.items():
        likely = found.sheet.field(names[0])
        if likely not in found.missing:
            field = {"labels": [likely.label]}
            yield problem("column-alike", sheet=found.listed.sheet, column=headings[at], field=field)
