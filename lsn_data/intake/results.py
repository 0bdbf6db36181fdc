"""Does a table hold results that somebody has already summed up, instead of single answers?

Results can look like a ranking: seven themes by seven places with counts, or each group's order of the themes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsn_data.intake.cells import Cell, any_said, is_nothing, text_of
from lsn_data.intake.people import meaning_of
from lsn_data.intake.ranking import Block
from lsn_data.intake.table import Frame, Heading
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import ATTRIBUTES, item_of

FEW = 5
SUMMED = re.compile(
    r"^(?:ø|∅|n|%|in %|borda|score|gesamt(?:ergebnis|rang|platz|wert|punkte)?|insgesamt|alle|all|total|overall|sum|"
    r"summe|schnitt|ergebnis(?:se)?|results?|rang(?:folge|platz)?|rank(?:ing)?|platz(?:ierung)?|punkte?|points?|index)\b\s*[.:]?$"
    r"|mittel|durchschn|average|\bmean|median|modus|anzahl|häufigkeit|nennung|\bcount|frequency|anteil|share|"
    r"prozent|percent|standardabw|std|deviation|stimmen|votes|weighted|gewichtet|rangsumme|summe|\btop[ -]?\d",
    re.IGNORECASE,
)
PLACE_NAME = re.compile(
    r"^(?:(?:rang|rank|platz|place|prio|priorität|priority|position|wahl|choice)\s*\d{1,2}|"
    r"\d{1,2}\s*(?:\.|st|nd|rd|th)?\s*(?:rang|rank|platz|place|prio|priorität|priority|wahl|choice))\.?$",
    re.IGNORECASE,
)
PLACE_HEADING = re.compile(r"^(?:rang|rank|platz|place|position|prio(?:rität)?|priority)$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:wave |welle |umfrage |survey |befragung )?(?:19|20)\d\d$", re.IGNORECASE)
_PERSON = re.compile(
    r"^(?:r|id|tn|p|nr\.?|person|respondent|befragter?|befragte|teilnehmer(?:in)?|antwort|response|mitglied|member|"
    r"firma|unternehmen|company|fall|case|proband)\s*[-_#.]?\s*(?:\d{1,6}|[a-z])$|^\d{1,12}$",
    re.IGNORECASE,
)


def are_results(frame: Frame, blocks: Sequence[Block]) -> bool:
    """Are the rows of the table sums, means, places, groups or years instead of respondents?"""
    if not blocks or frame.lies == "long":
        return False
    used = {heading.index for block in blocks for heading in block.columns}
    first = min(used)
    before = [h for h in frame.headings[:first] if any_said(frame.column(h.index))]
    names = [_name(cells, before) for cells in frame.sample]
    if _are_places(frame, before, blocks) or _are_items(names, blocks) or _are_places_down(frame, blocks, names):
        return True
    return _are_sums(names) or _are_groups(frame, before, used) or _too_few_columns(frame, names)


def _name(cells: Sequence[Cell], before: Sequence[Heading]) -> str:
    return next((text for heading in before if (text := text_of(cells[heading.index]))), "")


def _are_places(frame: Frame, before: Sequence[Heading], blocks: Sequence[Block]) -> bool:
    """One row a place, numbers below the themes: how often each theme came there."""
    if frame.lies != "rows" and any(block.shape != "items" for block in blocks):
        return False
    for heading in before[:2]:
        said = [text_of(cell) for cell in frame.column(heading.index) if not is_nothing(cell)]
        named = [text for text in said if PLACE_NAME.match(text)]
        numbered = PLACE_HEADING.match(heading.text.strip()) and [text for text in said if text.rstrip(".").isdigit()]
        if len(said) >= 3 and max(len(named), len(numbered or ())) >= 0.6 * len(said):
            return len(set(said)) == len(said)
    return False


def _are_items(names: Sequence[str], blocks: Sequence[Block]) -> bool:
    """Items by items: each row is named like a theme, or like a column."""
    labels = {plain(label) for block in blocks if block.shape == "items" for label in block.labels}
    labels = {label for label in labels if not label.isdigit()}
    named = [name for name in names if name and (item_of(name) or plain(name) in labels)]
    return len(named) >= 3 and len(named) >= 0.6 * len(names)


def _are_places_down(frame: Frame, blocks: Sequence[Block], names: Sequence[str]) -> bool:
    """A turned table with numbers whose rows are named as places, or with as many numbered columns as items."""
    if frame.lies != "turned":
        return False
    labels = [label for block in blocks if block.shape == "items" for label in block.labels]
    ranks = sum(1 for label in labels if PLACE_NAME.match(label) or label.strip(" .").isdigit())
    numbered = [name.rstrip(".") for name in names] == [str(n) for n in range(1, len(labels) + 1)]
    return bool(labels) and (ranks >= 0.6 * len(labels) or numbered)


def _are_sums(names: Sequence[str]) -> bool:
    """Most rows are named as sums, means or places."""
    said = [name for name in names if name]
    summed = [name for name in said if SUMMED.search(name) or PLACE_NAME.match(name)]
    return bool(said) and len(summed) >= 0.5 * len(said) and len(said) >= 0.5 * len(names)


def _are_groups(frame: Frame, before: Sequence[Heading], used: set[int]) -> bool:
    """Each row another sector, size, state or year, and nothing else is told of it: results by group."""
    others = [h for h in frame.headings if h.index not in used and h not in before and h.text]
    filled = [h for h in others if any_said(frame.column(h.index))]
    if len(before) != 1 or any(not SUMMED.search(h.text.strip()) for h in filled):
        return False
    said = [text_of(cell) for cell in frame.column(before[0].index) if not is_nothing(cell)]
    rest = [text for text in said if not SUMMED.search(text)]
    if len(rest) < 2 or len(set(rest)) < len(rest):
        return False
    if all(_YEAR.match(text) for text in rest):
        return True
    grouped = any(all(_in_group(n, text) for text in rest) for n in range(len(ATTRIBUTES)))
    return grouped and (frame.lies == "turned" or len(said) > len(rest) or bool(filled) or len(rest) >= FEW)


def _in_group(attribute: int, text: str) -> bool:
    return not text.isdigit() and bool(meaning_of(ATTRIBUTES[attribute], text))


def names_people(frame: Frame) -> bool:
    """Does a first line of a turned table name respondents (R1, ID 7, 12)?"""
    for heading in frame.headings[:3]:
        names = [text for cell in frame.column(heading.index) if (text := text_of(cell))]
        if names:
            return sum(1 for name in names if _PERSON.match(name)) >= 0.5 * len(names)
    return False


def _too_few_columns(frame: Frame, names: Sequence[str]) -> bool:
    """One or a few columns of places beside the themes, named like no respondent: somebody's result."""
    if frame.lies != "turned" or len(names) >= FEW:
        return False
    return sum(1 for name in names if _PERSON.match(name)) < 0.5 * len(names)
