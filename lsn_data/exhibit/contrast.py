"""Can this be read on that? Luminance and contrast of colours as WCAG 2 counts them, and colours between two."""

from __future__ import annotations

from collections.abc import Iterable

from lsn_data.exhibit.columns import mixed

TEXT, MARK = 4.5, 3.0
WHITE, BLACK = "#FFFFFF", "#000000"


def luminance(colour: str) -> float:
    """Relative luminance from 0 (black) to 1 (white), WCAG 2.2.

    >>> luminance("#FFFFFF"), luminance("#000000")
    (1.0, 0.0)
    """
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """A colour channel from 0 to 1 as light (sRGB)."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """From 1 (equal) to 21 (black on white), WCAG 2.2.

    >>> round(contrast("#0B5E73", "#FFFFFF"), 1)
    7.3
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_dark(colour: str) -> bool:
    """Is white easier to read on it than black?

    >>> is_dark("#12181C"), is_dark("#F5F0E6")
    (True, False)
    """
    return contrast(colour, WHITE) > contrast(colour, BLACK)


def readable(colour: str, grounds: Iterable[str], least: float = TEXT) -> str:
    """The colour, moved towards black or white just as far as it must to be read on all of these grounds.

    >>> readable("#626D76", ["#FFFFFF"]), readable("#EAEEF0", ["#FFFFFF"])
    ('#626D76', '#757778')
    """
    grounds = list(grounds)
    ends = (WHITE, BLACK) if is_dark(grounds[0]) else (BLACK, WHITE)
    for end in ends:
        for step in range(0, 21):
            tried = mixed(end, colour, step / 20)
            if all(contrast(tried, ground) >= least for ground in grounds):
                return tried
    return ends[0]
