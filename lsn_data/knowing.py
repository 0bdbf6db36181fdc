"""How is a file read with all that is known of it: what it holds, and what was told of its layout before?

The upload page and the command line both read through here, so that the same file cannot be read in two ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lsn_data.intake import read_register, read_survey, recognised
from lsn_data.intake.mapping import merged
from lsn_data.intake.problems import problem
from lsn_data.intake.report import Reading
from lsn_data.store import SURVEY, Store, remembered

Known = dict[str, Any]


def kind_of(data: bytes, file_name: str) -> str:
    """What a file holds: the register that it surely is, else a survey."""
    return recognised(data, file_name) or SURVEY


def read_knowing(
    store: Store, data: bytes, file_name: str, kind: str, told: Mapping[str, Any]
) -> tuple[Reading, Known]:
    """The reading, and the answers it rests on: those told now, over those remembered of the same layout."""
    if kind != SURVEY:
        return read_register(data, file_name, kind), dict(told)
    reading = read_survey(data, file_name, told or None)
    known = merged(remembered(store, reading.layout) if reading.layout else {}, told)
    if known == told:
        return reading, known
    return read_survey(data, file_name, known).with_problem(problem("told-before")), known
