"""Where does the weight of the measures lie, what is late, and what has changed?"""

from lsn_data.ui import measures
from lsn_data.ui.reader import language

measures.page(language())
