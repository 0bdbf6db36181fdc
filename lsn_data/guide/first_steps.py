"""How does somebody begin, take things back, and work with the keyboard?"""

from __future__ import annotations

from lsn_data.guide.topic import Topic
from lsn_data.language import mark

TOPICS = (
    Topic(
        "start",
        mark("How do I begin?"),
        mark("Look around with invented data first, or bring your own survey right away."),
        steps=(
            mark("Open the page Upload."),
            mark("Choose “Load demo data”, or drop your spreadsheet there."),
            mark("Read the first line of any page: it says what the data say."),
            mark("Open “Figures and method” below a chart: there stands every figure."),
        ),
        points=(
            mark(
                "Demo data are invented, and every page says so. “Remove demo data” on the page Upload takes "
                "them away again."
            ),
        ),
        also=mark("first steps demo data tour introduction"),
        page="upload",
        see=(
            "survey-upload",
            "pack",
        ),
    ),
    Topic(
        "take-back",
        mark("How do I take something back?"),
        mark("Right where you did it. The product does not ask “are you sure?”, since the way back stays open."),
        points=(
            mark("Uploads and rows typed in: “Take it back” on the receipt, later under “History” on the page Upload."),
            mark("Taken back too much? “Bring it back” stands in the same place."),
            mark("Board pack: “Undo” takes back the changes of your visit, one by one."),
            mark("Filters: choose “All” again, or open the page anew from the bar at the left."),
            mark("The one exception: a survey wave that was deleted for privacy does not come back."),
        ),
        also=mark("undo revert restore delete mistake wrong file"),
        page="upload",
        see=(
            "survey-upload",
            "pack",
        ),
    ),
    Topic(
        "keyboard",
        mark("What works with the keyboard?"),
        mark("Everything. Tab goes on, Shift and Tab goes back, Enter or the space bar chooses."),
        points=(
            mark("Lists: the arrow keys choose, Escape closes."),
            mark("Presentation: the arrow keys turn the page; a number and Enter go to that page."),
            mark("Presentation: F fills the screen, B makes it black, Escape ends."),
        ),
        also=mark("keys shortcuts arrow tab"),
        see=("present",),
    ),
)
