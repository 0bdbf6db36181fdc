"""How do tests put a pack into the store, and take it away again? As the page does: read, change, keep in one go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lsn_data.store import Store, change_packs


def keep_parts(store: Store, name: str, parts: Mapping[str, Any], actor: str = "test") -> None:
    """Keep the JSON of a pack under its name; one of the same name gives way."""
    change_packs(store, [name], lambda _: {name: parts}, actor=actor)


def throw_away(store: Store, name: str, actor: str = "test") -> None:
    """No pack of that name is there any more."""
    change_packs(store, [name], lambda _: {name: None}, actor=actor)
