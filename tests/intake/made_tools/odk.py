"""How does ODK Central write a survey? Groups joined by `-`, names instead of labels, the ranking in one cell."""

from __future__ import annotations

from lsn_data.sheets.survey import ATTRIBUTES
from tests.intake.made_tools import SATISFACTION, SERVICES, Export, Person, Row, Survey, as_text, clock
from tests.intake.made_tools.kobo import name_of, named

BEFORE = ("SubmissionDate", "meta-instanceID")
AFTER = (
    "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState",
    "DeviceID", "Edits", "FormVersion",
)  # fmt: skip


def _cells(of: Survey, person: Person) -> Row:
    key = f"uuid:{person.number:08d}"
    cells: Row = [clock(person, "2026-03-{day:02d}T{hour:02d}:{minute:02d}:40.123Z"), key]
    cells += [name_of(person.attributes[one.name] or "") for one in ATTRIBUTES]
    cells.append(" ".join(name_of(label) for label in of.listed(person)))
    cells += of.with_services_as(lambda n, on: 1 if on else 0, person)
    cells += [n or "" for n in person.satisfaction]
    return [*cells, person.comment, key, "12", "Web form", 0, 0, "", "", "", 0, "2026031"]


def _export(of: Survey) -> Export:
    of = of.without("incomplete", "same token").whole()
    head: Row = [*BEFORE, *(f"g1-{one.name}" for one in ATTRIBUTES), "g2-rank_themes"]
    head += [f"g3-services/{name_of(row[0])}" for row in SERVICES] + [f"g3-{name_of(row[0])}" for row in SATISFACTION]
    rows = [[*head, "g4-comment", *AFTER], *(_cells(of, p) for p in of.people)]
    return named(of, Export("member_survey.csv", as_text(rows), of, "odk", "ordered cell"))


VARIANTS = {"csv": _export}
