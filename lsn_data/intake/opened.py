"""What stands in this file? Opened once through the guarded door, however often it is then looked at."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lsn_data.errors import Refused
from lsn_data.intake import survey_problems  # noqa: F401  (declares the kind used here)
from lsn_data.intake.door import Workbook, read_workbook
from lsn_data.intake.problems import problem
from lsn_data.intake.report import Problem
from lsn_data.intake.steps import reached

if TYPE_CHECKING:
    from lsn_data.intake.register_lists import Found


@dataclass(frozen=True)
class Opened:
    """A file by its bytes and its name."""

    data: bytes
    name: str

    @cached_property
    def sha256(self) -> str:
        """What tells this file from any other."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def workbook(self) -> Workbook | Problem:
        """Its cells, or why it was refused."""
        reached("open")
        try:
            return read_workbook(self.data, self.name)
        except Refused as trouble:
            reason = {"say": trouble.text, "values": trouble.values}
            return problem("file-refused", value=trouble.cause, reason=reason)

    @cached_property
    def registers(self) -> list[Found]:
        """The register on each visible sheet that surely holds one; none for a survey, or for a file refused."""
        from lsn_data.intake.register_lists import registers_in  # which looks at opened files itself

        return [] if isinstance(self.workbook, Problem) else registers_in(self.workbook, self.name)
