"""How are a figure that moves, and how it moves, said to people? The same words on the page and the command line."""

from __future__ import annotations

from collections.abc import Mapping

from lsn_data.disclosure import FEWEST
from lsn_data.intake.report import Reading
from lsn_data.language import Language, mark
from lsn_data.sheets.naming import name_of
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.survey import known_item
from lsn_data.topics.changes.change import Figure, Figured
from lsn_data.topics.registers.values import with_unit

NAMES = {
    "answers": mark("Answers"),
    "ranked": mark("Rankings"),
    "return_rate": mark("Return rate"),
    "leading": mark("Leading group"),
    "groups": mark("Groups of {fewest} and more"),
    "place": mark("Place of {of}"),
    "mean_place": mark("Mean place of {of}"),
    "members": mark("Members today"),
    "premium": mark("Premium members"),
    "projects": mark("Projects"),
    "running": mark("Projects running today"),
    "funding": mark("Entries on funding"),
    "funding_sum": mark("Funding in {of}, without doubtful amounts"),
    "kpi": mark("Values of KPIs"),
    "latest": mark("{of}, newest value"),
    "measures": mark("Measures"),
    "off_strategy": mark("Measures without a principle"),
    "swot": mark("SWOT factors"),
    "factors": mark("{of}"),
}


def figure_name(one: Figure, say: Language, labels: Mapping[str, str]) -> str:
    """What a figure is called; `labels` are the words for items.

    >>> figure_name(Figure("place", 2, 1, "INN"), Language("en"), {"INN": "Innovation"})
    'Place of Innovation'
    """
    of = _quadrant(one.of, say) if one.name == "factors" else labels.get(one.of, one.of)
    if one.name in NAMES:
        return say(NAMES[one.name], of=of, fewest=FEWEST)
    return say.both(REGISTERS[one.name].label)


def figure_value(value: Figured, one: Figure, say: Language, labels: Mapping[str, str]) -> str:
    """One of its two values, as people read it.

    >>> figure_value(0.19, Figure("return_rate", None, 0.19, holds="share"), Language("en"), {})
    '19.0%'
    """
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return say.listing([labels.get(code, code) for code in value])
    if isinstance(value, str):
        return value
    if one.holds == "share":
        return say.percent(value, 1)
    if one.holds == "mean":
        return say.number(value, 1)
    return with_unit(value, one.unit, say) if one.holds == "number" else say.number(value)


def item_names(reading: Reading, say: Language) -> dict[str, str]:
    """What a file's items and KPIs are called: ours for known items, the file's for others."""
    if reading.kind == "kpi":
        return {row["kpi"]: name_of(row, say.code) or row["kpi"] for row in reading.rows}
    found = reading.ranking.items if reading.ranking else ()
    names = {one.item: one.label for one in found}
    return {code: say.both(known.short) if (known := known_item(code)) else label for code, label in names.items()}


def _quadrant(code: str, say: Language) -> str:
    labels = {choice.code: say.both(choice.label) for choice in REGISTERS["swot"].field("quadrant").choices}
    return labels.get(code, code)
