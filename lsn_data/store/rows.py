"""How do the rows of an import go into their tables?"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable

import duckdb
import pandas as pd

from lsn_data.intake.report import Reading
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store.connection import Store
from lsn_data.store.named import named_queries
from lsn_data.store.questionnaire import insert_questionnaire

SURVEY = "survey"


def insert_register(cursor: duckdb.DuckDBPyConnection, import_id: str, reading: Reading) -> None:
    """The rows of a register, in the types of its declaration: a column at a time, 20,000 rows in under a second."""
    for kind, rows in {reading.kind: reading.rows, **reading.parts}.items():
        if rows:
            names = ("row", *(field.name for field in REGISTERS[kind].fields))
            columns = {name: [row[name] for row in rows] for name in names}
            cursor.execute(named_queries()[f"insert_{kind}"], {"import": import_id, **columns})


def token_key(store: Store, cursor: duckdb.DuckDBPyConnection) -> bytes:
    """The key under which respondent tokens are hashed: made once a database."""
    rows = store.ask("setting", name="token_key")
    if rows:
        return bytes.fromhex(rows[0]["value"])
    key = secrets.token_bytes(32)
    cursor.execute("insert into settings values ($name, $value)", {"name": "token_key", "value": key.hex()})
    return key


def hashed_tokens(store: Store, tokens: Iterable[str | None]) -> list[str | None]:
    """The tokens of a new file as the store keeps them, to be compared; nothing where no token was ever stored."""
    rows = store.ask("setting", name="token_key")
    key = bytes.fromhex(rows[0]["value"]) if rows else b""
    return [_hashed(token, key) if rows else None for token in tokens]


def insert_survey(cursor: duckdb.DuckDBPyConnection, import_id: str, reading: Reading, key: bytes) -> None:
    """The ranking, the respondents and the further questions of a survey; tokens as hashes under the key."""
    assert reading.ranking is not None
    for position, item in enumerate(reading.ranking.items):
        cursor.execute(
            "insert into survey_items values ($import, $position, $item, $label, $theme)",
            {
                "import": import_id,
                "position": position,
                "item": item.item,
                "label": item.label,
                "theme": item.theme,
            },
        )
    width = max(3, len(str(len(reading.respondents))))
    lists = {places: _as_list(places) for places in {one.places for one in reading.respondents}}
    rows = pd.DataFrame(
        {
            "import": import_id,
            "respondent": [f"R{n:0{width}}" for n in range(1, len(reading.respondents) + 1)],
            **{
                name: [getattr(one, name) for one in reading.respondents]
                for name in ("sector", "size", "state", "kind", "membership")
            },
            "token": [_hashed(one.token, key) for one in reading.respondents],
            "places": [lists[one.places] for one in reading.respondents],
        },
        dtype=object,  # DuckDB takes Python's texts as they are
    )
    cursor.register("incoming_respondents", rows)
    cursor.execute(
        "insert into respondents select import, respondent, sector, size, state, kind, membership, token,"
        " places::integer[] from incoming_respondents"
    )
    cursor.unregister("incoming_respondents")
    insert_questionnaire(cursor, import_id, reading.questionnaire)


def _as_list(places: tuple[int | None, ...]) -> str:
    """Places as DuckDB writes a list; as text, since it guesses a list's type from a sample (maybe blank).

    >>> _as_list((2, None))
    '[2, NULL]'
    """
    return f"[{', '.join('NULL' if place is None else str(place) for place in places)}]"


def _hashed(token: str | None, key: bytes) -> str | None:
    return hmac.new(key, token.encode(), hashlib.sha256).hexdigest()[:32] if token else None
