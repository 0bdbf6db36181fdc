"""Which factors of the SWOT does a measure answer, and where is the link broken? Pure: rows in, answer out.

A measure answers the factors that it names (`addresses`). A dropped measure answers nothing. Where no measure names
any factor, the links are not known yet, which is not the same as broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lsn_data.sheets.declared import plain
from lsn_data.topics.swot.weight import Weighing, weighing

Row = dict[str, Any]

QUADRANTS = ("strength", "weakness", "opportunity", "threat")
# These ask for a measure, the most pressing first; a strength is used where it helps.
ASKING = ("threat", "weakness", "opportunity")
INSIDE, OUTSIDE = ("strength", "weakness"), ("opportunity", "threat")
DROPPED = "dropped"


@dataclass(frozen=True)
class Factor:
    """A factor with the measures that answer it, and those that would if they had not been dropped.

    `low` and `high`: the range of its share of the voters. `may_be_first`: could it be the heaviest of its quadrant
    (None: nobody can tell)?
    """

    row: Row
    answered_by: tuple[Row, ...] = ()
    dropped: tuple[Row, ...] = ()
    low: float | None = None
    high: float | None = None
    may_be_first: bool | None = None

    @property
    def id(self) -> str:
        """What others call it by."""
        return str(self.row["id"])

    @property
    def quadrant(self) -> str:
        """Strength, weakness, opportunity or threat."""
        return str(self.row["quadrant"])

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes it touches."""
        return tuple(self.row["themes"] or ())

    @property
    def votes(self) -> float | None:
        """Its weight, None where nobody voted."""
        votes: float | None = self.row["votes"]
        return votes

    @property
    def share(self) -> float | None:
        """The share of the voters, where the votes can be read so."""
        return None if self.low is None or self.votes is None else self.votes / self.row["voters"]


@dataclass(frozen=True)
class Swot:
    """All factors by quadrant, the heaviest first, and what hangs together with what.

    `known`: does any measure name a factor of this SWOT? `measures` are those not dropped; `idle` those of them that
    answer nothing; `unknown` the names that no factor has, each with its measure.
    """

    factors: tuple[Factor, ...]
    measures: tuple[Row, ...]
    idle: tuple[Row, ...]
    unknown: tuple[tuple[Row, str], ...]
    known: bool
    weighing: Weighing

    def of(self, quadrant: str) -> tuple[Factor, ...]:
        """The factors of a quadrant, the heaviest first."""
        return tuple(one for one in self.factors if one.quadrant == quadrant)

    @property
    def broken(self) -> tuple[Factor, ...]:
        """Risks, weaknesses and opportunities that no measure answers; none where the links are not known."""
        if not self.known:
            return ()
        return tuple(one for quadrant in ASKING for one in self.of(quadrant) if not one.answered_by)

    def answered(self, quadrant: str) -> int | None:
        """How many factors of a quadrant have a measure; None where the links are not known."""
        return sum(bool(one.answered_by) for one in self.of(quadrant)) if self.known else None


def swot_of(rows: Sequence[Row], measures: Sequence[Row]) -> Swot:
    """The whole answer from the factors in the order of their document and our measures.

    >>> risk = {"id": "T1", "quadrant": "threat", "themes": [], "votes": None, "voters": None}
    >>> answer = {"measure": "m-1", "parent": None, "theme": "region", "status": "running", "addresses": ["t1", "X9"]}
    >>> found = swot_of([risk, {**risk, "id": "T2"}], [answer])
    >>> [one.id for one in found.broken], [(row["measure"], name) for row, name in found.unknown]
    (['T2'], [('m-1', 'X9')])
    """
    named = {plain(row["id"]): row for row in rows}
    counting = tuple(row for row in measures if row["status"] != DROPPED)
    dropped = [row for row in measures if row["status"] == DROPPED]
    answers, formerly = _answers(counting, named), _answers(dropped, named)
    weighed = weighing(rows)
    factors = [
        _weighed(Factor(row, tuple(answers.get(name, ())), tuple(formerly.get(name, ()))), weighed)
        for name, row in named.items()
    ]
    return Swot(
        tuple(one for quadrant in QUADRANTS for one in _heaviest_first(factors, quadrant, weighed)),
        counting,
        tuple(idle(counting, named)),
        tuple((row, said) for row in counting for said in _names(row) if plain(said) not in named),
        bool(answers or formerly),
        weighed,
    )


def narrowed(found: Swot, theme: str | None = None, evidence: str | None = None, quadrant: str | None = None) -> Swot:
    """The same answer for some factors only: weights and ranges stay those of the whole."""
    kept = tuple(
        one
        for one in found.factors
        if (theme is None or theme in one.themes)
        and (evidence is None or (one.row["evidence"] or "") == evidence)
        and quadrant in (None, one.quadrant)
    )
    return replace(found, factors=kept)


def idle(measures: Sequence[Row], factors: Mapping[str, Any]) -> list[Row]:
    """The measures that answer nothing: neither they nor one beneath or above them names a factor.

    A strategic measure answers through its details, and a detail through the measure that it belongs to.
    """
    by_code = {plain(row["measure"]): row for row in measures}
    useful = {code for code, row in by_code.items() if any(plain(name) in factors for name in _names(row))}
    helped = useful | {above for code in useful for above in _above(code, by_code)}
    return [
        row for code, row in by_code.items() if code not in helped and not useful.intersection(_above(code, by_code))
    ]


def _above(code: str, by_code: Mapping[str, Row]) -> list[str]:
    """The measures above one, nearest first; a circle ends where it began."""
    found: list[str] = []
    while code in by_code and by_code[code]["parent"]:
        code = plain(by_code[code]["parent"])
        if code in found:
            break
        found.append(code)
    return found


def _answers(measures: Iterable[Row], named: Mapping[str, Row]) -> dict[str, list[Row]]:
    """For each factor, by its plain name, the measures that name it, each once."""
    found: dict[str, list[Row]] = {}
    for row in measures:
        for name in dict.fromkeys(plain(said) for said in _names(row)):
            if name in named:
                found.setdefault(name, []).append(row)
    return found


def _names(measure: Row) -> list[str]:
    return list(measure["addresses"] or ())


def _weighed(factor: Factor, weighed: Weighing) -> Factor:
    share = weighed.shares.get(factor.id)
    if share is None:
        return factor
    return replace(factor, low=share.low, high=share.high, may_be_first=weighed.may_be_first.get(factor.id))


def _heaviest_first(factors: Sequence[Factor], quadrant: str, weighed: Weighing) -> list[Factor]:
    """By weight; what has none stands last, and equals keep the order of the document."""
    here = [one for one in factors if one.quadrant == quadrant]
    return sorted(here, key=lambda one: -weighed.weight.get(one.id, -1.0))
