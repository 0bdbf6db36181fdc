"""Which stores do tests of the topics ask? One with the published facts alone, one with the whole demo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lsn_data import demo, published
from lsn_data.store import Store, open_store


@pytest.fixture
def store() -> Iterator[Store]:
    """The published facts and nothing else: each test has its own."""
    with open_store(":memory:") as opened:
        published.load(opened)
        yield opened


@pytest.fixture(scope="module")
def loaded() -> Iterator[Store]:
    """The published facts and the whole demo: the tests of a module share it."""
    with open_store(":memory:") as opened:
        published.load(opened)
        demo.load(opened, "test")
        yield opened
