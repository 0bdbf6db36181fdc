"""How is each kind of problem said, and what is to be done about it?

One small class a kind: its name (the contract of `--json`), its severity, its two sentences. The sentences may use
any fact of the problem: {sheet} {row} {column} {value} {count} and what `facts` holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lsn_data.intake.report import Place, Problem, Severity
from lsn_data.language import Language, mark


@dataclass(frozen=True)
class Kind:
    """One kind of problem. `message` says what is wrong, `what_to_do` what helps (also when that is nothing).

    `of_column` is said instead where a whole row is meant, but each column of the sheet holds a respondent.
    """

    name: str
    severity: Severity
    message: str
    what_to_do: str
    of_column: str = ""


MOST_PLACES = 1000
NOTHING_TO_DO = mark("Nothing to do.")

KINDS: dict[str, Kind] = {}


def declare(name: str, severity: Severity, message: str, what_to_do: str, of_column: str = "") -> Kind:
    """Add a kind to the catalogue; a name twice is a programmer's mistake."""
    if name in KINDS:
        raise ValueError(f"declared twice: {name}")
    KINDS[name] = Kind(name, severity, message, what_to_do, of_column)
    return KINDS[name]


def problem(name: str, **where: Any) -> Problem:
    """A problem of a declared kind; what is not a field of `Problem` becomes one of its facts."""
    kind = KINDS[name]
    fields = {key: where.pop(key) for key in ("count", "sheet", "row", "column", "value", "places") if key in where}
    return Problem(kind=name, severity=kind.severity, facts=where, **fields)


def told_once(name: str, cases: Sequence[Mapping[str, Any]], **facts: Any) -> Problem:
    """All cases of one kind as one problem: how many there are, the first one's facts, the places of all.

    A case is what `problem` takes, and `at`, the index of its column.

    >>> found = told_once("tie", [{"row": 4}, {"row": 9, "column": "Vision", "at": 2}], sheet="Answers")
    >>> found.count, found.row, found.places[1]
    (2, 4, Place(row=9, number=3, column='Vision', value=''))
    """
    first = {key: fact for key, fact in cases[0].items() if key != "at"}
    places = tuple(_place(case) for case in cases[:MOST_PLACES])
    return problem(name, count=len(cases), places=places, **first, **facts)


def _place(case: Mapping[str, Any]) -> Place:
    return Place(case["row"], case.get("at", -1) + 1, case.get("column", ""), case.get("value", ""))


def message(found: Problem, say: Language) -> str:
    """What is wrong, in the reader's language."""
    kind = KINDS[found.kind]
    return _filled(kind.of_column if kind.of_column and found.column else kind.message, found, say)


def what_to_do(found: Problem, say: Language) -> str:
    """What helps, in the reader's language."""
    return _filled(KINDS[found.kind].what_to_do, found, say)


def _filled(text: str, found: Problem, say: Language) -> str:
    facts = {
        "sheet": found.sheet,
        "row": found.row,
        "column": found.column,
        "value": found.value,
        "count": say.number(found.count),
        **{name: _said(fact, say) for name, fact in found.facts.items()},
    }
    return say(text).format_map(facts)


def _said(fact: Any, say: Language) -> Any:
    """A fact may itself be a text to translate: {"say": text, "values": {…}}; a list is
    said as a listing; {"labels": [[English, German], …]} by the half that the reader reads."""
    if isinstance(fact, dict) and "say" in fact:
        text, values = fact["say"], fact.get("values", {})
        return say(text, **values)
    if isinstance(fact, dict) and "labels" in fact:
        return ", ".join(say.both((english, german)) for english, german in fact["labels"])
    if isinstance(fact, (list, tuple)):
        return say.listing([str(one) for one in fact])
    return fact
