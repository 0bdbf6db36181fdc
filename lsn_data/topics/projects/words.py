"""How are a project, its role, its days, its payers and its money said in the reader's language?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from lsn_data.language import NARROW_NO_BREAK_SPACE, Language, mark
from lsn_data.sheets.choices import THEMES
from lsn_data.topics.projects.compute import Project, Row
from lsn_data.topics.projects.countries import name_of
from lsn_data.topics.strategy.compute import pair

# Programmes, funders and sources of income that the product itself brings along; others stay as they were written.
PAYERS = (
    mark("European Regional Development Fund"),
    mark("European Social Fund"),
    mark("European Union"),
    mark("Free and Hanseatic City of Hamburg"),
    mark("State of Schleswig-Holstein"),
    mark("Schleswig-Holstein's Regional Economic Programme"),
    mark("Cross-border programme (invented)"),
    mark("European fund (invented)"),
    mark("Own share"),
    mark("State A (invented)"),
    mark("State B (invented)"),
    mark("Baltic programme (invented)"),
    mark("Foreign trade programme (invented)"),
    mark("Federal ministry (invented)"),
    mark("Skills programme (invented)"),
    mark("Site programme (invented)"),
    mark("Foundation grant (invented)"),
    mark("Foundation (invented)"),
)
REGIONS = {
    "northern_europe": ("Northern Europe and Scandinavia", "Nordeuropa und Skandinavien"),
    "north_baltic_sea": ("North Sea and Baltic Sea region", "Nord- und Ostseeraum"),
    "DE-SH": ("Schleswig-Holstein", "Schleswig-Holstein"),
    "DE-HH": ("Hamburg", "Hamburg"),
}
_BOTH = " / "


def role(project: Project, say: Language) -> str:
    """What LSN does in a project."""
    names = {"lead": say("LSN leads"), "partner": say("LSN is a partner")}
    return names.get(project.row["role"] or "", say("role not stated"))


def state(code: str, say: Language) -> str:
    """Where a project stands."""
    return {
        "running": say("running"), "planned": say("planned"), "ended": say("ended"),
    }.get(code, say("status not stated"))  # fmt: skip


def run_time(project: Project, say: Language) -> str:
    """From when to when, as precisely as the register tells it."""
    start, end = project.row["start"], project.row["end"]
    if start and end:
        return f"{start} – {end}"
    if start:
        planned = project.state == "planned"
        return say("from {start}", start=start) if planned else say("since {start}, end not stated", start=start)
    return say("until {end}, start not stated", end=end) if end else say("no dates stated")


def title(row: Row, say: Language) -> str:
    """What the project is about; its short name where no title is known."""
    return say.both(pair(row, "title")) or str(row["project"])


def theme(code: str, say: Language) -> str:
    """The short name of a theme; one that is not ours stays as it was written."""
    names = {choice.code: choice.label for choice in THEMES}
    return say.both(names[code]) if code in names else say("no theme") if code == "none" else code


def region(code: str, say: Language) -> str:
    """The name of a target region or country."""
    return say.both(REGIONS[code]) if code in REGIONS else name_of(code, say)


def payer(name: str, say: Language) -> str:
    """A programme or a funder."""
    return say(name) if name in PAYERS else name


def note(row: Row, name: str, say: Language) -> str:
    """A text of the register; what the product brings along holds both languages, parted by a stroke.

    >>> note({"note": "Two years / Zwei Jahre", "origin": "published"}, "note", Language("de"))
    'Zwei Jahre'
    """
    said = row[name] or ""
    if row["origin"] == "uploaded" or said.count(_BOTH) != 1:
        return str(said)
    english, german = said.split(_BOTH)
    return say.both((english, german))


def amount(value: float, currency: str, say: Language) -> str:
    """`EUR 640,000`, in German `640.000 EUR`; whole units.

    >>> amount(640000, "EUR", Language("de"))
    '640.000\\u202fEUR'
    """
    said = say.number(value)
    return (
        f"{said}{NARROW_NO_BREAK_SPACE}{currency}" if say.code == "de" else f"{currency}{NARROW_NO_BREAK_SPACE}{said}"
    )


def amounts(sums: Mapping[str, float], say: Language) -> str:
    """The sums of all currencies, the largest first; never added together."""
    ordered = sorted(sums.items(), key=lambda one: -one[1])
    return say.listing([amount(value, currency, say) for currency, value in ordered])


def scope(filters: Mapping[str, str], say: Language) -> str:
    """What the portfolio is narrowed to, for a title; empty without filters."""
    kept = {key: value for key, value in filters.items() if value != "all"}
    said = (
        say("theme {theme}", theme=theme(kept["theme"], say)) if "theme" in kept else "",
        state(kept["stage"], say) if "stage" in kept else "",
        name_of(kept["country"], say) if "country" in kept else "",
        payer(kept["programme"], say) if "programme" in kept else "",
    )
    return ", ".join(one for one in said if one)


def as_of(day: dt.date, say: Language) -> str:
    """`as of 2026-11-22`."""
    return say("as of {day}", day=say.date(day))


def invented(said: str, say: Language) -> str:
    """A text of the demo with the word that marks it in the reader's language."""
    known = {"Demo data (invented)": say("Demo data (invented)")}
    return known.get(said, said.replace("(invented)", f"({say('invented')})"))
