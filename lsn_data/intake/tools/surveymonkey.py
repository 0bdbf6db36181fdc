"""What does a SurveyMonkey export look like? The question once in row 1, its items in row 2; no finished mark."""

from __future__ import annotations

from lsn_data.intake.tools import Rows, Tool, first_cell, headings

_FIRST = headings("Respondent ID", "RespondentID", "Befragten-ID", "Teilnehmer-ID")


def _heading_rows(rows: Rows) -> int:
    return 2 if len(rows) > 1 and rows[1] and not rows[1][0] and any(rows[1]) else 1


TOOL = Tool(
    name="surveymonkey",
    order=3,
    recognises=lambda rows: first_cell(rows) in _FIRST,
    heading_rows=_heading_rows,
    bookkeeping=_FIRST
    | headings(
        "Collector ID",
        "Collector-ID",
        "CollectorID",
        "Start Date",
        "End Date",
        "StartDate",
        "EndDate",
        "Startdatum",
        "Enddatum",
        "Date Created",
        "Date Modified",
        "IP Address",
        "IP-Adresse",
        "Email Address",
        "E-Mail-Adresse",
        "First Name",
        "Vorname",
        "Last Name",
        "Nachname",
        "Custom Data 1",
        "Custom Data",
        "Benutzerdefinierte Daten 1",
    ),
    carries_question=True,
    has_not_applicable=True,
)
