"""Where do the demo registers come from? From these scripts: one CSV file a register, the same with every run.

    python -m datasets.demo.registers

writes them beside it, with the English names of the fields. Nothing in them is true: organisations, projects, amounts
and values are invented. What belongs to the strategy (themes, measures above, SWOT factors, names of KPIs) is as it is
published, so that the demo hangs together with it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence

from datasets.demo import factors, figures, members, plans, proposals, work
from datasets.demo.generate import FOLDER
from lsn_data.sheets.registers import REGISTERS

ROWS: Mapping[str, Callable[[], Sequence[Mapping[str, str]]]] = {
    "members": members.rows,
    "kpi": figures.kpi,
    "projects": work.projects,
    "funding": work.funding,
    "measures": plans.measures,
    "swot": factors.swot,
    "workshops": plans.workshops,
    "stories": work.stories,
    "partnerships": work.partnerships,
    "services": figures.services,
    "finance": figures.finance,
    "peers": figures.peers,
    "proposals": proposals.proposals,
}


def main() -> None:
    """Write the files."""
    for kind in ROWS:
        (FOLDER / f"{kind}.csv").write_bytes(register(kind).encode("utf-8"))


def register(kind: str) -> str:
    """A file's text: comma-separated, one heading row with every field of the register in its order."""
    out = io.StringIO()
    sheet = csv.DictWriter(out, [field.name for field in REGISTERS[kind].fields], lineterminator="\n")
    sheet.writeheader()
    sheet.writerows(ROWS[kind]())
    return out.getvalue()


if __name__ == "__main__":
    main()
