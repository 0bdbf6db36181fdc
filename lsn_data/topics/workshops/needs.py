"""Do the measures answer what the themes need? Needs and wishes for help beside what each theme's measures offer.

Whether a measure answers a need is for people to judge: the product reads no meaning. It puts both side by side, and
says "perhaps" where they share a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.drawn import Filters
from lsn_data.topics.strategy.answer import OWN, measures_of, sources
from lsn_data.topics.strategy.compute import pair
from lsn_data.topics.workshops.answer import KIND, Said, said, theme_label
from lsn_data.topics.workshops.compute import HELP, NEEDS, Row, Statement, index_of, likely
from lsn_data.topics.workshops.exhibits import with_votes

DROPPED = "dropped"
MOST_NEEDS, MOST_NEEDS_OF_ONE_THEME, MOST_LIKELY = 4, 20, 2
LONGEST_TITLE, LONGEST_NAME = 75, 50


@dataclass(frozen=True)
class Theme:
    """A theme's needs and wishes for help beside its measures; `matches` holds for each need the measures that share
    a word with it.
    """

    theme: str
    needs: tuple[Statement, ...]
    measures: tuple[Row, ...]
    matches: dict[str, tuple[Row, ...]]

    @property
    def unmatched(self) -> int:
        """How many needs share no word with any measure of the theme."""
        return sum(not self.matches[one.text] for one in self.needs)


def themes_with_needs(found: Said, measures: Sequence[Row]) -> tuple[Theme, ...]:
    """Every theme for which needs or help were named, in reading order. Dropped measures offer nothing."""
    needs = [one for one in found.kept if one.kind in (NEEDS, HELP)]
    offered: dict[str, list[Row]] = {}
    for row in measures:
        if row["status"] != DROPPED:
            offered.setdefault(row["theme"], []).append(row)
    return tuple(
        _theme(theme, [one for one in needs if one.theme == theme], offered.get(theme, ()))
        for theme in dict.fromkeys(one.theme for one in needs)
    )


def _theme(theme: str, needs: Sequence[Statement], measures: Sequence[Row]) -> Theme:
    index = index_of({row["measure"]: (row["title_en"] or "", row["title_de"] or "") for row in measures})
    by_code = {row["measure"]: row for row in measures}
    matches = {one.text: tuple(by_code[code] for code in likely(one.text, index)) for one in needs}
    return Theme(theme, tuple(needs), tuple(measures), matches)


def beside_measures(store: Store, say: Language, filters: Filters) -> Exhibit | None:
    """One row a theme: its needs, the help wished for, its measures; None where no need is known."""
    found = said(store, {name: value for name, value in filters.items() if name in ("theme", "workshop")})
    measures = measures_of(store, OWN)
    themes = themes_with_needs(found, measures) if found else ()
    if not found or not themes:
        return None
    most = MOST_NEEDS if len(themes) > 1 else MOST_NEEDS_OF_ONE_THEME
    table = Table(
        (
            Column("theme", say("Theme")),
            Column("count", say("Number of measures"), "prose", under="theme"),
            Column("needs", say("Needs"), "prose"),
            Column("help", say("Active help wanted"), "prose"),
            Column("measures", say("Strategic measures of the theme"), "prose"),
        ),
        tuple(_row(one, most, say) for one in themes),
    )
    look = Table((Column("look", "look"),), tuple(("measures" if not one.measures else None,) for one in themes))
    used = [row for one in themes for row in one.measures]
    return Exhibit(
        "workshops-needs",
        say("Do the measures answer what the themes need?"),
        _message(themes, say),
        say("Needs and wishes for help from the workshops with their votes beside the measures of each theme"),
        Chart("table", look, {"highlight": "look"}),
        table,
        _notes(themes, most, say),
        (*sources(store, KIND, found.rows, say), *sources(store, "measures", used, say)),
        None,
        None,
        say,
        method=(_method(say),),
        ways={(at, "theme"): Way("measures", (("theme", one.theme),)) for at, one in enumerate(themes)},
    )


def _row(one: Theme, most: int, say: Language) -> tuple[Value, ...]:
    strategic = [row for row in one.measures if not row["parent"]]
    return (
        theme_label(one.theme, say),
        say(
            "{strategic} strategic and {detailed} detailed measures",
            strategic=len(strategic), detailed=len(one.measures) - len(strategic),
        ),
        _lines(one, NEEDS, most, say),
        _lines(one, HELP, most, say),
        _numbered(_named(strategic, LONGEST_TITLE, say))
        or (say("none of its own") if one.measures else say("no measure")),
    )  # fmt: skip


def _lines(one: Theme, kind: str, most: int, say: Language) -> str:
    """The needs of a kind, each with what may answer it."""
    inside = [need for need in one.needs if need.kind == kind]
    lines = [_line(need, one.matches[need.text], say) for need in inside[:most]]
    if len(inside) > most:
        lines.append(say.plural("and {n} more", "and {n} more", len(inside) - most))
    return "\n".join(lines) or "–"


def _line(need: Statement, matches: Sequence[Row], say: Language) -> str:
    told = with_votes(need, say)
    if not matches:
        return told
    names = [say("“{name}”", name=name) for name in _named(matches[:MOST_LIKELY], LONGEST_NAME, say)]
    return say("{need} Perhaps: {measures}", need=told, measures=say.listing(names))


def _numbered(names: Sequence[str]) -> str:
    """One a line; several have numbers, so that one sees where the next begins."""
    return "\n".join(f"{at}. {name}" for at, name in enumerate(names, 1)) if len(names) > 1 else "".join(names)


def _named(measures: Iterable[Row], longest: int, say: Language) -> list[str]:
    """The titles of measures, long ones by their beginning: the page of measures holds them whole."""
    return [_beginning(say.both(pair(row, "title")), longest) for row in measures]


def _beginning(text: str, longest: int) -> str:
    """A text, or so many of its words as fit.

    >>> _beginning("Show outsiders what makes the cluster unique", 24)
    'Show outsiders what …'
    """
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def _message(themes: Sequence[Theme], say: Language) -> str:
    """Which theme has needs and no measure; else for how many needs not even a word is shared."""
    without = [theme_label(one.theme, say) for one in themes if not one.measures]
    if without:
        return say.plural(
            "{themes} has needs, but no measure", "{themes} have needs, but no measure", len(without),
            themes=say.listing(without),
        )  # fmt: skip
    all_, unmatched = sum(len(one.needs) for one in themes), sum(one.unmatched for one in themes)
    if not unmatched:
        return say("Every theme with needs has measures, and each need shares a word with one of them")
    return say.plural(
        "Every theme with needs has measures; {n} of {all} needs and wishes shares no word with one: only people can"
        " tell whether it is met",
        "Every theme with needs has measures; {n} of {all} needs and wishes share no word with one: only people can"
        " tell whether they are met",
        unmatched,
        all=all_,
    )


def _notes(themes: Sequence[Theme], most: int, say: Language) -> tuple[str, ...]:
    told = [say("“Perhaps” means that a need and a measure share a word, not that the measure meets the need.")]
    if any(row["parent"] for one in themes for row in one.measures):
        told.append(say("Detailed measures are counted; dropped ones are left out."))
    if any(sum(need.kind == kind for need in one.needs) > most for one in themes for kind in (NEEDS, HELP)):
        told.append(say("Each cell holds the {most} statements with most votes; the list holds all.", most=most))
    return tuple(told)


def _method(say: Language) -> Method:
    return Method(
        say("Perhaps"),
        say(
            "Words of four letters and more are compared with the English and German titles of the theme's measures,"
            " long ones by their first five letters. Words that stand nearly everywhere are left aside."
        ),
    )
