"""What can go wrong, and what do we tell the person in front of the screen?

    LsnError                 anything of ours; its text is a message for a person, in English
    ├── Refused              a file or a request cannot be taken: nothing was stored
    ├── StoreError           the database cannot do it
    │   ├── Locked           another process holds the database
    │   ├── TooNew           the database was written by a newer version of this product
    │   ├── Damaged          the database or its log cannot be read in full
    │   ├── NoRoom           the disk is full
    │   ├── NotWritable      the file, its folder or the disk is write-protected
    │   └── UnknownImport    there is no such import
    └── NotAllowed           this actor may not do this

Bad data never raises: it becomes a row of the report. These are for what stops a whole command.
`text` keeps its `{placeholders}` apart from the `values`, so that every message can be said in German too:
`error.said(say)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lsn_data.language import Language


class LsnError(Exception):
    """A message for a person: what happened, and what to do.

    >>> str(LsnError("There is no wave {wave}.", wave="2031"))
    'There is no wave 2031.'
    """

    def __init__(self, text: str, **values: object) -> None:
        self.text = text
        self.values = values
        super().__init__(text.format(**values))

    def said(self, say: Language) -> str:
        """The message in the reader's language."""
        return say(self.text, **self.values)


class Refused(LsnError):
    """A file or request that cannot be taken. `cause` is its short name (`encrypted`, `web-page`, …)."""

    def __init__(self, cause: str, text: str, **values: object) -> None:
        self.cause = cause
        super().__init__(text, **values)


class StoreError(LsnError):
    """The database cannot do what was asked."""


class Locked(StoreError):
    """Another process has the database open."""


class TooNew(StoreError):
    """The database carries a schema that this version does not know."""


class Damaged(StoreError):
    """The database or its log cannot be read in full."""


class NoRoom(StoreError):
    """The disk is full."""


class NotWritable(StoreError):
    """The file, its folder or the disk is write-protected."""


class UnknownImport(StoreError):
    """There is no import of that name."""


class NotAllowed(LsnError):
    """The actor may not do this."""
