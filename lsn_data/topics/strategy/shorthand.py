"""How is a measure named in two or three letters, in the reader's language? `visibility-2a` is V2a, in German S2a."""

from __future__ import annotations

from collections.abc import Mapping

from lsn_data.language import Language
from lsn_data.sheets.choices import THEMES

# (English, German); I is taken by innovation, so internationalisation goes by its second letter.
LETTERS: Mapping[str, tuple[str, str]] = {
    "visibility": ("V", "S"),
    "innovation": ("I", "I"),
    "region": ("R", "R"),
    "competencies": ("C", "K"),
    "internationalisation": ("N", "N"),
    "organisation": ("O", "O"),
}


def short(code: str, theme: str | None, say: Language) -> str:
    """The letter of its theme and what the code says beyond it; a code of the office's own making stays as it is.

    >>> short("visibility-2a", "visibility", Language("de")), short("M-17", "visibility", Language("de"))
    ('S2a', 'M-17')
    """
    letters, beyond = LETTERS.get(theme or ""), code.removeprefix(f"{theme}-")
    return say.both(letters) + beyond if letters and beyond and beyond != code else code


def key(themes: set[str], say: Language) -> str:
    """What the letters mean, for the themes that occur: `V Visibility, I Innovative power`."""
    named = [(say.both(LETTERS[one.code]), say.both(one.label)) for one in THEMES if one.code in themes & set(LETTERS)]
    return ", ".join(f"{letter} {name}" for letter, name in named)
