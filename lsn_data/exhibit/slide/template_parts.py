"""Which parts make a template? Masters, layouts, themes and their pictures, packed anew under their usual names.

What the presentation does not need for drawing new slides is not looked for, so it cannot come along: slides, notes,
comments, names of people, tags, objects, sounds, fonts, links to elsewhere.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from lsn_data.exhibit.slide.template_xml import A, P, R, cleaned, parsed, text_of
from lsn_data.stop import MEBIBYTE, Stop

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "application/vnd.openxmlformats-officedocument"
_FIRST_ID = 2**31
MOST_LAYOUTS, MOST_TAKEN = 250, 8 * MEBIBYTE
# Pictures by their first bytes, and the type that a program is told.
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"), (b"\xff\xd8\xff", "jpeg", "image/jpeg"), (b"GIF8", "gif", "image/gif"),
    (b"BM", "bmp", "image/bmp"), (b"II*\x00", "tiff", "image/tiff"), (b"MM\x00*", "tiff", "image/tiff"),
    (b"\x01\x00\x00\x00", "emf", "image/x-emf"), (b"\xd7\xcd\xc6\x9a", "wmf", "image/x-wmf"),
)  # fmt: skip
_SIZES = (f"{{{P}}}sldSz", f"{{{P}}}defaultTextStyle")


@dataclass
class _Package:
    """The parts that came (names in lower case), and those that leave."""

    came: dict[str, bytes]
    leave: dict[str, bytes] = field(default_factory=dict)
    types: list[tuple[str, str]] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def take(self, part: str) -> bool:
        """Is it the first time that this part is listed? A list that names it again and again adds only work."""
        first = part not in self.taken
        self.taken.add(part)
        return first

    def add(self, name: str, kind: str, content: bytes, links: list[tuple[str, str, str]]) -> None:
        """One part with its relationships (id, type, target)."""
        folder, file = posixpath.split(name)
        self.leave[name] = content
        self.leave[f"{folder}/_rels/{file}.rels"] = _links(links, folder)
        self.types.append((name, f"{_KIND}.{kind}+xml"))


def only_what_draws(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The template's parts, cleaned and under their usual names. Raises Stop."""
    package = _Package({name.lower(): part for name, part in parts.items()})
    main = main_part(package.came)
    root = parsed(package.came[main])
    if root.tag != f"{{{P}}}presentation":
        raise Stop("not-powerpoint")
    links, masters, number = _links_of(package, main), [], _FIRST_ID
    for at, listed in enumerate(root.findall(f"{{{P}}}sldMasterIdLst/{{{P}}}sldMasterId"), start=1):
        part = links.get(listed.get(f"{{{R}}}id", ""), ("", ""))[1]
        if part and package.take(part):
            masters.append((f"ppt/slideMasters/slideMaster{at}.xml", number))
            number = _master(package, part, masters[-1][0], at, number + 1)
    if not any("/slideLayouts/" in name for name in package.leave):
        raise Stop("no-layouts")
    if sum(len(part) for name, part in package.leave.items() if name.endswith(".xml")) > MOST_TAKEN:
        raise Stop("too-large")
    _presentation(package, root, masters)
    package.leave["_rels/.rels"] = _links([("rId1", f"{R}/officeDocument", "ppt/presentation.xml")], "")
    return {"[Content_Types].xml": _content_types(package), **package.leave}


def main_part(came: dict[str, bytes]) -> str:
    """The part that the package opens with. Raises Stop("not-powerpoint")."""
    for _, (kind, target) in _links_of(_Package(came), "").items():
        if kind == "officeDocument" and target:
            return target
    raise Stop("not-powerpoint")


def _links_of(package: _Package, part: str) -> dict[str, tuple[str, str]]:
    """By its id the kind of each relationship and the part it leads to; links to elsewhere are left out."""
    folder, file = posixpath.split(part)
    listed = package.came.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    found: dict[str, tuple[str, str]] = {}
    for link in parsed(listed).iter(f"{{{_RELS}}}Relationship") if listed else ():
        target = unquote(link.get("Target", "")).replace("\\", "/")
        inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").lower()
        if link.get("TargetMode", "").lower() == "external" or inside not in package.came:
            continue
        found.setdefault(link.get("Id", ""), (link.get("Type", "").rpartition("/")[2], inside))
    return found


