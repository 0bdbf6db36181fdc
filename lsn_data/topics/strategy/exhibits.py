"""Which themes, principles and measures does a strategy have, and how is success told? The answers as exhibits."""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Source, Table
from lsn_data.language import Language
from lsn_data.sheets.choices import LEVELS
from lsn_data.store import Store
from lsn_data.topics.registers.values import newest, newest_row
from lsn_data.topics.strategy.answer import (
    OWN,
    frame_of,
    measures_of,
    name_of,
    rows,
    sources,
    strategy_rows,
    theme_names,
)
from lsn_data.topics.strategy.citation import cited, headings
from lsn_data.topics.strategy.compute import Frame, Row, of_part, pair


def at_a_glance(store: Store, say: Language, strategy: str) -> Exhibit:
    """One row a theme: its goal, and how many measures or offerings stand in each cell. Raises Refused."""
    found = frame_of(store, strategy)
    names, success_of = theme_names(found, say), _success_counts(store, found)
    table = Table(
        (
            Column("theme", say("Theme")),
            Column("goal", say("Goal"), "prose"),
            *(Column(row["code"], say.both(pair(row, "name")), "count") for row in found.principles),
            Column("all", _what(found, say), "count"),
            Column("success", say("Measures of success"), "count"),
        ),
        tuple(
            (
                names[theme["code"]],
                say.both(pair(theme, "text")),
                *counts,
                len(found.under(theme["code"])),
                success_of.get(theme["code"], 0),
            )
            for theme, counts in zip(found.themes, found.counts, strict=True)
        ),
    )
    return _exhibit(
        "strategy-at-a-glance",
        say("What does the strategy consist of?"),
        _frame_message(found, say),
        say("{strategy}: goal of each theme, number by guiding principle", strategy=name_of(strategy)),
        table,
        _frame_sources(store, found, say),
        say,
        notes=(*_shared_note(found, say), headings([row["source"] for row in found.themes], say)),
        look=[
            " ".join(row["code"] for row, count in zip(found.principles, counts, strict=True) if not count)
            for counts in found.counts
        ],
    )  # fmt: skip


def matrix(store: Store, say: Language, strategy: str) -> Exhibit:
    """Theme by principle with the names of what stands in each cell. Raises Refused."""
    found = frame_of(store, strategy)
    names = theme_names(found, say)
    table = Table(
        (
            Column("theme", say("Theme")),
            *(Column(row["code"], say.both(pair(row, "name")), "prose") for row in found.principles),
        ),
        tuple(
            (
                names[theme["code"]],
                *(_named(found, theme["code"], principle["code"], say) for principle in found.principles),
            )
            for theme in found.themes
        ),
    )
    return _exhibit(
        "strategy-matrix",
        say("What stands under each theme and principle?"),
        _matrix_message(found, names, say),
        _matrix_title(found, say),
        table,
        _frame_sources(store, found, say),
        say,
        notes=(*_shared_note(found, say), headings([one.source for one in found.offerings], say)),
    )


def success(store: Store, say: Language, strategy: str) -> Exhibit | None:
    """By what success is told: our KPIs by level, or statements; None without any. Raises Refused."""
    found = frame_of(store, strategy)
    statements = of_part(strategy_rows(store, strategy), "success")
    if statements:
        return _statements(store, found, statements, say)
    return _kpis(store, found, say) if strategy == OWN else None


def actions(store: Store, say: Language, strategy: str) -> Exhibit | None:
    """The actions of each theme; None where a strategy's actions belong to no theme. Raises Refused."""
    found = frame_of(store, strategy)
    used = [row for row in of_part(strategy_rows(store, strategy), "action") if row["theme"]]
    if not used:
        return None
    return _texts(
        store, "strategy-actions", say("What is to be done?"),
        say.plural(
            "{n} action leads there, {spread} in each focus area",
            "{n} actions lead there, {spread} in each focus area",
            len(used), spread=_spread(used, found, say),
        ),
        say("{strategy}: actions by focus area", strategy=name_of(strategy)),
        (say("Action"), say("What is done")), found, used, say,
    )  # fmt: skip


