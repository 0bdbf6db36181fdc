"""Shall we take this on? What the registers say for and against a proposal, by a rule that is written down. Pure.

The rule: out, if it serves no guiding principle, repeats what is there, or is done by others without filling a gap;
in, if it fills a gap and nobody else does it; otherwise later. A gap is a thin cell of the matrix, a factor of the
SWOT that no measure answers, or a theme of the members' leading group. People decide, not the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lsn_data.topics.measures.compute import MOST_PRINCIPLES, NOTHING, Matrix, Row, weights
from lsn_data.topics.measures.likeness import Alike, alike, equals, words

Verdict = Literal["in", "out", "later"]
# A medium measure is the unit: what runs has no effort of its own in the registers, so each counts as one.
SIZES: Mapping[str, Fraction] = {"small": Fraction(1, 2), "medium": Fraction(1), "large": Fraction(2)}
MONTHS_OF_A_MEDIUM = 6
REPEATS = 0.5
LIKEST = 3
# Of what is there any shared word is told; of earlier proposals only what is much like it.
LEAST: Mapping[str, float] = {"measures": 0.01, "projects": 0.01, "proposals": 0.3}
THIN = Fraction(1, 2)


@dataclass(frozen=True)
class Proposal:
    """What is proposed: its title, theme and principles, what it takes, which factors it answers, who does it already.

    `months` are person months, which count before `effort` (small, medium, large).
    """

    title: str
    theme: str
    principles: tuple[str, ...] = ()
    effort: str = ""
    months: float | None = None
    addresses: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def weight(self) -> Fraction:
        """Its effort in medium measures."""
        if self.months:
            return Fraction(self.months).limit_denominator(100) / MONTHS_OF_A_MEDIUM
        return SIZES.get(self.effort, SIZES["medium"])

    @property
    def on_strategy(self) -> bool:
        """The 1/3 rule."""
        return 1 <= len(set(self.principles)) <= MOST_PRINCIPLES


@dataclass(frozen=True)
class Like:
    """Something that is there already: a measure, a project or an earlier proposal, and what it shares."""

    kind: Literal["measures", "projects", "proposals"]
    row: Row
    found: Alike
    same_theme: bool
    principles: tuple[str, ...]

    @property
    def rank(self) -> float:
        """Words first, then the theme, then the principles."""
        return self.found.share + 0.25 * self.same_theme + 0.1 * bool(self.principles)


@dataclass(frozen=True)
class Cell:
    """A cell of the matrix that a proposal would add to: its weight, that of a usual cell, and whether it is thin."""

    principle: str
    weight: Fraction
    usual: Fraction

    @property
    def thin(self) -> bool:
        """Nothing, or less than half of a usual cell."""
        return self.weight == NOTHING or self.weight < THIN * self.usual


@dataclass(frozen=True)
class Weighed:
    """All that was found for a proposal, and what the rule makes of it."""

    proposal: Proposal
    cells: tuple[Cell, ...]
    unanswered: tuple[str, ...]
    answered: Mapping[str, int]
    leads: bool
    alike: tuple[Like, ...]
    before: float
    after: float

    @property
    def repeats(self) -> Like | None:
        """What it would repeat: a measure or project of the same theme that shares at least half of the words."""
        return next((one for one in self.alike if repeats(one)), None)

    @property
    def decided(self) -> Like | None:
        """An earlier proposal like it."""
        return next((one for one in self.alike if one.kind == "proposals" and one.found.share >= REPEATS), None)

    @property
    def gaps(self) -> tuple[str, ...]:
        """Which gaps it fills: `cell`, `factor`, `theme`."""
        told = {"cell": any(one.thin for one in self.cells), "factor": bool(self.unanswered), "theme": self.leads}
        return tuple(name for name, there in told.items() if there)

    @property
    def verdict(self) -> Verdict:
        """What the rule says."""
        if not self.proposal.on_strategy or self.repeats:
            return "out"
        if self.proposal.others:
            return "later" if self.gaps else "out"
        return "in" if self.gaps else "later"


def repeats(one: Like) -> bool:
    """Is it so much like the proposal that doing both is doing it twice? What was given up is not repeated."""
    gone = one.row.get("status") in ("dropped", "ended", "done")
    return one.kind != "proposals" and one.same_theme and one.found.share >= REPEATS and not gone


def cells(proposal: Proposal, lead: Matrix) -> tuple[Cell, ...]:
    """The cells that it would add to; a usual cell holds the mean weight.

    >>> lead = Matrix(("a", "b"), ("x",), {("a", "x"): Fraction(3), ("b", "x"): Fraction(1)}, 4)
    >>> [(one.weight, one.usual, one.thin) for one in cells(Proposal("T", "b", ("x",)), lead)]
    [(Fraction(1, 1), Fraction(2, 1), False)]
    """
    count = len(lead.themes) * len(lead.principles)
    usual = lead.total / count if count else NOTHING
    return tuple(
        Cell(one, lead.cell(proposal.theme, one), usual)
        for one in weights(proposal.principles)
        if one in lead.principles and proposal.theme in lead.themes
    )


def balance(proposal: Proposal, efforts: Mapping[str, int]) -> tuple[float, float]:
    """The share of its theme in all that runs or is planned, before and after; each counts as a medium measure.

    >>> balance(Proposal("T", "a", effort="large"), {"a": 2, "b": 6})
    (0.25, 0.4)
    """
    every, own = sum(efforts.values()), efforts.get(proposal.theme, 0)
    after = (own + proposal.weight) / (every + proposal.weight)
    return (own / every if every else 0.0, float(after))


def likest(proposal: Proposal, known: Mapping[str, Sequence[Row]]) -> tuple[Like, ...]:
    """What is most like it among measures, projects and earlier proposals, the likest first; at most three of each.

    A title is read in both languages. Without a shared word nothing is alike, whatever its theme.
    """
    asked = words(proposal.title)
    stems = equals(
        asked, (stem for rows in known.values() for row in rows for one in titles(row) for stem in words(one))
    )
    found = []
    for kind, rows in known.items():
        like = (_like(kind, row, proposal, asked, stems) for row in rows)
        shared = sorted((one for one in like if one.found.share >= LEAST[kind]), key=lambda one: -one.rank)
        found += shared[:LIKEST]
    return tuple(sorted(found, key=lambda one: -one.rank))


def titles(row: Row) -> list[str]:
    """The titles of a row in both languages."""
    return [said for said in (row.get("title_en"), row.get("title_de")) if said]


def _like(
    kind: str, row: Row, proposal: Proposal, asked: Mapping[str, str], stems: Mapping[str, Sequence[str]]
) -> Like:  # fmt: skip
    themes: Iterable[str] = row.get("themes") or [row.get("theme") or ""]
    served = tuple(one for one in row.get("principles") or () if one in proposal.principles)
    found = alike(asked, titles(row), stems)
    return Like(kind, row, found, proposal.theme in themes, served)  # type: ignore[arg-type]
