"""What do the workshops say: by theme and key question for the meeting, and every statement to search in?"""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Way, clean
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.drawn import Filters
from lsn_data.topics.strategy.answer import sources
from lsn_data.topics.workshops.answer import KIND, Said, question_label, said, theme_label
from lsn_data.topics.workshops.compute import ASKED, Statement, lead_of, questions_of

MOST_IN_A_CELL, MOST_OF_ONE_THEME, MOST_OTHER_QUESTIONS, MOST_SHOWN = 3, 12, 2, 300
LONGEST_QUOTE = 80
OTHERS = "others"


def by_theme(store: Store, say: Language, filters: Filters) -> Exhibit | None:
    """One row a theme, one column a key question, in each cell the statements with most votes; None without any."""
    found = said(store, {name: value for name, value in filters.items() if name != "words"})
    if found is None:
        return None
    asked = _columns_of(found.kept, say)
    themes = list(dict.fromkeys(one.theme for one in found.kept))
    most = MOST_IN_A_CELL if len(themes) > 1 else MOST_OF_ONE_THEME
    table = Table(
        (Column("theme", say("Theme")), *(Column(key, label, "prose") for key, label in asked.items())),
        tuple(
            (theme_label(theme, say), *(_cell(found, theme, key, asked, most, say) for key in asked))
            for theme in themes
        ),
    )  # fmt: skip
    return Exhibit(
        "workshops",
        say("What do the workshops say?"),
        _message(found, say),
        _title(found, say),
        Chart("table", _looked_at(found, themes, asked), {"highlight": "look"}),
        table,
        (*_votes_notes(found, say), *_shortened_note(found, themes, asked, most, say)),
        sources(store, KIND, found.rows, say),
        None,
        None,
        say,
        method=_methods(say),
        ways={(at, "theme"): Way("measures", (("theme", theme),)) for at, theme in enumerate(themes)},
    )


def every_statement(store: Store, say: Language, filters: Filters) -> Exhibit | None:
    """One row a statement, with its theme, question, votes and workshop; None where no workshop is known."""
    found = said(store, filters)
    if found is None:
        return None
    shown, names = found.kept[:MOST_SHOWN], questions_of(found.all)
    table = Table(
        (
            Column("statement", say("Statement"), "prose"),
            Column("theme", say("Theme")),
            Column("question", say("Key question")),
            Column("votes", say("Votes"), "count"),
            Column("workshop", say("Workshop")),
            Column("day", say("Date"), under="workshop"),
        ),
        tuple(
            (
                one.text, theme_label(one.theme, say), question_label(one.asked, names[one.asked], say),
                one.votes, one.workshop or None, one.day or None,
            )
            for one in shown
        ),
    )  # fmt: skip
    return Exhibit(
        "workshops-statements",
        say("Which statements were made in the workshops?"),
        _found_message(found, say),
        say("Statements of the workshops by theme and key question, most votes first"),
        Chart("table", Table((Column("group", "group"),), tuple((one.theme,) for one in shown)), {"group": "group"}),
        table,
        (*_cut_note(len(found.kept), say), *_votes_notes(found, say)),
        sources(store, KIND, found.rows, say),
        None,
        None,
        say,
        method=_methods(say),
        ways={(at, "theme"): Way("measures", (("theme", one.theme),)) for at, one in enumerate(shown)},
    )


def _columns_of(kept: Sequence[Statement], say: Language) -> dict[str, str]:
    """The questions as columns, {key: heading}; many that are none of the four stand in one column."""
    found = questions_of(kept)
    other = [asked for asked in found if asked not in ASKED]
    shown = [asked for asked in found if asked in ASKED or len(other) <= MOST_OTHER_QUESTIONS]
    columns = {asked: question_label(asked, found[asked], say) for asked in shown}
    return columns if len(shown) == len(found) else {**columns, OTHERS: say("Other questions")}


def _in_cell(found: Said, theme: str, key: str, asked: dict[str, str]) -> list[Statement]:
    """What stands in a cell, most votes first."""
    inside = [one for one in found.kept if one.theme == theme and (one.asked if one.asked in asked else OTHERS) == key]
    return sorted(inside, key=lambda one: -(one.votes or 0))


def _cell(found: Said, theme: str, key: str, asked: dict[str, str], most: int, say: Language) -> str:
    """Statements with their votes, one a line, and how many more there are."""
    inside = _in_cell(found, theme, key, asked)
    lines = [with_votes(one, say) for one in inside[:most]]
    if len(inside) > most:
        lines.append(say.plural("and {n} more", "and {n} more", len(inside) - most))
    return "\n".join(lines) or "–"


