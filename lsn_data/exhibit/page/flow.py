"""How is a flow drawn on the page? Boxes as links over one picture of bands; nothing but boxes has text.

The bands are a picture without text, stretched to the width of the page; the boxes stand over it in per cent of that
width, so that they fit on each screen. A box that leads on is a link, so a click works without Plotly, which tells
Streamlit nothing of a click on a flow.
"""

from __future__ import annotations

import html
from urllib.parse import quote

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.flow import BOX, WIDTH, Band, Box, Layout, layout
from lsn_data.exhibit.palette import DARK, Palette

_STYLE = """<style>
.{c} {{ overflow-x: auto; font-size: 12px; line-height: 16px; color: {ink}; }}
.{c} .flow {{ position: relative; min-width: 900px; height: {high:.0f}px; margin: 6px 0 2px; }}
.{c} img {{ position: absolute; left: 0; top: 0; width: 100%; height: 100%; max-width: none; }}
.{c} .box {{ position: absolute; width: {wide:.1f}%; box-sizing: border-box; background: {panel}; color: {ink};
  border-left: 3px solid {actual}; padding: 4px 8px; display: flex; justify-content: space-between; gap: 8px;
  align-items: center; text-decoration: none; overflow: hidden; }}
.{c} a.box:hover, .{c} a.box:focus-visible {{ background: {tint}; color: {ink}; text-decoration: none; }}
.{c} .box.end {{ background: {page}; border: 1px dashed {accent}; border-left: 3px solid {accent}; color: {accent};
  font-weight: 600; }}
.{c} .box b {{ font-weight: 600; font-variant-numeric: tabular-nums; }}
.{c} .box span {{ white-space: nowrap; }}
</style>"""


def flow_html(exhibit: Exhibit, palette: Palette) -> str:
    """The exhibit's boxes and bands."""
    name = "lsn-flow-dark" if palette is DARK else "lsn-flow"
    found = layout(exhibit)
    boxes = "".join(
        _box(box, found.x[at]) for at, column in enumerate(found.columns) for box in column
    )  # fmt: skip
    style = _STYLE.format(
        c=name, ink=palette.ink, panel=palette.panel, page=palette.page, actual=palette.actual, accent=palette.accent,
        tint=palette.accent_tint, high=found.high, wide=100 * BOX / WIDTH,
    )  # fmt: skip
    drawn = f'<div class="flow">{_picture(found, palette)}{boxes}</div>'
    return f'{style}<div class="{name}" tabindex="0" data-moves>{drawn}</div>'


def _box(box: Box, x: float) -> str:
    place = f"left:{100 * x / WIDTH:.2f}%;top:{box.top:.1f}px;height:{box.high:.1f}px"
    said = "<br>".join(html.escape(line) for line in box.lines)
    held = f"<span>{said}</span>" + (f"<b>{html.escape(box.figure)}</b>" if box.figure else "")
    kind = "box end" if box.end else "box"
    told = f'class="{kind}" style="{place}" title="{html.escape(box.tip)}"'
    if box.way is None:
        return f"<div {told}>{held}</div>"
    return f'<a {told} href="{html.escape(box.way.link)}" data-way="">{held}</a>'


def _picture(found: Layout, palette: Palette) -> str:
    """All bands as one picture."""
    if not found.bands:
        return ""
    paths = "".join(_path(band, found, palette) for band in found.bands)
    size = f'viewBox="0 0 {WIDTH} {found.high:.0f}" preserveAspectRatio="none"'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{found.high:.0f}" {size}>{paths}</svg>'
    return f'<img alt="" src="data:image/svg+xml,{quote(drawn)}">'


def _path(band: Band, found: Layout, palette: Palette) -> str:
    """A band as a closed curve from the right edge of one box to the left edge of another."""
    left, right = found.x[band.column] + BOX, found.x[band.column + 1]
    middle = f"{(left + right) / 2:.1f}"
    top = f"M{left:.1f} {band.left:.1f}C{middle} {band.left:.1f} {middle} {band.right:.1f} {right:.1f} {band.right:.1f}"
    low_left, low_right = f"{band.left + band.high:.1f}", f"{band.right + band.high:.1f}"
    curve = f"{top}V{low_right}C{middle} {low_right} {middle} {low_left} {left:.1f} {low_left}Z"
    colour = palette.accent_range if band.end else palette.previous
    return f'<path d="{curve}" fill="{colour}" fill-opacity="0.42"/>'
