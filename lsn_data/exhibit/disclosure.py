"""What may be shown? (Moved to `lsn_data.disclosure`.)"""

from lsn_data.disclosure import FEWEST, FEWEST_TEXTS, NO_ANSWER, Group, NotShown, View
from lsn_data.disclosure.decide import groups_of

__all__ = ["FEWEST", "FEWEST_TEXTS", "NO_ANSWER", "Group", "NotShown", "View", "groups_of"]
