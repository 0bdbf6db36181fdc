"""One latent survey, written as every tool exports it: whatever the tool, the same table must come out.

One file a tool. A tool's file has `VARIANTS`: the name of each way that the tool has of writing a file, and the
function that writes it. The layouts are those of public exports, scripts and manuals; where none was seen, the
shape is what the tool's kind of question suggests.
"""

from __future__ import annotations

import csv
import importlib
import io
import pkgutil
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from lsn_data.intake.report import Reading
from lsn_data.sheets.survey import ATTRIBUTES, ITEMS, attribute_of, known_item

Fate = Literal["kept", "incomplete", "test", "duplicate", "same token"]
Row = list[object]

OWN_ITEMS = {
    "FUND": ("Access to capital", "Zugang zu Kapital"),
    "LAB": ("Laboratory space, Hamburg", "Laborflächen, Hamburg"),
    "DATA": ("Health data for research", "Gesundheitsdaten für die Forschung"),
    "REGU": ("Less red tape", "Weniger Bürokratie"),
    "CLIM": ("Sustainable production", "Nachhaltige Produktion"),
    "PAT": ("Patents and licences", "Patente und Lizenzen"),
    "NET": ("Meeting other members", "Andere Mitglieder treffen"),
    "YOUNG": ("Young founders", "Junge Gründerinnen"),
}
STRATEGY = tuple(item.code for item in ITEMS)
ITEM_SETS: dict[str, tuple[str, ...]] = {
    "strategy": STRATEGY,
    "three": ("VIS", "FUND", "REGU"),
    "own": ("FUND", "DATA", "REGU", "CLIM", "PAT"),
    "mixed": ("VIS", "INN", "REGU", "COM", "CLIM", "ORG"),
    "fifteen": (*STRATEGY, *OWN_ITEMS),
}
SATISFACTION = (("Events", "Veranstaltungen"), ("Advice", "Beratung"), ("Newsletter", "Newsletter"))
LIKERT = (
    ("Very dissatisfied", "Sehr unzufrieden"),
    ("Dissatisfied", "Unzufrieden"),
    ("Neutral", "Neutral"),
    ("Satisfied", "Zufrieden"),
    ("Very satisfied", "Sehr zufrieden"),
)
SERVICES = (
    ("Cluster conference", "Clusterkonferenz"),
    ("Working groups", "Arbeitsgruppen"),
    ("Funding advice", "Förderberatung"),
    ("Delegation trips", "Delegationsreisen"),
)
QUESTIONS = {
    "sector": ("Which sector does your organisation belong to?", "Welcher Branche gehört Ihre Organisation an?"),
    "size": ("How many employees does your organisation have?", "Wie viele Beschäftigte hat Ihre Organisation?"),
    "state": (
        "In which federal state is your organisation based?",
        "In welchem Bundesland hat Ihre Organisation ihren Sitz?",
    ),
    "kind": ("What kind of organisation are you?", "Um welche Art von Organisation handelt es sich?"),
    "membership": ("What type of membership do you hold?", "Welche Art der Mitgliedschaft haben Sie?"),
    "ranking": (
        "Please rank the themes from 1 (highest priority) to {last} (lowest priority).",
        "Bitte bringen Sie die Themen in eine Rangfolge von 1 (höchste Priorität) bis {last} (niedrigste Priorität).",
    ),
    "services": ("Which of our services have you used?", "Welche unserer Angebote haben Sie genutzt?"),
    "satisfaction": ("How satisfied are you with the following?", "Wie zufrieden sind Sie mit Folgendem?"),
    "involved": ("In which themes would you like to get involved?", "An welchen Themen möchten Sie mitwirken?"),
    "comment": ("Do you have any further comments?", "Haben Sie weitere Anmerkungen?"),
}
COMMENTS = (
    ("More events in Kiel and Luebeck would help.", "Bitte mehr Formate in Kiel und Lübeck."),
    ("Thanks for the good work so far!", "Danke für die gute Arbeit bisher!"),
    ("The conference should take place every year.", "Die Konferenz sollte jedes Jahr stattfinden."),
    ("Please keep the working groups small.", "Bitte die Arbeitsgruppen klein halten."),
)
TYPED_SECTORS = (("Venture capital", "Wagniskapital"), ("Agriculture", "Landwirtschaft"))
ORDINALS = (
    *("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"),
    *("11th", "12th", "13th", "14th", "15th"),
)


