"""Which column of a list holds which field of a register, which help to tell one, and which are left aside?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as held
from functools import cache, lru_cache

from lsn_data.intake.alike import alike
from lsn_data.intake.cells import Cell, text_of
from lsn_data.intake.columns import PERSONAL, holds_contacts
from lsn_data.intake.listed import Listed
from lsn_data.intake.values import understood
from lsn_data.sheets.declared import Field, Sheet, plain
from lsn_data.sheets.identity import LEGAL_FORM
from lsn_data.sheets.registers import REGISTERS

PLACE, STANDING, SPAN = "place", "standing", "span"
# Columns that are no fields, but tell one: an address tells the state, a run time the start and the end.
HELPERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "members": {
        PLACE: (
            "plz", "postleitzahl", "zip", "zip code", "postal code", "postcode", "ort", "stadt", "sitz", "city", "town",
            "adresse", "anschrift", "address", "standort", "location", "firmensitz", "plz ort", "postanschrift",
            "hauptsitz", "geschäftssitz", "billing city", "billing country", "mailing country",
            "billing zip", "billing postal code", "mailing city",
            "wohnort",
            "ort plz", "firmenadresse", "adresse 1 ort", "adresse 1 plz", "staat", "country", "nation",
            "besuchsadresse",
            "headquarters", "kreis", "plz und ort", "vollständige adresse", "billing state province",
        ),
        STANDING: ("status", "mitgliedsstatus", "mitgliederstatus", "mitgliedschaftsstatus", "aktiv", "active", "stand",
                   "member status", "membership status", "kontaktstatus", "account status"),
    },
    "projects": {
        SPAN: ("laufzeit", "projektlaufzeit", "zeitraum", "dauer", "duration", "run time", "runtime", "period",
               "project period", "förderzeitraum", "projektzeitraum", "term", "project duration",
               "bewilligungszeitraum"),
    },
    "measures": {SPAN: ("laufzeit", "zeitraum", "umsetzungszeitraum", "period", "zeitplan", "duration", "timeline")},
    "partnerships": {SPAN: ("laufzeit", "zeitraum", "dauer", "duration", "period")},
}  # fmt: skip
ENDS = {"projects": ("start", "end"), "measures": ("start", "due"), "partnerships": ("since", "until")}
# What a row is called where no column is: its title, its name.
STANDS_IN = {"projects": ("project", "title"), "measures": ("measure", "title"), "stories": ("story", "title"),
             "proposals": ("proposal", "title"), "kpi": ("kpi", "name"), "context": ("figure", "name")}  # fmt: skip
MADE = {"swot": "id"}
FUNDING_FIELDS = ("programme", "funder", "amount", "currency")
_PERSON = re.compile(
    r"\b(?:vorname|nachname|anrede|ansprechpartner\w*|ansprechperson\w*|kontaktperson\w*|kontakt|contact|geschäftsführ\w*|gf|"
    r"ceo|"
    r"vorstand|inhaber\w*|e ?mail|mail|telefon\w*|tel|phone|mobil\w*|mobile|handy|fax|first name|last name|surname|"
    r"durchwahl|geburtsdatum|titel anrede|salutation|unterzeichner\w*|prokurist\w*|iban|"
    r"bic|kontonummer|kontoinhaber\w*)\b"
)
_LEGAL = re.compile(
    r"\b(?:gmbh|ag|se|kg|kgaa|ug|e ?v|ohg|gbr|ltd|inc|llc|plc|aps|ab|oy|universität|university|hochschule|institut|"
    r"institute|klinik\w*|stiftung|gesellschaft|verband|zentrum|center|centre|kammer)\b"
)
SURE, MAYBE = 0.8, 0.3


@dataclass
class Columns:
    """What each column (0 first) of a list is. Several may tell one place; the rest have one meaning each."""

    fields: dict[int, Field] = held(default_factory=dict)
    helpers: dict[int, str] = held(default_factory=dict)
    funding: dict[int, Field] = held(default_factory=dict)
    personal: list[int] = held(default_factory=list)
    others: list[int] = held(default_factory=list)
    suggestions: dict[int, tuple[str, ...]] = held(default_factory=dict)
    by_content: list[int] = held(default_factory=list)
    own: int = 0

    @property
    def known(self) -> int:
        """How many columns say something to the register."""
        return len(self.fields) + len(self.helpers) + len(self.funding)

    def at(self, name: str) -> int | None:
        """The column of a field, or None."""
        return next((at for at, field in self.fields.items() if field.name == name), None)


def columns_of(sheet: Sheet, listed: Listed, told: Mapping[str, str] | None = None, closely: bool = True) -> Columns:
    """The columns of a list; `told` are meanings by heading ("": leave aside). `closely`: look at the cells too."""
    found = Columns()
    free = {at: heading for at, heading in enumerate(listed.headings) if heading}
    for at, meaning in _told(free, told or {}):
        _tell(sheet, found, at, meaning)
        free.pop(at)
    _by_name(sheet, listed, found, free, _own, bare=False)
    _by_name(sheet, listed, found, free, _headings, bare=False)
    _by_name(sheet, listed, found, free, _headings, bare=True)
    _helpers(sheet, found, free)
    if closely:
        _by_content(sheet, listed, found, free)
    for at, heading in free.items():
        personal = (
            plain(heading) in PERSONAL or _PERSON.search(plain(heading)) or holds_contacts(listed.column(at)[:200])
        )
        (found.personal if personal else found.others).append(at)
    if closely:
        _suggest(sheet, listed, found)
    found.fields = dict(sorted(found.fields.items()))
    return found


def missing(sheet: Sheet, columns: Columns) -> list[Field]:
    """Required fields that no column tells and that cannot be made of another one."""
    there = {field.name for field in columns.fields.values()} | {MADE.get(sheet.kind, "")}
    needs, of = STANDS_IN.get(sheet.kind, ("", ""))
    if any(field.pair == of for field in columns.fields.values()):
        there.add(needs)
    return [field for field in sheet.required if field.name not in there]


@cache
def heads_of(sheet: Sheet) -> frozenset[str]:
    """Every heading, made plain, that says something to a register."""
    names = {name for field in sheet.fields for name in field.headings}
    names |= {plain(name) for also in HELPERS.get(sheet.kind, {}).values() for name in also}
    return frozenset(names)


@lru_cache(maxsize=4096)
def names_in(heading: str) -> frozenset[str]:
    """What a heading may be called: as it stands, and without remarks."""
    return frozenset({plain(heading), *_bare(heading)})


def _told(free: Mapping[int, str], told: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    said = {plain(heading): meaning for heading, meaning in told.items()}
    return iter([(at, said[plain(heading)]) for at, heading in free.items() if plain(heading) in said])


def _tell(sheet: Sheet, found: Columns, at: int, meaning: str) -> None:
    """A person's word: a field, a helper, a field of the funding, or aside."""
    field = next((field for field in sheet.fields if meaning in (field.name, field.pair)), None)
    if field and field.name == "state" and sheet.kind == "members" and found.at("state") is not None:
        found.helpers[at] = PLACE
    elif field and field not in found.fields.values():
        found.fields[at] = field
    elif meaning in HELPERS.get(sheet.kind, {}):
        found.helpers[at] = meaning
    elif sheet.kind == "projects" and meaning in FUNDING_FIELDS:
        found.funding[at] = REGISTERS["funding"].field(meaning)
    else:
        found.others.append(at)


