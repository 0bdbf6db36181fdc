"""How are small panels drawn on the page? As HTML: texts as texts, bars and ranges as a picture of shapes alone."""

from __future__ import annotations

import html
from dataclasses import dataclass
from urllib.parse import quote

from lsn_data.exhibit import Exhibit, clean, fit
from lsn_data.exhibit import panels as small
from lsn_data.exhibit.page import table as page_table
from lsn_data.exhibit.palette import DARK, Palette
from lsn_data.exhibit.panels import ACTUAL, BREAK, HIGH, LOW, MARKS, PREVIOUS, TARGET, Mark, Panel, Panels

LABEL, LABEL_HIGH, AXIS_HIGH = 12, 17, 18
HATCH = 5
# How much of an earlier publication is seen beside the bar that replaced it.
BESIDE = 0.62


@dataclass(frozen=True)
class Size:
    """The picture of a panel in pixels: its usual width, its height, the room for labels above the highest bar."""

    wide: float
    high: float
    widest_bar: float
    every: bool = False

    def up(self, panel: Panel, value: float) -> float:
        """The height of a value above the foot of the picture; the reason of a break has a line of its own."""
        lines = 2 if panel.of(BREAK) else 1
        return panel.height_of(value) * (self.high - lines * LABEL_HIGH - 2)


SMALL, LARGE = Size(300, 112, 15), Size(940, 240, 34, every=True)

_STYLE = """<style>
.{c} {{ color: {ink2}; font-size: 12px; line-height: 17px; }}
.{c} .head {{ display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 12px; border-top: 1px solid {previous};
  padding-top: 8px; margin: 4px 0 12px; }}
.{c} .head h2 {{ font-size: 14px; line-height: 20px; color: {ink}; font-weight: 600; margin: 0; padding: 0;
  letter-spacing: 0; }}
.{c} .head .key {{ margin-left: auto; display: flex; flex-wrap: wrap; gap: 2px 18px; }}
.{c} .key span {{ display: flex; align-items: center; gap: 6px; }}
.{c} .key i {{ width: 12px; height: 12px; box-sizing: border-box; display: block; }}
.{c} .grid {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(270px, 1fr)); gap: 18px 38px;
  margin-bottom: 18px; }}
.{c} .grid.one {{ grid-template-columns: 1fr; }}
.{c} .title {{ font-size: 14px; line-height: 19px; font-weight: 600; color: {ink}; margin: 0; padding: 0; display: flex;
  justify-content: space-between; gap: 8px; align-items: baseline; letter-spacing: 0; }}
.{c} .sub {{ display: flex; justify-content: space-between; gap: 8px; align-items: center; min-height: 18px; }}
.{c} .word {{ white-space: nowrap; color: {ink2}; display: inline-flex; align-items: center; gap: 5px;
  font-weight: 500; }}
.{c} .word.good {{ color: {good}; }} .{c} .word.bad {{ color: {bad}; }} .{c} .word.none {{ font-weight: 400; }}
.{c} .word img {{ width: 13px; height: 13px; display: block; }}
.{c} .belongs {{ font-size: 12px; font-weight: 400; color: {ink3}; margin-left: auto; white-space: nowrap; }}
.{c} .plot {{ position: relative; margin-top: 4px; }}
.{c} .plot > img {{ display: block; width: 100%; height: 100%; }}
.{c} .plot span {{ position: absolute; transform: translateX(-50%); white-space: nowrap; color: {ink2};
  text-shadow: 0 0 2px {page}, 0 0 2px {page}, 0 0 2px {page}, 0 0 3px {page}; }}
.{c} .plot span.b {{ color: {ink}; font-weight: 600; }}
.{c} .plot span.end {{ transform: translateX(-100%); }} .{c} .plot span.start {{ transform: none; }}
.{c} .plot i {{ position: absolute; bottom: 0; top: 0; }}
.{c} .axis {{ position: relative; height: {axis}px; }}
.{c} .axis span {{ position: absolute; transform: translateX(-50%); white-space: nowrap; color: {ink3}; }}
.{c} .told {{ margin: 0; min-height: 17px; font-size: 12px; line-height: 17px; }}
.{c} .one .told {{ font-size: 14px; line-height: 21px; margin-top: 4px; }}
.{c} .late {{ color: {notice}; }}
.{c} .box {{ border: 1px dashed {previous}; border-radius: 4px; display: flex; flex-direction: column;
  justify-content: center; text-align: center; padding: 8px 16px; margin-top: 8px; box-sizing: border-box; }}
.{c} .box b {{ font-size: 13px; line-height: 19px; color: {ink}; font-weight: 600; }}
.{c} a.lsn-way {{ color: inherit; text-decoration: none; display: block; }}
.{c} a.lsn-way:hover .name, .{c} a.lsn-way:focus-visible .name {{ color: {accent}; text-decoration: underline; }}
</style>"""


