"""Do growth and composition of the members follow from the register, and is what it cannot tell left open?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from datasets.demo import members as invented
from lsn_data.exhibit import Origin
from lsn_data.intake import read_register
from lsn_data.store import Import, Store, open_store, save, undo
from lsn_data.topics.members.answer import Members, known
from lsn_data.topics.members.compute import Row, Snapshot, composition, doubts, growth, turned
from lsn_data.topics.registers import answer, headline
from tests.intake.made import as_csv

TODAY = dt.date(2026, 11, 22)
FIELDS = ("member", "sector", "size", "state", "premium", "joined", "left")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def member(joined: str | None = None, left: str | None = None, **more: object) -> Row:
    return {"joined": joined, "left": left, "sector": None, "premium": None, **more}


def register(store: Store, *rows: dict[str, object], as_of: str = "2026-10-01", origin: Origin = "uploaded") -> Import:
    """A register of these members, named by their numbers."""
    cells: list[Sequence[object]] = [FIELDS]
    cells += [(f"Haus {at}", *(row.get(name, "") for name in FIELDS[1:])) for at, row in enumerate(rows)]
    reading = read_register(as_csv(cells), f"{as_of}.csv", "members")
    assert reading.status == "ready", reading.problems
    return save(store, reading, actor="test", as_of=dt.date.fromisoformat(as_of), origin=origin)[0]


def told(store: Store) -> Members:
    found = known(store, TODAY)
    assert found is not None
    return found


def by_year(rows: Sequence[Row], until: dt.date = TODAY) -> dict[int, tuple[int | None, int | None, int | None]]:
    return {year.year: (year.members, year.joined, year.left) for year in growth(rows, until).years}


def test_the_demo_grows_as_it_was_invented(loaded: Store) -> None:
    found = told(loaded).growth
    assert tuple(year.members for year in found.years) == invented.STOCK
    assert tuple(year.left for year in found.years)[1:] == invented.LEAVING
    assert found.run == (1, 2016)
    assert found.years[-1].so_far
    assert found.years[-1].day == invented.LAST_DAY
    for before, year in zip(found.years, found.years[1:], strict=False):
        assert year.members == before.members + year.joined - year.left  # type: ignore[operator]


def test_the_number_of_today_is_that_of_the_command_and_of_the_headline(loaded: Store) -> None:
    found, listing = told(loaded), answer.listing(loaded, "members", TODAY)
    assert listing["counts"]["members"] == len(found.now) == 300
    assert listing["growth"][-1]["members"] == 300
    assert [year["year"] for year in listing["growth"]] == [str(year.year) for year in found.growth.years]
    assert sum(group.members for group in found.by("sector").groups) == 300


def test_a_year_alone_stands_for_all_of_it() -> None:
    rows = [member("2015"), member("2019", "2021"), member("2020-05", "2022-03"), member("2018-02-01", "2020-12-31")]
    assert by_year(rows) == {
        2019: (3, None, None), 2020: (3, 1, 1), 2021: (2, 0, 1), 2022: (1, 0, 1),
        2023: (1, 0, 0), 2024: (1, 0, 0), 2025: (1, 0, 0), 2026: (1, 0, 0),
    }  # fmt: skip


def test_unknown_joining_days_count_as_members_but_never_as_joins() -> None:
    rows = [member(), member("2018"), member("2024"), member("2019", "2025"), member(None, "2025")]
    found = by_year(rows)
    assert found[2024] == (5, None, None)
    assert found[2025] == (3, 0, 2)
    assert doubts(rows, TODAY.isoformat()).undated == 1


def test_days_to_come_are_told_and_no_future_year_is_drawn() -> None:
    rows = [member("2015"), member("2016", "2020"), member("2017", "2027"), member("2026-12")]
    found = growth(rows, TODAY)
    assert found.years[-1].year == 2026
    assert found.years[-1].so_far
    assert found.years[-1].members == 2
    open_days = doubts(rows, TODAY.isoformat())
    assert (open_days.leaving, open_days.joining) == (1, 1)


def test_an_old_register_tells_nothing_of_the_years_after_it(store: Store) -> None:
    register(store, {"joined": "2015"}, {"joined": "2016", "left": "2020"}, {"joined": "2017"}, as_of="2024-06-30")
    found = told(store).growth
    assert [(year.year, year.so_far) for year in found.years][-2:] == [(2023, False), (2024, True)]
    assert found.years[-1].day == dt.date(2024, 6, 30)


def test_who_left_before_joining_is_told_and_never_counted() -> None:
    rows = [member("2015"), member("2019", "2017"), member("2016", "2020")]
    assert turned(rows[1])
    assert doubts(rows, TODAY.isoformat()).turned == 1
    assert by_year(rows)[2020] == (1, 0, 1)


def test_a_register_without_former_members_tells_joining_years_but_no_growth() -> None:
    found = growth([member("2019"), member("2021-05"), member("2021-08-01"), member()], TODAY)
    assert found.told == "joins"
    assert {year.year: year.joined for year in found.years if year.joined} == {2019: 1, 2021: 2}
    assert all(year.members is None and year.left is None for year in found.years)
    assert found.run is None


def test_a_mere_list_tells_no_growth() -> None:
    assert growth([member(), member()], TODAY).told == "nothing"
    few = [*(member() for _ in range(6)), member("2015"), member("2016", "2020")]
    assert growth(few, TODAY).told == "nothing"
    assert growth([], TODAY).years == ()


def test_without_dates_the_earlier_registers_tell_how_many_there_were(store: Store) -> None:
    register(store, *({} for _ in range(3)), as_of="2023-12-31")
    register(store, *({} for _ in range(5)), as_of="2024-12-31")
    wrong = register(store, *({} for _ in range(9)), as_of="2025-12-31")
    register(store, *({} for _ in range(6)), as_of="2026-10-01")
    undo(store, wrong.import_id, actor="test")
    found = told(store).growth
    assert found.told == "registers"
    assert [(year.year, year.members, year.so_far) for year in found.years] == [
        (2023, 3, False), (2024, 5, False), (2026, 6, True),
    ]  # fmt: skip
    assert found.run == (1, 2024)
    assert found.lately == 1


def test_earlier_registers_of_the_demo_are_not_ours(store: Store) -> None:
    register(store, {}, {}, as_of="2025-01-31", origin="demo")
    register(store, {}, as_of="2026-01-31")
    assert told(store).snapshots == (Snapshot(dt.date(2026, 1, 31), 1),)


def test_the_composition_counts_premium_members_and_those_who_are_not_told() -> None:
    rows = [
        member("2015", state="HH", premium=True), member("2015", state="HH", premium=False),
        member("2022", state="SH", premium=True), member("2015", "2024", state="SH"), member("2023", state=None),
    ]  # fmt: skip
    found = composition(rows, "state", TODAY.isoformat(), before=2021)
    assert [(one.code, one.members, one.premium, one.before) for one in found.groups] == [
        ("HH", 2, 1, 2), ("SH", 1, 1, 1), ("", 1, 0, 0),
    ]  # fmt: skip
    assert (found.members, found.premium, found.untold, found.members_before) == (4, 2, 1, 3)


def test_nothing_is_known_without_a_register(store: Store) -> None:
    assert known(store, TODAY) is None
    empty = answer.listing(store, "members", TODAY)
    assert (empty["growth"], empty["retention"], empty["growth_told_by"]) == ([], [], "nothing")


DATES = some.one_of(
    some.none(),
    some.integers(2010, 2028).map(str),
    some.builds("{}-{:02}".format, some.integers(2010, 2028), some.integers(1, 12)),
    some.dates(dt.date(2010, 1, 1), dt.date(2028, 12, 31)).map(str),
)


@settings(max_examples=150, deadline=None)
@given(some.lists(some.tuples(DATES, DATES), max_size=25))
def test_whatever_the_dates_every_count_is_that_of_the_headline(pairs: list[tuple[str | None, str | None]]) -> None:
    rows = [row for row in (member(*pair) for pair in pairs) if not turned(row)]
    found = growth(rows, TODAY)
    for year in found.years if found.told == "dates" else ():
        assert year.day <= TODAY
        assert year.members == sum(1 for row in rows if headline.active(row, year.day.isoformat()))
    if found.told == "dates":
        assert found.years[-1].members == headline.headlines("members", rows, TODAY)[0].value
        for before, year in zip(found.years, found.years[1:], strict=False):
            # Within the month or day of today an exact day may lie after `until` while its month does not.
            if not year.so_far:
                assert year.members == before.members + year.joined - year.left  # type: ignore[operator]
