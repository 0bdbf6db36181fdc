"""Does the README tell the truth: two commands of one line each, every command of the product, nothing else?"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from lsn_data import cli
from lsn_data.commands import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
POWERSHELL = re.findall(r"```powershell\n(.*?)```", README, re.DOTALL)


def test_there_are_two_commands_of_one_line_each() -> None:
    assert [block.count("\n") for block in SHELL] == [1, 1]
    assert [block.count("\n") for block in POWERSHELL] == [1, 1]
    assert "streamlit run app.py" in SHELL[0]


def test_continuous_integration_runs_the_second_command_as_it_stands() -> None:
    last_line = (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().splitlines()[-1]
    assert last_line == SHELL[1].strip()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such right")
def test_continuous_integration_can_be_started() -> None:
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100


def test_windows_gets_the_same_steps() -> None:
    for shell, powershell in zip(SHELL, POWERSHELL, strict=True):
        steps = [step.strip().replace(".venv/bin/", "") for step in shell.split("&&")]
        windows = [step.strip().replace(".venv\\Scripts\\", "") for step in powershell.split(";")]
        assert windows[1:] == steps[1:]


def test_every_command_is_in_the_readme_and_every_one_there_exists() -> None:
    told = re.findall(r"(?m)^\| `(\w+)", README)
    assert told == [command.NAME for command in COMMANDS]


def test_every_option_that_the_readme_shows_exists(capsys: pytest.CaptureFixture[str]) -> None:
    for row in re.findall(r"(?m)^\| (`.*) \|$", README):
        name = row.split("`")[1].split()[0]
        assert cli.main([name, "--help"]) == 0
        known = capsys.readouterr().out
        assert [option for option in re.findall(r"--[a-z-]+", row) if option not in known] == []


def test_the_files_that_the_readme_names_are_there() -> None:
    for name in re.findall(r"`([\w./]+\.(?:py|txt|md))`", README):
        assert (ROOT / name).exists(), name


def test_the_proofs_that_the_readme_names_can_be_run() -> None:
    for path in re.findall(r"\btests/[\w/]+(?:\.py)?", README):
        assert (ROOT / path).exists(), path
    for name in re.findall(r"`benchmarks\.(\w+)`", README):
        assert (ROOT / "benchmarks" / f"{name}.py").exists(), name


def test_the_readme_is_read_in_some_minutes() -> None:
    assert len(README.split()) < 2200
