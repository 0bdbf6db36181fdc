"""What does every browser test need? The product on a port of its own, with a database of its own, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.served import browser, chromium, served


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs chromium: without it they are skipped, unless a browser is required."""
    for item in items:
        if "tests/browser" not in item.path.as_posix():
            continue
        item.add_marker("browser")
        if not chromium() and not os.environ.get("LSN_REQUIRE_BROWSER"):
            item.add_marker(pytest.mark.skip(reason="no chromium on this machine"))


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """One browser for all tests; LSN_REQUIRE_BROWSER makes its absence a failure."""
    assert chromium(), "chromium is required (LSN_REQUIRE_BROWSER) and not installed"
    with browser() as started:
        yield started


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the product, started once for all tests."""
    with served(tmp_path_factory.mktemp("home") / "browser.duckdb") as address:
        yield address


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one that stays empty."""
    with served(tmp_path_factory.mktemp("empty") / "empty.duckdb") as address:
        yield address


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[str]:
    """The address of a second one that holds the demo; no test changes what it holds."""
    with served(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("demo-home")))) as address:
        yield address


@pytest.fixture
def page(chrome: Browser) -> Iterator[Page]:
    """A fresh visitor with an English browser, who remembers what was asked for and complained about."""
    context = chrome.new_context(locale="en-GB", viewport={"width": 1280, "height": 1000}, accept_downloads=True)
    yield context.new_page()
    context.close()
