"""Killed while an import is handed over, the app or the one who gave it: what was confirmed is there, nothing is half.

LSN_KILLS says how often each; by default 3 times.
"""

from __future__ import annotations

import io
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from lsn_data.cli import parsed
from lsn_data.commands.desk import Desk
from lsn_data.handing.asking import handed_over
from lsn_data.handing.door import told
from lsn_data.language import Language
from lsn_data.store import check, history, open_store

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no SIGKILL")
ROOT, SAY = Path(__file__).parents[2], Language("en")
KILLS = int(os.environ.get("LSN_KILLS", "3"))
# An app as far as commands need one; each line that it hears splits off another, since a start takes a second.
APP = """
import os, signal, sys
from pathlib import Path
from lsn_data import cli, intake, knowing
from lsn_data.handing.answering import Answering
from lsn_data.store import open_store
for line in sys.stdin:
    pid = os.fork()
    if not pid:
        signal.alarm(60)
        path = Path(line.strip())
        Answering(open_store(path), path).open()
        os.write(1, f"{os.getpid()}\\n".encode())
        signal.pause()
    os.waitpid(pid, 0)
    os.write(1, b"dead\\n")
"""


@pytest.fixture
def nursery() -> Iterator[subprocess.Popen[bytes]]:
    started = subprocess.Popen(
        [sys.executable, "-c", APP], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    yield started
    started.kill()
    started.wait()


@contextmanager
def living(nursery: subprocess.Popen[bytes], database: Path) -> Iterator[int]:
    """An app that holds the database until it is killed; gives its number."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{database}\n".encode())
    nursery.stdin.flush()
    pid = int(nursery.stdout.readline())
    try:
        yield pid
    finally:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        assert nursery.stdout.readline() == b"dead\n"


def give(database: Path, file: Path) -> tuple[int | None, str]:
    """Hand over the import of a file."""
    out, arguments = io.StringIO(), ["import", str(file), "--wave", file.stem]
    given = parsed(arguments, SAY)
    assert given is not None
    return handed_over(arguments, given, Desk(database, SAY, "office", out, out)), out.getvalue()


def survey(folder: Path, wave: str, rows: int) -> Path:
    """A survey file that takes some time to read, with answers of its own."""
    words, chance = "Please rank from 1 (highest priority) to 7 (lowest priority).", random.Random(wave)
    items = ("Increasing visibility", "Strengthening innovative power", "Skilled workers", *"abcd")
    head = ",".join(["Timestamp", *(f"{words} [{item}]" for item in items), "Comment"])
    orders = [",".join(map(str, chance.sample(range(1, 8), 7))) for _ in range(rows)]
    lines = [f"2025-05-{n % 28 + 1:02} 10:00:00,{order},answer {n} of {wave}" for n, order in enumerate(orders)]
    file = folder / f"{wave}.csv"
    file.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return file


def test_an_app_killed_in_the_middle_has_all_of_an_import_or_nothing(
    nursery: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    chance, database, confirmed = random.Random(2030), tmp_path / "lsn.duckdb", set[str]()
    for kill in range(KILLS):
        with living(nursery, database) as pid:
            tried = [survey(tmp_path, f"{kill}-{n}", 200) for n in range(9)]
            began = time.monotonic()
            gave = [give(database, tried[0])]
            first = threading.Timer(
                chance.uniform(0.0, 2.0) * (time.monotonic() - began), os.kill, (pid, signal.SIGKILL)
            )
            first.start()
            for file in tried[1:]:
                gave.append(give(database, file))
                if gave[-1][0] != 0:
                    break
            first.join()
            confirmed |= {file.stem for file, (status, _) in zip(tried, gave, strict=False) if status == 0}
            assert all("The app ended" in said for status, said in gave if status == 2), gave
        with open_store(database) as store:
            stored = {one.wave for one in history(store)}
            assert confirmed <= stored
            assert {one.rows_kept for one in history(store)} <= {200}
            assert check(store).findings == ()
        assert told(database) is not None  # the door of the dead is left over, and hinders nobody
        assert give(database, tried[0])[0] is None
    assert confirmed


def test_whoever_gave_a_command_may_be_killed_and_the_app_goes_on(
    nursery: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    chance, database = random.Random(2031), tmp_path / "lsn.duckdb"
    with living(nursery, database):
        for kill in range(KILLS):
            file = survey(tmp_path, f"{kill}", 300)
            giver = os.fork()
            if not giver:
                give(database, file)
                os._exit(0)
            time.sleep(chance.uniform(0.0, 0.4))
            os.kill(giver, signal.SIGKILL)
            os.waitpid(giver, 0)
        status, said = give(database, survey(tmp_path, "last", 20))
        assert status == 0, said
    with open_store(database) as store:
        assert {one.rows_kept for one in history(store)} <= {300, 20}
        assert "last" in {one.wave for one in history(store)}
        assert check(store).findings == ()
