"""What does a member survey hold: which items are ranked, and what do we know of a respondent?

The declaration that recognition, template, labels and checks share. Codes are the contract of the command
line; labels are ours, in both languages; `also` lists what survey files call the same thing (compared after
`plain`, so case, accents, hyphens and spacing do not matter).

The seven items asked are those of the member survey behind *LSN 2030*; six became themes of the strategy.
The survey's seventh item is not named there: SKL (skilled workers) is this product's own.
"""

from __future__ import annotations

import re
import unicodedata

from pydantic import BaseModel, ConfigDict

FEWEST_ITEMS, MOST_ITEMS = 3, 15


class Declared(BaseModel):
    """Frozen: a declaration is read, never changed."""

    model_config = ConfigDict(frozen=True)


class Choice(Declared):
    """One allowed value: its code, its labels, and what files call it."""

    code: str
    en: str
    de: str
    also: tuple[str, ...] = ()

    @property
    def label(self) -> tuple[str, str]:
        """(English, German), as `Language.both` takes it."""
        return (self.en, self.de)


class Item(Choice):
    """An item that members rank; `theme` is the strategy's theme it became, or None."""

    theme: str | None
    short_en: str
    short_de: str

    @property
    def short(self) -> tuple[str, str]:
        """(English, German), for axes and table heads."""
        return (self.short_en, self.short_de)


class Attribute(Declared):
    """What is known of a respondent. `headings` are words that a column's heading may hold."""

    name: str
    en: str
    de: str
    headings: tuple[str, ...]
    question: tuple[str, str]
    choices: tuple[Choice, ...]

    @property
    def label(self) -> tuple[str, str]:
        """(English, German)."""
        return (self.en, self.de)

    def choice(self, code: str) -> Choice | None:
        """The choice with that code, or None."""
        return next((choice for choice in self.choices if choice.code == code), None)


def plain(text: object) -> str:
    """A text stripped to what two writings of the same words share.

    >>> plain("3. Internationali-\\nsierung\\u00a0fokussieren ")
    'internationalisierung fokussieren'
    >>> plain("Life\\u2011Science\\u2011Region") == plain("life science region")
    True
    """
    said = re.sub(r"<[^>]{1,80}>", " ", str(text))
    said = unicodedata.normalize("NFKC", said).replace("\u00ad", "").replace("\u200b", "")
    said = re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zäöüß])", "", said)
    said = re.sub(r"[\u2010-\u2015\u2212/&_-]+", " ", said)
    said = re.sub(r"^\s*\(?\d{1,2}[.)]\s+", "", said)
    said = re.sub(r"[\"'„“”‚‘’*:;,.!?()\[\]{}…]+", " ", said)
    said = re.sub(r"\s+", " ", said).strip().casefold()
    said = said.replace("internationalization", "internationalisation").replace("organizational", "organisational")
    return said.replace("organization", "organisation")


