"""What stands on the paper of one exhibit? Message, title, chart, figures, meaning, notes and source, all as texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lsn_data.exhibit import Exhibit, alt
from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.exhibit.paper import table as paper_table
from lsn_data.exhibit.paper.columns import columns
from lsn_data.exhibit.paper.flow import flow
from lsn_data.exhibit.paper.line import line as course
from lsn_data.exhibit.paper.map import countries
from lsn_data.exhibit.paper.panels import panels
from lsn_data.exhibit.paper.places import places
from lsn_data.exhibit.paper.quadrants import quadrants
from lsn_data.exhibit.paper.shares import shares
from lsn_data.exhibit.paper.stack import distribution
from lsn_data.exhibit.paper.story import story
from lsn_data.exhibit.paper.text import line
from lsn_data.exhibit.paper.timeline import timeline

Told = dict[str, Any]
# What the layout is handed of each kind: one drawing, or several where one page cannot hold it.
KINDS: dict[str, Callable[[Exhibit], list[Told]]] = {
    "ranked places": places,
    "distribution": distribution,
    "shares": shares,
    "columns": columns,
    "line": course,
    "story": story,
    "panels": panels,
    "quadrants": quadrants,
    "flow": flow,
    "timeline": timeline,
    "map": countries,
}
# Of so many rows on, the figures stand in the appendix; of fewer where the chart takes most of a page.
_MOST_ROWS, _FEWER_ROWS = 16, 8
_LARGE = ("panels", "quadrants", "timeline")


def leaves(bound: Bound) -> list[Told]:
    """The exhibits in their order; the first of a section opens it."""
    opening = [at == 0 for _, of in bound.sections for at in range(len(of))]
    return [_leaf(leaf, at, opens) for at, (leaf, opens) in enumerate(zip(bound.leaves, opening, strict=True))]


def _leaf(leaf: Leaf, at: int, opens: bool) -> Told:
    exhibit, say = leaf.exhibit, leaf.exhibit.say
    chart = _chart(exhibit)
    return {
        "at": at,
        "section": line(leaf.section),
        "opens": opens,
        "depth": 2 if line(leaf.section) else 1,
        "message": line(exhibit.message),
        "title": line(exhibit.title),
        **_edited(exhibit),
        "alt": alt.cut(alt.told(exhibit)),
        "chart": chart,
        "figures": figures(exhibit) if not apart(exhibit) else None,
        "figures-head": say("The figures"),
        "figures-apart": say("All figures of this chart stand in full on page") if apart(exhibit) else None,
        "meaning": _said(exhibit.meaning),
        "meaning-head": say("What it means"),
        "asks": line(exhibit.asks) or None,
        "asks-head": say("To be decided"),
        "note": _said(leaf.note.split("\n")) or None,
        "note-head": say("Note for this meeting"),
        "notes": _said(exhibit.notes),
        "notes-head": say("How to read it"),
        "origin": exhibit.origin,
        "badge": exhibit.badge,
        "foot": line(exhibit.foot),
    }


def figures(exhibit: Exhibit) -> Told | None:
    """The table of figures below a chart; None where the chart says them all."""
    return paper_table.table(exhibit) if _needs_figures(exhibit) else None


def _needs_figures(exhibit: Exhibit) -> bool:
    """Is it drawn as a chart that does not say all of its figures?"""
    drawn = exhibit.chart.kind in KINDS and exhibit.chart.table.rows and exhibit.table.rows
    return bool(drawn) and exhibit.chart.kind != "story"


def apart(exhibit: Exhibit) -> bool:
    """Do the figures stand in the appendix? A long table between two findings would break off the reading."""
    most = _FEWER_ROWS if exhibit.chart.kind in _LARGE else _MOST_ROWS
    return len(exhibit.table.rows) > most and _needs_figures(exhibit)


def _said(texts: Iterable[str]) -> list[str]:
    return [said for text in texts if (said := line(text))]


def _edited(exhibit: Exhibit) -> Told:
    """Whether somebody put a sentence of their own over the finding, and what the data say."""
    say = exhibit.say
    if not exhibit.computed:
        return {"edited": None, "computed": "", "outdated": False}
    computed = say("The data say: {finding}", finding=line(exhibit.computed))
    return {"edited": exhibit.edited, "computed": computed, "outdated": exhibit.outdated}


def _chart(exhibit: Exhibit) -> Told:
    """The chart's kind with what is drawn; what the paper does not draw is a table."""
    kind = exhibit.chart.kind
    if not exhibit.table.rows:
        return {"kind": "nothing", "said": exhibit.say("There is nothing to show here yet")}
    if kind in KINDS and exhibit.chart.table.rows:
        return {"kind": kind, "sheets": KINDS[kind](exhibit)}
    return {"kind": "table", "table": paper_table.table(exhibit, large=True)}
