"""How is a backup made, looked into, taken along, brought back from the page? What will happen is told first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from lsn_data import backups, log
from lsn_data.access import require
from lsn_data.deleting import back_said
from lsn_data.errors import LsnError, Refused
from lsn_data.language import Language, mark
from lsn_data.settings import settings
from lsn_data.store import Backup, Finding, check
from lsn_data.store.keeping.shelf import ASIDE
from lsn_data.telling_backups import consequence, holds, occasion, size
from lsn_data.ui import data, leaving
from lsn_data.ui.lines import line
from lsn_data.ui.messages import safe
from lsn_data.ui.quota import drop_zone
from lsn_data.ui.reading import safe_name

WIDTHS = (2.2, 3, 1.2, 1.2, 2, 2, 1.6)
SHOWN = 15
DUCKDB = "application/octet-stream"
# What became of the last click, told once; the backup that undoes the last restore of this visit; how often a file was
# dropped.
OUTCOME, WAY_BACK, DROPS, ALL = "lsn-backup-outcome", "lsn-backup-way-back", "lsn-backup-drops", "lsn-backups-all"
CLICKS = "lsn-backup-clicks"
GONE = mark("This backup is not there any more. Choose another one.")


def section(found: Sequence[Backup], say: Language) -> None:
    """The buttons, what became of the last click, the list, and the way in for a backup from elsewhere."""
    st.header(safe(say("Backups")), anchor=False)
    st.html(f"<div class='lsn-quiet'>{safe(_habits(say))}</div>")
    with st.container(horizontal=True, gap="small", key="lsn-backup-tools"):
        st.button(safe(say("Make a backup now")), type="primary", on_click=_make, args=(say,), key="backup-now")
        st.button(safe(say("Check the database")), on_click=_check, args=(say,), key="check-now")
    for trouble in backups.failed:
        st.warning(safe(say("The last automatic backup could not be made: {why}", why=trouble.said(say))))
    _outcome(say)
    _list(found, say)
    _uploading(say)


def _habits(say: Language) -> str:
    """Where they lie, how often they are made, how many stay."""
    folder = say("Backups lie in the folder {folder}.", folder=backups.folder_of(settings().db))
    every = settings().backup_every
    aside = say("What is set aside before a restore, a reset, an update or a repair goes after {n} days.", n=ASIDE.days)
    if not every:
        return f"{folder} {say('None is made by itself: the settings say so.')} {aside}"
    often = say.plural("One is made by itself every hour", "One is made by itself every {n} hours", every)
    stay = say.plural("of those, the newest {n} stays", "of those, the newest {n} stay", settings().backups_kept)
    return f"{folder} {often}; {stay}. {aside}"


def _list(found: Sequence[Backup], say: Language) -> None:
    if not found:
        return
    everything = st.session_state.get(ALL, False)
    with st.container(key="lsn-history"):
        head = [say("Made"), say("Occasion"), say("Size"), say("Imports"), say("Data version"), say("Condition"), ""]
        line(head, WIDTHS, "head")
        for one in found if everything else found[:SHOWN]:
            _backup(one, say)
    if len(found) > SHOWN and not everything:
        label = say("Show all {n} backups", n=say.number(len(found)))
        st.button(safe(label), on_click=_show_all, key="all-backups")


def _backup(one: Backup, say: Language) -> None:
    facts = one.facts
    cells = [
        _moment(one, say),
        occasion(one, say),
        size(one.size, say),
        say.number(len(facts.brought)) if facts else "–",
        (facts.newest or say("published facts only")) if facts else "–",
        (say("intact") if facts.whole else say("damaged")) if facts else say("not checked yet"),
        None,
    ]
    last = line(cells, WIDTHS, "current")
    with last, st.popover(safe(say("Open")), key=f"backup-{one.name}-{st.session_state.get(CLICKS, 0)}"):
        st.markdown(safe(holds(one, say)))
        loss = backups.loss(data.store(), one)
        if loss is None:
            st.button(safe(say("Check it")), on_click=_look, args=(one.name, say), key=f"look-{one.name}")
        elif one.facts and one.facts.whole:
            for told in consequence(loss, say):
                st.markdown(safe(told))
            label = say("Go back to this state")
            st.button(safe(label), on_click=_bring_back, args=(one.name, say), type="primary", key=f"to-{one.name}")
        _further(one, say)


def _moment(one: Backup, say: Language) -> str:
    return f"{say.date(one.at)} {one.at:%H:%M}"


def _further(one: Backup, say: Language) -> None:
    """Take it along, read it again, delete it."""
    with st.container(horizontal=True, gap="small"):
        leaving.download(
            safe(say("Download")), one.file.read_bytes, file_name=one.name, mime=DUCKDB, action="backup",
            key=f"download-{one.name}",
        )  # fmt: skip
        if one.facts:
            st.button(safe(say("Check it again")), on_click=_look, args=(one.name, say), key=f"again-{one.name}")
        st.button(safe(say("Delete for good")), on_click=_delete, args=(one.name, say), key=f"delete-{one.name}")


def _uploading(say: Language) -> None:
    with st.expander(safe(say("A backup from elsewhere")), type="compact", key="lsn-backup-upload"):
        told = say("It is read in full and put into the list above; nothing else changes. Larger files: on the"
                   " server, with python -m lsn_data restore FILE.")  # fmt: skip
        st.html(f"<p class='lsn-quiet'>{safe(told)}</p>")
        key = f"backup-file-{st.session_state.get(DROPS, 0)}"
        drop_zone(safe(say("Backup file")), key=key, on_change=_take_in, args=(key, say),
                         label_visibility="collapsed")  # fmt: skip


def _outcome(say: Language) -> None:
    """What became of the last click; after a restore, the way back."""
    kind, told = st.session_state.pop(OUTCOME, ("", []))
    if kind:
        getattr(st, kind)(safe(told[0]) + "".join(f"\n\n- {safe(more)}" for more in told[1:]))
    if st.session_state.get(WAY_BACK):
        st.button(safe(say("Undo the restore")), on_click=_bring_back, args=(st.session_state[WAY_BACK], say, True),
                  key="undo-restore")  # fmt: skip


def _make(say: Language) -> None:
    def act() -> str:
        backups.make(data.store(), data.actor())
        return say("The backup is made: a whole copy, read and compared. It stands first in the list.")

    _done(act, say)


def _check(say: Language) -> None:
    require(data.actor(), "backup")
    found = check(data.store())
    if found.whole:
        told = say("The database is intact: {rows} were read.", rows=say.plural("{n} row", "{n} rows", found.rows))
        st.session_state[OUTCOME] = ("success", [told])
    else:
        told = say.plural("{n} thing is not as it should be:", "{n} things are not as they should be:",
                          len(found.findings))  # fmt: skip
        st.session_state[OUTCOME] = ("warning", [told, *_said(found.findings, say)])


def _said(findings: Sequence[Finding], say: Language) -> list[str]:
    return [one.said(say) for one in findings] + [say("Go back to a backup of a time when it was intact.")]


def _look(name: str, say: Language) -> None:
    def act() -> str:
        found = backups.look_into(data.store(), _named(name), data.actor())
        if found.facts and found.facts.whole:
            return say("The backup {name} is intact.", name=name)
        return say("The backup {name} is damaged. Go back to another one.", name=name)

    _done(act, say)


def _bring_back(name: str, say: Language, undoing: bool = False) -> None:
    def act() -> str:
        one = _named(name)
        done = backups.bring_back(data.store(), one.file, data.actor())
        st.session_state[WAY_BACK] = "" if undoing or not done.aside else done.aside.name
        if undoing:
            return say("The state from before the restore is back.")
        told = say(
            "The state of {moment} is back. What was there until now is kept in the list.", moment=_moment(one, say)
        )
        return " ".join([told, *(back_said(gone, say) for gone in done.returning)])

    _done(act, say)


def _delete(name: str, say: Language) -> None:
    def act() -> str:
        backups.delete(data.store(), _named(name), data.actor())
        return say("The backup {name} is deleted.", name=name)

    _done(act, say)


def _take_in(key: str, say: Language) -> None:
    file = st.session_state[key]
    st.session_state[DROPS] = st.session_state.get(DROPS, 0) + 1

    def act() -> str:
        backups.take_in(data.store(), file.getvalue(), safe_name(file), data.actor())
        return say(
            "The backup is intact and stands first in the list. Open it there to see what going back to it means."
        )

    if file is not None:
        _done(act, say)


def _named(name: str) -> Backup:
    """The backup of that name in the list: no other file can be meant. Raises Refused."""
    for one in backups.all_of(data.store()):
        if one.name == name:
            return one
    raise Refused("no-copy", GONE)


def _done(act: Callable[[], str], say: Language) -> None:
    """Do it and keep what is to be told: what became of it, or why it could not be. What was open is closed."""
    st.session_state[CLICKS] = st.session_state.get(CLICKS, 0) + 1
    try:
        st.session_state[OUTCOME] = ("success", [act()])
    except LsnError as trouble:
        log.told("a backup was not dealt with", "warning", trouble=trouble)
        st.session_state[OUTCOME] = ("warning", [trouble.said(say)])


def _show_all() -> None:
    st.session_state[ALL] = True