ITEMS: tuple[Item, ...] = (
    Item(
        code="VIS",
        theme="visibility",
        en="Increasing visibility",
        de="Sichtbarkeit erhöhen",
        short_en="Visibility",
        short_de="Sichtbarkeit",
        also=("visibility", "sichtbarkeit", "increase visibility", "sichtbarkeit steigern"),
    ),
    Item(
        code="INN",
        theme="innovation",
        en="Strengthening innovative power",
        de="Innovationskraft stärken",
        short_en="Innovative power",
        short_de="Innovationskraft",
        also=("innovative power", "innovation", "innovationskraft", "strengthen innovation", "innovationen"),
    ),
    Item(
        code="REG",
        theme="region",
        en="Expanding the life science region",
        de="Life-Science-Region ausbauen",
        short_en="Life science region",
        short_de="Life-Science-Region",
        also=(
            "life science region",
            "region",
            "region ausbauen",
            "standort ausbauen",
            "life sciences region",
        ),
    ),
    Item(
        code="COM",
        theme="competencies",
        en="Promoting competencies",
        de="Kompetenzen fördern",
        short_en="Competencies",
        short_de="Kompetenzen",
        also=(
            "competencies",
            "competences",
            "skills",
            "kompetenzen",
            "expanding content related skills",
            "inhaltliche kompetenzen ausbauen",
        ),
    ),
    Item(
        code="INT",
        theme="internationalisation",
        en="Focusing internationalisation",
        de="Internationalisierung fokussieren",
        short_en="Internationalisation",
        short_de="Internationalisierung",
        also=(
            "internationalisation",
            "internationalisierung",
            "international",
            "focused internationalisation",
        ),
    ),
    Item(
        code="ORG",
        theme="organisation",
        en="Advancing organisational development",
        de="Organisationsentwicklung vorantreiben",
        short_en="Organisational development",
        short_de="Organisationsentwicklung",
        also=(
            "organisational development",
            "organisation",
            "organisationsentwicklung",
            "organisation weiterentwickeln",
        ),
    ),
    Item(
        code="SKL",
        theme=None,
        en="Skilled workers",
        de="Fachkräfte",
        short_en="Skilled workers",
        short_de="Fachkräfte",
        also=(
            "skilled labour",
            "skilled labor",
            "fachkräftesicherung",
            "fachkräfte sichern",
            "fachkräftemangel",
            "securing skilled workers",
        ),
    ),
)

