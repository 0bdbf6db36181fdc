"""How does Typeform write a survey? `#` first, the ranking as an ordered list in one cell, options as columns."""

from __future__ import annotations

from lsn_data.sheets.survey import ATTRIBUTES
from tests.intake.made_tools import LIKERT, SATISFACTION, SERVICES, Export, Person, Row, Survey, as_text, clock

AFTER = ("Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags", "Ending")
AFTER_OLD = ("Start Date (UTC)", "Submit Date (UTC)", "Network ID")


def _cells(of: Survey, person: Person, old: bool) -> Row:
    when = clock(person, "2026-03-{day:02d} {hour:02d}:{minute:02d}:38")
    cells: Row = [f"{person.number:032x}"]
    for one in ATTRIBUTES:
        other = one.name == "sector" and person.attributes["sector"] == "other"
        cells.append("" if other else of.attribute(one.name, person))
        if one.name == "sector":
            cells.append(person.typed)
    cells.append(", ".join(of.listed(person)))
    cells += [of.said(LIKERT[n - 1]) if n else "" for n in person.satisfaction]
    cells += of.with_services_as(lambda n, on: of.said(SERVICES[n]) if on else "", person)
    cells += ["'+49 40 471", person.comment]
    if old:
        return [*cells, when, when, "a1b2c3"]
    partial = person.fate == "incomplete"
    return [
        *cells,
        "partial" if partial else "completed",
        when,
        when if partial else "",
        "" if partial else when,
        "a1b2c3",
        "",
        "",
    ]


def _export(of: Survey, old: bool = False) -> Export:
    of = of.unmarked() if old else of.without("same token")
    head: Row = ["#"]
    for one in ATTRIBUTES:
        head += [of.ask(one.name)] + (["Other"] if one.name == "sector" else [])
    head += [of.ask("ranking"), *(of.said(row) for row in (*SATISFACTION, *SERVICES)), "Phone", of.ask("comment")]
    rows = [[*head, *(AFTER_OLD if old else AFTER)], *(_cells(of, p, old) for p in of.people)]
    return Export("responses-4yxZb1-01HTZ.csv", as_text(rows), of, "typeform", "ordered cell")


VARIANTS = {"now": _export, "older": lambda of: _export(of, old=True)}
