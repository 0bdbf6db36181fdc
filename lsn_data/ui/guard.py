"""Which requests are answered at all? Those that come from the product's own pages, in a size that they need.

Streamlit guards its web socket by host name and its uploads by a token. What it leaves open is closed here, in front
of it: other names for this machine (DNS rebinding), pages of another port of the same machine, routes that tell of
the server, endless links, and files that nobody asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from lsn_data.settings import settings
from lsn_data.ui import quota

# Tell of the server, not of the strategy; nothing in a page asks for them.
CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check")
LONGEST_LINK = 16_384
UPLOADS = "/_stcore/upload_file/"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
READING = frozenset({"GET", "HEAD", "OPTIONS"})
WORDS = {
    403: "This request does not come from a page of this product.",
    404: "Not Found",
    413: "There is no room for more files. Remove some, or reload the page.",
    414: "The link is too long.",
    421: "This server does not answer to this name.",
}


class Guard:
    """ASGI middleware: answers what must not pass, and lets the rest through."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse with a status and a sentence, or pass the request on."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif status := refused(scope):
            await turn_away(status, WORDS[status], scope, receive, send)
        elif scope["type"] == "http" and scope["method"] == "PUT" and UPLOADS in scope["path"]:
            await self._upload(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _upload(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A file for a page that asked for one, as long as there is room for it."""
        session = scope["path"].split(UPLOADS)[1].split("/")[0]
        if not quota.asked(session):
            await turn_away(403, WORDS[403], scope, receive, send)
            return
        with quota.room(session, Headers(scope=scope).get("content-length")) as there_is:
            if there_is:
                await self.app(scope, receive, send)
            else:
                await turn_away(413, WORDS[413], scope, receive, send)


def refused(scope: Scope) -> int:
    """The status with which a request is refused; 0: it may pass."""
    headers = Headers(scope=scope)
    if not is_host_allowed(headers.get("host")):
        return 421
    path = scope["path"]
    # A router overlooks the line's end behind a path; whoever compares paths would not.
    if _CONTROL.search(path) or any(path.rstrip("/").endswith(closed) for closed in CLOSED):
        return 404
    if len(scope.get("query_string", b"")) + len(path) > LONGEST_LINK:
        return 414
    reads = scope["type"] == "http" and scope["method"] in READING
    return 0 if is_own(headers, reads=reads) else 403


def is_own(headers: Mapping[str, str], *, reads: bool) -> bool:
    """Does the request come from a page of this product, from somebody's own link, or from no browser at all?

    `reads`: it changes nothing, so a link on another page may lead here. Whoever sends no `Origin` is no browser.

    >>> is_own({"host": "localhost:8501", "origin": "http://localhost:9999"}, reads=False)
    False
    >>> is_own({"host": "localhost:8501", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, reads=True)
    True
    >>> is_own({"host": "localhost:8501", "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors"}, reads=True)
    False
    """
    origin = headers.get("origin")
    if origin is not None and not reads:
        return origin == public() or urlsplit(origin).netloc == headers.get("host")
    site = headers.get("sec-fetch-site", "none")
    return site in ("same-origin", "none") or (reads and headers.get("sec-fetch-mode") == "navigate")


def public() -> str | None:
    """The product's own address as browsers tell it, where it is set: a proxy may call this server by another name."""
    return (settings().address or "").rstrip("/") or None


async def turn_away(status: int, told: str, scope: Scope, receive: Receive, send: Send, **also: str) -> None:
    """Answer with a sentence, or hang up where that cannot be heard; `also` are further headers."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    answer = PlainTextResponse(told, status_code=status, headers={"Connection": "close", **also})
    await answer(scope, receive, send)
