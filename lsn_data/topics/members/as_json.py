"""What do growth and retention look like as JSON? The figures of the page, in plain fields."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lsn_data.store import Store
from lsn_data.topics.members.answer import known
from lsn_data.topics.members.compute import Growth
from lsn_data.topics.members.stay import Stays


def completed(store: Store, listing: dict[str, Any], today: dt.date) -> dict[str, Any]:
    """The listing of the members with how their number changed and how long they stay."""
    found = known(store, today)
    return {
        **listing,
        "growth_told_by": found.growth.told if found else "nothing",
        "growth": _growth(found.growth) if found else [],
        "retention": _retention(found.stays) if found and found.stays else [],
    }


def _growth(found: Growth) -> list[dict[str, Any]]:
    """A year each; null is not known."""
    return [
        {
            "year": str(year.year), "members": year.members, "joined": year.joined, "left": year.left,
            "day": year.day.isoformat(), "so_far": year.so_far,
        }
        for year in found.years
    ]  # fmt: skip


def _retention(found: Stays) -> list[dict[str, Any]]:
    """A span each: the share still there with its 95 % band, and how many were seen that long."""
    return [
        {"years": one.years, "share": one.share, "low95": one.low, "high95": one.high, "seen": one.seen}
        for one in found.after
    ]
