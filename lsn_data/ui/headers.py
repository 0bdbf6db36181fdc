"""What does the server tell the browser to forbid? Security headers on every answer, and the health route.

Nothing is ever fetched from another host. Scripts are Streamlit's own files; the few inline ones (Streamlit's start
page and our language mark) are named by their hash, so that text which slips into a page as a script does not run.
Scripts from `blob:` are how Streamlit starts a component's script; only a script that runs already can make one.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lsn_data.language import CODES

START_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"


def language_script(code: str) -> str:
    """The script that tells the browser (and its screen reader) the language of the page.

    >>> language_script("de")
    'document.documentElement.lang="de"'
    """
    return f'document.documentElement.lang="{code}"'


def script_hash(script: str) -> str:
    """How a content security policy names an inline script.

    >>> script_hash("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def inline_scripts(page: str) -> list[str]:
    """The inline scripts of an HTML page.

    >>> inline_scripts('<script src="a.js"></script><script>go()</script>')
    ['go()']
    """
    return re.findall(r"<script>(.*?)</script>", page, re.DOTALL)


@cache
def policy() -> str:
    """The content security policy. Styles must stay inline: Streamlit writes them while it draws."""
    scripts = inline_scripts(START_PAGE.read_text(encoding="utf-8")) + [language_script(code) for code in CODES]
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {' '.join(script_hash(script) for script in scripts)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-src 'self'",
            "frame-ancestors 'none'",
        )
    )


@cache
def headers() -> dict[str, str]:
    """Every header that is added to every answer."""
    return {
        "Content-Security-Policy": policy(),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


class SecurityHeaders:
    """ASGI middleware: adds `headers()` to every HTTP answer, also to one that a mistake of ours ends."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; sign the answer on its way out."""

        begun = False

        async def signed(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _sign(scope, MutableHeaders(scope=message))
            await send(message)

        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            await self.app(scope, receive, signed)
        except Exception:
            if not begun:
                await PlainTextResponse("Internal Server Error", status_code=500)(scope, receive, signed)
            raise


def _sign(scope: Scope, answer: MutableHeaders) -> None:
    """Add the headers; what people download is kept by no cache, and cookies that came by TLS go by TLS only."""
    answer.update(headers())
    if "/media/" in scope["path"]:
        answer["Cache-Control"] = "private, no-store"
    if "https" in (scope["scheme"], Headers(scope=scope).get("x-forwarded-proto")):
        cookies = answer.getlist("set-cookie")
        del answer["set-cookie"]
        for cookie in cookies:
            answer.append("set-cookie", cookie if "; secure" in cookie.lower() else f"{cookie}; Secure")


async def health(_: Request) -> JSONResponse:
    """Is the server there? For whoever watches it."""
    return JSONResponse({"status": "ok"})
