"""Does the server answer only what comes from its own pages, and is every answer signed?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from lsn_data.ui import quota
from lsn_data.ui.guard import LONGEST_LINK, Guard
from lsn_data.ui.headers import SecurityHeaders, headers
from tests.ui.serving import answer_of

ROOT = Path(__file__).parents[2]
HOST = "localhost:8501"
OWN, OTHER_PORT, OTHER = f"http://{HOST}", "http://localhost:9999", "http://evil.example"


async def _inner(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands for Streamlit: says yes to everything; `/mistake` breaks."""
    if scope["path"] == "/mistake":
        raise RuntimeError("secret words")
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    answer = PlainTextResponse("passed")
    answer.set_cookie("_streamlit_xsrf", "token")
    await answer(scope, receive, send)


def asked(
    path: str = "/", method: str = "GET", kind: str = "http", link: str = "", **given: str
) -> tuple[int | str, dict[str, str], str]:
    """Status (or the web socket's answer), headers and text of what the server says to a request."""
    said = {"host": HOST, **{name.replace("_", "-"): value for name, value in given.items()}}
    scope: dict[str, Any] = {
        "type": kind, "path": path, "scheme": "http" if kind == "http" else "ws", "query_string": link.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in said.items()],
    }  # fmt: skip
    if kind == "http":
        scope["method"] = method
    messages = answer_of(SecurityHeaders(Guard(_inner)), scope)
    first = messages[0]
    told = {name.decode(): value.decode() for name, value in first.get("headers", ())}
    body = b"".join(one.get("body", b"") for one in messages).decode()
    return first.get("status", first["type"]), told, body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8501", "localhost.evil.example", "127.0.0.1.x.io", ""])
def test_a_name_that_only_leads_here_is_not_answered(host: str) -> None:
    assert asked(host=host)[0] == 421
    assert asked("/_stcore/stream", kind="websocket", host=host)[0] == "websocket.close"


@pytest.mark.parametrize("host", ["localhost", "localhost:8501", "127.0.0.1:8501", "LOCALHOST"])
def test_this_machine_s_own_names_are_answered(host: str) -> None:
    assert asked(host=host)[2] == "passed"


@pytest.mark.parametrize("origin", [OTHER_PORT, OTHER, "null", "http://127.0.0.1:8501", "https://localhost"])
def test_a_page_from_elsewhere_opens_no_session_and_pushes_no_file(origin: str) -> None:
    assert asked("/_stcore/stream", kind="websocket", origin=origin)[0] == "websocket.close"
    for method in ("PUT", "DELETE", "POST"):
        assert asked("/_stcore/upload_file/a/b", method, origin=origin)[0] == 403


def test_the_product_s_own_page_opens_a_session() -> None:
    assert asked("/_stcore/stream", kind="websocket", origin=OWN)[0] == "websocket.accept"
    assert asked("/_stcore/stream", kind="websocket")[0] == "websocket.accept"


def test_behind_a_proxy_the_public_address_is_the_own_one(monkeypatch: pytest.MonkeyPatch) -> None:
    public = "https://monitor.example.org"
    assert asked("/_stcore/stream", kind="websocket", origin=public)[0] == "websocket.close"
    monkeypatch.setenv("LSN_ADDRESS", f"{public}/")
    assert asked("/_stcore/stream", kind="websocket", origin=public)[0] == "websocket.accept"
    assert asked("/_stcore/stream", kind="websocket", origin=f"{public}.evil.example")[0] == "websocket.close"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_may_link_here_and_embed_nothing(site: str) -> None:
    assert asked(sec_fetch_site=site, sec_fetch_mode="navigate")[0] == 200
    for mode in ("no-cors", "cors", "websocket"):
        assert asked("/media/a.pptx", sec_fetch_site=site, sec_fetch_mode=mode)[0] == 403


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/", "/base/_stcore/metrics"])
def test_nobody_reads_how_the_server_is_used(path: str) -> None:
    assert asked(path)[0] == 404


