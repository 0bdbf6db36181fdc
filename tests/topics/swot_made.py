"""Small SWOTs and measures, written by hand, for the tests of the SWOT."""

from __future__ import annotations

from typing import Any

from lsn_data.intake import read_register
from lsn_data.store import Import, Store, save
from tests.intake.made import as_csv

Row = dict[str, Any]
QUADRANT = {"S": "strength", "W": "weakness", "O": "opportunity", "T": "threat"}


def factor(name: str, votes: float | None = None, voters: float | None = None, *themes: str, **more: Any) -> Row:
    """A factor whose quadrant its first letter tells."""
    return {
        "id": name, "quadrant": QUADRANT[name[0]], "votes": votes, "voters": voters, "themes": list(themes),
        "text_en": f"Text of {name}", "text_de": f"Text zu {name}", "evidence": None, "source": None,
        "origin": "uploaded", "import": "x", **more,
    }  # fmt: skip


def measure(name: str, *addresses: str, theme: str = "region", status: str | None = "running", **more: Any) -> Row:
    """A measure that names some factors."""
    return {
        "measure": name, "theme": theme, "status": status, "addresses": list(addresses), "parent": None,
        "title_en": f"Title of {name}", "title_de": f"Titel von {name}", "principles": ["networking"],
        "strategy": "lsn-2030", "origin": "uploaded", "import": "y", **more,
    }  # fmt: skip


def bring(store: Store, kind: str, *rows: list[object]) -> Import:
    """A register as the office uploads it: a heading row, then the rows."""
    reading = read_register(as_csv(list(rows)), f"{kind}.csv", kind)
    assert reading.status == "ready", reading.problems
    return save(store, reading, actor="test")[0]