@dataclass(frozen=True)
class Person:
    """One respondent: the items in their order (some, all or none of them), attributes as codes, the rest."""

    number: int
    order: tuple[str, ...]
    attributes: Mapping[str, str | None]
    typed: str
    satisfaction: tuple[int | None, ...]
    services: tuple[int, ...]
    comment: str
    token: str
    fate: Fate = "kept"

    def place(self, item: str) -> int | None:
        return self.order.index(item) + 1 if item in self.order else None

    @property
    def mail(self) -> str:
        return f"person{self.number}@firma{self.number}.example"

    @property
    def ip(self) -> str:
        return f"203.0.113.{self.number % 250}"

    @property
    def answered(self) -> bool:
        return bool(self.order) or any(self.attributes.values()) or bool(self.comment)


@dataclass(frozen=True)
class Survey:
    """The latent survey: its language (0 English, 1 German), its items with their labels, everybody who opened it."""

    tongue: int
    items: Mapping[str, str]
    people: tuple[Person, ...]

    def ask(self, question: str) -> str:
        return QUESTIONS[question][self.tongue].format(last=len(self.items))

    def said(self, words: tuple[str, str]) -> str:
        return words[self.tongue]

    def attribute(self, name: str, person: Person) -> str | None:
        """The label of a person's attribute, None where nothing was answered."""
        choice = attribute_of(name).choice(person.attributes[name] or "")
        return choice.label[self.tongue] if choice else None

    def number_of(self, name: str, person: Person) -> int | None:
        """The number of the choice among the attribute's, from 1."""
        codes = [choice.code for choice in attribute_of(name).choices]
        said = person.attributes[name]
        return codes.index(said) + 1 if said else None

    def listed(self, person: Person) -> list[str]:
        return [self.items[item] for item in person.order]

    def whole(self) -> Survey:
        """The same, as tools ask that have no partial rankings: who ranked in part ranked the rest too."""
        full = {p.number: (*p.order, *(i for i in self.items if i not in p.order)) for p in self.people if p.order}
        return replace(self, people=tuple(replace(p, order=full.get(p.number, ())) for p in self.people))

    def without(self, *fates: Fate) -> Survey:
        return replace(self, people=tuple(p for p in self.people if p.fate not in fates))

    def unmarked(self) -> Survey:
        """As a tool writes it that marks nothing: who gave up has answered nothing, tokens are not known."""
        nobody = dict.fromkeys((one.name for one in ATTRIBUTES), None)
        gone = {
            p.number: replace(p, order=(), attributes=nobody, typed="", satisfaction=(None,) * 3, services=())
            for p in self.people
            if p.fate == "incomplete"
        }
        return replace(
            self.without("same token"),
            people=tuple(gone.get(p.number, p) for p in self.people if p.fate != "same token"),
        )

    def with_services_as(self, mark: Callable[[int, bool], object], person: Person) -> Row:
        return [mark(n, n in person.services) for n in range(len(SERVICES))]


def survey(seed: int = 1, n: int = 12, items: str = "strategy", tongue: int = 0, short: bool = False) -> Survey:
    """A latent survey with `n` kept answers, an unfinished one, a test, a duplicate and a token used twice."""
    chance = random.Random(seed)
    keys = ITEM_SETS[items]
    people = [_person(chance, number, keys, tongue) for number in range(1, n + 1)]
    if n > 5:
        # Equal in everything, without a comment: two people, both kept.
        people[4] = replace(people[3], number=5, comment="", token=people[4].token)
        people[3] = replace(people[3], comment="")
    told = next(p for p in people if p.comment)
    people[1:1] = [replace(_person(chance, n + 1, keys, tongue), order=keys[:2], comment="", fate="incomplete")]
    people[:0] = [replace(_person(chance, n + 2, keys, tongue), order=keys, comment="Test", fate="test")]
    people.append(replace(told, number=n + 3, fate="duplicate"))
    people.append(replace(_person(chance, n + 4, keys, tongue), token=told.token, comment="", fate="same token"))
    return Survey(tongue, {key: _label(key, tongue, short) for key in keys}, tuple(people))


