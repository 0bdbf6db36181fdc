"""What of a wave may be shown? Decided when an import comes, goes or comes back, and kept with it.

An earlier version of a wave, or the same answers under another name, may have been seen: what can be worked out from
both together may not be shown either.
A version that was taken back was a mistake and counts as not seen, unless an edition for the board shows it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import duckdb

from lsn_data.disclosure import ATTRIBUTES, FEWEST, SAME_SURVEY, View
from lsn_data.disclosure.decide import Cell, Respondents, decided
from lsn_data.store.connection import Store
from lsn_data.store.named import named_queries

# What a respondent is in each version of the wave, oldest first; None: not in it.
Person = tuple[Cell | None, ...]
Places = tuple[Any, ...]
Answers = Counter[tuple[Person, Places]]
SAME = {"fewest": FEWEST, "so_many": SAME_SURVEY}


def shown_views(store: Store, import_id: str) -> tuple[View, ...]:
    """The views of a wave that may be shown, everybody first; none if not even everybody may."""
    return store.once(
        ("shown_views", import_id),
        lambda: tuple(_view(row) for row in store.ask("shown_views", **{"import": import_id})),
    )


def seen_before(store: Store, import_id: str) -> list[str]:
    """The earlier versions of a wave that may have been seen: shown once, and not taken back (or in an edition)."""
    return [row["import"] for row in store.ask("seen_before", **{"import": import_id})]


def settled(store: Store) -> Store:
    """The same store, every wave with its list: what an older version of this product stored has none yet."""
    if store.ask("undecided"):
        with store.writing() as cursor:
            settle(cursor)
    return store


def survey_versions(store: Store) -> list[dict[str, Any]]:
    """Every survey import with the versions `before` it that may have been seen, and those that it is decided `beside`.

    A wave of another name that holds most of the same answers is a version, too: one survey under two names tells no
    more than under one.
    """
    return store.ask("survey_versions", **SAME)


def settle(cursor: duckdb.DuckDBPyConnection) -> None:
    """Decide for every survey import whose list is missing or was decided beside other versions than today's."""
    for version in _ask("survey_versions", cursor, **SAME):
        before = list(version["before"] or [])
        if version["beside"] is None or list(version["beside"]) != before:
            _decide(cursor, version["import"], before)


def _decide(cursor: duckdb.DuckDBPyConnection, import_id: str, before: Sequence[str]) -> None:
    shown = {earlier: [_view(row) for row in _ask("shown_views", cursor, **{"import": earlier})] for earlier in before}
    seen = [earlier for earlier in before if shown[earlier]]
    people, within = _people(cursor, [*seen, import_id])
    known = [_version(people, at).meeting(view.parts) for at, earlier in enumerate(seen) for view in shown[earlier]]
    here = replace(_version(people, len(seen)), within=within)
    views = () if _too_alike(people) else decided(here, known)
    _delete(cursor, import_id)
    cursor.execute(named_queries()["insert_shown_list"], {"import": import_id, "beside": list(before)})
    cursor.execute(
        named_queries()["insert_shown_views"],
        {
            "import": import_id,
            "view": list(range(len(views))),
            "parts": [json.dumps(view.parts) for view in views],
            "n": [view.n for view in views],
        },
    )


def _people(
    cursor: duckdb.DuckDBPyConnection, versions: Sequence[str]
) -> tuple[dict[Person, int], tuple[tuple[int, ...], ...]]:
    """Who answered which version, alike ones counted; how many of each some figures are of (`Respondents.within`)."""
    blank = [row for version in versions for row in _ask("blank_means", cursor, **{"import": version})]
    offered_to_all = not any(row["not_offered"] for row in blank)
    if offered_to_all and len(versions) == 1:
        rows = _ask("ranked_cells", cursor, **{"import": versions[0]})
        return {(_cell(row),): row["n"] for row in rows}, ()
    answers = _answers(cursor, versions)
    people = _alike(answers)
    return people, () if offered_to_all else _within(answers, people)


