"""What do two survey waves say beside each other? Asks the store for the wave before, and for those in both.

A wave is compared with the one before it of the same origin: demo answers never stand beside real ones. Those who
answered both times are told apart by the keyed hash of their token, if it lasts from wave to wave. Of them only how
far they moved, on average, is ever told: with the figures of each whole wave that gives nobody away as long as the
others of each wave are none, or at least as many as any group must be.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

from lsn_data.disclosure import FEWEST
from lsn_data.intake.report import BlankMeans
from lsn_data.store import Import, Store, seen_before, shown_waves
from lsn_data.topics.priorities.answer import answer
from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.priorities.compute import Answer, ItemFigures, analyse
from lsn_data.topics.priorities.moved import Move, Panel, enough_twice, moves, shared

# So much of what is known of a respondent must be the same both times for tokens to name the same members.
ALIKE = 2 / 3
Row = dict[str, Any]
NoPanel = Literal["", "no token lasts", "too few", "tokens of others"]


@dataclass(frozen=True)
class Since:
    """Two waves beside each other, on the items that both asked about.

    `then` and `now` are the figures on those items; `only_then` and `only_now` the items of one wave alone;
    `panel` is how many ranked both times, 0 where `no_panel` says why they are not told apart.
    """

    earlier: Import
    wave: Import
    then: Answer
    now: Answer
    moves: tuple[Move, ...]
    only_then: tuple[str, ...]
    only_now: tuple[str, ...]
    panel: int
    no_panel: NoPanel

    @property
    def holding(self) -> list[Move]:
        """The moves that are more than chance, the surest first."""
        held = [(one.change.p_holm, -abs(one.change.places), one.item, one) for one in self.moves if one.change]
        return [one for _, _, _, one in sorted(held, key=lambda told: told[:3]) if one.holds]

    @property
    def smallest(self) -> float | None:
        """The move that would have shown on any item; None where there is none."""
        return max((one.smallest for one in self.moves if one.smallest), default=None)

    def places(self, item: str) -> tuple[int, int]:
        """An item's place then and now."""
        then, now = (next(one.place for one in view.items if one.item == item) for view in (self.then, self.now))
        return then, now


def wave_before(store: Store, wave: Import) -> Import | None:
    """The newest current wave before this one, of the same origin."""
    same = shown_waves(store, wave.origin == "demo")
    return next((one for one in same if one.wave != wave.wave and (one.as_of, one.seq) < (wave.as_of, wave.seq)), None)


def since_last(store: Store, wave: Import) -> Since | None:
    """A wave beside the one before it; None where there is none, or they share fewer than two items.

    Raises NotShown where too few ranked in either wave.
    """
    earlier = wave_before(store, wave)
    if earlier is None:
        return None
    then, now = answer(store, earlier), answer(store, wave)
    common = [item for item in now.pair_items if item in then.pair_items]
    if len(common) < 2:
        return None
    panel, why = panel_of(store, earlier, wave, then, now)
    return Since(
        earlier,
        wave,
        _on(then, common),
        _on(now, common),
        moves(then.ballots, now.ballots, (earlier.asked, wave.asked), panel),
        tuple(item for item in then.pair_items if item not in common),
        tuple(item for item in now.pair_items if item not in common),
        panel.n if panel else 0,
        why,
    )


def panel_of(store: Store, earlier: Import, wave: Import, then: Answer, now: Answer) -> tuple[Panel | None, NoPanel]:
    """Those who ranked both times, or why they are not told apart."""
    imports = {"then": earlier.import_id, "now": wave.import_id}
    rows = _ranked_twice(store, **imports)
    counts = [row["n"] for row in rows]
    if not counts:
        return None, "no token lasts"
    (alike,) = store.ask("panel_alike", **imports)
    if alike["known"] and alike["alike"] < ALIKE * alike["known"]:
        return None, "tokens of others"
    if not enough_twice(sum(counts), (then.ranked, now.ranked)) or _told_apart(store, earlier, wave, rows):
        return None, "too few"
    lots = (
        _lot(view, [(row[name], row["n"]) for row in rows])
        for view, name in ((then, "places_then"), (now, "places_now"))
    )
    return Panel(*lots), ""


def _ranked_twice(store: Store, then: str, now: str) -> list[Row]:
    """The pairs of ballots of those who ranked both times, and how many gave each."""
    rows = store.ask("panel", then=then, now=now)
    return [row for row in rows if _ranked(row["places_then"]) and _ranked(row["places_now"])]


def _told_apart(store: Store, earlier: Import, wave: Import, rows: list[Row]) -> bool:
    """Would a panel that earlier versions of the waves have shown tell of the few who came, went or changed since?"""
    versions = ([one.import_id, *seen_before(store, one.import_id)] for one in (earlier, wave))
    here = _counted(rows)
    for then, now in product(*versions):
        there = _counted(_ranked_twice(store, then, now))
        if there and 0 < max((here - there).total(), (there - here).total()) < FEWEST:
            return True
    return False


def _counted(rows: list[Row]) -> Counter[tuple[Any, ...]]:
    return Counter({(tuple(row["places_then"]), tuple(row["places_now"])): row["n"] for row in rows})


def figures_of(view: Answer, item: str) -> ItemFigures | None:
    """An item's figures in a wave, where it was asked and enough compared it."""
    return next((one for one in view.items if one.item == item and one.base >= FEWEST), None)


def _ranked(places: list[int | None]) -> bool:
    return any(place is not None for place in places)


def _lot(view: Answer, rows: list[tuple[list[int | None], int]]) -> Ballots:
    means: BlankMeans = view.blank_means
    return Ballots.of(view.pair_items, rows, means)


def _on(view: Answer, items: list[str]) -> Answer:
    """The figures on some of the items; the same figures where these are all."""
    return (
        view if len(items) == len(view.pair_items) else analyse(shared(view.ballots, items), view.asked, fewest=FEWEST)
    )
