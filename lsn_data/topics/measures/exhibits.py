"""Where does the weight of the measures lie, which cell has nothing, and does each serve the strategy? As exhibits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.measures.answer import Weighed, weighed
from lsn_data.topics.measures.compute import DROPPED, Matrix, Row, off_strategy
from lsn_data.topics.measures.wording import principle_names, title_of, weight_said
from lsn_data.topics.strategy.answer import OWN, name_of, sources, strategy_rows, theme_names

ALL = "all"
FEW = 2
DETAILED = "-detailed"


def matrix(store: Store, say: Language, strategy: str = OWN) -> Exhibit:
    """Theme by principle: the weight of the strategic measures (or offerings), below it that of the detailed ones."""
    found = weighed(store, strategy)
    rows, look = _rows(found, say)
    return Exhibit(
        name="measures",
        question=say("Where does the weight of the measures lie, and which cell has nothing?"),
        message=_message(found, say),
        title=_title(found, say),
        chart=Chart("table", Table((Column("look", "look"),), tuple((one,) for one in look)), {"highlight": "look"}),
        table=Table(_columns(found, say), rows),
        notes=_notes(found, say),
        sources=_sources(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=_method(say),
        ways=_ways(found) if strategy == OWN else {},
    )


def leading(found: Weighed) -> Matrix:
    """The matrix that tells where the weight lies: of the detailed measures, where there are any."""
    return found.detailed if found.detailed.total else found.strategic


def _columns(found: Weighed, say: Language) -> tuple[Column, ...]:
    whole = all(weight.denominator == 1 for weight in found.strategic.cells.values())
    columns = [Column("theme", say("Theme"))]
    for code, name in {**principle_names(found.frame, say), ALL: say("All principles")}.items():
        columns.append(Column(code, name, "count" if whole else "number"))
        if found.detailed.total:
            columns.append(Column(code + DETAILED, say("{name}, detailed", name=name), under=code))
    return (*columns, Column("share", say("Share of the weight"), "share"))


def _rows(found: Weighed, say: Language) -> tuple[tuple[tuple[Value, ...], ...], list[str | None]]:
    """A row a theme, one with the sums, one with the shares of the principles; and the cells to look at."""
    names, first, lead = theme_names(found.frame, say, short=True), found.strategic, leading(found)
    weakest = weak_cells(lead)
    weak = weakest if lead.empty or len(weakest) <= FEW else []
    rows, look = [], []
    for theme in first.themes:
        pairs = [(first.cell(theme, one), found.detailed.cell(theme, one)) for one in first.principles]
        pairs.append((first.of_theme(theme), found.detailed.of_theme(theme)))
        rows.append((names[theme], *_cells(pairs, found, say), lead.share_of_theme(theme)))
        look.append(" ".join(one for one in first.principles if (theme, one) in weak) or None)
    sums = [(first.of_principle(one), found.detailed.of_principle(one)) for one in first.principles]
    sums.append((first.total, found.detailed.total))
    rows.append((say("All themes"), *_cells(sums, found, say), 1.0 if lead.total else None))
    rows.append((say("Share of the weight"), *_shares(found, lead, say), ""))
    return tuple(rows), [*look, None, None]


def _cells(pairs: Sequence[tuple[Fraction, Fraction]], found: Weighed, say: Language) -> list[Value]:
    """Each weight as a number; what the detailed measures weigh stands below it."""
    cells: list[Value] = []
    for above, below in pairs:
        cells.append(int(above) if above.denominator == 1 else float(above))
        if found.detailed.total:
            cells.append(say("{n} detailed", n=weight_said(below, say)) if below else say("none detailed"))
    return cells


def _shares(found: Weighed, lead: Matrix, say: Language) -> list[Value]:
    """The part of each principle, in per cent as a text: its column holds weights."""
    cells: list[Value] = []
    for one in found.strategic.principles:
        cells += [say.percent(lead.share_of_principle(one)), *([None] if found.detailed.total else [])]
    return [*cells, "", *([None] if found.detailed.total else [])]


def _ways(found: Weighed) -> dict[tuple[int, str], Way]:
    """A cell narrows the list below to its theme and principle."""
    themes, principles = found.strategic.themes, found.strategic.principles
    ways = {(at, "theme"): _to(theme, ALL) for at, theme in enumerate(themes)}
    ways |= {(at, one): _to(theme, one) for at, theme in enumerate(themes) for one in principles}
    return ways | {(len(themes), one): _to(ALL, one) for one in principles}


def _to(theme: str, principle: str) -> Way:
    return Way("", (("theme", theme), ("principle", principle), ("measure", ALL)))


def _message(found: Weighed, say: Language) -> str:
    """Where the weight lies, then the cells that have nothing."""
    lead = leading(found)
    if not lead.total:
        return say("No measure stands under a theme and a principle yet")
    where = _where(found, lead, say)
    if not found.detailed.total and not lead.empty and found.frame.kind == "measures":
        return say("{where}; every cell is filled, no detailed measure is entered yet", where=where)
    if len(lead.empty) > FEW:
        cells = len(lead.themes) * len(lead.principles)
        return say("{where}; {n} of {all} cells have nothing", where=where, n=len(lead.empty), all=cells)
    if lead.empty:
        return say("{where}; nothing stands at {cells}", where=where, cells=_named(lead.empty, found, say))
    weakest = weak_cells(lead)
    if len(weakest) > FEW:
        return say("{where}; every cell is filled", where=where)
    return say(
        "{where}, {cells} the least", where=where, cells=_named(weakest, found, say),
    )  # fmt: skip


def weak_cells(lead: Matrix) -> list[tuple[str, str]]:
    """The cells with nothing; where each has something, those with the least."""
    if lead.empty:
        return list(lead.empty)
    least = min(lead.cells.values(), default=Fraction(0))
    return [(one, other) for one in lead.themes for other in lead.principles if lead.cell(one, other) == least]


def _where(found: Weighed, lead: Matrix, say: Language) -> str:
    """The theme and the principle with the most; what several share evenly leads nowhere."""
    themes, principles = theme_names(found.frame, say, short=True), principle_names(found.frame, say)
    theme = _most({one: lead.of_theme(one) for one in lead.themes})
    principle = _most({one: lead.of_principle(one) for one in lead.principles})
    told = {
        "theme": themes.get(theme, ""), "principle": principles.get(principle, ""),
        "share": say.percent(lead.share_of_theme(theme)), "part": say.percent(lead.share_of_principle(principle)),
    }  # fmt: skip
    if theme and principle:
        return say("{theme} ({share}) and {principle} ({part}) carry most weight", **told)
    if theme:
        return say("{theme} ({share}) carries most weight, the principles carry the same", **told)
    if principle:
        return say("{principle} ({part}) carries most weight, the themes carry the same", **told)
    return say("The weight lies evenly over themes and principles")


def _most(sums: Mapping[str, Fraction]) -> str:
    """The one with the largest sum; empty where several share it.

    >>> _most({"a": Fraction(2), "b": Fraction(1)}), _most({"a": Fraction(1), "b": Fraction(1)})
    ('a', '')
    """
    most = max(sums.values(), default=Fraction(0))
    first = [one for one, value in sums.items() if value == most]
    return first[0] if len(first) == 1 else ""


def _named(cells: Sequence[tuple[str, str]], found: Weighed, say: Language) -> str:
    """`Visibility × Informing`."""
    themes, principles = theme_names(found.frame, say, short=True), principle_names(found.frame, say)
    return say.listing([f"{themes[theme]} × {principles[principle]}" for theme, principle in cells])


def _title(found: Weighed, say: Language) -> str:
    strategy = name_of(found.frame.code)
    if found.frame.kind == "offerings":
        return say("{strategy}: offerings by focus area and paradigm, weighted", strategy=strategy)
    if found.detailed.total:
        return say(
            "{strategy}: strategic measures by theme and principle, below them the detailed ones; weighted",
            strategy=strategy,
        )
    return say("{strategy}: strategic measures by theme and principle, weighted", strategy=strategy)


def _notes(found: Weighed, say: Language) -> tuple[str, ...]:
    notes = [say("A measure counts once: with two principles it counts half under each, with three a third.")]
    if found.detailed.total:
        notes.append(say("Shares are those of the detailed measures."))
    off, dropped = len(off_strategy(found.rows)), sum(row["status"] == DROPPED for row in found.rows)
    if off:
        notes.append(
            say.plural(
                "{n} measure serves no principle and stands in no cell.",
                "{n} measures serve no principle and stand in no cell.",
                off,
            )
        )
    if dropped:
        told = say.plural("{n} dropped measure is not counted.", "{n} dropped measures are not counted.", dropped)
        notes.append(told)
    return tuple(notes)


def _method(say: Language) -> tuple[Method, ...]:
    return (
        Method(
            say("Weight"),
            say(
                "Each measure has a weight of one, parted evenly among the principles that it serves. Finished measures"
                " count, dropped ones do not."
            ),
        ),
        Method(
            say("Strategic and detailed"),
            say("A measure that belongs to another one is detailed; all others are strategic."),
        ),
    )


def _sources(store: Store, found: Weighed, say: Language) -> tuple[Source, ...]:
    if found.frame.kind == "offerings":
        used = [row for row in strategy_rows(store, found.frame.code) if row["part"] in ("theme", "principle", "cell")]
        return sources(store, "strategy", used, say)
    return sources(store, "measures", [dict(row) for row in found.rows], say)


def rule(store: Store, say: Language) -> Exhibit:
    """How many principles the measures serve: one to three, or none (off strategy)."""
    found = weighed(store)
    off = off_strategy(found.rows)
    served = [len(set(row["principles"] or ())) for row in found.rows]
    table = Table(
        (
            Column("serves", say("The measure serves")),
            Column("n", say("Measures"), "count"),
            Column("which", say("Which"), "prose"),
        ),
        (
            *((_served(n, say), served.count(n), None) for n in (1, 2, 3)),
            (say("no principle: off strategy"), len(off), "\n".join(title_of(row, say) for row in off) or None),
        ),
    )
    look = Table((Column("look", "look"),), ((None,), (None,), (None,), ("which" if off else None,)))
    return Exhibit(
        name="measures-rule",
        question=say("Does every measure serve one to three guiding principles?"),
        message=_rule_message(found.rows, off, say),
        title=say("{strategy}: measures by the number of principles that they serve", strategy=name_of(OWN)),
        chart=Chart("table", look, {"highlight": "look"}),
        table=table,
        notes=(say("The 1/3 rule: whoever serves no principle is off strategy, however good the idea."),),
        sources=_sources(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=(
            Method(
                say("The 1/3 rule"),
                say("Every measure serves at least one and at most three of the guiding principles."),
                "LSN 2030 (2025)",
            ),
        ),
    )


def _served(n: int, say: Language) -> str:
    return say.plural("{n} principle", "{n} principles", n)


def _rule_message(rows: Sequence[Row], off: Sequence[Row], say: Language) -> str:
    if not off:
        return say.plural(
            "The one measure serves one to three principles",
            "All {n} measures serve one to three principles",
            len(rows),
        )
    if len(off) <= FEW:
        named = say.listing([say("“{title}”", title=title_of(row, say)) for row in off])
        return say(
            "{n} of {all} measures serve one to three principles; off strategy: {named}",
            n=len(rows) - len(off), all=len(rows), named=named,
        )  # fmt: skip
    return say(
        "{n} of {all} measures serve one to three principles; {off} serve none and are off strategy",
        n=len(rows) - len(off), all=len(rows), off=len(off),
    )  # fmt: skip
