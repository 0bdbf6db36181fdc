"""Does the log tell who did what, in one with the change, and does it forget when its time is over?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsn_data import demo, published
from lsn_data.access import Actor
from lsn_data.errors import NotAllowed, Refused
from lsn_data.store import (
    Store,
    change_packs,
    forget,
    forget_all,
    forget_template,
    keep_edition,
    keep_template,
    open_store,
    redo,
    remember,
    save,
    undo,
)
from lsn_data.store.log import actions, entries, last_seen, written
from lsn_data.store.moments import now
from tests.store.made import reading

ANNA = Actor("anna@example.org", "editor", "Anna Beispiel")
ROOM = Path(__file__).parents[2] / "lsn_data"
CHIEF = Actor("chief@example.org", "admin")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def told(store: Store) -> list[tuple[str, str | None, str, dict[str, str]]]:
    return [(one.who, one.role, one.action, one.about) for one in reversed(entries(store))]


def test_what_comes_in_goes_and_comes_back_is_told_with_who_and_what(store: Store) -> None:
    first, _ = save(store, reading(file="C:\\private\\answers.csv"), wave="2026", actor=ANNA)
    later, _ = save(store, reading(sha256="b"), wave="2026", actor=ANNA, replace=True)
    undo(store, later.import_id, actor=CHIEF)
    redo(store, later.import_id, actor=CHIEF)
    about = {"import": first.import_id, "kind": "survey", "wave": "2026", "file": "answers.csv", "origin": "uploaded"}
    second = {**about, "import": later.import_id, "replaced": first.import_id}
    back = {"import": later.import_id, "file": "answers.csv", "by": "anna@example.org"}
    assert told(store) == [
        ("anna@example.org", "editor", "import", about),
        ("anna@example.org", "editor", "import", second),
        ("chief@example.org", "admin", "undo", back),
        ("chief@example.org", "admin", "redo", back),
    ]


def test_packs_editions_templates_and_layouts_are_told(store: Store) -> None:
    change_packs(store, ["Board"], lambda _: {"Board": {"parts": []}}, actor=ANNA)
    change_packs(store, ["Board"], lambda kept: kept, actor=ANNA)
    keep_edition(store, "April", pack={}, papers={}, imports=[], version=store.version, actor=ANNA)
    keep_template(store, b"PK", "office.potx", ANNA)
    forget_template(store, ANNA)
    remember(store, "layout-1", {}, actor=ANNA)
    forget(store, "layout-1", actor=ANNA)
    assert [(action, about) for _, _, action, about in told(store)] == [
        ("compose", {"pack": "Board"}),
        ("freeze", {"edition": "April"}),
        ("template", {"file": "office.potx"}),
        ("template removed", {}),
        ("remember", {"layout": "layout-1"}),
        ("forget", {"layout": "layout-1"}),
    ]
    assert actions(store) == ["remember", "forget", "compose", "freeze", "template", "template removed"]


def test_what_did_not_happen_is_not_told(store: Store) -> None:
    save(store, reading(), wave="2026", actor=ANNA)
    save(store, reading(), wave="2026", actor=ANNA)
    with pytest.raises(Refused):
        save(store, reading(sha256="b"), wave="2026", actor=ANNA)
    with pytest.raises(NotAllowed):
        forget_all(store, actor=Actor("bert@example.org", "viewer"))
    assert [one.action for one in entries(store)] == ["import"]


def test_a_change_and_its_entry_stand_or_fall_together(store: Store) -> None:
    def stopped() -> None:
        with store.writing() as cursor:
            written(cursor, ANNA, "export", {"file": "pack.pptx"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stopped()
    assert entries(store) == []


def test_a_reset_leaves_the_log_and_is_in_it(store: Store) -> None:
    save(store, reading(), wave="2026", actor=ANNA)
    forget_all(store, actor=CHIEF)
    assert [(one.who, one.action) for one in entries(store)] == [
        ("chief@example.org", "reset"),
        ("anna@example.org", "import"),
    ]


def test_an_entry_goes_when_its_time_is_over(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LSN_LOG_MONTHS", "6")
    written(store, ANNA, "login", at=now() - dt.timedelta(days=200))
    written(store, CHIEF, "login", at=now() - dt.timedelta(days=100))
    assert [one.who for one in entries(store)] == ["chief@example.org"]
    assert list(last_seen(store)) == ["chief@example.org"]
    written(store, CHIEF, "logout")
    monkeypatch.setenv("LSN_LOG_MONTHS", "24")
    assert [one.action for one in entries(store)] == ["logout", "login"]


def test_entries_are_found_by_person_and_by_action(store: Store) -> None:
    for actor, action in ((ANNA, "login"), (ANNA, "export"), (CHIEF, "login")):
        written(store, actor, action)  # type: ignore[arg-type]
    assert [one.action for one in entries(store, who=ANNA)] == ["export", "login"]
    assert [one.who for one in entries(store, action="login")] == ["chief@example.org", "anna@example.org"]
    assert len(entries(store, most=1)) == 1
    assert list(last_seen(store)) == ["chief@example.org", "anna@example.org"]


def test_whatever_a_name_holds_one_line_of_it_is_kept(store: Store) -> None:
    written(store, Actor("a\ud800\x00b" + "x" * 900, None), "login refused", {"file": "a\nb\x00", "none": None})
    entry = entries(store)[0]
    assert (len(entry.who), entry.role, entry.about) == (200, None, {"file": "a b"})


def test_published_facts_are_not_logged_and_the_demo_is_marked(store: Store) -> None:
    published.load(store)
    assert entries(store) == []
    demo.load(store, ANNA)
    assert {one.about["origin"] for one in entries(store)} == {"demo"}


def test_no_statement_of_the_product_changes_an_entry_or_takes_one_out_before_its_time() -> None:
    texts = [path.read_text(encoding="utf-8") for path in ROOM.rglob("*") if path.suffix in (".py", ".sql")]
    changing = r"(?i)\b(?:update|delete from|truncate|drop table|alter table|replace into|insert or \w+ into)\s+log\b.*"
    found = {one for text in texts for one in re.findall(changing, text)}
    assert found == {
        "delete from log where moment < $before;",  # its time is over
        "update log set about = json_merge_patch(about, '{\"file\": null}')",  # a deleted wave's file has no name left
    }
