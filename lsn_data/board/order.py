"""Where does a part of a pack stand, and where does it go? Also while somebody else changes the same pack."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lsn_data.board.pack import Entry, Pack, Part, Section
from lsn_data.errors import Refused
from lsn_data.language import mark


@dataclass(frozen=True)
class Spot:
    """Which part is meant, by what it is: its place may change meanwhile. `nth`: of several that are alike."""

    key: str
    nth: int = 0


def spots(pack: Pack) -> list[Spot]:
    """The spot of every part, in their order."""
    keys = [_key(part) for part in pack.parts]
    return [Spot(key, keys[:at].count(key)) for at, key in enumerate(keys)]


def place_of(pack: Pack, spot: Spot) -> int:
    """Where the part stands now. Raises Refused("part-gone")."""
    try:
        return spots(pack).index(spot)
    except ValueError:
        raise Refused(
            "part-gone",
            mark("This part is no longer in the pack: somebody took it out meanwhile. Add it again if you need it."),
        ) from None


def stepped(pack: Pack, at: int, by: int) -> Pack:
    """One step up (-1) or down (+1): an exhibit past its neighbour, a section with all that stands under it.

    >>> from lsn_data.board.pick import Pick
    >>> pack = Pack("p", (Section({"en": "A"}), Entry(Pick("a")), Section({"en": "B"}), Entry(Pick("b"))))
    >>> [part.said("en") if isinstance(part, Section) else part.pick.name for part in stepped(pack, 2, -1).parts]
    ['B', 'b', 'A', 'a']
    """
    if isinstance(pack.parts[at], Entry):
        return pack.moved(at, by)
    blocks = _blocks(pack.parts)
    which = next(number for number, block in enumerate(blocks) if block and block[0] is pack.parts[at])
    to = which + by
    if not 0 <= to < len(blocks) or not isinstance(blocks[to][0], Section):
        return pack.moved(at, by) if to == 0 else pack
    blocks[which], blocks[to] = blocks[to], blocks[which]
    return replace(pack, parts=tuple(part for block in blocks for part in block))


def numbered(pack: Pack, at: int, number: int) -> Pack:
    """With the exhibit at a position as the first, second … exhibit of the pack.

    >>> from lsn_data.board.pick import Pick
    >>> [pick.name for pick in numbered(Pack("p").added(Pick("a"), Pick("b"), Pick("c")), 2, 1).picks]
    ['c', 'a', 'b']
    """
    entries = [place for place, part in enumerate(pack.parts) if isinstance(part, Entry)]
    to = entries[min(max(number, 1), len(entries)) - 1]
    return pack.moved(at, to - at)


def _blocks(parts: tuple[Part, ...]) -> list[list[Part]]:
    """Each section with what stands under it; what stands before the first one is a block of its own."""
    found: list[list[Part]] = []
    for part in parts:
        if isinstance(part, Section) or not found:
            found.append([])
        found[-1].append(part)
    return found


def _key(part: Part) -> str:
    if isinstance(part, Section):
        return f"section {sorted(part.title.items())}"
    return f"exhibit {part.pick.name} {part.pick.filters}"
