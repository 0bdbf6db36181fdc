"""Which column tells the sector, the size, the state, the kind, the membership, and what does each cell mean?"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.columnwise import Meanings
from lsn_data.intake.table import Frame, Heading
from lsn_data.sheets.declared import names_of, plain
from lsn_data.sheets.survey import ATTRIBUTES, Attribute

ENOUGH, ENOUGH_WITH_HEADING = 0.5, 0.3
CODE = re.compile(r"^(?:[A-Za-z]{1,3}[-_]?\d{1,3}|-oth-|\d{1,2})$")
_MONTHS = {
    "sep": "1-9",
    "sept": "1-9",
    "september": "1-9",
    "okt": "10-49",
    "oct": "10-49",
    "oktober": "10-49",
}


@dataclass(frozen=True)
class Told:
    """An attribute's column (and the column of its typed "other", if there is one), with what its codes mean."""

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

    def codes_of(self, rows: Sequence[Sequence[Cell]]) -> list[str | None]:
        """The codes of many rows: as `code`, but worked out once for each distinct cell."""
        if self.other is not None:
            return [self.code(cells) for cells in rows]
        at = self.heading.index
        return Meanings(self._code_alone).of([cells[at] for cells in rows])

    def is_strange(self, cell: Cell) -> bool:
        """Is it an answer, but none of the list, nor one that calls itself "other"?"""
        said = text_of(cell)
        if is_nothing(cell) or said in self.codes or said == "-oth-" or meaning_of(self.attribute, cell):
            return False
        return plain(said).split(" ")[0] not in ("other", "sonstige", "sonstiges", "andere")

    def _code_alone(self, cell: Cell) -> str | None:
        if is_nothing(cell):
            return None
        return self.codes.get(text_of(cell)) or meaning_of(self.attribute, cell) or self._rest

    @property
    def _rest(self) -> str | None:
        return "other" if self.attribute.choice("other") else None


def attributes_told(
    frame: Frame, candidates: Sequence[Heading], values: Mapping[str, Mapping[str, str]]
) -> dict[str, Told]:
    """The column of each attribute that the table tells; `values` are meanings of codes given by a person."""
    scored: list[tuple[float, Heading, Attribute, Mapping[str, str]]] = []
    for heading in candidates:
        cells = [cell for cell in frame.column(heading.index) if not is_nothing(cell)]
        if not cells:
            continue
        codes = _given(heading, values)
        for attribute in ATTRIBUTES:
            score = _score(attribute, heading, cells, codes)
            if score:
                scored.append((score, heading, attribute, codes))
    told: dict[str, Told] = {}
    taken: set[int] = set()
    for _, heading, attribute, codes in sorted(scored, key=lambda one: -one[0]):
        if attribute.name not in told and heading.index not in taken:
            other = _other_column(frame, candidates, heading)
            told[attribute.name] = Told(attribute, heading, other, codes)
            taken |= {heading.index} | ({other.index} if other else set())
    return told


def coded_columns(frame: Frame, candidates: Sequence[Heading]) -> list[tuple[Heading, tuple[str, ...]]]:
    """Columns that hold nothing but a few codes without labels, such as A1, A2, -oth-: they must be asked about.

    Plain numbers alone are no such codes: they may be ratings or counts.
    """
    found = []
    for heading in candidates:
        texts = Counter(text_of(cell) for cell in frame.column(heading.index) if not is_nothing(cell))
        lettered = sum(1 for text in texts if re.match(r"^[A-Za-z]{1,3}[-_]?\d", text))
        if 2 <= len(texts) <= 12 and lettered >= 2 and all(CODE.match(text) for text in texts):
            found.append((heading, tuple(sorted(texts))))
    return found


def meaning_of(attribute: Attribute, cell: Cell) -> str | None:
    """The code of what a cell says about an attribute, or None.

    >>> from lsn_data.sheets.survey import attribute_of
    >>> meaning_of(attribute_of("state"), "Schl.-Holst."), meaning_of(attribute_of("size"), dt.datetime(1949, 10, 1))
    ('SH', '10-49')
    """
    if attribute.name == "size":
        return _size_of(cell)
    return _meanings(attribute.name).get(plain(text_of(cell)))


