"""How does cost grow from one cluster to a federation of a hundred, and where does it bend?

    python -m benchmarks.scale [--quick] [--docs]

The demo's amounts (300 members, 60 answers a wave, projects, KPIs, measures) 1, 3, 10, 30 and 100 times over, each
size in a process of its own: bring everything in, open each page for the first time after that and again, rank, decide
what may be shown, put the board pack together, back up. Processor time (of the process and of those that it starts,
all cores together), since a machine has quick and slow minutes; the peak of memory; what a page sends to the browser.
Everything as a ratio to the smallest size. `--docs` writes the curve into docs/.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks import larger
from benchmarks.alone import Alone, alone_with
from benchmarks.clicking import Click
from benchmarks.intake import _peak
from benchmarks.people import PAGES, Person
from benchmarks.scale_docs import written
from lsn_data.board import bound
from lsn_data.board.standard import standard
from lsn_data.exhibit.in_workbook import figures
from lsn_data.exhibit.on_paper import handout
from lsn_data.exhibit.on_slide import deck
from lsn_data.language import Language
from lsn_data.store import Store, backup, open_store, waves
from lsn_data.store.shown import _decide
from lsn_data.topics.priorities.answer import ranking
from lsn_data.topics.priorities.change_json import change_json
from lsn_data.topics.representativeness.as_json import weighted_ranking

SIZES, QUICK = (1, 3, 10, 30, 100), (1, 2)
AGAIN = 3
MORE_PAGES = ("board_pack", "upload")
ACTOR, DE = "benchmark", Language("de")

Costs = dict[str, Any]


def main(sizes: tuple[int, ...] = SIZES) -> dict[int, Costs]:
    """Measure each size in a process of its own, and print the ratios."""
    found = {}
    for times in sizes:
        command = [sys.executable, "-m", "benchmarks.scale", "--of", str(times)]
        found[times] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    _print(found)
    return found


def costs(times: int) -> Costs:
    """Seconds of processor time a step, MiB at most: of the demo so many times over."""
    taken: Costs = {"seconds": {}, "bytes": {}, "MiB": {}}
    with tempfile.TemporaryDirectory() as folder:
        small, database = Path(folder) / "small.duckdb", Path(folder) / "scale.duckdb"
        for file, often in ((small, 1), (database, times)):  # libraries are loaded at the first go
            with _timed(taken, "import"), open_store(file) as store:
                larger.load(store, often)
        _pages(small, {"seconds": {}, "bytes": {}, "MiB": {}}, 0)
        taken["MiB"]["import"] = _peak()
        _pages(database, taken, AGAIN)
        taken["MiB"]["pages"] = _peak()
        _others(database, Path(folder), taken)
        taken["MiB"]["board pack"] = _peak()
        taken["file"] = database.stat().st_size
    return taken


def _pages(database: Path, taken: Costs, again: int) -> None:
    """Each page at the first click after an import, and again; what it sends."""
    with alone_with(database):
        for page in (*PAGES, *MORE_PAGES):
            visit = Alone(Person("scale", "de", ()))
            with _timed(taken, f"{page}, first"):
                visit.does(Click(page))
            for _ in range(again):
                with _timed(taken, f"{page}, again"):
                    seen = visit.does(Click(page), forget=False)
                taken["bytes"][page] = sum(len(one) for one in seen.told)


def _others(database: Path, folder: Path, taken: Costs) -> None:
    """Ranking with everything that rests on it, disclosure, board pack, backup; each alone, with nothing kept."""
    for name, step in STEPS.items():
        with open_store(database) as store, _timed(taken, name):
            step(store)
    with open_store(database) as store, _timed(taken, "backup"):
        backup(store, folder / "copy.duckdb", actor=ACTOR)


def _pack(store: Store) -> None:
    """The standard pack as slides, handout and workbook."""
    drawn = bound(store, standard(store), DE)
    for way in (deck, handout, figures):
        way(drawn)


def _ranked(store: Store) -> None:
    """The newest wave: all together, the groups of an attribute, weighted, and the change since the wave before."""
    wave = waves(store)[0]
    ranking(store, wave, DE)
    ranking(store, wave, DE, by="sector")
    weighted_ranking(store, wave, DE, one_group=False)
    change_json(store, wave)


def _decided(store: Store) -> None:
    """What of the newest wave may be shown."""
    with store.writing() as cursor:
        _decide(cursor, waves(store)[0].import_id, [])


STEPS: dict[str, Callable[[Store], None]] = {
    "ranking": _ranked,
    "what may be shown": _decided,
    "board pack": _pack,
}


@contextmanager
def _timed(taken: Costs, name: str) -> Iterator[None]:
    """Processor seconds of what happens inside, by its name; of several times the least.

    Python tidies up what came before ahead of it: else its full round (0.3 s) would fall upon any step by chance.
    """
    gc.collect()
    before = sum(os.times()[:4])
    yield
    seconds = sum(os.times()[:4]) - before
    known = taken["seconds"].get(name)
    taken["seconds"][name] = seconds if known is None or name == "import" else min(seconds, known)


def _print(found: dict[int, Costs]) -> None:
    """A line a step: seconds at the smallest size, then the ratios to it."""
    sizes = list(found)
    least = found[sizes[0]]
    print(f"{'':22} {f'{sizes[0]} x demo':>12} " + " ".join(f"{f'{size} x':>9}" for size in sizes[1:]))
    for step, seconds in least["seconds"].items():
        ratios = [found[size]["seconds"][step] / max(seconds, 0.01) for size in sizes[1:]]
        print(f"{step:22} {seconds:10.2f} s " + " ".join(f"{ratio:8.1f} x" for ratio in ratios))
    for page, sent in least["bytes"].items():
        ratios = [found[size]["bytes"][page] / sent for size in sizes[1:]]
        print(f"{page + ', sent':22} {sent / 1024:8.0f} KiB " + " ".join(f"{ratio:8.1f} x" for ratio in ratios))
    for stage, peak in least["MiB"].items():
        ratios = [found[size]["MiB"][stage] / max(peak, 1) for size in sizes[1:]]
        print(f"{'memory after ' + stage:22} {peak:8d} MiB " + " ".join(f"{ratio:8.1f} x" for ratio in ratios))


if __name__ == "__main__":
    if "--of" in sys.argv:
        print(json.dumps(costs(int(sys.argv[-1]))))
    else:
        measured = main(QUICK if "--quick" in sys.argv else SIZES)
        if "--docs" in sys.argv:
            written(measured)
