"""What has changed in the measures, when and why? The review log as an exhibit: the newest change first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, demo_shown, register_imports
from lsn_data.topics.measures.compute import Row
from lsn_data.topics.measures.log import KIND, Review, Step, reviews
from lsn_data.topics.measures.wording import code_of, principle_names, title_of
from lsn_data.topics.strategy.answer import OWN, frame_of, name_of, theme_names

# More measures that come or go in one list are told as one line: the first list brings them all.
MOST_NAMED = 6


@dataclass(frozen=True)
class Line:
    """A line of the log: which measure, what happened to it, from which value to which."""

    review: Review
    measure: str
    what: str
    before: str | None = None
    after: str | None = None


def log(store: Store, say: Language, theme: str | None = None) -> Exhibit:
    """Every change of our measures, or of those of a theme. Raises Refused where our strategy is not known."""
    found = [_narrowed(one, theme) for one in reviews(store)]
    found = [one for one in found if one.steps]
    words = _Words(store, say)
    lines = [line for one in found for line in words.lines(one)]
    return Exhibit(
        name="measures-log",
        question=say("What has changed in the measures, when and why?"),
        message=_message(found, say),
        title=_title(theme, words, say),
        chart=_chart(lines),
        table=Table(_columns(found, say), tuple(_row(line, found) for line in lines)),
        notes=(say("The list of a day is compared with the one before, measure by measure."),),
        sources=_sources(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=(
            Method(
                say("How changes are found"),
                say(
                    "Each upload shows the measures as they stand on a day. Two that follow each other are compared"
                    " field by field; the published measures are the start. Imports that were taken back do not count."
                ),
            ),
        ),
    )


def _narrowed(one: Review, theme: str | None) -> Review:
    steps = tuple(step for step in one.steps if theme in (None, step.measure["theme"]))
    return Review(one.day, one.import_id, one.origin, one.note, steps)


def _columns(found: Sequence[Review], say: Language) -> tuple[Column, ...]:
    why = (Column("note", say("Why"), "prose"),) if any(one.note for one in found) else ()
    return (
        Column("day", say("As of"), "date"),
        Column("measure", say("Measure"), "prose"),
        Column("what", say("Change")),
        Column("before", say("From")),
        Column("after", say("To")),
        *why,
        Column("import", say("Import"), under="day"),
    )


def _row(line: Line, found: Sequence[Review]) -> tuple[Any, ...]:
    one = line.review
    why = (one.note or None,) if any(other.note for other in found) else ()
    brought = one.import_id if one.origin != "published" else None
    return (one.day, line.measure, line.what, line.before, line.after, *why, brought)


def _chart(lines: Sequence[Line]) -> Chart:
    """A stronger line ends what one import changed."""
    drawn = Table((Column("group", "group"),), tuple((line.review.import_id,) for line in lines))
    return Chart("table", drawn, {"group": "group"})


class _Words:
    """Changes in words: labels instead of codes, titles instead of short names."""

    def __init__(self, store: Store, say: Language) -> None:
        frame = frame_of(store, OWN)
        self.say = say
        self.themes = theme_names(frame, say, short=True)
        self.principles = principle_names(frame, say)

    def lines(self, one: Review) -> Iterator[Line]:
        """The lines of a review; many measures that come or go at once are one line."""
        for what, said in (("added", self.say("added")), ("removed", self.say("no longer listed"))):
            steps = [step for step in one.steps if step.what == what]
            if len(steps) > MOST_NAMED:
                yield Line(one, self._many([step.measure for step in steps]), said)
            else:
                yield from (Line(one, self._named(step.measure), said) for step in steps)
        yield from (self._changed(one, step) for step in one.steps if step.what == "changed")

    def _changed(self, one: Review, step: Step) -> Line:
        field = REGISTERS[KIND].field(step.field or "")
        what = self._event(step) or self.say.both(field.label)
        return Line(one, self._named(step.measure), what, self._value(step, step.before), self._value(step, step.after))

    def _event(self, step: Step) -> str:
        """A change of status that a board asks about has a word of its own."""
        events = {"dropped": self.say("dropped"), "done": self.say("finished")}
        return events.get(str(step.after), "") if step.field == "status" else ""

    def _named(self, row: Row) -> str:
        return f"{code_of(row, self.say)} {title_of(row, self.say)}"

    def _many(self, rows: Sequence[Row]) -> str:
        """`30 measures: Visibility 9, Region 4`."""
        counts = {theme: sum(row["theme"] == theme for row in rows) for theme in self.themes}
        told = ", ".join(f"{self.themes[theme]} {n}" for theme, n in counts.items() if n)
        return self.say("{n} measures: {themes}", n=len(rows), themes=told)

    def _value(self, step: Step, value: Any) -> str | None:
        """A field's value as people read it."""
        if not value:
            return None
        field = REGISTERS[KIND].field(step.field or "")
        names: Mapping[str, str] = {one.code: self.say.both(one.label) for one in field.choices}
        values = value if isinstance(value, list) else [value]
        return ", ".join(names.get(str(one), str(one)) for one in values)


def _message(found: Sequence[Review], say: Language) -> str:
    """What the newest change did; where there is none, what the log begins with."""
    changes = [one for one in found if one.origin != "published"]
    if not changes:
        return say("Nothing has changed since the strategy was published: the log begins with the first upload")
    newest = changes[0]
    told = _counted(newest.steps, say)
    day = say.date(newest.day)
    if len(changes) == 1:
        return say("The log begins on {day}: {told}", day=day, told=told)
    return say("The newest change is of {day}: {told}", day=day, told=told)


def _counted(steps: Sequence[Step], say: Language) -> str:
    """`2 measures added, 1 dropped, 3 changed`: each measure once, by the weightiest that happened to it."""
    by_code: dict[str, str] = {}
    for step in steps:
        event = step.what if step.what != "changed" else "dropped" if _drops(step) else "changed"
        code = step.measure["measure"]
        by_code[code] = event if by_code.get(code) != "dropped" else "dropped"
    counts = {event: list(by_code.values()).count(event) for event in ("added", "changed", "dropped", "removed")}
    words = {
        "added": say.plural("{n} measure added", "{n} measures added", counts["added"]),
        "changed": say.plural("{n} measure changed", "{n} measures changed", counts["changed"]),
        "dropped": say.plural("{n} measure dropped", "{n} measures dropped", counts["dropped"]),
        "removed": say.plural("{n} measure no longer listed", "{n} measures no longer listed", counts["removed"]),
    }
    return say.listing([words[event] for event, n in counts.items() if n])


def _drops(step: Step) -> bool:
    return step.field == "status" and step.after == "dropped"


def _title(theme: str | None, words: _Words, say: Language) -> str:
    said = say("{strategy}: changes of the measures, newest first", strategy=name_of(OWN))
    return f"{said} · {words.themes.get(theme, theme)}" if theme else said


def _sources(store: Store, found: Sequence[Review], say: Language) -> tuple[Source, ...]:
    """The imports that count today; earlier ones are named line by line."""
    what = say.both(REGISTERS[KIND].label)
    shown = {one.import_id for one in found}
    return tuple(
        Source(
            say("Published facts") if one.origin == "published" else what,
            "" if one.origin == "published" else one.import_id, one.as_of, one.origin, what,
        )
        for one in register_imports(store, KIND, demo_shown(store))
        if one.import_id in shown
    )  # fmt: skip
