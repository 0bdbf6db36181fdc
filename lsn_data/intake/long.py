"""Does each row hold one item of a respondent? Then the rows of a respondent are gathered into one first.

Such a table names the respondent, the item (or question) and the place (or answer) in columns of any name and order;
what else it says of a respondent stands in each of the rows, or in one of them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from lsn_data.intake.cells import Cell, any_said, is_nothing, place_of, text_of
from lsn_data.intake.columnwise import Rows
from lsn_data.intake.people import meaning_of
from lsn_data.intake.problems import told_once
from lsn_data.intake.report import Problem
from lsn_data.intake.table import Frame, Heading, split_heading
from lsn_data.intake.tools import BY_HAND
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import ATTRIBUTES, ITEMS, MOST_ITEMS, item_of

LOOK_AT_ROWS = 3000
MOST_NAMES = 200
ROWS_EACH = 1.5
ENOUGH = 0.9
MOST_VARYING = 6
SHORT = 30
FEW = 5
_RESPONDENT = re.compile(
    r"respondent|befragte|teilnehm|participant|person|\btn\b|interview|antwort.?(?:id|nr)|response|^case$|\bfall\b|"
    r"\bids?\b|id$|^nr|^no$|nummer|number|token|code|mitglied|member|firma|unternehmen|company|organisation|voter|"
    r"ballot|stimmzettel|fragebogen|name|mail|submission|session",
    re.IGNORECASE,
)
_SUMMED = re.compile(
    r"anzahl|häufigkeit|nennung|count|frequency|mean|average|mittel|durchschnitt|median|anteil|share|percent|prozent|%|"
    r"\bsumme|\bstimmen|votes",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"thema|themen|theme|topic|item|option|frage|question|rang|rank|platz|place|prio|code|variable|kriteri|statement",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIOD = re.compile(
    r"^(?:(?:q[1-4]|h[12]|\d{1,2})[ ./-]*)?(?:19|20)\d\d(?:[ ./-]*(?:q[1-4]|h[12]|\d{1,2}))*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Fold:
    """Which columns of a long table say what: the respondent, the item (behind its question, if told), the value."""

    respondent: Heading
    names: tuple[Heading, ...]
    value: Heading

    def name(self, cells: Sequence[Cell]) -> tuple[str, ...]:
        """What a row is about: (item,), (question,) or (question, item)."""
        return tuple(text_of(cells[heading.index]) for heading in self.names)


def unfolded(frame: Frame, ranks: Callable[[Frame], int]) -> Frame | None:
    """The long table with one row a respondent, or None if it is none; `ranks` says how well a table holds a ranking.

    `ranks(frame)` is 0 for no ranking. Of all ways to read the table the one that ranks best counts.
    """
    look = replace(frame, rows=_filled_down(frame.rows[:LOOK_AT_ROWS]))
    best: tuple[int, Fold] | None = None
    for fold in _folds(look):
        score = ranks(_gathered(look, fold))
        if score and (best is None or score > best[0]):
            best = (score, fold)
    return _gathered(replace(frame, rows=_filled_down(frame.rows)), best[1]) if best else None


def _filled_down(rows: Sequence[tuple[int, Sequence[Cell]]]) -> Rows:
    """Where the first column names a respondent once for several rows (merged cells), each row gets the name."""
    filled = [cells for _, cells in rows if any_said(cells)]
    if not filled or not filled[0]:
        return Rows(rows)
    first = next((n for n, cell in enumerate(filled[0]) if not is_nothing(cell)), 0)
    named = sum(1 for cells in filled if not is_nothing(cells[first]))
    if named > 0.6 * len(filled):
        return Rows(rows)
    carried: Cell = None
    made = []
    for number, cells in rows:
        carried = cells[first] if not is_nothing(cells[first]) else carried
        more = any_said(cells)
        made.append((number, [*cells[:first], carried, *cells[first + 1 :]] if more else cells))
    return Rows(made)


# which columns ---------------------------------------------------------------------------------------------------


def _folds(frame: Frame) -> Iterator[Fold]:
    """The ways in which the columns may form a long table, the likeliest respondent first."""
    texts = {h.index: [text_of(cells[h.index]) for _, cells in frame.rows] for h in frame.headings}
    for respondent in _respondents(frame, texts):
        groups = _groups(texts[respondent.index])
        varying = [h for h in frame.headings if h != respondent and _varies(texts[h.index], groups)]
        if len(varying) > MOST_VARYING:
            continue  # a long table says little more in a row than item and value
        names = [h for h in varying if h.text and _may_name(h, set(texts[h.index]) - {""})]
        alone = [(h,) for h in names if not all(_PERIOD.match(text) for text in texts[h.index] if text)]
        for chosen in (*alone, *permutations(names, 2)):
            if not _tells_apart([texts[h.index] for h in chosen], groups):
                continue
            for value in varying:
                if value not in chosen and not _SUMMED.search(value.text):
                    yield Fold(respondent, chosen, value)


def _may_name(heading: Heading, values: set[str]) -> bool:
    """Words, or codes under a heading that speaks of items, questions or places."""
    worded = sum(1 for text in values if re.search(r"[^\W\d_]{2}", text))
    said = worded >= 0.5 * len(values) or _NAMING.search(heading.text) or all(map(_PERIOD.match, values))
    return 2 <= len(values) <= MOST_NAMES and bool(said)


def names_respondents(frame: Frame) -> Heading | None:
    """The column that may name the respondents of a long table, or None."""
    texts = {h.index: [text_of(cells[h.index]) for _, cells in frame.rows[:LOOK_AT_ROWS]] for h in frame.headings}
    return next(iter(_respondents(frame, texts)), None)


def _respondents(frame: Frame, texts: dict[int, list[str]]) -> list[Heading]:
    """Columns that may name the respondent: values that come back, and are no group, year, theme or place."""
    found = []
    for heading in frame.headings:
        seen = Counter(text for text in texts[heading.index] if text)
        hinted = len(heading.text) <= SHORT and bool(_RESPONDENT.search(heading.text))
        if len(seen) < 2 or sum(seen.values()) < ROWS_EACH * len(seen) or _SUMMED.search(heading.text):
            continue
        if not hinted and all((place_of(text) or MOST_ITEMS + 1) <= MOST_ITEMS for text in seen):
            continue
        if len(seen) >= FEW or hinted:
            column = [cells[heading.index] for _, cells in frame.rows]
            if not _names_groups(heading, column, seen):
                found.append((hinted, len(seen), heading))
    return [heading for *_, heading in sorted(found, key=lambda one: one[:2], reverse=True)[:3]]


def _names_groups(heading: Heading, cells: Sequence[Cell], seen: Counter[str]) -> bool:
    """Sectors, years, themes, places, days: no names of respondents."""
    values = list(seen)
    if any(isinstance(cell, (dt.date, float)) and not _whole(cell) for cell in cells[:200]):
        return True
    if sum(1 for text in values if item_of(text)) >= 3 or all(_YEAR.fullmatch(text) for text in values):
        return True
    groups = max(sum(1 for text in values if _group(name, text)) for name in range(len(ATTRIBUTES)))
    return groups >= 0.5 * len(values)


def _whole(cell: Cell) -> bool:
    return isinstance(cell, float) and cell.is_integer()


def _group(number: int, text: str) -> bool:
    return not text.isdigit() and bool(meaning_of(ATTRIBUTES[number], text))


def _groups(texts: Sequence[str]) -> dict[str, list[int]]:
    """Each respondent's rows, by their position."""
    groups: dict[str, list[int]] = defaultdict(list)
    for position, text in enumerate(texts):
        if text:
            groups[text].append(position)
    return groups


