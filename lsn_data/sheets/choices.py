"""Which values are allowed, in every sheet that knows them: sectors, sizes, states, kinds, memberships?"""

from __future__ import annotations

from lsn_data.sheets.declared import Choice

SECTORS = (
    Choice(
        code="biotech",
        en="Biotechnology",
        de="Biotechnologie",
        also=("biotech", "bio", "biotechnology industry", "biotechnologiebranche", "biotech industry"),
    ),
    Choice(
        code="pharma",
        en="Pharmaceuticals",
        de="Pharma",
        also=(
            "pharmaceutical",
            "pharmazie",
            "pharmaceutical industry",
            "pharmaindustrie",
            "pharmazeutische industrie",
            "pharma industry",
        ),
    ),
    Choice(
        code="medtech",
        en="Medical technology",
        de="Medizintechnik",
        also=(
            "medtech",
            "med tech",
            "medical devices",
            "medical device industry",
            "medizinprodukte",
            "medizintechnik medizinprodukte",
            "medizintechnikbranche",
        ),
    ),
    Choice(
        code="digital_health",
        en="Digital health",
        de="Digital Health",
        also=(
            "digitale gesundheit",
            "ehealth",
            "e health",
            "health it",
            "healthtech",
            "digital health e health",
            "gesundheits it",
        ),
    ),
    Choice(
        code="research",
        en="Research institution / university",
        de="Forschung & Hochschule",
        also=(
            "research",
            "university",
            "forschung",
            "hochschule",
            "wissenschaft",
            "academia",
            "universität",
            "forschungseinrichtung",
            "research institution",
            "forschungseinrichtung hochschule",
            "science and research",
            "wissenschaft und forschung",
            "wissenschaft forschung",
            "hochschule forschung",
            "hochschule forschungseinrichtung",
            "universität forschungseinrichtung",
            "forschungsinstitut",
            "research institute",
            "academic research",
            "forschung und hochschule",
            "research and university",
        ),
    ),
    Choice(
        code="services",
        en="Services",
        de="Dienstleistungen",
        also=(
            "service",
            "dienstleistung",
            "consulting",
            "dienstleister",
            "service provider",
            "beratung dienstleistung",
            "dienstleistung beratung",
            "services consulting",
            "consulting services",
        ),
    ),
    Choice(
        code="public",
        en="Public sector",
        de="Öffentliche Hand",
        also=(
            "public",
            "öffentlich",
            "public administration",
            "verwaltung",
            "öffentliche verwaltung",
            "öffentlicher sektor",
            "öffentlicher dienst",
            "öffentliche hand verwaltung",
        ),
    ),
    Choice(
        code="other",
        en="Other",
        de="Sonstige",
        also=("sonstiges", "andere", "other please specify", "oth", "anderes", "sonstige branche"),
    ),
)
SIZES = (
    Choice(
        code="1-9",
        en="1–9 employees",
        de="1–9 Beschäftigte",
        also=(
            "1 9",
            "1 bis 9",
            "1 to 9",
            "unter 10",
            "bis 9",
            "fewer than 10",
            "micro",
            "kleinst",
            "kleinstunternehmen",
        ),
    ),
    Choice(
        code="10-49",
        en="10–49 employees",
        de="10–49 Beschäftigte",
        also=("10 49", "10 bis 49", "10 to 49", "small", "klein", "kleinunternehmen"),
    ),
    Choice(
        code="50-249",
        en="50–249 employees",
        de="50–249 Beschäftigte",
        also=("50 249", "50 bis 249", "50 to 249", "medium", "medium sized", "mittel", "mittleres unternehmen"),
    ),
    Choice(
        code="250+",
        en="250 employees or more",
        de="250 und mehr Beschäftigte",
        also=(
            "250+",
            "250",
            "250 plus",
            "large",
            "groß",
            "großunternehmen",
            "ab 250",
            "über 250",
            "250 und mehr",
            "250 or more",
            "more than 250",
            "mehr als 250",
            "over 250",
            "250 oder mehr",
        ),
    ),
)
STATES = (
    Choice(
        code="HH",
        en="Hamburg",
        de="Hamburg",
        also=(
            "hh",
            "freie und hansestadt hamburg",
            "hansestadt hamburg",
            "fhh",
            "de hh",
            "stadt hamburg",
            "hamburg hh",
        ),
    ),
    Choice(
        code="SH",
        en="Schleswig-Holstein",
        de="Schleswig-Holstein",
        also=(
            "sh",
            "schl holst",
            "schl h",
            "s h",
            "de sh",
            "land schleswig holstein",
            "schleswigholstein",
            "kiel",
            "lübeck",
            "flensburg",
            "neumünster",
            "norderstedt",
        ),
    ),
    Choice(
        code="other",
        en="Other state",
        de="Anderes Land",
        also=(
            "other",
            "anderes bundesland",
            "sonstige",
            "sonstiges",
            "ausland",
            "abroad",
            "andere",
            "elsewhere",
            "außerhalb",
            "niedersachsen",
            "bremen",
            "mecklenburg vorpommern",
            "mecklenburg west pomerania",
            "lower saxony",
            "berlin",
            "brandenburg",
            "sachsen",
            "saxony",
            "sachsen anhalt",
            "saxony anhalt",
            "thüringen",
            "thuringia",
            "hessen",
            "hesse",
            "nordrhein westfalen",
            "north rhine westphalia",
            "nrw",
            "rheinland pfalz",
            "rhineland palatinate",
            "saarland",
            "baden württemberg",
            "bayern",
            "bavaria",
            "other federal state",
            "another state",
            "anderes land",
            "außerhalb deutschlands",
            "outside germany",
        ),
    ),
)
KINDS = (
    Choice(
        code="company",
        en="Company",
        de="Unternehmen",
        also=(
            "firma",
            "business",
            "enterprise",
            "kmu",
            "sme",
            "gmbh",
            "startup",
            "start up",
        ),
    ),
    Choice(
        code="university",
        en="University",
        de="Hochschule",
        also=("universität", "hochschule universität", "universität hochschule", "fachhochschule", "college"),
    ),
    Choice(
        code="hospital",
        en="Hospital",
        de="Klinik",
        also=(
            "krankenhaus",
            "klinikum",
            "clinic",
            "hospital clinic",
            "klinik krankenhaus",
            "university hospital",
            "uniklinik",
            "universitätsklinikum",
        ),
    ),
    Choice(
        code="research",
        en="Research institution",
        de="Forschungseinrichtung",
        also=(
            "research institute",
            "research organisation",
            "forschungsinstitut",
            "institut",
            "institute",
            "außeruniversitäre forschungseinrichtung",
        ),
    ),
    Choice(
        code="public",
        en="Public body",
        de="Öffentliche Einrichtung",
        also=(
            "behörde",
            "public authority",
            "public institution",
            "public sector",
            "öffentliche hand",
            "öffentliche verwaltung",
            "verwaltung",
        ),
    ),
    Choice(
        code="association",
        en="Association",
        de="Verband",
        also=(
            "verein",
            "kammer",
            "chamber",
            "verband verein",
            "verband kammer",
            "association chamber",
        ),
    ),
    Choice(
        code="other", en="Other", de="Sonstige", also=("sonstiges", "andere", "anderes", "oth", "other please specify")
    ),
)
MEMBERSHIPS = (
    Choice(
        code="full",
        en="Full member",
        de="Vollmitglied",
        also=(
            "full",
            "voll",
            "regular member",
            "ordentliches mitglied",
            "full membership",
            "vollmitgliedschaft",
            "ordentliche mitgliedschaft",
            "ordentlich",
            "regular",
            "regular membership",
        ),
    ),
    Choice(
        code="startup",
        en="Start-up member",
        de="Start-up-Mitglied",
        also=(
            "start up",
            "startup",
            "startup mitglied",
            "startup member",
            "startup membership",
            "start up membership",
            "start up mitgliedschaft",
            "startup mitgliedschaft",
        ),
    ),
    Choice(
        code="supporting",
        en="Supporting member",
        de="Fördermitglied",
        also=(
            "supporting",
            "fördernd",
            "förder",
            "supporter",
            "fördermitgliedschaft",
            "förderndes mitglied",
            "supporting membership",
            "sponsoring member",
        ),
    ),
    Choice(
        code="academic",
        en="Academic member",
        de="Wissenschaftliches Mitglied",
        also=(
            "academic",
            "wissenschaftl mitglied",
            "wissenschaft",
            "wissenschaftlich",
            "scientific member",
            "academic membership",
            "wissenschaftliche mitgliedschaft",
            "wissenschaftsmitglied",
            "akademisches mitglied",
        ),
    ),
)

