"""How is a file read with all that is known of it: what it holds, and what was told of its layout before?

The upload page and the command line both read through here, so that the same file cannot be read in two ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lsn_data.intake import read_register, read_survey, recognised
from lsn_data.intake.foreign.known import known_of
from lsn_data.intake.mapping import merged
from lsn_data.intake.problems import problem
from lsn_data.intake.register_lists import nearest_kinds
from lsn_data.intake.report import Reading
from lsn_data.store import SURVEY, Store, register_rows, remembered

Known = dict[str, Any]


def kind_of(data: bytes, file_name: str) -> str:
    """What a file holds: the register that it surely is, else a survey."""
    return recognised(data, file_name) or SURVEY


def read_knowing(
    store: Store, data: bytes, file_name: str, kind: str, told: Mapping[str, Any]
) -> tuple[Reading, Known]:
    """The reading, and the answers it rests on: those told now, over those remembered of the same layout."""
    if kind != SURVEY:
        return _register(store, data, file_name, kind, told)
    reading = read_survey(data, file_name, told or None)
    known = merged(remembered(store, reading.layout) if reading.layout else {}, told)
    if known == told:
        return (_nearest_told(reading, data, file_name) if _no_ranking(reading) else reading), known
    return read_survey(data, file_name, known).with_problem(problem("told-before")), known


def _register(store: Store, data: bytes, file_name: str, kind: str, told: Mapping[str, Any]) -> tuple[Reading, Known]:
    """A register, with what the product knows by other names and what was told of the layout before."""
    names = known_of(
        register_rows(store, "kpi") if kind == "kpi" else (), register_rows(store, "swot") if kind == "swot" else ()
    )
    reading = read_register(data, file_name, kind, told, names)
    known = merged(remembered(store, reading.layout) if reading.layout else {}, told)
    if known == told:
        return reading, known
    return read_register(data, file_name, kind, known, names).with_problem(problem("told-before")), known


def _no_ranking(reading: Reading) -> bool:
    return any(one.kind == "no-ranking" for one in reading.problems)


def _nearest_told(reading: Reading, data: bytes, file_name: str) -> Reading:
    """A file that holds no ranking: which registers would come nearest, and what do they lack?"""
    for kind, label, columns in nearest_kinds(data, file_name):
        facts = {"register": {"labels": [label]}, "columns": {"labels": columns}, "kind_name": kind}
        reading = reading.with_problem(problem("kinds-nearest", **facts))
    return reading
