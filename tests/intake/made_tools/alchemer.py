"""How does Alchemer write a survey? Item first: `<item>:<question>`, the place in the cell, GeoIP columns before."""

from __future__ import annotations

from lsn_data.sheets.survey import ATTRIBUTES
from tests.intake.made_tools import LIKERT, SATISFACTION, SERVICES, Export, Person, Row, Survey, as_text, clock

META = (
    "Response ID", "Time Started", "Date Submitted", "Status", "Contact ID", "Legacy Comments", "Comments", "Language",
    "Referer", "Extended Referer", "SessionID", "User Agent", "Extended User Agent", "Tags", "IP Address", "Longitude",
    "Latitude", "Country", "City", "State/Region", "Postal", "URL Variable: src",
)  # fmt: skip


def _cells(of: Survey, person: Person) -> Row:
    when = clock(person, "Mar {day}, 2026 {hour}:{minute:02d}:38 AM")
    status = "Partial" if person.fate == "incomplete" else "Complete"
    cells: Row = [
        person.number, when, when, status, person.token, "", "", "English", "", "", f"1456_{person.number}", "Mozilla",
        "", "", person.ip, 9.99, 53.55, "Germany", "Hamburg", "Hamburg", 20095, "mail",
    ]  # fmt: skip
    for one in ATTRIBUTES:
        other = one.name == "sector" and person.attributes["sector"] == "other"
        cells.append("Other" if other else of.attribute(one.name, person))
        if one.name == "sector":
            cells.append(person.typed)
    cells += [person.place(key) for key in of.items]
    cells += [of.said(LIKERT[n - 1]) if n else "" for n in person.satisfaction]
    cells += of.with_services_as(lambda n, on: of.said(SERVICES[n]) if on else "", person)
    return [*cells, person.comment]


def _export(of: Survey, encoding: str = "iso-8859-1") -> Export:
    head: Row = list(META)
    for one in ATTRIBUTES:
        head.append(of.ask(one.name))
        if one.name == "sector":
            head.append(f"Other:{of.ask(one.name)}")
    head += [f"{label}:{of.ask('ranking')}" for label in of.items.values()]
    head += [f"{of.said(row)}:{of.ask('satisfaction')}" for row in SATISFACTION]
    head += [f"{of.said(row)}:{of.ask('services')}" for row in SERVICES]
    head.append(of.ask("comment"))
    rows = [head, *(_cells(of, p) for p in of.people)]
    if encoding == "iso-8859-1":  # it has no en dash
        rows = [[cell.replace("–", "-") if isinstance(cell, str) else cell for cell in row] for row in rows]
    return Export("20260319-SurveyExport.csv", as_text(rows, encoding=encoding), of, "alchemer", "items")


VARIANTS = {"latin 1": _export, "utf-8": lambda of: _export(of, "utf-8-sig")}
