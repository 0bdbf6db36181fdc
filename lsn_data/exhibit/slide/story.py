"""How does a story stand on a slide? Its parts as text boxes side by side, each under its name."""

from __future__ import annotations

from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.util import Cm, Pt

from lsn_data.exhibit import Exhibit, clean
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import text
from lsn_data.exhibit.slide.rows import CHART, WHOLE_WIDTH
from lsn_data.exhibit.slide.text import Area, Style

GAP, HEAD, SIZES = 1.2, 0.8, (20, 18, 16, 14, 12, 11, 10)


def story(slide: Any, exhibit: Exhibit) -> tuple[str, ...]:
    """One column a part of the first row, in one size of type; returns the parts that had to be cut, in full."""
    columns, row = exhibit.table.columns, exhibit.table.rows[0]
    said = [clean.line(column.shown(value, exhibit.say)) for column, value in zip(columns, row, strict=True)]
    wide = (WHOLE_WIDTH - GAP * (len(columns) - 1)) / len(columns)
    area = Area(CHART.x, CHART.y + HEAD, wide, CHART.high - HEAD)
    size = min(text.fitting(one, area, SIZES).size for one in said)
    cut = []
    for at, (column, one) in enumerate(zip(columns, said, strict=True)):
        x, own = CHART.x + at * (wide + GAP), at == len(columns) - 1
        colour = LIGHT.accent if own else LIGHT.ink3
        _rule(slide, x, wide, colour, exhibit)
        name = clean.shortened(clean.line(column.label), 60)
        head = Style(14, colour, bold=True)
        text.box(slide.shapes, Area(x, CHART.y - 0.1, wide, HEAD), name, head, exhibit.say, name)
        fitted = text.fitting(one, area, (size,))
        body = Area(x, area.y, wide, area.high)
        text.box(slide.shapes, body, fitted.text, Style(size, LIGHT.ink), exhibit.say, f"{name}: {exhibit.say('text')}")
        cut += [f"{name} = {one}"] if fitted.cut else []
    return tuple(cut)


def _rule(slide: Any, x: float, wide: float, colour: str, exhibit: Exhibit) -> None:
    y = CHART.y - 0.25
    line = text.plain(slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Cm(x), Cm(y), Cm(x + wide), Cm(y)))
    line.name = exhibit.say("Line")
    line.line.color.rgb, line.line.width = text.rgb(colour), Pt(1)
