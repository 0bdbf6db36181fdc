"""How is a text, a number or a date said in the reader's language?

English texts stand in the code and are the keys; German stands in `de/*.po`, one small catalogue a room.
`say("…")` translates, `say.plural("…", "…", n)` chooses the plural, `mark("…")` names a text that is said later.
The catalogues are read as text at first use: there is no compile step to forget.
"""

from __future__ import annotations

import datetime as dt
import gettext
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

HERE = Path(__file__).parent
CODES = ("de", "en")
NARROW_NO_BREAK_SPACE = "\u202f"


def mark(text: str) -> str:
    """Name a text for the catalogue where it stands; it is translated where it is shown."""
    return text


def spoken_in(environment: Mapping[str, str]) -> str:
    """The language of a system's environment; English where it names none of ours.

    >>> spoken_in({"LANG": "de_DE.UTF-8"}), spoken_in({"LC_ALL": "C", "LANG": "de_DE.UTF-8"})
    ('de', 'en')
    """
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return nearest(next(filter(None, named), ""))


def nearest(asked: str) -> str:
    """Of our languages, the one for whoever asks for this: German for German, English for all others.

    >>> nearest("de-AT,en;q=0.8"), nearest("fr"), nearest("")
    ('de', 'en', 'en')
    """
    return "de" if asked.lower().startswith("de") else "en"


@cache
def catalogue(code: str) -> Catalog:
    """All catalogues of a language as one (empty for English, whose texts are the keys)."""
    merged = Catalog(locale=code)
    for path in sorted((HERE / code).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=code):
                if message.id:
                    merged[message.id] = message
    return merged


@cache
def _translations(code: str) -> gettext.NullTranslations:
    if code == "en":
        return gettext.NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, catalogue(code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _decimal(value: float | Decimal) -> Decimal:
    """The number as it is written: 0.145 is 0.145, not the binary fraction just below it."""
    return value if isinstance(value, Decimal) else Decimal(value if isinstance(value, int) else str(float(value)))


def _rounded(value: float | Decimal, digits: int) -> Decimal:
    """Rounded to so many digits after the point, halves away from zero; what rounds to zero has no sign.

    >>> _rounded(0.145, 2), _rounded(12.5, 0), _rounded(-0.04, 1)
    (Decimal('0.15'), Decimal('13'), Decimal('0.0'))
    """
    exact = _decimal(value)
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0 if exact.is_finite() else exact


class Language:
    """Says texts, numbers and dates in one language; cheap to make, safe to share.

    >>> Language("de").number(1234.5, 1), Language("en").number(1234.5, 1)
    ('1.234,5', '1,234.5')
    >>> Language("en").percent(0.19, 1)
    '19.0%'
    """

    def __init__(self, code: str) -> None:
        if code not in CODES:
            raise ValueError(f"no such language: {code}")
        self.code = code
        self._translations = _translations(code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and other.code == self.code

    def __hash__(self) -> int:
        return hash(self.code)

    def __call__(self, text: str, **values: object) -> str:
        """The text in this language; `{names}` are filled with `values`."""
        said = self._translations.gettext(text) if text else ""
        return said.format(**values) if values else said

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The singular or plural text; `{n}` is the number as this language writes it."""
        said = self._translations.ngettext(one, many, n)
        return said.format(**{"n": self.number(n), **values})

    def number(self, value: float | Decimal, digits: int = 0) -> str:
        """A number with a fixed count of digits after the point, thousands grouped.

        A half is rounded away from zero, as spreadsheet and slide programs do: page and slide must not differ.
        """
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_decimal(_rounded(value, digits), format=pattern, locale=self.code))

    def percent(self, share: float | Decimal, digits: int = 0) -> str:
        """A share of one as per cent: `19.0%`, in German `19,0 %` with a narrow no-break space."""
        gap = NARROW_NO_BREAK_SPACE if self.code == "de" else ""
        return f"{self.number(_decimal(share) * 100, digits)}{gap}%"

    def date(self, day: dt.date | None) -> str:
        """ISO, as the board's notation wants it; an en dash when there is none."""
        return day.isoformat()[:10] if day else "–"

    def both(self, pair: tuple[str, str]) -> str:
        """The half of an (English, German) pair that this language reads."""
        return pair[1] if self.code == "de" else pair[0]

    def listing(self, parts: list[str]) -> str:
        """`A`, `A and B`, `A, B and C`."""
        if len(parts) < 2:
            return "".join(parts)
        return self("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])
