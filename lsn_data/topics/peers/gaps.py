"""What does one strategy name that another lacks? Part by part, counted in the rows of each strategy.

Structure only: a part that a strategy does not name may still be lived. Meanings are not compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.drawn import Filters
from lsn_data.topics.peers.compute import only_and_both
from lsn_data.topics.strategy.answer import (
    OWN,
    frame_of,
    measures_of,
    name_of,
    rows,
    sources,
    strategies,
    strategy_rows,
)
from lsn_data.topics.strategy.compute import Frame, Row, of_part

VISION, REVIEW, GUIDE_MARK = "vision", ("rule", "review"), "mark-"


@dataclass(frozen=True)
class Known:
    """All that the registers hold of one strategy."""

    frame: Frame
    rows: tuple[Row, ...]
    measures: tuple[Row, ...]
    kpis: tuple[Row, ...]

    def part(self, *parts: str) -> tuple[Row, ...]:
        """Its rows of some parts."""
        return of_part(self.rows, *parts)


@dataclass(frozen=True)
class Part:
    """A part that a strategy may have: its name, where the page of the strategy shows it, and how it is counted.

    `spread`: how many of it stand under each theme is told too; `of`: out of how many.
    """

    label: str
    shown_in: str
    rows: Callable[[Known], Iterable[Row]]
    spread: bool = False
    of: Callable[[Known], int] | None = None


def gaps(store: Store, say: Language, filters: Filters) -> Exhibit | None:
    """One row a part, one column a strategy, a dash where it does not name it; None with fewer than two strategies."""
    codes = strategies(store)
    if len(codes) < 2:
        return None
    known = [_known(store, code) for code in codes]
    parts = _parts(say)
    counts = [[len(list(part.rows(one))) for one in known] for part in parts]
    order = only_and_both(counts)
    keys = [f"strategy{at}" for at in range(len(known))]
    table = Table(
        (
            Column("part", say("Part of a strategy")),
            *(Column(key, name_of(code)) for key, code in zip(keys, codes, strict=True)),
        ),
        tuple((parts[at].label, *(_told(parts[at], one, say) for one in known)) for at in order),
    )  # fmt: skip
    look = tuple(
        (" ".join(key for key, n in zip(keys, counts[at], strict=True) if not n) or None, _who(counts[at]))
        for at in order
    )
    return Exhibit(
        "peers-gaps",
        say("What does one strategy have that the other lacks?"),
        _message(codes, counts, say),
        say("Parts of the strategies of {names}, number of each", names=say.listing([name_of(code) for code in codes])),
        Chart(
            "table",
            Table((Column("look", "look"), Column("who", "who")), look),
            {"highlight": "look", "group": "who"},
        ),
        table,
        _notes(codes, say),
        _sources(store, known, say),
        None,
        None,
        say,
        method=(_method(say),),
        ways={
            (row, key): Way("strategy", (("cluster", code), ("part", parts[at].shown_in)))
            for row, at in enumerate(order)
            for key, code, n in zip(keys, codes, counts[at], strict=True)
            if n
        },
    )


def _known(store: Store, code: str) -> Known:
    """The register of KPIs holds ours alone."""
    kpis = {row["kpi"]: row for row in rows(store, "kpi")} if code == OWN else {}
    targets = {row["kpi"] for row in rows(store, "kpi") if row["target"] is not None} if code == OWN else set()
    return Known(
        frame_of(store, code),
        tuple(strategy_rows(store, code)),
        tuple(measures_of(store, code)),
        tuple({**row, "has_target": name in targets} for name, row in kpis.items()),
    )


def _parts(say: Language) -> tuple[Part, ...]:
    """Every part that is looked for, in the order of the strategy's own chapters."""
    return (
        Part(say("Vision"), "identity", lambda one: [r for r in one.part("mission") if r["code"] == VISION]),
        Part(say("Mission"), "identity", lambda one: [r for r in one.part("mission") if r["code"] != VISION]),
        Part(say("Values"), "identity", lambda one: [r for r in one.part("value") if not _is_mark(r)]),
        Part(say("Guide marks from outside"), "identity", lambda one: [r for r in one.part("value") if _is_mark(r)]),
        Part(
            say("Goals of the themes"), "themes",
            lambda one: [r for r in one.frame.themes if r["text_en"] or r["text_de"]],
            of=lambda one: len(one.frame.themes),
        ),
        Part(
            say("Cells of the matrix filled"), "themes",
            lambda one: [{} for row in one.frame.counts for n in row if n], of=lambda one: one.frame.cells,
        ),
        Part(say("Offerings named in the cells"), "themes", lambda one: one.part("cell"), spread=True),
        Part(
            say("Strategic measures"), "themes", lambda one: [r for r in one.measures if not r["parent"]], spread=True
        ),
        Part(say("Detailed measures"), "themes", lambda one: [r for r in one.measures if r["parent"]], spread=True),
        Part(
            say("Focus actions of the themes"), "success", lambda one: [r for r in one.part("action") if r["theme"]],
            spread=True,
        ),
        Part(
            say("Actions of the whole cluster"), "identity",
            lambda one: [r for r in one.part("action") if not r["theme"]],
        ),
        Part(say("Success statements"), "success", lambda one: one.part("success"), spread=True),
        Part(say("KPIs with outcome and impact"), "success", lambda one: one.kpis, spread=True),
        Part(
            say("Targets for KPIs"), "success", lambda one: [r for r in one.kpis if r["has_target"]],
            of=lambda one: len(one.kpis),
        ),
        Part(say("Focus fields"), "identity", lambda one: one.part("field")),
        Part(say("Focus regions and sites"), "identity", lambda one: one.part("region")),
        Part(say("Formats"), "identity", lambda one: one.part("format")),
        Part(say("Cases"), "identity", lambda one: one.part("case")),
        Part(say("Steps of the process"), "process", lambda one: one.part("process")),
        Part(say("Rules for measures"), "process", lambda one: [r for r in one.part("rule") if _key(r) != REVIEW]),
        Part(say("Rhythm of review"), "process", lambda one: [r for r in one.part("rule") if _key(r) == REVIEW]),
        Part(say("Developments in the sectors"), "context", lambda one: one.part("context")),
    )  # fmt: skip


