"""Which country does a cell mean, and what is it called? Codes are ISO 3166 (two letters); names come from Babel."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel import Locale
from babel.core import get_global

from lsn_data.language import CODES, Language
from lsn_data.sheets.declared import plain

# What people write beside the names that Babel knows.
_ALSO = {
    "usa": "US", "us": "US", "vereinigte staaten von amerika": "US", "united states of america": "US", "uk": "GB",
    "großbritannien": "GB", "great britain": "GB", "england": "GB", "holland": "NL", "tschechische republik": "CZ",
    "czech republic": "CZ", "korea": "KR", "republik korea": "KR", "russia": "RU", "südkorea": "KR",
}  # fmt: skip

# Codes of states that are no more, or of parts of one.
_FORMER = {"BUR", "ZAR", "DDR", "FXX", "TMP", "YMD"}
# What Babel names beside countries.
_NO_COUNTRY = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}


def code_of(said: str) -> str | None:
    """The code of a country that is given as a code or by its name; None for what is no country.

    >>> code_of("dk"), code_of("Dänemark"), code_of("Denmark"), code_of("USA"), code_of("Baltic Sea")
    ('DK', 'DK', 'DK', 'US', None)
    """
    return _known().get(plain(said))


def codes_of(said: Iterable[str]) -> list[str]:
    """The countries among some texts, each once."""
    return list(dict.fromkeys(code for code in map(code_of, said) if code))


def name_of(code: str, say: Language) -> str:
    """What a country is called; another text stays as it is.

    >>> name_of("DK", Language("de")), name_of("Baltic", Language("en"))
    ('Dänemark', 'Baltic')
    """
    return str(Locale.parse(say.code).territories.get(code, code))


@cache
def three_letters() -> dict[str, str]:
    """The code of three letters (as the map's shapes are named) of each code of two."""
    named = Locale.parse("en").territories
    return {
        two[0]: three
        for three, two in get_global("territory_aliases").items()
        if len(three) == 3 and three.isalpha() and three not in _FORMER
        if len(two) == 1 and two[0] in named and two[0] not in _NO_COUNTRY
    }


@cache
def _known() -> dict[str, str]:
    """Every writing of a country, made plain, with its code. Country codes are two letters; regions are numbers."""
    found = dict(_ALSO)
    for language in CODES:
        territories = Locale.parse(language).territories
        for code in three_letters():
            if code in territories:
                found |= {plain(territories[code]): code, code.casefold(): code}
    return found
