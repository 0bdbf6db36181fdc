"""Who is inside the database just now, and how does somebody get it to himself?

All that this process has open of one file share one gate. Whoever is inside may go on, ask more and leave; nobody new
comes in while somebody waits to be alone.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakValueDictionary


class Busy(Exception):
    """Others stayed inside for longer than could be waited."""


class Gate:
    """Counts who is inside, by thread: a thread that is inside may come in again."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside: Counter[int] = Counter()
        self._alone: int | None = None
        self.opening = threading.Lock()  # two who open the same file at once disturb each other

    @contextmanager
    def inside(self) -> Iterator[None]:
        """For as long as somebody asks or writes."""
        me = threading.get_ident()
        with self._changed:
            self._changed.wait_for(lambda: self._alone in (None, me) or bool(self._inside[me]))
            self._inside[me] += 1
        try:
            yield
        finally:
            with self._changed:
                self._inside[me] -= 1
                self._inside += Counter()  # threads that left are forgotten
                self._changed.notify_all()

    @contextmanager
    def alone(self, seconds: float) -> Iterator[None]:
        """Once all others have left. Raises Busy if they are not gone in time."""
        me = threading.get_ident()
        with self._changed:
            if not self._changed.wait_for(lambda: self._alone is None, seconds):
                raise Busy
            self._alone = me
        try:
            with self._changed:
                if not self._changed.wait_for(lambda: not +self._inside - Counter({me: self._inside[me]}), seconds):
                    raise Busy
            yield
        finally:
            with self._changed:
                self._alone = None
                self._changed.notify_all()


_gates: WeakValueDictionary[Path, Gate] = WeakValueDictionary()
_one = threading.Lock()


def gate_of(path: Path | None) -> Gate:
    """The gate of a file, the same for all who open it; a database in memory has one of its own."""
    if path is None:
        return Gate()
    with _one:
        return _gates.setdefault(path.resolve(), Gate())
