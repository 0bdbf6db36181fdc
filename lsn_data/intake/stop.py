"""How does the child process say that a file cannot be taken?

The child knows no words (the catalogues would make it slow to start): it names the cause and the facts, and the
door finds the sentence in `lsn_data.intake.refusals`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lsn_data.stop import MEBIBYTE, Stop

__all__ = ["MEBIBYTE", "MOST_CELLS", "Doubt", "Stop"]

MOST_CELLS = 5_000_000


@dataclass(frozen=True)
class Doubt:
    """Something was read but may not be what its author meant; `kind` is declared in `intake.doubts`."""

    kind: str
    where: dict[str, Any] = field(default_factory=dict)
