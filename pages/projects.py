"""Which projects run, who pays for them, and what came of them?"""

from lsn_data.ui import empty_page, projects, show
from lsn_data.ui.reader import language

say = language()
view = projects.chosen()
if view is None:
    empty_page.register(
        "projects",
        say("No projects yet"),
        say("Run times, follow-ups, money and partner countries will stand here."),
        say,
    )
else:
    show.main_exhibit(view.main, say, lambda: projects.bar(view, say))
    for pick in view.more:
        show.supporting_exhibit(pick, say)
