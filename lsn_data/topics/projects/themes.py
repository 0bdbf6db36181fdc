"""How many projects does each theme of the strategy have, and where do they stand?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value, Way
from lsn_data.language import Language
from lsn_data.sheets.choices import THEMES
from lsn_data.store import Store
from lsn_data.topics.projects import words
from lsn_data.topics.projects.answer import NONE, Portfolio, chosen, known, themes_of
from lsn_data.topics.projects.exhibits import sources_of

# As segments of a bar: their order, with nought for an outlined box (a plan is an outline).
ORDER = {"running": 1, "ended": 5, "unknown": 6, "planned": 0}
SCALE = 7


def by_theme(store: Store, say: Language, filters: Mapping[str, str], today: dt.date | None = None) -> Exhibit | None:
    """One bar a theme: running, ended, planned. A project counts at each of its themes; None without any project."""
    found = chosen(known(store, today), {**filters, "theme": "all"})
    if not found.projects:
        return None
    counts = _counts(found)
    shown = [state for state in ORDER if any(count[state] for count in counts.values())]
    return Exhibit(
        name="projects-by-theme",
        question=say("How many projects does each theme have?"),
        message=_message(counts, say),
        title=_title(filters, found, say),
        chart=_chart(counts, shown, say),
        table=_table(counts, shown, say),
        notes=(say("A project counts at each of its themes."), *_many(found, say)),
        sources=sources_of(store, found, say, funding=False),
        answered=None,
        asked=None,
        say=say,
        method=(_method(say),),
        ways=_ways(counts, shown),
    )


def _counts(found: Portfolio) -> dict[str, dict[str, int]]:
    """All our themes, those with the most running projects first; other themes and "none" at the end, if there are."""
    told = themes_of(found)
    ours = [choice.code for choice in THEMES]
    none = dict.fromkeys(ORDER, 0)
    ordered = sorted(ours, key=lambda code: _rank(told.get(code, none)), reverse=True)
    others = sorted(code for code in told if code not in ours and code != NONE)
    return {code: told.get(code, none) for code in (*ordered, *others, *([NONE] if NONE in told else []))}


def _rank(count: Mapping[str, int]) -> tuple[int, int, int]:
    return count["running"], count["planned"], sum(count.values())


def _chart(counts: Mapping[str, Mapping[str, int]], shown: Sequence[str], say: Language) -> Chart:
    columns = (
        Column("theme", say("Theme")), Column("state", say("Status")), Column("count", say("Projects"), "count"),
        Column("order", "order", "place"), Column("all", say("In all"), "count"),
    )  # fmt: skip
    rows = tuple(
        (words.theme(theme, say), words.state(state, say), count[state], ORDER[state], sum(count.values()))
        for theme, count in counts.items()
        for state in shown
    )
    parts = {"label": "theme", "part": "state", "count": "count", "order": "order", "beside0": "all"}
    return Chart("distribution", Table(columns, rows), parts, scale=SCALE, axis=say("Projects by status"))


def _table(counts: Mapping[str, Mapping[str, int]], shown: Sequence[str], say: Language) -> Table:
    columns = (
        Column("theme", say("Theme")), *(Column(state, words.state(state, say), "count") for state in shown),
        Column("all", say("In all"), "count"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (words.theme(theme, say), *(count[state] for state in shown), sum(count.values()))
        for theme, count in counts.items()
    ]
    return Table(columns, tuple(rows))


def _ways(counts: Mapping[str, Mapping[str, int]], shown: Sequence[str]) -> dict[tuple[int, str], Way]:
    """A bar and a name lead to the projects of the theme."""
    ours = {choice.code for choice in THEMES}
    ways: dict[tuple[int, str], Way] = {}
    for at, theme in enumerate(counts):
        if theme in ours:
            way = Way("", (("theme", theme),))
            ways[at, "theme"] = way
            ways |= {(at * len(shown) + position, ""): way for position in range(len(shown))}
    return ways


def _message(counts: Mapping[str, Mapping[str, int]], say: Language) -> str:
    """Which theme has most running projects, and which have none."""
    ours = [code for code in counts if code in {choice.code for choice in THEMES}]
    bare = [words.theme(code, say) for code in ours if not sum(counts[code].values())]
    finding = _most(counts, ours, say)
    return say("{finding}; none at all for {themes}", finding=finding, themes=say.listing(bare)) if bare else finding


def _most(counts: Mapping[str, Mapping[str, int]], ours: Sequence[str], say: Language) -> str:
    most = max(counts[code]["running"] for code in ours)
    if not most:
        return say("No theme has a running project")
    first = [words.theme(code, say) for code in ours if counts[code]["running"] == most]
    if len(first) == 1:
        return say("Most projects run for {theme}: {n}", theme=first[0], n=most)
    return say.plural(
        "{n} running project each: {themes}", "{n} running projects each: {themes}", most, themes=say.listing(first)
    )


def _title(filters: Mapping[str, str], found: Portfolio, say: Language) -> str:
    n = len(found.projects)
    said = say.plural("{n} project by theme and status", "{n} projects by theme and status", n)
    narrowed = words.scope({key: value for key, value in filters.items() if key != "theme"}, say)
    return ", ".join(one for one in (said, narrowed, words.as_of(found.today, say)) if one)


def _many(found: Portfolio, say: Language) -> tuple[str, ...]:
    """How many count more than once."""
    many = sum(len(set(one.row["themes"])) > 1 for one in found.projects)
    if not many:
        return ()
    return (say.plural("{n} project has several themes.", "{n} projects have several themes.", many),)


def _method(say: Language) -> Method:
    return Method(
        say("Projects by theme"),
        say(
            "A project is counted once at each theme that the register names for it, so the counts of all themes add "
            "up to more than there are projects."
        ),
    )
