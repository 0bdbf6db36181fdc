"""Do the files for a server keep what docs/server.md promises, and do they fit the product and each other?"""

from __future__ import annotations

import fnmatch
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from lsn_data.settings import ROOT, Settings
from lsn_data.settings_sources import NAMES_THE_FILE, variables_of

IMAGE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
PROXY = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
UNITS = sorted((ROOT / "deploy").glob("*.service"))
SERVICE = (ROOT / "deploy" / "lsn-monitor.service").read_text(encoding="utf-8")
# What the proxy alone reads.
OF_THE_PROXY = {"LSN_HOST", "LSN_TLS", "LSN_MONITOR"}
FILES = [ROOT / "Dockerfile", ROOT / "compose.yaml", *sorted((ROOT / "deploy").glob("*"))]


def kept(path: str) -> list[str]:
    """The lines of an ignore file."""
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def in_git() -> list[str]:
    told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if told.returncode:
        pytest.skip("this is no clone")
    return [name for name in told.stdout.decode().split("\0") if name]


def service_of(name: str) -> str:
    """One service of compose.yaml, without the comments."""
    text = re.sub(r"(?m)#.*$", "", COMPOSE)
    return re.search(rf"(?ms)^  {name}:\n(.*?)(?=^  \w|^\w)", text)[1]  # type: ignore[index]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_variable_in_them_is_one_that_the_product_knows(path: Path) -> None:
    if path.is_dir():
        return
    named = set(re.findall(r"LSN_[A-Z_]+", path.read_text(encoding="utf-8")))
    assert named - {*variables_of(Settings), NAMES_THE_FILE} - OF_THE_PROXY == set()


def test_the_image_holds_what_runs_and_nothing_that_is_private() -> None:
    rules = kept(".dockerignore")
    assert rules[0] == "*"
    let_in = [rule[1:] for rule in rules if rule.startswith("!")]
    assert [name for name in let_in if not (ROOT / name).exists()] == []
    needed = ("app.py", "lsn_data/ui/main.py", "pages/kpis.py", "datasets/published/projects.csv", "requirements.txt")
    private = ("settings.toml", "data/lsn.duckdb", ".git/config", ".env", "tests/test_readme.py")
    inside = [name for name in (*needed, *private) if any(Path(name).is_relative_to(part) for part in let_in)]
    assert inside == list(needed)
    assert all(any(fnmatch.fnmatch(f"a/{name}", rule) for rule in rules) for name in ("__pycache__", "b.pyc"))


def test_the_image_runs_as_nobody_compiles_nothing_and_watches_itself() -> None:
    last = IMAGE[IMAGE.rindex("\nFROM ") :]
    assert re.search(r"(?m)^USER (\d+):\1$", last)
    assert last.index("COPY . .") < last.index("USER ")
    assert "--only-binary=:all:" in IMAGE
    assert not re.search(r"(?m)^RUN .*\b(apt|apt-get|curl|wget)\b", IMAGE)
    assert re.search(r'HEALTHCHECK [^\n]*\\\n\s+CMD \["python", "-m", "lsn_data.watched"\]', last)
    assert 'CMD ["streamlit", "run", "app.py"]' in last
    assert len(set(re.findall(r"(?m)^FROM (\S+)", IMAGE))) == 1
    assert not re.search(r"(?m)^FROM \S+:latest|^FROM [^:\s]+(\s|$)", IMAGE)


def test_the_image_runs_the_python_that_the_tests_run_on() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert f"python:{declared['tool']['mypy']['python_version']}-slim" in IMAGE


@pytest.mark.parametrize("name", ["monitor", "proxy"])
def test_each_container_may_as_little_as_it_can(name: str) -> None:
    service = service_of(name)
    for rule in ("read_only: true", "cap_drop: [ALL]", '"no-new-privileges:true"', "mem_limit:", "pids_limit:"):
        assert rule in service
    assert "privileged: true" not in service


def test_only_the_proxy_can_be_reached_from_outside() -> None:
    assert "ports:" not in service_of("monitor")
    assert re.search(r"inside:\n\s+internal: true", COMPOSE)
    assert "- inside" in service_of("monitor")
    assert "networks: [inside, outside]" in service_of("proxy")


def test_whoever_stops_the_container_waits_as_long_as_the_server_may_need() -> None:
    assert "stop_grace_period: 30s" in service_of("monitor")
    assert "TimeoutStopSec=30s" in SERVICE


def test_the_proxy_lets_as_much_through_as_the_product_takes_and_says_each_header_once() -> None:
    streamlit = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    most = int(re.search(r"max_size (\d+)MB", PROXY)[1])  # type: ignore[index]
    assert streamlit["server"]["maxUploadSize"] < most <= streamlit["server"]["maxUploadSize"] * 1.5
    assert "Strict-Transport-Security" in PROXY
    assert not any(name in PROXY for name in ("Content-Security-Policy", "X-Frame-Options", "nosniff"))


def test_no_start_asks_the_internet_for_this_machines_address() -> None:
    streamlit = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert streamlit["browser"]["serverAddress"] == "localhost"


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_service_writes_to_its_own_folder_alone(path: Path) -> None:
    unit = path.read_text(encoding="utf-8")
    for rule in ("ProtectSystem=strict", "NoNewPrivileges=yes", "StateDirectory=lsn-monitor", "CapabilityBoundingSet="):
        assert f"\n{rule}\n" in unit
    assert "\nUser=lsn-monitor\n" in unit


def test_wrong_settings_do_not_start_the_service_again_and_again() -> None:
    assert "RestartPreventExitStatus=2" in SERVICE


def test_secrets_and_certificates_stay_out_of_git() -> None:
    ignored = kept(".gitignore")
    assert {"settings.toml", ".env", "data/"} <= set(ignored)
    assert kept("deploy/certs/.gitignore") == ["*", "!.gitignore"]
    assert not {"settings.toml", ".env"} & set(in_git())
