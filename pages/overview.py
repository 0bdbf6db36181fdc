"""How does each theme of the strategy stand?"""

from lsn_data.ui import overview
from lsn_data.ui.reader import language

overview.page(language())
