"""How are small pictures drawn within a table: a count of squares, a share beside another, a course of values?

From plain boxes and one small picture without text, since `st.html` drops inline drawings. What they show stands in
words beside them, so they are hidden from screen readers.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.palette import Palette

MOST_SQUARES = 12
WIDE, HIGH, EDGE = 76, 34, 4
SHARES = ("voice", "voice low", "voice high", "effort")
STYLE = """
.{c} .marks {{ display: flex; flex-wrap: wrap; gap: 3px; padding: 4px 0 3px; min-width: 66px; max-width: 92px; }}
.{c} .marks i {{ width: 8px; height: 8px; box-sizing: border-box; border: 1.2px solid {ink3}; }}
.{c} .marks i.on {{ background: {actual}; border-color: {actual}; }}
.{c} .shares {{ position: relative; height: 12px; margin: 5px 8px 3px 6px; min-width: 96px; }}
.{c} .shares i {{ position: absolute; display: block; box-sizing: border-box; }}
.{c} .shares .line {{ left: 0; right: 0; top: 5.5px; height: 1px; background: {hairline}; }}
.{c} .shares .bar {{ top: 3px; height: 6px; border-radius: 3px; background: {accent_range}; }}
.{c} .shares .dot, .{c} .shares .box {{ top: 1px; width: 10px; height: 10px; margin-left: -5px; }}
.{c} .shares .dot {{ border-radius: 5px; background: {accent}; }}
.{c} .shares .box {{ border: 2px solid {ink}; background: {page}; }}
.{c} .with-course {{ display: flex; gap: 12px; }}
.{c} .with-course .course {{ flex: none; width: 76px; }}
.{c} .with-course .beside {{ flex: 1; min-width: 10.5em; }}
.{c} .with-course img {{ display: block; width: 76px; height: 34px; margin-top: 4px; }}
"""


def style(name: str, palette: Palette) -> str:
    """The rules of these marks, bound to the table's class."""
    return STYLE.format(
        c=name, ink=palette.ink, ink3=palette.ink3, actual=palette.actual, hairline=palette.hairline,
        accent=palette.accent, accent_range=palette.accent_range, page=palette.page,
    )  # fmt: skip


def marked(exhibit: Exhibit, row: int, key: str, said: str, palette: Palette) -> str:
    """What is said in a cell, with the marks that the chart names for its column."""
    parts = exhibit.chart.parts
    if exhibit.chart.kind != "table":
        return said
    if parts.get("filled") == key:
        return said + squares(*(_whole(exhibit, row, part) for part in ("filled", "of")))
    if parts.get("voice") == key:
        return _shares(exhibit, row) + said
    if parts.get("course") == key:
        return _beside_course(exhibit, row, said, palette)
    return said


def squares(filled: int, of: int) -> str:
    """A square for each, those that are there filled; too many are left to the words.

    >>> squares(2, 3).count('class="on"'), squares(0, 0), squares(3, 40)
    (2, '', '')
    """
    if not 0 < of <= MOST_SQUARES:
        return ""
    boxes = "".join('<i class="on"></i>' if at < filled else "<i></i>" for at in range(of))
    return f'<div class="marks" aria-hidden="true">{boxes}</div>'


def _whole(exhibit: Exhibit, row: int, part: str) -> int:
    value = exhibit.chart.part(part)[row]
    return value if isinstance(value, int) else 0


def _shares(exhibit: Exhibit, row: int) -> str:
    """A share with its range as bar and dot, and another one as an open box, on a track that all rows have alike."""
    found = {part: exhibit.chart.part(part)[row] for part in SHARES}
    if not all(isinstance(value, (int, float)) for value in found.values()):
        return ""
    longest = max(
        float(value)
        for part in ("voice high", "effort")
        for value in exhibit.chart.part(part)
        if isinstance(value, (int, float))
    )
    at = {part: 100 * float(value or 0) / (longest or 1) for part, value in found.items()}  # type: ignore[arg-type]
    return (
        '<div class="shares" aria-hidden="true"><i class="line"></i>'
        f'<i class="bar" style="left:{at["voice low"]:.1f}%;width:{at["voice high"] - at["voice low"]:.1f}%"></i>'
        f'<i class="box" style="left:{at["effort"]:.1f}%"></i><i class="dot" style="left:{at["voice"]:.1f}%"></i></div>'
    )


def _beside_course(exhibit: Exhibit, row: int, said: str, palette: Palette) -> str:
    """The course of the values at the left of what is said; its room stays free where there is none."""
    told = exhibit.chart.part("course")[row]
    values = [float(one) for one in str(told).split()] if told else []
    picture = f'<img alt="" src="{course(values, palette)}">' if len(values) > 1 else ""
    return f'<div class="with-course"><div class="course">{picture}</div><div class="beside">{said}</div></div>'


def course(values: Sequence[float], palette: Palette) -> str:
    """Values in the order of time as a small picture: a line with a dot at its end (two values: two dots), as a data
    address. Scaled to its own values: it shows the direction, the figures beside it show the size."""
    low, high = min(values), max(values)
    across = [EDGE + at * (WIDE - 2 * EDGE) / (len(values) - 1) for at in range(len(values))]
    down = [HIGH - EDGE - (value - low) / ((high - low) or 1) * (HIGH - 2 * EDGE) for value in values]
    if high == low:
        down = [HIGH / 2] * len(values)
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(across, down, strict=True))
    line = f'<polyline points="{points}" fill="none" stroke="{palette.actual}" stroke-width="1.75"/>'
    first = f'<circle cx="{across[0]:.1f}" cy="{down[0]:.1f}" r="2.2" fill="{palette.actual}"/>'
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}">{line if len(values) > 2 else first}'
        f'<circle cx="{across[-1]:.1f}" cy="{down[-1]:.1f}" r="3" fill="{palette.actual}"/></svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"
