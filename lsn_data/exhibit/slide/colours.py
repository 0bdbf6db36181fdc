"""Which colour of the office's template takes which of our roles? Meaning stays, readability is kept.

A `Token` is what a shape gets: a name of the theme (tx1, bg1, accent2), so that it follows when the office recolours
its theme, or a plain colour.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lsn_data.exhibit.contrast import BLACK, MARK, TEXT, WHITE, contrast, is_dark, mixed, readable, rgb
from lsn_data.exhibit.palette import DARK, LIGHT, Palette
from lsn_data.exhibit.slide.theme import Theme, modified_by

ACCENTS = tuple(f"accent{at}" for at in range(1, 7))
LEAST_COLOURFUL = 0.18
INK_AT_LEAST = 7.0
_ROLES = ("page", "panel", "ink", "ink2", "ink3", "hairline", "actual", "previous", "accent", "accent_range",
          "accent_tint", "good", "bad", "notice", "notice_tint")  # fmt: skip
_TINT, _PANEL, _HAIRLINE = 0.12, 0.05, 0.16
# The ramp from an accent: towards ink, then ever more of the ground.
_STEPS = (-0.3, 0.0, 0.18, 0.4, 0.58, 0.74, 0.87)
_NEAR = 8
_SAME_HUE = 18 / 360
# "Darker 25 %", "Lighter 40 %" and "Lighter 60 %" of PowerPoint's colour chooser.
_STEPS_OF_PROGRAMS = (
    (("lumMod", 75_000),), (("lumMod", 60_000), ("lumOff", 40_000)), (("lumMod", 40_000), ("lumOff", 60_000)),
)  # fmt: skip


@dataclass(frozen=True)
class Token:
    """A colour as it looks, and the theme's name for it (empty: none) with what changes that (lumMod, lumOff)."""

    shown: str
    name: str = ""
    changes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Colours:
    """Our light palette's colours as tokens, on a ground."""

    ground: str
    known: Mapping[str, Token]

    def token(self, colour: str) -> Token:
        """What takes the place of a colour of ours; one between two of our roles stays between what took theirs."""
        wanted = colour.upper()
        if wanted in self.known:
            return self.known[wanted]
        return Token(self._between(wanted))

    def ink_on(self, ink: Token, ground: str) -> Token:
        """The ink where it can be read on this ground, else the theme's text or ground colour, else black or white."""
        others = [self.known[LIGHT.ink], self.known[LIGHT.page], Token(WHITE), Token(BLACK)]
        return next((one for one in (ink, *others) if contrast(one.shown, ground) >= TEXT), ink)

    def _between(self, colour: str) -> str:
        best = min(self._pairs, key=lambda pair: _apart(mixed(pair[0], pair[1], _part(colour, *pair)), colour))
        share = _part(colour, *best)
        if _apart(mixed(*best, share), colour) > _NEAR:
            return readable(colour, [self.ground], 1.3)
        return mixed(self.known[best[0]].shown, self.known[best[1]].shown, share)

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        """The pairs of our colours that a colour may lie between."""
        ends = [(one, LIGHT.page) for one in (LIGHT.actual, LIGHT.accent, LIGHT.previous, *LIGHT.ramp[:5])]
        return [(LIGHT.ramp[0], LIGHT.ramp[4]), *ends]


def colours_of(theme: Theme, ground: str) -> Colours:
    """The tokens of a theme on a ground of this colour."""
    made, accent = _palette(theme, ground)
    known = {getattr(LIGHT, role).upper(): Token(getattr(made, role)) for role in _ROLES}
    known[LIGHT.ink] = Token(made.ink, _name(theme, "tx1", made.ink))
    known[LIGHT.page] = Token(made.page, _name(theme, "bg1", made.page))
    known[LIGHT.accent] = accent or known[LIGHT.accent]
    known |= {ours.upper(): Token(theirs) for ours, theirs in zip(LIGHT.ramp, made.ramp, strict=True)}
    known.setdefault(LIGHT.ramp_ink[-1].upper(), Token(LIGHT.ramp_ink[-1]))
    return Colours(ground, known)


def _name(theme: Theme, name: str, colour: str) -> str:
    """The theme's name, if it means this colour."""
    return name if theme.colours.get(name) == colour else ""


