"""How does Qualtrics write a survey? Three heading rows, a column an item, recodes as suffixes, display orders."""

from __future__ import annotations

import random
from dataclasses import replace

from lsn_data.sheets.survey import ATTRIBUTES
from tests.intake.made_tools import LIKERT, SATISFACTION, SERVICES, Export, Person, Row, Survey, as_text, clock

META = (
    ("StartDate", "Start Date"), ("EndDate", "End Date"), ("Status", "Response Type"), ("IPAddress", "IP Address"),
    ("Progress", "Progress"), ("Duration (in seconds)", "Duration (in seconds)"), ("Finished", "Finished"),
    ("RecordedDate", "Recorded Date"), ("ResponseId", "Response ID"), ("RecipientLastName", "Recipient Last Name"),
    ("RecipientFirstName", "Recipient First Name"), ("RecipientEmail", "Recipient Email"),
    ("ExternalReference", "External Data Reference"), ("LocationLatitude", "Location Latitude"),
    ("LocationLongitude", "Location Longitude"), ("DistributionChannel", "Distribution Channel"),
    ("UserLanguage", "User Language"),
)  # fmt: skip
RECODES = [4, 1, 9, 2, 7, 12, 5, 3, 15, 8, 6, 10, 11, 13, 14]
NUMBERS = {"sector": "Q1", "size": "Q2", "state": "Q3", "kind": "Q10", "membership": "Q4"}


def _columns(of: Survey, numeric: bool) -> list[tuple[str, str]]:
    columns = list(META)
    for one in ATTRIBUTES:
        chosen = f"{of.ask(one.name)} - Selected Choice" if one.name == "sector" else of.ask(one.name)
        columns.append((NUMBERS[one.name], chosen))
        if one.name == "sector":
            columns.append(("Q1_6_TEXT", f"{of.ask('sector')} - {of.said(('Other', 'Sonstiges'))} - Text"))
    asked = of.ask("ranking").replace(" from ", "\nfrom ").replace(" von ", "\nvon ")
    columns += [(f"Q5_{code}", f"{asked} - {label}") for code, label in zip(RECODES, of.items.values(), strict=False)]
    columns += [(f"Q6_{n}", f"{of.ask('satisfaction')} - {of.said(row)}") for n, row in enumerate(SATISFACTION, 1)]
    if numeric:
        columns += [
            (f"Q7_{n}", f"{of.ask('services')} - Selected Choice - {of.said(row)}") for n, row in enumerate(SERVICES, 1)
        ]
    else:
        columns.append(("Q7", of.ask("services")))
    columns.append(("Q9", of.ask("comment")))
    shown = [
        (f"Q5_DO_{code}", f"{asked} - Display Order - {label}")
        for code, label in zip(RECODES, of.items.values(), strict=False)
    ]
    return columns + shown


def _meta(person: Person, numeric: bool) -> Row:
    when = clock(person, "2026-03-{day:02d} {hour:02d}:{minute:02d}:59")
    preview, finished = person.fate == "test", person.fate != "incomplete"
    status = (1 if preview else 0) if numeric else ("Survey Preview" if preview else "IP Address")
    done: object = (1 if finished else 0) if numeric else ("True" if finished else "False")
    return [
        when, when, status, person.ip, 100 if finished else 40, 321, done, when, f"R_3xk{person.number:09d}",
        "Muster", "Erika", person.mail, person.token, 53.55, 10.0, "anonymous", "EN",
    ]  # fmt: skip


def _cells(of: Survey, person: Person, numeric: bool, blank: object) -> Row:
    cells = _meta(person, numeric)
    for one in ATTRIBUTES:
        cells.append(of.number_of(one.name, person) if numeric else of.attribute(one.name, person))
        if one.name == "sector":
            cells.append(person.typed)
    cells += [person.place(key) or blank for key in of.items]
    cells += [(n if numeric else of.said(LIKERT[n - 1])) if n else "" for n in person.satisfaction]
    if numeric:
        cells += of.with_services_as(lambda n, on: 1 if on else "", person)
    else:
        cells.append(",".join(of.said(SERVICES[n]) for n in person.services))
    cells.append("Looks fine." if person.fate == "test" else person.comment)
    shown = random.Random(person.number).sample(range(1, len(of.items) + 1), len(of.items))
    return [*cells, *shown]


def _export(
    of: Survey, numeric: bool = False, blank: object = "", delimiter: str = ",", encoding: str = "utf-8-sig"
) -> Export:
    columns = _columns(of, numeric)
    rows = [
        [code for code, _ in columns],
        [text for _, text in columns],
        [f'{{"ImportId":"QID{n}","timeZone":"Europe/Berlin"}}' for n, _ in enumerate(columns)],
        *(_cells(of, p, numeric, blank) for p in of.people),
    ]
    data = as_text(rows, delimiter, encoding)
    return Export(f"Survey_March 2026{'.tsv' if delimiter != ',' else '.csv'}", data, of, "qualtrics", "items")


def _numeric(of: Survey) -> Export:
    made = _export(of, numeric=True, blank=-99)
    names = {text: code for code, text in _columns(of, True)}
    values = {}
    for one in ATTRIBUTES:
        heading = next(text for text, code in names.items() if code == NUMBERS[one.name])
        values[heading] = {str(n): choice.code for n, choice in enumerate(one.choices, start=1)}
    asks = frozenset(f"values:{heading}" for heading in values)
    return replace(made, asks=asks, mapping={"values": values})


VARIANTS = {
    "choice text": _export,
    "choice text, -99": lambda of: _export(of, blank=-99),
    "numeric": _numeric,
    "tsv": lambda of: _export(of, delimiter="\t", encoding="utf-16"),
}
