"""Which factors weigh most, and which risk has nobody taken on?"""

from lsn_data.ui import show, swot
from lsn_data.ui.reader import language

say = language()
view = swot.chosen(say)
if view:
    show.main_exhibit(view.board, say, lambda: swot.bar(view, say))
    swot.links(view, say)
    show.supporting_exhibit(view.tows, say, say("Fields of strategy"))
    swot.flow(view, say)
else:
    swot.empty(say)
