"""Does whoever logs in land on the view that was asked for, and never anywhere but in the product?"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import RedirectResponse

from lsn_data.ui import wished
from lsn_data.ui.wished import COOKIE, KNOWN, LONGEST, Wished, own
from tests.ui.serving import answer_of

ROOT = Path(__file__).parents[2]
HOST = "monitor.example.org"
VIEW = "priorities?by=size&group=10-49&lang=de"


def answered(path: str, start: str = "/", **given: str) -> tuple[str, SimpleCookie]:
    """Where the server leads to, and the cookies that it sets."""
    scope: dict[str, Any] = {
        "type": "http", "path": path, "method": "GET", "query_string": b"",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in {"host": HOST, **given}.items()],
    }  # fmt: skip
    sent = answer_of(Wished(RedirectResponse(start, 302)), scope)
    told = [(name.decode(), value.decode()) for name, value in sent[0]["headers"]]
    cookies = SimpleCookie()
    for name, value in told:
        if name == "set-cookie":
            cookies.load(value)
    return dict(told)["location"], cookies


def test_the_view_waits_in_a_cookie_that_no_script_reads_and_is_gone_afterwards() -> None:
    _, cookies = answered("/auth/login", "https://login.example.org/?client_id=1", referer=f"https://{HOST}/{VIEW}")
    waiting = cookies[COOKIE]
    assert (waiting.value, waiting["httponly"], waiting["samesite"], waiting["max-age"]) == (VIEW, True, "lax", "900")
    led, cookies = answered("/oauth2callback", cookie=f'{COOKIE}="{VIEW}"')
    assert led == f"/{VIEW}"
    assert (cookies[COOKIE].value, cookies[COOKIE]["max-age"]) == ("", "0")


def test_below_a_path_the_view_is_found_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.get_option", lambda _: "monitor")
    _, cookies = answered("/monitor/auth/login", "https://x/", referer=f"https://{HOST}/monitor/{VIEW}")
    assert cookies[COOKIE]["path"] == "/monitor"  # nothing else under this name learns of it
    assert answered("/monitor/oauth2callback", "/monitor/", cookie=f"{COOKIE}={cookies[COOKIE].value}")[0] == (
        f"/monitor/{VIEW}"
    )


def test_behind_a_proxy_that_renames_the_server_the_public_address_is_the_own_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    link = {"host": "127.0.0.1:8501", "referer": f"https://{HOST}/{VIEW}"}
    assert answered("/auth/login", "https://x/", **link)[1][COOKIE].value == ""
    monkeypatch.setenv("LSN_ADDRESS", f"https://{HOST}")
    assert answered("/auth/login", "https://x/", **link)[1][COOKIE].value == VIEW


@pytest.mark.parametrize(
    "referer",
    ["", "https://evil.example/priorities", f"https://{HOST}.evil.example/kpis", f"https://{HOST}@evil.example/kpis",
     f"https://{HOST}//evil.example", f"https://{HOST}/secret", "https://[", "about:blank"],
)  # fmt: skip
def test_a_login_from_elsewhere_remembers_nothing_and_lets_go_of_what_waited(referer: str) -> None:
    _, cookies = answered("/auth/login", "https://x/", referer=referer, cookie=f"{COOKIE}={VIEW}")
    assert (cookies[COOKIE].value, cookies[COOKIE]["max-age"]) == ("", "0")


HOSTILE = (
    "https://evil.example", "https://evil.example/priorities", "//evil.example", "///evil.example/priorities",
    "/\\evil.example", "\\\\evil.example", "priorities\\..\\..", "javascript:alert(1)", "data:text/html,x",
    "priorities:80", "evil.example", "@evil.example", "../priorities", "priorities/../secret", "/priorities",
    "priorities/", "%2F%2Fevil.example", "%5C%5Cevil.example", "priorities?by=size\r\nSet-Cookie: a=b",
    "prior\tities", "pri%0d%0aorities", "priorities?by=%0d%0aLocation:x", "auth/logout", "media/0a1b.pptx",
    "priorities;x", "PRIORITIES", "http://[", "priorities?words=" + "a" * LONGEST,
)  # fmt: skip


@pytest.mark.parametrize("link", HOSTILE)
def test_a_forged_cookie_leads_to_the_start_and_nowhere_else(link: str) -> None:
    assert own(link) == ""
    if link.isprintable() and ";" not in link:
        assert answered("/oauth2callback", cookie=f"{COOKIE}={link}")[0] == "/"


def test_of_a_link_only_what_pages_know_is_kept_and_written_anew() -> None:
    assert own("kpis?embed=true&code=x&state=y&missing=z&theme=region#x") == "kpis?theme=region"
    assert own("survey?words=//evil.example <b>&by=size") == "survey?words=%2F%2Fevil.example+%3Cb%3E&by=size"
    assert own("?lang=de") == "?lang=de"


def test_a_view_that_no_cookie_holds_does_not_wait() -> None:
    """Written anew, a sign may become three; browsers drop a cookie beyond 4 kB, and a proxy may refuse the answer."""
    long = "priorities?words=" + "(" * (LONGEST - 100)
    assert own(long) == ""
    _, cookies = answered("/auth/login", "https://x/", referer=f"https://{HOST}/{long}")
    assert cookies[COOKIE].value == ""


def test_an_answer_that_does_not_lead_to_the_start_of_this_server_is_left_alone() -> None:
    for start in ("https://login.example.org/", "//evil.example/", "/somewhere"):
        assert answered("/oauth2callback", start, cookie=f"{COOKIE}={VIEW}")[0] == start


def test_other_requests_pass_untouched() -> None:
    led, cookies = answered("/priorities", "/elsewhere", cookie=f"{COOKIE}={VIEW}", referer=f"https://{HOST}/{VIEW}")
    assert (led, len(cookies)) == ("/elsewhere", 0)


def test_every_name_that_a_page_keeps_in_its_link_is_known_here() -> None:
    found = set(names_in_links())
    assert {"by", "words", "register", "text", "edition", "since"} <= found
    assert found - {"missing"} <= KNOWN


def names_in_links() -> Iterator[str]:
    """What the code asks of a link: `kept("by", …)`, `query_params[SINCE]`, `words_in(WORDS)` and the like."""
    for path in (ROOT / "lsn_data" / "ui").glob("*.py"):
        module = importlib.import_module(f"lsn_data.ui.{path.stem}") if path.stem != "main" else wished
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            asked = None
            if isinstance(node, ast.Call) and node.args:
                called = ast.unparse(node.func).split(".")
                if called[-1] in ("kept", "_kept", "_one_of", "words_in") or called[-2:-1] == ["query_params"]:
                    asked = node.args[0]
            elif isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("query_params"):
                asked = node.slice
            if isinstance(asked, ast.Constant) and isinstance(asked.value, str):
                yield asked.value
            elif isinstance(asked, ast.Name) and asked.id.isupper():
                yield str(getattr(module, asked.id))
