"""How are ranges, changes and methods of the further questions said?"""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.disclosure import FEWEST
from lsn_data.intake.report import Asked
from lsn_data.language import Language
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import Import
from lsn_data.topics.priorities.exhibits import corrected
from lsn_data.topics.questionnaire.answer import Rated, quoted
from lsn_data.topics.questionnaire.compute import Estimate, best_points


def signed(value: float, say: Language, digits: int = 1) -> str:
    """A change with its sign.

    >>> signed(0.24, Language("en")), signed(-0.06, Language("de")), signed(0.04, Language("en"))
    ('+0.2', '−0,1', '0.0')
    """
    said = say.number(abs(value), digits)
    if said == say.number(0, digits):
        return said
    return f"+{said}" if value > 0 else f"−{said}"


def change_said(change: Estimate | None, say: Language) -> str:
    """`+0.2`, on the next line the range in which the true change plausibly lies; an en dash where there is none."""
    if change is None:
        return "–"
    if change.low is None or change.high is None:
        return signed(change.value, say)
    span = say("{low} to {high}", low=signed(change.low, say), high=signed(change.high, say))
    return f"{signed(change.value, say)}\n{span}"


def points_change_said(change: Estimate | None, say: Language) -> str:
    """The change of a share in percentage points, on the next line its range."""
    if change is None:
        return "–"
    value, low, high = (100 * (one or 0.0) for one in (change.value, change.low, change.high))
    if change.low is None or change.high is None:
        return signed(value, say, 0)
    return f"{signed(value, say, 0)}\n{say('{low} to {high}', low=signed(low, say, 0), high=signed(high, say, 0))}"


def attribute_said(by: str, say: Language) -> str:
    """An attribute inside a sentence; English writes it small there.

    >>> attribute_said("size", Language("en")), attribute_said("size", Language("de"))
    ('size', 'Größe')
    """
    label = say.both(attribute_of(by).label)
    return label.lower() if say.code == "en" else label


def ends_of(questions: Sequence[Asked]) -> dict[int, str]:
    """What the points of a scale are called in the file, as far as it names them."""
    names: dict[int, str] = {}
    for asked in questions:
        for option in asked.options:
            if option.value is not None and option.label not in ("", str(option.value)):
                names.setdefault(option.value, option.label)
    return names


def scale_said(questions: Sequence[Asked], points: Sequence[int], say: Language) -> str:
    """`5 = very satisfied, 1 = very dissatisfied`, or `1 to 5` where the file names no end."""
    names = ends_of(questions)
    ends = [f"{point} = {names[point]}" for point in (points[-1], points[0]) if point in names]
    return ", ".join(ends) or say("{low} to {high}", low=points[0], high=points[-1])


def top_said(points: Sequence[int], say: Language) -> str:
    """Which points are the top of a scale."""
    if best_points(len(points)) == 1:
        return say("Point {point}", point=points[-1])
    return say("Points {low} and {high}", low=points[-2], high=points[-1])


def outside_said(questions: Sequence[Asked], say: Language) -> tuple[str, ...]:
    """Which answers stand outside of the scale, where there are any."""
    labels = [o.label for one in questions for o in one.options if o.value is None and o.count]
    if not labels:
        return ()
    named = quoted(list(dict.fromkeys(labels)), say)
    return (say("{labels} stands outside of the scale: counted apart, not in the mean.", labels=named),)


def method_said(wave: Import, say: Language) -> str:
    """What the ranges hold for."""
    return say("Ranges hold with 95% confidence ({corrected}).", corrected=corrected(wave.asked, say))


def change_note(before: Import | None, say: Language) -> tuple[str, ...]:
    """How a change since the wave before is to be read."""
    if before is None:
        return ()
    return (
        say(
            "Change since {wave} with its plausible range; a range that holds 0 may be chance.",
            wave=before.wave,
        ),
    )


def few_note(few: Sequence[Asked], say: Language) -> tuple[str, ...]:
    """Which questions fewer than five answered."""
    if not few:
        return ()
    names = quoted([one.row or one.question for one in few], say)
    return (say("Not shown, since fewer than {fewest} answered: {names}.", fewest=FEWEST, names=names),)


def not_split_note(names: Sequence[str], attribute: str, say: Language) -> tuple[str, ...]:
    """Which questions are not split by an attribute."""
    if not names:
        return ()
    return (
        say(
            "Not split by {attribute}, since fewer than {fewest} answers would show or could be worked out: {names}.",
            attribute=attribute,
            fewest=FEWEST,
            names=quoted(names, say),
        ),
    )


def words_of(found: Sequence[Rated], say: Language) -> tuple[str, ...]:
    """The questions as they were asked, each once."""
    asked = [one.asked.question for one in found if one.asked.question]
    distinct = list(dict.fromkeys(asked))
    if not distinct:
        return ()
    return (say("Asked: {questions}.", questions=quoted(distinct, say)),)
