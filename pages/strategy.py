"""What does the strategy consist of, and how does it compare with another cluster's?"""

from lsn_data.ui import show, strategies
from lsn_data.ui.reader import language

say = language()
view = strategies.chosen(say)
first, *others = view.picks
show.main_exhibit(first, say, lambda: strategies.bar(view, say))
for pick in others:
    show.supporting_exhibit(pick, say)
