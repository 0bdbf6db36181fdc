"""Crosses under N, I, P or under the themes, and themes as rows between the others: as plain columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lsn_data.intake.cells import YES, Cell, any_said, is_nothing, text_of
from lsn_data.intake.listed import Line, Listed
from lsn_data.sheets.choices import PRINCIPLES, THEMES
from lsn_data.sheets.declared import Choice, Sheet, names_of, plain

CROSSES = YES | {"✗", "✘", "●", "•", "+", "xx", "☒", "☑", "■", "*", "o"}


def turned(sheet: Sheet, listed: Listed) -> Listed:
    """The list with one column for principles and one for the theme, where these were crosses or rows between."""
    names = {field.name for field in sheet.fields}
    if "principles" in names:
        listed = _collapsed(listed, "principles", PRINCIPLES, 2)
    if "theme" in names and "theme" in _headings(sheet, "theme") and not _heads(listed, _headings(sheet, "theme")):
        listed = _collapsed(listed, "theme", THEMES, 3)
        if not _heads(listed, {"theme"}):
            listed = _sections(listed)
    return listed


def _headings(sheet: Sheet, name: str) -> set[str]:
    return sheet.field(name).headings


def _heads(listed: Listed, names: set[str]) -> bool:
    return any(plain(heading) in names for heading in listed.headings)


def _collapsed(listed: Listed, name: str, choices: Sequence[Choice], fewest: int) -> Listed:
    """Columns headed by choices and filled with crosses become one column that lists what was crossed."""
    codes = {at: _choice_of(heading, choices) for at, heading in enumerate(listed.headings)}
    crossed = {at: code for at, code in codes.items() if code and _only_crosses(listed.column(at))}
    if len(set(crossed.values())) < fewest:
        return listed
    kept = [at for at in range(len(listed.headings)) if at not in crossed]

    def line_of(line: Line) -> Line:
        said = "; ".join(code for at, code in crossed.items() if _is_cross(line.cells[at]))
        filled = any_said(line.cells[at] for at in kept)
        cells = [*(line.cells[at] for at in kept), said or None if filled else None]
        return Line(line.number, cells, line.sheet, [*map(line.column, kept), line.column(min(crossed))])

    headings = [*(listed.headings[at] for at in kept), name]
    return listed.turned("crosses", headings, [line_of(line) for line in listed.lines])


def _choice_of(heading: str, choices: Sequence[Choice]) -> str | None:
    """The choice that a heading names, with or without its letter: "N", "Networking", "N – Netzwerken"."""
    said = plain(heading)
    whole = next((choice.code for choice in choices if said in names_of(choice)), None)
    words = re.sub(r"^[a-z] | [a-z]$", "", said)
    return whole or next((choice.code for choice in choices if words in names_of(choice)), None)


def _is_cross(cell: Cell) -> bool:
    return cell is True or (not is_nothing(cell) and text_of(cell).casefold().strip("() ") in CROSSES)


def _only_crosses(cells: Sequence[Cell]) -> bool:
    """Nothing but crosses, ticks, ones, yes and no (an empty column is one without crosses)."""
    return all(_is_cross(cell) or text_of(cell).casefold() in ("0", "nein", "no", "false", "-") for cell in cells)


def _sections(listed: Listed) -> Listed:
    """Rows that hold a theme and nothing else head the rows under them."""
    theme, lines, found = None, [], 0
    for line in listed.lines:
        filled = [text_of(cell) for cell in line.cells if not is_nothing(cell)]
        said = _theme_of(filled[0]) if filled and len(set(filled)) == 1 else None
        if said:
            theme, found = said, found + 1
        else:
            stood = [*map(line.column, range(len(line.cells))), -1]
            lines.append(Line(line.number, [*line.cells, theme if filled else None], line.sheet, stood))
    return listed.turned(listed.form or "sections", [*listed.headings, "theme"], lines) if found else listed


def _theme_of(text: str) -> str | None:
    """A theme by its name, numbered or announced ("Handlungsfeld 1: Sichtbarkeit")."""
    said = re.sub(r"^(?:handlungsfeld|thema|theme|ziel|goal|feld)\s*\d*\s*[:.–-]?\s*", "", text.strip(), flags=re.I)
    tries: tuple[Callable[[str], str], ...] = (str, lambda one: re.sub(r"^[A-Z0-9]{1,3}[.:)]?\s+", "", one))
    for made in tries:
        found = next((choice.code for choice in THEMES if plain(made(said)) in names_of(choice)), None)
        if found:
            return found
    return None
