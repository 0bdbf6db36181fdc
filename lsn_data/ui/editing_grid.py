"""How does a register look while it is typed into: its columns in the reader's words, lists to choose from?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from lsn_data.language import Language
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.store import Store, register_rows
from lsn_data.ui.editing_start import GONE, NUMBER, Row

DTYPES = {"number": "Float64", "yes": "boolean"}
# Fields that hold codes of a register's rows: which register, its code, the texts that say what it is.
NAMED_ELSEWHERE = {
    "addresses": ("swot", "id", "text"), "parent": ("measures", "measure", "title"),
    "project": ("projects", "project", "title"), "kpi": ("kpi", "kpi", "name"),
}  # fmt: skip
LONGEST_LABEL = 60


def frame(rows: Sequence[Row], sheet: Sheet, columns: Sequence[str]) -> pd.DataFrame:
    """The rows as the grid takes them: counted from 1, codes as they are stored, and a box to delete each."""
    found: dict[str, Any] = {NUMBER: pd.Series(range(1, len(rows) + 1), dtype="Int64")}
    for name in columns:
        dtype = DTYPES.get(sheet.field(name).holds, "object")
        found[name] = pd.Series([row.get(name) for row in rows], dtype=dtype)
    found[GONE] = pd.Series([bool(row.get(GONE)) for row in rows], dtype="boolean")
    return pd.DataFrame(found)


def columns_of(
    sheet: Sheet, columns: Sequence[str], rows: Sequence[Row], fixed: Sequence[str], store: Store, say: Language
) -> dict[str, Any]:
    """How each column is shown and typed; `fixed` are those that cannot be."""
    config: dict[str, Any] = {
        NUMBER: st.column_config.NumberColumn(say("Row"), disabled=True, width=44, pinned=True),
        GONE: st.column_config.CheckboxColumn(say("Delete"), width=104, default=False, pinned=True),
    }
    for name in columns:
        field = sheet.field(name)
        config[name] = _column(field, _choices(field, rows, store, say), name in fixed, say)
    return config


def _column(field: Field, choices: Mapping[str, str], fixed: bool, say: Language) -> Any:
    label, told = say.both(field.label), say.both(field.help) or None
    column = st.column_config
    if field.holds == "number":
        return column.NumberColumn(label, help=told, disabled=fixed, format="localized")
    if field.holds == "yes":
        return column.CheckboxColumn(label, help=told, disabled=fixed)
    if field.holds == "when":
        when = say("a year, a month or a day: 2026, 2026-03 or 2026-03-31")
        return column.TextColumn(label, help=f"{told}: {when}" if told else when, disabled=fixed)
    if field.holds in ("choices", "list"):
        return column.MultiselectColumn(
            label, help=told, disabled=fixed, options=list(choices), format_func=_label(choices), color="gray",
            accept_new_options=field.holds == "list" and field.name not in NAMED_ELSEWHERE, width="medium",
        )  # fmt: skip
    if choices:
        return column.SelectboxColumn(
            label, help=told, disabled=fixed, options=list(choices), format_func=_label(choices), width=160
        )
    return column.TextColumn(label, help=told, disabled=fixed, max_chars=1000, width=300 if field.pair else "medium")


def _choices(field: Field, rows: Sequence[Row], store: Store, say: Language) -> dict[str, str]:
    """What may be chosen, {code: words}: what is declared, what another register names, and what stands there."""
    found = {choice.code: say.both(choice.label) for choice in field.choices}
    if field.name in NAMED_ELSEWHERE:
        found |= store.once(("named", field.name, say.code), lambda: _named(store, field.name, say.code))
    if found or field.holds in ("choices", "list"):
        there = [row.get(field.name) for row in rows]
        codes = [code for one in there for code in (one if isinstance(one, list) else [one]) if code]
        found |= {code: code for code in codes if code not in found}
    return found


def _named(store: Store, field: str, language: str) -> dict[str, str]:
    """The rows of the register that a field's codes name: a KPI by its name, others by their code and text."""
    kind, code, text = NAMED_ELSEWHERE[field]
    found = {}
    for row in register_rows(store, kind):
        words = row[f"{text}_{language}"] or row[f"{text}_en"] or ""
        named = words if kind == "kpi" and words else f"{row[code]} · {words}".rstrip(" ·")
        found[row[code]] = named if len(named) <= LONGEST_LABEL else f"{named[: LONGEST_LABEL - 1]}…"
    return found


def _label(choices: Mapping[str, str]) -> Callable[[object], str]:
    return lambda code: choices.get(str(code), str(code))
