"""How does somebody describe a proposal, see what speaks for and against it, and keep the decision?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from lsn_data.board import Pick
from lsn_data.errors import LsnError
from lsn_data.exhibit import Exhibit
from lsn_data.language import Language
from lsn_data.sheets.choices import BODIES, EFFORTS, OTHERS, VERDICTS
from lsn_data.sheets.registers.proposals import PROPOSALS
from lsn_data.store import demo_shown
from lsn_data.topics.measures.aid import Proposal
from lsn_data.topics.measures.aid_exhibit import proposal_of
from lsn_data.topics.measures.proposals import kept
from lsn_data.topics.measures.weighing import weigh
from lsn_data.topics.measures.wording import choices
from lsn_data.typed import Edits, read_typed, store_typed
from lsn_data.ui import data, editing, editing_proof, filters, imported, rights, show
from lsn_data.ui.messages import safe

# The proposal that is looked at, as filters of its exhibit; and the import of the last decision.
ASKED, STORED = "lsn-proposal", "lsn-proposal-stored"
# The SWOT factor that was put into the form for whoever came from it.
FOR = "lsn-proposal-for"
LONGEST = 200
Offered = Mapping[str, Mapping[str, str]]


def aid(offered: Offered, bar: Callable[[], None], say: Language, factor: str | None = None) -> None:
    """The form, what the figures say to what stands in it, the decision, and all decisions so far.

    Whoever comes from a SWOT `factor` that nobody answers finds it in the form.
    """
    if factor and st.session_state.get(FOR) != factor:
        st.session_state[FOR] = factor
        st.session_state["proposal-addresses"] = [factor]
    decided = show.there(Pick("proposals"), say)
    st.title(safe(_finding(decided, say)), anchor=False)
    bar()
    _form(offered, say)
    imported.say_what_was_typed(st.session_state.get(STORED), say)
    asked: dict[str, str] = st.session_state.get(ASKED, {})
    if asked and show.supporting_exhibit(Pick.of("proposal", **asked), say, say("The proposal")):
        _decision(asked, say)
    show.supporting_exhibit(Pick("proposals"), say, say("Decisions so far"))


def _finding(decided: Exhibit | None, say: Language) -> str:
    return (
        decided.message if decided else say("No proposal was decided yet: describe one, and see what the figures say")
    )


def _form(offered: Offered, say: Language) -> None:
    """What is proposed; nothing is stored by it."""
    with st.form("lsn-proposal-form"):
        st.text_input(safe(say("We could …")), key="proposal-title", max_chars=LONGEST,
                      placeholder=say("join this project, take this measure"))  # fmt: skip
        first, second = st.columns(2)
        _one(first, "proposal-theme", say("Theme"), filters.theme_names(say))
        _some(second, "proposal-principles", say("Guiding principles"), offered["principle"])
        _one(first, "proposal-effort", say.both(PROPOSALS.field("effort").label), choices(EFFORTS, say))
        second.number_input(safe(say("or person months")), min_value=0.0, max_value=999.0, value=None, step=1.0,
                            key="proposal-months")  # fmt: skip
        _some(first, "proposal-addresses", say("SWOT factors that it answers"), offered["addresses"])
        _some(second, "proposal-others", say("Who does this already?"), choices(OTHERS, say))
        st.form_submit_button(safe(say("Weigh it up")), on_click=_ask, type="primary", key="proposal-ask")


def _one(place: Any, key: str, label: str, names: Mapping[str, str]) -> None:
    place.selectbox(
        safe(label), list(names), index=None, format_func=lambda code: names[code], key=key, placeholder="",
        filter_mode=None,
    )  # fmt: skip


def _some(place: Any, key: str, label: str, names: Mapping[str, str]) -> None:
    place.multiselect(safe(label), list(names), format_func=lambda code: names[code], key=key, placeholder="")


def _ask() -> None:
    """Take what stands in the form (a callback)."""
    state = st.session_state
    months = state["proposal-months"]
    st.session_state[ASKED] = {
        name: value
        for name, value in {
            "title": " ".join(state["proposal-title"].split()),
            "theme": state["proposal-theme"] or "",
            "effort": state["proposal-effort"] or "",
            "months": f"{months:g}" if months else "",
            **{name: ";".join(state[f"proposal-{name}"]) for name in ("principles", "addresses", "others")},
        }.items()
        if value
    }  # fmt: skip
    st.session_state.pop(STORED, None)


def _decision(asked: Mapping[str, str], say: Language) -> None:
    """What people decide, and why: kept as a row of the register of proposals."""
    proposal = proposal_of(asked)
    if proposal is None or not rights.allowed("import"):
        return
    if demo_shown(data.store()):
        editing.real_data_first(say)
        return
    with st.form("lsn-decision"):
        names = choices(VERDICTS, say)
        st.segmented_control(safe(say("What is decided?")), list(names), format_func=lambda code: safe(names[code]),
                             key="decision-verdict")  # fmt: skip
        st.text_area(safe(say("Why")), key="decision-reason", max_chars=500)
        first, second = st.columns(2)
        _one(first, "decision-by", say("By which body"), choices(BODIES, say))
        second.date_input(safe(say("On")), value=dt.date.today(), format="YYYY-MM-DD", key="decision-on")
        if st.form_submit_button(safe(say("Keep the decision")), type="primary", key="decision-keep"):
            _keep(proposal, say)


def _keep(proposal: Proposal, say: Language) -> None:
    """Store the decision as an import of the register, with receipt and way back; it needs a verdict and a reason."""
    state = st.session_state
    if not state["decision-verdict"] or not (state["decision-reason"] or "").strip():
        st.warning(safe(say("Choose what is decided, and say why. Nothing was stored.")))
        return
    opened = data.store()
    decision = {
        "verdict": state["decision-verdict"], "reason": state["decision-reason"].strip(),
        "decided_by": state["decision-by"], "decided_on": state["decision-on"].isoformat(),
    }  # fmt: skip
    row = kept(proposal, weigh(opened, proposal).weighed.verdict, decision, say.code)
    typed = read_typed(opened, "proposals", Edits(opened.version, added=(row,)))
    if not typed.ready:
        st.html(editing_proof.problems(typed, say))
        return
    try:
        receipt = store_typed(opened, typed, actor=data.actor(), note=say("Decision aid"))
    except LsnError as trouble:
        st.error(safe(trouble.said(say)))
        return
    st.session_state[STORED] = receipt.import_id
    st.session_state.pop(ASKED, None)
    st.rerun()
