"""Are these answers ratings on a scale? Then which number does each answer have, from low to high?

Words are read by the lists of `sheets/scales.py`. Numbers are a scale only where words say so or several columns of
one question hold them. What the file does not tell (which end is good, how many points there are) is assumed and said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lsn_data.sheets.declared import plain
from lsn_data.sheets.scales import (
    COUNTS,
    FAMILIES,
    LISTED,
    OUTSIDE,
    OUTSIDE_CODES,
    RATES,
    RECOMMENDS,
    SCHOOL,
    Family,
    leaning,
    strength_of,
)

Doubt = Literal["direction", "length"]
ENOUGH_ANSWERS = 30
MOST_POINTS, LONGEST_POINT = 11, 200
_NUMBERED = re.compile(r"^\s*\(?(\d{1,3})\)?(?:[.,]0+)?\s*(?:$|[-=:–—.)(|]+(?!\d)\s*(.*?)\)?\s*$)", re.DOTALL)
_NUMBER_LAST = re.compile(r"^\s*(\D.*?)\s*[\[(=:–-]+\s*(\d{1,2})\s*[\])]?\s*$", re.DOTALL)
_NAMED_END = re.compile(
    r"(?<![\d.,])(\d{1,2})\s*(?:=|:|≙|bedeutet|means|steht für|\(|–|-|is\b|ist\b)\s*([^\d,;()…=]{2,40})"
)
_SPAN = re.compile(r"(?<![\d.,])([01])\s*(?:-|–|—|bis|to|…|\.{2,3}|→)\s*(?:zu\s*)?(\d{1,2})(?![\d.,]*\d)")


@dataclass(frozen=True)
class Scale:
    """A scale: the number of each answer (None: outside of it, as "don't know"), how many points, what is assumed.

    `low` and `high` are the numbers of its ends. `turned`: the file counts the best as the lowest, we turned it.
    """

    name: str
    values: Mapping[str, int | None]
    low: int
    high: int
    doubts: tuple[Doubt, ...] = ()
    turned: bool = False


def kin_of(texts: Sequence[str], words: str) -> str:
    """What makes columns the rows of one array: the name of the scale that their words share, `numbers`, or "".

    >>> kin_of(["sehr zufrieden", "weiß nicht"], ""), kin_of(["1", "5"], "Wie zufrieden?"), kin_of(["ja", "nein"], "")
    ('satisfaction', 'numbers', '')
    """
    said = [text for text in texts if text not in _outside(texts)]
    if not said:
        return ""
    if _numbers(said):
        return "numbers"
    family = _family(said)
    listed = _listed(said)
    return family.name if family else listed[0] if listed else ""


def scale_of(answers: Mapping[str, int], words: str, together: bool = False, sure: bool = False) -> Scale | None:
    """The scale of the answers (text: how often) of a column, or of all rows of an array (`together`); or None.

    `words` are those of the question, its headings and its notes. `sure`: a person said that it is a scale.

    >>> scale_of({"sehr zufrieden": 9, "eher unzufrieden": 2, "teils/teils": 3, "weiß nicht": 1}, "").values
    {'sehr zufrieden': 5, 'eher unzufrieden': 2, 'teils/teils': 3, 'weiß nicht': None}
    """
    outside = _outside(answers)
    inside = {text: n for text, n in answers.items() if text not in outside}
    if not inside or (len(inside) < 2 and not (together or sure or RATES.search(words))):
        return None
    found = _of_numbers(inside, words, together, sure)
    found = found or _of_listed(inside) or _of_family(inside) or (_in_their_order(inside) if sure else None)
    if found is None:
        return None
    values = {text: found.values.get(text) for text in answers}
    return Scale(found.name, values, found.low, found.high, found.doubts, found.turned)


def _outside(texts: Iterable[str]) -> set[str]:
    """The answers that stand beside the scale: "don't know", or a single negative number that means it."""
    below = {text for text in texts if re.fullmatch(r"-\d{1,2}", text)}
    return {text for text in texts if len(text) < 50 and plain(text) in OUTSIDE} | (below if len(below) == 1 else set())


# words ---------------------------------------------------------------------------------------------------------------


def _family(texts: Sequence[str]) -> Family | None:
    """The family that all texts belong to, at least one by its stem."""
    said = [plain(text) for text in texts if len(text) <= 60]
    if len(said) < len(texts):
        return None
    for family in FAMILIES:
        strengths = [strength_of(family, one) for one in said]
        if None not in strengths and any(strengths):
            return family
    return None


def _of_family(answers: Mapping[str, int]) -> Scale | None:
    """The points follow from the words: as many steps below the middle as above it."""
    family = _family(list(answers))
    if family is None:
        return None
    strengths = {text: strength_of(family, plain(text)) or 0 for text in answers}
    steps = _steps({one for one in strengths.values() if one > 0}, {-one for one in strengths.values() if one < 0})
    count = len(set(steps.values()))
    middle_seen = 0 in strengths.values()
    middle = middle_seen or sum(answers.values()) < ENOUGH_ANSWERS or count == 1
    values = {text: _point(strength, steps, count, middle) for text, strength in strengths.items()}
    return Scale(family.name, values, 1, 2 * count + middle, ("length",) if middle and not middle_seen else ())


def _steps(above: set[int], below: set[int]) -> dict[int, int]:
    """Which step from the middle each strength is. What nobody chose on one side is known from the other.

    The ends of a scale may be worded with unlike strength: "stimme voll zu" and "stimme nicht zu" are both ends.

    >>> _steps({3, 2}, {2}), _steps({3}, {1}), _steps({3, 1}, {2, 1})
    ({2: 1, 3: 2}, {1: 1, 3: 2}, {1: 1, 2: 2, 3: 2})
    """
    strengths = sorted(above | below)
    tops = {max(above, default=0), max(below, default=0)}
    unlike = len(tops) == 2 and min(tops) > 1 and not (tops <= above or tops <= below) and len(strengths) > 2
    levels = [one for one in strengths if not (unlike and one == min(tops))]
    return {one: (len(levels) if unlike and one in tops else levels.index(one) + 1) for one in strengths}


def _point(strength: int, steps: Mapping[int, int], count: int, middle: bool) -> int:
    """The number of a point, counted from the lowest."""
    if strength == 0:
        return count + 1
    return count + middle + steps[strength] if strength > 0 else count + 1 - steps[-strength]


def _listed(texts: Sequence[str]) -> tuple[str, dict[str, int], int] | None:
    """The first listed scale that holds all the texts: its name, their numbers, its points."""
    said = {text: plain(text) for text in texts}
    for scale in LISTED:
        numbers = scale.values()
        if all(one in numbers for one in said.values()):
            return scale.name, {text: numbers[one] for text, one in said.items()}, len(scale.points)
    return None


def _of_listed(answers: Mapping[str, int]) -> Scale | None:
    """A listed scale; where many answered and nobody chose either end, it was asked without these ends."""
    found = _listed(list(answers))
    if found is None or len(set(found[1].values())) < 2:
        return None
    name, numbers, points = found
    seen = set(numbers.values())
    if len(seen) == 3 and not {1, points} & seen and sum(answers.values()) >= ENOUGH_ANSWERS:
        return Scale(name, {text: number - 1 for text, number in numbers.items()}, 1, points - 2, ("length",))
    return Scale(name, numbers, 1, points)


def _in_their_order(answers: Mapping[str, int]) -> Scale:
    """A person says that it is a scale and no list knows it: the order of the texts, which is told as assumed."""
    ordered = sorted(
        answers,
        key=lambda text: [int(one[:LONGEST_POINT]) if one.isdecimal() else one for one in re.split(r"(\d+)", text)],
    )
    values = {text: number for number, text in enumerate(ordered, start=1)}
    return Scale("own", values, 1, len(ordered), ("direction",))


# numbers -------------------------------------------------------------------------------------------------------------


def _numbers(texts: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Every text as (number, the words with it); empty if one has no number, or is no point of a scale."""
    found: dict[str, tuple[int, str]] = {}
    if any(len(text) > LONGEST_POINT for text in texts):
        return {}
    for text in texts:
        first, last = _NUMBERED.match(text), _NUMBER_LAST.match(text)
        if first:
            found[text] = (int(first[1]), (first[2] or "").strip())
        elif last:
            found[text] = (int(last[2]), last[1].strip())
        else:
            return {}
    points = {number for number, _ in found.values() if number not in OUTSIDE_CODES}
    return found if points and max(points) < MOST_POINTS else {}


