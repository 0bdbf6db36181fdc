"""Why does a file hold no ranking? The reason that helps most, told in the words of what it holds instead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from lsn_data.intake.cells import NO, YES, Cell, is_nothing, place_of, text_of
from lsn_data.intake.long import names_respondents
from lsn_data.intake.problems import problem
from lsn_data.intake.report import LeftOut, Problem
from lsn_data.intake.results import PLACE_NAME, SUMMED, names_people
from lsn_data.intake.table import Frame, Heading, split_heading
from lsn_data.intake.tables import Found
from lsn_data.intake.values import number_of
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import item_of

FEWEST = 3
_TIMES = re.compile(
    r"\bzeit|sekunden|dauer\b|\btime\b|\btimer\b|timing|seconds?\b|duration|click|\bms\b", re.IGNORECASE
)


def why_no_ranking(found: Sequence[Found]) -> Problem:
    """The reason that helps most, from all readings of all sheets."""
    turned = [one for one in found if one.frame.lies == "turned" and not one.results and names_people(one.frame)]
    for one in turned:
        if reason := _why(one):
            return reason
    for one in found:
        if (reason := _theme_list(one)) and reason.kind in ("no-respondent", "ratings", "dates"):
            return reason
        if one.results:
            return problem("aggregates", sheet=one.frame.sheet)
    for ways in (_why, _theme_list):
        for one in found:
            if reason := ways(one):
                return reason
    empty = next((one for one in found if not one.frame.sample), None)
    return problem("only-headings", sheet=empty.frame.sheet) if empty else problem("no-ranking")


def why_no_answers(frame: Frame, left_out: Sequence[LeftOut]) -> Problem:
    """The reason why no row of a table with a ranking is an answer."""
    if any(one.why == "total" for one in left_out):
        return problem("aggregates", sheet=frame.sheet)
    return problem("no-answers", sheet=frame.sheet, count=len(left_out))


def _why(found: Found) -> Problem | None:
    """What the columns of the themes hold, if there are any."""
    themes = [heading for heading in found.columns.answers if _is_theme(heading)]
    shown = found.columns.look_alikes
    if len(themes) < FEWEST:
        if len(shown) >= FEWEST or any("DO" in heading.text for heading in shown):
            return problem("only-shown-order", sheet=found.frame.sheet, column=shown[0].name)
        return None
    columns = [found.frame.column(heading.index) for heading in themes]
    filled = [cell for cells in columns for cell in cells if not is_nothing(cell)]
    if not filled:
        return problem("nobody-ranked" if _says_more(found.frame) else "only-headings", sheet=found.frame.sheet)
    return _told(found, themes, columns, filled)


def _says_more(frame: Frame) -> bool:
    """Does a row hold more than its number?"""
    return any(sum(not is_nothing(cell) for cell in cells) > 1 for cells in frame.sample)


def _is_theme(heading: Heading) -> bool:
    parts = [part for split in split_heading(heading.text) for part in split]
    return any(map(item_of, (heading.label, heading.text, *parts)))


def _told(
    found: Found, themes: Sequence[Heading], columns: Sequence[Sequence[Cell]], filled: Sequence[Cell]
) -> Problem:
    """Ratings, ticks, times, shared points, counts, or results: told by the cells."""
    where = {"sheet": found.frame.sheet, "value": text_of(filled[0])[:60]}
    if any(isinstance(cell, str) and re.fullmatch(r"[\d.,]+\s*%", cell.strip()) for cell in filled):
        return problem("aggregates", sheet=found.frame.sheet)
    if _are_ticks(themes, columns, filled):
        return problem("choices", **where)
    numbers = [number for cell in filled if (number := number_of(cell)) is not None]
    if len(numbers) < 0.5 * len(filled):
        return problem("dates", **where) if _mostly_dates(filled) else problem("ratings", **where)
    if sum(1 for heading in themes if _TIMES.search(heading.text)) >= FEWEST:
        return problem("times", **where)
    sums = _row_sums(columns)
    if len(sums) >= 3 and len(set(sums)) == 1 and (max(numbers) > len(themes) or sums[0] in (10, 100)):
        return problem("shared-points", sheet=found.frame.sheet, value=f"{sums[0]:g}")
    if any(not number.is_integer() for number in numbers) or len(found.frame.sample) == 1:
        return problem("aggregates", sheet=found.frame.sheet)
    if _rows_are_summed(found.frame, themes):
        return problem("aggregates", sheet=found.frame.sheet)
    if max(numbers) > max(10, len(themes)):
        return problem("counts", sheet=found.frame.sheet, value=f"{max(numbers):g}", last=len(themes))
    return problem("ratings", **where)


def _are_ticks(themes: Sequence[Heading], columns: Sequence[Sequence[Cell]], filled: Sequence[Cell]) -> bool:
    """Yes and no, crosses, zeros and ones (or ones and twos), or the option's own text."""
    said = {text_of(cell).casefold() for cell in filled}
    if said <= (YES | NO | {"0", "1", "2"}) and len(said) <= 3:
        return True
    own = [
        plain(text_of(cell)) in (plain(heading.text), plain(heading.label)) or item_of(text_of(cell)) is not None
        for heading, cells in zip(themes, columns, strict=True)
        for cell in cells
        if not is_nothing(cell)
    ]
    return sum(own) >= 0.8 * len(own) and not any(map(place_of, filled))


