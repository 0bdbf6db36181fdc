"""What is an exhibit? One answer to one question, frozen, with all that a board needs to trust it.

The page (`on_page`), the slide (`on_slide`) and the workbook (`in_workbook`) draw the same object, so a number
cannot differ between them. Texts in an exhibit are already said in its language; figures are plain numbers and
are formatted by `Column.shown`. An exhibit holds only what may leave the house: disclosure comes before it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

from lsn_data.language import Language

Value = str | int | float | dt.date | None
Origin = Literal["published", "uploaded", "demo"]
Holds = Literal["text", "prose", "count", "share", "mean", "number", "place", "date", "yes"]
STALE = dt.timedelta(days=183)
ChartKind = Literal[
    "ranked places", "distribution", "shares", "line", "columns", "panels", "quadrants", "flow", "timeline", "map",
    "story", "table",
]  # fmt: skip


@dataclass(frozen=True)
class Column:
    """A column of a table: its key, its heading in the reader's language, and what its figures are.

    `prose` is a text of a sentence or two, which gets more room. `under` names another column: the page sets this one
    small below it, in the same cell; slide and workbook keep a column for each, but for prose, which a slide leaves
    to the workbook.
    """

    key: str
    label: str
    holds: Holds = "text"
    under: str = ""

    def shown(self, value: Value, say: Language) -> str:
        """The value as people read it: the one place where a figure becomes text.

        >>> Column("share", "Share", "share").shown(0.5, Language("en"))
        '50%'
        """
        if value is None:
            return "–"
        if isinstance(value, dt.date):
            return say.date(value)
        if isinstance(value, str):
            return value
        if self.holds == "share":
            return say.percent(value)
        if self.holds in ("mean", "number"):
            return say.number(value, 1)
        return say.number(value)


@dataclass(frozen=True)
class Table:
    """Columns and rows, tidy: one row a thing, one column a property; None is a missing value."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row has {len(row)} values for {len(self.columns)} columns")

    def column(self, key: str) -> tuple[Value, ...]:
        """All values of a column; KeyError if there is none of that key."""
        return tuple(row[self.at(key)] for row in self.rows)

    def at(self, key: str) -> int:
        """The position of a column."""
        for position, column in enumerate(self.columns):
            if column.key == key:
                return position
        raise KeyError(key)


@dataclass(frozen=True)
class Difference:
    """What a message tells apart: two marks of a chart, and in words how far they are apart (`33 points apart`).

    `start` and `end` are rows of the chart's table, between whose values an arrow leads; `start_part` and `end_part`
    name the part that holds the value, where it is another than the one that the chart draws first (an earlier value).
    """

    start: int
    end: int
    said: str
    start_part: str = ""
    end_part: str = ""


