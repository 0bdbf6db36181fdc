"""Where do a command's files lie: on this disk, or with whoever handed the command over?"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from lsn_data import store as storeroom
from lsn_data.store import Checked, Restored, Store


class Files(Protocol):
    """What commands do with files. Each raises OSError as the operating system does."""

    def is_file(self, file: Path) -> bool:
        """Is there such a file?"""
        ...

    def read(self, file: Path) -> bytes:
        """All of it."""
        ...

    def write(self, file: Path, data: bytes) -> None:
        """Write it, in place of what is there."""
        ...

    def refuse_unwritable(self, file: Path) -> None:
        """Raise OSError if it could not be written; nothing is changed."""
        ...

    def back_up(self, store: Store, file: Path, actor: str, replace: bool) -> Checked:
        """Write a backup of an open database. Raises as `store.backup` does."""
        ...

    def restore(self, database: Path, file: Path, actor: str) -> Restored:
        """Put a backup in the place of the database. Raises as `store.restore` does."""
        ...

    def set_log_aside(self, database: Path, actor: str) -> Restored:
        """Go on without a damaged log. Raises as `store.set_log_aside` does."""
        ...


class OnDisk:
    """The files of this process's disk."""

    def is_file(self, file: Path) -> bool:
        """Is there such a file?"""
        return file.is_file()

    def read(self, file: Path) -> bytes:
        """All of it."""
        return file.read_bytes()

    def write(self, file: Path, data: bytes) -> None:
        """Write it, in place of what is there."""
        file.write_bytes(data)

    def refuse_unwritable(self, file: Path) -> None:
        """Raise OSError if it could not be written; nothing is changed."""
        there = file.exists()
        with file.open("ab"):
            pass
        if not there:
            file.unlink()

    def back_up(self, store: Store, file: Path, actor: str, replace: bool) -> Checked:
        """Write a backup of an open database."""
        return storeroom.backup(store, file, actor=actor, replace=replace)

    def restore(self, database: Path, file: Path, actor: str) -> Restored:
        """Put a backup in the place of a database that nobody holds open."""
        return storeroom.restore(database, file, actor=actor)

    def set_log_aside(self, database: Path, actor: str) -> Restored:
        """Go on without a damaged log."""
        return storeroom.set_log_aside(database, actor=actor)
