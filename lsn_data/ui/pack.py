"""Which board pack is open in this visit, and how is it changed from a page? Packs themselves lie in the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import cast

import streamlit as st

from lsn_data.board import Pick, kept
from lsn_data.board.kept import Step
from lsn_data.board.names import named
from lsn_data.board.order import Spot, place_of
from lsn_data.board.pack import Pack
from lsn_data.errors import LsnError
from lsn_data.store import Store, deletions
from lsn_data.ui import data
from lsn_data.ui.messages import safe
from lsn_data.ui.reader import language

# The name of the open pack: in the link, and in the visit (where the link last told it, too).
LINK = "pack"
OPEN, TOLD = "lsn-pack-open", "lsn-pack-told"
# What this visit last saw of it, in case that somebody deletes it.
SEEN = "lsn-pack-seen"
# One that was open, or that the link named, and is not there.
GONE = "lsn-pack-gone"
# The last changes of this visit with their words; what went wrong with the last one.
DONE, TROUBLE = "lsn-pack-done", "lsn-pack-trouble"
MOST_DONE = 20
Change = Callable[[Pack], Pack]


def opened() -> Pack | None:
    """The open pack as it is now: the one chosen, else the one that somebody changed last; None without any."""
    store, name = data.store(), st.session_state.get(OPEN, "")
    found = kept.pack_of_name(store, name) if name else None
    if found is None:
        st.session_state[GONE] = name or st.session_state.get(GONE, "")
        found = next((kept.pack_of_name(store, one) for one in kept.names(store)), None)
        st.session_state[OPEN] = found.name if found else ""
    return found


def choose(name: str) -> None:
    """Open another pack."""
    st.session_state[OPEN] = name
    st.session_state.pop(GONE, None)


def follow_link() -> None:
    """Open what the link names, unless something else was chosen since."""
    told = st.query_params.get(LINK, "")
    if told and told != st.session_state.get(TOLD):
        choose(told)


def gone() -> str:
    """The name of a pack that was open, or that the link named, and is not there any more."""
    name = cast(str, st.session_state.get(GONE, ""))
    return name if name and kept.pack_of_name(data.store(), name) is None else ""


def into_link(pack: Pack | None) -> None:
    """The link says which pack is open; what is seen of it is remembered."""
    if pack:
        st.query_params[LINK] = pack.name
        st.session_state[SEEN] = (pack, len(deletions(data.store())))
    else:
        st.query_params.pop(LINK, None)
    st.session_state[TOLD] = pack.name if pack else ""


def seen(name: str) -> Pack | None:
    """The pack of that name as this visit last saw it, unless a wave was deleted since, whose texts it may quote."""
    pack, gone = cast("tuple[Pack | None, int]", st.session_state.get(SEEN, (None, 0)))
    return pack if pack and pack.name == name and gone == len(deletions(data.store())) else None


def add(pick: Pick) -> None:
    """Put an exhibit at the end of the open pack, or of a new one (a callback)."""
    say = language()
    what = say("“{name}” was added", name=named(pick.name, say))
    pack = opened()
    if pack is None:
        done = begin(Pack(usual_name()).added(pick), what)
    else:
        done = change(what, lambda newest: newest.added(pick))
    if not done:
        st.toast(safe(trouble()))


def usual_name() -> str:
    """What a new pack is called: `Board 2026-11`."""
    say = language()
    return say("Board {month}", month=dt.date.today().strftime("%Y-%m"))


def change(what: str, how: Change) -> bool:
    """Change the newest state of the open pack; `what` tells it. False: it could not be done."""
    return _do(what, lambda store: kept.changed(store, st.session_state[OPEN], how, actor=data.actor()))


def change_part(what: str, spot: Spot, how: Callable[[Pack, int], Pack]) -> bool:
    """Change the part meant, wherever it stands by now."""
    return change(what, lambda newest: how(newest, place_of(newest, spot)))


def begin(pack: Pack, what: str) -> bool:
    """Keep a new pack, and open it."""
    return _do(what, lambda store: kept.begun(store, pack, actor=data.actor()))


def rename(new: str, what: str) -> bool:
    """Call the open pack otherwise."""
    return _do(what, lambda store: kept.renamed(store, st.session_state[OPEN], new, actor=data.actor()))


def throw_away(what: str) -> bool:
    """Delete the open pack; the one changed last is open then."""
    return _do(what, lambda store: kept.thrown_away(store, st.session_state[OPEN], actor=data.actor()))


def last_done() -> str:
    """The last change of this visit in words; empty where there is none to take back."""
    done = st.session_state.get(DONE) or [("", None)]
    return cast(str, done[-1][0])


def just_added(pick: Pick) -> bool:
    """Was it this exhibit that the last change of this visit put into a pack?"""
    done = cast("list[tuple[str, Step]]", st.session_state.get(DONE) or [])
    return bool(done) and _holds(done[-1][1].after, pick) and not _holds(done[-1][1].before, pick)


def undo() -> None:
    """Take the last change of this visit back (a callback); one that cannot be taken back is forgotten."""
    *before, (_, step) = cast("list[tuple[str, Step]]", st.session_state[DONE])
    st.session_state[DONE] = before
    _try(lambda: kept.taken_back(data.store(), step, actor=data.actor()))
    _open_one_of(step.before if st.session_state.get(TROUBLE) is None else step.after)


def trouble() -> str:
    """What went wrong with the last change, told once."""
    found = st.session_state.pop(TROUBLE, None)
    return found.said(language()) if isinstance(found, LsnError) else ""


def _do(what: str, act: Callable[[Store], Step]) -> bool:
    steps: list[Step] = []
    if not _try(lambda: steps.append(act(data.store()))):
        return False
    step = steps[0]
    if step.before != step.after:
        st.session_state[DONE] = [*st.session_state.get(DONE, ()), (what, step)][-MOST_DONE:]
    _open_one_of(step.after)
    return True


def _try(act: Callable[[], None]) -> bool:
    st.session_state.pop(TROUBLE, None)
    try:
        act()
    except LsnError as refusal:
        st.session_state[TROUBLE] = refusal
        return False
    return True


def _holds(packs: kept.Packs, pick: Pick) -> bool:
    return any(one is not None and one.holds(pick) for one in packs.values())


def _open_one_of(packs: kept.Packs) -> None:
    """Open the pack that there is now."""
    choose(next((pack.name for pack in packs.values() if pack), ""))
