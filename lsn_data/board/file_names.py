"""What is a file called that a pack or an edition leaves as? Such that every system takes it, Windows too."""

from __future__ import annotations

import re

from lsn_data.exhibit import clean

LONGEST = 80
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
# Names that Windows keeps for devices, with or without an ending.
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³]) *(\..*)?")


def file_stem(name: str) -> str:
    """The name without what a file's name must not hold.

    >>> file_stem("Vorstand 2026/11: Lage?"), file_stem("CON"), file_stem(" .. "), file_stem("Sitzung Nr. 3.")
    ('Vorstand 2026-11- Lage-', 'LSN 2030 CON', 'LSN 2030', 'Sitzung Nr. 3')
    >>> file_stem("nul .x"), file_stem("COM¹"), file_stem("Konrad"), file_stem("Company 1")
    ('LSN 2030 nul .x', 'LSN 2030 COM¹', 'Konrad', 'Company 1')
    """
    stem = " ".join(_FORBIDDEN.sub("-", clean.line(name)).split())[:LONGEST].strip(". ")
    if not stem:
        return "LSN 2030"
    return f"LSN 2030 {stem}" if _DEVICE.fullmatch(stem) else stem
