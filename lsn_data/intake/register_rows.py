"""What do the rows of a register's list say? Cell by cell, then row by row, with everything that is in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lsn_data.intake.cells import text_of
from lsn_data.intake.foreign.amounts import unit_of
from lsn_data.intake.foreign.known import Known, with_ids
from lsn_data.intake.listed import Line
from lsn_data.intake.register_beside import FORMER, Beside
from lsn_data.intake.register_cells import CellsOf, Codes, Reader
from lsn_data.intake.register_columns import STANDS_IN
from lsn_data.intake.register_doubts import Doubts
from lsn_data.intake.register_figures import FIGURES, Figure, Shares, fitted
from lsn_data.intake.register_lines import Lines, section_of
from lsn_data.intake.register_notes import Notes, Part, Row
from lsn_data.intake.register_same import Same
from lsn_data.sheets.declared import Sheet, plain


class RowsOf:
    """The parts of a register on their way to rows; afterwards `notes` tell all doubts."""

    def __init__(
        self,
        sheet: Sheet,
        parts: Sequence[Part],
        values: Codes,
        known: Known | None,
        shares: Mapping[str, str] | None = None,
    ) -> None:
        self.sheet, self.parts, self.known, self.notes = sheet, parts, known or Known(), Notes()
        self.cells = CellsOf(sheet, values, self.known, self.notes)
        self.beside = Beside(sheet, self.notes)
        self.doubts = Doubts(sheet, self.notes)
        self.told_shares, self.figures = shares or {}, list[Figure]()
        self.shares: tuple[Shares, ...] = ()
        self.singles = [field.name for field in sheet.fields if field.holds not in ("list", "choices")]
        self.several = [field.name for field in sheet.fields if field.holds in ("list", "choices")]
        self.usual = {field.name: field.usual for field in sheet.fields if field.usual}
        self.pairs = [
            (one.name, other.name)
            for one in sheet.fields
            for other in sheet.fields
            if one.pair and one.pair == other.pair and one is not other
        ]

    def rows(self) -> list[Row]:
        """All rows, those of the same key as one."""
        found = [row for part in self.parts for row in self._of_part(part)]
        self.shares = fitted(self.figures, self.sheet, self.told_shares, self.notes)
        if self.sheet.kind == "swot":
            with_ids(found, self.known)
        return Same(self.sheet, self.parts, self.notes).merged(found)

    def _of_part(self, part: Part) -> Iterator[Row]:
        readers = {at: self.cells.reader(part, at, field) for at, field in part.columns.fields.items()}
        former = self.sheet.kind == "members" and bool(FORMER.search(plain(part.listed.sheet)))
        carried = (section_of(self.sheet, part.listed.sheet) or {}) if len(self.parts) > 1 else {}
        for line, above in Lines(self.sheet, part, self.notes).rows(carried):
            row = self._row(part, line, readers)
            for name, value in above.items():
                row[name] = row[name] or value
            if self.sheet.kind != "members" or self.beside.is_member(part, line, row, former):
                yield row

    def _row(self, part: Part, line: Line, readers: Mapping[int, Reader]) -> Row:
        """The fields of a row, every field of the declaration there."""
        row: Row = {"row": line.number, **dict.fromkeys(self.singles), **{name: [] for name in self.several}}
        later: Row = {}
        figures: list[Figure] = []
        own: tuple[int, str] | None = None
        for at, field in part.columns.fields.items():
            cell = line.cells[at]
            if isinstance(cell, str) and "@" in cell:
                cell = self.doubts.without_contacts(part, line, at, cell)
            found = readers[at](cell)
            row[field.name] = found.value
            if found.more:
                later |= {name: value for name, value in found.more.items() if value is not None}
            if field.name in FIGURES and found.value is not None:
                figures.append(Figure(part, line, at, field.name, cell, found, row))
            self.doubts.judge(part, line, at, field, cell, found)
            if found.own and field.name == "amount":
                own = (at, found.own)
        for name, value in later.items():
            if name in row and row[name] in (None, []):
                row[name] = value
        if own:
            self._own_currency(part, line, *own, row)
        self.beside.help(part, line, row)
        for name, usual in self.usual.items():
            row[name] = row[name] or usual
        self._named(row)
        self.figures += figures
        return row

    def _own_currency(self, part: Part, line: Line, at: int, own: str, row: Row) -> None:
        """The currency in the cell of the amount counts over the one in a column beside it."""
        beside = part.columns.at("currency")
        said = text_of(line.cells[beside]) if beside is not None else ""
        if unit_of(said)[1] not in ("", own):
            where = {"row": line.number, "column": part.listed.headings[at], "value": text_of(line.cells[at])[:60]}
            self.notes.note("currency-differs", part, **where, at=line.column(at), beside=said)
            row["currency"] = own

    def _named(self, row: Row) -> None:
        """A text given in one language serves both; a title names a row that has no other name."""
        for one, other in self.pairs:
            row[one] = row[one] if row[one] is not None else row[other] or None
        name, pair = STANDS_IN.get(self.sheet.kind, ("", ""))
        if name and row[name] is None and not any(part.columns.at(name) is not None for part in self.parts):
            row[name] = self._known_kpi(row[f"{pair}_de"] or row[f"{pair}_en"])

    def _known_kpi(self, name: str | None) -> str | None:
        return self.known.kpis.get(plain(name), name) if name and self.sheet.kind == "kpi" else name
