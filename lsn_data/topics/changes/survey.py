"""What would a file change in a survey wave? Answers, return rate, the leading group, each theme's place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lsn_data.disclosure import FEWEST, NotShown
from lsn_data.disclosure.decide import Respondents, attributes_decided
from lsn_data.intake.report import Reading
from lsn_data.store import Import, Store, hashed_tokens
from lsn_data.topics.changes.change import Change, Figure
from lsn_data.topics.priorities import answer as priorities
from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.priorities.compute import Answer, analyse

Said = tuple[tuple[str | None, ...], tuple[tuple[str, int], ...]]
Known = tuple[str | None, Said]


def survey_change(store: Store, reading: Reading, wave: Import | None, asked: int | None) -> Change:
    """What storing a ready reading over the wave that counts now (None: a new wave) would change."""
    before, after = answers_stored(store, wave) if wave else [], answers_read(store, reading)
    new, changed, gone = _compared(before, after)
    return Change(len(before), len(after), new, changed, gone, tuple(_figures(store, reading, wave, asked)))


def _figures(store: Store, reading: Reading, wave: Import | None, asked: int | None) -> Iterable[Figure]:
    """All figures, those of the themes in the order of the new ranking."""
    was, will = _shown(store, wave), _computed(reading, asked)
    answered = wave.rows_kept if wave else 0
    yield Figure("answers", answered, reading.rows_kept)
    yield Figure("ranked", _ranked_stored(store, wave), _ballots(reading).ranked)
    rate = answered / wave.asked if wave and wave.asked else None
    yield Figure("return_rate", rate, reading.rows_kept / asked if asked else None, holds="share")
    yield Figure("leading", _leading(was), _leading(will), holds="items")
    yield Figure("groups", _shown_groups(store, wave) if wave else 0, _groups(reading))
    for item in _items(was, will):
        yield Figure("place", _place(was, item), _place(will, item), item, "place")
        yield Figure("mean_place", _mean(was, item), _mean(will, item), item, "mean")


def _compared(before: Sequence[Known], after: Sequence[Known]) -> tuple[int, int | None, int]:
    """New, changed, gone: by token where every answer of both sides has one, else equal answers are the same."""
    earlier, later = dict(before), dict(after)
    if before and after and None not in earlier and None not in later:
        changed = sum(1 for token in earlier.keys() & later.keys() if earlier[token] != later[token])
        return len(later.keys() - earlier.keys()), changed, len(earlier.keys() - later.keys())
    was, will = Counter(said for _, said in before), Counter(said for _, said in after)
    return (will - was).total(), None if before else 0, (was - will).total()


def answers_stored(store: Store, wave: Import) -> list[Known]:
    """The answers of a wave as they can be compared: hash of the token, who answered, the place of each item."""
    items = [row["item"] for row in store.ask("items", **{"import": wave.import_id})]
    rows = store.ask("answers_by_token", **{"import": wave.import_id})
    known = priorities.ATTRIBUTE_NAMES
    return [(row["token"], _said([row[name] for name in known], items, row["places"])) for row in rows]


def answers_read(store: Store, reading: Reading) -> list[Known]:
    """The same of a reading that is ready."""
    assert reading.ranking is not None
    items = [one.item for one in reading.ranking.items]
    tokens = hashed_tokens(store, (one.token for one in reading.respondents))
    known = priorities.ATTRIBUTE_NAMES
    return [
        (token, _said([getattr(one, name) for name in known], items, one.places))
        for token, one in zip(tokens, reading.respondents, strict=True)
    ]


def _said(known: Sequence[str | None], items: Sequence[str], places: Sequence[int | None]) -> Said:
    """An answer that can be compared whatever the order of the items."""
    given = {item: place for item, place in zip(items, places, strict=True) if place is not None}
    return tuple(known), tuple(sorted(given.items()))


def _ballots(reading: Reading) -> Ballots:
    assert reading.ranking is not None
    counts = Counter(one.places for one in reading.respondents)
    codes = [one.item for one in reading.ranking.items]
    return Ballots.of(codes, list(counts.items()), reading.ranking.blank_means)


def _computed(reading: Reading, asked: int | None) -> Answer | None:
    """The figures that the pages would show; None where there are too few answers to show any."""
    ballots = _ballots(reading)
    return analyse(ballots, asked) if ballots.ranked >= FEWEST else None


def _shown(store: Store, wave: Import | None) -> Answer | None:
    try:
        return priorities.answer(store, wave) if wave else None
    except NotShown:
        return None


def _ranked_stored(store: Store, wave: Import | None) -> int:
    rows = store.ask("ballots", **{"import": wave.import_id}) if wave else []
    return sum(row["n"] for row in rows if any(place is not None for place in row["places"]))


def _shown_groups(store: Store, wave: Import) -> int:
    """How many groups of one attribute may be shown."""
    return sum(len(view.parts) == 1 for view in priorities.offered(store, wave))


def _groups(reading: Reading) -> int:
    """The same of the answers that were read, were they alone."""
    known = priorities.ATTRIBUTE_NAMES
    cells = Counter(tuple(getattr(one, name) or "" for name in known) for one in reading.respondents if one.ranked)
    people = Respondents(known, tuple(cells), tuple(cells.values()))
    return sum(len(view.parts) == 1 for view in attributes_decided(people))


def _items(was: Answer | None, will: Answer | None) -> list[str]:
    told = [one.item for found in (will, was) if found for one in found.items]
    return list(dict.fromkeys(told))


def _leading(found: Answer | None) -> tuple[str, ...] | None:
    return found.tiers[0] if found and found.tiers else None


def _place(found: Answer | None, item: str) -> int | None:
    return next((one.place for one in found.items if one.item == item), None) if found else None


def _mean(found: Answer | None, item: str) -> float | None:
    """The mean place of an item; None over fewer than may be shown."""
    one = next((one for one in found.items if one.item == item), None) if found else None
    return round(one.mean, 2) if one and one.mean is not None and one.n >= FEWEST else None
