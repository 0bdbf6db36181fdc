"""How does the command line tell the figures of a view? The fields of `ranking --json`, and why one is null."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lsn_data.disclosure import FEWEST
from lsn_data.language import Language, mark
from lsn_data.store import Import
from lsn_data.topics.priorities.compute import Answer, ItemFigures
from lsn_data.topics.priorities.differences import Difference
from lsn_data.topics.priorities.pairwise import compared
from lsn_data.topics.priorities.verdict import agreement_said, verdict

PLACES_ARE = mark(
    "Plausible places hold for all themes together with 95% confidence"
    " (Mogstad, Romano, Shaikh and Wilhelm 2024, step-down)."
)
SMALL_PAIRS = mark("Pairs that fewer than {fewest} respondents could compare are left out.")
SMALL_FIGURES = mark("Means over fewer than {fewest} respondents are left out.")
BLANK_BELOW = mark("A blank counts as below all ranked themes.")
BLANK_NOT_OFFERED = mark("A blank counts as not offered: such a theme is compared with nothing.")
NO_ASKED = mark("How many members were asked is not known: no correction for the finite membership.")
GROUP_NOT_ASKED = mark(
    "How many members of the group were asked is not known: no correction for the finite membership."
)
METHODS = mark(
    "Copeland: wins plus half of the draws. Schulze: winning votes. Consensus: all orders with the fewest"
    " disagreements (Kemeny, exact); a tie is none."
)
MODEL = mark(
    "Strengths: Plackett-Luce model, ties by Efron; standard errors and comparison intervals from the information"
    " matrix, without correction for the finite membership; robust errors with it. Two themes differ where their"
    " intervals do not overlap."
)
NO_WORTHS = mark("The strengths do not exist: the answers do not put every theme above every other by some chain.")
NO_INTERVALS = mark("The comparison intervals of some themes do not exist: a quasi-variance is negative.")
NO_AGREEMENT = mark("Kendall's W does not exist: too few rankings are complete, or all themes are tied in each.")
SMALL_AGREEMENT = mark("Kendall's W over fewer than {fewest} complete rankings is left out.")
MORE_ORDERS = mark("{n} orders are equally near; the first {listed} are listed.")
UNWEIGHTED = mark("All figures are unweighted; --weighted holds the order against the members.")


def view_json(
    found: Answer,
    wave: Import,
    answered: int,
    labels: Mapping[str, str],
    short: Mapping[str, str],
    themes: Mapping[str, str | None],
    say: Language,
) -> dict[str, Any]:
    """One view as the contract has it; `short` are the names that the verdict uses, as on page and slide."""
    return {
        "wave": wave.wave,
        "origin": wave.origin,
        "asked": found.asked,
        "answered": answered,
        "ranked": found.ranked,
        "blank_means": found.blank_means,
        "weighted": False,
        "suppressed": None,
        "items": [
            {"item": one.item, "label": labels[one.item], "theme": themes[one.item], **_item_json(one, found)}
            for one in found.items
        ],
        "pairs": _pairs_json(found),
        "consensus": _consensus_json(found),
        "agreement": _agreement_json(found),
        "worths_exist": found.worths is not None,
        "robust_errors": _robust_json(found),
        "tiers": [list(tier) for tier in found.tiers],
        "verdict": verdict(found, short, say),
        "notes": list(_notes(found, wave, say)),
    }


def difference_json(one: Difference, groups: Sequence[str]) -> dict[str, Any]:
    """How far the groups of these codes differ on an item; null where too few of a group placed it."""
    return {
        "item": one.item,
        "p": one.p,
        "p_holm": one.p_holm,
        "holds": one.holds,
        "gap": one.gap,
        "smallest_gap": one.smallest_gap,
        "mean_places": None if one.mean_places is None else dict(zip(groups, one.mean_places, strict=True)),
        "apart": None if one.apart is None else {"higher": groups[one.apart[0]], "lower": groups[one.apart[1]]},
    }


def _pairs_json(found: Answer) -> dict[str, Any]:
    """Who is put above whom by how many; a pair that too few could compare is null."""
    enough = compared(found.ballots) >= FEWEST
    k = range(len(found.pair_items))
    above = [[int(found.above[i, j]) if i == j or enough[i, j] else None for j in k] for i in k]
    return {"items": list(found.pair_items), "above": above}


def _item_json(one: ItemFigures, found: Answer) -> dict[str, Any]:
    """The figures of an item; a mean over too few respondents is null, as is what an item offered to too few got."""
    enough, offered = one.n >= FEWEST, one.base >= FEWEST
    at = found.pair_items.index(one.item)
    return {
        "n": one.n,
        "mean_place": one.mean if enough else None,
        "mean_se": one.mean_se if enough else None,
        "median_place": one.median if enough else None,
        "places": list(one.places) if offered else None,
        "not_ranked": one.not_ranked,
        "first_share": one.first_share if offered else None,
        "top3_share": one.top3_share if offered else None,
        "borda": one.borda if offered else None,
        "copeland": one.copeland,
        "schulze_place": one.schulze_place,
        "kemeny_place": found.consensus.places[at].tolist(),
        **_worth_json(found, at, offered),
        "place_low": one.place_low,
        "place_high": one.place_high,
    }


def _worth_json(found: Answer, at: int, offered: bool) -> dict[str, float | None]:
    """The strength of an item in the model, all null where it has none or was offered to too few."""
    told = found.worths if offered else None
    if told is None:
        names = ("log_worth", "log_worth_se", "worth", "comparison_low", "comparison_high")
        return dict.fromkeys(names)
    no_interval = bool(told.low[at] != told.low[at])
    return {
        "log_worth": float(told.log_worth[at]),
        "log_worth_se": float(told.error[at]),
        "worth": float(told.worth[at]),
        "comparison_low": None if no_interval else float(told.low[at]),
        "comparison_high": None if no_interval else float(told.high[at]),
    }


def _robust_json(found: Answer) -> dict[str, float | None] | None:
    """Errors of the logarithms that hold when the model is wrong, corrected for the finite membership."""
    if found.worths is None:
        return None
    offered = {one.item for one in found.items if one.base >= FEWEST}
    errors = zip(found.pair_items, found.worths.robust_error.tolist(), strict=True)
    return {item: error if item in offered else None for item, error in errors}


def _consensus_json(found: Answer) -> dict[str, Any]:
    names = found.pair_items
    return {
        "orders": [[names[item] for item in order] for order in found.consensus.orders],
        "orders_found": found.consensus.found,
        "distance": found.consensus.distance,
        "methods_agree": found.methods_agree,
        "condorcet_winner": found.condorcet_winner,
    }


def _agreement_json(found: Answer) -> dict[str, Any]:
    """Kendall's W; null over too few complete rankings."""
    told = found.agreement
    shown = told.n >= FEWEST
    return {
        "kendall_w": told.w if shown else None,
        "chi_square": told.chi_square if shown else None,
        "p": told.p if shown else None,
        "n": told.n,
    }