@cache
def _own(field: Field) -> frozenset[str]:
    """What a column is called in our own lists; synonyms come after all of these."""
    return frozenset(plain(name) for name in (field.name, field.en, field.de))


@cache
def _headings(field: Field) -> frozenset[str]:
    return frozenset(field.headings)


def _by_name(
    sheet: Sheet,
    listed: Listed,
    found: Columns,
    free: dict[int, str],
    names: Callable[[Field], frozenset[str]],
    bare: bool,
) -> None:
    """Columns by what heads them; `bare`: without what stands in brackets or after a slash in two languages."""
    own = names is _own
    for at, heading in list(free.items()):
        said = _bare(heading) if bare else {plain(heading)}
        taken = found.fields.values()
        for field in sheet.fields:
            if field in taken or not said & names(field):
                continue
            if own or _supported(field, listed.column(at)):
                found.fields[at] = field
                found.own += own
                free.pop(at)
                break


def _bare(heading: str) -> set[str]:
    """A heading without remarks: "Betrag (in EUR)", "Firma / Company", "Mitglied *", "Branche [Auswahl]"."""
    text = re.sub(r"[(\[].*?[)\]]", " ", heading)
    text = re.sub(r"\b(?:in|in der)\s+(?:t?€|t?eur|euro|mio\.?.*|tsd\.?.*|k€|dkk)\s*$", " ", text, flags=re.I)
    parts = [part for part in re.split(r"[/|\n]", text) if part.strip()]
    return {plain(text), *(plain(part) for part in parts)} - {""}


