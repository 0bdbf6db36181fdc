"""Who may do what here, who was seen last, and who did what? Two sections of the administration's page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from lsn_data.access import NAMES, ROLES, Role, login_needed, require
from lsn_data.identity import address
from lsn_data.language import Language
from lsn_data.settings import settings, settings_now
from lsn_data.store.log import WORDS, actions, entries, last_seen
from lsn_data.telling_log import cells, headings
from lsn_data.ui import data
from lsn_data.ui.messages import safe

MOST = 200


def access(say: Language) -> None:
    """Which role the settings give to whom; nothing can be changed here. Raises NotAllowed."""
    require(data.actor(), "administer")
    st.html("<hr class='lsn-line'>")
    st.header(safe(say("Who has access")), anchor=False)
    if not login_needed():
        told = say("Nobody logs in: the product opens on this machine alone, and whoever sits here may do everything.")
        st.html(f"<p class='lsn-quiet'>{safe(told)}</p>")
        return
    st.html(f"<p class='lsn-quiet'>{safe(_rules(say))}</p>")
    seen = last_seen(data.store())
    rows = [
        [say(NAMES[role]), one, say("e-mail address") if "@" in one else say("group"),
         say.date(seen[address(one)].date()) if address(one) in seen else "–"]
        for role in reversed(ROLES) for one in _listed(role)
    ]  # fmt: skip
    st.html(_sheet([say("Role"), say("Who"), say("Listed as"), say("Last seen")], rows))


def log(say: Language) -> None:
    """The newest entries, of one person or one action if chosen. Raises NotAllowed."""
    require(data.actor(), "administer")
    store = data.store()
    st.html("<hr class='lsn-line'>")
    st.header(safe(say("Who did what")), anchor=False)
    known = {action: say(WORDS[action]) for action in actions(store)}
    if not known:
        st.html(f"<p class='lsn-quiet'>{safe(say('Nothing is written down yet.'))}</p>")
        return
    with st.container(horizontal=True, gap="small", key="lsn-log-filters"):
        who = _choice(say("By whom"), "log-who", {name: name for name in last_seen(store)}, say)
        action = _choice(say("What was done"), "log-action", known, say)
    found = entries(store, who, action, MOST + 1)
    if not found:
        st.html(f"<p class='lsn-quiet'>{safe(say('Nothing of this is written down.'))}</p>")
        return
    st.html(_sheet(headings(say), [cells(one, say) for one in found[:MOST]]))
    kept = say.plural(
        "Kept for one month, then forgotten.", "Kept for {n} months, then forgotten.", settings().log_months
    )
    more = say("The newest {n} are shown; all of them: python -m lsn_data log.", n=MOST) if len(found) > MOST else ""
    st.html(f"<div class='lsn-foot'>{safe(f'{kept} {more}')}</div>")


def _rules(say: Language) -> str:
    others = settings_now().others
    rest = (
        say("Whoever else can log in at the identity provider has no access.")
        if others == "none"
        else say("Whoever else can log in at the identity provider has the role {role}.", role=say(NAMES[others]))
    )
    return f"{say('The settings file says who has which role; a change counts from the next click on.')} {rest}"


def _listed(role: Role) -> Iterable[str]:
    now = settings_now()
    return {"admin": now.admins, "editor": now.editors, "viewer": now.viewers}[role]


def _choice(label: str, key: str, names: dict[str, str], say: Language) -> str | None:
    """One of them, or all."""
    chosen: str = st.selectbox(
        safe(label), ["", *names], format_func=lambda one: safe(names[one]) if one else say("all"), key=key,
        filter_mode=None, width=260,
    )  # fmt: skip
    return chosen or None


def _sheet(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    body = "".join("<tr>" + "".join(f"<td>{safe(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    names = "".join(f"<th scope='col'>{safe(name)}</th>" for name in head)
    table = f"<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>"
    return f"<div class='lsn-sheet moments' tabindex='0'>{table}</div>"
