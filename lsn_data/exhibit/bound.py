"""What is bound together for the board? Exhibits in their order, under sections, with what somebody noted beside them.

Slides, handout and workbook draw the same object, so one pack says the same on all three.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lsn_data.exhibit import Exhibit, Origin, weakest
from lsn_data.language import Language


def edition_told(name: str, day: dt.date | None, say: Language, by: str = "") -> str:
    """What an edition is called where it stands small: with the day it was frozen, and by whom if that is asked for.

    >>> edition_told("Board", dt.date(2026, 4, 10), Language("en"), by="office")
    'Edition “Board”, frozen 2026-04-10 by office'
    """
    if day is None:
        return say("Edition “{name}”", name=name)
    if by:
        return say("Edition “{name}”, frozen {day} by {who}", name=name, day=say.date(day), who=by)
    return say("Edition “{name}”, frozen {day}", name=name, day=say.date(day))


@dataclass(frozen=True)
class Leaf:
    """One exhibit of a pack: the section it stands in (empty: none), and a note of whoever put it there.

    `key` tells which leaf of another pack shows the same.
    """

    exhibit: Exhibit
    section: str = ""
    note: str = ""
    key: str = ""


@dataclass(frozen=True)
class Bound:
    """A pack as it is drawn on a day, or an edition as it was frozen.

    `edition` is empty for a pack of today; an edition tells who froze it (`by`) on its `day`. `missing` are the
    sections' exhibits that could not be drawn: what each would show, and why it is not there.
    """

    name: str
    say: Language
    leaves: tuple[Leaf, ...]
    day: dt.date
    edition: str = ""
    by: str = ""
    missing: tuple[tuple[str, str], ...] = ()

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """The exhibits in their order."""
        return tuple(leaf.exhibit for leaf in self.leaves)

    @property
    def sections(self) -> tuple[tuple[str, tuple[Leaf, ...]], ...]:
        """Neighbours of one section together, in their order."""
        found: list[tuple[str, list[Leaf]]] = []
        for leaf in self.leaves:
            if not found or found[-1][0] != leaf.section:
                found.append((leaf.section, []))
            found[-1][1].append(leaf)
        return tuple((name, tuple(leaves)) for name, leaves in found)

    @property
    def origin(self) -> Origin:
        """The weakest of its exhibits' origins names the whole."""
        return weakest(one.origin for one in self.exhibits)
