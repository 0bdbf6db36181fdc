"""What do the rows of a register's list say? Cell by cell, then row by row, with everything that is in doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lsn_data.intake.alike import alike
from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.columns import MAIL
from lsn_data.intake.foreign.amounts import amount_of
from lsn_data.intake.foreign.known import Known, with_ids
from lsn_data.intake.foreign.places import place_of
from lsn_data.intake.foreign.spans import Span, span_of
from lsn_data.intake.listed import Line, Listed
from lsn_data.intake.register_columns import ENDS, PLACE, SPAN, STANDING, STANDS_IN, Columns
from lsn_data.intake.report import LeftOut
from lsn_data.intake.rows import is_summary_text
from lsn_data.intake.values import Understood, number_of, understood
from lsn_data.sheets.declared import Field, Sheet, plain
from lsn_data.sheets.identity import identity

EXAMPLE = re.compile(r"(?:example|beispiel)\s*:", re.IGNORECASE)
_FOOT = re.compile(
    r"^(?:stand|quelle|source|anmerkung|hinweis|note|erstellt|export(?:iert)?|as of|legende|legend|"
    r"letzte änderung|datum)\b.*[:\d]"
    r"|^(?:summe|gesamt|total|anzahl|insgesamt)\b.{0,40}\d|^[*¹²³†]",
    re.IGNORECASE,
)
_FORMER = re.compile(
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
_GERMAN_NUMBER = re.compile(r"\d,\d{1,2}(?!\d)|\d\.\d{3},\d")
_ENGLISH_NUMBER = re.compile(r"\d\.\d{1,2}(?!\d)|\d,\d{3}\.\d")

Row = dict[str, Any]
Reader = Callable[[Cell], Understood]


@dataclass(frozen=True)
class Part:
    """One list of the register: where a register stands on several sheets, there are several."""

    listed: Listed
    columns: Columns


@dataclass
class Asked:
    """Texts of a column whose meaning must be told, each with what it may be."""

    field: Field
    texts: dict[str, tuple[str, ...]]


class RowsOf:
    """The parts of a register on their way to rows; afterwards `cases`, `left_out` and `asked` tell all doubts."""

    def __init__(
        self, sheet: Sheet, parts: Sequence[Part], values: Mapping[str, Mapping[str, str]], known: Known | None
    ) -> None:
        self.sheet, self.parts, self.known = sheet, parts, known or Known()
        self.values = {plain(heading): {plain(t): c for t, c in codes.items()} for heading, codes in values.items()}
        self.cases: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
        self.left_out: list[LeftOut] = []
        self.asked: dict[str, Asked] = {}
        self.funding: list[Row] = []
        self.needed = {field.name for field in sheet.required if not field.may_be_blank}

    def rows(self) -> list[Row]:
        """All rows, those of the same key as one."""
        found = [row for part in self.parts for row in self._of_part(part)]
        if self.sheet.kind == "swot":
            with_ids(found, self.known)
        return self._merged(found)

    # row by row -----------------------------------------------------------------------------------------------------

    def _of_part(self, part: Part) -> Iterator[Row]:
        used = [*part.columns.fields, *part.columns.funding, *part.columns.helpers]
        readers = {at: self.reader(part, at, field) for at, field in part.columns.fields.items()}
        wide = sum(len(line.cells) - sum(map(is_nothing, line.cells)) > 1 for line in part.listed.sample) > 1
        former = self.sheet.kind == "members" and bool(_FORMER.search(plain(part.listed.sheet)))
        carried: Row = (self._section(part.listed.sheet) or {}) if len(self.parts) > 1 else {}
        quadrant: Cell = None
        quadrant_at = part.columns.at("quadrant")
        for line in part.listed.lines:
            filled = [text_of(line.cells[at]) for at in used if not is_nothing(line.cells[at])]
            whole = sum(1 for cell in line.cells if not is_nothing(cell))
            if reason := self._left(filled, whole, wide, len(part.columns.fields), bool(part.listed.form)):
                self.left_out.append(LeftOut(line.number, reason, filled[0][:40] if filled else ""))
                continue
            if wide and whole == 1 and (section := self._section(filled[0])):
                carried = {**carried, **section}
                self.left_out.append(LeftOut(line.number, "total", filled[0][:40]))
                continue
            if quadrant_at is not None and is_nothing(line.cells[quadrant_at]) and quadrant is not None:
                cells = [*line.cells[:quadrant_at], quadrant, *line.cells[quadrant_at + 1 :]]
                line = Line(line.number, cells, line.sheet, line.stood)
            elif quadrant_at is not None:
                quadrant = line.cells[quadrant_at]
            row = self._row(part, line, readers)
            for name, value in carried.items():
                row[name] = row[name] or value
            if self.sheet.kind != "members" or self._is_member(part, line, row, former):
                yield row

    @staticmethod
    def _left(filled: Sequence[str], whole: int, wide: bool, columns: int, turned: bool) -> Any:
        """Why a row is none: blank, an example, a sum, a foot note; None for a row."""
        if not filled:
            return "blank"
        if EXAMPLE.match(filled[0]):
            return "test"
        if is_summary_text(filled[0]) and (len(filled) < columns or turned):
            return "total"
        return "total" if wide and whole == 1 and columns > 1 and _FOOT.match(filled[0]) else None

    def _section(self, text: str) -> Row | None:
        """What a row that holds one word says of those under it: a sector, a state; {} for a letter of the alphabet."""
        if re.fullmatch(r"[A-ZÄÖÜ]", text):
            return {}
        for field in self.sheet.fields:
            if field.holds == "choice" and not field.open and (code := field.code_of(text)):
                return {field.name: code}
        return None

    def _row(self, part: Part, line: Line, readers: Mapping[int, Reader]) -> Row:
        """The fields of a row, every field of the declaration there."""
        row: Row = {"row": line.number}
        for field in self.sheet.fields:
            row[field.name] = [] if field.holds in ("list", "choices") else None
        later: Row = {}
        for at, field in part.columns.fields.items():
            cell = line.cells[at]
            if isinstance(cell, str) and "@" in cell:
                cell = self._without_contacts(part, line, at, cell)
            found = readers[at](cell)
            row[field.name] = found.value
            later.update({name: value for name, value in found.more.items() if value is not None})
            self._judge(part, line, at, field, cell, found)
        for name, value in later.items():
            if name in row and row[name] in (None, []):
                row[name] = value
        self._help(part, line, row)
        for field in self.sheet.fields:
            row[field.name] = row[field.name] or field.usual or row[field.name]
        self._pair(row)
        return row

    def _pair(self, row: Row) -> None:
        """A text given in one language serves both; a title names a row that has no other name."""
        for field in self.sheet.fields:
            if field.pair and row[field.name] is None:
                row[field.name] = next(
                    (row[one.name] for one in self.sheet.fields if one.pair == field.pair and row[one.name]), None
                )
        name, pair = STANDS_IN.get(self.sheet.kind, ("", ""))
        if (
            name
            and row[name] is None
            and not any(field.name == name for p in self.parts for field in p.columns.fields.values())
        ):
            row[name] = self._known_kpi(row[f"{pair}_de"] or row[f"{pair}_en"])

    def _known_kpi(self, name: str | None) -> str | None:
        return self.known.kpis.get(plain(name), name) if name and self.sheet.kind == "kpi" else name

    def _help(self, part: Part, line: Line, row: Row) -> None:
        """What columns that are no fields tell: a place, a run time, funding."""
        helpers = part.columns.helpers
        places = [
            text_of(line.cells[at]) for at, one in helpers.items() if one == PLACE and not is_nothing(line.cells[at])
        ]
        if places and row.get("state") is None:
            found = place_of(places)
            row["state"] = found.state
            if found.why:
                self._note(
                    found.why, part, row=line.number, column=self._place_heading(part), value=" ".join(places)[:60]
                )
        span_at = next((at for at, one in helpers.items() if one == SPAN), None)
        if span_at is not None and not is_nothing(line.cells[span_at]):
            span = span_of(line.cells[span_at])
            self._spanned(row, span)
            if span is None:
                heading = part.listed.headings[span_at]
                self._note("not-a-span", part, row=line.number, column=heading, value=text_of(line.cells[span_at])[:60])
        if part.columns.funding:
            self._funded(part, line, row)

    def _place_heading(self, part: Part) -> str:
        return ", ".join(part.listed.headings[at] for at, one in part.columns.helpers.items() if one == PLACE)

    def _spanned(self, row: Row, span: Span | None) -> None:
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
                self._note("amount-unclear", part, **where)
            elif found.doubtful:
                self._note("approximate", part, **where)
        self.funding.append(told)

    def _is_member(self, part: Part, line: Line, row: Row, former: bool) -> bool:
        """Former members count with the day they left alone; who asks to join is no member yet."""
        at = next((at for at, one in part.columns.helpers.items() if one == STANDING), None)
        said = text_of(line.cells[at]) if at is not None and not is_nothing(line.cells[at]) else ""
        heading = part.listed.headings[at] if at is not None else ""
        name = str(row["member"] or said)[:60]
        where: Row = {"row": line.number, "column": heading, "value": name}
        if _NO_MEMBER.search(plain(said)):
            self._note("no-member", part, **where)
        elif (former or _FORMER.search(plain(said)) or _says_no(heading, said)) and row["left"] is None:
            self._note("former-without-date", part, **where)
        else:
            return True
        self.left_out.append(LeftOut(line.number, "incomplete", name[:40]))
        return False

    # cell by cell ---------------------------------------------------------------------------------------------------

    def reader(self, part: Part, at: int, field: Field) -> Reader:
        """What reads a column's cells: each distinct cell once."""
        heading = part.listed.headings[at]
        given = self.values.get(plain(heading), {})
        sign = _decimal_sign([line.cells[at] for line in part.listed.sample]) if field.holds == "number" else ""
        places_too = field.name == "state" and PLACE in part.columns.helpers.values()
        seen: dict[tuple[type, Cell], Understood] = {}

        def read(cell: Cell) -> Understood:
            key = (type(cell), cell)
            if key not in seen:
                seen[key] = self._read(field, cell, heading, given, sign, bool(part.listed.form), places_too)
            return seen[key]

        return read

    def _read(
        self,
        field: Field,
        cell: Cell,
        heading: str,
        given: Mapping[str, str],
        sign: str,
        turned: bool,
        places_too: bool,
    ) -> Understood:
        if given and (code := given.get(plain(text_of(cell)))) is not None:
            several = field.holds in ("list", "choices")
            return Understood(([code] if several else code) if code else text_of(cell) if field.name == "kpi" else None)
        if field.name == "amount" and not is_nothing(cell):
            return self._money(field, cell, heading)
        if field.name == "kpi" and self.sheet.kind == "kpi" and not is_nothing(cell):
            return self._kpi(text_of(cell), heading, turned)
        if (
            field.name in (end for ends in ENDS.values() for end in ends)
            and isinstance(cell, str)
            and (span := span_of(cell))
        ):
            return self._one_end(field, span)
        found = understood(field, cell)
        if field.holds == "number" and found.problem == "not-a-number" and sign:
            number = number_of(text_of(cell).replace("." if sign == "," else ",", ""))
            return Understood(number) if number is not None else found
        if places_too and found.problem and found.value is None:
            return Understood(None)  # the postcode or the town beside it tells
        return found

    def _money(self, field: Field, cell: Cell, heading: str) -> Understood:
        found = amount_of(cell, heading)
        if found is None:
            return understood(field, cell) if not isinstance(cell, str) else Understood(problem="not-a-number")
        more = {"currency": found.currency or None, "doubtful": True if found.doubtful else None}
        return Understood(found.amount, "approximate" if found.doubtful else "", more=more)

    def _one_end(self, field: Field, span: Span) -> Understood:
        start, end = ENDS.get(self.sheet.kind, ("start", "end"))
        more = {"status": "running"} if span.running else {}
        if field.name == start:
            return Understood(span.start, more={**more, end: span.end})
        if field.name == end:
            # "2025" in the column of the end is its end.
            return Understood(span.end or span.start, more={})
        found = span.start or span.end
        return Understood(found) if found else Understood(problem="not-a-date")

    def _kpi(self, text: str, heading: str, turned: bool) -> Understood:
        """A KPI by its code or any of its names; what is nearly a known name is asked about."""
        bare = re.sub(r"\s*[(\[][^()\[\]]*[)\]]|\s*[*†¹²³]+$|,?\s+in\s+%$", "", text).strip() or text
        unit = re.search(r"[(\[]\s*(?:in\s+)?([^()\[\]]{1,20}?)\s*[)\]]\s*$", text) or re.search(r"\sin\s+(%)$", text)
        more = {"unit": unit[1]} if unit else {}
        code = self.known.kpis.get(plain(text)) or self.known.kpis.get(plain(bare))
        if code:
            return Understood(code, more=more)
        near = alike(bare, self.known.kpis, least=0.9) if turned or " " in text else []
        if near:
            codes = tuple(dict.fromkeys(self.known.kpis[name] for name in near))[:3]
            self.asked.setdefault(heading, Asked(self.sheet.field("kpi"), {})).texts[text] = codes
        return Understood(bare if turned else text, more=more)

    def _without_contacts(self, part: Part, line: Line, at: int, cell: str) -> Cell:
        """The cell without e-mail addresses, whichever column they stand in; the address itself is not told."""
        if not MAIL.search(cell):
            return cell
        self._note("contact-in-cell", part, row=line.number, column=part.listed.headings[at], at=line.column(at))
        return MAIL.sub("", cell).strip(" ,;:<>()") or None

    def _judge(self, part: Part, line: Line, at: int, field: Field, cell: Cell, found: Understood) -> None:
        """What is wrong with a cell; trouble with a needed one stands in the way of the whole file."""
        if found.problem or (field.required and found.value in (None, [])):
            self._doubt(part, line, at, field, cell, found)

    def _doubt(self, part: Part, line: Line, at: int, field: Field, cell: Cell, found: Understood) -> None:
        heading = part.listed.headings[at]
        where: Row = {"row": line.number, "column": heading, "value": text_of(cell)[:60], "at": line.column(at)}
        needed = field.name in self.needed
        if not found.problem:
            if needed:
                self._note("cell-missing", part, **where)
        elif found.problem == "not-in-list":
            where["value"] = "; ".join(found.left)[:60] or where["value"]
            where["allowed"] = {"labels": [choice.label for choice in field.choices]}
            if not (needed and not found.value and self._asks(field, cell, heading)):
                self._note("needed-cell-not-in-list" if needed and not found.value else "not-in-list", part, **where)
        elif needed and found.value in (None, []):
            self._note("needed-cell-unclear", part, **where)
        else:
            self._note(found.problem, part, **where)
        if field.name == "principles" and not found.value:
            named = part.columns.at("measure")
            measure = text_of(line.cells[named]) if named is not None else ""
            self._note("off-strategy", part, row=line.number, value=measure, at=line.column(at))

    def _asks(self, field: Field, cell: Cell, heading: str) -> bool:
        """Is a text near one of a needed column's values? Then it is asked about instead of refused."""
        text = text_of(cell)
        near = suggested(field, text)
        if near:
            self.asked.setdefault(heading, Asked(field, {})).texts[text] = near
        return bool(near)

    # rows of the same key -------------------------------------------------------------------------------------------

    def _merged(self, rows: Sequence[Row]) -> list[Row]:
        """Rows of the same key as one: told, and their differences too."""
        kept: dict[tuple[Any, ...], Row] = {}
        for number, row in enumerate(rows):
            # A row without a name of its own is told as such; it is nobody's duplicate.
            nameless = any(row[name] is None for name in self.sheet.key if name in self.needed)
            first = kept.setdefault((number,) if nameless else identity(self.sheet, row), row)
            if first is not row:
                self._join(first, row)
        return list(kept.values())

    def _join(self, first: Row, row: Row) -> None:
        self.left_out.append(LeftOut(row["row"], "duplicate", str(first["row"])))
        part = self.parts[0]
        name = str(next(row[name] for name in self.sheet.key if row[name] is not None))
        clash = [
            field
            for field in self.sheet.fields
            if field.name not in self.sheet.key
            and first[field.name] not in (None, []) and row[field.name] not in (None, [], first[field.name])
        ]  # fmt: skip
        if clash:
            self._note("row-conflict", part, row=row["row"], value=name, column=self.heading(clash[0]))
        else:
            self._note("row-twice", part, row=row["row"], value=name)
        for field in self.sheet.fields:
            if first[field.name] in (None, []):
                first[field.name] = row[field.name]

    def heading(self, field: Field) -> str:
        """What the file calls a field, or would call it."""
        for part in self.parts:
            at = part.columns.at(field.name)
            if at is not None:
                return part.listed.headings[at]
        return field.name

    def _note(self, kind: str, part: Part, **where: Any) -> None:
        key = (kind, part.listed.sheet, str(where.get("column", "")))
        self.cases.setdefault(key, []).append(where)


def suggested(field: Field, text: str) -> tuple[str, ...]:
    """The codes whose names are written like a text, the likeliest first.

    >>> from lsn_data.sheets.registers import REGISTERS
    >>> suggested(REGISTERS["swot"].field("quadrant"), "Stärcke")
    ('strength',)
    """
    names = {
        name: choice.code for choice in field.choices for name in (choice.code, choice.en, choice.de, *choice.also)
    }
    return tuple(dict.fromkeys(names[name] for name in alike(text, names)))[:3]


def _says_no(heading: str, said: str) -> bool:
    """ "Aktiv: nein" is a former member."""
    return plain(heading) in ("aktiv", "active") and plain(said) in ("nein", "no", "n", "0", "false", "falsch")


def _decimal_sign(cells: Sequence[Cell]) -> str:
    """The decimal sign that a column's texts prove: "," or "."; "" if none or both."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    german = any(_GERMAN_NUMBER.search(text) for text in texts)
    english = any(_ENGLISH_NUMBER.search(text) for text in texts)
    return "" if german == english else "," if german else "."
