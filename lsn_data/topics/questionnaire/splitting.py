"""By which attributes may a question be split? Decided for each question, over all its views together.

Who answered a question is not everybody who ranked: a group that is large enough there may be too small here, and what
is hidden in one view could be worked out from another. So each question has its own audit, over the groups that the
wave shows: attribute after attribute is offered as long as nobody can be worked out of all that is offered before.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lsn_data.disclosure import ATTRIBUTES, FEWEST, Group, NotShown
from lsn_data.disclosure.audit import Audit
from lsn_data.language import mark
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.answer import groups, not_shown
from lsn_data.topics.questionnaire.compute import Bools, Ints
from lsn_data.topics.questionnaire.versions import differs

NOWHERE = -1


@dataclass(frozen=True)
class Split:
    """The respondents by the groups of an attribute.

    `members` (attribute: (respondents,)) is the position of each one's group, -1 in none, for every attribute that the
    wave splits by; `cells` (respondents,) numbers those who are alike in all that is known of them.
    """

    by: str
    groups: tuple[Group, ...]
    members: dict[str, Ints]
    cells: Ints

    @property
    def member(self) -> Ints:
        """The position of each respondent's group."""
        return self.members[self.by]

    def bases(self, known: Bools) -> tuple[int, ...] | None:
        """How many of each group answered, (respondents,) `known`; None if they may not stand side by side."""
        if self.by not in self.offered(known):
            return None
        counts = np.bincount(self.member[known] + 1, minlength=len(self.groups) + 1)
        return tuple(int(n) for n in counts[1:])

    def offered(self, known: Bools) -> tuple[str, ...]:
        """The attributes that a question may be split by which these respondents answered."""
        cells, first, counts = np.unique(self.cells[known], return_index=True, return_counts=True)
        audit = Audit.of([int(n) for n in counts], FEWEST).seeing(np.ones(len(cells), dtype=bool))
        offered = []
        for attribute in self.members:
            place = self.members[attribute][known][first]
            seen = audit.seeing(*(place == at for at in np.unique(place) if at != NOWHERE))
            if seen.safe:
                audit = seen
                offered.append(attribute)
        return tuple(offered)


def split(store: Store, wave: Import, by: str) -> Split:
    """The respondents of a wave by the groups of an attribute that it may show. Raises NotShown."""
    shown = {attribute: groups(store, wave, attribute) for attribute in ATTRIBUTES}
    if not shown[by]:
        raise not_shown(store, wave, {by: ""})
    if differs(store, wave):
        raise NotShown(mark("Not split: an earlier version of this wave was seen, and the difference would tell."))
    known = store.ask_columns("respondents_known", **{"import": wave.import_id})
    members = {one: _members(known[one], found) for one, found in shown.items() if found}
    return Split(by, shown[by], members, _alike([known[attribute] for attribute in ATTRIBUTES]))


def _alike(codes: list[list[str]]) -> Ints:
    """(respondents,): a number that those share who have the same codes.

    >>> _alike([["HH", "SH", "HH"], ["1-9", "1-9", "1-9"]]).tolist()
    [0, 1, 0]
    """
    alike = np.zeros(len(codes[0]), dtype=np.int64)
    for told in codes:
        number = {code: at for at, code in enumerate(sorted(set(told)))}
        alike = alike * len(number) + np.array([number[code] for code in told], dtype=np.int64)
    return np.unique(alike, return_inverse=True)[1].astype(np.int64)


def _members(codes: list[str], shown: tuple[Group, ...]) -> Ints:
    position = {code: at for at, group in enumerate(shown) for code in group.codes}
    return np.array([position.get(code, NOWHERE) for code in codes], dtype=np.int64)
