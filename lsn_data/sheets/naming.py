"""What do people call a row of a register? By the texts of its key, with a name in the place of a code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lsn_data.sheets.declared import Sheet

NAMED = ("kpi", "figure", "code")


def called(sheet: Sheet, row: Mapping[str, Any]) -> tuple[str, str]:
    """(English, German).

    >>> from lsn_data.sheets.registers import REGISTERS
    >>> row = {"kpi": "reach", "name_en": "Reach", "name_de": "Reichweite", "period": "2025", "vintage": None}
    >>> called(REGISTERS["kpi"], row)
    ('Reach · 2025', 'Reichweite · 2025')
    """
    en, de = (" · ".join(_parts(sheet, row, code)) for code in ("en", "de"))
    return en, de


def name_of(row: Mapping[str, Any], code: str) -> str | None:
    """The row's name in a language, or in the other one; None if it has none."""
    return row.get(f"name_{code}") or row.get("name_en") or row.get("name_de")


def _parts(sheet: Sheet, row: Mapping[str, Any], code: str) -> list[str]:
    told = [name_of(row, code) or row[field] if field in NAMED else row[field] for field in sheet.key]
    return [str(part) for part in told if part not in (None, "")]
