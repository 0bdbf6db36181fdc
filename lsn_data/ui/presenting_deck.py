"""What is presented: the pages of which pack or edition, and which of them is looked at?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from lsn_data.board import Pick, kept
from lsn_data.board.binding import bind
from lsn_data.board.editions import opened as opened_edition
from lsn_data.board.editions import pack_of
from lsn_data.board.pack import Pack
from lsn_data.board.standard import standard
from lsn_data.errors import Refused
from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.language import Language, mark
from lsn_data.store import edition_named
from lsn_data.ui import data

# The exhibit that closes a pack by itself: behind it no last page is needed.
CLOSING = "decisions"


@dataclass(frozen=True)
class Deck:
    """A bound pack as pages: a first one with the agenda, one an exhibit, and a last one where it needs an end.

    `picks` tell how each exhibit is drawn from today's data; `name` is the pack's in the link, empty for the
    standard pack.
    """

    bound: Bound
    picks: tuple[Pick, ...]
    name: str = ""

    @property
    def ends(self) -> bool:
        """Does it need a last page: because something is missing, or because no exhibit closes it?"""
        leaves = self.bound.leaves
        return bool(self.bound.missing) or not leaves or leaves[-1].exhibit.name != CLOSING

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return 1 + len(self.bound.leaves) + self.ends

    def leaf(self, page: int) -> Leaf | None:
        """The exhibit of a page (1 is the first); None for the agenda and the end."""
        return self.bound.leaves[page - 2] if 2 <= page <= len(self.bound.leaves) + 1 else None

    def pick(self, page: int) -> Pick | None:
        """How the exhibit of a page is drawn from today's data."""
        return self.picks[page - 2] if self.leaf(page) else None

    def link(self, page: int) -> str:
        """The address of a page, beside that of today's page."""
        named = {"edition": self.bound.edition} if self.bound.edition else {"pack": self.name} if self.name else {}
        return "?" + urlencode({**named, "lang": self.bound.say.code, "page": page})


def opened(say: Language) -> Deck:
    """What the link asks for: an edition, a stored pack, or the standard pack. Raises Refused (no such one)."""
    edition = st.query_params.get("edition", "")
    if edition:
        return data.store().once(("presented", edition, say.code), lambda: _edition(edition, say))
    name = st.query_params.get("pack", "")
    pack = _stored(name) if name else standard(data.store(), say("LSN 2030 for the board"))
    bound = bind(pack, say, data.exhibit)
    return Deck(bound, shown_picks(pack, bound.leaves), name)


def _edition(name: str, say: Language) -> Deck:
    frozen = edition_named(data.store(), name)
    bound = opened_edition(frozen, say)
    return Deck(bound, shown_picks(pack_of(frozen), bound.leaves))


def _stored(name: str) -> Pack:
    found = kept.pack_of_name(data.store(), name)
    if found is None:
        known = ", ".join(kept.names(data.store()))
        if not known:
            raise Refused(
                "no-pack",
                mark("There is no pack “{name}”: none was saved yet. Put one together on the page Board pack."),
                name=name,
            )
        raise Refused("no-pack", mark("There is no pack “{name}”. There are: {names}."), name=name, names=known)
    return found


def shown_picks(pack: Pack, leaves: Sequence[Leaf]) -> tuple[Pick, ...]:
    """The picks of the exhibits that could be drawn; those that could not are passed over.

    >>> from lsn_data.exhibit.bound import Leaf
    >>> pack = Pack("p").added(Pick("a"), Pick("b"), Pick.of("c", wave="2026"))
    >>> [pick.name for pick in shown_picks(pack, [Leaf(None, key="a"), Leaf(None, key="c")])]
    ['a', 'c']
    """
    waiting, found = list(pack.picks), []
    for leaf in leaves:
        while waiting and waiting[0].key != leaf.key:
            waiting.pop(0)
        found.append(waiting.pop(0) if waiting else Pick(leaf.exhibit.name))
    return tuple(found)


def page_in(asked: str, pages: int) -> int:
    """The page that a link asks for: a number out of range leads to the nearest page, anything else to the first.

    >>> page_in("3", 12), page_in("99", 12), page_in("-1", 12), page_in("last", 12), page_in("", 12)
    (3, 12, 1, 1, 1)
    """
    try:
        return min(max(int(asked), 1), pages)
    except ValueError:
        return 1
