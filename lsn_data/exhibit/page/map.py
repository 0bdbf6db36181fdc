"""How are countries drawn on the page? A map of Europe with their values, the world beside it, and bars with figures.

The geometry lies with the product: the browser fetches it from the page's own host (`GEOMETRY`), nothing from others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plotly import graph_objects as go

from lsn_data.exhibit import Exhibit, clean, fit, outlines
from lsn_data.exhibit.course import number
from lsn_data.exhibit.outlines import View
from lsn_data.exhibit.page import rows as page
from lsn_data.exhibit.page.rows import Part
from lsn_data.exhibit.palette import LIGHT, Palette

# Where the browser finds the geometry: Plotly adds `europe_50m.json` and `world_110m.json`.
GEOMETRY = "/app/static/topojson/"
HEIGHT, ROW, BAR, TOP, WORLD, MOST_BARS = 460, 25, 14, 34, 190, 16
MAP_TO, BARS_FROM, BARS_TO, WORLD_FROM = 0.58, 0.80, 0.95, 0.64
# The countries that Europe's map shows (ISO 3166), by its corners.
EUROPE = frozenset(
    re.findall(
        "...",
        "ISL"
        "NOR"
        "SWE"
        "FIN"
        "EST"
        "LVA"
        "LTU"
        "DNK"
        "FRO"
        "IRL"
        "GBR"
        "NLD"
        "BEL"
        "LUX"
        "DEU"
        "POL"
        "CZE"
        "SVK"
        "AUT"
        "CHE"
        "LIE"
        "HUN"
        "FRA"
        "MCO"
        "AND"
        "ESP"
        "PRT"
        "ITA"
        "SMR"
        "VAT"
        "MLT"
        "SVN"
        "HRV"
        "BIH"
        "MNE"
        "SRB"
        "XKX"
        "ALB"
        "MKD"
        "GRC"
        "BGR"
        "ROU"
        "MDA"
        "UKR"
        "BLR",
    )
)


@dataclass(frozen=True)
class Country:
    """One country: its row in the chart's table, its name, its code (three letters), its value."""

    at: int
    name: str
    code: str
    value: float


def countries_of(exhibit: Exhibit) -> list[Country]:
    """The countries in their order; a row without a value is left out."""
    parts = zip(*(exhibit.chart.part(name) for name in ("label", "code", "value")), strict=True)
    return [
        Country(at, str(label), str(code), found)
        for at, (label, code, value) in enumerate(parts)
        if (found := number(value)) is not None
    ]


def views_of(found: Sequence[Country]) -> list[View]:
    """Europe as narrow as its countries allow; after it, or alone where none of them lies in Europe, the world."""
    codes = {one.code for one in found}
    europe = outlines.EUROPE_AND_ICELAND if "ISL" in codes else outlines.EUROPE
    beyond = [outlines.WORLD] if codes - EUROPE else []
    return [europe, *beyond] if codes & EUROPE or not codes else beyond


def figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Europe at the left; at the right the values as bars, below them the world where it is needed."""
    found = countries_of(exhibit)
    shown, beyond = found[:MOST_BARS], any(one.code not in EUROPE for one in found)
    europe = not found or any(one.code in EUROPE for one in found)
    height = max(HEIGHT, TOP + len(shown) * ROW + (WORLD + 24 if beyond and europe else 12))
    drawn = page.layout(height, 0, 0, palette)
    drawn["xaxis"] |= {"range": [0, max([one.value for one in found], default=1) or 1], "domain": [BARS_FROM, BARS_TO]}
    drawn["dragmode"] = False
    drawn["geo"] = _geo(palette, not europe, [0, MAP_TO], [0, 1])
    if beyond and europe:
        drawn["geo2"] = _geo(palette, True, [WORLD_FROM, 1], [0, WORLD / height])
    drawn["annotations"] = _texts(exhibit, shown, palette)
    maps = [_coloured(exhibit, found, name, palette) for name in ("geo", "geo2") if name in drawn]
    return go.Figure({"data": [*maps, _bars(exhibit, shown, palette)], "layout": drawn})


def _geo(palette: Palette, world: bool, x: Sequence[float], y: Sequence[float]) -> Part:
    """A map without frame, water and names: land in a quiet grey, borders in the colour of the page."""
    land = "#E3E8EB" if palette is LIGHT else "#28323A"
    view = (
        {"scope": "world", "resolution": 110, "projection": {"type": "natural earth"}, "lataxis": {"range": [-56, 80]}}
        if world
        else {
            "scope": "europe", "resolution": 50, "projection": {"type": "mercator"},
            "lonaxis": {"range": [-11.5, 32]}, "lataxis": {"range": [35.5, 69.5]},
        }
    )  # fmt: skip
    return {
        **view, "domain": {"x": list(x), "y": list(y)}, "bgcolor": "rgba(0,0,0,0)", "showframe": False,
        "showcoastlines": False, "showland": True, "landcolor": land, "showcountries": True,
        "countrycolor": palette.page, "countrywidth": 0.8, "showlakes": False, "showocean": False,
    }  # fmt: skip


def _coloured(exhibit: Exhibit, found: Sequence[Country], geo: str, palette: Palette) -> Part:
    """The countries in the ramp's colours: the more, the stronger."""
    most = max([one.value for one in found], default=1)
    strong, weak = palette.ramp[0], palette.ramp[4]
    return {
        "type": "choropleth", "geo": geo, "locationmode": "ISO-3", "locations": [one.code for one in found],
        "z": [one.value for one in found], "zmin": 0, "zmax": most, "showscale": False,
        "colorscale": [[0, weak], [1, strong]], "marker": {"line": {"color": palette.page, "width": 0.8}},
        "customdata": [one.at for one in found], "hovertext": [_told(exhibit, one) for one in found],
        "hoverinfo": "text",
    }  # fmt: skip


def _bars(exhibit: Exhibit, shown: Sequence[Country], palette: Palette) -> Part:
    return {
        "type": "bar", "orientation": "h", "x": [one.value for one in shown],
        "y": [TOP + (at + 0.5) * ROW for at in range(len(shown))], "width": BAR,
        "marker": {"color": palette.actual, "line": {"width": 0}}, "customdata": [one.at for one in shown],
        "hovertext": [_told(exhibit, one) for one in shown], "hoverinfo": "text", "cliponaxis": False,
    }  # fmt: skip


def _told(exhibit: Exhibit, one: Country) -> str:
    """What the box over a country tells: the figures of its row."""
    columns, row = exhibit.table.columns[1:], exhibit.table.rows[one.at][1:]
    return page.hover(one.name, *(f"{c.label}: {c.shown(v, exhibit.say)}" for c, v in zip(columns, row, strict=True)))


def _texts(exhibit: Exhibit, shown: Sequence[Country], palette: Palette) -> list[Part]:
    """The heading of the bars, and for each its country at the left and its figure at the right."""
    column = exhibit.chart.table.columns[exhibit.chart.table.at(exhibit.chart.parts["value"])]
    texts = [page.note(clean.plotly(exhibit.chart.axis), 12, palette.ink3, x=BARS_FROM)]
    room = (BARS_FROM - MAP_TO) * 900 / fit.INTER_TO_ARIAL - 16
    for at, one in enumerate(shown):
        y = TOP + (at + 0.5) * ROW
        name = clean.plotly(fit.cut(clean.line(one.name), page.LABEL_SIZE, room))
        texts += [
            page.note(name, y, palette.ink, x=BARS_FROM, xanchor="right", xshift=-8, size=page.LABEL_SIZE),
            page.note(
                clean.plotly(column.shown(one.value, exhibit.say)), y, palette.ink, x=one.value, xref="x", xshift=6
            ),
        ]
    return texts
