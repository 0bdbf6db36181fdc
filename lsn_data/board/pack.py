"""What is in a board pack? Exhibits with their filters, in order, under sections, with words of one's own.

A pack is small and plain: it names what is to be drawn and holds what people wrote, never a figure. Every change
gives a new pack, so the one before can be brought back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lsn_data.board.pick import Pick
from lsn_data.exhibit import clean

# What somebody wrote, by the code of its language: {"de": "Zur Lage"}.
Words = Mapping[str, str]
LONGEST_NAME, LONGEST_SENTENCE, LONGEST_NOTE = 80, 200, 1000


@dataclass(frozen=True)
class Section:
    """A heading: what follows it, up to the next one, stands under it."""

    title: Words

    def said(self, code: str) -> str:
        """The heading in a language; where nobody wrote it in this one, as it was written.

        >>> Section({"de": "Zur Lage"}).said("en")
        'Zur Lage'
        """
        return self.title.get(code) or next(iter(self.title.values()), "")


@dataclass(frozen=True)
class Own:
    """A sentence of one's own, and a print of the computed one that it was written over.

    The computed sentence tells a figure, maybe of a wave that is deleted one day: so the print alone stays.
    """

    sentence: str
    over: str

    @classmethod
    def written(cls, sentence: str, over: str) -> Own:
        """One that is written over a computed sentence."""
        return cls(sentence, _print(over))

    def outdated(self, computed: str) -> bool:
        """Do the data say something else than when it was written?

        >>> Own.written("We grow.", "300 members").outdated("301 members")
        True
        """
        return self.over != _print(computed)


@dataclass(frozen=True)
class Entry:
    """An exhibit of the pack: which one, own sentences by language, notes by language."""

    pick: Pick
    own: Mapping[str, Own] = field(default_factory=dict)
    notes: Words = field(default_factory=dict)


Part = Section | Entry


@dataclass(frozen=True)
class Pack:
    """A board pack under its name."""

    name: str
    parts: tuple[Part, ...] = ()

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The exhibits in their order."""
        return tuple(part.pick for part in self.parts if isinstance(part, Entry))

    def holds(self, pick: Pick) -> bool:
        """Is this exhibit with these filters in it already?"""
        return pick in self.picks

    def added(self, *picks: Pick) -> Pack:
        """With exhibits at the end; what is there already stays where it is.

        >>> Pack("p").added(Pick("a"), Pick("b")).added(Pick("a")).picks
        (Pick(name='a', filters=()), Pick(name='b', filters=()))
        """
        new = dict.fromkeys(pick for pick in picks if not self.holds(pick))
        return replace(self, parts=(*self.parts, *map(Entry, new)))

    def without(self, at: int) -> Pack:
        """Without the part at a position."""
        return replace(self, parts=self.parts[:at] + self.parts[at + 1 :])

    def moved(self, at: int, by: int) -> Pack:
        """With one part moved up (-1) or down (+1); the ends hold.

        >>> [pick.name for pick in Pack("p").added(Pick("a"), Pick("b"), Pick("c")).moved(2, -1).picks]
        ['a', 'c', 'b']
        """
        others = self.without(at).parts
        to = min(max(at + by, 0), len(others))
        return replace(self, parts=(*others[:to], self.parts[at], *others[to:]))

    def with_section(self, title: Words, at: int | None = None) -> Pack:
        """With a heading before the part at a position (without one: at the end)."""
        to = len(self.parts) if at is None else at
        section = Section({code: heading(said) for code, said in title.items()})
        return replace(self, parts=(*self.parts[:to], section, *self.parts[to:]))

    def changed(self, at: int, part: Part) -> Pack:
        """With another part at a position."""
        return replace(self, parts=(*self.parts[:at], part, *self.parts[at + 1 :]))


def heading(title: str) -> str:
    """The name of a section as it is kept: one line without signs that nobody sees.

    >>> heading("  Zur\\n Lage ")
    'Zur Lage'
    """
    return _line(title, LONGEST_NAME)


def renamed(section: Section, code: str, title: str) -> Section:
    """The section with its heading in one language."""
    return Section({**section.title, code: heading(title)})


def worded(entry: Entry, code: str, sentence: str, over: str) -> Entry:
    """The entry with a sentence of one's own in one language; an empty or the computed one takes it away."""
    said = _line(sentence, LONGEST_SENTENCE)
    kept = {one: own for one, own in entry.own.items() if one != code}
    return replace(entry, own=kept if said in ("", over) else {**kept, code: Own.written(said, over)})


def noted(entry: Entry, code: str, note: str) -> Entry:
    """The entry with a note in one language; an empty one takes it away."""
    said = clean.text(note).strip()[:LONGEST_NOTE]
    kept = {one: text for one, text in entry.notes.items() if one != code}
    return replace(entry, notes={**kept, code: said} if said else kept)


def _print(sentence: str) -> str:
    return hashlib.sha256(sentence.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _line(text: str, longest: int) -> str:
    return " ".join(clean.text(text).split())[:longest]


def to_json(pack: Pack) -> dict[str, Any]:
    """The pack as JSON holds it; `from_json` gives an equal one."""
    return {"name": pack.name, "parts": [_part(part) for part in pack.parts]}


def from_json(kept: Mapping[str, Any]) -> Pack:
    """The pack that `to_json` wrote. KeyError, TypeError for anything else."""
    return Pack(kept["name"], tuple(_known(part) for part in kept["parts"]))


def _part(part: Part) -> dict[str, Any]:
    if isinstance(part, Section):
        return {"section": dict(part.title)}
    return {
        "exhibit": part.pick.name,
        "filters": dict(part.pick.filters),
        "own": {code: vars(own) for code, own in part.own.items()},
        "notes": dict(part.notes),
    }


def _known(part: Mapping[str, Any]) -> Part:
    if "section" in part:
        return Section(dict(part["section"]))
    own = {code: Own(**one) for code, one in part["own"].items()}
    return Entry(Pick.of(part["exhibit"], **part["filters"]), own, dict(part["notes"]))