@cache
def _meanings(name: str) -> dict[str, str]:
    attribute = next(one for one in ATTRIBUTES if one.name == name)
    return {said: choice.code for choice in reversed(attribute.choices) for said in names_of(choice)}


def _size_of(cell: Cell) -> str | None:
    """A size class; what Excel made of `1-9` (1 September, 9 January) and `10-49` (October 1949) is undone."""
    if isinstance(cell, (dt.date, dt.datetime)):
        if (cell.year, cell.month, cell.day) == (1949, 10, 1):
            return "10-49"
        return "1-9" if (cell.month, cell.day) in ((9, 1), (1, 9)) else None
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _class_of(int(cell))
    text = text_of(cell)
    damaged = re.match(r"^(?:0?1\.?\s*)?([A-Za-z]{3,9})\.?[\s-]*(?:0?1|49|1949)?$", text)
    if damaged and damaged[1].casefold() in _MONTHS:
        return _MONTHS[damaged[1].casefold()]
    if text.isdigit():
        return _class_of(int(text))
    bare = re.sub(
        r"\b(?:beschäftigte[nr]?|mitarbeitende[nr]?|mitarbeiter(?:innen)?|employees|staff|personen|people|ma|fte)\b",
        "",
        plain(text),
    )
    return _meanings("size").get(plain(text)) or _meanings("size").get(" ".join(bare.split()))


def _class_of(employees: int) -> str | None:
    if employees < 1:
        return None
    return "1-9" if employees < 10 else "10-49" if employees < 50 else "50-249" if employees < 250 else "250+"


def _given(heading: Heading, values: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    return next((codes for name, codes in values.items() if plain(name) == plain(heading.text)), {})


def _score(attribute: Attribute, heading: Heading, cells: Sequence[Cell], codes: Mapping[str, str]) -> float:
    """How well a column fits an attribute: the share of cells understood, more if the heading says so; 0: not."""
    allowed = {choice.code for choice in attribute.choices}
    hint = heading_says(attribute, heading)
    if codes:
        given = set(codes.values())
        return 2 + len(given & allowed) / len(given) if given <= allowed else 0
    if (
        attribute.name == "size"
        and not hint
        and not any(isinstance(cell, str) and re.search(r"\d\s*-\s*\d", plain_dash(cell)) for cell in cells)
    ):
        return 0
    understood = sum(1 for cell in cells if meaning_of(attribute, cell)) / len(cells)
    said = {meaning_of(attribute, cell) for cell in cells} - {None, "other"}
    if not said or understood < (ENOUGH_WITH_HEADING if hint else ENOUGH):
        return 0
    return understood + (0.5 if hint else 0)


def plain_dash(text: str) -> str:
    """The text with every kind of dash as a hyphen."""
    return re.sub(r"[\u2010-\u2015\u2212]", "-", text)


def heading_says(attribute: Attribute, heading: Heading) -> bool:
    """Does the heading hold one of the attribute's words, as a word?"""
    said = f" {plain(heading.text)} "
    return any(f" {plain(word)} " in said or (len(word) > 5 and plain(word) in said) for word in attribute.headings)


def _other_column(frame: Frame, candidates: Sequence[Heading], main: Heading) -> Heading | None:
    """The column where "other" was typed: next to the main one, of the same question, headed so."""
    for heading in candidates:
        if heading.index == main.index + 1 and re.search(
            r"\b(?:other|sonstige[s]?|andere[s]?)\b|_TEXT$", _said(heading, frame), re.I
        ):
            return heading
    return None


def _said(heading: Heading, frame: Frame) -> str:
    code = frame.codes[heading.index] if heading.index < len(frame.codes) else ""
    return f"{heading.text} {code}"
