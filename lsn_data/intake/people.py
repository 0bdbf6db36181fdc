"""Which column tells the sector, the size, the state, the kind, the membership, and what does each cell mean?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.columnwise import Meanings, Rows
from lsn_data.intake.said import Said
from lsn_data.intake.sizes import size_of, sizes_touched
from lsn_data.intake.table import Frame, Heading
from lsn_data.sheets.declared import names_of, plain
from lsn_data.sheets.survey import ATTRIBUTES, Attribute, attribute_of, transliterated

ENOUGH, ENOUGH_WITH_HEADING = 0.5, 0.3
_NAMED_OTHER = re.compile(r"^(?:others?|sonstige[sr]?|andere[sr]?)\b|[\[_]other\]?$|_TEXT$", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:other|sonstige[sr]?|andere[sr]?)\b|_TEXT$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\(?[A-Za-z]?\d{1,2}\)?\s*[=:.)–-]\s*(?=\D)")


@dataclass(frozen=True)
class Told:
    """An attribute's column (and the column of its typed "other", if there is one), with what its codes mean.

    `codes` are meanings given by a person, by the cell's plain text.
    """

    attribute: Attribute
    heading: Heading
    other: Heading | None
    codes: Mapping[str, str]

    def code(self, cells: Sequence[Cell]) -> str | None:
        """The code of a row; None where nothing is told."""
        cell = cells[self.heading.index]
        if is_nothing(cell):
            typed = self.other is not None and not is_nothing(cells[self.other.index])
            return "other" if typed else None
        return self._code_alone(cell)

    def codes_of(self, rows: Rows) -> list[str | None]:
        """The codes of many rows: as `code`, but worked out once for each distinct cell."""
        if self.other is not None:
            return [self.code(cells) for _, cells in rows]
        return Meanings(self._code_alone).of(rows.columns[self.heading.index])

    def is_strange(self, cell: Cell) -> bool:
        """Is it an answer, but none of the list, nor one that calls itself "other"?"""
        said = text_of(cell)
        if is_nothing(cell) or plain(said) in self.codes or said == "-oth-" or meaning_of(self.attribute, cell):
            return False
        return plain(said).split(" ")[0] not in ("other", "sonstige", "sonstiges", "andere", "anderes")

    def _code_alone(self, cell: Cell) -> str | None:
        if is_nothing(cell):
            return None
        said = plain(text_of(cell))
        if said in self.codes:
            return self.codes[said] or None
        return meaning_of(self.attribute, cell) or self._rest

    @property
    def _rest(self) -> str | None:
        return "other" if self.attribute.choice("other") else None


def attributes_told(frame: Frame, candidates: Sequence[Heading], said: Said) -> dict[str, Told]:
    """The column of each attribute that the table tells, as a person said or as heading and cells show."""
    scored = sorted(_scored(frame, candidates, said), key=lambda one: -one[0])
    told: dict[str, Told] = {}
    taken: set[int] = set()
    for _, heading, attribute in scored:
        if attribute.name not in told and heading.index not in taken:
            other = _other_column(frame, candidates, heading)
            told[attribute.name] = Told(attribute, heading, other, said.codes(heading))
            taken |= {heading.index} | ({other.index} if other else set())
    return told


def _scored(frame: Frame, candidates: Sequence[Heading], said: Said) -> Iterator[tuple[float, Heading, Attribute]]:
    """How well each column fits each attribute; a person's word outweighs everything."""
    names = {attribute.name for attribute in ATTRIBUTES}
    for heading in candidates:
        named = said.attribute(heading)
        cells = [cell for cell in frame.column(heading.index) if not is_nothing(cell)]
        codes = said.codes(heading)
        if named in names:
            if codes or not numeric_codes(attribute_of(str(named)), cells):
                yield 9, heading, attribute_of(str(named))
        elif named is None and cells and not is_typed_other(frame, heading):
            for attribute in ATTRIBUTES:
                if score := _score(attribute, heading, cells, codes):
                    yield score, heading, attribute


def numeric_codes(attribute: Attribute, cells: Sequence[Cell]) -> bool:
    """Are the cells small whole numbers, no more of them than the attribute has choices (and one for "none")?

    A column of sizes with larger numbers holds employees, not codes.
    """
    texts = {text_of(cell) for cell in cells}
    highest = len(attribute.choices) + 1
    return bool(texts) and all(text.isdecimal() and len(text) <= 2 and int(text) <= highest for text in texts)


