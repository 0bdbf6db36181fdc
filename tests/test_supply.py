"""What does the product run on: pinned, under which licences, without known holes, and without asking anybody?"""

from __future__ import annotations

import datetime as dt
import re
import socket
from importlib.metadata import metadata

import pytest

from tests.audit import ROOT, accepted, runtime, verdict
from tests.conftest import AskedSomebody

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


def test_every_test_of_this_run_would_fail_if_the_product_asked_somebody() -> None:
    for somebody in ("192.0.2.1", "evil.example"):
        with pytest.raises(AskedSomebody):
            socket.create_connection((somebody, 80), timeout=1)
