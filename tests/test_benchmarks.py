"""Do the benchmarks still run? Only that: how quick they are is read by people, on a quiet machine."""

from __future__ import annotations

import pytest

from benchmarks import first_heading, intake, priorities


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
