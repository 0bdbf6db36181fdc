"""Which texts can be set on the paper? Those whose letters our faces hold; an endless word gets places to break."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from lsn_data.exhibit import clean
from lsn_data.exhibit.paper import face as paper_face

_BREAK = "\u200b"
# What stands for a letter that our faces lack.
_UNKNOWN = "□"
# German compounds are parted by the layout; longer runs of letters, and addresses, are no words.
LONGEST_WORD, LONGEST_OTHER, _PIECE = 40, 24, 12
_ENDLESS = re.compile(rf"\S{{{LONGEST_OTHER + 1},}}")


def settable(told: Any) -> Any:
    """All texts of a structure of lists and dictionaries made settable; everything else as it is."""
    if isinstance(told, str):
        return text(told)
    if isinstance(told, dict):
        return {key: settable(value) for key, value in told.items()}
    return [settable(one) for one in told] if isinstance(told, list | tuple) else told


def text(said: str) -> str:
    r"""A text without letters that cannot be set; endless runs may break.

    >>> text("a\x00b 中 Kiel"), text("x1" * 15).count("\u200b"), text("Geschäftsführungsprotokolle").count("\u200b")
    ('ab □ Kiel', 2, 0)
    """
    composed = unicodedata.normalize("NFC", clean.text(said).replace("\t", " ").replace("\u00ad", ""))
    held = paper_face.held()
    known = "".join(letter if letter in held or letter == "\n" else _UNKNOWN for letter in composed)
    return known if len(known) <= LONGEST_OTHER else _ENDLESS.sub(_breakable, known)


def _breakable(found: re.Match[str]) -> str:
    run = found.group()
    if run.replace("-", "").isalpha() and len(run) <= LONGEST_WORD:
        return run
    return pieces(run, _PIECE)


def pieces(run: str, long: int) -> str:
    """A run of letters that may break after every so many; breaks that it has stay.

    >>> pieces("abcdef", 2).split("\u200b")
    ['ab', 'cd', 'ef']
    """
    return _BREAK.join(run[at : at + long] for at in range(0, len(run), max(long, 1)))


def line(said: object) -> str:
    r"""A text on one line, with `n = 9` kept together, and the number of an entry with its first word.

    >>> line("1. Eine\n Strategie")
    '1.\xa0Eine Strategie'
    """
    return re.sub(r"^(\d+\.) ", "\\1\u00a0", clean.bound(clean.line(said)))
