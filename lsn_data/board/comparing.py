"""What has changed since the meeting of …? An edition beside another one, or beside today, as exhibits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from lsn_data.board.binding import Draw, bind
from lsn_data.board.change_words import before_after_step
from lsn_data.board.compared import Change, Compared, compared, said
from lsn_data.board.editions import opened, pack_of
from lsn_data.board.names import named
from lsn_data.board.pack import Section
from lsn_data.errors import Refused
from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table
from lsn_data.exhibit.bound import Bound
from lsn_data.language import Language, mark
from lsn_data.store import Edition, Store, edition_named, editions

NAMES = ("edition-changes", "edition-figures")
MOST_FIGURES, MOST_NAMES = 3, 3
# How the exhibits of a store are drawn.
Drawing = Callable[[Store], Draw]


def changes(store: Store, say: Language, drawing: Drawing, edition: str | None, against: str | None) -> Exhibit:
    """Exhibit by exhibit: how many figures differ, and the first of them. Raises Refused("no-edition")."""
    before, after, found = _laid_beside(store, say, drawing, edition, against)
    differ = [one for one in found if one.differs]
    table = Table(
        (
            Column("exhibit", say("What is shown"), "prose"),
            Column("figures", say("Values that differ"), "count"),
            Column("first", say("Which"), "prose"),
        ),
        tuple((_name(one, say), len(one.changes), _told(one, say)) for one in differ),
    )
    return _exhibit("edition-changes", before, after, found, table, say)


def figures(store: Store, say: Language, drawing: Drawing, edition: str | None, against: str | None) -> Exhibit:
    """Figure by figure: before, after, and by how much. Raises Refused("no-edition")."""
    before, after, found = _laid_beside(store, say, drawing, edition, against)
    rows = [
        *(
            (_name(one, say), change.row, change.column.label, *before_after_step(change, say))
            for one in found
            for change in one.changes
        ),
        *((_name(one, say), row, say("whole row"), "–", say("new"), "") for one in found for row in one.new),
        *(
            (_name(one, say), row, say("whole row"), "–", say("no longer there"), "")
            for one in found
            for row in one.gone
        ),
    ]
    table = Table(
        (
            Column("exhibit", say("What is shown")),
            Column("row", say("Of what")),
            Column("figure", say("Figure")),
            Column("before", _heading(before, say)),
            Column("after", _heading(after, say)),
            Column("step", say("Difference")),
        ),
        tuple(rows),
    )
    return _exhibit("edition-figures", before, after, found, table, say)


def _laid_beside(
    store: Store, say: Language, drawing: Drawing, edition: str | None, against: str | None
) -> tuple[Bound, Bound, list[Compared]]:
    """Both, and what differs; without a name the newest edition. Both exhibits ask for it: drawn once a day and data
    version, since an edition never changes.
    """
    if not edition:
        frozen = editions(store)
        if not frozen:
            raise Refused(
                "no-edition",
                mark("Nothing was frozen yet: there is no edition to compare with. Freeze a board pack first."),
            )
        edition = frozen[0].name
    name = edition

    def made() -> tuple[Bound, Bound, list[Compared]]:
        before, after = _both(store, say, drawing, name, against)
        return before, after, compared(before, after)

    return store.once(("compared", name, against, say.code, dt.date.today()), made)


def _both(store: Store, say: Language, drawing: Drawing, edition: str, against: str | None) -> tuple[Bound, Bound]:
    """The earlier and the later one, without another one the pack of today."""
    earlier = edition_named(store, edition)
    before = opened(earlier, say)
    after = opened(edition_named(store, against), say) if against else _today(store, earlier, before, drawing)
    if (before.origin == "demo") != (after.origin == "demo") and before.leaves and after.leaves:
        raise Refused(
            "demo-beside-real",
            mark("One of the two shows demo data, the other does not. Compare two of the same kind."),
        )
    return _itself(before), _itself(after)


def _itself(one: Bound) -> Bound:
    """A pack without what it tells of editions: comparisons are not compared."""
    return replace(one, leaves=tuple(leaf for leaf in one.leaves if leaf.exhibit.name not in NAMES))


def _today(store: Store, earlier: Edition, before: Bound, drawing: Drawing) -> Bound:
    """The pack of an edition drawn again from today's data of the same kind: real or demo."""
    same = store if before.origin == "published" else store.showing(before.origin == "demo")
    pack = pack_of(earlier)
    own = tuple(part for part in pack.parts if isinstance(part, Section) or part.pick.name not in NAMES)
    return bind(replace(pack, parts=own), before.say, drawing(same))


