"""Which letters do the paper's faces hold, and how wide is a text in them? Read from the fonts beside the layout.

Of a TrueType file only three tables are needed: `cmap` (which letter is which glyph), `hhea` and `hmtx` (how far each
glyph moves on). Kerning is left out: it makes a line a little shorter.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
_FACES = ("Inter-Regular", "Inter-SemiBold", "InterDisplay-SemiBold")
# The room of a digit in a column of figures, by the widest digit of running text.
_TABULAR = 1.02
_WINDOWS_UNICODE = (3, 1)


@dataclass(frozen=True)
class Face:
    """How far each letter moves on, as a share of the type size."""

    moves: dict[str, float]

    def width(self, said: str) -> float:
        """The width of a line at size 1; a letter that is lacking counts as a wide one."""
        return sum(self.moves.get(letter, 1.0) for letter in said)


@cache
def face(name: str) -> Face:
    """One of our faces by the name of its file."""
    data = (FONTS / f"{name}.ttf").read_bytes()
    tables = _tables(data)
    em = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    count = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    moves = [struct.unpack_from(">H", data, tables["hmtx"] + 4 * at)[0] / em for at in range(count)]
    glyphs = _glyphs(data, tables["cmap"])
    return Face({chr(letter): moves[min(glyph, count - 1)] for letter, glyph in glyphs.items()})


@cache
def held() -> frozenset[str]:
    """The letters that every face holds."""
    return frozenset.intersection(*(frozenset(face(name).moves) for name in _FACES))


@lru_cache(maxsize=20_000)
def _relative(said: str, bold: bool) -> float:
    """The width of a line at size 1; tables ask for the same words again and again."""
    return face(_FACES[1] if bold else _FACES[0]).width(said)


def width(said: str, size: float, bold: bool = False) -> float:
    """The width of a line of text in points.

    >>> round(width("Quelle", 10), 1) < round(width("Quelle", 10, bold=True), 1) < 40
    True
    """
    return _relative(said, bold) * size


def figure_width(said: str, size: float, bold: bool = False) -> float:
    """The width of a figure in a column of figures, where all digits and signs take the same room.

    >>> figure_width("1.111", 8) > width("1.111", 8)
    True
    """
    widest = max(width(digit, size, bold) for digit in "0123456789") * _TABULAR
    return sum(widest if one.isdigit() or one in "+-−=±" else width(one, size, bold) for one in said)


def _tables(data: bytes) -> dict[str, int]:
    """Where each table of the file begins."""
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sIII", data, 12 + 16 * at) for at in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in entries}


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Letter by glyph from the Windows Unicode table (format 4: segments of neighbouring letters)."""
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    entries = (struct.unpack_from(">HHI", data, cmap + 4 + 8 * at) for at in range(count))
    start = cmap + next(offset for platform, encoding, offset in entries if (platform, encoding) == _WINDOWS_UNICODE)
    double = struct.unpack_from(">H", data, start + 6)[0]
    found: dict[int, int] = {}
    for at in range(0, double, 2):
        last, first, shift, ranged = (
            struct.unpack_from(">H", data, start + 14 + at + part * double + (2 if part else 0))[0] for part in range(4)
        )
        spot = start + 16 + 3 * double + at
        for letter in range(first, min(last, 0xFFFE) + 1):
            glyph = _glyph(data, letter, first, shift, ranged, spot)
            if glyph:
                found[letter] = glyph
    return found


def _glyph(data: bytes, letter: int, first: int, shift: int, ranged: int, spot: int) -> int:
    if not ranged:
        return (letter + shift) % 0x10000
    glyph = int(struct.unpack_from(">H", data, spot + ranged + 2 * (letter - first))[0])
    return (glyph + shift) % 0x10000 if glyph else 0
