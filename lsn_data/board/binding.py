"""How does a pack become paper? Every exhibit is drawn; what cannot be drawn is told, not dropped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from lsn_data.board.names import named
from lsn_data.board.pack import Entry, Pack, Section
from lsn_data.board.pick import Pick
from lsn_data.errors import LsnError
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.language import Language

Draw = Callable[[Pick, Language], Exhibit]


def bind(pack: Pack, say: Language, drawn: Draw, day: dt.date | None = None) -> Bound:
    """The pack with its exhibits as `drawn` gives them; whoever cannot be drawn is told with the reason."""
    leaves, missing, section = [], [], ""
    for part in pack.parts:
        if isinstance(part, Section):
            section = part.said(say.code)
            continue
        try:
            exhibit = own_words(drawn(part.pick, say), part)
        except LsnError as trouble:
            missing.append((named(part.pick.name, say, section), trouble.said(say)))
        else:
            leaves.append(Leaf(exhibit, section, part.notes.get(say.code, ""), part.pick.key))
    return Bound(
        pack.name or say("LSN 2030 for the board"),
        say,
        tuple(leaves),
        day or dt.date.today(),
        missing=tuple(dict.fromkeys(missing)),
    )


def own_words(exhibit: Exhibit, entry: Entry) -> Exhibit:
    """The exhibit with the entry's own sentence over the computed one; it is outdated once the data say otherwise."""
    own = entry.own.get(exhibit.say.code)
    if own is None:
        return exhibit
    return replace(exhibit, message=own.sentence, computed=exhibit.message, outdated=own.outdated(exhibit.message))