SECTORS = (
    Choice(code="biotech", en="Biotechnology", de="Biotechnologie", also=("biotech", "bio")),
    Choice(
        code="pharma",
        en="Pharmaceuticals",
        de="Pharma",
        also=("pharmaceutical", "pharmazie", "pharmaceutical industry", "pharmaindustrie"),
    ),
    Choice(
        code="medtech",
        en="Medical technology",
        de="Medizintechnik",
        also=("medtech", "medical devices", "medizinprodukte"),
    ),
    Choice(
        code="digital_health",
        en="Digital health",
        de="Digital Health",
        also=("digitale gesundheit", "ehealth", "e health", "health it"),
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
            "forschung und hochschule",
            "research and university",
        ),
    ),
    Choice(
        code="services",
        en="Services",
        de="Dienstleistungen",
        also=("service", "dienstleistung", "consulting", "dienstleister", "beratung dienstleistung"),
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
        also=("1 9", "1 bis 9", "1 to 9", "unter 10", "bis 9", "fewer than 10", "micro", "kleinst"),
    ),
    Choice(code="10-49", en="10–49 employees", de="10–49 Beschäftigte", also=("10 49", "10 bis 49", "10 to 49")),
    Choice(
        code="50-249",
        en="50–249 employees",
        de="50–249 Beschäftigte",
        also=("50 249", "50 bis 249", "50 to 249"),
    ),
    Choice(
        code="250+",
        en="250 employees or more",
        de="250 und mehr Beschäftigte",
        also=(
            "250+",
            "250",
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
    Choice(code="HH", en="Hamburg", de="Hamburg", also=("hh", "freie und hansestadt hamburg")),
    Choice(code="SH", en="Schleswig-Holstein", de="Schleswig-Holstein", also=("sh", "schl holst", "s h")),
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
            "berlin",
        ),
    ),
)
KINDS = (
    Choice(code="company", en="Company", de="Unternehmen", also=("firma", "business", "enterprise")),
    Choice(code="university", en="University", de="Hochschule", also=("universität",)),
    Choice(code="hospital", en="Hospital", de="Klinik", also=("krankenhaus", "university hospital", "uniklinik")),
    Choice(
        code="research",
        en="Research institution",
        de="Forschungseinrichtung",
        also=("research institute", "forschungsinstitut", "institut"),
    ),
    Choice(code="public", en="Public body", de="Öffentliche Einrichtung", also=("behörde", "public authority")),
    Choice(code="association", en="Association", de="Verband", also=("verein", "kammer", "chamber")),
    Choice(code="other", en="Other", de="Sonstige", also=("sonstiges", "andere")),
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
        ),
    ),
    Choice(
        code="startup",
        en="Start-up member",
        de="Start-up-Mitglied",
        also=("start up", "startup", "startup mitglied", "startup member"),
    ),
    Choice(
        code="supporting",
        en="Supporting member",
        de="Fördermitglied",
        also=("supporting", "fördernd", "förder", "supporter", "fördermitgliedschaft"),
    ),
    Choice(
        code="academic",
        en="Academic member",
        de="Wissenschaftliches Mitglied",
        also=("academic", "wissenschaftl mitglied", "wissenschaft", "wissenschaftlich", "scientific member"),
    ),
)

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute(
        name="sector",
        en="Sector",
        de="Branche",
        headings=("sector", "branche", "industry", "wirtschaftszweig"),
        question=(
            "Which sector does your organisation belong to?",
            "Welcher Branche gehört Ihre Organisation an?",
        ),
        choices=SECTORS,
    ),
    Attribute(
        name="size",
        en="Size",
        de="Größe",
        headings=("size", "größe", "employees", "beschäftigte", "mitarbeitende", "mitarbeiter", "headcount"),
        question=(
            "How many employees does your organisation have?",
            "Wie viele Beschäftigte hat Ihre Organisation?",
        ),
        choices=SIZES,
    ),
    Attribute(
        name="state",
        en="State",
        de="Land",
        headings=("state", "bundesland", "land", "federal state", "standort", "location", "sitz"),
        question=(
            "In which federal state is your organisation based?",
            "In welchem Bundesland hat Ihre Organisation ihren Sitz?",
        ),
        choices=STATES,
    ),
    Attribute(
        name="kind",
        en="Kind of organisation",
        de="Art der Organisation",
        headings=(
            "kind of organisation",
            "type of organisation",
            "art der organisation",
            "organisationsform",
            "organisationstyp",
            "kind",
        ),
        question=("What kind of organisation are you?", "Um welche Art von Organisation handelt es sich?"),
        choices=KINDS,
    ),
    Attribute(
        name="membership",
        en="Membership",
        de="Mitgliedschaft",
        headings=(
            "membership",
            "mitgliedschaft",
            "mitgliedsart",
            "type of membership",
            "art der mitgliedschaft",
        ),
        question=("What type of membership do you hold?", "Welche Art der Mitgliedschaft haben Sie?"),
        choices=MEMBERSHIPS,
    ),
)

RANKING_QUESTION = (
    "Please rank the seven strategic themes from 1 (highest priority) to 7 (lowest priority).",
    "Bitte bringen Sie die sieben strategischen Themen in eine Rangfolge von 1 (höchste Priorität) bis 7"
    " (niedrigste Priorität).",
)


def item_of(text: object) -> Item | None:
    """The declared item that a heading or a cell names, or None.

    >>> item_of("Focusing internationalization").code
    'INT'
    """
    return _item_names().get(plain(text))


def known_item(code: str) -> Item | None:
    """The declared item with that code, or None."""
    return next((item for item in ITEMS if item.code == code), None)


def attribute_of(name: str) -> Attribute:
    """The declared attribute of that name; a programmer's mistake raises KeyError."""
    return {attribute.name: attribute for attribute in ATTRIBUTES}[name]


def names_of(choice: Choice) -> set[str]:
    """Everything, made plain, that a file may call this choice."""
    return {plain(name) for name in (choice.code, choice.en, choice.de, *choice.also)}


def _item_names() -> dict[str, Item]:
    if not _NAMES:
        for item in ITEMS:
            short = {plain(item.short_en), plain(item.short_de)}
            _NAMES.update(dict.fromkeys(names_of(item) | short, item))
    return _NAMES


_NAMES: dict[str, Item] = {}
