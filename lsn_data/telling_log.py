"""How is an entry of the log told: when, who, what, about which import, edition or file?"""

from __future__ import annotations

from lsn_data.access import NAMES
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import SURVEY
from lsn_data.store.log import Entry
from lsn_data.store.moments import local_time

# Told in words of their own, or of no use to a person.
TOLD_OTHERWISE = {"kind", "origin", "replaced", "by", "login", "layout", "until"}


def cells(entry: Entry, say: Language) -> list[str]:
    """Moment (in the server's time), person, role, what was done, and about what."""
    role = say(NAMES[entry.role]) if entry.role else "–"
    return [local_time(entry.at, say), entry.who, role, entry.said(say), what(entry, say)]


def headings(say: Language) -> list[str]:
    """What stands above them."""
    return [say("When"), say("Who"), say("Role"), say("Did what"), say("About what")]


def what(entry: Entry, say: Language) -> str:
    """What an entry was about, in one line.

    >>> import datetime as dt
    >>> about = {"import": "2026-05-01-1", "kind": "kpi", "file": "k.csv"}
    >>> what(Entry(dt.datetime(2026, 5, 1), "anna", "editor", "import", about), Language("en"))
    '2026-05-01-1 · KPI values · k.csv'
    """
    about = entry.about
    parts = [value for name, value in about.items() if name not in TOLD_OTHERWISE]
    if about.get("kind") in REGISTERS:
        parts.insert(1, say.both(REGISTERS[about["kind"]].label))
    elif about.get("kind") == SURVEY:
        parts.insert(1, say("Member survey"))
    if about.get("origin") == "demo":
        parts.append(say("DEMO"))
    if "replaced" in about:
        parts.append(say("replaces {name}", name=about["replaced"]))
    if "until" in about:
        parts.append(say("kept until {day}", day=about["until"]))
    if about.get("by", entry.who) != entry.who:
        parts.append(say("brought in by {who}", who=about["by"]))
    return " · ".join(parts)
