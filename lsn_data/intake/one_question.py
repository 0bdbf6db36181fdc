"""Which columns belong to one question, and how is each of them called in it?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.columnwise import Column
from lsn_data.intake.report import AnswerKind
from lsn_data.intake.table import Heading, split_heading
from lsn_data.sheets.declared import plain

LONGEST_NOTHING = 24
_CODE_BEFORE_TEXT = re.compile(r"^(?=\S*[\d\[])[A-Za-z_][\w\[\]]{1,24}\.\s+(?=\S)")
_TOOL_WORDS = re.compile(r"\s+[-–]\s+(?:Selected Choice|Text|Ausgewählte Auswahl)(?=\s+[-–]\s|\s*$)")
OTHER = re.compile(
    r"^(?:other|others|sonstiges?|sonstige[rs]?|andere[rs]?|weitere[rs]?)\b|_TEXT$|\b(?:please specify|bitte angeben"
    r"|und zwar|nämlich)\b|^(?:other|-oth-)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Part:
    """A column as a part of a question: `id` is what the columns of the question share, made plain."""

    id: str
    question: str
    label: str


@dataclass(frozen=True)
class Answered:
    """One column with the cells of the kept rows. `codes` are meanings of its (plain) texts that a person
    gave."""

    heading: Heading
    code: str
    cells: Column
    codes: Mapping[str, str]
    told: AnswerKind | None = None

    @cached_property
    def how_often(self) -> Counter[Cell]:
        """Each different cell and how often it stands there."""
        return self.cells.distinct

    @cached_property
    def texts(self) -> dict[Cell, str]:
        """What each different cell says; nothing is ""."""
        return {cell: self._said(cell) for cell in self.how_often}

    @cached_property
    def written(self) -> dict[Cell, str]:
        """What each different cell says as free text: whoever writes "n/a" or "none" has written something."""
        return {cell: text or _with_letters(cell) for cell, text in self.texts.items()}

    @cached_property
    def counts(self) -> Counter[str]:
        """Each text that was answered and how often, the most frequent first."""
        found: Counter[str] = Counter()
        for cell, n in self.how_often.most_common():
            if text := self.texts[cell]:
                found[text] += n
        return found

    @cached_property
    def words(self) -> str:
        """The heading as a person reads it."""
        return words_of(self.heading.text)

    @cached_property
    def own(self) -> set[str]:
        """Everything, made plain, that the column is called: an option's cells may repeat it."""
        return {plain(self.heading.text), plain(self.words), *(plain(part.label) for part in self.parts)} - {""}

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The ways in which the heading may be parted into question and label, the surest first."""
        return tuple(_parts(self.heading, self.words, self.code))

    def _said(self, cell: Cell) -> str:
        if isinstance(cell, str) and len(cell) > LONGEST_NOTHING:
            text = cell.strip()
        else:
            text = "" if is_nothing(cell) else text_of(cell)
        return self.codes.get(plain(text), text) if self.codes else text


def _with_letters(cell: Cell) -> str:
    return cell.strip() if isinstance(cell, str) and any(letter.isalpha() for letter in cell) else ""


def words_of(text: str) -> str:
    """A heading in one line, without codes before it and words that the tool adds; words broken over lines are whole.

    >>> words_of("Veran-\\nstaltungen & Netzwerk"), words_of("G03Q01[SQ001]. How satisfied? [Events]")
    ('Veranstaltungen & Netzwerk', 'How satisfied? [Events]')
    """
    said = re.sub(r"<[^>]{1,80}>", " ", text)
    said = re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zäöüß])", "", said)
    said = " ".join(said.replace("\u00ad", "").replace("\u200b", "").split())
    return _TOOL_WORDS.sub("", _CODE_BEFORE_TEXT.sub("", said)).strip()


def _parts(heading: Heading, words: str, code: str) -> Iterator[Part]:
    carried = words_of(heading.question)
    if carried and plain(carried) not in plain(words):
        yield Part(plain(carried), carried, words)
    elif carried and heading.label and plain(heading.label) not in plain(carried):
        yield Part(plain(carried), carried, words_of(heading.label))
    ways = list(split_heading(words))
    bracket = re.match(r"^(.*\S)\s*\(([^()]+)\)$", words)
    ways += [(bracket[1], bracket[2])] if bracket else []
    number = re.match(r"^(\w*[A-Za-z]\w*?)_(SQ\d+|\d+)$", words)
    ways += [(number[1], words)] if number else []
    for question, label in ways:
        yield Part(plain(question), question, label)
        yield Part(plain(label), label, question)
    numbered = re.match(r"^(\w*[A-Za-z]\w*?)_(SQ\d+|\d+)$", code)
    if numbered:
        yield Part(f"code {numbered[1]}", "", words)


def together(columns: Sequence[Answered]) -> tuple[str, list[str]] | None:
    """The question that all these neighbours share, and the label of each in it; None if they share none."""
    found = next(same_question(columns, lambda column: True), None) if columns else None
    return (found[1], found[2]) if found and len(found[0]) == len(columns) > 1 else None


def same_question(
    columns: Sequence[Answered], belongs: Callable[[Answered], bool]
) -> Iterator[tuple[list[Answered], str, list[str]]]:
    """Neighbouring columns that belong, parted by the question they share: (columns, question, labels).

    A column that shares its question with no neighbour comes alone, with no question and its words as label.
    """
    at = 0
    while at < len(columns):
        if not belongs(columns[at]):
            at += 1
            continue
        runs = [_run(columns[at:], part, belongs) for part in columns[at].parts]
        best = max(runs, key=len, default=[])
        if len(best) < 2:
            yield [columns[at]], "", [columns[at].words]
            at += 1
            continue
        yield list(columns[at : at + len(best)]), best[0].question, [part.label for part in best]
        at += len(best)


def _run(columns: Sequence[Answered], first: Part, belongs: Callable[[Answered], bool]) -> list[Part]:
    """How far the neighbours go that share a part, each with a label of its own."""
    run: list[Part] = []
    labels: set[str] = set()
    for position, column in enumerate(columns):
        shared = next((part for part in column.parts if part.id == first.id and part.id), None)
        next_to = not position or column.heading.index == columns[position - 1].heading.index + 1
        if shared is None or not next_to or not belongs(column) or plain(shared.label) in labels:
            return run
        labels.add(plain(shared.label))
        run.append(shared)
    return run
