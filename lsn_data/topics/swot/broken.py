"""Where is the chain broken: what does no measure answer, and which measures answer nothing?"""

from __future__ import annotations

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.drawn import Filters
from lsn_data.topics.swot import words
from lsn_data.topics.swot.answer import evidence_names, sources_of, swot
from lsn_data.topics.swot.compute import ASKING, Factor, Row, Swot
from lsn_data.topics.swot.exhibits import check_way, filters_told, measure_way, narrowed_by, weight_label
from lsn_data.topics.swot.method import links_method, order_note

Line = tuple[tuple[Value, ...], Way]


def broken_links(store: Store, say: Language, f: Filters) -> Exhibit | None:
    """Risks, weaknesses, opportunities without a measure, then measures that answer nothing; the heaviest first.

    None where nothing is broken, and where no measure names a factor yet: links are then not known. Filters: theme and
    evidence of the factor; a measure stands under its own theme.
    """
    whole = swot(store)
    if not whole.known:
        return None
    found, idle, unknown = _narrowed(whole, f)
    lines = [
        *(_factor(one, whole, say) for one in found.broken),
        *(_unknown(row, name, whole, say) for row, name in unknown),
        *(_idle(row, whole, say) for row in idle),
    ]
    if not lines:
        return None
    table = Table(_columns(whole, say), tuple(cells for cells, _ in lines))
    at = table.at("next")
    kinds = tuple((row[1],) for row in table.rows)
    return Exhibit(
        name="swot-broken",
        question=say("Which risks and weaknesses does nobody work on, and which measures answer nothing?"),
        message=_message(found, idle, unknown, say),
        title=say("Broken links between SWOT and measures, the heaviest first")
        + filters_told(f, evidence_names(store, say), say),
        chart=Chart("table", Table((Column("group", "group"),), kinds), {"group": "group"}),
        table=table,
        notes=(order_note(whole, say),),
        sources=sources_of(store, found.broken, [*idle, *(row for row, _ in unknown)] or whole.measures, say),
        answered=None,
        asked=None,
        say=say,
        method=(links_method(say), _idle_method(say)),
        ways={(row, table.columns[at].key): way for row, (_, way) in enumerate(lines)},
    )


def _narrowed(whole: Swot, f: Filters) -> tuple[Swot, tuple[Row, ...], tuple[tuple[Row, str], ...]]:
    """Factors as on the board; measures have a theme, but no evidence."""
    theme = f.get("theme")
    idle = tuple(row for row in whole.idle if theme in (None, row["theme"]))
    unknown = tuple(pair for pair in whole.unknown if theme in (None, pair[0]["theme"]))
    return narrowed_by(whole, f), () if f.get("evidence") else idle, () if f.get("evidence") else unknown


def _columns(whole: Swot, say: Language) -> tuple[Column, ...]:
    votes = (Column("votes", weight_label(whole, say), "count"),) if whole.weighing.kind != "none" else ()
    return (
        Column("what", say("What it is about"), "prose"),
        Column("kind", say("Kind")),
        *votes,
        Column("why", say("What is broken")),
        Column("which", say("Dropped measure"), "prose", under="why"),
        Column("themes", say("Theme")),
        Column("next", say("What to do")),
    )


def _line(
    whole: Swot, kind: str, what: str, votes: Value, why: tuple[str, str | None], themes: str, then: str
) -> tuple[Value, ...]:
    return (what, kind, *((votes,) if whole.weighing.kind != "none" else ()), *why, themes, then)


def _factor(one: Factor, whole: Swot, say: Language) -> Line:
    """What is broken, and the dropped measures that would have answered it."""
    dropped = say.listing([words.title_of(row, say) for row in one.dropped])
    why = say("measure dropped") if dropped else _nothing(one.quadrant, say)
    kind, text = words.singular_of(one.quadrant, say), words.text_of(one, say)
    themes = words.themes_named(one.themes, say) or words.theme_name(None, say)
    return _line(whole, kind, text, one.votes, (why, dropped or None), themes, say("Check a measure")), check_way(one)


def _nothing(quadrant: str, say: Language) -> str:
    return say("not used") if quadrant == "opportunity" else say("no measure")


def _unknown(row: Row, name: str, whole: Swot, say: Language) -> Line:
    why = say("unknown: {factor}", factor=name)
    return _measure_line(row, why, say("Correct the name"), whole, say)


def _idle(row: Row, whole: Swot, say: Language) -> Line:
    return _measure_line(row, say("no factor"), say("Look at the measure"), whole, say)


def _measure_line(row: Row, why: str, then: str, whole: Swot, say: Language) -> Line:
    title, theme = words.title_of(row, say), words.theme_name(row["theme"], say)
    return _line(whole, say("Measure"), title, None, (why, None), theme, then), measure_way(row["measure"])


def _message(found: Swot, idle: tuple[Row, ...], unknown: tuple[tuple[Row, str], ...], say: Language) -> str:
    """How many of each kind, as a sentence."""
    by_quadrant = [(quadrant, sum(one.quadrant == quadrant for one in found.broken)) for quadrant in ASKING]
    counts = [words.counted(quadrant, n, say) for quadrant, n in by_quadrant if n]
    parts = []
    if counts:
        what = say.listing(counts)
        parts.append(say.plural("{what} has no measure", "{what} have no measure", len(found.broken), what=what))
    if idle:
        parts.append(say.plural("{n} measure answers nothing", "{n} measures answer nothing", len(idle)))
    if unknown:
        n = len(unknown)
        parts.append(say.plural("{n} link names no known factor", "{n} links name no known factor", n))
    return "; ".join(parts)


def _idle_method(say: Language) -> Method:
    return Method(
        say("Answers nothing"),
        say(
            "Neither the measure nor one beneath or above it names a factor of the SWOT. Dropped measures are left out."
        ),
    )
