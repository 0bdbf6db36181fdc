"""Where do countries lie on a map that is drawn as shapes? Their outlines, projected, simplified and cut to the view.

The geometry is the one that the page's maps use, and lies with the product (topojson: borders are arcs that two
neighbours share, so simplified arcs still meet).
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "ui" / "static" / "topojson"
Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True)
class View:
    """What a map shows: a file, its corners in degrees, how they are projected, and what is too small to be drawn.

    `detail` and `smallest` (a ring's area) are in thousandths of the map's width.
    """

    file: str
    project: Callable[[float, float], Point]
    west: float
    east: float
    south: float
    north: float
    detail: float
    smallest: float

    @property
    def corners(self) -> tuple[float, float, float, float]:
        """(left, right, lower, upper) edge as projected; the widest line of the view sets the sides."""
        middle = min(max(0.0, self.south), self.north)
        left, right = self.project(self.west, middle)[0], self.project(self.east, middle)[0]
        return left, right, self.project(0, self.south)[1], self.project(0, self.north)[1]

    @property
    def ratio(self) -> float:
        """The height as a share of the width."""
        left, right, lower, upper = self.corners
        return (upper - lower) / (right - left)


@dataclass(frozen=True)
class Outline:
    """A country: its code (three letters, or empty) and its rings, largest first; x from 0 to 1, y downwards."""

    code: str
    rings: tuple[Ring, ...]


def mercator(east: float, north: float) -> Point:
    """Degrees as Mercator's map draws them.

    >>> mercator(180, 0)
    (3.141592653589793, 0.0)
    """
    return math.radians(east), math.asinh(math.tan(math.radians(north)))


def natural_earth(east: float, north: float) -> Point:
    """Degrees as the Natural Earth projection draws them (Šavrič, Jenny, Patterson, Petrovič, Hurni 2011).

    >>> [round(one, 3) for one in natural_earth(180, 0)], [round(one, 3) for one in natural_earth(0, 90)]
    ([2.735, 0.0], [0.0, 1.422])
    """
    up = math.radians(north)
    two, four = up**2, up**4
    across = 0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))
    return math.radians(east) * across, up * (
        1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four))
    )


EUROPE = View("europe_50m.json", mercator, -11.5, 32, 35.5, 69.5, 4.4, 0.06)
# The same with Iceland.
EUROPE_AND_ICELAND = View("europe_50m.json", mercator, -25, 32, 35.5, 69.5, 4.4, 0.06)
WORLD = View("world_110m.json", natural_earth, -169, 180, -56, 84, 6, 0.4)


@cache
def outlines(view: View) -> tuple[Outline, ...]:
    """All countries that the view shows."""
    held = json.loads((FOLDER / view.file).read_text(encoding="utf-8"))
    arcs = _arcs(held, view)
    drawn = [
        Outline(one.get("id") or "", _rings(one, arcs, view)) for one in held["objects"]["countries"]["geometries"]
    ]
    return tuple(one for one in drawn if one.rings)


def _arcs(held: Any, view: View) -> list[list[Point]]:
    """The arcs on the map, simplified: topojson tells each point by its step from the one before."""
    (by_x, by_y), (from_x, from_y) = held["transform"]["scale"], held["transform"]["translate"]
    left, right, _, upper = view.corners
    arcs = []
    for steps in held["arcs"]:
        x = y = 0
        points = []
        for across, up in steps:
            x, y = x + across, y + up
            east, north = view.project(x * by_x + from_x, min(max(y * by_y + from_y, -89.0), 89.0))
            points.append(((east - left) / (right - left), (upper - north) / (right - left)))
        arcs.append(_simple(points, view.detail / 1000))
    return arcs


def _simple(points: Sequence[Point], detail: float) -> list[Point]:
    """The points that matter: what lies nearer than `detail` to the line without it goes (Douglas, Peucker 1973).

    >>> _simple([(0, 0), (1, 0.01), (2, 0), (2, 2)], 0.1)
    [(0, 0), (2, 0), (2, 2)]
    """
    kept, open_parts = {0, len(points) - 1}, [(0, len(points) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        away = [_distance(points[at], points[first], points[last]) for at in range(first + 1, last)]
        if away and max(away) > detail:
            middle = first + 1 + away.index(max(away))
            kept.add(middle)
            open_parts += [(first, middle), (middle, last)]
    return [points[at] for at in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the line between two others; from the first of them where they are one."""
    (x, y), (from_x, from_y) = (end[0] - start[0], end[1] - start[1]), (point[0] - start[0], point[1] - start[1])
    long = math.hypot(x, y)
    return math.hypot(from_x, from_y) if long < 1e-9 else abs(x * from_y - y * from_x) / long


def _rings(shape: Any, arcs: Sequence[Sequence[Point]], view: View) -> tuple[Ring, ...]:
    """The outer rings of a country inside the view, the largest first; small ones only where it has no other."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    cut = [_inside(_joined(polygon[0], arcs), view) for polygon in polygons if polygon]
    found = sorted((ring for ring in cut if len(ring) > 2), key=area, reverse=True)
    return tuple(ring for at, ring in enumerate(found) if at == 0 or area(ring) > view.smallest / 1000)


def _joined(numbers: Sequence[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """A ring of its arcs; a number below zero is an arc the other way round."""
    ring: list[Point] = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += points[1:] if ring else points
    return ring[:-1]


def area(ring: Ring | Sequence[Point]) -> float:
    """The area of a ring.

    >>> area([(0, 0), (1, 0), (1, 1), (0, 1)])
    1.0
    """
    turned = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in turned)) / 2


def _inside(ring: Sequence[Point], view: View) -> Ring:
    """The part of a ring inside the view (Sutherland, Hodgman 1974)."""
    kept = list(ring)
    for axis, edge, sign in ((0, 0.0, 1), (0, 1.0, -1), (1, 0.0, 1), (1, view.ratio, -1)):
        kept = _cut(kept, axis, edge, sign)
    return tuple(kept)


def _cut(ring: Sequence[Point], axis: int, edge: float, sign: int) -> list[Point]:
    """What lies on one side of an edge."""
    kept: list[Point] = []
    for before, here in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        was, now = sign * (before[axis] - edge) >= 0, sign * (here[axis] - edge) >= 0
        if was != now:
            share = (edge - before[axis]) / (here[axis] - before[axis])
            crossing = [before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])]
            crossing[axis] = edge
            kept.append((crossing[0], crossing[1]))
        if now:
            kept.append(here)
    return kept


@cache
def heart(ring: Ring) -> tuple[Point, float]:
    """The point of a ring that lies farthest from its outline, on a grid over it, and how far that is.

    >>> point, away = heart(((0, 0), (4, 0), (4, 4), (0, 4)))
    >>> [round(one, 1) for one in (*point, away)]
    [2.0, 2.0, 2.0]
    """
    steps = 15
    xs, ys = zip(*ring, strict=True)
    left, top, wide, high = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    spots = [
        (left + wide * (across + 0.5) / steps, top + high * (down + 0.5) / steps)
        for across in range(steps) for down in range(steps)
    ]  # fmt: skip
    within = [spot for spot in spots if holds(ring, spot)] or [ring[0]]
    return max(((spot, _to_edge(ring, spot)) for spot in within), key=lambda found: found[1])


def holds(ring: Ring, point: Point) -> bool:
    """Does a ring hold a point?

    >>> holds(((0, 0), (2, 0), (2, 2), (0, 2)), (1, 1)), holds(((0, 0), (2, 0), (2, 2), (0, 2)), (3, 1))
    (True, False)
    """
    x, y = point
    sides = zip(ring, (*ring[1:], ring[0]), strict=True)
    crossed = [
        x < from_x + (y - from_y) / (to_y - from_y) * (to_x - from_x)
        for (from_x, from_y), (to_x, to_y) in sides if (from_y > y) != (to_y > y)
    ]  # fmt: skip
    return sum(crossed) % 2 == 1


def _to_edge(ring: Ring, point: Point) -> float:
    """How far a point lies from the nearest side of a ring."""
    return min(_to_side(point, start, end) for start, end in zip(ring, (*ring[1:], ring[0]), strict=True))


def _to_side(point: Point, start: Point, end: Point) -> float:
    wide, high = end[0] - start[0], end[1] - start[1]
    long = wide**2 + high**2
    share = 0.0 if long == 0 else ((point[0] - start[0]) * wide + (point[1] - start[1]) * high) / long
    share = min(max(share, 0.0), 1.0)
    return math.hypot(point[0] - start[0] - share * wide, point[1] - start[1] - share * high)
