"""Does the running server keep its door shut: to other pages, to other names, to files that nobody asked for?"""

from __future__ import annotations

import re
import socket
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser.watching import opened

SESSION = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
PUSH = """async ([session, bytes, name]) => {
  const token = document.cookie.match(/_streamlit_xsrf=([^;]+)/)[1], form = new FormData();
  form.append("file", new Blob([new Uint8Array(bytes)]), name);
  const headers = token && name !== "no-token" ? {"X-Xsrftoken": token} : {};
  const answer = await fetch(`/_stcore/upload_file/${session}/one`, {method: "PUT", body: form, headers});
  return answer.status;
}"""


def answer(home: str, request: str, *lines: str) -> bytes:
    """The beginning of what the server answers to a request as written."""
    place = urlsplit(home)
    said = "\r\n".join((f"{request} HTTP/1.1", *lines, "", ""))
    with socket.create_connection((place.hostname, place.port), timeout=10) as line:
        line.sendall(said.encode("latin-1"))
        heard = line.recv(65_536)
        return heard + (line.recv(65_536) if heard.endswith(b"\r\n\r\n") and b" 200 " in heard[:16] else b"")


def status(home: str, request: str, *lines: str) -> int:
    """Only its number."""
    return int(answer(home, request, *lines).split()[1])


def test_other_names_other_pages_and_paths_out_of_the_house_are_refused(empty_home: str) -> None:
    own = urlsplit(empty_home).netloc
    shake = ("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")  # fmt: skip
    assert status(empty_home, "GET /", "Host: evil.example") == 421
    assert status(empty_home, "GET /_stcore/metrics", f"Host: {own}") == 404
    assert status(empty_home, "GET /_stcore/stream", f"Host: {own}", f"Origin: {empty_home}", *shake) == 101
    for origin in ("http://localhost:9", "http://evil.example", "null"):
        assert status(empty_home, "GET /_stcore/stream", f"Host: {own}", f"Origin: {origin}", *shake) == 403
    assert status(empty_home, "GET /_stcore/stream", "Host: evil.example", *shake) == 403
    for way in (
        "/../main.py",
        "/%2e%2e/main.py",
        "/..%2f..%2fmain.py",
        "/..\\main.py",
        "//etc/passwd",
        "/%5c%5cevil\\a",
    ):
        for room in ("/app/static", "/static", "/media", "/component/x", "/_stcore/bidi-components"):
            said = answer(empty_home, f"GET {room}{way}", f"Host: {own}")
            assert int(said.split()[1]) in (303, 400, 403, 404) or b"<!--" in said, room + way  # the start page
            assert b"import streamlit" not in said
            assert b"root:" not in said


def test_files_come_in_only_through_a_drop_zone_with_the_token_within_the_limit(empty_home: str, page: Page) -> None:
    heard: list[bytes] = []
    page.on("websocket", lambda line: line.on("framereceived", lambda data: heard.append(data)))  # type: ignore[arg-type]
    opened(page, f"{empty_home}/strategy")
    names = {one.decode() for one in SESSION.findall(b"".join(one for one in heard if isinstance(one, bytes)))}
    assert {page.evaluate(PUSH, [name, 9, "a.csv"]) for name in names} == {403}
    page.get_by_test_id("stSidebar").get_by_text("Upload").click()
    page.get_by_test_id("stFileUploaderDropzone").wait_for()
    (session,) = (name for name in names if page.evaluate(PUSH, [name, 9, "a.csv"]) == 204)
    assert page.evaluate(PUSH, [session, 9, "no-token"]) == 403
    assert page.evaluate(PUSH, [session, 51 * 2**20, "a.csv"]) == 413
    assert page.evaluate(PUSH, ["0" * 36, 9, "a.csv"]) == 403
