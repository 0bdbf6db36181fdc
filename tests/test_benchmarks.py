"""Do the benchmarks still run? Only that: how quick they are is read by people, on a quiet machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import board, coverage, disclosure, first_heading, intake, larger, pages, priorities, ranking, weighting
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
