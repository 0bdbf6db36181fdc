"""How are small panels drawn on slides? Each as a native column chart with its words around it, six on a slide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from lsn_data.exhibit import Exhibit, clean, fit
from lsn_data.exhibit import panels as small
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.panels import HIGH, LOW, MARKS, Panel, Panels
from lsn_data.exhibit.slide import difference, parts, text
from lsn_data.exhibit.slide import rows as beside
from lsn_data.exhibit.slide.panel_chart import (
    LARGE,
    SMALL,
    Slots,
    Type,
    chart,
    filled,
    head_room,
    put_line,
    slots_of,
    told_of,
    years,
)
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.language import Language

ACROSS, ON_A_SLIDE = 3, 6
GAP_X, GAP_Y, TOP, BOTTOM = 1.1, 0.3, 5.45, 16.95
ARROW, KEY_BOX = 0.32, 0.32


def pages(exhibit: Exhibit) -> list[range]:
    """Which panels stand on each slide: a section begins a new one, six at most."""
    found = small.panels_of(exhibit.chart)
    sheets, start = [], 0
    for section in found.sections:
        count = len(found.within(section))
        sheets += [range(start + at, start + min(at + ON_A_SLIDE, count)) for at in range(0, count, ON_A_SLIDE)]
        start += count
    return sheets or [range(0)]


def panels(slide: Any, exhibit: Exhibit, wide: float, shown: range) -> tuple[str, ...]:
    """The panels of one slide; returns the names that had to be cut, in full."""
    found = small.panels_of(exhibit.chart)
    ordered = [panel for section in found.sections for panel in found.within(section)]
    here = [ordered[at] for at in shown]
    alone = len(ordered) == 1
    _head(slide, exhibit, found, here, wide)
    arrow = difference.room(exhibit, "value") if alone else 0.0
    places = [Area(beside.CHART.x, TOP - 0.2, wide - arrow, BOTTOM - TOP)] if alone else _places(len(here), wide)
    cut: list[str] = []
    for panel, area in zip(here, places, strict=True):
        cut += _panel(slide, exhibit, found, panel, area, LARGE if alone else SMALL)
    return tuple(cut)


def _places(count: int, wide: float) -> list[Area]:
    """Three across and two down; the room is the same, however many there are."""
    one = (wide - (ACROSS - 1) * GAP_X) / ACROSS
    high = (BOTTOM - TOP - GAP_Y) / 2
    return [
        Area(beside.CHART.x + at % ACROSS * (one + GAP_X), TOP + at // ACROSS * (high + GAP_Y), one, high)
        for at in range(count)
    ]


def _head(slide: Any, exhibit: Exhibit, found: Panels, here: Sequence[Panel], wide: float) -> None:
    """The section with what it is about at the left, the key at the right."""
    name, about = small.sectioned(here[0].section) if here else ("", "")
    used = [one for one in found.scenarios if any(panel.of(one) for panel in here)]
    words = small.key_words(exhibit)
    widths = [fit.width(words[one], 11) / text.POINTS_PER_CM + 0.95 for one in used] if len(used) > 1 else []
    said = f"{name}: {about}" if name and about else name
    beside.head(slide, said, beside.CHART.x, wide - sum(widths) - 0.4, exhibit.say)
    if not widths:
        return
    group = slide.shapes.add_group_shape()
    group.name = exhibit.say("Key")
    x = beside.CHART.x + wide - sum(widths)
    for one, room in zip(used, widths, strict=True):
        box = Area(x, beside.HEAD_TOP + (beside.HEAD_HIGH - KEY_BOX) / 2, KEY_BOX, KEY_BOX)
        shape = text.plain(group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu))
        shape.name = words[one]
        filled(shape, HIGH if one == LOW else one)
        named = Area(x + 0.45, beside.HEAD_TOP, room - 0.5, beside.HEAD_HIGH)
        text.box(group.shapes, named, words[one], Style(11, LIGHT.ink2, anchor=text.MIDDLE), exhibit.say, words[one])
        x += room


def _panel(slide: Any, exhibit: Exhibit, found: Panels, panel: Panel, area: Area, kind: Type) -> list[str]:
    """Name, what is counted, rating, chart, years and sentence of a panel; what had to be cut is returned."""
    say, line = exhibit.say, kind.line
    group = slide.shapes.add_group_shape()
    group.name = clean.shortened(clean.line(panel.name), 60) or " "
    head = Area(area.x, area.y, area.wide, kind.title)
    name = fit.cut(clean.line(panel.name), kind.name, area.points[0], bold=True)
    put_line(group, head, name, Style(kind.name, LIGHT.ink, bold=True), say)
    belongs = _belongs(group, panel, head, say)
    word = _word(group, panel, Area(area.x, area.y + kind.title, area.wide, line), kind, say)
    about = Area(area.x, area.y + kind.title, area.wide - word - 0.3, line)
    put_line(group, about, " · ".join(filter(None, (belongs, panel.about))), Style(kind.small, LIGHT.ink3), say)
    top = area.y + kind.title + line + 0.1
    lines = 0 if kind is LARGE else 1
    room = Area(area.x, top, area.wide, area.y + area.high - top - (1 + lines) * line)
    if panel.marks:
        chart(slide, exhibit, found, panel, room, kind)
        if kind is LARGE:
            _difference(slide, exhibit, slots_of(found, panel), panel, room)
        years(group, found, panel, Area(area.x, room.y + room.high, area.wide, line), kind, say)
    else:
        _box(group, panel, room, kind, say)
        parts.describe(group, group.name, f"{exhibit.title}. {panel.name}: {panel.empty}")
    sentence = told_of(panel)
    if lines and sentence:
        put_line(group, Area(area.x, area.y + area.high - line, area.wide, line), sentence,
              Style(kind.small, LIGHT.ink2), say)  # fmt: skip
    return [f"{name} = {panel.name}"] if name != clean.line(panel.name) else []


def _belongs(group: Any, panel: Panel, head: Area, say: Language) -> str:
    """What it is part of, at the right of its name; where both have no room there it is returned for the line below."""
    said = clean.line(panel.belongs)
    left = head.points[0] - fit.width(clean.line(panel.name), SMALL.name, bold=True) - 6
    if fit.width(said, SMALL.small) > left:
        return said
    wide = (fit.width(said, SMALL.small) + 2) / text.POINTS_PER_CM
    place = Area(head.x + head.wide - wide, head.y + 0.04, wide, head.high)
    put_line(group, place, said, Style(SMALL.small, LIGHT.ink3, align=text.RIGHT), say)
    return ""


def _difference(slide: Any, exhibit: Exhibit, slots: Slots, panel: Panel, area: Area) -> None:
    """The arrow of the difference right of all columns of a panel that stands alone."""
    told, ends = exhibit.chart.difference, difference.ends_of(exhibit, "value")
    if told is None or ends is None:
        return
    rows = zip(exhibit.chart.part("at"), exhibit.chart.part("scenario"), strict=True)
    named = [(at, str(scenario)) for at, scenario in rows]
    marks = {(mark.at, mark.scenario): mark for mark in panel.marks}
    slot = area.wide / len(slots.names)
    column = slot / (1 + LARGE.gap / 100)
    across = [
        area.x + (slots.at(marks[named[row]]) + 0.5) * slot + column / 2  # type: ignore[index]
        for row in (told.start, told.end)
    ]
    drawn = area.high - head_room(panel, LARGE)
    heights = [area.y + area.high - panel.height_of(end) * drawn for end in ends]
    x = area.x + area.wide + difference.BEFORE_ARROW
    edge = area.x + area.wide + difference.room(exhibit, "value")
    difference.upright(slide, exhibit, (heights[0], heights[1]), (across[0], across[1]), x, edge)


def _word(group: Any, panel: Panel, area: Area, kind: Type, say: Language) -> float:
    """The rating at the right: its mark and its word; returns the width of both."""
    if not panel.word:
        return 0.0
    arrow, tone = MARKS.get(panel.rating, ("", ""))
    colour = {"good": LIGHT.good, "bad": LIGHT.bad}.get(tone, LIGHT.ink2)
    wide = fit.width(panel.word, kind.small, bold=bool(arrow)) / text.POINTS_PER_CM + 0.1
    place = Area(area.x + area.wide - wide, area.y, wide, area.high)
    style = Style(kind.small, colour, bold=bool(arrow), align=text.RIGHT)
    text.box(group.shapes, place, panel.word, style, say, panel.word)
    if arrow:
        _mark(group, arrow, Area(place.x - ARROW - 0.12, area.y + (area.high - ARROW) / 2 - 0.02, ARROW, ARROW),
              colour, panel.word)  # fmt: skip
    return wide + (ARROW + 0.2 if arrow else 0)


def _mark(group: Any, arrow: str, area: Area, colour: str, name: str) -> None:
    """A drawn arrow, two dots or a ring."""
    turns = {"up": 0, "up right": 45, "right": 90, "down": 180}
    if arrow in turns:
        shape = text.plain(group.shapes.add_shape(MSO_SHAPE.UP_ARROW, *area.emu))
        shape.rotation = turns[arrow]
        shapes = [shape]
    elif arrow == "ring":
        shapes = [text.plain(group.shapes.add_shape(MSO_SHAPE.OVAL, *area.emu))]
    else:
        dot = area.wide * 0.32
        spots = [Area(area.x + at, area.y + (area.high - dot) / 2, dot, dot) for at in (0.0, area.wide * 0.55)]
        shapes = [text.plain(group.shapes.add_shape(MSO_SHAPE.OVAL, *spot.emu)) for spot in spots]
    for shape in shapes:
        shape.name = name
        shape.line.color.rgb, shape.line.width = text.rgb(colour), Pt(1.25 if arrow == "ring" else 0.25)
        if arrow == "ring":
            shape.fill.background()
        else:
            shape.fill.solid()
            shape.fill.fore_color.rgb = text.rgb(colour)


def _box(group: Any, panel: Panel, area: Area, kind: Type, say: Language) -> None:
    """What is missing, in a dashed box in the chart's place."""
    shape = text.plain(group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *area.emu))
    shape.name = clean.shortened(clean.line(panel.empty), 60) or " "
    shape.fill.background()
    shape.line.color.rgb, shape.line.width = text.rgb(LIGHT.previous), Pt(0.75)
    shape.line.dash_style = MSO_LINE.DASH
    inner = Area(area.x + 0.4, area.y, area.wide - 0.8, area.high)
    missing, _, step = panel.empty.partition("\n")
    high = fit.height([missing, step], kind.small + 1, inner.points[0]) / text.POINTS_PER_CM + 0.2
    place = Area(inner.x, area.y + (area.high - min(high, area.high)) / 2, inner.wide, min(high, area.high))
    kept, size = text.whole_paragraphs([missing, step], place, (kind.small + 1, kind.small), 2)
    if kept:
        style = Style(size, LIGHT.ink2, align=text.CENTRE, anchor=text.MIDDLE)
        text.box(group.shapes, place, kept, style, say, shape.name)
