"""What does a cell of a register mean, by what its field holds? The value, or why it is none."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as held
from typing import Any

from lsn_data.intake.cells import NO, YES, Cell, is_nothing, text_of
from lsn_data.intake.foreign.amounts import amount_of
from lsn_data.intake.foreign.places import HOME, country_of, place_of
from lsn_data.intake.foreign.spans import OPEN_END
from lsn_data.intake.moments import when_of
from lsn_data.intake.people import meaning_of
from lsn_data.sheets.declared import Field, plain
from lsn_data.sheets.survey import ATTRIBUTES

_NUMBER = re.compile(r"^[-+−]?\d[\d.,'\s\u00a0\u202f]*\s*%?$")


@dataclass(frozen=True)
class Understood:
    """The value of a cell, or the kind of problem that keeps it from having one; `left` are values left out.

    `more` are values of other fields that the same cell tells: a run time has an end too, an amount a currency.
    `percent`: the cell says "%" itself; `scaled`: it says "Mio." or a currency itself; `own` is that currency.
    """

    value: Any = None
    problem: str = ""
    left: tuple[str, ...] = ()
    more: Mapping[str, Any] = held(default_factory=dict)
    percent: bool = False
    scaled: bool = False
    own: str = ""


def understood(field: Field, cell: Cell) -> Understood:
    """The value of a cell in the type of its field; an empty cell is None."""
    if is_nothing(cell):
        return Understood([] if field.holds in ("list", "choices") else None)
    if field.holds == "number":
        return _number(field, cell)
    if field.holds == "when":
        when = when_of(cell)
        open_end = plain(text_of(cell)) in OPEN_END and field.name in ("end", "due", "until", "left")
        return Understood(when) if when or open_end else Understood(problem="not-a-date")
    if field.holds == "yes":
        return _yes(cell)
    if field.holds == "choice":
        return _choice(field, cell)
    if field.holds in ("list", "choices"):
        return _several(field, text_of(cell))
    return Understood(text_of(cell))


NO_FIGURE = frozenset(
    plain(word)
    for word in ("n. v.", "n/v", "nv", "nicht verfügbar", "nicht erhoben", "liegt nicht vor", "tbd", "tba", "offen",
    "…", "?",
                 "not available", "noch offen", "ausstehend", "pending", "keine Daten", "no data", "n. a.", "n.b.",
                 "n. b.",
                 "unbekannt", "unknown", "folgt", "xx", "/", "x")
)  # fmt: skip
_ABOUT = re.compile(
    r"^(?:ca|circa|rund|etwa|ungefähr|about|approx|approximately|around|mind|mindestens|über|knapp|at least|"
    r"more than|mehr als)"
    r"\b\.?\s*|^[~≈><]=?\s*",
    re.IGNORECASE,
)
_EARLY = re.compile(
    r"\(?\b(?:vorläufig\w*|vorl|preliminary|prov|provisorisch|geschätzt|estimated|est|p|v|s|e)\b\.?\)?$", re.I
)
_FOOTNOTE = re.compile(r"(?:\s*[*†‡]+|\s*[¹²³⁴⁵]+|\s+\(?\d\)|\s*\[\d\])$")
_UNIT = re.compile(
    r"\s*(?:%|€|eur|euro|mitglieder\w*|members?|personen|people|projekte?|projects?|unternehmen|organisationen|stück|"
    r"teilnehmer\w*|teilnehmende\w*|participants|nutzer\w*|nutzende\w*|users|punkte|points|tage|days|fte|vzä)$",
    re.IGNORECASE,
)


def _number(field: Field, cell: Cell) -> Understood:
    """A figure with what stands around it: a footnote's mark, its unit, "ca.", "vorläufig"; the last two are told."""
    number = number_of(cell)
    text = text_of(cell)
    percent = text.endswith("%")
    if number is not None:
        return Understood(number, percent=percent)
    if plain(text) in NO_FIGURE or not re.search(r"[\w]", text):
        return Understood(None)
    if field.name == "amount":
        return money(cell)
    said = _UNIT.sub("", _FOOTNOTE.sub("", text))
    rough = _EARLY.sub("", _ABOUT.sub("", said)).strip()
    plainly = rough.removesuffix("+").strip()
    number = number_of(_UNIT.sub("", plainly))
    if number is None:
        return _scaled(field, text)
    return Understood(number, "approximate" if plainly != said.strip() else "", percent=percent)


def _scaled(field: Field, text: str) -> Understood:
    """A figure in thousands, millions or money: "1,2 Mio. €", "350 T€", "3k"."""
    found = amount_of(re.sub(r"(?<=\d)\s*k$", " tsd", text)) if field.name in ("value", "target") else None
    if found is None:
        return Understood(problem="not-a-number")
    doubt = "approximate" if found.doubtful else ""
    return Understood(found.amount, doubt, more={"unit": found.own or None}, scaled=True, own=found.own)


def money(cell: Cell, heading: str = "") -> Understood:
    """An amount with its currency; a unit in the heading holds where the cell has none."""
    found = amount_of(cell, heading)
    if found is None:
        return Understood(problem="not-a-number")
    more = {"currency": found.currency or None, "doubtful": True if found.doubtful else None}
    return Understood(found.amount, "approximate" if found.doubtful else "", more=more, own=found.own)


