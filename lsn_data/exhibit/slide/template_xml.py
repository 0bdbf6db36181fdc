"""What of a template's XML is taken over? Only what draws: no links, no objects, no media, no foreign inventions."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from lsn_data.stop import MEBIBYTE, Stop

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_STRICT = b"http://purl.oclc.org/ooxml/"
MOST_XML, MOST_ELEMENTS = 6 * MEBIBYTE, 40_000
_KNOWN = (P, A, R)
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']""")
_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii")
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
# Links, sounds, films, tags, controls, animations and extensions: nothing of them is drawn on a new slide.
_DROPPED = {
    *(f"{{{A}}}{name}" for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver", "extLst", "audioCd", "audioFile",
                                    "videoFile", "wavAudioFile", "quickTimeFile")),
    *(f"{{{P}}}{name}" for name in ("extLst", "custDataLst", "timing", "transition", "controls", "contentPart", "hf",
                                    "sndAc")),
}  # fmt: skip
_SHAPES = {f"{{{P}}}{name}" for name in ("pic", "sp", "graphicFrame", "cxnSp", "grpSp")}
_FILL_LISTS = {f"{{{A}}}{name}" for name in ("fillStyleLst", "bgFillStyleLst")}


def parsed(part: bytes) -> Any:
    """The part's root. Raises Stop: damaged, entities, other-format (Strict Open XML), too-large.

    Nothing is fetched and nothing expanded: a part that declares anything is refused before it is parsed.
    """
    if len(part) > MOST_XML:
        raise Stop("too-large")
    start = part[:1000].removeprefix(b"\xef\xbb\xbf")
    declared = _ENCODING.match(start)
    if not start.lstrip().startswith(b"<") or (declared and declared[1].lower() not in _ENCODINGS):
        raise Stop("damaged")
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise Stop("entities")
    if _STRICT in start:
        raise Stop("other-format")
    if part.count(b"<") > 2 * MOST_ELEMENTS:
        raise Stop("too-large")
    try:
        return etree.fromstring(part, _parser())
    except (etree.XMLSyntaxError, ValueError) as trouble:
        raise Stop("damaged") from trouble


def _parser() -> Any:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def cleaned(root: Any, pictures: Collection[str]) -> Any:
    """The same element with nothing but what draws; `pictures` are the ids of relationships that lead to a picture."""
    _choose_fallbacks(root)
    for element in list(root.iter()):
        if element is not root and (element.tag in _DROPPED or etree.QName(element).namespace not in _KNOWN):
            _remove(element)
    for frame in list(root.iter(f"{{{P}}}graphicFrame")):
        data = frame.find(f".//{{{A}}}graphicData")
        if data is None or data.get("uri") != _TABLE:
            _remove(frame)
    for element in root.iter():
        for name in [one for one in element.attrib if _namespace(one) not in ("", R)]:
            del element.attrib[name]
    _without_lost_pictures(root, pictures)
    etree.cleanup_namespaces(root)
    return root


def text_of(root: Any) -> bytes:
    """The element as a part of a package."""
    return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))


def _namespace(name: str) -> str:
    return str(etree.QName(name).namespace or "")


def _choose_fallbacks(root: Any) -> None:
    """Of alternatives the one that every program draws."""
    for found in list(root.iterfind(f".//{{{MC}}}AlternateContent")):
        fallback = found.find(f"{{{MC}}}Fallback")
        for child in list(fallback) if fallback is not None else ():
            found.addprevious(child)
        _remove(found)


def _remove(element: Any) -> None:
    """Take an element out; the text behind it goes too, since these parts have none between elements."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _without_lost_pictures(root: Any, pictures: Collection[str]) -> None:
    """Pictures that are linked instead of held, and those whose bytes are none, leave with what shows them."""
    for blip in list(root.iter(f"{{{A}}}blip")):
        blip.attrib.pop(f"{{{R}}}link", None)
        if blip.get(f"{{{R}}}embed") not in pictures:
            _without_picture(blip)
    for element in root.iter():
        for name in [one for one in element.attrib if _namespace(one) == R]:
            in_use = element.tag == f"{{{A}}}blip" or element.tag in (f"{{{P}}}sldLayoutId", f"{{{P}}}sldMasterId")
            if not in_use:
                del element.attrib[name]


def _without_picture(blip: Any) -> None:
    fill = blip.getparent()
    holder = fill.getparent() if fill is not None else None
    if holder is None:
        return
    if holder.tag in _SHAPES:
        _remove(holder)
    elif fill.tag == f"{{{A}}}blipFill":
        plain = etree.SubElement(holder, f"{{{A}}}solidFill" if holder.tag in _FILL_LISTS else f"{{{A}}}noFill")
        if holder.tag in _FILL_LISTS:
            etree.SubElement(plain, f"{{{A}}}schemeClr", val="phClr")
        holder.replace(fill, plain)
    else:
        _remove(fill)
