"""How does SurveyMonkey write a survey? The question once in row 1, its items in row 2, the place in the cell."""

from __future__ import annotations

from dataclasses import replace

from lsn_data.sheets.survey import ATTRIBUTES
from tests.intake.made import as_xlsx
from tests.intake.made_tools import LIKERT, SATISFACTION, SERVICES, Export, Person, Row, Survey, as_text, clock

META = (
    ("Respondent ID", "Befragten-ID"),
    ("Collector ID", "Collector-ID"),
    ("Start Date", "Startdatum"),
    ("End Date", "Enddatum"),
    ("IP Address", "IP-Adresse"),
    ("Email Address", "E-Mail-Adresse"),
    ("First Name", "Vorname"),
    ("Last Name", "Nachname"),
    ("Custom Data 1", "Benutzerdefinierte Daten 1"),
)


def _head(of: Survey, condensed: bool) -> tuple[Row, Row]:
    top: Row = [m[of.tongue] for m in META]
    under: Row = [""] * len(META)

    def ask(question: str, *parts: str) -> None:
        top.extend([of.ask(question), *[""] * (len(parts) - 1)])
        under.extend(parts)

    response = of.said(("Response", "Antwort"))
    for one in ATTRIBUTES:
        typed = of.said(("Other (please specify)", "Sonstiges (bitte angeben)"))
        ask(one.name, response, *([typed] if one.name == "sector" else []))
    if not condensed:
        ask("involved", *of.items.values())
    ask("ranking", *of.items.values())
    ask("satisfaction", *(of.said(row) for row in SATISFACTION))
    if condensed:
        ask("services", response)
    else:
        ask("services", *(of.said(row) for row in SERVICES))
    ask("comment", of.said(("Open-Ended Response", "Offene Antwort")))
    return top, under


def _cells(of: Survey, person: Person, condensed: bool, blank: str) -> Row:
    when = clock(person, "03/{day:02d}/2026 {hour:02d}:{minute:02d}:38 AM")
    cells: Row = [114386895500 + person.number, 455000001, when, when, person.ip, person.mail, "", "", ""]
    for one in ATTRIBUTES:
        other = one.name == "sector" and person.attributes["sector"] == "other"
        cells.append("" if other else of.attribute(one.name, person))
        if one.name == "sector":
            cells.append(person.typed)
    if not condensed:
        # The themes once more, as boxes to tick: the option's own text, or nothing.
        cells += [
            label if person.answered and n % 3 == len(person.comment) % 3 else ""
            for n, label in enumerate(of.items.values())
        ]
    cells += [person.place(key) or (blank if person.order else "") for key in of.items]
    cells += [of.said(LIKERT[n - 1]) if n else "" for n in person.satisfaction]
    used = [of.said(SERVICES[n]) for n in person.services]
    cells += (
        [", ".join(used)]
        if condensed
        else of.with_services_as(lambda n, on: of.said(SERVICES[n]) if on else "", person)
    )
    return [*cells, person.comment]


def _export(
    of: Survey, condensed: bool = False, blank: str = "", encoding: str = "utf-8", xlsx: bool = False
) -> Export:
    of = of.unmarked()
    rows = [*_head(of, condensed), *(_cells(of, p, condensed, blank) for p in of.people)]
    data = as_xlsx(("Sheet", rows)) if xlsx else as_text(rows, encoding=encoding)
    return Export(f"Member survey{'.xlsx' if xlsx else '.csv'}", data, of, "surveymonkey", "items")


def _stray_bytes(of: Survey) -> Export:
    """The file holds bytes of another encoding in a comment."""
    made = _export(of)
    return replace(
        made, data=made.data.replace(b"good work", b"good \x8cwork\xe6").replace("Lübeck".encode(), b"L\x9fbeck")
    )


def _with_box(of: Survey) -> Export:
    """With the box that takes an item out of the ranking: what an empty place means is asked."""
    made = _export(of, blank=of.said(("N/A", "k. A.")))
    partial = any(p.order and len(p.order) < len(of.items) for p in made.of.people if p.fate == "kept")
    asks = frozenset(["blank_means"] if partial else [])
    return replace(made, asks=asks, mapping={"blank_means": "below"} if partial else {})


def _row_two_without_response(of: Survey) -> Export:
    """Condensed, and single-choice questions have nothing in row 2."""
    made = _export(of, condensed=True)
    lines = made.data.decode().split("\r\n")
    response = of.said(("Response", "Antwort"))
    lines[1] = ",".join("" if part == response else part for part in lines[1].split(","))
    return replace(made, data="\r\n".join(lines).encode())


VARIANTS = {
    "expanded": lambda of: _export(of),
    "condensed": lambda of: _export(of, condensed=True),
    "condensed, row 2 blank for single choice": _row_two_without_response,
    "cp1252": lambda of: _export(of, encoding="cp1252"),
    "mac": lambda of: _export(of, encoding="mac_roman"),
    "stray bytes": _stray_bytes,
    "not applicable": _with_box,
    "xlsx": lambda of: _export(of, xlsx=True),
}
