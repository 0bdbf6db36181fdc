"""What does this survey file say? From bytes to a Reading: open, find the ranking, question it, check every row."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from lsn_data.errors import Refused
from lsn_data.intake import survey_problems  # noqa: F401  (declares the kinds used here)
from lsn_data.intake.cells import Cell, comparable, day_of, is_nothing, place_of, says_not_applicable, text_of
from lsn_data.intake.columns import Columns, columns_of
from lsn_data.intake.direction import Evidence, evidence_of
from lsn_data.intake.door import Workbook, read_workbook
from lsn_data.intake.people import Told, attributes_told, coded_columns, meaning_of
from lsn_data.intake.problems import problem, told_once
from lsn_data.intake.ranking import Block, blocks_of, is_blank_place, split_cell
from lsn_data.intake.report import (
    BlankMeans,
    Choice,
    ItemFound,
    Problem,
    Question,
    RankingFound,
    Reading,
    Respondent,
    refused,
)
from lsn_data.intake.rows import sort_rows
from lsn_data.intake.table import Frame, frame_of
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import ITEMS, item_of, known_item

KIND = "survey"
_ASKED_IN_ORDER = ("question", "items", "direction", "blank_means", "values")
CODE_LABEL = re.compile(r"^(?:[A-Za-z]{1,6}\d{0,3}[-_.]?\d{1,4}|\d{1,3})$")


@dataclass(frozen=True)
class Found:
    """One table of the workbook with its columns and the rankings in it."""

    frame: Frame
    columns: Columns
    blocks: list[Block]


def read_survey(data: bytes, file_name: str, mapping: Mapping[str, Any] | None = None) -> Reading:
    """Everything that a survey file says, or what must be answered first. Never raises for bad data.

    `mapping` holds a person's answers, as `--mapping` takes them: question, direction, blank_means, items, values.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        workbook = read_workbook(data, file_name)
    except Refused as trouble:
        reason = {"say": trouble.text, "values": trouble.values}
        return refused(file_name, sha256, KIND, problem("file-refused", value=trouble.cause, reason=reason))
    found = list(_tables(workbook))
    with_ranking = sorted((one for one in found if one.blocks), key=lambda one: -len(one.frame.rows))
    if not with_ranking:
        return refused(file_name, sha256, KIND, _why_no_ranking(found))
    reading = _Survey(with_ranking[0], workbook, dict(mapping or {})).reading(file_name, sha256)
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
        frame = frame_of(name, workbook.sheets[name])
        if frame:
            columns = columns_of(frame)
            yield Found(frame, columns, blocks_of(frame, columns))


def _why_no_ranking(found: Sequence[Found]) -> Problem:
    """The reason that helps most: only headings, sums instead of answers, ratings, or no ranking at all."""
    for one in found:
        themes = [heading for heading in one.columns.answers if item_of(heading.label) or item_of(heading.text)]
        filled = [cell for h in themes for cell in one.frame.column(h.index) if not is_nothing(cell)]
        if len(themes) >= 3 and not filled:
            return problem("only-headings", sheet=one.frame.sheet)
        if len(themes) >= 3 and any(isinstance(cell, float) and not cell.is_integer() for cell in filled):
            return problem("aggregates", sheet=one.frame.sheet)
        if len(themes) >= 3:
            return problem("ratings", sheet=one.frame.sheet, value=text_of(filled[0]))
        summed = [c for cells in one.frame.sample if item_of(text_of(cells[0])) for c in cells[1:]]
        if any(isinstance(cell, float) and not cell.is_integer() for cell in summed):
            return problem("aggregates", sheet=one.frame.sheet)
    empty = next((one for one in found if not one.frame.sample), None)
    return problem("only-headings", sheet=empty.frame.sheet) if empty else problem("no-ranking")


