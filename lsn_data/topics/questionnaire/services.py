"""Which services do the members use? The share of those who answered, with its range, and since the wave before.

Any question with several choices is counted in this way.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lsn_data.disclosure import FEWEST, NotShown
from lsn_data.errors import Refused
from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value
from lsn_data.intake.report import Asked
from lsn_data.language import Language, mark
from lsn_data.sheets.declared import plain
from lsn_data.store import Import, Store, questions_of, shown_waves
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.priorities.waves import wave_before
from lsn_data.topics.questionnaire import method, said, wording
from lsn_data.topics.questionnaire.answer import answered, answered_before, questions, quoted, too_few
from lsn_data.topics.questionnaire.compute import Estimate, Floats, share_change, share_of
from lsn_data.topics.questionnaire.groups import Line, side_by_side
from lsn_data.topics.questionnaire.splitting import split


@dataclass(frozen=True)
class Option:
    """An option: how often it was chosen, its share of those who answered, the change since the wave before."""

    label: str
    count: int
    share: Estimate
    before: Estimate | None
    change: Estimate | None


@dataclass(frozen=True)
class Choices:
    """A question with choices. Options come most chosen first.

    `chosen` (respondents, options) is NaN where somebody did not answer. `once`: how many options only one respondent
    named; nobody knows whether their words are that person's own, so they have no label here. `none`: how many were
    asked and chose nothing, None where the file does not tell.
    """

    asked: Asked
    n: int
    options: tuple[Option, ...]
    chosen: Floats
    once: int
    none: int | None
    before: Import | None


def services(store: Store, wave: Import, say: Language, by: str | None = None) -> Exhibit:
    """The services used. Raises Refused (not asked), NotShown."""
    asked = questions(store, wave, "multi", topic="services")
    if not asked:
        raise Refused("no-services", mark("This wave did not ask which services the members use."))
    most = max(asked, key=lambda one: sum(option.count for option in one.options))
    found = choices(store, wave, most)
    words = quoted([found.asked.question], say) if found.asked.question else say("services used")
    if by:
        return split_choices(
            store,
            wave,
            say,
            found,
            by,
            name="services",
            question=say("Which groups of members use other services?"),
        )
    ends = said.outstanding(found.chosen, [option.label for option in found.options], wave.asked)
    shares = {option.label: option.share.value for option in found.options}
    return Exhibit(
        name="services",
        question=say("Which services do the members use?"),
        message=said.usage_message(ends, shares, found.n, say),
        title=say(
            "Share of the members answering {question}, in %, member survey {wave}, all members",
            question=words,
            wave=wave.wave,
        ),
        chart=chart_of(found, say),
        table=figures_of(found, say),
        notes=notes_of(found, wave, say),
        sources=(survey_source(wave, say),),
        answered=found.n,
        asked=wave.asked,
        say=say,
        meaning=(said.open_said(ends.open, say),) if ends.open else (),
        method=method.of_shares(say, found.before is not None),
    )


def choices(store: Store, wave: Import, question: Asked) -> Choices:
    """The figures of a question with one or several choices. Raises NotShown."""
    asked = answered(store, wave, [question])[0]
    chosen = chosen_of(asked)
    told = ~np.isnan(chosen).any(axis=1)
    n = int(told.sum())
    if n < FEWEST:
        raise too_few()
    before = wave_before(store, wave)
    earlier = _earlier(store, before, asked)
    shared = _shared_words(store, wave, asked.key)
    counts = np.nansum(chosen, axis=0)
    kept = [at for at in range(len(counts)) if counts[at] != 1 or plain(asked.options[at].label) in shared]
    if not kept:
        raise NotShown(
            mark("Each answer was given by one member only: nothing is shown, so that nobody is recognised."), ()
        )
    kept.sort(key=lambda at: (-counts[at], asked.options[at].label))
    options = [
        _option(asked.options[at].label, int(counts[at]), n, wave, earlier.get(plain(asked.options[at].label)))
        for at in kept
    ]
    shown_none = asked.kind == "multi" and () in asked.answers
    return Choices(
        asked,
        n,
        tuple(options),
        chosen[:, kept],
        len(counts) - len(kept),
        int((chosen[told].sum(axis=1) == 0).sum()) if shown_none else None,
        before if earlier else None,
    )


def _option(label: str, count: int, n: int, wave: Import, before: Estimate | None) -> Option:
    share = share_of(count, n, n, wave.asked)
    return Option(label, count, share, before, share_change(share, before) if before else None)


def chosen_of(asked: Asked) -> Floats:
    """(respondents, options): 1 where it was chosen, 0 where another or none was, NaN for no answer."""
    chosen = np.full((len(asked.answers), len(asked.options)), np.nan)
    for person, given in enumerate(asked.answers):
        if given is None:
            continue
        chosen[person] = 0.0
        if isinstance(given, tuple):
            chosen[person, list(given)] = 1.0
        elif isinstance(given, int):
            chosen[person, given] = 1.0
    return chosen


def _earlier(store: Store, before: Import | None, question: Asked) -> dict[str, Estimate]:
    """The shares of the wave before by plain label, where at least five answered."""
    asked = next(iter(answered_before(store, before, [question])), None)
    if before is None or asked is None or asked.kind not in ("multi", "single") or asked.answered < FEWEST:
        return {}
    return {
        plain(one.label): share_of(one.count, asked.answered, asked.answered, before.asked) for one in asked.options
    }


def _shared_words(store: Store, wave: Import, key: str) -> set[str]:
    """The labels that at least two respondents of some wave chose: they are nobody's own words."""
    same = shown_waves(store, wave.origin == "demo")
    asked = [one for other in same for one in questions_of(store, other.import_id) if one.key == key]
    return {plain(option.label) for one in asked for option in one.options if option.count > 1}


