"""What does the front page of the paper tell? Whose pack it is, of which day, what it finds, and what is missing."""

from __future__ import annotations

from typing import Any

from lsn_data.exhibit import badge
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.paper import text as paper_text

Told = dict[str, Any]


def front(bound: Bound) -> Told:
    """The front page; the list of findings is made by the layout, which knows the pages."""
    say = bound.say
    return {
        "house": say("LSN 2030 · Paper for the board"),
        "name": paper_text.line(bound.name),
        "told": _about(bound),
        "origin": bound.origin,
        "badge": badge(bound.origin, say) if bound.leaves else None,
        "answers": say("What this paper finds"),
        "nothing": None
        if bound.leaves
        else [
            say("This board pack holds no exhibits yet"),
            say("Choose exhibits on the pages and add them to the board pack."),
        ],
        "lacks": say("Not in this paper, and why"),
        "missing": [[paper_text.line(what), paper_text.line(why)] for what, why in bound.missing],
    }


def _about(bound: Bound) -> list[str]:
    """The day; of an edition its name, who froze it and when."""
    say, day = bound.say, bound.say.date(bound.day)
    if not bound.edition:
        return [say("Figures of {day}, drawn for reading before the meeting", day=day)]
    name = say("Edition “{name}”", name=paper_text.line(bound.edition))
    by = say("Frozen on {day} by {who}", day=day, who=paper_text.line(bound.by)) if bound.by else ""
    return [name, by or say("Frozen on {day}", day=day)]