def number_of(cell: Cell) -> float | None:
    """A number as people write it: 1234.5, "1.234,5", "1,234.5", "12 %"; None if it is none or can be read two ways.

    >>> number_of("1.234,5"), number_of("1,234.5"), number_of("250 000"), number_of("forty"), number_of("1,234")
    (1234.5, 1234.5, 250000.0, None, None)
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return float(cell)
    if not isinstance(cell, str) or not _NUMBER.match(cell.strip()):
        return None
    text = re.sub(r"[\s\u00a0\u202f'%+]", "", cell).replace("−", "-")
    if "." in text and "," in text:
        comma_last = text.rindex(",") > text.rindex(".")
        text = text.replace(".", "").replace(",", ".") if comma_last else text.replace(",", "")
    elif re.fullmatch(r"-?\d{1,3}([.,]\d{3}){2,}", text):
        text = re.sub(r"[.,]", "", text)
    elif re.fullmatch(r"-?[1-9]\d{0,2}[.,]\d{3}", text):
        return None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _yes(cell: Cell) -> Understood:
    said = text_of(cell).casefold()
    if isinstance(cell, bool) or said in YES:
        return Understood(cell is not False)
    return Understood(False) if said in NO or said == "0" else Understood(problem="not-yes-or-no")


def _choice(field: Field, cell: Cell) -> Understood:
    if field.name == "state":
        code = field.code_of(text_of(cell)) or place_of([text_of(cell)]).state
        if code or plain(text_of(cell)) in HOME:
            return Understood(code)
    attribute = next((one for one in ATTRIBUTES if one.choices == field.choices), None)
    code = (meaning_of(attribute, cell) if attribute else None) or field.code_of(text_of(cell))
    if code:
        return Understood(code)
    if field.open:
        return Understood(text_of(cell))
    other = any(choice.code == "other" for choice in field.choices) and field.name != "state"
    return Understood("other" if other else None, "counts-as-other" if other else "not-in-list")


def _several(field: Field, text: str) -> Understood:
    parts = [part.strip(" •·*-–\t") for part in re.split(r"[;\n]", text) if part.strip(" •·*-–\t")]
    if field.name == "countries":
        named = [one for part in parts for one in re.split(r"[,/+&]|\bund\b|\band\b", part) if one.strip()]
        return Understood(list(dict.fromkeys(country_of(one.strip()) for one in named)))
    if field.holds == "list":
        return _listed(field, parts, text)
    parts = _parted(field, parts[0]) if len(parts) == 1 else parts
    codes = [field.code_of(part) or (part if field.open else "") for part in parts]
    left = tuple(part for part, code in zip(parts, codes, strict=True) if not code)
    return Understood(list(dict.fromkeys(code for code in codes if code)), "not-in-list" if left else "", left)


def _listed(field: Field, parts: list[str], text: str) -> Understood:
    """Several names in a cell. Commas part them too, which is told for partners: a name may hold one."""
    if field.name == "partners" and re.fullmatch(r"\d{1,3}", text.strip()):
        return Understood([], "count-not-names")
    if len(parts) != 1 or field.name == "themes":
        return Understood(parts)
    divided = [part.strip() for part in _divided(parts[0]) if part.strip()]
    glued: list[str] = []
    for part in divided:
        if glued and _FORM.fullmatch(part):
            glued[-1] = f"{glued[-1]}, {part}"
        else:
            glued.append(part)
    *first, last = glued
    halves = [half.strip() for half in re.split(r"\s+(?:und|and|&|sowie)\s+", last) if half.strip()]
    short = all(len(half.split()) <= 3 and half[:1].isupper() and not _JOINS.search(half) for half in halves)
    found = [*first, *(halves if short and len(halves) == 2 else [last])]
    return Understood(found, "parted-by-commas" if len(found) > 1 and field.name == "partners" else "")


def _divided(text: str) -> list[str]:
    """The parts between commas; a comma in brackets, or one at the end, parts nothing. One way through, however long.

    >>> _divided("Kiel (city, port), Bergen,Oslo,")
    ['Kiel (city, port)', ' Bergen', 'Oslo,']
    """
    *first, last = text.split(",")
    if first and not last:
        last = f"{first.pop()},"
    found, bracket = [last], _BRACKETS.sub("", last)[:1]
    for part in reversed(first):
        if bracket == ")":
            found[-1] = f"{part},{found[-1]}"
        else:
            found.append(part)
        bracket = _BRACKETS.sub("", part)[:1] or bracket
    return found[::-1]


_BRACKETS = re.compile(r"[^()]+")
_FORM = re.compile(r"(?:inc|ltd|llc|corp|co|gmbh|ag|s\.?a|a/?s)\.?", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:für|for|of|der|des|zur|mbh|gmbh & co)\b", re.IGNORECASE)


def _parted(field: Field, text: str) -> list[str]:
    """Values that are not separated by `;` but by other signs, or not at all: "N, I", "V/I", "V und P", "NIP"."""
    if field.code_of(text):
        return [text]
    parts = [part.strip() for part in re.split(r"[,/+&]|\bund\b|\band\b", text) if part.strip()]
    if any(map(field.code_of, parts)):
        return parts
    for letters in (text.split(), list(text)):
        if letters and all(map(field.code_of, letters)):
            return letters
    return [text] if field.open else parts or [text]
