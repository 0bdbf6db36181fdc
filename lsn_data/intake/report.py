"""What did we read, what did we leave out, what is doubtful, and what must be answered?

A `Reading` is the whole outcome of looking at one file. It never raises for bad data: what is wrong becomes a
`Problem`, what must be told by a person becomes a `Question`. Texts are kept as kinds and facts, so that the same
receipt can be read in either language years later (`lsn_data.intake.problems` has the words).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple

Severity = Literal["error", "warning"]
Why = Literal["test", "duplicate", "incomplete", "total", "blank"]
Status = Literal["ready", "needs answer", "refused"]
Shape = Literal["items", "places", "ordered cell", "numbered cell", "long", "transposed"]
BlankMeans = Literal["below", "not offered"]
AnswerKind = Literal["single", "multi", "likert", "number", "date", "text"]
Given = int | float | str | dt.date | tuple[int, ...] | None


class Place(NamedTuple):
    """One cell that a problem is about: spreadsheet row, column counted from 1 (0: the whole row), heading, text."""

    row: int
    number: int = 0
    column: str = ""
    value: str = ""


@dataclass(frozen=True)
class Problem:
    """One kind of trouble, told once with its count and its first place (spreadsheet row, column heading).

    `places` are all cells concerned, so that a copy of the file can mark them; of very many only the first ones.
    """

    kind: str
    severity: Severity
    count: int = 1
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    places: tuple[Place, ...] = ()

    def at(self, place: Place) -> Problem:
        """The same trouble told of one of its places."""
        return replace(self, count=1, row=place.row, column=place.column, value=place.value, places=(place,))


@dataclass(frozen=True)
class LeftOut:
    """A row of the file that is not an answer; `row` as the spreadsheet program counts, `text` what stands there."""

    row: int
    why: Why
    text: str = ""


@dataclass(frozen=True)
class ItemFound:
    """An item of the ranking: the label (or code) in the file, our code, the strategy's theme or None."""

    label: str
    item: str
    theme: str | None


@dataclass(frozen=True)
class RankingFound:
    """The ranking question as understood. `direction` is "1 is first" or "7 is first" (7: the number of items)."""

    shape: Shape
    question: str
    direction: str
    blank_means: BlankMeans
    items: tuple[ItemFound, ...]


@dataclass(frozen=True)
class Choice:
    """An answer that a question offers: what the mapping must hold, and its words."""

    value: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """What the file does not tell. `id` names it: direction, blank_means, question, items, values:<heading>.

    `items` and `values` ask once for each of `codes`; the mapping then holds {code: choice} under `items`, or under
    `values` and the heading. `facts` carry the evidence.
    """

    id: str
    kind: str
    choices: tuple[Choice, ...] = ()
    codes: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ValueSeen:
    """A value of a column whose field has a list: how often, its code (None: not understood), codes it may mean."""

    text: str
    count: int
    code: str | None
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ColumnSeen:
    """A column of the file and what was made of it, so that a person can correct it.

    `meaning` is a register's field or a respondent's attribute by its name, else "ranking", "question", "token",
    "bookkeeping", "personal", or "" for what is left aside. `suggestions` are further meanings, the best first.
    `examples` are its first values, none for personal data; `values` all values of a field that has a list.
    """

    heading: str
    meaning: str
    suggestions: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    values: tuple[ValueSeen, ...] = ()


@dataclass(frozen=True)
class AnswerOption:
    """An answer that could be chosen: its label in the file, how often it was; on a scale its number, from low to high.

    Without a number, an option of a scale stands outside of it ("don't know").
    """

    label: str
    count: int = 0
    value: int | None = None


@dataclass(frozen=True)
class Asked:
    """A further question of a survey and its answers, one a respondent in the order of `Reading.respondents`.

    `key` is made of its words; `row` is the statement that an array asks about ("" outside arrays). An answer is the
    position of its option (single, likert), the positions of all chosen ones (multi; () is: shown, none chosen), a
    number, a day, or a text; None is no answer.
    """

    key: str
    kind: AnswerKind
    question: str
    row: str = ""
    topic: str = ""
    options: tuple[AnswerOption, ...] = ()
    answers: tuple[Given, ...] = ()
    headings: tuple[str, ...] = ()

    @property
    def answered(self) -> int:
        """How many answered it."""
        return len(self.answers) - self.answers.count(None)


class Respondent(NamedTuple):
    """One kept answer. Attributes are codes or None; `places` follow the items (None is blank).

    A tuple, since a large survey has a hundred thousand of them: made in a third of the time.
    """

    row: int
    places: tuple[int | None, ...]
    sector: str | None = None
    size: str | None = None
    state: str | None = None
    kind: str | None = None
    membership: str | None = None
    token: str | None = None

    @property
    def ranked(self) -> bool:
        """Did this respondent place at least one item?"""
        return any(place is not None for place in self.places)


@dataclass(frozen=True)
class Reading:
    """Everything that looking at a file brought to light. Only a `ready` reading can be stored.

    A survey has a ranking and respondents; a register has `rows`: its fields by name, and `row`, the row in the file;
    `parts` are rows of other registers that stood beside them, by kind (a project list names its funding).
    """

    file: str
    sha256: str
    kind: str
    status: Status
    tool: str = ""
    sheet: str = ""
    layout: str = ""
    rows_read: int = 0
    left_out: tuple[LeftOut, ...] = ()
    ranking: RankingFound | None = None
    respondents: tuple[Respondent, ...] = ()
    rows: tuple[Mapping[str, Any], ...] = ()
    parts: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    last_day: dt.date | None = None
    preview: tuple[tuple[str, ...], ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[ColumnSeen, ...] = ()
    questionnaire: tuple[Asked, ...] = ()

    @property
    def rows_kept(self) -> int:
        """The number of answers, or of a register's rows, that would be stored."""
        return len(self.respondents) or len(self.rows)

    def with_problem(self, problem: Problem) -> Reading:
        """The same reading with one problem more."""
        return replace(self, problems=(*self.problems, problem))


def refused(file: str, sha256: str, kind: str, problem: Problem) -> Reading:
    """A reading of a file that cannot be taken, with its one reason."""
    return Reading(file=file, sha256=sha256, kind=kind, status="refused", problems=(problem,))
