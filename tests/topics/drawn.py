"""Invented ballots of every kind, for the tests of the ranking methods."""

from __future__ import annotations

import random

import numpy as np

from lsn_data.intake.report import BlankMeans
from lsn_data.topics.priorities.ballots import Ballots, Floats

Row = tuple[int | None, ...]
LETTERS = "ABCDEFGHIJKLMNO"
# Schulze (2011), example 1: 45 voters; and the capital of Tennessee (Wikipedia, "Kemeny-Young method").
SCHULZE = {"ACBED": 5, "ADECB": 5, "BEDAC": 8, "CABED": 3, "CAEBD": 7, "CBADE": 2, "DCEBA": 7, "EBADC": 8}
TENNESSEE = {"MNCK": 42, "NCKM": 26, "CKNM": 15, "KCNM": 17}


def random_rows(seed: int, n: int = 40, k: int = 5, blanks: float = 0.15, ties: float = 0.1) -> list[tuple[Row, int]]:
    """Rankings with blanks and shared places."""
    chance = random.Random(seed)
    rows = []
    for _ in range(n):
        row: list[int | None] = list(chance.sample(range(1, k + 1), k))
        for at in range(k):
            if chance.random() < blanks:
                row[at] = None
            elif chance.random() < ties:
                row[at] = row[at - 1]
        rows.append((tuple(row), 1))
    return rows


def ballots_of(rows: list[tuple[Row, int]], blank_means: BlankMeans = "below") -> Ballots:
    """The rows as ballots of items A, B, C … (those who ranked nothing left out)."""
    return Ballots.of(LETTERS[: len(rows[0][0])], rows, blank_means).answering


def members(chance: np.random.Generator, strengths: Floats, n: int, short: float = 0.0) -> Floats:
    """(n, k) places drawn by the Plackett-Luce model; a share of them gives only the first three, NaN after."""
    heard = strengths + chance.gumbel(size=(n, len(strengths)))
    places = np.argsort(np.argsort(-heard, axis=1), axis=1) + 1.0
    places[(chance.random(n) < short)[:, None] & (places > 3)] = np.nan
    return places


def counted(places: Floats, blank_means: BlankMeans = "below") -> Ballots:
    """Places (n, k) as distinct ballots."""
    distinct, counts = np.unique(np.nan_to_num(places, nan=-1), axis=0, return_counts=True)
    distinct[distinct < 0] = np.nan
    return Ballots(tuple(LETTERS[: places.shape[1]]), distinct, counts.astype(float), blank_means)


def told(orders: dict[str, int]) -> Ballots:
    """Ballots from orders such as `ACB`, the items in alphabetical order."""
    items = sorted(next(iter(orders)))
    return Ballots.of(items, [([order.index(item) + 1 for item in items], n) for order, n in orders.items()])
