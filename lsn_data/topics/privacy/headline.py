"""What is stored of whom, until when, and is anything past its day? The page's first sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from lsn_data.language import Language
from lsn_data.store import Term


def headline(terms: Sequence[Term], today: dt.date, demo: bool, say: Language) -> str:
    """One sentence: first what is past its day, else how much is kept until when."""
    over = [one.wave for one in terms if one.over(today)]
    if over:
        return say.plural(
            "Wave {named} is past its day and still stored",
            "Waves {named} are past their day and still stored",
            len(over),
            named=say.listing(over),
        )
    if not terms:
        return say("No member's answer is stored; those of the demo are invented") if demo else say(
            "No member's answer is stored")  # fmt: skip
    return say.plural(
        "The product keeps {answers} of {n} wave without names, until {day} at the latest",
        "The product keeps {answers} of {n} waves without names, until {day} at the latest",
        len(terms),
        answers=say.plural("{n} answer", "{n} answers", sum(one.answers for one in terms)),
        day=say.date(max(one.until for one in terms)),
    )
