"""How are groups told beside each other on the command line? A table of the differences, and what it means."""

from __future__ import annotations

from typing import Any

from lsn_data.commands.desk import Desk, aligned
from lsn_data.language import Language


def show_differences(found: dict[str, Any], desk: Desk) -> None:
    """What the groups of a ranking differ on, as far as that can be told; nothing for a ranking without groups."""
    told = [one for one in found.get("differences", []) if one["p"] is not None]
    if not told:
        return
    say, labels = desk.say, {one["item"]: one["label"] for one in found["groups"][0]["items"]}
    desk.show(say("Differences between the groups"))
    head = [say("theme"), say("largest gap in places"), say("a gap that would show"), say("p, corrected (Holm)")]
    rows = [
        [labels[one["item"]], _places(one["gap"], say), _places(one["smallest_gap"], say), _chance(one["p_holm"], say)]
        for one in told
    ]
    desk.show(aligned([head, *rows], right=[1, 2, 3]))
    desk.show(_meaning([labels[one["item"]] for one in told if one["holds"]], say))
    desk.show()


def _meaning(holding: list[str], say: Language) -> str:
    if holding:
        return say("More than chance: {themes}.", themes=say.listing(holding))
    return say("We did not find a difference; smaller gaps than those named would not have shown.")


def _places(places: float | None, say: Language) -> str:
    return "–" if places is None else say.number(places, 1)


def _chance(p: float, say: Language) -> str:
    return f"< {say.number(0.001, 3)}" if p < 0.001 else say.number(p, 3)
