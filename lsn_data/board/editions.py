"""What did the board see in a meeting? An edition keeps a pack as it was drawn: figures, words, order, both languages.

Nothing that comes in later changes it: the exhibits themselves are kept, and slides, handout and workbook are drawn
from them again.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from lsn_data.board import pack as packs
from lsn_data.board.binding import Draw, bind
from lsn_data.board.pack import LONGEST_NAME, Pack
from lsn_data.errors import Refused
from lsn_data.exhibit import clean
from lsn_data.exhibit.as_json import from_json, to_json
from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.language import CODES, Language, mark
from lsn_data.store import Edition, Store, edition_named, keep_edition, shown_waves
from lsn_data.store.moments import local_day


def freeze(store: Store, pack: Pack, name: str, drawn: Draw, *, actor: str, at: dt.datetime | None = None) -> Edition:
    """Freeze a pack under a name, from today's data.

    Raises Refused (no name, a name that is taken, nothing to show, the data changed meanwhile), NotAllowed.
    """
    name = " ".join(clean.line(name).split())[:LONGEST_NAME]
    if not name:
        raise Refused("no-name", mark("An edition needs a name. Call it after its meeting, for example."))
    version = store.version
    papers = {code: _paper(bind(pack, Language(code), drawn)) for code in CODES}
    if not papers[CODES[0]]["leaves"]:
        raise Refused(
            "nothing-to-freeze", mark("This pack shows nothing yet: there is nothing to freeze. Add an exhibit first.")
        )
    imports = [one.import_id for one in shown_waves(store)]
    return keep_edition(
        store, name, pack=packs.to_json(pack), papers=papers, imports=imports, version=version, actor=actor, at=at
    )


def rebuilt(store: Store, name: str, say: Language) -> Bound:
    """An edition as it was frozen. Raises Refused("no-edition")."""
    return opened(edition_named(store, name), say)


def opened(edition: Edition, say: Language) -> Bound:
    """An edition's exhibits in one language, with who froze it and when."""
    paper = edition.papers[say.code]
    return Bound(
        paper["name"],
        say,
        tuple(Leaf(**{**one, "exhibit": from_json(one["exhibit"])}) for one in paper["leaves"]),
        local_day(edition.at),
        edition=edition.name,
        by=edition.by,
        missing=tuple((what, why) for what, why in paper["missing"]),
    )


def pack_of(edition: Edition) -> Pack:
    """The pack that an edition froze: to begin the next meeting's with."""
    return packs.from_json(edition.pack)


def _paper(bound: Bound) -> dict[str, Any]:
    return {
        "name": bound.name,
        "leaves": [
            {"exhibit": to_json(leaf.exhibit), "section": leaf.section, "note": leaf.note, "key": leaf.key}
            for leaf in bound.leaves
        ],
        "missing": [list(one) for one in bound.missing],
    }
