"""What does the product run on: pinned, under which licences, without known holes, and without asking anybody?"""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from importlib.metadata import metadata
from pathlib import Path

from tests.audit import ROOT, accepted, runtime, verdict

TODAY = dt.date(2026, 11, 22)
# Free to ship with any product, changed or not; MPL-2.0 asks only that changes to its own files stay open.
FREE = re.compile(
    r"\b(MIT|MIT-0|MIT-CMU|BSD|0BSD|BSD-[23]-Clause|Apache|Apache-2\.0|PSF-2\.0|PSF|ISC|Zlib|CC0-1\.0|Unlicense"
    r"|MPL-2\.0|MPL 2\.0|HPND)\b"
)
NOT_FREE = re.compile(r"\b[AL]?GPL|General Public|SSPL|Commons Clause|Business Source|Elastic", re.IGNORECASE)


def licence_of(package: str) -> str:
    """What a package says of its licence, in its most exact words."""
    told = metadata(package)
    classifiers = [one for one in told.get_all("Classifier") or [] if one.startswith("License")]
    return told.get("License-Expression") or " ".join(classifiers) or (told.get("License") or "")[:200]


def test_every_package_that_the_product_runs_on_may_be_shipped() -> None:
    found = {package: licence_of(package) for package in runtime()}
    assert len(found) > 30
    assert {package: told for package, told in found.items() if not FREE.search(told) or NOT_FREE.search(told)} == {}


def test_every_requirement_is_pinned_to_one_version() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        loose = [one for one in lines if one and not re.fullmatch(r"#.*|-r requirements\.txt|[\w.\[\]-]+==[\w.]+", one)]
        assert loose == [], name


def found(*advisories: str, fixed: str = "2.0") -> dict[str, object]:
    vulns = [{"id": one, "aliases": [f"CVE-{one}"], "fix_versions": [fixed]} for one in advisories]
    return {"dependencies": [{"name": "a", "version": "1.0", "vulns": vulns}, {"name": "b", "skip_reason": "unknown"}]}


def test_an_advisory_fails_with_its_cure_unless_somebody_looked_at_it_lately() -> None:
    failing, line = verdict(found("GHSA-1"), {}, TODAY)
    assert failing == ["a 1.0: GHSA-1 (cured in: 2.0)"]
    assert "1 packages asked" in line
    assert line.endswith("the index does not know b")
    looked_at = {"CVE-GHSA-1": {"reason": "not reached", "until": TODAY}}
    assert verdict(found("GHSA-1"), looked_at, TODAY)[0] == []
    assert verdict(found("GHSA-1"), looked_at, TODAY + dt.timedelta(days=1))[0] != []
    assert verdict(found("GHSA-1"), {"CVE-GHSA-1": {"reason": "", "until": TODAY}}, TODAY)[0] != []


def test_an_index_that_tells_nothing_is_said_and_fails_nobody() -> None:
    for told in (None, {}, {"dependencies": [{"name": "a", "skip_reason": "not found"}]}):
        assert verdict(told, {}, TODAY) == ([], "not asked: the package index tells no advisories here")


def test_every_advisory_that_is_let_pass_has_a_reason_and_a_day() -> None:
    for one in accepted().values():
        assert one["reason"]
        assert isinstance(one["until"], dt.date)


ASKING_NOBODY = """
import socket, sys
asked = []
real = socket.socket.connect
def connect(self, address):
    afar = self.family in (socket.AF_INET, socket.AF_INET6)
    if afar and not str(address[0]).startswith(("127.", "::1", "localhost")):
        asked.append(address)
        raise OSError("no")
    return real(self, address)
def looked_up(host, *rest, **more):
    if host not in ("localhost", "127.0.0.1", "::1", None, ""):
        asked.append(host)
        raise OSError("no")
    return found(host, *rest, **more)
found = socket.getaddrinfo
socket.socket.connect = socket.socket.connect_ex = connect
socket.getaddrinfo = looked_up
from pathlib import Path
from lsn_data import cli
from tests.browser.served import demo_database
from tests.ui.visitor import ROOMS, visit
import os
os.environ["LSN_DB"] = str(demo_database(Path(sys.argv[1])))
for room in ROOMS:
    assert not visit(room).exception, room
for file in ("pack.pptx", "handout.pdf", "figures.xlsx"):
    assert cli.main(["board", "--exhibits", "overview,priorities", "--out", str(Path(sys.argv[1]) / file)]) == 0, file
assert not asked, asked
print("asked nobody")
"""


def test_the_server_asks_nobody_while_it_draws_imports_and_exports(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ASKING_NOBODY, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.stdout.strip().endswith("asked nobody"), ended.stderr[-2000:]
