"""How are the measures typed on the page? By their titles; a new one gets its code from its theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lsn_data.language import Language
from lsn_data.ui.editing import section
from lsn_data.ui.editing_start import Row, View


def measures(
    say: Language, rows: Callable[[Row], bool] = lambda _: True, given: Mapping[str, Any] | None = None
) -> None:
    """The measures that `rows` takes; `given` is what a new one holds without being asked (its theme, its parent)."""
    other = "en" if say.code == "de" else "de"
    columns = (
        f"title_{say.code}", "theme", "principles", "status", "owner", "due", "addresses", f"title_{other}",
    )  # fmt: skip
    section(View("measures", "measures", say("Edit measures"), columns, rows, given or {}), say)
