"""How do the two sides speak? Messages of bounded size: each a JSON object or a piece of a file, nothing else."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

PROTOCOL = 1
MOST = 1 << 20
PIECE = 256 * 1024
_LENGTH = struct.Struct(">I")


class Broken(Exception):
    """The other side is gone, is too slow, or speaks otherwise."""


class Line:
    """A connection to the other side. Every method raises Broken."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def wait_at_most(self, seconds: float) -> None:
        """How long the other side may be silent."""
        self._connection.settimeout(seconds)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def say(self, message: dict[str, Any]) -> None:
        """Send a message."""
        self._send(json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogateescape"))

    def hear(self, most: int = MOST) -> dict[str, Any]:
        """The next message."""
        try:
            told = json.loads(self._receive(most).decode("utf-8", "surrogateescape"))
        except (ValueError, RecursionError) as trouble:
            raise Broken("no message") from trouble
        if not isinstance(told, dict):
            raise Broken("no message")
        return told

    def send_file(self, source: BinaryIO) -> None:
        """Everything that can be read, piece by piece; an empty piece is the end."""
        while piece := source.read(PIECE):
            self._send(piece)
        self._send(b"")

    def pieces(self) -> Iterator[bytes]:
        """The pieces of a file that the other side sends."""
        while piece := self._receive(PIECE):
            yield piece

    def receive_file(self, goal: Path) -> None:
        """Write what the other side sends into a new file. Raises OSError, too; what is left is heard all the same."""
        pieces = self.pieces()
        try:
            with goal.open("xb") as target:
                for piece in pieces:
                    target.write(piece)
        finally:
            for _ in pieces:
                pass

    def _send(self, data: bytes) -> None:
        if len(data) > MOST:
            raise Broken("too long")
        try:
            self._connection.sendall(_LENGTH.pack(len(data)) + data)
        except OSError as trouble:
            raise Broken("gone") from trouble

    def _receive(self, most: int) -> bytes:
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
        if length > most:
            raise Broken("too long")
        return self._exactly(length)

    def _exactly(self, length: int) -> bytes:
        parts, left = [], length
        while left:
            try:
                part = self._connection.recv(min(left, PIECE))
            except OSError as trouble:
                raise Broken("gone") from trouble
            if not part:
                raise Broken("gone")
            parts.append(part)
            left -= len(part)
        return b"".join(parts)