def _key(row: Row) -> tuple[str, str]:
    return (row["part"], row["code"])


def _is_mark(row: Row) -> bool:
    return bool(row["code"].startswith(GUIDE_MARK))


def _told(part: Part, one: Known, say: Language) -> Value:
    """`6`, `15 of 18` or `11 (2 to 3 a theme)`; a dash where the strategy does not name it."""
    found = list(part.rows(one))
    if not found:
        return "–"
    if part.of:
        return say("{n} of {all}", n=len(found), all=part.of(one))
    if not part.spread:
        return say.number(len(found))
    by_theme = Counter(row["theme"] for row in found)
    counts = [by_theme[theme["code"]] for theme in one.frame.themes] or [0]
    least, most = min(counts), max(counts)
    each = say.number(most) if least == most else say("{least} to {most}", least=least, most=most)
    return say("{n} ({each} a theme)", n=len(found), each=each)


def _who(counts: list[int]) -> str:
    """Who names a part: what groups the rows."""
    return " ".join(str(at) for at, n in enumerate(counts) if n)


def _message(codes: tuple[str, ...], counts: list[list[int]], say: Language) -> str:
    """How many parts each lacks that another one names."""
    lacks = [sum(not row[at] and any(row) for row in counts) for at in range(len(codes))]
    if not any(lacks):
        return say("All strategies name the same parts")
    (first, fewer), *rest = [(name_of(code), n) for code, n in zip(codes, lacks, strict=True) if n]
    begun = say.plural(
        "{name} lacks {n} part that another strategy names",
        "{name} lacks {n} parts that another strategy names",
        fewer,
        name=first,
    )
    return "; ".join([begun, *(say("{name} lacks {n}", name=name, n=say.number(n)) for name, n in rest)])


def _notes(codes: tuple[str, ...], say: Language) -> tuple[str, ...]:
    return (
        say("A dash means: the strategy's rows do not name this part. It may still exist."),
        *((say("KPIs and their targets are known of LSN 2030 alone."),) if OWN in codes else ()),
    )


def _sources(store: Store, known: list[Known], say: Language) -> tuple[Source, ...]:
    return (
        *sources(store, "strategy", [row for one in known for row in one.rows], say),
        *sources(store, "measures", [row for one in known for row in one.measures], say),
        *sources(store, "kpi", [row for one in known for row in one.kpis], say),
    )


def _method(say: Language) -> Method:
    return Method(
        say("Comparison of parts"),
        say(
            "Rows of each strategy are counted by part. Only the structure is compared, not the meaning: two parts of"
            " the same name may hold different things."
        ),
    )
