"""Would the check for known holes fail if there were one? pip-audit itself runs, only the index stands in."""

from __future__ import annotations

import datetime as dt
import io
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from types import SimpleNamespace
from typing import Any

import pip_audit._cli
import pip_audit._service.pypi as index
import pytest
import requests
from pip_audit._service import ServiceError

from tests import audit

Advisory = Mapping[str, Any]
HOLE = {
    "id": "GHSA-aaaa-bbbb-cccc", "aliases": ["CVE-2026-1"], "fixed_in": ["1.10.1", "2.0"], "summary": "A hole.",
    "details": "It lets somebody in.", "withdrawn": None, "published": "2026-11-01T00:00:00Z",
}  # fmt: skip


@pytest.fixture
def tells(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the index answer: each package's advisories as it publishes them, or a status; of others it knows none."""

    def answers(by_package: Mapping[str, list[Advisory]], status: int = 200) -> None:
        def get(url: str, timeout: int) -> requests.Response:
            answer = requests.Response()
            answer.status_code = status
            told = {"info": {}, "vulnerabilities": by_package.get(url.split("/")[-3], [])}
            answer._content = json.dumps(told).encode()
            return answer

        monkeypatch.setattr(index, "caching_session", lambda _: SimpleNamespace(get=get))

    monkeypatch.setattr(subprocess, "run", here)
    monkeypatch.setattr(audit, "runtime", lambda: {"starlette": "1.10.0", "uvicorn": "0.54.0"})
    return answers


def here(command: list[str], **_: object) -> SimpleNamespace:
    """The command that the check gives, run in this process: what it prints, and how it ends."""
    said, status = io.StringIO(), 1
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(io.StringIO()):
        patch.setattr(sys, "argv", command[2:])
        try:
            pip_audit._cli.audit()
            status = 0
        except (SystemExit, ServiceError):  # found something; the index is out of order
            pass
    return SimpleNamespace(stdout=said.getvalue(), returncode=status)


def test_a_known_hole_fails_the_check_and_names_its_cure(
    tells: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    tells({"starlette": [HOLE]})
    assert audit.main() == 1
    assert capsys.readouterr().out.splitlines() == [
        "starlette 1.10.0: CVE-2026-1 (cured in: 1.10.1, 2.0)",
        "2 packages asked, 1 open advisories",
    ]


def test_without_one_it_passes_and_so_it_does_where_it_was_withdrawn(
    tells: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    tells({"starlette": [{**HOLE, "withdrawn": "2026-11-02T00:00:00Z"}]})
    assert audit.main() == 0
    assert capsys.readouterr().out == "2 packages asked, 0 open advisories\n"


def test_one_that_somebody_looked_at_passes_under_each_of_its_names(
    tells: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    tells({"starlette": [HOLE]})
    for name in ("GHSA-aaaa-bbbb-cccc", "CVE-2026-1"):
        monkeypatch.setattr(audit, "accepted", lambda name=name: {name: {"reason": "…", "until": dt.date.max}})
        assert audit.main() == 0


@pytest.mark.parametrize("status", [404, 503])
def test_an_index_that_tells_nothing_fails_only_whoever_insists(
    status: int, tells: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    tells({}, status)
    assert audit.main() == 0
    assert audit.main([audit.INSIST]) == 1
    assert set(capsys.readouterr().out.splitlines()) == {audit.NOT_ASKED}


def test_without_the_tool_the_check_is_broken_and_does_not_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pip_audit", None)
    with pytest.raises(ImportError):
        audit.main()