def panels_html(exhibit: Exhibit, palette: Palette) -> str:
    """The panels, section by section; a single one is drawn large."""
    found = small.panels_of(exhibit.chart)
    name = "lsn-panels-dark" if palette is DARK else "lsn-panels"
    size = LARGE if len(found.panels) == 1 else SMALL
    parts = [
        _head(exhibit, found, section, palette, first=at == 0)
        + f'<div class="grid{" one" if size.every else ""}">'
        + "".join(_panel(exhibit, found, panel, size, palette) for panel in found.within(section))
        + "</div>"
        for at, section in enumerate(found.sections)
    ]
    return f'{_style(name, palette)}<div class="{name}">{"".join(parts)}</div>'


def _style(name: str, palette: Palette) -> str:
    roles = ("ink", "ink2", "ink3", "previous", "good", "bad", "notice", "accent", "page")
    return _STYLE.format(c=name, axis=AXIS_HIGH, **{role: getattr(palette, role) for role in roles})


def _head(exhibit: Exhibit, found: Panels, section: str, palette: Palette, first: bool) -> str:
    """The section's name, and once what the fills mean."""
    name, beside = small.sectioned(section)
    words = small.key_words(exhibit)
    key = "".join(f"<span>{_swatch(one, palette)}{_safe(words[one])}</span>" for one in found.scenarios)
    drawn = f'<div class="key">{key}</div>' if first and len(found.scenarios) > 1 else ""
    named = f"<h2>{_safe(name)}</h2>" if name else ""
    return f'<div class="head">{named}<span>{_safe(beside)}</span>{drawn}</div>' if name or drawn else ""


def _swatch(scenario: str, palette: Palette) -> str:
    stripes = f"repeating-linear-gradient(135deg,{palette.ink3} 0 1px,transparent 1px 4px)"
    look = {
        ACTUAL: f"background:{palette.actual}", PREVIOUS: f"background:{palette.previous}",
        TARGET: f"border:1.5px solid {palette.ink}", LOW: f"border:1px solid {palette.ink3};background:{stripes}",
    }[scenario]  # fmt: skip
    return f'<i style="{look}"></i>'


def _panel(exhibit: Exhibit, found: Panels, panel: Panel, size: Size, palette: Palette) -> str:
    badge = f'<span class="lsn-badge lsn-published">{_safe(panel.badge)}</span>' if panel.badge else ""
    belongs = f'<span class="belongs">{_safe(panel.belongs)}</span>' if panel.belongs else ""
    rank = "h3" if small.sectioned(panel.section)[0] else "h2"
    title = f'<{rank} class="title"><span class="name">{_safe(panel.name)}</span>{badge}{belongs}</{rank}>'
    sub = f'<div class="sub"><span>{_safe(panel.about)}</span>{_word(panel, palette)}</div>'
    drawn = _plot(found, panel, size, palette) if panel.marks else _box(panel, size)
    lines = "".join(f'<p class="told">{_safe(line)}</p>' for line in panel.told.split("\n") if line)
    late = f'<p class="told late">{_safe(panel.late)}</p>' if panel.late else ""
    way = exhibit.ways.get((panel.row, ""))
    return f"<div>{page_table.linked(title + sub + drawn, way)}{lines}{late}</div>"


