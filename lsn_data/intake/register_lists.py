"""Where in a workbook does a register stand, and which register is it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lsn_data.intake import foreign_problems  # noqa: F401  (declares the kinds that turning a list may bring up)
from lsn_data.intake.cells import is_nothing
from lsn_data.intake.door import Workbook
from lsn_data.intake.foreign import crosses, periods, quadrants
from lsn_data.intake.foreign.known import known_of
from lsn_data.intake.listed import Listed, lists_of
from lsn_data.intake.opened import Opened
from lsn_data.intake.register_columns import PLACE, Columns, columns_of, heads_of, missing, names_in, share
from lsn_data.intake.report import Problem
from lsn_data.intake.tools import BY_HAND, tool_of
from lsn_data.sheets.declared import Field, Sheet, plain
from lsn_data.sheets.registers import REGISTERS

THEMES = 3
SURE = 0.6
ENOUGH_ROWS = 300
ENOUGH = 2.5
# What a title, a sheet's name or a file's name may say of its kind.
TITLES = {
    "members": ("mitglieder", "members", "mitgliederliste", "mitgliederverzeichnis", "member list"),
    "projects": ("projekte", "projects", "projektliste", "projektübersicht", "project list"),
    "funding": ("förderung", "funding", "fördermittel", "drittmittel"),
    "kpi": ("kpi", "kpis", "kennzahlen", "indicators", "indikatoren"),
    "measures": ("maßnahmen", "measures", "maßnahmenplan", "massnahmen", "aktionsplan", "action plan"),
    "swot": ("swot",), "workshops": ("workshop", "workshops", "world café", "fokusgruppe"),
    "stories": ("erfolgsgeschichten", "success stories"), "strategy": ("strategie", "strategy"),
    "partnerships": ("partnerschaften", "partnerships", "kooperationen"),
    "services": ("angebote", "services", "leistungen", "nutzung"),
    "finance": ("finanzen", "finance", "einnahmen", "income", "finanzierung", "haushalt", "erträge", "finanzübersicht"),
    "peers": ("vergleichscluster", "peers", "benchmark", "peer clusters"),
    "context": ("rahmendaten", "context figures", "umfeld"),
    "proposals": ("vorschläge", "proposals", "vorschlagsliste"),
}  # fmt: skip
_INCOME = ("beitrag", "beiträge", "förder", "projektmittel", "sponsor", "einnahmen", "zuschuss", "zuschüsse", "fees",
"grants",
           "income", "erlöse", "zuwendung", "drittmittel", "funding", "fees")  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A register in a sheet: the list, and what each of its columns is."""

    sheet: Sheet
    listed: Listed
    columns: Columns

    @cached_property
    def missing(self) -> list[Field]:
        """Required fields that have no column."""
        return missing(self.sheet, self.columns)

    @property
    def share(self) -> float:
        """The share of headings that the register knows."""
        return self.columns.known / max(1, sum(1 for heading in self.listed.headings if heading))

    @property
    def fit(self) -> tuple[bool, bool, int, int, float]:
        """How well the list fits: needed columns there, rows under them, how many headings are known, their share.

        A title of one word ("Projekt") is a heading too, all of it known: that many are known comes first.
        """
        return (not self.missing, bool(self.listed.sample), self.columns.known, self.columns.own, self.share)

    @property
    def is_list(self) -> bool:
        """One known word alone is the heading of a list only where the sheet begins with it."""
        return self.columns.known > 1 or not self.listed.above

    def evidence(self, title: str) -> float:
        """What speaks for this register: names of our own, cells that are what their heading says, a telling title."""
        total = 0.0
        for at, field in self.columns.fields.items():
            cells = self.listed.column(at)
            own = plain(self.listed.headings[at]) in {plain(name) for name in (field.name, field.en, field.de)}
            total += 0.9 if own else 0.6
            if field.holds in ("choice", "choices", "number", "when", "yes") and cells:
                good = share(field.model_copy(update={"open": False}), cells)
                total += 0.7 if good >= 0.5 else -0.6 if field.holds == "choice" and good < 0.2 and not own else 0.0
        total += 0.5 * sum(1 for one in self.columns.helpers.values() if one == PLACE)
        total += 0.5 * len({one for one in self.columns.helpers.values() if one != PLACE})
        total += 0.4 * len(self.columns.funding)
        words = f" {plain(' '.join((title, self.listed.sheet, *self.listed.above[:6])))} "
        total += 1.2 * any(f" {plain(word)} " in words for word in TITLES[self.sheet.kind])
        total += 2.0 * (self.listed.form == "quadrants") + 1.0 * ("crosses" in self.listed.form)
        # A heading that asks something is of a questionnaire: lists have names over their columns.
        asks = sum(
            1 for heading in self.listed.headings if heading.rstrip(" *").endswith("?") and heading.count(" ") > 2
        )
        return total - self._lacks() - 3.0 * asks

    def _lacks(self) -> float:
        """A form that any table of numbers could take needs names that belong to the register."""
        if self.listed.form not in ("figures across", "periods across"):
            return 0.0
        names = " ".join(str(line.cells[self._named]).casefold() for line in self.listed.sample)
        if self.sheet.kind == "finance":
            return -1.5 if any(word in names for word in _INCOME) else 3.0
        if self.sheet.kind == "kpi":
            kpis = known_of().kpis
            known = any(plain(str(line.cells[self._named])) in kpis for line in self.listed.sample)
            return -1.0 if known else 0.5 if self.listed.form == "periods across" else 1.5
        return 1.0 if self.listed.form == "figures across" else 0.0

    @property
    def _named(self) -> int:
        names = periods.FIGURES[self.sheet.kind][0]
        return self.columns.at(names) or 0


