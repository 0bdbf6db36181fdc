"""How are small panels drawn on slides? Each as a native column chart with its words around it, six on a slide.

All columns stand at their own values: the outlook is a hatched column up to its upper end with a white one up to its
lower end over it, so nothing in the chart is a figure that its table does not hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Cm, Pt

from lsn_data.exhibit import Exhibit, clean, fit
from lsn_data.exhibit import panels as small
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.panels import ACTUAL, BREAK, HIGH, LOW, MARKS, PREVIOUS, TARGET, Mark, Panel, Panels
from lsn_data.exhibit.slide import difference, parts, text
from lsn_data.exhibit.slide import rows as beside
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.language import Language

ACROSS, ON_A_SLIDE = 3, 6
GAP_X, GAP_Y, TOP, BOTTOM = 1.1, 0.3, 5.45, 16.95
ARROW, KEY_BOX = 0.32, 0.32
SERIES = (HIGH, LOW, PREVIOUS, ACTUAL, TARGET)


@dataclass(frozen=True)
class Type:
    """Sizes of type and heights of lines (centimetres) of a panel: small, or alone on its slide."""

    name: float
    small: float
    line: float
    gap: int

    @property
    def title(self) -> float:
        return self.name * fit.LINE_HEIGHT / text.POINTS_PER_CM + 0.08


BELONGS = (10, 9)
SMALL, LARGE = Type(12, 10, 0.46, 60), Type(14, 12, 0.56, 60)


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
        _filled(shape, HIGH if one == LOW else one)
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
    _said(group, head, name, Style(kind.name, LIGHT.ink, bold=True), say)
    belongs = _belongs(group, panel, head, say)
    word = _word(group, panel, Area(area.x, area.y + kind.title, area.wide, line), kind, say)
    about = Area(area.x, area.y + kind.title, area.wide - word - 0.3, line)
    _said(group, about, " · ".join(filter(None, (belongs, panel.about))), Style(kind.small, LIGHT.ink3), say)
    top = area.y + kind.title + line + 0.1
    lines = 0 if kind is LARGE else 1
    room = Area(area.x, top, area.wide, area.y + area.high - top - (1 + lines) * line)
    if panel.marks:
        _chart(slide, exhibit, found, panel, room, kind)
        if kind is LARGE:
            _difference(slide, exhibit, _slots(found, panel), panel, room)
        _years(group, found, panel, Area(area.x, room.y + room.high, area.wide, line), kind, say)
    else:
        _box(group, panel, room, kind, say)
        parts.describe(group, group.name, f"{exhibit.title}. {panel.name}: {panel.empty}")
    sentence = _sentence(panel)
    if lines and sentence:
        _said(group, Area(area.x, area.y + area.high - line, area.wide, line), sentence,
              Style(kind.small, LIGHT.ink2), say)  # fmt: skip
    return [f"{name} = {panel.name}"] if name != clean.line(panel.name) else []


def _belongs(group: Any, panel: Panel, head: Area, say: Language) -> str:
    """What it is part of, at the right of its name; where both have no room there it is returned for the line below."""
    said = clean.line(panel.belongs)
    left = head.points[0] - fit.width(clean.line(panel.name), SMALL.name, bold=True) - 6
    size = next((one for one in BELONGS if fit.width(said, one) <= left), None)
    if size is None:
        return said
    wide = (fit.width(said, size) + 2) / text.POINTS_PER_CM
    place = Area(head.x + head.wide - wide, head.y + 0.04, wide, head.high)
    _said(group, place, said, Style(size, LIGHT.ink3, align=text.RIGHT), say)
    return ""


def _difference(slide: Any, exhibit: Exhibit, slots: _Slots, panel: Panel, area: Area) -> None:
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
    drawn = area.high - _head_room(panel, LARGE)
    heights = [area.y + area.high - panel.height_of(end) * drawn for end in ends]
    x = area.x + area.wide + difference.BEFORE_ARROW
    edge = area.x + area.wide + difference.room(exhibit, "value")
    difference.upright(slide, exhibit, (heights[0], heights[1]), (across[0], across[1]), x, edge)


def _head_room(panel: Panel, kind: Type) -> float:
    """The centimetres over the highest column."""
    return (2 if panel.of(BREAK) else 1) * kind.line + 0.1


def _sentence(panel: Panel) -> str:
    """What is missing goes first, since it is what somebody has to do; else what is told."""
    return clean.line(panel.late or panel.told.replace("\n", " "))


def _said(group: Any, area: Area, said: str, style: Style, say: Language) -> None:
    """A line of text, cut to its place."""
    short = fit.cut(clean.line(said), style.size, area.points[0], style.bold) if clean.line(said) else ""
    if short:
        text.box(group.shapes, area, short, style, say, clean.shortened(short, 60))


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


@dataclass(frozen=True)
class _Slots:
    """The categories of a chart from left to right: each a period with the marks that stand at it."""

    names: tuple[str, ...]
    marks: tuple[dict[str, Mark], ...]

    def of(self, scenario: str) -> list[float | None]:
        """The values of one series; None where it has none."""
        return [one[scenario].value if scenario in one else None for one in self.marks]

    def at(self, mark: Mark) -> int:
        """The category in which a mark stands."""
        return next(at for at, one in enumerate(self.marks) if mark in one.values())


def _slots(found: Panels, panel: Panel) -> _Slots:
    """Years keep their distance; an earlier publication stands left of its value, the target right of the outlook."""
    at_time: dict[float, list[dict[str, Mark]]] = {}
    if all(float(mark.at).is_integer() for mark in panel.of(ACTUAL, PREVIOUS, TARGET)):
        at_time = {float(year): [] for year in range(int(found.first), int(found.last) + 1)}
    for mark in panel.of(*SERIES):
        at_time.setdefault(mark.at, [])
    for time, places in at_time.items():
        here = [mark for mark in panel.of(*SERIES) if mark.at == time]
        places += [{PREVIOUS: mark} for mark in here if mark.scenario == PREVIOUS]
        places += [{mark.scenario: mark} for mark in here if mark.scenario == ACTUAL]
        ends = {mark.scenario: mark for mark in here if mark.scenario in (LOW, HIGH)}
        places += [ends] if ends else []
        places += [{TARGET: mark} for mark in here if mark.scenario == TARGET]
    slots = [(time, place) for time in sorted(at_time) for place in at_time[time] or [{}]]
    return _Slots(tuple(_category(time, place) for time, place in slots), tuple(place for _, place in slots))


def _category(time: float, place: dict[str, Mark]) -> str:
    return clean.shortened(clean.line(next((mark.period for mark in place.values()), f"{time:g}")), 24) or " "


def _chart(slide: Any, exhibit: Exhibit, found: Panels, panel: Panel, area: Area, kind: Type) -> None:
    """One native column chart: its series stand on one another's place, each at its own values."""
    slots, words = _slots(found, panel), small.key_words(exhibit)
    data = parts.category_data(_number_format(panel))
    data.categories = slots.names
    names = {HIGH: words[LOW], LOW: f"{words[LOW]} (–)", PREVIOUS: words[PREVIOUS], ACTUAL: words[ACTUAL],
             TARGET: words[TARGET]}  # fmt: skip
    used = [one for one in SERIES if panel.of(one)]
    for one in used:
        data.add_series(clean.line(names[one]), slots.of(one))
    drawn = parts.chart(slide.shapes, XL_CHART_TYPE.COLUMN_CLUSTERED, area, data, exhibit)
    frame = next(shape for shape in reversed(list(slide.shapes)) if shape.has_chart)
    parts.describe(frame, panel.name, f"{exhibit.title}. {panel.name}: {_alt(panel)}")
    drawn.plots[0].gap_width, drawn.plots[0].overlap = kind.gap, 100
    _axes(drawn, panel, area, kind)
    for one, series in zip(used, drawn.plots[0].series, strict=True):
        series.invert_if_negative = False
        _filled(series.format, one)
        _labels(series, one, panel, slots, area, kind)
    if panel.band:
        _base(slide, panel, area, exhibit.say("Line"))
    _breaks(slide, slots, panel, area, kind, exhibit.say)
    parts.label_language(drawn, exhibit.say)


