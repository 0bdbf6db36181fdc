"""How is it told how old and how whole the backups are, what one holds, and what going back to it would take away?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from lsn_data.backups import Loss
from lsn_data.language import Language, mark
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Backup, Import
from lsn_data.store.keeping import shelf

MOST_NAMED = 8
WHY = {
    shelf.AUTOMATIC: mark("automatic"),
    shelf.BY_HAND: mark("made by hand"),
    shelf.UPLOADED: mark("uploaded"),
    "before-restore": mark("before a restore"),
    "before-reset": mark("before everything was emptied"),
    "before-update": mark("before an update of the product"),
    "before-repair": mark("before a repair"),
}
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def finding(found: Sequence[Backup], now: dt.datetime, say: Language) -> str:
    """How old the last backup of this database is, and whether the database was whole then."""
    own = [one for one in found if one.own and one.why != shelf.UPLOADED]
    if not own:
        return say("There is no backup yet")
    last, how_old = own[0], age(now - own[0].at, say)
    if last.facts is None:
        return say("The last backup is {age} old and not checked yet", age=how_old)
    if last.facts.whole:
        return say("The last backup is {age} old; the database is intact", age=how_old)
    return say("The last backup is {age} old, and the database was damaged then", age=how_old)


def age(passed: dt.timedelta, say: Language) -> str:
    """Whole days, or whole hours, or less than one.

    >>> age(dt.timedelta(hours=75), Language("en")), age(dt.timedelta(minutes=5), Language("en"))
    ('3 days', 'less than an hour')
    """
    if passed >= DAY:
        return say.plural("{n} day", "{n} days", passed // DAY)
    if passed >= HOUR:
        return say.plural("{n} hour", "{n} hours", passed // HOUR)
    return say("less than an hour")


def size(count: int, say: Language) -> str:
    """Bytes as people read them.

    >>> size(9_711_616, Language("de")), size(12, Language("en"))
    ('9,7\\xa0MB', '12\\xa0B')
    """
    for unit, name in UNITS:
        if count >= unit:
            return f"{say.number(count / unit, 1)}\u00a0{name}"
    return f"{say.number(count)}\u00a0B"


def occasion(one: Backup, say: Language) -> str:
    """Why a backup was made, and whether another database made it."""
    why = say(WHY[one.why])
    return say("{occasion}, of another database", occasion=why) if one.foreign else why


def holds(one: Backup, say: Language) -> str:
    """What a backup holds, and when all of it was read."""
    if one.facts is None:
        return say("It is not checked yet. After that, it stands here what going back to it means.")
    held = say(
        "It holds {imports} and {rows} in all.",
        imports=say.plural("{n} import", "{n} imports", len(one.facts.brought)),
        rows=say.plural("{n} row", "{n} rows", one.facts.rows),
    )
    day = one.facts.checked_at[:10]
    if one.facts.whole:
        return f"{held} {say('All of it was read on {day}: it is intact.', day=day)}"
    return f"{held} {say('All of it was read on {day}: it is damaged.', day=day)}"


def consequence(loss: Loss, say: Language) -> list[str]:
    """What going back would take away and bring, sentence by sentence; it always ends with the way back."""
    told = []
    if loss.nothing:
        told.append(say("All imports and editions of today are in it."))
    if loss.imports:
        told.append(say.plural("{n} import that came in since goes:", "{n} imports that came in since go:",
                               len(loss.imports)) + f" {_named(loss.imports, say)}.")  # fmt: skip
    if loss.returning:
        told.append(say.plural("{n} import that is not there today comes back.",
                               "{n} imports that are not there today come back.", loss.returning))  # fmt: skip
    if loss.editions:
        named = say.listing([say("“{name}”", name=name) for name in loss.editions[:MOST_NAMED]])
        told.append(say("These editions are not in it: {editions}.", editions=named))
    told.append(say("What was taken back, or changed in board packs since, is again as it was then."))
    told.append(say("The state of now is kept: you can come back to it in the same way."))
    return told


def _named(imports: Sequence[Import], say: Language) -> str:
    named = [
        f"{one.import_id} ({one.wave or say.both(REGISTERS[one.kind].label)})" for one in imports[-MOST_NAMED:][::-1]
    ]
    more = len(imports) - len(named)
    return ", ".join(named) + (f" {say.plural('and {n} more', 'and {n} more', more)}" if more else "")
