"""How is a course over time drawn on the page? Lines with their first and last values, and the target outlined."""

from __future__ import annotations

from collections.abc import Sequence

from plotly import graph_objects as go

from lsn_data.exhibit import Column, Exhibit, clean, fit
from lsn_data.exhibit.course import Course, Series, course_of
from lsn_data.exhibit.page import rows as page
from lsn_data.exhibit.page.rows import Part
from lsn_data.exhibit.palette import Palette

HEIGHT, TOP, BASE = 260, 44, 222
LEFT, NARROWEST_RIGHT, WIDEST_RIGHT, LABEL_STEP = 40, 56, 220, 17
LINE, DOT, LAST_DOT, TARGET_DOT = 1.75, 5, 7, 11


def figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """A line chart; its vertical axis is in the figures' own unit, its texts are set in pixels from the top."""
    course = course_of(exhibit.chart, exhibit.say)
    column = exhibit.chart.table.columns[exhibit.chart.table.at(exhibit.chart.parts["value"])]
    drawn = page.layout(HEIGHT, LEFT, _right(course, column, exhibit), palette)
    first, last = min(course.at, default=0), max(course.at, default=1)
    reach = (last - first) or 1
    drawn["xaxis"]["range"] = [first - reach * 0.02, last + reach * 0.02] if last > first else [first - 1, last + 0.1]
    drawn["yaxis"]["range"] = [from_top(HEIGHT, course), from_top(0, course)]
    drawn["shapes"] = [_base(course, palette), *_reference(course, palette)]
    drawn["annotations"] = _axis(exhibit, course, palette) + _values(exhibit, course, column, palette)
    marks = [
        _series(exhibit, course, one, column, colour, palette)
        for one, colour in zip(course.series, _colours(len(course.series), palette), strict=True)
    ]
    aim = [_target(exhibit, course, column, palette)] if course.target else []
    return go.Figure({"data": marks + aim, "layout": drawn})


def _right(course: Course, column: Column, exhibit: Exhibit) -> int:
    """Room at the right for the values, and for the names of several series."""
    said = [f"{name} {column.shown(course.largest, exhibit.say)}" for name in _end_names(course)]
    longest = max((fit.width(text, page.LABEL_SIZE, bold=True) for text in said), default=0)
    return round(min(max(longest * fit.INTER_TO_ARIAL + 24, NARROWEST_RIGHT), WIDEST_RIGHT))


def _end_names(course: Course) -> list[str]:
    """What stands beside the last values: the series' names where there are several, and the target's."""
    several = len(course.series) > 1
    names = [clean.line(one.name) if several else "" for one in course.series]
    return [*names, course.target.name] if course.target else names


def _colours(count: int, palette: Palette) -> list[str]:
    """One series is the thing to look at; more are told apart by colour and by their names at the end."""
    order = (palette.accent, palette.actual, palette.previous, *palette.ramp[1:4])
    return [order[at % len(order)] for at in range(count)]


def height_of(value: float, course: Course) -> float:
    """Where a value stands, in pixels from the top; zero stands on the base line unless values go below it."""
    return BASE - (value - course.smallest) / (course.largest - course.smallest) * (BASE - TOP)


def from_top(pixels: float, course: Course) -> float:
    """The value that stands this many pixels below the top: the way back from `height_of`."""
    return course.smallest + (BASE - pixels) / (BASE - TOP) * (course.largest - course.smallest)


def _base(course: Course, palette: Palette) -> Part:
    line = {"color": palette.ink3, "width": 1}
    y = from_top(BASE, course)
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": y, "y1": y, "line": line}


def _reference(course: Course, palette: Palette) -> list[Part]:
    """A dashed line at the target where it is one value for one period."""
    if not course.target or len(course.target.known) != 1:
        return []
    y = course.target.values[course.target.known[0]]
    line = {"color": palette.ink3, "width": 1, "dash": "4px,4px"}
    whole = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "layer": "below"}
    return [{**whole, "y0": y, "y1": y, "line": line}]


def _axis(exhibit: Exhibit, course: Course, palette: Palette) -> list[Part]:
    """What is measured, above; the first and last periods, below."""
    named = page.note(clean.plotly(exhibit.chart.axis), from_top(12, course), palette.ink3, xshift=-LEFT)
    return [named] + [
        page.note(
            clean.plotly(clean.shortened(course.periods[at], 24)), from_top(BASE + 16, course), palette.ink3,
            x=course.at[at], xref="x", xanchor="center",
        )
        for at in course.lasting
        if course.periods
    ]  # fmt: skip


