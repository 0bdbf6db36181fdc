"""What must a person tell of a register before it can be stored: which sheet, which column, which value?"""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.intake.foreign.known import Known
from lsn_data.intake.register_figures import AS_THEY_STAND, TIMES_100, Shares
from lsn_data.intake.register_lists import Found
from lsn_data.intake.register_notes import Asked
from lsn_data.intake.report import Choice, Question
from lsn_data.sheets.declared import plain


def which_version(titles: Sequence[str], suggested: str) -> Question:
    """Which of several versions of the same list counts?"""
    return Question("sheet", "which-sheet", tuple(map(Choice, titles)), facts={"suggested": suggested})


def which_column(found: Found) -> Question:
    """Which column is the needed one? The likeliest stands first and is offered."""
    needed = {field.name: field for field in found.missing}
    headings = found.listed.headings
    at = {at: next(name for name in names if name in needed)
          for at, names in found.columns.suggestions.items() if set(names) & set(needed)}  # fmt: skip
    best: dict[str, str] = {}
    for column, name in at.items():
        if name not in best.values():
            best[headings[column]] = name
    choices = tuple(Choice(name, {"label": list(field.label)}) for name, field in needed.items())
    codes = tuple(headings[column] for column in at)
    return Question("columns", "register-columns", choices, codes, {"suggested": best, "sheet": found.listed.sheet})


def which_values(heading: str, asked: Asked, known: Known) -> Question:
    """What do texts mean that are nearly, but not quite, values of the list?"""
    field = asked.field
    if field.name == "kpi":
        codes = dict.fromkeys(known.kpis.values())
        names = {code: name for name, code in known.kpis.items() if name != plain(code)}
        choices = [Choice(code, {"label": [names.get(code, code)] * 2}) for code in codes]
        choices.append(Choice("", {"new": True}))
    else:
        choices = [Choice(choice.code, {"label": list(choice.label)}) for choice in field.choices]
    suggested = {text: near[0] for text, near in asked.texts.items() if near}
    facts = {"suggested": suggested, "column": heading}
    return Question(f"values:{heading}", "register-values", tuple(choices), tuple(asked.texts), facts)


def what_shares_are(doubtful: Sequence[Shares]) -> Question:
    """Are numbers up to 1 under percent shares of one, or percentages as they stand? Asked for each KPI."""
    first = doubtful[0].figures[0]
    suggested = {one.name: one.likely for one in doubtful}
    facts = {"row": first.line.number, "number": first.number, "suggested": suggested}
    return Question("percent", "register-percent", (Choice(TIMES_100), Choice(AS_THEY_STAND)), tuple(suggested), facts)
