"""How does a growing cost look? Panels with logarithmic axes: what grows like the data follows the dotted line.

Drawn by hand as SVG in the product's own colours, since nothing that the product needs can write a picture of a chart
without a browser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import log10

from lsn_data.exhibit.palette import LIGHT

# Pixels: a panel with its plot, and the room around.
WIDE, HIGH, LEFT, TOP, GAP, EDGE = 450, 268, 44, 62, 22, 16
PLOT_WIDE, PLOT_HIGH, LINE = 230, 190, 15
LEAST, MOST = 0.1, 100.0
MARKS = (0.1, 0.3, 1, 3, 10, 30, 100)


@dataclass(frozen=True)
class Panel:
    """A heading, and the ratios to the smallest size by series; those in `named` stand out and carry their name."""

    title: str
    series: Mapping[str, Sequence[float]]
    named: Sequence[str]
    limit: float | None = None


@dataclass(frozen=True)
class Words:
    """What stands on the picture beside the series: its title, the axes, the two lines that one compares with."""

    title: str
    across: str
    up: str
    linear: str
    limit: str
    point: str = "."


def drawn(panels: Sequence[Panel], sizes: Sequence[int], words: Words) -> str:
    """The picture, two panels a row, as the text of an SVG file."""
    rows = -(-len(panels) // 2)
    width, height = 2 * WIDE + GAP + 2 * EDGE, TOP + rows * (HIGH + GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' font-family="Inter, Arial, sans-serif" font-size="12" role="img" aria-label="{escape(words.title)}">',
        f'<rect width="{width}" height="{height}" fill="{LIGHT.page}"/>',
        _text(EDGE, 24, words.title, LIGHT.ink, size=17, weight=600),
        _text(EDGE, 44, f"{words.up} · {words.across}", LIGHT.ink3),
    ]
    for at, panel in enumerate(panels):
        left, top = EDGE + (at % 2) * (WIDE + GAP), TOP + (at // 2) * (HIGH + GAP)
        parts.append(f'<g transform="translate({left},{top})">{_panel(panel, sizes, words)}</g>')
    return "\n".join([*parts, "</svg>\n"])


def _panel(panel: Panel, sizes: Sequence[int], words: Words) -> str:
    quiet = [name for name in panel.series if name not in panel.named]
    return "\n".join(
        [
            _text(0, 12, panel.title, LIGHT.ink, weight=600, size=13),
            *_grid(sizes, words),
            _path([(1, 1.0), (MOST, MOST)], LIGHT.ink3, 1, "1 4"),
            _text(_x(34), _y(34) - 8, words.linear, LIGHT.ink3, size=11, anchor="end"),
            *_limit(panel, words),
            *(_path(list(zip(sizes, panel.series[name], strict=True)), LIGHT.ramp[5], 1.5) for name in quiet),
            *(_path(list(zip(sizes, panel.series[name], strict=True)), LIGHT.accent, 2) for name in panel.named),
            *_names(panel, words),
        ]
    )


def _grid(sizes: Sequence[int], words: Words) -> list[str]:
    parts = []
    for mark in MARKS:
        parts.append(_path([(1, mark), (MOST, mark)], LIGHT.hairline, 1))
        parts.append(_text(LEFT - 8, _y(mark) + 4, f"{mark:g} ×".replace(".", words.point), LIGHT.ink3, anchor="end"))
    return [*parts, *(_text(_x(size), 24 + PLOT_HIGH + 20, f"{size} ×", LIGHT.ink3, anchor="middle") for size in sizes)]


def _limit(panel: Panel, words: Words) -> list[str]:
    """The line that no page shall pass."""
    if panel.limit is None:
        return []
    return [
        _path([(1, panel.limit), (MOST, panel.limit)], LIGHT.bad, 1, "5 3"),
        _text(_x(1) + 6, _y(panel.limit) - 6, words.limit, LIGHT.bad, size=11),
    ]


def _names(panel: Panel, words: Words) -> list[str]:
    """The names at the ends of their lines, moved apart where they would lie on one another."""
    ends = sorted((_y(_inside(panel.series[name][-1])), name) for name in panel.named)
    parts, lowest = [], 0.0
    for at, name in ends:
        lowest = max(at + 4, lowest + LINE)
        label = f"{name} {panel.series[name][-1]:.1f} ×".replace(".", words.point)
        parts.append(_text(LEFT + PLOT_WIDE + 8, lowest, label, LIGHT.accent))
    return parts


def _path(points: Sequence[tuple[float, float]], colour: str, width: float, dashes: str = "") -> str:
    way = " ".join(f"{'ML'[bool(at)]}{_x(x):.1f},{_y(_inside(y)):.1f}" for at, (x, y) in enumerate(points))
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="{width}"{dashed}/>'


def _text(x: float, y: float, said: str, colour: str, size: int = 12, weight: int = 400, anchor: str = "start") -> str:
    look = f'fill="{colour}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {look}>{escape(said)}</text>'


def _inside(ratio: float) -> float:
    return min(max(ratio, LEAST), MOST)


def _x(size: float) -> float:
    """Where a size stands.

    >>> _x(1), _x(100)
    (44.0, 274.0)
    """
    return LEFT + PLOT_WIDE * log10(size) / log10(MOST)


def _y(ratio: float) -> float:
    """Where a ratio stands: the largest on top."""
    return 24 + PLOT_HIGH * (1 - log10(ratio / LEAST) / log10(MOST / LEAST))
