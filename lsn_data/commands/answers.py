"""`answers`: the clean table of a ranking question, one row a respondent."""

from __future__ import annotations

import csv
import datetime as dt
from argparse import ArgumentParser, Namespace
from collections import Counter
from typing import Any

from lsn_data.commands.desk import DONE, Desk, aligned, wave_named
from lsn_data.commands.receipts import question_json
from lsn_data.exhibit import clean
from lsn_data.intake.report import Asked, Given
from lsn_data.language import Language, mark
from lsn_data.store import Import, Store, questionnaire_of
from lsn_data.store.log import noted

NAME = "answers"
ACTION = "import"
HELP = mark("shows the clean table of a ranking question, for the office that holds the file anyway")
KNOWN = ("sector", "size", "state", "kind", "membership")


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("--wave", metavar=say("NAME"), help=say("the survey wave (default: the newest)"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))
    form.add_argument("--csv", action="store_true", help=say("comma-separated values instead of text"))


def run(given: Namespace, desk: Desk) -> int:
    """Show the table in the form asked for."""
    with desk.open() as store:
        wave = wave_named(store, given.wave)
        items = [row["item"] for row in store.ask("items", **{"import": wave.import_id})]
        found = clean_table(store, wave, items)
        noted(store, desk.actor, "export", {"wave": wave.wave, "file": "answers"})
    if given.json:
        desk.json(found)
    elif given.csv:
        csv.writer(desk.out, lineterminator="\n").writerows(
            [clean.csv_cell(cell) for cell in row] for row in _rows(found, items, blank="")
        )
    else:
        desk.show(aligned(_rows(found, items, blank="–"), right=range(1 + len(KNOWN), 1 + len(KNOWN) + len(items))))
    return DONE


def clean_table(store: Store, wave: Import, items: list[str]) -> dict[str, Any]:
    """The JSON of `answers`: places by item (null is blank), and which items share a place; then the other questions,
    each with its answers in the order of the respondents.
    """
    rows = store.ask("answers", **{"import": wave.import_id})
    asked = questionnaire_of(store, wave.import_id)
    return {
        "wave": wave.wave,
        "respondents": [_respondent(row, items) for row in rows],
        "questions": [
            {**question_json(one), "answers": [_given(one, answer) for answer in one.answers]} for one in asked
        ],
    }


def tied(places: dict[str, int | None]) -> list[str]:
    """The items that share their place with another.

    >>> tied({"VIS": 1, "INN": 2, "REG": 1, "COM": None, "INT": None})
    ['VIS', 'REG']
    """
    counts = Counter(place for place in places.values() if place is not None)
    return [item for item, place in places.items() if place is not None and counts[place] > 1]


def _given(asked: Asked, answer: Given) -> Any:
    """An answer as it is read: the label of an option (several: a list), a number, an ISO date, a text, or null."""
    if isinstance(answer, tuple):
        return [asked.options[at].label for at in answer]
    if asked.options and isinstance(answer, int):
        return asked.options[answer].label
    return answer.isoformat() if isinstance(answer, dt.date) else answer


def _respondent(row: dict[str, Any], items: list[str]) -> dict[str, Any]:
    places = dict(zip(items, row["places"], strict=True))
    known = {name: row[name] for name in KNOWN}
    return {"id": row["respondent"], **known, "places": places, "tied": tied(places)}


def _rows(found: dict[str, Any], items: list[str], blank: str) -> list[list[object]]:
    def told(value: object) -> object:
        return blank if value is None else value

    rows: list[list[object]] = [["id", *KNOWN, *items]]
    for one in found["respondents"]:
        known, places = (one[name] for name in KNOWN), (one["places"][item] for item in items)
        rows.append([one["id"], *map(told, known), *map(told, places)])
    return rows
