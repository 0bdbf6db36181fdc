"""Which strategy names which part, and which period and unit do figures of several clusters share? Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lsn_data.sheets.declared import plain

Row = Mapping[str, Any]

# What files call the figures that most clusters publish; anything else keeps its own words.
MEMBERS, STAFF, FOLLOWERS = "members", "staff", "followers"
_CALLED = {
    MEMBERS: ("members", "member", "mitglieder", "mitgliederzahl", "zahl der mitglieder", "number of members"),
    STAFF: ("staff", "employees", "beschäftigte", "mitarbeitende", "mitarbeiter", "team", "personal"),
    FOLLOWERS: ("followers", "follower", "follower insgesamt", "social media followers", "abonnenten"),
}  # fmt: skip
_SOCIAL = ("follower", "abonnent", "linkedin", "instagram", "youtube", "facebook", "mastodon", "bluesky", "social")
_OWN = ("lsn", "life science nord", "life science nord management", "life science nord management gmbh", "lsn m")
_OWN_ENDINGS = (" e v", " cluster", " hamburg")
_COUNTED = ("", "number", "anzahl", "persons", "personen")


@dataclass(frozen=True)
class Figure:
    """One figure of an organisation: what is measured, when, in which unit. `own`: it is ours."""

    organisation: str
    measure: str
    period: str
    value: float
    unit: str
    own: bool = False


@dataclass(frozen=True)
class Compared:
    """The figures that may stand side by side, largest first, and those of other periods or units that may not."""

    period: str
    unit: str
    figures: tuple[Figure, ...]
    elsewhere: tuple[Figure, ...]

    @property
    def own(self) -> Figure | None:
        """Ours; None where it is not known for the period."""
        return next((one for one in self.figures if one.own), None)

    @property
    def place(self) -> int | None:
        """Our place, 1 for the largest; None where we are not among them."""
        return self.place_of(self.own) if self.own else None

    def place_of(self, one: Figure) -> int:
        """The place of a figure: how many are larger, and one; those that are equal share one."""
        return 1 + bisect_left(self.figures, -one.value, key=lambda other: -other.value)


def measure_of(text: str) -> str:
    """The code of a well-known measure, else the words made plain.

    >>> measure_of("Mitglieder"), measure_of("LinkedIn-Follower")
    ('members', 'linkedin follower')
    """
    said = plain(text)
    return next((code for code, names in _CALLED.items() if said in names), said)


def is_social(measure: str) -> bool:
    """Does a measure tell of social media?"""
    return any(word in measure for word in _SOCIAL)


def is_own(organisation: str) -> bool:
    """Is an organisation of the register ourselves?

    >>> is_own("Life Science Nord e.V."), is_own("Life Science Nordland")
    (True, False)
    """
    said = plain(organisation)
    for ending in _OWN_ENDINGS:
        said = said.removesuffix(ending)
    return said in _OWN


def unit_of(text: str | None) -> str:
    """A unit, however it is written; a number of things has none.

    >>> unit_of("Anzahl"), unit_of(" % "), unit_of(None)
    ('', '%', '')
    """
    said = " ".join((text or "").split())
    return "" if said.casefold() in _COUNTED else said


def figures_of(rows: Iterable[Row]) -> tuple[Figure, ...]:
    """All figures of the register that have a value."""
    return tuple(
        Figure(
            row["organisation"], measure_of(row["measure"] or ""), row["period"] or "", row["value"],
            unit_of(row["unit"]), is_own(row["organisation"]),
        )
        for row in rows
        if row["value"] is not None and row["organisation"]
    )  # fmt: skip


def measures_in(figures: Iterable[Figure]) -> tuple[str, ...]:
    """The measures that others are known by, the one of most organisations first; ours alone compares with nothing."""
    counts = Counter(measure for measure, _ in dict.fromkeys(_who(one) for one in figures if not one.own))
    return tuple(measure for measure, _ in counts.most_common())


def _who(one: Figure) -> tuple[str, str]:
    return (one.measure, plain(one.organisation))


def compared(figures: Iterable[Figure], measure: str) -> Compared | None:
    """The figures of a measure in the unit and the period that most organisations share; of equal ones the newest.

    None without any. An organisation that has no figure there is told with its newest one.

    >>> known = (("A", "2024", 300.0), ("B", "2024", 200.0), ("B", "2025", 250.0))
    >>> found = compared([Figure(name, MEMBERS, period, value, "") for name, period, value in known], MEMBERS)
    >>> found.period, [figure.value for figure in found.figures]
    ('2024', [300.0, 200.0])
    """
    every = [one for one in figures if one.measure == measure]
    if not any(not one.own for one in every):
        return None
    counts = Counter((one.unit, one.period) for one in {_key(one): one for one in every}.values())
    unit, period = max(counts, key=lambda key: (counts[key], key[1]))
    inside = {plain(one.organisation): one for one in every if (one.unit, one.period) == (unit, period)}
    others: dict[str, Figure] = {}
    for one in every:
        name = plain(one.organisation)
        if name not in inside and (name not in others or one.period > others[name].period):
            others[name] = one
    shown = sorted(inside.values(), key=lambda one: -one.value)
    return Compared(period, unit, tuple(shown), tuple(others.values()))


def _key(one: Figure) -> tuple[str, str, str]:
    return (plain(one.organisation), one.unit, one.period)


def only_and_both(counts: Sequence[Sequence[int | None]]) -> list[int]:
    """The order of parts by who has them: first those that only the first strategy has, then the others' own, then
    the parts that several have but not all, then those of all. Returns positions; a part that nobody has is left out.

    >>> only_and_both([[3, 1], [0, 2], [None, None], [5, 0]])
    [3, 1, 0]
    """

    def rank(at: int) -> tuple[int, int]:
        having = [column for column, count in enumerate(counts[at]) if count]
        return (len(having), having[0]) if len(having) < len(counts[at]) else (len(counts[at]), 0)

    return sorted((at for at in range(len(counts)) if any(counts[at])), key=rank)