def _base(slide: Any, panel: Panel, area: Area, name: str) -> None:
    """The base line once more, over the white part of the outlook's column."""
    y = area.y + area.high * (1 - panel.height_of(0.0))
    line = text.plain(
        slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Cm(area.x), Cm(y), Cm(area.x + area.wide), Cm(y))
    )
    line.name = name
    line.line.color.rgb, line.line.width = text.rgb(LIGHT.ink3), Pt(1)


def _alt(panel: Panel) -> str:
    said = [f"{mark.period} {mark.shown}" for mark in panel.of(ACTUAL, TARGET)]
    return ", ".join([*said, panel.word, _sentence(panel)])


def _number_format(panel: Panel) -> str:
    """As many digits after the point as the panel's texts have."""
    tails = [mark.shown.replace(",", ".").rsplit(".", 1) for mark in panel.of(ACTUAL, TARGET)]
    digits = max((len(tail[1]) for tail in tails if len(tail) == 2 and len(tail[1]) < 3), default=0)
    return "#,##0" + ("." + "0" * digits if digits else "")


def _axes(drawn: Any, panel: Panel, area: Area, kind: Type) -> None:
    """One base line at zero; no labels, since the years stand below as texts; room for figures above."""
    across, up = drawn.category_axis, drawn.value_axis
    across.has_major_gridlines = up.has_major_gridlines = False
    across.major_tick_mark = across.minor_tick_mark = XL_TICK_MARK.NONE
    across.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    across.format.line.color.rgb, across.format.line.width = text.rgb(LIGHT.ink3), Pt(0.75)
    up.visible = False
    head = _head_room(panel, kind)
    up.minimum_scale = panel.smallest
    up.maximum_scale = panel.smallest + (panel.largest - panel.smallest) / max(1 - head / area.high, 0.3)
    parts.plot_at(drawn, 0, 0, 1, 1)