def _master(package: _Package, part: str, name: str, at: int, number: int) -> int:
    """One master with its theme and layouts; returns the next free number for layouts and masters."""
    links = _links_of(package, part)
    root = _read(package, part, links, f"{{{P}}}sldMaster")
    kept = _shown(package, root, links)
    theme = next((target for kind, target in links.values() if kind == "theme"), "")
    if not theme:
        raise Stop("damaged")
    kept.append(("rIdTheme", f"{R}/theme", _theme(package, theme, at)))
    layouts = root.find(f"{{{P}}}sldLayoutIdLst")
    for listed in list(layouts) if layouts is not None else ():
        kind, target = links.get(listed.get(f"{{{R}}}id", ""), ("", ""))
        if kind != "slideLayout" or not package.take(target):
            layouts.remove(listed)
            continue
        layout = _layout(package, target, name)
        listed.set("id", str(number))
        number += 1
        listed.set(f"{{{R}}}id", f"rIdLayout{number}")
        kept.append((f"rIdLayout{number}", f"{R}/slideLayout", layout))
    package.add(name, "presentationml.slideMaster", text_of(root), kept)
    return number


def _layout(package: _Package, part: str, master: str) -> str:
    """One layout; returns its new name."""
    at = 1 + sum(1 for name in package.leave if name.startswith("ppt/slideLayouts/slideLayout"))
    if at > MOST_LAYOUTS:
        raise Stop("too-many-parts", parts=at, most=MOST_LAYOUTS)
    name, links = f"ppt/slideLayouts/slideLayout{at}.xml", _links_of(package, part)
    root = _read(package, part, links, f"{{{P}}}sldLayout")
    kept = [*_shown(package, root, links), ("rIdMaster", f"{R}/slideMaster", master)]
    package.add(name, "presentationml.slideLayout", text_of(root), kept)
    return name


def _theme(package: _Package, part: str, at: int) -> str:
    name, links = f"ppt/theme/theme{at}.xml", _links_of(package, part)
    root = _read(package, part, links, f"{{{A}}}theme")
    package.add(name, "theme", text_of(root), _shown(package, root, links))
    return name


def _read(package: _Package, part: str, links: dict[str, tuple[str, str]], tag: str) -> Any:
    """A part's cleaned root, which must be of that kind."""
    root = parsed(package.came[part])
    if root.tag != tag:
        raise Stop("damaged")
    return cleaned(root, _pictures(package, links))


def _pictures(package: _Package, links: dict[str, tuple[str, str]]) -> set[str]:
    """The ids of relationships that lead to a picture whose bytes are one."""
    return {one for one, (kind, target) in links.items() if kind == "image" and _picture_kind(package.came[target])[0]}


def _picture_kind(content: bytes) -> tuple[str, str]:
    return next(((ending, kind) for start, ending, kind in _PICTURES if content.startswith(start)), ("", ""))


def _shown(package: _Package, root: Any, links: dict[str, tuple[str, str]]) -> list[tuple[str, str, str]]:
    """The relationships of the pictures that a part still shows; their bytes come along."""
    used = dict.fromkeys(blip.get(f"{{{R}}}embed", "") for blip in root.iter(f"{{{A}}}blip"))
    return [(one, f"{R}/image", _picture(package, links[one][1])) for one in used if one in links]


def _picture(package: _Package, part: str) -> str:
    if part not in package.pictures:
        content = package.came[part]
        name = f"ppt/media/image{len(package.pictures) + 1}.{_picture_kind(content)[0]}"
        package.pictures[part], package.leave[name] = name, content
    return package.pictures[part]


def _presentation(package: _Package, came: Any, masters: list[tuple[str, int]]) -> None:
    """A new presentation part without slides: masters, size, and how plain text is set."""
    listed = "".join(f'<p:sldMasterId id="{number}" r:id="rId{at}"/>' for at, (_, number) in enumerate(masters, 1))
    start = f'<p:presentation xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}" saveSubsetFonts="1">'
    sizes = '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
    root = parsed(f"{start}<p:sldMasterIdLst>{listed}</p:sldMasterIdLst>{sizes}</p:presentation>".encode())
    size, style = (came.find(tag) for tag in _SIZES)
    if size is not None:
        for side in ("cx", "cy"):
            root.find(_SIZES[0]).set(side, str(_whole(size.get(side))))
    if style is not None:
        root.append(cleaned(style, ()))
    links = [(f"rId{at}", f"{R}/slideMaster", name) for at, (name, _) in enumerate(masters, 1)]
    package.add("ppt/presentation.xml", "presentationml.presentation.main", text_of(root), links)


def _whole(said: str | None) -> int:
    if not said or not said.isascii() or not said.isdigit() or len(said) > 10:
        raise Stop("slide-size")
    return int(said)


def _links(links: list[tuple[str, str, str]], folder: str) -> bytes:
    each = "".join(
        f'<Relationship Id="{one}" Type="{kind}" Target="{posixpath.relpath(target, folder or ".")}"/>'
        for one, kind, target in links
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_RELS}">{each}</Relationships>'.encode()


def _content_types(package: _Package) -> bytes:
    endings = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    endings |= {ending: kind for _, ending, kind in _PICTURES}
    defaults = "".join(f'<Default Extension="{one}" ContentType="{kind}"/>' for one, kind in endings.items())
    each = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in package.types)
    return f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{_TYPES}">{defaults}{each}</Types>'.encode()
