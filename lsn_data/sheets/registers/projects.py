"""What do the registers of projects, their funding and the success stories hold?"""

from __future__ import annotations

from lsn_data.sheets.choices import PROJECT_STATES, ROLES
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.sheets.registers.shared import CURRENCY, NOTE, SOURCE, THEME, THEMES_FIELD, in_both

PROJECTS = Sheet(
    kind="projects",
    en="Projects",
    de="Projekte",
    about=("One row a project.", "Eine Zeile je Projekt."),
    key=("project",),
    fields=(
        Field(
            name="project",
            en="Project",
            de="Projekt",
            holds="code",
            required=True,
            example="NORDTEST",
            also=("kürzel", "acronym", "akronym"),
        ),
        *in_both(
            "title", "Title", "Titel", ("Testing diagnostics in the Baltic region", "Diagnostik im Ostseeraum erproben")
        ),
        Field(name="start", en="Start", de="Beginn", holds="when", example="2024-03"),
        Field(name="end", en="End", de="Ende", holds="when", example="2027-02"),
        Field(name="role", en="Role", de="Rolle", holds="choice", choices=ROLES, example="lead"),
        Field(
            name="partners",
            en="Partners",
            de="Partner",
            holds="list",
            example="University A; Company B",
            example_de="Universität A; Unternehmen B",
        ),
        Field(name="countries", en="Countries", de="Staaten", holds="list", example="DE; DK"),
        Field(name="regions", en="Regions", de="Regionen", holds="list", example="Baltic Sea", example_de="Ostsee"),
        THEMES_FIELD,
        Field(
            name="part_of",
            en="Part of",
            de="Teil von",
            holds="code",
            help=("the project that it is part of", "das Projekt, zu dem es gehört"),
        ),
        Field(
            name="follows",
            en="Follows",
            de="Folgt auf",
            holds="code",
            help=("the project that it continues", "das Projekt, das es fortsetzt"),
        ),
        Field(name="status", en="Status", de="Stand", holds="choice", choices=PROJECT_STATES, example="running"),
        SOURCE,
        NOTE,
    ),
)

FUNDING = Sheet(
    kind="funding",
    en="Funding",
    de="Förderung",
    about=("One row a project and funder.", "Eine Zeile je Projekt und Geldgeber."),
    key=("project", "programme", "funder", "amount"),
    fields=(
        Field(name="project", en="Project", de="Projekt", holds="code", required=True, example="NORDTEST"),
        Field(name="programme", en="Programme", de="Programm", example="Interreg Baltic Sea Region"),
        Field(
            name="funder",
            en="Funder",
            de="Geldgeber",
            example="European Union",
            example_de="Europäische Union",
            also=("fördergeber", "mittelgeber"),
        ),
        Field(name="amount", en="Amount", de="Betrag", holds="number", example="250000", also=("summe", "fördersumme")),
        CURRENCY,
        Field(name="institutional", en="Institutional", de="Institutionell", holds="yes", example="no"),
        Field(
            name="doubtful",
            en="Doubtful",
            de="Zweifelhaft",
            holds="yes",
            help=("is the figure in doubt?", "Ist die Zahl zweifelhaft?"),
        ),
        NOTE,
    ),
)

STORIES = Sheet(
    kind="stories",
    en="Success stories",
    de="Erfolgsgeschichten",
    about=(
        "One row a story: problem, solution, and what LSN contributed.",
        "Eine Zeile je Geschichte: Problem, Lösung und was LSN beigetragen hat.",
    ),
    key=("story",),
    fields=(
        Field(name="story", en="Story", de="Geschichte", holds="code", required=True, example="first-trial"),
        Field(name="date", en="Date", de="Datum", holds="when", example="2025-09"),
        *in_both(
            "title", "Title", "Titel", ("A start-up finds its first clinic", "Ein Start-up findet seine erste Klinik")
        ),
        Field(
            name="problem",
            en="Problem",
            de="Problem",
            required=True,
            example="No hospital to test with.",
            example_de="Keine Klinik für den Test.",
        ),
        Field(
            name="solution",
            en="Solution",
            de="Lösung",
            required=True,
            example="A matching evening with three clinics.",
            example_de="Ein Abend mit drei Kliniken.",
        ),
        Field(
            name="contribution",
            en="LSN's contribution",
            de="Beitrag von LSN",
            required=True,
            example="Invited and hosted.",
            example_de="Eingeladen und ausgerichtet.",
        ),
        THEME,
        Field(name="project", en="Project", de="Projekt", holds="code"),
        Field(name="kpi", en="KPI", de="KPI", holds="code"),
    ),
)