def _person(chance: random.Random, number: int, keys: Sequence[str], tongue: int) -> Person:
    order = sorted(keys, key=lambda key: chance.gauss(keys.index(key), len(keys) / 2.5))
    length = len(keys) if number % 4 else chance.choice([0, 2, len(keys) - 1])
    given = {one.name: chance.choice([c.code for c in one.choices]) for one in ATTRIBUTES}
    given["sector"] = (
        "other" if number == 3 else chance.choice(["biotech", "pharma", "medtech", "research", "services"])
    )
    comment = COMMENTS[number % 4][tongue] + (f" ({number})" if number > 4 else "") if number % 3 else ""
    return Person(
        number=number,
        order=tuple(order[:length]),
        attributes=given | ({"membership": None} if number % 7 == 6 else {}),
        typed=TYPED_SECTORS[number % 2][tongue] if given["sector"] == "other" else "",
        satisfaction=tuple(chance.choice([None, 1, 2, 3, 4, 4, 5]) for _ in SATISFACTION),
        services=tuple(n for n in range(len(SERVICES)) if chance.random() < 0.5),
        comment=comment,
        token=f"tok{number:04d}xyz",
    )


def _label(key: str, tongue: int, short: bool) -> str:
    item = known_item(key)
    if item is None:
        return OWN_ITEMS[key][tongue]
    return item.short[tongue] if short else item.label[tongue]


@dataclass(frozen=True)
class Export:
    """A file as a tool writes it, what is expected of it, and what answers the questions that it leaves open.

    `asks`: the questions that must be asked without `mapping`. `lost`: attributes that the file does not carry.
    """

    file: str
    data: bytes
    of: Survey
    tool: str
    shape: str
    asks: frozenset[str] = frozenset()
    mapping: Mapping[str, Any] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()


Write = Callable[[Survey], Export]


def variants() -> dict[str, Write]:
    """Every way of every tool, by "tool: variant"."""
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {
        f"{name}: {variant}": write
        for name in modules
        for variant, write in importlib.import_module(f"{__name__}.{name}").VARIANTS.items()
    }


Table = Counter[tuple[object, ...]]


def expected(export: Export) -> Table:
    """What must come out: each kept answer with its attributes and its places by item."""
    return _table(
        (
            [None if one.name in export.lost else person.attributes[one.name] for one in ATTRIBUTES],
            {code_of(key, label): person.place(key) for key, label in export.of.items.items()},
        )
        for person in export.of.people
        if person.fate == "kept"
    )


def table_of(reading: Reading) -> Table:
    """What came out."""
    assert reading.ranking
    codes = [item.item for item in reading.ranking.items]
    return _table(
        ([getattr(one, attribute.name) for attribute in ATTRIBUTES], dict(zip(codes, one.places, strict=True)))
        for one in reading.respondents
    )


def _table(people: Iterable[tuple[list[str | None], dict[str, int | None]]]) -> Table:
    """Attributes and places given; an item that nobody placed may be missing from a file."""
    return Counter(
        (*told, *sorted((code, place) for code, place in places.items() if place)) for told, places in people
    )


def code_of(key: str, label: str) -> str:
    """The code that an item must have: the strategy's own, else made of its label."""
    return key if known_item(key) else re.sub(r"[^A-Z0-9]", "", label.upper())[:12]


def as_text(
    rows: Iterable[Sequence[object]], delimiter: str = ",", encoding: str = "utf-8", quoted: bool = False, end: str = ""
) -> bytes:
    """A CSV file: the delimiter, the encoding, every field quoted or only where needed, what stands at its end."""
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=delimiter, quoting=quoting).writerows(
        [["" if c is None else c for c in row] for row in rows]
    )
    return (text.getvalue() + end).encode(encoding)


def clock(person: Person, form: str) -> str:
    """When a person answered, as the tool writes it: fields of `form` are {day}, {hour}, {minute}."""
    return form.format(day=1 + person.number % 27, hour=8 + person.number % 9, minute=person.number % 60)
