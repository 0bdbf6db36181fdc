"""Which colours carry which meaning? (measured contrasts: text at least 4.5, marks at least 3)"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """One colour scheme; the same roles in light and dark."""

    page: str
    panel: str
    ink: str
    ink2: str
    ink3: str
    hairline: str
    actual: str
    previous: str
    accent: str
    accent_range: str
    accent_tint: str
    good: str
    bad: str
    notice: str
    notice_tint: str
    ramp: tuple[str, ...]
    ramp_ink: tuple[str, ...]


_WHITE, _BLACK = "#FFFFFF", "#12181C"

LIGHT = Palette(
    page="#FFFFFF",
    panel="#F4F6F7",
    ink="#182026",
    ink2="#47525B",
    ink3="#626D76",
    hairline="#DDE2E6",
    actual="#3B464F",
    previous="#87929A",
    accent="#0B5E73",
    accent_range="#5E9AAC",
    accent_tint="#E4F0F3",
    good="#0E6E4C",
    bad="#C0402C",
    notice="#8A5A00",
    notice_tint="#FBF1DC",
    ramp=("#0A4659", "#1D6478", "#367B8E", "#699EAE", "#96BAC6", "#BFD5DC", "#E1ECEF"),
    ramp_ink=(_WHITE, _WHITE, _WHITE, _BLACK, _BLACK, _BLACK, _BLACK),
)
DARK = Palette(
    page="#12181C",
    panel="#192126",
    ink="#EAEEF0",
    ink2="#BAC4CB",
    ink3="#93A0A9",
    hairline="#2F3A41",
    actual="#C9D1D7",
    previous="#5C6971",
    accent="#63BED4",
    accent_range="#3E8698",
    accent_tint="#17323A",
    good="#5CC08F",
    bad="#F0857A",
    notice="#E0B050",
    notice_tint="#33290F",
    ramp=("#BDEBF5", "#8FD0E0", "#65B0C3", "#448EA2", "#2F6D7F", "#23505E", "#1C3741"),
    ramp_ink=(_BLACK, _BLACK, _BLACK, _BLACK, _WHITE, _WHITE, _WHITE),
)


def ramp_at(palette: Palette, place: int, scale: int) -> tuple[str, str]:
    """(fill, ink) of a place on a scale of any length: first and last place take the ends of the ramp.

    >>> ramp_at(LIGHT, 1, 7)[0], ramp_at(LIGHT, 7, 7)[0], ramp_at(LIGHT, 3, 3)[0]
    ('#0A4659', '#E1ECEF', '#E1ECEF')
    """
    last = len(palette.ramp) - 1
    step = 0 if scale < 2 else round((min(place, scale) - 1) * last / (scale - 1))
    return palette.ramp[step], palette.ramp_ink[step]