def _filled(form: Any, scenario: str) -> None:
    """Actual solid, earlier lighter, target outlined, outlook hatched with its lower part in white over it."""
    if scenario == HIGH:
        form.fill.patterned()
        form.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        form.fill.fore_color.rgb, form.fill.back_color.rgb = text.rgb(LIGHT.ink3), text.rgb(LIGHT.page)
    elif scenario == TARGET:
        form.fill.background()
    else:
        form.fill.solid()
        colour = {LOW: LIGHT.page, PREVIOUS: LIGHT.previous}.get(scenario, LIGHT.actual)
        form.fill.fore_color.rgb = text.rgb(colour)
    if scenario == TARGET:
        form.line.color.rgb, form.line.width = text.rgb(LIGHT.ink), Pt(1.5)
    elif scenario == LOW:
        form.line.color.rgb, form.line.width = text.rgb(LIGHT.page), Pt(1)
    else:
        form.line.fill.background()


def _labels(series: Any, scenario: str, panel: Panel, slots: _Slots, area: Area, kind: Type) -> None:
    """Figures at the first and the newest value, at what was restated, at the target; the range over its column."""
    actual = panel.of(ACTUAL)
    restated = {one.at for one in panel.of(PREVIOUS)}
    named: Sequence[Mark] = {
        ACTUAL: [one for one in actual if kind is LARGE or one in (actual[0], actual[-1]) or one.at in restated],
        TARGET: panel.of(TARGET), PREVIOUS: panel.of(PREVIOUS), HIGH: panel.of(HIGH),
    }.get(scenario, ())  # fmt: skip
    for mark in named:
        label = series.points[slots.at(mark)].data_label
        bold = mark == panel.last or scenario == TARGET
        if scenario == HIGH and panel.band:
            _range(label, panel.band, area.wide, area.wide / len(slots.names), kind)
        label.position = XL_LABEL_POSITION.OUTSIDE_END
        if scenario != HIGH:
            label.font.size, label.font.bold = Pt(kind.small), bold
            label.font.color.rgb = text.rgb(LIGHT.ink if bold else LIGHT.ink2)
        body = label._dLbl.find(f".//{qn('a:bodyPr')}")
        body.set("wrap", "none")


