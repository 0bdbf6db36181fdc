"""Which of these names may be meant by that text, although it is written otherwise?

A suggestion only: nobody's data are changed by likeness. What is suggested is asked, or shown to be corrected.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from lsn_data.sheets.declared import plain

LEAST = 0.82
SHORTEST = 4
# What is longer is a paragraph, and no name written otherwise; to compare its letters takes its time.
LONGEST = 1000


def alike(text: str, names: Iterable[str], least: float = LEAST) -> list[str]:
    """The names that are written like the text, best first; `least` is the likeness asked for, from 0 to 1.

    Compared after `plain`. Names that are equal come first; texts shorter than four letters only match equal ones,
    whole paragraphs none.

    >>> alike("Biotechnolgie", ["Pharma", "Biotechnologie", "Medizintechnik"])
    ['Biotechnologie']
    >>> alike("Mitgliedsname", ["Name", "Mitglied", "Land"]), alike("HH", ["SH", "hh"])
    (['Mitglied'], ['hh'])
    """
    said = plain(text)
    found = [(likeness(said, plain(name)), name) for name in names] if 0 < len(said) <= LONGEST else []
    return [name for score, name in sorted(found, key=lambda one: -one[0]) if score >= least]


def likeness(said: str, name: str) -> float:
    """How alike two plain texts are written, from 0 to 1: letter by letter, in any order of words, or one in the other.

    >>> likeness("digital health", "health digital"), likeness("", "a")
    (0.99, 0.0)
    """
    if said == name:
        return 1.0 if said else 0.0
    if min(len(said), len(name)) < SHORTEST:
        return 0.0
    whole = fuzz.ratio(said, name) / 100
    words = 0.99 * fuzz.token_sort_ratio(said, name) / 100
    within = 0.9 * fuzz.partial_ratio(said, name) / 100 * min(1.0, (min(len(said), len(name)) + 4) / 10)
    return max(whole, words, within)
