"""How does Google Forms write a survey? A grid, `Question [row]`: items as rows, or places as rows."""

from __future__ import annotations

from collections.abc import Callable

from lsn_data.sheets.survey import ATTRIBUTES
from tests.intake.made import as_xlsx
from tests.intake.made_tools import (
    LIKERT,
    ORDINALS,
    SATISFACTION,
    SERVICES,
    Export,
    Person,
    Row,
    Survey,
    as_text,
    clock,
)


def _cells(of: Survey, person: Person, grid: Row, form: str, joined: str) -> Row:
    cells: Row = [clock(person, form)]
    cells += [
        person.typed if one.name == "sector" and person.typed else of.attribute(one.name, person) for one in ATTRIBUTES
    ]
    cells += grid
    cells += [of.said(LIKERT[n - 1]) if n else "" for n in person.satisfaction]
    return [*cells, joined.join(of.said(SERVICES[n]) for n in person.services), person.comment]


def _export(
    of: Survey,
    rows: list[str],
    grid: Callable[[Person], Row],
    shape: str,
    xlsx: bool = False,
    form: str = "3/{day}/2026 {hour}:{minute:02d}:30",
    joined: str = ", ",
) -> Export:
    of = of.without("incomplete", "same token")
    head: Row = [of.said(("Timestamp", "Zeitstempel")), *(of.ask(one.name) for one in ATTRIBUTES)]
    head += [f"{of.ask('ranking')} [{row}]" for row in rows]
    head += [f"{of.ask('satisfaction')} [{of.said(row)}]" for row in SATISFACTION]
    head += [of.ask("services"), of.ask("comment")]
    table = [head, *(_cells(of, p, grid(p), form, joined) for p in of.people)]
    if xlsx:
        sheet = of.said(("Form Responses 1", "Formularantworten 1"))
        return Export("Member survey (Responses).xlsx", as_xlsx((sheet, table)), of, "googleforms", shape)
    return Export("Member survey.csv", as_text(table), of, "googleforms", shape)


def _items(of: Survey, write: Callable[[int], object] = str, **how: object) -> Export:
    def grid(person: Person) -> Row:
        return [write(place) if (place := person.place(key)) else "" for key in of.items]

    return _export(of, list(of.items.values()), grid, "items", **how)  # type: ignore[arg-type]


def _places(of: Survey, name: Callable[[int], str], **how: object) -> Export:
    def grid(person: Person) -> Row:
        return [*of.listed(person), *[""] * (len(of.items) - len(person.order))]

    return _export(of, [name(n) for n in range(1, len(of.items) + 1)], grid, "places", **how)  # type: ignore[arg-type]


def _nth(n: int) -> str:
    return f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n, 'th') } choice"


VARIANTS = {
    "items as rows": _items,
    "items as rows, words": lambda of: _items(of, lambda n: ORDINALS[n - 1]),
    "items as rows, choices": lambda of: _items(of, lambda n: of.said((_nth(n), f"{n}. Wahl"))),
    "items as rows, xlsx": lambda of: _items(of, int, xlsx=True),
    "items as rows, csv of the form": lambda of: _items(
        of, form="2026/03/{day:02d} {hour}:{minute:02d}:12 AM GMT+1", joined=";"
    ),
    "places as rows": lambda of: _places(of, lambda n: ORDINALS[n - 1]),
    "places as rows, choices": lambda of: _places(of, lambda n: of.said((_nth(n), f"{n}. Wahl"))),
    "places as rows, digits": lambda of: _places(of, str),
    "places as rows, Platz": lambda of: _places(of, lambda n: of.said((f"Rank {n}", f"Platz {n}"))),
    "places as rows, Priorität, xlsx": lambda of: _places(
        of, lambda n: of.said((f"Priority {n}", f"Priorität {n}")), xlsx=True
    ),
}
