"""Which factors weigh most, and which of them does a measure answer? The board of the SWOT as an exhibit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.drawn import Filters
from lsn_data.topics.strategy import shorthand
from lsn_data.topics.swot import words
from lsn_data.topics.swot.answer import evidence_names, sources_of, swot
from lsn_data.topics.swot.compute import ASKING, QUADRANTS, Factor, Swot, narrowed
from lsn_data.topics.swot.finding import finding
from lsn_data.topics.swot.method import links_method, order_note, weight_methods

OPEN, NO_EVIDENCE = "open", "none"
MOST_CODES = 11
_PARTS = ("panel", "about", "told", "label", "small", "weight", "look", "missing", "quiet")


def board(store: Store, say: Language, f: Filters) -> Exhibit | None:
    """The four quadrants, the heaviest factors first, each with what answers it. None without any factor.

    Filters: theme (of the factor), evidence, links ("open": only what no measure answers).
    """
    whole = swot(store)
    if not whole.factors:
        return None
    every, names = narrowed_by(whole, f), evidence_names(store, say)
    found = only_open(every) if f.get("links") == OPEN else every
    chart, ways = _chart(found, every, names, say)
    measures = [row for one in found.factors for row in one.answered_by]
    return Exhibit(
        name="swot",
        question=say("Which factors weigh most, and which of them does a measure answer?"),
        message=finding(every, whole, say),
        title=_title(found, f, names, say),
        chart=chart,
        table=_table(found, names, say),
        notes=_notes(found, whole, say),
        sources=sources_of(store, found.factors or whole.factors, measures, say),
        answered=None,
        asked=None,
        say=say,
        method=(*weight_methods(whole, say), links_method(say)),
        ways=ways,
    )


def narrowed_by(whole: Swot, f: Filters) -> Swot:
    """The factors that theme and evidence leave."""
    evidence = f.get("evidence")
    return narrowed(whole, f.get("theme"), "" if evidence == NO_EVIDENCE else evidence)


def only_open(found: Swot) -> Swot:
    """The factors without a measure; all of them where the links are not known."""
    return replace(found, factors=tuple(one for one in found.factors if not one.answered_by)) if found.known else found


def filters_told(f: Filters, names: Mapping[str, str], say: Language) -> str:
    """What the filters leave, as words behind a title; empty without any."""
    parts = [say("theme {name}", name=words.theme_name(f["theme"], say))] if f.get("theme") else []
    evidence = f.get("evidence")
    if evidence:
        none = say("without evidence")
        parts.append(none if evidence == NO_EVIDENCE else say("evidence {name}", name=names.get(evidence, evidence)))
    parts += [say("only without a measure")] if f.get("links") == OPEN else []
    return "".join(f" · {part}" for part in parts)


def _title(found: Swot, f: Filters, names: Mapping[str, str], say: Language) -> str:
    n = len(found.factors)
    order = say("by weight") if found.weighing.kind != "none" else say("in the order of the document")
    if found.known:
        said = say.plural(
            "{n} factor of the SWOT {order}, with the measures that answer it",
            "{n} factors of the SWOT {order}, with the measures that answer them",
            n, order=order,
        )  # fmt: skip
    else:
        said = say.plural("{n} factor of the SWOT {order}", "{n} factors of the SWOT {order}", n, order=order)
    return said + filters_told(f, names, say)


def _chart(
    found: Swot, every: Swot, names: Mapping[str, str], say: Language
) -> tuple[Chart, dict[tuple[int, str], Way]]:
    """A row a factor; an empty quadrant keeps a row without a factor, so that its panel stands.

    `every` holds also the factors that are not shown: the headings count them.
    """
    most = min(max((len(one.answered_by) for one in found.factors), default=0), MOST_CODES + 1)
    rows: list[tuple[Value, ...]] = []
    ways: dict[tuple[int, str], Way] = {}
    for quadrant in QUADRANTS:
        head = (words.plural_of(quadrant, say), words.about(quadrant, say), _cover(every, quadrant, say))
        for one in found.of(quadrant) or (None,):
            if one is None:
                rows.append((*head, *(None,) * (6 + 2 * most)))
                continue
            ways |= {(len(rows), key): way for key, way in _ways(one, found.known).items()}
            rows.append((*head, *_entry(one, found.known, names, say), *_codes(one, most, say)))
    keys = (*_PARTS, *(f"{part}{at}" for at in range(most) for part in ("code", "tip")))
    labels = {"label": say("Factor"), "weight": weight_label(found, say)}
    table = Table(tuple(Column(key, labels.get(key, key)) for key in keys), tuple(rows))
    return Chart("quadrants", table, {key: key for key in keys}, axis=say("Measures")), ways


def _cover(found: Swot, quadrant: str, say: Language) -> str | None:
    """`5 of 8 with a measure`; where links are not known, how many factors there are."""
    count = len(found.of(quadrant))
    if not found.known:
        return say.plural("{n} factor", "{n} factors", count)
    return say("{n} of {all} with a measure", n=found.answered(quadrant), all=count) if count else None


def _entry(one: Factor, known: bool, names: Mapping[str, str], say: Language) -> tuple[Value, ...]:
    """Text, evidence, weight, and whether an answer is missing."""
    wanted = _wanted(one, known)
    return (
        words.text_of(one, say),
        words.evidence_of(one, names) or None,
        one.votes,
        int(wanted),
        say("no measure") if wanted else None,
        say("not used") if known and not one.answered_by and not wanted else None,
    )


def _codes(one: Factor, most: int, say: Language) -> list[Value]:
    """The codes with their tooltips; beyond a few it is said how many more there are: the figures name them all."""
    told = [(words.code_of(row, say), words.measure_told(row, say)) for row in one.answered_by[:MOST_CODES]]
    more = len(one.answered_by) - len(told)
    told += [(say("{n} more", n=say.number(more)), say("All of them stand in the figures."))] if more else []
    return [value for pair in [*told, *[(None, None)] * (most - len(told))] for value in pair]


def _ways(one: Factor, known: bool) -> dict[str, Way]:
    """Each code leads to its measure; a measure that is wanted, to checking one that would answer the factor."""
    if _wanted(one, known):
        return {"missing": check_way(one)}
    return {f"code{at}": measure_way(row["measure"]) for at, row in enumerate(one.answered_by[:MOST_CODES])}


def _wanted(one: Factor, known: bool) -> bool:
    return known and not one.answered_by and one.quadrant in ASKING


def measure_way(code: str) -> Way:
    """To a measure on its page."""
    return Way("measures", (("measure", code),))


def check_way(one: Factor) -> Way:
    """To the check of a measure that would answer a factor."""
    return Way("measures", (("section", "aid"), ("addresses", one.id)))


def weight_label(found: Swot, say: Language) -> str:
    """What the votes are called."""
    return say("Points") if found.weighing.kind == "points" else say("Votes")


def _table(found: Swot, names: Mapping[str, str], say: Language) -> Table:
    """The figures behind the board: all that is known of each factor."""
    ranged = any(one.low is not None for one in found.factors)
    weighed = found.weighing.kind != "none"
    shares = (Column("share", say("Share of voters"), "share"), Column("range", say("Plausible range")))
    columns = (
        Column("quadrant", say("Quadrant")), Column("text", say("Factor"), "prose"),
        *((Column("votes", weight_label(found, say), "count"),) if weighed else ()), *(shares if ranged else ()),
        Column("evidence", say("Evidence")), Column("themes", say("Themes")),
        Column("answers", say("Measures that answer it"), "prose"),
    )  # fmt: skip
    return Table(columns, tuple(_told(one, found, names, weighed, ranged, say) for one in found.factors))


def _told(
    one: Factor, found: Swot, names: Mapping[str, str], weighed: bool, ranged: bool, say: Language
) -> tuple[Value, ...]:
    return (
        words.singular_of(one.quadrant, say),
        words.text_of(one, say),
        *((one.votes,) if weighed else ()),
        *((one.share, range_told(one, say)) if ranged else ()),
        words.evidence_of(one, names) or None,
        words.themes_named(one.themes, say) or None,
        _answers(one, found.known, say),
    )


def range_told(one: Factor, say: Language) -> str | None:
    """`31%–59%`; None where there is no range."""
    return None if one.low is None or one.high is None else f"{say.percent(one.low)}–{say.percent(one.high)}"


def _answers(one: Factor, known: bool, say: Language) -> str | None:
    """The measures line by line; dropped ones are told, since they once answered it."""
    told = [words.measure_told(row, say) for row in (*one.answered_by, *one.dropped)]
    if not known:
        return None
    return "\n".join(told if one.answered_by else [say("no measure"), *told])


def _notes(found: Swot, whole: Swot, say: Language) -> tuple[str, ...]:
    themes = {row["theme"] for one in found.factors for row in one.answered_by}
    coded = shorthand.key(themes, say)
    return tuple(
        note
        for note in (
            order_note(whole, say),
            say("Codes are measures: {key}.", key=coded) if coded else "",
            "" if found.known else say("No measure names a factor yet: what is answered is not known."),
        )
        if note
    )
