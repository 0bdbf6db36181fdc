"""What do the registers say of the SWOT? Asks the store; links and weights come from `compute` and `weight`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lsn_data.exhibit import Source
from lsn_data.language import Language
from lsn_data.sheets.declared import plain
from lsn_data.store import Store, demo_shown, register_imports, shown_waves
from lsn_data.topics.strategy.answer import OWN, documents, measures_of, rows, sources
from lsn_data.topics.strategy.compute import pair
from lsn_data.topics.swot.compute import ASKING, QUADRANTS, Factor, Row, Swot, swot_of

# What an upload leaves empty stays as the document has it.
KEPT = ("text_en", "text_de", "themes", "source")


def swot(store: Store) -> Swot:
    """The SWOT as it stands today: each factor with its weight and the measures that answer it."""
    return store.once("swot", lambda: swot_of(factors(store), measures_of(store, OWN)))


def factors(store: Store) -> list[Row]:
    """The rows of the register; a row that only brings votes keeps the text and the source of the published one."""
    published = {plain(row["id"]): row for row in _published(store)}
    return [_completed(row, published.get(plain(row["id"]))) for row in rows(store, "swot")]


def _completed(row: Row, published: Row | None) -> Row:
    if published is None or row["origin"] == "published":
        return row
    texts_told = row["text_en"] or row["text_de"]
    kept = [name for name in KEPT if not row[name] and not (name.startswith("text") and texts_told)]
    return {**row, **{name: published[name] for name in kept}}


def _published(store: Store) -> list[Row]:
    """The published rows, also those that an upload or the demo stands over."""
    return [
        row
        for one in register_imports(store, "swot")
        if one.origin == "published"
        for row in store.ask("register_swot", **{"import": one.import_id})
    ]


def coverage(store: Store) -> dict[str, tuple[int | None, int]]:
    """Theme by theme (answered, all) of its risks, weaknesses and opportunities.

    A factor counts at each of its themes; `answered` is None where no measure names a factor yet.
    """
    found = swot(store)
    asking = [one for one in found.factors if one.quadrant in ASKING]
    every = Counter(theme for one in asking for theme in one.themes)
    answered = Counter(theme for one in asking if one.answered_by for theme in one.themes)
    return {theme: (answered[theme] if found.known else None, count) for theme, count in every.items()}


def sources_of(store: Store, used: Iterable[Factor], measures: Iterable[Row], say: Language) -> tuple[Source, ...]:
    """Where factors and measures come from.

    A factor that was voted on keeps the document of its text beside the import that brought the votes.
    """
    shown = [one.row for one in used]
    brought = sources(store, "swot", shown, say)
    over = [row for row in shown if row["origin"] != "published" and row["source"]]
    days = {one.origin: one.as_of for one in register_imports(store, "swot")}
    texts = [
        Source(text, "", days.get("published"), "published", say("Published facts"))
        for text in documents(over, say)
        if "published" in days and text in _documents_published(store, say)
    ]
    linked = sources(store, "measures", measures, say)
    return tuple(dict.fromkeys([*texts, *brought, *linked]))


def _documents_published(store: Store, say: Language) -> list[str]:
    return documents(_published(store), say)


def listing(store: Store) -> dict[str, Any]:
    """`{"rows": …, "counts": …}` as the command line gives it: the figures of the page."""
    found = swot(store)
    return {"rows": [_told(one, found.known) for one in found.factors], "counts": _counts(found)}


def _told(one: Factor, known: bool) -> Row:
    """A factor's fields, and what was computed: its measures, whether it is answered, the range of its share."""
    return {
        **{name: value for name, value in one.row.items() if name != "import"},
        "measures": [row["measure"] for row in one.answered_by],
        "dropped_measures": [row["measure"] for row in one.dropped],
        "answered": bool(one.answered_by) if known else None,
        "share": one.share, "share_low": one.low, "share_high": one.high, "may_be_first": one.may_be_first,
    }  # fmt: skip


def _counts(found: Swot) -> Mapping[str, Any]:
    quadrants = [quadrant for quadrant in QUADRANTS if found.of(quadrant)]
    broken = {quadrant: [one.id for one in found.broken if one.quadrant == quadrant] for quadrant in ASKING}
    return {
        "factors": len(found.factors),
        "quadrant": {quadrant: len(found.of(quadrant)) for quadrant in quadrants},
        "answered": {
            quadrant: {"answered": found.answered(quadrant), "all": len(found.of(quadrant))} for quadrant in quadrants
        },
        "links_known": found.known, "weights": found.weighing.kind, "voters": list(found.weighing.voters),
        "broken": {
            **broken,
            "idle_measures": [row["measure"] for row in found.idle] if found.known else None,
            "unknown_factors": [{"measure": row["measure"], "factor": name} for row, name in found.unknown],
        },
    }  # fmt: skip


def evidence_names(store: Store, say: Language) -> dict[str, str]:
    """What stands as evidence, in the reader's words: a KPI's code as its name, a wave's name as a survey."""
    kpis = {plain(row["kpi"]): say("KPI “{name}”", name=say.both(pair(row, "name"))) for row in rows(store, "kpi")}
    waves = {
        plain(one.wave): say("member survey {wave}", wave=one.wave)
        for one in shown_waves(store, demo_shown(store))
        if one.wave
    }
    told = dict.fromkeys(row["evidence"] for row in factors(store) if row["evidence"])
    return {said: {**kpis, **waves}.get(plain(said), said) for said in told}


@dataclass(frozen=True)
class Choices:
    """What a page can be narrowed to: evidence as {what stands there: its words}, codes of factors, measures and KPIs.

    `linked`: does any measure name a factor?
    """

    linked: bool
    evidence: Mapping[str, str]
    without_evidence: bool
    factors: tuple[str, ...]
    measures: tuple[str, ...]
    kpis: tuple[str, ...]


def choices(store: Store, say: Language) -> Choices:
    """What the filters of the SWOT offer today."""
    found = swot(store)
    return Choices(
        found.known,
        evidence_names(store, say),
        any(not one.row["evidence"] for one in found.factors),
        tuple(one.id for one in found.factors),
        tuple(row["measure"] for row in found.measures),
        tuple(dict.fromkeys(row["kpi"] for row in rows(store, "kpi"))),
    )
