"""Which tables does a sheet hold, which way do they lie, and which of them holds the answers?

Most sheets hold one table with a row a respondent. Tables beside or below it are told, never mixed in. Where the
themes run down a column, or no ranking is seen, the sheet is also tried turned round and with one row an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lsn_data.intake.cells import Cell, any_said, is_nothing, place_of, text_of
from lsn_data.intake.columns import Columns, columns_of
from lsn_data.intake.columnwise import Rows
from lsn_data.intake.long import unfolded
from lsn_data.intake.problems import problem
from lsn_data.intake.ranking import Block, blocks_of
from lsn_data.intake.results import are_results
from lsn_data.intake.table import Frame, Heading, frame_of
from lsn_data.intake.turned import letters, turned
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import item_of

SURE = 3
_NUMBERED_ONE = re.compile(
    r"^(?:r|id|tn|p|nr\.?|no\.?|person|respondent|befragter?|teilnehmer(?:in)?|antwort|response|answer|mitglied|member|"
    r"firma|unternehmen|company|fall|case|proband|b)?\s*[-_#]?\s*\d{1,6}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """One table of the workbook with its columns and the rankings in it; `results` says that it holds no answers."""

    frame: Frame
    columns: Columns
    blocks: list[Block]
    results: bool = False

    @property
    def themes(self) -> int:
        """How many headings name a theme of the strategy."""
        return sum(1 for heading in self.frame.headings if item_of(heading.text) or item_of(heading.label))


def found_on(sheet: str, rows: Sequence[Sequence[Cell]]) -> list[Found]:
    """The readings of a sheet: first the one that holds the ranking, or else all, for the reason why there is none."""
    frame = frame_of(sheet, rows)
    if frame is None:
        return []
    wide = _wide(frame)
    if (wide.blocks and not _doubtful(wide)) or wide.themes >= SURE:
        return [wide]
    tried = [*_other_ways(sheet, rows, wide)]
    best = next((one for one in tried if one.blocks and not one.results), None)
    if best:
        return [best]
    if any(one.results for one in tried):
        wide = replace(wide, blocks=[], results=True)
    return [wide, *(replace(one, blocks=[]) for one in tried)]


def _wide(frame: Frame) -> Found:
    """The table as it lies: cut off from others on the sheet, and empty if it sums answers up."""
    frame = _without_tables_beside(frame)
    found = _without_tables_below(_found(frame))
    results = are_results(found.frame, found.blocks)
    return replace(found, blocks=[], results=True) if results else found


def _found(frame: Frame) -> Found:
    columns = columns_of(frame)
    named = frame.headings[0] if frame.lies == "long" else _names_of_turned(frame)
    if named:
        columns = _with_respondent_left_aside(columns, named)
    return Found(frame, columns, blocks_of(frame, columns))


def _names_of_turned(frame: Frame) -> Heading | None:
    """The first filled row of a turned sheet, if it names each column differently."""
    if frame.lies != "turned":
        return None
    first = next((h for h in frame.headings if any_said(frame.column(h.index))), None)
    if first is None or item_of(first.text) or item_of(first.label):
        return None
    names = [text_of(cell) for cell in frame.column(first.index) if not is_nothing(cell)]
    return first if len(set(names)) == len(names) else None


def _with_respondent_left_aside(columns: Columns, respondent: Heading) -> Columns:
    """Who the rows of a long table belong to is no answer."""
    if respondent not in columns.answers:
        return columns
    answers = tuple(heading for heading in columns.answers if heading != respondent)
    return replace(columns, bookkeeping=(*columns.bookkeeping, respondent), answers=answers)


def _doubtful(wide: Found) -> bool:
    """Themes in a column that is no part of the ranking, or a ranking over what look like respondents."""
    used = {heading.index for block in wide.blocks for heading in block.columns}
    themes = [h for h in wide.frame.headings if h.index not in used and _themes_in(wide.frame, h) >= SURE]
    if any(block.known >= SURE for block in wide.blocks):
        return False
    names = [label for block in wide.blocks for label in block.labels]
    people = sum(1 for name in names if _NUMBERED_ONE.match(name.strip()))
    return bool(themes) or people >= 0.8 * len(names)


def _themes_in(frame: Frame, heading: Heading) -> int:
    """How many themes a column names, one a cell."""
    texts = {text_of(cell) for cell in frame.column(heading.index) if isinstance(cell, str)}
    return len({item.code for text in texts if (item := item_of(text))})


def _other_ways(sheet: str, rows: Sequence[Sequence[Cell]], wide: Found) -> Iterator[Found]:
    """The sheet turned round, and gathered from one row an item."""
    other = turned(sheet, rows)
    if other:
        found = _found(other)
        yield replace(found, results=are_results(other, found.blocks))
    frame = unfolded(wide.frame, _ranks)
    if frame:
        yield _found(frame)


def _ranks(frame: Frame) -> int:
    """How well a table holds a ranking: its themes first, then the plainest shape; 0: not at all."""
    blocks = _found(frame).blocks
    best = max(blocks, key=lambda block: (block.known, len(block.labels)), default=None)
    if best is None:
        return 0
    return 1 + 100 * best.known + 20 * (best.shape == "items") + 10 * (len(blocks) == 1) + len(best.labels)


# other tables on the sheet ------------------------------------------------------------------------------------------


def _without_tables_beside(frame: Frame) -> Frame:
    """Cut off what stands behind an empty column and does not share its rows, or repeats the headings on the left."""
    filled = {
        h.index: {n for n, cells in enumerate(frame.sample) if not is_nothing(cells[h.index])} for h in frame.headings
    }
    for gap in frame.headings[2:]:
        if gap.text or filled[gap.index]:
            continue
        left = [h for h in frame.headings[: gap.index] if h.text or filled[h.index]]
        right = [h for h in frame.headings[gap.index + 1 :] if h.text or filled[h.index]]
        if len(left) >= 2 and len(right) >= 2 and _apart(left, right, filled):
            doubt = problem("second-table", sheet=frame.sheet, where=letters(right[0].index + 1))
            rows = Rows((number, cells[: gap.index]) for number, cells in frame.rows)
            return replace(frame, headings=frame.headings[: gap.index], rows=rows, doubts=(*frame.doubts, doubt))
    return frame


def _apart(left: Sequence[Heading], right: Sequence[Heading], filled: dict[int, set[int]]) -> bool:
    names = {plain(h.text) for h in left}
    again = [h for h in right if plain(h.text) in names]
    if len(again) >= 0.6 * len(right) and any(not item_of(h.label) and not item_of(h.text) for h in again):
        return True
    rows_left = set().union(*(filled[h.index] for h in left))
    rows_right = set().union(*(filled[h.index] for h in right))
    alone = rows_right - rows_left
    top = rows_right == set(range(len(rows_right))) and len(rows_right) <= 0.8 * len(rows_left)
    return bool(alone) or (top and all(len(filled[h.index]) >= 0.8 * len(rows_right) for h in right))


def _without_tables_below(found: Found) -> Found:
    """Cut off what begins below a blank row or a title with headings of its own."""
    rows = found.frame.rows
    fullness = [len(cells) - cells.count(None) - cells.count("") for _, cells in rows]
    for n in range(1, len(rows)):
        if fullness[n - 1] <= 1 and fullness[n] >= 2 and _are_headings(found, rows[n][1]):
            end = n - 1
            while end and fullness[end - 1] <= 1:
                end -= 1
            doubt = problem("second-table", sheet=found.frame.sheet, where=str(rows[n][0]))
            frame = replace(found.frame, rows=Rows(rows[:end]), doubts=(*found.frame.doubts, doubt))
            return _found(frame) if end else found
    return found


def _are_headings(found: Found, cells: Sequence[Cell]) -> bool:
    """Headings again: the same ones, or words where the table above has places."""
    texts = [text_of(cell) for cell in cells if not is_nothing(cell)]
    names = {plain(heading.text) for heading in found.frame.headings if heading.text}
    again = sum(1 for text in texts if plain(text) in names)
    if again >= 3 and again >= 0.6 * len(texts):
        return True
    places = {h.index for block in found.blocks if block.shape == "items" for h in block.columns}
    words = [cell for n, cell in enumerate(cells) if not is_nothing(cell) and isinstance(cell, str)]
    in_places = [n for n in places if not is_nothing(cells[n])]
    no_place = not any(place_of(cells[n]) for n in places)
    return (
        bool(places)
        and no_place
        and len(words) == len(texts)
        and not any(re.search(r"\d", w) for w in words)
        and (
            len(in_places) >= 2 or any(item_of(text) or text.casefold() in ("thema", "theme", "item") for text in texts)
        )
    )
