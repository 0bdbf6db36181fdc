"""Whom could the survey have reached? How many members there are of each group, and who tells it.

The member register tells it for the day of the wave: its snapshot that counts today, less those who joined later or
had left. What the register does not know of an attribute may have been typed in with the wave.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lsn_data.sheets.survey import ATTRIBUTES
from lsn_data.store import Import, Store, asked_groups, register_imports, register_rows
from lsn_data.topics.registers.headline import active

NOT_KNOWN = ""
Told = Literal["register", "wave"]


@dataclass(frozen=True)
class Counted:
    """The members by one attribute: how many have each code (`""`: not known), and who tells it."""

    members: Mapping[str, int]
    told: Told

    @property
    def known(self) -> dict[str, int]:
        """Only the members whose attribute is known.

        >>> Counted({"HH": 20, "": 3}, "register").known
        {'HH': 20}
        """
        return {code: n for code, n in self.members.items() if code != NOT_KNOWN}


@dataclass(frozen=True)
class Population:
    """The members by each attribute that is known. `members` is their number on the day of the wave, by `register`."""

    by: Mapping[str, Counted]
    members: int | None = None
    register: Import | None = None
    undated: bool = False


def population(store: Store, wave: Import) -> Population:
    """Who the members of a wave were; `by` is empty where nobody tells it."""
    asked = {
        name: Counted(counts, "wave") for name, counts in asked_groups(store, wave.import_id).items() if any(counts)
    }
    register = _register(store, wave)
    if register is None:
        return Population(asked)
    rows = register_rows(store, "members", demo=wave.origin == "demo")
    members = [row for row in rows if active(row, wave.as_of.isoformat())]
    counted = {one.name: Counter(row[one.name] or NOT_KNOWN for row in members) for one in ATTRIBUTES}
    told = {name: Counted(counts, "register") for name, counts in counted.items() if set(counts) - {NOT_KNOWN}}
    undated = register.as_of != wave.as_of and not any(row["joined"] or row["left"] for row in rows)
    return Population(asked | told, len(members), register, undated)


def _register(store: Store, wave: Import) -> Import | None:
    """The newest register of the wave's own kind: a demo's wave has the demo's members, a real one the real ones."""
    demo = wave.origin == "demo"
    origin = "demo" if demo else "uploaded"
    return next((one for one in register_imports(store, "members", demo) if one.origin == origin), None)
