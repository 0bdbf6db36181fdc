"""Where is the app's door, and who may knock? A file beside the database tells, to its owner alone."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from lsn_data.handing.line import PROTOCOL, Broken, Line
from lsn_data.store.connection import migrations
from lsn_data.store.private import put_text

HERE_ALONE = "127.0.0.1"
SHORT = 4096
A_MOMENT = 5.0


@dataclass(frozen=True)
class Door:
    """A port on this machine, and the secret that both sides must know."""

    port: int
    secret: str


def place_of(database: Path) -> Path:
    """The file that tells where the door of a database's app is."""
    return database.with_name(f"{database.name}.door")


def told(database: Path) -> Door | None:
    """The door as the file tells; None where there is none, or none that can be read."""
    try:
        found = json.loads(place_of(database).read_text(encoding="utf-8"))
        door = Door(int(found["port"]), str(found["secret"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return door if 0 < door.port < 65_536 and len(door.secret) >= 32 else None


def tell(database: Path, door: Door) -> None:
    """Write the file, for its owner's eyes only, in place of one that is left over. Raises OSError."""
    put_text(json.dumps(asdict(door)), place_of(database))


def untell(database: Path, door: Door) -> None:
    """Remove the file, unless another app has put up its own."""
    with suppress(OSError):
        if told(database) == door:
            place_of(database).unlink()


def product() -> str:
    """What both sides must agree on: how they speak, and the newest schema that they know."""
    return f"{PROTOCOL}.{max(migrations())}"


def let_in(line: Line, secret: str) -> bool:
    """Ask somebody at the door to prove the secret, and prove it back; False if it is a stranger."""
    line.wait_at_most(A_MOMENT)
    ours = secrets.token_hex(32)
    line.say({"challenge": ours})
    answer = line.hear(SHORT)
    theirs = str(answer.get("challenge", ""))
    if not _same(str(answer.get("proof", "")), _proof(secret, "command", ours, theirs)):
        return False
    line.say({"proof": _proof(secret, "app", theirs, ours), "product": product()})
    return True


def knock(line: Line, secret: str) -> str | None:
    """Prove the secret to whoever is behind the door; returns the app's `product`, None if it is not our app."""
    line.wait_at_most(A_MOMENT)
    try:
        theirs, ours = str(line.hear(SHORT).get("challenge", "")), secrets.token_hex(32)
        line.say({"challenge": ours, "proof": _proof(secret, "command", theirs, ours)})
        answer = line.hear(SHORT)
    except Broken:
        return None
    if not _same(str(answer.get("proof", "")), _proof(secret, "app", ours, theirs)):
        return None
    return str(answer.get("product", ""))


def _proof(secret: str, side: str, *challenges: str) -> str:
    words = "|".join((side, *challenges)).encode("utf-8", "replace")
    return hmac.new(secret.encode("utf-8"), words, hashlib.sha256).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8"))
