"""Which projects end soon, with nothing that follows them?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.projects import words
from lsn_data.topics.projects.answer import Portfolio, chosen, ending_of, known
from lsn_data.topics.projects.compute import MONTHS_AHEAD, MONTHS_BACK, Project, months_from
from lsn_data.topics.projects.exhibits import sources_of
from lsn_data.topics.projects.money import money


def ending(store: Store, say: Language, filters: Mapping[str, str], today: dt.date | None = None) -> Exhibit | None:
    """The projects that end within a year or ended within half a year, and that nothing follows; None without any
    project."""
    found = chosen(known(store, today), filters)
    if not found.projects:
        return None
    soon = ending_of(found)
    table = Table(_columns(say), tuple(_row(one, found, say) for one in soon))
    return Exhibit(
        name="projects-ending",
        question=say("Which projects end soon, with nothing that follows them?"),
        message=_message(found, soon, say),
        title=_title(filters, found, say),
        chart=Chart("table", table),
        table=table,
        notes=_notes(found, say),
        sources=sources_of(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=(_method(say),),
        ways={(at, "project"): Way("", (("project", one.code),)) for at, one in enumerate(soon)},
    )


def _columns(say: Language) -> tuple[Column, ...]:
    return (
        Column("project", say("Project")),
        Column("title", say("About"), "prose", under="project"),
        Column("end", say("Ends"), "date"),
        Column("left", say("In months"), "count"),
        Column("role", say("Role of LSN")),
        Column("themes", say("Themes")),
        Column("money", say("Amounts that are sure")),
    )


def _row(one: Project, found: Portfolio, say: Language) -> tuple[Value, ...]:
    """How far the end is, in whole months; below zero once it is past."""
    sums = money(found.paid(one)).sums
    return (
        one.code,
        words.title(one.row, say),
        one.row["end"],
        _months(one, found.today),
        words.role(one, say),
        ", ".join(words.theme(code, say) for code in one.row["themes"]) or None,
        words.amounts(sums, say) or say("not known"),
    )


def _months(one: Project, today: dt.date) -> int | None:
    return None if one.end is None else round((one.end - today).days / 30.44)


def _message(found: Portfolio, soon: list[Project], say: Language) -> str:
    """How many will end, how many have just ended."""
    ahead = sum(one.end is not None and one.end >= found.today for one in soon)
    told = []
    if ahead:
        told.append(say.plural("{n} project ends within 12 months", "{n} projects end within 12 months", ahead))
    if len(soon) > ahead:
        past = len(soon) - ahead
        told.append(say.plural("{n} ended in the last 6 months", "{n} ended in the last 6 months", past))
    if told:
        return say("{projects}, with nothing that follows", projects=say.listing(told))
    unknown = sum(one.state == "running" and one.end is None for one in found.projects)
    if unknown:
        return say.plural(
            "No stated end lies near; {n} running project states none",
            "No stated end lies near; {n} running projects state none",
            unknown,
        )
    return say("Each project that ends soon has a follow-up, or none ends soon")


def _title(filters: Mapping[str, str], found: Portfolio, say: Language) -> str:
    said = say("Projects without a follow-up whose end is near")
    return ", ".join(one for one in (said, words.scope(filters, say), words.as_of(found.today, say)) if one)


def _notes(found: Portfolio, say: Language) -> tuple[str, ...]:
    """What ends within the same time, but is continued."""
    told = [
        say("{project} ({next} follows)", project=one.code, next=say.listing(list(one.followed_by)))
        for one in found.projects
        if one.followed_by and one.state == "running" and _is_near(one, found.today)
    ]
    if not told:
        return ()
    return (say("Ends within 12 months too, but is continued: {projects}.", projects=say.listing(told)),)


def _is_near(one: Project, today: dt.date) -> bool:
    return one.end is not None and today <= one.end <= months_from(today, MONTHS_AHEAD)


def _method(say: Language) -> Method:
    return Method(
        say("Near the end"),
        say(
            "A project is listed if its stated end lies in the next {ahead} or the last {back} months and no project "
            "names it as the one that it follows; a planned follow-up counts. Without a stated end nothing is claimed.",
            ahead=MONTHS_AHEAD,
            back=MONTHS_BACK,
        ),
    )
