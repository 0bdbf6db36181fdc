"""How does a spreadsheet become tidy rows, with nothing lost without a word?

Names are fetched at first use, because the short-lived child process of the door passes through this file too and
must start in a few hundredths of a second: nothing may be imported here.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lsn_data.intake.door import Workbook, read_workbook
    from lsn_data.intake.register import read_register, recognised
    from lsn_data.intake.survey import read_survey

__all__ = ["Workbook", "read_register", "read_survey", "read_workbook", "recognised"]

_HOMES = {
    "Workbook": "lsn_data.intake.door",
    "read_register": "lsn_data.intake.register",
    "read_survey": "lsn_data.intake.survey",
    "read_workbook": "lsn_data.intake.door",
    "recognised": "lsn_data.intake.register",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
