"""What does the pack hold, and on which page? The agenda: each section's findings with a link to their slides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.util import Cm, Pt

from lsn_data.exhibit import clean, fit
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import frame as slide_frame
from lsn_data.exhibit.slide import text
from lsn_data.exhibit.slide.frame import Place
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.language import Language

BODY = Area(slide_frame.MARGIN, 5.1, slide_frame.WIDTH - 2 * slide_frame.MARGIN, 11.8)
SECTION_WIDE, PAGE_WIDE, GAP = 7.2, 1.4, 0.4
SMALL = 11
# (type size, lines at most of a finding): the first with which one slide holds all, else the second.
WAYS = ((14, 2), (14, 1), (13, 2), (13, 1), (12, 1))
# The width of a finding in points.
FINDING = (BODY.wide - SECTION_WIDE - PAGE_WIDE - 2 * GAP) * text.POINTS_PER_CM
ABOVE, APART, SMALL_LINES = 0.16, 0.3, 2


@dataclass(frozen=True)
class Row:
    """A line of the agenda: a finding (`leaf` is its position in the pack), or something that is missing (None).

    `starts` marks the first of its section: a hairline stands above it. High in centimetres.
    """

    section: str
    said: str
    leaf: int | None
    high: float
    starts: bool


@dataclass(frozen=True)
class Sheet:
    """The rows of one agenda slide, and the size of their type."""

    rows: tuple[Row, ...]
    size: float


def sheets(bound: Bound) -> list[Sheet]:
    """The agenda on as few slides as it needs: in a smaller type if one slide then holds it."""
    for size, lines in WAYS:
        rows = _rows(bound, size, lines)
        if sum(_taken(row, at) for at, row in enumerate(rows)) <= BODY.high:
            return [Sheet(tuple(rows), size)]
    size, lines = WAYS[1]
    return [Sheet(tuple(rows), size) for rows in _parted(_rows(bound, size, lines))]


def _taken(row: Row, at: int) -> float:
    """The height of a row with the space above a section; the first of a slide needs none."""
    return row.high + (APART if row.starts and at else 0.0)


def _rows(bound: Bound, size: float, lines: int) -> list[Row]:
    line, at, rows = size * fit.LINE_HEIGHT / text.POINTS_PER_CM, 0, []
    for name, leaves in bound.sections:
        for position, leaf in enumerate(leaves):
            said = _shortened(clean.line(leaf.exhibit.message), size, lines)
            high = len(fit.lines(said, size, FINDING)) * line + ABOVE
            rows.append(Row(clean.line(name), said, at, high, position == 0))
            at += 1
    return rows + _missing_rows(bound.missing, bound.say)


def _shortened(message: str, size: float, lines: int) -> str:
    """As many whole words of a finding as fit."""
    fitted = fit.fitted(message, FINDING, lines * size * fit.LINE_HEIGHT, (size,))
    whole = fitted.text.removesuffix("…").rpartition(" ")[0].rstrip(" ,;:–")
    return f"{whole} …" if fitted.cut and whole else fitted.text


def _missing_rows(missing: Sequence[tuple[str, str]], say: Language) -> list[Row]:
    """What is not there and why, small."""
    heading = say("Not in this pack")
    said = [": ".join(filter(None, map(clean.line, one))) for one in missing]
    return [Row(heading, one, None, _small_high(one), at == 0) for at, one in enumerate(said)]


def _small_high(said: str) -> float:
    wide = (BODY.wide - SECTION_WIDE - GAP) * text.POINTS_PER_CM
    lines = min(len(fit.lines(said, SMALL, wide)), SMALL_LINES)
    return lines * SMALL * fit.LINE_HEIGHT / text.POINTS_PER_CM + ABOVE / 2


def _parted(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows over several slides; a section that a slide can hold is not torn apart."""
    sheets: list[list[Row]] = [[]]
    used = 0.0
    for section in _together(rows):
        whole = sum(_taken(row, at) for at, row in enumerate(section))
        if sheets[-1] and used + APART + whole > BODY.high >= whole:
            sheets.append([])
            used = 0.0
        for row in section:
            taken = _taken(row, len(sheets[-1]))
            if sheets[-1] and used + taken > BODY.high:
                sheets.append([])
                used, taken = 0.0, row.high
            sheets[-1].append(replace(row, starts=row.starts or not sheets[-1]))
            used += taken
    return sheets


