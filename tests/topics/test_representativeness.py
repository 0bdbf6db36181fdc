"""Who answered against who did not: are the figures right, and is every gap told?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from lsn_data import demo
from lsn_data.board import Pick, draw
from lsn_data.disclosure import FEWEST, Group, NotShown
from lsn_data.errors import Refused
from lsn_data.exhibit import Origin
from lsn_data.intake import read_register
from lsn_data.intake.report import Respondent
from lsn_data.language import Language
from lsn_data.store import Import, Store, open_store, save, waves
from lsn_data.topics.priorities.answer import ATTRIBUTE_NAMES, groups
from lsn_data.topics.representativeness import compute, exhibits
from lsn_data.topics.representativeness.answer import representativeness, weighted_answer
from lsn_data.topics.representativeness.compute import Cell, cells_of, compared, independence
from tests.intake.made import as_csv
from tests.topics.made import wave_of

EN, DE = Language("en"), Language("de")
ORDERS = ((1, 2, 3, 4, 5, 6, 7), (2, 1, 4, 3, 5, 7, 6), (3, 1, 2, 6, 4, 5, 7))


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def answers(**groups: tuple[str, int]) -> list[Respondent]:
    """So many respondents of each kind: `answers(a=("sector=biotech state=HH", 20))`."""
    rows: list[Respondent] = []
    for said, n in groups.values():
        known = dict(part.split("=") for part in said.split())
        rows += [Respondent(row=0, places=ORDERS[at % 3], **known) for at in range(n)]
    return [one._replace(row=at) for at, one in enumerate(rows, start=2)]


def register(store: Store, *members: tuple[str, int], origin: Origin = "uploaded", as_of: str = "2026-01-01") -> Import:
    """A member register: so many members of each kind, with `joined` and `left` where told."""
    fields = ("sector", "size", "state", "kind", "membership", "joined", "left")
    rows: list[Sequence[object]] = [("member", *fields)]
    for at, (said, n) in enumerate(members):
        known = dict(part.split("=") for part in said.split())
        rows += [(f"Haus {at}-{number}", *(known.get(name, "") for name in fields)) for number in range(n)]
    reading = read_register(as_csv(rows), f"{as_of}-{origin}.csv", "members")
    assert reading.status == "ready", reading.problems
    return save(store, reading, actor="office", as_of=dt.date.fromisoformat(as_of), origin=origin)[0]


def cells(*pairs: tuple[int, int]) -> tuple[Cell, ...]:
    return tuple(Cell((str(at),), members, answered) for at, (members, answered) in enumerate(pairs))


def test_chi_square_is_that_of_respondents_against_non_respondents() -> None:
    """R: chisq.test(matrix(c(40, 10, 22, 60, 90, 78), 2, byrow = TRUE), correct = FALSE)."""
    test = independence(cells((100, 40), (100, 10), (100, 22)))
    assert test is not None
    assert (test.chi_square, test.freedom) == (pytest.approx(25), 2)
    assert test.p == pytest.approx(3.72665317e-06, rel=1e-6)
    assert test.cramers_v == pytest.approx((25 / 300) ** 0.5)
    # Goodness of fit against the shares of the register would be smaller by the share that did not answer.
    fit = sum((seen - 24) ** 2 / 24 for seen in (40, 10, 22))
    assert fit == pytest.approx(25 * (1 - 72 / 300))


def test_a_sparse_table_is_tested_by_drawing() -> None:
    """R: chisq.test(…, simulate.p.value = TRUE, B = 1e6) gives 0.00073."""
    test = independence(cells((20, 3), (20, 9), (30, 1)))
    assert test is not None
    assert test.drawn
    assert test.chi_square == pytest.approx(14.0125955915)
    assert test.p == pytest.approx(0.00073, abs=0.0008)
    assert test.p > 0


@given(some.lists(some.tuples(some.integers(10, 60), some.integers(0, 10)), min_size=2, max_size=6))
@settings(max_examples=25, deadline=None)
def test_neither_names_nor_order_change_a_test(pairs: list[tuple[int, int]]) -> None:
    plain, turned = independence(cells(*pairs)), independence(cells(*pairs[::-1]))
    assert (plain is None) == (turned is None)
    if plain and turned:
        assert plain.p == pytest.approx(turned.p)
        assert plain.chi_square == pytest.approx(turned.chi_square)


def test_where_all_answered_there_is_nothing_to_test() -> None:
    (one,) = compared({"size": cells((20, 20), (30, 30))})
    assert (one.test, one.p_holm, one.differs, one.under, one.over) == (None, None, False, (), ())


def test_a_group_stands_out_where_chance_does_not_explain_its_answers() -> None:
    """R: qhyper(c(0.025 / 3, 1 - 0.025 / 3), 100, 200, 72) gives 16 and 32."""
    (one,) = compared({"sector": cells((100, 40), (100, 10), (100, 22))})
    assert (one.low, one.high) == ((16, 16, 16), (32, 32, 32))
    assert [cell.codes for cell in one.under] == [("1",)]
    assert [cell.codes for cell in one.over] == [("0",)]
    assert one.differs


def test_chance_alone_makes_a_group_stand_out_in_at_most_one_of_twenty_surveys() -> None:
    chance, wrong = np.random.default_rng(1), 0
    sizes = np.array([[60, 80, 45, 40], [110, 60, 40, 15]])
    for _ in range(400):
        drawn = [chance.multivariate_hypergeometric(size, 58) for size in sizes]
        found = compared(
            {
                str(at): cells(*zip(size, answered, strict=True))
                for at, (size, answered) in enumerate(zip(sizes, drawn, strict=True))
            }
        )
        wrong += any(one.under or one.over for one in found)
    assert wrong / 400 <= 0.05


def test_members_beyond_the_list_of_the_wave_count_as_other() -> None:
    shown = (Group(("biotech",), 13), Group(("other", "pharma"), 7))
    members = {"biotech": 60, "pharma": 20, "other": 5, "digital_health": 30}
    found = cells_of(shown, members, {"biotech", "pharma", "other"}, with_other=True)
    assert [(cell.codes, cell.members, cell.answered) for cell in found] == [
        (("biotech",), 60, 13),
        (("other", "pharma"), 55, 7),
    ]


def test_a_silent_sector_joins_the_smallest_group_by_name() -> None:
    shown = (Group(("biotech",), 13), Group(("pharma",), 7))
    found = cells_of(shown, {"biotech": 60, "pharma": 20, "research": 40}, {"biotech", "pharma"}, with_other=True)
    assert [(cell.codes, cell.members) for cell in found] == [(("biotech",), 60), (("pharma", "other"), 60)]
    sizes = cells_of((Group(("1-9",), 9), Group(("250+",), 6)), {"1-9": 9, "10-49": 8, "250+": 9}, {"1-9"}, False)
    assert [(cell.codes, cell.members) for cell in sizes] == [(("1-9",), 9), (("250+", "10-49"), 17)]


def test_who_did_not_tell_is_no_group_of_members() -> None:
    shown = (Group(("HH",), 13), Group(("SH",), 7), Group(("",), 6))
    assert [cell.codes for cell in cells_of(shown, {"HH": 50, "SH": 40}, {"HH", "SH"}, True)] == [("HH",), ("SH",)]


@pytest.mark.parametrize("year", ["2022", "2024", "2026"])
def test_the_demo_shows_no_group_of_fewer_than_five_and_counts_all(loaded: Store, year: str) -> None:
    wave = next(one for one in waves(loaded) if one.wave == f"Demo {year}")
    found = representativeness(loaded, wave)
    assert {one.by for one in found.comparisons} == {"sector", "size", "state", "membership"}
    assert [(one.by, one.why) for one in found.not_compared] == [("kind", "not asked")]
    for one in found.comparisons:
        assert one.answered == found.ranked
        assert one.members == found.population.members
        assert min(cell.answered for cell in one.cells) >= FEWEST
        assert {cell.answered for cell in one.cells} == {group.n for group in groups(loaded, wave, one.by)}


def test_members_are_those_of_the_day_of_the_wave(loaded: Store) -> None:
    told = {one.wave: representativeness(loaded, one).population.members for one in waves(loaded)}
    # As many as the demo says it asked, give or take those who came and went between letter and last day.
    assert told == {"Demo 2022": 262, "Demo 2024": 288, "Demo 2026": 299}


def test_a_demo_register_never_speaks_for_a_real_wave(store: Store) -> None:
    demo.load(store, "test")
    real = wave_of(store, answers(a=("sector=biotech", 20), b=("sector=pharma", 20)))
    with pytest.raises(Refused, match="Upload the member register"):
        representativeness(store, real)


def test_an_under_represented_group_is_named_with_its_share(store: Store) -> None:
    wave = wave_of(store, answers(a=("sector=biotech", 40), b=("sector=services", 8)))
    register(store, ("sector=biotech", 100), ("sector=services", 100))
    english, german = exhibits.groups(store, wave, EN), exhibits.groups(store, wave, DE)
    assert english.message == (
        "Under-represented: Services (8%); over-represented: Biotechnology (40%); overall 24% answered"
    )
    assert german.message.startswith("Unterrepräsentiert: Dienstleistungen (8\u202f%); überrepräsentiert:")
    assert english.chart.part("highlight") == (None, "rate", "rate")
    assert [row[2:4] for row in english.table.rows] == [(200, 48), (100, 40), (100, 8)]
    assert english.sources[1].what == "Member register"


def test_more_answers_than_members_are_told_not_counted(store: Store) -> None:
    wave = wave_of(store, answers(a=("sector=biotech state=HH", 20), b=("sector=pharma state=SH", 20)))
    register(store, ("sector=biotech state=HH", 12), ("sector=pharma state=SH", 30), ("sector=pharma state=HH", 10))
    found = representativeness(store, wave)
    assert next((one.by, one.why) for one in found.not_compared) == ("sector", "does not fit")
    assert [one.by for one in found.comparisons] == ["state"]
    notes = " ".join(exhibits.groups(store, wave, EN).notes)
    assert "Sector: more answers than members in Biotechnology" in notes


def test_answers_and_members_without_the_attribute_are_told(store: Store) -> None:
    told = answers(a=("state=HH", 20), b=("state=SH", 20))
    wave = wave_of(store, [*told, *(Respondent(row=99 + at, places=ORDERS[0]) for at in range(6))])
    register(store, ("state=HH", 60), ("state=SH", 60), ("sector=pharma", 7))
    found = representativeness(store, wave)
    assert (found.untold, found.not_known) == ({"state": 6}, {"state": 7})
    assert [one.answered for one in found.comparisons] == [40]
    notes = " ".join(exhibits.groups(store, wave, EN).notes)
    assert "State: 6 answers do not tell it and are left out." in notes
    assert "State: of 7 members the register does not tell it." in notes


def test_few_answers_without_the_attribute_stay_in_a_merged_group_and_it_says_so(store: Store) -> None:
    told = answers(a=("state=HH", 20), b=("state=SH", 8))
    wave = wave_of(store, [*told, *(Respondent(row=99 + at, places=ORDERS[0]) for at in range(3))])
    register(store, ("state=HH", 60), ("state=SH", 60))
    exhibit = exhibits.groups(store, wave, EN)
    assert [row[0] for row in exhibit.table.rows][-1] == "Schleswig-Holstein and no answer"
    assert "count with Schleswig-Holstein; that group's share is too high" in " ".join(exhibit.notes)


def test_members_typed_in_with_the_wave_stand_in_for_a_register(store: Store) -> None:
    told = answers(a=("sector=biotech size=1-9", 20), b=("sector=pharma size=250+", 20))
    wave = wave_of(store, told)
    with store.writing() as cursor:
        for attribute, code, asked in (("sector", "biotech", 80), ("sector", "pharma", 90), ("size", "1-9", 50)):
            cursor.execute(
                "insert into asked_groups values ($i, $a, $c, $n)",
                {"i": wave.import_id, "a": attribute, "c": code, "n": asked},
            )
    found = representativeness(store, wave)
    assert [(one.by, one.members) for one in found.comparisons] == [("sector", 170)]
    assert ("size", "not told") in [(one.by, one.why) for one in found.not_compared]
    assert "typed in with the survey" in exhibits.groups(store, wave, EN).notes[0]
    assert [source.what for source in exhibits.groups(store, wave, EN).sources] == ["Survey"]


def test_a_register_without_days_says_that_it_counts_as_it_stands(store: Store) -> None:
    wave = wave_of(store, answers(a=("state=HH", 20), b=("state=SH", 20)))
    register(store, ("state=HH", 60), ("state=SH", 60))
    assert "counts as it stands" in exhibits.groups(store, wave, EN).notes[0]


def test_who_joined_after_the_wave_or_left_before_is_no_member(store: Store) -> None:
    wave = wave_of(store, answers(a=("state=HH", 20), b=("state=SH", 20)))
    register(
        store,
        ("state=HH joined=2019-01-01", 60),
        ("state=SH", 60),
        ("state=SH left=2020-01-01", 25),
        ("state=HH joined=2999-01-01", 25),
    )
    assert [cell.members for cell in representativeness(store, wave).comparisons[0].cells] == [60, 60]


def test_without_members_the_exhibits_say_what_to_upload(store: Store) -> None:
    wave = wave_of(store, answers(a=("state=HH", 20), b=("state=SH", 20)))
    for name in ("representativeness", "weighted"):
        with pytest.raises(Refused) as refusal:
            draw(store, Pick.of(name, wave=wave.wave), DE)
        assert "Mitgliederregister" in refusal.value.said(DE)


def test_without_a_common_attribute_nothing_is_compared(store: Store) -> None:
    wave = wave_of(store, answers(a=("state=HH", 20), b=("state=SH", 20)))
    register(store, ("sector=biotech", 60))
    with pytest.raises(Refused, match="cannot be compared"):
        representativeness(store, wave)


def test_four_answers_are_compared_with_nobody(store: Store) -> None:
    wave = wave_of(store, answers(a=("state=HH", 4)))
    register(store, ("state=HH", 60))
    with pytest.raises(NotShown):
        representativeness(store, wave)


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("name", ["representativeness", "weighted"])
def test_every_text_is_filled_in(loaded: Store, name: str, code: str) -> None:
    for wave in waves(loaded):
        exhibit = draw(loaded, Pick.of(name, wave=wave.wave), Language(code))
        said = (exhibit.message, exhibit.title, *exhibit.notes, *(column.label for column in exhibit.table.columns))
        assert all(said)
        assert "{" not in "".join(said)
        assert len(exhibit.message) <= 180


def test_no_figure_of_respondents_is_new(loaded: Store) -> None:
    """Every number of answers is one that the wave's own groups show already."""
    wave = waves(loaded)[0]
    shown = {group.n for by in ATTRIBUTE_NAMES for group in groups(loaded, wave, by)}
    exhibit = exhibits.groups(loaded, wave, EN)
    assert {row[3] for row in exhibit.table.rows} <= {*shown, weighted_answer(loaded, wave).plain.ranked}


def test_holm_is_the_one_of_the_ranking() -> None:
    assert compute.holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
