"""`survey`: how satisfied are the members, and what was answered to each further question?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from lsn_data.commands.desk import DONE, Desk, aligned, wave_named
from lsn_data.language import Language, mark
from lsn_data.topics.questionnaire.as_json import survey_json

NAME = "survey"
ACTION = "view"
HELP = mark("shows the further questions of a wave: satisfaction, services, any other; no figure on fewer than 5")
SHORT = 70


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("--wave", metavar=say("NAME"), help=say("the survey wave (default: the newest)"))
    parser.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))


def run(given: Namespace, desk: Desk) -> int:
    """Show the questions with their figures."""
    with desk.open() as store:
        found = survey_json(store, wave_named(store, given.wave, shown=True), desk.say)
    if given.json:
        desk.json(found)
    else:
        _show(found, desk)
    return DONE


def _show(found: dict[str, Any], desk: Desk) -> None:
    say = desk.say
    desk.show(say("{wave}: {n} answered", wave=found["wave"], n=say.number(found["answered"])))
    if not found["questions"]:
        desk.show(say("This wave asked nothing beside the ranking."))
        return
    head = [say("Question"), say("Answers"), say("Result")]
    desk.show(aligned([head, *([_words(one), _base(one, say), _result(one, say)] for one in found["questions"])], [1]))


def _words(one: dict[str, Any]) -> str:
    words = one["row"] or one["question"] or one["key"]
    return words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"


def _base(one: dict[str, Any], say: Language) -> str:
    return "–" if one["suppressed"] else say.number(one["n"])


def _result(one: dict[str, Any], say: Language) -> str:
    """The mean with its range, or what was chosen most."""
    if one["suppressed"]:
        return str(one["suppressed"])
    if one["kind"] in ("single", "multi"):
        first = one["distribution"][0]
        return f"{first['label']} {say.percent(first['share'])}"
    mean = one.get("mean")
    if not mean:
        return "–"
    value = say.number(mean["value"], 1)
    if mean["low"] is None:
        return value
    return f"{value} ({say.number(mean['low'], 1)}–{say.number(mean['high'], 1)})"
