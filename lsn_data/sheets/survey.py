"""What does a member survey hold: which items are ranked, and what do we know of a respondent?

The declaration that recognition, template, labels and checks share. Codes are the contract of the command
line; labels are ours, in both languages; `also` lists what survey files call the same thing (compared after
`plain`, so case, accents, hyphens and spacing do not matter).

The seven items asked are those of the member survey behind *LSN 2030*; six became themes of the strategy.
The survey's seventh item is not named there: SKL (skilled workers) is this product's own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lsn_data.sheets.choices import KINDS, MEMBERSHIPS, SECTORS, SIZES, STATES
from lsn_data.sheets.declared import Choice, Declared, names_of, plain

FEWEST_ITEMS, MOST_ITEMS = 3, 15


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

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute(
        name="sector",
        en="Sector",
        de="Branche",
        headings=(
            "sector",
            "branche",
            "industry",
            "wirtschaftszweig",
            "wirtschaftsbereich",
            "geschäftsfeld",
            "tätigkeitsfeld",
            "field of activity",
            "line of business",
        ),
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
        headings=(
            "size",
            "größe",
            "employees",
            "number of staff",
            "beschäftigte",
            "mitarbeitende",
            "mitarbeiter",
            "mitarbeiterzahl",
            "unternehmensgröße",
            "betriebsgröße",
            "headcount",
        ),
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
        headings=(
            "state",
            "bundesland",
            "land",
            "federal state",
            "standort",
            "location",
            "sitz",
            "hauptsitz",
            "firmensitz",
        ),
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
            "art von organisation",
            "art ihrer organisation",
            "art der einrichtung",
            "organisationsart",
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
            "mitgliedsstatus",
            "mitgliedstyp",
            "membership type",
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


def transliterated(said: str) -> set[str]:
    """A plain name, and as it is written where umlauts are not allowed.

    >>> sorted(transliterated("fachkräfte"))
    ['fachkraefte', 'fachkräfte']
    """
    return {said, said.translate(_UMLAUTS)}


def item_of(text: object) -> Item | None:
    """The declared item that a heading or a cell names, or None.

    >>> item_of("Focusing internationalization").code, item_of("sichtbarkeit_erhoehen").code
    ('INT', 'VIS')
    """
    return _item_said(str(text))


@lru_cache(maxsize=20_000)
def _item_said(text: str) -> Item | None:
    """By its name; else less a number, a mark or "Rang" around it; else by both names of one item, "de / en"."""
    names = _item_names()
    if found := names.get(plain(text)):
        return found
    bare = _AROUND.sub("", plain(re.sub(r"\s*\([^()]*\)\s*$", "", text)))
    if found := names.get(bare):
        return found
    halves = [names.get(_AROUND.sub("", plain(part))) for part in re.split(r"\s*[/|\n]\s*|\s+[-–—]\s+", text)]
    return halves[0] if len(halves) == 2 and halves[0] is halves[1] else None


_AROUND = re.compile(
    r"^(?:(?:thema|theme|topic|item)?\s*\d{1,2}|[a-o]|[•·▪■✓○o])\s+(?=\S{3})|\s+(?:rang|rank|platz|place|prio|priorität|priority)$"
)


def known_item(code: str) -> Item | None:
    """The declared item with that code, or None."""
    return next((item for item in ITEMS if item.code == code), None)


def attribute_of(name: str) -> Attribute:
    """The declared attribute of that name; a programmer's mistake raises KeyError."""
    return {attribute.name: attribute for attribute in ATTRIBUTES}[name]


def _item_names() -> dict[str, Item]:
    if not _NAMES:
        for item in ITEMS:
            short = {plain(item.short_en), plain(item.short_de)}
            ways = {way for name in names_of(item) | short for way in transliterated(name)}
            _NAMES.update(dict.fromkeys(ways, item))
    return _NAMES


_NAMES: dict[str, Item] = {}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
