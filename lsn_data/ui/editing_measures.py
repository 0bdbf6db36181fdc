"""How are the measures typed on the page? By their titles; a new one gets its code from its theme."""

from __future__ import annotations

from collections.abc import Mapping

from lsn_data.language import Language
from lsn_data.topics.measures.listing import passes
from lsn_data.topics.strategy.answer import OWN
from lsn_data.ui.editing import section
from lsn_data.ui.editing_start import Row, View


def measures(say: Language, filters: Mapping[str, str], measure: str | None = None) -> None:
    """Our measures that pass the filters of the list, or the one that is chosen; a new one is of the chosen theme."""
    other = "en" if say.code == "de" else "de"
    columns = (
        f"title_{say.code}", "theme", "principles", "status", "owner", "due", "addresses", "parent", f"title_{other}",
    )  # fmt: skip

    def shown(row: Row) -> bool:
        ours = (row["strategy"] or OWN) == OWN
        return ours and (row["measure"] == measure if measure else passes(row, filters))

    given = {name: cell for name, cell in filters.items() if name == "theme"}
    section(View("measures", "measures", say("Edit measures"), columns, shown, given), say)