def _series(exhibit: Exhibit, course: Course, one: Series, column: Column, colour: str, palette: Palette) -> Part:
    """One line with its last point as a dot; two values are two dots, None is a gap."""
    last = one.known[-1] if one.known else -1
    sizes = [LAST_DOT if at == last else 0 if one.is_line else DOT for at in range(len(one.values))]
    return {
        "type": "scatter",
        "mode": "lines+markers" if one.is_line else "markers",
        "name": clean.plotly(one.name),
        "x": list(course.at),
        "y": list(one.values),
        "line": {"color": colour, "width": LINE},
        "marker": {"color": colour, "size": _alone(one, sizes), "opacity": 1, "line": {"width": 0}},
        "connectgaps": False,
        "hovertext": _told(exhibit, course, one, column),
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _alone(one: Series, sizes: list[int]) -> list[int]:
    """A value between two gaps has no line to stand on: it is drawn as a dot."""
    values = (None, *one.values, None)
    lonely = [values[at] is None and values[at + 2] is None for at in range(len(one.values))]
    return [max(size, DOT) if alone else size for size, alone in zip(sizes, lonely, strict=True)]


def _target(exhibit: Exhibit, course: Course, column: Column, palette: Palette) -> Part:
    """The target: outlined, nothing inside."""
    assert course.target is not None
    return {
        "type": "scatter",
        "mode": "markers" if len(course.target.known) == 1 else "lines+markers",
        "name": clean.plotly(course.target.name),
        "x": list(course.at),
        "y": list(course.target.values),
        "line": {"color": palette.ink3, "width": 1, "dash": "4px,4px"},
        "marker": {
            "symbol": "square",
            "size": TARGET_DOT,
            "color": palette.page,
            "opacity": 1,
            "line": {"color": palette.ink, "width": 1.5},
        },
        "connectgaps": True,
        "hovertext": _told(exhibit, course, course.target, column),
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _told(exhibit: Exhibit, course: Course, one: Series, column: Column) -> list[str]:
    return [
        page.hover(one.name or column.label, f"{period}: {column.shown(value, exhibit.say)}")
        for period, value in zip(course.periods, one.values, strict=True)
    ]


def _values(exhibit: Exhibit, course: Course, column: Column, palette: Palette) -> list[Part]:
    """The first value above its point, the last one beside it with the series' name where there are several."""
    starts: list[tuple[float, float, str]] = []
    ends: list[tuple[float, float, str]] = []
    lines = [*course.series, *([course.target] if course.target else [])]
    for one, name in zip(lines, _end_names(course), strict=True):
        if not one.known:
            continue
        first, last = one.known[0], one.known[-1]
        if first != last and one is not course.target:
            value = one.values[first] or 0
            starts.append((course.at[first], height_of(value, course) - 14, column.shown(value, exhibit.say)))
        value = one.values[last] or 0
        ends.append((course.at[last], height_of(value, course), f"{name} {column.shown(value, exhibit.say)}".strip()))
    above = [_above(x, from_top(y, course), text, palette) for x, y, text in apart(starts)]
    return above + [_beside(x, from_top(y, course), text, palette) for x, y, text in apart(ends)]


def _above(x: float, y: float, text: str, palette: Palette) -> Part:
    return page.note(clean.plotly(text), y, palette.ink2, x=x, xref="x", xanchor="center")


def _beside(x: float, y: float, text: str, palette: Palette) -> Part:
    short = clean.plotly(fit.cut(clean.line(text), page.LABEL_SIZE, WIDEST_RIGHT / fit.INTER_TO_ARIAL - 24, bold=True))
    return page.note(short, y, palette.ink, x=x, xref="x", xshift=10, weight=600, size=page.LABEL_SIZE)


def apart(ends: Sequence[tuple[float, float, str]]) -> list[tuple[float, float, str]]:
    """Labels at the same place in time moved down so that none covers another.

    >>> [y for _, y, _ in apart([(1, 100, "a"), (1, 104, "b"), (2, 101, "c")])]
    [100, 117, 101]
    """
    moved: list[tuple[float, float, str]] = []
    for x, y, text in sorted(ends):
        if moved and moved[-1][0] == x:
            y = max(y, moved[-1][1] + LABEL_STEP)
        moved.append((x, y, text))
    return moved
