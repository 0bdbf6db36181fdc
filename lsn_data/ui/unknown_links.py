"""Where does a link lead that no page has? To the first page, which says so: Streamlit's own answer is in English."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lsn_data.language import CODES, Language
from lsn_data.ui.following import pages
from lsn_data.ui.messages import safe

# The name of the page that there is not, in the link.
MISSING = "missing"
# Only such names are repeated on the page: a link must not be able to put words there.
_NAME = re.compile(r"[\w-]{1,40}")


class UnknownLinks:
    """ASGI middleware: whoever would get the product's frame for a page that there is not is led to the first page.

    Only what is answered as a web page is looked at; files, sockets and every other answer pass untouched.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; of an unknown link the answer is another one."""
        away = elsewhere(scope) if scope["type"] == "http" else ""
        if not away:
            await self.app(scope, receive, send)
            return
        led = False

        async def answer(message: Message) -> None:
            nonlocal led
            if message["type"] == "http.response.start" and _is_page(message):
                led = True
                await RedirectResponse(away, status_code=303)(scope, receive, send)
            elif not led:
                await send(message)

        await self.app(scope, receive, answer)


def elsewhere(scope: Scope) -> str:
    """Where an unknown link leads to, seen from where it stands; empty for the start and for the pages.

    >>> elsewhere({"path": "/overview", "query_string": b""}), elsewhere({"path": "/", "query_string": b""})
    ('', '')
    >>> elsewhere({"path": "/old/prices", "query_string": b"lang=de&by=size"})
    '../?missing=prices&lang=de'
    """
    parts = below_the_base(str(scope["path"]), str(scope.get("root_path", "")))
    if not parts or (len(parts) == 1 and parts[0] in pages()):
        return ""
    asked = {MISSING: parts[-1]} if _NAME.fullmatch(parts[-1]) else {MISSING: ""}
    spoken = parse_qs(bytes(scope["query_string"]).decode("latin-1")).get("lang", [""])[0]
    if spoken in CODES:
        asked["lang"] = spoken
    return f"{'../' * (len(parts) - 1) or './'}?{urlencode(asked)}"


def say_so(say: Language) -> None:
    """One sentence above the first page for whoever followed such a link."""
    if MISSING not in st.query_params:
        return
    name = st.query_params[MISSING]
    told = (
        say("There is no page “{name}”. This is the overview; all pages stand in the bar at the left.", name=name)
        if _NAME.fullmatch(name)
        else say("There is no such page. This is the overview; all pages stand in the bar at the left.")
    )
    st.html(f"<p class='lsn-notice' role='status'>{safe(told)}</p>")


def below_the_base(path: str, root: str) -> list[str]:
    """The parts of a path below the address of the product."""
    parts = [part for part in path.removeprefix(root).split("/") if part]
    base = [part for part in str(st.get_option("server.baseUrlPath") or "").split("/") if part]
    return parts[len(base) :] if parts[: len(base)] == base else parts


def _is_page(message: Message) -> bool:
    kind = Headers(raw=message["headers"]).get("content-type", "")
    return message["status"] == 200 and kind.startswith("text/html")