def _varies(texts: Sequence[str], groups: dict[str, list[int]]) -> bool:
    """Does the column say several things of one respondent, of many respondents?"""
    several = [rows for rows in groups.values() if len(rows) > 1]
    return sum(1 for rows in several if len({texts[n] for n in rows} - {""}) > 1) > 0.3 * len(several)


def _tells_apart(columns: Sequence[Sequence[str]], groups: dict[str, list[int]]) -> bool:
    """Do the columns name the rows of a respondent differently, but those of all respondents alike?"""
    names = {key: [tuple(texts[n] for texts in columns) for n in rows] for key, rows in groups.items()}
    rows = sum(map(len, names.values()))
    apart = sum(len(set(said)) for said in names.values())
    everywhere = Counter(name for said in names.values() for name in set(said))
    shared = sum(count for count in everywhere.values() if count > 1)
    return len(everywhere) >= 2 and apart >= ENOUGH * rows and shared >= 0.6 * apart


# one row a respondent ----------------------------------------------------------------------------------------------


def _gathered(frame: Frame, fold: Fold) -> Frame:
    """The table with the respondent first, what is told of it, then one column for each item or question."""
    own = {fold.respondent.index, fold.value.index, *(h.index for h in fold.names)}
    groups = _groups([text_of(cells[fold.respondent.index]) for _, cells in frame.rows])
    told = [h for h in frame.headings if h.index not in own and _told_once(frame, h, groups)]
    order = {name: n for n, name in enumerate(_in_order(frame, fold))}
    made, sources, twice, rows = [], {}, [], frame.rows
    for positions in groups.values():
        number = rows[positions[0]][0]
        row: list[Cell] = [rows[positions[0]][1][fold.respondent.index]]
        row += [next((c for n in positions if not is_nothing(c := rows[n][1][h.index])), None) for h in told]
        at, values = [number] * len(row) + [0] * len(order), len(row)
        row += [None] * len(order)
        for position in positions:
            line, cells = rows[position]
            place = order.get(fold.name(cells))
            if place is None:
                continue
            if at[values + place]:
                twice.append({"row": line, "at": fold.value.index, "value": fold.name(cells)[-1][:60]})
                continue
            at[values + place], row[values + place] = line, cells[fold.value.index]
        made.append((number, row))
        sources[number] = at
    headings = [fold.respondent, *told, *(_heading(name, fold) for name in order)]
    placed = tuple(replace(heading, index=n) for n, heading in enumerate(headings))
    words = () if plain(fold.value.text) in ("value", "wert", "answer", "antwort") else (fold.value.text,)
    doubts = (*frame.doubts, *_doubts(frame, fold, twice))
    return Frame(
        frame.sheet, BY_HAND, placed, Rows(made), (*frame.notes, *words), (), "long", sources, fold.value.index, doubts
    )


