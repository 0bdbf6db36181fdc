"""Does every function of the store that changes something ask who may? Each is found in the code, and each refuses."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lsn_data.access import Actor
from lsn_data.errors import NotAllowed
from lsn_data.store import Store, connection, deleting, imports, keep_edition, keeping, open_store
from lsn_data.store import board_template as templates
from lsn_data.store.deleting import retention
from lsn_data.store.keeping import Backup, living, prints
from lsn_data.store.log import entries
from lsn_data.store.packs import changing, taking_back
from tests.source import parsed
from tests.store.made import reading

ROOM = Path(connection.__file__).parent
VERA, EDE, ADA = Actor("vera", "viewer"), Actor("ede", "editor"), Actor("ada", "admin")
NOBODY = Actor("nemo", None)
FILE = Path("there-is-none.duckdb")
OLD = Backup(FILE, dt.datetime(2026, 1, 1), "by-hand", 0, None)
# These are called by functions that have asked, or ask nothing of anybody: they write down, count, and settle.
NEED_NOT_ASK = {
    "written", "noted", "note", "marked", "taking_back", "turn", "erase", "settled", "alone", "writing", "go_on",
    "go_on_from",
}  # fmt: skip
Call = Callable[[Store, str], object]
EDITORS: dict[str, Call] = {
    "save": lambda store, actor: imports.save(store, reading(sha256="b"), wave="2027", actor=actor),
    "remember": lambda store, actor: imports.remember(store, "layout", {}, actor=actor),
    "forget": lambda store, actor: imports.forget(store, "layout", actor=actor),
    "change_packs": lambda store, actor: changing.change_packs(store, ["a"], lambda _: {"a": {}}, actor=actor),
    "keep_edition": lambda store, actor: keep_edition(
        store, "b", pack={}, papers={}, imports=[], version=store.version, actor=actor
    ),
    "keep_template": lambda store, actor: templates.keep_template(store, b"", "a.pptx", actor),
    "forget_template": lambda store, actor: templates.forget_template(store, actor),
}
ADMINS: dict[str, Call] = {
    "undo": lambda store, actor: imports.undo(store, "2026-01-01-1", actor=actor),
    "redo": lambda store, actor: imports.redo(store, "2026-01-01-1", actor=actor),
    "take_edition_back": lambda store, actor: taking_back.take_edition_back(store, "April", actor=actor),
    "delete_wave": lambda store, actor: deleting.delete_wave(store, "2026", actor=actor),
    "keep_until": lambda store, actor: retention.keep_until(store, "2026", dt.date(2030, 1, 1), actor=actor),
    "forget_all": lambda store, actor: imports.forget_all(store, actor=actor),
    "backup": lambda store, actor: keeping.backup(store, FILE, actor=actor),
    "make": lambda store, actor: living.make(store, FILE, why="by-hand", most=1, actor=actor),
    "look_into": lambda store, actor: living.look_into(store, FILE, OLD, actor=actor),
    "take_in": lambda store, actor: living.take_in(store, FILE, b"", "a", actor=actor),
    "bring_back": lambda store, actor: living.bring_back(store, FILE, actor=actor),
    "delete": lambda store, actor: living.delete(store, FILE, OLD, actor=actor),
    "restore": lambda store, actor: keeping.restore(FILE, FILE, actor=actor),
    "set_log_aside": lambda store, actor: keeping.set_log_aside(FILE, actor=actor),
}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """A wave and an edition, brought in and frozen by the administrator."""
    with open_store(":memory:") as opened:
        imports.save(opened, reading(), wave="2026", actor=ADA, at=dt.datetime(2026, 1, 1))
        keep_edition(opened, "April", pack={}, papers={}, imports=[], version=opened.version, actor=ADA)
        yield opened


def held(store: Store) -> object:
    with store.reading() as cursor:
        return prints.prints(cursor)


def asking() -> set[str]:
    """The functions of the store that write, or that are told who acts."""
    found = set()
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                told = {one.arg for one in [*node.args.args, *node.args.kwonlyargs]}
                writes = any(isinstance(one, ast.Attribute) and one.attr == "writing" for one in ast.walk(node))
                if writes or "actor" in told:
                    found.add(node.name)
    return found


def test_every_function_that_writes_is_tried_here() -> None:
    assert asking() - NEED_NOT_ASK == EDITORS.keys() | ADMINS.keys()


@pytest.mark.parametrize("name", [*EDITORS, *ADMINS])
def test_nobody_and_a_viewer_are_refused_and_nothing_changes(name: str, store: Store) -> None:
    before = held(store)
    for actor in (NOBODY, VERA):
        with pytest.raises(NotAllowed):
            {**EDITORS, **ADMINS}[name](store, actor)
    assert held(store) == before


@pytest.mark.parametrize("name", ADMINS)
def test_an_editor_is_refused_what_is_the_administrations(name: str, store: Store) -> None:
    before = held(store)
    with pytest.raises(NotAllowed):
        ADMINS[name](store, EDE)
    assert held(store) == before


@pytest.mark.parametrize("name", EDITORS)
def test_an_editor_may_do_the_rest_and_stands_in_the_log(name: str, store: Store) -> None:
    EDITORS[name](store, EDE)
    assert entries(store)[0].who == "ede"