THEMES = (
    Choice(
        code="visibility", en="Visibility", de="Sichtbarkeit", also=("increasing visibility", "sichtbarkeit erhöhen")
    ),
    Choice(
        code="innovation",
        en="Innovative power",
        de="Innovationskraft",
        also=("strengthening innovative power", "innovationskraft stärken"),
    ),
    Choice(
        code="region",
        en="Life science region",
        de="Life-Science-Region",
        also=("expanding the life science region", "life science region ausbauen"),
    ),
    Choice(
        code="competencies", en="Competencies", de="Kompetenzen", also=("promoting competencies", "kompetenzen fördern")
    ),
    Choice(
        code="internationalisation",
        en="Internationalisation",
        de="Internationalisierung",
        also=("focusing internationalisation", "internationalisierung fokussieren"),
    ),
    Choice(
        code="organisation",
        en="Organisational development",
        de="Organisationsentwicklung",
        also=("advancing organisational development", "organisationsentwicklung vorantreiben"),
    ),
)
# N I P in English is V I P in German: letters and order change with the language.
PRINCIPLES = (
    Choice(code="networking", en="Networking", de="Vernetzen", also=("n", "v", "vernetzung")),
    Choice(code="informing", en="Informing", de="Informieren", also=("i", "information")),
    Choice(code="positioning", en="Positioning", de="Positionieren", also=("p", "positionierung")),
)
PARTS = tuple(
    Choice(code=code, en=en, de=de)
    for code, en, de in (
        ("theme", "Theme", "Thema"),
        ("principle", "Principle", "Leitprinzip"),
        ("cell", "Offering", "Angebot"),
        ("action", "Action", "Handlungsfeld"),
        ("success", "Measure of success", "Erfolgsmaß"),
        ("mission", "Mission", "Mission"),
        ("value", "Value", "Wert"),
        ("region", "Focus region", "Fokusregion"),
        ("field", "Focus field", "Fokusfeld"),
        ("process", "Step of the process", "Schritt des Prozesses"),
        ("case", "Case", "Beispiel"),
        ("rule", "Rule", "Regel"),
        ("context", "Context", "Umfeld"),
        ("format", "Format", "Format"),
    )
)
QUADRANTS = (
    Choice(code="strength", en="Strength", de="Stärke", also=("strengths", "stärken", "s")),
    Choice(code="weakness", en="Weakness", de="Schwäche", also=("weaknesses", "schwächen", "w")),
    Choice(code="opportunity", en="Opportunity", de="Chance", also=("opportunities", "chancen", "o")),
    Choice(code="threat", en="Risk", de="Risiko", also=("risks", "risiken", "threats", "bedrohung", "t", "r")),
)
LEVELS = (
    Choice(code="outcome", en="Outcome", de="Outcome", also=("ergebnis",)),
    Choice(code="impact", en="Impact", de="Impact", also=("wirkung",)),
)
BETTER = (
    Choice(code="up", en="higher is better", de="mehr ist besser", also=("higher", "mehr", "höher", "steigend")),
    Choice(
        code="down", en="lower is better", de="weniger ist besser", also=("lower", "weniger", "niedriger", "fallend")
    ),
)
MEASURE_STATES = (
    Choice(code="planned", en="Planned", de="Geplant", also=("plan", "offen", "open")),
    Choice(code="running", en="Running", de="Läuft", also=("laufend", "in arbeit", "ongoing", "in progress")),
    Choice(code="done", en="Done", de="Erledigt", also=("abgeschlossen", "finished", "completed")),
    Choice(code="dropped", en="Dropped", de="Aufgegeben", also=("gestrichen", "cancelled", "stopped")),
)
PROJECT_STATES = (
    Choice(code="planned", en="Planned", de="Geplant"),
    Choice(code="running", en="Running", de="Läuft", also=("laufend", "ongoing")),
    Choice(code="ended", en="Ended", de="Beendet", also=("abgeschlossen", "completed", "finished")),
)
ROLES = (
    Choice(
        code="lead", en="Lead", de="Leitung", also=("lead partner", "koordinator", "coordinator", "konsortialführung")
    ),
    Choice(code="partner", en="Partner", de="Partner", also=("projektpartner", "project partner")),
)
PARTNER_FIELDS = (
    Choice(code="science", en="Science", de="Wissenschaft"),
    Choice(code="business", en="Business", de="Wirtschaft"),
)