def _exhibit(name: str, before: Bound, after: Bound, found: Sequence[Compared], table: Table, say: Language) -> Exhibit:
    sources = dict.fromkeys(source for one in found for source in one.exhibit.sources)
    return Exhibit(
        name=name,
        question=say("What has changed since the meeting?"),
        message=_message(before, after, found, say),
        title=say("{before} beside {after}", before=_dated(before, say), after=_dated(after, say)),
        chart=Chart("table", Table((), ())),
        table=table,
        notes=tuple(_notes(found, say)),
        sources=tuple(sources) or (Source(before.edition, "", before.day, before.origin),),
        answered=None,
        asked=None,
        say=say,
        meaning=tuple(say("Now: {finding}", finding=said(one.exhibit)) for one in found if one.reads_differently)[:2],
        method=(
            Method(
                say("How two editions are compared"),
                say(
                    "The same exhibit with the same filters is laid beside itself, its wave may differ. Rows meet by"
                    " their names, columns by their meaning. Sentences are not compared cell by cell."
                ),
            ),
        ),
    )


def _message(before: Bound, after: Bound, found: Sequence[Compared], say: Language) -> str:
    """How many figures of how many exhibits differ, and whether the findings do."""
    since = say("Since “{edition}”", edition=before.edition)
    differ = [one for one in found if one.changes]
    count = sum(len(one.changes) for one in differ)
    if not count:
        return say("{since} no value has changed", since=since)
    figures = say.plural("{n} value", "{n} values", count)
    exhibits = say("{n} of {all} exhibits", n=say.number(len(differ)), all=say.number(len(found)))
    said = say.plural(
        "{since} {figures} in {exhibits} has changed", "{since} {figures} in {exhibits} have changed", count,
        since=since, figures=figures, exhibits=exhibits,
    )  # fmt: skip
    findings = sum(one.reads_differently for one in found)
    if not findings:
        return said
    return say.plural(
        "{said}; one finding reads differently", "{said}; {n} findings read differently", findings, said=said
    )


def _notes(found: Sequence[Compared], say: Language) -> list[str]:
    same = sum(not one.differs for one in found)
    return [
        *([say.plural("One exhibit is as it was.", "{n} exhibits are as they were.", same)] if same else []),
        say("Rows that are new or gone are told as a whole, their values are not counted."),
    ]


def _name(one: Compared, say: Language) -> str:
    """An exhibit as a table calls it."""
    return named(one.exhibit.name, say, one.exhibit.question)


def _told(one: Compared, say: Language) -> str:
    """The first figures that differ, rows that came or went; or that the whole exhibit is new, or gone."""
    if one.fate == "new":
        return say("New in the pack")
    if one.fate == "gone":
        return say("No longer in the pack")
    told = [*_of_one_column(one.changes, say)]
    if one.new:
        told.append(say("new: {names}", names=_rows(one.new, say)))
    if one.gone:
        told.append(say("no longer there: {names}", names=_rows(one.gone, say)))
    return "; ".join(told) or say("The finding reads differently, the figures are the same")


def _rows(names: Sequence[str], say: Language) -> str:
    """A few rows by their names, more by their number."""
    few = len(names) <= MOST_NAMES
    return say.listing(list(names)) if few else say.plural("{n} row", "{n} rows", len(names))


def _of_one_column(changes: Sequence[Change], say: Language) -> list[str]:
    """What changed in the first column that holds figures, and how many others differ: `Place: Region from 4 to 3`."""
    if not changes:
        return []
    column = next((one.column for one in changes if one.step is not None), changes[0].column)
    same = [one for one in changes if one.column == column]
    steps = [_from_to(one, say) for one in same[:MOST_FIGURES]]
    more = len(changes) - len(steps)
    told = f"{column.label}: {', '.join(steps)}"
    return [told, say.plural("{n} other value", "{n} other values", more)] if more else [told]


def _from_to(change: Change, say: Language) -> str:
    before, after, _ = before_after_step(change, say)
    return say("{row} from {before} to {after}", row=change.row, before=before, after=after)


def _heading(one: Bound, say: Language) -> str:
    return one.edition or say("Today")


def _dated(one: Bound, say: Language) -> str:
    """`Edition “Board, April” of 2026-04-10`, or `today's data (2026-11-22)`."""
    day = say.date(one.day)
    if one.edition:
        return say("Edition “{edition}” of {day}", edition=one.edition, day=day)
    return say("today's data ({day})", day=day)