def recognised(data: bytes, file_name: str) -> str | None:
    """The kind of register that a file surely is, or None (a survey, perhaps, or nothing of ours)."""
    return register_kind(Opened(data, file_name))


def register_kind(file: Opened) -> str | None:
    """The kind of register that a file surely holds, the first that has rows; None for a survey."""
    best = max(file.registers, key=lambda one: bool(one.listed.sample), default=None)
    return best.sheet.kind if best else None


def registers_in(workbook: Workbook, file_name: str) -> list[Found]:
    """The register on each visible sheet that surely holds one; none for a survey."""
    workbook = shortened(workbook)
    if workbook.response_sheet or any(_of_a_tool(rows) for rows in workbook.sheets.values()):
        return []
    sure = []
    for title in workbook.sheets:
        best = _surest(workbook, title, file_name)
        if best:
            sure.append(best)
    # A list of our own headings alone is ours; any other may be a survey.
    loose = [one for one in sure if not _is_ours(one)]
    doubtful = [one for one in sure if one.missing]
    return [] if sure and len(loose) == len(sure) and _is_survey(workbook, len(doubtful) == len(sure)) else sure


def _is_ours(one: Found) -> bool:
    """Are nearly all of its headings our own, and none lacking?"""
    return not one.missing and one.columns.own >= SURE * sum(map(bool, one.listed.headings))


def _surest(workbook: Workbook, title: str, file_name: str) -> Found | None:
    if title in workbook.hidden:
        return None
    only_one = file_name if len(workbook.sheets) == 1 else ""
    found = [one for one in candidates(workbook, tuple(REGISTERS.values()), title) if one.is_list]
    weighed = [(one.evidence(only_one), one) for one in found if not one.missing]
    # Our own headings, as our templates have them, are sure without any row.
    ours = [one for _, one in weighed if _is_ours(one) and not one.listed.form]
    if ours:
        return max(ours, key=lambda one: (one.columns.own, one.fit))
    weighed = [
        (points, one) for points, one in weighed if (one.share >= SURE and points > 1.2) or points >= ENOUGH
    ]  # fmt: skip
    return max(weighed, key=lambda both: (both[0], both[1].fit))[1] if weighed else _doubtful(found, only_one)


def _doubtful(found: Sequence[Found], title: str) -> Found | None:
    """A register whose needed column must be asked about, where everything else speaks for it."""
    asked = [one for one in found if askable(one) and one.evidence(title) >= ENOUGH]
    return max(asked, key=lambda one: one.evidence(title), default=None)