def _statements(store: Store, found: Frame, used: Sequence[Row], say: Language) -> Exhibit:
    return _texts(
        store, "strategy-success", say("How is success told?"),
        say.plural(
            "{n} statement tells success, {spread} in each focus area",
            "{n} statements tell success, {spread} in each focus area",
            len(used), spread=_spread(used, found, say),
        ),
        say("{strategy}: measures of success by focus area", strategy=name_of(found.code)),
        (say("Measure of success"), say("What it says")), found, used, say,
    )  # fmt: skip


def _kpis(store: Store, found: Frame, say: Language) -> Exhibit:
    names, levels = theme_names(found, say), {choice.code: say.both(choice.label) for choice in LEVELS}
    by_kpi: dict[str, list[Row]] = {}
    for row in rows(store, "kpi"):
        if row["theme"] in names:
            by_kpi.setdefault(row["kpi"], []).append(row)
    order = {theme: at for at, theme in enumerate(names)}
    kpis = sorted(by_kpi.values(), key=lambda one: order[one[0]["theme"]])
    shown = [newest(one, say) for one in kpis]
    table = Table(
        (
            Column("theme", say("Theme")),
            Column("name", say("Measure of success"), "prose"),
            Column("level", say("Level")),
            Column("newest", say("Newest value")),
            Column("source", say("Place in the document"), "prose", under="name"),
        ),
        tuple(
            (
                names[one[0]["theme"]],
                say.both(pair(one[0], "name")),
                levels.get(one[0]["level"], one[0]["level"]),
                value or say("no values yet"),
                cited(one[0]["source"], say),
            )
            for one, value in zip(kpis, shown, strict=True)
        ),
    )
    return _exhibit(
        "strategy-success",
        say("How is success told?"),
        _kpi_message([one[0]["level"] for one in kpis], sum(value is not None for value in shown), say),
        say("{strategy}: KPIs by theme and level", strategy=name_of(found.code)),
        table,
        sources(store, "kpi", [row for one in kpis for row in (one[0], newest_row(one)) if row], say),
        say,
        notes=(
            say("Outcome: a result that benefits the target group. Impact: a long-term effect, hard to attribute."),
            headings([one[0]["source"] for one in kpis], say),
        ),
    )  # fmt: skip


def _texts(
    store: Store, name: str, question: str, message: str, title: str, heads: tuple[str, str], found: Frame,
    used: Sequence[Row], say: Language,
) -> Exhibit:  # fmt: skip
    """Rows of a theme with a name and a sentence each."""
    names = theme_names(found, say)
    table = Table(
        (
            Column("theme", say("Theme")),
            Column("name", heads[0], "prose"),
            Column("text", heads[1], "prose"),
            Column("source", say("Place in the document"), "prose", under="text"),
        ),
        tuple(
            (
                names.get(row["theme"], ""),
                say.both(pair(row, "name")),
                say.both(pair(row, "text")),
                cited(row["source"], say),
            )
            for row in used
        ),
    )
    notes = (headings([row["source"] for row in used], say),)
    return _exhibit(name, question, message, title, table, sources(store, "strategy", used, say), say, notes)


def _exhibit(
    name: str, question: str, message: str, title: str, table: Table, found: Sequence[Source], say: Language,
    notes: tuple[str, ...] = (), look: Sequence[str] = (),
) -> Exhibit:  # fmt: skip
    """A table as an exhibit; `look` holds row by row the keys of the cells to look at."""
    chart = Chart("table", table)
    if any(look):
        drawn = Table((Column("look", "look"),), tuple((keys or None,) for keys in look))
        chart = Chart("table", drawn, {"highlight": "look"})
    told = tuple(note for note in notes if note)
    return Exhibit(name, question, message, title, chart, table, told, tuple(found), None, None, say)


def _named(found: Frame, theme: str, principle: str, say: Language) -> str:
    """The names in a cell, numbered where there are several; a dash where there is none."""
    names = [say.both(one.name) for one in found.cell(theme, principle)]
    if len(names) < 2:
        return "".join(names) or "–"
    return "\n".join(f"{at}. {name}" for at, name in enumerate(names, start=1))


