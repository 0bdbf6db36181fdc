"""How much money does a cell name, in which currency, and how certainly: "ca. 1,2 Mio. €", "350 T€", "1.2m EUR"?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lsn_data.intake.cells import Cell, text_of

CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "us$": "USD", "usd": "USD", "£": "GBP",
    "gbp": "GBP", "dkk": "DKK", "sek": "SEK", "nok": "NOK", "chf": "CHF", "pln": "PLN", "dkr": "DKK", "kr": "",
    "jpy": "JPY", "¥": "JPY", "dm": "DEM",
}  # fmt: skip
SCALES = {
    "mrd": 1e9, "milliarden": 1e9, "milliarde": 1e9, "bn": 1e9, "billion": 1e9,
    "mio": 1e6, "mill": 1e6, "million": 1e6, "millionen": 1e6, "millions": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "tsd": 1e3, "tausend": 1e3, "thousand": 1e3, "k": 1e3, "t": 1e3,
}  # fmt: skip
_JOINED = {"t€": ("t", "€"), "teur": ("t", "eur"), "k€": ("k", "€"), "keur": ("k", "eur"), "m€": ("m", "€"),
           "meur": ("m", "eur"), "mio€": ("mio", "€"), "tdkk": ("t", "dkk"), "mdkk": ("m", "dkk")}  # fmt: skip
_ABOUT = re.compile(
    r"\b(?:ca|circa|rund|etwa|ungefähr|about|approx|approximately|around|knapp|gut|fast|über|mehr als|up to|bis zu|max|"
    r"geschätzt|estimated|est|voraussichtlich|geplant|beantragt|vorläufig|tbc)\b\.?|[~≈><?]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d.,'\s\u00a0\u202f]*")
_DASH = re.compile(r"[,.]\s*[-–—]+")
# A sum owed or paid back: "-5.000 €", "EUR -5,000", "5.000-", "(5.000)".
_MINUS = re.compile(r"^([^\d\-−–]{0,6})[-−–]\s*(?=[^\d\-−–]{0,5}\d)|(?<=\d)[-−](?=\s*(?:€|eur)?$)", re.IGNORECASE)
_OWED = re.compile(r"^\(([^()]*\d[^()]*)\)\s*(€|eur|euro)?$", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\b(?:in|angaben in|werte in)\s+"
    r"(t\s?€|t\s?eur|(?:tsd|mio|mrd)\.?\s*(?:€|eur|euro)|k€|m€|thousand euros?|million euros?)"
    r"(?![a-z])|\((t€|teur|k€|mio\.? ?€|tsd\.? ?€)\)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True)
class Amount:
    """An amount in full units of its currency ("" if none is named); `doubtful` where the cell itself is not sure.

    `own` is the currency that the cell names, whatever its heading says.
    """

    amount: float
    currency: str = ""
    doubtful: bool = False
    own: str = field(default="", compare=False, repr=False)


def amount_of(cell: Cell, heading: str = "") -> Amount | None:
    """The one amount that a cell names, or None. A unit in the heading ("in T€") holds where the cell has none.

    >>> amount_of("ca. 1,2 Mio. €"), amount_of("350 T€").amount, amount_of("EUR 1.200.000").amount
    (Amount(amount=1200000.0, currency='EUR', doubtful=True), 350000.0, 1200000.0)
    >>> amount_of("rund 80.000 Euro (Eigenanteil 20 %)").amount, amount_of("1 200 000,-").amount
    (80000.0, 1200000.0)
    >>> amount_of(350, "Betrag in T€"), amount_of("1 Mio. € + 200 T€"), amount_of("€1,217,494.00 million").doubtful
    (Amount(amount=350000.0, currency='EUR', doubtful=False), None, True)
    >>> [amount_of(said).amount for said in ("-5.000 €", "12.000-", "(1.500)", "− 20,5 T€")]
    [-5000.0, -12000.0, -1500.0, -20500.0]
    """
    scale_above, currency_above = _unit(_words(heading))
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return Amount(round(float(cell) * (scale_above or 1.0), 2), currency_above)
    said = _OWED.sub(r"-\1 \2", text_of(cell))
    text, minus = _MINUS.subn(r"\1", _DASH.sub(" ", _BRACKET.sub(" ", said)).strip())
    numbers = _NUMBER.findall(text)
    if len(numbers) != 1 or "%" in text:
        return None
    rest = _NUMBER.sub(" ", _ABOUT.sub(" ", text))
    words = _words(rest)
    if any(word not in CURRENCIES and word not in SCALES for word in words):
        return None
    scale, currency = _unit(words)
    number = _number(numbers[0].strip(" .,'"), scale)
    if number is None:
        return None
    # A million written out and said again cannot be: the figure is kept, the unit is in doubt.
    twice = scale >= 1e6 and number >= 1e5
    # "5.000 €" under "in T€": the cell's own unit counts, and it is told.
    against = bool(currency and scale_above and not scale)
    factor = 1.0 if twice or against else scale or (scale_above or 1.0)
    amount = round(number * factor * (-1 if minus else 1), 2)
    return Amount(amount, currency or currency_above, twice or against or bool(_ABOUT.search(said)), currency)


def announced(texts: Iterable[str]) -> str:
    """The unit that the texts over a table announce for all its amounts, or "".

    >>> announced(["Erträge", "Angaben in Tsd. Euro"]), announced(["Einnahmen (T€)"]), announced(["in 2023"])
    ('Tsd. Euro', 'T€', '')
    """
    found = (match for text in texts for match in _ANNOUNCED.finditer(text))
    return next((match[1] or match[2] for match in found), "")


def unit_of(text: str) -> tuple[float, str]:
    """The scale (0: none named) and the currency that a unit names.

    >>> unit_of("Mio. €"), unit_of("EUR"), unit_of("Follower")
    ((1000000.0, 'EUR'), (0.0, 'EUR'), (0.0, ''))
    """
    return _unit(_words(text))


def _words(text: str) -> list[str]:
    found: list[str] = []
    for word in re.findall(r"[^\W\d_]+[$€]?|us\$|[€$£¥]", text.casefold()):
        found.extend(_JOINED.get(word, (word,)))
    return found


def _unit(words: list[str]) -> tuple[float, str]:
    """The scale (0: none named) and the currency among words; a lone letter counts only beside a currency."""
    currency = next((CURRENCIES[word] for word in words if word in CURRENCIES), "")
    named = [SCALES[word] for word in words if word in SCALES and (len(word) > 1 or currency)]
    return (named[0] if named else 0.0), currency


def _number(text: str, scale: float) -> float | None:
    """Money has no three decimals: "80.000" is eighty thousand. Before a million "1,234" may be either: only the comma
    of "1,2 Mio." is plain."""
    digits = re.sub(r"[\s\u00a0\u202f']", "", text)
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return float(digits)
    after, signs = len(digits) - last - 1, {sign for sign in digits if sign in ".,"}
    if len(signs) == 2:
        whole = re.sub(r"[.,]", "", digits[:last])
        return float(f"{whole}.{digits[last + 1 :] or 0}")
    if digits.count(digits[last]) > 1:
        return float(re.sub(r"[.,]", "", digits)) if after == 3 else None
    if after == 3 and scale >= 1e6:
        return float(digits.replace(",", ".")) if digits[last] == "," else None
    if after == 3 and digits[0] != "0":
        return None if scale and digits[last] == "," else float(re.sub(r"[.,]", "", digits))
    return float(digits.replace(",", "."))
