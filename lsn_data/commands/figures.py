"""`kpis`, `swot`, `measures`, `projects`, `members`: the figures that the pages show."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lsn_data.commands.desk import DONE, Desk, aligned
from lsn_data.language import Language, mark
from lsn_data.sheets.declared import Field
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store
from lsn_data.topics.kpis import as_json as kpis
from lsn_data.topics.kpis.answer import rating_word
from lsn_data.topics.registers import answer

Listing = dict[str, Any]


@dataclass(frozen=True)
class Figures:
    """One of these commands: its name, what it tells, its answer, and which columns its plain text shows."""

    NAME: str
    HELP: str
    ask: Callable[[Store], Listing]
    columns: tuple[str, ...]
    register: str
    ACTION: str = "view"

    def arguments(self, parser: ArgumentParser, say: Language) -> None:
        """What may follow the command."""
        parser.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))

    def run(self, given: Namespace, desk: Desk) -> int:
        """Show the figures."""
        with desk.open() as store:
            found = self.ask(store)
        if given.json:
            desk.json(found)
        else:
            desk.show(self._text(found, desk.say))
        return DONE

    def _text(self, found: Listing, say: Language) -> str:
        rows = found.get("rows", found.get("kpis", []))
        if not rows:
            return say("There are no rows yet.")
        names = [name.replace("{lang}", say.code) for name in self.columns]
        fields = {field.name: field for field in REGISTERS[self.register].fields}
        beyond = {"values": say("Values"), "rating": say("Rating")}
        heads = [beyond.get(name) or say.both(fields[name].label) for name in names]
        return aligned([heads, *([_told(name, fields.get(name), row, say) for name in names] for row in rows)])


def _told(name: str, field: Field | None, row: dict[str, Any], say: Language) -> str:
    """A column of a list: the rating of a KPI in its word, the values that are rated, all else by its field."""
    if name == "rating":
        return rating_word(row[name], say)
    if name == "values":
        rated = {one["period"]: one for one in row[name] if one["origin"] in row["rated_from"]}
        return _shown(list(rated.values()), say)
    return _worded(field, row[name], say)


def _worded(field: Field | None, value: Any, say: Language) -> str:
    """A field's value in words: labels instead of codes.

    >>> _worded(REGISTERS["members"].field("state"), "SH", Language("en"))
    'Schleswig-Holstein'
    """
    labels = {choice.code: say.both(choice.label) for choice in field.choices} if field else {}
    if isinstance(value, list):
        return _shown([labels.get(one, one) if isinstance(one, str) else one for one in value], say)
    return labels.get(value, value) if isinstance(value, str) else _shown(value, say)


def _shown(value: Any, say: Language) -> str:
    """A field as a person reads it in a list.

    >>> _shown(["HH", "SH"], Language("en")), _shown(None, Language("en")), _shown(True, Language("en"))
    ('HH; SH', '–', 'yes')
    """
    if value is None or value == []:
        return "–"
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return "; ".join(f"{one['period']}: {one['value']:g}" if isinstance(one, dict) else str(one) for one in value)
    return str(value)


FIGURES = (
    Figures(
        "kpis", mark("shows the KPIs with their values"), kpis.listing,
        ("kpi", "theme", "level", "rating", "unit", "values"),
        "kpi",
    ),
    Figures(
        "swot",
        mark("shows the SWOT factors"),
        lambda s: answer.listing(s, "swot"),
        ("id", "quadrant", "text_{lang}"),
        "swot",
    ),
    Figures(
        "measures", mark("shows the measures with their principles"), lambda s: answer.listing(s, "measures"),
        ("measure", "theme", "principles", "status", "title_{lang}"), "measures",
    ),
    Figures(
        "projects", mark("shows the projects with their funding"), lambda s: answer.listing(s, "projects"),
        ("project", "start", "end", "role", "status", "title_{lang}"), "projects",
    ),
    Figures(
        "members", mark("shows the member organisations"), lambda s: answer.listing(s, "members"),
        ("member", "sector", "size", "state", "membership", "joined", "left"), "members",
    ),
)  # fmt: skip