def _together(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of one section together."""
    starts = 0
    numbered = []
    for row in rows:
        starts += row.starts
        numbered.append((starts, row))
    return [[row for _, row in group] for _, group in groupby(numbered, key=lambda one: one[0])]


def message(bound: Bound) -> str:
    """The finding of the agenda: how much the pack holds."""
    say, sections = bound.say, {leaf.section for leaf in bound.leaves if clean.line(leaf.section)}
    findings = say.plural("{n} finding", "{n} findings", len(bound.leaves))
    if not sections:
        return say.plural("This pack holds {n} finding", "This pack holds {n} findings", len(bound.leaves))
    return say.plural(
        "This pack holds {findings} in {n} section", "This pack holds {findings} in {n} sections",
        len(sections), findings=findings,
    )  # fmt: skip


def draw(
    slide: Any, bound: Bound, sheet: Sheet, part: str, targets: Mapping[int, tuple[int, Any]], place: Place
) -> None:
    """One agenda slide; `targets` are page number and slide of each finding by its position in the pack."""
    say = bound.say
    slide_frame.head(slide, message(bound), say("Agenda") + part, say)
    y = BODY.y
    for at, row in enumerate(sheet.rows):
        if row.starts:
            y += APART if at else 0.0
            _hairline(slide, y - (APART - ABOVE / 2) / 2 if at else y - ABOVE / 2, say)
            _section(slide, row, sheet.size, y, say)
        if row.leaf is None:
            _told_small(slide, row, y, say)
        else:
            _entry(slide, row, sheet.size, y, targets[row.leaf], say)
        y += row.high
    slide_frame.rule(slide, say)
    slide_frame.page_of(slide, place, say)


def _section(slide: Any, row: Row, size: float, y: float, say: Language) -> None:
    """The section's name at the left of its first finding."""
    if not row.section:
        return
    style = Style(SMALL if row.leaf is None else size, LIGHT.ink3 if row.leaf is None else LIGHT.ink, bold=True)
    area = Area(BODY.x, y, SECTION_WIDE, style.size * fit.LINE_HEIGHT / text.POINTS_PER_CM + 0.04)
    said = fit.cut(row.section, style.size, area.points[0], bold=True)
    text.box(slide.shapes, area, said, style, say, clean.shortened(said, 60))


def _entry(slide: Any, row: Row, size: float, y: float, target: tuple[int, Any], say: Language) -> None:
    """A finding with its page; both lead to the slide."""
    page, there = target
    left = BODY.x + SECTION_WIDE + GAP
    right = BODY.x + BODY.wide - PAGE_WIDE
    area = Area(left, y, right - left - GAP, row.high - ABOVE + 0.04)
    number = Area(right, y, PAGE_WIDE, size * fit.LINE_HEIGHT / text.POINTS_PER_CM + 0.04)
    named = say("Page {n}: {finding}", n=page, finding=clean.shortened(row.said, 60))
    for place, words, style, name in (
        (area, row.said, Style(size, LIGHT.ink2), named),
        (number, say.number(page), Style(size, LIGHT.accent, bold=True, align=text.RIGHT), say("Page {n}", n=page)),
    ):
        box = text.box(slide.shapes, place, words, style, say, name)
        box.click_action.target_slide = there


def _told_small(slide: Any, row: Row, y: float, say: Language) -> None:
    """What is missing, on two lines at most."""
    area = Area(BODY.x + SECTION_WIDE + GAP, y, BODY.wide - SECTION_WIDE - GAP, row.high - ABOVE / 2 + 0.04)
    said = fit.fitted(row.said, *area.points, (SMALL,)).text
    text.box(slide.shapes, area, said, Style(SMALL, LIGHT.ink3), say, clean.shortened(said, 60))


def _hairline(slide: Any, y: float, say: Language) -> None:
    ends = Cm(BODY.x), Cm(y), Cm(BODY.x + BODY.wide), Cm(y)
    line = text.plain(slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends))
    line.name = say("Line")
    line.line.color.rgb, line.line.width = text.rgb(LIGHT.hairline), Pt(0.75)


def nothing(slide: Any, say: Language, place: Place, missing: Sequence[tuple[str, str]] = ()) -> None:
    """The one slide of a pack without exhibits: it says so, and what is missing why."""
    slide_frame.head(
        slide,
        say("This board pack holds no exhibits yet"),
        say("Choose exhibits on the pages and add them to the board pack."),
        say,
    )
    y = BODY.y
    for row in _missing_rows(missing, say):
        if y + row.high > BODY.y + BODY.high:
            break
        if row.starts:
            _section(slide, row, SMALL, y, say)
        _told_small(slide, row, y, say)
        y += row.high
    slide_frame.page_of(slide, place, say)
