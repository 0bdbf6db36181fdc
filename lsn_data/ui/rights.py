"""What may this visitor do here, and what is said where a button stays away?"""

from __future__ import annotations

from collections.abc import Mapping

from lsn_data.access import REFUSED, Action, may, needed
from lsn_data.language import Language, mark
from lsn_data.store import Import, taking_back
from lsn_data.ui import data

WHY: Mapping[Action, str] = {
    "import": mark("To bring data in, you need the role Editing; the person who manages this product gives it."),
    "compose": mark(
        "To put board packs together, you need the role Editing; the person who manages this product gives it."
    ),
}
# The pages on which nobody who lacks the right finds anything but the sentence that says so.
WHOLE_PAGES: Mapping[str, Action] = {"administration": "backup"}


def offered(page: str) -> bool:
    """Does the bar at the left offer a page? One that it does not offer says in itself, to a direct link, why not."""
    return page not in WHOLE_PAGES or allowed(WHOLE_PAGES[page])


def allowed(action: Action) -> bool:
    """May the visitor do this? The store asks again when it is done."""
    return may(data.actor(), action)


def lacking(action: Action, say: Language) -> str:
    """Why the visitor may not do this; empty if it may be done."""
    return "" if allowed(action) else say(WHY.get(action, REFUSED[needed(action)]))


def not_mine(receipts: list[Import], say: Language) -> str:
    """Why the visitor may not take these imports back, or bring them back; empty if all of them may be."""
    actor = data.actor()
    refused = [one for one in receipts if not may(actor, taking_back(one, actor))]
    if not refused:
        return ""
    if not may(actor, "undo"):
        return say(WHY["import"])
    return say(
        "{who} brought this in: only the role Administration takes back what others brought.",
        who=say.listing(sorted({one.by for one in refused})),
    )
