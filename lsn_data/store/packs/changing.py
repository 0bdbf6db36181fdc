"""How do several people change packs without taking away each other's changes? Read, change, keep: in one go."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lsn_data.access import require
from lsn_data.store.connection import Store
from lsn_data.store.log import written
from lsn_data.store.moments import now
from lsn_data.store.named import named_queries
from lsn_data.store.packs import pack_named

# The parts of packs by their names, as JSON; None where there is none of that name.
Parts = Mapping[str, Mapping[str, Any] | None]


def change_packs(
    store: Store, names: Iterable[str], change: Callable[[Parts], Parts], *, actor: str, at: dt.datetime | None = None
) -> None:
    """Keep what `change` makes of the newest state of the packs named (None: throw it away); nothing comes between.

    Raises NotAllowed, and whatever `change` raises: then nothing is changed.
    """
    require(actor, "compose")
    moment = at or now()
    with store.writing() as cursor:
        kept = {name: pack_named(store, name) for name in names}
        before = {name: one.parts if one else None for name, one in kept.items()}
        after = change(before)
        for name, parts in after.items():
            if parts is None:
                cursor.execute(named_queries()["delete_pack"], {"pack": name})
            elif parts != before.get(name):
                given = {"pack": name, "parts": json.dumps(parts), "moment": moment, "actor": actor}
                cursor.execute(named_queries()["insert_pack"], given)
        changed = [name for name, parts in after.items() if parts != before.get(name)]
        if changed:
            written(cursor, actor, "compose", {"pack": ", ".join(changed)}, moment)
