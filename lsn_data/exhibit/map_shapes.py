"""Where do countries lie on a flat page? Their outlines from the geometry that lies with the product, as shares of a
frame.

The files are TopoJSON: countries are rings of shared arcs, whose points are whole numbers, each told as the step from
the one before. Europe is drawn in Mercator's projection, the world in plain degrees: both are for finding a country,
not for measuring one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import asinh, degrees, radians, tan
from pathlib import Path
from typing import Any

GEOMETRY = Path(__file__).parents[1] / "ui" / "static" / "topojson"
Point = tuple[float, float]
Ring = tuple[Point, ...]
# A point that moves an outline by less than this share of the frame is left out.
_FINEST = 0.004
_WIDEST_STEP = 0.5


@dataclass(frozen=True)
class Frame:
    """A map: its file, its corners in degrees, and its height as a share of its width."""

    file: str
    west: float
    east: float
    south: float
    north: float
    mercator: bool

    def at(self, point: Point) -> Point:
        """Where a point (degrees east, degrees north) lies: shares of the width and the height, from the upper left."""
        top, foot = self._up(self.north), self._up(self.south)
        return (point[0] - self.west) / (self.east - self.west), (top - self._up(point[1])) / (top - foot)

    @property
    def high(self) -> float:
        """The height of the frame as a share of its width."""
        return (self._up(self.north) - self._up(self.south)) / (self.east - self.west)

    def _up(self, north: float) -> float:
        return degrees(asinh(tan(radians(min(max(north, -85.0), 85.0))))) if self.mercator else north


EUROPE = Frame("europe_50m.json", -11.5, 32.0, 35.5, 69.5, mercator=True)
WORLD = Frame("world_110m.json", -170.0, 180.0, -56.0, 80.0, mercator=False)


@cache
def outlines(frame: Frame) -> tuple[tuple[str, tuple[Ring, ...]], ...]:
    """(code, rings) of each country that the frame shows; points as shares of the frame."""
    told = json.loads((GEOMETRY / frame.file).read_text(encoding="utf-8"))
    arcs = [_arc(arc, told["transform"]) for arc in told["arcs"]]
    found = []
    for one in told["objects"]["countries"]["geometries"]:
        rings = tuple(ring for outline in _rings(one, arcs) if (ring := _drawn(outline, frame)))
        if rings:
            found.append((str(one.get("id", "")), rings))
    return tuple(found)


def _arc(steps: Sequence[Sequence[int]], transform: Any) -> list[Point]:
    """The points of an arc in degrees."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in steps:
        x, y = x + step[0], y + step[1]
        points.append((x * wide + west, y * high + south))
    return points


def _rings(country: Any, arcs: Sequence[list[Point]]) -> Iterator[list[Point]]:
    """The rings of a country; an arc told by its complement runs backwards."""
    parts = country["arcs"] if country["type"] == "MultiPolygon" else [country.get("arcs", [])]
    for part in parts:
        for ring in part:
            joined: list[Point] = []
            for at in ring:
                joined += (arcs[at] if at >= 0 else arcs[~at][::-1])[1 if joined else 0 :]
            yield joined


def _drawn(points: Sequence[Point], frame: Frame) -> Ring:
    """A ring within the frame, without the points that nobody would see; empty where nothing of it is seen."""
    flat = [frame.at(point) for point in points]
    if not any(-0.02 < x < 1.02 and -0.02 < y < 1.02 for x, y in flat):
        return ()
    kept: list[Point] = []
    for x, y in flat:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > _FINEST:
            kept.append((round(x, 4), round(y, 4)))
    # A ring that runs over the edge of the world would be drawn as a band across it.
    torn = any(abs(a[0] - b[0]) > _WIDEST_STEP for a, b in pairwise(kept))
    return () if len(kept) < 4 or torn else tuple(kept)
