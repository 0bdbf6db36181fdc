"""What do columns tell that are no fields themselves: a place, a run time, funding, whether somebody is a member?"""

from __future__ import annotations

import re

from lsn_data.intake.cells import is_nothing, text_of
from lsn_data.intake.foreign.amounts import amount_of
from lsn_data.intake.foreign.places import place_of
from lsn_data.intake.foreign.spans import span_of
from lsn_data.intake.listed import Line
from lsn_data.intake.register_columns import ENDS, SPAN, STANDING
from lsn_data.intake.register_notes import Notes, Part, Row
from lsn_data.intake.report import LeftOut
from lsn_data.sheets.declared import Sheet, plain

FORMER = re.compile(
    r"\b(?:ehemalig\w*|ausgetreten\w*|gekündigt\w*|ausgeschieden\w*|former|inactive|inaktiv\w*|cancelled|beendet|ex|alt|"
    r"austritte?|left|nicht mehr|abgänge)\b",
    re.IGNORECASE,
)
_NO_MEMBER = re.compile(
    r"\b(?:interessent\w*|prospect\w*|lead|leads|bewerber\w*|antrag\w*|lieferant\w*|presse|angefragt|applicant\w*|"
    r"kein mitglied|"
    r"nichtmitglied|non member)\b",
    re.IGNORECASE,
)


class Beside:
    """What stands beside the fields; `funding` are the rows of that register that a project list brings along."""

    def __init__(self, sheet: Sheet, notes: Notes) -> None:
        self.sheet, self.notes = sheet, notes
        self.funding: list[Row] = []

    def help(self, part: Part, line: Line, row: Row) -> None:
        """What columns that are no fields tell: a place, a run time, funding."""
        if part.places and row["state"] is None:
            self._placed(part, line, row)
        if part.columns.helpers and (span_at := part.helper(SPAN)) is not None:
            self._spanned(part, line, row, span_at)
        if part.columns.funding:
            self._funded(part, line, row)

    def _placed(self, part: Part, line: Line, row: Row) -> None:
        places = [text_of(line.cells[at]) for at in part.places if not is_nothing(line.cells[at])]
        found = place_of(places)
        row["state"] = found.state
        if found.why:
            heading = ", ".join(part.listed.headings[at] for at in part.places)
            self.notes.note(found.why, part, row=line.number, column=heading, value=" ".join(places)[:60])

    def _spanned(self, part: Part, line: Line, row: Row, at: int) -> None:
        cell = line.cells[at]
        if is_nothing(cell):
            return
        span = span_of(cell)
        if span is None:
            heading = part.listed.headings[at]
            self.notes.note("not-a-span", part, row=line.number, column=heading, value=text_of(cell)[:60])
        start, end = ENDS[self.sheet.kind]
        if span:
            row[start], row[end] = row[start] or span.start, row[end] or span.end
            if span.running and "status" in row:
                row["status"] = row["status"] or "running"

    def _funded(self, part: Part, line: Line, row: Row) -> None:
        """The funding that stands beside a project, as a row of its own register."""
        cells = {
            field.name: line.cells[at] for at, field in part.columns.funding.items() if not is_nothing(line.cells[at])
        }
        if not cells or row.get("project") is None:
            return
        told: Row = {
            "row": line.number,
            "project": row["project"],
            "institutional": None,
            "doubtful": None,
            "note": None,
        }
        told.update(
            {name: text_of(cells[name]) if name in cells else None for name in ("programme", "funder", "currency")}
        )
        told["amount"] = None
        if "amount" in cells:
            at = next(at for at, field in part.columns.funding.items() if field.name == "amount")
            heading = part.listed.headings[at]
            found = amount_of(cells["amount"], heading)
            said = text_of(cells["amount"])[:200]
            where = {"row": line.number, "column": heading, "value": said[:60], "at": line.column(at)}
            told["amount"] = found.amount if found else None
            told["currency"] = told["currency"] or (found.currency if found else None) or None
            told["doubtful"] = True if found is None or found.doubtful else None
            told["note"] = said if told["doubtful"] else None
            if found is None:
                self.notes.note("amount-unclear", part, **where)
            elif found.doubtful:
                self.notes.note("approximate", part, **where)
        self.funding.append(told)

    def is_member(self, part: Part, line: Line, row: Row, former: bool) -> bool:
        """Former members count with the day they left alone; who asks to join is no member yet."""
        at = part.helper(STANDING)
        if at is None and not former:
            return True
        said = text_of(line.cells[at]) if at is not None and not is_nothing(line.cells[at]) else ""
        heading = part.listed.headings[at] if at is not None else ""
        name = str(row["member"] or said)[:60]
        where: Row = {"row": line.number, "column": heading, "value": name}
        if _NO_MEMBER.search(plain(said)):
            self.notes.note("no-member", part, **where)
        elif (former or FORMER.search(plain(said)) or _says_no(heading, said)) and row["left"] is None:
            self.notes.note("former-without-date", part, **where)
        else:
            return True
        self.notes.left_out.append(LeftOut(line.number, "incomplete", name[:40]))
        return False


def _says_no(heading: str, said: str) -> bool:
    """ "Aktiv: nein" is a former member."""
    return plain(heading) in ("aktiv", "active") and plain(said) in ("nein", "no", "n", "0", "false", "falsch")
