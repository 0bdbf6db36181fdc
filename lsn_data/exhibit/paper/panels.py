"""What is drawn of small panels on paper? The same bars, ranges and words as on the page, in its pixels."""

from __future__ import annotations

from lsn_data.exhibit import Exhibit, alt
from lsn_data.exhibit import panels as small
from lsn_data.exhibit.page import panels as page_panels
from lsn_data.exhibit.page.panels import Size
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.panels import ACTUAL, BREAK, HIGH, LOW, MARKS, PREVIOUS, TARGET, Mark, Panel, Panels
from lsn_data.exhibit.paper.rows import Told
from lsn_data.exhibit.paper.text import line

# Pixels of the page; on paper twelve of them are the small type. Two panels stand side by side, a single one is large.
_SMALL, _LARGE = Size(364, 98, 20), Size(762, 250, 36, every=True)


def panels(exhibit: Exhibit) -> list[Told]:
    """The panels section by section, and the key of their fills."""
    found = small.panels_of(exhibit.chart)
    size = _LARGE if len(found.panels) == 1 else _SMALL
    words = small.key_words(exhibit)
    key = [{"name": words[one], **_look(one)} for one in found.scenarios] if len(found.scenarios) > 1 else []
    sections = [
        {
            "name": line(small.sectioned(section)[0]),
            "beside": line(small.sectioned(section)[1]),
            "panels": [_panel(found, panel, size, not exhibit.meaning) for panel in found.within(section)],
        }
        for section in found.sections
    ]
    return [{"key": key, "large": size.every, "wide": size.wide, "high": size.high, "sections": sections}]


def _look(scenario: str) -> Told:
    inside = {ACTUAL: LIGHT.actual, PREVIOUS: LIGHT.previous}.get(scenario)
    edge = inside or (LIGHT.ink if scenario == TARGET else LIGHT.ink3)
    return {"inside": inside, "edge": edge, "hatched": scenario in (LOW, HIGH)}


def _panel(found: Panels, panel: Panel, size: Size, tells: bool) -> Told:
    """A panel; its sentences stay away where the exhibit says under it what they mean."""
    arrow, tone = MARKS.get(panel.rating, ("", ""))
    missing, _, step = panel.empty.partition("\n")
    told = [line(one) for one in panel.told.split("\n") if line(one) and (tells or not size.every)]
    said = "; ".join(f"{mark.period}: {mark.shown}" for mark in panel.of(ACTUAL, TARGET))
    return {
        "name": line(panel.name), "belongs": line(panel.belongs), "about": line(panel.about),
        "word": line(panel.word), "arrow": arrow, "tone": tone,
        "badge": line(panel.badge), "told": told, "late": line(panel.late),
        "empty": [line(missing), line(step)],
        "alt": alt.cut(line(f"{panel.name}. {said}")),
        "plot": _plot(found, panel, size) if panel.marks else None,
    }  # fmt: skip


def _plot(found: Panels, panel: Panel, size: Size) -> Told:
    """Bars, wedge, breaks, labels and axis, in pixels from the upper left corner."""
    bars = [_bar(found, panel, mark, size) for mark in (*panel.of(PREVIOUS), *panel.of(ACTUAL, TARGET))]
    return {
        "base": size.high - size.up(panel, 0),
        "bars": bars,
        "wedge": _wedge(found, panel, size),
        "breaks": [{"x": found.across(one.at) * size.wide, "said": line(one.shown)} for one in panel.of(BREAK)],
        "labels": [_label(found, panel, mark, shift, size) for mark, shift in page_panels.labelled(found, panel, size)],
        "axis": _axis(found, panel, size),
    }


def _bar(found: Panels, panel: Panel, mark: Mark, size: Size) -> Told:
    value = mark.value or 0.0
    top, foot = (size.high - size.up(panel, one) for one in (max(value, 0.0), min(value, 0.0)))
    return {
        "x": page_panels.left_of(found, panel, mark, size), "y": top, "w": page_panels.bar_wide(found, panel, size),
        "h": max(foot - top, 0.5), "scenario": mark.scenario,
        # A value that replaced an earlier one stands a little over it, set apart by a white edge.
        "apart": mark.scenario == ACTUAL and bool(panel.of(PREVIOUS)),
    }  # fmt: skip


def _wedge(found: Panels, panel: Panel, size: Size) -> Told | None:
    """The outlook from the newest value to its two ends, which are printed below or above it."""
    ends, last = panel.band, panel.last
    if not ends or not last or last.value is None:
        return None
    now, low, high = (size.high - size.up(panel, one or 0.0) for one in (last.value, ends[0].value, ends[1].value))
    below = size.high - low > page_panels.LABEL_HIGH + 4
    return {
        "x0": found.across(last.at) * size.wide + page_panels.bar_wide(found, panel, size) / 2 + 1,
        "x1": page_panels.band_end(found, panel, size),
        "now": now, "low": low, "high": high,
        "said": f"{ends[0].shown}–{ends[1].shown}",
        "at": low + page_panels.LABEL_HIGH / 2 + 2 if below else high - page_panels.LABEL_HIGH / 2 - 2,
    }  # fmt: skip


def _label(found: Panels, panel: Panel, mark: Mark, shift: float, size: Size) -> Told:
    up = size.up(panel, max(mark.value or 0.0, 0.0))
    return {
        "x": found.across(mark.at) * size.wide + shift, "y": size.high - up - page_panels.LABEL_HIGH / 2 - 1,
        "said": line(mark.shown), "bold": mark in (panel.last, *panel.of(TARGET)),
    }  # fmt: skip


def _axis(found: Panels, panel: Panel, size: Size) -> list[Told]:
    marks = page_panels.named_periods(panel, size)
    spots = [(found.across(mark.at) * size.wide, page_panels.wide_of(mark.period)) for mark in marks]
    middles = small.apart(spots, size.wide)
    return [{"x": middle, "said": line(mark.period)} for mark, middle in zip(marks, middles, strict=True)]
