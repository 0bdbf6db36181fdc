"""What does this spreadsheet say, is it right, and shall it be stored?"""

from lsn_data.ui import imported, showing, uploading
from lsn_data.ui.reader import language

say = language()
looking = uploading.page(say)
imported.table(say, looking)
showing.removal(say)
