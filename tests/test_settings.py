"""Do the settings come from where they are said to come from, and is a wrong one told in a sentence?"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from lsn_data import cli
from lsn_data.language import Language
from lsn_data.settings import ROOT, Settings, login_secrets, settings
from lsn_data.settings_example import example
from lsn_data.settings_sources import FOR_TESTS, OTHERS, PREFIX, WrongSettings, variables_of
from lsn_data.ui.starting import without_administrator

LOGIN = """
[auth]
redirect_uri = "https://monitor.example.org/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "monitor"
client_secret = "the provider's secret"
server_metadata_url = "https://login.example.org/.well-known/openid-configuration"
"""
Write = Callable[[str], Path]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes the settings file, in an environment that sets nothing else."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)

    def write(text: str) -> Path:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.toml"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv("LSN_SETTINGS", str(path))
        return path

    return write


def troubles(code: str = "en") -> list[str]:
    with pytest.raises(WrongSettings) as wrong:
        settings()
    return wrong.value.said(Language(code)).splitlines()


def test_the_environment_comes_before_the_file_and_the_file_before_the_default(
    file: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file('backup_every = 6\nlog_level = "debug"\n')
    monkeypatch.setenv("LSN_BACKUP_EVERY", "12")
    read = settings()
    assert (read.backup_every, read.log_level, read.log_format) == (12, "debug", "text")


def test_an_empty_variable_sets_nothing(file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    file("backup_every = 6\n")
    monkeypatch.setenv("LSN_BACKUP_EVERY", "")
    assert settings().backup_every == 6


def test_paths_start_at_the_products_folder_wherever_it_was_started_from(
    file: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(f'db = "data/other.duckdb"\nbackups = "{tmp_path.as_posix()}"\n')
    monkeypatch.chdir(tmp_path)
    assert (settings().db, settings().backups) == (ROOT / "data" / "other.duckdb", tmp_path)


def test_the_login_is_handed_to_streamlit_whole_and_hidden_from_everybody_else(
    file: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(LOGIN)
    monkeypatch.setenv("LSN_AUTH__CLIENT_SECRET", "from the environment")
    table = tomllib.loads(LOGIN)["auth"]
    assert login_secrets() == {"auth": {**table, "client_secret": "from the environment"}}
    assert table["cookie_secret"] not in repr(settings())


def test_without_a_login_streamlit_gets_none(file: Write) -> None:
    file("")
    assert login_secrets() == {}


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("log_months = 99999", 'line 1: log_months cannot be "99999"; write a whole number of months, 1 or more.'),
        ("\nbackup_every = -1", 'line 2: backup_every cannot be "-1"; write a whole number of hours, 0 or more.'),
        ('log_format = "xml"', 'line 1: log_format cannot be "xml"; write text or json.'),
        ('adress = "x"', 'line 1: there is no setting "adress"; perhaps you mean "address".'),
        ("colour = 3", 'line 1: there is no setting "colour"; settings.example.toml names all of them.'),
        ('db = "C:\\Users"', "line 1: this is not written as TOML; "),
        ('db = "C:\\new"', 'line 1: db cannot be "C:\\new"; write a path to a file, with / between folders.'),
        ('address = "monitor"', 'line 1: address cannot be "monitor"; write an address such as https://'),
        ("[auth]\nclient = 1", 'line 2: there is no setting "auth.client"; perhaps you mean "auth.client_id".'),
        (LOGIN.replace("client_id", "#"), "line 2: auth.client_id is missing; write a text in quotes."),
    ],
)
def test_a_wrong_value_in_the_file_is_told_with_its_line(file: Write, written: str, sentence: str) -> None:
    path = file(written)
    assert any(one.startswith(f"{path}, {sentence}") for one in troubles())


def test_a_wrong_variable_is_told_by_its_name_in_german_too(file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    file("")
    monkeypatch.setenv("LSN_BACKUP_EVERY", "täglich")
    monkeypatch.setenv("LSN_BACKUPP", "x")
    assert troubles("de") == [
        "LSN_BACKUPP: Eine Einstellung „LSN_BACKUPP“ gibt es nicht; vielleicht meinen Sie „LSN_BACKUPS“.",
        "LSN_BACKUP_EVERY: backup_every kann nicht „täglich“ sein; schreiben Sie eine ganze Zahl von Stunden, "
        "0 oder mehr.",
    ]


def test_a_login_without_anybody_who_administers_is_told_at_the_start(file: Write) -> None:
    file('others = "editor"' + LOGIN)
    assert without_administrator(settings())
    file('admins = ["Board"]' + LOGIN)
    assert not without_administrator(settings())


def test_a_wrong_secret_is_never_repeated(file: Write) -> None:
    file(LOGIN.replace("0123456789abcdef0123456789abcdef", "too short"))
    told = troubles()
    assert "auth.cookie_secret is not as it must be" in told[0]
    assert "too short" not in told[0]


def test_a_settings_file_that_is_named_must_be_there(file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = file("").with_name("missing.toml")
    monkeypatch.setenv("LSN_SETTINGS", str(missing))
    assert troubles() == [f"LSN_SETTINGS names {missing}, which is not there; write the path of a settings file."]


def test_an_editors_mark_at_the_beginning_of_the_file_does_no_harm(file: Write) -> None:
    file("\ufeffbackup_every = 3\n")
    assert settings().backup_every == 3


def test_the_example_names_every_setting_with_its_default_in_both_languages() -> None:
    written = (ROOT / "settings.example.toml").read_text(encoding="utf-8")
    assert written == example() + "\n", "python -m lsn_data settings --example writes it anew"
    assert tomllib.loads(written) == {}


def test_the_example_can_be_used_line_by_line(file: Write) -> None:
    shown = re.sub(r"(?m)^# ", "", example()).replace('"…"', f'"{"x" * 32}"')
    file(shown)
    read = settings()
    assert read.auth is not None
    usual = Settings.model_construct()
    assert (read.db, read.backup_every) == (ROOT / usual.db, usual.backup_every)


def test_every_variable_that_the_product_reads_is_known() -> None:
    used = {
        name
        for path in [*ROOT.glob("lsn_data/**/*.py"), *ROOT.glob("tests/**/*.py"), *ROOT.glob("benchmarks/*.py")]
        if path.name not in (Path(__file__).name, "test_server_files.py")
        for name in re.findall(r"""["'](LSN_[A-Z_]+)["']""", path.read_text(encoding="utf-8"))
    }
    assert used - {*variables_of(Settings), *OTHERS, FOR_TESTS, PREFIX} == set()


