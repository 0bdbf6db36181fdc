"""Which views of a wave may be offered? As many as can be seen together without giving anybody away.

First everybody; then each attribute, its small groups merged and named; then combinations of the groups, as long as
the audit over all of them finds nothing. Which combinations fit together depends on their order: several are tried,
and the one that leaves most to be seen is kept. The same respondents always give the same list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lsn_data.disclosure import FEWEST, NO_ANSWER, Group, View
from lsn_data.disclosure.audit import Audits, Bools, Ints
from lsn_data.sheets.choices import SIZES

Cell = tuple[str, ...]
Part = tuple[str, tuple[str, ...]]
# Codes of a size follow each other: only neighbours are merged, and "up to 49" is a group that people speak of.
IN_ORDER: Mapping[str, Sequence[str]] = {"size": tuple(choice.code for choice in SIZES)}
# How many orders of the combinations are tried (fewer where there is more to look at), and how many combinations
# of a large wave are looked at.
ORDERS, EFFORT, MOST = 12, 20_000, 400
SEED = 2030


@dataclass(frozen=True)
class Respondents:
    """Respondents alike in everything that can be told of them, a cell each.

    `attributes`: their names; `cells` (m): the codes of each cell, or None where its respondents are not in this
    version of the wave; `n` (m): how many there are; `within` (m each): how many of them some figures are of, where
    that is not everybody.
    """

    attributes: tuple[str, ...]
    cells: tuple[Cell | None, ...]
    n: tuple[int, ...]
    within: tuple[tuple[int, ...], ...] = ()

    @property
    def here(self) -> Bools:
        """(m,): are the cell's respondents in this version?"""
        return np.array([cell is not None for cell in self.cells], dtype=bool)

    def of(self, attribute: str, codes: Sequence[str]) -> Bools:
        """(m,): the cells of a group."""
        at = self.attributes.index(attribute)
        return np.array([cell is not None and cell[at] in codes for cell in self.cells], dtype=bool)

    def meeting(self, parts: Sequence[Part]) -> Bools:
        """(m,): the cells of the groups of several attributes."""
        met = self.here
        for attribute, codes in parts:
            met = met & self.of(attribute, codes)
        return met

    def count(self, view: Bools) -> int:
        """How many respondents a view holds."""
        return int(self._numbers[view].sum())

    @cached_property
    def _numbers(self) -> Ints:
        return np.array(self.n, dtype=np.int64)

    def counts(self, attribute: str) -> dict[str, int]:
        """How many respondents of this version have each code."""
        at, found = self.attributes.index(attribute), Counter[str]()
        for cell, n in zip(self.cells, self.n, strict=True):
            if cell is not None:
                found[cell[at]] += n
        return dict(found)


@dataclass(frozen=True)
class Offer:
    """A view that could be offered: its groups, and the cells that they meet in."""

    parts: tuple[Part, ...]
    view: Bools


def decided(people: Respondents, seen: Sequence[Bools] = (), fewest: int = FEWEST) -> tuple[View, ...]:
    """The views that may be shown together, everybody first; none if not even everybody may.

    `seen`: the views, (m,) each, of earlier versions of the same wave that somebody may have kept.
    """
    audit, offered = _simple(people, seen, fewest)
    combined = _most(audit, people, offered[1:], fewest) if offered else []
    return _views(people, [*offered, *combined])


def attributes_decided(people: Respondents, fewest: int = FEWEST) -> tuple[View, ...]:
    """The same without combinations of attributes."""
    return _views(people, _simple(people, (), fewest)[1])


def _views(people: Respondents, offers: Sequence[Offer]) -> tuple[View, ...]:
    return tuple(View(offer.parts, people.count(offer.view)) for offer in offers)


def _simple(people: Respondents, seen: Sequence[Bools], fewest: int) -> tuple[Audits, list[Offer]]:
    """Everybody, and the groups of each attribute."""
    audit = Audits.of(people.n, fewest, people.within, *seen, people.here)
    if not people.n or not audit.safe:
        return audit, []
    offered = [Offer((), people.here)]
    for attribute in people.attributes:
        audit, groups = _attribute(audit, people, attribute, fewest)
        offered += groups
    return audit, offered


def _attribute(audit: Audits, people: Respondents, attribute: str, fewest: int) -> tuple[Audits, list[Offer]]:
    """The groups of an attribute beside all seen before: merged further as long as they would give somebody away."""
    counts = people.counts(attribute)
    groups = groups_of(counts, attribute, fewest)
    while groups:
        offers = [Offer(((attribute, group.codes),), people.of(attribute, group.codes)) for group in groups]
        with_them = audit.seeing(*(offer.view for offer in offers))
        if with_them.safe:
            return with_them, offers
        groups = groups_of(counts, attribute, min(group.n for group in groups) + 1)
    return audit, []


