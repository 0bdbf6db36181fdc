"""What does this survey file say? From bytes to a Reading: open, find the ranking, question it, check every row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from lsn_data.intake import survey_problems  # noqa: F401  (declares the kinds used here)
from lsn_data.intake.cells import is_nothing
from lsn_data.intake.coded import ask_about_codes
from lsn_data.intake.columns_seen import columns_seen
from lsn_data.intake.door import Workbook
from lsn_data.intake.findings import Findings
from lsn_data.intake.glance import last_day, layout_of, preview_of
from lsn_data.intake.no_ranking import why_no_answers, why_no_ranking
from lsn_data.intake.opened import Opened
from lsn_data.intake.people import Told, attributes_told
from lsn_data.intake.places import Places, places_of
from lsn_data.intake.problems import problem
from lsn_data.intake.questionnaire import questionnaire_of
from lsn_data.intake.ranking import may_hide_items, shape_said
from lsn_data.intake.report import BlankMeans, Problem, RankingFound, Reading, refused
from lsn_data.intake.respondents import compared, respondents_of, tell_strange_values
from lsn_data.intake.rows import sort_rows
from lsn_data.intake.said import Said
from lsn_data.intake.steps import reached
from lsn_data.intake.table import Heading
from lsn_data.intake.tables import Found, found_on
from lsn_data.intake.turned import located
from lsn_data.intake.uncollected import uncollected
from lsn_data.intake.understanding import blank_means, chosen_block, directed, items_of

KIND = "survey"
_ASKED_IN_ORDER = ("question", "items", "direction", "blank_means", "values")


def read_survey(data: bytes, file_name: str, mapping: Mapping[str, Any] | None = None) -> Reading:
    """Everything that a survey file says, or what must be answered first. Never raises for bad data.

    `mapping` holds a person's answers, as `--mapping` takes them: question, direction, blank_means, items, values.
    """
    return survey_in(Opened(data, file_name), mapping)


def survey_in(file: Opened, mapping: Mapping[str, Any] | None = None) -> Reading:
    """The same of a file that is open already."""
    workbook = file.workbook
    if isinstance(workbook, Problem):
        return refused(file.name, file.sha256, KIND, workbook)
    with uncollected():
        return _reading(file, workbook, dict(mapping or {}))


def _reading(file: Opened, workbook: Workbook, mapping: dict[str, Any]) -> Reading:
    reached("recognise")
    found = list(tables_of(workbook))
    with_ranking = sorted((one for one in found if one.blocks), key=lambda one: -len(one.frame.rows))
    if not with_ranking:
        return refused(file.name, file.sha256, KIND, why_no_ranking(found))
    reached("check", len(with_ranking[0].frame.rows))
    survey = _Survey(with_ranking[0], workbook, mapping)
    if not survey.rows.kept:
        return refused(file.name, file.sha256, KIND, why_no_answers(survey.frame, survey.rows.left_out))
    reading = survey.reading(file.name, file.sha256)
    for other in with_ranking[1:]:
        used = with_ranking[0].frame.sheet
        reading = reading.with_problem(problem("other-sheet", sheet=other.frame.sheet, used=used))
    return reading


def tables_of(workbook: Workbook) -> Iterator[Found]:
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
        self.rows = sort_rows(self.frame, self.columns, compared(self.columns, self.block.columns, self.told))

    def reading(self, file_name: str, sha256: str) -> Reading:
        """The outcome: ready, or what must be answered first."""
        kept, findings, mapping = self.rows.kept, self.findings, self.mapping
        items = items_of(self.block, mapping, findings)
        blank = blank_means(self.frame, self.block, kept, mapping, findings)
        places = places_of(self.block, kept, findings)
        direction, places = directed(self.frame, self.block, items, places, self.workbook, mapping, findings)
        for one in self.told.values():
            tell_strange_values(one, kept, findings)
        self._tell_of_ranking(places, blank)
        self._tell_of_rows_and_columns()
        asked, doubts = questionnaire_of(self.frame, self._further(), self.columns.free_text, kept, mapping)
        findings.problems += doubts
        return Reading(
            file=file_name,
            sha256=sha256,
            kind=KIND,
            status="needs answer" if findings.questions else "ready",
            tool=self.frame.tool.name,
            sheet=self.frame.sheet,
            layout=layout_of(self.frame),
            rows_read=len(self.frame.rows),
            left_out=self.rows.left_out,
            ranking=RankingFound(shape_said(self.frame, self.block), self.block.question, direction, blank, items),
            respondents=tuple(respondents_of(kept, places, self.columns, self.told)),
            problems=tuple(findings.problems),
            questions=tuple(sorted(findings.questions, key=lambda one: _ASKED_IN_ORDER.index(one.id.split(":")[0]))),
            last_day=last_day(kept, self.columns.day),
            preview=preview_of(kept, self._headings_shown()),
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

    def _headings_shown(self) -> list[Heading]:
        """What is shown of the first rows: attributes, then the ranking."""
        return [*(one.heading for one in self.told.values()), *self.block.columns]

    def _concerns(self, doubt: Problem) -> bool:
        """Does a doubt of the door touch this sheet? A tool's own hidden sheet does not."""
        hidden_by_tool = doubt.kind == "hidden-sheets" and self.workbook.response_sheet is not None
        return doubt.sheet in ("", self.frame.sheet) and not hidden_by_tool

    def _attributes(self) -> dict[str, Told]:
        """The columns that describe the respondents; codes without labels are asked about once."""
        in_ranking = {heading.index for heading in self.block.columns}
        said = Said.of(self.mapping)
        free = [h for h in self.frame.headings if h.index not in in_ranking and self._may_tell(h, said)]
        told = attributes_told(self.frame, free, said)
        used = {h.index for one in told.values() for h in (one.heading, one.other) if h}
        untold = [h for h in free if h.index not in used]
        ask_about_codes(self.frame, untold, said, bool(self.mapping), self.findings)
        for name in said.unknown:
            self.findings.add("mapping-unknown", column="columns", value=name)
        return told

    def _may_tell(self, heading: Heading, said: Said) -> bool:
        """May a column tell an attribute? Answers may, but for comments; others if a person says so."""
        answer = heading in self.columns.answers and heading not in self.columns.free_text
        return answer or bool(said.attribute(heading))

    def _tell_of_ranking(self, places: Sequence[Places], blank: BlankMeans) -> None:
        """Rankings in part, and items that may not have been seen at all."""
        in_part = {row for row in set(places) if None in row and any(place is not None for place in row)}
        partial_rankings = sum(1 for row in places if row in in_part)
        if may_hide_items(self.frame, self.block, places):
            self.findings.add("items-unseen", count=len(self.block.labels))
        if partial_rankings and blank == "below":
            self.findings.add("blank-is-below", count=partial_rankings)

    def _tell_of_rows_and_columns(self) -> None:
        """Answers that equal each other, and columns that were left aside."""
        for row in self.rows.equal:
            self.findings.note("equal-answers", row=row)
        self.findings.tell("equal-answers")
        if len(self.columns.look_alikes) >= 3:
            first = self.columns.look_alikes[0]
            self.findings.add("look-alike", count=len(self.columns.look_alikes), column=first.name)
        names = [
            heading.name
            for heading in self.columns.personal
            if not all(map(is_nothing, self.frame.column(heading.index)))
        ]
        if names:
            self.findings.add("personal-data", count=len(names), columns=names)
