"""What does the running product do without anybody's click? It takes commands, and makes backups when one is due."""

from __future__ import annotations

import threading
from contextlib import suppress

from lsn_data import backups, log
from lsn_data.errors import LsnError
from lsn_data.handing.answering import Answering
from lsn_data.store import Store
from lsn_data.ui import data

SOON, A_MINUTE, LATER = 5.0, 60.0, 600.0


class Running:
    """A quiet thread, from the start of the server to its end. No trouble of its own ever reaches a page."""

    def __init__(self) -> None:
        self._over = threading.Event()
        self._answering: Answering | None = None
        self._thread = threading.Thread(target=self._run, name="running", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Take no more commands."""
        self._over.set()
        self._thread.join(SOON)
        if self._answering:
            self._answering.close()

    def _run(self) -> None:
        """Open the database and the door; a database that cannot be opened yet is tried again."""
        pause = 0.0
        while not self._over.wait(pause):
            store = self._store()
            if store is None:
                pause = SOON
            elif self._answering is None:
                self._open(store)
                pause = A_MINUTE
            else:
                pause = A_MINUTE if back_up(store) else LATER

    def _store(self) -> Store | None:
        with suppress(LsnError):
            return data.kept()
        return None

    def _open(self, store: Store) -> None:
        if store.path is None:
            return
        try:
            self._answering = Answering(store, store.path, data.forget_drawn).open()
        except OSError as trouble:
            log.told("commands are not taken", "warning", trouble=trouble)


def back_up(store: Store) -> bool:
    """Make a backup if one is due; False if it could not be made."""
    try:
        if backups.make_if_due(store):
            log.told("backup made")
    except Exception as trouble:  # whatever it is, the next one is tried
        log.told("backup failed", "warning", trouble=trouble)
        return False
    return True
