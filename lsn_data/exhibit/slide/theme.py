"""Which colours and fonts does a template's master bring? Its theme, read as a program for slides reads it."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from lsn_data.exhibit.contrast import BLACK, WHITE, linear, mixed, rgb

_USUAL = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_NAMED = {"white": WHITE, "black": BLACK}
FIRST_GROUND = 1001


@dataclass(frozen=True)
class Theme:
    """A theme's colours by the names that shapes use (tx1, bg1, accent1, …), and its two fonts."""

    colours: dict[str, str]
    heading: str
    body: str
    grounds: tuple[Any, ...]

    def colour(self, element: Any, stands_for: str = WHITE) -> str | None:
        """What a colour element (srgbClr, schemeClr, …) means, as `#RRGGBB`; `stands_for` is what phClr means."""
        if element is None:
            return None
        name, value = element.tag.rpartition("}")[2], element.get("val", "")
        if name == "srgbClr" and _is_hex(value):
            plain = f"#{value.upper()}"
        elif name == "schemeClr":
            plain = stands_for if value == "phClr" else self.colours.get(value, "")
        elif name == "sysClr":
            plain = f"#{element.get('lastClr', '').upper()}" if _is_hex(element.get("lastClr", "")) else WHITE
        else:
            plain = _NAMED.get(value, "")
        return modified_by(plain, _changes(element)) if plain else None

    def fill(self, holder: Any, stands_for: str = WHITE) -> str | None:
        """The colour of the fill below `holder`: solid, or the middle of a gradient; None for pictures and none."""
        fills = [holder.find(qn(f"a:{kind}Fill")) for kind in ("solid", "grad")] if holder is not None else []
        return next((self._filled(one, stands_for) for one in fills if one is not None), None)

    def _filled(self, fill: Any, stands_for: str) -> str | None:
        if fill.tag == qn("a:solidFill"):
            return self.colour(fill[0], stands_for) if len(fill) else None
        found = [one for stop in fill.iter(qn("a:gs")) if len(stop) and (one := self.colour(stop[0], stands_for))]
        return mixed(found[0], found[-1], 0.5) if found else None

    def ground(self, background: Any) -> str | None:
        """The colour of a `p:bg`; None where a picture or a pattern makes it."""
        properties, reference = background.find(qn("p:bgPr")), background.find(qn("p:bgRef"))
        if properties is not None:
            return self.fill(properties)
        if reference is None or not len(reference):
            return None
        own = self.colour(reference[0])
        at = int(reference.get("idx", "0")) - FIRST_GROUND
        if 0 < at < len(self.grounds) and own:
            return self._filled(self.grounds[at], own) or own
        return own


def theme_of(master: Any, layout: Any) -> Theme:
    """The theme of a master with the mapping of its layout (python-pptx objects)."""
    part = next(one.target_part for one in master.part.rels.values() if one.reltype.endswith("/theme"))
    root = parse_xml(part.blob)
    scheme = {slot.tag.rpartition("}")[2]: slot[0] for slot in root.find(f".//{qn('a:clrScheme')}") if len(slot)}
    plain = Theme({}, "", "", ())
    colours = {name: found for name, slot in scheme.items() if (found := plain.colour(slot))}
    override = layout._element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
    mapping = override if override is not None else master._element.find(qn("p:clrMap"))
    mapped = {**_USUAL, **(dict(mapping.attrib) if mapping is not None else {})}
    colours |= {name: colours[slot] for name, slot in mapped.items() if slot in colours}
    fonts = [root.find(f".//{qn(f'a:{kind}Font')}/{qn('a:latin')}") for kind in ("major", "minor")]
    heading, body = (font.get("typeface", "") if font is not None else "" for font in fonts)
    grounds = root.find(f".//{qn('a:bgFillStyleLst')}")
    return Theme(colours, heading, body, tuple(grounds) if grounds is not None else ())


def _is_hex(value: str) -> bool:
    return len(value) == 6 and all(letter in "0123456789abcdefABCDEF" for letter in value)


def modified_by(colour: str, changes: Iterable[tuple[str, float]]) -> str:
    """The colour after lumMod, lumOff, shade and tint (ECMA-376 20.1.2.3; in 1/1000 %), as close as eyes tell.

    >>> modified_by("#4F81BD", [("lumMod", 75_000)])
    '#376092'
    """
    for name, value in changes:
        share = value / 100_000
        if name == "lumMod":
            colour = _lightness(colour, share, 0.0)
        elif name == "lumOff":
            colour = _lightness(colour, 1.0, share)
        elif name in ("shade", "tint"):
            colour = _in_light(colour, min(max(share, 0.0), 1.0), 0.0 if name == "shade" else 1.0)
    return colour


def _in_light(colour: str, share: float, end: float) -> str:
    """A colour mixed with black (0) or white (1) as light, not as numbers.

    >>> _in_light("#000000", 0.75, 1.0)
    '#898989'
    """
    parts = [share * linear(part / 255) + (1 - share) * end for part in rgb(colour)]
    coded = [12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts]
    return "#" + "".join(f"{round(part * 255):02X}" for part in coded)


def _changes(element: Any) -> list[tuple[str, float]]:
    return [(change.tag.rpartition("}")[2], _value(change)) for change in element]


def _value(change: Any) -> float:
    try:
        return float(change.get("val", "100000").rstrip("%"))
    except ValueError:
        return 100_000.0


def _lightness(colour: str, by: float, plus: float) -> str:
    hue, light, much = colorsys.rgb_to_hls(*(part / 255 for part in rgb(colour)))
    parts = colorsys.hls_to_rgb(hue, min(max(light * by + plus, 0.0), 1.0), much)
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)
