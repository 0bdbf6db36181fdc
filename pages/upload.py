"""What does this spreadsheet say, is it right, and shall it be stored?"""

from lsn_data.ui import imported, uploading
from lsn_data.ui.reader import language

say = language()
file = uploading.next_file(say)
if file:
    uploading.look(file, say)
else:
    uploading.greet(say)
imported.table(say)
