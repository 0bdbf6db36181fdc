"""What holds for every test? The product asks nobody outside this machine; and which data are brought in only once."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lsn_data import demo, published
from lsn_data.store import open_store

HERE = ("127.", "::1", "localhost", "0.0.0.0")


class AskedSomebody(AssertionError):
    """The product tried to reach another machine."""


@pytest.fixture(autouse=True, scope="session")
def asks_nobody() -> Iterator[None]:
    """Looking a name up, or reaching an address, that is not this machine's own fails the test at once."""
    connect, found = socket.socket.connect, socket.getaddrinfo

    def reached(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(HERE):
            raise AskedSomebody(address)
        connect(self, address)

    def looked_up(host: Any, *rest: Any, **more: Any) -> Any:
        if host and not str(host).startswith(HERE):
            raise AskedSomebody(host)
        return found(host, *rest, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", reached)
        patch.setattr(socket, "getaddrinfo", looked_up)
        yield


@pytest.fixture(scope="session")
def facts_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the published facts, loaded once; nobody opens it, whoever needs it copies it."""
    path = tmp_path_factory.mktemp("facts") / "facts.duckdb"
    with open_store(path) as store:
        published.load(store)
    return path


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the published facts and the whole demo, loaded once: to be copied like the other."""
    path = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    with open_store(path) as store:
        published.load(store)
        demo.load(store, "test")
    return path
