"""Where do the rows of a chart stand on a slide, and which texts stand beside them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lsn_data.exhibit import Value, clean, fit
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import text
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.language import Language

CHART = Area(1.6, 5.4, 21.2, 11.4)
WHOLE_WIDTH = 30.67
HEAD_TOP, HEAD_HIGH = 4.75, 0.55
LABEL_SIZES, HEAD_SIZES = (14, 13, 12, 11, 10), (12, 11, 10)
NARROWEST, WIDEST, LABELS_AT_MOST = 3.0, 8.4, 0.5


@dataclass(frozen=True)
class Slots:
    """The rows of a chart with an empty slot between two groups.

    `rows[slot]` is the row drawn there, or None; `labels[row]` are cut to the column, `full` holds the cut ones.
    """

    area: Area
    rows: tuple[int | None, ...]
    labels: tuple[str, ...]
    size: float
    label_wide: float
    full: tuple[str, ...]

    @property
    def high(self) -> float:
        """The height of a slot in centimetres."""
        return self.area.high / max(len(self.rows), 1)

    def type_in_bar(self, gap_width: int, wanted: float) -> float:
        """The size of type for a number inside a bar, which leaves `gap_width` per cent of itself free."""
        bar = self.high * text.POINTS_PER_CM / (1 + gap_width / 100)
        return min(wanted, max(int(bar / fit.LINE_HEIGHT), 10))

    def spread(self, values: Sequence[Any]) -> list[Any]:
        """Values by row as values by slot; an empty slot holds None."""
        return [None if row is None else values[row] for row in self.rows]

    def names(self) -> list[str]:
        """The labels by slot; an empty slot has a blank, since programs show no text at all as "None"."""
        return [" " if row is None else self.labels[row] for row in self.rows]


def slots_of(labels: Sequence[Value], groups: Sequence[Value], wide: float, top: float = CHART.y) -> Slots:
    """The slots of these rows in a chart of this width that begins at `top` (centimetres)."""
    return slots_in(Area(CHART.x, top, wide, CHART.y + CHART.high - top), labels, groups)


def slots_in(area: Area, labels: Sequence[Value], groups: Sequence[Value]) -> Slots:
    """The slots of these rows in an area, an empty one between two groups."""
    rows: list[int | None] = []
    for at, group in enumerate(groups):
        if at and group != groups[at - 1]:
            rows.append(None)
        rows.append(at)
    said = [clean.line(label) for label in labels]
    widest = min(WIDEST, area.wide * LABELS_AT_MOST)
    size, column = _column(said, area.high / max(len(rows), 1), widest)
    room = (column - 0.4) * text.POINTS_PER_CM
    short = [fit.cut(label, size, room) for label in said]
    full = tuple(f"{cut} = {label}" for cut, label in zip(short, said, strict=True) if cut != label)
    return Slots(area, tuple(rows), tuple(short), size, column, full)


def _column(labels: Sequence[str], slot: float, widest: float) -> tuple[float, float]:
    """(type size, width in centimetres) of the labels' column: the largest type in which all stand on one line."""
    for size in LABEL_SIZES:
        longest = max((fit.width(label, size) for label in labels), default=0) / text.POINTS_PER_CM + 0.6
        if longest <= widest and size * fit.LINE_HEIGHT <= slot * text.POINTS_PER_CM:
            return size, max(longest, NARROWEST)
    return LABEL_SIZES[-1], widest


def head(slide: Any, said: str, x: float, wide: float, say: Language, right: bool = False) -> None:
    """The small heading above a column of the chart; a long one begins further left, over the labels."""
    if not clean.line(said):
        return
    lacking = fit.width(clean.line(said), HEAD_SIZES[-1]) / text.POINTS_PER_CM + 0.05 - wide
    left = x if right or lacking <= 0 else max(CHART.x, x - lacking)
    area = Area(left, HEAD_TOP, wide + x - left, HEAD_HIGH)
    fitted = text.fitting(said, area, HEAD_SIZES)
    style = Style(fitted.size, LIGHT.ink3, align=text.RIGHT if right else text.LEFT, anchor=text.MIDDLE)
    text.box(slide.shapes, area, fitted.text, style, say, clean.shortened(fitted.text, 60))


def column(
    slide: Any,
    slots: Slots,
    said: Sequence[str],
    x: float,
    wide: float,
    name: str,
    say: Language,
    size: float = 12,
) -> None:
    """A column of texts beside the rows, as one group of boxes so that it moves as one."""
    group = slide.shapes.add_group_shape()
    group.name = name
    for at, row in enumerate(slots.rows):
        if row is None or not said[row]:
            continue
        area = Area(x, slots.area.y + at * slots.high, wide, slots.high)
        style = Style(size, LIGHT.ink2, align=text.RIGHT, anchor=text.MIDDLE)
        text.box(group.shapes, area, said[row], style, say, f"{name}: {slots.labels[row]}")
