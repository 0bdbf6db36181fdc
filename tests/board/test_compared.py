"""Do rows of two tables meet by their names, and is nothing told twice or missed?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lsn_data.board.compared import Change, beside, compared, naming
from lsn_data.exhibit import Column, Exhibit, Table
from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.language import Language
from tests.exhibit.samples import exhibit, places

EN = Language("en")
COLUMNS = (
    Column("quadrant", "Quadrant"),
    Column("range", "Range"),
    Column("factor", "Factor", "prose"),
    Column("votes", "Votes", "count"),
)


def showing(*rows: tuple[Any, ...], columns: tuple[Column, ...] = COLUMNS) -> Exhibit:
    base = places(EN)
    return replace(exhibit(EN, base.chart, Table(columns, rows)), ways={})


def told(before: Exhibit, after: Exhibit) -> list[tuple[str, str, Any, Any]]:
    return [(one.row, one.column.label, one.before, one.after) for one in beside(before, after).changes]


def test_rows_are_called_by_what_stays_the_same_not_by_what_moves() -> None:
    before = showing(("Strength", "17%–41%", "Network", 30), ("Strength", "20%–42%", "Team", 28))
    after = showing(("Strength", "18%–41%", "Network", 31), ("Strength", "20%–42%", "Team", 28))
    assert naming(before.table, after.table) == ("factor",)
    assert told(before, after) == [("Network", "Range", "17%–41%", "18%–41%"), ("Network", "Votes", 30, 31)]


def test_two_columns_name_a_row_where_one_is_not_enough() -> None:
    columns = (Column("kpi", "KPI"), Column("period", "Period"), Column("value", "Value", "number"))
    before = showing(("Members", "2024", 1.0), ("Members", "2025", 2.0), ("Income", "2024", 3.0), columns=columns)
    after = showing(("Members", "2024", 1.5), ("Members", "2025", 2.0), ("Income", "2024", 3.0), columns=columns)
    assert told(before, after) == [("Members, 2024", "Value", 1.0, 1.5)]


def test_a_whole_row_that_is_new_or_gone_is_told_once() -> None:
    before = showing(("S", "17%", "Network", 30), ("S", "9%", "Team", 28))
    after = showing(("S", "17%", "Network", 30), ("S", "2%", "Money", 5))
    found = beside(before, after)
    assert (found.changes, found.new, found.gone) == ((), ("Money",), ("Team",))


def test_rows_that_nothing_tells_apart_are_numbered() -> None:
    columns = (Column("name", "Name"), Column("n", "n", "count"))
    before = showing(("A", 1), ("A", 2), columns=columns)
    after = showing(("A", 1), ("A", 3), columns=columns)
    assert told(before, after) == [("A, 2", "n", 2, 3)]


def test_a_step_is_told_of_numbers_alone() -> None:
    count, word, yes = Column("n", "n", "count"), Column("word", "Word"), Column("y", "y", "yes")
    assert Change("r", count, 3, 5).step == 2
    for column, before, after in ((count, None, 5), (word, "a", "b"), (yes, 0, 1)):
        assert Change("r", column, before, after).step is None


def test_the_same_exhibit_twice_in_a_pack_is_paired_in_its_order() -> None:
    def pack(*counts: int) -> Bound:
        leaves = tuple(Leaf(showing(("S", "a", "Network", n)), key="swot") for n in counts)
        return Bound("p", EN, leaves, dt.date(2026, 1, 1))

    found = compared(pack(1, 2), pack(1, 3, 9))
    assert [(one.fate, [(c.before, c.after) for c in one.changes]) for one in found] == [
        ("both", []), ("both", [(2, 3)]), ("new", []),
    ]  # fmt: skip


CELLS = st.one_of(st.none(), st.integers(0, 3))


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from("ABCDEF"), st.tuples(CELLS, CELLS), max_size=6),
    st.dictionaries(st.sampled_from("ABCDEF"), st.tuples(CELLS, CELLS), max_size=6),
)
def test_whatever_the_tables_the_changes_lead_from_one_to_the_other(
    before: dict[str, tuple[Any, Any]], after: dict[str, tuple[Any, Any]]
) -> None:
    columns = (Column("name", "Name"), Column("x", "x", "count"), Column("y", "y", "count"))
    one, other = (showing(*((k, *v) for k, v in rows.items()), columns=columns) for rows in (before, after))
    found = beside(one, other)
    rebuilt = {name: list(values) for name, values in before.items() if name not in found.gone}
    for change in found.changes:
        rebuilt[change.row][("x", "y").index(change.column.key)] = change.after
    assert rebuilt == {name: list(values) for name, values in after.items() if name not in found.new}
