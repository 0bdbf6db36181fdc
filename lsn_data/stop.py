"""How does whoever looks into a file say that it cannot be taken? By a cause and facts; the words come later."""

from __future__ import annotations

MEBIBYTE = 1024 * 1024


class Stop(Exception):
    """The file is refused; `cause` is a short name (`zip-bomb`), `facts` fill the sentence that the door finds."""

    def __init__(self, cause: str, **facts: str | int) -> None:
        self.cause = cause
        self.facts = facts
        super().__init__(cause)
