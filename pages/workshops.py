"""What was said in the workshops, and does what we do answer it?"""

from lsn_data.ui import workshops
from lsn_data.ui.reader import language

workshops.page(language())
