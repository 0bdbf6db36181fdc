"""How does Tally write a survey? The ranking as an ordered list in one cell; ticks once joined, once as columns."""

from __future__ import annotations

from lsn_data.sheets.survey import ATTRIBUTES
from tests.intake.made_tools import LIKERT, SATISFACTION, SERVICES, Export, Person, Row, Survey, as_text, clock


def _cells(of: Survey, person: Person) -> Row:
    cells: Row = [
        f"Nx{person.number:04d}",
        f"wz{person.number:04d}",
        clock(person, "2026-03-{day:02d} {hour:02d}:{minute:02d}:40"),
    ]
    cells += [
        person.typed if one.name == "sector" and person.typed else of.attribute(one.name, person) for one in ATTRIBUTES
    ]
    cells += [", ".join(of.listed(person)), *(of.said(LIKERT[n - 1]) if n else "" for n in person.satisfaction)]
    cells.append(", ".join(of.said(SERVICES[n]) for n in person.services))
    cells += of.with_services_as(lambda n, on: "TRUE" if on else "FALSE", person)
    return [*cells, person.comment]


def _export(of: Survey) -> Export:
    of = of.without("incomplete", "same token").whole()
    head: Row = ["Submission ID", "Respondent ID", "Submitted at", *(of.ask(one.name) for one in ATTRIBUTES)]
    head += [of.ask("ranking"), *(of.said(row) for row in SATISFACTION), of.ask("services")]
    head += [f"{of.ask('services')} ({of.said(row)})" for row in SERVICES] + [of.ask("comment")]
    rows = [head, *(_cells(of, p) for p in of.people)]
    return Export("Member survey_Submissions_2026-03-19.csv", as_text(rows), of, "tally", "ordered cell")


VARIANTS = {"csv": _export}
