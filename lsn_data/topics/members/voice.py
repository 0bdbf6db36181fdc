"""Whose voice is heard? Group by group: its members, how many of them answered the surveys, and what comes first there.

Who may stand as a group is decided with the survey (`priorities.answer.groups`); members against answers are compared
as everywhere (`representativeness`). Nothing new is told of anybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lsn_data.disclosure import NO_ANSWER, Group, NotShown
from lsn_data.errors import Refused
from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value, Way
from lsn_data.language import Language, mark
from lsn_data.sheets.survey import ATTRIBUTES, attribute_of
from lsn_data.store import Import, Store, shown_wave, shown_waves
from lsn_data.topics.members.words import attribute_named
from lsn_data.topics.priorities.answer import (
    group_answer,
    group_label,
    groups,
    item_labels,
    not_shown,
)
from lsn_data.topics.priorities.compute import Answer
from lsn_data.topics.priorities.wording import inside
from lsn_data.topics.representativeness import words
from lsn_data.topics.representativeness.answer import Representativeness, representativeness
from lsn_data.topics.representativeness.compute import Cell, Comparison
from lsn_data.topics.representativeness.exhibits import sources

NO_WAVE = mark("There are no survey answers yet. Upload a survey first.")
NAMED, FIRST, EARLIER = 3, 2, 2


@dataclass(frozen=True)
class Heard:
    """A group of respondents, its members and answers (None: not compared), and what it put first."""

    group: Group
    cell: Cell | None
    answer: Answer


@dataclass(frozen=True)
class Voice:
    """All that is told of a wave by one attribute: `earlier` are the shares that answered in waves before."""

    wave: Import
    by: str
    heard: tuple[Heard, ...]
    compared: Comparison | None
    found: Representativeness
    earlier: Mapping[str, Mapping[frozenset[str], float]]

    @property
    def clear(self) -> list[Heard]:
        """The groups that tell which few themes lead."""
        return [one for one in self.heard if leads(one.answer)]


def voice(store: Store, say: Language, by: str, wave: str | None = None) -> Exhibit:
    """Members, answers and leading themes by group. Raises Refused (no survey, no members), NotShown."""
    told = _told(store, by, wave)
    labels = item_labels(store, told.wave, say, short=True)
    return Exhibit(
        name="members-voice",
        question=say("Which groups of members answer, which do not, and what comes first in each?"),
        message=_message(told, labels, say),
        title=say(
            "Members, answers and leading themes by {attribute}, member survey {wave}",
            attribute=attribute_named(by, say), wave=told.wave.wave,
        ),
        chart=_chart(told),
        table=Table(_columns(told, say), tuple(_row(one, told, labels, say) for one in told.heard)),
        notes=tuple(_notes(told, say)),
        sources=sources(told.wave, told.found.population, say),
        answered=told.found.ranked,
        asked=told.wave.asked,
        say=say,
        method=_method(say),
        ways={
            (at, "group"): Way("priorities", (("wave", str(told.wave.wave)), ("by", by), ("group", one.group.code)))
            for at, one in enumerate(told.heard)
        },
    )  # fmt: skip


def _told(store: Store, by: str, name: str | None) -> Voice:
    wave = shown_wave(store, name)
    if wave is None:
        raise Refused("no-wave", NO_WAVE)
    if by not in [one.name for one in ATTRIBUTES]:
        raise KeyError(by)
    found, shown = _represented(store, wave), groups(store, wave, by)
    if not shown:
        raise not_shown(store, wave, {by: ""})
    compared = _compared(found, by)
    heard = tuple(
        Heard(group, _cell(compared, group), group_answer(store, wave, by, group))
        for group in shown
        if set(group.codes) != {NO_ANSWER}
    )
    return Voice(wave, by, heard, compared, found, _earlier(store, wave, by))


def _represented(store: Store, wave: Import) -> Representativeness:
    """Members and answers of a wave, compared once for all attributes. Raises Refused, NotShown."""
    return store.once(("representativeness", wave.import_id), lambda: representativeness(store, wave))


def _compared(found: Representativeness, by: str) -> Comparison | None:
    return next((one for one in found.comparisons if one.by == by), None)


def _cell(compared: Comparison | None, group: Group) -> Cell | None:
    """The members of a group of respondents."""
    cells = compared.cells if compared else ()
    return next((cell for cell in cells if set(group.codes) <= set(cell.codes)), None)


def _earlier(store: Store, wave: Import, by: str) -> dict[str, dict[frozenset[str], float]]:
    """The shares that answered in the waves before, by the codes of each group; newest first."""
    before = [one for one in shown_waves(store, wave.origin == "demo") if one.as_of < wave.as_of][:EARLIER]
    rates = {}
    for one in before:
        try:
            compared = _compared(_represented(store, one), by)
        except (Refused, NotShown):
            continue
        if compared:
            rates[str(one.wave)] = {frozenset(cell.codes): cell.rate for cell in compared.cells}
    return rates


def _columns(told: Voice, say: Language) -> tuple[Column, ...]:
    return (
        Column("group", say.both(attribute_of(told.by).label)),
        Column("members", say("Members"), "count"),
        Column("of_members", say("Share of members"), "share"),
        Column("answers", say("Answers"), "count"),
        Column("rate", say("Answered"), "share"),
        *(Column(f"before{at}", say("{wave}: answered", wave=name), "share") for at, name in enumerate(told.earlier)),
        Column("themes", say("Leading themes (plausible places)"), "prose"),
    )


def _row(one: Heard, told: Voice, labels: Mapping[str, str], say: Language) -> tuple[Value, ...]:
    members: tuple[Value, ...] = (None, None, None)
    name, codes = group_label(told.by, one.group, say), frozenset[str]()
    if one.cell and told.compared:
        members = (one.cell.members, one.cell.members / told.compared.members, one.cell.rate)
        name, codes = words.cell_label(told.by, one.cell, say), frozenset(one.cell.codes)
    return (
        name, members[0], members[1], one.group.n, members[2],
        *(rates.get(codes) for rates in told.earlier.values()),
        leading(one.answer, labels, say),
    )  # fmt: skip


def leads(found: Answer) -> tuple[str, ...]:
    """The few themes that lead in a group; none where too many cannot be told apart."""
    return found.tiers[0] if len(found.tiers) > 1 and len(found.tiers[0]) <= NAMED else ()


def leading(found: Answer, labels: Mapping[str, str], say: Language) -> str:
    """The themes that lead in a group with their plausible places; those first by place where that is open."""
    told = leads(found)
    if told:
        return _ranged(found, told, labels)
    return say("open: {themes}", themes=_ranged(found, [one.item for one in found.items[:FIRST]], labels))


def _ranged(found: Answer, items: Sequence[str], labels: Mapping[str, str]) -> str:
    """`Visibility (1–3), Competencies (2)`."""
    figures = {one.item: one for one in found.items}
    ranges = [(labels[item], figures[item].place_low, figures[item].place_high) for item in items]
    return ", ".join(f"{label} ({low}–{high})" if low < high else f"{label} ({low})" for label, low, high in ranges)


def _chart(told: Voice) -> Chart:
    """The share that answered is tinted where a group stands out."""
    apart = (*told.compared.under, *told.compared.over) if told.compared else ()
    looks = tuple(("rate" if one.cell in apart else None,) for one in told.heard)
    return Chart("table", Table((Column("look", "look"),), looks), {"highlight": "look"})


def _message(told: Voice, labels: Mapping[str, str], say: Language) -> str:
    """Who is heard too little (or more than others), and which theme leads in most groups."""
    return say("{heard}; {themes}", heard=_heard(told, say), themes=_themes(told, labels, say))


def _heard(told: Voice, say: Language) -> str:
    compared, attribute = told.compared, attribute_named(told.by, say)
    if compared is None:
        return say("By {attribute}, answers cannot be held against members", attribute=attribute)
    if compared.under:
        return say("Fewer answers than by chance: {groups}", groups=_named(compared, compared.under, say))
    if compared.over:
        return say("More answers than by chance: {groups}", groups=_named(compared, compared.over, say))
    return say("By {attribute}, no group answers clearly more or less often than others", attribute=attribute)


def _named(compared: Comparison, cells: Sequence[Cell], say: Language) -> str:
    """The groups with the share that answered, and that of all."""
    shown = [f"{words.cell_label(compared.by, cell, say)} ({say.percent(cell.rate)})" for cell in cells[:NAMED]]
    if len(cells) > NAMED:
        shown.append(say.plural("{n} more group", "{n} more groups", len(cells) - NAMED))
    return say.listing(shown)


def _themes(told: Voice, labels: Mapping[str, str], say: Language) -> str:
    """The theme that leads in most groups."""
    counts = Counter(item for one in told.clear for item in leads(one.answer))
    if not counts:
        return say("which theme leads is open in every group")
    item, n = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    return say("{theme} leads, alone or with others, in {n} of {k} groups", theme=inside(item, labels, say), n=n,
               k=len(told.heard))  # fmt: skip


def _notes(told: Voice, say: Language) -> Iterator[str]:
    yield words.counted_said(told.found, told.wave, say)
    if told.compared is None:
        yield from filter(None, [words.left_out_said(told.found, say)])
    yield say(
        "In brackets: the places that are plausible in the group; open: too many themes cannot be told apart; the"
        " two with the best places stand there. A group leads to its own page of priorities."
    )
    if any(len(one.group.codes) > 1 for one in told.heard):
        yield say("Small groups stand together with others, so that nobody is recognised.")
    if told.earlier and any(len(rates) for rates in told.earlier.values()):
        yield say("Earlier waves: only where the same group could be told.")


def _method(say: Language) -> tuple[Method, ...]:
    return (
        Method(
            say("Answered"),
            say(
                "Those with a ranking among the members of the group on the day of the wave. A group stands out where"
                " chance alone would hardly give it so few or so many answers (hypergeometric, 95% for all groups"
                " together)."
            ),
        ),
        Method(
            say("Leading themes"),
            say("The themes of the group that are not clearly behind any other one, if they are three at most."),
        ),
    )
