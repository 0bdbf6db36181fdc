"""Who beats whom? Every pair of themes compared, as an exhibit."""

from __future__ import annotations

from collections.abc import Mapping

from lsn_data.disclosure import FEWEST
from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value
from lsn_data.language import Language
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.answer import Where, item_labels, view_answer, view_label
from lsn_data.topics.priorities.compute import Answer
from lsn_data.topics.priorities.duels import Duels, duels, least_lead
from lsn_data.topics.priorities.exhibits import blank, corrected, survey_source
from lsn_data.topics.priorities.wording import inside, listed_inside

LETTERS = "ABCDEFGHIJKLMNO"
# More themes than this are not named in one sentence; a circle of so many is spelt out.
NAMED, SPELT_OUT = 4, 3


def pairs(store: Store, wave: Import, say: Language, where: Where | None = None) -> Exhibit:
    """How many respondents put each theme above each other one. Raises NotShown."""
    found = view_answer(store, wave, where or {})
    told = duels(found)
    labels = item_labels(store, wave, say, short=True)
    return Exhibit(
        name="pairs",
        question=say("Who beats whom?"),
        message=pairs_message(told, labels, say),
        title=say(
            "Rankings that put the theme in the row above the theme in the column, member survey {wave}, {who}",
            wave=wave.wave,
            who=view_label(where or {}, say),
        ),
        chart=Chart("table", _marks(told), {"highlight": "won", "level": "drawn"}),
        table=_table(told, labels, say),
        notes=_notes(found, told, labels, say),
        sources=(survey_source(wave, say),),
        answered=found.ranked,
        asked=found.asked,
        say=say,
        method=_method(found, say),
    )


def _table(told: Duels, labels: Mapping[str, str], say: Language) -> Table:
    """The letters are the key: each stands before its theme in the row and above its column."""
    letters = LETTERS[: len(told.items)]
    columns = (
        Column("theme", say("Theme")),
        *(Column(letter, letter, "count") for letter in letters),
        Column("wins", say("Wins"), "count"),
    )
    rows: list[tuple[Value, ...]] = [
        (f"{letter}\u2002{labels[item]}", *told.votes[at], told.wins(at))
        for at, (letter, item) in enumerate(zip(letters, told.items, strict=True))
    ]
    return Table(columns, tuple(rows))


def _marks(told: Duels) -> Table:
    """Which cells are won, and which are draws: their columns' letters, row by row."""
    k = range(len(told.items))
    columns = (Column("won", "won"), Column("drawn", "drawn"))
    return Table(
        columns,
        tuple(
            (
                " ".join(LETTERS[j] for j in k if told.won(i, j)) or None,
                " ".join(LETTERS[j] for j in k if told.drawn(i, j)) or None,
            )
            for i in k
        ),
    )


def pairs_message(told: Duels, labels: Mapping[str, str], say: Language) -> str:
    """Who wins all comparisons, or that nobody does and why."""
    circle, most = told.circle, max(told.wins(at) for at in range(len(told.items)))
    if told.winner is not None:
        return _winner_message(told, told.winner, labels, say)
    if len(circle) == SPELT_OUT:
        return say("The majority goes in a circle: {chain}", chain=_chain(told, labels, say))
    if not most:
        return say("No theme beats another one: every comparison is a draw")
    front = circle or [at for at in range(len(told.items)) if told.wins(at) == most]
    if len(front) > NAMED:
        return say("No theme beats every other one head to head")
    themes = listed_inside([told.items[at] for at in front], labels, say)
    if circle:
        return say("No theme beats every other one head to head; in turn, {themes} beat each other", themes=themes)
    return say(
        "No theme beats every other one head to head; the most wins, {n} of {all}, go to {themes}",
        n=most,
        all=len(told.items) - 1,
        themes=themes,
    )


def _winner_message(told: Duels, winner: int, labels: Mapping[str, str], say: Language) -> str:
    if not any(told.votes[at][winner] for at in range(len(told.items))):
        return say(
            "Head to head, nobody puts another theme above {theme}", theme=inside(told.items[winner], labels, say)
        )
    second = told.narrowest(winner)
    return say(
        "Head to head, the majority puts {theme} above every other theme, most narrowly above {other}: {won} to {lost}",
        theme=inside(told.items[winner], labels, say),
        other=inside(told.items[second], labels, say),
        won=say.number(told.votes[winner][second] or 0),
        lost=say.number(told.votes[second][winner] or 0),
    )


def _chain(told: Duels, labels: Mapping[str, str], say: Language) -> str:
    """`A above B, B above C, C above A`."""
    names = [inside(told.items[at], labels, say) for at in told.circle]
    following = [*names[1:], names[0]]
    return ", ".join(say("{upper} above {lower}", upper=a, lower=b) for a, b in zip(names, following, strict=True))


def _notes(found: Answer, told: Duels, labels: Mapping[str, str], say: Language) -> tuple[str, ...]:
    """How to read a cell, told with the first two themes, and what a narrow win is worth."""
    lead = least_lead(found.ranked, found.asked)
    notes = [
        say("Tinted: the theme in the row wins. =: a draw."),
        say("Where the votes differ by fewer than {lead}, the win may be chance.", lead=say.number(lead)),
    ]
    if told.votes[0][1] is not None:
        notes.insert(0, _example(found, told, labels, say))
    if told.hidden:
        notes.append(say("–: fewer than {fewest} respondents could compare the two.", fewest=FEWEST))
    return tuple(notes)


def _example(found: Answer, told: Duels, labels: Mapping[str, str], say: Language) -> str:
    upper, lower = (inside(item, labels, say) for item in told.items[:2])
    return say(
        "Row A, column B: {votes} of {n} put {upper} above {lower}; row B, column A: {others} the other way round.",
        votes=say.number(told.votes[0][1] or 0),
        others=say.number(told.votes[1][0] or 0),
        n=say.number(found.ranked),
        upper=upper,
        lower=lower,
    )


def _method(found: Answer, say: Language) -> tuple[Method, ...]:
    """Whose votes count, what winning every comparison means, and what may be chance."""
    return (
        Method(
            say("Votes"),
            say("Who puts two themes level, or leaves both blank, votes for neither. {blank}", blank=blank(found, say)),
        ),
        Method(
            say("Winner"),
            say("No claim to the first place is stronger than to win every comparison of two."),
            "Condorcet 1785",
        ),
        Method(
            say("Chance"),
            say(
                "Sign test of one pair looked at alone, 95% confidence, {corrected}.",
                corrected=corrected(found.asked, say),
            ),
            "Conover 1999",
        ),
    )
