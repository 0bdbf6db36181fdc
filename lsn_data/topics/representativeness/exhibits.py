"""Do the answers speak for the members? Who answered, and what weighting changes, as exhibits."""

from __future__ import annotations

from collections.abc import Iterator

from lsn_data.exhibit import Chart, Column, Exhibit, Source, Table, Value
from lsn_data.language import Language
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.answer import item_labels
from lsn_data.topics.priorities.exhibits import survey_source, tier_names
from lsn_data.topics.representativeness import words
from lsn_data.topics.representativeness.answer import Representativeness, representativeness, weighted_answer
from lsn_data.topics.representativeness.compute import Cell, Comparison
from lsn_data.topics.representativeness.population import Population, population
from lsn_data.topics.representativeness.weighted import Weighted, WeightedItem


def groups(store: Store, wave: Import, say: Language) -> Exhibit:
    """Members and answers, group by group. Raises Refused where nobody tells the members, NotShown for too few."""
    found = representativeness(store, wave)
    marks = (("", None), *((one.by, _looked_at(one, cell)) for one in found.comparisons for cell in one.cells))
    drawn = Table((Column("by", "by"), Column("look", "look")), marks)
    return Exhibit(
        name="representativeness",
        question=say("Do the answers speak for all members?"),
        message=words.finding(found, say),
        title=say(
            "Members and answers by group: number, share of the group, share of all, member survey {wave}",
            wave=wave.wave,
        ),
        chart=Chart("table", drawn, {"group": "by", "highlight": "look"}),
        table=Table(_columns(say), tuple(_rows(found, say))),
        notes=tuple(_notes(found, wave, say)),
        sources=sources(wave, found.population, say),
        answered=found.ranked,
        asked=wave.asked,
        say=say,
    )  # fmt: skip


def weighted(store: Store, wave: Import, say: Language) -> Exhibit:
    """Places unweighted and weighted side by side. Raises Refused where nobody tells the members, NotShown."""
    found = weighted_answer(store, wave)
    labels = item_labels(store, wave, say, short=True)
    names = tier_names(found.tiers, say)
    marks = tuple((names[one.item], "before place" if one.moved else None) for one in found.items)
    drawn = Table((Column("tier", "tier"), Column("look", "look")), marks)
    return Exhibit(
        name="weighted",
        question=say("Does the order hold when the answers are weighted by the members?"),
        message=words.weighting(found, labels, say),
        title=say(
            "Places of {k} items (1 = highest priority), unweighted and weighted by the members, member survey {wave}",
            k=len(found.items),
            wave=wave.wave,
        ),
        chart=Chart("table", drawn, {"group": "tier", "highlight": "look"}),
        table=Table(_weighted_columns(say), tuple(_weighted_row(one, found, labels, say) for one in found.items)),
        notes=tuple(words.weighted_notes(found, labels, say)),
        sources=sources(wave, population(store, wave), say),
        answered=found.plain.ranked,
        asked=wave.asked,
        say=say,
    )


def sources(wave: Import, members: Population, say: Language) -> tuple[Source, ...]:
    """The survey, and the register that tells the members."""
    register = members.register
    if register is None:
        return (survey_source(wave, say),)
    what = say("Member register")
    text = say("{register}, invented", register=what) if register.origin == "demo" else what
    return survey_source(wave, say), Source(text, register.import_id, register.as_of, register.origin, what)


def _columns(say: Language) -> tuple[Column, ...]:
    return (
        Column("group", say("Group")),
        Column("by", say("Attribute")),
        Column("members", say("Members"), "count"),
        Column("answered", say("Answers"), "count"),
        Column("rate", say("Answered"), "share"),
        Column("chance", say("By chance")),
        Column("of_members", say("Share of members"), "share"),
        Column("of_answers", say("Share of answers"), "share"),
    )


def _rows(found: Representativeness, say: Language) -> Iterator[tuple[Value, ...]]:
    """All members first, then the groups of each attribute."""
    members = found.members
    yield say("All members"), None, members, found.ranked, found.ranked / members, None, 1.0, 1.0
    for one in found.comparisons:
        yield from (_row(one, at, say) for at in range(len(one.cells)))


def _row(one: Comparison, at: int, say: Language) -> tuple[Value, ...]:
    cell = one.cells[at]
    return (
        words.cell_label(one.by, cell, say),
        say.both(attribute_of(one.by).label),
        cell.members,
        cell.answered,
        cell.rate,
        say(
            "{low} to {high}",
            low=say.number(one.low[at] / cell.members * 100),
            high=say.percent(one.high[at] / cell.members),
        ),
        cell.members / one.members,
        cell.answered / one.answered,
    )


def _looked_at(one: Comparison, cell: Cell) -> str | None:
    """The cells to tint: the share that answered, of a group that stands out."""
    return "rate" if cell in (*one.under, *one.over) else None


def _weighted_columns(say: Language) -> tuple[Column, ...]:
    return (
        Column("theme", say("Theme")),
        Column("before", say("Place, unweighted"), "place"),
        Column("range_before", say("Plausible, unweighted")),
        Column("place", say("Place, weighted"), "place"),
        Column("range", say("Plausible, weighted")),
        Column("mean_before", say("Mean place, unweighted"), "mean"),
        Column("mean", say("Mean place, weighted"), "mean"),
    )


def _weighted_row(one: WeightedItem, found: Weighted, labels: dict[str, str], say: Language) -> tuple[Value, ...]:
    plain = next(item for item in found.plain.items if item.item == one.item)
    return (
        labels[one.item],
        one.before,
        _range(plain.place_low, plain.place_high, say),
        one.place,
        _range(one.place_low, one.place_high, say),
        plain.mean if one.mean is not None else None,
        one.mean,
    )


def _range(low: int, high: int, say: Language) -> str:
    return say.number(low) if low == high else say("{low} to {high}", low=low, high=high)


def _notes(found: Representativeness, wave: Import, say: Language) -> Iterator[str]:
    yield words.counted_said(found, wave, say)
    yield from words.gaps_said(found, say)
    yield say(
        "By chance: as many answers as a group may have if all members were equally likely to answer (95% for all"
        " groups together)."
    )
    tests = " ".join(words.test_said(one, say) for one in found.comparisons)
    yield say(
        "Answers against members without an answer, chi-square and Cramér's V, p by Holm for all attributes: {tests}",
        tests=tests,
    )
    yield from filter(None, [words.left_out_said(found, say)])