def _mostly_dates(filled: Sequence[Cell]) -> bool:
    return sum(isinstance(cell, dt.date) for cell in filled) >= 0.5 * len(filled)


def _row_sums(columns: Sequence[Sequence[Cell]]) -> list[float]:
    rows = [[number for cell in row if (number := number_of(cell)) is not None] for row in zip(*columns, strict=True)]
    return [round(sum(row), 6) for row in rows if row]


def _rows_are_summed(frame: Frame, themes: Sequence[Heading]) -> bool:
    first = min(heading.index for heading in themes)
    names = [next((t for c in cells[:first] if (t := text_of(c))), "") for cells in frame.sample]
    said = [name for name in names if name]
    return bool(said) and sum(bool(SUMMED.search(n) or PLACE_NAME.match(n)) for n in said) >= 0.5 * len(said)


def _theme_list(found: Found) -> Problem | None:
    """The themes stand in the rows: as results, as ratings of each respondent, or nobody says whose they are."""
    frame = found.frame
    cells = [row for row in frame.sample if any(item_of(text_of(cell)) for cell in row[:3])]
    named = [next(item_of(text_of(cell)) for cell in row[:3] if item_of(text_of(cell))) for row in cells]
    codes = [item.code for item in named if item]
    if len(set(codes)) < FEWEST:
        return None
    said = [cell for row in cells for cell in row if number_of(cell) is not None or isinstance(cell, dt.date)]
    if not said:
        return problem("only-headings", sheet=frame.sheet)
    if len(codes) < 2 * len(set(codes)) or not any(map(place_of, said)):
        return problem("dates" if _mostly_dates(said) else "aggregates", sheet=frame.sheet, value=text_of(said[0]))
    if respondent := names_respondents(frame):
        given = [cell for row in cells for n, cell in enumerate(row) if n != respondent.index and cell in said]
        kind = "dates" if any(isinstance(cell, dt.date) for cell in given) else "ratings"
        return problem(kind, sheet=frame.sheet, value=text_of(given[-1]) if given else "")
    return problem("no-respondent" if _come_again(cells) else "aggregates", sheet=frame.sheet)


def _come_again(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whichever column holds the places: do the others name many rows alike?"""
    width = max(map(len, rows))
    places = [n for n in range(width) if sum(place_of(row[n]) is not None for row in rows) >= 0.8 * len(rows)]
    kinds = [len({tuple(text_of(c) for n, c in enumerate(row) if n != place) for row in rows}) for place in places]
    return bool(kinds) and max(kinds) < 0.8 * len(rows)
