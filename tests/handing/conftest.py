"""How is a command handed over in a test? To a door in this process, as the running app has one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lsn_data.handing.answering import Answering
from lsn_data.store import Store, open_store
from tests.cli.conftest import run, survey

__all__ = ["run", "survey"]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the database of `run` lies."""
    return tmp_path / "store" / "lsn.duckdb"


@pytest.fixture
def app(database: Path) -> Iterator[Store]:
    """The database as the app holds it, with an open door."""
    with open_store(database) as store:
        answering = Answering(store, database).open()
        yield store
        answering.close()