def _answers(cursor: duckdb.DuckDBPyConnection, versions: Sequence[str]) -> Answers:
    """Who answered which version, alike ones counted, with their places.

    Equal answers of equal attributes are the same person; of those left, equal answers are: an attribute was mended.
    """
    people: Answers = Counter()
    for at, version in enumerate(versions):
        rows = _ask("ranked_answers", cursor, **{"import": version})
        left = Counter({(_cell(row), tuple(row["places"])): row["n"] for row in rows})
        people = _joined(people, left, at) if at else Counter({((cell,), told): n for (cell, told), n in left.items()})
    return people


def _alike(answers: Answers) -> dict[Person, int]:
    """How many there are of each kind of person."""
    alike: Counter[Person] = Counter()
    for (person, _), n in answers.items():
        alike[person] += n
    return dict(alike)


def _within(answers: Answers, people: dict[Person, int]) -> tuple[tuple[int, ...], ...]:
    """How many of each kind placed a theme, or two: for each, where that is not everybody."""
    themes = range(max((len(places) for _, places in answers), default=0))
    found: set[tuple[int, ...]] = set()
    for some in (*((one,) for one in themes), *combinations(themes, 2)):
        placed: Counter[Person] = Counter()
        for (person, places), n in answers.items():
            placed[person] += n if all(at < len(places) and places[at] is not None for at in some) else 0
        found.add(tuple(placed[person] for person in people))
    return tuple(sorted(found - {tuple(people.values())}))


def _joined(people: Answers, left: Counter[tuple[Cell, Places]], at: int) -> Answers:
    """The people of the versions before with those of one more."""
    joined: Answers = Counter()
    people = people.copy()
    for alike in (_same_cell, _any_cell):
        by_places: dict[Places, list[Cell]] = defaultdict(list)
        for cell, places in left:
            by_places[places].append(cell)
        for person, places in list(people):
            for cell in by_places.get(places, ()):
                both = min(people[person, places], left[cell, places]) if alike(person, cell) else 0
                if both:
                    joined[(*person, cell), places] += both
                    people[person, places] -= both
                    left[cell, places] -= both
    for (person, places), n in people.items():
        joined[(*person, None), places] += n
    for (cell, places), n in left.items():
        joined[(*(None,) * at, cell), places] += n
    return +joined


def _same_cell(person: Person, cell: Cell) -> bool:
    return next((one for one in reversed(person) if one is not None), None) == cell


def _any_cell(person: Person, cell: Cell) -> bool:
    return True


def _too_alike(people: dict[Person, int]) -> bool:
    """Did so few answers come or go since an earlier version that the difference of the two is theirs?"""
    earlier = len(next(iter(people), ())) - 1
    return any(0 < max(_only(people, -1, at), _only(people, at, -1)) < FEWEST for at in range(earlier))


def _only(people: dict[Person, int], here: int, there: int) -> int:
    """How many are in one version and not in the other."""
    return sum(n for person, n in people.items() if person[here] is not None and person[there] is None)


def _version(people: dict[Person, int], at: int) -> Respondents:
    """Everybody, with the cells that one version saw them in."""
    return Respondents(ATTRIBUTES, tuple(person[at] for person in people), tuple(people.values()))


def _cell(row: dict[str, Any]) -> Cell:
    return tuple(row[attribute] for attribute in ATTRIBUTES)


def _view(row: dict[str, Any]) -> View:
    return View(tuple((attribute, tuple(codes)) for attribute, codes in json.loads(row["parts"])), row["n"])


def _ask(query: str, cursor: duckdb.DuckDBPyConnection, **values: Any) -> list[dict[str, Any]]:
    """The rows of a named query within the transaction of the cursor."""
    cursor.execute(named_queries()[query], values or None)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _delete(cursor: duckdb.DuckDBPyConnection, import_id: str) -> None:
    for query in ("delete_shown_lists", "delete_shown_views"):
        cursor.execute(named_queries()[query], {"import": import_id})
