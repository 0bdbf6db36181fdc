"""What else stands in the registers?"""

from lsn_data.ui import explore
from lsn_data.ui.reader import language

explore.page(language())
