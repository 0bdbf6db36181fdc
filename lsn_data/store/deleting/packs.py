"""What of a deleted wave stands in board packs? A pack names what is to be drawn: the wave, and what was searched for.

What was searched for among the members' texts may quote one, and so may words written over such a list. Such exhibits
leave the packs, and those with which a later pack could be begun: the packs that editions froze. The demo's texts are
invented: with its waves goes only what names them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from lsn_data.exhibit import Origin
from lsn_data.store.connection import Store
from lsn_data.store.deleting.editions import WORDS
from lsn_data.store.named import named_queries

Goes = Callable[[Mapping[str, Any]], bool]


@dataclass(frozen=True)
class Narrowed:
    """A pack, and how many of its exhibits go with a wave."""

    name: str
    exhibits: int


def packs_of(store: Store, wave: str, origin: Origin) -> list[Narrowed]:
    """The packs out of which something goes with a wave, the one changed last first."""
    goes = _going(store, wave, origin)
    found = [(row["pack"], json.loads(row["parts"])) for row in store.ask("packs")]
    counted = [Narrowed(name, sum(map(goes, _parts(pack)))) for name, pack in found]
    return [one for one in counted if one.exhibits]


def take_out_of_packs(store: Store, cursor: duckdb.DuckDBPyConnection, wave: str, origin: Origin) -> None:
    """Take them out; who changed a pack last, and when, stays."""
    goes = _going(store, wave, origin)
    for row in store.ask("packs"):
        if left := _without(row["parts"], goes):
            cursor.execute(named_queries()["delete_parts_of_pack"], {"pack": row["pack"], "parts": left})
    for row in store.ask("packs_of_editions"):
        if left := _without(row["pack"], goes):
            cursor.execute(named_queries()["delete_parts_of_edition"], {"edition": row["edition"], "pack": left})


def _without(told: str, goes: Goes) -> str | None:
    """A pack (JSON) without them; None where nothing goes."""
    pack = json.loads(told)
    stay = [part for part in _parts(pack) if not goes(part)]
    return None if len(stay) == len(_parts(pack)) else json.dumps({**pack, "parts": stay})


def _going(store: Store, wave: str, origin: Origin) -> Goes:
    """Tells of a part of a pack whether it goes."""
    alone, real = _last_of_its_name(store, wave, origin), origin != "demo"
    return lambda part: _goes(part, wave, alone, real)


def _goes(part: Mapping[str, Any], wave: str, alone: bool, real: bool) -> bool:
    """Does it name the wave, which is the only one of that name, or may it quote a real one's texts: did somebody
    search among them or write over them, in this wave or in no certain one?

    >>> [_goes({"exhibit": "pairs", "filters": {"wave": "2026"}}, "2026", alone, True) for alone in (True, False)]
    [True, False]
    >>> [_goes({"exhibit": "comments", "filters": told}, "2026", False, True) for told in ({"words": "a"}, {})]
    [True, False]
    >>> _goes({"exhibit": "comments", "filters": {"words": "a"}}, "2026", True, False)
    False
    """
    told = part.get("filters", {})
    if told.get("wave", wave) != wave:
        return False
    written = bool(told.get("words") or part.get("own") or part.get("notes"))
    return (alone and "wave" in told) or (real and written and part.get("exhibit") == WORDS)


def _last_of_its_name(store: Store, wave: str, origin: Origin) -> bool:
    """Is no other wave of that name there, the demo's or a real one?"""
    other: Origin = "uploaded" if origin == "demo" else "demo"
    return not store.ask("imports_of_wave", wave=wave, origin=other)


def _parts(pack: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(pack.get("parts", []))
