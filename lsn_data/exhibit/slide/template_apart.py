"""How is a template that somebody brings looked at without harm to the server? In a process of its own.

Its child (`template_child.py`) may die of the file. The server opens only what that one has cleaned and tried.
"""

from __future__ import annotations

import base64
import json
import subprocess
from pathlib import Path

from lsn_data.apart import answered
from lsn_data.exhibit.slide.template import MOST_BYTES, refusal
from lsn_data.stop import Stop

CHILD = Path(__file__).with_name("template_child.py")
SECONDS = 30


def checked_apart(data: bytes, file_name: str) -> bytes:
    """The template as it may be used. Raises Refused with the cause, as `template.checked` does."""
    if len(data) > MOST_BYTES:
        raise refusal(Stop("too-large"))
    asked = {"data": base64.b64encode(data).decode("ascii"), "name": file_name, "seconds": SECONDS}
    try:
        told = answered(CHILD, json.dumps(asked).encode(), SECONDS, needs="pptx") or {"cause": "damaged"}
    except subprocess.TimeoutExpired:
        told = {"cause": "too-much"}
    if "cause" in told:
        raise refusal(Stop(told["cause"], **told.get("facts", {})))
    return base64.b64decode(told["made"])
