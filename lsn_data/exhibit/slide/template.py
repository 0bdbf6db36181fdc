"""May this file be the office's slide template? The one door for it: what comes out draws, and does nothing else."""

from __future__ import annotations

from io import BytesIO
from pathlib import PureWindowsPath

from pptx import Presentation
from pptx.util import Cm

from lsn_data import zip_look
from lsn_data.errors import Refused
from lsn_data.exhibit.slide import deck as slide_deck
from lsn_data.exhibit.slide.office import Office
from lsn_data.exhibit.slide.template_parts import only_what_draws
from lsn_data.language import mark
from lsn_data.stop import MEBIBYTE, Stop

MOST_BYTES, MOST_UNPACKED, MOST_XML = 20 * MEBIBYTE, 100 * MEBIBYTE, 30 * MEBIBYTE
NARROWEST, WIDEST = Cm(18), Cm(143)
FLATTEST, STEEPEST = 2.5, 1.2
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_SLIDES = "PowerPoint Document".encode("utf-16-le")
CAUSES: dict[str, str] = {
    "empty": mark("The file is empty (0 bytes). Choose the template again."),
    "too-large": mark(
        "The template is too large to be taken safely (20 megabytes at most). Make its pictures smaller "
        "(Picture Format, Compress Pictures) and save it again."
    ),
    "not-powerpoint": mark("This is not a PowerPoint file. Choose a presentation (.pptx) or a template (.potx)."),
    "old-format": mark(
        "This file is from an old PowerPoint (.ppt). Open it in PowerPoint and save it as a template (.potx)."
    ),
    "other-format": mark(
        "The file is saved as Strict Open XML. Open it in PowerPoint and save it as a template (.potx)."
    ),
    "encrypted": mark(
        "The template is protected with a password. Open it in PowerPoint, remove the password "
        "(File, Info, Protect Presentation) and save it again."
    ),
    "macros": mark(
        "The template holds macros, that is programs. Open it in PowerPoint and save it as a template without macros "
        "(.potx)."
    ),
    "damaged": mark(
        "The template is damaged or incomplete. Open it in PowerPoint, let it be repaired and save it as a template "
        "(.potx)."
    ),
    "too-much": mark(
        "Reading the template takes too much time or memory, so it was stopped. Open it in PowerPoint and save it as a "
        "template (.potx)."
    ),
    "zip-bomb": mark(
        "The template unpacks to far more than its size allows, so it was not opened. Open it in PowerPoint and save "
        "it as a template (.potx)."
    ),
    "too-many-parts": mark(
        "The template consists of {parts} parts; {most} are taken at most. Delete the layouts and slides that nobody "
        "needs and save it again."
    ),
    "duplicate-parts": mark(
        "The template holds the part \"{part}\" twice with different content. Open it in PowerPoint and save it again."
    ),
    "entities": mark(
        "The template declares entities, which no office program does, so it was not opened. Open it in PowerPoint "
        "and save it again."
    ),
    "no-layouts": mark(
        "The template has no slide layouts. Choose the office's own template, or save a presentation that was made "
        "with it."
    ),
    "no-title": mark(
        "None of the template's layouts has a place for a title. Add a layout with a title in PowerPoint's slide "
        "master and save it again."
    ),
    "slide-size": mark(
        "The template's slides have a size that board slides do not fit. Landscape slides from 16:9 to 4:3 are taken."
    ),
    "no-room": mark(
        "The template leaves too little room for a chart below its title. Make a layout with a title alone, and leave "
        "at least half of the slide free."
    ),
}  # fmt: skip


def checked(data: bytes, file_name: str) -> bytes:
    """The template as it may be used: its masters, layouts, themes and their pictures, packed anew; nothing else.

    Raises Refused with the cause (a key of `CAUSES`) and words for a person.
    """
    try:
        return made_of(data, file_name)
    except Stop as stop:
        raise refusal(stop) from stop


def made_of(data: bytes, file_name: str) -> bytes:
    """The same. Raises Stop with the cause."""
    _refuse_foreign(data, file_name)
    parts = zip_look.parts_of(data, _is_xml, MOST_UNPACKED)
    _refuse_macros(parts)
    if sum(len(part) for name, part in parts.items() if _is_xml(name)) > MOST_XML:
        raise Stop("too-large")
    made = zip_look.packed_again(only_what_draws(parts)).getvalue()
    _tried(made)
    return made


def _refuse_foreign(data: bytes, file_name: str) -> None:
    """What is no package of today's PowerPoint, told by content; a name that says macros is believed."""
    if not data:
        raise Stop("empty")
    if len(data) > MOST_BYTES:
        raise Stop("too-large")
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED in data:
            raise Stop("encrypted")
        raise Stop("old-format" if _OLD_SLIDES in data else "not-powerpoint")
    if not data.startswith(b"PK"):
        raise Stop("not-powerpoint")
    if PureWindowsPath(file_name).suffix.lower() in (".pptm", ".potm", ".ppsm", ".ppam"):
        raise Stop("macros")


def _is_xml(name: str) -> bool:
    """Damage in these costs the whole file; in a picture only the picture."""
    return name.lower().endswith((".xml", ".rels"))


def _refuse_macros(parts: dict[str, bytes]) -> None:
    types = next((part for name, part in parts.items() if name.lower() == "[content_types].xml"), b"")
    names = [name.lower().rpartition("/")[2] for name in parts]
    if any(name.startswith("vbaproject") for name in names) or b"macroenabled" in types.lower():
        raise Stop("macros")


def _tried(made: bytes) -> None:
    """Open the cleaned template and draw a slide into it. Raises Stop: damaged, slide-size, no-title, no-room."""
    try:
        deck = Presentation(BytesIO(made))
        wide, high = deck.slide_width, deck.slide_height
        if not (NARROWEST <= wide <= WIDEST and high and STEEPEST <= wide / high <= FLATTEST):
            raise Stop("slide-size")
        office = Office(made)
        if not office.has_title:
            raise Stop("no-title")
        if not office.has_room:
            raise Stop("no-room")
        slide = office.add()
        slide.shapes.title.text_frame.text = "x"
        office.put_on(slide)
        slide_deck.saved(office.deck)
    except Stop:
        raise
    except Exception as trouble:  # python-pptx and odd figures raise many kinds
        raise Stop("damaged") from trouble


def refusal(stop: Stop) -> Refused:
    """The refusal with its words; a cause that has none counts as damage."""
    cause = stop.cause if stop.cause in CAUSES else "damaged"
    return Refused(cause, CAUSES[cause], **(stop.facts if cause == stop.cause else {}))