@dataclass(frozen=True)
class Chart:
    """What to draw: a kind, a tidy table, and which column plays which part.

    `difference`, where the message is one, is drawn by the slide on ranked places, shares, columns, a line and a panel
    that stands alone.

    ranked places: label, place, low, high (integers or None), group (a small heading; rows come ordered),
                   leading (1 marks the rows to look at); `scale` is the number of places; optional: share (a column
                   at the right of the page, the bars of the slide) with share_low and share_high (its range);
                   was, was_low, was_high (the places of an earlier publication, drawn lighter below);
                   beside (a column of words at the right instead of the share)
    distribution:  label, part (the segment's name), count, order (position of the part, 1 first; the part with
                   order 0 is "not ranked", drawn as an outlined box), group; rows come ordered by label, then part;
                   optional: beside0, beside1, … (columns at the right, the same in all rows of a label; of a text the
                   second line is set small; a slide has room for figures only)
    shares:        label, share (or another figure from zero up), low, high (its range); rows come ordered; optional:
                   before (an earlier share, drawn lighter below), leading (1 marks the rows to look at), beside0, …
                   as above
    columns:       label (a period or a group), value (None: a gap; below zero it hangs from the base line); optional:
                   series (its name; several stand side by side, or on one another where stacked is 1), scenario
                   (actual, previous, target, so_far, forecast: its fill; none is actual), total (what stands over a
                   stack, the same in all rows of a label), under (a short text below a label, likewise); years keep
                   their distance in time
    quadrants:     panel (its name; rows come ordered), about and told (small beside it and at its right, the same in
                   all rows of a panel), label (None holds a panel open that has no entry); optional: small (a text
                   below the label), weight (a bar and its figure), code0, code1, … with tip0, tip1, … (what answers
                   the entry, with a tooltip each), missing (in a box: an answer is wanted), quiet (no answer, and none
                   wanted), look (1: marked); ways lead from `label`, `missing`, `code0`, …; `axis` heads the codes
    flow:          stage (1 first), source, target (names of boxes in this stage and the next), value (how much flows),
                   end (1: it ends there early), source_n and target_n (the figure in a box), source_tip and
                   target_tip (the whole name), source_at and target_at (where it stands in its column); ways lead
                   from `source` and `target`; a slide shows the table where there are more boxes than can be read
    panels:        one small chart a figure, all on one axis of years: panel (its name), at (a time in years; alone in
                   its row it only widens the axis), period
                   (its text), scenario (actual, previous: an earlier publication, target, low and high: the ends of the
                   outlook, break: a new method begins), value, shown (the value, or why the method changed, as text);
                   in the first row of each panel: section (its name and, on a second line, what stands beside it),
                   about (what is counted), belongs (what it is part of, small beside its name), word and rating (the
                   rating in the reader's language, and its code), told (sentences, one a line), late (what is
                   missing), badge, empty (what is missing and the next step, on two lines, where a panel has no marks)
    line:          series, x (a period as text or a date), value, target (None but for a target's row)
    timeline:      label, start, end (days; None: not known), said (from when to when, in words), fill (solid, light,
                   outline) and key (what that fill means), group (a small heading), today (the same in all rows);
                   lasts (1: without a known end it is drawn to today), rough (which of `start end` is known by its
                   year only), after (the row that this one continues); the exhibit's table begins with the same rows;
                   a row without any day has its words only, an end that is not known fades
    map:           label, code (of a country, three letters), value; rows come ordered, the exhibit's table begins with
                   the same ones; page and slide draw countries from geometry of our own and their values as bars
                   beside them
    story:         the first row of the exhibit's table: a column of text each part, the own contribution last
    table:         the exhibit's own table is shown; optional: highlight and level (row by row the keys of the cells
                   to tint, and of those that stand level with their counterpart, parted by blanks; the chart's
                   table then has as many rows as the exhibit's); place, low and high
                   with `scale` (the page draws a place with its range in the column `place`), hollow (1: an empty
                   dot), group (a stronger line below each); `filled` and `of` (squares in the column `filled`);
                   `voice` with `voice low`, `voice high` and `effort` (two shares on one track in the column `voice`);
                   `course` (values parted by blanks, as a small line in that column)
    """

    kind: ChartKind
    table: Table
    parts: Mapping[str, str] = field(default_factory=dict)
    scale: int | None = None
    axis: str = ""
    difference: Difference | None = None

    def part(self, name: str) -> tuple[Value, ...]:
        """The values of the column that plays a part; all None where no column does."""
        key = self.parts.get(name)
        return self.table.column(key) if key else (None,) * len(self.table.rows)


@dataclass(frozen=True)
class Source:
    """Where the figures come from: the file, the import, the day they stand for, and what kind of thing they are.

    `what` names it in a word for the line that tells how fresh each source is.
    """

    text: str
    import_id: str
    as_of: dt.date | None
    origin: Origin
    what: str = ""

    def old(self, today: dt.date) -> bool:
        """Was it measured more than half a year ago? What is published stays as it is.

        >>> Source("survey", "", dt.date(2026, 1, 31), "uploaded").old(dt.date(2026, 9, 1))
        True
        """
        return self.origin != "published" and self.as_of is not None and today - self.as_of > STALE


