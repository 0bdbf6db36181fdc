"""Is any package that the product runs on known to be unsafe? `python -m tests.audit` asks the package index.

Every advisory fails the check, unless `[tool.lsn.advisories]` in pyproject.toml names it with a reason and a day until
which that holds. Where the index cannot be asked, that is said and nothing fails, unless somebody insists:
`python -m tests.audit --must-answer`.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
# An index that is not there is told within a few seconds; a slow one is given the time for all packages.
SECONDS = 90
NOT_ASKED = "not asked: the package index tells no advisories here"
INSIST = "--must-answer"
Accepted = Mapping[str, Mapping[str, Any]]


def runtime() -> dict[str, str]:
    """Every package that requirements.txt brings, by name with its installed version; those that it needs too."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    waiting = [Requirement(line) for line in lines if line and not line.startswith(("#", "-"))]
    found: dict[str, str] = {}
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # for another system
            continue
        needed = [Requirement(line) for line in requires(name) or ()]
        waiting += [one for one in needed if _holds(one, wanted.extras) and canonicalize_name(one.name) not in found]
    return dict(sorted(found.items()))


def _holds(one: Requirement, extras: set[str]) -> bool:
    return one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in {"", *extras})


def accepted() -> Accepted:
    """The advisories that somebody looked at: {id: {reason, until}}."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return dict(told["tool"].get("lsn", {}).get("advisories", {}))


def verdict(
    told: Mapping[str, Any] | None, known: Accepted, today: dt.date, insist: bool = False
) -> tuple[list[str], str]:
    """What fails, and one line on how it went; `told` is what pip-audit says as JSON, None if it says nothing.

    `insist`: an index that tells nothing fails, too.
    """
    packages: Sequence[Mapping[str, Any]] = (told or {}).get("dependencies", [])
    asked = [one for one in packages if "skip_reason" not in one]
    if not asked:
        return [NOT_ASKED] if insist else [], NOT_ASKED
    failing = []
    for one in asked:
        for found in one["vulns"]:
            names = {found["id"], *found.get("aliases", ())}
            reasons = [known[name] for name in names if name in known]
            if not any(reason["reason"] and reason["until"] >= today for reason in reasons):
                cure = ", ".join(found["fix_versions"]) or "no cure yet"
                failing.append(f"{one['name']} {one['version']}: {found['id']} (cured in: {cure})")
    unknown = [one["name"] for one in packages if "skip_reason" in one]
    rest = f"; the index does not know {', '.join(unknown)}" if unknown else ""
    return failing, f"{len(asked)} packages asked, {len(failing)} open advisories{rest}"


def told_by_index(packages: Mapping[str, str]) -> Mapping[str, Any] | None:
    """What pip-audit says of these versions; None where it cannot ask. Without pip-audit the check itself is broken."""
    import_module("pip_audit")
    with tempfile.TemporaryDirectory() as room:
        listed = Path(room) / "runtime.txt"
        listed.write_text("".join(f"{name}=={one}\n" for name, one in packages.items()), encoding="utf-8")
        command = [sys.executable, "-m", "pip_audit", "-r", str(listed), "--no-deps", "--disable-pip", "-f", "json",
                   "--progress-spinner", "off", "--timeout", "3"]  # fmt: skip
        try:
            ended = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
            return dict(json.loads(ended.stdout))
        except (subprocess.TimeoutExpired, ValueError):
            return None


def main(arguments: Sequence[str] = ()) -> int:
    """0: nothing is known to be unsafe, or nobody could be asked; 1: something is."""
    failing, line = verdict(told_by_index(runtime()), accepted(), dt.date.today(), INSIST in arguments)
    print("\n".join(dict.fromkeys([*failing, line])))
    return 1 if failing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
