"""How does Python spare a large spreadsheet the search for garbage?"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: a large survey is a million objects, none of them garbage, looked through
    again and again (measured: a third of the reading's time).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