def _notes(found: Answer, wave: Import, say: Language) -> Iterator[str]:
    """What the figures rest on, and why some are null."""
    yield say(BLANK_BELOW if found.blank_means == "below" else BLANK_NOT_OFFERED)
    yield say(PLACES_ARE)
    if found.asked is None:
        yield say(GROUP_NOT_ASKED if wave.asked else NO_ASKED)
    if any(0 < one.n < FEWEST for one in found.items):
        yield say(SMALL_FIGURES, fewest=FEWEST)
    if (compared(found.ballots) < FEWEST).any():
        yield say(SMALL_PAIRS, fewest=FEWEST)
    yield say(METHODS)
    if len(found.consensus.orders) < found.consensus.found:
        listed, n = len(found.consensus.orders), found.consensus.found
        yield say(MORE_ORDERS, n=say.number(n), listed=say.number(listed))
    yield say(NO_WORTHS if found.worths is None else MODEL)
    if found.worths is not None and (found.worths.low != found.worths.low).any():
        yield say(NO_INTERVALS)
    yield from _agreement_notes(found, say)
    yield say(UNWEIGHTED)


def _agreement_notes(found: Answer, say: Language) -> Iterator[str]:
    if found.agreement.w is None:
        yield say(NO_AGREEMENT)
    elif found.agreement.n < FEWEST:
        yield say(SMALL_AGREEMENT, fewest=FEWEST)
    else:
        yield agreement_said(found.agreement, say)
