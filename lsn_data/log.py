"""What does the log say? A line for each event on standard error; never what people entered, named or uploaded.

An exception's message may quote a cell, a name or a file, so only its class and the places in the code are written.
What a library reports is kept as far as it stands in the library's own code: the words, not the values in them.
"""

from __future__ import annotations

import ast
import datetime as dt
import json
import logging
import sys
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

ROOT = Path(__file__).parents[1]
OURS = "lsn_data"
Level = Literal["debug", "info", "warning", "error"]
Form = Literal["text", "json"]
# Libraries that speak for every connection or file; what they say at `info` is of no use to whoever runs the product.
CHATTY = ("uvicorn", "uvicorn.error", "uvicorn.access", "websockets", "fontTools", "asyncio", "httpx", "watchdog")


def told(
    event: str,
    level: Level = "info",
    *,
    page: str = "",
    seconds: float | None = None,
    number: str = "",
    trouble: BaseException | None = None,
) -> None:
    """Write an event. There is no room here for anything else, so that nothing else gets in."""
    facts = {"page": page, "seconds": None if seconds is None else round(seconds, 3), "number": number}
    known = {name: fact for name, fact in facts.items() if fact not in ("", None)}
    logging.getLogger(OURS).log(getattr(logging, level.upper()), event, exc_info=trouble, extra={"facts": known})


def begin(level: Level, form: Form) -> None:
    """From now on, everything that anybody logs in this process is written our way."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines(form))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name in list(logging.root.manager.loggerDict):
        hand_over(logging.getLogger(name))
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)  # for those who write programs, not for those who run them
    sys.excepthook = _uncaught
    threading.excepthook = lambda told: _uncaught(told.exc_type, told.exc_value, told.exc_traceback)


def hand_over(logger: logging.Logger) -> None:
    """A library's logger writes nothing itself; what it says goes up to ours."""
    logger.handlers = []
    logger.propagate = True


class Lines(logging.Formatter):
    """An event as a line of JSON, or as a line of text with the places in the code below it."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form = form

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        facts = facts_of(record)
        if self.form == "json":
            return json.dumps(facts, ensure_ascii=False)
        below = facts.pop("at", [])
        head = f"{facts.pop('time')} {str(facts.pop('level')).upper()} {facts.pop('event')}"
        line = " ".join([head, *(f"{name}={fact}" for name, fact in facts.items())])
        return "\n".join([line, *(f"    at {place}" for place in below)])


def facts_of(record: logging.LogRecord) -> dict[str, Any]:
    """All that is written of an event, free of values that came from outside; places in the code for mistakes only."""
    facts: dict[str, Any] = {
        "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
    }
    if record.name == OURS:
        facts |= {"event": record.msg, **getattr(record, "facts", {})}
    else:
        facts |= {"event": in_its_own_words(record), "from": f"{record.name}:{record.lineno}"}
    trouble = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    if trouble:
        facts["error"] = " < ".join(kinds(trouble))
    if trouble and record.levelno >= logging.ERROR:
        facts["at"] = list(places(trouble))
    return facts


def in_its_own_words(record: logging.LogRecord) -> str:
    """What a library says, without the values: the text as it stands in the library's code.

    >>> record = logging.LogRecord("x", logging.INFO, ast.__file__, 1, "malformed node or string", (), None)
    >>> in_its_own_words(record)
    'malformed node or string'
    """
    return str(record.msg) if record.msg in _texts(record.pathname) else "message"


def kinds(trouble: BaseException | None) -> Iterator[str]:
    """The class of an exception and of those behind it.

    >>> list(kinds(KeyError("Anna")))
    ['KeyError']
    """
    seen: list[BaseException] = []
    while trouble and trouble not in seen:
        seen.append(trouble)
        yield type(trouble).__name__
        trouble = trouble.__cause__ or (None if trouble.__suppress_context__ else trouble.__context__)


def places(trouble: BaseException) -> Iterator[str]:
    """Where in the code it happened, outermost first: `lsn_data/ui/kpis.py:41 shown`."""
    step: TracebackType | None = trouble.__traceback__
    while step:
        code = step.tb_frame.f_code
        yield f"{_short(code.co_filename)}:{step.tb_lineno} {code.co_name}"
        step = step.tb_next


@lru_cache(maxsize=64)
def _texts(path: str) -> frozenset[str]:
    """Every text that stands in a file of Python."""
    try:
        tree = ast.parse(Path(path).read_bytes())
    except (OSError, ValueError, SyntaxError):
        return frozenset()
    return frozenset(
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _short(path: str) -> str:
    """A path from our folder, or from the folder of the libraries."""
    file = Path(path)
    if "site-packages" in file.parts:
        return Path(*file.parts[file.parts.index("site-packages") + 1 :]).as_posix()
    return (file.relative_to(ROOT) if file.is_relative_to(ROOT) else Path(file.name)).as_posix()


def _uncaught(kind: type[BaseException], trouble: BaseException | None, _trace: TracebackType | None) -> None:
    """What nobody caught: where Python would print the message too, we do not."""
    if issubclass(kind, KeyboardInterrupt | SystemExit):
        return
    told("uncaught", "error", trouble=trouble or kind())
