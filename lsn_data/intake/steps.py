"""Which step has the reading of a file reached? Told to whoever waits for it, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

Step = Literal["open", "recognise", "check", "compare"]
Listener = Callable[[Step, int], None]
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


def reached(step: Step, rows: int = 0) -> None:
    """The reading is about to begin this step, with so many rows."""
    listener = _listener.get()
    if listener:
        listener(step, rows)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Whatever is read inside tells its steps to the listener.

    >>> told = []
    >>> with heard_by(lambda step, rows: told.append((step, rows))):
    ...     reached("check", 57)
    >>> reached("compare"), told
    (None, [('check', 57)])
    """
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)
