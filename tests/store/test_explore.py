"""Does the SQL box answer one SELECT over the registers, and nothing else, whatever is typed into it?"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from lsn_data.errors import Refused
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, explore, open_store, register_rows
from lsn_data.store.explore import ask_registers, ask_tables, child, tables_of, types_of
from lsn_data.ui.explore_schema import examples, written

SMALL = {
    "members": {
        "types": {"member": "VARCHAR", "n": "DOUBLE"},
        "rows": [{"member": "A", "n": 1.5}, {"member": "B", "n": 2}],
    },
    "kpi": {"types": {"kpi": "VARCHAR", "themes": ["VARCHAR"]}, "rows": [{"kpi": "x", "themes": ["a", "b"]}]},
    "funding": {"types": {"project": "VARCHAR"}, "rows": []},
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[Store]:
    with open_store(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("loaded")))) as opened:
        yield opened


def refused(statement: str, seconds: int = 6) -> Refused:
    with pytest.raises(Refused) as trouble:
        ask_tables(SMALL, statement, seconds=seconds)
    return trouble.value


def cause(statement: str) -> str:
    """Why a statement is refused before it runs; empty where it would run."""
    with duckdb.connect(":memory:", config=child.CONFIG) as connection:
        try:
            child._one_select(duckdb, statement)
            child.allow(connection, statement, SMALL)
        except child.Stop as stop:
            return stop.cause
        except duckdb.Error:
            return "sql"
    return ""


ASKED_HONESTLY = [
    "select member, n from members order by n desc",
    "SELECT count(*) FROM members;",
    "from members",
    "with few as (select * from members limit 1) select * from few",
    "with few as materialized (select 1 as n) select * from few join members using (n)",
    "select unnest(themes) as theme, count(*) from kpi group by all",
    "select * from range(3) as t(n)",
    "select m.member, (select count(*) from kpi) from members m",
    "select member, row_number() over (order by n) from members",
    "select * from members union all select * from members",
    "describe members",
    "values (1), (2)",
    "with recursive r as (select 1 as n union all select n + 1 from r where n < 5) select sum(n) from r",
    "select list_transform(themes, lambda one: upper(one)) from kpi",
    "select 'drop table members; copy members to ''x''' as only_words",
    "select * from main.members",
]
HOSTILE = [
    ("", "nothing"),
    (" -- nothing but a remark", "nothing"),
    ("select 1; select 2", "not-one"),
    ("select 1; drop table members", "not-one"),
    ("select 1;;drop table members", "not-one"),
    ("/* select */ drop table members", "not-select"),
    ("drop table members", "not-select"),
    ("insert into members values ('C', 3)", "not-select"),
    ("update members set n = 0", "not-select"),
    ("delete from members", "not-select"),
    ("create table x as select * from members", "not-select"),
    ("create macro f() as table select * from members", "not-select"),
    ("copy members to '/tmp/members.csv'", "not-select"),
    ("copy members from '/etc/passwd'", "not-select"),
    ("export database '/tmp/all'", "not-select"),
    ("attach '/tmp/lsn.duckdb' as lsn", "not-select"),
    ("install httpfs", "not-select"),
    ("load httpfs", "not-select"),
    ("set enable_external_access = true", "not-select"),
    ("reset memory_limit", "not-select"),
    ("pragma database_list", "not-select"),
    ("call duckdb_settings()", "not-select"),
    ("explain analyze select * from members", "not-select"),
    ("begin transaction", "not-select"),
    ("use system", "not-select"),
    ("vacuum", "not-select"),
    ("checkpoint", "not-select"),
    ("prepare q as select * from members", "not-select"),
    ("execute q", "not-select"),
    ("create secret s (type s3)", "not-select"),
    ("with x as (insert into members values ('C', 3) returning *) select * from x", "not-select"),
    ("with x as (delete from members returning *) select * from x", "not-select"),
    ("with x as (update members set n = 0 returning *) select * from x", "not-select"),
    ("select * from read_csv('/etc/passwd')", "function"),
    ("select * from read_text('/etc/passwd')", "function"),
    ("select * from read_blob('/etc/passwd')", "function"),
    ("select * from read_json('/etc/passwd')", "function"),
    ("select * from read_parquet('/etc/passwd')", "function"),
    ("select * from sniff_csv('/etc/passwd')", "function"),
    ("select * from glob('/etc/*')", "function"),
    ("select * from READ_CSV /* hidden */ ('/etc/passwd')", "function"),
    ('select * from "read_csv"(\'/etc/passwd\')', "function"),
    ("select (select count(*) from read_text('/etc/passwd')) from members", "function"),
    ("with x as (select * from glob('/')) select * from x", "function"),
    ("select * from members where member in (select file from glob('/*'))", "function"),
    ("select * from members m, lateral (select * from read_text(m.member))", "function"),
    ("select * from duckdb_settings()", "function"),
    ("select * from duckdb_secrets()", "function"),
    ("select * from pragma_database_size()", "function"),
    ("select * from query('select * from duckdb_settings()')", "function"),
    ("select * from query_table('members')", "function"),
    ("select * from json_execute_serialized_sql('{}')", "function"),
    ("select * from arrow_scan(1, 1, 1)", "function"),
    ("select * from pandas_scan(1)", "function"),
    ("select * from checkpoint()", "function"),
    ("select getenv('HOME')", "function"),
    ("select current_setting('temp_directory')", "function"),
    ("select x.current_setting('memory_limit')", "function"),
    ("select write_log('x')", "function"),
    ("select * from '/etc/passwd'", "no-such-table"),
    ("select * from 'https://example.invalid/x.csv'", "no-such-table"),
    ('select * from "/tmp/x.parquet"', "no-such-table"),
    ("select * from respondents", "no-such-table"),
    ("select * from answers", "no-such-table"),
    ("select * from imports", "no-such-table"),
    ("select * from duckdb_settings", "no-such-table"),
    ("select * from information_schema.tables", "no-such-table"),
    ("select * from pg_catalog.pg_class", "no-such-table"),
    ("select * from sqlite_master", "no-such-table"),
    ("with duckdb_tables as (select * from duckdb_tables) select * from duckdb_tables", "no-such-table"),
    ("select (with sqlite_master as (select 1 as n) select n), * from SQLITE_MASTER", "no-such-table"),
    ("select (with pg_class as (select 1 as n) select n), * from pg_class", "no-such-table"),
    ("select * from system.main.members", "no-such-table"),
    ("select * from temp.members", "no-such-table"),
    ("selct member from members", "sql"),
    ("select * from members where", "sql"),
    ("select " + "(" * 3000 + "1" + ")" * 3000, "sql"),
]  # fmt: skip


@pytest.mark.parametrize("statement", ASKED_HONESTLY)
def test_an_honest_question_is_let_through(statement: str) -> None:
    assert cause(statement) == ""


@pytest.mark.parametrize(("statement", "why"), HOSTILE, ids=[text[:60] for text, _ in HOSTILE])
def test_whatever_is_no_select_over_the_registers_is_refused(statement: str, why: str) -> None:
    assert cause(statement) == why


def test_the_answer_holds_columns_types_and_rows() -> None:
    found = ask_tables(SMALL, "select member, n from members order by n desc")
    assert found.columns == (("member", "VARCHAR"), ("n", "DOUBLE"))
    assert found.rows == (("B", 2.0), ("A", 1.5))
    assert not found.cut


def test_values_of_every_kind_come_back_as_people_read_them() -> None:
    found = ask_tables(
        SMALL,
        "select [1, 2], date '2026-01-31', true, null, 1.50::decimal(4, 2), 'nan'::double, 2::hugeint << 80,"
        " {'a': 1}, repeat('x', 5000)",
    )
    *values, long = found.rows[0]
    assert values[:4] == ["1; 2", "2026-01-31", True, None]
    assert values[4:7] == ["1.50", "nan", str(2 << 80)]
    assert len(str(long)) == child.LONGEST_TEXT


def test_an_empty_register_is_a_table_without_rows() -> None:
    assert ask_tables(SMALL, "select * from funding").rows == ()


def test_too_many_rows_are_cut_and_it_is_told() -> None:
    found = ask_tables(SMALL, "select * from range(5000)", most=100)
    assert (len(found.rows), found.cut) == (100, True)


def test_too_much_text_is_cut_and_it_is_told() -> None:
    found = ask_tables(SMALL, "select repeat('x', 2000) from range(3000)", most=3_000)
    assert found.cut
    assert sum(len(str(row[0])) for row in found.rows) <= child.MOST_TEXT


def test_a_wrong_name_is_said_with_duckdbs_own_words() -> None:
    trouble = refused("select nobody from members")
    assert trouble.cause == "explore-sql"
    assert "nobody" in str(trouble.values["words"])
    assert "Traceback" not in str(trouble.values["words"])


def test_a_time_with_a_zone_is_said_to_need_a_cast() -> None:
    words = str(refused("select now()").values["words"])
    assert "::timestamp" in words
    assert "Traceback" not in words
    assert ask_tables(SMALL, "select now()::timestamp").rows


def test_many_who_ask_at_once_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explore, "AT_ONCE", threading.BoundedSemaphore(1))
    assert refused("select count(*) from range(1000000000000)", seconds=1).cause == "explore-too-long"
    with explore.AT_ONCE:
        assert refused("select 1", seconds=1).cause == "explore-busy"
    assert ask_tables(SMALL, "select 1").rows == ((1,),)


@pytest.mark.parametrize(
    "statement",
    [
        "with recursive r as (select 1 as n union all select n + 1 from r) select max(n) from r",
        "select count(*) from range(1000000000000)",
        "select sum(a.range * b.range) from range(1000000) a, range(1000000) b",
    ],
)
def test_what_never_ends_is_stopped(statement: str) -> None:
    began = time.monotonic()
    trouble = refused(statement, seconds=2)
    assert trouble.cause in ("explore-too-long", "explore-too-much")
    assert time.monotonic() - began < 8


@pytest.mark.parametrize(
    "statement",
    [
        "select length(repeat('x', 3000000000))",
        "select list(range) from range(500000000)",
        "select string_agg(repeat('x', 100000), '') from range(1000000)",
    ],
)
def test_what_takes_too_much_memory_ends_without_harm(statement: str) -> None:
    assert refused(statement, seconds=10).cause in ("explore-too-much", "explore-too-long")


def test_a_statement_without_end_is_not_even_asked() -> None:
    assert refused("select 1" + " " * 20_000).cause == "explore-long"


def test_hostile_rows_stay_words() -> None:
    rows = [{"member": "'); drop table members; --", "n": 1}, {"member": '"; \u0000 {"a": 1}', "n": 2}]
    tables = {"members": {"types": {"member": "VARCHAR", "n": "DOUBLE"}, "rows": rows}}
    found = ask_tables(tables, "select member from members order by n")
    assert found.rows[0] == ("'); drop table members; --",)
    assert len(found.rows) == 2


def test_every_register_can_be_asked_with_every_column_as_it_counts_today(loaded: Store) -> None:
    tables = tables_of(loaded)
    assert set(tables) == set(REGISTERS)
    counts = " union all ".join(f"select '{kind}', count(*) from {kind}" for kind in REGISTERS)  # noqa: S608 (our own names)
    told = dict(ask_tables(tables, counts).rows)
    assert told == {kind: len(register_rows(loaded, kind, demo=True)) for kind in REGISTERS}
    for kind in REGISTERS:
        columns = ", ".join(written(name) for name in types_of(kind))
        assert cause(f"select {columns} from members") == ""  # noqa: S608 (our own names)


@pytest.mark.parametrize("at", range(4))
def test_the_examples_give_rows(loaded: Store, at: int) -> None:
    assert ask_registers(loaded, examples(Language("en"))[at][1]).rows


def test_nothing_of_a_survey_is_handed_over(loaded: Store) -> None:
    """Not even what the product computes from answers for a KPI: only rows of files stand in the tables."""
    tables = tables_of(loaded)
    assert {row["origin"] for row in tables["kpi"]["rows"]} <= {"published", "demo"}
    said = str(tables)
    written_by_members = "Ein fester Ansprechpartner für Förderanträge."
    assert written_by_members not in said
    assert "respondent" not in said
