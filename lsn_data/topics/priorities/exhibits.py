"""Which themes come first for the members? The answers as exhibits."""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.disclosure import FEWEST
from lsn_data.exhibit import Chart, Column, Difference, Exhibit, Method, Source, Table
from lsn_data.language import Language, mark
from lsn_data.store import Import, Store, history
from lsn_data.topics.priorities.ahead import ahead, asked
from lsn_data.topics.priorities.answer import Where, item_labels, view_answer, view_label
from lsn_data.topics.priorities.compute import Answer, ItemFigures
from lsn_data.topics.priorities.verdict import agreement_said, verdict
from lsn_data.topics.priorities.wording import inside, listed

ENOUGH_FOR_THREE = 4
AXIS = mark("Place (dot), plausible places (bar)")


def places(store: Store, wave: Import, say: Language, where: Where | None = None) -> Exhibit:
    """The order of the items with the places that are plausible for each. Raises NotShown."""
    found = view_answer(store, wave, where or {})
    labels = item_labels(store, wave, say, short=True)
    names = tier_names(found.tiers, say)
    table = Table(
        (
            Column("theme", say("Theme")),
            Column("place", say("Place"), "place"),
            Column("low", say("Plausible from"), "place"),
            Column("high", say("Plausible to"), "place"),
            Column("top3", say("Among the first three"), "share"),
            Column("first", say("First place"), "share"),
            Column("mean", say("Mean place"), "mean"),
            Column("n", say("Placed by"), "count"),
            Column("tier", say("Group")),
            Column("leading", say("Leading"), "yes"),
        ),
        tuple(
            (
                labels[one.item],
                one.place,
                one.place_low,
                one.place_high,
                one.top3_share if one.base >= FEWEST else None,
                one.first_share if one.base >= FEWEST else None,
                one.mean if one.n >= FEWEST else None,
                one.n,
                names[one.item],
                int(len(found.tiers) > 1 and one.item in found.tiers[0]),
            )
            for one in found.items
        ),
    )
    parts = {
        "label": "theme",
        "place": "place",
        "low": "low",
        "high": "high",
        "group": "tier",
        "leading": "leading",
    }
    if len(found.items) >= ENOUGH_FOR_THREE:
        parts["share"] = "top3"
    return Exhibit(
        name="priorities",
        question=say("Which themes come first for the members?"),
        message=verdict(found, labels, say),
        title=_order_title(found, say, wave=wave.wave, who=view_label(where or {}, say)),
        chart=Chart(
            "ranked places",
            table,
            parts,
            scale=len(found.items),
            axis=say(AXIS),
            difference=ahead(found, labels, say) if "share" in parts else None,
        ),
        table=_without(table, "tier", "leading"),
        notes=(*_notes(found, say), *_waiting_note(wave, say)),
        sources=(survey_source(wave, say),),
        answered=found.ranked,
        asked=found.asked,
        say=say,
        meaning=order_meaning(found, labels, say),
        method=_method(found, say),
        asks=asked(found, _themes(store, wave), labels, say),
    )


def _themes(store: Store, wave: Import) -> dict[str, str | None]:
    """The theme of the strategy that each item of a wave belongs to."""
    return {row["item"]: row["theme"] for row in store.ask("items", **{"import": wave.import_id})}


def distribution(store: Store, wave: Import, say: Language, where: Where | None = None) -> Exhibit:
    """How often each item was put on each place. Raises NotShown."""
    found = view_answer(store, wave, where or {})
    labels = item_labels(store, wave, say, short=True)
    names = tier_names(found.tiers, say)
    k = len(found.items)
    drawn = Table(
        (
            Column("theme", say("Theme")),
            Column("part", say("Place")),
            Column("count", say("Rankings"), "count"),
            Column("order", say("Order"), "place"),
            Column("tier", say("Group")),
        ),
        tuple(
            (labels[one.item], part, count, order, names[one.item])
            for one in found.items
            for order, part, count in (
                *((place, say.number(place), count or 0) for place, count in enumerate(_counts(one), start=1)),
                (0, say("not ranked"), one.not_ranked),
            )
        ),
    )
    table = Table(
        (
            Column("theme", say("Theme")),
            *(Column(f"place{n}", say("Place {n}", n=n), "count") for n in range(1, k + 1)),
            Column("blank", say("not ranked"), "count"),
        ),
        tuple((labels[one.item], *_counts(one), one.not_ranked) for one in found.items),
    )
    return Exhibit(
        name="distribution",
        question=say("How far do the members agree on each theme?"),
        message=distribution_message(found, labels, say),
        title=say(
            "Number of rankings by place given, member survey {wave}, {who}",
            wave=wave.wave,
            who=view_label(where or {}, say),
        ),
        chart=Chart(
            "distribution",
            drawn,
            {"label": "theme", "part": "part", "count": "count", "order": "order", "group": "tier"},
            scale=k,
            axis=say("Rankings by place given"),
        ),
        table=table,
        notes=(blank(found, say), *_agreement_note(found, say)),
        sources=(survey_source(wave, say),),
        answered=found.ranked,
        asked=found.asked,
        say=say,
    )


