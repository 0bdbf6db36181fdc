"""Who are the members: how many, of which kind, how long do they stay, and whose voice is heard?"""

from lsn_data.ui import members
from lsn_data.ui.reader import language

members.page(language())
