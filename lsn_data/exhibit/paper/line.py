"""What is drawn of a course over time on paper?"""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.exhibit import Column, Exhibit
from lsn_data.exhibit.course import Course, Series, course_of
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.paper.rows import Told
from lsn_data.exhibit.paper.text import line as said

# In points from the top: where the highest value stands, where the base line; how far labels stand apart.
TOP, BASE, STEP = 34.0, 170.0, 12.0
_COLOURS = (LIGHT.accent, LIGHT.actual, LIGHT.previous, *LIGHT.ramp[1:4])
Label = tuple[float, float, str]


def line(exhibit: Exhibit) -> list[Told]:
    """Series and target as points (share of the width, points from the top), with the values that are named."""
    course = course_of(exhibit.chart, exhibit.say)
    column = exhibit.chart.table.columns[exhibit.chart.table.at(exhibit.chart.parts["value"])]
    return [
        {
            "axis": said(exhibit.chart.axis),
            "top": TOP,
            "base": BASE,
            "series": [_series(course, one, at) for at, one in enumerate(course.series)],
            "target": [point for point in _points(course, course.target) if point] if course.target else [],
            "reference": _reference(course),
            "starts": _labels(_starts(exhibit, course, column)),
            "ends": _labels(_ends(exhibit, course, column)),
            "periods": [{"x": _across(course, at), "said": said(course.periods[at])} for at in sorted(course.lasting)]
            if course.periods else [],
        }
    ]  # fmt: skip


def _across(course: Course, at: int) -> float:
    """Where a period stands, from 0 at the left to 1 at the right; a single one stands at the right."""
    first, last = min(course.at), max(course.at)
    return (course.at[at] - first) / (last - first) if last > first else 1.0


def _height(value: float, course: Course) -> float:
    return BASE - (value - course.smallest) / (course.largest - course.smallest) * (BASE - TOP)


def _points(course: Course, one: Series) -> list[list[float] | None]:
    return [
        None if value is None else [_across(course, at), _height(value, course)] for at, value in enumerate(one.values)
    ]


def _series(course: Course, one: Series, at: int) -> Told:
    return {"points": _points(course, one), "joined": one.is_line, "colour": _COLOURS[at % len(_COLOURS)]}


def _reference(course: Course) -> float | None:
    """The height of a dashed line at the target where it is one value for one period."""
    if not course.target or len(course.target.known) != 1:
        return None
    return _height(course.target.values[course.target.known[0]] or 0.0, course)


def _starts(exhibit: Exhibit, course: Course, column: Column) -> list[Label]:
    """The first value of each series, above its point."""
    return [
        (_across(course, one.known[0]), _height(value, course) - 10, column.shown(value, exhibit.say))
        for one in course.series
        if len(one.known) > 1 and (value := one.values[one.known[0]]) is not None
    ]


def _ends(exhibit: Exhibit, course: Course, column: Column) -> list[Label]:
    """The last values beside their points, with the series' names where there are several, and the target's."""
    several = len(course.series) > 1
    named = [(one, one.name if several else "") for one in course.series]
    named += [(course.target, course.target.name)] if course.target else []
    return [
        (_across(course, one.known[-1]), _height(value, course), f"{name} {column.shown(value, exhibit.say)}".strip())
        for one, name in named
        if one.known and (value := one.values[one.known[-1]]) is not None
    ]


def _labels(labels: Sequence[Label]) -> list[Told]:
    return [{"x": x, "y": y, "said": said(text)} for x, y, text in apart(labels)]


def apart(labels: Sequence[Label]) -> list[Label]:
    """Labels at the same place in time moved down so that none covers another.

    >>> [y for _, y, _ in apart([(1, 100, "a"), (1, 104, "b"), (2, 101, "c")])]
    [100, 112.0, 101]
    """
    moved: list[Label] = []
    for x, y, text in sorted(labels):
        if moved and moved[-1][0] == x:
            y = max(y, moved[-1][1] + STEP)
        moved.append((x, y, text))
    return moved
