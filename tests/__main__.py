"""Does everything hold? `python -m tests` runs every check: lint, format, types, known holes, then all tests.

All checks run even if one fails, so that one look shows everything. Browser tests need chromium; without it they
are skipped, unless LSN_REQUIRE_BROWSER is set.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("tests.audit",),
    ("pytest", "-n", "2"),
)


def main() -> int:
    """Run the checks; 0 if all passed."""
    failed = []
    for check in CHECKS:
        print(f"\n== {' '.join(check)}", flush=True)
        if subprocess.run([sys.executable, "-m", *check], cwd=ROOT, check=False).returncode:
            failed.append(" ".join(check))
    if failed:
        print(f"\nfailed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
