"""Which pack is good without touching it? Ten pages that answer what a board asks, from what is there today."""

from __future__ import annotations

from collections.abc import Iterator

from lsn_data.board.pack import Entry, Pack, Section
from lsn_data.board.pick import Pick
from lsn_data.language import CODES, Language, mark
from lsn_data.store import Store, editions

# The sections of the standard pack, each with its exhibits.
_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (mark("Where we stand"), ("overview", "strategy-at-a-glance")),
    (mark("What the members want"), ("priorities", "robust")),
    (mark("SWOT"), ("swot",)),
    (mark("KPIs"), ("kpis",)),
    (mark("Measures"), ("measures",)),
    (mark("Projects and money"), ("projects", "projects-funding")),
    (mark("Members"), ("members",)),
    (mark("What has changed"), ("since",)),
    (mark("Decisions needed"), ("decisions",)),
)


def standard(store: Store, name: str = "") -> Pack:
    """The standard pack: every section, also those whose exhibits cannot be drawn yet (binding tells why)."""
    parts = [part for title, names in _SECTIONS for part in _section(store, title, names)]
    return Pack(name, tuple(parts))


def _section(store: Store, title: str, names: tuple[str, ...]) -> Iterator[Section | Entry]:
    yield Section({code: Language(code)(title) for code in CODES})
    for name in names:
        yield Entry(_pick(store, name))


def _pick(store: Store, name: str) -> Pick:
    """KPIs stand by theme; what changed is told since the last edition, without one since half a year ago."""
    if name == "kpis":
        return Pick.of(name, by="theme")
    if name != "since":
        return Pick(name)
    frozen = editions(store)
    return Pick.of("edition-changes", edition=frozen[0].name) if frozen else Pick("changes-since")
