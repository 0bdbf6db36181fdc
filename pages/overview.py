"""How does each theme of the strategy stand?"""

from lsn_data.board import Pick
from lsn_data.ui import show
from lsn_data.ui.reader import language

show.main_exhibit(Pick("overview"), language())
