"""What does the register of members know, and up to which day? Asks the store; the figures are made in `compute`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from lsn_data.store import Import, Store, demo_shown, history, register_imports
from lsn_data.topics.members.compute import Composition, Doubts, Growth, Row, Snapshot, composition, doubts, growth
from lsn_data.topics.members.stay import Stays, stays
from lsn_data.topics.registers.headline import active
from lsn_data.topics.strategy.answer import rows

KIND = "members"
# The composition is compared with that of so many year ends ago.
YEARS_BACK = 5


@dataclass(frozen=True)
class Members:
    """The rows of the register, today, the day up to which it knows, and its states (this one among them), read
    only where the members' dates do not tell how their number changed."""

    rows: Sequence[dict[str, Any]]
    today: dt.date
    until: dt.date
    register: Import
    snapshots: tuple[Snapshot, ...]

    @cached_property
    def now(self) -> list[Row]:
        """Those who are members today."""
        return [row for row in self.rows if active(row, self.today.isoformat())]

    @property
    def premium(self) -> float | None:
        """The share of premium members among them; None where the register tells nobody's."""
        if not any(row["premium"] is not None for row in self.now):
            return None
        return sum(1 for row in self.now if row["premium"]) / len(self.now)

    @cached_property
    def growth(self) -> Growth:
        """How their number changed."""
        return growth(self.rows, self.until, self.snapshots)

    @cached_property
    def stays(self) -> Stays | None:
        """How long they stay; None where nobody is told to have left."""
        return stays(self.rows, self.until)

    @cached_property
    def doubts(self) -> Doubts:
        """What the register leaves open."""
        return doubts(self.rows, self.today.isoformat())

    @property
    def before(self) -> int | None:
        """The year end with which the composition is compared, if the members of that time are known."""
        ends = [year.year for year in self.growth.complete] if self.growth.told == "dates" else []
        return ends[-1] - YEARS_BACK if ends and ends[-1] - YEARS_BACK in ends else None

    def by(self, attribute: str) -> Composition:
        """Of whom they consist."""
        return composition(self.rows, attribute, self.today.isoformat(), self.before)


def known(store: Store, today: dt.date | None = None) -> Members | None:
    """The members as the register tells them today (or on another day); None where there is no register. Read once as
    long as the data are the same: nobody changes its rows."""
    demo, day = demo_shown(store), today or dt.date.today()
    return store.once(("members", demo, day), lambda: _known(store, demo, day))


def _known(store: Store, demo: bool, day: dt.date) -> Members | None:
    found, imports = rows(store, KIND), register_imports(store, KIND, demo)
    if not found or not imports:
        return None
    members = Members(found, day, min(day, imports[-1].as_of), imports[-1], ())
    told_by_dates = members.growth.told == "dates"
    return members if told_by_dates else replace(members, snapshots=_snapshots(store, imports[-1]))


def _snapshots(store: Store, current: Import) -> tuple[Snapshot, ...]:
    """Every state of this register that was not taken back, each with the members that it counts on its own day; of
    several for one day the last."""
    found = {
        one.as_of: Snapshot(one.as_of, _counted(store, one))
        for one in history(store, published=True)
        if one.kind == KIND and one.origin == current.origin and one.state != "undone" and one.as_of <= current.as_of
    }
    return tuple(found[day] for day in sorted(found))


def _counted(store: Store, one: Import) -> int:
    day = one.as_of.isoformat()
    return sum(1 for row in store.ask("register_members", **{"import": one.import_id}) if active(row, day))
