"""Figures with the years across, or with the years down and the figures across: which row does each cell make?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.listed import Line, Listed
from lsn_data.intake.moments import month_of, when_of
from lsn_data.intake.problems import problem
from lsn_data.sheets.declared import Field, Sheet, plain

# Of each register: what names a figure, and what holds it.
FIGURES = {
    "kpi": ("kpi", "value"), "finance": ("source", "amount"), "services": ("service", "users"),
    "peers": ("measure", "value"), "context": ("figure", "value"),
}  # fmt: skip
TARGET = re.compile(r"\b(?:ziel(?:wert|e)?|target|goal|soll(?:wert)?)\b", re.IGNORECASE)
PLANNED = re.compile(
    r"\b(?:plan(?:wert)?|geplant|planned|prognose|forecast|budget|soll|erwartet|expected|hochrechnung)\b", re.I
)
_ACTUAL = re.compile(
    r"\b(?:ist(?:wert)?|actual|jahr|year|stand|gj|fy|geschäftsjahr|wert|value|ergebnis|vorl(?:äufig|\.)?)\b\.?", re.I
)
_MARKS = re.compile(r"[*†¹²³()\[\]:]|\s\d\)$")
FEWEST = 2
_PERIODS = frozenset(
    ("jahr", "year", "quartal", "quarter", "monat", "month", "zeitraum", "period", "berichtsjahr", "geschäftsjahr",
    "stand",
     "datum", "date", "stichtag", "gj", "fy", "haushaltsjahr", "halbjahr")
)  # fmt: skip


@dataclass(frozen=True)
class Across:
    """A column that holds a period's figures, or a target's."""

    at: int
    period: str
    target: bool = False
    planned: bool = False


def turned(sheet: Sheet, listed: Listed) -> Iterator[Listed]:
    """The list with a row a figure and period, if it holds periods across or figures across."""
    if sheet.kind not in FIGURES:
        return
    columns = across(listed)
    if sum(1 for one in columns if not one.target and not one.planned) >= FEWEST:
        yield _periods_across(sheet, listed, columns)
    else:
        yield from _figures_across(sheet, listed)


def across(listed: Listed) -> list[Across]:
    """The columns whose headings are periods or targets.

    >>> heads = ("KPI", "2021", "Ist 2022", "2023*", "Ziel 2030", "Note")
    >>> [(one.period, one.target) for one in across(Listed("s", heads))]
    [('2021', False), ('2022', False), ('2023', False), ('2030', True)]
    """
    found = []
    for at, heading in enumerate(listed.headings):
        group = listed.groups[at] if at < len(listed.groups) else ""
        group = "" if group == heading else group
        one = _across(at, heading, group, listed.above)
        if one:
            found.append(one)
    return found


def _across(at: int, heading: str, group: str, above: Sequence[str]) -> Across | None:
    if not heading or len(heading) > 40:
        return None
    period = _period(heading) or _month_with_year(heading, group, above)
    if TARGET.search(heading) or (period and TARGET.search(group)):
        rest = _period(TARGET.sub(" ", heading)) or _year_in(heading) or (period or "")
        return Across(at, rest, target=True)
    if PLANNED.search(heading) and (inner := _period(PLANNED.sub(" ", heading))):
        return Across(at, inner, planned=True)
    if period:
        return Across(at, period, planned=bool(PLANNED.search(group)))
    return None


def _period(heading: str) -> str | None:
    """The period that a heading is, whatever says that it is an actual figure.

    >>> _period("Ist 2022"), _period("2021 (vorl.)"), _period("Q1 2023"), _period("Firma 2000"), _period("2022-12-31")
    ('2022', '2021', '2023-01/2023-03', None, '2022-12-31')
    """
    said = " ".join(_ACTUAL.sub(" ", _MARKS.sub(" ", heading)).split()).strip(" .-")
    found = when_of(said[:10] if re.fullmatch(r"\d{4}-\d\d-\d\d 00:00:00", said) else said)
    return found if found and 1950 <= int(found[:4]) <= 2100 else None


def _year_in(text: str) -> str:
    found = re.search(r"\b(?:19|20)\d\d\b", text)
    return found[0] if found else ""


def _month_with_year(heading: str, group: str, above: Sequence[str]) -> str | None:
    """A month or quarter without its year: the year stands over it, or once in the title."""
    years = {_year_in(group)} - {""} or {year for text in above for year in re.findall(r"\b20\d\d\b", text)}
    if len(years) != 1:
        return None
    year = years.pop()
    month = month_of(heading)
    if month:
        return f"{year}-{month:02}"
    if re.fullmatch(r"(?:q\s?[1-4]|[1-4]\.?\s*(?:quartal|quarter)|h\s?[12]|[12]\.?\s*halbjahr)", heading, re.I):
        return when_of(f"{heading} {year}")
    return None


def _periods_across(sheet: Sheet, listed: Listed, columns: Sequence[Across]) -> Listed:
    """One row for each figure and period."""
    _, holds = FIGURES[sheet.kind]
    periods = [one for one in columns if not one.target and not one.planned]
    target = next((one for one in columns if one.target), None) if sheet.kind == "kpi" else None
    gone = {one.at for one in columns}
    fixed = [at for at in range(len(listed.headings)) if at not in gone]
    headings = [
        *(listed.headings[at] for at in fixed),
        "period",
        holds,
        *(("target", "target_period") if target else ()),
    ]
    lines = []
    for line in listed.lines:
        same = [line.cells[at] for at in fixed]
        here = [line.column(at) for at in fixed]
        goal = [line.cells[target.at], target.period or None] if target else []
        goal_at = [line.column(target.at), -1] if target else []
        filled = [one for one in periods if not is_nothing(line.cells[one.at])]
        for one in filled:
            stood = [*here, -1, line.column(one.at), *goal_at]
            lines.append(Line(line.number, [*same, one.period, line.cells[one.at], *goal], line.sheet, stood))
        if not filled:
            # A figure without any value is a row all the same, and a blank row is told as blank.
            bare: list[Cell] = [*same, None, None, *goal]
            lines.append(Line(line.number, bare, line.sheet, [*here, -1, -1, *goal_at]))
    return _told(listed.turned("periods across", headings, lines), listed, columns, target)


def _told(made: Listed, listed: Listed, columns: Sequence[Across], target: Across | None) -> Listed:
    left = [listed.headings[one.at] for one in columns if (one.planned or one.target) and one is not target]
    told = [problem("planned-left", sheet=listed.sheet, count=len(left), columns=left)] if left else []
    return made.turned(made.form, made.headings, made.lines, *told)


def _figures_across(sheet: Sheet, listed: Listed) -> Iterator[Listed]:
    """Years down and figures across: each column of numbers is a figure of its own, by its heading."""
    names, holds = FIGURES[sheet.kind]
    known = {at: _field(sheet, heading) for at, heading in enumerate(listed.headings)}
    period_at = _period_column(listed, known)
    if sheet.kind == "peers" or period_at is None:
        return
    if any(field and field.name in (names, holds) for field in known.values()) and sheet.kind != "finance":
        return
    if any(field and field.name == names and at != period_at for at, field in known.items()):
        return
    figures = [at for at in known if at != period_at and listed.headings[at] and _numbers(listed.column(at))]
    figures = [at for at in figures if not re.match(r"(?:summe|gesamt|total|sum)\b", listed.headings[at], re.I)]
    others = [at for at in known if at != period_at and listed.headings[at] and listed.column(at)]
    if not figures or len(figures) < 0.6 * len(others):
        return
    headings = [names, "period", holds, *(("target", "target_period") if sheet.kind == "kpi" else ())]
    lines, goals = [], _goals(listed, period_at)
    for line in listed.lines:
        if line.number in goals:
            continue
        for at in figures:
            if not is_nothing(line.cells[at]):
                cells: list[Cell] = [listed.headings[at], line.cells[period_at], line.cells[at]]
                stood = [-1, line.column(period_at), line.column(at), -1, -1]
                lines.append(Line(line.number, [*cells, *_goal(sheet, goals, at)], line.sheet, stood))
    yield listed.turned("figures across", headings, lines)


def _goals(listed: Listed, period_at: int) -> dict[int, Line]:
    """Rows that hold targets: "Ziel 2030" where the year stands."""
    return {line.number: line for line in listed.lines if TARGET.search(text_of(line.cells[period_at]))}


def _goal(sheet: Sheet, goals: dict[int, Line], at: int) -> list[Cell]:
    if sheet.kind != "kpi":
        return []
    line = next(iter(goals.values()), None)
    said = " ".join(text_of(cell) for cell in line.cells if isinstance(cell, str)) if line else ""
    return [line.cells[at] if line else None, _year_in(said) or None]


def _field(sheet: Sheet, heading: str) -> Field | None:
    return next((field for field in sheet.fields if plain(heading) in field.headings), None) if heading else None


def _period_column(listed: Listed, known: dict[int, Field | None]) -> int | None:
    """The one column whose cells are periods (or targets)."""
    for at in known:
        if not _heads_periods(listed.headings[at]):
            continue
        cells = listed.column(at)
        periods = [cell for cell in cells if when_of(cell) or _period(text_of(cell))]
        others = [cell for cell in cells if TARGET.search(text_of(cell))]
        if len(periods) >= FEWEST and len(periods) + len(others) >= 0.8 * len(cells):
            return at if all(len(text_of(cell)) <= 20 for cell in periods) else None
    return None


def _heads_periods(heading: str) -> bool:
    """Is a column of years, quarters or months headed as such, or not at all?"""
    words = set(plain(heading).split())
    return not words or bool(words & _PERIODS)


def _numbers(cells: Sequence[Cell]) -> bool:
    """Do most cells begin or end with figures?"""
    found = sum(1 for cell in cells if re.search(r"\d", text_of(cell)) and len(text_of(cell)) <= 24)
    return bool(cells) and found >= 0.5 * len(cells)