def _of_numbers(answers: Mapping[str, int], words: str, together: bool, sure: bool) -> Scale | None:
    """Numbers with or without words at the ends, in the cells or in the question."""
    found = _numbers(list(answers))
    labelled = any(label for _, label in found.values())
    told = sure or labelled or bool(RATES.search(words)) or together
    if not found or not told or (COUNTS.search(words) and not (RATES.search(words) or labelled or sure)):
        return None
    points = {text: number for text, (number, _) in found.items() if number not in OUTSIDE_CODES}
    ends = {number: label for number, label in found.values() if label} or _named_ends(words)
    low, high, doubts = _span(set(points.values()), ends, words)
    if high - low < 2 or min(points.values()) < low:
        return None
    leads = _best_is_high(ends, words, low, high)
    if leads is None and not (RECOMMENDS.search(words) and high == 10):
        doubts = ("direction", *doubts)
    turned = leads is False
    values = {text: low + high - number if turned else number for text, number in points.items()}
    return Scale("numbers", {text: values.get(text) for text in answers}, low, high, doubts, turned)


def _named_ends(words: str) -> dict[int, str]:
    """`1 = sehr unzufrieden … 5 = sehr zufrieden` as numbers with their words.

    >>> _named_ends("Zufriedenheit (1 = sehr unzufrieden … 5 = sehr zufrieden)")
    {1: 'sehr unzufrieden', 5: 'sehr zufrieden'}
    """
    pairs = ((int(match[1]), match[2].strip()) for match in _NAMED_END.finditer(words))
    return {number: label for number, label in pairs if leaning(label)}


def _span(points: set[int], ends: Mapping[int, str], words: str) -> tuple[int, int, tuple[Doubt, ...]]:
    """The lowest and the highest number of the scale, and whether they had to be assumed."""
    highest = max(points)
    said = _SPAN.search(words)
    if len(ends) > 1 and max(ends) >= highest and min(ends) <= min(points):
        return min(ends), max(ends), ()
    if said and int(said[2]) >= highest and int(said[2]) < MOST_POINTS:
        return int(said[1]), int(said[2]), ()
    if SCHOOL.search(words) and highest <= 6:
        return 1, 6, ()
    if RECOMMENDS.search(words) and highest > 7:
        return 0, 10, ()
    low = 0 if 0 in points else 1
    usual = next(one for one in (5, 6, 7, 10) if one >= highest)
    return low, max(usual, max(ends, default=0)), () if highest == usual and usual in (5, 7, 10) else ("length",)


def _best_is_high(ends: Mapping[int, str], words: str, low: int, high: int) -> bool | None:
    """Is the highest number the good end? None if nothing says so."""
    told = Counter(
        leaning(label) * (1 if number > (low + high) / 2 else -1)
        for number, label in ends.items()
        if leaning(label) and number != (low + high) / 2
    )
    if told[1] != told[-1]:
        return told[1] > told[-1]
    return False if SCHOOL.search(words) and not ends else None
