"""By how much does the leading group lead? The distance that the message speaks of, between two bars of the slide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lsn_data.disclosure import FEWEST
from lsn_data.exhibit import Difference
from lsn_data.language import Language
from lsn_data.topics.priorities.compute import Answer
from lsn_data.topics.priorities.verdict import names_leaders

# A distance in points that is shown: less would look like a lead where the bars are alike.
SMALLEST = 5


def ahead(found: Answer, labels: Mapping[str, str], say: Language) -> Difference | None:
    """From the highest share of the next group to the lowest of the leading one, in points.

    None where the message names no leading group, where the shares tell another order than the groups, or where one of
    them is of too few.
    """
    if not names_leaders(found, labels, say):
        return None
    first, following = (_shares(found, tier) for tier in found.tiers[:2])
    if not first or not following:
        return None
    lowest, highest = min(first), max(following, key=lambda one: (one[0], -one[1]))
    points = round(100 * lowest[0]) - round(100 * highest[0])
    if points < SMALLEST:
        return None
    return Difference(highest[1], lowest[1], say("{n} points apart", n=points))


def asked(found: Answer, themes: Mapping[str, str | None], labels: Mapping[str, str], say: Language) -> str:
    """What leads and is no theme of the strategy asks for a decision; nothing where all that leads are themes."""
    beyond = [item for item in found.tiers[0] if item in themes and themes[item] is None]
    if not beyond or not names_leaders(found, labels, say):
        return ""
    return say("{items}: take it up as a theme, or say why not?", items=say.listing([labels[item] for item in beyond]))


def _shares(found: Answer, tier: Sequence[str]) -> list[tuple[float, int]]:
    """(share among the first three, row) of a group's items; nothing where one of them is of too few."""
    told = [(one.top3_share, at, one.base) for at, one in enumerate(found.items) if one.item in tier]
    known = [(share, at) for share, at, base in told if share is not None and base >= FEWEST]
    return known if len(known) == len(told) else []
