"""Is a process that reads what somebody brought held to its memory, its files and its time?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lsn_data.settings import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


@pytest.mark.parametrize(
    ("limits", "deed", "ends"),
    [
        ("", "bytearray(600 * 1024 * 1024)", "MemoryError"),
        (", handles=16", "[open('app.py') for _ in range(40)]", "Too many open files"),
        (", file=0", "os.write(1, b'x')", "File too large"),
        ("", "exec('while True: pass')", ""),
    ],
    ids=["memory", "open files", "written files", "time"],
)
def test_what_goes_beyond_is_stopped(tmp_path: Path, limits: str, deed: str, ends: str) -> None:
    code = f"import os; from lsn_data.limits import held_to; held_to(400 * 1024 * 1024, 1{limits}); {deed}"
    with (tmp_path / "out").open("wb") as out:
        ended = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, stdout=out, stderr=subprocess.PIPE, timeout=20, check=False
        )
    assert ended.returncode != 0
    assert ends in ended.stderr.decode()
