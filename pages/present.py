"""What does the board see, one exhibit a page?"""

from lsn_data.ui import presenting
from lsn_data.ui.reader import language

presenting.page(language())
