"""What may be shown? Decided once a wave over all its views together, and asked by page, slide, workbook, command.

No figure stands on fewer than five respondents, and none of fewer than five can be worked out from several views:
hiding small groups table by table does not do, since most of them can be computed from their neighbours.

    cells of respondents ──audit──▶ the list of views (`decide`) ──▶ stored with the wave ──▶ asked by everything
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lsn_data.errors import LsnError

# Respondents that a figure stands on at least; answers from which on free texts are shown.
FEWEST = 5
FEWEST_TEXTS = 10
# Waves of two names that share more than this part of the smaller one's answers are one survey.
SAME_SURVEY = 0.75
NO_ANSWER = ""
# The attributes in the order in which they are offered: what a board asks for first.
ATTRIBUTES = ("sector", "size", "state", "membership", "kind")


@dataclass(frozen=True)
class Group:
    """Respondents shown together: the codes of an attribute that it joins (`""` is: no answer), and how many."""

    codes: tuple[str, ...]
    n: int

    @property
    def code(self) -> str:
        """How links and commands name the group: `pharma`, or `pharma,public` for a merged one."""
        return joined(self.codes)


@dataclass(frozen=True)
class View:
    """Respondents that may be shown: of which groups (attribute and its codes; none: everybody), and how many."""

    parts: tuple[tuple[str, tuple[str, ...]], ...]
    n: int

    @property
    def where(self) -> dict[str, str]:
        """{"sector": "pharma,public", "state": "HH"}: the attributes with the groups' names."""
        return {attribute: joined(codes) for attribute, codes in self.parts}

    @property
    def code(self) -> str:
        """How commands name the view: `sector=biotech & state=SH`; empty for everybody."""
        return named(self.where)


class NotShown(LsnError):
    """A view that may not be shown. `nearest` are views that may."""

    def __init__(self, text: str, nearest: tuple[View, ...] = (), **values: object) -> None:
        self.nearest = nearest
        super().__init__(text, **values)


def joined(codes: tuple[str, ...]) -> str:
    """The name of a group of codes.

    >>> joined(("pharma", ""))
    'pharma,none'
    """
    return ",".join(code or "none" for code in codes)


def nearest(views: tuple[View, ...], where: Mapping[str, str]) -> tuple[View, ...]:
    """The views that may be shown instead of one that may not: those that keep most of what was asked for.

    First what keeps the most attributes, the smallest group first (it is the nearest); nothing of other attributes.

    >>> views = (View((), 58), View((("state", ("SH", "")),), 16), View((("sector", ("biotech",)),), 20))
    >>> [view.code for view in nearest(views, {"sector": "pharma", "state": "SH"})]
    ['state=SH,none']
    """
    asked = {attribute: set(code.split(",")) for attribute, code in where.items()}
    kept = [
        view
        for view in views
        if view.parts
        and view.where != dict(where)
        and all(asked.get(name, set()) & {code or "none" for code in codes} for name, codes in view.parts)
    ]
    kept.sort(key=lambda view: (-len(view.parts), view.n, view.code))
    return tuple(kept) or tuple(view for view in views if len(view.parts) == 1 and view.parts[0][0] in asked)


def named(where: Mapping[str, str]) -> str:
    """How links and commands name groups of several attributes; `where_named` reads it.

    >>> named({"sector": "biotech", "state": "SH"})
    'sector=biotech & state=SH'
    """
    return " & ".join(f"{attribute}={code}" for attribute, code in where.items())


def where_named(name: str) -> dict[str, str]:
    """The groups of attributes that a name tells; what does not read as one is left out.

    >>> where_named("sector=biotech & state=SH")
    {'sector': 'biotech', 'state': 'SH'}
    """
    return dict(part.split("=", 1) for part in name.split(" & ") if "=" in part)


def codes_of(where: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The codes of the groups named.

    >>> codes_of({"sector": "pharma,none"})
    {'sector': ('pharma', '')}
    """
    return {
        attribute: tuple("" if code == "none" else code for code in group.split(","))
        for attribute, group in where.items()
    }


def side_by_side(views: tuple[View, ...], by: str, within: Mapping[str, str]) -> tuple[Group, ...]:
    """The groups of an attribute, each of everybody in `within` once, largest first; empty unless there are two.

    Within other groups, not every group may be shown: those left stand together as one, if they may.
    """
    whole = next((view for view in views if view.where == dict(within)), None)
    parts = set(codes_of(within).items())
    found = [
        Group(dict(view.parts)[by], view.n)
        for view in views
        if by in dict(view.parts) and {part for part in view.parts if part[0] != by} == parts
    ]
    chosen: list[Group] = []
    for group in sorted(found, key=lambda group: (len(group.codes), -group.n, group.code)):
        if not any(set(group.codes) & set(one.codes) for one in chosen):
            chosen.append(group)
    if whole and chosen and (left := whole.n - sum(group.n for group in chosen)):
        codes = [code for view in views if [by] == [name for name, _ in view.parts] for code in view.parts[0][1]]
        chosen.append(Group(tuple(code for code in codes if not any(code in one.codes for one in chosen)), left))
    chosen.sort(key=lambda group: (-group.n, group.code))
    return tuple(chosen) if len(chosen) > 1 else ()
