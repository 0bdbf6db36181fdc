"""Which projects are there, from when to when, and which continues which? The portfolio as a timeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.projects import words
from lsn_data.topics.projects.answer import Portfolio, chosen, ending_of, known
from lsn_data.topics.projects.compute import Project, Row
from lsn_data.topics.strategy.answer import sources

# So many bars can be told apart on a page; what ended longest ago is then left to the table.
MOST_BARS = 80
FILLS = {"lead": "solid", "partner": "light"}


def timeline(store: Store, say: Language, filters: Mapping[str, str], today: dt.date | None = None) -> Exhibit | None:
    """The portfolio over time; with the filter `project` the chain of that project alone. None without projects."""
    whole = known(store, today)
    found = within(whole, filters)
    if not whole.projects:
        return None
    drawn, listed = _ordered(found)
    table = Table(_columns(say), tuple(_row(one, say) for one in [*drawn, *listed]))
    return Exhibit(
        name="projects",
        question=say("Which projects run, how long, and what follows them?"),
        message=_message(found, say),
        title=_title(found, filters, say),
        chart=_chart(drawn, found.today, say) if drawn else Chart("table", table),
        table=table,
        notes=_notes(found, drawn, listed, say),
        sources=sources_of(store, found, say, funding=False),
        answered=None,
        asked=None,
        say=say,
        method=_method(say),
        ways=_ways([*drawn, *listed], bool(drawn)),
    )


def within(whole: Portfolio, filters: Mapping[str, str]) -> Portfolio:
    """The projects that are looked at: one with all that follow it and belong to it, or those that pass the filters."""
    one = next((project for project in whole.projects if project.code == filters.get("project")), None)
    if one is None:
        return chosen(whole, filters)
    near = {*one.chain, *one.parts, one.row["part_of"]}
    return Portfolio([project for project in whole.projects if project.code in near], whole.funding, whole.today)


def sources_of(store: Store, found: Portfolio, say: Language, funding: bool = True) -> tuple[Source, ...]:
    """Where the projects (and their funding) are told; published funding stands where its project does."""
    payments = [{"source": one.row["source"], **row} for one in found.projects for row in found.paid(one)]
    paid = sources(store, "funding", payments, say) if funding else ()
    told = sources(store, "projects", [one.row for one in found.projects], say)
    return (*told, *(one for one in paid if one.text not in {other.text for other in told}))


def _ordered(found: Portfolio) -> tuple[list[Project], list[Project]]:
    """The projects with bars, and those that can only be listed.

    Chains stand together, oldest first; what runs or is planned comes before what has ended, by the newest start.
    A project without days has a line if it continues one that has days.
    """
    by_code = {one.code: one for one in found.projects}
    chains = {tuple(code for code in one.chain if code in by_code) for one in found.projects}
    dated = [[by_code[code] for code in chain if _has_line(by_code[code], by_code)] for chain in chains]
    dated = sorted((chain for chain in dated if chain), key=_place)
    drawn = [one for chain in dated for one in chain][:MOST_BARS]
    shown = {one.code for one in drawn}
    return drawn, [one for one in found.projects if one.code not in shown]


def _has_line(one: Project, by_code: Mapping[str, Project]) -> bool:
    before = by_code.get(one.follows or "")
    return _dated(one) or (before is not None and before.end is not None)


def _dated(one: Project) -> bool:
    return one.start is not None or one.end is not None


def _place(chain: Sequence[Project]) -> tuple[int, int, str]:
    """Where a chain stands: those that go on first, then the latest first day first."""
    days = [one.start or one.end for one in chain if _dated(one)]
    return (int(not _goes_on(chain)), -max((day.toordinal() for day in days if day), default=0), chain[0].code)


def _goes_on(chain: Iterable[Project]) -> bool:
    return any(one.state in ("running", "planned") for one in chain)


def _columns(say: Language) -> tuple[Column, ...]:
    return (
        Column("project", say("Project")),
        Column("title", say("About"), "prose"),
        Column("when", say("Run time")),
        Column("state", say("Status")),
        Column("role", say("Role of LSN")),
        Column("chain", say("Follows")),
    )


def _row(one: Project, say: Language) -> tuple[Value, ...]:
    before = one.follows or (say("part of {project}", project=one.row["part_of"]) if one.row["part_of"] else None)
    return (
        one.code, words.title(one.row, say), words.run_time(one, say), words.state(one.state, say),
        words.role(one, say), before,
    )  # fmt: skip


def _chart(drawn: Sequence[Project], today: dt.date, say: Language) -> Chart:
    """The bars; a chain whose newest project goes on stands with those that run."""
    at = {one.code: position for position, one in enumerate(drawn)}
    going = {code for one in drawn if one.state in ("running", "planned") for code in one.chain}
    names = ("project", "start", "end", "said", "fill", "key", "group", "lasts", "rough", "after", "today")
    held = {"start": "date", "end": "date", "today": "date"}
    rows = tuple(
        (
            one.code, one.start, one.end, words.run_time(one, say), FILLS.get(one.row["role"] or "", "outline"),
            words.role(one, say),
            say("Running or planned, with what came before") if one.code in going else say("Ended"),
            int(one.state == "running"), _rough(one.row), at.get(one.follows or ""), today,
        )
        for one in drawn
    )  # fmt: skip
    columns = tuple(Column(name, name, held.get(name, "text")) for name in names)  # type: ignore[arg-type]
    parts = {"label": "project", **{name: name for name in names[1:]}}
    return Chart("timeline", Table(columns, rows), parts)


def _rough(row: Row) -> str:
    """Which ends are known by their year only."""
    return " ".join(name for name in ("start", "end") if len(row[name] or "") == 4)


def _message(found: Portfolio, say: Language) -> str:
    """How many run, how many of them end soon with nothing after them, and for how many nobody can tell."""
    if not found.projects:
        return say("No project passes these filters")
    running = [one for one in found.projects if one.state == "running"]
    if not running:
        return _nothing_runs(found, say)
    soon = [one for one in ending_of(found) if one.end and one.end >= found.today]
    unknown = sum(one.end is None for one in running)
    if unknown == len(running):
        return say.plural(
            "{n} project runs; when it ends is not stated", "{n} projects run; when they end is not stated", unknown
        )
    told = [say.plural("{n} project runs", "{n} projects run", len(running))]
    if soon:
        said = say.plural(
            "{n} ends within 12 months without a follow-up", "{n} end within 12 months without a follow-up", len(soon)
        )
        told.append(said)
    else:
        told.append(say("none ends within 12 months without a follow-up"))
    if unknown:
        told.append(say.plural("{n} states no end", "{n} state no end", unknown))
    return "; ".join(told)


def _nothing_runs(found: Portfolio, say: Language) -> str:
    counts = [sum(one.state == state for one in found.projects) for state in ("ended", "planned", "unknown")]
    told = [
        say.plural("{n} has ended", "{n} have ended", counts[0]),
        say.plural("{n} is planned", "{n} are planned", counts[1]),
        say.plural("of {n} the status is not stated", "of {n} the status is not stated", counts[2]),
    ]
    said = say.listing([text for text, count in zip(told, counts, strict=True) if count])
    return say("No project runs: {rest}", rest=said)


def _title(found: Portfolio, filters: Mapping[str, str], say: Language) -> str:
    n = len(found.projects)
    said = say.plural("{n} project by run time and role of LSN", "{n} projects by run time and role of LSN", n)
    if filters.get("project"):
        return f"{said}, {say('what hangs together with {project}', project=filters['project'])}"
    narrowed = words.scope(filters, say)
    return ", ".join(part for part in (said, narrowed, words.as_of(found.today, say)) if part)


def _notes(found: Portfolio, drawn: Sequence[Project], listed: Sequence[Project], say: Language) -> tuple[str, ...]:
    """What is not drawn and why, what the drawing means, what contradicts itself."""
    notes = []
    undated = [one for one in listed if not _dated(one)]
    if undated:
        notes.append(say("Without dates, so not drawn: {projects}.", projects=say.listing(_listed(undated, say))))
    if len(undated) < len(listed):
        said = say.plural(
            "{n} older project stands in the table only.",
            "{n} older projects stand in the table only.",
            len(listed) - len(undated),
        )
        notes.append(said)
    if any(one.start is None or one.end is None for one in drawn):
        notes.append(say("A bar fades where its start or end is not stated."))
    rough = [one.code for one in drawn if _rough(one.row)]
    if rough:
        notes.append(say("Of start or end only the year is known: {projects}.", projects=say.listing(rough)))
    odd = [one.code for one in found.projects if one.contradicts]
    if odd:
        notes.append(say("Said to run though the stated end is past: {projects}.", projects=say.listing(odd)))
    return tuple(notes)


def _listed(projects: Sequence[Project], say: Language) -> list[str]:
    """Each with what is known of it: `BRIDGE 53 (part of HIHeal, ended)`."""
    return [
        f"{one.code} ({', '.join(part for part in (_bond(one, say), words.state(one.state, say)) if part)})"
        for one in projects
    ]


def _bond(one: Project, say: Language) -> str:
    if one.row["part_of"]:
        return say("part of {project}", project=one.row["part_of"])
    return say("follows {project}", project=one.follows) if one.follows else ""


def _method(say: Language) -> tuple[Method, ...]:
    return (
        Method(
            say("Running, planned, ended"),
            say(
                "As the register states it. Where it states nothing, the dates decide: past the end is ended, before "
                "the start is planned; without a start nothing is claimed."
            ),
        ),
        Method(
            say("Dates"),
            say(
                "A month stands for all of its days, a year for all of its months: a project until 2027-02 runs until "
                "the last of February."
            ),
        ),
        Method(
            say("Follow-ups"),
            say(
                "A project that names the one that it follows is joined to it by a line. What is part of another "
                "project stands by itself and is counted by itself."
            ),
        ),
    )


def _ways(shown: Sequence[Project], is_chart: bool) -> dict[tuple[int, str], Way]:
    """A bar and a name lead to the project."""
    ways = {(at, "project"): Way("", (("project", one.code),)) for at, one in enumerate(shown)}
    bars = {(at, ""): way for (at, _), way in ways.items()} if is_chart else {}
    return {**ways, **bars}
