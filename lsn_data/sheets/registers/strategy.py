"""What do a strategy, its measures, its SWOT and its workshops hold?"""

from __future__ import annotations

from lsn_data.sheets.choices import MEASURE_STATES, PARTS, PRINCIPLES, QUADRANTS
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.sheets.registers.shared import SOURCE, THEME, THEMES_FIELD, in_both

STRATEGY_CODE = Field(name="strategy", en="Strategy", de="Strategie", holds="code", required=True, example="lsn-2030")

STRATEGY = Sheet(
    kind="strategy",
    en="Strategy",
    de="Strategie",
    about=(
        "One row a part of a strategy: a theme, a principle, an offering, a value …",
        "Eine Zeile je Teil einer Strategie: ein Thema, ein Leitprinzip, ein Angebot, ein Wert …",
    ),
    key=("strategy", "part", "code"),
    fields=(
        STRATEGY_CODE,
        Field(name="part", en="Part", de="Teil", holds="choice", choices=PARTS, required=True, example="theme"),
        Field(name="code", en="Code", de="Kürzel", holds="code", required=True, example="visibility"),
        Field(name="theme", en="Theme", de="Thema", holds="code"),
        Field(name="principle", en="Principle", de="Leitprinzip", holds="code"),
        Field(name="order", en="Order", de="Reihenfolge", holds="number", example="1"),
        *in_both("name", "Name", "Name", ("Visibility", "Sichtbarkeit")),
        *in_both("text", "Text", "Text", ("What is reached in 2030", "Was 2030 erreicht ist")),
        SOURCE,
    ),
)

MEASURES = Sheet(
    kind="measures",
    en="Measures",
    de="Maßnahmen",
    about=(
        "One row a measure; each serves one to three principles.",
        "Eine Zeile je Maßnahme; jede dient einem bis drei Leitprinzipien.",
    ),
    key=("strategy", "measure"),
    fields=(
        STRATEGY_CODE.model_copy(update={"required": False, "usual": "lsn-2030"}),
        Field(
            name="measure",
            en="Measure",
            de="Maßnahme",
            holds="code",
            required=True,
            example="visibility-1a",
            also=("maßnahmen", "measures", "aktivität", "aktion", "aktivitäten", "activity", "action", "vorhaben"),
        ),
        Field(
            name="parent",
            en="Belongs to",
            de="Gehört zu",
            holds="code",
            example="visibility-1",
            help=("the measure above it", "die übergeordnete Maßnahme"),
        ),
        *in_both("title", "Title", "Titel", ("Press kit for members", "Pressemappe für Mitglieder")),
        THEME.model_copy(update={"required": True}),
        Field(
            name="principles",
            en="Principles",
            de="Leitprinzipien",
            holds="choices",
            choices=PRINCIPLES,
            required=True,
            may_be_blank=True,
            example="networking; informing",
            also=("leitprinzip", "prinzipien", "nip", "prinzip", "n i p", "principle", "guiding principles"),
            help=("one to three", "eines bis drei"),
        ),
        Field(
            name="status",
            en="Status",
            de="Stand",
            holds="choice",
            choices=MEASURE_STATES,
            example="running",
            also=("umsetzungsstand", "bearbeitungsstand", "progress", "state"),
        ),
        Field(
            name="owner",
            en="Owner",
            de="Zuständig",
            also=("verantwortlich", "verantwortung", "zuständigkeit", "responsible", "wer", "team", "federführung"),
            help=("a role or team, no person", "eine Rolle oder ein Team, keine Person"),
            example="Communications",
            example_de="Kommunikation",
        ),
        Field(name="start", en="Start", de="Beginn", holds="when", example="2026-01", also=("startdatum", "ab")),
        Field(
            name="due",
            en="Due",
            de="Fällig",
            holds="when",
            example="2026-12",
            also=("frist", "bis", "termin", "deadline", "due date", "bis wann", "fällig bis", "ende", "zieltermin"),
        ),
        Field(
            name="addresses",
            en="Answers SWOT",
            de="Antwort auf SWOT",
            holds="list",
            example="W3; T1",
            also=("swot", "swot bezug", "adressiert", "addresses swot", "swot faktoren"),
        ),
        SOURCE,
    ),
)

SWOT = Sheet(
    kind="swot",
    en="SWOT",
    de="SWOT",
    about=("One row a strength, weakness, opportunity or risk.", "Eine Zeile je Stärke, Schwäche, Chance oder Risiko."),
    key=("id",),
    fields=(
        Field(name="id", en="Id", de="Kürzel", holds="code", required=True, example="W3", also=("code", "kennung")),
        Field(
            name="quadrant",
            en="Quadrant",
            de="Quadrant",
            holds="choice",
            choices=QUADRANTS,
            required=True,
            example="weakness",
            also=("kategorie", "category", "swot", "feld", "bereich", "typ", "type", "art", "swot kategorie"),
        ),
        *in_both("text", "Text", "Text", ("Brand promise unclear", "Markenversprechen unklar")),
        THEMES_FIELD,
        Field(
            name="evidence",
            en="Evidence",
            de="Beleg",
            also=("begründung", "nachweis"),
            example="Survey 2026",
            example_de="Umfrage 2026",
        ),
        Field(
            name="votes",
            en="Votes",
            de="Stimmen",
            holds="number",
            example="12",
            also=("punkte", "points", "anzahl stimmen"),
        ),
        Field(name="voters", en="Voters", de="Abstimmende", holds="number", example="40"),
        SOURCE,
    ),
)

WORKSHOPS = Sheet(
    kind="workshops",
    en="Workshop results",
    de="Workshop-Ergebnisse",
    about=("One row a statement from a workshop.", "Eine Zeile je Aussage aus einem Workshop."),
    key=("workshop", "theme", "question", "statement"),
    fields=(
        Field(name="workshop", en="Workshop", de="Workshop", holds="code", example="2024-11-A"),
        Field(name="date", en="Date", de="Datum", holds="when", example="2024-11-12"),
        THEME.model_copy(update={"required": True}),
        Field(
            name="question",
            en="Question",
            de="Frage",
            required=True,
            example="Which needs?",
            example_de="Welcher Bedarf?",
            also=("leitfrage", "schlüsselfrage", "key question"),
        ),
        Field(
            name="statement",
            en="Statement",
            de="Aussage",
            required=True,
            example="More contact with clinics.",
            example_de="Mehr Kontakt zu Kliniken.",
            also=("antwort", "ergebnis", "beitrag", "karte", "answer", "result", "idee", "nennung"),
        ),
        Field(
            name="votes",
            en="Votes",
            de="Stimmen",
            holds="number",
            example="7",
            also=("punkte", "points", "anzahl stimmen", "klebepunkte"),
        ),
    ),
)
