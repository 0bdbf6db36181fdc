"""What does a Google Forms export look like? `Timestamp` first, a ranking is a grid: `Question [row]`."""

from lsn_data.intake.tools import Rows, Tool, headings
from lsn_data.sheets.declared import plain

_FIRST = headings("Timestamp", "Zeitstempel")


def _recognises(rows: Rows) -> bool:
    return bool(rows) and bool(rows[0]) and plain(rows[0][0]) in _FIRST


TOOL = Tool(
    name="googleforms",
    order=12,
    recognises=_recognises,
    bookkeeping=_FIRST | headings("Email Address", "E-Mail-Adresse", "Username", "Nutzername", "Score", "Punktzahl"),
)
