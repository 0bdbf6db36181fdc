"""Which exhibits tell of the members? By their names, with the filters of the page."""

from __future__ import annotations

from lsn_data.topics.drawn import Drawn
from lsn_data.topics.members import consists, exhibits, staying, voice, without_register

EXHIBITS: dict[str, Drawn] = {
    "members": lambda store, say, f: exhibits.growth(store, say),
    "members-told": lambda store, say, f: without_register.told_elsewhere(store, say),
    "members-flow": lambda store, say, f: exhibits.flow(store, say),
    "members-composition": lambda store, say, f: consists.of(store, say, f.get("by") or "sector", f.get("second")),
    "members-stay": lambda store, say, f: staying.staying(store, say),
    "members-voice": lambda store, say, f: voice.voice(store, say, f.get("by") or "sector", f.get("wave")),
}