def with_votes(one: Statement, say: Language) -> str:
    """A statement behind its votes: `16 · First customers count.`; a dash where none were noted."""
    return f"{'–' if one.votes is None else say.number(one.votes)} · {one.text}"


def _looked_at(found: Said, themes: Sequence[str], asked: dict[str, str]) -> Table:
    """The cells in which the statements with most votes stand."""
    lead = lead_of(found.kept)
    first = [(one.theme, one.asked if one.asked in asked else OTHERS) for one in lead.first] if lead else []
    keys = (" ".join(key for theme, key in first if theme == one) or None for one in themes)
    return Table((Column("look", "look"),), tuple((key,) for key in keys))


def _message(found: Said, say: Language) -> str:
    """Which statement leads, by how much, and what cannot be told of it."""
    lead = lead_of(found.kept)
    if not found.kept:
        return say("No statement was noted for this choice")
    if lead is None:
        return say.plural(
            "{n} statement, but no votes were noted: none leads",
            "{n} statements, but no votes were noted: none leads",
            len(found.kept),
        )
    votes = say.number(lead.votes)
    if len(lead.first) > 1:
        return say(
            "{n} statements lead with {votes} votes each; which of them comes first cannot be told",
            n=len(lead.first), votes=votes,
        )  # fmt: skip
    quote = clean.shortened(lead.first[0].text.rstrip("."), LONGEST_QUOTE)
    if lead.ahead is None:
        return say("“{statement}” alone has votes, {votes}; how many voted was not noted", statement=quote, votes=votes)
    return say.plural(
        "“{statement}” leads with {votes} vote, {ahead} more than the next; how sure that is cannot be told",
        "“{statement}” leads with {votes} votes, {ahead} more than the next; how sure that is cannot be told",
        int(lead.votes), statement=quote, votes=votes, ahead=say.number(lead.ahead),
    )  # fmt: skip


def _found_message(found: Said, say: Language) -> str:
    """How many statements there are, or how many of them hold the words."""
    count, all_ = len(found.kept), say.number(len(found.all))
    if found.words and not count:
        return say("None of {all} statements holds “{words}”", all=all_, words=found.words)
    if found.words:
        return say.plural(
            "{n} of {all} statements holds “{words}”", "{n} of {all} statements hold “{words}”", count,
            all=all_, words=found.words,
        )  # fmt: skip
    if count < len(found.all):
        return say.plural("{n} of {all} statements stands here", "{n} of {all} statements stand here", count, all=all_)
    themes = say.plural("{n} theme", "{n} themes", len({one.theme for one in found.kept}))
    return say.plural("{n} statement speaks of {themes}", "{n} statements speak of {themes}", count, themes=themes)


def _title(found: Said, say: Language) -> str:
    counted = say.plural("{n} workshop", "{n} workshops", max(len(found.workshops), 1))
    if found.days:
        counted = f"{counted}, {found.days}"
    return say("Statements by theme and key question, with their votes · {workshops}", workshops=counted)


def _votes_notes(found: Said, say: Language) -> tuple[str, ...]:
    """What the votes cannot tell."""
    told = []
    if any(one.votes is not None for one in found.kept):
        told.append(say("How many people voted and how many points each had was not noted: close votes tell no order."))
        if len(found.workshops) > 1:
            told.append(say("Votes of different workshops do not compare: other people took part."))
    without = sum(one.votes is None for one in found.kept)
    if without:
        told.append(
            say.plural("{n} statement has no votes noted.", "{n} statements have no votes noted.", without)
        )  # fmt: skip
    return tuple(told)


def _shortened_note(
    found: Said, themes: Sequence[str], asked: dict[str, str], most: int, say: Language
) -> tuple[str, ...]:
    if all(len(_in_cell(found, theme, key, asked)) <= most for theme in themes for key in asked):
        return ()
    return (say("Each cell holds the {most} statements with most votes; the list holds all.", most=most),)


def _cut_note(count: int, say: Language) -> tuple[str, ...]:
    if count <= MOST_SHOWN:
        return ()
    return (say("The first {shown} of {all}: a search shows the others.", shown=MOST_SHOWN, all=say.number(count)),)


def _methods(say: Language) -> tuple[Method, ...]:
    return (
        Method(
            say("Key questions"),
            say(
                "The list holds each question in words of its own. Those that name opportunities, needs, help or"
                " measures in German or English stand under one name; any other question keeps its words."
            ),
        ),
        Method(
            say("Order of statements"),
            say("Within a theme and question by votes, equal ones by the alphabet. Votes are as the file names them."),
        ),
    )
