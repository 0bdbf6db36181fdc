"""How does Microsoft Forms write a survey? One cell with the whole list, `A;B;C;`, in an Excel table."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
from openpyxl.workbook.defined_name import DefinedName

from lsn_data.sheets.survey import ATTRIBUTES
from tests.intake.made import as_xlsx
from tests.intake.made_tools import LIKERT, SATISFACTION, SERVICES, Export, Person, Row, Survey

META = (
    ("ID", "Start time", "Completion time", "Email", "Name"),
    ("ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"),
)
HIDDEN = "_56F9DC9755BA473782653E2940F9"


def _rows(of: Survey, anonymous: bool) -> list[Row]:
    head: Row = [*META[of.tongue], *(of.ask(one.name) for one in ATTRIBUTES), of.ask("ranking")]
    head += [*(of.said(row) for row in SATISFACTION), of.ask("services"), of.ask("comment")]
    return [head, *(_cells(of, person, anonymous) for person in of.people)]


def _cells(of: Survey, person: Person, anonymous: bool) -> Row:
    when = dt.datetime(2026, 3, 1 + person.number % 27, 10, person.number % 60)
    cells: Row = [
        person.number,
        when,
        when,
        "anonymous" if anonymous else person.mail,
        None if anonymous else "Erika M.",
    ]
    cells += [
        person.typed if one.name == "sector" and person.typed else of.attribute(one.name, person) for one in ATTRIBUTES
    ]
    cells.append("".join(f"{label};" for label in of.listed(person)) or None)
    cells += [of.said(LIKERT[n - 1]) if n else None for n in person.satisfaction]
    cells.append("".join(f"{of.said(SERVICES[n])};" for n in person.services) or None)
    return [*cells, person.comment or None]


def _carried(of: Survey) -> Survey:
    return of.without("incomplete", "same token").whole()


def _plain(of: Survey, anonymous: bool = True) -> Export:
    of = _carried(of)
    return Export(
        "Mitgliederbefragung(1-12).xlsx", as_xlsx(("Sheet1", _rows(of, anonymous))), of, "msforms", "ordered cell"
    )


def _live(of: Survey) -> Export:
    """The workbook that Excel for the web keeps up to date: an empty sheet, a hidden one, the answers on a third."""
    of = _carried(of)
    book = openpyxl.Workbook()
    book.active.title = of.said(("Sheet1", "Tabelle1"))
    hidden = book.create_sheet(HIDDEN)
    hidden.sheet_state = "hidden"
    hidden["A1"] = "Form1"
    sheet = book.create_sheet("Form1")
    for row in _rows(of, True):
        sheet.append(row)
    name = f"{HIDDEN}ResponseSheet"
    book.defined_names[name] = DefinedName(name, attr_text='"Form1"')
    stream = io.BytesIO()
    book.save(stream)
    return Export("Mitgliederbefragung.xlsx", stream.getvalue(), of, "msforms", "ordered cell")


VARIANTS = {"plain": _plain, "with mail": lambda of: _plain(of, False), "live workbook": _live}
