"""What follows when a wave is deleted, and what was deleted? Page and command line say the same, before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from lsn_data.backups import folder_of
from lsn_data.language import Language
from lsn_data.store import Backup, Copy, Deletion, Doomed, Showing, Store, Term, copies_since
from lsn_data.telling_backups import age
from lsn_data.undoing import first_of

MOST_NAMED = 5


def follows(found: Doomed, store: Store, editions: bool, say: Language) -> list[str]:
    """What deleting a wave does, in sentences; `editions`: are those that show it to go too?"""
    return [
        *_answers(found, say),
        *_kept(found, editions, say),
        *_packs(found, say),
        _copies(known_copies(store, found), found, say),
    ]


def known_copies(store: Store, found: Doomed) -> list[Copy]:
    """The copies that may hold the wave: those written since its first import came."""
    return copies_since(store.path, found.came, folder_of(store.path) if store.path else None)


def deleted_said(one: Deletion, say: Language) -> str:
    """A line of the history."""
    return say(
        "Wave {wave}, {answers}, {imports}: deleted on {day} by {who}.",
        wave=one.wave, answers=say.plural("{n} answer", "{n} answers", one.answers),
        imports=say.plural("{n} import", "{n} imports", len(one.imports)), day=say.date(one.at.date()), who=one.by,
    )  # fmt: skip


def back_said(one: Deletion, say: Language) -> str:
    """A restored backup holds a wave that was deleted."""
    return say(
        "Wave {wave}, deleted on {day}, is there again with it; the page “Privacy” deletes it once more.",
        wave=one.wave, day=say.date(one.at.date()),
    )  # fmt: skip


def left_said(some: Sequence[Backup], now: dt.datetime, say: Language) -> str:
    """Which copies may still hold what was deleted, each with its age; empty where there are none."""
    if not some:
        return ""
    named = [say("{file} ({age} old)", file=one.name, age=age(now - one.at, say)) for one in some]
    return say.plural(
        "{n} copy may still hold what was deleted: {files}.",
        "{n} copies may still hold what was deleted: {files}.",
        len(some), files=first_of(named, MOST_NAMED, say),
    )  # fmt: skip


def deleted_copies_said(some: Sequence[Backup], say: Language) -> str:
    """Which copies went."""
    names = first_of([one.name for one in some], MOST_NAMED, say)
    return say.plural("{n} copy is deleted: {files}.", "{n} copies are deleted: {files}.", len(some), files=names)


def over_said(terms: Sequence[Term], say: Language) -> str:
    """Which waves are past their day, in a sentence; empty where there are none."""
    if not terms:
        return ""
    named = say.listing([say("{wave} (kept until {day})", wave=one.wave, day=say.date(one.until)) for one in terms])
    return say.plural("Past its day: wave {named}.", "Past their day: waves {named}.", len(terms), named=named)


def _answers(found: Doomed, say: Language) -> list[str]:
    if found.already:
        return [say("The answers of wave {wave} were deleted before; only its editions are left.", wave=found.wave)]
    return [
        say(
            "Wave {wave} goes for good with {answers}, in every version ({imports}): answers, texts, segments, hashes"
            " of tokens. There is no way back.",
            wave=found.wave, answers=say.plural("{n} answer", "{n} answers", found.answers),
            imports=say.plural("{n} import", "{n} imports", len(found.imports)),
        ),
        say("Figures computed from it go too, also in trends and KPIs; a KPI value that somebody uploaded stays."),
    ]  # fmt: skip


def _kept(found: Doomed, editions: bool, say: Language) -> list[str]:
    """What becomes of the editions."""
    if not found.editions:
        return [say("No edition shows it.")]
    names = _named(found.editions, say)
    if editions:
        return [say("These editions are deleted with it: {editions}.", editions=names)]
    stays = say("Editions keep the figures that the board has seen: {editions}.", editions=names)
    written = [one for one in found.editions if one.texts]
    if not written:
        return [stays]
    gone = say("What members wrote is taken out of them: {editions}.", editions=_named(written, say))
    return [stays, gone]


def _packs(found: Doomed, say: Language) -> list[str]:
    """What goes out of the packs that are still changed."""
    if not found.packs:
        return []
    names = first_of([say("“{name}”", name=one.name) for one in found.packs], MOST_NAMED, say)
    return [
        say.plural(
            "{n} exhibit that names this wave or may quote its texts leaves the board packs: {packs}.",
            "{n} exhibits that name this wave or may quote its texts leave the board packs: {packs}.",
            sum(one.exhibits for one in found.packs), packs=names,
        )
    ]  # fmt: skip


def _named(editions: Sequence[Showing], say: Language) -> str:
    return first_of([say("“{name}”", name=one.name) for one in editions], MOST_NAMED, say)


def _copies(copies: Sequence[Copy], found: Doomed, say: Language) -> str:
    since = say.date(found.came.date())
    if not copies:
        return say(
            "Backups made since {day} may hold it; none is known here. Delete those that lie elsewhere by hand.",
            day=since,
        )
    return say(
        "Backups made since {day} may hold it: {files}. Once it is deleted, the page “Privacy” and delete --copies"
        " delete them. Delete those that lie elsewhere by hand.",
        day=since, files=first_of([one.file.name for one in copies], MOST_NAMED, say),
    )  # fmt: skip
