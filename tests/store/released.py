"""What did a database of each released schema hold? Written in the SQL of its time, without today's code."""

from __future__ import annotations

from pathlib import Path

import duckdb

from lsn_data.store.connection import MIGRATIONS

RELEASED = {int(file.name[:3]): file for file in sorted(MIGRATIONS.glob("[0-9][0-9][0-9]_*.sql"))}
# What the product of each schema had written, beside what it knew before: one file a schema.
DATA = {int(file.stem): file for file in sorted((Path(__file__).parent / "released").glob("*.sql"))}


def made_at(path: Path, schema: int) -> None:
    """Write a database as the product of that schema left it, with data of its time."""
    with duckdb.connect(str(path), config={"storage_compatibility_version": "v1.5.0"}) as raw:
        raw.execute("create table schema_versions (version integer primary key, name text not null)")
        for number, file in RELEASED.items():
            if number <= schema:
                raw.execute(file.read_text(encoding="utf-8"))
                raw.execute("insert into schema_versions values (?, ?)", [number, file.stem])
                if number in DATA:
                    raw.execute(DATA[number].read_text(encoding="utf-8"))
