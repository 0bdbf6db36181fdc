"""How are the figures read: what do they say, what not, and what are they made of?"""

from __future__ import annotations

from lsn_data.guide.topic import Topic
from lsn_data.language import mark

TOPICS = (
    Topic(
        "ranking",
        mark("What does the ranking say, and what not?"),
        mark("It says which themes come first for the members, and how sure that is."),
        points=(
            mark("The dot is the place in the answers; the bar shows where the theme may stand among all members."),
            mark(
                "“Cannot be told apart”: the answers leave open which of these themes is ahead. More answers "
                "make the bars shorter."
            ),
            mark("Below stand other ways of counting. Where they agree, the order does not hang on the method."),
            mark("It does not say why members rank so. Free texts and workshops do."),
        ),
        words=(
            "Plausible range, plausible places",
            "Leading, middle, trailing group",
        ),
        also=mark("place tier worth order certain tell apart interval"),
        page="priorities",
        see=(
            "n-of-n",
            "not-shown",
        ),
    ),
    Topic(
        "n-of-n",
        mark("What do “n of N” and “weighted” mean?"),
        mark(
            "n members answered, N were asked. The page Survey checks whether those who answered resemble "
            "the membership."
        ),
        words=(
            "n of N",
            "Return rate",
            "Weighted",
        ),
        also=mark("return rate response representative sample"),
        page="survey",
        see=(
            "ranking",
            "not-shown",
        ),
    ),
    Topic(
        "not-shown",
        mark("Why is a figure not shown?"),
        mark(
            "Fewer than 5 answers could give single members away, so such a view stays closed: on pages, "
            "slides and in files alike."
        ),
        points=(
            mark("Free texts are shown from 10 answers on, and never beside sector, size or state."),
            mark("A larger group can be closed too, where a closed one could be computed from it."),
            mark("In its place stand the nearest views that can be shown."),
        ),
        also=mark("suppressed too few small group privacy hidden"),
        page="priorities",
        see=(
            "ranking",
            "n-of-n",
        ),
    ),
    Topic(
        "ratings",
        mark("What do the ratings of the KPIs mean?"),
        mark("A rating compares where a KPI is heading with its target. The last change alone says nothing."),
        words=(
            "On course, nearly, too slow, wrong way",
            "Outcome KPI",
            "Impact KPI",
            "Outlook, 95%",
            "Break",
            "Vintage",
        ),
        also=mark("arrow target forecast outlook trend on course"),
        page="kpis",
        see=(
            "labels",
            "numbers",
        ),
    ),
    Topic(
        "labels",
        mark("What do DEMO, UPLOADED and PUBLISHED mean?"),
        mark("The badge at the top right says where the figures come from."),
        words=(
            "DEMO",
            "UPLOADED",
            "PUBLISHED",
            "Counted in the registers",
        ),
        also=mark("badge origin source computed invented"),
        see=("numbers",),
    ),
    Topic(
        "numbers",
        mark("What are the figures made of?"),
        mark("Of published facts that come with the product, of your spreadsheets, and of what you type in."),
        points=(
            mark("The foot of each exhibit names source, day and import."),
            mark("“Figures and method” holds every figure, how it is computed, and the source of the formula."),
            mark("Page, slide, handout and workbook show the same exhibit: their figures cannot differ."),
            mark("Doubtful amounts stay out of sums, and the page says so. A missing value is a gap, not a zero."),
        ),
        also=mark("method source computed formula figures import data version"),
        see=(
            "labels",
            "words",
        ),
    ),
    Topic(
        "words",
        mark("What do the words mean?"),
        mark("The same words stand at the end of each handout."),
        words=("*",),
        also=mark("glossary terms dictionary"),
    ),
)
