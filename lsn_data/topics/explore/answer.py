"""What do the registers hold, in words that a person reads? Rows of registers only, never answers of a survey."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lsn_data.exhibit import Origin, badge
from lsn_data.language import Language
from lsn_data.sheets.declared import Field
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, demo_shown, register_imports, register_rows
from lsn_data.topics.explore.compute import Row
from lsn_data.topics.projects.countries import name_of as country_name
from lsn_data.topics.questionnaire.comments import searched
from lsn_data.topics.strategy.answer import NAMES
from lsn_data.topics.strategy.compute import pair

ORIGIN = "origin"
# Fields that hold codes of themes and principles, which the strategies name.
_NAMED_BY_STRATEGIES = ("theme", "principle")


@dataclass(frozen=True)
class Register:
    """A register: its rows as they count today, and the day of its newest snapshot (None: empty)."""

    kind: str
    rows: tuple[Row, ...]
    newest: dt.date | None


def registers(store: Store) -> dict[str, Register]:
    """Every register by its kind, also the empty ones."""
    demo = demo_shown(store)
    return {
        kind: Register(
            kind,
            tuple(register_rows(store, kind, demo)),
            max((one.as_of for one in register_imports(store, kind, demo) if one.as_of), default=None),
        )
        for kind in REGISTERS
    }


def label(kind: str, say: Language) -> str:
    """What a register is called."""
    return say.both(REGISTERS[kind].label)


def labels(kind: str, say: Language) -> dict[str, str]:
    """The columns of a register in words, and where each row comes from."""
    found = {field.name: say.both(field.label) for field in REGISTERS[kind].fields}
    return {**found, ORIGIN: say("Origin")}


def said(kind: str, name: str, value: object, named: Mapping[str, str], say: Language) -> Any:
    """A value of a field as a person reads it: codes as words, yes and no, several values parted by semicolons."""
    if name == ORIGIN:
        return badge(str(value), say).capitalize() if value else None  # type: ignore[arg-type]
    field = REGISTERS[kind].field(name)
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, list | tuple):
        return "; ".join(_word(field, str(one), named, say) for one in value) or None
    return value if field.holds == "number" else _word(field, str(value), named, say)


def _word(field: Field, value: str, named: Mapping[str, str], say: Language) -> str:
    choice = next((one for one in field.choices if one.code == value), None)
    if choice:
        return say.both(choice.label)
    if field.name in ("country", "countries"):
        return country_name(value, say)
    if field.name == "strategy":
        return NAMES.get(value, value)
    return named.get(value, value) if field.name in _NAMED_BY_STRATEGIES else value


def _as_written(kind: str, name: str) -> bool:
    """Does a field hold texts that are shown as they stand: no code, no country, no list?"""
    if name == ORIGIN:
        return False
    field = REGISTERS[kind].field(name)
    coded = field.choices or name in (*_NAMED_BY_STRATEGIES, "country", "countries", "strategy")
    return field.holds == "text" and not coded


def _told(register: Register, name: str, named: Mapping[str, str], say: Language) -> list[Any]:
    """A column in words; equal values are worded once, since a register of members repeats a few of them."""
    if _as_written(register.kind, name):
        return [row[name] or None for row in register.rows]
    values = [row[name] for row in register.rows]
    keys = [tuple(value) if isinstance(value, list) else value for value in values]
    known = {key: said(register.kind, name, key, named, say) for key in {*keys}}
    return [known[key] for key in keys]


def names_of_codes(store: Store, say: Language) -> dict[str, str]:
    """What the strategies call their themes and principles."""
    rows = register_rows(store, "strategy", demo_shown(store))
    return {row["code"]: say.both(pair(row, "name")) for row in rows if row["part"] in _NAMED_BY_STRATEGIES}


def in_words(register: Register, named: Mapping[str, str], say: Language, words: str = "") -> list[tuple[Any, ...]]:
    """The rows of a register in words, in the order of `labels`; with `words`, those that hold them all.

    `named` tells what codes of themes and principles are called, as `names_of_codes` gives it.
    """
    columns = [_told(register, name, named, say) for name in labels(register.kind, say)]
    rows = list(zip(*columns, strict=True))
    if not words:
        return rows
    texts = [" ".join(str(value) for value in row if value is not None) for row in rows]
    holding = set(searched(tuple(texts), words))
    return [row for row, text in zip(rows, texts, strict=True) if text in holding]


def groupable(kind: str) -> tuple[str, ...]:
    """The fields by which rows may be grouped: all but texts in sentences and numbers."""
    fields = (field for field in REGISTERS[kind].fields if field.holds not in ("text", "number"))
    texts = (field for field in REGISTERS[kind].fields if field.name in _SHORT_TEXTS)
    return (*dict.fromkeys(field.name for field in (*fields, *texts)), ORIGIN)


_SHORT_TEXTS = (
    "programme", "funder", "currency", "unit", "owner", "country", "organisation", "measure", "workshop", "question",
    "source", "service", "method", "status", "target_set_by",
)  # fmt: skip


def numbers(kind: str) -> tuple[str, ...]:
    """The fields that can be summed up or averaged."""
    return tuple(field.name for field in REGISTERS[kind].fields if field.holds == "number")


def origin_of(register: Register) -> Origin:
    """Demo outweighs uploaded, uploaded outweighs published."""
    origins = {row[ORIGIN] for row in register.rows}
    return "demo" if "demo" in origins else "uploaded" if "uploaded" in origins else "published"


def finding(found: Mapping[str, Register], say: Language) -> str:
    """How many registers hold how many rows, which one is newest, and which are empty."""
    filled = [one for one in found.values() if one.rows]
    if not filled:
        return say("All {n} registers are still empty", n=len(found))
    counted = say.plural(
        "{filled} of {all} registers hold {n} row",
        "{filled} of {all} registers hold {n} rows",
        sum(len(one.rows) for one in filled),
        filled=len(filled),
        all=len(found),
    )
    newest = max((one.newest for one in filled if one.newest), default=None)
    return (
        say("{counted}; the newest snapshot is of {day}", counted=counted, day=say.date(newest)) if newest else counted
    )
