"""How is a table drawn on the page? As HTML with hairlines only, readable by people and by screen readers.

`st.html` keeps a style block and tables. Every text is escaped; the styles are bound to one class, in the
colours of the palette. The same table serves as the figures behind any chart.
"""

from __future__ import annotations

import html

from lsn_data.exhibit import Column, Exhibit, Way, clean
from lsn_data.exhibit.page import marks as page_marks
from lsn_data.exhibit.page import track as page_track
from lsn_data.exhibit.page.beginning import first_lines, first_rows, rows_told
from lsn_data.exhibit.palette import DARK, Palette
from lsn_data.exhibit.tables import group_ends, is_figure, shown, tints
from lsn_data.language import Language

# A text of so many characters stays on its line: `10 to 28%`, `8 by 2030`.
SHORT = 14

_STYLE = """<style>
.{c} {{ overflow-x: auto; color: {ink2}; font-size: 13px; line-height: 20px; }}
.{c} table {{ width: 100%; font-size: inherit; border-collapse: collapse; border: 0; margin: 0; }}
.{c} caption {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
.{c} th, .{c} td {{ font-size: inherit; border: 0; border-bottom: 1px solid {hairline}; padding: 6px 8px;
  text-align: left; vertical-align: top; background: transparent; overflow-wrap: break-word; min-width: 3em;
  max-width: 60em; }}
.{c} thead th {{ color: {ink3}; font-size: 12px; line-height: 17px; font-weight: 500; vertical-align: bottom;
  border-bottom-color: {ink3}; text-wrap: balance; }}
.{c} tbody th {{ color: {ink}; font-weight: 600; min-width: 14em; }}
.{c} th:first-child, .{c} td:first-child {{ padding-left: 0; }}
.{c} th.n, .{c} td.n {{ text-align: right; font-variant-numeric: tabular-nums; }}
.{c} td.n, .{c} td.d {{ white-space: nowrap; }}
.{c} td.tint {{ background: {tint}; color: {ink}; font-weight: 600; }}
.{c} .p {{ min-width: 15em; max-width: 90em; }}
.{c} tr.end > * {{ border-bottom-color: {ink3}; }}
.{c} tbody th.p {{ color: {ink2}; font-weight: 400; }}
.{c} td span, .{c} th span {{ display: block; font-size: 12px; line-height: 17px; font-weight: 400; color: {ink3};
  white-space: normal; }}
.{c} a.lsn-way {{ color: {accent}; text-decoration: none; }}
.{c} a.lsn-way:hover, .{c} a.lsn-way:focus-visible {{ text-decoration: underline; }}
{track}</style>"""


def table_html(exhibit: Exhibit, palette: Palette) -> str:
    """The exhibit's table as a style block and a `<table>` with caption and scopes.

    Cells that the chart names as worth a look (`tables.tints`) stand on a tint; columns that stand under another one
    are set small in its cell. Of a long table the beginning stands there, and says so.
    """
    told, exhibit = rows_told(exhibit), first_rows(exhibit)
    name = "lsn-table-dark" if palette is DARK else "lsn-table"
    columns = [column for column in exhibit.table.columns if not column.under]
    head = "".join(
        f'<th scope="col"{_kind(exhibit, column)}>{_escaped(clean.bound(column.label))}</th>' for column in columns
    )
    tinted, ends, end = tints(exhibit), group_ends(exhibit), ' class="end"'
    body = "".join(
        f"<tr{end if ends[at] else ''}>{_row(exhibit, at, said, tinted[at], palette)}</tr>"
        for at, said in enumerate(shown(exhibit))
    )
    caption = f"<caption>{_escaped(exhibit.title)}</caption>"
    foot = f'<tfoot><tr><td colspan="{len(columns)}">{_escaped(told)}</td></tr></tfoot>' if told else ""
    table = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody>{foot}</table>"
    kind = f"{name} sentences" if any(column.holds == "prose" for column in columns) else name
    moved = f'role="group" aria-label="{_escaped(exhibit.title)}" tabindex="0" data-moves'
    return f'{_style(name, palette)}<div class="{kind}" {moved}>{table}</div>'


