"""What does each page answer?"""

from __future__ import annotations

from lsn_data.guide.topic import Topic
from lsn_data.language import mark

TOPICS = (
    Topic(
        "overview",
        mark("Overview"),
        mark(
            "How each theme of the strategy stands: place in the survey, lead KPI, measures, projects and "
            "SWOT in one row."
        ),
        points=(
            mark("Below stand what waits for a decision, and what has changed since a day of your choice."),
            mark("Every name and figure in the table leads to its page."),
        ),
        page="overview",
        see=(
            "ranking",
            "ratings",
            "labels",
        ),
    ),
    Topic(
        "priorities",
        mark("Priorities"),
        mark("Which themes come first for the members, and how sure that is."),
        points=(
            mark("“Show answers of” shows sectors, sizes or states; the link in the address bar keeps your choice."),
        ),
        page="priorities",
        see=(
            "ranking",
            "n-of-n",
            "not-shown",
        ),
    ),
    Topic(
        "survey",
        mark("Survey"),
        mark("Who answered, how satisfied the members are, what they use, and what they write."),
        page="survey",
        see=(
            "n-of-n",
            "not-shown",
        ),
    ),
    Topic(
        "members",
        mark("Members"),
        mark("How many members there are, of which kind, how long they stay, and whose voice the survey hears."),
        page="members",
        see=(
            "registers",
            "n-of-n",
        ),
    ),
    Topic(
        "strategy",
        mark("Strategy"),
        mark("What the strategy consists of: themes, principles, measures and success; beside it another cluster's."),
        page="strategy",
        see=("registers",),
    ),
    Topic(
        "swot",
        mark("SWOT"),
        mark("Which strengths, weaknesses, opportunities and risks weigh most, and which of them no measure answers."),
        page="swot",
        see=(
            "registers",
            "words",
        ),
    ),
    Topic(
        "measures",
        mark("Measures"),
        mark("Where the weight of the measures lies, what is late, and whether a proposal fits the strategy."),
        points=(
            mark(
                "A measure serves at least one and at most three guiding principles. One that serves none is off "
                "strategy."
            ),
        ),
        page="measures",
        see=(
            "registers",
            "words",
        ),
    ),
    Topic(
        "kpis",
        mark("KPIs"),
        mark("Which KPIs reach their targets, and since when that is known."),
        page="kpis",
        see=(
            "ratings",
            "registers",
            "labels",
        ),
    ),
    Topic(
        "projects",
        mark("Projects"),
        mark("Which projects run, who pays for them, where the partners sit, and what came of them."),
        page="projects",
        see=(
            "registers",
            "numbers",
        ),
    ),
    Topic(
        "workshops",
        mark("Workshops"),
        mark("What was said in the workshops, and whether anything answers it."),
        page="workshops",
        see=("registers",),
    ),
    Topic(
        "peers",
        mark("Comparison"),
        mark("How other clusters compare: their size, their reach, their strategy."),
        page="peers",
        see=("registers",),
    ),
    Topic(
        "explore",
        mark("Explore"),
        mark("Everything that stands in the lists: search, filter, take it along as a file."),
        points=(mark("Survey answers stand here only as far as they may be shown."),),
        page="explore",
        see=(
            "not-shown",
            "registers",
        ),
    ),
    Topic(
        "administration",
        mark("Administration"),
        mark("Who may do what, which backups there are, and what was done when."),
        points=(
            mark(
                "A backup is a whole copy of all data. Restoring one sets what was there aside; nothing is thrown away."
            ),
        ),
        also=mark("backup restore roles access log copy"),
        page="administration",
        see=(
            "take-back",
            "privacy",
        ),
    ),
    Topic(
        "privacy",
        mark("Privacy"),
        mark("What is stored of the members' answers, who sees it, and until when each wave is kept."),
        points=(
            mark("A wave past its day is told in the first line; the product never deletes by itself."),
            mark("Deleting a wave cannot be undone: the page says what goes and what stays, and asks for its name."),
        ),
        also=mark("privacy GDPR delete retention personal data"),
        page="privacy",
        see=("not-shown", "take-back"),
    ),
)
