"""What was made of each column of a register's list, so that a person can correct it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.register_cells import CellsOf, suggested
from lsn_data.intake.register_columns import Columns
from lsn_data.intake.register_notes import Part
from lsn_data.intake.report import ColumnSeen, ValueSeen

EXAMPLES, VALUES = 3, 60


def columns_seen(part: Part, cells: CellsOf) -> Iterator[ColumnSeen]:
    """Every column that has a heading, with its meaning, its first values, and what else it may be."""
    meanings = _meanings(part.columns)
    for at, heading in enumerate(part.listed.headings):
        if not heading:
            continue
        filled = [line.cells[at] for line in part.listed.sample if not is_nothing(line.cells[at])]
        texts = list(dict.fromkeys(text for cell in filled if "@" not in (text := text_of(cell)[:60])))
        personal = at in part.columns.personal
        yield ColumnSeen(
            heading=heading,
            meaning=meanings.get(at, ""),
            suggestions=part.columns.suggestions.get(at, ()),
            examples=() if personal else tuple(texts[:EXAMPLES]),
            values=tuple(_values(part, cells, at)),
        )


def _values(part: Part, cells: CellsOf, at: int) -> Iterator[ValueSeen]:
    """All values of a column whose field has a list, with what each was taken for."""
    field = part.columns.fields.get(at)
    if field is None or field.holds != "choice":
        return
    counts: dict[str, int] = {}
    first: dict[str, Cell] = {}
    for cell, count in Counter(line.cells[at] for line in part.listed.lines).items():
        if not is_nothing(cell):
            text = text_of(cell)
            counts[text] = counts.get(text, 0) + count
            first.setdefault(text, cell)
    read = cells.reader(part, at, field)
    for text, count in list(counts.items())[:VALUES]:
        found = read(first[text])
        code = None if found.problem else found.value
        yield ValueSeen(text[:60], count, code, suggested(field, text) if found.problem else ())


def _meanings(columns: Columns) -> dict[int, str]:
    """The meaning of each column by its name; a place tells the state."""
    found = {at: field.name for at, field in columns.fields.items()}
    found |= {at: field.name for at, field in columns.funding.items()}
    found |= {at: "state" if helper == "place" else helper for at, helper in columns.helpers.items()}
    return found | dict.fromkeys(columns.personal, "personal")