def _style(name: str, palette: Palette) -> str:
    return _STYLE.format(
        c=name, ink=palette.ink, ink2=palette.ink2, ink3=palette.ink3, hairline=palette.hairline,
        tint=palette.accent_tint, accent=palette.accent,
        track=page_track.style(name, palette) + page_marks.style(name, palette),
    )  # fmt: skip


def _row(exhibit: Exhibit, at: int, said: list[str], tinted: set[str], palette: Palette) -> str:
    """The first cell names the row; the others hold its figures."""
    cells: list[str] = []
    for position, column in enumerate(exhibit.table.columns):
        if column.under:
            continue
        held = linked(
            _track(exhibit, at, column) or _lines(said[position], exhibit.say), exhibit.ways.get((at, column.key))
        )
        held = page_marks.marked(exhibit, at, column.key, held + _below(exhibit, at, column), palette)
        kind = _kind(exhibit, column, column.key in tinted, len(said[position]) <= SHORT)
        cells.append(f"<td{kind}>{held}</td>" if cells else f'<th scope="row"{kind}>{held}</th>')
    return "".join(cells)


def _below(exhibit: Exhibit, at: int, column: Column) -> str:
    """What stands small below a value in its cell; nothing where there is nothing to say."""
    lower = [
        linked(_escaped(other.shown(value, exhibit.say)), exhibit.ways.get((at, other.key)))
        for other, value in zip(exhibit.table.columns, exhibit.table.rows[at], strict=True)
        if other.under == column.key and value is not None
    ]
    return "".join(f"<span>{said}</span>" for said in lower)


def linked(drawn: str, way: Way | None) -> str:
    """What is drawn (HTML already) as a link to where it leads; without a way as it is.

    The mark `data-way` lets a plain click stay in the visit; in a new tab the link works by itself.

    >>> linked("<b>3</b>", Way("measures", (("theme", "region"),)))
    '<a class="lsn-way" href="measures?theme=region" data-way=""><b>3</b></a>'
    """
    return f'<a class="lsn-way" href="{html.escape(way.link)}" data-way="">{drawn}</a>' if way and drawn else drawn


def _track(exhibit: Exhibit, at: int, column: Column) -> str:
    """A place drawn with its range, where the chart says that this column holds one."""
    chart = exhibit.chart
    if chart.scale is None or not _holds_track(exhibit, column):
        return ""
    place, low, high = (chart.part(name)[at] for name in ("place", "low", "high"))
    if not (isinstance(place, int) and isinstance(low, int) and isinstance(high, int)):
        return ""
    return page_track.drawn(place, low, high, chart.scale, bool(chart.part("hollow")[at]))


def _holds_track(exhibit: Exhibit, column: Column) -> bool:
    return exhibit.chart.kind == "table" and exhibit.chart.parts.get("place") == column.key


def _kind(exhibit: Exhibit, column: Column, tinted: bool = False, short: bool = False) -> str:
    """The class of a cell: figures stand at the right, sentences get room, what is short stays on its line, tinted
    cells are the ones to look at."""
    classes = (["n"] if is_figure(column) and not _holds_track(exhibit, column) else []) + (["tint"] if tinted else [])
    if column.holds == "prose":
        classes += ["p"]
    elif column.holds == "date" or (short and not is_figure(column)):
        classes += ["d"]
    return f' class="{" ".join(classes)}"' if classes else ""


def _lines(value: str, say: Language) -> str:
    """A text whose lines stand below one another, as a list in a cell does."""
    lines = [line for line in value.split("\n") if line.strip()]
    return "<br>".join(map(_escaped, first_lines(lines, say)))


def _escaped(value: str) -> str:
    return html.escape(clean.line(value))
