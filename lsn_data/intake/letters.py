"""In which one-byte encoding was this text written, when it is not UTF-8 and nothing says so?

Each encoding turns the same bytes into other signs. The right one gives letters inside words, above all those of
German, and dashes or quotation marks beside them; a wrong one puts quotation marks and blanks into the midst of words.
"""

from __future__ import annotations

import re
from collections import Counter

ENCODINGS = ("cp1252", "mac_roman", "cp850")  # the first wins a tie
HIGH_BYTE = re.compile(rb"([A-Za-z\x80-\xff]?)(?=([\x80-\xff])([A-Za-z\x80-\xff]?))", re.DOTALL)
LOOK_AT = 400_000
GERMAN = frozenset("äöüÄÖÜß")
COMMON = frozenset("éèêëàáâãåçñìíîïóòôõøúùûýæœÉÈÀÁÅÇÑÓØÆ")
BEFORE_A_WORD = frozenset("„“‚‘«»–—")
AFTER_A_WORD = frozenset("“”‘’«»–—€§°²³…·•µ®©™½¼\xa0")


def likely_encoding(data: bytes) -> str:
    """The encoding whose reading looks most like western European text.

    >>> likely_encoding("Größe".encode("mac_roman")), likely_encoding("für".encode("cp850"))
    ('mac_roman', 'cp850')
    """
    seen = Counter(HIGH_BYTE.findall(data[:LOOK_AT]))
    return max(ENCODINGS, key=lambda encoding: sum(_fit(found, encoding) * times for found, times in seen.items()))


def _fit(found: tuple[bytes, bytes, bytes], encoding: str) -> int:
    before, byte, after = found
    sign = byte.decode(encoding, "replace")
    beside = _is_letter(before) + _is_letter(after)
    if sign in GERMAN:
        return (0, 1, 3)[beside]
    if sign in COMMON:
        return (-2, 0, 1)[beside]
    if before.isalpha() and after.isalpha():
        return -2
    return 2 if sign in (BEFORE_A_WORD if after.isalpha() else AFTER_A_WORD) else -2


def _is_letter(byte: bytes) -> bool:
    return byte.isalpha() or byte >= b"\x80"
