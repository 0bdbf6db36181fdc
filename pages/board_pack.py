"""Which exhibits does the board get, in which order, with whose words, and what did it see before?"""

from lsn_data.ui import packing
from lsn_data.ui.reader import language

packing.page(language())
