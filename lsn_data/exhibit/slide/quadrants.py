"""How are quadrants drawn on a slide? As native tables in two columns: all on one slide where they can be read, else
two panels a slide, and on as many slides as the entries need.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.util import Cm

from lsn_data.exhibit import Column, Exhibit, clean, fit
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.quadrants import Entry, Panel, heads, panels
from lsn_data.exhibit.slide import text
from lsn_data.exhibit.slide.parts import describe
from lsn_data.exhibit.slide.rows import WHOLE_WIDTH
from lsn_data.exhibit.slide.table import bare, finish
from lsn_data.exhibit.slide.text import Area, Style

AREA = Area(1.6, 4.75, WHOLE_WIDTH, 12.1)
BETWEEN, ABOVE, BELOW = 0.9, 0.07, 0.5
WIDE = (WHOLE_WIDTH - BETWEEN) / 2
# Several bands on a slide are read from the second size on; a band that fills a slide may be set in the last.
SIZES, SMALL = (14, 13, 12, 11), 10
WEIGHT_WIDE, CODES_LEAST, CODES_MOST, APART = 1.2, 2.0, 5.6, 0.3
MOST_LINES, HEAD_MORE = 4, 2
Band = tuple[Panel, ...]


@dataclass(frozen=True)
class Sheet:
    """One slide: its panels in two columns, the size of their type, how many lines a text may have (0: as it needs)."""

    panels: tuple[Panel, ...]
    size: float
    lines: int = 0

    @property
    def bands(self) -> list[Band]:
        """The panels in pairs, one below the other."""
        return [self.panels[at : at + 2] for at in range(0, len(self.panels), 2)]


@dataclass(frozen=True)
class _Grid:
    """The columns of the tables and how wide they are, in centimetres."""

    columns: tuple[Column, ...]
    wide: tuple[float, ...]
    size: float
    lines: int

    def cells(self, one: Entry, exhibit: Exhibit) -> list[str]:
        """The texts of an entry, each cut to its room if it must be."""
        weight = "–" if one.weight is None else exhibit.say.number(one.weight)
        codes = one.missing or _listed(one) or one.quiet
        said = {"label": one.label, "weight": weight, "codes": codes}
        return [self._short(clean.line(said[column.key]), at, one) for at, column in enumerate(self.columns)]

    def _short(self, said: str, at: int, one: Entry) -> str:
        room = self.room(at)
        if not self.lines:
            return said
        return fit.fitted(said, room, self.lines * self.size * fit.LINE_HEIGHT + 0.1, (self.size,), one.look).text

    def room(self, at: int) -> float:
        """In points."""
        return (self.wide[at] - (APART if at + 1 < len(self.wide) else 0)) * text.POINTS_PER_CM

    def high(self, cells: Sequence[str], bold: bool) -> float:
        """The height of a row in centimetres."""
        count = max(len(fit.lines(said, self.size, self.room(at), bold)) for at, said in enumerate(cells))
        return count * self.size * fit.LINE_HEIGHT / text.POINTS_PER_CM + 2 * ABOVE


def sheets(exhibit: Exhibit) -> list[Sheet]:
    """Which panels stand on which slide, and in which size of type: on few slides first, then in a large type."""
    found = panels(exhibit)
    bands = [found[at : at + 2] for at in range(0, len(found), 2)]
    packed = [one for size in SIZES if (one := _packed(exhibit, bands, _grid(exhibit, size))) is not None]
    if packed:
        fewest = min(packed, key=len)
        return [_enlarged(exhibit, sheet) for sheet in fewest]
    return [sheet for band in bands for sheet in _alone(exhibit, band)] or [Sheet((), SMALL)]


def _packed(exhibit: Exhibit, bands: Sequence[Band], grid: _Grid) -> list[Sheet] | None:
    """As many bands on each slide as find room; None where one alone finds none."""
    found: list[list[Band]] = []
    for band in bands:
        if _high(exhibit, [band], grid) > AREA.high:
            return None
        if found and _high(exhibit, [*found[-1], band], grid) <= AREA.high:
            found[-1].append(band)
        else:
            found.append([band])
    return [Sheet(tuple(panel for band in held for panel in band), grid.size) for held in found]


def _enlarged(exhibit: Exhibit, sheet: Sheet) -> Sheet:
    """The sheet in the largest type in which it still fits."""
    bands = sheet.bands
    size = next((one for one in SIZES if _high(exhibit, bands, _grid(exhibit, one)) <= AREA.high), sheet.size)
    return Sheet(sheet.panels, max(size, sheet.size))


def _alone(exhibit: Exhibit, band: Band) -> list[Sheet]:
    """A band on a slide of its own; where even the smallest type is too large, it goes on over several."""
    for size in (*SIZES, SMALL):
        if _high(exhibit, [band], _grid(exhibit, size)) <= AREA.high:
            return [Sheet(band, size)]
    grid = _grid(exhibit, SMALL, MOST_LINES)
    chunks = [_chunks(exhibit, panel, grid) for panel in band]
    return [
        Sheet(
            tuple(replace(panel, entries=one[at]) for panel, one in zip(band, chunks, strict=True) if at < len(one)),
            grid.size,
            MOST_LINES,
        )
        for at in range(max(map(len, chunks)))
    ]


def _chunks(exhibit: Exhibit, panel: Panel, grid: _Grid) -> list[tuple[Entry, ...]]:
    """The entries in pieces that fit on a slide each."""
    found: list[list[Entry]] = [[]]
    used = head = _head_high(panel, grid)
    for one in panel.entries:
        high = grid.high(grid.cells(one, exhibit), one.look)
        if found[-1] and used + high > AREA.high:
            found.append([])
            used = head
        found[-1].append(one)
        used += high
    return [tuple(one) for one in found]


def _grid(exhibit: Exhibit, size: float, lines: int = 0) -> _Grid:
    """The columns as wide as their texts need, the text takes what is left."""
    columns, wide = heads(exhibit), {"weight": WEIGHT_WIDE}
    entries = [one for panel in panels(exhibit) for one in panel.entries]
    needed = [fit.width(one.missing or _listed(one) or one.quiet, size, bold=bool(one.missing)) for one in entries]
    codes = max(needed, default=0) / text.POINTS_PER_CM + 0.1
    wide["codes"] = min(max(codes, CODES_LEAST), CODES_MOST)
    if columns[-1].key == "weight":
        told = max((fit.width(panel.told, size) for panel in panels(exhibit)), default=0)
        wide["weight"] = max(WEIGHT_WIDE, min(told / text.POINTS_PER_CM + 0.1, CODES_MOST))
    wide["label"] = WIDE - sum(wide[column.key] for column in columns[1:])
    return _Grid(columns, tuple(wide[column.key] for column in columns), size, lines)


def _high(exhibit: Exhibit, bands: Sequence[Band], grid: _Grid) -> float:
    """The height of bands, one below the other."""
    return sum(max(_panel_high(exhibit, panel, grid) for panel in band) for band in bands) + BELOW * (len(bands) - 1)


def _panel_high(exhibit: Exhibit, panel: Panel, grid: _Grid) -> float:
    return _head_high(panel, grid) + sum(_entry_high(exhibit, one, grid) for one in panel.entries)


def _entry_high(exhibit: Exhibit, one: Entry, grid: _Grid) -> float:
    return grid.high(grid.cells(one, exhibit), one.look)


def _head_high(panel: Panel, grid: _Grid) -> float:
    size, several = grid.size + HEAD_MORE, len(grid.columns) > 1
    said = _heading(panel) if several else _alone_told(panel)
    high = len(fit.lines(said, size, grid.room(0), bold=True)) * size
    told = len(fit.lines(panel.told, grid.size, sum(grid.wide[1:]) * text.POINTS_PER_CM)) * grid.size if several else 0
    return max(high, told) * fit.LINE_HEIGHT / text.POINTS_PER_CM + 2 * ABOVE


def _alone_told(panel: Panel) -> str:
    """The heading of a panel whose table has one column only."""
    return f"{_heading(panel)} · {panel.told}" if panel.told else _heading(panel)


def _heading(panel: Panel) -> str:
    return clean.line(f"{panel.name} · {panel.about}" if panel.about else panel.name)


def bottom(exhibit: Exhibit, sheet: Sheet) -> float:
    """Where the tables of a sheet end, in centimetres from the top of the slide."""
    return AREA.y + _high(exhibit, sheet.bands, _grid(exhibit, sheet.size, sheet.lines))


def quadrants(slide: Any, exhibit: Exhibit, sheet: Sheet) -> tuple[str, ...]:
    """Draw one sheet; returns the texts that had to be cut, in full."""
    grid, top = _grid(exhibit, sheet.size, sheet.lines), AREA.y
    for band in sheet.bands:
        for across, panel in enumerate(band):
            area = Area(AREA.x + across * (WIDE + BETWEEN), top, WIDE, _panel_high(exhibit, panel, grid))
            _table(slide, exhibit, panel, grid, area)
        top += _high(exhibit, [band], grid) + BELOW
    return _cut(exhibit, sheet, grid)


def _table(slide: Any, exhibit: Exhibit, panel: Panel, grid: _Grid, area: Area) -> None:
    """A panel: its heading as the first row, then its entries."""
    frame = slide.shapes.add_table(len(panel.entries) + 1, len(grid.columns), *area.emu)
    describe(frame, f"{exhibit.title}: {panel.name}", _told(exhibit, panel))
    drawn = frame.table
    bare(drawn)
    for column, wide in zip(drawn.columns, grid.wide, strict=True):
        column.width = Cm(wide)
    drawn.rows[0].height = Cm(_head_high(panel, grid))
    _head(drawn, panel, grid, exhibit)
    for down, one in enumerate(panel.entries, start=1):
        drawn.rows[down].height = Cm(_entry_high(exhibit, one, grid))
        _entry(drawn, down, one, grid, exhibit)


def _listed(one: Entry) -> str:
    """The codes in one text; a code of two words stays on one line."""
    return ", ".join(code.replace(" ", "\u00a0") for code in one.codes)


def _told(exhibit: Exhibit, panel: Panel) -> str:
    """The alternative text: title, panel, then its entries."""
    entries = "; ".join(" ".join([*_entry_cells(exhibit, one)]) for one in panel.entries)
    return f"{exhibit.title}. {panel.name} {panel.told}: {entries}"


def _entry_cells(exhibit: Exhibit, one: Entry) -> list[str]:
    weight = [] if one.weight is None else [exhibit.say.number(one.weight)]
    return [one.label, *weight, one.missing or " ".join(one.codes) or one.quiet]


def _head(drawn: Any, panel: Panel, grid: _Grid, exhibit: Exhibit) -> None:
    """Name and a few words at the left, what is told at the right."""
    last = len(grid.columns) - 1
    said = [(_heading(panel) if last else _alone_told(panel)) if not at else panel.told for at in range(last + 1)]
    if last > 1:
        drawn.cell(0, 1).merge(drawn.cell(0, last))
    for at in range(last + 1):
        cell = drawn.cell(0, at)
        style = Style(grid.size + HEAD_MORE, LIGHT.ink, bold=True, anchor=text.BOTTOM)
        if at:
            style = Style(grid.size, LIGHT.ink3, align=text.RIGHT, anchor=text.BOTTOM)
        _write(cell, said[at] if not cell.is_spanned else "", style, exhibit, LIGHT.ink3, last if at else 0, last)


def _entry(drawn: Any, down: int, one: Entry, grid: _Grid, exhibit: Exhibit) -> None:
    last = len(grid.columns) - 1
    for at, (column, said) in enumerate(zip(grid.columns, grid.cells(one, exhibit), strict=True)):
        wanted = bool(one.missing) and column.key == "codes"
        colour = LIGHT.accent if wanted else LIGHT.ink if column.key == "label" else LIGHT.ink2
        style = Style(
            grid.size,
            colour,
            bold=one.look and (column.key == "label" or wanted),
            align=text.RIGHT if column.key == "weight" else text.LEFT,
        )
        _write(drawn.cell(down, at), said, style, exhibit, LIGHT.hairline, at, last)


def _write(cell: Any, said: str, style: Style, exhibit: Exhibit, line: str, at: int, last: int) -> None:
    text.write(cell.text_frame, [said], style, exhibit.say)
    cell.margin_left, cell.margin_right = Cm(0), Cm(APART if at < last else 0)
    cell.margin_top = cell.margin_bottom = Cm(ABOVE)
    cell.vertical_anchor = style.anchor
    finish(cell, line, None)


def _cut(exhibit: Exhibit, sheet: Sheet, grid: _Grid) -> tuple[str, ...]:
    """What was cut, as `short = whole`."""
    shown = [(grid.cells(one, exhibit)[0], clean.line(one.label)) for panel in sheet.panels for one in panel.entries]
    return tuple(f"{short} = {whole}" for short, whole in shown if short != whole)
