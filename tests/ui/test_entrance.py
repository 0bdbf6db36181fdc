"""Who gets through to the product at all? Requests as an attacker would send them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from starlette.responses import PlainTextResponse
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from lsn_data.access import Action, Actor
from lsn_data.store import Store
from lsn_data.ui import fetching, leaving
from lsn_data.ui.entrance import Entrance, turned_away
from tests.people import ADMIN, EDITOR, NOBODY, VIEWER, configured, logged_in
from tests.ui.serving import answer_of

ROOT = Path(__file__).parents[2]
UPLOAD, MEDIA, SOCKET = "/_stcore/upload_file/visit/file", "/media/0a1b.pptx", "/_stcore/stream"


def request(path: str = "/priorities", client: str | None = "127.0.0.1", **headers: str) -> dict[str, Any]:
    told = {"host": "localhost:8501", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return {
        "type": "websocket" if path == SOCKET else "http",
        "path": path,
        "client": (client, 5000) if client else None,
        "headers": [(name.encode(), value.encode()) for name, value in told.items()],
    }


def cookie(claims: Mapping[str, Any], secret: str | None = None) -> str:
    signed = create_signed_value(secret or get_cookie_secret(), "_streamlit_user", json.dumps(dict(claims)))
    return f"_streamlit_user={signed.decode()}"


@pytest.mark.parametrize("path", ["/", "/priorities", UPLOAD, MEDIA, SOCKET, "/_stcore/health"])
def test_without_a_login_this_machine_alone_gets_through(path: str) -> None:
    assert turned_away(request(path)) == ""
    assert turned_away(request(path, client="::1", host="[::1]:8501")) == ""
    for other in (
        request(path, client="10.0.0.7"),
        request(path, client=None),
        request(path, client="testclient"),
        request(path, host="monitor.example.org"),
        request(path, host="localhost.example.org"),
        request(path, x_forwarded_for="10.0.0.7"),
        request(path, forwarded="for=10.0.0.7"),
        request(path, x_real_ip="127.0.0.1"),
    ):
        assert "set up a login" in turned_away(other)


def test_a_product_that_is_set_up_for_others_needs_a_login_even_from_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LSN_ADDRESS", "https://monitor.example.org")
    assert "set up a login" in turned_away(request())
    monkeypatch.setenv("LSN_ADDRESS", "http://localhost:8501")
    assert turned_away(request()) == ""


def test_the_sentence_is_german_for_a_german_browser() -> None:
    told = turned_away(request(client="10.0.0.7", accept_language="de-DE,de;q=0.9"))
    assert told.startswith("Dieses Produkt öffnet sich nur")


def test_with_a_login_the_door_is_shown_to_everybody_and_files_to_those_who_may(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    configured(monkeypatch)
    for path in ("/", "/priorities", SOCKET, "/static/js/main.js"):
        assert turned_away(request(path, client="10.0.0.7", host="monitor.example.org")) == ""
    for who, files, downloads in (
        (VIEWER, False, True),
        (EDITOR, True, True),
        (ADMIN, True, True),
        (NOBODY, False, False),
    ):
        sent = cookie(logged_in(who))
        assert (turned_away(request(UPLOAD, cookie=sent)) == "") == files
        assert (turned_away(request(MEDIA, cookie=sent)) == "") == downloads
        assert (turned_away(request(f"/base{UPLOAD}", cookie=sent)) == "") == files


@pytest.mark.parametrize(
    ("action", "viewer", "editor"), [("export", True, True), ("import", False, True), ("backup", False, False)]
)
def test_a_file_goes_to_nobody_who_could_not_have_asked_for_it_even_with_its_address(
    action: Action, viewer: bool, editor: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(monkeypatch)
    kept = MediaFileManager(MemoryMediaFileStorage("/media"))
    monkeypatch.setattr(fetching, "Runtime", running(kept))
    monkeypatch.setattr(leaving, "remembered", lambda: lambda: Actor(ADMIN, "admin"))
    monkeypatch.setattr(leaving, "noted", lambda *_: None)
    make = leaving._logged(lambda: f"for {action}".encode(), "file.bin", action, cast(Store, None))
    address = kept.execute_deferred(kept.add_deferred(make, None, "1.2", "file.bin"))
    assert address.startswith("/media/")
    for path in (address, f"/base{address}", f"{address}x"):  # what stands behind the point does not count
        for who, may in ((VIEWER, viewer), (EDITOR, editor), (ADMIN, True), (NOBODY, False)):
            assert (turned_away(request(path, cookie=cookie(logged_in(who)))) == "") == may, who


@pytest.mark.parametrize("name", ["0a1b\n", "0a1b.pptx\n", "0a1b/", "0a1b%0a", "../0a1b", "0a1b.x.y", ""])
def test_an_address_that_streamlit_does_not_write_opens_to_nobody_below_the_administration(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(monkeypatch)
    asked = request(f"/media/{name}", cookie=cookie(logged_in(EDITOR)))
    assert turned_away(asked) != ""


@pytest.mark.parametrize(
    ("path", "status"), [("/healthz", 200), ("/healthz/", 200), ("/_stcore/upload_file/visit/healthz", 403),
                         ("/media/0a1b/healthz", 403), ("/priorities/healthz", 403)],
)  # fmt: skip
def test_whether_the_server_is_there_is_told_to_everybody_under_one_address_alone(path: str, status: int) -> None:
    sent = answer_of(Entrance(PlainTextResponse("passed")), request(path, client="10.0.0.7"))
    assert sent[0]["status"] == status


def test_the_door_has_its_fonts_and_its_icon_and_nothing_else_that_lies_there(monkeypatch: pytest.MonkeyPatch) -> None:
    configured(monkeypatch)
    kept = MediaFileManager(MemoryMediaFileStorage("/media"))
    monkeypatch.setattr(fetching, "Runtime", running(kept))
    icon, other = (kept.add(file, "image/png", "1.2") for file in (str(fetching.ICON), b"another picture"))
    assert turned_away(request(icon)) == turned_away(request("/static/media/MaterialSymbols.woff2")) == ""
    for path in (other, f"/media/static{other}", "/media/static/media/x.woff2", "/base/static/media/x.woff2"):
        assert turned_away(request(path)) != ""


def running(kept: MediaFileManager) -> SimpleNamespace:
    """Stands for Streamlit's server, with the files that lie ready."""
    return SimpleNamespace(exists=lambda: True, instance=lambda: SimpleNamespace(media_file_mgr=kept))


