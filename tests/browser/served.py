"""How is the product started for a browser, and which browser looks at it?"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
START = 60
QUIET = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]


def chromium() -> str | None:
    """Where the browser lies, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@contextmanager
def served(database: Path, **settings: str) -> Iterator[str]:
    """The product on a port of its own with a database and settings of its own; gives its address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    log = (database.parent / f"server-{port}.log").open("w", encoding="utf-8")
    server = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "LSN_DB": str(database), **settings},
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait_for(f"http://localhost:{port}/healthz")
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser that asks nobody anything."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        try:
            yield started
        finally:
            started.close()


def _wait_for(address: str) -> None:
    until = time.monotonic() + START
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
