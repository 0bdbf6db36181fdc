"""How does a person click without a browser? In the words that a browser and the server speak: Streamlit's own.

A visit is one web socket. What the server sends is put together as a browser would, and a click sends what a browser
sends: the page, its link and the choice that changed. So many people need no browser each, and what each of them sees
can be compared, text by text and figure by figure, with what somebody sees who is alone (`benchmarks.alone`).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from google.protobuf.json_format import MessageToDict
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1.element_tree import Block, ElementTree, Node, parse_tree_from_messages
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 180.0
LARGEST = 2**28
WRONG, TROUBLE = ("exception", "error"), "lsn-trouble"
DONE = ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY
# Names that differ from server to server and are not seen.
UNSEEN = {"id", "url", "deferredFileId", "formId", "pageScriptHash", "setValue", "rawValues", "sourceId"}


@dataclass(frozen=True)
class Click:
    """One thing that a person does: go to a page, or choose the option at a place of a list (-1: the last).

    `if_there`: a list that another choice has taken away is left alone; the page is asked for again.
    """

    page: str = ""
    widget: str = ""
    at: int = 0
    if_there: bool = False

    def __str__(self) -> str:
        return self.page or f"{self.widget}[{self.at}]"


@dataclass(frozen=True)
class Seen:
    """What stood on the page after a click, and after how many seconds: the first heading, and all of it."""

    tree: ElementTree
    heading: float = 0.0
    whole: float = 0.0
    bytes: int = 0

    @property
    def told(self) -> list[str]:
        """Every text, figure and chart on the page, in order."""
        return [str(one) for one in told(self.tree)]

    @property
    def troubles(self) -> list[str]:
        """What the page says of something that went wrong."""
        return [str(node.proto) for node in nodes(self.tree) if node.type in WRONG or _name(node).endswith(TROUBLE)]


class Visit:
    """One person at a page of the product; nothing is shared with other visits but the server."""

    def __init__(self, socket: ClientConnection, code: str, locale: str = "en-GB") -> None:
        self._socket, self.code, self._locale = socket, code, locale
        self._link = urlencode({"lang": code})
        self._page = self._name = ""
        self._pages: dict[str, str] = {}
        self._tree = ElementTree()
        self.session = ""

    async def does(self, click: Click) -> Seen:
        """Do it, and wait until the page is whole."""
        if click.page:
            self._link, self._name = urlencode({"lang": self.code}), click.page
            self._page = self._pages.get(click.page, "")
            return await self.rerun()
        return await self.rerun(*chosen(self._tree, click))

    async def rerun(self, *states: WidgetState) -> Seen:
        """Send what changed; the page as it then stands."""
        state = ClientState(query_string=self._link, page_script_hash=self._page, page_name=self._name)
        state.context_info.locale = self._locale
        state.context_info.timezone = "Europe/Berlin"
        state.widget_states.widgets.extend(states)
        started = time.perf_counter()
        await self.send(BackMsg(rerun_script=state))
        return await asyncio.wait_for(self._whole(started), PATIENCE)

    async def send(self, said: BackMsg) -> None:
        """Say something to the server."""
        await self._socket.send(said.SerializeToString())

    async def hear(self) -> ForwardMsg:
        """The next message of the server."""
        return ForwardMsg.FromString(await self._socket.recv(decode=False))

    async def _whole(self, started: float) -> Seen:
        """Gather what comes until the script has ended; a script that leads to another page begins anew."""
        messages: list[ForwardMsg] = []
        heading = 0.0
        while True:
            message = await self.hear()
            kind = message.WhichOneof("type")
            if kind == "new_session":
                messages, heading = [], 0.0
                self.session = message.new_session.initialize.session_id or self.session
                self._page = message.new_session.page_script_hash
            elif kind == "navigation":
                self._pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
                self._page = message.navigation.page_script_hash or self._page
            elif kind == "page_info_changed":
                self._link = message.page_info_changed.query_string
            elif kind == "delta":
                messages.append(message)
                heading = heading or (time.perf_counter() - started) * (message.delta.new_element.heading.tag == "h1")
            elif kind == "script_finished" and message.script_finished == DONE:
                self._tree = parse_tree_from_messages(messages)
                whole = time.perf_counter() - started
                return Seen(self._tree, heading or whole, whole, sum(one.ByteSize() for one in messages))


async def visiting(address: str, code: str, locale: str = "en-GB") -> Visit:
    """Somebody comes: a connection of their own. `address` begins with http://."""
    headers = {"Accept-Language": locale}
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    socket = await connect(
        stream, subprotocols=[Subprotocol("streamlit")], additional_headers=headers, max_size=LARGEST,
        origin=Origin(address),
    )  # fmt: skip
    return Visit(socket, code, locale)


async def leave(visit: Visit) -> None:
    """Close the page."""
    await visit._socket.close()


def chosen(tree: ElementTree, click: Click) -> list[WidgetState]:
    """What a browser sends for a choice. Raises LookupError where there is no such list and there should be one."""
    if click.if_there and not any(_name(node).endswith(f"-{click.widget}") for node in nodes(tree)):
        return []
    proto = widget(tree, click.widget)
    state = WidgetState(id=proto.id)
    options = [getattr(one, "content", one) for one in proto.options]
    picked = options[max(-len(options), min(click.at, len(options) - 1))]
    if proto.DESCRIPTOR.name == "ButtonGroup":
        state.string_array_value.data.append(picked)
    else:
        state.string_value = picked
    return [state]


def widget(tree: ElementTree, key: str) -> Any:
    """What is to be clicked on, by its name. Raises LookupError."""
    for node in nodes(tree):
        if _name(node).endswith(f"-{key}"):
            return node.proto
    raise LookupError(f"nothing to click on is called {key!r}")


def _name(node: Node) -> str:
    """What the server calls it: the name that its page gave it stands at the end."""
    return str(getattr(node.proto, "id", ""))


def nodes(block: Block) -> Iterator[Any]:
    """Everything on the page, from top to bottom."""
    for _, child in sorted(block.children.items()):
        yield child
        if isinstance(child, Block):
            yield from nodes(child)


def told(tree: ElementTree) -> Iterator[object]:
    """What each thing on the page says, as a browser gets it, without the names that nobody sees."""
    for node in nodes(tree):
        said = _said(node)
        if said:
            yield said


def _said(node: Node) -> object:
    proto = getattr(node, "proto", None)
    if proto is None:
        return None
    return node.type, _seen(MessageToDict(proto))


def _seen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _seen(one) for key, one in value.items() if key not in UNSEEN}
    return [_seen(one) for one in value] if isinstance(value, list) else value
