"""Can this be read on that? Luminance and contrast of colours as WCAG 2 counts them, and colours between two."""

from __future__ import annotations

from collections.abc import Iterable

TEXT, MARK = 4.5, 3.0
WHITE, BLACK = "#FFFFFF", "#000000"


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue from 0 to 255.

    >>> rgb("#0B5E73")
    (11, 94, 115)
    """
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance from 0 (black) to 1 (white), WCAG 2.2.

    >>> luminance("#FFFFFF"), luminance("#000000")
    (1.0, 0.0)
    """
    red, green, blue = (linear(part / 255) for part in rgb(colour))
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


def ink_on(fill: str) -> str:
    """White or near-black, whichever is easier to read on a fill.

    >>> ink_on("#0B5E73"), ink_on("#C9D1D7")
    ('#FFFFFF', '#12181C')
    """
    return WHITE if luminance(fill) < 0.2 else "#12181C"


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two: `share` of the first.

    >>> mixed("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    parts = [a * share + b * (1 - share) for a, b in zip(rgb(one), rgb(other), strict=True)]
    return "#" + "".join(f"{int(part + 0.5):02X}" for part in parts)
