"""How does the command line tell what has changed since the last wave?"""

from __future__ import annotations

from typing import Any

from lsn_data.disclosure import NotShown
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.moved import Change, Move
from lsn_data.topics.priorities.waves import Since, figures_of, since_last


def change_json(store: Store, wave: Import) -> dict[str, Any] | None:
    """The `change` of `ranking --json`; None without a wave before, or where one of the two may not be shown.

    Gains are in places, positive to the front; `p_holm` is corrected for all items.
    """
    try:
        since = since_last(store, wave)
    except NotShown:
        return None
    if since is None:
        return None
    return {
        "since": since.earlier.wave,
        "ranked_then": since.then.ranked,
        "ranked_now": since.now.ranked,
        "items": [_item_json(one, since) for one in since.moves],
        "only_then": list(since.only_then),
        "only_now": list(since.only_now),
        "panel": {"n": since.panel} if since.panel else None,
        "no_panel": since.no_panel or None,
        "smallest_change": since.smallest,
    }


def _item_json(one: Move, since: Since) -> dict[str, Any]:
    """An item's move; null where too few placed it."""
    then, now = (figures_of(view, one.item) for view in (since.then, since.now))
    return {
        "item": one.item,
        "place_then": then.place if then else None,
        "place_low_then": then.place_low if then else None,
        "place_high_then": then.place_high if then else None,
        "place_now": now.place if now else None,
        "place_low_now": now.place_low if now else None,
        "place_high_now": now.place_high if now else None,
        "mean_place_then": one.then,
        "mean_place_now": one.now,
        **_change_json(one.change, "change"),
        "holds": one.holds,
        "smallest_change": one.smallest,
        **_change_json(one.panel, "panel_change"),
    }


def _change_json(found: Change | None, name: str) -> dict[str, float | None]:
    prefix = "panel_" if name == "panel_change" else ""
    return {
        name: found.places if found else None,
        f"{name}_se": found.error if found else None,
        f"{prefix}p": found.p if found else None,
        f"{prefix}p_holm": found.p_holm if found else None,
    }
