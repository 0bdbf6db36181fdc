"""How is the chart of one small panel drawn on a slide? As native columns on the axis that all panels share.

All columns stand at their own values: the outlook is a hatched column up to its upper end with a white one up to its
lower end over it, so nothing in the chart is a figure that its table does not hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Cm, Pt

from lsn_data.exhibit import Exhibit, clean, fit
from lsn_data.exhibit import panels as small
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.panels import ACTUAL, BREAK, HIGH, LOW, PREVIOUS, TARGET, Mark, Panel, Panels
from lsn_data.exhibit.slide import parts, text
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.language import Language

# More columns name their first and last year alone.
MOST_YEARS = 12
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


SMALL, LARGE = Type(12, 10, 0.46, 60), Type(14, 12, 0.56, 60)


def head_room(panel: Panel, kind: Type) -> float:
    """The centimetres over the highest column."""
    return (2 if panel.of(BREAK) else 1) * kind.line + 0.1


def put_line(group: Any, area: Area, said: str, style: Style, say: Language) -> None:
    """A line of text, cut to its place."""
    short = fit.cut(clean.line(said), style.size, area.points[0], style.bold) if clean.line(said) else ""
    if short:
        text.box(group.shapes, area, short, style, say, clean.shortened(short, 60))


@dataclass(frozen=True)
class Slots:
    """The categories of a chart from left to right: each a period with the marks that stand at it."""

    names: tuple[str, ...]
    marks: tuple[dict[str, Mark], ...]

    def of(self, scenario: str) -> list[float | None]:
        """The values of one series; None where it has none."""
        return [one[scenario].value if scenario in one else None for one in self.marks]

    def at(self, mark: Mark) -> int:
        """The category in which a mark stands."""
        return next(at for at, one in enumerate(self.marks) if mark in one.values())


def slots_of(found: Panels, panel: Panel) -> Slots:
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
    return Slots(tuple(_category(time, place) for time, place in slots), tuple(place for _, place in slots))


def _category(time: float, place: dict[str, Mark]) -> str:
    return clean.shortened(clean.line(next((mark.period for mark in place.values()), f"{time:g}")), 24) or " "


def chart(slide: Any, exhibit: Exhibit, found: Panels, panel: Panel, area: Area, kind: Type) -> None:
    """One native column chart: its series stand on one another's place, each at its own values."""
    slots, words = slots_of(found, panel), small.key_words(exhibit)
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
        filled(series.format, one)
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


def told_of(panel: Panel) -> str:
    """What is missing goes first, since it is what somebody has to do; else what is told."""
    return clean.line(panel.late or panel.told.replace("\n", " "))


def _alt(panel: Panel) -> str:
    said = [f"{mark.period} {mark.shown}" for mark in panel.of(ACTUAL, TARGET)]
    return ", ".join([*said, panel.word, told_of(panel)])


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
    head = head_room(panel, kind)
    up.minimum_scale = panel.smallest
    up.maximum_scale = panel.smallest + (panel.largest - panel.smallest) / max(1 - head / area.high, 0.3)
    parts.plot_at(drawn, 0, 0, 1, 1)


def filled(form: Any, scenario: str) -> None:
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


def _labels(series: Any, scenario: str, panel: Panel, slots: Slots, area: Area, kind: Type) -> None:
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


def _breaks(slide: Any, slots: Slots, panel: Panel, area: Area, kind: Type, say: Language) -> None:
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


def years(group: Any, found: Panels, panel: Panel, area: Area, kind: Type, say: Language) -> None:
    """The periods under the first and the newest column, the restated ones and the target."""
    slots = slots_of(found, panel)
    slot = area.wide / max(len(slots.names), 1)
    actual, restated = panel.of(ACTUAL), {one.at for one in panel.of(PREVIOUS)}
    every = kind is LARGE and len(actual) <= MOST_YEARS
    named = [one for one in actual if every or one in (actual[0], actual[-1]) or one.at in restated]
    marks = list(dict.fromkeys([*named, *panel.of(TARGET)]))
    widths = [fit.width(clean.line(one.period), kind.small) / text.POINTS_PER_CM + 0.15 for one in marks]
    middles = small.apart(
        [((slots.at(one) + 0.5) * slot, wide) for one, wide in zip(marks, widths, strict=True)], area.wide, 0.05
    )
    for mark, middle, wide in zip(marks, middles, widths, strict=True):
        left = min(max(area.x + middle - wide / 2, area.x), area.x + max(area.wide - wide, 0))
        place = Area(left, area.y, min(wide, area.wide), area.high)
        put_line(group, place, mark.period, Style(kind.small, LIGHT.ink3, align=text.CENTRE), say)
