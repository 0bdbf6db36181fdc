"""How is it noticed that the data turned: that an earlier state came back, or that everything went?

The data version counts on over a turn. So nothing that was cached before it is served after it, and whoever began to
edit before it is told that somebody else changed the data meanwhile.
"""

from __future__ import annotations

import duckdb

from lsn_data.store.moments import now
from lsn_data.store.named import named_queries

NEXT_NUMBERS = "select nextval('change_seq') from range($n)"


def turn(cursor: duckdb.DuckDBPyConnection, what: str, actor: str, beyond: int) -> None:
    """Note a turn (`restore`, `reset`) under a version beyond one that was there before it."""
    at = cursor.execute(named_queries()["counter"]).fetchall()[0][0] or 0
    numbers = cursor.execute(NEXT_NUMBERS, {"n": max(1, beyond + 1 - at)}).fetchall()
    seq = max(number for (number,) in numbers)
    cursor.execute(named_queries()["insert_turn"], {"seq": seq, "what": what, "moment": now(), "actor": actor})
