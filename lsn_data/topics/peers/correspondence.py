"""Which theme of another strategy comes nearest to ours? Our own reading, declared in a file with its reasons.

Neither strategy says so: the file says that it is our reading, and so does the exhibit.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value
from lsn_data.language import Language
from lsn_data.published import FOLDER
from lsn_data.store import Store
from lsn_data.topics.drawn import Filters
from lsn_data.topics.strategy.answer import OWN, frame_of, name_of, sources, strategies, strategy_rows, theme_names
from lsn_data.topics.strategy.compute import Frame

FILE = FOLDER / "themes_beside.json"


@dataclass(frozen=True)
class Pair:
    """A theme of ours and one of another strategy, and why they stand side by side, as (English, German)."""

    theme: str
    other: str
    other_theme: str
    why: tuple[str, str]


@cache
def pairs() -> tuple[Pair, ...]:
    """All pairs that we declared."""
    found = json.loads(FILE.read_text(encoding="utf-8"))["pairs"]
    return tuple(Pair(one["theme"], one["other"], one["other_theme"], (one["why_en"], one["why_de"])) for one in found)


def themes_beside(store: Store, say: Language, filters: Filters) -> Exhibit | None:
    """Each of our themes beside the nearest of the others; None where no strategy is known that we have read."""
    known = strategies(store)
    others = [code for code in known if code in {one.other for one in pairs()}]
    if OWN not in known or not others:
        return None
    own, frames = frame_of(store, OWN), [frame_of(store, code) for code in others]
    table = Table(
        (
            Column("own", say("Theme of {strategy}", strategy=name_of(OWN))),
            Column("other", say("Nearest theme")),
            Column("strategy", say("Strategy"), under="other"),
            Column("why", say("Why"), "prose"),
        ),
        _rows(own, frames, say),
    )
    look = Table((Column("look", "look"),), tuple((_lone(row),) for row in table.rows))
    used = [row for code in (OWN, *others) for row in strategy_rows(store, code) if row["part"] == "theme"]
    return Exhibit(
        "peers-themes",
        say("Which themes do the strategies share?"),
        _message(own, frames, say),
        say("Themes side by side: our reading, no statement of the strategies"),
        Chart("table", look, {"highlight": "look"}),
        table,
        (
            say("Which themes come near to each other is our reading of both strategies; another one is possible."),
            *_unread(known, others, say),
        ),
        sources(store, "strategy", used, say),
        None,
        None,
        say,
    )


def _rows(own: Frame, frames: list[Frame], say: Language) -> tuple[tuple[Value, ...], ...]:
    """Our themes first, each with its counterparts; then the others' themes that have none."""
    names = {frame.code: theme_names(frame, say) for frame in (own, *frames)}
    rows: list[tuple[Value, ...]] = []
    for theme, label in theme_names(own, say, short=True).items():
        near = [one for one in pairs() if one.theme == theme and one.other_theme in names.get(one.other, {})]
        rows += [(label, names[one.other][one.other_theme], name_of(one.other), say.both(one.why)) for one in near]
        rows += [] if near else [(label, "–", None, say("No theme of the others comes near."))]
    for frame in frames:
        paired = {one.other_theme for one in pairs() if one.other == frame.code}
        rows += [
            ("–", label, name_of(frame.code), say("None of our themes comes near."))
            for theme, label in names[frame.code].items()
            if theme not in paired
        ]
    return tuple(rows)


def _lone(row: tuple[Value, ...]) -> str | None:
    """The cell to look at: the theme that stands alone."""
    return "own" if row[1] == "–" else "other" if row[0] == "–" else None


def _message(own: Frame, frames: list[Frame], say: Language) -> str:
    paired = {one.theme for one in pairs() if one.other in {frame.code for frame in frames}}
    labels = theme_names(own, say, short=True)
    alone = [label for theme, label in labels.items() if theme not in paired]
    if not alone:
        return say("Each of our {n} themes has a counterpart, as we read the strategies", n=len(labels))
    return say.plural(
        "{n} of our {all} themes has no counterpart, as we read the strategies: {themes}",
        "{n} of our {all} themes have no counterpart, as we read the strategies: {themes}",
        len(alone),
        all=len(labels),
        themes=say.listing(alone),
    )


def _unread(known: tuple[str, ...], read: list[str], say: Language) -> tuple[str, ...]:
    """Strategies that came later: nobody has put their themes beside ours yet."""
    rest = [name_of(code) for code in known if code not in (OWN, *read)]
    if not rest:
        return ()
    return (say("Not yet put side by side by us: the themes of {names}.", names=say.listing(rest)),)
