"""What does a layer of the server answer to a request? Asked without a server."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.types import ASGIApp, Message, Scope


def answer_of(layer: ASGIApp, scope: Scope) -> list[Message]:
    """Everything that is sent; a mistake after that goes on to the log, and is passed over."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect" if scope["type"] == "websocket" else "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    async def asked() -> None:
        try:
            await layer(scope, receive, send)
        except RuntimeError:
            assert sent

    with ThreadPoolExecutor(1) as thread:  # a browser's test may have a loop of its own running in this one
        thread.submit(asyncio.run, asked()).result()
    return sent
