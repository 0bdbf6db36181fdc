"""What is known before anybody uploads anything? The published facts, each row with its source.

They come with the product (`datasets/published`), go the way of every file, and are loaded once: at the first start,
and again when a new version of the product brings other ones.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache
from pathlib import Path

from lsn_data.access import Actor
from lsn_data.intake import read_register
from lsn_data.intake.report import Reading
from lsn_data.store import Store, history, save

FOLDER = Path(__file__).parent.parent / "datasets" / "published"
ACTOR = Actor("product", "editor")
AS_OF = dt.date(2025, 12, 31)


def load(store: Store) -> int:
    """Bring the published facts up to date; returns how many files were loaded (0: all were there)."""
    there = {
        one.sha256 for one in history(store, published=True) if one.origin == "published" and one.state == "current"
    }
    fresh = [file for file in sorted(FOLDER.glob("*.csv")) if _hash(file) not in there]
    for file in fresh:
        _, _, scope = file.stem.partition("_")
        save(store, _reading(file), actor=ACTOR, wave=scope or None, as_of=AS_OF, origin="published")
    return len(fresh)


@cache
def _reading(file: Path) -> Reading:
    """A file is read once a process, however many databases are opened."""
    kind, _, _ = file.stem.partition("_")
    return read_register(file.read_bytes(), file.name, kind)


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
