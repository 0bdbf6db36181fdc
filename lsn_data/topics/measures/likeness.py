"""How much alike are two titles? By the words that they share, so that anybody can check it. Pure.

Words are compared by what is left without endings, so that plural and case do not matter; a compound shares the word
that it holds ("Transferpreis" and "Preis"), and a slip of the pen in a long word is forgiven.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from lsn_data.sheets.declared import plain

SHORTEST, HELD, SLIP = 4, 5, 88
_ENDINGS = re.compile(r"(?:ungen|ungs|ung|isch|liche?|ische|ies|ern|en|er|es|em|ing|ed|e|s|n|y)$")
# Words that say nothing of what something is about; our own name stands in every other title.
_EMPTY = frozenset(
    plain(
        "about after also and any are aus auch bei beim both das dem den der des die durch each ein eine einem einen"
        " einer eines every for from für gegen gemeinsam gemeinsame gemeinsamer have into ihre ihrem ihren ihrer joint"
        " jede jedem jeder jedes life lsn mehr mit more nach nord not oder ohne our over science sciences sich sind"
        " that the their them they this those through und unser unsere unter von vom vor weiter what when where which"
        " wie will with zu zum zur zwischen über über first new neue neuer neuen three zwei drei two projekt project"
        " cluster region"
    ).split()
)


@dataclass(frozen=True)
class Alike:
    """How much two titles share: `share` from 0 to 1 (twice the shared words over all words), and these words."""

    share: float
    words: tuple[str, ...]


@lru_cache(maxsize=20_000)
def words(title: str) -> Mapping[str, str]:
    """The words of a title that say what it is about: {without ending: as it stands}.

    >>> words("Preise für den Transfer aus Start-ups")
    {'preis': 'Preise', 'transf': 'Transfer', 'startup': 'Start-ups'}
    """
    found: dict[str, str] = {}
    for word in re.findall(r"\w[\w-]*", title):
        bare = plain(word).replace(" ", "")
        if len(bare) >= SHORTEST and bare not in _EMPTY and not bare.isdigit():
            found.setdefault(stem(bare), word)
    return found


def stem(word: str) -> str:
    """A word without its ending, as long as something is left of it.

    >>> stem("preise"), stem("förderungen"), stem("messe")
    ('preis', 'förder', 'mess')
    """
    shorter = _ENDINGS.sub("", word)
    return shorter if len(shorter) >= SHORTEST else word


def same(one: str, other: str) -> bool:
    """Do two stems stand for the same word?

    >>> same("transferpreis", "preis"), same("inovation", "innovation"), same("messe", "presse")
    (True, True, False)
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(long) - len(short) == 1:
        return True
    if len(short) >= HELD and (long.startswith(short) or long.endswith(short)):
        return True
    return len(short) > HELD and fuzz.ratio(one, other) >= SLIP


def alike(asked: Mapping[str, str], titles: Iterable[str], known: Mapping[str, Sequence[str]]) -> Alike:
    """How much the best of some titles shares with the words `asked`; `known` tells for each stem its equals there.

    >>> asked = words("Prize for transfer")
    >>> alike(asked, ["Joint prize for transfers"], equals(asked, words("prizes transfers")))
    Alike(share=1.0, words=('Prize', 'transfer'))
    """
    best = Alike(0.0, ())
    for title in titles:
        theirs = words(title)
        shared = [word for one, word in asked.items() if any(other in theirs for other in known.get(one, ()))]
        every = len(asked) + len(theirs)
        if shared and 2 * len(shared) / every > best.share:
            best = Alike(2 * len(shared) / every, tuple(shared))
    return best


def equals(asked: Iterable[str], stems: Iterable[str]) -> dict[str, list[str]]:
    """For each stem asked the stems that stand for the same word: each pair is compared once, however many titles."""
    every = list(dict.fromkeys(stems))
    return {one: [other for other in every if same(one, other)] for one in asked}
