"""How is a file read with all that is known of it: what it holds, and what was told of its layout before?

The upload page and the command line both read through here, so that the same file cannot be read in two ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lsn_data.intake.foreign.known import known_of
from lsn_data.intake.mapping import merged
from lsn_data.intake.opened import Opened
from lsn_data.intake.problems import problem
from lsn_data.intake.register import register_in
from lsn_data.intake.register_lists import nearest_kinds, register_kind
from lsn_data.intake.register_parts import KIND, which_part
from lsn_data.intake.report import Reading
from lsn_data.intake.survey import survey_in
from lsn_data.sheets.naming import name_of
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import SURVEY, Store, register_rows, remembered

Known = dict[str, Any]


def kind_of(file: Opened, told: Mapping[str, Any] | None = None) -> str:
    """What a file holds: as told, else the register that it surely is, else a survey."""
    return _kind_told(told or {}) or register_kind(file) or SURVEY


def _kind_told(told: Mapping[str, Any]) -> str | None:
    """The kind that a mapping names, if there is such a one."""
    return told[KIND] if told.get(KIND) in (SURVEY, *REGISTERS) else None


def read_knowing(
    store: Store, file: Opened, kind: str, told: Mapping[str, Any], *, chosen: bool = False
) -> tuple[Reading, Known]:
    """The reading, and the answers it rests on: those told now, over those remembered of the same layout.

    `chosen`: a person said the kind. If not, and the file holds several registers, which one is meant is asked first.
    """
    chosen = chosen or _kind_told(told) is not None
    told = {name: what for name, what in told.items() if name != KIND}  # of this file, not of its layout
    if kind != SURVEY:
        reading, known = _register(store, file, kind, told)
        return (reading if chosen else _part_asked(reading, file)), known
    reading = survey_in(file, told)
    known = merged(remembered(store, reading.layout) if reading.layout else {}, told)
    if known == told:
        return (_nearest_told(reading, file) if _no_ranking(reading) else reading), known
    return survey_in(file, known).with_problem(problem("told-before")), known


def _part_asked(reading: Reading, file: Opened) -> Reading:
    """Where several registers stand in a workbook: which one is to be read, before anything else is asked."""
    question = which_part(file) if reading.status != "refused" else None
    if question is None:
        return reading
    problems = tuple(one for one in reading.problems if one.kind != "other-kind")
    return replace(reading, status="needs answer", questions=(question,), problems=problems)


def _register(store: Store, file: Opened, kind: str, told: Mapping[str, Any]) -> tuple[Reading, Known]:
    """A register, with what the product knows by other names and what was told of the layout before."""
    names = known_of(
        register_rows(store, "kpi") if kind == "kpi" else (), register_rows(store, "swot") if kind == "swot" else ()
    )
    reading = _named(store, register_in(file, kind, told, names))
    known = merged(remembered(store, reading.layout) if reading.layout else {}, told)
    if known == told:
        return reading, known
    return _named(store, register_in(file, kind, known, names)).with_problem(problem("told-before")), known


def _named(store: Store, reading: Reading) -> Reading:
    """KPIs that the product knows bear their names, even where a file gives no more than a word for them."""
    if reading.kind != "kpi":
        return reading
    named = {row["kpi"]: {key: row[key] for key in ("name_en", "name_de")} for row in register_rows(store, "kpi")}
    rows = tuple(
        {**row, **named[row["kpi"]]} if not name_of(row, "en") and row["kpi"] in named else row for row in reading.rows
    )
    return replace(reading, rows=rows)


def _no_ranking(reading: Reading) -> bool:
    return any(one.kind == "no-ranking" for one in reading.problems)


def _nearest_told(reading: Reading, file: Opened) -> Reading:
    """A file that holds no ranking: which registers would come nearest, and what do they lack?"""
    for kind, label, columns in nearest_kinds(file):
        facts = {"register": {"labels": [label]}, "columns": {"labels": columns}, "kind_name": kind}
        reading = reading.with_problem(problem("kinds-nearest", **facts))
    return reading
