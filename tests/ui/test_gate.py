"""Does nobody see anything without a login, and everybody what the role allows?"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lsn_data.access import Actor
from lsn_data.board import Pick, drawing, kept
from lsn_data.board.editions import freeze
from lsn_data.board.pack import Entry, Pack
from lsn_data.errors import NotAllowed
from lsn_data.store import Store, packs
from lsn_data.store.log import entries
from lsn_data.ui import leaving, logins
from tests.people import ADMIN, EDITOR, NOBODY, VIEWER, configured, logged_in
from tests.ui.visitor import ROOMS, ROOT, page_text, visit

# What stands on some page of the demo, and may never stand on a page at the door.
SECRETS = ("Visibility", "Skilled workers", "Return rate", "Overview", "Data version")


@pytest.fixture(autouse=True)
def login(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    configured(monkeypatch)
    _forget()
    yield
    _forget()


def _forget() -> None:
    """As after a restart."""
    for known in logins._told.values():
        known.clear()
    logins._read.clear()


def come(room: str, code: str = "en", **claims: Any) -> AppTest:
    """A page as somebody sees it whose cookie holds these claims."""
    return visit(room, code, claims)


def at_the_door(app: AppTest, words: str) -> bool:
    said = page_text(app)
    return (
        not app.exception and words in said and not [one for one in SECRETS if one in said] and not app.sidebar.children
    )


def test_a_direct_link_without_a_login_meets_the_door(database: Path) -> None:
    database.unlink()
    app = come("overview")
    for room in (*ROOMS, "present"):
        assert at_the_door(app.switch_page(f"../../pages/{room}.py").run(), "Please log in"), room
    assert not database.exists()


def test_the_door_speaks_german() -> None:
    app = come("priorities", "de")
    assert at_the_door(app, "Bitte melden Sie sich")
    assert app.button(key="log-in").label == "Anmelden"


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        (logged_in(NOBODY), f"Nobody has given {NOBODY} access yet."),
        (logged_in(ADMIN, email_verified=False), "has not confirmed"),
        (logged_in(ADMIN, iat=time.time() - 13 * 3600), "as it does after 12 hours"),
        (logged_in(ADMIN, is_logged_in=False), "Please log in"),
        (logged_in("", groups=[ADMIN]), "access yet"),
    ],
)
def test_who_has_no_access_is_told_why_and_sees_nothing(claims: dict[str, Any], words: str) -> None:
    assert at_the_door(come("priorities", **claims), words)


BUTTONS_THAT_WRITE = (
    "add-", "load-demo", "remove-demo", "store", "undo-", "back-", "redo-", "freeze", "standard", "duplicate", "delete",
    "begin", "template-remove", "edit-", "up-", "down-", "remove-", "new-section", "backup-now", "decision-keep",
)  # fmt: skip


def offered(app: AppTest) -> list[str]:
    """The buttons that change something and can be clicked."""
    return [
        one.key or ""
        for one in app.button
        if not one.disabled and (one.key or "").startswith(BUTTONS_THAT_WRITE) and one.key != "log-out"
    ]


def drop_zones(app: AppTest) -> int:
    return len(app.get("file_uploader"))


@pytest.mark.usefixtures("store")
def test_a_viewer_is_offered_nothing_that_changes_anything_where_nothing_came_in_yet() -> None:
    seen_by_a_viewer(*ROOMS)


def test_a_viewer_is_offered_nothing_that_changes_what_others_brought(demo_store: Store) -> None:
    put(demo_store)
    seen_by_a_viewer("overview", "measures", "kpis", "upload", "board_pack")


def seen_by_a_viewer(*rooms: str) -> None:
    app = come("overview", **logged_in(VIEWER, name="Vera Vogel"))
    for room in rooms:
        app.switch_page(f"../../pages/{room}.py").run()
        said = page_text(app)
        assert not app.exception, room
        assert (offered(app), drop_zones(app)) == ([], 0), room
        assert ("the role Editing; " in said) == (room in ("upload", "board_pack")), room
        assert ("You may not do this" in said) == (room == "administration"), room
        assert "Vera Vogel" in said
        assert "Viewing" in said


def put(store: Store) -> None:
    """A pack and an edition, made by somebody else."""
    pack = Pack("Board", (Entry(Pick("overview")),))
    kept.begun(store, pack, actor=Actor(ADMIN, "admin"))
    freeze(store, pack, "April", drawing(store), actor=Actor(ADMIN, "admin"))


def test_an_editor_brings_in_and_composes_but_leaves_alone_what_others_brought(demo_store: Store) -> None:
    put(demo_store)
    app = come("upload", **logged_in(EDITOR))
    assert drop_zones(app) == 1
    assert not [key for key in offered(app) if key.startswith(("undo-", "redo-", "remove-demo"))]
    assert "test brought this in" in page_text(app)
    app.switch_page("../../pages/board_pack.py").run()
    assert drop_zones(app) == 1
    assert {"freeze", "duplicate", "delete", "begin-0"} <= set(offered(app))


def test_an_administrator_may_take_back_what_others_brought(demo_store: Store) -> None:
    app = come("upload", **logged_in(ADMIN))
    assert [key for key in offered(app) if key.startswith("undo-now-")]
    assert "remove-demo" in offered(app)


@pytest.mark.parametrize(
    ("who", "without", "name"),
    [(VIEWER, {"administration"}, "History"), (EDITOR, {"administration"}, "Upload"), (ADMIN, set(), "Upload")],
)
def test_the_side_bar_offers_the_pages_on_which_somebody_finds_something(
    who: str, without: set[str], name: str, store: Store
) -> None:
    links = {one.proto.page: one.proto.label for one in come("overview", **logged_in(who)).sidebar.get("page_link")}
    assert set(links) == {*ROOMS} - without
    assert links["upload"] == name


@pytest.mark.parametrize("who", [VIEWER, EDITOR])
def test_the_administration_says_which_role_it_takes(who: str, store: Store) -> None:
    app = come("administration", **logged_in(who))
    assert not app.exception
    assert "It takes the role Administration" in page_text(app)
    assert offered(app) == []


def test_a_role_that_is_taken_away_is_gone_with_the_next_click(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(demo_store)
    app = come("board_pack", **logged_in(EDITOR))
    monkeypatch.setenv("LSN_EDITORS", ADMIN)
    app.button(key="duplicate").click().run()  # refused: the button's own action asks, too
    app.run()
    assert f"Nobody has given {EDITOR} access yet." in page_text(app)
    assert [one.name for one in packs(demo_store)] == ["Board"]
    monkeypatch.setenv("LSN_VIEWERS", EDITOR)
    assert "duplicate" not in offered(app.run())


def test_whoever_logs_out_has_ended_the_login_for_every_copy_of_its_cookie(store: Store) -> None:
    claims = logged_in(VIEWER)
    app = come("overview", **claims)
    app.button(key="log-out").click().run()
    assert at_the_door(come("overview", **claims), "Please log in")
    _forget()  # the server was started anew
    assert at_the_door(come("overview", **claims), "Please log in")
    assert "Viewing" in page_text(come("overview", **{**claims, "iat": claims["iat"] + 1}))


def test_who_came_who_left_and_who_was_turned_away_is_told_once(store: Store) -> None:
    viewer, nobody = logged_in(VIEWER), logged_in(NOBODY)
    app = come("overview", **viewer)
    come("kpis", **viewer)
    come("overview", **nobody).run()
    app.button(key="log-out").click().run()
    assert [(one.who, one.role, one.action) for one in reversed(entries(store))] == [
        (VIEWER, "viewer", "login"),
        (NOBODY, None, "login refused"),
        (VIEWER, "viewer", "logout"),
    ]


def test_settings_that_cannot_be_read_let_nobody_in(
    demo_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('groups_claim = "groups"', encoding="utf-8")
    monkeypatch.setenv("LSN_SETTINGS", str(file))
    app = come("overview", **logged_in(VIEWER))
    assert "Viewing" in page_text(app)
    file.write_text('others = "everybody, please"', encoding="utf-8")
    assert at_the_door(app.run(), "hold a mistake")


def test_the_administration_reads_who_may_what_and_who_did_what(demo_store: Store) -> None:
    put(demo_store)
    come("overview", **logged_in(VIEWER))
    app = come("administration", "de", **logged_in(ADMIN))
    said = page_text(app)
    assert not app.exception
    for words in (
        "Wer Zugang hat",
        EDITOR,
        "Bearbeitung",
        "Wer was getan hat",
        "hat eine Ausgabe eingefroren",
        "April",
    ):
        assert words in said
    app.selectbox(key="log-who").set_value(VIEWER).run()
    assert "hat sich angemeldet" in page_text(app)
    assert "April" not in page_text(app)


def test_a_file_is_made_only_for_who_may_have_it_at_that_moment_and_is_written_down(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = Actor(VIEWER, "viewer")
    asked = [anna, Actor(VIEWER, None)]
    monkeypatch.setattr(leaving, "remembered", lambda: lambda: asked.pop(0))
    make = leaving._logged(lambda: b"file", "pack.pptx", "export", store)
    assert make() == b"file"
    with pytest.raises(NotAllowed):
        make()
    assert [(one.who, one.action, one.about) for one in entries(store)] == [(VIEWER, "export", {"file": "pack.pptx"})]


@pytest.mark.parametrize(
    ("call", "only"), [("download_button", "leaving.py"), ("file_uploader", "quota.py"), ("login", "gate.py")]
)
def test_files_and_people_come_and_go_through_one_door_each(call: str, only: str) -> None:
    code = [*(ROOT / "lsn_data").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    assert {path.name for path in code if f"st.{call}" in path.read_text(encoding="utf-8")} == {only}
