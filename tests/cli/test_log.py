"""Does the command `log` tell who did what, exports and commands included?"""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_the_log_tells_what_commands_brought_in_and_took_along(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kpi.csv"
    file.write_text("kpi,period,value\nmembers,2025,300\n", encoding="utf-8")
    assert run("import", str(file), "--kind", "kpi").status == 0
    assert run("board", "--out", str(tmp_path / "pack.pptx"), "--exhibits", "strategy-at-a-glance").status == 0
    entries = run("log", "--json").json["entries"]
    assert [(one["action"], one["role"]) for one in entries] == [("export", "admin"), ("import", "admin")]
    assert [one["about"]["file"] for one in entries] == ["pack.pptx", "kpi.csv"]
    assert entries[0]["at"].endswith("Z")
    said = run("log").out
    assert "took along" in said
    assert "kpi.csv" in said
    assert run("log", "--json", "--who", "nobody").json["entries"] == []


def test_a_copy_of_everything_and_the_way_back_are_written_down_too(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kpi.csv"
    file.write_text("kpi,period,value\nmembers,2025,300\n", encoding="utf-8")
    assert run("import", str(file), "--kind", "kpi").status == 0
    assert run("backup", str(tmp_path / "copy.duckdb")).status == 0
    assert run("restore", str(tmp_path / "copy.duckdb")).status == 0
    entries = run("log", "--json").json["entries"]
    assert [one["action"] for one in entries] == ["restore", "backup", "import"]
    assert [one["about"]["file"] for one in entries[:2]] == ["copy.duckdb", "copy.duckdb"]
