"""What does a path of clicks show to somebody who is alone, where nothing is kept from one click to the next?

The same scripts run in this process, without a server; before each click everything that was kept is thrown away. So
what is wrong because it was kept for somebody else, or handed to the wrong person, stands nowhere here.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import streamlit as st
from streamlit.dataframe import lazy_df_source
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

from benchmarks.clicking import Click, Seen, chosen
from benchmarks.people import Person
from lsn_data.store import open_store

MAIN = Path(__file__).parents[1] / "lsn_data" / "ui" / "main.py"
PATIENCE = 180
# Says with every run that there is no browser.
BARE = "streamlit.runtime.scriptrunner_utils.script_run_context"
Page = list[str]


class Alone:
    """A visit of somebody who is alone with a database."""

    def __init__(self, who: Person) -> None:
        self._who = who
        self._app = AppTest.from_file(MAIN, default_timeout=PATIENCE)
        self._app.context = {"locale": who.locale, "timezone": "Europe/Berlin"}

    def does(self, click: Click, forget: bool = True) -> Seen:
        """Do it, with nothing kept but what this visit chose; unless told not to `forget`."""
        if forget:
            st.cache_resource.clear()  # the open store goes, too, and all that it kept
        with _as_for_a_browser():
            self._run(click)
        return Seen(self._app._tree)

    def _run(self, click: Click) -> None:
        if click.page:
            self._app.query_params = {"lang": self._who.code}
            self._app.switch_page(f"../../pages/{click.page}.py")
            self._app.run()
        else:
            self._app._run(WidgetStates(widgets=chosen(self._app._tree, click)))

    def walks(self) -> list[Page]:
        """What stands after each click of the whole path. A page with an error is none to compare with: raises."""
        return [_calm(self.does(click)) for click in self._who.path]


def paths(database: Path, everybody: Sequence[Person]) -> dict[str, list[Page]]:
    """What each of them sees after each click, by their names."""
    with alone_with(database):
        return {one.name: Alone(one).walks() for one in everybody}


def paths_at_once(database: Path, everybody: Sequence[Person], processes: int) -> dict[str, list[Page]]:
    """The same by several processes, each with a copy of the database."""
    copies = [database.with_name(f"{database.stem}-{number}.duckdb") for number in range(processes)]
    for copy in copies:
        shutil.copyfile(database, copy)
    parts = [everybody[number::processes] for number in range(processes)]
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        return {name: pages for part in pool.map(paths, copies, parts) for name, pages in part.items()}


def apart(seen: Page, expected: Page) -> str:
    """What stands on the one page and not on the other, as far as it goes; empty where they are the same.

    >>> apart(["a", "57 answers"], ["a", "58 answers"])
    "'57 answers' instead of '58 answers'"
    """
    if seen == expected:
        return ""
    more = list((Counter(seen) - Counter(expected)).elements())
    less = list((Counter(expected) - Counter(seen)).elements())
    return f"{_first(more, less)!r} instead of {_first(less, more)!r}" if more or less else "in another order"


def spans(seen: Page, pages: Sequence[Page]) -> bool:
    """Is each thing on a page one of these pages' own, so that none is half the one and half the other?"""
    known = {text for page in pages for text in page}
    return all(text in known for text in seen)


@contextmanager
def _as_for_a_browser() -> Iterator[None]:
    """Of long tables just the rows that are seen, as a browser gets them: tests without one get all."""
    known = lazy_df_source.config.get_option
    asked = SimpleNamespace(get_option=lambda name: name != "global.appTest" and known(name))
    with patch.object(lazy_df_source, "config", asked):
        yield


@contextmanager
def alone_with(database: Path) -> Iterator[None]:
    """Look at this database, as the product does by its settings. It stays open, so that only what is kept is lost."""
    before = os.environ.get("LSN_DB")
    os.environ["LSN_DB"] = str(database)
    logging.getLogger(BARE).setLevel(logging.ERROR)
    try:
        with open_store(database):
            yield
            st.cache_resource.clear()
    finally:
        os.environ.pop("LSN_DB")
        if before is not None:
            os.environ["LSN_DB"] = before


def _calm(seen: Seen) -> Page:
    if seen.troubles:
        raise AssertionError(f"a page with an error, even alone: {seen.troubles[0][:300]}")
    return seen.told


def _first(texts: Sequence[str], others: Sequence[str]) -> str:
    """The first text from where it begins to differ from the first of the others."""
    one, other = (next(iter(found), "nothing") for found in (texts, others))
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return one[max(0, at - 60) : at + 120]
