"""How much wider than Arial does a font run, and how high are its lines?

Widths are rounded up from the fonts' own tables (the wider of regular and bold over German and English text); a font
that is not listed counts with the cautious `UNKNOWN`. Lines are those that PowerPoint sets: ascent, descent and gap.
"""

from __future__ import annotations

from typing import NamedTuple


class Face(NamedTuple):
    """Width against Arial, and line height in sizes of type."""

    wide: float
    line: float


UNKNOWN = Face(1.15, 1.25)
_FACES = {
    "aptos": Face(1.04, 1.28), "aptos display": Face(1.04, 1.28), "arial": Face(1.0, 1.15),
    "arial black": Face(1.3, 1.42), "arial narrow": Face(0.85, 1.15), "avenir next lt pro": Face(1.08, 1.37),
    "bahnschrift": Face(1.02, 1.2), "book antiqua": Face(1.03, 1.25), "calibri": Face(0.94, 1.23),
    "calibri light": Face(0.94, 1.23), "cambria": Face(0.99, 1.18), "candara": Face(0.98, 1.23),
    "century gothic": Face(1.12, 1.19), "corbel": Face(0.97, 1.23), "courier new": Face(1.25, 1.14),
    "dm sans": Face(1.06, 1.31), "fira sans": Face(1.07, 1.21), "franklin gothic book": Face(0.99, 1.14),
    "franklin gothic medium": Face(1.02, 1.14), "garamond": Face(0.92, 1.13), "georgia": Face(1.12, 1.14),
    "gill sans mt": Face(0.99, 1.16), "helvetica": Face(1.0, 1.15), "helvetica neue": Face(1.02, 1.2),
    "ibm plex sans": Face(1.08, 1.3), "inter": Face(1.08, 1.22), "lato": Face(1.0, 1.2),
    "liberation sans": Face(1.0, 1.15), "lucida sans": Face(1.13, 1.18), "lucida sans unicode": Face(1.13, 1.54),
    "montserrat": Face(1.2, 1.22),
    "noto sans": Face(1.11, 1.37), "open sans": Face(1.11, 1.37), "palatino linotype": Face(1.05, 1.35),
    "poppins": Face(1.2, 1.5), "roboto": Face(1.02, 1.18), "segoe ui": Face(1.06, 1.33),
    "segoe ui light": Face(1.03, 1.33), "segoe ui semibold": Face(1.09, 1.33), "source sans pro": Face(0.97, 1.26),
    "tahoma": Face(1.11, 1.21), "times new roman": Face(0.96, 1.15), "trebuchet ms": Face(1.03, 1.17),
    "tw cen mt": Face(0.95, 1.1), "verdana": Face(1.25, 1.22), "work sans": Face(1.1, 1.18),
}  # fmt: skip


def face_of(font: str) -> Face:
    """The measures of a font by its name.

    >>> face_of("Verdana").wide, face_of("Hausschrift Nord").wide
    (1.25, 1.15)
    """
    return _FACES.get(font.strip().casefold(), UNKNOWN)
