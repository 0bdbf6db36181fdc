"""What was made of the data as they are, and who makes it when many ask at once?

After an import everybody's next click asks for the same answers anew. One of them makes each answer, the others wait
for it: twenty people who click at once cost one computation, not twenty. What is made may ask for other answers on its
way, never for itself, so nobody waits in a circle.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


class Computed:
    """Answers by data version and key; those of other versions than the one asked for last are dropped.

    >>> computed = Computed()
    >>> computed.once(1, "size", lambda: 3), computed.once(1, "size", lambda: 4), computed.once(2, "size", lambda: 5)
    (3, 3, 5)
    """

    def __init__(self) -> None:
        self._made: dict[int, dict[Hashable, Any]] = {}
        self._makers: dict[tuple[int, Hashable], threading.RLock] = {}
        self._one = threading.Lock()

    def once(self, version: int, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made of this version under this key, made now if nobody did; what `make` raises is not kept."""
        made = self._of(version)
        if key not in made:
            with self._maker(version, key):
                if key not in made:
                    made[key] = make()
        return cast(Made, made[key])

    def _of(self, version: int) -> dict[Hashable, Any]:
        """What was made of a version; whoever still makes something of an older one keeps it to the end."""
        with self._one:
            for old in [one for one in self._made if one != version]:
                self._made.pop(old)
                self._makers = {asked: maker for asked, maker in self._makers.items() if asked[0] != old}
            return self._made.setdefault(version, {})

    def _maker(self, version: int, key: Hashable) -> threading.RLock:
        """Whoever holds it makes this answer."""
        with self._one:
            return self._makers.setdefault((version, key), threading.RLock())
