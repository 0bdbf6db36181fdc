"""Which projects run, who pays for them, where do their partners sit, and what came of them?"""

from lsn_data.ui import empty_page, projects
from lsn_data.ui.reader import language

say = language()
view = projects.chosen()
if view is None:
    what = say("Run times, follow-ups, money and partner countries will stand here.")
    empty_page.register("projects", say("No projects yet"), what, say)
else:
    projects.draw(view, say)
