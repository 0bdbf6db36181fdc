"""`settings`: what is set, and where does it come from?"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from typing import Any

from pydantic import BaseModel, SecretStr

from lsn_data.commands.desk import DONE, Desk, aligned
from lsn_data.language import Language, mark
from lsn_data.settings import ROOT, Settings, settings
from lsn_data.settings_example import example
from lsn_data.settings_sources import file_named, place_of, variables_of

NAME = "settings"
ACTION = "settings"
HELP = mark("what is set and where it comes from; secrets are shown as dots")
DOTS = "••••••••"


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("--example", action="store_true", help=say("the documented settings file with all defaults"))
    parser.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))


def run(given: Namespace, desk: Desk) -> int:
    """Show every setting with its value and its origin."""
    if given.example:
        desk.show(example())
        return DONE
    rows = _rows(desk.say)
    if given.json:
        desk.json({"settings": [dict(zip(("setting", "value", "from"), row, strict=True)) for row in rows]})
    else:
        desk.show(aligned(rows))
    return DONE


def _rows(say: Language) -> list[tuple[str, str, str]]:
    """Setting, value, origin; the tables as far as they are set."""
    rows, path = [], file_named(os.environ, ROOT)
    for setting in variables_of(Settings).values():
        value = _value(settings(), setting)
        if isinstance(value, BaseModel) or (len(setting) > 1 and value is None):
            continue
        place = place_of(setting, Settings, os.environ, path)
        at_all = place.line or place.of != path
        rows.append((".".join(setting), _shown(value, say), place.said(say) if at_all else say("default")))
    return rows


def _value(model: BaseModel | None, setting: tuple[str, ...]) -> Any:
    """What a setting is; None in a table that is not there.

    >>> _value(None, ("client_id",)) is None
    True
    """
    value = getattr(model, setting[0], None)
    return _value(value, setting[1:]) if setting[1:] else value


def _shown(value: Any, say: Language) -> str:
    if value is None or value == ():
        return say("not set")
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return DOTS if isinstance(value, SecretStr) else str(value)
