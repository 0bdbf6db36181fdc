"""How is it done, what does it mean?"""

from lsn_data.ui import help_page
from lsn_data.ui.reader import language

help_page.page(language())
