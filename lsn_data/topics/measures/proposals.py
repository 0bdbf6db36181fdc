"""Which proposals were decided on, how, and why? The decisions that are kept, the newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lsn_data.exhibit import Chart, Column, Exhibit, Table
from lsn_data.language import Language
from lsn_data.sheets.choices import THEMES
from lsn_data.store import Store
from lsn_data.topics.measures.aid import Proposal
from lsn_data.topics.measures.compute import Row
from lsn_data.topics.measures.wording import NO_BREAK, choices, labels, title_of
from lsn_data.topics.strategy.answer import OWN, name_of, rows, sources
from lsn_data.topics.strategy.compute import pair

VERDICTS = ("in", "out", "later")


def proposals(store: Store, say: Language) -> Exhibit | None:
    """All decisions; None where none was kept yet."""
    found = sorted(rows(store, "proposals"), key=lambda row: row["decided_on"] or "", reverse=True)
    if not found:
        return None
    themes, verdicts = choices(THEMES, say), labels("proposals", "verdict", say)
    bodies = labels("proposals", "decided_by", say)
    table = Table(
        (
            Column("decided", say("Decided on, by")),
            Column("title", say("Proposal"), "prose"),
            Column("theme", say("Theme"), "prose", under="title"),
            Column("verdict", say("Decision")),
            Column("reason", say("Reason"), "prose"),
            Column("advice", say("Advice of the rule")),
        ),
        tuple(
            (
                ", ".join(filter(None, (row["decided_on"], bodies.get(row["decided_by"], row["decided_by"])))) or None,
                title_of(row, say),
                themes.get(row["theme"], row["theme"]),
                verdicts.get(row["verdict"], row["verdict"]),
                say.both(pair(row, "reason")) or None,
                verdicts.get(row["advice"], row["advice"]),
            )
            for row in found
        ),
    )
    return Exhibit(
        name="proposals",
        question=say("Which proposals were decided on, how, and why?"),
        message=_message(found, say),
        title=say("{strategy}: decisions on proposals, newest first", strategy=name_of(OWN)),
        chart=Chart("table", table),
        table=table,
        notes=(say("The advice is what the rule said on the day of the decision."),),
        sources=sources(store, "proposals", found, say),
        answered=None,
        asked=None,
        say=say,
    )


def _message(found: Sequence[Row], say: Language) -> str:
    """How many were decided, and how."""
    counts = {one: sum(row["verdict"] == one for row in found) for one in VERDICTS}
    words = {
        "in": say.plural("{n} taken on", "{n} taken on", counts["in"]),
        "out": say.plural("{n} turned down", "{n} turned down", counts["out"]),
        "later": say.plural("{n} put off", "{n} put off", counts["later"]),
    }
    told = say.listing([words[one].replace(" ", NO_BREAK) for one in VERDICTS if counts[one]])
    return say.plural("{n} proposal was decided: {told}", "{n} proposals were decided: {told}", len(found), told=told)


def decided_said(row: Row, say: Language) -> str:
    """What was decided on an earlier proposal, when, by whom and why, as a sentence."""
    said = {
        "in": say("it was taken on"), "out": say("it was turned down"), "later": say("it was put off"),
    }.get(row["verdict"], "")  # fmt: skip
    if row["decided_on"]:
        said = say("{decision} on {day}", decision=said, day=row["decided_on"])
    body = labels("proposals", "decided_by", say).get(row["decided_by"] or "", row["decided_by"])
    said = f"{said} ({body})" if body else said
    reason = say.both(pair(dict(row), "reason"))
    return f"{said}. {reason}" if reason else f"{said}."


def kept(asked: Proposal, advice: str, decision: Mapping[str, Any], code: str) -> dict[str, Any]:
    """A row of the register: the proposal, the advice, and what was decided, in the language (`code`) it was typed in.

    `decision` holds verdict, reason, decided_by and decided_on.
    """
    return {
        f"title_{code}": asked.title, "theme": asked.theme, "principles": list(asked.principles),
        "effort": asked.effort or None, "person_months": asked.months, "addresses": list(asked.addresses),
        "others": list(asked.others), "advice": advice, "verdict": decision["verdict"],
        f"reason_{code}": decision["reason"], "decided_by": decision["decided_by"],
        "decided_on": decision["decided_on"],
    }  # fmt: skip
