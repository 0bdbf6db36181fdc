"""Do the benchmarks still run? Only that: how quick they are is read by people, on a quiet machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import (
    board,
    coverage,
    disclosure,
    first_heading,
    intake,
    larger,
    load,
    pages,
    people,
    priorities,
    ranking,
    scale,
    scale_docs,
    weighting,
)  # fmt: skip
from lsn_data import demo
from lsn_data.store import open_store, register_rows, waves


def test_the_priorities_benchmark_prints_its_ratio(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(priorities, "MANY", 600)
    monkeypatch.setattr(priorities, "ROUNDS", 1)
    priorities.main()
    assert "ratio" in capsys.readouterr().out


def test_the_first_heading_benchmark_can_be_started() -> None:
    assert callable(first_heading.main)


def test_the_intake_benchmark_prints_both_ratios(capsys: pytest.CaptureFixture[str]) -> None:
    intake.main(120)
    printed = capsys.readouterr().out
    assert "ours / calamine" in printed
    assert "pandas / ours" in printed


def test_the_ranking_benchmark_prints_each_comparison(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, few in (
        ("SOME", 80),
        ("MANY", 100),
        ("REFITS", 20),
        ("BY_CHOIX", 2),
        ("ROUNDS", 1),
        ("LONG", 0),
        ("FEW", 40),
    ):
        monkeypatch.setattr(ranking, name, few)
    monkeypatch.setattr(ranking, "CONSENSUS_ITEMS", 6)
    ranking.main()
    printed = capsys.readouterr().out
    assert printed.count("(bar ") == 10
    assert "apart by at most" in printed


def test_the_coverage_simulation_prints_a_line_for_each_truth_and_size(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(coverage, "ANSWERS", (12,))
    coverage.check()
    coverage.main(2)
    assert len(capsys.readouterr().out.splitlines()) == 1 + len(coverage.TRUTHS)


def test_the_disclosure_benchmark_recovers_nothing_from_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(disclosure, "WAVES", 1)
    disclosure.main(40)
    naive, ours = capsys.readouterr().out.splitlines()[1:]
    assert "recovered 0 " not in naive
    assert "recovered 0 " in ours


def test_the_weighting_simulation_prints_a_line_for_each_world_and_method(capsys: pytest.CaptureFixture[str]) -> None:
    weighting.main(2)
    assert len(capsys.readouterr().out.splitlines()) == 1 + len(weighting.WORLDS) * len(weighting.METHODS)


def test_the_pages_benchmark_can_be_started_and_its_data_are_the_demo_many_times_over(tmp_path: Path) -> None:
    assert callable(pages.main)
    with open_store(tmp_path / "larger.duckdb") as store:
        larger.load(store, 2)
        assert len(register_rows(store, "members")) == 2 * len(demo_rows("members"))
        assert {wave.asked for wave in waves(store)} == {2 * asked for asked in demo.ASKED.values()}


def demo_rows(kind: str) -> list[str]:
    return (demo.FOLDER / f"{kind}.csv").read_text(encoding="utf-8").splitlines()[1:]


def test_the_board_benchmark_prints_each_way_out_beside_bare_charts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(board, "ROUNDS", 1)
    monkeypatch.setattr(board, "PAGES", 2)
    board.main()
    printed = capsys.readouterr().out
    assert printed.count("x bare charts") == 5
    assert "slides of the edition" in printed


def test_the_load_benchmark_can_be_started_and_its_people_click_on_what_the_pages_offer() -> None:
    assert callable(load.main)
    everybody = people.people(20, 8)
    assert {one.code for one in everybody} == {"de", "en"}
    assert {len(one.path) for one in everybody} == {8}
    assert {click.page for one in everybody for click in one.path} >= set(people.PAGES)
    assert people.people(20, 8) == everybody


def test_the_growth_of_cost_is_drawn_and_told_in_both_languages() -> None:
    assert callable(scale.main)
    found = {times: costs(times) for times in (1, 100)}
    english, german = (scale_docs.picture(found, code) for code in ("en", "de"))
    assert "Explore 4.0 ×" in english
    assert "Erkunden 4,0 ×" in german
    assert "| Erkunden, wieder | 0,10 s | 4,0 × |" in scale_docs.table(found, "de")
    assert "| import | 1.00 s | 100.0 × |" in scale_docs.table(found, "en")
    for text in ("scale.md", "scale.de.md"):
        assert scale_docs.BEGIN in (scale_docs.DOCS / text).read_text(encoding="utf-8")


def costs(times: int) -> scale.Costs:
    """Invented: everything grows like the data, but for a page that is four times as slow."""
    pages = {f"{page}{ending}": 0.1 for page in scale_docs.PAGES for ending in (scale_docs.AGAIN, scale_docs.FIRST)}
    pages |= {"explore, again": 0.1 if times == 1 else 0.4}
    steps = {"import": 1.0 * times, "ranking": 1.0, "what may be shown": 1.0, "board pack": 1.0, "backup": 1.0}
    sent = dict.fromkeys(scale_docs.PAGES, 1000)
    return {"seconds": steps | pages, "bytes": sent, "MiB": {"board pack": 300 + times}, "file": 1000}
