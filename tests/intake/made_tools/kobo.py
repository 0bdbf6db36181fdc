"""How does KoboToolbox write a survey? Levels with one column a place and a note before them, or names in one cell."""

from __future__ import annotations

import re
from dataclasses import replace

from lsn_data.sheets.survey import ATTRIBUTES, known_item
from tests.intake.made import as_xlsx
from tests.intake.made_tools import SATISFACTION, SERVICES, Export, Person, Row, Survey, as_text, clock

AFTER = (
    "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__",
    "_tags", "_index",
)  # fmt: skip


def name_of(label: str) -> str:
    """An option's name: small letters, no spaces."""
    return re.sub(r"[^a-z0-9]+", "_", label.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")).strip(
        "_"
    )


def nth(n: int) -> str:
    return f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n, 'th') } choice"


def _after(person: Person) -> Row:
    when = clock(person, "2026-03-{day:02d}T{hour:02d}:{minute:02d}:40")
    return [
        88000 + person.number,
        f"uuid-{person.number}",
        when,
        "",
        "",
        "submitted_via_web",
        "",
        "vX1",
        "",
        person.number,
    ]


def _before(person: Person) -> Row:
    when = clock(person, "2026-03-{day:02d}T{hour:02d}:{minute:02d}:11.000+01:00")
    return [when, when]


def _cells(of: Survey, person: Person, labels: bool, ranking: Row) -> Row:
    cells = _before(person)
    for one in ATTRIBUTES:
        cells.append(of.attribute(one.name, person) if labels else name_of(person.attributes[one.name] or ""))
    cells += ranking
    said = [of.said(SERVICES[n]) if labels else name_of(SERVICES[n][0]) for n in person.services]
    cells += [" ".join(said), *of.with_services_as(lambda n, on: ("1" if on else "0") if said else "", person)]
    cells += [str(n or "") for n in person.satisfaction]
    return [*cells, person.comment, *_after(person)]


def _head(of: Survey, labels: bool, ranking: list[str]) -> Row:
    def name(question: str) -> str:
        return (
            of.ask(question) if labels else f"about_you/{question}" if question in of.people[0].attributes else question
        )

    head: Row = ["start", "end", *(name(one.name) for one in ATTRIBUTES), *ranking, name("services")]
    head += [f"{name('services')}/{of.said(row) if labels else name_of(row[0])}" for row in SERVICES]
    head += [of.said(row) if labels else f"satisfaction/{name_of(row[0])}" for row in SATISFACTION]
    return [*head, name("comment"), *AFTER]


def named(of: Survey, export: Export) -> Export:
    """The items go by their names there."""
    return replace(export, of=replace(of, items={key: name_of(label) for key, label in of.items.items()}))


def _carried(of: Survey) -> Survey:
    return of.without("incomplete", "same token").whole()


def _levels(of: Survey, labels: bool = True, hxl: bool = False, xlsx: bool = False) -> Export:
    """`begin_rank`: the question stands on a note's empty column, then one column a level."""
    of = _carried(of)
    last = len(of.items)
    asked = of.ask("ranking") if labels else "rank_themes/rank_themes_label"
    ranking = [asked, *(nth(n) if labels else f"rank_themes/_{name_of(nth(n))}" for n in range(1, last + 1))]

    def cells(person: Person) -> Row:
        listed = [label if labels else name_of(label) for label in of.listed(person)]
        return _cells(of, person, labels, ["", *listed, *[""] * (last - len(listed))])

    head = _head(of, labels, ranking)
    tags = [["#date", "#date+end", "#org+sector", *[""] * (len(head) - 3)]] if hxl else []
    rows = [head, *tags, *(cells(p) for p in of.people)]
    if xlsx:
        text = [[None if cell is None else str(cell) for cell in row] for row in rows]
        return Export("Member_survey.xlsx", as_xlsx(("Member survey", text)), of, "kobo", "places")
    made = Export("Member_survey.csv", as_text(rows, ";", quoted=True), of, "kobo", "places")
    return made if labels else named(of, made)


def _in_one_cell(of: Survey, labels: bool = True) -> Export:
    """Type `rank`: the names of the options in order, with spaces, even where all else has labels."""
    of = _carried(of)
    ranking = [of.ask("ranking") if labels else "rank_themes"]
    rows = [
        _head(of, labels, ranking),
        *(_cells(of, p, labels, [" ".join(name_of(label) for label in of.listed(p))]) for p in of.people),
    ]
    made = Export("Member_survey.csv", as_text(rows, ";", quoted=True), of, "kobo", "ordered cell")
    return named(of, made)


def _codes(of: Survey) -> Export:
    """Names that say nothing: they are asked about."""
    of = _carried(of)
    codes = {key: f"a{n}" for n, key in enumerate(of.items, start=1)}
    rows = [
        _head(of, True, [of.ask("ranking")]),
        *(_cells(of, p, True, [" ".join(codes[key] for key in p.order)]) for p in of.people),
    ]
    items = {codes[key]: key if known_item(key) else label for key, label in of.items.items()}
    made = Export("Member_survey.csv", as_text(rows, ";", quoted=True), of, "kobo", "ordered cell")
    return replace(made, asks=frozenset(["items"]), mapping={"items": items})


VARIANTS = {
    "levels, labels": _levels,
    "levels, XML names": lambda of: _levels(of, labels=False),
    "levels, HXL row": lambda of: _levels(of, hxl=True),
    "levels, xlsx": lambda of: _levels(of, xlsx=True),
    "rank, labels": _in_one_cell,
    "rank, XML names": lambda of: _in_one_cell(of, labels=False),
    "rank, codes": _codes,
}