def _word(panel: Panel, palette: Palette) -> str:
    """The rating: mark and word."""
    if not panel.word:
        return ""
    arrow, tone = MARKS.get(panel.rating, ("", ""))
    colour = {"good": palette.good, "bad": palette.bad}.get(tone, palette.ink2)
    mark = f'<img alt="" src="{_image(_SHAPES[arrow].format(c=colour), 14, 14)}">' if arrow else ""
    return f'<span class="word {tone or ("" if arrow else "none")}">{mark}{_safe(panel.word)}</span>'


_ARROW = '<g fill="none" stroke="{{c}}" stroke-width="1.8" stroke-linejoin="round" transform="rotate({turn} 7 7)">' \
    '<path d="M7 13V2M2.8 6.2 7 2l4.2 4.2"/></g>'  # fmt: skip
_SHAPES = {
    "up": _ARROW.format(turn=0), "up right": _ARROW.format(turn=45), "right": _ARROW.format(turn=90),
    "down": _ARROW.format(turn=180),
    "dots": '<g fill="{c}"><circle cx="4" cy="7" r="1.7"/><circle cx="10" cy="7" r="1.7"/></g>',
    "ring": '<circle cx="7" cy="7" r="4.6" fill="none" stroke="{c}" stroke-width="1.5"/>',
}  # fmt: skip


def _box(panel: Panel, size: Size) -> str:
    """What is missing, in the place and size of the chart."""
    missing, _, step = panel.empty.partition("\n")
    high = size.high if not size.every else size.high / 2
    return f'<div class="box" style="height:{high:.0f}px"><b>{_safe(missing)}</b>{_safe(step)}</div>'


def _plot(found: Panels, panel: Panel, size: Size, palette: Palette) -> str:
    said = "; ".join(f"{mark.period}: {mark.shown}" for mark in panel.of(ACTUAL, TARGET))
    picture = f'<img alt="{_safe(f"{panel.name}. {said}")}" src="{_picture(found, panel, size, palette)}">'
    hover = "".join(_hover(found, panel, mark) for mark in panel.of(ACTUAL, TARGET))
    labels = _labels(found, panel, size)
    plot = f'<div class="plot" style="height:{size.high:.0f}px">{picture}{labels}{hover}</div>'
    return plot + _axis(found, panel, size)


def _hover(found: Panels, panel: Panel, mark: Mark) -> str:
    """A field over a bar that names its period and value; an earlier publication too."""
    wide = 100 * found.bar(panel)
    before = [one.shown for one in panel.of(PREVIOUS) if one.at == mark.at]
    said = f"{mark.period}: {mark.shown}" + (f" ({', '.join(before)})" if before else "")
    return f'<i title="{_safe(said)}" style="left:{100 * found.across(mark.at) - wide / 2:.2f}%;width:{wide:.2f}%"></i>'


def bar_wide(found: Panels, panel: Panel, size: Size) -> float:
    """The width of a bar."""
    return min(size.widest_bar, 0.62 * found.bar(panel) * size.wide)


def left_of(found: Panels, panel: Panel, mark: Mark, size: Size) -> float:
    """The left edge of a bar; one that was published earlier stands left of the value that replaced it."""
    wide = bar_wide(found, panel, size)
    twins = [one.shown for one in panel.of(PREVIOUS) if one.at == mark.at]
    middle = found.across(mark.at) * size.wide
    if mark.scenario == PREVIOUS:
        return middle - wide / 2 - (len(twins) - twins.index(mark.shown)) * wide * BESIDE
    return middle - wide / 2


