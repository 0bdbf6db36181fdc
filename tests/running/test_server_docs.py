"""Does the guide for a server tell the truth, the same in both languages?"""

from __future__ import annotations

import ast
import re
import tomllib

import pytest

from lsn_data import cli
from lsn_data.language import catalogue
from lsn_data.settings import ROOT, Settings
from lsn_data.settings_sources import variables_of
from lsn_data.ui import guard
from tests.source import MODULES, parsed

GUIDES = {code: (ROOT / "docs" / name).read_text(encoding="utf-8") for code, name in (
    ("en", "server.md"), ("de", "server.de.md"),
)}  # fmt: skip
# What a reader puts in place of these differs with the language.
PLACEHOLDERS = {"ADRESSE-DIESES-REPOSITORYS": "ADDRESS-OF-THIS-REPOSITORY", "ALTE-VERSION": "OLD-VERSION"}
MESSAGES = {
    "en": [str(one.id if isinstance(one.id, str) else one.id[0]) for one in catalogue("de")]
    + list(guard.WORDS.values()),
    "de": [str(one.string if isinstance(one.string, str) else one.string[0]) for one in catalogue("de")]
    + list(guard.WORDS.values()),
}


def blocks(code: str) -> list[str]:
    """The commands and files of a guide, without the comments."""
    found = re.findall(r"(?ms)^ *```\w+\n(.*?)^ *```", GUIDES[code])
    for ours, theirs in PLACEHOLDERS.items():
        found = [one.replace(ours, theirs) for one in found]
    return [re.sub(r" +#.*", "", one) for one in found]


def test_both_languages_give_the_same_commands() -> None:
    assert blocks("de") == blocks("en")
    assert [line.count("#") for line in GUIDES["de"].splitlines() if line.startswith("#")] == [
        line.count("#") for line in GUIDES["en"].splitlines() if line.startswith("#")
    ]


@pytest.mark.parametrize("code", GUIDES)
def test_every_command_in_it_exists_with_its_options(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    used = re.findall(
        r"(?:-m lsn_data|^lsn-monitor|&& lsn-monitor| lsn-monitor) ([a-z]+)((?: --[a-z-]+)*)", GUIDES[code]
    )
    known = {command for command, _ in used if command not in ("settings",)}
    assert {"backup", "restore", "check"} <= known
    for command, options in used:
        if command in ("lsn", "or", "and", "oder"):
            continue
        assert cli.main([command, "--help"]) == 0, command
        told = capsys.readouterr().out
        assert all(option in told for option in options.split())


@pytest.mark.parametrize("code", GUIDES)
def test_the_files_that_it_names_are_there(code: str) -> None:
    text = GUIDES[code]
    named = set(re.findall(r"\]\(([^)]+)\)", text)) | {f"../{name}" for name in re.findall(r"`(deploy/\w+)`", text)}
    assert [name for name in named if not (ROOT / "docs" / name).exists()] == []
    for name in ("start.cmd", "Dockerfile", "CHANGELOG.md"):
        assert name in text
        assert (ROOT / name).exists()


@pytest.mark.parametrize("code", GUIDES)
def test_the_settings_that_it_shows_are_ones_that_there_are(code: str) -> None:
    known = set(variables_of(Settings).values())
    for block in re.findall(r"```toml\n(.*?)```", GUIDES[code], re.DOTALL):
        for name, value in tomllib.loads(block).items():
            assert (name,) in known
            assert all((name, inner) in known for inner in (value if isinstance(value, dict) else ()))


@pytest.mark.parametrize("code", GUIDES)
def test_the_messages_that_it_explains_are_said(code: str) -> None:
    table = GUIDES[code][GUIDES[code].rindex("| --- |") :]
    quoted = [part.strip() for one in re.findall(r"\*([^*]+)\*", table) for part in one.split("…") if part.strip()]
    assert len(quoted) >= 4
    assert [one for one in quoted if not any(one in message for message in MESSAGES[code])] == []


@pytest.mark.parametrize("code", GUIDES)
def test_every_event_of_the_log_is_explained(code: str) -> None:
    rows = re.findall(r"(?m)^\| (`[a-z ]+`(?:, `[a-z ]+`)*) \|", GUIDES[code])
    explained = {event for row in rows for event in re.findall(r"`([a-z ]+)`", row)}
    written = {
        node.args[0].value
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and (ast.unparse(node.func) == "log.told" or (path.name == "log.py" and ast.unparse(node.func) == "told"))
        and isinstance(node.args[0], ast.Constant)
    }
    assert explained == written
