"""What follows when an import is taken back, or brought back? Page and command line say the same.

Found by looking at the receipts alone, before anything is done.
"""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.intake.report import Reading
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import SURVEY, Import

# Of more editions than these the number is told.
MOST_NAMED = 3


def successor(receipt: Import, receipts: Sequence[Import]) -> Import | None:
    """The import that counts again once this one is taken back; None where nothing is left."""
    left = [one for one in receipts if _same(one, receipt) and one.state == "replaced" and one != receipt]
    return max(left, key=_rank, default=None)


def replaced_by(receipt: Import, receipts: Sequence[Import]) -> Import | None:
    """The import that counts instead of one that is replaced."""
    return next((one for one in receipts if _same(one, receipt) and one.state == "current"), None)


def consequence(receipt: Import, receipts: Sequence[Import], say: Language) -> str:
    """What taking it back would do, in one or two sentences."""
    if receipt.state != "current":
        return say("The current figures stay as they are; only the history changes.")
    name, then = subject(receipt, say), successor(receipt, receipts)
    if then is None:
        return say("{what}: nothing will be left (now {rows}).", what=name, rows=rows(receipt, say))
    return say(
        "{what} falls back to import {name} ({rows} instead of {now}).",
        what=name, name=then.import_id, rows=rows(then, say), now=rows(receipt, say),
    )  # fmt: skip


def kept_in(editions: Sequence[str], say: Language) -> str:
    """What taking it back does not change: the editions that may show it (newest first); empty where there are none."""
    if not editions:
        return ""
    return say("Editions stay as they are, also where they show this import: {editions}.",
               editions=first_of([say("“{name}”", name=name) for name in editions], MOST_NAMED, say))  # fmt: skip


def first_of(names: Sequence[str], most: int, say: Language) -> str:
    """The first names as a list, and how many more there are.

    >>> first_of(["a", "b", "c", "d"], 3, Language("en"))
    'a, b, c and 1 more'
    """
    more = len(names) - most
    return say.listing([*names[:most], *([say.plural("{n} more", "{n} more", more)] if more > 0 else [])])


def return_of(receipt: Import, receipts: Sequence[Import], say: Language) -> str:
    """What bringing an import back would do that was taken back."""
    name, now = subject(receipt, say), replaced_by(receipt, receipts)
    if now is None:
        return say("{what} is shown again, with {rows}.", what=name, rows=rows(receipt, say))
    if _rank(now) > _rank(receipt):
        return say("Import {name} goes on counting; only the history changes.", name=now.import_id)
    return say(
        "{what} changes from import {name} ({now}) to this one ({rows}).",
        what=name, name=now.import_id, now=rows(now, say), rows=rows(receipt, say),
    )  # fmt: skip


def subject(receipt: Import, say: Language) -> str:
    """What an import is about: its wave, or its register."""
    if receipt.kind == SURVEY:
        return say("Wave {wave}", wave=receipt.wave)
    return say('Register "{register}"', register=say.both(REGISTERS[receipt.kind].label))


def rows(found: Import | Reading, say: Language) -> str:
    """How much an import, or a file that may become one, holds: answers of a survey, rows of a register."""
    if found.kind == SURVEY:
        return say.plural("{n} answer", "{n} answers", found.rows_kept)
    return say.plural("{n} row", "{n} rows", found.rows_kept)


def _same(one: Import, other: Import) -> bool:
    return (one.kind, one.wave, one.origin) == (other.kind, other.wave, other.origin)


def _rank(one: Import) -> tuple[object, ...]:
    """Which of two imports counts: of a wave the one stored last, of a register the one of the latest day."""
    return (one.seq,) if one.kind == SURVEY else (one.as_of, one.seq)
