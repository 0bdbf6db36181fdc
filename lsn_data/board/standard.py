"""Which pack is good without touching it? Ten pages that answer what a board asks, from what is there today."""

from __future__ import annotations

from lsn_data.board.pack import Pack
from lsn_data.board.pick import Pick
from lsn_data.language import CODES, Language, mark
from lsn_data.store import Store, editions


def standard(store: Store, name: str = "") -> Pack:
    """The standard pack: every section, also those whose exhibits cannot be drawn yet (binding tells why)."""
    pack = Pack(name)
    for title, picks in _sections(store):
        pack = pack.with_section({code: Language(code)(title) for code in CODES}).added(*picks)
    return pack


def _sections(store: Store) -> tuple[tuple[str, tuple[Pick, ...]], ...]:
    """The sections of the standard pack, each with its exhibits."""
    return (
        (mark("Where we stand"), (Pick("overview"), Pick("strategy-at-a-glance"))),
        (mark("What the members want"), (Pick("priorities"), Pick("robust"))),
        (mark("SWOT"), (Pick("swot"),)),
        (mark("KPIs"), (Pick.of("kpis", by="theme"),)),
        (mark("Measures"), (Pick("measures"),)),
        (mark("Projects and money"), (Pick("projects"), Pick("projects-funding"))),
        (mark("Members"), (Pick("members"),)),
        (mark("What has changed"), (_since(store),)),
        (mark("Decisions needed"), (Pick("decisions"),)),
    )


def _since(store: Store) -> Pick:
    """What changed since the last edition; where nothing was frozen yet, since half a year ago."""
    frozen = editions(store)
    return Pick.of("edition-changes", edition=frozen[0].name) if frozen else Pick("changes-since")
