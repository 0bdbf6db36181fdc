"""How does the demo look at many times its size? The same rows again and again under names of their own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from lsn_data import demo, published
from lsn_data.intake import read_register, read_survey
from lsn_data.store import Store, save

# What grows with a cluster, and which columns hold the names that must differ; all else stays as in the demo.
NAMES = {
    "members": ("member",),
    "projects": ("project", "part_of", "follows"),
    "funding": ("project",),
    "measures": ("measure", "parent"),
    "workshops": ("workshop", "statement"),
    "stories": ("story", "project"),
    "partnerships": ("partner",),
    "services": ("service",),
    "peers": ("organisation",),
}
TOKEN, TEXTS = "Teilnehmercode", 2


def load(store: Store, times: int) -> None:
    """The demo `times` over, as real data, in an empty store; published facts stay as they are."""
    published.load(store)
    for file in sorted(demo.FOLDER.glob("*.csv")):
        kind = file.stem.split("-")[0]
        if kind == "survey":
            year = int(file.stem[-4:])
            reading = read_survey(_survey(file, times), file.name)
            save(store, reading, wave=str(year), actor="benchmark", asked=demo.ASKED[year] * times)
        else:
            reading = read_register(_register(file, NAMES.get(kind, ()), times), file.name, kind)
            save(store, reading, actor="benchmark", as_of=demo.AS_OF)


def _register(file: Path, names: Iterable[str], times: int) -> bytes:
    """A register's rows over and over: each time the names in these columns get a number."""
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    often = times if names else 1
    found = [
        {key: f"{value} {at}" if at and value and key in names else value for key, value in row.items()}
        for at in range(often)
        for row in rows
    ]
    return _bytes(list(rows[0]), found)


def _survey(file: Path, times: int) -> bytes:
    """A survey's answers over and over, each from somebody else."""
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    texts = list(rows[0])[-TEXTS:]
    found = [
        {**row, TOKEN: f"{row[TOKEN]}{at:x}" if row[TOKEN] else "", **(dict.fromkeys(texts, "") if at else {})}
        for at in range(times)
        for row in rows
        if not at or row[TOKEN]
    ]
    return _bytes(list(rows[0]), found)


def _bytes(columns: list[str], rows: list[dict[str, str]]) -> bytes:
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode("utf-8")