def test_the_command_line_tells_it_and_ends_with_2(
    file: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file("backup_every = 1.5")
    monkeypatch.setenv("LANG", "C")
    assert cli.main(["history", "--db", "x.duckdb", "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert told.err == f'{path}, line 1: backup_every cannot be "1.5"; write a whole number of hours, 0 or more.\n'


def test_the_settings_are_listed_with_where_they_come_from(
    file: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file(f"backup_every = 3\n{LOGIN}")
    monkeypatch.setenv("LSN_LOG_LEVEL", "error")
    assert cli.main(["settings", "--json", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    listed = {row["setting"]: (row["value"], row["from"]) for row in json.loads(out)["settings"]}
    assert listed["backup_every"] == ("3", f"{path}, line 1")
    assert listed["log_level"] == ("error", "LSN_LOG_LEVEL")
    assert listed["log_format"] == ("text", "default")
    assert listed["auth.client_id"] == ("monitor", f"{path}, line 6")
    assert "the provider's secret" not in out


def test_the_app_does_not_start_with_wrong_settings(file: Write) -> None:
    path = file("backup_every = 'daily'")
    started = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "0"],
        cwd=ROOT,
        env={**os.environ, "LANG": "de_DE.UTF-8", "LC_ALL": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert started.returncode == 2
    hours = "eine ganze Zahl von Stunden, 0 oder mehr"
    assert started.stderr.strip() == f"{path}, Zeile 1: backup_every kann nicht „daily“ sein; schreiben Sie {hours}."
