"""What of a deleted wave stands in board packs? A pack names what is to be drawn: the wave, and what was searched for.

What was searched for among the members' texts may quote one, and so may words written over such a list. Such exhibits
leave the packs, and those with which a later pack could be begun: the packs that editions froze.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from lsn_data.exhibit import Origin
from lsn_data.store.connection import Store
from lsn_data.store.deleting.editions import WORDS
from lsn_data.store.named import named_queries


@dataclass(frozen=True)
class Narrowed:
    """A pack, and how many of its exhibits go with a wave."""

    name: str
    exhibits: int


def packs_of(store: Store, wave: str, origin: Origin) -> list[Narrowed]:
    """The packs out of which something goes with a wave, the one changed last first."""
    named = _last_of_its_name(store, wave, origin)
    found = [(row["pack"], json.loads(row["parts"])) for row in store.ask("packs")]
    counted = [Narrowed(name, sum(_goes(part, wave, named) for part in _parts(pack))) for name, pack in found]
    return [one for one in counted if one.exhibits]


def take_out_of_packs(store: Store, cursor: duckdb.DuckDBPyConnection, wave: str, origin: Origin) -> None:
    """Take them out; Who changed a pack last, and when, stays."""
    named = _last_of_its_name(store, wave, origin)
    for row in store.ask("packs"):
        if left := _without(row["parts"], wave, named):
            cursor.execute(named_queries()["delete_parts_of_pack"], {"pack": row["pack"], "parts": left})
    for row in store.ask("packs_of_editions"):
        if left := _without(row["pack"], wave, named):
            cursor.execute(named_queries()["delete_parts_of_edition"], {"edition": row["edition"], "pack": left})


def _without(told: str, wave: str, named: bool) -> str | None:
    """A pack (JSON) without them; None where nothing goes."""
    pack = json.loads(told)
    stay = [part for part in _parts(pack) if not _goes(part, wave, named)]
    return None if len(stay) == len(_parts(pack)) else json.dumps({**pack, "parts": stay})


def _goes(part: Mapping[str, Any], wave: str, named: bool) -> bool:
    """Is it narrowed to the wave, or, where it names none, did somebody search among texts or write over them?

    >>> _goes({"exhibit": "pairs", "filters": {"wave": "2026"}}, "2026", True), _goes({"section": {}}, "2026", True)
    (True, False)
    >>> [_goes({"exhibit": "comments", "filters": told}, "2026", True) for told in ({"words": "a"}, {})]
    [True, False]
    """
    told = part.get("filters", {})
    if "wave" in told:
        return bool(named and told["wave"] == wave)
    return part.get("exhibit") == WORDS and bool(told.get("words") or part.get("own") or part.get("notes"))


def _last_of_its_name(store: Store, wave: str, origin: Origin) -> bool:
    """Is no other wave of that name there, the demo's or a real one?"""
    other: Origin = "uploaded" if origin == "demo" else "demo"
    return not store.ask("imports_of_wave", wave=wave, origin=other)


def _parts(pack: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(pack.get("parts", []))
