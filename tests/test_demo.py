"""Is the demo what it says: invented, always the same, and worth looking at?"""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from datasets.demo.generate import FOLDER, WAVES, Wave, survey
from datasets.demo.registers import ROWS, register
from lsn_data import demo
from lsn_data.intake import read_register, read_survey
from lsn_data.language import Language
from lsn_data.store import (
    Store,
    demo_shown,
    history,
    import_as_of,
    open_store,
    register_rows,
    save,
    shown_waves,
    undo,
    waves,
)
from lsn_data.topics.kpis.as_json import listing
from lsn_data.topics.priorities.answer import groups, ranking
from lsn_data.topics.priorities.waves import since_last
from lsn_data.topics.registers import answer
from tests.store.made import reading

TODAY = dt.date(2026, 11, 22)
NEWEST = WAVES[-1]
PUBLISHED = FOLDER.parent / "published"


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[Store]:
    """The published facts and the whole demo, to be looked at only."""
    with open_store(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("loaded")))) as opened:
        yield opened


def rows_of(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("wave", WAVES, ids=lambda wave: str(wave.year))
def test_the_script_makes_the_committed_survey_byte_for_byte(wave: Wave) -> None:
    assert survey(wave).encode("utf-8") == wave.file.read_bytes()


@pytest.mark.parametrize("kind", ROWS)
def test_the_script_makes_the_committed_register_byte_for_byte(kind: str) -> None:
    assert register(kind).encode("utf-8") == (FOLDER / f"{kind}.csv").read_bytes()


def test_every_file_of_the_folder_is_loaded() -> None:
    files = {path.name for path in FOLDER.glob("*.csv")}
    assert files == {f"{kind}.csv" for kind in ROWS} | {wave.file.name for wave in WAVES}


@pytest.mark.parametrize("wave", WAVES, ids=lambda wave: str(wave.year))
def test_a_demo_survey_goes_the_way_of_every_file_without_a_question(wave: Wave) -> None:
    found = read_survey(wave.file.read_bytes(), wave.file.name)
    assert (found.status, found.questions, found.rows_kept) == ("ready", (), wave.respondents)
    assert sorted(one.why for one in found.left_out) == ["duplicate", "test"]
    assert {one.severity for one in found.problems} == {"warning"}
    assert set(found.attributes) == {"sector", "size", "state", "membership"}


@pytest.mark.parametrize("kind", ROWS)
def test_a_demo_register_has_nothing_to_complain_about_but_the_measure_off_strategy(kind: str) -> None:
    found = read_register((FOLDER / f"{kind}.csv").read_bytes(), f"{kind}.csv", kind)
    assert (found.status, found.left_out) == ("ready", ())
    assert [one.kind for one in found.problems] == (["off-strategy"] if kind == "measures" else [])


def test_it_holds_what_real_answers_hold() -> None:
    answers = [one.places for one in read_survey(NEWEST.file.read_bytes(), NEWEST.file.name).respondents]
    ranked = [[place for place in one if place] for one in answers]
    assert any(not places for places in ranked), "nobody skipped the ranking"
    assert any(0 < len(places) < 7 for places in ranked), "nobody left themes out"
    assert any(len(places) != len(set(places)) for places in ranked), "nobody let themes share a place"


def test_there_are_three_hundred_members_and_those_that_left_in_ten_years(loaded: Store) -> None:
    counts = answer.listing(loaded, "members", TODAY)["counts"]
    assert (counts["members"], counts["former"]) == (300, 110)
    assert set(counts["state"]) == {"HH", "SH", "other"}
    assert 0 < counts["premium"] < 60
    rows = rows_of(FOLDER / "members.csv")
    assert {row["left"][:4] for row in rows if row["left"]} == {str(year) for year in range(2016, 2027)}
    assert all(row["joined"] < row["left"] for row in rows if row["left"])


def test_every_kpi_of_the_strategy_has_values_one_is_restated_one_breaks_one_is_young(loaded: Store) -> None:
    rows = rows_of(FOLDER / "kpi.csv")
    assert {row["kpi"] for row in rows} == {row["kpi"] for row in rows_of(PUBLISHED / "kpi_lsn.csv")}
    assert len({row["kpi"] for row in rows}) == 16
    kpis = {
        one["kpi"]: [value for value in one["values"] if value["origin"] != "computed"]
        for one in listing(loaded)["kpis"]
    }
    periods = {name: Counter(value["period"] for value in values) for name, values in kpis.items()}
    assert [(name, year) for name, years in periods.items() for year, n in years.items() if n > 1] == [
        ("economic-footprint", "2022")
    ]
    assert [name for name, values in kpis.items() if any(one["break"] for one in values)] == ["member-satisfaction"]
    assert [name for name, values in kpis.items() if len(values) == 2] == ["new-services"]


def test_some_targets_are_set_by_the_board_and_some_are_not(loaded: Store) -> None:
    set_by = {row["kpi"]: row["target_set_by"] for row in rows_of(FOLDER / "kpi.csv")}
    assert set(set_by.values()) == {"Board", ""}


def test_the_values_of_members_and_income_agree_with_the_registers() -> None:
    values = {(row["kpi"], row["period"]): float(row["value"]) for row in rows_of(FOLDER / "kpi.csv")}
    members = rows_of(FOLDER / "members.csv")
    at_the_end = [row for row in members if row["joined"] <= "2024-12-31" and not "" < row["left"] <= "2024-12-31"]
    assert values["members", "2024"] == len(at_the_end)
    assert values["premium-members", "2024"] == sum(row["premium"] == "yes" for row in at_the_end)
    income = [float(row["amount"]) for row in rows_of(FOLDER / "finance.csv") if row["period"] == "2024"]
    assert values["total-income", "2024"] == sum(income)


def test_the_detailed_measures_stand_under_the_strategic_ones_and_answer_known_factors() -> None:
    rows = rows_of(FOLDER / "measures.csv")
    assert {row["parent"] for row in rows} <= {row["measure"] for row in rows_of(PUBLISHED / "measures_lsn.csv")}
    factors = {row["id"] for row in rows_of(PUBLISHED / "swot_lsn.csv")}
    answered = {factor for row in rows for factor in row["addresses"].split(";") if factor}
    assert answered <= factors
    assert any(factor.startswith(("W", "T")) for factor in factors - answered), "every weakness and risk is answered"
    assert any(row["status"] == "running" and row["due"] < TODAY.isoformat() for row in rows), "none is overdue"
    assert any(not row["owner"] for row in rows), "each has an owner"
    assert [row["measure"] for row in rows if not row["principles"]] == ["region-2b"]


def test_projects_funding_and_stories_hang_together_and_reach_focus_regions() -> None:
    projects = {row["project"]: row for row in rows_of(FOLDER / "projects.csv")}
    assert {row["project"] for row in rows_of(FOLDER / "funding.csv")} == set(projects)
    assert {row["project"] for row in rows_of(FOLDER / "stories.csv")} - {""} <= set(projects)
    assert all(row["part_of"] in {"", *projects} and row["follows"] in {"", *projects} for row in projects.values())
    focus = {row["code"] for row in rows_of(PUBLISHED / "strategy_lsn.csv") if row["part"] == "region"}
    assert sum(bool(focus & set(row["regions"].split(";"))) for row in projects.values()) >= 3


def test_some_invented_members_answer_in_several_waves_as_the_same_kind_of_member(loaded: Store) -> None:
    """Else the demo would show no panel; it may be told, since the others of each wave are enough."""
    told = [since_last(loaded, wave) for wave in shown_waves(loaded)]
    assert [since.no_panel for since in told if since] == ["", ""]
    assert min(since.panel for since in told if since) >= 5


def test_the_demo_does_not_take_the_names_of_published_projects() -> None:
    names = {row["project"] for row in rows_of(PUBLISHED / "projects.csv")}
    assert not names & {row["project"] for row in rows_of(FOLDER / "projects.csv")}


def test_loading_it_twice_changes_nothing(store: Store) -> None:
    first = demo.load(store, "office")
    before = store.version
    assert demo.load(store, "office") == first
    assert store.version == before
    assert (first.origin, first.wave, first.asked) == ("demo", "Demo 2026", 300)
    assert history(store)[-1] == first
    assert len(history(store)) == len(ROWS) + len(WAVES)


def test_the_waves_are_two_years_apart_and_more_members_answer_each_time(loaded: Store) -> None:
    found = waves(loaded)
    assert [(one.wave, one.asked) for one in found] == [("Demo 2026", 300), ("Demo 2024", 285), ("Demo 2022", 262)]
    rates = [one.rows_kept / (one.asked or 1) for one in found]
    assert rates == sorted(rates, reverse=True)
    assert max(rates) < 0.2


def test_it_can_be_loaded_again_after_it_was_taken_back(store: Store) -> None:
    undo(store, demo.load(store, "office").import_id, actor="office")
    assert demo.load(store, "office").state == "current"


def test_what_is_removed_counts_no_longer_and_can_be_loaded_again(store: Store) -> None:
    demo.load(store, "office")
    real = save(store, reading(sha256="real"), wave="2026", actor="office")[0]
    assert demo.remove(store, "office") == len(ROWS) + len(WAVES)
    assert [one for one in history(store) if one.state == "current"] == [real]
    assert register_rows(store, "members", demo=True) == []
    assert demo.remove(store, "office") == 0
    assert demo.load(store, "office").state == "current"


def test_an_older_demo_is_replaced_and_does_not_come_back_when_the_demo_is_removed(store: Store) -> None:
    old = save(store, reading(sha256="older"), wave=demo.WAVE, actor="office", origin="demo")[0]
    rows = read_register(b"member\nOld Demo GmbH\n", "members.csv", "members")
    save(store, rows, actor="office", origin="demo", as_of=demo.AS_OF)
    demo.load(store, "office")
    assert [one.state for one in history(store) if one.import_id == old.import_id] == ["replaced"]
    assert len(register_rows(store, "members", demo=True)) == 410
    demo.remove(store, "office")
    assert {one.state for one in history(store)} == {"undone"}


def test_real_and_demo_are_never_mixed_whoever_looks(store: Store) -> None:
    demo.load(store, "office")
    assert demo_shown(store)
    save(store, reading(sha256="real"), wave="2026", actor="office", as_of=dt.date(2025, 1, 1))
    assert not demo_shown(store)
    assert [import_as_of(store.showing(chosen)).wave for chosen in (None, False, True)] == ["2026", "2026", "Demo 2026"]
    assert register_rows(store, "members", demo_shown(store)) == []
    assert len(register_rows(store, "members", demo_shown(store.showing(True)))) == 410


def test_two_themes_lead_and_the_middle_is_hard_to_tell(loaded: Store) -> None:
    wave = waves(loaded)[0]
    tiers = ranking(loaded, wave, Language("en"))["tiers"]
    assert [set(tier) for tier in tiers] == [{"SKL", "INN"}, {"VIS", "COM", "REG"}, {"INT", "ORG"}]


def test_every_attribute_can_be_looked_at(loaded: Store) -> None:
    wave = waves(loaded)[0]
    assert all(len(groups(loaded, wave, by)) > 1 for by in ("sector", "size", "membership"))
