"""What does a LimeSurvey export look like? One column a rank; an empty submit date is an unfinished answer.

`1980-01-01` as submit date means: finished, the date is withheld.
"""

from lsn_data.intake.tools import Rows, Tool, first_row, headings
from lsn_data.sheets.declared import plain

_CODES = headings("submitdate", "lastpage", "startlanguage")
_GERMAN = headings("Datum Abgeschickt", "Letzte Seite", "Start-Sprache")
_ENGLISH = headings("Date submitted", "Last page", "Start language")
_SUBMITTED = headings("submitdate", "Datum Abgeschickt", "Date submitted")


def _recognises(rows: Rows) -> bool:
    row = {name.split(" ", 1)[-1] if name.split(" ", 1)[0] in _CODES else name for name in first_row(rows)}
    return any(names <= (row | first_row(rows)) for names in (_CODES, _GERMAN, _ENGLISH))


def _finished(heading: str, text: str) -> bool:
    return bool(text) or plain(heading) not in _SUBMITTED


TOOL = Tool(
    name="limesurvey",
    order=4,
    recognises=_recognises,
    bookkeeping=_CODES
    | _GERMAN
    | _ENGLISH
    | headings(
        "id",
        "seed",
        "startdate",
        "datestamp",
        "ipaddr",
        "refurl",
        "token",
        "Antwort ID",
        "Zufallsstartwert",
        "Datum gestartet",
        "Datum letzte Aktivität",
        "IP-Adresse",
        "Weiterleitungs-URL",
        "Zugangscode",
        "Response ID",
        "Seed",
        "Date started",
        "Date last action",
        "IP address",
        "Referrer URL",
        "Access code",
        "interviewtime",
        "Gesamtzeit",
        "Total time",
    ),
    finished=_finished,
    marks_finished=True,
)
