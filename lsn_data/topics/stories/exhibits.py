"""How does a success story stand in print? Problem, solution, LSN's contribution side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table, Way
from lsn_data.language import Language
from lsn_data.sheets.declared import plain
from lsn_data.store import Store
from lsn_data.topics.projects import words
from lsn_data.topics.stories.answer import incomplete, kpi_names, stories, title
from lsn_data.topics.stories.compute import PARTS, Row, lacking
from lsn_data.topics.strategy.answer import sources

Names = Mapping[str, tuple[str, str]]


def told(store: Store, say: Language, filters: Mapping[str, str]) -> Exhibit | None:
    """All stories that pass the filters, one a row; None without any."""
    found = stories(store, {name: value for name, value in filters.items() if name != "story"})
    if not found:
        return None
    names = kpi_names(store)
    table = Table(
        (
            Column("title", say("Story")), Column("bond", say("Date and theme"), "prose", under="title"), *_parts(say),
            Column("project", say("Project"), "prose", under="title"),
            Column("kpi", say("KPI"), "prose", under="contribution"),
        ),
        tuple(
            (title(row, say), _bond(row, say), *_told(row, say), row["project"], _kpi(row, names, say))
            for row in found
        ),
    )  # fmt: skip
    return Exhibit(
        name="stories",
        question=say("What came of the work where no number tells it?"),
        message=_message(found, say),
        title=say("Success stories: problem, solution and LSN's contribution"),
        chart=Chart("table", table),
        table=table,
        notes=_incomplete(store, say),
        sources=_sources(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=(_method(say),),
        ways=_ways(found),
    )


def one(store: Store, say: Language, filters: Mapping[str, str]) -> Exhibit | None:
    """One story (filter `story`, else the newest that passes the others), its three parts side by side."""
    found = stories(store, filters)
    if not found:
        return None
    row, names = found[0], kpi_names(store)
    table = Table(_parts(say), (_told(row, say),))
    bonds = (
        row["date"],
        say("theme {theme}", theme=words.theme(row["theme"], say)) if row["theme"] else None,
        say("project {project}", project=row["project"]) if row["project"] else None,
        f"{say('KPI')} {_kpi(row, names, say)}" if row["kpi"] else None,
    )
    return Exhibit(
        name="story",
        question=say("What came of this piece of work, and what did LSN do for it?"),
        message=title(row, say),
        title=" · ".join([say("Success story"), *(bond for bond in bonds if bond)]),
        chart=Chart("story", table),
        table=table,
        notes=(),
        sources=_sources(store, [row], say),
        answered=None,
        asked=None,
        say=say,
        method=(_method(say),),
    )


def _names_of_parts(say: Language) -> dict[str, str]:
    return {"problem": say("The problem"), "solution": say("The solution"), "contribution": say("LSN's contribution")}


def _parts(say: Language) -> tuple[Column, ...]:
    return tuple(Column(part, name, "prose") for part, name in _names_of_parts(say).items())


def _told(row: Row, say: Language) -> tuple[str, ...]:
    return tuple(words.note(row, part, say) for part in PARTS)


def _bond(row: Row, say: Language) -> str | None:
    """When it was, and for which theme."""
    return " · ".join([*([row["date"]] if row["date"] else []), *_theme(row, say)]) or None


def _theme(row: Row, say: Language) -> list[str]:
    return [words.theme(row["theme"], say)] if row["theme"] else []


def _kpi(row: Row, names: Names, say: Language) -> str | None:
    """The KPI's name; one that the register of KPIs does not hold stays as it was written."""
    code = row["kpi"]
    return say.both(names[plain(code)]) if code and plain(code) in names else code


def _ways(found: Sequence[Row]) -> dict[tuple[int, str], Way]:
    """To the story by itself, to its project and to its KPI."""
    ways = {(at, "title"): Way("projects", (("story", row["story"]),)) for at, row in enumerate(found)}
    for at, row in enumerate(found):
        if row["project"]:
            ways[at, "project"] = Way("projects", (("project", row["project"]),))
        if row["kpi"]:
            ways[at, "kpi"] = Way("kpis", (("kpi", row["kpi"]),))
    return ways


def _message(found: Sequence[Row], say: Language) -> str:
    """How many stories there are, and of how many themes."""
    themes = {row["theme"] for row in found if row["theme"]}
    counted = say.plural("{n} success story", "{n} success stories", len(found))
    if not themes:
        return say("{stories} tell what LSN has contributed", stories=counted)
    of = say.plural("{n} theme", "{n} themes", len(themes))
    return say("{stories} from {themes} tell what LSN has contributed", stories=counted, themes=of)


def _incomplete(store: Store, say: Language) -> tuple[str, ...]:
    """The stories that cannot be told yet, and what they lack."""
    names = _names_of_parts(say)
    found = [
        say(
            "{story} (missing: {parts})", story=title(row, say), parts=say.listing([names[one] for one in lacking(row)])
        )
        for row in incomplete(store)
    ]
    return (say("Not told, since a part is missing: {stories}.", stories=say.listing(found)),) if found else ()


def _sources(store: Store, found: Sequence[Row], say: Language) -> tuple[Source, ...]:
    return sources(store, "stories", [{"source": None, **row} for row in found], say)


def _method(say: Language) -> Method:
    return Method(
        say("Success stories"),
        say(
            "A story makes an effect visible that no number shows. It is told only with all three parts: the problem, "
            "the solution, and what LSN contributed. It hangs on a project, a theme and a KPI, as far as the "
            "register names them; it is never a rating."
        ),
    )
