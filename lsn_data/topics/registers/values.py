"""How is the newest value of a KPI or a context figure said, with its unit and its period?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lsn_data.language import Language

Row = dict[str, Any]


def newest(rows: Sequence[Row], say: Language) -> str | None:
    """The value of the newest period (of its newest vintage) with its period; None where none is known.

    >>> row = {"unit": "number", "period": "2025", "vintage": None, "value": 300}
    >>> newest([row, {**row, "period": "2021", "value": 260}], Language("en"))
    '300 (2025)'
    """
    last = newest_row(rows)
    if last is None:
        return None
    said = with_unit(last["value"], last["unit"], say)
    return f"{said} ({last['period']})" if last["period"] else said


def newest_row(rows: Sequence[Row]) -> Row | None:
    """The row that holds the newest value; None where there is no value."""
    valued = [row for row in rows if row["value"] is not None]
    return max(valued, key=lambda row: (str(row["period"] or ""), str(row["vintage"] or "")), default=None)


def with_unit(value: float, unit: str | None, say: Language) -> str:
    """A value as people read it.

    >>> with_unit(59, "%", Language("en")), with_unit(4.3, "EUR bn", Language("de"))
    ('59%', '4,3 Mrd. EUR')
    """
    if unit == "year":
        return f"{value:.0f}"
    digits = 0 if float(value).is_integer() else 1
    if unit == "%":
        return say.percent(value / 100, digits)
    names = {
        "number": "", "place": "", None: "",
        "EUR bn": say("EUR bn"), "DKK bn": say("DKK bn"), "per year": say("a year"), "years": say("years"),
        "persons": say("persons"), "points of 5": say("points of 5"), "active partners": say("active partners"),
    }  # fmt: skip
    digits = 1 if unit in ("EUR bn", "DKK bn") and value < 10 else digits
    return f"{say.number(value, digits)} {names.get(unit, unit)}".strip()
