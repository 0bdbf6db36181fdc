"""How long until the first heading, compared with an empty Streamlit app on the same machine?

    python -m benchmarks.first_heading

Both apps are served, and visited in turn by the same browser with nothing in its cache. Printed: the medians and
their ratio, which shall stay below 1.5. A ratio, since a second here is no second elsewhere; no test, since a busy
machine would fail it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from lsn_data import demo
from lsn_data.store import open_store
from tests.browser.served import _wait_for, browser, free_port, served

VISITS = 9
LIMIT = 1.5
EMPTY = 'import streamlit as st\n\nst.title("Empty")\n'


def main() -> None:
    """Serve both, visit both, print the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "lsn.duckdb"
        with open_store(database) as store:
            demo.load(store, "benchmark")
        with served(database) as ours, served_script(Path(folder), EMPTY) as empty, browser() as chromium:
            for address in (empty, ours):
                print(f"first heading: {_heading(chromium, address)}")
            pairs = [(_visit(chromium, empty), _visit(chromium, ours)) for _ in range(VISITS)]
    baseline, product = (median(one) for one in zip(*pairs, strict=True))
    print(f"empty app  {baseline:.2f} s")
    print(f"product    {product:.2f} s")
    print(f"ratio      {product / baseline:.2f} (limit {LIMIT})")


@contextmanager
def served_script(folder: Path, said: str) -> Iterator[str]:
    """An app of one script on a port of its own; gives its address."""
    script, port = folder / "empty.py", free_port()
    script.write_text(said, encoding="utf-8")
    options = ["--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.port", str(port)]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *options],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://localhost:{port}/_stcore/health")
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _heading(chromium: Browser, address: str) -> str:
    """What the first heading says: a look, so that the right thing is timed."""
    with chromium.new_context() as visitor:
        page = visitor.new_page()
        page.goto(address)
        return " ".join(page.get_by_role("heading").first.inner_text(timeout=60_000).split())


def _visit(chromium: Browser, address: str) -> float:
    """Seconds from the click to the first heading, in a browser that was never there."""
    with chromium.new_context() as visitor:
        page = visitor.new_page()
        started = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.get_by_role("heading").first.wait_for(state="visible", timeout=60_000)
        return time.perf_counter() - started


if __name__ == "__main__":
    main()
