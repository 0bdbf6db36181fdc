"""`ranking`: which themes come first, for all or for one attribute's groups?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any

from lsn_data.commands.compared import show_change, show_differences
from lsn_data.commands.desk import DONE, REFUSED, Desk, WrongCommand, aligned, wave_named
from lsn_data.language import Language, mark
from lsn_data.sheets.survey import ATTRIBUTES
from lsn_data.topics.priorities.answer import ranking
from lsn_data.topics.priorities.change_json import change_json
from lsn_data.topics.representativeness.as_json import weighted_ranking

NAME = "ranking"
ACTION = "view"
HELP = mark("analyses the ranking; a group too small to show is suppressed, with the nearest views")
FIELDS = tuple(attribute.name for attribute in ATTRIBUTES)


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("--wave", metavar=say("NAME"), help=say("the survey wave (default: the newest)"))
    parser.add_argument("--by", choices=FIELDS, help=say("one result for each group of this attribute"))
    parser.add_argument("--where", metavar=say("FIELD=VALUE"), action="append", default=[], help=say("only this group"))
    parser.add_argument("--weighted", action="store_true", help=say("weighted by the members, for all of them"))
    parser.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))


def run(given: Namespace, desk: Desk) -> int:
    """Show the order, or the reason why it may not be shown."""
    where = conditions(given.where)
    with desk.open() as store:
        wave = wave_named(store, given.wave, shown=True)
        if given.weighted:
            found = weighted_ranking(store, wave, desk.say, one_group=bool(given.by or where))
        else:
            found = ranking(store, wave, desk.say, by=given.by, where=where or None)
            if given.by is None and not where:
                found["change"] = change_json(store, wave)
    if given.json:
        desk.json(found)
    if found.get("refused"):
        desk.tell(found["refused"]["why"])
        return REFUSED
    if given.json:
        return DONE
    if found.get("suppressed") and not found.get("groups"):
        _show_suppressed(found["suppressed"], desk)
    else:
        for group in found.get("groups", [found]):
            _show(group, desk)
        show_differences(found, desk)
        show_change(found, desk)
    return DONE


def conditions(told: Sequence[str]) -> dict[str, str]:
    """`FIELD=VALUE` as a dict. Raises WrongCommand for anything else.

    >>> conditions(["sector=biotech"])
    {'sector': 'biotech'}
    """
    found: dict[str, str] = {}
    for one in told:
        field, sign, value = one.partition("=")
        if not sign or not value or field not in FIELDS or field in found:
            raise WrongCommand(
                mark("--where takes FIELD=VALUE, each field once; fields: {fields}. Given: {given}"),
                fields=", ".join(FIELDS),
                given=one,
            )
        found[field] = value
    return found


def _show_suppressed(suppressed: dict[str, Any], desk: Desk) -> None:
    desk.show(suppressed["why"])
    if suppressed["nearest"]:
        desk.show(desk.say("Shown instead: {views}", views="; ".join(suppressed["nearest"])))


def _show(found: dict[str, Any], desk: Desk) -> None:
    """One order as a table, then the notes."""
    say = desk.say
    name = f"{found['wave']} · {found['group']}" if "group" in found else found["wave"]
    desk.show(say("{name}: {ranked} ranked", name=name, ranked=say.number(found["ranked"])))
    desk.show(f"{found['verdict']}.")
    head = [say("theme"), say("mean place"), say("plausible places"), say("first three")]
    rows = [[one["label"], _mean(one, say), _places(one), _share(one, say)] for one in found["items"]]
    desk.show(aligned([head, *rows], right=[1, 2, 3]))
    for note in found.get("notes", []):
        desk.show(f"- {note}")
    desk.show()


def _mean(one: dict[str, Any], say: Language) -> str:
    return "–" if one["mean_place"] is None else say.number(one["mean_place"], 1)


def _places(one: dict[str, Any]) -> str:
    low, high = one["place_low"], one["place_high"]
    return "–" if low is None else str(low) if low == high else f"{low}–{high}"


def _share(one: dict[str, Any], say: Language) -> str:
    return "–" if one["top3_share"] is None else say.percent(one["top3_share"])
