"""How does a process of its own do what may end badly with a file? It is asked once, and stopped when late."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


def answered(child: Path, asked: bytes, seconds: int, *more: str, needs: str = "duckdb") -> dict[str, Any] | None:
    """What a script says that was told `asked` on its standard input; None if it died without a word.

    It starts without Python's usual search, which saves time, and is told last where this package and the library lie
    that it `needs`.
    Raises subprocess.TimeoutExpired after the seconds.
    """
    ended = subprocess.run(
        [sys.executable, "-I", "-S", str(child), *more, str(ROOT), *_folders(needs)], input=asked, capture_output=True,
        timeout=seconds, check=False, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )  # fmt: skip
    return dict(json.loads(ended.stdout)) if ended.returncode == 0 and ended.stdout else None


def _folders(library: str) -> list[str]:
    """Where a library is installed."""
    found = importlib.util.find_spec(library)
    return [str(Path(found.origin).parents[1])] if found and found.origin else []
