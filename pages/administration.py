"""Are the data safe, and who looks after them?"""

from lsn_data.ui import administering
from lsn_data.ui.reader import language

administering.page(language())
