"""Which rows of a register speak of the same thing, however it is written?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lsn_data.sheets.declared import Sheet, plain

# Long forms wherever they stand; short ones, which are words too ("AS Pharma"), at the end alone.
LEGAL_FORM = re.compile(
    r"\bg?gmbh(?: co kg(?:aa)?)?\b|\b(?:mbh|kgaa|haftungsbeschränkt)\b"
    r"|(?:\s+(?:ag|se|kg|ug|e v|ev|ohg|gbr|co|ltd|limited|inc|llc|plc|bv|b v|aps|ab|as|a s|oy))+\s*$"
)


def identity(sheet: Sheet, row: Mapping[str, Any]) -> tuple[Any, ...]:
    """What identifies a row: its key, texts without case, and a member's name without its legal form.

    >>> from lsn_data.sheets.registers import REGISTERS
    >>> rows = {"member": "Nordlicht GmbH"}, {"member": "NORDLICHT gGmbH & Co. KG"}, {"member": "Nordlicht e. V."}
    >>> {identity(REGISTERS["members"], row) for row in rows}
    {('nordlicht',)}
    """
    return tuple(_same(sheet, name, row[name]) for name in sheet.key)


def _same(sheet: Sheet, name: str, value: Any) -> Any:
    if not isinstance(value, str) or sheet.field(name).holds == "when":
        return value
    said = plain(value) or value
    return " ".join(LEGAL_FORM.sub(" ", said).split()) or said if name == "member" else said
