"""How is a register written as plain CSV, so that it reads back as it is?"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from lsn_data.sheets.declared import Sheet

# 1.234 may be read as a thousand, in German; 1.2340 may not.
_LIKE_A_THOUSAND = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


def as_csv(sheet: Sheet, rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The rows under the register's own field names, one line each (a text may hold line breaks); UTF-8.

    Half a character, as only a program can type it, becomes a question mark.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in sheet.fields)
    writer.writerows([written(row.get(field.name)) for field in sheet.fields] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def written(value: object) -> str:
    """One cell as text: numbers with a point, several values with `;`, yes or no.

    >>> written(1.234), written(300.0), written(True), written(["networking", "informing"]), written(None)
    ('1.2340', '300', 'yes', 'networking; informing', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, (list, tuple)):
        return "; ".join(str(one) for one in value)
    return str(value).strip()


def _number(value: float) -> str:
    """All its digits, without an exponent; a whole number without a point."""
    text = format(Decimal(repr(value)), "f").removesuffix(".0")
    return f"{text}0" if _LIKE_A_THOUSAND.fullmatch(text) else text
