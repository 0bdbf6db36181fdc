"""How long do members stay? The share still there after so many years, as an exhibit."""

from __future__ import annotations

import datetime as dt

from lsn_data.errors import Refused
from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table
from lsn_data.language import Language, mark
from lsn_data.store import Store
from lsn_data.topics.members.exhibits import register
from lsn_data.topics.members.stay import FEWEST, Stay, Stays, told_of
from lsn_data.topics.members.words import register_sources

NOT_TOLD = mark("How long members stay cannot be told: the register names nobody who joined on a known day and left.")
TOO_SHORT = mark("How long members stay cannot be told yet: fewer than {fewest} were seen for a year.")


def staying(store: Store, say: Language, today: dt.date | None = None) -> Exhibit:
    """The share of members still there after 1, 3, 5 and 10 years, with its range. Raises Refused with the reason."""
    found = register(store, today)
    told = found.stays
    if told is None:
        raise Refused("no-leaves", NOT_TOLD)
    after = told_of(told.after)
    if not after:
        raise Refused("too-short", TOO_SHORT, fewest=FEWEST)
    columns = (
        Column("after", say("Since joining")),
        Column("share", say("Still members"), "share"),
        Column("low", say("Plausible from"), "share"),
        Column("high", say("Plausible to"), "share"),
        Column("seen", say("Seen that long"), "count"),
    )
    table = Table(columns, tuple((_span(one, say), one.share, one.low, one.high, one.seen) for one in after))
    parts = {name: name for name in ("share", "low", "high")} | {
        "label": "after", "beside0": "share", "beside1": "seen",
    }  # fmt: skip
    return Exhibit(
        name="members-stay",
        question=say("How long do members stay?"),
        message=_message(after, say),
        title=say("Share of members still there after joining, with plausible range (95%), as seen until {day}",
                  day=say.date(found.until)),
        chart=Chart("shares", table, parts, axis=say("Share of those who joined")),
        table=table,
        notes=_notes(told, after, say),
        sources=register_sources(store, found, say),
        answered=told.members,
        asked=None,
        say=say,
        method=_method(say),
    )  # fmt: skip


def _span(one: Stay, say: Language) -> str:
    return say.plural("after {n} year", "after {n} years", one.years)


def _message(after: list[Stay], say: Language) -> str:
    """Of 100 who join, how many are there after the first year and after the longest span that can be told."""
    first, last = after[0], after[-1]
    many = {"first": say.number((first.share or 0) * 100), "last": say.number((last.share or 0) * 100)}
    if first is last:
        return say("Of 100 who join, about {first} are still members after {years} year", first=many["first"],
                   years=first.years)  # fmt: skip
    return say("Of 100 who join, about {first} are still members after {one} year and {last} after {years}", **many,
               one=first.years, years=last.years)  # fmt: skip


def _notes(told: Stays, after: list[Stay], say: Language) -> tuple[str, ...]:
    said = [
        say("{n} members with a known joining day, {left} of whom left; the others are still there and count for as"
            " long as they were seen.", n=say.number(told.members), left=say.number(told.left)),
        say("The register names nobody who left before {year}: who joined earlier counts only from then on.",
            year=told.since),
    ]  # fmt: skip
    if told.undated:
        said.append(say.plural(
            "{n} without a known joining day is left out.", "{n} without a known joining day are left out.",
            told.undated,
        ))  # fmt: skip
    if len(after) < len(told.after):
        said.append(say("Longer spans are not told: fewer than {fewest} members were seen that long.", fewest=FEWEST))
    return tuple(said)


def _method(say: Language) -> tuple[Method, ...]:
    return (
        Method(
            say("Still members"),
            say(
                "At each leaving, the share of those seen that long who stay is multiplied with the one before. Who is"
                " still a member counts until the day up to which the register knows; a year alone counts as its"
                " middle."
            ),
            "Kaplan & Meier 1958",
        ),
        Method(
            say("Plausible range"),
            say("95% for each span by itself, on a scale that stays between 0 and 100%."),
            "Greenwood 1926; Kalbfleisch & Prentice 1980",
        ),
    )
