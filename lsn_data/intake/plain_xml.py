"""How would a worksheet's XML look without what the standard allows and the reader of cells stumbles over?

A comment between cells, a number inside CDATA, `t = 'e'` with blanks, an extension inside a cell: all of them are
rare, so each is looked for with a quick search and only then taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsn_data.intake.stop import Stop

LOOK_AT = 256 * 1024  # how a program writes its tags shows in the first of them
TAGS_WITH_LOOSE_EQUALS = re.compile(rb"<(?:c|row)\s(?:[^<>]*?[^<>\s])?(?:\s+=|=\s)[^<>]*>")
LOOSE_EQUALS = re.compile(rb"""(?<!\s)\s*=\s*(?=["'])""")
EMPTY_TYPE = re.compile(rb"""(<c\s(?:[^<>]*?\s)?)t=(?:""|'')""")
MOMENT_IN_UTC = re.compile(rb"""(<c\s(?:[^<>]*?\s)?t=["']d["'][^<>]*>\s*<v>[^<>]{1,40}?)Z</v>""")
TEXT_BEFORE_THE_FIRST = re.compile(rb"""\st=["']s["'][^<>]*>\s*<v>\s*-""")


def plain(part: bytes) -> bytes:
    """The same cells, plainly written; raises Stop("damaged") where nobody can say what they are."""
    start, end = part.find(b"<sheetData"), part.rfind(b"</sheetData")
    if part.find(b"<!", max(start, 0)) >= 0:
        part = b"".join(_without_comments(part))
        end = part.rfind(b"</sheetData")
    if 0 <= part.find(b"<extLst", max(start, 0)) < end:
        part = b"".join(_without_extensions(part, end))
    habit = part[max(start, 0) : max(start, 0) + LOOK_AT]
    if TAGS_WITH_LOOSE_EQUALS.search(habit):
        part = TAGS_WITH_LOOSE_EQUALS.sub(lambda tag: LOOSE_EQUALS.sub(b"=", tag[0]), part)
    if EMPTY_TYPE.search(habit):
        part = EMPTY_TYPE.sub(rb"\1", part)
    if b"Z</v>" in part:
        part = MOMENT_IN_UTC.sub(rb"\1</v>", part)
    if b"<v>-" in part and TEXT_BEFORE_THE_FIRST.search(part):
        raise Stop("damaged")
    return part


def _without_comments(part: bytes) -> Iterator[bytes]:
    """The pieces between comments; CDATA as ordinary text. Goes through the part once, whatever stands in it.

    >>> b"".join(_without_comments(b"<v><![CDATA[a<5]]></v><!-- <v>6</v> -->"))
    b'<v>a&lt;5</v>'
    """
    done = 0
    while (start := part.find(b"<!", done)) >= 0:
        yield part[done:start]
        if part.startswith(b"<![CDATA[", start):
            end = _end(part, b"]]>", start)
            yield part[start + 9 : end - 3].replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
        else:
            end = _end(part, b"-->" if part.startswith(b"<!--", start) else b">", start)
        done = end
    yield part[done:]


def _without_extensions(part: bytes, last: int) -> Iterator[bytes]:
    """The part without what later programs hang into a cell; extensions of the sheet as a whole do no harm."""
    done = 0
    while 0 <= (start := part.find(b"<extLst", done)) < last:
        yield part[done:start]
        closed = part.find(b">", start)
        done = closed + 1 if part[closed - 1 : closed] == b"/" else _end(part, b"</extLst>", start)
    yield part[done:]


def _end(part: bytes, mark: bytes, start: int) -> int:
    end = part.find(mark, start)
    if end < 0:
        raise Stop("damaged")
    return end + len(mark)
