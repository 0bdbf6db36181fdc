"""What is done for what these members want most? One row an item in their order, with what serves it."""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Import, Store
from lsn_data.topics.kpis.answer import Kpi, kpis, rating_word
from lsn_data.topics.kpis.names import short
from lsn_data.topics.overview.answer import lead_of
from lsn_data.topics.overview.balance_answer import Balanced, balanced
from lsn_data.topics.overview.balance_exhibit import counted_said
from lsn_data.topics.priorities.answer import Where, item_labels, view_answer, view_label
from lsn_data.topics.priorities.compute import Answer
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.priorities.wording import inside
from lsn_data.topics.strategy.answer import OWN, measures_of, sources

PLACE = {"place": "place", "low": "low", "high": "high"}


def wanted_and_done(store: Store, wave: Import, say: Language, where: Where | None = None) -> Exhibit:
    """The items in the order of a view, and the measures, projects and lead KPI of their themes. Raises NotShown.

    Beside real answers stand real registers, beside invented ones invented registers, whichever the page shows.
    """
    store = store.showing(wave.origin == "demo")
    found, done = view_answer(store, wave, where or {}), balanced(store, wave.wave)
    theme_of = {row["item"]: row["theme"] for row in store.ask("items", **{"import": wave.import_id})}
    themes = [theme_of[one.item] for one in found.items]
    labels = item_labels(store, wave, say, short=True)
    known = kpis(store)
    leads = {theme: lead_of([one for one in known if one.theme == theme]) for theme in done.measures}
    return Exhibit(
        name="wanted-and-done",
        question=say("What is done for what these members want most?"),
        message=_message(found, themes, done, labels, say),
        title=say(
            "Measures and projects that run or are planned, in the order of the members · {wave} · {who}",
            wave=wave.wave, who=view_label(where or {}, say),
        ),
        chart=_chart(found),
        table=Table(
            _columns(found, say),
            tuple(
                (labels[one.item], one.place, f"{one.place_low}–{one.place_high}", *_served(theme, done, leads, say))
                for one, theme in zip(found.items, themes, strict=True)
            ),
        ),
        notes=(counted_said(done, say),),
        sources=_sources(store, wave, done, say),
        answered=found.ranked,
        asked=found.asked,
        say=say,
        method=(
            Method(
                say("What is counted"),
                say(
                    "Measures and projects of the theme that run or are planned; a project counts at each of its"
                    " themes. They serve all members: none of them is meant for these alone."
                ),
            ),
        ),
        ways=_ways(themes, leads),
    )  # fmt: skip


def _columns(found: Answer, say: Language) -> tuple[Column, ...]:
    return (
        Column("theme", say("Theme")),
        Column("place", say("Place among these members, 1 to {n}", n=len(found.items)), "place"),
        Column("range", say("Plausible places"), under="place"),
        Column("measures", say("Measures"), "count"),
        Column("projects", say("Projects"), "count"),
        Column("kpi", say("Lead KPI"), "prose"),
        Column("rating", say("Path to the target"), under="kpi"),
    )


def _served(theme: str | None, done: Balanced, leads: dict[str, Kpi | None], say: Language) -> tuple[Value, ...]:
    if theme is None:
        return None, None, say("asked, but no theme of the strategy"), None
    lead = leads.get(theme)
    name = short(lead, say) if lead else say("no KPI")
    rating = rating_word(lead.rating, say) if lead and lead.newest else say("no values yet") if lead else None
    return done.measures.get(theme, 0), len(done.projects.get(theme, ())), name, rating


def _message(found: Answer, themes: Sequence[str | None], done: Balanced, labels: dict[str, str], say: Language) -> str:
    """What serves the first item; where several could be first, it is named as one of them."""
    first, theme = found.items[0].item, themes[0]
    if theme is None:
        return say("{theme} comes first here, but is no theme of the strategy", theme=labels[first])
    measures, projects = done.measures.get(theme, 0), len(done.projects.get(theme, ()))
    name = inside(first, labels, say)
    if not measures and not projects:
        return say("Nothing runs or is planned for {theme} yet", theme=name)
    return say(
        "For {theme}: {measures} and {projects} run or are planned", theme=name,
        measures=say.plural("{n} measure", "{n} measures", measures),
        projects=say.plural("{n} project", "{n} projects", projects),
    )  # fmt: skip


def _chart(found: Answer) -> Chart:
    """The places with their ranges, drawn in the column of places."""
    columns = tuple(Column(name, name, "place") for name in PLACE)
    rows = tuple((one.place, one.place_low, one.place_high) for one in found.items)
    return Chart("table", Table(columns, rows), PLACE, scale=len(found.items))


def _ways(themes: Sequence[str | None], leads: dict[str, Kpi | None]) -> dict[tuple[int, str], Way]:
    ways: dict[tuple[int, str], Way] = {}
    for at, theme in enumerate(themes):
        if theme is None:
            continue
        ways[at, "measures"] = Way("measures", (("theme", theme),))
        ways[at, "projects"] = Way("projects", (("theme", theme),))
        lead = leads.get(theme)
        if lead:
            ways[at, "kpi"] = Way("kpis", (("kpi", lead.code),))
    return ways


def _sources(store: Store, wave: Import, done: Balanced, say: Language) -> tuple[Source, ...]:
    projects = [one.row for found in done.projects.values() for one in found]
    registers = [
        *sources(store, "measures", measures_of(store, OWN), say),
        *sources(store, "projects", projects, say),
    ]
    return (survey_source(wave, say), *registers)
