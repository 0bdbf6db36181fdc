"""What does the spreadsheet of a register say? From bytes to a Reading whose rows fit the register's declaration."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lsn_data.intake import foreign_problems, register_problems, survey_problems  # noqa: F401  (declare the kinds used here)
from lsn_data.intake.cells import is_nothing, text_of
from lsn_data.intake.door import Workbook
from lsn_data.intake.foreign.known import Known, known_of
from lsn_data.intake.opened import Opened
from lsn_data.intake.problems import problem, told_once
from lsn_data.intake.register_columns import Columns
from lsn_data.intake.register_lists import Found, askable, candidates, kinds_in, recognised, shortened, whole
from lsn_data.intake.register_rows import Part, RowsOf, suggested
from lsn_data.intake.report import Choice, ColumnSeen, Problem, Question, Reading, ValueSeen, refused
from lsn_data.intake.steps import reached
from lsn_data.sheets.declared import Field, plain
from lsn_data.sheets.identity import identity
from lsn_data.sheets.registers import REGISTERS

__all__ = ["read_register", "recognised"]

_VERSION = re.compile(
    r"(?:19|20)\d\d|\b(?:alt|old|kopie|copy|backup|sicherung|entwurf|draft|v\d|neu|new|archiv\w*)\b", re.I
)
EXAMPLES, VALUES = 3, 60


def read_register(
    data: bytes, file_name: str, kind: str, mapping: Mapping[str, Any] | None = None, known: Known | None = None
) -> Reading:
    """Everything that the file of a register says. Never raises for bad data; KeyError for an unknown kind.

    `mapping` holds a person's answers: columns, values, sheet. `known` is what the product knows by other names.
    """
    return register_in(Opened(data, file_name), kind, mapping, known)


def register_in(
    file: Opened, kind: str, mapping: Mapping[str, Any] | None = None, known: Known | None = None
) -> Reading:
    """The same of a file that is open already."""
    sheet, told = REGISTERS[kind], dict(mapping or {})
    file_name, sha256, workbook = file.name, file.sha256, file.workbook
    if isinstance(workbook, Problem):
        return refused(file_name, sha256, kind, workbook)
    reached("recognise")
    only = next((title for title in workbook.sheets if plain(title) == plain(told.get("sheet", ""))), None)
    columns = told.get("columns")
    seen = _best_of_each_sheet(workbook, list(candidates(shortened(workbook), (sheet,), only, columns)))
    lists = [whole(one, workbook, columns) for one in seen]
    if not lists:
        return refused(file_name, sha256, kind, problem("kind-not-recognised"))
    reached("check", sum(len(one.listed.lines) for one in lists))
    return _Register(workbook, lists, told, known or known_of()).reading(file_name, sha256)


def _best_of_each_sheet(workbook: Workbook, found: Sequence[Found]) -> list[Found]:
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


class _Register:
    """The lists of one register on their way to a Reading."""

    def __init__(self, workbook: Workbook, lists: Sequence[Found], told: dict[str, Any], known: Known) -> None:
        self.workbook, self.told, self.known = workbook, told, known
        self.first, self.sheet = lists[0], lists[0].sheet
        self.problems: list[Problem] = []
        self.questions: list[Question] = []
        self.used = [self.first, *self._others(lists[1:])]
        in_order = list(workbook.sheets)
        self.used.sort(key=lambda one: in_order.index(one.listed.sheet))
        self.titles = {one.listed.sheet for one in self.used}

    def reading(self, file_name: str, sha256: str) -> Reading:
        """The outcome: ready, to be answered, or refused with every reason."""
        self.problems += [one for one in self.workbook.problems if one.sheet in ("", *self.titles)]
        self._missing()
        parts = [Part(one.listed, one.columns) for one in self.used]
        made = RowsOf(self.sheet, parts, self.told.get("values") or {}, self.known)
        rows = made.rows() if not self.first.missing else []
        if not rows and not self.first.missing:
            self.problems.append(problem("no-rows", sheet=self.first.listed.sheet))
        for (kind, title, _), cases in made.cases.items():
            self.problems.append(told_once(kind, cases, sheet=title))
        self._tell_columns()
        self._tell_other_kinds(file_name)
        self.questions += [_value_question(heading, asked, self.known) for heading, asked in made.asked.items()]
        self.problems.sort(key=lambda one: one.severity != "error")
        hindered = any(one.severity == "error" for one in self.problems)
        return Reading(
            file=file_name,
            sha256=sha256,
            kind=self.sheet.kind,
            status="refused" if hindered else "needs answer" if self.questions else "ready",
            sheet=self.first.listed.sheet,
            layout=self._layout(),
            rows_read=len(rows) + len(made.left_out),
            left_out=tuple(sorted(made.left_out, key=lambda one: one.row)),
            rows=tuple(rows),
            parts={"funding": tuple(made.funding)} if made.funding else {},
            problems=tuple(self.problems),
            questions=() if hindered else tuple(self.questions),
            columns=tuple(self._seen(self.first)),
        )

    def _layout(self) -> str:
        """What two files of the same export share: the register and the headings."""
        names = [self.sheet.kind, *(plain(heading) for heading in self.first.listed.headings)]
        return hashlib.sha256("\x1f".join(names).encode()).hexdigest()[:24]

    # several sheets -------------------------------------------------------------------------------------------------

    def _others(self, lists: Sequence[Found]) -> list[Found]:
        """Sheets that hold the rest of the same register; others of its kind are told, or asked about."""
        alike = [one for one in lists if not one.missing and one.columns.known >= min(self.first.columns.known, 2)]
        alike = [one for one in alike if one.listed.sheet not in self.workbook.hidden and one.listed.sample]
        rest: list[Found] = []
        versions: list[Found] = []
        for one in alike:
            (rest if self._belongs(one) else versions).append(one)
        if rest:
            self.problems.append(
                problem("sheets-joined", count=len(rest) + 1, sheet=self.first.listed.sheet,
                        sheets=[self.first.listed.sheet, *(one.listed.sheet for one in rest)])
            )  # fmt: skip
        as_many = [one for one in versions if one.columns.known >= self.first.columns.known]
        if as_many and not self.first.missing:
            self._ask_sheet(as_many)
        for one in versions:
            if one not in as_many and one.columns.known >= 0.5 * self.first.columns.known:
                self.problems.append(problem("other-list", sheet=one.listed.sheet, used=self.first.listed.sheet))
        return rest

    def _belongs(self, other: Found) -> bool:
        """Is it a part of the same list, not another version: no year or "old" in its name, and other rows in it?"""
        if _VERSION.search(other.listed.sheet) or _VERSION.search(self.first.listed.sheet):
            return False
        if self.sheet.kind not in ("members", "projects", "measures", "swot", "kpi", "workshops", "partnerships"):
            return False
        mine, theirs = self._keys(self.first), self._keys(other)
        return bool(theirs) and len(mine & theirs) <= 0.2 * min(len(mine), len(theirs))

    def _keys(self, one: Found) -> set[tuple[Any, ...]]:
        """What identifies the rows of a list, as far as its columns tell."""
        at = {name: one.columns.at(name) for name in self.sheet.key}
        keys = set()
        for line in one.listed.lines:
            values = {name: text_of(line.cells[n]) if n is not None else None for name, n in at.items()}
            if any(values.values()):
                keys.add(identity(self.sheet, values))
        return keys

    def _ask_sheet(self, versions: Sequence[Found]) -> None:
        titles = [self.first.listed.sheet, *(one.listed.sheet for one in versions)]
        titles = [title for title in self.workbook.sheets if title in titles]
        facts = {"suggested": max(titles) if all(_VERSION.search(title) for title in titles) else titles[0]}
        self.questions.append(Question("sheet", "which-sheet", tuple(Choice(title) for title in titles), facts=facts))

    def _tell_other_kinds(self, file_name: str) -> None:
        """Other registers in the same workbook are told: one import takes one kind."""
        if len(self.workbook.sheets) < 2:
            return
        for one in kinds_in(self.workbook, file_name):
            if one.sheet.kind != self.sheet.kind and one.listed.sheet not in self.titles and one.listed.sample:
                label = {"labels": [one.sheet.label]}
                self.problems.append(
                    problem("other-kind", sheet=one.listed.sheet, register=label, kind_name=one.sheet.kind)
                )

    # columns --------------------------------------------------------------------------------------------------------

    def _missing(self) -> None:
        """A needed column that is not there: asked where another may be it, else the reason of a refusal."""
        found = self.first
        if found.missing and askable(found):
            self.questions.append(_column_question(found))
            return
        for field in found.missing:
            self.problems.append(problem("column-missing", sheet=found.listed.sheet, column=field.name))

    def _tell_columns(self) -> None:
        """What was left aside, what was taken by its content, what a column may also be."""
        for one in self.used:
            headings, columns = one.listed.headings, one.columns
            self.problems += one.listed.told
            if personal := [headings[at] for at in columns.personal]:
                self.problems.append(problem("personal-data", count=len(personal), columns=personal))
            others = [headings[at] for at in columns.others]
            if others:
                self.problems.append(problem("column-unknown", count=len(others), columns=others))
            for at in columns.by_content:
                field = {"labels": [columns.fields[at].label]}
                self.problems.append(
                    problem("column-by-content", sheet=one.listed.sheet, column=headings[at], field=field)
                )
            for at, names in columns.suggestions.items():
                likely = self.sheet.field(names[0])
                if likely not in one.missing:
                    field = {"labels": [likely.label]}
                    self.problems.append(
                        problem("column-alike", sheet=one.listed.sheet, column=headings[at], field=field)
                    )

    def _seen(self, one: Found) -> Iterator[ColumnSeen]:
        """What was made of each column."""
        meanings = _meanings(one.columns)
        for at, heading in enumerate(one.listed.headings):
            if not heading:
                continue
            cells = [line.cells[at] for line in one.listed.sample if not is_nothing(line.cells[at])]
            texts = list(dict.fromkeys(text for cell in cells if "@" not in (text := text_of(cell)[:60])))
            personal = at in one.columns.personal
            yield ColumnSeen(
                heading=heading,
                meaning=meanings.get(at, ""),
                suggestions=one.columns.suggestions.get(at, ()),
                examples=() if personal else tuple(texts[:EXAMPLES]),
                values=tuple(self._values(one, at)),
            )

    def _values(self, one: Found, at: int) -> Iterator[ValueSeen]:
        """All values of a column whose field has a list, with what each was taken for."""
        field = one.columns.fields.get(at)
        if field is None or field.holds != "choice":
            return
        counts: dict[str, int] = {}
        first: dict[str, Any] = {}
        for line in one.listed.lines:
            if not is_nothing(line.cells[at]):
                text = text_of(line.cells[at])
                counts[text] = counts.get(text, 0) + 1
                first.setdefault(text, line.cells[at])
        part = Part(one.listed, one.columns)
        read = RowsOf(self.sheet, [part], self.told.get("values") or {}, self.known).reader(part, at, field)
        for text, count in list(counts.items())[:VALUES]:
            found = read(first[text])
            code = None if found.problem else found.value
            yield ValueSeen(text[:60], count, code, suggested(field, text) if found.problem else ())


def _meanings(columns: Columns) -> dict[int, str]:
    """The meaning of each column by its name; a place tells the state."""
    found = {at: field.name for at, field in columns.fields.items()}
    found |= {at: field.name for at, field in columns.funding.items()}
    found |= {at: "state" if helper == "place" else helper for at, helper in columns.helpers.items()}
    return found | dict.fromkeys(columns.personal, "personal")


def _column_question(found: Found) -> Question:
    """Which column is the needed one? The likeliest stands first and is offered."""
    needed = {field.name: field for field in found.missing}
    headings = found.listed.headings
    at = {at: next(name for name in names if name in needed)
          for at, names in found.columns.suggestions.items() if set(names) & set(needed)}  # fmt: skip
    best: dict[str, str] = {}
    for column, name in at.items():
        if name not in best.values():
            best[headings[column]] = name
    choices = tuple(Choice(name, {"label": list(field.label)}) for name, field in needed.items())
    codes = tuple(headings[column] for column in at)
    return Question("columns", "register-columns", choices, codes, {"suggested": best, "sheet": found.listed.sheet})


def _value_question(heading: str, asked: Any, known: Known) -> Question:
    """What do texts mean that are nearly, but not quite, values of the list?"""
    field: Field = asked.field
    if field.name == "kpi":
        codes = dict.fromkeys(known.kpis.values())
        names = {code: name for name, code in known.kpis.items() if name != plain(code)}
        choices = [Choice(code, {"label": [names.get(code, code)] * 2}) for code in codes]
        choices.append(Choice("", {"new": True}))
    else:
        choices = [Choice(choice.code, {"label": list(choice.label)}) for choice in field.choices]
    suggested = {text: near[0] for text, near in asked.texts.items() if near}
    facts = {"suggested": suggested, "column": heading}
    return Question(f"values:{heading}", "register-values", tuple(choices), tuple(asked.texts), facts)
