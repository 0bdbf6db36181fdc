"""How do tools without a signature of their own write a survey, and how do people? By the shapes alone."""

from __future__ import annotations

from dataclasses import replace

from lsn_data.sheets.survey import ATTRIBUTES, known_item
from tests.intake.made import as_xlsx
from tests.intake.made_tools import LIKERT, SATISFACTION, SERVICES, Export, Person, Row, Survey, as_text, clock


def _attributes(of: Survey, person: Person) -> Row:
    return [
        person.typed if one.name == "sector" and person.typed else of.attribute(one.name, person) for one in ATTRIBUTES
    ]


def _rest(of: Survey, person: Person) -> Row:
    cells: Row = [of.said(LIKERT[n - 1]) if n else "" for n in person.satisfaction]
    return [*cells, *of.with_services_as(lambda n, on: int(on) if person.answered else "", person), person.comment]


def _rest_head(of: Survey) -> Row:
    return [*(of.said(row) for row in (*SATISFACTION, *SERVICES)), of.ask("comment")]


def _lamapoll(of: Survey) -> Export:
    """LamaPoll, as far as its layout can be told: semicolons, cp1252, German days, 0 and 1."""
    of = of.unmarked()
    head: Row = ["Nr.", of.said(("Date", "Datum")), *(of.ask(one.name) for one in ATTRIBUTES)]
    head += [f"{of.ask('ranking')} - {label}" for label in of.items.values()]
    rows = [[*head, *_rest_head(of)]]
    for n, person in enumerate(of.people, start=1):
        places: Row = [person.place(key) or "" for key in of.items]
        rows.append([n, clock(person, "{day:02d}.03.2026"), *_attributes(of, person), *places, *_rest(of, person)])
    return Export("ergebnisse.csv", as_text(rows, ";", "cp1252"), of, "by hand", "items")


def _ranks(of: Survey, cell: dict[str, object], asked: bool) -> Export:
    of = of.unmarked()
    last = len(of.items)
    head: Row = [
        "ID",
        *(of.ask(one.name) for one in ATTRIBUTES),
        *(of.said((f"Rank {n}", f"Rang {n}")) for n in range(1, last + 1)),
    ]
    rows = [[*head, *_rest_head(of)]]
    for n, person in enumerate(of.people, start=1):
        places: Row = [cell[key] for key in person.order] + [""] * (last - len(person.order))
        rows.append([n, *_attributes(of, person), *places, *_rest(of, person)])
    made = Export("export.xlsx", as_xlsx((of.said(("Data", "Daten")), rows)), of, "by hand", "places")
    if not asked:
        return made
    items = {str(cell[key]): key if known_item(key) else label for key, label in of.items.items()}
    return replace(made, asks=frozenset(["items"]), mapping={"items": items})


def _easyfeedback(of: Survey) -> Export:
    """easyfeedback with internal values: numbers stand for the items, under the ranks."""
    return _ranks(of, {key: n for n, key in enumerate(of.items, start=1)}, asked=True)


def _onlineumfragen(of: Survey) -> Export:
    """onlineumfragen.com: one column a rank, the item's code in the cell."""
    return _ranks(of, {key: f"I{n}" for n, key in enumerate(of.items, start=1)}, asked=True)


def _nextcloud(of: Survey) -> Export:
    """Nextcloud Forms: one column an option, with its rank."""
    of = of.unmarked()
    head: Row = [
        *of.said((("User ID", "User display name", "Timestamp"), ("Benutzer-ID", "Anzeigename", "Zeitstempel"))),  # type: ignore[arg-type]
        *(of.ask(one.name) for one in ATTRIBUTES),
        *(f"{of.ask('ranking')} ({label})" for label in of.items.values()),
    ]
    rows = [[*head, *_rest_head(of)]]
    for person in of.people:
        places: Row = [person.place(key) or "" for key in of.items]
        rows.append(
            [
                "",
                "Anonymous user",
                clock(person, "2026-03-{day:02d}T{hour:02d}:{minute:02d}:09+01:00"),
                *_attributes(of, person),
                *places,
                *_rest(of, person),
            ]
        )
    return Export("Member survey (responses).csv", as_text(rows), of, "by hand", "items")


def _sheet(of: Survey) -> Export:
    """A sheet kept by hand: a title, group headings, short column names, places in words."""
    of = of.unmarked()
    head: Row = [
        of.said(("No.", "Nr.")),
        *(one.label[of.tongue] for one in ATTRIBUTES),
        *of.items.values(),
        of.said(("Comments", "Anmerkungen")),
    ]
    rows: list[Row] = [[of.said(("Member survey 2026", "Mitgliederbefragung 2026"))], [], head]
    for n, person in enumerate(of.people, start=1):
        places: Row = [
            of.said((f"Place {place}", f"Platz {place}")) if (place := person.place(key)) else "–" for key in of.items
        ]
        blank = person.fate == "incomplete"
        rows.append([n, *_attributes(of, person), *([None] * len(places) if blank else places), person.comment])
    return Export("umfrage_von_hand.xlsx", as_xlsx(("Tabelle1", rows)), of, "by hand", "items")


VARIANTS = {
    "LamaPoll": _lamapoll,
    "easyfeedback, internal values": _easyfeedback,
    "easyfeedback, labels": lambda of: _ranks(of, dict(of.items), asked=False),
    "onlineumfragen.com": _onlineumfragen,
    "Nextcloud Forms": _nextcloud,
    "sheet": _sheet,
}
