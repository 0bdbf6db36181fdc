"""What must a row hold that a person types on the page, beyond what its register demands, and what is filled in for it?

A spreadsheet may come from elsewhere and is told what it lacks; who types is there to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from lsn_data.intake import typed_problems  # noqa: F401  (declares the kinds used here)
from lsn_data.intake.problems import problem
from lsn_data.intake.report import Problem
from lsn_data.sheets.declared import Sheet, plain
from lsn_data.sheets.registers import REGISTERS

Row = Mapping[str, Any]
TARGET = ("target", "target_period", "target_set_by", "target_set_on")
OF_A_PERIOD = ("value", "vintage", "method", "break")
KPI_FACTS = ("name_en", "name_de", "theme", "level", "unit", "better")


def completed(kind: str, row: Row, rows: Sequence[Row]) -> dict[str, Any]:
    """A new row with what is known without asking: the usual, the facts of its KPI, the next free code.

    >>> known = [{"kpi": "reach", "name_en": "Reach"}]
    >>> completed("kpi", {"kpi": "reach", "value": 4}, known)["name_en"]
    'Reach'
    >>> completed("measures", {"theme": "region"}, [{"measure": "region-3"}])["measure"]
    'region-4'
    """
    sheet = REGISTERS[kind]
    filled = {field.name: row.get(field.name) for field in sheet.fields}
    for field in sheet.fields:
        filled[field.name] = filled[field.name] or field.usual or filled[field.name]
    same = [one for one in rows if kind == "kpi" and plain(one["kpi"]) == plain(filled["kpi"] or "")]
    for name in KPI_FACTS if same else ():
        filled[name] = filled[name] or next((one[name] for one in reversed(same) if one.get(name)), None)
    named = _name(sheet)
    if named and not filled[named] and any(row.values()):
        filled[named] = _next_free(str(filled.get("theme") or kind), [str(one[named]) for one in rows])
    return filled


def along(sheet: Sheet, stored: Row, cells: Row) -> dict[str, Any]:
    """What follows a typed cell: a text that stood in one language for both goes on doing so.

    >>> along(REGISTERS["measures"], {"title_en": "Messe", "title_de": "Messe"}, {"title_de": "Messestand"})
    {'title_en': 'Messestand'}
    """
    return {
        other.name: cells[one.name]
        for one in sheet.fields if one.pair and one.name in cells
        for other in sheet.fields if other.pair == one.pair and other.name not in cells
        if stored[other.name] in (None, stored[one.name])
    }  # fmt: skip


def wrong(kind: str, row: Row, typed: Collection[str], number: int) -> Iterable[Problem]:
    """What stands against a row as it was typed; `typed` are the fields that were, `number` is how it is counted."""
    rule = _RULES.get(kind)
    return rule(row, typed, number) if rule else ()


def _kpi(row: Row, typed: Collection[str], number: int) -> Iterable[Problem]:
    """A target says who set it and when; a value says of which period it is."""
    told = {name: row[name] not in (None, "") for name in TARGET}
    if set(TARGET) & set(typed) and any(told.values()) and not all(told.values()):
        yield problem("target-incomplete", row=number, columns=_labels("kpi", [one for one in TARGET if not told[one]]))
    filled = [name for name in OF_A_PERIOD if row[name] not in (None, "", False)]
    if {*filled, "period"} & set(typed) and filled and row["period"] in (None, ""):
        yield problem("value-without-period", row=number, column="period")


def _measures(row: Row, typed: Collection[str], number: int) -> Iterable[Problem]:
    """A measure has a title; and the 1/3 rule: it serves one to three of the principles (there are no more)."""
    if not (row["title_en"] or row["title_de"]):
        yield problem("typed-needed", row=number, column="title_de")
    if not row["principles"]:
        en, de = (str(row[one] or row["measure"] or "") for one in ("title_en", "title_de"))
        yield problem("principles-missing", row=number, column="principles", called={"labels": [(en, de)]})


_RULES: dict[str, Callable[[Row, Collection[str], int], Iterable[Problem]]] = {"kpi": _kpi, "measures": _measures}


def _name(sheet: Sheet) -> str | None:
    """The field under which a register's rows are called, where that is a code of our own making."""
    codes = [
        sheet.field(name) for name in sheet.key if sheet.field(name).holds == "code" and sheet.field(name).required
    ]
    return codes[-1].name if codes and sheet.kind != "kpi" else None


def _next_free(stem: str, taken: Iterable[str]) -> str:
    """The next number after the highest.

    >>> _next_free("region", ["region-1", "region-3", "region-3a", "visibility-8"])
    'region-4'
    """
    numbers = [int(found[1]) for one in taken if (found := re.fullmatch(re.escape(stem) + r"-(\d{1,4})\w?", one))]
    return f"{stem}-{max(numbers, default=0) + 1}"


def _labels(kind: str, names: Iterable[str]) -> dict[str, Any]:
    """The columns' labels in both languages, as a problem's fact."""
    return {"labels": [REGISTERS[kind].field(name).label for name in names]}
