"""Where do the boxes and bands of a flow stand? Boxes in columns from left to right, bands between them, in pixels.

A box is as high as what flows through it, and at least as high as its text. Where it is higher than its flow, the
bands meet it in the middle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lsn_data.exhibit import Exhibit, Value, Way, clean, fit

# In thousandths of the width: a box, and the room for bands between two boxes.
WIDTH, BOX = 1000, 215
LINE, AROUND, BETWEEN = 16, 10, 8
LABEL_SIZE, TEXT_ROOM = 12, 163
MOST_LINES, HIGHEST = 3, 460
_PARTS = (
    "stage", "source", "target", "value", "end", "source_n", "target_n", "source_tip", "target_tip", "source_at",
    "target_at",
)  # fmt: skip


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
    """What flows from a box to one of the next column: the upper edges at both ends, and its height, in pixels."""

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


def layout(exhibit: Exhibit) -> Layout:
    """Where everything stands; an empty chart gives no columns."""
    rows = _rows(exhibit)
    boxes = _boxes(rows, exhibit)
    if not boxes:
        return Layout((), ())
    unit = _unit(boxes)
    for column in boxes.values():
        _stand(list(column.values()), unit)
    bands = tuple(_band(row, boxes, unit) for row in rows)
    stages = sorted(boxes)
    high = max(box.top + box.high for column in boxes.values() for box in column.values())
    step = (WIDTH - BOX) / max(len(stages) - 1, 1)
    columns = tuple(tuple(boxes[stage].values()) for stage in stages)
    return Layout(columns, bands, high, tuple(at * step for at in range(len(stages))))


def _rows(exhibit: Exhibit) -> list[dict[str, Value]]:
    """The rows from the first box of a column to its last, so that bands leave and arrive without crossing."""
    parts = {name: exhibit.chart.part(name) for name in _PARTS}
    rows = [{"row": at, **{name: parts[name][at] for name in _PARTS}} for at in range(len(exhibit.chart.table.rows))]
    return sorted(rows, key=lambda row: [_number(row[name]) for name in ("stage", "source_at", "target_at")])


def _boxes(rows: Sequence[Mapping[str, Value]], exhibit: Exhibit) -> dict[int, dict[str, Box]]:
    """The boxes of each column from top to bottom, with what flows through them."""
    boxes: dict[int, dict[str, Box]] = {}
    for row in rows:
        stage, value = int(_number(row["stage"])), _number(row["value"])
        source = _box(boxes.setdefault(stage, {}), row, "source", exhibit)
        source.out += value
        target = _box(boxes.setdefault(stage + 1, {}), row, "target", exhibit)
        target.into += value
        target.end = target.end or bool(row["end"])
    return {stage: dict(sorted(column.items(), key=lambda one: one[1].at)) for stage, column in boxes.items()}


def _box(column: dict[str, Box], row: Mapping[str, Value], part: str, exhibit: Exhibit) -> Box:
    name = str(row[part])
    if name not in column:
        said = clean.line(name)
        figure = row[f"{part}_n"]
        tip = row[f"{part}_tip"]
        column[name] = Box(
            said, tuple(_cut(said)), "" if figure is None else exhibit.say.number(_number(figure)),
            clean.line(tip) if tip else said, exhibit.ways.get((int(_number(row["row"])), part)), False,
            at=_number(row[f"{part}_at"]),
        )  # fmt: skip
    return column[name]


def _cut(said: str) -> list[str]:
    """The text on a few lines; what is longer ends in an ellipsis."""
    broken = fit.lines(said, LABEL_SIZE, TEXT_ROOM / fit.INTER_TO_ARIAL)
    if len(broken) <= MOST_LINES:
        return broken
    last = fit.cut(" ".join(broken[MOST_LINES - 1 :]), LABEL_SIZE, TEXT_ROOM / fit.INTER_TO_ARIAL)
    return [*broken[: MOST_LINES - 1], last]


def _unit(boxes: Mapping[int, Mapping[str, Box]]) -> float:
    """Pixels for one: the fullest column takes the height that there is."""
    most = max(sum(box.flow for box in column.values()) for column in boxes.values())
    return HIGHEST / most if most else 0.0


def _stand(column: Sequence[Box], unit: float) -> None:
    """One box below the other."""
    top = 0.0
    for box in column:
        box.top, box.high = top, max(box.flow * unit, len(box.lines) * LINE + AROUND)
        box.taken_in = top + (box.high - box.into * unit) / 2
        box.taken_out = top + (box.high - box.out * unit) / 2
        top += box.high + BETWEEN


def _band(row: Mapping[str, Value], boxes: Mapping[int, Mapping[str, Box]], unit: float) -> Band:
    stage, high = int(_number(row["stage"])), _number(row["value"]) * unit
    source, target = boxes[stage][str(row["source"])], boxes[stage + 1][str(row["target"])]
    band = Band(stage - 1, source.taken_out, target.taken_in, high, bool(row["end"]))
    source.taken_out += high
    target.taken_in += high
    return band


def _number(value: Value) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