def _most(audit: Audits, people: Respondents, groups: Sequence[Offer], fewest: int) -> list[Offer]:
    """The combinations that fit together, in the order that leaves most to be seen."""
    found = sorted(
        _combinations(people, groups, fewest), key=lambda offer: (len(offer.parts), -people.count(offer.view))
    )
    found = found[:MOST]
    if not audit.any_few:
        return found
    chance = np.random.default_rng(SEED)
    tried = [_fitting(audit, found)[1]] if found else [[]]
    for _ in range(min(ORDERS, EFFORT // (1 + len(found) * len(people.n) * len(audit.parts))) - 1):
        shuffled = [found[at] for at in chance.permutation(len(found))]
        tried.append(_fitting(audit, sorted(shuffled, key=lambda offer: len(offer.parts)))[1])
    return max(tried, key=lambda kept: (sum(len(offer.parts) == 2 for offer in kept), len(kept)))


def _fitting(audit: Audits, offers: Sequence[Offer]) -> tuple[Audits, list[Offer]]:
    """The offers that can be added one after the other; many are looked at together, since most fit in large waves."""
    together = audit.seeing(*(offer.view for offer in offers))
    if together.safe:
        return together, list(offers)
    if len(offers) == 1:
        return audit, []
    half = len(offers) // 2
    audit, first = _fitting(audit, offers[:half])
    audit, second = _fitting(audit, offers[half:])
    return audit, first + second


def _combinations(people: Respondents, groups: Sequence[Offer], fewest: int) -> Iterator[Offer]:
    """Groups of two attributes and more that meet in enough respondents."""
    found = [[offer for offer in groups if offer.parts[0][0] == name] for name in people.attributes]
    choices = [[*offers, *_runs(people, offers)] for offers in found if offers]
    yield from _meeting(people, Offer((), people.here), choices, fewest)


def _meeting(people: Respondents, so_far: Offer, choices: Sequence[Sequence[Offer]], fewest: int) -> Iterator[Offer]:
    for at, groups in enumerate(choices):
        for group in groups:
            met = Offer((*so_far.parts, *group.parts), so_far.view & group.view)
            if people.count(met.view) >= fewest:
                if so_far.parts:
                    yield met
                yield from _meeting(people, met, choices[at + 1 :], fewest)


def _runs(people: Respondents, groups: Sequence[Offer]) -> list[Offer]:
    """Neighbouring groups of an attribute with an order, from its beginning or to its end: `1-9` and `10-49`."""
    attribute = groups[0].parts[0][0]
    order = IN_ORDER.get(attribute, ())
    named = [codes for offer in groups for _, codes in offer.parts if codes[0] in order]
    known = sorted(named, key=lambda codes: order.index(codes[0]))
    cuts = [known[:at] for at in range(2, len(known))] + [known[at:] for at in range(1, len(known) - 1)]
    runs = [tuple(code for codes in cut for code in codes) for cut in cuts]
    return [Offer(((attribute, codes),), people.of(attribute, codes)) for codes in runs]


def is_run(attribute: str, codes: Sequence[str]) -> bool:
    """Do the codes follow each other in the attribute's order?

    >>> is_run("size", ["1-9", "10-49"]), is_run("size", ["1-9", "250+"]), is_run("state", ["HH", "SH"])
    (True, False, False)
    """
    order = IN_ORDER.get(attribute, ())
    return any(tuple(codes) == tuple(order[at : at + len(codes)]) for at in range(len(order) - len(codes) + 1))


def groups_of(counts: Mapping[str, int], attribute: str = "", fewest: int = FEWEST) -> tuple[Group, ...]:
    """The groups of one attribute that may stand side by side, largest first; empty if none may.

    Groups under the limit are merged; if they are still too few together, the next smallest joins them. So each
    group, and everybody outside it, is at least the limit. Codes with an order are merged with a neighbour.

    >>> [(g.code, g.n) for g in groups_of({"biotech": 12, "medtech": 7, "pharma": 3, "public": 1})]
    [('biotech', 12), ('medtech,pharma,public', 11)]
    >>> [(g.code, g.n) for g in groups_of({"1-9": 20, "10-49": 3, "50-249": 9, "250+": 4}, "size")]
    [('1-9', 20), ('10-49,50-249,250+', 16)]
    >>> groups_of({"HH": 30, "SH": 4})
    ()
    """
    there = {code: n for code, n in counts.items() if n > 0}
    merge = _neighbours_merged if attribute in IN_ORDER else _small_merged
    groups = sorted(merge(there, attribute, fewest), key=lambda group: (-group.n, group.code))
    return tuple(groups) if len(groups) > 1 and all(group.n >= fewest for group in groups) else ()


def _small_merged(counts: Mapping[str, int], _: str, fewest: int) -> list[Group]:
    rest = sorted(((n, code) for code, n in counts.items()), key=lambda pair: (pair[0], pair[1]))
    small = [pair for pair in rest if pair[0] < fewest]
    large = [pair for pair in rest if pair[0] >= fewest]
    while small and large and sum(n for n, _ in small) < fewest:
        small.append(large.pop(0))
    groups = [Group((code,), n) for n, code in large]
    if small:
        codes = tuple(sorted((code for _, code in small), key=lambda code: (code == NO_ANSWER, code)))
        groups.append(Group(codes, sum(n for n, _ in small)))
    return groups


def _neighbours_merged(counts: Mapping[str, int], attribute: str, fewest: int) -> list[Group]:
    """The smallest group joins the smaller of its neighbours until each is large enough; no answer comes last."""
    order = IN_ORDER[attribute]
    known = sorted(counts, key=lambda code: order.index(code) if code in order else len(order))
    groups = [Group((code,), counts[code]) for code in known]
    while len(groups) > 1 and min(group.n for group in groups) < fewest:
        at = min(range(len(groups)), key=lambda i: groups[i].n)
        beside = min((i for i in (at - 1, at + 1) if 0 <= i < len(groups)), key=lambda i: groups[i].n)
        first, second = sorted((at, beside))
        merged = Group(groups[first].codes + groups[second].codes, groups[first].n + groups[second].n)
        groups[first : second + 1] = [merged]
    return groups
