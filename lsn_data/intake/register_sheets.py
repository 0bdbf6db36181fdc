"""Which sheets of a workbook make up one register: the best one, further parts of it, or versions to choose from?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lsn_data.intake.cells import text_of
from lsn_data.intake.door import Workbook
from lsn_data.intake.problems import problem
from lsn_data.intake.register_lists import Found
from lsn_data.intake.register_questions import which_version
from lsn_data.intake.report import Problem, Question
from lsn_data.sheets.identity import identity

_VERSION = re.compile(
    r"(?:19|20)\d\d|\b(?:alt|old|kopie|copy|backup|sicherung|entwurf|draft|v\d|neu|new|archiv\w*)\b", re.I
)
# Registers whose rows people spread over sheets: by state, by year of entry, by quadrant.
_SPREAD = ("members", "projects", "measures", "swot", "kpi", "workshops", "partnerships")


@dataclass(frozen=True)
class Sheets:
    """The lists that are read, in the workbook's order, the one that leads, and what is told or asked of the others."""

    first: Found
    used: tuple[Found, ...]
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def titles(self) -> set[str]:
        """The names of the sheets that are read."""
        return {one.listed.sheet for one in self.used}


def best_of_each_sheet(workbook: Workbook, found: Sequence[Found]) -> list[Found]:
    """The best list of each sheet, the best sheet first; hidden sheets come last."""
    best: dict[str, Found] = {}
    for one in found:
        before = best.get(one.listed.sheet)
        if before is None or _rank(one) > _rank(before):
            best[one.listed.sheet] = one
    return sorted(best.values(), key=lambda one: (one.listed.sheet not in workbook.hidden, _rank(one)), reverse=True)


def _rank(one: Found) -> tuple[Any, ...]:
    """Most headings first, even if a needed one is missing: that is what the person is to be told. A list that fits as
    it stands comes before one that was turned."""
    ready = not one.missing
    turned = one.listed.form not in ("", "quadrants")
    return (
        ready or not turned,
        ready and turned and one.listed.form != "figures across",
        ready and not one.listed.form,
        *one.fit[1:],
    )


def sheets_of(workbook: Workbook, lists: Sequence[Found]) -> Sheets:
    """Sheets that hold the rest of the same register join it; versions of it are told, or asked about."""
    first = lists[0]
    alike = [one for one in lists[1:] if not one.missing and one.columns.known >= min(first.columns.known, 2)]
    alike = [one for one in alike if one.listed.sheet not in workbook.hidden and one.listed.sample]
    rest = [one for one in alike if _belongs(first, one)]
    versions = [one for one in alike if one not in rest]
    as_many = [one for one in versions if one.columns.known >= first.columns.known]
    in_order = list(workbook.sheets)
    return Sheets(
        first,
        tuple(sorted((first, *rest), key=lambda one: in_order.index(one.listed.sheet))),
        (*_joined(first, rest), *_others(first, [one for one in versions if one not in as_many])),
        (_version(in_order, [first, *as_many]),) if as_many and not first.missing else (),
    )


def _joined(first: Found, rest: Sequence[Found]) -> Iterator[Problem]:
    if rest:
        titles = [first.listed.sheet, *(one.listed.sheet for one in rest)]
        yield problem("sheets-joined", count=len(titles), sheet=first.listed.sheet, sheets=titles)


def _others(first: Found, versions: Sequence[Found]) -> Iterator[Problem]:
    for one in versions:
        if one.columns.known >= 0.5 * first.columns.known:
            yield problem("other-list", sheet=one.listed.sheet, used=first.listed.sheet)


def _belongs(first: Found, other: Found) -> bool:
    """Is it a part of the same list, not another version: no year or "old" in its name, and other rows in it?"""
    if _VERSION.search(other.listed.sheet) or _VERSION.search(first.listed.sheet):
        return False
    if first.sheet.kind not in _SPREAD:
        return False
    mine, theirs = _keys(first), _keys(other)
    return bool(theirs) and len(mine & theirs) <= 0.2 * min(len(mine), len(theirs))


def _keys(one: Found) -> set[tuple[Any, ...]]:
    """What identifies the rows of a list, as far as its columns tell."""
    at = {name: one.columns.at(name) for name in one.sheet.key}
    keys = set()
    for line in one.listed.lines:
        values = {name: text_of(line.cells[n]) if n is not None else None for name, n in at.items()}
        if any(values.values()):
            keys.add(identity(one.sheet, values))
    return keys


def _version(in_order: Sequence[str], versions: Sequence[Found]) -> Question:
    """The latest is suggested where all are named by a year or as old or new."""
    named = {one.listed.sheet for one in versions}
    titles = [title for title in in_order if title in named]
    dated = all(_VERSION.search(title) for title in titles)
    return which_version(titles, max(titles) if dated else titles[0])


def other_kinds(registers: Sequence[Found], sheets: Sheets) -> Iterator[Problem]:
    """Other registers in the same workbook are told: one import takes one kind."""
    for one in registers:
        if one.sheet.kind != sheets.first.sheet.kind and one.listed.sheet not in sheets.titles and one.listed.sample:
            label = {"labels": [one.sheet.label]}
            yield problem("other-kind", sheet=one.listed.sheet, register=label, kind_name=one.sheet.kind)
