"""How does the child process say that a file cannot be taken?

The child knows no words (the catalogues would make it slow to start): it names the cause and the facts, and the
door finds the sentence in `lsn_data.intake.refusals`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MEBIBYTE = 1024 * 1024
MOST_CELLS = 5_000_000


class Stop(Exception):
    """The file is refused; `cause` is a key of `refusals.CAUSES`, `facts` fill its sentence."""

    def __init__(self, cause: str, **facts: str | int) -> None:
        self.cause = cause
        self.facts = facts
        super().__init__(cause)


@dataclass(frozen=True)
class Doubt:
    """Something was read but may not be what its author meant; `kind` is declared in `intake.doubts`."""

    kind: str
    where: dict[str, Any] = field(default_factory=dict)
