"""Where do the boxes and bands of a flow stand? Boxes in columns from left to right, bands between them.

A box is as high as what flows through it, and at least as high as its text. Where it is higher than its flow, the
bands meet it in the middle. Page and slide measure in their own units (`Measures`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lsn_data.exhibit import Exhibit, Value, Way, clean, fit

# In thousandths of the page's width: all of it, and a box.
WIDTH, BOX = 1000, 215
_PARTS = (
    "stage", "source", "target", "value", "end", "source_n", "target_n", "source_tip", "target_tip", "source_at",
    "target_at",
)  # fmt: skip


@dataclass(frozen=True)
class Measures:
    """What a flow is drawn in, in one unit: its width, a box, a line of text, what stands above and below the lines of
    a box, what parts two boxes, how high the fullest column's flow is; and how many lines a name has at most, the size
    of its type and the room for it in points. `fixed`: the whole flow, texts and gaps too, is no higher than `highest`.
    """

    wide: float = WIDTH
    box: float = BOX
    line: float = 16
    around: float = 10
    between: float = 8
    highest: float = 460
    lines: int = 3
    size: float = 12
    room: float = 163 / fit.INTER_TO_ARIAL
    fixed: bool = False


PAGE = Measures()


@dataclass
class Box:
    """A box of a column: its text in lines, what flows in and out, and where it stands."""

    label: str
    lines: tuple[str, ...]
    figure: str
    tip: str
    way: Way | None
    end: bool
    at: float = 0.0
    into: float = 0.0
    out: float = 0.0
    top: float = 0.0
    high: float = 0.0
    taken_in: float = 0.0
    taken_out: float = 0.0

    @property
    def flow(self) -> float:
        """What flows through it."""
        return max(self.into, self.out)


@dataclass(frozen=True)
class Band:
    """What flows from a box to one of the next column: the upper edges at both ends, and its height."""

    column: int
    left: float
    right: float
    high: float
    end: bool


@dataclass(frozen=True)
class Layout:
    """The boxes column by column, the bands, and the height of it all."""

    columns: tuple[tuple[Box, ...], ...]
    bands: tuple[Band, ...]
    high: float = 0.0
    x: tuple[float, ...] = field(default=())


def layout(exhibit: Exhibit, measures: Measures = PAGE) -> Layout:
    """Where everything stands; an empty chart gives no columns, as does one that `fixed` measures cannot hold."""
    rows = _rows(exhibit)
    boxes = _boxes(rows, exhibit, measures)
    if not boxes:
        return Layout((), ())
    columns = [list(column.values()) for column in boxes.values()]
    unit = _held(columns, measures) if measures.fixed else _unit(columns, measures)
    if unit is None:
        return Layout((), ())
    for column in columns:
        _stand(column, unit, measures)
    bands = tuple(_band(row, boxes, unit) for row in rows)
    stages = sorted(boxes)
    high = max(box.top + box.high for column in columns for box in column)
    step = (measures.wide - measures.box) / max(len(stages) - 1, 1)
    standing = tuple(tuple(boxes[stage].values()) for stage in stages)
    return Layout(standing, bands, high, tuple(at * step for at in range(len(stages))))


def _rows(exhibit: Exhibit) -> list[dict[str, Value]]:
    """The rows from the first box of a column to its last, so that bands leave and arrive without crossing."""
    parts = {name: exhibit.chart.part(name) for name in _PARTS}
    rows = [{"row": at, **{name: parts[name][at] for name in _PARTS}} for at in range(len(exhibit.chart.table.rows))]
    return sorted(rows, key=lambda row: [_number(row[name]) for name in ("stage", "source_at", "target_at")])


def _boxes(rows: Sequence[Mapping[str, Value]], exhibit: Exhibit, measures: Measures) -> dict[int, dict[str, Box]]:
    """The boxes of each column from top to bottom, with what flows through them."""
    boxes: dict[int, dict[str, Box]] = {}
    for row in rows:
        stage, value = int(_number(row["stage"])), _number(row["value"])
        source = _box(boxes.setdefault(stage, {}), row, "source", exhibit, measures)
        source.out += value
        target = _box(boxes.setdefault(stage + 1, {}), row, "target", exhibit, measures)
        target.into += value
        target.end = target.end or bool(row["end"])
    return {stage: dict(sorted(column.items(), key=lambda one: one[1].at)) for stage, column in boxes.items()}


def _box(column: dict[str, Box], row: Mapping[str, Value], part: str, exhibit: Exhibit, measures: Measures) -> Box:
    name = str(row[part])
    if name not in column:
        said = clean.line(name)
        figure = row[f"{part}_n"]
        tip = row[f"{part}_tip"]
        column[name] = Box(
            said, tuple(_cut(said, measures)), "" if figure is None else exhibit.say.number(_number(figure)),
            clean.line(tip) if tip else said, exhibit.ways.get((int(_number(row["row"])), part)), False,
            at=_number(row[f"{part}_at"]),
        )  # fmt: skip
    return column[name]


def _cut(said: str, measures: Measures) -> list[str]:
    """The text on a few lines; what is longer ends in an ellipsis."""
    broken = fit.lines(said, measures.size, measures.room)
    if len(broken) <= measures.lines:
        return broken
    last = fit.cut(" ".join(broken[measures.lines - 1 :]), measures.size, measures.room)
    return [*broken[: measures.lines - 1], last]


def _unit(columns: Sequence[Sequence[Box]], measures: Measures) -> float:
    """The height of one: the fullest column's flow takes the height that there is."""
    most = max(sum(box.flow for box in column) for column in columns)
    return measures.highest / most if most else 0.0


def _held(columns: Sequence[Sequence[Box]], measures: Measures) -> float | None:
    """The largest height of one with which every column, its texts and gaps are no higher than there is room; None
    where the texts alone are.
    """
    if any(_high(column, 0.0, measures) > measures.highest for column in columns):
        return None
    fits, fails = 0.0, _unit(columns, measures)
    for _ in range(24):
        middle = (fits + fails) / 2
        if all(_high(column, middle, measures) <= measures.highest for column in columns):
            fits = middle
        else:
            fails = middle
    return fits


def _high(column: Sequence[Box], unit: float, measures: Measures) -> float:
    return sum(_box_high(box, unit, measures) for box in column) + measures.between * (len(column) - 1)


def _box_high(box: Box, unit: float, measures: Measures) -> float:
    return max(box.flow * unit, len(box.lines) * measures.line + measures.around)


def _stand(column: Sequence[Box], unit: float, measures: Measures) -> None:
    """One box below the other."""
    top = 0.0
    for box in column:
        box.top, box.high = top, _box_high(box, unit, measures)
        box.taken_in = top + (box.high - box.into * unit) / 2
        box.taken_out = top + (box.high - box.out * unit) / 2
        top += box.high + measures.between


def _band(row: Mapping[str, Value], boxes: Mapping[int, Mapping[str, Box]], unit: float) -> Band:
    stage, high = int(_number(row["stage"])), _number(row["value"]) * unit
    source, target = boxes[stage][str(row["source"])], boxes[stage + 1][str(row["target"])]
    band = Band(stage - 1, source.taken_out, target.taken_in, high, bool(row["end"]))
    source.taken_out += high
    target.taken_in += high
    return band


def _number(value: Value) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
