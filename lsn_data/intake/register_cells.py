"""What does a cell of a register say, in view of its column: the heading, the writing of its numbers, what was told?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from lsn_data.intake.alike import alike
from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.columnwise import Meanings
from lsn_data.intake.foreign.amounts import announced, unit_of
from lsn_data.intake.foreign.known import Known
from lsn_data.intake.foreign.spans import Span, span_of
from lsn_data.intake.register_columns import ENDS, PLACE
from lsn_data.intake.register_notes import Notes, Part
from lsn_data.intake.values import Understood, money, number_of, understood
from lsn_data.sheets.declared import Field, Sheet, plain

_GERMAN_NUMBER = re.compile(r"\d,\d{1,2}(?!\d)|\d\.\d{3},\d")
_ENGLISH_NUMBER = re.compile(r"\d\.\d{1,2}(?!\d)|\d,\d{3}\.\d")

Reader = Callable[[Cell], Understood]
Codes = Mapping[str, Mapping[str, str]]


class CellsOf:
    """Makes the reader of a column's cells. `values` are a person's words: code by text by heading."""

    def __init__(self, sheet: Sheet, values: Codes, known: Known, notes: Notes) -> None:
        self.sheet, self.known, self.notes = sheet, known, notes
        self.values = {plain(heading): {plain(t): c for t, c in codes.items()} for heading, codes in values.items()}

    def reader(self, part: Part, at: int, field: Field) -> Reader:
        """What reads a column's cells: each distinct cell once."""
        heading = part.listed.headings[at]
        given = self.values.get(plain(heading), {})
        sign = _decimal_sign([line.cells[at] for line in part.listed.sample]) if field.holds == "number" else ""
        places_too = field.name == "state" and PLACE in part.columns.helpers.values()
        has_end = part.columns.at(ENDS.get(self.sheet.kind, ("", ""))[1]) is not None
        if field.name == "amount":
            heading = self._with_unit(part, at, heading)
        meanings = Meanings(
            lambda cell: self._read(field, cell, heading, given, sign, bool(part.listed.form), places_too, has_end)
        )
        return meanings.one

    def _with_unit(self, part: Part, at: int, heading: str) -> str:
        """The heading of amounts with the unit that stands over the whole table, if it has none of its own."""
        unit = announced(part.listed.above)
        if unit_of(heading)[0] or not unit or not part.listed.column(at):
            return heading
        self.notes.note("unit-from-title", part, row=part.listed.first, value=unit)
        return f"{heading} {unit}"

    def _read(
        self,
        field: Field,
        cell: Cell,
        heading: str,
        given: Mapping[str, str],
        sign: str,
        turned: bool,
        places_too: bool,
        has_end: bool,
    ) -> Understood:
        if given and (code := given.get(plain(text_of(cell)))) is not None:
            several = field.holds in ("list", "choices")
            return Understood(([code] if several else code) if code else text_of(cell) if field.name == "kpi" else None)
        if field.name == "amount" and not is_nothing(cell):
            return money(cell, heading)
        if field.name == "kpi" and self.sheet.kind == "kpi" and not is_nothing(cell):
            return self._kpi(text_of(cell), heading, turned)
        if (
            field.name in (end for ends in ENDS.values() for end in ends)
            and isinstance(cell, str)
            and (span := span_of(cell))
        ):
            return self._one_end(field, span, has_end)
        found = understood(field, cell)
        if field.holds == "number" and found.problem == "not-a-number" and sign:
            number = number_of(text_of(cell).replace("." if sign == "," else ",", ""))
            return Understood(number) if number is not None else found
        if places_too and found.problem and found.value is None:
            return Understood(None)  # the postcode or the town beside it tells
        return found

    def _one_end(self, field: Field, span: Span, has_end: bool) -> Understood:
        start, end = ENDS.get(self.sheet.kind, ("start", "end"))
        more = {"status": "running"} if span.running else {}
        if field.name == start:
            # A quarter under "Start" has an end, but not that of the project: a column of its own tells it.
            return Understood(span.start, more={**more, end: None if has_end else span.end})
        if field.name == end:
            # "2025" in the column of the end is its end.
            return Understood(span.end or span.start, more={})
        found = span.start or span.end
        return Understood(found) if found else Understood(problem="not-a-date")

    def _kpi(self, text: str, heading: str, turned: bool) -> Understood:
        """A KPI by its code or any of its names; what is nearly a known name is asked about."""
        bare = re.sub(r"\s*[(\[][^()\[\]]*[)\]]|\s*[*†¹²³]+$|,?\s+in\s+%$", "", text).strip() or text
        unit = re.search(r"[(\[]\s*(?:in\s+)?([^()\[\]]{1,20}?)\s*[)\]]\s*$", text) or re.search(r"\sin\s+(%)$", text)
        more = {"unit": unit[1]} if unit else {}
        code = self.known.kpis.get(plain(text)) or self.known.kpis.get(plain(bare))
        if code:
            return Understood(code, more=more)
        near = alike(bare, self.known.kpis, least=0.9) if turned or " " in text else []
        if near:
            codes = tuple(dict.fromkeys(self.known.kpis[name] for name in near))[:3]
            self.notes.ask(heading, self.sheet.field("kpi"), text, codes)
        return Understood(bare if turned else text, more=more)


def suggested(field: Field, text: str) -> tuple[str, ...]:
    """The codes whose names are written like a text, the likeliest first.

    >>> from lsn_data.sheets.registers import REGISTERS
    >>> suggested(REGISTERS["swot"].field("quadrant"), "Stärcke")
    ('strength',)
    """
    names = {
        name: choice.code for choice in field.choices for name in (choice.code, choice.en, choice.de, *choice.also)
    }
    return tuple(dict.fromkeys(names[name] for name in alike(text, names)))[:3]


def _decimal_sign(cells: Sequence[Cell]) -> str:
    """The decimal sign that a column's texts prove: "," or "."; "" if none or both."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    german = any(_GERMAN_NUMBER.search(text) for text in texts)
    english = any(_ENGLISH_NUMBER.search(text) for text in texts)
    return "" if german == english else "," if german else "."
