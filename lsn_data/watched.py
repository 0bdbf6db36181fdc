"""Does the server of this machine answer? For whoever watches a container or a service, and for the start file.

`python -m lsn_data.watched` ends with 0 if it does. With `--open` it waits until it does, then opens the browser.
"""

from __future__ import annotations

import os
import sys
import time
import urllib.request
import webbrowser

PATIENCE = 4.0
START = 120.0


def answers(port: str) -> bool:
    """Does this machine's server say that it is well? Whatever stands in the way is no."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE) as answer:
            return bool(answer.status == 200)
    except (OSError, ValueError):
        return False


def opened(port: str, patience: float = START) -> bool:
    """Open the browser once the server answers; False if it did not come to that."""
    until = time.monotonic() + patience
    while not answers(port):
        if time.monotonic() > until:
            return False
        time.sleep(0.5)
    return webbrowser.open(f"http://localhost:{port}")


if __name__ == "__main__":
    usual = os.environ.get("STREAMLIT_SERVER_PORT", "8501")
    well = opened(usual) if "--open" in sys.argv[1:] else answers(usual)
    sys.exit(0 if well else 1)
