"""Who answered? Each kept row as a respondent: places, token, attributes; and what could not be understood of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from lsn_data.intake.cells import Cell, comparable, place_of, text_of
from lsn_data.intake.columns import Columns
from lsn_data.intake.columnwise import Meanings, where
from lsn_data.intake.findings import Findings
from lsn_data.intake.people import Told, meaning_of
from lsn_data.intake.places import Kept, Places
from lsn_data.intake.report import Respondent
from lsn_data.intake.sizes import sizes_touched
from lsn_data.intake.table import Heading
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import ATTRIBUTES

# In the order of a respondent's fields.
ATTRIBUTE_NAMES = tuple(name for name in Respondent._fields if name in {of.name for of in ATTRIBUTES})
LONGEST_VALUE = 60


def respondents_of(
    kept: Kept, places: Sequence[Places], columns: Columns, told: Mapping[str, Told]
) -> Iterator[Respondent]:
    """The kept rows with their places, which stand in the same order."""
    nobody: list[str | None] = [None] * len(kept)
    tokens = [columns.token_of(cells) or None for _, cells in kept] if columns.token else nobody
    codes = [told[name].codes_of(kept) if name in told else nobody for name in ATTRIBUTE_NAMES]
    yield from map(Respondent._make, zip(kept.numbers, places, *codes, tokens, strict=True))


def compared(
    columns: Columns, ranking: Iterable[Heading], told: Mapping[str, Told]
) -> dict[int, Callable[[Cell], str]]:
    """How the cells of each answer column are compared: places and attributes by meaning, all else by words."""
    ways: dict[int, Callable[[Cell], str]] = {heading.index: comparable for heading in columns.answers}
    ways |= {one.heading.index: partial(_attribute_told, one) for one in told.values()}
    return ways | {heading.index: _place_told for heading in ranking}


def tell_strange_values(told: Told, kept: Kept, findings: Findings) -> None:
    """Values that the list of an attribute does not know: counted as other, or as no answer."""
    heading = told.heading
    kind_of = Meanings(lambda cell: _strange(told, cell))
    for at in where(kept.columns[heading.index], told.is_strange):
        number, cells = kept[at]
        cell = cells[heading.index]
        value = text_of(cell)[:LONGEST_VALUE]
        findings.note(kind_of[cell], row=number, column=heading.name, value=value, at=heading.index)
    for kind in ("value-not-in-list", "value-not-understood", "size-across"):
        findings.tell(kind)


def _strange(told: Told, cell: Cell) -> str:
    """What kind of doubt a value is that the list does not know."""
    if told.attribute.choice("other"):
        return "value-not-in-list"
    across = told.attribute.name == "size" and sizes_touched(cell)
    return "size-across" if across else "value-not-understood"


def _place_told(cell: Cell) -> str:
    """A place by its number, whatever way it is written."""
    return str(place_of(cell) or comparable(cell))


def _attribute_told(told: Told, cell: Cell) -> str:
    """An attribute by its code, other words as they are."""
    return told.codes.get(plain(text_of(cell))) or meaning_of(told.attribute, cell) or comparable(cell)
