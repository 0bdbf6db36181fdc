"""May this file be the office's slide template? (Runs in a process of its own, which may die without harm.)"""

from __future__ import annotations

import base64
import json
import os
import sys
from typing import Any

ADDRESS_SPACE = 2048 * 1024 * 1024


def main() -> None:
    """Read the file on standard input, write the cleaned one or the cause; never fail with a trace."""
    from lsn_data.exhibit.slide.template import made_of
    from lsn_data.limits import held_to
    from lsn_data.stop import Stop

    asked = json.loads(sys.stdin.buffer.read())
    held_to(ADDRESS_SPACE, int(asked["seconds"]), file=0)
    told: dict[str, Any]
    try:
        made = made_of(base64.b64decode(asked["data"]), asked["name"])
        told = {"made": base64.b64encode(made).decode("ascii")}
    except Stop as stop:
        told = {"cause": stop.cause, "facts": stop.facts}
    except MemoryError:
        told = {"cause": "too-much"}
    except Exception:  # whatever the readers say of the file
        told = {"cause": "damaged"}
    sys.stdout.buffer.write(json.dumps(told).encode("utf-8"))
    sys.stdout.buffer.flush()
    os._exit(0)


if __name__ == "__main__":
    sys.path.extend(sys.argv[1:])
    main()
