"""Do the respondents stand side by side, the questions one below the other? Then the sheet is turned round first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from lsn_data.intake.cells import Cell, any_said, text_of
from lsn_data.intake.table import Frame, frame_of
from lsn_data.sheets.survey import item_of

MOST_ROWS = 400
LABELS_WITHIN = 4
_PLACE_LABEL = re.compile(
    r"^(?:(?:rank|rang|platz|place|prio|priorität|priority|wahl|choice|position|nr\.?|#)\s*)?\d{1,2}\s*"
    r"(?:\.|st|nd|rd|th)?(?:\s*(?:rank|rang|platz|place|prio|priorität|priority|wahl|choice))?$",
    re.IGNORECASE,
)


def turned(sheet: str, rows: Sequence[Sequence[Cell]]) -> Frame | None:
    """The sheet with its columns as rows, or None where that cannot be: too many rows, or no column of labels."""
    if not 3 <= len(rows) <= MOST_ROWS:
        return None
    columns: list[Sequence[Cell]] = list(zip_longest(*rows))
    start = _label_column(columns)
    frame = frame_of(sheet, columns, start) if start is not None else None
    if frame is None or not frame.rows:
        return None
    empty = [h.text for h in frame.headings if h.text and not any_said(cells[h.index] for _, cells in frame.rows)]
    corner = [heading.text for heading in frame.headings[:LABELS_WITHIN] if heading.text]
    notes = dict.fromkeys((*frame.notes, *empty, *corner))
    return replace(frame, lies="turned", notes=tuple(notes), codes=())


def _label_column(columns: Sequence[Sequence[Cell]]) -> int | None:
    """The column whose cells name the rows: the one with most themes, else with places, else the first with words."""
    counts: list[tuple[int, int, bool, int]] = []
    lists = 0
    for number, cells in enumerate(columns[:LABELS_WITHIN]):
        texts = [text for cell in cells if (text := text_of(cell))]
        themes = len({item.code for text in texts if (item := _item_said(text))})
        places = _counted([text for text in texts if _PLACE_LABEL.match(text)])
        words = sum(1 for text in texts if re.search(r"[^\W\d_]{2}", text))
        if len(texts) >= 3:
            lists += themes >= 3
            named = any(before[2] and not before[1] for before in counts)
            counts.append((themes >= 3 and themes, places >= 3 and not named and places, words >= 3, -number))
    if lists > 1:  # each respondent's column lists the themes: the rows are named by places
        counts = [(0, places, words, number) for themes, places, words, number in counts if not themes]
    best = max(counts, default=None)
    return -best[3] if best and any(best[:3]) else None


def _counted(labels: Sequence[str]) -> int:
    """How far the labels count: Platz 1, Platz 2, Platz 3 make 3; 0 if they do not count upwards from 1."""
    numbers = [int(re.sub(r"\D", "", label)) for label in labels]
    return len(numbers) if numbers == list(range(1, len(numbers) + 1)) else 0


def _item_said(text: str) -> Any:
    bracket = re.search(r"\[([^\[\]]+)\]\s*$", text)
    return item_of(bracket[1] if bracket else text)


def located(frame: Frame, where: Mapping[str, Any]) -> dict[str, Any]:
    """Where in the sheet a case stands: `row`, `column` and `at` (the column's index) of the frame, translated.

    In a turned sheet the row is that of the question, the column is named by its letter and the respondent's name.
    """
    said = dict(where)
    if frame.lies == "turned":
        column = int(where["row"])
        said |= {"row": where.get("at", -1) + 1 or _first_row(frame), "at": column - 1, "column": letters(column)}
    elif frame.lies == "long" and "at" in where:
        row = frame.sources[where["row"]][where["at"]]
        said |= {"row": row or where["row"], "at": frame.value_column}
    return said


def _first_row(frame: Frame) -> int:
    return next((heading.index + 1 for heading in frame.headings if heading.text), 1)


def letters(number: int) -> str:
    """The name of a spreadsheet's column, counted from 1.

    >>> letters(1), letters(26), letters(27), letters(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name
