"""What can be seen before the first real file? One invented survey wave, marked as demo wherever it shows.

It goes the way of every file: the same reading, the same checks, the same store. `datasets.demo.generate`
made it.
"""

from __future__ import annotations

from pathlib import Path

from lsn_data.intake import read_survey
from lsn_data.store import Import, Store, save, waves

FILE = Path(__file__).parent.parent / "datasets" / "demo" / "survey-demo-2026.csv"
WAVE = "Demo 2026"
ASKED = 300


def load(store: Store, actor: str) -> Import:
    """Store the demo wave and return its receipt; loading it again changes nothing."""
    reading = read_survey(FILE.read_bytes(), FILE.name)
    outdated = any(one.wave == WAVE and one.origin == "demo" and one.sha256 != reading.sha256 for one in waves(store))
    receipt, _ = save(store, reading, wave=WAVE, actor=actor, asked=ASKED, origin="demo", replace=outdated)
    return receipt
