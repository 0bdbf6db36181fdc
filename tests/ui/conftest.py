"""What does every test of the pages need? A database of its own, and no memory of the last one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from lsn_data import demo, published
from lsn_data.store import Store, open_store
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


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo, loaded once: each test gets a copy."""
    path = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    with open_store(path) as opened:
        published.load(opened)
        demo.load(opened, "test")
    return path


@pytest.fixture
def demo_store(database: Path, demo_file: Path) -> Store:
    """The store with the demo wave in it."""
    if not database.exists():
        shutil.copyfile(demo_file, database)
    opened = data.kept()
    demo.load(opened, "test")
    return opened
