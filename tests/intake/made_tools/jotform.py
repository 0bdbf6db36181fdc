"""How does Jotform write a survey? A numbered list in one cell, `1: A`, line by line; grids as `Question >> Row`."""

from __future__ import annotations

from lsn_data.sheets.survey import ATTRIBUTES
from tests.intake.made import as_xlsx
from tests.intake.made_tools import LIKERT, SATISFACTION, SERVICES, Export, Person, Row, Survey, as_text, clock


def _cells(of: Survey, person: Person, grid: bool) -> Row:
    cells: Row = [clock(person, "Mar {day}, 2026")]
    cells += [
        person.typed if one.name == "sector" and person.typed else of.attribute(one.name, person) for one in ATTRIBUTES
    ]
    if grid:
        cells += [person.place(key) for key in of.items]
    else:
        cells.append("\n".join(f"{n}: {label}" for n, label in enumerate(of.listed(person), start=1)))
    cells += [of.said(LIKERT[n - 1]) if n else "" for n in person.satisfaction]
    cells += ["\n".join(of.said(SERVICES[n]) for n in person.services), person.comment]
    return [*cells, person.ip, 5210000000000000000 + person.number]


def _rows(of: Survey, grid: bool) -> list[Row]:
    head: Row = ["Submission Date", *(of.ask(one.name) for one in ATTRIBUTES)]
    head += [f"{of.ask('ranking')} >> {label}" for label in of.items.values()] if grid else [of.ask("ranking")]
    head += [f"{of.ask('satisfaction')} >> {of.said(row)}" for row in SATISFACTION]
    head += [of.ask("services"), of.ask("comment"), "Submission IP", "Submission ID"]
    return [head, *(_cells(of, p, grid) for p in of.people)]


def _export(of: Survey, grid: bool = False, xlsx: bool = False) -> Export:
    of = of.without("incomplete", "same token")
    rows = _rows(of, grid)
    data = as_xlsx(("Form Responses", rows)) if xlsx else as_text(rows)
    return Export(
        f"Member_survey{'.xlsx' if xlsx else '.csv'}", data, of, "jotform", "items" if grid else "numbered cell"
    )


VARIANTS = {
    "order list": _export,
    "order list, xlsx": lambda of: _export(of, xlsx=True),
    "grid": lambda of: _export(of, grid=True),
}