def _supported(field: Field, cells: Sequence[Cell]) -> bool:
    """Under a synonym, a field with a closed list must hold some of its values: "Typ" may head anything."""
    if field.holds != "choice" or field.open or not cells or field.name in ("size", "state", "sector", "membership"):
        return True
    return share(field, cells) >= MAYBE


def share(field: Field, cells: Sequence[Cell]) -> float:
    """The share of distinct cells that are understood as this field."""
    distinct = list(dict.fromkeys((type(cell), cell) for cell in cells))[:60]
    if not distinct:
        return 0.0
    good = 0
    for _, cell in distinct:
        found = understood(field, cell)
        good += found.value not in (None, []) and not found.problem
    return good / len(distinct)


def _helpers(sheet: Sheet, found: Columns, free: dict[int, str]) -> None:
    named = {plain(name): helper for helper, names in HELPERS.get(sheet.kind, {}).items() for name in names}
    for at, heading in list(free.items()):
        helper = named.get(plain(heading)) or next((named[one] for one in _bare(heading) if one in named), None)
        once = helper in (STANDING, SPAN) and helper in found.helpers.values()
        if helper and not once:
            found.helpers[at] = helper
            free.pop(at)
    if sheet.kind == "projects":
        _funding(found, free)


def _funding(found: Columns, free: dict[int, str]) -> None:
    """Columns of a project list that belong to the register of funding."""
    for name in FUNDING_FIELDS:
        field = REGISTERS["funding"].field(name)
        at = next((at for at, heading in free.items() if ({plain(heading)} | _bare(heading)) & _headings(field)), None)
        if at is not None:
            found.funding[at] = field
            free.pop(at)


def _by_content(sheet: Sheet, listed: Listed, found: Columns, free: dict[int, str]) -> None:
    """A needed column without its name is taken where its cells leave no doubt; else it is suggested later."""
    for field in missing(sheet, found):
        at = next((at for at in free if content(field, listed.column(at)) >= SURE), None)
        if at is not None:
            found.fields[at] = field
            found.by_content.append(at)
            free.pop(at)


def content(field: Field, cells: Sequence[Cell]) -> float:
    """How surely cells hold a needed field by what they say, 0 to 1."""
    if len(cells) < 2:
        return 0.0
    if field.name == "member":
        texts = [text for cell in cells if (text := text_of(cell))]
        named = sum(1 for text in texts if LEGAL_FORM.search(plain(text)) or _LEGAL.search(plain(text)))
        return 0.0 if len(set(texts)) < 0.8 * len(texts) else min(1.0, 1.3 * named / len(texts))
    if field.choices and field.holds in ("choice", "choices"):
        closed = field.model_copy(update={"open": False})
        return share(closed, cells) if any(len(text_of(cell)) > 2 for cell in cells) else 0.5 * share(closed, cells)
    return 0.0


def _suggest(sheet: Sheet, listed: Listed, found: Columns) -> None:
    """What a column left aside may be, by its heading or, for a needed one, by its cells."""
    there = {field.name for field in found.fields.values()}
    open_fields = [field for field in sheet.fields if field.name not in there and field.name != MADE.get(sheet.kind)]
    needed = missing(sheet, found)
    for at in (*found.others, *(at for at in found.personal if needed)):
        names = {name: field.name for field in open_fields for name in _headings(field) if len(name) > 3}
        near = alike(listed.headings[at], names, least=0.78)
        needs = {field.name for field in needed}
        # For a needed column a weaker likeness is worth a question; the others are merely told.
        likely = [names[name] for name in near if names[name] in needs]
        likely += [names[name] for name in alike(listed.headings[at], names, least=0.85)]
        likely += [field.name for field in needed if content(field, listed.column(at)) >= MAYBE]
        if likely:
            found.suggestions[at] = tuple(dict.fromkeys(likely))[:3]
