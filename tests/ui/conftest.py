"""What does every test of the pages need? A database of its own, and no memory of the last one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from lsn_data import demo
from lsn_data.store import Store
from lsn_data.ui import data


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty database that the pages open themselves."""
    path = tmp_path / "pages.duckdb"
    monkeypatch.setenv("LSN_DB", str(path))
    yield path
    monkeypatch.setenv("LSN_DB", str(path))
    if path.exists():
        data.kept().close()
    st.cache_resource.clear()


@pytest.fixture
def store(database: Path) -> Store:
    """The store that the pages use."""
    return data.kept()


@pytest.fixture
def demo_store(database: Path, demo_file: Path) -> Store:
    """The store with the demo wave in it."""
    if database.exists():
        demo.load(data.kept(), "test")
    else:
        shutil.copyfile(demo_file, database)
    return data.kept()