@pytest.mark.parametrize("path", ["/_stcore/metrics\n", "/media/0a1b\n", "/priorities\r\n", "/\x7f"])
def test_a_path_with_a_sign_that_nobody_sees_leads_nowhere_whatever_the_router_makes_of_it(path: str) -> None:
    """The router overlooks a line's end behind the path; whoever compares paths does not."""
    assert asked(path)[0] == 404


@pytest.mark.parametrize("behind", ["\u00a0", "\u200b", "ü"])
def test_what_a_mail_leaves_behind_a_link_is_left_to_whoever_knows_the_pages(behind: str) -> None:
    assert asked(f"/priorities{behind}")[0] == 200


def test_an_endless_link_is_not_read() -> None:
    assert asked(link="a" * (LONGEST_LINK + 1))[0] == 414
    assert asked(link="a" * 2000)[0] == 200


@pytest.mark.parametrize(
    "request_", [{}, {"path": "/mistake"}, {"host": "evil.example"}, {"path": "/_stcore/metrics"}, {"method": "PUT"}]
)
def test_every_answer_is_signed_even_that_to_a_mistake_which_tells_nothing(request_: Mapping[str, str]) -> None:
    _, told, text = asked(**request_)
    assert {name.lower(): value for name, value in headers().items()}.items() <= told.items()
    assert "secret" not in text
    assert "Traceback" not in text


def test_what_is_downloaded_is_kept_by_no_cache() -> None:
    assert "no-store" in asked("/media/board.pptx")[1]["cache-control"]


def test_a_cookie_that_came_by_tls_goes_by_tls_only() -> None:
    assert asked(x_forwarded_proto="https")[1]["set-cookie"].endswith("; Secure")
    assert "Secure" not in asked()[1]["set-cookie"]


def test_no_connection_but_to_the_own_server_is_allowed_and_no_script_from_text() -> None:
    rules = dict(rule.split(" ", 1) for rule in headers()["Content-Security-Policy"].split("; "))
    assert rules["connect-src"] == rules["form-action"] == rules["base-uri"] == "'self'"
    assert "unsafe" not in rules["script-src"]
    assert "unsafe" not in rules["default-src"]


def test_a_visit_without_a_drop_zone_brings_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quota, "_asked", {"invited"})
    assert asked("/_stcore/upload_file/stranger/f", "PUT", origin=OWN)[0] == 403
    assert asked("/_stcore/upload_file/invited/f", "PUT", origin=OWN, content_length="9")[0] == 200


def test_files_that_lie_there_leave_less_room_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    most = quota.MOST_A_VISIT
    monkeypatch.setattr(quota, "_lying", lambda: {"a": [most - 10], "b": [5]})
    for session, size, fits in (("a", "10", True), ("a", "11", False), ("b", "11", True), ("a", None, False)):
        with quota.room(session, size) as there_is:
            assert there_is is fits
    with quota.room("a", "6") as first, quota.room("a", "6") as second:  # at the same time
        assert (first, second) == (True, False)
    assert quota._coming == {}


def test_all_visits_together_have_a_limit_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quota, "_lying", lambda: {str(n): [quota.MOST_A_VISIT] for n in range(5)})
    with quota.room("late", None) as there_is:
        assert not there_is
    monkeypatch.setattr(quota, "_lying", lambda: {"a": [1] * quota.MOST_FILES})
    with quota.room("a", "1") as there_is:
        assert not there_is


def test_every_drop_zone_is_one_that_the_guard_knows() -> None:
    files = [*(ROOT / "lsn_data").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    bringing = ("st.file_uploader", "st.chat_input", "st.camera_input", "st.audio_input")
    using = {file.name for file in files if any(one in file.read_text(encoding="utf-8") for one in bringing)}
    assert using == {"quota.py"}
