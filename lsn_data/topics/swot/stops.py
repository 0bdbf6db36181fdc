"""Where does a way from a factor to a KPI stop in each column of the flow, singly or in a group?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lsn_data.exhibit import Way
from lsn_data.language import Language
from lsn_data.sheets.choices import THEMES
from lsn_data.topics.swot import words
from lsn_data.topics.swot.chains import Chain
from lsn_data.topics.swot.compute import QUADRANTS

MOST_BOXES = 25
ORDER = {choice.code: at for at, choice in enumerate(THEMES)}
_LAST = 1_000_000.0


@dataclass(frozen=True)
class Stop:
    """Where a way stops in a column: its text, its place there, where a click leads, whether the way ends early."""

    label: str
    at: float
    way: Way | None = None
    end: bool = False


@dataclass(frozen=True)
class Column:
    """A column: which stop a way belongs to (None: the way does not come so far), and the stop itself, made once."""

    key: Callable[[Chain], str | None]
    made: Callable[[Chain], Stop]
    found: dict[str, Stop] = field(default_factory=dict)

    def stop(self, one: Chain) -> Stop | None:
        """Where this way stops."""
        key = self.key(one)
        if key is None:
            return None
        if key not in self.found:
            self.found[key] = self.made(one)
        return self.found[key]


def columns(ways: Sequence[Chain], kpis: Mapping[str, str], known: bool, say: Language) -> tuple[Column, ...]:
    """The four columns: all single where that stays readable, else first the measures grouped, then KPIs and factors.

    `kpis` are their names by their codes.
    """
    fine = (_factor(say), _theme(say), _measure(known, say), _kpi(kpis, say))
    coarse = {0: _quadrant(say), 2: _measures(known, say), 3: _kpis(say)}
    chosen = fine
    for grouped in ((), (2,), (2, 3), (0, 2, 3)):
        chosen = tuple(coarse[at] if at in grouped else one for at, one in enumerate(fine))  # type: ignore[assignment]
        if sum(len({column.key(one) for one in ways} - {None}) for column in chosen) <= MOST_BOXES:
            break
    return chosen


def _factor(say: Language) -> Column:
    def made(one: Chain) -> Stop:
        at = QUADRANTS.index(one.factor.quadrant) * _LAST - (one.factor.votes or 0)
        return Stop(words.text_of(one.factor, say), at, Way("", (("factor", one.factor.id),)))

    return Column(lambda one: one.factor.id, made)


def _quadrant(say: Language) -> Column:
    def made(one: Chain) -> Stop:
        quadrant = one.factor.quadrant
        way = Way("", (("quadrant", quadrant),))
        return Stop(words.plural_of(quadrant, say), QUADRANTS.index(quadrant), way)

    return Column(lambda one: one.factor.quadrant, made)


def _theme(say: Language) -> Column:
    return Column(lambda one: one.theme or "", lambda one: _of_theme(words.theme_name(one.theme, say), one.theme))


def _measure(known: bool, say: Language) -> Column:
    def made(one: Chain) -> Stop:
        if one.measure is None:
            return _no_measure(known, say)
        told = f"{words.code_of(one.measure, say)} {words.title_of(one.measure, say)}"
        return Stop(told, _place(one.theme), Way("", (("measure", one.measure["measure"]),)))

    return Column(lambda one: one.measure["measure"] if one.measure else "", made)


def _measures(known: bool, say: Language) -> Column:
    def made(one: Chain) -> Stop:
        if one.measure is None:
            return _no_measure(known, say)
        return _of_theme(say("Measures: {theme}", theme=words.theme_name(one.theme, say)), one.theme)

    return Column(lambda one: (one.theme or "") if one.measure else "no measure", made)


def _kpi(kpis: Mapping[str, str], say: Language) -> Column:
    places = {code: at for at, code in enumerate(kpis)}

    def made(one: Chain) -> Stop:
        if one.kpi is None:
            return _no_kpi(say)
        return Stop(kpis[one.kpi], _place(one.theme) * 1000 + places[one.kpi], Way("", (("kpi", one.kpi),)))

    return Column(lambda one: (one.kpi or "") if one.measure else None, made)


def _kpis(say: Language) -> Column:
    def made(one: Chain) -> Stop:
        if one.kpi is None:
            return _no_kpi(say)
        return _of_theme(say("KPIs: {theme}", theme=words.theme_name(one.theme, say)), one.theme)

    return Column(lambda one: (one.theme if one.kpi else "") if one.measure else None, made)


def _of_theme(label: str, theme: str | None) -> Stop:
    return Stop(label, _place(theme), Way("", (("theme", theme),)) if theme else None)


def _place(theme: str | None) -> float:
    """In the order of the strategy; what has no theme of ours stands last."""
    return ORDER.get(theme or "", len(ORDER))


def _no_measure(known: bool, say: Language) -> Stop:
    return Stop(say("no measure") if known else say("not known yet"), _LAST, None, end=True)


def _no_kpi(say: Language) -> Stop:
    return Stop(say("no KPI"), _LAST, None, end=True)
