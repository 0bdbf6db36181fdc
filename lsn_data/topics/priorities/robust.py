"""Is the order robust? The same answers counted in every usual way, side by side, as an exhibit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsn_data.disclosure import FEWEST
from lsn_data.errors import LsnError
from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table, Value
from lsn_data.language import Language, mark
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.answer import Where, item_labels, view_answer, view_label
from lsn_data.topics.priorities.compute import Answer, analyse
from lsn_data.topics.priorities.exhibits import blank, survey_source
from lsn_data.topics.priorities.ways import WEIGHTED, WITHOUT, Way, departing, straight, ways
from lsn_data.topics.priorities.wording import listed_inside
from lsn_data.topics.representativeness.answer import weighted_answer
from lsn_data.topics.representativeness.exhibits import sources
from lsn_data.topics.representativeness.population import population

# More themes than this are counted, not named, in one sentence.
NAMED = 3
# The shapes of a file whose columns or rows stand in the order in which the themes were listed.
LISTED = ("items", "transposed")
# What a way is called, what it does in plain words, and who described it.
WAYS: Mapping[str, tuple[str, str, str]] = {
    "points": (
        mark("Points (Borda)"),
        mark("A theme gets a point from each respondent for each theme it is put above, half a point if level."),
        "Borda 1784",
    ),
    "share": (
        mark("Share beaten"),
        mark("Of the themes that a respondent was offered, the share that a theme is put above; then the mean."),
        "after Borda 1784",
    ),
    "mean": (
        mark("Mean place"),
        mark("The mean of the places given. Blanks do not count here; that flatters a theme that few placed."),
        "",
    ),
    "copeland": (
        mark("Wins (Copeland)"),
        mark("How many other themes it beats head to head; a draw counts half."),
        "Copeland 1951",
    ),
    "schulze": (
        mark("Paths (Schulze)"),
        mark("Head to head and by chains (A beats B, B beats C); a chain is as strong as its weakest win, in votes."),
        "Schulze 2011, doi 10.1007/s00355-010-0475-4",
    ),
    "kemeny": (
        mark("Consensus (Kemeny)"),
        mark("Of all possible orders the one that contradicts the fewest single judgements, found exactly."),
        "Kemeny 1959",
    ),
    "strength": (
        mark("Strength (Luce)"),
        mark("Plackett–Luce model: each chooses first, second and so on; stronger themes are chosen more often."),
        "Luce 1959, Plackett 1975",
    ),
    "first": (mark("First places"), mark("Only the first place of each ranking counts."), ""),
    WEIGHTED: (
        mark("Weighted"),
        mark("Like this page, but groups that answered less count more, as the member register has them."),
        "Deming, Stephan 1940",
    ),
    WITHOUT: (
        mark("Without list order"),
        mark("Like this page, without rankings in exactly the order of the list, or its reverse."),
        "",
    ),
}


@dataclass(frozen=True)
class Check:
    """The items' places once the answers are weighted, or some left out, by the way's code; what is told of the latter.

    `sources` name what the survey itself does not hold: the register that the weights come from.
    """

    places: Mapping[str, Mapping[str, int]]
    told: str
    sources: tuple[Source, ...] = ()


def robust(store: Store, wave: Import, say: Language, where: Where | None = None) -> Exhibit:
    """The place of each theme by each way of counting. Raises NotShown."""
    found = view_answer(store, wave, where or {})
    check = _check(store, wave, found, say) if not where else Check({}, say("Only looked at for all members."))
    told = ways(found, check.places)
    labels = item_labels(store, wave, say, short=True)
    return Exhibit(
        name="robust",
        question=say("Is it robust?"),
        message=robust_message(found, told, labels, say),
        title=say(
            "Place of each theme by way of counting, member survey {wave}, {who}",
            wave=wave.wave,
            who=view_label(where or {}, say),
        ),
        chart=Chart("table", _marks(told), {"highlight": "other"}),
        table=_table(found, told, labels, say),
        notes=_notes(say),
        sources=(survey_source(wave, say), *check.sources),
        answered=found.ranked,
        asked=found.asked,
        say=say,
        method=_method(found, told, check, say),
    )


def _check(store: Store, wave: Import, found: Answer, say: Language) -> Check:
    """The order by weighted answers, and without those who may have gone straight along the list."""
    places = _weighted(store, wave)
    left = straight(found.ballots)
    if wave.report["ranking"]["shape"] not in LISTED:
        told = say("The file does not tell in which order the themes stood.")
    elif not left.left_out:
        told = say("No ranking is in exactly the order of the list.")
    elif left.left_out < FEWEST or left.rest.ranked < FEWEST:
        told = say("Not shown: too few rankings would be left out, or left.")
    else:
        places[WITHOUT] = {one.item: one.place for one in analyse(left.rest, found.asked, fewest=FEWEST).items}
        told = say("{n} rankings are left out.", n=say.number(left.left_out))
    known = sources(wave, population(store, wave), say) if WEIGHTED in places else (survey_source(wave, say),)
    return Check(places, told, known[1:])


def _weighted(store: Store, wave: Import) -> dict[str, dict[str, int]]:
    """The places by weighted answers; nothing where there are no weights, or they may not be told."""
    try:
        told = weighted_answer(store, wave)
    except LsnError:
        return {}
    return {WEIGHTED: {one.item: one.place for one in told.items}}


def _table(found: Answer, told: Sequence[Way], labels: Mapping[str, str], say: Language) -> Table:
    columns = [Column("theme", say("Theme"))]
    columns += [Column(way.code, say(WAYS[way.code][0]), "place") for way in told]
    rows: list[tuple[Value, ...]] = [
        (labels[one.item], *(_shown(way, at) for way in told)) for at, one in enumerate(found.items)
    ]
    return Table(tuple(columns), tuple(rows))


def _shown(way: Way, at: int) -> Value:
    """A place, or `3–4` where the item may take several."""
    span = way.spans[at]
    if span is None:
        return None
    return span[0] if span[0] == span[1] else f"{span[0]}–{span[1]}"


def _marks(told: Sequence[Way]) -> Table:
    """The ways in which an item departs from the page, row by row."""
    rows = (" ".join(way.code for way in told if way.departs(told[0], at)) or None for at in range(len(told[0].spans)))
    return Table((Column("other", "other"),), tuple((row,) for row in rows))


def robust_message(found: Answer, told: Sequence[Way], labels: Mapping[str, str], say: Language) -> str:
    """What holds in every way of counting, and what depends on it."""
    n, moved, first = say.number(len(told)), departing(told), told[0].first
    if not moved and len(first) > 1:
        return _level(told, say)
    if not moved:
        return say("None of {n} ways of counting changes the order", n=n)
    if first & set(moved) or any(not way.first & first for way in told):
        return _first_depends(found, told, labels, say)
    if len(moved) <= NAMED:
        return _few_depend(found, told, moved, labels, say)
    held = min(moved)
    if held > 1:
        return say(
            "The first {held} themes hold in all {n} ways of counting; the order behind them depends on the way",
            held=say.number(held),
            n=n,
        )
    return say(
        "No way of counting puts another theme above {leading}; the order behind depends on the way",
        leading=_named(found, sorted(first), labels, say),
    )


def _level(told: Sequence[Way], say: Language) -> str:
    """Several themes share the first place on the page, and no way contradicts it."""
    single, n = sum(len(way.first) == 1 for way in told), say.number(len(told))
    if not single:
        return say("None of {n} ways of counting puts a single theme first", n=n)
    return say(
        "A single theme comes first in {single} of {n} ways of counting; in the others several stand level",
        single=say.number(single),
        n=n,
    )


def _few_depend(
    found: Answer, told: Sequence[Way], moved: Sequence[int], labels: Mapping[str, str], say: Language
) -> str:
    """The lead holds, and few themes move."""
    first = told[0].first
    leading, others = (_named(found, items, labels, say) for items in (sorted(first), moved))
    if all(way.first == first for way in told) and len(first) == 1:
        return say(
            "All {n} ways of counting put {leading} first; only the places of {others} depend on the way",
            n=say.number(len(told)),
            leading=leading,
            others=others,
        )
    return say(
        "No way of counting puts another theme above {leading}; only the places of {others} depend on the way",
        leading=leading,
        others=others,
    )


def _first_depends(found: Answer, told: Sequence[Way], labels: Mapping[str, str], say: Language) -> str:
    """Which themes come first, each in how many ways."""
    alone = Counter(next(iter(way.first)) for way in told if len(way.first) == 1)
    if not 1 < len(alone) <= NAMED:
        return say("Which theme comes first depends on the way of counting")
    (top, most), *others = sorted(alone.items(), key=lambda one: (-one[1], one[0]))
    counted = [say("{theme} in {count} of {n} ways", theme=_named(found, [top], labels, say), count=most, n=len(told))]
    counted += [say("{theme} in {count}", theme=_named(found, [at], labels, say), count=n) for at, n in others]
    return say("Which theme comes first depends on the way of counting: {counted}", counted=", ".join(counted))


def _named(found: Answer, items: Sequence[int], labels: Mapping[str, str], say: Language) -> str:
    return listed_inside([found.items[at].item for at in items], labels, say)


def _notes(say: Language) -> tuple[str, ...]:
    return (
        say("Tinted: another place than in the first column, which all other exhibits follow."),
        say("3–4: level there, or several orders equally good."),
        say("The ways weigh the same answers; what holds among all members, the plausible places tell."),
    )


def _method(found: Answer, told: Sequence[Way], check: Check, say: Language) -> tuple[Method, ...]:
    """Each way in plain words, with who described it; and what became of the list order."""
    shown = [Method(say(WAYS[way.code][0]), say(WAYS[way.code][1]), WAYS[way.code][2]) for way in told]
    name, words, _ = WAYS[WITHOUT]
    caution = say("The list is that of the file; what each respondent saw may differ.")
    listed = " ".join([say(words), check.told, caution])
    return (
        *(one for way, one in zip(told, shown, strict=True) if way.code != WITHOUT),
        Method(say(name), listed),
        Method(say("Blanks"), blank(found, say)),
    )
