"""What is drawn of columns on paper?"""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.exhibit import Column, Exhibit, fit
from lsn_data.exhibit import columns as cols
from lsn_data.exhibit.columns import Cell, Columns, Fill, Lane
from lsn_data.exhibit.contrast import ink_on
from lsn_data.exhibit.course import years
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.paper import face as paper_face
from lsn_data.exhibit.paper.rows import Told
from lsn_data.exhibit.paper.text import line
from lsn_data.exhibit.paper.widths import WIDE

_WIDEST, _SHARE, _GAP, _SIZE = 32.0, 0.64, 0.06, 7.5
# How far two figures stand apart at least.
_BETWEEN = 3.0
# The height of the plot, as the layout draws it: from how much on a part has room for its figure.
_HIGH, _SEGMENT = 150.0, 9.0


def columns(exhibit: Exhibit) -> list[Told]:
    """Columns as shares of the plot's height from its top, across in places of labels; figures, labels and key."""
    found = cols.columns_of(exhibit.chart, exhibit.say)
    return [
        {
            "axis": line(exhibit.chart.axis),
            "slots": found.slots,
            "labels-wide": len(found.labels),
            "base": _down(0, found),
            "stacked": found.stacked,
            "key": [{"name": line(name), **_look(fill)} for fill, name in cols.key_of(exhibit, found, LIGHT)],
            "bars": [bar for at in range(len(found.labels)) for bar in _bars(exhibit, found, at)],
            "figures": _over_stacks(exhibit, found) if found.stacked else _figures(exhibit, found),
            "labels": [_label(found, at) for at in sorted(_named(found))],
        }
    ]


def _down(value: float, found: Columns) -> float:
    """Where a value stands, from 0 at the top of the plot to 1 at its foot."""
    return (found.largest - value) / (found.largest - found.smallest)


def _slot(found: Columns) -> float:
    return WIDE / found.slots


def _wide(found: Columns) -> float:
    """The width of one column, as a share of its label's place."""
    return cols.lane_width(found, _SHARE, _WIDEST / _slot(found))


def _across(found: Columns, lane: int, at: int) -> float:
    return 0.5 + cols.across(found, lane, at, _wide(found))


def _bars(exhibit: Exhibit, found: Columns, at: int) -> list[Told]:
    """The columns of a label: side by side from the base line, or on one another above and below it."""
    drawn, reached = [], {1: 0.0, -1: 0.0}
    for position, lane in enumerate(found.lanes):
        cell = lane.cells[at]
        if cell is None:
            continue
        sign = 1 if cell.value >= 0 else -1
        begin = reached[sign] if found.stacked else 0.0
        reached[sign] = begin + cell.value
        ends = sorted((_down(begin, found), _down(begin + cell.value, found)))
        fill = cols.fill_of(cell, lane, len(found.lanes) > 1, LIGHT)
        drawn.append({
            "x": _across(found, position, at), "w": _wide(found) * (1 if found.stacked else 1 - _GAP),
            "from": ends[0], "to": ends[1], **_look(fill),
            "said": cols.value_column(exhibit.chart).shown(cell.value, exhibit.say) if found.stacked else None,
            "ink": ink_on(fill.inside) if fill.inside else LIGHT.ink,
        })  # fmt: skip
    return drawn


def _look(fill: Fill) -> Told:
    return {"inside": fill.inside, "edge": fill.edge, "hatched": fill.hatched}


def _figures(exhibit: Exhibit, found: Columns) -> list[Told]:
    """The figures at the ends of columns: all that fit side by side."""
    column = cols.value_column(exhibit.chart)
    said = [[column.shown(cell.value, exhibit.say) if cell else "" for cell in lane.cells] for lane in found.lanes]
    kept = cols.named_columns(found, said, _SIZE, _slot(found) / fit.INTER_TO_ARIAL)
    return [
        _figure(said[lane][at], _across(found, lane, at) + _aside(found, said, lane, at), cell.value, found)
        for lane, at in sorted(kept)
        if (cell := found.lanes[lane].cells[at])
    ]


def _aside(found: Columns, said: Sequence[Sequence[str]], lane: int, at: int) -> float:
    """How far a figure moves out from the middle of its label, where it would touch the one beside it."""
    there = [one for one in range(len(found.lanes)) if found.lanes[one].cells[at]]
    wide = max(paper_face.width(said[one][at], _SIZE) for one in there) + _BETWEEN
    lacking = max(wide / _slot(found) - _wide(found), 0.0)
    return (there.index(lane) - (len(there) - 1) / 2) * lacking


def _over_stacks(exhibit: Exhibit, found: Columns) -> list[Told]:
    """Totals over stacks; a part that stands alone on its side and is too thin for its figure has it at its end."""
    column, told = cols.value_column(exhibit.chart), []
    for at, total in enumerate(found.totals):
        if total is not None:
            said = column.shown(total, exhibit.say)
            told.append(_figure(said, at + 0.5, max(found.stack(at, 1), total), found, bold=True))
        for sign in (1, -1) if total is None else (-1,):
            alone = [cell for cell in _cells(found.lanes, at) if cell.value * sign > 0]
            if len(alone) == 1 and not _fits(alone[0].value, column, exhibit, found):
                told.append(_figure(column.shown(alone[0].value, exhibit.say), at + 0.5, alone[0].value, found))
    return told


def _fits(value: float, column: Column, exhibit: Exhibit, found: Columns) -> bool:
    """Has the figure room within its part? The layout draws it under the same rule."""
    high = abs(value) / (found.largest - found.smallest) * _HIGH
    wide = paper_face.width(column.shown(value, exhibit.say), _SIZE)
    return high > _SEGMENT and wide < _wide(found) * _slot(found) + 2


def _cells(lanes: tuple[Lane, ...], at: int) -> list[Cell]:
    return [cell for lane in lanes if (cell := lane.cells[at])]


def _figure(said: str, x: float, value: float, found: Columns, bold: bool = False) -> Told:
    return {"said": said, "x": x, "at": _down(value, found), "below": value < 0, "bold": bold}


def _named(found: Columns) -> set[int]:
    return cols.named_labels(found.labels, _SIZE, _slot(found) / fit.INTER_TO_ARIAL)


def _label(found: Columns, at: int) -> Told:
    """A label with what is said below it and under it."""
    said = line(found.labels[at])
    more = [text for text in (found.below[at], line(found.under[at])) if text]
    return {"x": at + 0.5, "year": years([said]), "lines": [said, *more]}
