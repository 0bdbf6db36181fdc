"""How is a kept pack begun, changed, renamed, thrown away and brought back, while others work on it too?

Every change meets the newest state in the store, and gives the step that it was, so that it can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lsn_data.board.pack import LONGEST_NAME, Pack, from_json, to_json
from lsn_data.errors import Refused
from lsn_data.exhibit import clean
from lsn_data.language import mark
from lsn_data.store import Store, change_packs, deletions, pack_named, packs

Packs = Mapping[str, Pack | None]
NO_SUCH_PACK = mark("There is no board pack “{pack}” any more: somebody deleted or renamed it. Choose another one.")
DELETED_SINCE = mark(
    "A wave of the survey was deleted since: taking your change back could bring its texts back. Change it by hand."
)


@dataclass(frozen=True)
class Step:
    """One change: the packs that it touched, before and after (None: there was none, or there is none any more).

    `gone`: how many waves had been deleted by then.
    """

    before: Packs
    after: Packs
    gone: int


def names(store: Store) -> list[str]:
    """The names of all packs, the one changed last first."""
    return [one.name for one in packs(store)]


def pack_of_name(store: Store, name: str) -> Pack | None:
    """The pack of that name as it is now."""
    kept = pack_named(store, name)
    return from_json(kept.parts) if kept else None


def changed(store: Store, name: str, change: Callable[[Pack], Pack], *, actor: str) -> Step:
    """The newest state of a pack, changed. Raises Refused("no-pack"), NotAllowed, what `change` raises."""
    return _step(store, [name], lambda found: {name: change(_there(found, name))}, actor)


def begun(store: Store, pack: Pack, *, actor: str) -> Step:
    """A new pack. Raises Refused (no name, one too long, a name that is taken), NotAllowed."""
    name = pack_name(pack.name)

    def change(_: Packs) -> Packs:
        _refuse_taken(store, name)
        return {name: replace(pack, name=name)}

    return _step(store, [name], change, actor)


def renamed(store: Store, name: str, new: str, *, actor: str) -> Step:
    """The pack under another name. Raises Refused (as `begun` and `changed`), NotAllowed."""
    to = pack_name(new)

    def change(found: Packs) -> Packs:
        pack = _there(found, name)
        _refuse_taken(store, to, besides=name)
        return {name: None, to: replace(pack, name=to)}

    return _step(store, [name, to], change, actor)


def thrown_away(store: Store, name: str, *, actor: str) -> Step:
    """The pack is no longer there; its editions stay. Raises Refused("no-pack"), NotAllowed."""

    def change(found: Packs) -> Packs:
        _there(found, name)
        return {name: None}

    return _step(store, [name], change, actor)


def taken_back(store: Store, step: Step, *, actor: str) -> None:
    """The state before a step, which may name a wave that was deleted since, or quote its texts: then it stays gone.

    Raises Refused("changed-since") where somebody went on from it, Refused("deleted-since"), NotAllowed.
    """

    def change(found: Packs) -> Packs:
        if found != step.after:
            raise Refused(
                "changed-since",
                mark(
                    "Somebody has changed this board pack since: taking your change back would take"
                    " theirs along. Change it by hand."
                ),
            )
        if step.gone != len(deletions(store)):
            raise Refused("deleted-since", DELETED_SINCE)
        return step.before

    _step(store, step.after, change, actor)


def free_name(store: Store, wanted: str) -> str:
    """The name, with a number behind it where it is taken: `Board (2)`."""
    taken = {one.casefold() for one in names(store)}
    return numbered_name(wanted, lambda name: name.casefold() in taken)


def numbered_name(wanted: str, taken: Callable[[str], bool]) -> str:
    """The name, with the first number behind it with which it is free.

    >>> numbered_name("Board", ["Board", "Board (2)"].__contains__)
    'Board (3)'
    """
    number, name = 1, wanted
    while taken(name):
        number += 1
        name = f"{wanted[: LONGEST_NAME - 5]} ({number})"
    return name


def pack_name(text: str) -> str:
    """A name as it is kept: one line without signs that nobody sees. Raises Refused (empty, too long).

    >>> pack_name("  Board\\n 2026 ")
    'Board 2026'
    """
    name = " ".join(clean.line(text).split())
    if not name:
        raise Refused("no-name", mark("A board pack needs a name. Call it after its meeting, for example."))
    if len(name) > LONGEST_NAME:
        told = mark("A name has at most {most} characters; this one has {n}. Shorten it.")
        raise Refused("long-name", told, most=LONGEST_NAME, n=len(name))
    return name


def _step(
    store: Store, touched: Mapping[str, object] | list[str], change: Callable[[Packs], Packs], actor: str
) -> Step:
    steps: list[Step] = []

    def on_parts(found: Mapping[str, Mapping[str, object] | None]) -> Mapping[str, Mapping[str, object] | None]:
        before = {name: from_json(parts) if parts else None for name, parts in found.items()}
        after = dict(change(before))
        steps.append(Step(before, after, len(deletions(store))))
        return {name: to_json(pack) if pack else None for name, pack in after.items()}

    change_packs(store, list(touched), on_parts, actor=actor)
    return steps[0]


def _there(found: Packs, name: str) -> Pack:
    pack = found[name]
    if pack is None:
        raise Refused("no-pack", NO_SUCH_PACK, pack=name)
    return pack


def _refuse_taken(store: Store, name: str, besides: str = "") -> None:
    if any(one.casefold() == name.casefold() and one != besides for one in names(store)):
        raise Refused("pack-exists", mark("There is a board pack “{pack}” already. Choose another name."), pack=name)
