"""What does this survey file say? From bytes to a Reading: open, find the ranking, question it, check every row."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from lsn_data.errors import Refused
from lsn_data.intake import survey_problems  # noqa: F401  (declares the kinds used here)
from lsn_data.intake.cells import Cell, comparable, day_of, is_nothing, place_of, text_of
from lsn_data.intake.columns_seen import columns_seen
from lsn_data.intake.columnwise import uncollected, where
from lsn_data.intake.door import Workbook, read_workbook
from lsn_data.intake.findings import Findings
from lsn_data.intake.no_ranking import why_no_answers, why_no_ranking
from lsn_data.intake.people import Said, Told, attributes_told, coded_columns, meaning_of
from lsn_data.intake.places import Places, places_of
from lsn_data.intake.problems import problem
from lsn_data.intake.questionnaire import questionnaire_of
from lsn_data.intake.ranking import may_hide_items, shape_said
from lsn_data.intake.report import BlankMeans, Problem, Question, RankingFound, Reading, Respondent, refused
from lsn_data.intake.rows import sort_rows
from lsn_data.intake.steps import reached
from lsn_data.intake.table import Heading
from lsn_data.intake.tables import Found, found_on
from lsn_data.intake.turned import located
from lsn_data.intake.understanding import blank_means, chosen_block, directed, items_of
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import ATTRIBUTES

KIND = "survey"
_ASKED_IN_ORDER = ("question", "items", "direction", "blank_means", "values")
ATTRIBUTE_NAMES = tuple(attribute.name for attribute in ATTRIBUTES)


def read_survey(data: bytes, file_name: str, mapping: Mapping[str, Any] | None = None) -> Reading:
    """Everything that a survey file says, or what must be answered first. Never raises for bad data.

    `mapping` holds a person's answers, as `--mapping` takes them: question, direction, blank_means, items, values.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    reached("open")
    try:
        workbook = read_workbook(data, file_name)
    except Refused as trouble:
        reason = {"say": trouble.text, "values": trouble.values}
        return refused(file_name, sha256, KIND, problem("file-refused", value=trouble.cause, reason=reason))
    reached("recognise")
    found = list(_tables(workbook))
    with_ranking = sorted((one for one in found if one.blocks), key=lambda one: -len(one.frame.rows))
    if not with_ranking:
        return refused(file_name, sha256, KIND, why_no_ranking(found))
    reached("check", len(with_ranking[0].frame.rows))
    with uncollected():
        survey = _Survey(with_ranking[0], workbook, dict(mapping or {}))
        if not survey.rows.kept:
            return refused(file_name, sha256, KIND, why_no_answers(survey.frame, survey.rows.left_out))
        reading = survey.reading(file_name, sha256)
    for other in with_ranking[1:]:
        used = with_ranking[0].frame.sheet
        reading = reading.with_problem(problem("other-sheet", sheet=other.frame.sheet, used=used))
    return reading


def _tables(workbook: Workbook) -> Iterator[Found]:
    """The sheets as tables: the one that the tool names, else every sheet, visible ones first."""
    names = sorted(workbook.sheets, key=lambda name: name in workbook.hidden)
    if workbook.response_sheet in workbook.sheets:
        names = [str(workbook.response_sheet)]
    for name in names:
        yield from found_on(name, workbook.sheets[name])