def _what(found: Frame, say: Language) -> str:
    return say("Measures") if found.kind == "measures" else say("Offerings")


def _matrix_title(found: Frame, say: Language) -> str:
    if found.kind == "measures":
        return say("{strategy}: strategic measures by theme and guiding principle", strategy=name_of(found.code))
    return say("{strategy}: offerings by focus area and paradigm", strategy=name_of(found.code))


def _frame_message(found: Frame, say: Language) -> str:
    """Themes, principles, what fills the cells, and whether any cell is empty."""
    themes, principles, n = len(found.themes), len(found.principles), len(found.offerings)
    parts = (
        (
            say.plural("{n} theme", "{n} themes", themes),
            say.plural("{n} principle", "{n} principles", principles),
            say.plural("{n} measure", "{n} measures", n),
        )
        if found.kind == "measures"
        else (
            say.plural("{n} focus area", "{n} focus areas", themes),
            say.plural("{n} paradigm", "{n} paradigms", principles),
            say.plural("{n} offering", "{n} offerings", n),
        )
    )
    said = ", ".join(parts)
    if not found.cells:
        return say("{what}: there is no matrix without themes and principles", what=said)
    if not found.empty:
        return say("{what}: every cell of the matrix is filled", what=said)
    return say.plural("{what}: {n} cell is empty", "{what}: {n} cells are empty", found.empty, what=said)


def _matrix_message(found: Frame, names: dict[str, str], say: Language) -> str:
    counts = [count for row in found.counts for count in row]
    least, most = min(counts, default=0), max(counts, default=0)
    if (least, most) == (1, 1):
        return say("Every cell holds one offering of its own")
    fullest = max(names, key=lambda theme: len(found.under(theme)), default="")
    if not most:
        return say("The matrix is empty")
    return say(
        "Each cell holds {least} to {most} measures; “{theme}” has the most, {n}",
        least=least, most=most, theme=names[fullest], n=len(found.under(fullest)),
    )  # fmt: skip


def _kpi_message(levels: Sequence[str | None], told: int, say: Language) -> str:
    counted = say(
        "{n} KPIs tell success, {outcome} by outcome and {impact} by impact",
        n=len(levels), outcome=levels.count("outcome"), impact=levels.count("impact"),
    )  # fmt: skip
    if not told:
        return say("{what}; none has a value yet", what=counted)
    return say.plural("{what}; {n} has values", "{what}; {n} have values", told, what=counted)


def _spread(used: Sequence[Row], found: Frame, say: Language) -> str:
    """`2 to 3`, or `3`: how many there are of each theme."""
    counts = [sum(row["theme"] == theme["code"] for row in used) for theme in found.themes]
    least, most = min(counts, default=0), max(counts, default=0)
    return say.number(most) if least == most else say("{least} to {most}", least=least, most=most)


def _success_counts(store: Store, found: Frame) -> dict[str, int]:
    """How many measures of success each theme has."""
    statements = of_part(strategy_rows(store, found.code), "success")
    if statements:
        return {row["code"]: sum(one["theme"] == row["code"] for one in statements) for row in found.themes}
    kpis = {(row["theme"], row["kpi"]) for row in rows(store, "kpi")} if found.code == OWN else set()
    return {row["code"]: sum(theme == row["code"] for theme, _ in kpis) for row in found.themes}


def _shared_note(found: Frame, say: Language) -> tuple[str, ...]:
    """Measures that serve several principles stand in several cells: said only where there are any."""
    several = sum(len(one.principles) > 1 for one in found.offerings)
    told = say.plural(
        "{n} of them serves several principles and stands in several cells.",
        "{n} of them serve several principles and stand in several cells.",
        several,
    )
    return (told,) if several else ()


def _frame_sources(store: Store, found: Frame, say: Language) -> tuple[Source, ...]:
    used = [row for row in strategy_rows(store, found.code) if row["part"] in ("theme", "principle", "cell")]
    shown = {one.code for one in found.offerings}
    measures = [row for row in measures_of(store, found.code) if row["measure"] in shown]
    return sources(store, "strategy", used, say) + sources(store, "measures", measures, say)
