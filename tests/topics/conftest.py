"""Which stores do tests of the topics ask? One with the published facts alone, one with the whole demo."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsn_data.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path, facts_file: Path) -> Iterator[Store]:
    """The published facts and nothing else: each test has its own."""
    with open_store(Path(shutil.copy(facts_file, tmp_path))) as opened:
        yield opened


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[Store]:
    """The published facts and the whole demo: the tests of a module share it."""
    with open_store(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("loaded")))) as opened:
        yield opened
