"""What is drawn of countries on paper? Europe with its values, the world where it is needed, and bars with figures."""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.contrast import mixed
from lsn_data.exhibit.outlines import View, outlines
from lsn_data.exhibit.page.map import Country, countries_of, views_of
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.paper.rows import Told
from lsn_data.exhibit.paper.text import line


def countries(exhibit: Exhibit) -> list[Told]:
    """The maps (outlines with their colours, as shares of their width) and all countries as bars."""
    found = countries_of(exhibit)
    column = exhibit.chart.table.columns[exhibit.chart.table.at(exhibit.chart.parts["value"])]
    most = max([one.value for one in found], default=1) or 1
    return [
        {
            "axis": line(exhibit.chart.axis),
            "maps": [_map(view, found, most) for view in views_of(found)],
            "bars": [
                {
                    "name": line(one.name),
                    "share": max(one.value, 0) / most,
                    "said": column.shown(one.value, exhibit.say),
                }
                for one in found
            ],
        }
    ]


def _map(view: View, found: Sequence[Country], most: float) -> Told:
    """The more, the stronger the colour; a country without a value is quiet land."""
    colours = {one.code: mixed(LIGHT.ramp[0], LIGHT.ramp[4], one.value / most) for one in found}
    return {
        "high": view.ratio,
        "countries": [{"colour": colours.get(one.code), "rings": one.rings} for one in outlines(view)],
    }