def test_what_holds_more_than_the_pages_show_takes_more_than_the_right_to_see_them() -> None:
    """A backup, an uploaded file with its remarks; templates are for those who may bring them back filled."""
    found = {
        file.name: re.findall(r'leaving\.download\((?:(?!leaving\.download).)*?action="(\w+)"', text, re.DOTALL)
        for file in (ROOT / "lsn_data" / "ui").glob("*.py")
        if "leaving.download(" in (text := file.read_text(encoding="utf-8"))
    }
    assert {name: actions for name, actions in found.items() if actions} == {
        "backing_up.py": ["backup"], "empty_page.py": ["import"], "uploading.py": ["import", "import"],
    }  # fmt: skip
    assert {name for name, actions in found.items() if not actions} == {
        "explore_grid.py", "packing_files.py", "questionnaire_sections.py", "show.py",
    }  # fmt: skip


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "_streamlit_user=",
        "_streamlit_user=forged",
        "_streamlit_user=\xff",
        cookie(logged_in(ADMIN), secret="another secret of another server, long enough"),
        f"_streamlit_user={json.dumps(logged_in(ADMIN))}",
        cookie(logged_in(ADMIN, iat=0)),
        cookie(logged_in(ADMIN, email_verified=False)),
        cookie({"email": ADMIN}),
    ],
    ids=["none", "empty", "forged", "no text", "other secret", "unsigned", "too old", "unverified", "no login"],
)
def test_a_cookie_that_is_missing_forged_or_too_old_opens_nothing(sent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    configured(monkeypatch)
    assert turned_away(request(UPLOAD, cookie=sent)) != ""
    assert turned_away(request(MEDIA, cookie=sent)) != ""
