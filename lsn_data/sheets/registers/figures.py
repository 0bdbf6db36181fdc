"""What do the registers of KPI values, finance, peers and context figures hold?"""

from __future__ import annotations

from lsn_data.sheets.choices import BETTER, LEVELS
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.sheets.registers.shared import CURRENCY, SOURCE, THEME, in_both

PERIOD = Field(
    name="period",
    en="Period",
    de="Zeitraum",
    holds="when",
    required=True,
    example="2025",
    also=("jahr", "year", "quartal", "quarter", "monat", "month", "berichtsjahr", "geschäftsjahr"),
)
VALUE = Field(
    name="value",
    en="Value",
    de="Wert",
    holds="number",
    required=True,
    example="300",
    also=("istwert", "ist", "actual", "ergebnis", "messwert"),
    help=("the measured value as a number", "der gemessene Wert als Zahl"),
)
UNIT = Field(
    name="unit",
    en="Unit",
    de="Einheit",
    example="organisations",
    example_de="Organisationen",
    also=("maßeinheit", "einh", "dimension"),
)

KPI = Sheet(
    kind="kpi",
    en="KPI values",
    de="KPI-Werte",
    about=(
        "One row a KPI and period; a restated value has a vintage of its own.",
        "Eine Zeile je KPI und Zeitraum; ein berichtigter Wert hat seinen eigenen Datenstand.",
    ),
    key=("kpi", "period", "vintage"),
    fields=(
        Field(
            name="kpi",
            en="KPI",
            de="KPI",
            holds="code",
            required=True,
            example="members",
            also=(
                "kennzahl",
                "indicator",
                "indikator",
                "kpi name",
                "kennzahlen",
                "kpis",
                "messgröße",
                "key figure",
                "bezeichnung",
                "name der kennzahl",
                "erfolgsindikator",
            ),
        ),
        *in_both("name", "Name", "Name", ("Members", "Mitglieder")),
        THEME,
        Field(name="level", en="Level", de="Ebene", holds="choice", choices=LEVELS, example="outcome"),
        UNIT,
        Field(name="better", en="Better", de="Besser", holds="choice", choices=BETTER, example="up"),
        PERIOD.model_copy(update={"may_be_blank": True}),
        VALUE.model_copy(update={"may_be_blank": True}),
        Field(
            name="vintage",
            en="Vintage",
            de="Datenstand",
            holds="when",
            example="2026-01-31",
            help=("when the value was published", "wann der Wert veröffentlicht wurde"),
        ),
        Field(
            name="method", en="Method", de="Methode", example="register, year end", example_de="Register, Jahresende"
        ),
        Field(
            name="break",
            en="Break",
            de="Bruch",
            holds="yes",
            help=("does a new method begin here?", "Beginnt hier eine neue Methode?"),
        ),
        SOURCE,
        Field(
            name="target",
            en="Target",
            de="Ziel",
            holds="number",
            also=("zielwert", "target value", "soll", "sollwert", "goal"),
        ),
        Field(
            name="target_period",
            en="Target period",
            de="Zieljahr",
            holds="when",
            example="2030",
            also=("target year", "ziel bis"),
        ),
        Field(
            name="target_set_by",
            en="Target set by",
            de="Ziel gesetzt von",
            example="Board",
            example_de="Vorstand",
            help=("a body, no person", "ein Gremium, keine Person"),
        ),
        Field(name="target_set_on", en="Target set on", de="Ziel gesetzt am", holds="when", example="2025-11-20"),
    ),
)

FINANCE = Sheet(
    kind="finance",
    en="Finance",
    de="Finanzen",
    about=("One row a period and source of income.", "Eine Zeile je Zeitraum und Einnahmequelle."),
    key=("period", "source"),
    fields=(
        PERIOD,
        Field(
            name="source",
            en="Source of income",
            de="Einnahmequelle",
            required=True,
            example="Membership fees",
            example_de="Mitgliedsbeiträge",
            also=(
                "source",
                "quelle",
                "einnahmeart",
                "einnahmen",
                "income source",
                "position",
                "einnahmequellen",
                "ertragsart",
                "herkunft",
                "erträge",
                "income",
                "mittelherkunft",
                "kostenstelle",
                "einnahmeposition",
            ),
        ),
        Field(name="institutional", en="Institutional", de="Institutionell", holds="yes", example="no"),
        Field(
            name="amount",
            en="Amount",
            de="Betrag",
            holds="number",
            required=True,
            example="180000",
            also=("summe", "wert", "betrag in eur", "value", "höhe", "total", "eur", "euro"),
        ),
        CURRENCY,
    ),
)

PEERS = Sheet(
    kind="peers",
    en="Peer clusters",
    de="Vergleichscluster",
    about=("One row a figure of another cluster.", "Eine Zeile je Kennzahl eines anderen Clusters."),
    key=("organisation", "measure", "period"),
    fields=(
        Field(
            name="organisation",
            en="Organisation",
            de="Organisation",
            required=True,
            example="Cluster X",
            also=(
                "cluster",
                "vergleichscluster",
                "name des clusters",
                "clustername",
                "netzwerk",
                "peer",
                "peer cluster",
            ),
        ),
        Field(name="country", en="Country", de="Staat", example="DK", also=("land",)),
        Field(
            name="measure",
            en="Measure",
            de="Kennzahl",
            required=True,
            example="members",
            also=("indikator", "indicator", "kpi", "merkmal", "messgröße", "metric"),
        ),
        PERIOD,
        VALUE,
        UNIT,
        SOURCE,
    ),
)

CONTEXT = Sheet(
    kind="context",
    en="Context figures",
    de="Rahmendaten",
    about=(
        "One row a figure of the surroundings, each with its source.",
        "Eine Zeile je Zahl aus dem Umfeld, jede mit ihrer Quelle.",
    ),
    key=("figure", "period", "source"),
    fields=(
        Field(
            name="figure",
            en="Figure",
            de="Zahl",
            holds="code",
            required=True,
            example="actors",
            also=("kennzahl", "rahmenzahl", "context figure", "indikator", "rahmendatum", "größe", "merkmal"),
        ),
        *in_both("name", "Name", "Name", ("Actors in the region", "Akteure in der Region")),
        PERIOD.model_copy(update={"required": False}),
        VALUE,
        UNIT,
        THEME,
        SOURCE,
    ),
)
