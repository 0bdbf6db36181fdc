"""Does the log tell what happened, and nothing of what people entered, named or uploaded?"""

from __future__ import annotations

import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit import logger as streamlit_log
from streamlit.testing.v1 import AppTest

from lsn_data import log
from lsn_data.settings import Settings
from lsn_data.store import Store
from lsn_data.ui.starting import log_to
from tests.ui.test_uploading import PLAIN, uploaded
from tests.ui.visitor import page_text, visit

SECRET = "Annegret Geheim"
Log = Callable[..., io.StringIO]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[Log]:
    """Begins the log as the app does; gives what is written. Afterwards everybody logs as before."""
    root, setup = logging.getLogger(), streamlit_log.setup_formatter
    before = root.handlers, root.level, sys.excepthook, threading.excepthook
    others = {name: logging.getLogger(name) for name in list(logging.root.manager.loggerDict)}
    kept = {name: (one.handlers, one.propagate, one.level, one.disabled) for name, one in others.items()}

    def begin(**given: Any) -> io.StringIO:
        stream = io.StringIO()
        monkeypatch.setattr(sys, "stderr", stream)
        log_to(Settings(**given))
        return stream

    yield begin
    root.handlers, root.level, sys.excepthook, threading.excepthook = before
    streamlit_log.setup_formatter = setup
    logging.captureWarnings(False)
    for name, one in others.items():
        one.handlers, one.propagate, one.level, one.disabled = kept[name]


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def quoting() -> None:
    """A mistake whose message quotes a cell, behind it another that does."""
    try:
        int(SECRET)
    except ValueError as cause:
        raise KeyError(SECRET) from cause


def caught() -> BaseException:
    try:
        quoting()
    except KeyError as trouble:
        return trouble
    raise AssertionError


def test_an_event_is_a_line_of_json(written: Log) -> None:
    stream = written(log_format="json")
    log.told("page", page="kpis", seconds=0.12345)
    (line,) = lines(stream)
    assert line.pop("time").endswith("+00:00")
    assert line == {"level": "info", "event": "page", "page": "kpis", "seconds": 0.123}


def test_a_mistake_is_told_by_its_class_and_its_place_never_by_its_words(written: Log) -> None:
    stream = written(log_format="json")
    log.told("unexpected trouble", "error", number="1f", trouble=caught())
    (line,) = lines(stream)
    assert line["error"] == "KeyError < ValueError"
    assert line["at"][-1].startswith("tests/ui/test_log.py:")
    assert line["at"][-1].endswith(" quoting")
    assert "Geheim" not in stream.getvalue()


def test_for_people_the_places_stand_below_the_line(written: Log) -> None:
    stream = written(log_format="text")
    log.told("unexpected trouble", "error", number="1f", trouble=caught())
    first, *rest = stream.getvalue().splitlines()
    assert first.endswith("ERROR unexpected trouble number=1f error=KeyError < ValueError")
    assert all(line.startswith("    at tests/ui/test_log.py:") for line in rest)


@pytest.mark.parametrize("form", ["text", "json"])
def test_libraries_speak_without_the_values_in_their_words(written: Log, form: str) -> None:
    stream = written(log_format=form)
    streamlit_log.get_logger("streamlit.made_later").warning("file %s is odd", SECRET)
    logging.getLogger("pandas").error(f"cell {SECRET} is odd")
    logging.getLogger("asyncio").error("a task failed", exc_info=caught())
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"{SECRET} is no date", stacklevel=1)
    sys.excepthook(KeyError, caught(), None)
    assert "Geheim" not in stream.getvalue()
    assert all(words in stream.getvalue() for words in ("file %s is odd", "a task failed", "uncaught"))
    assert stream.getvalue().count("KeyError < ValueError") == 2


def test_only_what_was_asked_for_is_told(written: Log) -> None:
    stream = written(log_format="json", log_level="warning")
    log.told("page", page="kpis")
    logging.getLogger("uvicorn.error").info('%s - "WebSocket %s" [accepted]', "192.0.2.7", "/_stcore/stream")
    assert stream.getvalue() == ""


def test_nothing_of_an_upload_gets_into_the_log(written: Log, demo_store: Store, tmp_path: Path) -> None:
    stream = written(log_format="json", log_level="debug")
    rows = PLAIN.read_text(encoding="utf-8-sig").splitlines()
    poisoned = tmp_path / f"{SECRET}.csv"
    poisoned.write_text("\n".join([rows[0].replace("Bra", f"{SECRET} Bra"), *rows[1:], SECRET]), encoding="utf-8")
    broken = tmp_path / f"{SECRET}.xlsx"
    broken.write_text(SECRET, encoding="utf-8")
    app = uploaded(poisoned, broken)
    if any(button.key == "store" for button in app.button):  # one of the two may be good
        app.button(key="store").click().run()
    app = visit("explore")
    app.text_area(key="sql").set_value("select 'Annegret Geheim'::int from members").run()
    app.button(key="run-sql").click().run()
    assert {line["event"] for line in lines(stream)} >= {"page"}
    assert "Geheim" not in stream.getvalue()
    assert str(tmp_path) not in stream.getvalue()


def test_a_mistake_on_a_page_gets_a_number_that_leads_to_its_line(written: Log) -> None:
    def script() -> None:
        from lsn_data.ui.messages import unexpected
        from tests.ui.test_log import caught

        assert unexpected(caught())

    stream = written(log_format="json")
    app = AppTest.from_function(script).run()
    line = next(line for line in lines(stream) if line["event"] == "unexpected trouble")
    assert f"number {line['number']}" in page_text(app)
    assert "Geheim" not in page_text(app) + stream.getvalue()
