"""How does SoSci Survey write a survey? One column an item with its place, -9 for none, codes for choices."""

from __future__ import annotations

import random
from dataclasses import replace

from lsn_data.sheets.survey import ATTRIBUTES, known_item
from tests.intake.made import as_xlsx
from tests.intake.made_tools import SATISFACTION, SERVICES, Export, Person, Row, Survey, as_text, clock

BEFORE = (
    ("CASE", "Interview number (ongoing)", "Interview-Nummer (fortlaufend)"),
    ("SERIAL", "Serial number (if provided)", "Seriennummer (sofern verwendet)"),
    ("REF", "Reference (if provided in link)", "Referenz (sofern im Link angegeben)"),
    ("QUESTNNR", "Questionnaire that has been used in the interview", "Fragebogen, der im Interview verwendet wurde"),
    ("MODE", "Interview mode", "Interview-Modus"),
    ("STARTED", "Time the interview has started", "Zeitpunkt zu dem das Interview begonnen hat"),
)
AFTER = (
    ("TIME001", "Time spent on page 1", "Verweildauer Seite 1"),
    ("TIME002", "Time spent on page 2", "Verweildauer Seite 2"),
    ("TIME_SUM", "Time spent overall", "Verweildauer gesamt"),
    ("MAILSENT", "Time when the invitation mailing was sent", "Versandzeitpunkt der Einladungsmail"),
    ("LASTDATA", "Time when the data was most recently updated", "Zeitpunkt als der Datensatz zuletzt geändert wurde"),
    ("FINISHED", "Has the interview been finished (reached last page)?", "Wurde die Befragung abgeschlossen?"),
    ("Q_VIEWER", "Did the respondent only view the questionnaire?", "Hat der Teilnehmer den Fragebogen nur angesehen?"),
    ("LASTPAGE", "Last page that the participant has handled", "Seite, die der Teilnehmer zuletzt bearbeitet hat"),
    ("MAXPAGE", "Hindmost page handled by the participant", "Letzte Seite, die im Fragebogen bearbeitet wurde"),
    ("MISSING", "Missing answers in percent", "Anteil fehlender Antworten in Prozent"),
    ("MISSREL", "Missing answers (weighted by relevance)", "Anteil fehlender Antworten (gewichtet)"),
    ("TIME_RSI", "Degradation points for being very fast", "Ausfüll-Geschwindigkeit (relativ)"),
)
NAMES = {"sector": "SD01", "size": "SD02", "state": "SD03", "kind": "SD04", "membership": "SD05"}


def _columns(of: Survey) -> list[tuple[str, str]]:
    columns = [(one[0], one[1 + of.tongue]) for one in BEFORE]
    for one in ATTRIBUTES:
        columns.append((NAMES[one.name], of.ask(one.name)))
        if one.name == "sector":
            columns.append(("SD01_08", f"{of.ask('sector')}: {of.said(('Other', 'Sonstige'))}"))
    columns += [(f"TH01_{n:02d}", f"{of.ask('ranking')}: {label}") for n, label in enumerate(of.items.values(), 1)]
    shown = of.said(("Random order", "Zufallsreihenfolge"))
    columns += [("RG02_CP", f"{shown}: Complete clearances")]
    columns += [(f"RG02x{n:02d}", f"{shown}: {n}") for n in range(1, len(of.items) + 1)]
    columns += [("LE01", f"{of.ask('services')}: {of.said(('number', 'Anzahl'))}")]
    columns += [(f"LE01_{n:02d}", f"{of.ask('services')}: {of.said(row)}") for n, row in enumerate(SERVICES, 1)]
    columns += [(f"ZU01_{n:02d}", f"{of.ask('satisfaction')}: {of.said(row)}") for n, row in enumerate(SATISFACTION, 1)]
    columns += [("AN01_01", of.ask("comment"))]
    return columns + [(one[0], one[1 + of.tongue]) for one in AFTER]


def _cells(of: Survey, person: Person) -> Row:
    when = clock(person, "2026-03-{day:02d} {hour:02d}:{minute:02d}:01")
    done = person.fate != "incomplete"
    mode = "pretest" if person.fate == "test" else "interview"
    cells: Row = [person.number + 40, person.token, "mail", "base", mode, when]
    for one in ATTRIBUTES:
        cells.append(of.number_of(one.name, person) or -9)
        if one.name == "sector":
            cells.append(person.typed)
    cells += [person.place(key) or -9 for key in of.items]
    cells += [1, *random.Random(person.number).sample(range(1, len(of.items) + 1), len(of.items))]
    cells += [len(person.services), *of.with_services_as(lambda n, on: 2 if on else 1, person)]
    cells += [n or -9 for n in person.satisfaction]
    cells += ["Looks fine." if person.fate == "test" else person.comment]
    return [*cells, 12, 90, 102, "", when, int(done), 0, 5 if done else 2, 5 if done else 2, 0, 0, 1.07]


def _asked(of: Survey, headings: dict[str, str]) -> dict[str, dict[str, str]]:
    return {headings[one.name]: {str(n): c.code for n, c in enumerate(one.choices, 1)} for one in ATTRIBUTES}


def _two_rows(of: Survey) -> Export:
    columns = _columns(of)
    rows = [[code for code, _ in columns], [text for _, text in columns], *(_cells(of, p) for p in of.people)]
    values = _asked(of, {name: of.ask(name) for name in NAMES})
    asks = frozenset(f"values:{heading}" for heading in values)
    return Export(
        "data_lsn_2026-03-19_15-59.xlsx", as_xlsx(("Data", rows)), of, "sosci", "items", asks, {"values": values}
    )


def _one_row(of: Survey, delimiter: str = "\t", encoding: str = "utf-16") -> Export:
    columns = _columns(of)
    rows = [[code for code, _ in columns], *(_cells(of, p) for p in of.people)]
    values = _asked(of, NAMES)
    items = {
        f"TH01_{n:02d}": key if known_item(key) else label for n, (key, label) in enumerate(of.items.items(), start=1)
    }
    asks = frozenset(["items", *(f"values:{heading}" for heading in values)])
    data = as_text(rows, delimiter, encoding, quoted=True)
    made = Export("rdata_lsn_2026-03-19_15-59.csv", data, of, "sosci", "items", asks)
    return replace(made, mapping={"items": items, "values": values})


VARIANTS = {
    "xlsx with labels": _two_rows,
    "csv": _one_row,
    "csv for R": lambda of: _one_row(of, encoding="utf-8"),
}