def _range(label: Any, ends: tuple[Mark, Mark], wide: float, slot: float, kind: Type) -> None:
    """Both ends over the outlook's column, moved to its right edge so that the target's figure stays free."""
    said = f"{ends[0].shown}–{ends[1].shown}"
    text.write(label.text_frame, [said], Style(kind.small, LIGHT.ink2), Language("en"))
    left = max(fit.width(said, kind.small) / text.POINTS_PER_CM + 0.2 - slot, 0) / 2 / wide
    moved = f'<c:manualLayout><c:x val="-{left:.4f}"/><c:y val="0"/></c:manualLayout>'
    label._dLbl.find(qn("c:idx")).addnext(parse_xml(f"<c:layout {nsdecls('c')}>{moved}</c:layout>"))


def _breaks(slide: Any, slots: _Slots, panel: Panel, area: Area, kind: Type, say: Language) -> None:
    """A dashed line where a new method begins, with its reason at the top."""
    wide = area.wide / max(len(slots.names), 1)
    for mark in panel.of(BREAK):
        after = next((one for one in panel.of(ACTUAL) if one.at > mark.at), None)
        before = [one for one in panel.of(ACTUAL) if one.at < mark.at]
        if after is None or not before:
            continue
        x = area.x + ((slots.at(after) + slots.at(before[-1])) / 2 + 0.5) * wide
        ends = Cm(x), Cm(area.y), Cm(x), Cm(area.y + area.high)
        line = text.plain(slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends))
        line.name = clean.shortened(clean.line(mark.shown), 60) or " "
        line.line.color.rgb, line.line.width = text.rgb(LIGHT.ink3), Pt(1)
        line.line.dash_style = MSO_LINE.DASH
        _reason(slide, mark, x, area, kind, say)


def _reason(slide: Any, mark: Mark, x: float, area: Area, kind: Type, say: Language) -> None:
    """The reason beside its line, on the side that has more room."""
    left, right = x - area.x - 0.15, area.x + area.wide - x - 0.15
    needed = fit.width(clean.line(mark.shown), kind.small) / text.POINTS_PER_CM + 0.1
    if needed <= left or left > right:
        place, align = Area(area.x, area.y, left, kind.line), text.RIGHT
    else:
        place, align = Area(x + 0.15, area.y, right, kind.line), text.LEFT
    short = fit.cut(clean.line(mark.shown), kind.small, place.points[0])
    if short:
        text.box(
            slide.shapes, place, short, Style(kind.small, LIGHT.ink2, align=align), say, clean.shortened(short, 60)
        )


def _years(group: Any, found: Panels, panel: Panel, area: Area, kind: Type, say: Language) -> None:
    """The periods under the first and the newest column, the restated ones and the target."""
    slots = _slots(found, panel)
    slot = area.wide / max(len(slots.names), 1)
    actual, restated = panel.of(ACTUAL), {one.at for one in panel.of(PREVIOUS)}
    every = kind is LARGE and len(actual) <= ON_A_SLIDE * 2
    named = [one for one in actual if every or one in (actual[0], actual[-1]) or one.at in restated]
    marks = list(dict.fromkeys([*named, *panel.of(TARGET)]))
    widths = [fit.width(clean.line(one.period), kind.small) / text.POINTS_PER_CM + 0.15 for one in marks]
    middles = small.apart(
        [((slots.at(one) + 0.5) * slot, wide) for one, wide in zip(marks, widths, strict=True)], area.wide, 0.05
    )
    for mark, middle, wide in zip(marks, middles, widths, strict=True):
        left = min(max(area.x + middle - wide / 2, area.x), area.x + max(area.wide - wide, 0))
        place = Area(left, area.y, min(wide, area.wide), area.high)
        _said(group, place, mark.period, Style(kind.small, LIGHT.ink3, align=text.CENTRE), say)