def return_rate(store: Store, say: Language, origin_demo: bool = False) -> Exhibit | None:
    """The share of the members asked that answered, wave by wave; None with fewer than two waves that tell."""
    known = [
        one
        for one in history(store)
        if one.kind == "survey" and one.state == "current" and one.asked and (one.origin == "demo") == origin_demo
    ]
    known.sort(key=lambda one: (one.as_of, one.seq))
    if len(known) < 2:
        return None
    table = Table(
        (
            Column("series", say("Series")),
            Column("wave", say("Wave")),
            Column("rate", say("Return rate"), "share"),
            Column("answered", say("Answered"), "count"),
            Column("asked", say("Asked"), "count"),
        ),
        tuple(
            (say("Return rate"), one.wave, one.rows_kept / one.asked, one.rows_kept, one.asked)
            for one in known
            if one.asked
        ),
    )
    rates = [float(rate) for rate in table.column("rate") if isinstance(rate, float)]
    return Exhibit(
        name="return-rate",
        question=say("How many of the members asked have answered?"),
        message=say(
            "{rate} of the members asked answered in {wave}, {before} in the wave before",
            rate=say.percent(rates[-1], 1),
            wave=known[-1].wave,
            before=say.percent(rates[-2], 1),
        ),
        title=say("Return rate of the member survey in %, by wave"),
        chart=Chart(
            "line",
            table,
            {"series": "series", "x": "wave", "value": "rate"},
            difference=_since_before(rates, len(known), say),
        ),
        table=_without(table, "series"),
        notes=(),
        sources=tuple(survey_source(one, say) for one in known),
        answered=known[-1].rows_kept,
        asked=known[-1].asked,
        say=say,
    )


def _since_before(rates: Sequence[float], waves: int, say: Language) -> Difference | None:
    """The points between the newest rate and the one before."""
    points = 100 * (rates[-1] - rates[-2])
    if not round(abs(points), 1):
        return None
    said = say.number(abs(points), 1)
    words = say("{n} points more", n=said) if points > 0 else say("{n} points less", n=said)
    return Difference(waves - 2, waves - 1, words)


def order_meaning(found: Answer, labels: dict[str, str], say: Language) -> tuple[str, ...]:
    """What a board should take from it, in at most two sentences, for the slide's call-out."""
    top = found.items[0]
    said = []
    winner = found.condorcet_winner
    if winner not in (None, *found.first_by_score):
        points, pairs = (inside(item or "", labels, say) for item in (top.item, winner))
        said.append(say("First by points: {points}. First head to head: {pairs}.", points=points, pairs=pairs))
    # Of several on the first place none is singled out; of those who were not offered it nothing is said.
    tells = len(found.first_by_score) == 1 and top.base == found.ranked >= FEWEST
    if tells and top.top3_share is not None and len(found.items) >= ENOUGH_FOR_THREE:
        said.append(
            say("All who ranked put {theme} among their first three.", theme=inside(top.item, labels, say))
            if top.top3_share == 1
            else say(
                "{share} of those who ranked put {theme} among their first three.",
                share=say.percent(top.top3_share),
                theme=inside(top.item, labels, say),
            )
        )
    open_tiers = [tier for tier in found.tiers[1:] if len(tier) > 1]
    if open_tiers:
        named = listed(open_tiers[0], labels, say)
        said.append(say("{themes} cannot be told apart at this sample size.", themes=named))
    return tuple(said[:2])


def _counts(one: ItemFigures) -> tuple[int | None, ...]:
    """How often each place was given; None where the item was offered to too few."""
    return one.places if one.base >= FEWEST else (None,) * len(one.places)


