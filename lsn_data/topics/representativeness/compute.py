"""Did some groups of members answer more often than others? Pure: counts in, figures out.

Those who answered are held against those who did *not*: against the whole register the chi-square would come out too
small by the factor 1 - n/N. A group stands out where its answers are more, or fewer, than chance alone would give it
out of the members who are there (hypergeometric), at 95 % for all groups of all attributes together (Bonferroni).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import chi2_contingency, hypergeom

from lsn_data.disclosure import NO_ANSWER, Group
from lsn_data.topics.priorities.chance import holm

CONFIDENCE = 0.95
# Below this expected number in a cell, the chi-square distribution is no good guide (Cochran 1954).
SPARSE = 5
DRAWS = 9_999
SEED = 2030
# Chi-squares that differ by less are equal.
EQUAL = 1e-9
OTHER = "other"
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Cell:
    """One group: the codes that it joins, its members, and how many of them answered."""

    codes: tuple[str, ...]
    members: int
    answered: int

    @property
    def rate(self) -> float:
        """The share of its members that answered."""
        return self.answered / self.members


@dataclass(frozen=True)
class Independence:
    """Does answering go with the group? Chi-square of answered and not answered, its p and Cramér's V.

    `drawn`: the table is sparse, and p is the share of random draws at least as uneven.
    """

    chi_square: float
    freedom: int
    p: float
    cramers_v: float
    drawn: bool


@dataclass(frozen=True)
class Comparison:
    """The groups of one attribute, largest first. `low` and `high` (one a cell): the fewest and most answers that
    chance explains; `test` is None where all members answered, `p_holm` is its p corrected for all attributes."""

    by: str
    cells: tuple[Cell, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    test: Independence | None
    p_holm: float | None

    @property
    def members(self) -> int:
        """All members compared."""
        return sum(cell.members for cell in self.cells)

    @property
    def answered(self) -> int:
        """All answers compared."""
        return sum(cell.answered for cell in self.cells)

    @property
    def differs(self) -> bool:
        """Do the groups clearly answer unequally often?"""
        return self.p_holm is not None and self.p_holm < 1 - CONFIDENCE

    @property
    def under(self) -> tuple[Cell, ...]:
        """The groups with fewer answers than chance explains."""
        return tuple(cell for cell, low in zip(self.cells, self.low, strict=True) if cell.answered < low)

    @property
    def over(self) -> tuple[Cell, ...]:
        """The groups with more answers than chance explains."""
        return tuple(cell for cell, high in zip(self.cells, self.high, strict=True) if cell.answered > high)


def cells_of(
    groups: Sequence[Group], members: Mapping[str, int], named: Collection[str], with_other: bool
) -> tuple[Cell, ...]:
    """The groups that may be shown with their members.

    `members`: how many have each code; `named`: the codes that the wave knows. A code that no respondent named was
    not on the wave's list, or none of those members answered: they count as other where the attribute knows
    `other`. They join the group that holds it, else the smallest one, so that no group without answers is shown.
    A group of those who did not say where they belong is no group of members.

    >>> groups = (Group(("biotech",), 13), Group(("other", "pharma"), 7))
    >>> [cell.members for cell in cells_of(groups, {"biotech": 60, "pharma": 20, "public": 9}, ["biotech"], True)]
    [60, 29]
    """
    told = [group for group in groups if set(group.codes) != {NO_ANSWER}]
    if not told:
        return ()
    shown = {code for group in told for code in group.codes}
    rest = sorted(code for code, n in members.items() if n and code not in shown)
    beyond = sorted({OTHER if with_other and code not in named else code for code in rest} - shown)
    home = next((group for group in told if OTHER in group.codes and with_other), min(told, key=_small_first))
    return tuple(
        Cell(
            (*group.codes, *(beyond if group is home else ())),
            sum(members.get(code, 0) for code in (*group.codes, *(rest if group is home else ()))),
            group.n,
        )
        for group in told
    )


def _small_first(group: Group) -> tuple[int, tuple[str, ...]]:
    return group.n, group.codes


def overfull(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The groups with more answers than members: the register does not fit the survey."""
    return tuple(cell for cell in cells if cell.answered > cell.members)


def compared(found: Mapping[str, Sequence[Cell]]) -> tuple[Comparison, ...]:
    """Every attribute's groups compared; each attribute has at least two, none with more answers than members.

    >>> cells = (Cell(("a",), 100, 40), Cell(("b",), 100, 10))
    >>> [[cell.codes for cell in one.under] for one in compared({"size": cells})]
    [[('b',)]]
    """
    tests = {by: independence(cells) for by, cells in found.items()}
    told = {by: test.p for by, test in tests.items() if test}
    corrected = dict(zip(told, holm(list(told.values())), strict=True))
    groups = sum(map(len, found.values()))
    return tuple(
        Comparison(by, tuple(cells), *_by_chance(cells, groups), tests[by], corrected.get(by))
        for by, cells in found.items()
    )


def _by_chance(cells: Sequence[Cell], groups: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The fewest and the most answers of each cell that chance explains, in all `groups` together."""
    sizes = np.array([cell.members for cell in cells])
    drawn = hypergeom(sizes.sum(), sizes, sum(cell.answered for cell in cells))
    tail = (1 - CONFIDENCE) / groups / 2
    low, high = (drawn.ppf(at).astype(int).tolist() for at in (tail, 1 - tail))
    return tuple(low), tuple(high)


def independence(cells: Sequence[Cell]) -> Independence | None:
    """Chi-square without Yates' correction, Cramér's V (1946), and p; None where all or none answered.

    >>> test = independence((Cell(("a",), 100, 40), Cell(("b",), 100, 10)))
    >>> round(test.chi_square, 6), round(test.cramers_v, 6), test.drawn
    (24.0, 0.34641, False)
    """
    answered, missing = _counts(cells)
    if not answered.any() or not missing.any() or len(cells) < 2:
        return None
    table = np.stack([answered, missing])
    chi_square, p, freedom, expected = chi2_contingency(table, correction=False)
    drawn = bool((expected < SPARSE).any())
    return Independence(
        float(chi_square),
        int(freedom),
        _drawn_p(answered, answered + missing, float(chi_square)) if drawn else float(p),
        float(np.sqrt(chi_square / table.sum())),
        drawn,
    )


def _counts(cells: Sequence[Cell]) -> tuple[Ints, Ints]:
    """(g,) answered and (g,) not answered."""
    answered = np.array([cell.answered for cell in cells], dtype=np.int64)
    return answered, np.array([cell.members for cell in cells], dtype=np.int64) - answered


def _drawn_p(answered: Ints, members: Ints, seen: float) -> float:
    """The share of draws of as many members that come out at least as uneven, with the one that was seen.

    The groups are drawn in the order of their sizes: what they are called changes nothing.
    """
    sizes, n = np.sort(members), answered.sum()
    drawn = np.random.default_rng(SEED).multivariate_hypergeometric(sizes, n, size=DRAWS)
    return float((1 + (_chi_square(drawn, sizes) >= seen * (1 - EQUAL)).sum()) / (1 + DRAWS))


def _chi_square(answered: Ints, members: Ints) -> NDArray[np.float64]:
    """(d,): chi-square of each draw of answers (d, g) out of the members (g,)."""
    rate = answered.sum(axis=1, keepdims=True) / members.sum()
    squares: NDArray[np.float64] = ((answered - members * rate) ** 2 / (members * rate * (1 - rate))).sum(axis=1)
    return squares