def chart_of(found: Choices, say: Language) -> Chart:
    """A bar for each option."""
    compared = found.before is not None
    columns = [
        Column("label", say("Answer")),
        Column("share", say("Share"), "share"),
        Column("low", say("Plausible from"), "share"),
        Column("high", say("Plausible to"), "share"),
        Column("shown", say("Share"), "share"),
        Column("count", say("Chosen by"), "count"),
    ]
    parts = {name: name for name in ("label", "share", "low", "high")} | {"beside0": "shown", "beside1": "count"}
    if found.before:
        columns.append(Column("before", found.before.wave or "", "share"))
        columns.append(Column("change", say("Since {wave}, points", wave=found.before.wave)))
        parts |= {"before": "before", "beside2": "change"}
    rows = tuple(
        (
            one.label,
            one.share.value,
            one.share.low,
            one.share.high,
            one.share.value,
            one.count,
            *(
                (one.before.value if one.before else None, wording.points_change_said(one.change, say))
                if compared
                else ()
            ),
        )
        for one in found.options
    )
    axis = say("Share of the {n} who answered, line: plausible range", n=say.number(found.n))
    return Chart("shares", Table(tuple(columns), rows), parts, axis=axis)


def figures_of(found: Choices, say: Language) -> Table:
    """The figures behind the bars; the last row gathers what one respondent each named."""
    span = (say("Plausible from"), say("Plausible to"))
    columns = [
        Column("label", say("Answer")),
        Column("count", say("Chosen by"), "count"),
        Column("share", say("Share"), "share"),
        Column("low", span[0], "share"),
        Column("high", span[1], "share"),
    ]
    if found.before:
        columns += [
            Column("before", found.before.wave or "", "share"),
            Column("change", say("Since {wave}, points", wave=found.before.wave), "count"),
            Column("change_low", span[0], "count"),
            Column("change_high", span[1], "count"),
        ]
    rows: list[tuple[Value, ...]] = [_row(one, found.before is not None) for one in found.options]
    if found.once:
        rows.append((once_said(found.once, say), found.once, *([None] * (len(columns) - 2))))
    return Table(tuple(columns), tuple(rows))


def _row(one: Option, compared: bool) -> tuple[Value, ...]:
    told = (one.change.value, one.change.low, one.change.high) if one.change else (None, None, None)
    change = tuple(None if value is None else 100 * value for value in told)
    before = (one.before.value if one.before else None, *change) if compared else ()
    return (one.label, one.count, one.share.value, one.share.low, one.share.high, *before)


def once_said(count: int, say: Language) -> str:
    """The row of what only one respondent named."""
    return say.plural("{n} answer that one member gave", "{n} answers that one member each gave", count)


def notes_of(found: Choices, wave: Import, say: Language) -> tuple[str, ...]:
    """Whom the shares are of, how the ranges were made, what was left out."""
    notes = []
    if found.asked.kind == "multi":
        notes.append(
            say("Several answers were possible.")
            if found.none is not None
            else say(
                "Several answers were possible. Who chose nothing is not counted: the file does not tell them"
                " from those who did not answer."
            )
        )
    notes.append(wording.method_said(wave, say))
    notes += wording.change_note(found.before, say)
    if found.once:
        notes.append(say("What only one member named may be that member's own words: counted, not shown."))
    return tuple(notes)


def split_choices(
    store: Store, wave: Import, say: Language, found: Choices, by: str, *, name: str, question: str
) -> Exhibit:
    """The share of each option by the groups of an attribute. Raises NotShown."""
    lines = [
        Line(option.label, option.label, found.chosen[:, at], (0.0, 1.0), "share")
        for at, option in enumerate(found.options)
    ]
    title = say(
        "Share of those who answered, in %, by {attribute}, member survey {wave}",
        attribute=wording.attribute_said(by, say),
        wave=wave.wave,
    )
    words = (say("Asked: {questions}.", questions=quoted([found.asked.question], say)),) if found.asked.question else ()
    return side_by_side(
        wave, say, split(store, wave, by), lines, name=name, question=question, title=title, notes=words
    )
