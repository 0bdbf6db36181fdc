"""How are the data kept safe? A copy while others work, the way back, and whether all of it is whole."""

from lsn_data.store.keeping.checking import Checked, Finding, check
from lsn_data.store.keeping.copying import backup
from lsn_data.store.keeping.returning import Restored, restore, set_log_aside

__all__ = ["Checked", "Finding", "Restored", "backup", "check", "restore", "set_log_aside"]