@dataclass(frozen=True)
class Method:
    """How a figure is computed: its name, plain words, and the source of the formula (author and year)."""

    name: str
    words: str
    source: str = ""

    @property
    def said(self) -> str:
        """All of it in one line.

        >>> Method("Wins", "How many others are beaten.", "Copeland 1951").said
        'Wins: How many others are beaten. (Copeland 1951)'
        """
        return f"{self.name}: {self.words}" + (f" ({self.source})" if self.source else "")


@dataclass(frozen=True)
class Way:
    """Where a figure leads on a click: a page (empty: the one it stands on), and what is chosen there.

    >>> Way("measures", (("theme", "visibility"),)).link
    'measures?theme=visibility'
    """

    page: str = ""
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def link(self) -> str:
        """As an address beside that of today's page."""
        return f"{self.page}?{urlencode(self.filters)}" if self.filters else self.page


@dataclass(frozen=True)
class Exhibit:
    """One answer to one question. `message` is the finding, `title` says neutrally what is shown.

    `notes` are what every reader needs beside the figures; `method` is what one looks up: one click away on the page,
    in the speaker's notes of the slide, below the figures in the workbook. `ways` tell where its parts lead on the
    page: by the row of the chart's table and the column of a cell, or an empty text for the mark of a chart.
    Where somebody put a sentence of their own over the finding, `message` is theirs and `computed` is what the data
    said; `outdated`: the data say something else since it was written. `asks` is the decision that it asks for, if any.
    """

    name: str
    question: str
    message: str
    title: str
    chart: Chart
    table: Table
    notes: tuple[str, ...]
    sources: tuple[Source, ...]
    answered: int | None
    asked: int | None
    say: Language
    meaning: tuple[str, ...] = ()
    method: tuple[Method, ...] = ()
    ways: Mapping[tuple[int, str], Way] = field(default_factory=dict)
    computed: str = ""
    outdated: bool = False
    asks: str = ""

    @property
    def origin(self) -> Origin:
        """The weakest of its sources names the whole."""
        return weakest(source.origin for source in self.sources)

    @property
    def base(self) -> str:
        """`n = 55 of 300`, or `n = 55` where nobody said how many were asked."""
        if self.answered is None:
            return ""
        if self.asked is None:
            return f"n = {self.say.number(self.answered)}"
        return self.say("n = {n} of {asked}", n=self.say.number(self.answered), asked=self.say.number(self.asked))

    @property
    def foot(self) -> str:
        """The line under every exhibit: source, as-of date, n of N, import."""
        parts = [f"{self.say('Source')}: " + "; ".join(dict.fromkeys(source.text for source in self.sources))]
        days = [source.as_of for source in self.sources if source.as_of]
        if days:
            parts.append(f"{self.say('as of')} {self.say.date(max(days))}")
        if self.base:
            parts.append(self.base)
        imports = list(dict.fromkeys(source.import_id for source in self.sources if source.import_id))
        if imports:
            parts.append(f"{self.say('import')} {', '.join(imports)}")
        return " · ".join(parts)

    @property
    def edited(self) -> str:
        """The word that tells that the message is somebody's own; empty for a computed one."""
        if not self.computed:
            return ""
        if self.outdated:
            return self.say("Sentence edited before the data changed")
        return self.say("Sentence edited")

    @property
    def badge(self) -> str:
        """DEMO, UPLOADED or PUBLISHED, in the reader's language."""
        return badge(self.origin, self.say)


def weakest(origins: Iterable[Origin]) -> Origin:
    """Demo outweighs uploaded, uploaded outweighs published.

    >>> weakest(["published", "uploaded"]), weakest([])
    ('uploaded', 'published')
    """
    return max(origins, key=("published", "uploaded", "demo").index, default="published")


def badge(origin: Origin, say: Language) -> str:
    """The word on the badge of an origin.

    >>> badge("demo", Language("en"))
    'DEMO'
    """
    return {"demo": say("DEMO"), "uploaded": say("UPLOADED"), "published": say("PUBLISHED")}[origin]
