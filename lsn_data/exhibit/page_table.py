"""How is a table drawn on the page? As HTML with hairlines only, readable by people and by screen readers.

`st.html` keeps a style block and tables. Every text is escaped; the styles are bound to one class, in the
colours of the palette. The same table serves as the figures behind any chart.
"""

from __future__ import annotations

import html

from lsn_data.exhibit import Column, Exhibit, Value, clean
from lsn_data.exhibit.palette import DARK, Palette
from lsn_data.exhibit.tables import is_figure, tints

_STYLE = """<style>
.{c} {{ overflow-x: auto; color: {ink2}; font-size: 13px; line-height: 20px; }}
.{c} table {{ width: 100%; font-size: inherit; border-collapse: collapse; border: 0; margin: 0; }}
.{c} caption {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
.{c} th, .{c} td {{ font-size: inherit; border: 0; border-bottom: 1px solid {hairline}; padding: 6px 8px;
  text-align: left; vertical-align: top; background: transparent; overflow-wrap: anywhere; min-width: 3em; }}
.{c} thead th {{ color: {ink3}; font-size: 12px; line-height: 17px; font-weight: 500; vertical-align: bottom;
  border-bottom-color: {ink3}; overflow-wrap: break-word;
  text-wrap: balance; }}
.{c} tbody th {{ color: {ink}; font-weight: 600; min-width: 14em; }}
.{c} th:first-child, .{c} td:first-child {{ padding-left: 0; }}
.{c} th.n, .{c} td.n {{ text-align: right; font-variant-numeric: tabular-nums; }}
.{c} td.n {{ white-space: nowrap; }}
.{c} td.tint {{ background: {tint}; color: {ink}; font-weight: 600; }}
</style>"""


def table_html(exhibit: Exhibit, palette: Palette) -> str:
    """The exhibit's table as a style block and a `<table>` with caption and scopes.

    Cells that the chart names as worth a look (`tables.tints`) stand on a tint.
    """
    name = "lsn-table-dark" if palette is DARK else "lsn-table"
    columns = exhibit.table.columns
    head = "".join(f'<th scope="col"{_kind(column)}>{_escaped(clean.bound(column.label))}</th>' for column in columns)
    body = "".join(
        f"<tr>{_row(exhibit, row, tinted)}</tr>" for row, tinted in zip(exhibit.table.rows, tints(exhibit), strict=True)
    )
    caption = f"<caption>{_escaped(exhibit.title)}</caption>"
    table = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'{_style(name, palette)}<div class="{name}" tabindex="0">{table}</div>'


def _style(name: str, palette: Palette) -> str:
    return _STYLE.format(
        c=name, ink=palette.ink, ink2=palette.ink2, ink3=palette.ink3, hairline=palette.hairline,
        tint=palette.accent_tint,
    )  # fmt: skip


def _row(exhibit: Exhibit, row: tuple[Value, ...], tinted: set[str]) -> str:
    """The first cell names the row; the others hold its figures."""
    cells = list(zip(exhibit.table.columns, row, strict=True))
    (first, name), others = cells[0], cells[1:]
    named = f'<th scope="row">{_escaped(first.shown(name, exhibit.say))}</th>'
    return named + "".join(
        f"<td{_kind(column, column.key in tinted)}>{_escaped(column.shown(value, exhibit.say))}</td>"
        for column, value in others
    )


def _kind(column: Column, tinted: bool = False) -> str:
    """The class of a cell: figures stand at the right, tinted cells are the ones to look at."""
    classes = (["n"] if is_figure(column) else []) + (["tint"] if tinted else [])
    return f' class="{" ".join(classes)}"' if classes else ""


def _escaped(value: str) -> str:
    return html.escape(clean.line(value))
