"""Who works on a database until it is killed? A process of its own, which tells each step before and after it.

`python -m tests.store.dying` reads a task a line: {"path": …, "backup": …, "copied": what the backup holds, "seed": …,
"fuse": …, "at": …, "start": …}. For each it splits off a process that opens the database and imports, replaces, undoes,
freezes, backs up and restores, in an order made of the seed. What it tells are JSON lines: `born` with its number,
`opened`, `doing` a step with the state that the step leads to, `done`. With a fuse it kills itself so many statements
and commits (or changes of files) after its `start` (`born` or `opened`), in the middle of what it is doing.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lsn_data.intake.report import Respondent
from lsn_data.store import (
    Store,
    backup,
    editions,
    history,
    keep_edition,
    open_store,
    packs,
    private,
    redo,
    restore,
    save,
    undo,
)
from lsn_data.store import connection as room
from lsn_data.store.opened import Opened
from tests.board.kept_packs import keep_parts
from tests.store.made import reading

STEPS, LONGEST = 40, 30
STATEMENT, FILE = "statement", "file"
NOON = dt.datetime(2026, 11, 22, 12)
WHO = "office"
State = dict[str, Any]


def state(store: Store) -> State:
    """What a database holds, as far as the steps change it."""
    return {
        "imports": {one.import_id: [one.wave, rows(store, one.import_id), one.state] for one in history(store)},
        "packs": {one.name: one.parts for one in packs(store)},
        "editions": sorted(one.name for one in editions(store)),
    }


def rows(store: Store, import_id: str) -> int:
    return len(store.ask("answers", **{"import": import_id}))


class Fuse:
    """Burns down by one at each statement and commit, or at each change of a file; then nothing is said any more."""

    def __init__(self, length: int | None, at: str) -> None:
        self.left, self.at = length, at

    def burn(self, at: str) -> None:
        if self.left is not None and at == self.at:
            self.left -= 1
            if self.left < 0:
                os.kill(os.getpid(), signal.SIGKILL)


class Burning:
    """A cursor or connection whose every statement and commit burns the fuse, before it and after it."""

    def __init__(self, real: Any, fuse: Fuse) -> None:
        self._real, self._fuse = real, fuse

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        return burning(found, self._fuse, STATEMENT) if name in ("execute", "commit", "begin", "close") else found


def burning(act: Callable[..., Any], fuse: Fuse, at: str) -> Callable[..., Any]:
    def acted(*given: Any, **named: Any) -> Any:
        fuse.burn(at)
        result = act(*given, **named)
        fuse.burn(at)
        return result

    return acted


def lay(fuse: Fuse) -> None:
    """Put the fuse wherever the product changes anything."""
    cursor, migrate, make = Opened.cursor, room._migrate, room._connect

    @contextmanager
    def burning_cursor(self: Opened) -> Iterator[Any]:
        with cursor(self) as real:
            yield Burning(real, fuse)

    Opened.cursor = burning_cursor  # type: ignore[method-assign,assignment]
    room._migrate = lambda connection: migrate(Burning(connection, fuse))  # type: ignore[arg-type]
    room._connect = lambda path: Burning(make(path), fuse)  # type: ignore[assignment,return-value]
    for name in ("replace", "link", "fsync", "rename"):
        setattr(private.os, name, burning(getattr(os, name), fuse, FILE))

    def in_halves(source: Any, target: Any, _: int) -> None:
        data = source.read()
        target.write(data[: len(data) // 2])
        target.flush()
        fuse.burn(FILE)
        target.write(data[len(data) // 2 :])

    private.shutil.copyfileobj = in_halves


class Worker:
    """Opens the database and does one step after the other; each is told before and after."""

    def __init__(self, path: Path, copy: Path, seed: int, copied: State | None) -> None:
        self.path, self.copy, self.random = path, copy, random.Random(seed)
        self.seed, self.count = seed, 0
        self.store = open_store(path)
        self.now = state(self.store)
        self.copied = copied

    def work(self) -> None:
        steps = [
            self.bring, self.bring, self.bring_more, self.replace, self.replace, self.take_back, self.take_back,
            self.bring_back, self.pack, self.freeze, self.freeze, self.back_up, self.back_up, self.go_back,
            self.open_again,
        ]  # fmt: skip
        for _ in range(STEPS):
            self.random.choice(steps)()

    def do(self, what: str, then: State, act: Callable[[], Any], copied: State | None = None) -> None:
        tell("doing", step=what, state=then, copied=copied)
        act()
        self.now = then
        tell("done", step=what, state=then, copied=copied)

    def bring(self, many: int | None = None) -> None:
        self.count += 1
        wave = f"{self.seed}-{self.count}"
        self._save("import", wave, many or self.random.randint(1, 400))

    def bring_more(self) -> None:
        """Enough for DuckDB to write into its file before the commit."""
        self.bring(self.random.randint(5_000, 30_000))

    def replace(self) -> None:
        waves = sorted({one[0] for one in self.now["imports"].values() if one[2] == "current" and one[0]})
        if waves:
            self.count += 1
            self._save("replace", self.random.choice(waves), self.random.randint(1, 400))

    def _save(self, what: str, wave: str, many: int) -> None:
        people = [Respondent(row, (1, 2, 3), sector="biotech", token=f"t{row}") for row in range(many)]
        came = reading(*people, sha256=f"{self.seed}-{self.count}")
        name = f"2026-11-22-{sum(one.startswith('2026-11-22-') for one in self.now['imports']) + 1}"
        brought = {**self.now["imports"], name: [wave, many, "current"]}
        self.do(
            what,
            {**self.now, "imports": settled(brought, wave)},
            lambda: save(self.store, came, wave=wave, actor=WHO, replace=True, at=NOON),
        )

    def take_back(self) -> None:
        self._mark("undo", undo, [name for name, one in self.now["imports"].items() if one[2] != "undone"], "undone")

    def bring_back(self) -> None:
        self._mark("redo", redo, [name for name, one in self.now["imports"].items() if one[2] == "undone"], "current")

    def _mark(self, what: str, act: Callable[..., Any], names: list[str], becomes: str) -> None:
        waves = [name for name in names if self.now["imports"][name][0]]
        if waves:
            name = self.random.choice(waves)
            wave, many, _ = self.now["imports"][name]
            marked = {**self.now["imports"], name: [wave, many, becomes]}
            then = {**self.now, "imports": settled(marked, wave)}
            self.do(what, then, lambda: act(self.store, name, actor=WHO, at=NOON))

    def pack(self) -> None:
        name, parts = self.random.choice("abc"), {"parts": [self.random.random()]}
        then = {**self.now, "packs": {**self.now["packs"], name: parts}}
        self.do("pack", then, lambda: keep_parts(self.store, name, parts, actor=WHO))

    def freeze(self) -> None:
        name, shown = f"{self.seed}-{self.random.random()}", [*self.now["imports"]][-2:]
        version = self.store.version
        self.do(
            "freeze",
            {**self.now, "editions": sorted([*self.now["editions"], name])},
            lambda: keep_edition(
                self.store, name, pack={}, papers={"de": ["x" * 50_000]}, imports=shown, version=version, actor=WHO
            ),
        )

    def back_up(self) -> None:
        self.do("backup", self.now, lambda: backup(self.store, self.copy, actor=WHO, replace=True), copied=self.now)
        self.copied = self.now

    def go_back(self) -> None:
        """Restore the backup, if there is one."""
        if self.copied is not None:
            self.store.close()
            self.do("restore", self.copied, lambda: restore(self.path, self.copy, actor=WHO))
            self.store = open_store(self.path)

    def open_again(self) -> None:
        """Closing writes the log into the file."""
        self.do("reopen", self.now, self._open_again)

    def _open_again(self) -> None:
        self.store.close()
        self.store = open_store(self.path)


def settled(imports: dict[str, list[Any]], wave: str) -> dict[str, list[Any]]:
    """Of the imports of a wave that count, the newest is current, the others are replaced (they are in their order)."""
    counting = [name for name, one in imports.items() if one[0] == wave and one[2] != "undone"]
    states = {name: "current" if name == counting[-1] else "replaced" for name in counting}
    return {name: [*one[:2], states.get(name, one[2])] for name, one in imports.items()}


def tell(what: str, **more: Any) -> None:
    """One line, at once, past every buffer."""
    os.write(1, json.dumps({"told": what, **more}).encode() + b"\n")


def live(task: dict[str, Any]) -> None:
    """One life: it ends by a kill from outside or by the fuse; a clock ends it if nobody does."""
    signal.alarm(LONGEST)
    tell("born", pid=os.getpid())
    fuse = Fuse(task["fuse"] if task["start"] == "born" else None, task["at"])
    lay(fuse)
    worker = Worker(Path(task["path"]), Path(task["backup"]), task["seed"], task["copied"])
    tell("opened", state=worker.now)
    fuse.left = task["fuse"] if task["start"] == "opened" else fuse.left
    worker.work()
    tell("finished")
    signal.pause()


def main() -> None:
    """One task after the other; each in a process split off, since starting Python anew takes a second."""
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            try:
                live(json.loads(line))
            except BaseException as mistake:
                tell("mistake", what=repr(mistake))
            os._exit(1)
        os.waitpid(pid, 0)
        os.write(1, b'\n{"told": "dead"}\n')


if __name__ == "__main__":
    main()
