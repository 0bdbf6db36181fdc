"""What does every test of the pages need? A database of its own, and no memory of the last one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2.manifest_scanner import scan_component_manifests

from lsn_data.store import Store, open_store
from lsn_data.ui import data


@pytest.fixture(autouse=True, scope="session")
def no_component_is_looked_for() -> Iterator[None]:
    """For each visit Streamlit's test looks for components in every library, which takes a while; none has any."""
    assert scan_component_manifests() == []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("streamlit.components.v2.manifest_scanner.scan_component_manifests", list)
        yield


@pytest.fixture(autouse=True)
def database(tmp_path: Path, facts_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A database as the pages open it at their first start: with the published facts and nothing else."""
    path = Path(shutil.copy(facts_file, tmp_path / "pages.duckdb"))
    opened: list[Store] = []

    def opening(place: str) -> Store:
        opened.append(open_store(place))
        return opened[-1]

    monkeypatch.setenv("LSN_DB", str(path))
    monkeypatch.setattr(data, "open_store", opening)
    yield path
    for one in opened:
        one.close()
    st.cache_resource.clear()


@pytest.fixture
def store(database: Path) -> Store:
    """The store that the pages use."""
    return data.kept()


@pytest.fixture
def demo_store(database: Path, demo_file: Path) -> Store:
    """The store with the demo wave in it."""
    shutil.copy(demo_file, database)
    return data.kept()
