"""What is said of the moves since the last wave: the finding, what it means, and how it was found?"""

from __future__ import annotations

from collections.abc import Mapping

from lsn_data.disclosure import FEWEST
from lsn_data.language import Language, mark
from lsn_data.store import Store
from lsn_data.topics.priorities.asked_adopted import asked_and_adopted
from lsn_data.topics.priorities.moved import Move
from lsn_data.topics.priorities.waves import Since
from lsn_data.topics.priorities.wording import inside

WITHOUT_PANEL = {
    "no token lasts": mark("Whether the same members answered is not known: the files carry no token that lasts."),
    "too few": mark("Those who ranked both times are not shown apart: they or the others are fewer than {fewest}."),
    "tokens of others": mark(
        "The tokens of the two files meet, but sector and state differ: they do not name the same members."
    ),
}
NAMED = 2


def message(since: Since, labels: Mapping[str, str], say: Language) -> str:
    """What moved, if that is more than chance; else which move could have gone unseen."""
    wave, held = since.earlier.wave, since.holding
    if not held:
        return _nothing_moved(since, say)
    how = _how(held[0], since, say)
    first = say("{theme} moved {how} since {wave}", theme=labels[held[0].item], how=how, wave=wave)
    if len(held) < NAMED:
        return first
    return f"{first}; {inside(held[1].item, labels, say)} {_how(held[1], since, say)}"


def _nothing_moved(since: Since, say: Language) -> str:
    wave, gap = since.earlier.wave, since.smallest
    if gap is None:
        return say("No theme has clearly moved since {wave}", wave=wave)
    return say(
        "No theme has clearly moved since {wave}; a move of less than {gap} places may not have shown",
        wave=wave,
        gap=say.number(gap, 1),
    )


def _how(one: Move, since: Since, say: Language) -> str:
    """`from place 6 to 4`; by how much on average, where the places do not tell it."""
    then, now = since.places(one.item)
    gained = one.change.places if one.change else 0.0
    if (then - now) * gained > 0:
        return say("from place {then} to {now}", then=then, now=now)
    return _on_average(gained, say)


def _on_average(gained: float, say: Language) -> str:
    places = say.number(abs(gained), 1)
    return (
        say("up by {n} places on average", n=places) if gained > 0 else say("back by {n} places on average", n=places)
    )


def meaning(since: Since, labels: Mapping[str, str], say: Language) -> list[str]:
    """What else moved, and what those say who ranked both times."""
    said = []
    more = [f"{labels[one.item]} {_how(one, since, say)}" for one in since.holding[NAMED:]]
    if more:
        said.append(say("Also moved: {moves}.", moves="; ".join(more)))
    if since.panel:
        twice = [(one.item, one.panel.places) for one in since.moves if one.panel and one.panel.holds]
        moved = say.listing([f"{inside(item, labels, say)} {_on_average(gain, say)}" for item, gain in twice])
        n = say.number(since.panel)
        said.append(
            say("Among the {n} members who ranked both times: {moves}.", n=n, moves=moved)
            if twice
            else say("Among the {n} members who ranked both times, no theme has clearly moved.", n=n)
        )
    return said


def notes(store: Store, since: Since, labels: Mapping[str, str], say: Language) -> list[str]:
    """How it was compared, who answered twice, what was asked in one wave only, what became of the items asked."""
    said = []
    if since.only_then or since.only_now:
        said.append(say("Compared on the {k} items asked both times.", k=len(since.now.items)))
    if since.then.blank_means != since.now.blank_means:
        said.append(say("A blank meant something else in each wave: compare with care."))
    said.append(
        say(
            "Moves: difference of the mean places, t test with correction for the members asked and for {k} themes"
            " (Holm).",
            k=len(since.moves),
        )
    )
    said.append(_panel_note(since, say))
    themes = {row["item"]: row["theme"] for row in store.ask("items", **{"import": since.wave.import_id})}
    adopted = asked_and_adopted({inside(item, labels, say): theme for item, theme in themes.items()}, say)
    return [*said, adopted] if adopted else said


def _panel_note(since: Since, say: Language) -> str:
    if since.no_panel:
        return say(WITHOUT_PANEL[since.no_panel], fewest=FEWEST)
    return say(
        "{n} members ranked both times, told apart by a keyed hash of their token; the error allows for that.",
        n=say.number(since.panel),
    )
