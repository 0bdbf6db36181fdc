"""What has been told of a file, now and before: how do two mappings become one?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def merged(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """What was told before, overruled key by key and code by code by what is told now.

    >>> merged({"direction": "7 is first", "items": {"A1": "VIS"}}, {"items": {"A2": "INN"}})
    {'direction': '7 is first', 'items': {'A1': 'VIS', 'A2': 'INN'}}
    """
    both = {**before, **now}
    for key in before.keys() & now.keys():
        if isinstance(before[key], Mapping) and isinstance(now[key], Mapping):
            both[key] = merged(before[key], now[key])
    return both
