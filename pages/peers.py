"""How do other clusters compare: their strategies, their size, their reach?"""

from lsn_data.ui import peers
from lsn_data.ui.reader import language

peers.page(language())
