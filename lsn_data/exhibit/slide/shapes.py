"""How does an outline stand on a slide? As one native freeform that can be filled, moved and edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Cm, Pt

from lsn_data.exhibit import clean

Point = tuple[float, float]
# Move to a point, a line to it, a curve over two others to it; points are in centimetres of the slide.
Step = tuple[Literal["M", "L", "C"], tuple[Point, ...]]
_TAGS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}
# What a path counts in: 0.04 mm keeps the file small.
PER_CM = 250
LONGEST_NAME = 60


def closed(ring: Sequence[Point]) -> list[Step]:
    """A ring as steps."""
    return [("M", (ring[0],)), *(("L", (point,)) for point in ring[1:])]


def freeform(
    shapes: Any, paths: Sequence[Sequence[Step]], name: str, fill: str, edge: tuple[str, float] | None = None,
    opaque: float = 1.0, told: str = "",
) -> Any:  # fmt: skip
    """Closed paths as one shape of one fill, with an edge of a colour and a width in points.

    `shapes` are those of a slide or of a group; `told` is the alternative text. Returns the shape's element.
    """
    points = [point for path in paths for _, step in path for point in step]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
    size = f'w="{_whole(wide)}" h="{_whole(high)}"'
    drawn = f"<a:path {size}>{_steps(paths, left, top)}</a:path>"
    element = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{shapes._next_shape_id}" '
        f"name={_attribute(name, LONGEST_NAME)}{f' descr={_attribute(told, 900)}' if told else ''}/>"
        f'<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{Cm(left)}" y="{Cm(top)}"/>'
        f'<a:ext cx="{Cm(wide)}" cy="{Cm(high)}"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>'
        f'<a:rect l="l" t="t" r="r" b="b"/><a:pathLst>{drawn}</a:pathLst></a:custGeom>{_fill(fill, opaque)}'
        f"{_edge(edge)}</p:spPr></p:sp>"
    )
    shapes._element.append(element)
    return element


def regroup(group: Any) -> None:
    """Let a group's frame hold all its shapes, once they all stand in it."""
    group._element.recalculate_extents()


def _steps(paths: Sequence[Sequence[Step]], left: float, top: float) -> str:
    """All rings in one path, each of them closed."""
    return "".join("".join(_step(kind, points, left, top) for kind, points in path) + "<a:close/>" for path in paths)


def _step(kind: str, points: Sequence[Point], left: float, top: float) -> str:
    marks = "".join(f'<a:pt x="{_whole(x - left)}" y="{_whole(y - top)}"/>' for x, y in points)
    return f"<a:{_TAGS[kind]}>{marks}</a:{_TAGS[kind]}>"


def _whole(centimetres: float) -> int:
    return round(centimetres * PER_CM)


def _attribute(said: str, longest: int) -> str:
    return quoteattr(clean.shortened(clean.line(said), longest))


def _colour(colour: str, opaque: float = 1.0) -> str:
    alpha = f'<a:alpha val="{round(opaque * 100_000)}"/>' if opaque < 1 else ""
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}">{alpha}</a:srgbClr></a:solidFill>'


def _fill(fill: str, opaque: float) -> str:
    return _colour(fill, opaque) if fill else "<a:noFill/>"


def _edge(edge: tuple[str, float] | None) -> str:
    return f'<a:ln w="{Pt(edge[1])}">{_colour(edge[0])}</a:ln>' if edge else "<a:ln><a:noFill/></a:ln>"
