"""Where do the members' answers lie, who sees them, and when are they gone?"""

from lsn_data.ui import privacy
from lsn_data.ui.reader import language

privacy.page(language())
