"""Which registers stand side by side in a workbook? One import takes one of them: a person says which."""

from __future__ import annotations

from collections import defaultdict

from lsn_data.intake.cells import any_said
from lsn_data.intake.door import Workbook
from lsn_data.intake.opened import Opened
from lsn_data.intake.register_lists import Found, whole
from lsn_data.intake.report import Choice, Problem, Question
from lsn_data.sheets.registers import REGISTERS

KIND = "kind"


def which_part(file: Opened) -> Question | None:
    """Which register is to be read, with the sheets and the rows of each; None unless there are two with rows."""
    if isinstance(file.workbook, Problem):
        return None
    sheets: dict[str, list[str]] = defaultdict(list)
    rows: dict[str, int] = defaultdict(int)
    for one in file.registers:
        if one.listed.sample:
            sheets[one.sheet.kind].append(one.listed.sheet)
            rows[one.sheet.kind] += _rows(one, file.workbook)
    if len(sheets) < 2:
        return None
    facts = {kind: {"label": list(REGISTERS[kind].label), "sheets": sheets[kind], "rows": rows[kind]} for kind in rows}
    return Question(KIND, "which-part", tuple(Choice(kind, facts[kind]) for kind in rows))


def _rows(one: Found, workbook: Workbook) -> int:
    return sum(1 for line in whole(one, workbook, None).listed.lines if any_said(line.cells))
