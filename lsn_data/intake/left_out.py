"""Why was a row of the file left out, and is anything to be done about it?"""

from __future__ import annotations

from lsn_data.intake.report import LeftOut
from lsn_data.language import Language, mark

WHY = {
    "test": mark("Test answer, left out. Nothing to do."),
    "duplicate": mark("The same answer twice; the first one counts. Check whether two people answered."),
    "incomplete": mark("Broken off before the ranking, left out. Nothing to do."),
    "total": mark("A total, a section line or a note, not an answer; left out. Nothing to do."),
    "blank": mark("An empty row, left out. Nothing to do."),
}
EXAMPLE = mark("The template's example row, left out. Nothing to do.")
EXAMPLES = ("Beispiel:", "Example:")


def why_left_out(one: LeftOut, say: Language) -> str:
    """The reason in words.

    >>> why_left_out(LeftOut(7, "blank"), Language("en"))
    'An empty row, left out. Nothing to do.'
    """
    return say(EXAMPLE if one.why == "test" and one.text.startswith(EXAMPLES) else WHY[one.why])


def found_there(one: LeftOut, say: Language) -> str:
    """What stands in the row, or which row it repeats."""
    return say("as row {row}", row=one.text) if one.why == "duplicate" else one.text
