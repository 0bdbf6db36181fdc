"""How are weights and links of the SWOT made, and what can their order not tell? The words for notes and help."""

from __future__ import annotations

from lsn_data.exhibit import Method
from lsn_data.language import Language
from lsn_data.topics.swot import words
from lsn_data.topics.swot.compute import QUADRANTS, Swot


def order_note(found: Swot, say: Language) -> str:
    """By what the factors are ordered, and how sure that is."""
    weighing = found.weighing
    if weighing.kind == "none":
        return say("Nobody has voted on the factors yet: they stand in the order of the document.")
    if weighing.kind == "points":
        return say("By points: a voter may give several to one factor, so no range can be given.")
    if weighing.kind == "votes":
        return say("By votes: how many voted is not told, so no range can be given.")
    voters = say.listing([say.number(one) for one in weighing.voters])
    if len(weighing.voters) > 1:
        return say(
            "By share of the voters; rounds of {voters} voters are not compared with one another.", voters=voters
        )
    return " ".join([say("By votes of {voters} voters.", voters=voters), _firsts(found, say)]).strip()


def _firsts(found: Swot, say: Language) -> str:
    """Among how many factors the heaviest of each quadrant is, where that can be told at all."""
    open_ones: list[str] = []
    clear = 0
    for quadrant in QUADRANTS:
        told = [one.may_be_first for one in found.of(quadrant)]
        if None in told or len(told) < 2:
            continue
        n = sum(map(bool, told))
        clear += n == 1
        open_ones += [words.counted(quadrant, n, say)] if n > 1 else []
    if not open_ones:
        return say("The heaviest of each quadrant is clear.") if clear else ""
    return say("Which weighs most stays open among {factors}.", factors=say.listing(open_ones))


def weight_methods(found: Swot, say: Language) -> tuple[Method, ...]:
    """Weight, range and order, as far as the votes allow them."""
    weight = Method(
        say("Weight"),
        say("Votes from workshops or a points round, as they were counted. A factor without votes stands last."),
    )
    if found.weighing.kind != "shares":
        return (weight,)
    return (
        weight,
        Method(
            say("Plausible range"),
            say(
                "The share of the voters that marked a factor, each at most once; the voters are taken as drawn at "
                "random."
            ),
            "Wilson 1927",
        ),
        Method(
            say("Heaviest of a quadrant"),
            say(
                "A factor may be the heaviest unless the first is clearly above it, by those who marked one of the two "
                "only. Who marked both is not known: the least overlap is taken. All together hold with 95% confidence."
            ),
            "McNemar 1947; Bonferroni",
        ),
    )


def links_method(say: Language) -> Method:
    """What counts as an answer."""
    return Method(
        say("With a measure"),
        say(
            "A measure answers the factors that it names, planned, running or done; a dropped one answers nothing. A "
            "strength without a measure is not broken, only not used."
        ),
    )
