"""Which exhibits does the board get, and in which order?"""

from lsn_data.ui import packing
from lsn_data.ui.reader import language

packing.page(language())
