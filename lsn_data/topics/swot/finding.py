"""What does the SWOT find first? The risk that nobody has taken on; else what stands open, or what is not known."""

from __future__ import annotations

from lsn_data.language import Language
from lsn_data.topics.swot import words
from lsn_data.topics.swot.compute import ASKING, Factor, Swot


def finding(found: Swot, whole: Swot, say: Language) -> str:
    """A sentence for the factors shown: the heaviest risk without a measure, else weakness, else opportunity.

    `whole` holds also what a filter leaves out: the heaviest of a choice need not be the heaviest.
    """
    if not found.factors:
        return say("No factor of the SWOT fits this choice")
    if not found.known:
        return _unknown(found, say)
    for quadrant in ASKING:
        left = [one for one in found.of(quadrant) if not one.answered_by]
        if left:
            return _open(left, whole, found, say)
    if not any(found.of(quadrant) for quadrant in ASKING):
        return say("Only strengths fit this choice: they ask for no measure")
    return say("Every risk, weakness and opportunity shown has a measure")


def _unknown(found: Swot, say: Language) -> str:
    """Nothing links yet: what leads by votes, else what there is."""
    risks = found.of("threat")
    if risks and risks[0].votes and risks[0].votes > 0:
        text = words.brief(words.text_of(risks[0], say))
        return say("“{factor}” weighs most among the risks; no measure names a factor yet", factor=text)
    counts = say.listing([words.counted(quadrant, n, say) for quadrant in ASKING if (n := len(found.of(quadrant)))])
    if not counts:
        return say("No measure names a factor of the SWOT yet")
    return say("No measure names a factor yet: whether {counts} have an answer is not known", counts=counts)


def _open(left: list[Factor], whole: Swot, found: Swot, say: Language) -> str:
    """The heaviest of those without a measure, and whether it weighs most of all."""
    first, quadrant = left[0], left[0].quadrant
    text = words.brief(words.text_of(first, say))
    if not first.votes or first.votes < 0:
        return _without_votes(quadrant, len(left), len(found.of(quadrant)), text, say)
    if first == whole.of(quadrant)[0]:
        return {
            "threat": say("Nobody has taken on the heaviest risk: “{factor}”", factor=text),
            "weakness": say("No measure answers the heaviest weakness: “{factor}”", factor=text),
            "opportunity": say("No measure uses the heaviest opportunity: “{factor}”", factor=text),
        }[quadrant]
    if first != next(one for one in whole.broken if one.quadrant == quadrant):
        return say("In this choice no measure answers “{factor}”", factor=text)
    return {
        "threat": say("Among the risks that nobody has taken on, “{factor}” weighs most", factor=text),
        "weakness": say("Among the weaknesses without a measure, “{factor}” weighs most", factor=text),
        "opportunity": say("Among the opportunities that no measure uses, “{factor}” weighs most", factor=text),
    }[quadrant]


def _without_votes(quadrant: str, n: int, every: int, text: str, say: Language) -> str:
    """Nobody weighed them: how many are open, and the first in the document."""
    told = {"n": n, "all": every, "factor": text}
    if every == 1:
        return {
            "threat": say("The only risk has no measure: “{factor}”", **told),
            "weakness": say("The only weakness has no measure: “{factor}”", **told),
            "opportunity": say("No measure uses the only opportunity: “{factor}”", **told),
        }[quadrant]
    return {
        "threat": say("{n} of {all} risks have no measure, first in the document: “{factor}”", **told),
        "weakness": say("{n} of {all} weaknesses have no measure, first in the document: “{factor}”", **told),
        "opportunity": say("{n} of {all} opportunities have no measure, first in the document: “{factor}”", **told),
    }[quadrant]
