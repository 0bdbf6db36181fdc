"""What should a board take from the ranking, in one sentence?

The sentence is the message of the page and the slide, and the `verdict` of the command line. It says what holds among
all members, not only in the answers; where the answers leave it open, or where the way of counting decides, it says
that instead of naming a winner. A theme's name is never the subject of a verb that would have to follow its number:
names come from files.
"""

from __future__ import annotations

from collections.abc import Mapping

from lsn_data.language import Language, mark
from lsn_data.topics.priorities.agreement import Agreement
from lsn_data.topics.priorities.compute import Answer
from lsn_data.topics.priorities.plausible import fewest_to_tell
from lsn_data.topics.priorities.wording import inside, listed, listed_inside

# More themes than this are a field, not a group that one sentence should name.
NAMED = 3
DEGREES = (
    (0.1, mark("The members hardly agree (Kendall's W = {w} of 1, {n} complete rankings).")),
    (0.3, mark("The members agree weakly (Kendall's W = {w} of 1, {n} complete rankings).")),
    (0.5, mark("The members agree moderately (Kendall's W = {w} of 1, {n} complete rankings).")),
    (0.7, mark("The members agree strongly (Kendall's W = {w} of 1, {n} complete rankings).")),
    (2.0, mark("The members agree very strongly (Kendall's W = {w} of 1, {n} complete rankings).")),
)


def verdict(found: Answer, labels: Mapping[str, str], say: Language) -> str:
    """The finding in one sentence of up to two lines, without a full stop.

    `labels`: the items' names in the reader's language.
    """
    return (
        _alike(found, labels, say)
        or _too_few(found, say)
        or _in_a_circle(found, labels, say)
        or _methods_differ(found, labels, say)
        or _leading(found, labels, say)
    )


def names_leaders(found: Answer, labels: Mapping[str, str], say: Language) -> bool:
    """Does the finding say that one theme, or a small group, lies in front of all others?"""
    first = found.tiers[0]
    if len(found.tiers) < 2 or len(first) > NAMED:
        return False
    if _alike(found, labels, say) or _too_few(found, say) or _in_a_circle(found, labels, say):
        return False
    return len(first) > 1 or not _methods_differ(found, labels, say)


def agreement_said(found: Agreement, say: Language) -> str:
    """How far the members agree, in a word with its number; empty where there is no number."""
    if found.w is None:
        return ""
    degree = next(text for below, text in DEGREES if found.w < below)
    return say(degree, w=say.number(found.w, 2), n=say.number(found.n))


def _alike(found: Answer, labels: Mapping[str, str], say: Language) -> str:
    """Everybody gave the same ranking."""
    if not found.ballots.alike:
        return ""
    n, first = say.number(found.ranked), [one.item for one in found.items if one.place == 1]
    if len(first) == len(found.items):
        return say("All {n} rankings put every theme on the same place", n=n)
    theme = listed_inside(first, labels, say)
    if _few(found):
        return say("All {n} rankings put {theme} first, but so few cannot speak for all members", n=n, theme=theme)
    return say("All {n} rankings are the same and put {theme} first", n=n, theme=theme)


def _too_few(found: Answer, say: Language) -> str:
    """So few answers that not even their unanimity would tell."""
    if not _few(found):
        return ""
    n = say.number(found.ranked)
    return say("{n} rankings are too few to say which theme comes first for all members", n=n)


def _in_a_circle(found: Answer, labels: Mapping[str, str], say: Language) -> str:
    """No theme beats all others: those in front beat each other in turn, and none of them stands out by points."""
    circle = found.circle
    if not 0 < len(circle) <= NAMED + 1 or not set(circle) <= set(found.tiers[0]):
        return ""
    return say(
        "In {n} rankings, {themes} beat each other in a circle; none of them comes first",
        n=say.number(found.ranked),
        themes=listed_inside(circle, labels, say),
    )


def _methods_differ(found: Answer, labels: Mapping[str, str], say: Language) -> str:
    """Points and pairs name different winners."""
    first, winner, points = found.tiers[0], found.condorcet_winner, found.items[0].item
    if winner is None or len(found.first_by_score) > 1 or winner == points:
        return ""
    if len(first) == 1:
        return say(
            "By points the members clearly put {points} first, but head to head {pairs}: the counting method decides",
            points=inside(points, labels, say),
            pairs=inside(winner, labels, say),
        )
    if len(first) == 2 and winner in first:
        return say(
            "{themes} form the leading group; which of the two comes first depends on the counting method",
            themes=listed(first, labels, say),
        )
    if len(first) == NAMED and winner in first:
        return say("{themes} lead; the counting method decides their order", themes=listed(first, labels, say))
    return ""


def _leading(found: Answer, labels: Mapping[str, str], say: Language) -> str:
    """Who leads, and what the sample cannot tell."""
    first, n = found.tiers[0], say.number(found.ranked)
    if len(found.tiers) == 1:
        return say("{n} rankings cannot tell which theme comes first", n=n)
    if len(first) == 1:
        return say("The members clearly put {theme} first", theme=inside(first[0], labels, say))
    if len(first) == 2:
        return say(
            "{themes} form the leading group; which of the two comes first, {n} rankings cannot tell",
            themes=listed(first, labels, say),
            n=n,
        )
    if len(first) == NAMED:
        return say("{themes} lead; {n} rankings cannot tell their order", themes=listed(first, labels, say), n=n)
    return say(
        "{n} rankings put {theme} in front, but {possible} of {k} themes could come first",
        n=n,
        theme=inside(first[0], labels, say),
        possible=sum(one.place_low == 1 for one in found.items),
        k=len(found.items),
    )


def _few(found: Answer) -> bool:
    """Are there too few answers to tell any two themes apart, and not everybody's?"""
    everybody = found.asked is not None and found.ranked >= found.asked
    return found.ranked < fewest_to_tell(len(found.items)) and not everybody
