"""Does the overview say rightly what is wanted and done, what waits, what changed, and how fresh the data are?"""

from __future__ import annotations

import datetime as dt
import math
import re
from itertools import product

import numpy as np
import pytest

from lsn_data import demo
from lsn_data.disclosure import NotShown
from lsn_data.language import Language
from lsn_data.store import Store, shown_waves
from lsn_data.topics.overview.balance import Balance, Voice, efforts, voices
from lsn_data.topics.overview.balance_answer import balanced
from lsn_data.topics.overview.balance_exhibit import voice_and_effort
from lsn_data.topics.overview.decisions import decisions
from lsn_data.topics.overview.done import wanted_and_done
from lsn_data.topics.overview.exhibits import by_theme
from lsn_data.topics.overview.freshness import freshness
from lsn_data.topics.overview.since import since
from lsn_data.topics.overview.since_exhibit import changes_since, day_of
from lsn_data.topics.priorities import answer as priorities
from lsn_data.topics.priorities.ballots import Ballots
from tests.topics.made import sample_respondents, wave_of

EN, DE = Language("en"), Language("de")
TODAY = dt.date(2026, 11, 22)
THEME_OF = {"VIS": "visibility", "INN": "innovation", "SKL": None}


def test_a_voice_is_a_share_of_the_mentions_of_themes_alone() -> None:
    rows = [([1, 2, 3], 6), ([None, 1, 2], 4), ([4, 1, None], 2)]
    found = voices(Ballots.of(list(THEME_OF), rows), None, THEME_OF)
    assert found["visibility"].share == pytest.approx(6 / 18)
    assert found["innovation"].share == pytest.approx(12 / 18)
    assert set(found) == {"visibility", "innovation"}


def test_the_range_of_a_voice_is_that_of_the_ratio_worked_out_by_hand() -> None:
    rows = [([1, 2], 30), ([1, None], 20), ([None, 1], 8)]
    found = voices(Ballots.of(["VIS", "INN"], rows), 300, THEME_OF)["visibility"]
    n, mentions = 58, 88
    share = 50 / mentions
    rest = 30 * (1 - 2 * share) ** 2 + 20 * (1 - share) ** 2 + 8 * share**2
    error = (n / (n - 1) * rest * (1 - n / 300)) ** 0.5 / mentions
    t_quantile = 2.301  # 57 degrees of freedom, two themes together: 1 - 0.05 / 4
    wide = t_quantile * error / (share * (1 - share))
    odds = share / (1 - share)
    assert found.high == pytest.approx(odds * math.exp(wide) / (1 + odds * math.exp(wide)), rel=1e-3)
    assert found.low == pytest.approx(odds * math.exp(-wide) / (1 + odds * math.exp(-wide)), rel=1e-3)


def test_whoever_asks_everybody_knows_the_voice_exactly() -> None:
    found = voices(Ballots.of(["VIS", "INN"], [([1, None], 6), ([None, 1], 4)]), 10, THEME_OF)
    assert found["visibility"] == Voice(0.6, 0.6, 0.6)


def test_the_ranges_of_all_themes_together_hold_the_truth_in_19_of_20_surveys() -> None:
    chance = np.random.default_rng(2030)
    strengths = np.array([1.2**-at for at in range(6)])
    items = [f"T{at}" for at in range(6)]
    members = np.array([chance.permutation(6) for _ in range(300)])
    members = np.array([chance.choice(6, 6, replace=False, p=strengths / strengths.sum()) for _ in members])
    top = np.array([[theme in order[:3] for theme in range(6)] for order in members])
    truth = top.sum(axis=0) / top.sum()
    held = 0
    for _ in range(400):
        asked = chance.choice(300, 58, replace=False)
        rows = [([int(np.where(members[one] == theme)[0][0]) + 1 for theme in range(6)], 1) for one in asked]
        found = voices(Ballots.of(items, rows), 300, {item: item for item in items})
        held += all(one.low <= share <= one.high for one, share in zip(found.values(), truth, strict=True))
    assert held / 400 >= 0.93


def test_what_nobody_mentioned_may_still_matter_to_those_who_were_not_asked() -> None:
    ballots = Ballots.of(["VIS", "INN"], [([1, None], 58)])
    assert voices(ballots, 58, THEME_OF)["innovation"] == Voice(0, 0, 0)
    assert voices(ballots, 300, THEME_OF)["innovation"].high == pytest.approx(1 - 0.0125 ** (1 / 58))


def test_nobody_or_one_alone_has_no_voice() -> None:
    for rows in ([], [([1, 2], 1)], [([None, None], 5)], [([4, 5], 6)]):
        assert voices(Ballots.of(["VIS", "INN"], rows), 300, THEME_OF) == {}


def test_a_project_of_two_themes_is_shared_by_them_and_all_efforts_are_one() -> None:
    found = efforts({"a": 2, "b": 0, "c": 1}, [["a", "b"], ["c", "nowhere"], []])
    assert found == {"a": 2.5 / 5, "b": 0.5 / 5, "c": 2 / 5}
    assert efforts({"a": 0}, []) == {}


