"""What do the members want, and what is done? Asks survey, measures and projects; the shares come from `balance`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from lsn_data.disclosure import FEWEST, NotShown
from lsn_data.store import Import, Store, demo_shown, shown_waves
from lsn_data.topics.measures.answer import effort
from lsn_data.topics.overview.balance import Balance, Voice, balances, efforts, voices
from lsn_data.topics.priorities.answer import answer
from lsn_data.topics.projects.answer import known, money_by_theme
from lsn_data.topics.projects.compute import Project

NOW = ("running", "planned")


@dataclass(frozen=True)
class Balanced:
    """Voice and effort theme by theme, and what the effort is made of. `ranked` members have a voice; `untold` of the
    measures do not tell their status."""

    wave: Import | None
    ranked: int | None
    themes: Mapping[str, Balance]
    measures: Mapping[str, int]
    projects: Mapping[str, tuple[Project, ...]]
    money: Mapping[str, Mapping[str, float]]
    untold: int

    @property
    def strategic(self) -> bool:
        """Does no measure tell its status yet?"""
        return self.untold == sum(self.measures.values()) > 0


def balanced(store: Store, wave_name: str | None = None, today: dt.date | None = None) -> Balanced:
    """Voice and effort as they stand today. Raises Refused where our strategy is not known."""
    day = today or dt.date.today()
    return store.once(("balanced", wave_name, day), lambda: _balanced(store, wave_name, day))


def _balanced(store: Store, wave_name: str | None, today: dt.date) -> Balanced:
    found = effort(store)
    measures = {theme: one.counted for theme, one in found.items()}
    current = [one for one in known(store, today).projects if one.state in NOW]
    wave, ranked, voice = _voices(store, wave_name)
    return Balanced(
        wave,
        ranked,
        balances(voice, efforts(measures, [one.row["themes"] or () for one in current])),
        measures,
        {theme: tuple(one for one in current if theme in (one.row["themes"] or ())) for theme in found},
        money_by_theme(store, today, NOW),
        sum(one.untold for one in found.values()),
    )


def _voices(store: Store, name: str | None) -> tuple[Import | None, int | None, dict[str, Voice]]:
    """The newest wave that may be shown, how many ranked, and their voice; nothing where too few did."""
    wave = next((one for one in shown_waves(store, demo_shown(store)) if name in (None, one.wave)), None)
    if wave is None:
        return None, None, {}
    try:
        found = answer(store, wave)
    except NotShown:
        return None, None, {}
    # What was offered to too few counts nowhere: in the whole, the voices of the others would give it away.
    told = {one.item for one in found.items if one.n >= FEWEST}
    themes = {row["item"]: row["theme"] for row in store.ask("items", **{"import": wave.import_id})}
    theme_of = {item: theme for item, theme in themes.items() if item in told}
    return wave, found.ranked, voices(found.ballots, wave.asked, theme_of)
