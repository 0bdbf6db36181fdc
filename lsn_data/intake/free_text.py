"""What must not stay of what respondents wrote: addresses, numbers to call, links; and columns that name people."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from lsn_data.sheets.declared import plain

TAKEN_OUT = "[…]"
# Each part starts at one place of a word only, so that the time grows with the length of a text, not with its square.
_ADDRESSES = r"(?<![^\s<>()\[\],;:@])[^\s<>()\[\],;:@]++@[^\s<>()\[\],;@]+\.\w+"  # e-mail addresses
_LINKS = (
    r"\b(?:https?://|www\.)[^\s<>]+"
    r"|(?<![\w-])(?<![\w-]\.)(?:[\w-]++\.)+(?:de|com|org|net|eu|info|io|dk|at|ch|hamburg|health|bio)\b(?:/[^\s<>]*)?"
)
_NUMBERS = (
    r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"  # IP addresses, old and new
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4})(?![\w:])"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\w:])"
    r"|(?<![\w+])(?:\+|00)\d[\d\s/().-]{5,}\d"  # telephone numbers
    r"|(?<![\w.,-])\(?0\d{2,5}\)?[\s/-]{0,3}\d[\d\s/-]{3,}\d(?![\w.])"
)
_TRACES = re.compile(f"{_ADDRESSES}|{_LINKS}|{_NUMBERS}", re.IGNORECASE)
_CONTACTS = re.compile(f"{_ADDRESSES}|{_NUMBERS}", re.IGNORECASE)
_MAY_HOLD = re.compile(
    r"@|www|http|\.[^\W\d]|\d\.\d{1,3}\.\d|(?:\d\W{0,3}){6}|:[\da-f]*:",
    re.IGNORECASE,
)
_NAMES_PEOPLE = re.compile(
    r"\be-?mail\b|\bmail\s*-?adress|telefon|\btel\b|\bphone\b|\bhandy|\bmobil(?:nummer|e\s+number)|ansprechp|kontaktdaten"
    r"|kontaktperson|kontaktadresse|contact\s+(?:person|details|data|information)|rückfragen"
    r"|\b(?:ihr|your|full|first|last|vor|nach|sur|familien|firmen|company)\s*-?name\b|^name\b"
    r"|\bname\s+(?:der|des|ihre[rs]?|of|and|und)\b|\banschrift|\badresse\b|\baddress\b|\bstraße\b|\bstreet\b|postleitzahl"
    r"|\bplz\b|\bzip\b|post\s*code|linkedin|geburtsdatum|date\s+of\s+birth|\bunterschrift|\bsignature",
    re.IGNORECASE,
)
_NAMES_A_MEMBER = frozenset(
    plain(name)
    for name in (
        "Firma", "Unternehmen", "Organisation", "Company", "Institution", "Einrichtung", "Mitglied", "Member",
        "Mitgliedsname", "Mitgliedsnummer", "Mitglieds-Nr.", "Member number", "Organization", "Firma / Organisation",
    )
)  # fmt: skip
SHORT, LONGEST_TRACE, MOST_GROUPS = 5, 120, 9


def without_traces(text: str) -> str:
    """The text with `[…]` in place of e-mail addresses, links, IP addresses and telephone numbers.

    >>> without_traces("Ask anna@firma.de or 040 123 45 67; see www.firma.de/team. Since 2019, 1.500 Euro.")
    'Ask […] or […]; see […] Since 2019, 1.500 Euro.'
    """
    return _TRACES.sub(TAKEN_OUT, text) if _MAY_HOLD.search(text) else text


def names_a_contact(text: str) -> bool:
    """Does an e-mail address, an IP address or a telephone number stand in the text? Links are no contacts.

    >>> names_a_contact("Team Messe, 040 123 45 67"), names_a_contact("Neuer Auftritt von www.firma.de, 2026-03-31")
    (True, False)
    """
    return _CONTACTS.search(unicodedata.normalize("NFKC", text)) is not None


def _is_trace(text: str) -> bool:
    """Is the text nothing but an address, a number to call, a link?"""
    return text.count(" ") < MOST_GROUPS and without_traces(text).strip(" .,;") == TAKEN_OUT


def names_somebody(heading: str, texts: Mapping[str, int]) -> bool:
    """Does a column of texts hold who answered, rather than what was answered? `texts`: each text, how often.

    >>> names_somebody("Ansprechpartner", {"Anna Meyer": 1}), names_somebody("Sonstiges", {"anna@firma.de": 1})
    (True, True)
    >>> names_somebody("What about our e-mail newsletter?", {"I would like to get it less often than now": 1})
    False
    """
    count = sum(texts.values())
    alone = sum(n for text, n in texts.items() if len(text) <= LONGEST_TRACE and _is_trace(text))
    if alone >= max(1, 0.5 * count):
        return True
    if plain(heading) in _NAMES_A_MEMBER:
        return True
    short = sum(n for text, n in texts.items() if len(text.split()) <= SHORT)
    return bool(_NAMES_PEOPLE.search(heading)) and short >= 0.5 * count
