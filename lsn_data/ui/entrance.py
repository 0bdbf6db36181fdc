"""Who gets through to the product at all, before any page is drawn?

Without a login only whoever sits at this machine: everybody else is told in a sentence what is missing. With a login
everybody gets the page with the button; files go in and out only with the cookie of somebody who may.
"""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from lsn_data.access import Action, login_needed, require
from lsn_data.errors import LsnError
from lsn_data.language import Language, mark, nearest
from lsn_data.settings import settings
from lsn_data.ui import fetching
from lsn_data.ui.guard import UPLOADS, turn_away
from lsn_data.ui.unknown_links import below_the_base
from lsn_data.ui.visitor import known

ALWAYS = ["healthz"]
NAMES_OF_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]"})
# Whoever sends these stands behind a proxy: then the connection is the proxy's, not the person's.
OF_A_PROXY = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
NOT_ALONE = mark(
    "This product opens for one person on this machine. For several people, set up a login in settings.toml: see"
    " docs/access.md."
)


class Entrance:
    """ASGI middleware: lets through who may come in, and answers everybody else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or say why not."""
        if scope["type"] not in ("http", "websocket") or _parts(scope) == ALWAYS:
            await self.app(scope, receive, send)
        elif told := turned_away(scope):
            await turn_away(403, told, scope, receive, send, **{"Cache-Control": "no-store"})
        else:
            await self.app(scope, receive, send)


def turned_away(scope: Scope) -> str:
    """Why a request is not answered; empty if it is."""
    say = Language(nearest(Headers(scope=scope).get("accept-language", "")))
    if not login_needed():
        return "" if alone(scope) and not _public() else say(NOT_ALONE)
    action = _needed(scope["path"], str(scope.get("root_path", "")))
    if action is None:
        return ""
    try:
        require(known(claims(HTTPConnection(scope).cookies)), action)
    except LsnError as refusal:
        return refusal.said(say)
    return ""


def _parts(scope: Scope) -> list[str]:
    return below_the_base(scope["path"], str(scope.get("root_path", "")))


def _needed(path: str, root: str) -> Action | None:
    """What somebody needs the right for who asks for such an address; None where everybody gets an answer."""
    return "import" if UPLOADS in path else fetching.needed(path, root)


def alone(scope: Scope) -> bool:
    """Does the request come from this machine itself, by its own name, through nobody else?

    >>> here = {"type": "http", "client": ("127.0.0.1", 5), "headers": [(b"host", b"localhost:8501")]}
    >>> alone(here), alone({**here, "client": ("10.0.0.7", 5)})
    (True, False)
    >>> alone({**here, "headers": [(b"host", b"localhost"), (b"x-forwarded-for", b"10.0.0.7")]})
    False
    """
    headers, client = Headers(scope=scope), scope.get("client")
    if client is None or any(name in headers for name in OF_A_PROXY):
        return False
    name = headers.get("host", "").lower()
    return _is_here(client[0]) and (name if name.endswith("]") else name.rsplit(":", 1)[0]) in NAMES_OF_THIS_MACHINE


def _public() -> bool:
    """Is the product set up to be opened under a name that is not this machine's own?"""
    name = urlsplit(settings().address or "").hostname
    return name is not None and not ({name, f"[{name}]"} & NAMES_OF_THIS_MACHINE)


def _is_here(address: str) -> bool:
    """Is it an address of the machine itself?

    >>> _is_here("::1"), _is_here("::ffff:127.0.0.1"), _is_here("192.168.0.2"), _is_here("testclient")
    (True, True, False, False)
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback


def claims(cookies: Mapping[str, str]) -> Mapping[str, Any]:
    """What the login's cookie says of a person; nothing where there is none, or none that this server signed."""

    def signed(name: str) -> bytes | None:
        found = cookies.get(name)
        return decode_signed_value(get_cookie_secret(), name, found.encode("latin-1", "replace")) if found else None

    try:
        found = json.loads(get_cookie_with_chunks(signed, USER_COOKIE_NAME) or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
