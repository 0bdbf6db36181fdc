"""Does everything hold? `python -m tests` runs every check: lint, format, types, known holes, and all tests.

All checks run even if one fails, so that one look shows everything: the tests in sight, the others beside them. Browser
tests need chromium; without it they are skipped, unless LSN_REQUIRE_BROWSER is set.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BESIDE = (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("tests.audit",))
TESTS = ("pytest", "-n", "2")


def main() -> int:
    """Run the checks; 0 if all passed."""
    beside = {check: subprocess.Popen(_command(check), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
              for check in BESIDE}  # fmt: skip
    failed = [TESTS[0]] if subprocess.run(_command(TESTS), cwd=ROOT, check=False).returncode else []
    for check, started in beside.items():
        said, _ = started.communicate()
        print(f"\n== {' '.join(check)}\n{said.decode(errors='replace')}", flush=True)
        if started.returncode:
            failed.append(" ".join(check))
    if failed:
        print(f"\nfailed: {', '.join(failed)}")
    return 1 if failed else 0


def _command(check: tuple[str, ...]) -> list[str]:
    return [sys.executable, "-m", *check]


if __name__ == "__main__":
    sys.exit(main())
