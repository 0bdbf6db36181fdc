"""What is an exhibit called, in a few words?"""

from __future__ import annotations

from lsn_data.language import Language, mark

_NAMES: dict[str, str] = {
    "overview": mark("Themes at a glance"),
    "decisions": mark("Open decisions"),
    "voice-and-effort": mark("Voice and effort"),
    "changes-since": mark("What has changed"),
    "freshness": mark("Freshness of the data"),
    "priorities": mark("Priorities of the members"),
    "distribution": mark("Places given to each theme"),
    "wanted-and-done": mark("What is done for what is wanted"),
    "pairs": mark("Comparison of themes in pairs"),
    "robust": mark("Order by way of counting"),
    "segments": mark("Priorities by group"),
    "change": mark("Priorities since the last wave"),
    "representativeness": mark("Members and answers by group"),
    "weighted": mark("Priorities, weighted"),
    "return-rate": mark("Return rate"),
    "survey": mark("Member survey"),
    "satisfaction": mark("Satisfaction of members"),
    "services": mark("Services used"),
    "questionnaire": mark("Further question of the survey"),
    "comments": mark("In the members' words"),
    "strategy-at-a-glance": mark("Strategy at a glance"),
    "strategy-matrix": mark("Themes and principles"),
    "strategy-success": mark("Measures of success"),
    "strategy-actions": mark("Focus actions"),
    "strategy-identity": mark("Mission and values"),
    "strategy-focus": mark("Focus and formats"),
    "strategy-process": mark("How the strategy came about"),
    "strategy-rules": mark("Rules and review"),
    "strategy-figures": mark("Figures of the surroundings"),
    "strategy-surroundings": mark("Developments in the sectors"),
    "strategy-comparison": mark("Strategies side by side"),
    "swot": mark("SWOT"),
    "swot-broken": mark("Broken links of the SWOT"),
    "tows": mark("Fields of strategy"),
    "swot-flow": mark("From factor to KPI"),
    "measures": mark("Weight of the measures"),
    "measures-rule": mark("The 1/3 rule"),
    "measures-list": mark("List of measures"),
    "measure": mark("One measure"),
    "proposal": mark("The proposal"),
    "proposals": mark("Decisions on proposals"),
    "measures-log": mark("Changes of the measures"),
    "kpis": mark("KPIs by theme"),
    "kpis-table": mark("Table of KPIs"),
    "kpi": mark("One KPI"),
    "kpi-rows": mark("Rows behind a KPI"),
    "members": mark("Number of members"),
    "members-told": mark("Published numbers of members"),
    "members-flow": mark("Joined and left"),
    "members-composition": mark("Composition of the members"),
    "members-stay": mark("How long members stay"),
    "members-voice": mark("Which members are heard"),
    "projects": mark("Run times of the projects"),
    "projects-ending": mark("Projects that end"),
    "projects-by-theme": mark("Projects by theme"),
    "projects-map": mark("Partner countries"),
    "projects-funding": mark("Project money by year"),
    "projects-funders": mark("Programmes and funders"),
    "projects-income": mark("Income of LSN M"),
    "project": mark("One project"),
    "stories": mark("Success stories"),
    "story": mark("Success story"),
    "workshops": mark("Workshop results"),
    "workshops-needs": mark("Needs and measures"),
    "workshops-statements": mark("Statements of the workshops"),
    "peers-gaps": mark("Gaps between the strategies"),
    "peers-themes": mark("Themes that strategies share"),
    "peers-size": mark("Size of the clusters"),
    "peers-social": mark("Reach of the clusters"),
    "edition-changes": mark("What has changed since an edition"),
    "edition-figures": mark("Figures that differ from an edition"),
}


def named(name: str, say: Language, otherwise: str = "") -> str:
    """What an exhibit is called; one that we do not know goes by another name, or by its code.

    >>> named("return-rate", Language("en")), named("return-rate", Language("de")), named("x", Language("en"), "Money")
    ('Return rate', 'Rücklauf', 'Money')
    """
    return say(_NAMES[name]) if name in _NAMES else otherwise or name
