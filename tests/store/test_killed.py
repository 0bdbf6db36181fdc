"""Killed at any moment: is everything confirmed there, and the rest wholly there or wholly not?

A process imports, replaces, undoes, redoes, migrates, freezes, backs up and restores. It is killed with SIGKILL after a
time made of a seed, or it kills itself at a statement, a commit or a change of a file (`tests.store.dying`). Then the
database is opened, compared with what was confirmed, and checked. LSN_KILLS says how often; by default 30
times, for 15 seconds at most.
"""

from __future__ import annotations

import json
import os
import queue
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lsn_data.store import check, open_store
from tests.store.dying import FILE, STATEMENT, state
from tests.store.released import RELEASED, made_at

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no SIGKILL")
ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("LSN_KILLS", "30"))
LIVES = 8  # kills until a new database of an older schema is begun
DEADLINE = 15.0 if "LSN_KILLS" not in os.environ else 3600.0
Told = dict[str, Any]


class Nursery:
    """Sends processes to work and hears what they tell until they are dead."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.dying"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )
        self.lines: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def life(self, task: Told, start: str, seconds: float) -> list[Told]:
        """All that was told in one life, which lasts that many seconds after `start` or until the fuse is down."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(task).encode() + b"\n")
        self.process.stdin.flush()
        told: list[Told] = []
        end, pid = time.monotonic() + 60, 0
        while not told or told[-1]["told"] != "dead":
            try:
                line = self.lines.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                assert pid, "nobody was born"
                os.kill(pid, signal.SIGKILL)
                end = time.monotonic() + 60
                continue
            heard = _heard(line)
            told += [heard] if heard else []
            if heard and heard["told"] == "born":
                pid = heard["pid"]
            if heard and heard["told"] == start:
                end = time.monotonic() + seconds
        return told

    def close(self) -> None:
        self.process.kill()
        self.process.wait()


def _heard(line: bytes) -> Told | None:
    """A line that was told to its end."""
    try:
        return dict(json.loads(line))
    except ValueError:
        return None


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    opened = Nursery()
    yield opened
    opened.close()


def found(path: Path) -> Told:
    """What a database holds, which must be whole."""
    with open_store(path) as store:
        holds = state(store)
        assert check(store).findings == ()
    return dict(json.loads(json.dumps(holds)))


def test_what_was_confirmed_is_there_and_the_rest_is_whole_or_not_at_all(nursery: Nursery, tmp_path: Path) -> None:
    chance, killed, began = random.Random(2030), Counter[str](), time.monotonic()
    path = copy = tmp_path
    before: Told = {}
    copied: Told | None = None
    for kill in range(KILLS):
        if time.monotonic() - began > DEADLINE:
            break
        if kill % LIVES == 0:
            path, copy, before = _begun(tmp_path / str(kill), chance)
            copied = None
        start = "born" if chance.random() < 0.2 else "opened"
        at = chance.choice(["a time", STATEMENT, FILE])
        fuse = {STATEMENT: chance.randint(0, 120), FILE: chance.randint(0, 12)}.get(at)
        task = {
            "path": str(path), "backup": str(copy), "copied": copied, "seed": kill, "fuse": fuse, "at": at,
            "start": start,
        }  # fmt: skip
        told = nursery.life(task, start, seconds=chance.uniform(0.0, 0.6) if fuse is None else 5.0)
        confirmed, attempted, copies = _account(told, before, copied)
        where = f"kill {kill} at {at} {fuse}, {[(one['told'], one.get('step')) for one in told]}"
        assert not [one for one in told if one["told"] == "mistake"], told[-2:]
        killed[attempted["step"] if attempted else "opening" if len(told) < 4 else "between"] += 1
        before = found(path)
        assert before in ([confirmed, attempted["state"]] if attempted else [confirmed]), where
        copied = found(copy) if copy.exists() else None
        assert copied in copies, where
    print(f"{sum(killed.values())} kills in {time.monotonic() - began:.0f} s: {dict(killed.most_common())}")
    assert sum(killed.values()) >= 5


def _begun(folder: Path, chance: random.Random) -> tuple[Path, Path, Told]:
    """A database of a released schema (or none yet), the place for its backup, and what it must hold when opened."""
    folder.mkdir()
    path, schema = folder / "lsn.duckdb", chance.choice([0, *RELEASED])
    if schema:
        made_at(path, schema)
        made_at(folder / "twin.duckdb", schema)
    return path, folder / "copy.duckdb", found(folder / "twin.duckdb")


def _account(told: list[Told], before: Told, copied: Told | None) -> tuple[Told, Told | None, list[Told | None]]:
    """What was confirmed last (`before`, if nothing was), which step was begun and not confirmed, and what the backup
    may hold (None: there is none): what was confirmed last, and what was begun since.
    """
    confirmed, copies = before, [copied]
    attempted: Told | None = None
    for one in told:
        if one["told"] == "opened":
            assert one["state"] == before
        elif one["told"] == "doing":
            attempted = one
            copies += [one["copied"]] if one["copied"] else []
        elif one["told"] == "done":
            confirmed, attempted = one["state"], None
            copies = [one["copied"]] if one["copied"] else copies
    return confirmed, attempted, copies