@pytest.mark.parametrize(
    ("effort", "verdict"), [(0.2, "more wanted"), (0.28, "in line"), (0.45, "more done"), (None, None)]
)
def test_a_difference_is_told_only_beyond_the_range_and_five_points(effort: float | None, verdict: str | None) -> None:
    assert Balance(Voice(0.33, 0.27, 0.4), effort).verdict == verdict
    assert Balance(Voice(0.33, 0.32, 0.34), 0.3).verdict == "in line"


def test_the_demo_says_in_a_sentence_where_voice_and_effort_part(loaded: Store) -> None:
    found = voice_and_effort(loaded, EN)
    assert found is not None
    assert found.message == (
        "Members want more for innovative power than is done; for internationalisation it is the other way round"
    )
    assert sum(float(str(share)) for share in found.table.column("voice")) == pytest.approx(1)
    assert sum(float(str(share)) for share in found.table.column("effort")) == pytest.approx(1)


def test_without_a_survey_there_is_no_voice_and_without_status_the_strategic_measures_count(store: Store) -> None:
    assert voice_and_effort(store, EN) is None
    assert balanced(store).strategic
    assert sum(balanced(store).measures.values()) == 22
    wave_of(store, sample_respondents())
    found = voice_and_effort(store, DE)
    assert found is not None
    assert "Noch keine Maßnahme nennt ihren Stand" in " ".join(found.notes)


def test_what_waits_is_listed_by_rule_and_leads_to_its_page(store: Store) -> None:
    assert [row[0] for row in decisions(store, EN, TODAY).table.rows] == ["KPIs"]
    demo.load(store, "test")
    found = decisions(store, EN, TODAY)
    said = [str(row[1]) for row in found.table.rows]
    assert said[0].startswith("2 of 5 risks have no measure")
    assert "Moving the wrong way: Premium members and Projects in focus regions" in said
    assert "In the leading group, but no theme: Skilled workers" in said
    assert "4 measures have no owner" in said
    assert [found.ways[at, "area"].page for at in range(3)] == ["swot", "kpis", "kpis"]
    assert found.message == f"{len(said)} matters wait for a decision, the first in SWOT"


def test_what_changed_is_told_by_the_days_in_the_registers(loaded: Store) -> None:
    found = since(loaded, dt.date(2025, 12, 31), TODAY)
    assert [one.wave for one in found.waves] == ["Demo 2026"]
    assert found.members[1] - found.members[0] == len(found.joined) - len(found.left)
    assert {move.after["period"] for move in found.kpis} >= {"2025"}
    assert all((move.after["vintage"] or "") > "2025-12-31" for move in found.kpis)
    assert "DEMO-LABORNETZ WEST" in [row["project"] for row in found.started]
    later = changes_since(loaded, EN, "2026-11-01", TODAY)
    assert later.message == "Since 2026-11-01 nothing has happened that the registers tell"
    assert later.table.rows == ()


def test_a_day_to_come_or_no_day_is_half_a_year_ago() -> None:
    assert {day_of(given, TODAY) for given in (None, "", "tomorrow", "2027-01-01")} == {dt.date(2026, 5, 23)}


def test_old_sources_come_first_and_published_facts_never_grow_old(store: Store) -> None:
    bare = freshness(store, EN, TODAY)
    assert bare.message == "Only published facts are known; no file has been uploaded yet"
    assert "over 6 months old" not in bare.table.column("state")
    demo.load(store, "test")
    found = freshness(store, EN, dt.date(2027, 2, 1))
    assert found.table.column("state")[0] == "over 6 months old"
    assert re.match(r"(\d+) of \1 uploaded sources are over 6 months old", found.message)
    rows = dict(zip(found.table.column("source"), found.table.column("rows"), strict=True))
    assert (rows["Member survey"], rows["Members"]) == (58, 410)


def test_each_figure_of_the_overview_leads_to_its_page_with_the_theme(loaded: Store) -> None:
    found = by_theme(loaded, EN)
    for at, key in product(range(1, 7), ("measures", "projects", "swot")):
        way = found.ways[at, key]
        assert (way.page, way.filters[0][0]) == (key, "theme")
    assert (0, "measures") not in found.ways


def test_what_a_group_wants_stands_beside_what_is_done_for_it(loaded: Store) -> None:
    wave = shown_waves(loaded)[0]
    size = priorities.groups(loaded, wave, "size")[0]
    found = wanted_and_done(loaded, wave, EN, {"size": size.code})
    figures = priorities.group_answer(loaded, wave, "size", size)
    assert found.table.column("place") == tuple(one.place for one in figures.items)
    everybody = wanted_and_done(loaded, wave, EN)
    assert dict(zip(everybody.table.column("theme"), everybody.table.column("measures"), strict=True)) == dict(
        zip(found.table.column("theme"), found.table.column("measures"), strict=True)
    )
    at = everybody.table.column("theme").index("Innovative power")
    assert everybody.ways[at, "measures"].link == "measures?theme=innovation"
    skilled = everybody.table.column("theme").index("Skilled workers")
    assert (skilled, "measures") not in everybody.ways


def test_a_group_that_may_not_be_shown_is_not_shown_here_either(loaded: Store) -> None:
    wave = shown_waves(loaded)[0]
    with pytest.raises(NotShown):
        wanted_and_done(loaded, wave, EN, {"size": "1-9", "state": "other"})
