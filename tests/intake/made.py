"""One latent survey, written in many shapes: whatever the shape, the same table must come out."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Sequence

import openpyxl

from lsn_data.sheets.survey import ITEMS

CODES = [item.code for item in ITEMS]
ENGLISH = {item.code: item.en for item in ITEMS}
GERMAN = {item.code: item.de for item in ITEMS}
QUESTION = "Please rank the themes from 1 (highest priority) to 7 (lowest priority)."
FRAGE = "Bitte bringen Sie die Themen in eine Rangfolge von 1 (höchste Priorität) bis 7 (niedrigste Priorität)."
SECTORS = ["Biotechnologie", "Pharma", "Medizintechnik", "Digital Health"]
SECTOR_CODES = ["biotech", "pharma", "medtech", "digital_health"]

Ballot = dict[str, int]
Rows = list[list[object]]


def ballots(n: int = 24, seed: int = 1, whole: bool = False) -> list[Ballot]:
    """Rankings of the seven items: most whole, some of the first few only, some none."""
    chance = random.Random(seed)
    made = []
    for number in range(n):
        order = sorted(CODES, key=lambda code: chance.gauss(CODES.index(code), 2.5))
        length = 7 if whole or number % 5 else chance.choice([0, 3, 5])
        made.append({code: place for place, code in enumerate(order[:length], start=1)})
    return made


def in_order(ballot: Ballot) -> list[str]:
    return sorted(ballot, key=lambda code: ballot[code])


def items_shape(made: Sequence[Ballot], labels: dict[str, str], heading: Callable[[str], str] = str) -> Rows:
    """One column an item, the place in the cell."""
    head: list[object] = ["Nr.", "Branche", *(heading(labels[code]) for code in CODES), "Anmerkungen"]
    rows: Rows = [
        [n, SECTORS[n % 4], *(ballot.get(code) for code in CODES), f"Anmerkung Nummer {n}"]
        for n, ballot in enumerate(made, start=1)
    ]
    return [head, *rows]


def places_shape(made: Sequence[Ballot], labels: dict[str, str], heading: Callable[[int], str]) -> Rows:
    """One column a place, the item in the cell."""
    head: list[object] = ["Nr.", "Branche", *(heading(place) for place in range(1, 8)), "Anmerkungen"]
    rows: Rows = []
    for n, ballot in enumerate(made, start=1):
        listed = [labels[code] for code in in_order(ballot)]
        rows.append([n, SECTORS[n % 4], *listed, *[None] * (7 - len(listed)), f"Anmerkung Nummer {n}"])
    return [head, *rows]


def cell_shape(made: Sequence[Ballot], labels: dict[str, str], join: Callable[[list[str]], str]) -> Rows:
    """One cell with the items in order."""
    head: list[object] = ["Nr.", "Branche", QUESTION, "Anmerkungen"]
    rows: Rows = [
        [n, SECTORS[n % 4], join([labels[c] for c in in_order(ballot)]) or None, f"Anmerkung Nummer {n}"]
        for n, ballot in enumerate(made, start=1)
    ]
    return [head, *rows]


def as_csv(rows: Sequence[Sequence[object]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([["" if c is None else c for c in row] for row in rows])
    return text.getvalue().encode(encoding)


def as_xlsx(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