def meaning_of(attribute: Attribute, cell: Cell) -> str | None:
    """The code of what a cell says about an attribute, or None.

    >>> from lsn_data.sheets.survey import attribute_of
    >>> meaning_of(attribute_of("state"), "Schl.-Holst."), meaning_of(attribute_of("sector"), "2 = Pharma (neu)")
    ('SH', 'pharma')
    """
    names = _meanings(attribute.name)
    text = text_of(cell) if isinstance(cell, str) else ""
    known = next((names[said] for said in _ways_to_say(text) if said in names), None)
    return known or (size_of(cell) if attribute.name == "size" else None)


def _ways_to_say(text: str) -> Iterator[str]:
    """The words of a cell: as they are, without what stands in brackets, without the number of the choice."""
    yield plain(text)
    bare = _NUMBERED.sub("", re.sub(r"\s*\([^()]*\)", "", text).strip())
    if bare and bare != text:
        yield plain(bare)


@cache
def _meanings(name: str) -> dict[str, str]:
    attribute = next(one for one in ATTRIBUTES if one.name == name)
    return {
        way: choice.code
        for choice in reversed(attribute.choices)
        for said in names_of(choice)
        for way in transliterated(said)
    }


def _score(attribute: Attribute, heading: Heading, cells: Sequence[Cell], codes: Mapping[str, str]) -> float:
    """How well a column fits an attribute: the share of cells understood, more if the heading says so; 0: not."""
    allowed = {choice.code for choice in attribute.choices}
    hint = heading_says(attribute, heading)
    if codes:
        given = {code for code in codes.values() if code}
        fitting = len(given & allowed) / len(given) if given else 0
        return 2 + fitting + (0.1 if hint else 0) if fitting > 0.5 else 0
    if numeric_codes(attribute, cells) or (attribute.name == "size" and not hint and not _has_classes(cells)):
        return 0
    meanings = [meaning_of(attribute, cell) or (hint and _across(attribute, cell)) or None for cell in cells]
    understood = sum(1 for meaning in meanings if meaning) / len(cells)
    if not set(meanings) - {None, *(() if hint else ("other",))}:
        return 0
    if understood < (ENOUGH_WITH_HEADING if hint else ENOUGH):
        return 0
    return understood + (0.5 if hint else 0)


def _across(attribute: Attribute, cell: Cell) -> str:
    """The classes of a size that lies across ours: no answer as it stands, but the column is one of sizes."""
    return " ".join(sizes_touched(cell)) if attribute.name == "size" and isinstance(cell, str) else ""


def _has_classes(cells: Sequence[Cell]) -> bool:
    """Without a word of it in the heading, only written classes make a column of sizes: dates and numbers do not."""
    return any(isinstance(cell, str) and re.search(r"\d\s*[\u2010-\u2015\u2212-]\s*\d", cell) for cell in cells)


def heading_says(attribute: Attribute, heading: Heading) -> bool:
    """Does the heading hold one of the attribute's words, as a word?"""
    said = f" {plain(heading.text)} "
    return any(f" {plain(word)} " in said or (len(word) > 5 and plain(word) in said) for word in attribute.headings)


def _other_column(frame: Frame, candidates: Sequence[Heading], main: Heading) -> Heading | None:
    """The column where "other" was typed: next to the main one, of the same question, headed so."""
    for heading in candidates:
        if heading.index == main.index + 1 and mentions_other(frame, heading):
            return heading
    return None


def is_typed_other(frame: Frame, heading: Heading) -> bool:
    """Was "other" of some question typed here? Its words are an answer to that question, never an attribute."""
    return any(_NAMED_OTHER.search(name) for name in (heading.label.strip(), code_name(frame, heading)))


def mentions_other(frame: Frame, heading: Heading) -> bool:
    """Does the heading, or the name of the variable, hold the word "other"?"""
    return bool(_OTHER.search(f"{heading.text} {code_name(frame, heading)}"))


def code_name(frame: Frame, heading: Heading) -> str:
    """The name of the variable, where the file has a row of names; else the heading."""
    return frame.codes[heading.index] if heading.index < len(frame.codes) else heading.text