class _Survey:
    """One table on its way to a Reading: the ranking is chosen, questions are gathered, rows are checked."""

    def __init__(self, found: Found, workbook: Workbook, mapping: dict[str, Any]) -> None:
        self.frame, self.columns, self.blocks = found.frame, found.columns, found.blocks
        self.workbook, self.mapping = workbook, mapping
        self.findings = Findings(self.frame.sheet, partial(located, self.frame))
        self.findings.problems += [one for one in workbook.problems if self._concerns(one)]
        self.findings.problems += self.frame.doubts
        self.block = chosen_block(found.blocks, mapping, self.findings)
        self.told = self._attributes()
        self.rows = sort_rows(self.frame, self.columns, self._compared())

    def reading(self, file_name: str, sha256: str) -> Reading:
        """The outcome: ready, or what must be answered first."""
        kept, findings, mapping = self.rows.kept, self.findings, self.mapping
        items = items_of(self.block, mapping, findings)
        blank = blank_means(self.frame, self.block, kept, mapping, findings)
        places = places_of(self.block, kept, findings)
        direction, places = directed(self.frame, self.block, items, places, self.workbook, mapping, findings)
        for one in self.told.values():
            self._tell_strange_values(one)
        self._tell_what_was_left_aside(places, blank)
        asked, doubts = questionnaire_of(self.frame, self._further(), self.columns.free_text, kept, mapping)
        findings.problems += doubts
        return Reading(
            file=file_name,
            sha256=sha256,
            kind=KIND,
            status="needs answer" if findings.questions else "ready",
            tool=self.frame.tool.name,
            sheet=self.frame.sheet,
            layout=self._layout(),
            rows_read=len(self.frame.rows),
            left_out=self.rows.left_out,
            ranking=RankingFound(shape_said(self.frame, self.block), self.block.question, direction, blank, items),
            respondents=tuple(self._respondents(places)),
            problems=tuple(findings.problems),
            questions=tuple(sorted(findings.questions, key=lambda one: _ASKED_IN_ORDER.index(one.id.split(":")[0]))),
            last_day=self._last_day(),
            preview=self._preview(),
            attributes={name: one.heading.name for name, one in self.told.items()},
            questionnaire=asked,
            columns=tuple(columns_seen(self.frame, self.columns, self.block, self.told, kept)),
        )

    def _further(self) -> list[Heading]:
        """The columns of further questions: neither a ranking nor an attribute."""
        rankings = [self.block, *(block for block in self.blocks if block.shape in ("items", "places"))]
        taken = {heading.index for block in rankings for heading in block.columns}
        taken |= {h.index for one in self.told.values() for h in (one.heading, one.other) if h}
        said = Said.of(self.mapping)
        return [h for h in self.columns.answers if h.index not in taken and said.attribute(h) != ""]

    def _concerns(self, doubt: Problem) -> bool:
        """Does a doubt of the door touch this sheet? A tool's own hidden sheet does not."""
        hidden_by_tool = doubt.kind == "hidden-sheets" and self.workbook.response_sheet is not None
        return doubt.sheet in ("", self.frame.sheet) and not hidden_by_tool

    def _respondents(self, places: Sequence[Places]) -> Iterator[Respondent]:
        kept = self.rows.kept
        nobody: list[str | None] = [None] * len(kept)
        tokens = [self.columns.token_of(cells) or None for _, cells in kept] if self.columns.token else nobody
        codes = [self._codes(name) if name in self.told else nobody for name in ATTRIBUTE_NAMES]
        for (number, _), row, token, told in zip(kept, places, tokens, zip(*codes, strict=True), strict=True):
            yield Respondent(row=number, places=row, token=token, **dict(zip(ATTRIBUTE_NAMES, told, strict=True)))

    def _codes(self, name: str) -> list[str | None]:
        return self.told[name].codes_of([cells for _, cells in self.rows.kept])

    def _attributes(self) -> dict[str, Told]:
        """The columns that describe the respondents; codes without labels are asked about once."""
        in_ranking = {heading.index for heading in self.block.columns}
        said = Said.of(self.mapping)
        free = [h for h in self.frame.headings if h.index not in in_ranking and self._may_tell(h, said)]
        told = attributes_told(self.frame, free, said)
        used = {one.heading.index for one in told.values()} | {one.other.index for one in told.values() if one.other}
        for heading, codes in coded_columns(self.frame, [h for h in free if h.index not in used], said):
            if said.codes(heading):
                continue
            if self.mapping and said.attribute(heading) is None:
                self.findings.add("codes-left-open", column=heading.name, codes=list(codes))
            else:
                self.findings.questions.append(
                    Question(f"values:{heading.text}", "value-codes", codes=codes, facts={"column": heading.name})
                )
        for name in said.unknown:
            self.findings.add("mapping-unknown", column="columns", value=name)
        return told

    def _may_tell(self, heading: Heading, said: Said) -> bool:
        """May a column tell an attribute? Answers may, but for comments; others if a person says so."""
        answer = heading in self.columns.answers and heading not in self.columns.free_text
        return answer or bool(said.attribute(heading))

    def _compared(self) -> dict[int, Callable[[Cell], str]]:
        """How the cells of each answer column are compared: places and attributes by meaning, all else by words."""
        ways: dict[int, Callable[[Cell], str]] = {heading.index: comparable for heading in self.columns.answers}
        ways |= {one.heading.index: partial(_attribute_told, one) for one in self.told.values()}
        return ways | {heading.index: _place_told for heading in self.block.columns}

    def _tell_strange_values(self, told: Told) -> None:
        """Values that the list of the attribute does not know: counted as other, or as no answer."""
        kept = self.rows.kept
        for at in where([cells[told.heading.index] for _, cells in kept], told.is_strange):
            number, cells = kept[at]
            kind = "value-not-understood" if told.code(cells) is None else "value-not-in-list"
            value, index = text_of(cells[told.heading.index])[:60], told.heading.index
            self.findings.note(kind, row=number, column=told.heading.name, value=value, at=index)
        self.findings.tell("value-not-in-list")
        self.findings.tell("value-not-understood")

    def _tell_what_was_left_aside(self, places: Sequence[Places], blank: BlankMeans) -> None:
        in_part = {row for row in set(places) if None in row and any(place is not None for place in row)}
        partial_rankings = sum(1 for row in places if row in in_part)
        if may_hide_items(self.frame, self.block, places):
            self.findings.add("items-unseen", count=len(self.block.labels))
        if partial_rankings and blank == "below":
            self.findings.add("blank-is-below", count=partial_rankings)
        if self.rows.equal:
            for row in self.rows.equal:
                self.findings.note("equal-answers", row=row)
            self.findings.tell("equal-answers")
        if len(self.columns.look_alikes) >= 3:
            first = self.columns.look_alikes[0]
            self.findings.add("look-alike", count=len(self.columns.look_alikes), column=first.name)
        personal = [
            h for h in self.columns.personal if any(not is_nothing(cell) for cell in self.frame.column(h.index))
        ]
        if personal:
            names = [heading.name for heading in personal]
            self.findings.add("personal-data", count=len(names), columns=names)

    def _last_day(self) -> dt.date | None:
        """The day of the last kept answer; LimeSurvey's 1980 means that the date is withheld."""
        if self.columns.day is None:
            return None
        days = [day for _, cells in self.rows.kept if (day := day_of(cells[self.columns.day.index]))]
        return max((day for day in days if day.year > 1980), default=None)

    def _layout(self) -> str:
        """What two files of the same export share: the tool and the headings."""
        names = [self.frame.tool.name, *(plain(heading.text) for heading in self.frame.headings)]
        return hashlib.sha256("\x1f".join(names).encode()).hexdigest()[:24]

    def _preview(self) -> tuple[tuple[str, ...], ...]:
        """Headings of the file, then its first kept rows as they stand: attributes first, then the ranking."""
        headings = [*(one.heading for one in self.told.values()), *self.block.columns]
        rows = [(str(number), *(text_of(cells[h.index]) for h in headings)) for number, cells in self.rows.kept[:4]]
        return (("", *(heading.name for heading in headings)), *rows)


def _place_told(cell: Cell) -> str:
    """A place by its number, whatever way it is written."""
    return str(place_of(cell) or comparable(cell))


def _attribute_told(told: Told, cell: Cell) -> str:
    """An attribute by its code, other words as they are."""
    return told.codes.get(plain(text_of(cell))) or meaning_of(told.attribute, cell) or comparable(cell)


def has_ranking(workbook: Workbook) -> bool:
    """Does any sheet hold a ranking? (A register must not be taken for a survey, nor a survey for a register.)"""
    return any(one.blocks for one in _tables(workbook))
