"""Of whom do the members consist? By sector, size, state, kind or membership, alone or against another of these."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value
from lsn_data.language import Language, mark
from lsn_data.sheets.survey import ATTRIBUTES, attribute_of
from lsn_data.store import Store
from lsn_data.topics.members.answer import Members
from lsn_data.topics.members.compute import UNTOLD, Composition, Group, crossed
from lsn_data.topics.members.exhibits import register
from lsn_data.topics.members.words import attribute_named, finding, notes, register_sources, what_to_add
from lsn_data.topics.priorities.answer import codes_label

# A share of fewer members than this is told, but leads no sentence.
ENOUGH = 10
# A share that moved by less is as before.
MOVED = 0.02
LARGEST = mark("“{group}” is the largest group with {part} of {n} members")
AMONG_LARGEST = mark("“{group}” is among the largest groups with {part} of {n} members")


def told_attributes(found: Members) -> list[str]:
    """The attributes that the register tells of somebody."""
    return [one.name for one in ATTRIBUTES if any(row[one.name] for row in found.now)]


def of(store: Store, say: Language, by: str, other: str | None = None, today: dt.date | None = None) -> Exhibit | None:
    """The members by an attribute; with another one, a table of both. None where the register tells neither.

    Raises Refused where there is no register, KeyError for an attribute that there is not.
    """
    found = register(store, today)
    told = told_attributes(found)
    if by not in told:
        if by not in [one.name for one in ATTRIBUTES]:
            raise KeyError(by)
        return _alone(store, found, say)
    if other and other != by and other in told:
        return _crossed(store, found, by, other, say)
    return _shares(store, found, found.by(by), say)


def _alone(store: Store, found: Members, say: Language) -> Exhibit | None:
    """The bare number, where the register tells nothing else of its members; None if it tells of other attributes."""
    if told_attributes(found):
        return None
    table = Table((Column("what", say("Group")), Column("members", say("Members"), "count")),
                  ((say("All members"), len(found.now)),))  # fmt: skip
    return _exhibit(store, found, finding(found, say), say("Members, {day}", day=say.date(found.until)),
                    Chart("table", table), table, (), say)  # fmt: skip


def _shares(store: Store, found: Members, told: Composition, say: Language) -> Exhibit:
    """A bar a group, its share some years ago lighter below; members and premium share beside it."""
    known = sum(group.members for group in told.told)
    known_before = sum(group.before or 0 for group in told.groups if group.code != UNTOLD)
    premium = found.premium is not None
    columns = [
        Column("group", say.both(attribute_of(told.by).label)),
        Column("share", say("Share"), "share"),
        Column("before", say("end of {year}", year=told.before or 0), "share"),
        Column("members", say("Members"), "count"),
        Column("premium", say("Of these premium"), "share"),
    ]
    rows: list[tuple[Value, ...]] = [
        (
            codes_label(told.by, [group.code], say),
            group.members / known,
            (group.before or 0) / known_before if told.before and known_before else None,
            group.members,
            group.premium / group.members if premium and group.members else None,
        )
        for group in told.groups
        if group.code != UNTOLD
    ]
    drawn = Table(tuple(columns), tuple(rows))
    parts = {"label": "group", "share": "share", "beside0": "share", "beside1": "members"}
    parts |= {"before": "before"} if told.before else {}
    parts |= {"beside2": "premium"} if premium else {}
    keys = [
        column.key
        for column in columns
        if (column.key, False) not in (("before", bool(told.before)), ("premium", premium))
    ]
    table = Table(tuple(drawn.columns[drawn.at(key)] for key in keys),
                  tuple(tuple(row[drawn.at(key)] for key in keys) for row in rows))  # fmt: skip
    return _exhibit(
        store, found, _message(found, told, say),
        say("Members by {attribute}, {day}: share, number, premium share", attribute=attribute_named(told.by, say),
            day=say.date(found.until)),
        Chart("shares", drawn, parts, axis=say("Share of members")), table, tuple(_gaps(found, told, say)), say,
    )  # fmt: skip


def _crossed(store: Store, found: Members, by: str, other: str, say: Language) -> Exhibit:
    """A row a group of one attribute, a column a group of the other: how many members are in both."""
    rows, heads = found.by(by), found.by(other)
    counts = crossed(found.rows, by, other, found.today.isoformat())
    down, across = ([group for group in one.groups if group.members] for one in (rows, heads))
    table = Table(
        (
            Column("group", say.both(attribute_of(by).label)),
            *(Column(f"other{at}", _label(other, group, say), "count") for at, group in enumerate(across)),
            Column("members", say("Members"), "count"),
            Column("premium", say("Of these premium"), "share"),
        ),
        tuple(
            (
                _label(by, one, say),
                *(counts.get((one.code, group.code), 0) for group in across),
                one.members,
                None if found.premium is None else one.premium / one.members,
            )
            for one in down
        ),
    )
    first, second = max(counts, key=lambda pair: counts[pair] * (UNTOLD not in pair))
    shared = list(counts.values()).count(counts[first, second]) > 1
    message = say(
        AMONG_LARGEST if shared else LARGEST,
        group=f"{codes_label(by, [first], say)} · {codes_label(other, [second], say)}",
        part=say.number(counts[first, second]), n=say.number(len(found.now)),
    )  # fmt: skip
    title = say(
        "Members by {attribute} and {other}, {day}",
        attribute=attribute_named(by, say), other=attribute_named(other, say), day=say.date(found.until),
    )  # fmt: skip
    return _exhibit(store, found, message, title, Chart("table", table), table, (), say)


def _exhibit(
    store: Store, found: Members, message: str, title: str, chart: Chart, table: Table, told: Sequence[str],
    say: Language,
) -> Exhibit:  # fmt: skip
    if found.growth.told == "nothing":
        told = (*told, what_to_add(say), *notes(found, say))
    return Exhibit(
        name="members-composition",
        question=say("Of whom do the members consist, and who of them is premium?"),
        message=message,
        title=title,
        chart=chart,
        table=table,
        notes=tuple(told),
        sources=register_sources(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=(
            Method(
                say("Share of members"),
                say("Members of the group among all members whose group the register tells; all are counted, so there"
                    " is no range."),
            ),
        ),
    )  # fmt: skip


def _message(found: Members, told: Composition, say: Language) -> str:
    """The largest group, and what moved most since then; else who is premium most often."""
    known = sum(group.members for group in told.told)
    largest, *others = told.told
    if known == 1:
        return say("The register tells the group of one member alone: “{group}”", group=_label(told.by, largest, say))
    shared = bool(others) and others[0].members == largest.members
    said = say(
        AMONG_LARGEST if shared else LARGEST,
        group=_label(told.by, largest, say), part=say.percent(largest.members / known), n=say.number(known),
    )  # fmt: skip
    moved = _most_moved(told)
    if moved:
        group, was, now = moved
        return say("{what}; since {year} “{group}” moved most, from {was} to {now}", what=said, year=told.before,
                   group=_label(told.by, group, say), was=say.percent(was), now=say.percent(now))  # fmt: skip
    often = _premium_most(told)
    if found.premium is None:
        return said
    if often is None:
        return say("{what}; {share} are premium", what=said, share=say.percent(found.premium))
    part = say.percent(often.premium / often.members)
    if often is largest:
        return say("{what}, and premium most often, {part}", what=said, part=part)
    return say(
        "{what}; “{group}” is premium most often, {part}", what=said, group=_label(told.by, often, say), part=part
    )


def _premium_most(told: Composition) -> Group | None:
    """The group that is premium clearly more often than all others, of those that are not tiny."""
    rates = sorted(((one.premium / one.members, one) for one in told.told if one.members >= ENOUGH),
                   key=lambda pair: -pair[0])  # fmt: skip
    return rates[0][1] if len(rates) > 1 and rates[0][0] - rates[1][0] >= MOVED else None


def _most_moved(told: Composition) -> tuple[Group, float, float] | None:
    """The group whose share moved most since then, with both shares; None where none moved by two points."""
    before = sum(group.before or 0 for group in told.groups if group.code != UNTOLD)
    known = sum(group.members for group in told.told)
    if not told.before or not before:
        return None
    shares = [
        (group, (group.before or 0) / before, group.members / known) for group in told.groups if group.code != UNTOLD
    ]
    group, was, now = max(shares, key=lambda one: abs(one[2] - one[1]))
    return (group, was, now) if abs(now - was) >= MOVED else None


def _gaps(found: Members, told: Composition, say: Language) -> Iterator[str]:
    """What the shares leave out, and what the premium share of all is."""
    if told.untold:
        yield say.plural(
            "{n} member is left out: the register does not tell its group.",
            "{n} members are left out: the register does not tell their group.",
            told.untold,
        )
    if found.premium is not None:
        yield say("Of all members, {share} are premium.", share=say.percent(found.premium))
    if told.before:
        yield say("Earlier shares: the members of that time, by the groups that the register tells today.")


def _label(by: str, group: Group, say: Language) -> str:
    return codes_label(by, [group.code], say) if group.code != UNTOLD else say("not told")
