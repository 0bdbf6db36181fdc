"""How are the data kept safe? A copy while others work, the way back, and whether all of it is whole."""

from lsn_data.store.keeping.checking import Checked, Finding, check
from lsn_data.store.keeping.copying import backup
from lsn_data.store.keeping.living import bring_back, clear_away, delete, look_into, make, take_in
from lsn_data.store.keeping.returning import Restored, restore, set_log_aside
from lsn_data.store.keeping.shelf import Backup, shelved

__all__ = [
    "Backup",
    "Checked",
    "Finding",
    "Restored",
    "backup",
    "bring_back",
    "check",
    "clear_away",
    "delete",
    "look_into",
    "make",
    "restore",
    "set_log_aside",
    "shelved",
    "take_in",
]
