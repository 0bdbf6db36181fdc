"""Which projects do the tests of the portfolio look at? Rows as the register gives them, made by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

TODAY = dt.date(2026, 11, 22)


def project(code: str, start: str | None = None, end: str | None = None, **more: Any) -> dict[str, Any]:
    """A row of the register of projects; what is not given is not known."""
    blank = dict.fromkeys(("title_en", "title_de", "role", "part_of", "follows", "status", "source", "note"))
    lists = {name: [] for name in ("partners", "countries", "regions", "themes")}
    return {
        "project": code,
        "start": start,
        "end": end,
        **blank,
        **lists,
        "origin": "uploaded",
        "import": "i-1",
        **more,
    }


def paid(code: str, amount: float | None, **more: Any) -> dict[str, Any]:
    """A row of the register of funding, in EUR unless another currency is given."""
    blank = {"programme": None, "funder": None, "currency": "EUR", "institutional": False, "doubtful": False}
    return {"project": code, "amount": amount, **blank, "note": None, "origin": "uploaded", "import": "i-2", **more}
