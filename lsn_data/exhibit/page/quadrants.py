"""How are quadrants drawn on the page? Panels in two columns, each a quiet table: text, weight, what answers it.

Every text is escaped. Marked rows are those to look at: bold, with what is missing in a box. What leads on is a link.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

from lsn_data.exhibit import Column, Exhibit, clean
from lsn_data.exhibit.page.table import linked
from lsn_data.exhibit.palette import DARK, Palette
from lsn_data.exhibit.quadrants import Entry, Panel, heads, panels

BAR, WEIGHT = 36, 70

_STYLE = """<style>
.{c} {{ display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 24px 36px; color: {ink2};
  font-size: 13px; line-height: 18px; margin-top: 4px; }}
.{c} .head {{ display: flex; align-items: baseline; gap: 8px; border-bottom: 1px solid {ink3}; padding-bottom: 5px; }}
.{c} .head h2 {{ font-size: 14px; line-height: 20px; font-weight: 600; color: {ink}; margin: 0; padding: 0;
  letter-spacing: 0; }}
.{c} .head span {{ font-size: 12px; line-height: 17px; color: {ink3}; }}
.{c} .head .told {{ margin-left: auto; text-align: right; }}
.{c} table {{ width: 100%; table-layout: fixed; border-collapse: collapse; border: 0; margin: 0; font-size: inherit; }}
.{c} caption {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
.{c} thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
.{c} th, .{c} td {{ border: 0; border-bottom: 1px solid {hairline}; padding: 6px 0; text-align: left;
  vertical-align: top; background: transparent; font-size: inherit; font-weight: 400; color: {ink}; }}
.{c} tbody tr:last-child > * {{ border-bottom: 0; }}
.{c} th {{ overflow-wrap: break-word; padding-right: 14px; }}
.{c} tr.look th {{ font-weight: 600; }}
.{c} th small {{ font-size: 12px; line-height: 17px; font-weight: 400; color: {ink3}; display: block; }}
.{c} td.w {{ white-space: nowrap; font-variant-numeric: tabular-nums; padding-right: 8px; }}
.{c} td.w i {{ display: inline-block; height: 8px; background: {actual}; margin-right: 6px; }}
.{c} tr.look td.w i {{ background: {accent}; }}
.{c} td.m {{ color: {ink2}; }}
.{c} td.m > span, .{c} td.m > a {{ margin-right: 9px; white-space: nowrap; }}
.{c} td.m .long {{ white-space: normal; }}
.{c} .none {{ font-size: 12px; color: {ink3}; }}
.{c} .missing {{ font-size: 12px; line-height: 16px; color: {accent}; border: 1px solid {accent}; border-radius: 3px;
  padding: 0 5px; background: {page}; display: inline-block; white-space: nowrap; margin: 0; }}
.{c} .empty {{ color: {ink3}; padding: 8px 0; }}
.{c} a.lsn-way {{ color: {accent}; text-decoration: none; }}
.{c} a.lsn-way:hover, .{c} a.lsn-way:focus-visible {{ text-decoration: underline; }}
.{c} th a.lsn-way {{ color: inherit; }}
@media (max-width: 760px) {{ .{c} {{ grid-template-columns: minmax(0, 1fr); }} }}
@media (max-width: 480px) {{
  .{c} .head {{ flex-wrap: wrap; }}
  .{c} :is(table, tbody) {{ display: block; }}
  .{c} tbody tr {{ display: flex; flex-wrap: wrap; border-bottom: 1px solid {hairline}; }}
  .{c} tbody tr > * {{ border: 0; }}
  .{c} tbody th {{ flex: 1 0 100%; box-sizing: border-box; padding: 6px 0 0; }}
  .{c} tbody td {{ padding: 4px 16px 6px 0; }}
}}
</style>"""


def quadrants_html(exhibit: Exhibit, palette: Palette) -> str:
    """The exhibit's panels as a style block and a table for each."""
    name = "lsn-quadrants-dark" if palette is DARK else "lsn-quadrants"
    found, columns = panels(exhibit), heads(exhibit)
    entries = [one for panel in found for one in panel.entries]
    heaviest = max((one.weight or 0 for one in entries), default=0)
    wide = {"label": "", "weight": f' style="width:{WEIGHT}px"', "codes": f' style="width:{_room(entries)}px"'}
    group = "".join(f"<col{wide[column.key]}>" for column in columns)
    drawn = "".join(_panel(exhibit, panel, columns, group, heaviest) for panel in found)
    return f'{_style(name, palette)}<div class="{name}" tabindex="0" data-moves>{drawn}</div>'


def _style(name: str, palette: Palette) -> str:
    return _STYLE.format(
        c=name, ink=palette.ink, ink2=palette.ink2, ink3=palette.ink3, hairline=palette.hairline,
        accent=palette.accent, actual=palette.actual, page=palette.page,
    )  # fmt: skip


def _room(entries: Sequence[Entry]) -> int:
    """Pixels for what answers: short codes need less than words."""
    return 112 if all(len(code) < 6 for one in entries for code in one.codes[:1]) else 150


def _panel(exhibit: Exhibit, panel: Panel, columns: Sequence[Column], group: str, heaviest: float) -> str:
    about = f"<span>{_escaped(panel.about)}</span>" if panel.about else ""
    told = f'<span class="told">{_escaped(panel.told)}</span>' if panel.told else ""
    head = f'<div class="head"><h2>{_escaped(panel.name)}</h2>{about}{told}</div>'
    if not panel.entries:
        return f'<div>{head}<div class="empty">{_escaped(exhibit.say("nothing here"))}</div></div>'
    named = "".join(f'<th scope="col">{_escaped(column.label)}</th>' for column in columns)
    keys = {column.key for column in columns}
    body = "".join(_row(exhibit, one, keys, heaviest) for one in panel.entries)
    start = f"<caption>{_escaped(panel.name)}</caption><colgroup>{group}</colgroup>"
    return f"<div>{head}<table>{start}<thead><tr>{named}</tr></thead><tbody>{body}</tbody></table></div>"


def _row(exhibit: Exhibit, one: Entry, keys: set[str], heaviest: float) -> str:
    small = f"<small>{_escaped(one.small)}</small>" if one.small else ""
    label = linked(_escaped(one.label), one.ways.get("label"))
    look = ' class="look"' if one.look else ""
    weight = f'<td class="w">{_bar(exhibit, one, heaviest)}</td>' if "weight" in keys else ""
    codes = f'<td class="m">{_codes(one)}</td>' if "codes" in keys else ""
    return f'<tr{look}><th scope="row">{label}{small}</th>{weight}{codes}</tr>'


def _bar(exhibit: Exhibit, one: Entry, heaviest: float) -> str:
    """The weight as a bar on one scale for all panels, and its figure; a dash where nobody voted."""
    if one.weight is None:
        return f'<span class="none">{_escaped(exhibit.say("no votes"))}</span>'
    wide = round(BAR * one.weight / heaviest) if heaviest else 0
    return f'<i style="width:{wide}px"></i>{_escaped(exhibit.say.number(one.weight))}'


def _codes(one: Entry) -> str:
    if one.missing:
        return linked(f'<span class="missing">{_escaped(one.missing)}</span>', one.ways.get("missing"))
    if not one.codes:
        return f'<span class="none">{_escaped(one.quiet)}</span>'
    return " ".join(
        linked(f'<span title="{_escaped(tip)}">{_escaped(code)}</span>', one.ways.get(f"code{at}"))
        for at, (code, tip) in enumerate(zip(one.codes, one.tips, strict=True))
    )


def _escaped(value: str) -> str:
    return html.escape(clean.line(value))
