"""What does the running app do with a command that is handed over? The same as without it, on the database it holds.

One door a database, on this machine alone. Commands that change something go one after the other; others run beside.
"""

from __future__ import annotations

import io
import re
import secrets
import shutil
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from lsn_data import log
from lsn_data.access import Actor
from lsn_data.cli import parsed, run
from lsn_data.commands.desk import WRONG, Desk
from lsn_data.handing.door import HERE_ALONE, Door, let_in, tell, untell
from lsn_data.handing.far_files import FarFiles, room_of
from lsn_data.handing.line import Broken, Line
from lsn_data.language import CODES, Language
from lsn_data.store import Store

AT_ONCE, WAITING = 8, 16
PATIENCE = 300.0
TEXT = 200_000
READING = {"view", "export"}


class Answering:
    """A door that is open until it is closed."""

    def __init__(self, store: Store, database: Path, changed: Callable[[], None] = lambda: None) -> None:
        """`changed` is called after each command that may have changed something."""
        self._store, self._database, self._changed = store, database, changed
        self._room = threading.BoundedSemaphore(AT_ONCE)
        self._one_change = threading.Lock()
        self._listening = _listening()
        self.door = Door(self._listening.getsockname()[1], secrets.token_hex(32))

    def open(self) -> Answering:
        """Put the file up and listen; what a killed app left of a backup that came goes first. Raises OSError."""
        _tidy(self._database)
        tell(self._database, self.door)
        threading.Thread(target=self._listen, name="commands", daemon=True).start()
        return self

    def close(self) -> None:
        """Take the file down and listen no more; what is being done goes on as long as the process lives."""
        untell(self._database, self.door)
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            if self._room.acquire(blocking=False):
                threading.Thread(target=self._answer, args=(connection,), name="command", daemon=True).start()
            else:
                connection.close()

    def _answer(self, connection: socket.socket) -> None:
        """One connection is one command; whatever the other side does, the app goes on."""
        line = Line(connection)
        try:
            if let_in(line, self.door.secret):
                line.wait_at_most(PATIENCE)
                self._do(line, line.hear())
        except Broken:
            pass
        except Exception as trouble:
            log.told("command failed", "warning", trouble=trouble)
        finally:
            line.close()
            self._room.release()

    def _do(self, line: Line, told: dict[str, Any]) -> None:
        say = Language(told["lang"] if told.get("lang") in CODES else "en")
        given = parsed([str(one) for one in told["arguments"]], say)
        out, err = io.StringIO(), io.StringIO()
        desk = Desk(
            Path(str(told["database"])), say, Actor(str(told["actor"]), "admin"), out, err,
            FarFiles(line, self._store), self._store,
        )  # fmt: skip
        if given is None:
            status = WRONG
        elif given.action in READING:
            status = run(given, desk)
        else:
            with self._one_change:
                status = run(given, desk)
                self._changed()
        for name, stream in (("out", out), ("err", err)):
            words = stream.getvalue()
            for at in range(0, len(words), TEXT):
                line.say({"say": name, "text": words[at : at + TEXT]})
        line.say({"done": status})


def _tidy(database: Path) -> None:
    """Remove the rooms of `FarFiles` that nobody is in any more: they hold whole copies of a database."""
    ours = re.compile(rf"{re.escape(room_of(database))}[a-z0-9_]{{8}}")
    for left in database.parent.iterdir():
        if ours.fullmatch(left.name):
            shutil.rmtree(left, ignore_errors=True)


def _listening() -> socket.socket:
    """A free port of this machine, which nobody else may take meanwhile."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    with suppress(AttributeError, OSError):
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)  # type: ignore[attr-defined,unused-ignore]
    listening.bind((HERE_ALONE, 0))
    listening.listen(WAITING)
    return listening