def _palette(theme: Theme, ground: str) -> tuple[Palette, Token | None]:
    """Our palette for this ground, and the theme's accent that took the place of ours."""
    base = DARK if is_dark(ground) else LIGHT
    ink = theme.colours.get("tx1", "")
    ink = ink if ink and contrast(ink, ground) >= INK_AT_LEAST else readable(base.ink, [ground], INK_AT_LEAST)
    theirs = _accent(theme, ground, base)
    accent = theirs.shown if theirs else readable(base.accent, [ground])
    tint = _tint(ground, accent)
    made = replace(
        base, page=ground, ink=ink, accent=accent, accent_tint=tint,
        panel=mixed(ink, ground, _PANEL), hairline=mixed(ink, ground, _HAIRLINE),
        ink2=readable(base.ink2, [ground, mixed(ink, ground, _PANEL)]), ink3=readable(base.ink3, [ground]),
        actual=readable(base.actual, [ground], TEXT), previous=readable(base.previous, [ground], MARK),
        accent_range=_towards(accent, ground, MARK), good=readable(base.good, [ground]),
        bad=readable(base.bad, [ground]), notice=readable(base.notice, [base.notice_tint]),
    )  # fmt: skip
    same = base is LIGHT and ground == WHITE and theirs is None
    return (made if same else replace(made, ramp=_ramp(accent, ink, ground))), theirs


def _accent(theme: Theme, ground: str, base: Palette) -> Token | None:
    """The first accent that is a colour and can be read on the ground: the theme's first one, if need be a step darker
    or lighter as programs offer it; then the others, but for those that look like our "good" and "bad".
    """
    first = theme.colours.get(ACCENTS[0], "")
    tried = [Token(first, ACCENTS[0])] if first else []
    tried += [Token(modified_by(first, step), ACCENTS[0], step) for step in _STEPS_OF_PROGRAMS if first]
    for name in ACCENTS[1:]:
        colour = theme.colours.get(name, "")
        if colour and not any(_alike(colour, meaning) for meaning in (base.good, base.bad)):
            tried.append(Token(colour, name))
    fit = (one for one in tried if _colourful(one.shown) and contrast(one.shown, ground) >= TEXT)
    return next(fit, None)


def _alike(one: str, other: str) -> bool:
    """Do two colours have nearly the same hue?"""
    hues = [colorsys.rgb_to_hsv(*(part / 255 for part in rgb(each)))[0] for each in (one, other)]
    apart = abs(hues[0] - hues[1])
    return min(apart, 1 - apart) < _SAME_HUE


def _colourful(colour: str) -> bool:
    """Is it more than a grey? (The grey of the other bars must not be taken for it.)"""
    parts = [part / 255 for part in rgb(colour)]
    return colorsys.rgb_to_hsv(*parts)[1] >= LEAST_COLOURFUL and max(parts) - min(parts) >= LEAST_COLOURFUL


def _tint(ground: str, accent: str) -> str:
    """The ground with as much of the accent as still lets the accent be read on it."""
    steps = (_TINT - at * 0.02 for at in range(6))
    return next((tried for step in steps if contrast(accent, tried := mixed(accent, ground, step)) >= TEXT), ground)


def _towards(accent: str, ground: str, least: float) -> str:
    """The accent, as near to the ground as a mark may be."""
    tried = [mixed(accent, ground, step / 20) for step in range(8, 21)]
    return next((one for one in tried if contrast(one, ground) >= least), accent)


def _ramp(accent: str, ink: str, ground: str) -> tuple[str, ...]:
    return tuple(mixed(ink, accent, -step) if step < 0 else mixed(ground, accent, step) for step in _STEPS)


def _part(colour: str, one: str, other: str) -> float:
    """How much of `one` brings a colour nearest to it, from 0 to 1."""
    a, b, c = (rgb(each) for each in (one, other, colour))
    span = sum((x - y) ** 2 for x, y in zip(a, b, strict=True))
    along = sum((x - y) * (z - y) for x, y, z in zip(a, b, c, strict=True))
    return min(max(along / span, 0.0), 1.0) if span else 1.0


def _apart(one: str, other: str) -> int:
    return max(abs(a - b) for a, b in zip(rgb(one), rgb(other), strict=True))
