"""How are groups, and two waves, told beside each other on the command line? As a table, and what it means."""

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


def show_change(found: dict[str, Any], desk: Desk) -> None:
    """How far the themes moved since the wave before; nothing where there is none."""
    change = found.get("change") or {"items": []}
    told = [one for one in change["items"] if one["change"] is not None]
    if not told:
        return
    say, labels = desk.say, {one["item"]: one["label"] for one in found["items"]}
    desk.show(say("Since {wave}", wave=change["since"]))
    head = [
        say("theme"),
        say("place then"),
        say("place now"),
        say("places gained on average"),
        say("p, corrected (Holm)"),
    ]
    rows = [
        [
            labels[one["item"]], str(one["place_then"]), str(one["place_now"]), _places(one["change"], say),
            _chance(one["p_holm"], say),
        ]
        for one in told
    ]  # fmt: skip
    desk.show(aligned([head, *rows], right=[1, 2, 3, 4]))
    if change["panel"]:
        desk.show(say("{n} members ranked both times.", n=say.number(change["panel"]["n"])))
    desk.show()


def _meaning(holding: list[str], say: Language) -> str:
    if holding:
        return say("More than chance: {themes}.", themes=say.listing(holding))
    return say("We did not find a difference; smaller gaps than those named would not have shown.")


def _places(places: float | None, say: Language) -> str:
    return "–" if places is None else say.number(places, 1)


def _chance(p: float, say: Language) -> str:
    return f"< {say.number(0.001, 3)}" if p < 0.001 else say.number(p, 3)
