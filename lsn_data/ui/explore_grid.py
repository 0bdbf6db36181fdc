"""How does a table of Explore stand on the page: sorted by a click on a heading, and taken along without harm?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import pandas as pd
import streamlit as st

from lsn_data.exhibit import Exhibit, Value, clean
from lsn_data.exhibit.in_workbook import workbook
from lsn_data.language import Language
from lsn_data.topics.explore.exhibits import lines_as_csv, unique
from lsn_data.ui import leaving, show

CSV = "text/csv"


def frame_of(exhibit: Exhibit) -> pd.DataFrame:
    """The exhibit's table as Streamlit draws it; columns of the same heading are told apart.

    Its texts are as a CSV file holds them: whoever copies cells, or takes Streamlit's own CSV, gets nothing that runs.
    """
    names = unique([clean.csv_cell(column.label) for column in exhibit.table.columns])
    rows = exhibit.table.rows
    return pd.DataFrame({name: _harmless([row[at] for row in rows]) for at, name in enumerate(names)} if rows else {})


def _harmless(values: Sequence[Value]) -> list[Value]:
    """A column's values; equal texts are looked at once, since a long register repeats most of them."""
    safe: dict[Value, Value] = {one: clean.csv_cell(one) for one in {*values} if isinstance(one, str)}
    return [safe.get(one, one) for one in values]


def grid(frame: pd.DataFrame, said: str, key: str, height: int | Literal["auto"] = "auto") -> None:
    """A table that scrolls; `said` is read to those who do not see it. Of a long one only what is seen is sent."""
    numbers = {str(name): st.column_config.NumberColumn(format="localized") for name in frame.select_dtypes("number")}
    st.dataframe(
        frame, hide_index=True, height=height, key=key, alt=said, placeholder="–", column_config=numbers, lazy=True
    )


def files(exhibit: Exhibit, stem: str, say: Language, csv: Callable[[], bytes] | None = None) -> None:
    """Take it along: as a workbook, as CSV (as it stands here, else as `csv` makes it). Made when asked for."""
    with st.container(horizontal=True, gap="small"):
        leaving.download(
            say("Workbook (.xlsx)"), lambda: workbook([exhibit]), file_name=f"{stem}.xlsx", mime=show.XLSX,
            key=f"xlsx-{stem}",
        )  # fmt: skip
        leaving.download(
            "CSV", csv or (lambda: exhibit_csv(exhibit)), file_name=f"{stem}.csv", mime=CSV,
            key=f"csv-{stem}",
        )  # fmt: skip


def exhibit_csv(exhibit: Exhibit) -> bytes:
    """The exhibit's table as CSV, under the headings that stand above it."""
    lines: list[list[object]] = [[column.label for column in exhibit.table.columns]]
    return lines_as_csv([*lines, *([("" if cell is None else cell) for cell in row] for row in exhibit.table.rows)])
