"""Which exhibits go to the board, and in which order?

A `Pick` names an exhibit and its filters. It is small, hashable and can be written as JSON, so a chosen exhibit can
be kept, drawn again in either language, and frozen later.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit
from lsn_data.language import Language, mark
from lsn_data.store import Import, Store, import_as_of
from lsn_data.topics.priorities import exhibits as priorities


@dataclass(frozen=True)
class Pick:
    """An exhibit's name and its filters (wave, by, group), as pairs in the order of their names."""

    name: str
    filters: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, name: str, **filters: str | None) -> Pick:
        """A pick from keyword filters; None means no such filter.

        >>> Pick.of("priorities", wave="2026", by=None)
        Pick(name='priorities', filters=(('wave', '2026'),))
        """
        return cls(name, tuple(sorted((key, value) for key, value in filters.items() if value)))


Drawn = Callable[[Store, Import, Language, dict[str, str]], Exhibit | None]

_EXHIBITS: dict[str, Drawn] = {
    "priorities": lambda store, wave, say, f: priorities.places(store, wave, say, f.get("by"), f.get("group")),
    "distribution": lambda store, wave, say, f: priorities.distribution(store, wave, say, f.get("by"), f.get("group")),
    "segments": lambda store, wave, say, f: priorities.segments(store, wave, say, f.get("by") or "sector"),
    "return-rate": lambda store, wave, say, f: priorities.return_rate(store, say, wave.origin == "demo"),
}
NAMES: tuple[str, ...] = tuple(_EXHIBITS)


def draw(store: Store, pick: Pick, say: Language) -> Exhibit:
    """The exhibit that a pick names, from today's data. Raises Refused (no such exhibit, wave, figures), NotShown."""
    filters = dict(pick.filters)
    if pick.name not in _EXHIBITS:
        raise Refused("unknown-exhibit", mark("There is no exhibit {name}."), name=pick.name)
    wave = import_as_of(store, filters.get("wave"))
    if wave is None:
        raise Refused("no-wave", mark("There are no survey answers yet. Upload a survey first."))
    exhibit = _EXHIBITS[pick.name](store, wave, say, filters)
    if exhibit is None:
        raise Refused("no-figures", mark("{name} needs at least two survey waves."), name=pick.name)
    return exhibit


def standard(store: Store) -> tuple[Pick, ...]:
    """A good pack without any choosing: what the newest wave can show."""
    wave = import_as_of(store)
    if wave is None:
        return ()
    picks = [Pick.of("priorities", wave=wave.wave), Pick.of("distribution", wave=wave.wave)]
    return tuple(picks)
