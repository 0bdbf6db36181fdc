"""Where does somebody land who had to log in first? On the very view that the link asked for.

Streamlit's login always leads back to the start. So the view waits, on its way to the identity provider and back, in a
cookie of a quarter of an hour that no script reads. Which view it is, the browser tells itself: it names the page of
ours from which it goes to log in (`Referer`), and that to nobody but this server (`Referrer-Policy: same-origin`).

A link that waits is never followed as it stands. It is written anew from the name of a page and from filters that the
product knows; whatever else it says is let go, so that it cannot lead to another place.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lsn_data.ui.filters import LINKED
from lsn_data.ui.following import pages
from lsn_data.ui.guard import public
from lsn_data.ui.unknown_links import below_the_base

COOKIE = "_lsn_wished"
SECONDS = 15 * 60
# In signs, of a link and of what is written anew: browsers keep no cookie beyond 4096 bytes.
LONGEST = 2000
GOING, BACK = "/auth/login", "/oauth2callback"
# Everything that a page keeps in its link: the filters that marks lead to, and what people choose, type or open.
KNOWN = LINKED | {
    "channel", "columns", "data", "edition", "field", "figure", "find", "groups", "lang", "pack", "page", "register",
    "rows", "said", "show", "since", "text", "unit", "words",
}  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x1f\x7f\\]")


class Wished:
    """ASGI middleware: remembers the view while somebody goes to log in, and leads there afterwards."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; the answers to the way out and to the way back are changed."""
        path = scope["path"].rstrip("/") if scope["type"] == "http" else ""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                change = remember if path.endswith(GOING) else lead
                change(scope, MutableHeaders(scope=message))
            await send(message)

        await self.app(scope, receive, answer if path.endswith((GOING, BACK)) else send)


def remember(scope: Scope, answer: MutableHeaders) -> None:
    """On the way out: the view waits; without one, none of an earlier login does."""
    _keep(view_left(scope), answer)


def lead(scope: Scope, answer: MutableHeaders) -> None:
    """On the way back, logged in or not: to the view, once."""
    waiting = HTTPConnection(scope).cookies.get(COOKIE)
    if waiting is None:
        return
    _keep("", answer)
    start = answer.get("location", "")
    if re.fullmatch(r"(/[\w.-]+)*/", start):  # the product's own start, on this server
        answer["location"] = start + own(waiting)


def view_left(scope: Scope) -> str:
    """The view of ours that the browser comes from, below the product's address; empty if it is none."""
    headers = Headers(scope=scope)
    try:
        left = urlsplit(headers.get("referer", ""))
    except ValueError:
        return ""
    if left.netloc != headers.get("host") and f"{left.scheme}://{left.netloc}" != public():
        return ""
    return own("?".join(("/".join(below_the_base(left.path, str(scope.get("root_path", "")))), left.query)))


def own(link: str) -> str:
    """A link below the product's address, written anew of what the product knows; empty if it leads elsewhere.

    >>> own("priorities?by=size&group=10-49&lang=de&from=mail")
    'priorities?by=size&group=10-49&lang=de'
    >>> own("https://evil.example/priorities"), own("//evil.example"), own("javascript:alert(1)")
    ('', '', '')
    """
    if len(link) > LONGEST or _CONTROL.search(unquote(link)):
        return ""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or parts.path not in {"", *pages()}:
        return ""
    asked = urlencode([(name, value) for name, value in parse_qsl(parts.query) if name in KNOWN])
    anew = f"{parts.path}?{asked}" if asked else parts.path
    return anew if len(anew) <= LONGEST else ""


def _keep(view: str, answer: MutableHeaders) -> None:
    """Let the browser keep the view for a while, or forget it; nothing beside the product is told of it."""
    carrier, below = Response(), f"/{str(st.get_option('server.baseUrlPath') or '').strip('/')}"
    carrier.set_cookie(COOKIE, view, max_age=SECONDS if view else 0, path=below, httponly=True, samesite="lax")
    answer.append("set-cookie", carrier.headers["set-cookie"])
