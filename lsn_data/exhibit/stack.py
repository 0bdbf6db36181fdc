"""What is there to draw in a distribution: which rows, which parts, in which colours and with which key?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lsn_data.exhibit import Chart, Value, clean, fit
from lsn_data.exhibit.palette import Palette, ramp_at

KEY_BOX, NARROWEST_BOX, KEY_SIZE = 24, 17, 12
SHORTEST = 3
NOT_RANKED = 0
CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class Stack:
    """A distribution by rows and parts: `counts[part][row]`, None where the table holds nothing; `told` likewise is
    the row of the chart's table that tells it.
    """

    labels: tuple[str, ...]
    groups: tuple[str | None, ...]
    parts: tuple[tuple[int, str], ...]
    counts: tuple[tuple[Value, ...], ...]
    told: tuple[tuple[int | None, ...], ...]


def stack_of(chart: Chart) -> Stack:
    """The tidy table of a distribution as a stack: rows as they come, parts by order, "not ranked" last."""
    cells = list(zip(*(chart.part(name) for name in ("label", "order", "part", "count", "group")), strict=True))
    rows = list(dict.fromkeys((str(label), str(group) if group else None) for label, _, _, _, group in cells))
    parts = sorted({(_order(order), str(part)) for _, order, part, _, _ in cells}, key=_not_ranked_last)
    found = {(str(label), _order(order)): count for label, order, _, count, _ in cells}
    told = {(str(label), _order(order)): at for at, (label, order, *_) in enumerate(cells)}
    return Stack(
        tuple(label for label, _ in rows),
        tuple(group for _, group in rows),
        tuple(parts),
        tuple(tuple(found.get((label, order)) for label, _ in rows) for order, _ in parts),
        tuple(tuple(told.get((label, order)) for label, _ in rows) for order, _ in parts),
    )


def _order(value: Value) -> int:
    return int(value) if isinstance(value, (int, float)) else NOT_RANKED


def _not_ranked_last(part: tuple[int, str]) -> tuple[bool, int]:
    return part[0] == NOT_RANKED, part[0]


def longest(stack: Stack) -> float:
    """The sum of the longest bar (at least 1, so that there is an axis)."""
    sums = [sum(figure_of(part[row]) for part in stack.counts) for row in range(len(stack.labels))]
    return max([*sums, 1])


def figure_of(value: Value) -> float:
    """The count, or 0 where there is none."""
    return value if isinstance(value, (int, float)) else 0


def colours(order: int, chart: Chart, stack: Stack, palette: Palette) -> tuple[str, str, str]:
    """(fill, ink, edge) of a part: its step of the ramp, or an outlined box for "not ranked"."""
    if order == NOT_RANKED:
        return CLEAR, palette.ink3, palette.ink3
    last = chart.scale or max(order for order, _ in stack.parts)
    return (*ramp_at(palette, order, last), palette.page)


def key_names(parts: Sequence[tuple[int, str]], room: float) -> list[tuple[int, str, float]]:
    """(order, text, width) of the key's boxes; where the names need too much room, long ones give way to positions."""
    named = [(order, name, _box(name)) for order, name in parts]
    if sum(box for _, _, box in named) <= room:
        return named
    numbered = [(order, _short(order, name)) for order, name in parts]
    boxes = [_box(name) for _, name in numbered]
    narrower = _squeezed(boxes, [order == NOT_RANKED for order, _ in numbered], room)
    return [(order, name, wide) for (order, name), wide in zip(numbered, narrower, strict=True)]


def _squeezed(boxes: Sequence[float], fixed: list[bool], room: float) -> list[float]:
    """The boxes in the room that there is: those of places get narrower, as long as two digits fit.

    >>> _squeezed([24.0, 24.0, 60.0], [False, False, True], 100)
    [20.0, 20.0, 60.0]
    """
    held = sum(box for box, stays in zip(boxes, fixed, strict=True) if stays)
    most = max((room - held) / max(fixed.count(False), 1), NARROWEST_BOX)
    return [box if stays else min(box, most) for box, stays in zip(boxes, fixed, strict=True)]


def _short(order: int, name: str) -> str:
    """A name that is short already (a point of a scale counts from its best end: its name is not its position).

    >>> _short(1, "5"), _short(2, "rather satisfied")
    ('5', '2')
    """
    if order == NOT_RANKED:
        return fit.cut(name, KEY_SIZE, 120)
    return name if len(name) <= SHORTEST else str(order)


def _box(name: str) -> float:
    return max(fit.width(clean.line(name), KEY_SIZE) * fit.INTER_TO_ARIAL + 14, KEY_BOX)