def _told_once(frame: Frame, heading: Heading, groups: dict[str, list[int]]) -> bool:
    """Does the column say one thing of each respondent?"""
    return not _varies([text_of(cells[heading.index]) for _, cells in frame.rows], groups)


def _in_order(frame: Frame, fold: Fold) -> list[tuple[str, ...]]:
    """The items or questions: as they come first in the file, but items of one list always in the same order."""
    seen = dict.fromkeys(fold.name(cells) for _, cells in frame.rows if not is_nothing(cells[fold.respondent.index]))
    names = [name for name in seen if any(name)]
    questions = {name[0]: n for n, name in reversed(list(enumerate(names)))} if len(fold.names) > 1 else {}
    if len(fold.names) == 1 and len(names) > MOST_ITEMS:
        return names
    other = Counter(fold.name(c) for _, c in frame.rows if not is_nothing(v := c[fold.value.index]) and not place_of(v))
    return sorted(names, key=lambda name: (questions.get(name[0], 0), other[name] > 1, *_natural(name[-1])))


def _natural(text: str) -> tuple[int, list[tuple[int, str]]]:
    """Declared items in their order, then others by name, numbers in them by size."""
    item = item_of(text)
    parts = re.findall(r"\d+|\D+", plain(text))
    return ITEMS.index(item) if item else len(ITEMS), [
        (int(p), "") if p.isdecimal() and len(p) < 19 else (0, p) for p in parts
    ]


def _heading(name: tuple[str, ...], fold: Fold) -> Heading:
    if len(name) == 2 and name[1]:
        question, item = name
        return Heading(0, f"{question} [{item}]", question, item)
    said = name[0]
    question, label = ("", said) if item_of(said) else next(split_heading(said), ("", said))
    return Heading(0, said, question, label)


def _doubts(frame: Frame, fold: Fold, twice: list[dict[str, object]]) -> Iterator[Problem]:
    if twice:
        cases = [{**case, "column": fold.value.name} for case in twice]
        yield told_once("item-given-twice", cases, sheet=frame.sheet)
    nobody = [
        {"row": number}
        for number, cells in frame.rows
        if is_nothing(cells[fold.respondent.index]) and place_of(cells[fold.value.index]) and any(fold.name(cells))
    ]
    if nobody:
        yield told_once("row-of-nobody", nobody, sheet=frame.sheet)
