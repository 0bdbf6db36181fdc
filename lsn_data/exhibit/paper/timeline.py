"""What is drawn of a timeline on paper?"""

from __future__ import annotations

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit import timeline as found_in
from lsn_data.exhibit.paper.rows import Told
from lsn_data.exhibit.paper.text import line
from lsn_data.exhibit.timeline import Bar, Timeline

# So many lines stand on a page below its message.
_MOST_LINES = 32


def timeline(exhibit: Exhibit) -> list[Told]:
    """The bars as shares of the axis, on as few sheets as a page can hold."""
    found = found_in.timeline_of(exhibit.chart)
    sheets = found_in.sheets([bar.group for bar in found.bars], _MOST_LINES)
    return [_sheet(exhibit, found, rows) for rows in sheets if len(rows)]


def _sheet(exhibit: Exhibit, found: Timeline, rows: range) -> Told:
    bars = [found.bars[at] for at in rows]
    at = {bar.at: position for position, bar in enumerate(bars)}
    return {
        "key": [{"fill": fill, "name": line(name)} for fill, name in found.key],
        "years": [{"at": _across(day, found), "said": str(year)} for year, day in found.years],
        "today": _across(found.today, found),
        "today-said": exhibit.say("today"),
        "fading": found_in.FADING,
        "rows": [_row(found, bar, at, bars) for bar in bars],
    }


def _across(day: float, found: Timeline) -> float:
    return (day - found.first) / (found.last - found.first)


def _row(found: Timeline, bar: Bar, at: dict[int, int], bars: list[Bar]) -> Told:
    before = at.get(bar.after) if bar.after is not None else None
    joined = before if before is not None and bars[before].end is not None else None
    return {
        "label": line(bar.label),
        "said": line(bar.said),
        "fill": bar.fill,
        "group": line(bar.group),
        "start": None if bar.start is None else _across(bar.start, found),
        "end": None if bar.end is None else _across(bar.end, found),
        "open-start": bar.open_start,
        "open-end": bar.open_end,
        "rough-start": bar.rough_start,
        "rough-end": bar.rough_end,
        "anchor": _across(found_in.anchor(found, bar), found),
        "after": joined,
        "after-x": None if joined is None else _across(found_in.anchor(found, bars[joined]), found),
    }
