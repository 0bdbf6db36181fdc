"""How is a timeline drawn on the page? One bar a row; what is not known of its ends fades or breaks off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from plotly import graph_objects as go

from lsn_data.exhibit import Exhibit, clean, fit, timeline
from lsn_data.exhibit.columns import CLEAR
from lsn_data.exhibit.contrast import mixed
from lsn_data.exhibit.page import rows as page
from lsn_data.exhibit.page.beginning import BARS
from lsn_data.exhibit.page.rows import Part
from lsn_data.exhibit.palette import Palette
from lsn_data.exhibit.timeline import Bar, Timeline

ROW, BAR, KEY, YEARS, GROUP, FOOT = 28, 14, 32, 22, 30, 10
LABEL_WIDEST, SAID_WIDEST, EDGE, LONGEST_SAID = 240, 210, 1.5, 34
# The plot of a page of the usual width, to turn pixels into days.
PLOT = 520
FADES = (0.6, 0.35, 0.15)


@dataclass(frozen=True)
class _Rows:
    """Where each bar's middle lies, the headings of the groups, and the height of it all, in pixels."""

    middle: tuple[float, ...]
    heads: tuple[tuple[float, str], ...]
    height: float


def figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Bars over years, joined where one continues another; today as a dashed line; each bar carries its row.

    Of a long timeline its beginning, on the axis of all.
    """
    whole = timeline.timeline_of(exhibit.chart)
    return _figure(exhibit, replace(whole, bars=whole.bars[:BARS]), whole, palette)


def figures(exhibit: Exhibit, palette: Palette, most: int) -> list[go.Figure]:
    """The same over several figures of about as many bars, `most` at most, on one axis of years.

    A bar that continues one of another figure loses the thin line to it, not its place in time.
    """
    whole = timeline.timeline_of(exhibit.chart)
    count = len(whole.bars)
    pieces = max(-(-count // most), 1)
    ends = [round(count * at / pieces) for at in range(pieces + 1)]
    parts = [replace(whole, bars=whole.bars[first:last]) for first, last in pairwise(ends)]
    return [_figure(exhibit, part, whole, palette) for part in parts]


def _figure(exhibit: Exhibit, found: Timeline, whole: Timeline, palette: Palette) -> go.Figure:
    """Some bars of a timeline, their labels as wide as those of all its bars."""
    rows = _rows(found)
    left = _label_width(whole)
    drawn = page.layout(rows.height, left, _said_width(whole), palette)
    drawn["xaxis"]["range"] = [found.first, found.last]
    drawn["barmode"] = "overlay"
    drawn["shapes"] = [*_ticks(found, palette), *_today(found, rows, palette), *_joins(found, rows, palette)]
    key_shapes, key_texts = _key(found, palette)
    drawn["shapes"] += key_shapes
    drawn["annotations"] = [
        *key_texts, *_years(found, palette), *_names(found, rows, left, palette), *_said(found, rows, palette),
        *_today_said(exhibit, found, palette),
    ]  # fmt: skip
    return go.Figure({"data": [_bars(exhibit, found, rows, palette), *_ends(found, rows, palette)], "layout": drawn})


def _rows(found: Timeline) -> _Rows:
    top, middle, heads = float(KEY + YEARS), [], []
    for at, bar in enumerate(found.bars):
        if bar.group and (at == 0 or bar.group != found.bars[at - 1].group):
            heads.append((top + GROUP / 2 + 2, bar.group))
            top += GROUP
        middle.append(top + ROW / 2)
        top += ROW
    return _Rows(tuple(middle), tuple(heads), top + FOOT)


def _label_width(found: Timeline) -> int:
    longest = max((fit.width(clean.line(bar.label), page.LABEL_SIZE) for bar in found.bars), default=0)
    return round(min(longest * fit.INTER_TO_ARIAL + 24, LABEL_WIDEST))


def _said_width(found: Timeline) -> int:
    """The room right of the plot for the words beside the bars that end last."""
    needed = [
        fit.width(_short(bar.said), page.SMALL_SIZE) * fit.INTER_TO_ARIAL + 14
        - (found.last - timeline.anchor(found, bar)) * PLOT / (found.last - found.first)
        for bar in found.bars
    ]  # fmt: skip
    return round(min(max([20.0, *needed]), SAID_WIDEST))


def _short(said: str) -> str:
    return clean.shortened(clean.line(said), LONGEST_SAID)


def _bars(exhibit: Exhibit, found: Timeline, rows: _Rows, palette: Palette) -> Part:
    """The bars; one without a day has none, only its words."""
    told = [(bar, y) for bar, y in zip(found.bars, rows.middle, strict=True) if bar.start is not None]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [bar.start for bar, _ in told],
        "x": [_long(bar, found) for bar, _ in told],
        "y": [y for _, y in told],
        "width": BAR,
        "customdata": [bar.at for bar, _ in told],
        "hovertext": [page.hover(bar.label, *_told(exhibit, bar)) for bar, _ in told],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "color": [_inside(bar, palette) for bar, _ in told],
            "line": {
                "color": [palette.actual if bar.fill == "outline" else CLEAR for bar, _ in told],
                "width": [EDGE if bar.fill == "outline" else 0 for bar, _ in told],
            },
        },
    }


def _long(bar: Bar, found: Timeline) -> float:
    """The days that a bar covers: at least what can be seen and clicked."""
    assert bar.start is not None
    assert bar.end is not None
    return max(bar.end - bar.start, (found.last - found.first) / PLOT * 3)


def _told(exhibit: Exhibit, bar: Bar) -> list[str]:
    """What the box over a bar tells: the figures of its row."""
    columns, row = exhibit.table.columns[1:], exhibit.table.rows[bar.at][1:]
    return [f"{c.label}: {c.shown(v, exhibit.say)}" for c, v in zip(columns, row, strict=True) if v is not None]


def _inside(bar: Bar, palette: Palette) -> str:
    return {"solid": palette.actual, "light": palette.previous, "outline": CLEAR}[bar.fill]


def _ends(found: Timeline, rows: _Rows, palette: Palette) -> list[Part]:
    """What is not known of the ends: three paler pieces where a bar is open, a gap in it where only a year is known."""
    day = (found.last - found.first) / PLOT
    pieces: list[tuple[float, float, float, str]] = []
    for bar, y in zip(found.bars, rows.middle, strict=True):
        if bar.start is None or bar.end is None:
            continue
        solid = palette.previous if bar.fill == "light" else palette.actual
        step = found.fading / len(FADES)
        for at, share in enumerate(FADES):
            pale = mixed(solid, palette.page, share * (0.5 if bar.fill == "outline" else 1))
            if bar.open_end:
                pieces.append((bar.start + _long(bar, found) + at * step, step, y, pale))
            if bar.open_start:
                pieces.append((bar.start - (at + 1) * step, step, y, pale))
        if bar.rough_start:
            pieces.append((bar.start + 4 * day, 3 * day, y, palette.page))
        if bar.rough_end:
            pieces.append((bar.end - 7 * day, 3 * day, y, palette.page))
    return [
        {
            "type": "bar", "orientation": "h", "base": [piece[0] for piece in pieces],
            "x": [piece[1] for piece in pieces], "y": [piece[2] for piece in pieces], "width": BAR + 2,
            "marker": {"color": [piece[3] for piece in pieces], "line": {"width": 0}}, "hoverinfo": "skip",
            "cliponaxis": False,
        }
    ] if pieces else []  # fmt: skip


def _joins(found: Timeline, rows: _Rows, palette: Palette) -> list[Part]:
    """A thin line from the end of a bar to the one that continues it."""
    at = {bar.at: position for position, bar in enumerate(found.bars)}
    drawn = []
    for position, bar in enumerate(found.bars):
        before = at.get(bar.after) if bar.after is not None else None
        if before is None or found.bars[before].end is None:
            continue
        x, y = timeline.anchor(found, found.bars[before]), rows.middle[position]
        begin = rows.middle[before] + (BAR / 2 if before < position else -BAR / 2)
        to = bar.start if bar.start is not None and bar.start > x else x
        drawn.append(_line(x, x, begin, y if to > x else y - BAR / 2, palette))
        if to > x:
            drawn.append(_line(x, to, y, y, palette))
    return drawn


def _line(x0: float, x1: float, y0: float, y1: float, palette: Palette, **more: object) -> Part:
    line = {"color": palette.ink3, "width": 1, **more}
    return {"type": "line", "xref": "x", "yref": "y", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": line}


def _ticks(found: Timeline, palette: Palette) -> list[Part]:
    """The base line of the years, with a short mark at each."""
    y = float(KEY + YEARS)
    marks = [_line(day, day, y, y + 5, palette) for _, day in found.years]
    return [_line(found.first, found.last, y, y, palette), *marks]


def _years(found: Timeline, palette: Palette) -> list[Part]:
    return [
        page.note(str(year), KEY + YEARS / 2, palette.ink3, x=day, xref="x", xanchor="left", xshift=2)
        for year, day in found.years
    ]


def _today(found: Timeline, rows: _Rows, palette: Palette) -> list[Part]:
    return [
        _line(found.today, found.today, KEY + YEARS, rows.height - FOOT, palette, color=palette.accent, dash="dash")
    ]


def _today_said(exhibit: Exhibit, found: Timeline, palette: Palette) -> list[Part]:
    said = clean.plotly(exhibit.say("today"))
    return [page.note(said, KEY - 6, palette.accent, x=found.today, xref="x", xanchor="center", weight=600)]


def _names(found: Timeline, rows: _Rows, left: float, palette: Palette) -> list[Part]:
    """The names of the groups and, at the left of each row, what its bar is called."""
    room = (left - 14) / fit.INTER_TO_ARIAL
    heads = [page.note(clean.plotly(name), y, palette.ink3, xshift=-left, weight=600) for y, name in rows.heads]
    names = [
        page.note(
            clean.plotly(fit.cut(clean.line(bar.label), page.LABEL_SIZE, room)), y, palette.ink,
            size=page.LABEL_SIZE, xshift=-left,
        )
        for bar, y in zip(found.bars, rows.middle, strict=True)
    ]  # fmt: skip
    return heads + names


def _said(found: Timeline, rows: _Rows, palette: Palette) -> list[Part]:
    """The words beside each bar: from when to when."""
    return [
        page.note(
            clean.plotly(_short(bar.said)), y, palette.ink3, x=timeline.anchor(found, bar), xref="x", xanchor="left",
            xshift=7, bgcolor=palette.page,
        )
        for bar, y in zip(found.bars, rows.middle, strict=True)
        if bar.said
    ]  # fmt: skip


def _key(found: Timeline, palette: Palette) -> tuple[list[Part], list[Part]]:
    """What the fills mean, as one row of small boxes with their names: (shapes, texts)."""
    shapes, texts, at = [], [], 0.0
    for fill, name in found.key:
        inside = {"solid": palette.actual, "light": palette.previous, "outline": CLEAR}[fill]
        edge = palette.actual if fill == "outline" else inside
        shapes.append({
            "type": "rect", "xref": "paper", "xsizemode": "pixel", "xanchor": 0, "x0": at, "x1": at + 16,
            "yref": "y", "y0": 3, "y1": 13, "fillcolor": inside, "line": {"color": edge, "width": 1},
        })  # fmt: skip
        said = clean.line(name)
        texts.append(page.note(clean.plotly(said), 8, palette.ink2, xshift=at + 21))
        at += 21 + fit.width(said, page.SMALL_SIZE) * fit.INTER_TO_ARIAL + 22
    return shapes, texts
