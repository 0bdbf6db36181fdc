"""What is known of one project: its run time, role, partners, money, chain, themes and stories?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.projects import words
from lsn_data.topics.projects.answer import Portfolio, countries_of, funders_of, known
from lsn_data.topics.projects.compute import Project, Row
from lsn_data.topics.projects.countries import name_of
from lsn_data.topics.projects.exhibits import sources_of
from lsn_data.topics.projects.money import currency, money
from lsn_data.topics.stories.answer import stories, title

Line = tuple[str, Value, Way | None]


def one(store: Store, say: Language, filters: Mapping[str, str], today: dt.date | None = None) -> Exhibit | None:
    """Everything that the registers hold of one project (filter `project`), a row each; None if it is not known."""
    whole = known(store, today)
    project = next((each for each in whole.projects if each.code == filters.get("project")), None)
    if project is None:
        return None
    lines = [*_itself(project, say), *_chain(project, say), *_paid(project, whole, say), *_stories(store, project, say)]
    lines += _written(project.row, say)
    table = Table(
        (Column("what", say("Property")), Column("known", say("What is known"), "prose")),
        tuple((what, value) for what, value, _ in lines),
    )
    return Exhibit(
        name="project",
        question=say("What is known of this project?"),
        message=_message(project, say),
        title=words.title(project.row, say),
        chart=Chart("table", table),
        table=table,
        notes=(),
        sources=sources_of(store, Portfolio([project], whole.funding, whole.today), say),
        answered=None,
        asked=None,
        say=say,
        ways={(at, "known"): way for at, (_, _, way) in enumerate(lines) if way},
    )


def _itself(project: Project, say: Language) -> Iterator[Line]:
    row, silent = project.row, say("not stated")
    yield say("Status"), words.state(project.state, say), None
    yield say("Run time"), words.run_time(project, say), None
    yield say("Role of LSN"), words.role(project, say), None
    yield say("Partners"), words.invented("; ".join(row["partners"]), say) or silent, None
    countries = [name_of(code, say) for code in countries_of(row)]
    yield say("Partner countries"), ", ".join(countries) or silent, None
    yield say("Target regions"), ", ".join(words.region(code, say) for code in row["regions"]) or silent, None
    for theme in row["themes"] or (None,):
        way = Way("projects", (("theme", theme),)) if theme else None
        yield say("Theme"), words.theme(theme, say) if theme else silent, way


def _chain(project: Project, say: Language) -> Iterator[Line]:
    bonds = (
        (say("Part of"), [project.row["part_of"]] if project.row["part_of"] else []),
        (say("Has parts"), list(project.parts)),
        (say("Follows"), [project.follows or project.row["follows"]] if project.row["follows"] else []),
        (say("Followed by"), list(project.followed_by)),
    )
    for name, others in bonds:
        for other in others:
            yield name, other, Way("", (("project", other),))


def _paid(project: Project, whole: Portfolio, say: Language) -> Iterator[Line]:
    """Each amount with its programme and funders; what is in doubt says so and is in no sum."""
    rows = whole.paid(project)
    for row in rows:
        yield say("Funding"), _payment(row, say), None
    if not rows:
        yield say("Funding"), say("not stated"), None
    total = money(rows)
    if total.sums:
        yield say("Sum of the amounts that are sure"), words.amounts(total.sums, say), None


def _payment(row: Row, say: Language) -> str:
    payers = [words.payer(name, say) for name in ([row["programme"]] if row["programme"] else []) + funders_of(row)]
    if row["amount"] is None:
        amount = say("amount not known")
    else:
        amount = words.amount(row["amount"], currency(row), say)
        amount = say("{amount}, in doubt", amount=amount) if row["doubtful"] else amount
    note = words.note(row, "note", say)
    return f"{' · '.join(payers) or say('payer not stated')}: {amount}" + (f" ({note})" if note else "")


def _stories(store: Store, project: Project, say: Language) -> Iterator[Line]:
    for row in stories(store, {"project": project.code}):
        yield say("Success story"), title(row, say), Way("projects", (("story", row["story"]),))


def _written(row: Row, say: Language) -> Iterator[Line]:
    note = words.note(row, "note", say)
    if note:
        yield say("Note"), note, None
    if row["source"]:
        yield say("Source"), words.invented(row["source"], say), None


def _message(project: Project, say: Language) -> str:
    """Where it stands and what follows it."""
    if project.state == "unknown":
        return say("Where {project} stands is not stated", project=project.code)
    said = _stands(project, say)
    if project.followed_by:
        return say("{finding}; {next} follows", finding=said, next=say.listing(list(project.followed_by)))
    return said if project.state == "planned" else say("{finding}; no follow-up is named", finding=said)


def _stands(project: Project, say: Language) -> str:
    """Whether it runs, has ended or is planned, and since or until when."""
    code, start, end = project.code, project.row["start"], project.row["end"]
    if project.contradicts:
        return say("{project} is said to run, but its stated end {end} is past", project=code, end=end)
    if project.state == "running":
        if end:
            return say("{project} runs until {end}", project=code, end=end)
        return say("{project} runs, its end is not stated", project=code)
    if project.state == "ended":
        if end:
            return say("{project} ended {end}", project=code, end=end)
        return say("{project} has ended, when is not stated", project=code)
    if start:
        return say("{project} is planned from {start}", project=code, start=start)
    return say("{project} is planned", project=code)