def _picture(found: Panels, panel: Panel, size: Size, palette: Palette) -> str:
    """Bars, target, range and breaks as shapes; it stretches with the page."""
    base = size.high - size.up(panel, 0) - 0.5
    shapes = [_band(found, panel, size, palette)]
    shapes += [_bar(found, panel, mark, size, palette) for mark in panel.of(PREVIOUS)]
    shapes += [_bar(found, panel, mark, size, palette) for mark in panel.of(ACTUAL, TARGET)]
    shapes += [_dashed(found.across(mark.at) * size.wide, size, palette) for mark in panel.of(BREAK)]
    shapes.append(f'<path d="M0 {base}H{size.wide}" stroke="{palette.ink3}" stroke-width="1"/>')
    return _image("".join(shapes), size.wide, size.high)


def _bar(found: Panels, panel: Panel, mark: Mark, size: Size, palette: Palette) -> str:
    left, wide = left_of(found, panel, mark, size), bar_wide(found, panel, size)
    value = mark.value or 0.0
    top, foot = (size.high - size.up(panel, one) for one in (max(value, 0.0), min(value, 0.0)))
    if mark.scenario == TARGET:
        look = f'fill="none" stroke="{palette.ink}" stroke-width="1.5"'
        left, top, wide, foot = left + 0.75, top + 0.75, wide - 1.5, foot + 0.75
    else:
        fill = palette.actual if mark.scenario == ACTUAL else palette.previous
        edge = f' stroke="{palette.page}" stroke-width="1.2"' if mark.scenario == ACTUAL and panel.of(PREVIOUS) else ""
        look = f'fill="{fill}"{edge}'
    return f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{max(foot - top, 0.5):.1f}" {look}/>'


def _band(found: Panels, panel: Panel, size: Size, palette: Palette) -> str:
    """The outlook: a hatched wedge with a thin edge from the newest value to the target's year."""
    ends, last = panel.band, panel.last
    if not ends or not last or last.value is None:
        return ""
    start = found.across(last.at) * size.wide + bar_wide(found, panel, size) / 2 + 1
    end = band_end(found, panel, size)
    y0, low, high = (size.high - size.up(panel, one or 0.0) for one in (last.value, ends[0].value, ends[1].value))
    hatch = (
        f'<defs><pattern id="h" width="{HATCH}" height="{HATCH}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0V{HATCH}" stroke="{palette.ink3}" stroke-width="1"/>'
        "</pattern></defs>"
    )
    return (
        f'{hatch}<path d="M{start:.1f} {y0:.1f}L{end:.1f} {high:.1f}V{low:.1f}Z" fill="url(#h)" '
        f'stroke="{palette.ink3}" stroke-width="1"/>'
    )


def band_end(found: Panels, panel: Panel, size: Size) -> float:
    """The wedge ends before the bar of the target."""
    ends = panel.band
    assert ends is not None
    return found.across(ends[0].at) * size.wide - bar_wide(found, panel, size) / 2 - 3


def _dashed(x: float, size: Size, palette: Palette) -> str:
    return f'<path d="M{x:.1f} 0V{size.high}" stroke="{palette.ink3}" stroke-width="1" stroke-dasharray="3 3"/>'


def _labels(found: Panels, panel: Panel, size: Size) -> str:
    """The values at their bars: the first, the newest, the target, what was restated; large, all that have room."""
    bars = [*labelled(found, panel, size)]
    drawn = [
        _label(found.across(mark.at) * size.wide + shift, size.up(panel, max(mark.value or 0.0, 0.0)), mark.shown,
               size, bold=mark in (panel.last, *panel.of(TARGET)))
        for mark, shift in bars
    ]  # fmt: skip
    return "".join([*drawn, _range(found, panel, size), *(_reason(found, mark, size) for mark in panel.of(BREAK))])


