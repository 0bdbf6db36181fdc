"""From which countries do the partners come? Projects by partner country."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.projects import words
from lsn_data.topics.projects.answer import Portfolio, chosen, countries_of, known
from lsn_data.topics.projects.countries import code_of, name_of, three_letters
from lsn_data.topics.projects.exhibits import sources_of

HOME = "DE"
FEW = 3


def by_country(store: Store, say: Language, filters: Mapping[str, str], today: dt.date | None = None) -> Exhibit | None:
    """How many projects have partners in each country; None where no project names one."""
    found = chosen(known(store, today), {**filters, "country": "all"})
    counts = Counter(code for one in found.projects for code in countries_of(one.row))
    if not counts:
        return None
    ordered = sorted(counts, key=lambda code: (-counts[code], name_of(code, say)))
    rows = tuple(
        (name_of(code, say), three_letters().get(code, code), counts[code], _running(found, code)) for code in ordered
    )
    columns = (
        Column("country", say("Country")), Column("code", say("Code")), Column("count", say("Projects"), "count"),
        Column("running", say("of which running"), "count"),
    )  # fmt: skip
    table = Table(columns, rows)
    return Exhibit(
        name="projects-map",
        question=say("From which countries do the partners of the projects come?"),
        message=_message(found, counts, say),
        title=_title(found, filters, say),
        chart=Chart("map", table, {"label": "country", "code": "code", "value": "count"}, axis=say("Projects")),
        table=Table((columns[0], *columns[2:]), tuple((row[0], *row[2:]) for row in rows)),
        notes=_notes(found, say),
        sources=sources_of(store, found, say, funding=False),
        answered=None,
        asked=None,
        say=say,
        method=(_method(say),),
        ways={(at, part): Way("", (("country", code),)) for at, code in enumerate(ordered) for part in ("", "country")},
    )


def _running(found: Portfolio, country: str) -> int:
    return sum(one.state == "running" and country in countries_of(one.row) for one in found.projects)


def _message(found: Portfolio, counts: Counter[str], say: Language) -> str:
    """How many countries, and which one abroad comes first."""
    abroad = {code: count for code, count in counts.items() if code != HOME}
    if not abroad:
        return say("All partner countries that are named are Germany")
    most = max(abroad.values())
    first = [name_of(code, say) for code in sorted(abroad) if abroad[code] == most]
    n = len(counts)
    told = say.plural("Partners come from {n} country", "Partners come from {n} countries", n)
    if len(first) == 1:
        return say.plural(
            "{countries}; abroad {first} comes first with {n} project",
            "{countries}; abroad {first} comes first with {n} projects",
            most,
            countries=told,
            first=first[0],
        )
    if len(first) <= FEW:
        return say.plural(
            "{countries}; abroad {first} lead with {n} project each",
            "{countries}; abroad {first} lead with {n} projects each",
            most,
            countries=told,
            first=say.listing(first),
        )
    return say.plural(
        "{countries}; abroad none stands out, with {n} project each at most",
        "{countries}; abroad none stands out, with {n} projects each at most",
        most,
        countries=told,
    )


def _title(found: Portfolio, filters: Mapping[str, str], say: Language) -> str:
    n = sum(bool(countries_of(one.row)) for one in found.projects)
    said = say(
        "Projects by partner country, named by {n} of {all} projects", n=say.number(n),
        all=say.number(len(found.projects)),
    )  # fmt: skip
    narrowed = words.scope({key: value for key, value in filters.items() if key != "country"}, say)
    return ", ".join(one for one in (said, narrowed, words.as_of(found.today, say)) if one)


def _notes(found: Portfolio, say: Language) -> tuple[str, ...]:
    """What names no country, and what is no country."""
    notes = [say("A project counts in each of its countries.")]
    silent = sum(not countries_of(one.row) for one in found.projects)
    if silent:
        notes.append(
            say.plural("{n} project names no partner country.", "{n} projects name no partner country.", silent)
        )
    other = dict.fromkeys(text for one in found.projects for text in one.row["countries"] if not code_of(text))
    if other:
        notes.append(say("No country, so not counted: {texts}.", texts=say.listing(list(other))))
    return tuple(notes)


def _method(say: Language) -> Method:
    return Method(
        say("Partner countries"),
        say(
            "The countries that the register names for a project, Germany among them; target regions outside the "
            "partnership are not counted. The borders are those of Natural Earth, drawn without any request to others."
        ),
    )
