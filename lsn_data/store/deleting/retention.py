"""Until when is a wave of the survey kept? Until the day that was told, else for the usual number of months."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from lsn_data.access import require
from lsn_data.errors import Refused
from lsn_data.exhibit import Origin
from lsn_data.language import mark
from lsn_data.store.connection import Store
from lsn_data.store.deleting.editions import editions_of
from lsn_data.store.imports import Import, history
from lsn_data.store.log import written
from lsn_data.store.moments import now
from lsn_data.store.named import named_queries
from lsn_data.store.rows import SURVEY

NO_WAVE_TO_KEEP = mark("There is no wave {wave} to be kept.")


@dataclass(frozen=True)
class Term:
    """A wave, the answers of the version that counts last, its day, and the day until which it is kept (`told`: by a
    person; else after the usual time)."""

    wave: str
    origin: Origin
    answers: int
    day: dt.date
    until: dt.date
    told: bool

    def over(self, today: dt.date) -> bool:
        """Is that day past?"""
        return today > self.until


def terms(store: Store, months: int) -> list[Term]:
    """Every wave that people brought, the demo's aside, the newest first; also one of which nothing counts any more."""
    told = {(row["wave"], row["origin"]): row["until"] for row in store.ask("retention")}
    versions: dict[tuple[str, Origin], list[Import]] = defaultdict(list)
    for one in history(store):
        if one.kind == SURVEY and one.wave and one.origin != "demo":
            versions[one.wave, one.origin].append(one)
    found = [_term(key, of_it, told.get(key), months) for key, of_it in versions.items()]
    return sorted(found, key=lambda one: (one.day, one.wave), reverse=True)


def expired(store: Store, months: int, today: dt.date) -> list[Term]:
    """The waves that are kept longer than they should be, the oldest first."""
    return [one for one in reversed(terms(store, months)) if one.over(today)]


def keep_until(
    store: Store, wave: str, until: dt.date, *, actor: str, origin: Origin = "uploaded", at: dt.datetime | None = None
) -> None:
    """Keep a wave until a day. Raises Refused("no-wave"), NotAllowed."""
    require(actor, "delete")
    if not any((one.wave, one.origin) == (wave, origin) for one in history(store)):
        raise Refused("no-wave", NO_WAVE_TO_KEEP, wave=wave)
    with store.writing() as cursor:
        given = {"wave": wave, "origin": origin, "until": until, "moment": at or now(), "actor": actor}
        cursor.execute(named_queries()["insert_retention"], given)
        written(cursor, actor, "settings", {"wave": wave, "until": until}, at)


def editions_showing_wave(store: Store, wave: str, origin: Origin) -> list[str]:
    """The names of the editions that show a version of a wave, the newest first."""
    imports = [one.import_id for one in history(store) if (one.wave, one.origin) == (wave, origin)]
    return [one.name for one in editions_of(store, imports)]


def later(day: dt.date, months: int) -> dt.date:
    """So many months later, on the month's last day where it is shorter; the calendar's last day beyond its end.

    >>> later(dt.date(2023, 8, 31), 6), later(dt.date(9999, 5, 6), 36)
    (datetime.date(2024, 2, 29), datetime.date(9999, 12, 31))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _term(key: tuple[str, Origin], versions: list[Import], told: dt.date | None, months: int) -> Term:
    counting = next((one for one in versions if one.state == "current"), versions[-1])
    day = max(one.as_of for one in versions)
    return Term(*key, counting.rows_kept, day, told or later(day, months), told is not None)
