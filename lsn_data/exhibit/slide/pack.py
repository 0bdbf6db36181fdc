"""How does a whole pack become one deck? Title slide, agenda, exhibits in native sections, counted through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from lsn_data.exhibit import clean
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.slide import agenda as slide_agenda
from lsn_data.exhibit.slide import cover as slide_cover
from lsn_data.exhibit.slide import deck as slide_deck
from lsn_data.exhibit.slide.deck import Own
from lsn_data.exhibit.slide.frame import Place
from lsn_data.exhibit.slide.office import Office

_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


@dataclass(frozen=True)
class Sheet:
    """One slide of an exhibit: the position of its leaf in the pack, and what draws it."""

    leaf: int
    draw: Callable[[Any, Place], None]


def bind(bound: Bound, sheets: Sequence[Sheet], canvas: Own | Office) -> bytes:
    """The deck of a pack: title slide, agenda, then the sheets; a pack without any is one slide that says so."""
    named = " · ".join(filter(None, (bound.name, bound.edition)))
    slide_deck.described(canvas.deck, named, bound.edition, bound.say)
    if sheets:
        drawn = _drawn(bound, sheets, canvas)
    else:
        drawn = [canvas.add()]
        slide_agenda.nothing(drawn[0], bound.say, Place(1, 1, bound.edition), bound.missing)
    for slide in drawn:
        canvas.put_on(slide)
    return slide_deck.saved(canvas.deck)


def _drawn(bound: Bound, sheets: Sequence[Sheet], canvas: Own | Office) -> list[Any]:
    """Draw the pack; returns the slides that are to be dressed: all but a title slide in the office's own layout."""
    agenda, cover = slide_agenda.sheets(bound), slide_cover.cover_of(bound)
    first = canvas.cover(cover)
    slides = [first or canvas.add(), *(canvas.add() for _ in range(len(agenda) + len(sheets)))]
    if first is None:
        slide_cover.draw(slides[0], cover, _place(bound, 1, len(slides)))
    before = 1 + len(agenda)
    targets = _targets(sheets, slides, before)
    for at, sheet in enumerate(agenda):
        part = f" ({at + 1}/{len(agenda)})" if len(agenda) > 1 else ""
        slide_agenda.draw(slides[1 + at], bound, sheet, part, targets, _place(bound, 2 + at, len(slides)))
    for at, one in enumerate(sheets, start=before):
        one.draw(slides[at], _place(bound, at + 1, len(slides), one.leaf))
    _sectioned(canvas.deck, bound, sheets, before)
    return slides if first is None else slides[1:]


def _place(bound: Bound, page: int, pages: int, leaf: int | None = None) -> Place:
    frozen = bound.day if bound.edition else None
    if leaf is None:
        return Place(page, pages, bound.edition, frozen, bound.by)
    one = bound.leaves[leaf]
    return Place(page, pages, bound.edition, frozen, bound.by, one.section, one.note)


def _targets(sheets: Sequence[Sheet], slides: Sequence[Any], before: int) -> dict[int, tuple[int, Any]]:
    """Page number and slide on which each leaf begins."""
    found: dict[int, tuple[int, Any]] = {}
    for at, sheet in enumerate(sheets, start=before):
        found.setdefault(sheet.leaf, (at + 1, slides[at]))
    return found


def _sectioned(deck: Any, bound: Bound, sheets: Sequence[Sheet], before: int) -> None:
    """PowerPoint's own sections: one for the opening, then the pack's; those without a name go on with the one before.

    Structure of `p14:sectionLst`: MS-PPTX 2.7.7, kept in the presentation's list of extensions.
    """
    ids = [int(one.get("id")) for one in deck.slides._sldIdLst]
    sections = [(clean.line(bound.name) or bound.say("Agenda"), ids[:before])]
    at = 0
    for name, leaves in bound.sections:
        here = range(at, at + len(leaves))
        at += len(leaves)
        members = [ids[before + position] for position, one in enumerate(sheets) if one.leaf in here]
        if clean.line(name):
            sections.append((clean.line(name), members))
        else:
            sections[-1][1].extend(members)
    _write_sections(deck, sections)


def _write_sections(deck: Any, sections: Sequence[tuple[str, Sequence[int]]]) -> None:
    root = deck.part._element
    listed = root.find(qn("p:extLst"))
    if listed is None:
        listed = parse_xml(f"<p:extLst {nsdecls('p')}/>")
        root.append(listed)
    extension = parse_xml(f'<p:ext {nsdecls("p")} uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{_P14}"/></p:ext>')
    for at, (name, members) in enumerate(sections):
        guid = str(uuid5(NAMESPACE_OID, f"{at} {name}")).upper()
        section = parse_xml(f'<p14:section xmlns:p14="{_P14}" id="{{{guid}}}"><p14:sldIdLst/></p14:section>')
        section.set("name", clean.shortened(name, 120))
        for one in members:
            section[0].append(parse_xml(f'<p14:sldId xmlns:p14="{_P14}" id="{one}"/>'))
        extension[0].append(section)
    listed.append(extension)
