"""How is a table drawn on a slide? As a native PowerPoint table with hairlines, on as many slides as it needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Cm

from lsn_data.exhibit import Exhibit, alt, clean, fit
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import marks, text
from lsn_data.exhibit.slide.grid import ABOVE, BODY, SIDE, Grid, greedy, grid_of, is_bold, sides
from lsn_data.exhibit.slide.parts import describe
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.exhibit.tables import is_figure, tints

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def sheets(exhibit: Exhibit, wide: float) -> list[range]:
    """The rows that stand on each slide; at least one slide, also for a table without rows. Several are filled alike:
    the last one is no lonely row.
    """
    grid = grid_of(exhibit, wide)
    pages = greedy(grid, BODY.high)
    if len(pages) < 2:
        return pages
    limits = (grid.head_high + step * sum(grid.high) / len(pages) for step in (1.0, 1.05, 1.1, 1.2, 1.35, 1.5))
    return next((one for limit in limits if len(one := greedy(grid, min(limit, BODY.high))) == len(pages)), pages)


def bottom(exhibit: Exhibit, wide: float, rows: range) -> float:
    """Where some rows of the table end on their slide, in centimetres from the top."""
    grid = grid_of(exhibit, wide)
    none = 0 if len(rows) else grid.size * fit.LINE_HEIGHT / text.POINTS_PER_CM + 2 * ABOVE
    return BODY.y + grid.head_high + sum(grid.high[at] for at in rows) + none


def table(slide: Any, exhibit: Exhibit, wide: float, rows: range) -> tuple[str, ...]:
    """Some rows of the table; returns the labels that had to be cut, in full, and what was left out."""
    grid = grid_of(exhibit, wide)
    high = grid.head_high + sum(grid.high[at] for at in rows)
    empty = not len(rows)
    frame = slide.shapes.add_table(len(rows) + 1 + empty, len(grid.columns), *Area(BODY.x, BODY.y, wide, high).emu)
    describe(frame, exhibit.title, alt.told(exhibit))
    drawn = frame.table
    bare(drawn)
    _sized(drawn, grid, rows)
    _cells(drawn, 0, grid.heads, grid, exhibit, frozenset())
    looked_at = tints(exhibit)
    for down, at in enumerate(rows, start=1):
        _cells(drawn, down, grid.cells[at], grid, exhibit, frozenset(looked_at[at]))
    if empty:
        _no_entry(drawn, grid, exhibit)
    _drawings(slide, exhibit, grid, rows)
    return _left_out(exhibit, grid, rows)


def _no_entry(drawn: Any, grid: Grid, exhibit: Exhibit) -> None:
    """One row over all columns that says that there is nothing to list."""
    last = len(grid.columns) - 1
    if last:
        drawn.cell(1, 0).merge(drawn.cell(1, last))
    cell = drawn.cell(1, 0)
    text.write(cell.text_frame, [exhibit.say("no entry")], Style(grid.size, LIGHT.ink2), exhibit.say)
    cell.margin_left, cell.margin_right, cell.margin_top, cell.margin_bottom = (
        Cm(one) for one in (SIDE, SIDE, ABOVE, ABOVE)
    )
    finish(cell, LIGHT.hairline, None)
    drawn.rows[1].height = Cm(grid.size * fit.LINE_HEIGHT / text.POINTS_PER_CM + 2 * ABOVE)


def _drawings(slide: Any, exhibit: Exhibit, grid: Grid, rows: range) -> None:
    """The drawings over the first lines of their cells."""
    kinds = marks.drawn_in(exhibit)
    line = grid.size * fit.LINE_HEIGHT / text.POINTS_PER_CM
    for across, column in enumerate(grid.columns):
        if column.key not in grid.leads:
            continue
        left, y = BODY.x + sum(grid.wide[:across]), BODY.y + grid.head_high
        left += sides(grid.columns, across, grid.leads) - SIDE - grid.leads[column.key]
        for at in rows:
            marks.draw(slide, exhibit, at, kinds[column.key], Area(left, y + ABOVE, grid.wide[across], line))
            y += grid.high[at]


def bare(drawn: Any) -> None:
    """No style of PowerPoint's own."""
    drawn.first_row, drawn.horz_banding = True, False
    properties = drawn._tbl.tblPr
    for old in properties.findall(qn("a:tableStyleId")):
        properties.remove(old)
    properties.append(parse_xml(f"<a:tableStyleId {nsdecls('a')}>{_NO_STYLE}</a:tableStyleId>"))


def _sized(drawn: Any, grid: Grid, rows: range) -> None:
    """Widths and heights as measured."""
    for column, wide in zip(drawn.columns, grid.wide, strict=True):
        column.width = Cm(wide)
    for row, high in zip(drawn.rows, [grid.head_high, *(grid.high[at] for at in rows)], strict=False):
        row.height = Cm(high)


def _cells(drawn: Any, down: int, said: Sequence[str], grid: Grid, exhibit: Exhibit, tinted: frozenset[str]) -> None:
    for across, (column, one) in enumerate(zip(grid.columns, said, strict=True)):
        cell = drawn.cell(down, across)
        looked_at = column.key in tinted
        colour = LIGHT.ink3 if down == 0 else LIGHT.ink if across == 0 or looked_at else LIGHT.ink2
        bold = down > 0 and is_bold(across, column, tinted)
        align = text.RIGHT if is_figure(column) else text.LEFT
        anchor = text.BOTTOM if down == 0 else text.TOP
        text.write(cell.text_frame, [one], Style(grid.size, colour, bold, align, anchor), exhibit.say)
        leads = grid.leads if down else {}
        cell.margin_left, cell.margin_right = Cm(sides(grid.columns, across, leads) - SIDE), Cm(SIDE)
        cell.margin_top = cell.margin_bottom = Cm(ABOVE)
        cell.vertical_anchor = anchor
        finish(cell, LIGHT.ink3 if down == 0 else LIGHT.hairline, LIGHT.accent_tint if looked_at else None)


def finish(cell: Any, colour: str, tint: str | None) -> None:
    """A hairline below the cell, and its tint."""
    properties = cell._tc.get_or_add_tcPr()
    line = f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill></a:lnB>'
    properties.append(parse_xml(line))
    if tint:
        cell.fill.solid()
        cell.fill.fore_color.rgb = text.rgb(tint)


def _left_out(exhibit: Exhibit, grid: Grid, rows: range) -> tuple[str, ...]:
    """What the slide could not hold: long labels, and columns beyond the tenth."""
    full = [
        (
            grid.cells[at][0],
            clean.line(exhibit.table.columns[0].shown(exhibit.table.rows[at][0], exhibit.say)),
        )
        for at in rows
    ]
    told_in_full = [f"{short} = {whole}" for short, whole in full if short != whole]
    more = (
        len(exhibit.table.columns)
        - len(grid.columns)
        - len(marks.told(exhibit, marks.drawn_in(exhibit) if grid.leads else {}))
    )
    if more:
        told_in_full.append(
            exhibit.say.plural(
                "{n} more column stands in the workbook.", "{n} more columns stand in the workbook.", more
            )
        )
    return tuple(told_in_full)
