"""How does a story stand on the page? Its parts as calm columns of the same width, each under its name."""

from __future__ import annotations

import html

from lsn_data.exhibit import Exhibit, clean
from lsn_data.exhibit.page.table import linked
from lsn_data.exhibit.palette import DARK, Palette

_STYLE = """<style>
.{c} {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 24px 32px;
  margin: 8px 0 4px; }}
.{c} section {{ border-top: 1px solid {ink3}; padding-top: 10px; }}
.{c} .part {{ font-size: 12px; line-height: 17px; font-weight: 600; color: {ink3}; margin: 0 0 6px; padding: 0; }}
.{c} p {{ font-size: 16px; line-height: 25px; color: {ink}; margin: 0; max-width: 36em; overflow-wrap: break-word; }}
.{c} section:last-child {{ border-top-color: {accent}; }}
.{c} section:last-child .part {{ color: {accent}; }}
.{c} a.lsn-way {{ color: {accent}; text-decoration: none; }}
</style>"""


def story_html(exhibit: Exhibit, palette: Palette) -> str:
    """The first row of the exhibit's table: a column each part; the last one, the own contribution, in accent."""
    name = "lsn-story-dark" if palette is DARK else "lsn-story"
    style = _STYLE.format(c=name, ink=palette.ink, ink3=palette.ink3, accent=palette.accent)
    said = "".join(
        f"<section><p class='part'>{_escaped(column.label)}</p>"
        f"<p>{linked(_escaped(column.shown(value, exhibit.say)), exhibit.ways.get((0, column.key)))}</p></section>"
        for column, value in zip(exhibit.table.columns, exhibit.table.rows[0], strict=True)
    )
    return f'{style}<div class="{name}">{said}</div>'


def _escaped(said: str) -> str:
    return html.escape(clean.line(said))
