"""Does nothing in here fail on Windows, as far as that can be seen from elsewhere?"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsn_data.settings import ROOT
from tests.running.test_server_files import in_git
from tests.source import MODULES, named, parsed

START = (ROOT / "start.cmd").read_bytes()
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
LONGEST = 160
# Text that is opened without its encoding is read in the code page of the machine.
TEXT_OPENERS = {"open", "read_text", "write_text"}
# These open no file of text.
OTHER_OPENERS = {"csv_text", "desk", "os", "webbrowser", "Image", "urllib"}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def where(path: Path, call: ast.Call) -> str:
    return f"{named(path)}:{call.lineno}"


def owner(call: ast.Call) -> str:
    """What a method is called on, if that is a plain name."""
    return getattr(call.func.value, "id", "") if isinstance(call.func, ast.Attribute) else ""


def binary(call: ast.Call) -> bool:
    modes = [
        one.value for one in [*call.args, *(word.value for word in call.keywords)] if isinstance(one, ast.Constant)
    ]
    return any(isinstance(mode, str) and re.fullmatch(r"[rwax]b\+?|[rwax]\+?b", mode) for mode in modes)


def test_every_name_can_be_a_file_there() -> None:
    names = in_git()
    parts = {part for name in names for part in name.split("/")}
    assert [part for part in parts if re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', part)] == []
    assert [part for part in parts if part.split(".")[0].lower() in RESERVED] == []
    assert [name for name in names if len(name) > LONGEST] == []
    folded = [name.lower() for name in names]
    assert len(folded) == len(set(folded)), "two names differ only by the case of their letters"


def test_text_is_opened_with_its_encoding() -> None:
    silent = [
        where(path, call)
        for path in MODULES
        for name, call in calls(path)
        if name in TEXT_OPENERS
        and owner(call) not in OTHER_OPENERS
        and (call.args or call.keywords or name != "open")
        and not binary(call)
        and not any(word.arg == "encoding" for word in call.keywords)
    ]
    assert silent == []


def test_no_temporary_file_is_opened_twice() -> None:
    """Windows does not open a file by its name that is still open."""
    assert [where(path, call) for path in MODULES for name, call in calls(path) if name == "NamedTemporaryFile"] == []


def test_nothing_is_forked() -> None:
    forking = ("fork", "forkpty", "posix_spawn", "preexec_fn")
    found = [where(path, call) for path in MODULES for name, call in calls(path) if name in forking]
    told = [
        where(path, call)
        for path in MODULES
        for _, call in calls(path)
        if any(word.arg in ("preexec_fn", "start_new_session", "pass_fds") for word in call.keywords)
    ]
    assert found + told == []


def test_a_file_takes_the_place_of_another_by_replace() -> None:
    """`rename` refuses there if the other file exists: right for a new database, wrong for everything else."""
    renaming = [
        where(path, call) for path in MODULES for name, call in calls(path) if name == "rename" and owner(call) == "os"
    ]
    assert [place.split(":")[0] for place in renaming] == ["lsn_data/store/private.py"]


def test_the_start_file_has_the_line_ends_that_its_shell_needs() -> None:
    assert START.count(b"\n") == START.count(b"\r\n")
    assert "*.cmd text eol=crlf" in (ROOT / ".gitattributes").read_text(encoding="utf-8")
    told = subprocess.run(
        ["git", "check-attr", "eol", "start.cmd"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode or "crlf" in told.stdout


def test_the_start_file_jumps_to_places_that_are_there_and_takes_the_steps_of_the_readme() -> None:
    text = START.decode("utf-8")
    places = set(re.findall(r"(?m)^:(\w+)", text))
    assert set(re.findall(r"goto (\w+)", text)) == places
    assert all(command.isascii() for command in text.splitlines() if not command.startswith("echo "))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    powershell = re.findall(r"```powershell\n(.*?)```", readme, re.DOTALL)[0]
    for step in ("-m venv .venv", "-r requirements.txt", "-m lsn_data demo --first-time", "streamlit run app.py"):
        assert step in powershell
        assert step in text


@pytest.mark.parametrize("name", ["signal.SIGKILL", "os.geteuid", "os.getuid", "os.chown", "os.uname", "os.getloadavg"])
def test_what_only_posix_has_is_not_called_without_a_look(name: str) -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert name not in text or "sys.platform" in text or "hasattr" in text, path