def labelled(found: Panels, panel: Panel, size: Size) -> list[tuple[Mark, float]]:
    """Which bars are named, and how far each label is moved aside, the most telling first."""
    actual = panel.of(ACTUAL)
    restated = [mark for mark in actual if any(one.at == mark.at for one in panel.of(PREVIOUS))]
    wanted = [*actual[-1:], *panel.of(TARGET), *restated, *panel.of(PREVIOUS), *actual[:1]]
    wanted += list(actual) if size.every else []
    named: list[tuple[Mark, float, float, float]] = []
    for mark in dict.fromkeys(wanted):
        wide, bar = wide_of(mark.shown, mark is panel.last), bar_wide(found, panel, size)
        seen = bar * BESIDE if mark.scenario == PREVIOUS else bar
        middle = left_of(found, panel, mark, size) + seen / 2
        x = middle - max(wide - seen, 0) / 2 if mark.scenario == PREVIOUS else middle
        y = size.up(panel, mark.value or 0.0)
        if all(abs(x - x2) >= (wide + w2) / 2 + 2 or abs(y - y2) >= LABEL_HIGH - 3 for _, x2, y2, w2 in named):
            named.append((mark, x, y, wide))
    return [(mark, x - found.across(mark.at) * size.wide) for mark, x, _, _ in named]


def _label(x: float, up: float, said: str, size: Size, bold: bool = False) -> str:
    kind = ' class="b"' if bold else ""
    half = wide_of(said, bold) / 2
    at = min(max(x, half), size.wide - half)
    return f'<span{kind} style="left:{100 * at / size.wide:.2f}%;bottom:{up + 1:.0f}px">{_safe(said)}</span>'


def _range(found: Panels, panel: Panel, size: Size) -> str:
    """Both ends of the outlook, below the wedge or, where it reaches the base line, above."""
    ends = panel.band
    if not ends:
        return ""
    low, high = (size.up(panel, one.value or 0.0) for one in ends)
    up = low - LABEL_HIGH - 1 if low > LABEL_HIGH + 4 else high + 1
    left = 100 * band_end(found, panel, size) / size.wide
    said = f"{ends[0].shown}–{ends[1].shown}"
    return f'<span class="end" style="left:{left:.2f}%;bottom:{up:.0f}px">{_safe(said)}</span>'


def _reason(found: Panels, mark: Mark, size: Size) -> str:
    """Why values before and after a break are not compared, at the top of its line."""
    line = found.across(mark.at) * size.wide
    side, at = ("end", line - 4) if wide_of(mark.shown) < line - 4 else ("start", line + 4)
    return f'<span class="{side}" style="left:{100 * at / size.wide:.2f}%;top:0">{_safe(mark.shown)}</span>'


def named_periods(panel: Panel, size: Size) -> list[Mark]:
    """Which periods are written: under the first and the newest bar, the restated ones, and the target's."""
    actual = panel.of(ACTUAL)
    restated = [mark for mark in actual if any(one.at == mark.at for one in panel.of(PREVIOUS))]
    named = list(actual) if size.every and len(actual) * 40 < size.wide / 2 else [*actual[:1], *restated, *actual[-1:]]
    ends = panel.of(TARGET) or (panel.of(HIGH) if panel.band else ())
    return list(dict.fromkeys([*named, *ends]))


def _axis(found: Panels, panel: Panel, size: Size) -> str:
    """The periods below the bars."""
    marks = named_periods(panel, size)
    spots = [(found.across(mark.at) * size.wide, wide_of(mark.period)) for mark in marks]
    middles = small.apart(spots, size.wide)
    said = "".join(
        f'<span style="left:{100 * middle / size.wide:.2f}%">{_safe(mark.period)}</span>'
        for mark, middle in zip(marks, middles, strict=True)
    )
    return f'<div class="axis">{said}</div>'


def wide_of(said: str, bold: bool = False) -> float:
    """The width of a label."""
    return fit.width(clean.line(said), LABEL, bold) * fit.INTER_TO_ARIAL


def _image(shapes: str, wide: float, high: float) -> str:
    """Shapes as a picture that can stand in a page: no text inside, stretched to its place."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" height="{high:g}" '
        f'preserveAspectRatio="none">{shapes}</svg>'
    )


def _safe(said: object) -> str:
    return html.escape(clean.line(said))