def askable(found: Found) -> bool:
    """Is there a suggestion for every needed column that is missing?"""
    likely = {name for names in found.columns.suggestions.values() for name in names}
    return bool(found.missing) and all(field.name in likely for field in found.missing)


def nearest(workbook: Workbook) -> list[Found]:
    """The registers that come nearest, for a file that is none: two known columns or more, best first."""
    best: dict[str, Found] = {}
    for one in candidates(shortened(workbook), tuple(REGISTERS.values())):
        if one.columns.known >= 2 and (one.sheet.kind not in best or one.fit > best[one.sheet.kind].fit):
            best[one.sheet.kind] = one
    return sorted(best.values(), key=lambda one: (-one.columns.known, len(one.missing)))[:2]


def nearest_kinds(file: Opened) -> list[tuple[str, tuple[str, str], list[tuple[str, str]]]]:
    """Kind, label and the labels of the missing columns of the registers that come nearest."""
    found = [] if isinstance(file.workbook, Problem) else nearest(file.workbook)
    return [(one.sheet.kind, one.sheet.label, [field.label for field in one.missing]) for one in found if one.missing]


def shortened(workbook: Workbook) -> Workbook:
    """The first rows of each sheet: enough to see what stands where, however long the sheets are."""
    return replace(workbook, sheets={title: rows[:ENOUGH_ROWS] for title, rows in workbook.sheets.items()})


def whole(found: Found, workbook: Workbook, told: Mapping[str, str] | None) -> Found:
    """The same list with all of its rows."""
    title = found.listed.sheet
    rows = workbook.sheets[title]
    if len(rows) <= ENOUGH_ROWS:
        return found
    if found.listed.form == "quadrants":
        return next(_swot(title, rows, told), found)
    listed = next(one for one in lists_of(title, rows) if one.first == found.listed.first)
    again = _of_list(listed, (found.sheet,), told)
    return next((one for one in again if one.listed.form == found.listed.form), found)


def candidates(
    workbook: Workbook, sheets: Sequence[Sheet], only: str | None = None, told: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Every list of a workbook that has at least one column of these registers."""
    for title, rows in workbook.sheets.items():
        if only is not None and title != only:
            continue
        if any(sheet.kind == "swot" for sheet in sheets):
            yield from _swot(title, rows, told)
        for listed in lists_of(title, rows):
            yield from _of_list(listed, sheets, told)


def _swot(title: str, rows: Sequence[Sequence[object]], told: Mapping[str, str] | None) -> Iterator[Found]:
    for listed in quadrants.turned(title, rows):  # type: ignore[arg-type]
        yield Found(REGISTERS["swot"], listed, columns_of(REGISTERS["swot"], listed, told))


def _of_list(listed: Listed, sheets: Sequence[Sheet], told: Mapping[str, str] | None) -> Iterator[Found]:
    for sheet in sheets:
        if not told and not _worth(sheet, listed):
            continue
        plain_list = crosses.turned(sheet, listed)
        for one in (plain_list, *periods.turned(sheet, plain_list)):
            columns = columns_of(sheet, one, told)
            if columns.known:
                yield Found(sheet, one, columns)


def _worth(sheet: Sheet, listed: Listed) -> bool:
    """Does the row name at least one column of this register? Most rows hold data, and are passed over quickly."""
    return any(names_in(heading) & heads_of(sheet) for heading in listed.headings if heading)


def _of_a_tool(rows: Sequence[Sequence[object]]) -> bool:
    """Did a survey tool write these headings?"""
    top = [["" if is_nothing(cell) else str(cell) for cell in row] for row in rows[:5]]  # type: ignore[arg-type]
    return any(map(any, top)) and tool_of(top) is not BY_HAND


def _is_survey(workbook: Workbook, doubtful: bool) -> bool:
    """Is there a ranking in it? A register whose needed column would have to be asked for (`doubtful`) is none either
    where the headings ask about the themes.
    """
    from lsn_data.intake.survey import tables_of

    return any(one.blocks or (doubtful and one.themes >= THEMES) for one in tables_of(workbook))
