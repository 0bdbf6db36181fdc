"""What stands in quadrants on paper? Each panel's entries with weight and answers, as texts."""

from __future__ import annotations

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit import quadrants as held
from lsn_data.exhibit.paper.face import width
from lsn_data.exhibit.paper.rows import Told
from lsn_data.exhibit.paper.text import line
from lsn_data.exhibit.quadrants import Entry, Panel

_NARROWEST, _WIDEST = 40.0, 66.0


def quadrants(exhibit: Exhibit) -> list[Told]:
    """The panels with their entries; weights as shares of the heaviest of all panels."""
    found = held.panels(exhibit)
    entries = [one for panel in found for one in panel.entries]
    heaviest = max((one.weight or 0 for one in entries), default=0) or 1
    heads = [{"key": column.key, "said": line(column.label)} for column in held.heads(exhibit)]
    return [{"heads": heads, "panels": [_panel(exhibit, panel, heaviest, _codes_wide(entries)) for panel in found]}]


def _codes_wide(entries: list[Entry]) -> float:
    """Points for what answers: as wide as the longest answer, within bounds."""
    said = [text for one in entries for text in (*one.codes, one.missing, one.quiet) if text]
    return min(max([_NARROWEST, *(width(line(text), 7.5) + 8 for text in said)]), _WIDEST)


def _panel(exhibit: Exhibit, panel: Panel, heaviest: float, codes_wide: float) -> Told:
    return {
        "name": line(panel.name),
        "about": line(panel.about),
        "told": line(panel.told),
        "nothing": exhibit.say("nothing here"),
        "codes-wide": codes_wide,
        "entries": [_entry(exhibit, one, heaviest) for one in panel.entries],
    }


def _entry(exhibit: Exhibit, one: Entry, heaviest: float) -> Told:
    return {
        "label": line(one.label),
        "small": line(one.small),
        "look": one.look,
        "weight": (one.weight or 0) / heaviest,
        "said": None if one.weight is None else exhibit.say.number(one.weight),
        "none-said": exhibit.say("no votes"),
        "missing": line(one.missing),
        "quiet": line(one.quiet),
        "codes": [line(code) for code in one.codes],
    }
