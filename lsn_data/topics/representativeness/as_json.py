"""How does the command line tell the weighted figures? The fields of `ranking --json`, and why one is null."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lsn_data.disclosure import NotShown
from lsn_data.errors import Refused
from lsn_data.language import Language, mark
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.answer import item_labels, offered
from lsn_data.topics.priorities.as_json import BLANK_BELOW, BLANK_NOT_OFFERED
from lsn_data.topics.representativeness import words
from lsn_data.topics.representativeness.answer import weighted_answer
from lsn_data.topics.representativeness.weighted import Weighted, WeightedItem

WHOLE_ALONE = mark("Weighted figures are told for all members alone: of a group, single answers could be worked out.")
COARSE = mark(
    "Numbers of answers are unweighted. Mean places and their errors are rounded to one decimal, shares among the first"
    " three to steps of five points; a share is left out where fewer than five answers stand on either side of it."
)
NOT_TOLD = mark(
    "Not told weighted, since beside the unweighted figures they would give single answers away: how often a place was"
    " given, first places, points, pairs and the distance of the consensus."
)
NO_MODEL = mark("Strengths (Plackett-Luce) and Kendall's W are not computed with weights.")
# Fields of the contract that weighted figures do not have.
NULL_FIELDS = (
    "places", "first_share", "borda", "log_worth", "log_worth_se", "worth", "comparison_low", "comparison_high",
)  # fmt: skip


def weighted_ranking(store: Store, wave: Import, say: Language, one_group: bool = False) -> dict[str, Any]:
    """The JSON of `ranking --weighted`. What may not be shown gives `suppressed`; without members that are known,
    `refused` says what is missing.

    `one_group`: a group or all groups of an attribute were asked for.
    """
    try:
        if one_group:
            raise NotShown(WHOLE_ALONE, tuple(view for view in offered(store, wave) if len(view.parts) == 1))
        return _weighted_json(store, wave, weighted_answer(store, wave), say)
    except NotShown as refusal:
        nearest = [view.code for view in refusal.nearest]
        return _without_figures(wave, refusal.said(say), suppressed={"why": refusal.said(say), "nearest": nearest})
    except Refused as refusal:
        why = {"cause": refusal.cause, "why": refusal.said(say)}
        return _without_figures(wave, refusal.said(say), refused=why, suppressed=None)


def _without_figures(wave: Import, why: str, **more: Any) -> dict[str, Any]:
    return {"wave": wave.wave, "weighted": True, **more, "items": [], "verdict": why, "notes": [why]}


def _weighted_json(store: Store, wave: Import, found: Weighted, say: Language) -> dict[str, Any]:
    labels, short = (item_labels(store, wave, say, short=short) for short in (False, True))
    themes = {row["item"]: row["theme"] for row in store.ask("items", **{"import": wave.import_id})}
    plain = found.plain
    return {
        "wave": wave.wave,
        "origin": wave.origin,
        "asked": plain.asked,
        "answered": wave.rows_kept,
        "ranked": plain.ranked,
        "blank_means": plain.blank_means,
        "weighted": True,
        "effective_n": round(found.effective),
        "weighted_by": list(found.used),
        "not_weighted_by": list(found.left_out),
        "moved": [{"item": one.item, "from": one.before, "to": one.place} for one in found.moved],
        "suppressed": None,
        "items": [
            {"item": one.item, "label": labels[one.item], "theme": themes[one.item], **_item_json(one)}
            for one in found.items
        ],
        "pairs": {"items": list(plain.pair_items), "above": None},
        "consensus": {
            "orders": [list(order) for order in found.orders],
            "orders_found": found.orders_found,
            "distance": None,
            "methods_agree": None,
            "condorcet_winner": found.condorcet_winner,
        },
        "agreement": {"kendall_w": None, "chi_square": None, "p": None, "n": plain.agreement.n},
        "worths_exist": False,
        "robust_errors": None,
        "tiers": [list(tier) for tier in found.tiers],
        "verdict": words.weighting(found, short, say),
        "notes": list(_notes(found, short, say)),
    }


def _item_json(one: WeightedItem) -> dict[str, Any]:
    return {
        "n": one.n,
        "mean_place": one.mean,
        "mean_se": one.mean_se,
        "median_place": one.median,
        "not_ranked": one.not_ranked,
        "top3_share": one.top3_share,
        "copeland": one.copeland,
        "schulze_place": one.schulze_place,
        "kemeny_place": list(one.kemeny_place),
        "place_low": one.place_low,
        "place_high": one.place_high,
        **dict.fromkeys(NULL_FIELDS),
    }


def _notes(found: Weighted, short: dict[str, str], say: Language) -> Iterator[str]:
    yield say(BLANK_BELOW if found.plain.blank_means == "below" else BLANK_NOT_OFFERED)
    yield from words.weighted_notes(found, short, say)
    yield from (say(note) for note in (COARSE, NOT_TOLD, NO_MODEL))