class _Survey:
    """One table on its way to a Reading: the ranking is chosen, questions are gathered, rows are checked."""

    def __init__(self, found: Found, workbook: Workbook, mapping: dict[str, Any]) -> None:
        self.frame, self.columns, self.blocks = found.frame, found.columns, found.blocks
        self.workbook, self.mapping = workbook, mapping
        self.problems: list[Problem] = [one for one in workbook.problems if self._concerns(one)]
        self.questions: list[Question] = []
        self.cases: dict[str, list[dict[str, Any]]] = {}
        self.block = self._chosen_block()
        self.told = self._attributes()
        self.told_by_column = self._told_by_column()
        self.rows = sort_rows(self.frame, self.columns, self._compared)

    def reading(self, file_name: str, sha256: str) -> Reading:
        """The outcome: ready, or what must be answered first."""
        items = self._items()
        blank_means = self._blank_means()
        places = self._places(items)
        direction, places = self._direction(items, places)
        for one in self.told.values():
            self._tell_strange_values(one)
        self._tell_what_was_left_aside(places, blank_means)
        respondents = tuple(
            Respondent(
                row=number,
                places=row,
                token=self._token(cells),
                **{name: one.code(cells) for name, one in self.told.items()},
            )
            for (number, cells), row in zip(self.rows.kept, places, strict=True)
        )
        return Reading(
            file=file_name,
            sha256=sha256,
            kind=KIND,
            status="needs answer" if self.questions else "ready",
            tool=self.frame.tool.name,
            sheet=self.frame.sheet,
            layout=self._layout(),
            rows_read=len(self.frame.rows),
            left_out=self.rows.left_out,
            ranking=RankingFound(self.block.shape, self.block.question, direction, blank_means, items),
            respondents=respondents,
            problems=tuple(self.problems),
            questions=tuple(sorted(self.questions, key=lambda one: _ASKED_IN_ORDER.index(one.id.split(":")[0]))),
            last_day=self._last_day(),
            preview=self._preview(),
            attributes={name: one.heading.name for name, one in self.told.items()},
        )

    def _concerns(self, doubt: Problem) -> bool:
        """Does a doubt of the door touch this sheet? A tool's own hidden sheet does not."""
        hidden_by_tool = doubt.kind == "hidden-sheets" and self.workbook.response_sheet is not None
        return doubt.sheet in ("", self.frame.sheet) and not hidden_by_tool

    # what is asked --------------------------------------------------------------------------------------------------

    def _chosen_block(self) -> Block:
        """The ranking question; asked if there are two."""
        names = [block.question or " · ".join(block.labels) for block in self.blocks]
        said = self.mapping.get("question")
        chosen = next((b for b, name in zip(self.blocks, names, strict=True) if plain(name) == plain(said or "")), None)
        if said and chosen is None and len(self.blocks) > 1:
            self.problems.append(problem("mapping-unknown", column="question", value=str(said)))
        if chosen is None and len(self.blocks) > 1:
            choices = tuple(Choice(name, {"items": list(b.labels)}) for b, name in zip(self.blocks, names, strict=True))
            self.questions.append(Question("question", "which-question", choices))
        return chosen or self.blocks[0]

    def _items(self) -> tuple[ItemFound, ...]:
        """Our code for each label; codes without labels are asked about, other labels are items of this wave."""
        said: Mapping[str, str] = self.mapping.get("items") or {}
        given = {plain(label): str(code) for label, code in said.items()}
        unlabelled = [
            label
            for label in self.block.labels
            if plain(label) not in given and not item_of(label) and CODE_LABEL.match(label)
        ]
        if unlabelled:
            choices = tuple(Choice(item.code) for item in ITEMS)
            self.questions.append(Question("items", "item-codes", choices, tuple(unlabelled)))
        taken: set[str] = set()
        items = tuple(self._item(label, given.get(plain(label)), taken) for label in self.block.labels)
        others = [item.label for item in items if known_item(item.item) is None and item.label not in unlabelled]
        if others:
            self.problems.append(problem("item-not-in-strategy", count=len(others), items=others))
        return items

    @staticmethod
    def _item(label: str, given: str | None, taken: set[str]) -> ItemFound:
        """A declared item by its code or name, else an item of this wave with a code made from its label."""
        known = known_item(given or "") or item_of(given or label)
        if known and known.code not in taken:
            taken.add(known.code)
            return ItemFound(label, known.code, known.theme)
        name = " ".join((given or label).split())
        stem = (re.sub(r"[^A-Z0-9]", "", plain(name).upper()) or "ITEM")[:12]
        reserved = taken | {item.code for item in ITEMS}
        code = next(c for n in range(1, 100) if (c := stem if n == 1 else f"{stem}{n}") not in reserved)
        taken.add(code)
        return ItemFound(name, code, None)

    def _blank_means(self) -> BlankMeans:
        """Below, unless a person says otherwise; asked where respondents could take an item out of the ranking."""
        said = self.mapping.get("blank_means")
        if said in ("below", "not offered"):
            return "below" if said == "below" else "not offered"
        if said:
            self.problems.append(problem("mapping-unknown", column="blank_means", value=str(said)))
        if self.frame.tool.has_not_applicable:
            cells = [
                c for _, row in self.rows.kept for h in self.block.columns if says_not_applicable(c := row[h.index])
            ]
            if cells or said:
                choices = (Choice("below"), Choice("not offered"))
                facts = {"count": len(cells), "value": text_of(cells[0]) if cells else ""}
                self.questions.append(Question("blank_means", "not-applicable", choices, facts=facts))
        return "below"

    def _direction(
        self, items: Sequence[ItemFound], places: list[tuple[int | None, ...]]
    ) -> tuple[str, list[tuple[int | None, ...]]]:
        """Which number is first, and the places with 1 as first."""
        last = len(items)
        if self.block.shape != "items":
            return "1 is first", places
        evidence = self._evidence(last, places)
        first_is_last = self._said_direction(last)
        if first_is_last is None and evidence.must_be_asked:
            self.questions.append(self._ask_direction(evidence, items, places))
        elif first_is_last is None and evidence.best is None:
            self.problems.append(problem("direction-assumed"))
        elif first_is_last is None and evidence.best == "last":
            self.problems.append(problem("direction-reversed", last=last))
            first_is_last = True
        if not first_is_last:
            return "1 is first", places
        return f"{last} is first", [tuple(None if p is None else last + 1 - p for p in row) for row in places]

    def _evidence(self, last: int, places: Sequence[tuple[int | None, ...]]) -> Evidence:
        words = " ".join(
            dict.fromkeys((self.block.question, *(part for h in self.block.columns for part in (h.question, h.text))))
        )
        elsewhere = [
            text_of(cell)
            for name, rows in self.workbook.sheets.items()
            if name != self.frame.sheet
            for row in rows[:30]
            for cell in row
            if isinstance(cell, str)
        ]
        numbers = [[place for place in row if place is not None] for row in places]
        return evidence_of(" ".join((words, *self.frame.notes)), " ".join(elsewhere), last, numbers)

    def _said_direction(self, last: int) -> bool | None:
        """What a person said: is the last number first? None if nothing, or nothing that can be."""
        said = self.mapping.get("direction")
        if said is None:
            return None
        if said in ("1 is first", f"{last} is first"):
            return bool(said != "1 is first")
        self.problems.append(problem("mapping-unknown", column="direction", value=str(said)))
        return None

    @staticmethod
    def _ask_direction(
        evidence: Evidence, items: Sequence[ItemFound], places: Sequence[tuple[int | None, ...]]
    ) -> Question:
        """The question with its evidence, and who would lead under each answer."""
        means = {}
        for position, item in enumerate(items):
            given = [place for row in places if (place := row[position]) is not None]
            if given:
                means[item.item if known_item(item.item) else item.label] = sum(given) / len(given)
        low, high = (
            min(means, key=lambda i: means[i], default=""),
            max(means, key=lambda i: means[i], default=""),
        )
        choices = (
            Choice("1 is first", {"first": 1, "leads": low, "ends": high}),
            Choice(f"{len(items)} is first", {"first": len(items), "leads": high, "ends": low}),
        )
        facts = {"points": evidence.points, "partial": evidence.partial, "high_only": evidence.high_only}
        kind = "direction-points" if evidence.points and not evidence.conflicts else "direction-conflict"
        return Question("direction", kind, choices, facts=facts)

    # what the rows say ----------------------------------------------------------------------------------------------

    def _places(self, items: Sequence[ItemFound]) -> list[tuple[int | None, ...]]:
        """The numbers of every kept row, in the order of the items."""
        if self.block.shape == "items":
            rows = [self._places_in_cells(number, cells) for number, cells in self.rows.kept]
            self._tell("not-a-place", last=len(items))
            self._tell("tie")
        else:
            position = {plain(label): n for n, label in enumerate(self.block.labels)}
            rows = [self._places_of_listed(number, self._listed(cells), position) for number, cells in self.rows.kept]
            self._tell("item-twice")
            self._tell("not-a-place", last=len(items))
        return rows

    def _places_in_cells(self, number: int, cells: Sequence[Cell]) -> tuple[int | None, ...]:
        row: list[int | None] = []
        for heading in self.block.columns:
            cell = cells[heading.index]
            place = None if is_blank_place(cell) else place_of(cell)
            if not is_blank_place(cell) and (place is None or place > len(self.block.columns)):
                value = text_of(cell)[:60]
                self._note("not-a-place", row=number, column=heading.name, value=value, at=heading.index)
                place = None
            row.append(place)
        given = [place for place in row if place is not None]
        if len(set(given)) < len(given):
            self._note("tie", row=number)
        return tuple(row)

    def _listed(self, cells: Sequence[Cell]) -> list[str]:
        """The items of a row from the first place on; "" where a place was left blank."""
        texts = [cells[heading.index] for heading in self.block.columns]
        if self.block.shape == "places":
            return ["" if is_blank_place(cell) else text_of(cell) for cell in texts]
        return [] if is_nothing(texts[0]) else split_cell(text_of(texts[0]), self.block.separator, self.block.labels)

    def _places_of_listed(
        self, number: int, listed: Sequence[str], position: Mapping[str, int]
    ) -> tuple[int | None, ...]:
        row: list[int | None] = [None] * len(position)
        for place, label in enumerate(listed, start=1):
            at = position.get(plain(label))
            if not label:
                continue
            if at is None:
                first = self.block.columns[0]
                self._note("not-a-place", row=number, column=first.name, value=label[:60], at=first.index)
            elif row[at] is not None:
                self._note("item-twice", row=number, value=label[:60])
            else:
                row[at] = place
        return tuple(row)

    def _attributes(self) -> dict[str, Told]:
        """The columns that describe the respondents; codes without labels are asked about once."""
        in_ranking = {heading.index for heading in self.block.columns}
        free = [h for h in self.columns.answers if h.index not in in_ranking and h not in self.columns.free_text]
        values: Mapping[str, Mapping[str, str]] = self.mapping.get("values") or {}
        told = attributes_told(self.frame, free, values)
        used = {one.heading.index for one in told.values()} | {one.other.index for one in told.values() if one.other}
        answered = {plain(name) for name in values}
        for heading, codes in coded_columns(self.frame, [h for h in free if h.index not in used]):
            if plain(heading.text) in answered:
                continue
            if self.mapping:
                self.problems.append(problem("codes-left-open", column=heading.name, codes=list(codes)))
            else:
                self.questions.append(
                    Question(f"values:{heading.text}", "value-codes", codes=codes, facts={"column": heading.name})
                )
        return told

    def _compared(self, cells: Sequence[Cell]) -> tuple[str, ...]:
        """What makes two rows the same answer: places and attributes by their meaning, all else by its words."""
        return tuple([told(cells[at]) for at, told in self.told_by_column])

    def _told_by_column(self) -> list[tuple[int, Callable[[Cell], str]]]:
        """How each answer column is compared."""
        ways: dict[int, Callable[[Cell], str]] = {heading.index: comparable for heading in self.columns.answers}
        ways |= {
            one.heading.index: partial(_attribute_told, one) for one in self.told.values() if one.heading.index in ways
        }
        ways |= {heading.index: _place_told for heading in self.block.columns if heading.index in ways}
        return list(ways.items())

    def _tell_strange_values(self, told: Told) -> None:
        """Values that the list of the attribute does not know: counted as other, or as no answer."""
        known = set(told.codes) | {"-oth-"}
        for number, cells in self.rows.kept:
            cell = cells[told.heading.index]
            if is_nothing(cell) or text_of(cell) in known or meaning_of(told.attribute, cell):
                continue
            if plain(text_of(cell)).split(" ")[0] in ("other", "sonstige", "sonstiges", "andere"):
                continue
            kind = "value-not-understood" if told.code(cells) is None else "value-not-in-list"
            value, at = text_of(cell)[:60], told.heading.index
            self._note(kind, row=number, column=told.heading.name, value=value, at=at)
        self._tell("value-not-in-list")
        self._tell("value-not-understood")

    def _tell_what_was_left_aside(self, places: Sequence[tuple[int | None, ...]], blank_means: BlankMeans) -> None:
        partial = sum(1 for row in places if None in row and any(place is not None for place in row))
        if partial and blank_means == "below":
            self.problems.append(problem("blank-is-below", count=partial))
        if self.rows.equal:
            self.problems.append(told_once("equal-answers", [{"row": row} for row in self.rows.equal]))
        if len(self.columns.look_alikes) >= 3:
            first = self.columns.look_alikes[0]
            self.problems.append(problem("look-alike", count=len(self.columns.look_alikes), column=first.name))
        personal = [
            h for h in self.columns.personal if any(not is_nothing(cell) for cell in self.frame.column(h.index))
        ]
        if personal:
            names = [heading.name for heading in personal]
            self.problems.append(problem("personal-data", count=len(names), columns=names))

    def _note(self, kind: str, **where: Any) -> None:
        """Remember one case of a problem; `_tell` reports all cases of a kind as one entry."""
        self.cases.setdefault(kind, []).append(where)

    def _tell(self, kind: str, **facts: Any) -> None:
        cases = self.cases.pop(kind, [])
        if cases:
            self.problems.append(told_once(kind, cases, sheet=self.frame.sheet, **facts))

    # small facts ----------------------------------------------------------------------------------------------------

    def _token(self, cells: Sequence[Cell]) -> str | None:
        token = text_of(cells[self.columns.token.index]) if self.columns.token else ""
        return token or None

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
    return told.codes.get(text_of(cell)) or meaning_of(told.attribute, cell) or comparable(cell)