def distribution_message(found: Answer, labels: dict[str, str], say: Language) -> str:
    """The most often first-placed item, and how often."""
    most = max(_counts(one)[0] or 0 for one in found.items)
    first = [one.item for one in found.items if _counts(one)[0] == most]
    told = {"theme": listed(first, labels, say), "n": say.number(most), "ranked": say.number(found.ranked)}
    if len(first) > 1:
        return say("{theme}: most often in first place, in {n} of {ranked} rankings each", **told)
    if most == found.ranked:
        return say("{theme}: in first place in all {ranked} rankings", **told)
    return say("{theme}: most often in first place, in {n} of {ranked} rankings", **told)


def _order_title(found: Answer, say: Language, **view: object) -> str:
    """What the order shows: places, and the share among the first three where there are enough items for it."""
    if len(found.items) < ENOUGH_FOR_THREE:
        return say("Places of {k} items, 1 = highest priority, member survey {wave}, {who}", k=len(found.items), **view)
    return say(
        "Places of {k} items (1 = highest priority) and share among the first three, member survey {wave}, {who}",
        k=len(found.items),
        **view,
    )


def tier_names(tiers: Sequence[Sequence[str]], say: Language) -> dict[str, str]:
    """The heading of each item's group; no headings where everything is one group."""
    last = len(tiers) - 1
    names = {}
    for position, tier in enumerate(tiers):
        if last == 0:
            name = ""
        elif position == 0:
            name = say("Leading group")
        elif position == last:
            name = say("Trailing group")
        elif last == 2:
            name = say("Middle group")
        else:
            name = say("Middle group {n}", n=position)
        names.update(dict.fromkeys(tier, name))
    return names


def _notes(found: Answer, say: Language) -> tuple[str, ...]:
    """What every reader needs beside the places."""
    return (
        say("Plausible places: where a theme may stand among all members, with 95% confidence for all at once."),
        blank(found, say),
    )


def _waiting_note(wave: Import, say: Language) -> tuple[str, ...]:
    """Answers came that are too few to be shown: the figures are those of the version before."""
    if wave.state != "replaced":
        return ()
    text = say(
        "A newer file of this wave waits: fewer than {fewest} answers differ, and the difference would be theirs.",
        fewest=FEWEST,
    )
    return (text,)


def _method(found: Answer, say: Language) -> tuple[Method, ...]:
    """How the places, their ranges and the groups come about."""
    return (
        Method(
            say("Order"),
            say(
                "For each respondent the share of the other themes that a theme is put above, half for a theme on the"
                " same place; then the mean over all respondents."
            ),
            "Borda 1784",
        ),
        Method(
            say("Plausible places"),
            say(
                "Of 100 such surveys, in 95 the ranges hold the true places of all themes at once; {corrected}.",
                corrected=corrected(found.asked, say),
            ),
            "Mogstad, Romano, Shaikh, Wilhelm 2024, doi 10.1093/restud/rdad006",
        ),
        Method(
            say("Groups"),
            say("A new group begins at the first theme clearly behind any of the group above."),
        ),
    )


def blank(found: Answer, say: Language) -> str:
    """What a blank counts as."""
    if found.blank_means == "below":
        return say("A blank counts as below all ranked themes.")
    return say("A blank counts as not offered: such a theme is compared with nothing.")


def corrected(asked: int | None, say: Language) -> str:
    """Whether the finite membership is allowed for."""
    if asked:
        return say("corrected for {asked} members asked", asked=say.number(asked))
    return say("not corrected, since the number asked is not known")


def _agreement_note(found: Answer, say: Language) -> tuple[str, ...]:
    """How far the members agree, where enough ranked every theme."""
    return (
        (agreement_said(found.agreement, say),) if found.agreement.n >= FEWEST and found.agreement.w is not None else ()
    )


def survey_source(wave: Import, say: Language) -> Source:
    """Where the figures of a wave come from."""
    text = (
        say("member survey {wave}, invented answers", wave=wave.wave)
        if wave.origin == "demo"
        else say("member survey {wave}", wave=wave.wave)
    )
    return Source(text, wave.import_id, wave.as_of, wave.origin, say("Survey"))


def _without(table: Table, *keys: str) -> Table:
    """The table less some columns."""
    kept = [i for i, column in enumerate(table.columns) if column.key not in keys]
    return Table(tuple(table.columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in table.rows))
