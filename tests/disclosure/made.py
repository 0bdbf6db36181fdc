"""Invented waves, and an attacker who keeps every view and solves the equations: written apart from the audit."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

from lsn_data.disclosure.decide import Cell, Respondents
from lsn_data.intake.report import Respondent

ATTRIBUTES = ("sector", "size", "state", "membership", "kind")
CODES = {
    "sector": (("biotech", 30), ("medtech", 18), ("pharma", 12), ("research", 12), ("services", 10),
               ("digital_health", 10), ("public", 5), ("", 3)),
    "size": (("1-9", 40), ("10-49", 30), ("50-249", 20), ("250+", 10)),
    "state": (("HH", 66), ("SH", 28), ("other", 6)),
    "membership": (("full", 70), ("startup", 15), ("academic", 10), ("", 5)),
}  # fmt: skip
Floats = NDArray[np.float64]


def invented(n: int, seed: int) -> list[Respondent]:
    """Respondents whose attributes hang together a little, as real ones do."""
    chance = Random(seed)
    return [Respondent(row=row, places=_places(chance), **_attributes(chance)) for row in range(2, n + 2)]


def _attributes(chance: Random) -> dict[str, str | None]:
    drawn = {name: chance.choices(*zip(*codes, strict=True))[0] for name, codes in CODES.items()}
    kind = {"research": chance.choice(("university", "research")), "public": "public"}.get(drawn["sector"], "company")
    return {name: code or None for name, code in {**drawn, "kind": kind}.items()}


def _places(chance: Random) -> tuple[int | None, ...]:
    order = sorted(range(7), key=lambda item: item + chance.random() * 6)
    places: list[int | None] = [None] * 7
    for place, item in enumerate(order[: chance.choice((7, 7, 7, 3))], start=1):
        places[item] = place
    return tuple(places)


def cell_of(one: Respondent) -> Cell:
    return tuple(getattr(one, name) or "" for name in ATTRIBUTES)


def people_of(respondents: Iterable[Respondent]) -> Respondents:
    counted: dict[Cell, int] = {}
    for one in respondents:
        counted[cell_of(one)] = counted.get(cell_of(one), 0) + 1
    return Respondents(ATTRIBUTES, tuple(counted), tuple(counted.values()))


def members(respondents: Sequence[Respondent], where: dict[str, Sequence[str]]) -> NDArray[np.bool_]:
    """(n,): who is in all of the groups."""
    return np.array([all((getattr(one, name) or "") in codes for name, codes in where.items()) for one in respondents])


def small_groups(respondents: Sequence[Respondent], fewest: int = 5, most: int = 5) -> list[NDArray[np.bool_]]:
    """Everybody's groups that nobody should learn of: alike in one attribute or several, fewer than the limit."""
    found: dict[bytes, NDArray[np.bool_]] = {}
    for size in range(1, most + 1):
        for names in itertools.combinations(ATTRIBUTES, size):
            for codes in {tuple(getattr(one, name) or "" for name in names) for one in respondents}:
                group = members(respondents, {name: (code,) for name, code in zip(names, codes, strict=True)})
                if 0 < group.sum() < fewest:
                    found[group.tobytes()] = group
    return list(found.values())


class Attacker:
    """Keeps views (a row over the respondents each) and tells whether a group can be worked out: least squares.

    Respondents of one cell cannot be told apart, so a column is a cell; the attacker knows which cells there are.
    `apart`: respondents that views see apart for another reason, such as having come later.
    """

    def __init__(
        self,
        respondents: Sequence[Respondent],
        views: Sequence[NDArray[np.bool_]],
        apart: NDArray[np.bool_] | None = None,
    ) -> None:
        kinds = [False] * len(respondents) if apart is None else apart.tolist()
        self._cells = [(cell_of(one), kind) for one, kind in zip(respondents, kinds, strict=True)]
        self._order = sorted(set(self._cells))
        rows = np.array([self._row(view) for view in views]).reshape(len(views), len(self._order))
        self._base = np.linalg.svd(rows, full_matrices=False)[2][: np.linalg.matrix_rank(rows)]

    def _row(self, view: NDArray[np.bool_]) -> Floats:
        held = {cell for cell, inside in zip(self._cells, view, strict=True) if inside}
        return np.array([float(cell in held) for cell in self._order])

    def recovers(self, group: NDArray[np.bool_]) -> bool:
        """Is the group a combination of the views?"""
        row = self._row(group)
        left = row - self._base.T @ (self._base @ row)
        return bool(np.abs(left).max() < 1e-7)
