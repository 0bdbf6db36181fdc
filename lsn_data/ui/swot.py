"""Which factors of the SWOT are looked at, and what was narrowed by a click? All of it stands in the page's link."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lsn_data.board import Pick
from lsn_data.language import Language
from lsn_data.topics.swot import words
from lsn_data.topics.swot.answer import Choices, choices
from lsn_data.topics.swot.compute import QUADRANTS
from lsn_data.topics.swot.exhibits import NO_EVIDENCE, OPEN
from lsn_data.ui import data, empty_page, filters, messages, show
from lsn_data.ui.filters import EVERYBODY
from lsn_data.ui.messages import safe

# What a click on a box of the flow narrows it to, beside theme and quadrant.
CLICKED = ("factor", "measure", "kpi")


@dataclass(frozen=True)
class View:
    """What is chosen on the page (None: all), and what there is to choose."""

    theme: str | None
    evidence: str | None
    links: str | None
    quadrant: str | None
    clicked: dict[str, str | None]
    known: Choices

    @property
    def board(self) -> Pick:
        """The four quadrants."""
        return Pick.of("swot", theme=self.theme, evidence=self.evidence, links=self.links)

    @property
    def broken(self) -> Pick:
        """The broken links."""
        return Pick.of("swot-broken", theme=self.theme, evidence=self.evidence)

    @property
    def tows(self) -> Pick:
        """The fields of strategy."""
        return Pick.of("tows", theme=self.theme)

    @property
    def flow(self) -> Pick:
        """The flow from factors to KPIs."""
        return Pick.of(
            "swot-flow", theme=self.theme, evidence=self.evidence, quadrant=self.quadrant, **self.clicked
        )  # fmt: skip


def chosen(say: Language) -> View | None:
    """What the reader chose, or what the link says; None where no factor is known. Draws nothing."""
    known = data.once(choices, say)
    if not known.factors:
        return None
    offered = {"factor": known.factors, "measure": known.measures, "kpi": known.kpis}
    return View(
        filters.theme_chosen(),
        _kept("evidence", (*known.evidence, *([NO_EVIDENCE] if known.without_evidence else []))),
        _kept("links", (OPEN,) if known.linked else ()),
        _kept("quadrant", QUADRANTS),
        {name: _kept(name, offered[name]) for name in CLICKED},
        known,
    )


def _kept(name: str, allowed: tuple[str, ...]) -> str | None:
    value = filters.kept(name, [EVERYBODY, *allowed], EVERYBODY)
    return None if value == EVERYBODY else value


def bar(view: View, say: Language) -> None:
    """The filters of the page."""
    with st.container(horizontal=True, gap="medium", key="lsn-filters"):
        filters.theme(say)
        if view.known.evidence:
            none = {NO_EVIDENCE: say("without evidence")} if view.known.without_evidence else {}
            names = {EVERYBODY: say("All evidence"), **view.known.evidence, **none}
            filters.listed("evidence", say("Evidence"), names)
        if view.known.linked:
            filters.choice("links", say("Factors"), {EVERYBODY: say("All factors"), OPEN: say("Without a measure")})


def links(view: View, say: Language) -> None:
    """The broken links; where no measure names a factor yet, how to tell which do."""
    if show.supporting_exhibit(view.broken, say, say("Broken links")) or view.known.linked:
        return
    messages.empty(
        say,
        say("Here you will see which risks nobody has taken on, and which measures answer nothing."),
        say("Upload the measures with the column “Answers SWOT” filled in."),
        also=say("Upload {register}", register=say("Measures")),
    )
    empty_page.template("measures", say)


def flow(view: View, say: Language) -> None:
    """The flow; what a click narrowed can be let go of, also where nothing flows any more."""
    drawn = show.supporting_exhibit(view.flow, say, say("From factor to KPI"), lambda: _narrowed(view, say))
    if not drawn and (view.quadrant or any(view.clicked.values())):
        st.html(f"<p class='lsn-quiet'>{safe(say('Nothing flows through this choice.'))}</p>")
        _narrowed(view, say)


def _narrowed(view: View, say: Language) -> None:
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="lsn-flow-filters"):
        names = {quadrant: words.plural_of(quadrant, say) for quadrant in QUADRANTS}
        filters.choice("quadrant", say("Quadrant"), {EVERYBODY: say("All factors"), **names})
        if any(view.clicked.values()):
            st.button(say("Show the whole flow"), on_click=_whole, key="whole-flow")


def _whole() -> None:
    """Let go of what clicks narrowed (a callback)."""
    for name in (*CLICKED, "quadrant"):
        filters.choose(name, EVERYBODY)


def empty(say: Language) -> None:
    """The page without a single factor."""
    empty_page.register(
        "swot",
        say("No SWOT yet"),
        say("Here you will see strengths, weaknesses, opportunities and risks with what answers them."),
        say,
    )
