"""Do the members' groups answer alike? One question a row, one group a column: means, or shares of an option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lsn_data.disclosure import FEWEST, NotShown
from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value
from lsn_data.intake.report import Asked
from lsn_data.language import Language, mark
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.answer import group_label
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.questionnaire import method, wording
from lsn_data.topics.questionnaire.answer import answered, quoted, scores_of
from lsn_data.topics.questionnaire.compute import Floats, groups_differ, held, shown_from
from lsn_data.topics.questionnaire.splitting import NOWHERE, Split, split

DIFFERENT = 0.05


@dataclass(frozen=True)
class Line:
    """One row: what is averaged (respondents,), NaN where somebody gave nothing; its values as they may be.

    `holds`: ratings in points, shares, or numbers of whatever unit.
    """

    key: str
    name: str
    scores: Floats
    values: tuple[float, ...]
    holds: Literal["mean", "share", "number"] = "mean"


@dataclass(frozen=True)
class Compared:
    """A row by groups: `means` and `bases` by group, `chance` that they differ so far by chance alone (held)."""

    line: Line
    mean: float
    n: int
    means: tuple[float | None, ...]
    bases: tuple[int, ...]
    chance: float | None


def by_groups(
    store: Store,
    wave: Import,
    say: Language,
    by: str,
    name: str,
    asked: Sequence[Asked],
    names: Mapping[str, str],
    *,
    question: str,
    title: str,
) -> Exhibit:
    """Ratings side by side for the groups of an attribute. Raises NotShown."""
    parts = split(store, wave, by)
    given = {one.key: one for one in answered(store, wave, asked)}
    lines = [
        Line(
            one.key,
            names[one.key],
            scores_of(given[one.key]),
            tuple(sorted({float(o.value) for o in one.options if o.value is not None})),
        )
        for one in asked
    ]
    return side_by_side(wave, say, parts, lines, name=name, question=question, title=title)


def side_by_side(
    wave: Import,
    say: Language,
    parts: Split,
    lines: Sequence[Line],
    *,
    name: str,
    question: str,
    title: str,
    notes: tuple[str, ...] = (),
) -> Exhibit:
    """The exhibit of any rows by groups. Raises NotShown where no row may be split."""
    attribute = wording.attribute_said(parts.by, say)
    shown, left = compared(lines, parts)
    if not shown:
        raise NotShown(
            mark("Not split by this attribute: fewer than {fewest} answers would show or could be worked out."),
            (),
            fewest=FEWEST,
        )
    table = _table(shown, parts, say)
    return Exhibit(
        name=name,
        question=question,
        message=_message(shown, parts, attribute, say),
        title=title,
        chart=Chart("table", _tints(shown), {"highlight": "tint"}),
        table=table,
        notes=(
            *wording.not_split_note([one.name for one in left], attribute, say),
            say("Groups with fewer than {fewest} answers are shown together with others.", fewest=FEWEST),
            *notes,
        ),
        sources=(survey_source(wave, say),),
        answered=max(one.n for one in shown),
        asked=wave.asked,
        say=say,
        method=method.of_groups(say),
    )


def compared(lines: Sequence[Line], parts: Split) -> tuple[list[Compared], list[Line]]:
    """The rows that may be split, with their figures, and those that may not."""
    masks = [~np.isnan(line.scores) for line in lines]
    # The options of one question are answered by the same respondents: they are looked at once.
    found = {mask.tobytes(): parts.bases(mask) for mask in {mask.tobytes(): mask for mask in masks}.values()}
    bases = [found[mask.tobytes()] for mask in masks]
    kept = [(line, base) for line, base in zip(lines, bases, strict=True) if base is not None and any(base)]
    chances = held([_chance(line, parts) for line, _ in kept])
    shown = [_compared(line, base, parts, chance) for (line, base), chance in zip(kept, chances, strict=True)]
    return shown, [line for line, base in zip(lines, bases, strict=True) if base is None]


def _compared(line: Line, bases: tuple[int, ...], parts: Split, chance: float | None) -> Compared:
    known = ~np.isnan(line.scores)
    means = tuple(
        float(line.scores[known & (parts.member == at)].mean()) if base else None for at, base in enumerate(bases)
    )
    return Compared(line, float(line.scores[known].mean()), int(known.sum()), means, bases, chance)


def _chance(line: Line, parts: Split) -> float | None:
    """How often chance alone would let the groups differ so far."""
    known = ~np.isnan(line.scores) & (parts.member != NOWHERE)
    place = np.searchsorted(np.array(line.values), line.scores[known])
    counts = np.zeros((len(parts.groups), len(line.values)), dtype=np.int64)
    np.add.at(counts, (parts.member[known], place), 1)
    return groups_differ(line.values, counts)


def _table(shown: Sequence[Compared], parts: Split, say: Language) -> Table:
    """A column for all and one a group, headed with how many answered; where rows differ in that, it stands small
    below each figure too.
    """
    kind = shown[0].line.holds
    first = say("Answer") if kind == "share" else say("Question")
    names = [say("All members"), *(group_label(parts.by, group, say) for group in parts.groups)]
    bases = list(zip(*((one.n, *one.bases) for one in shown), strict=True))
    differ = any(len(set(told)) > 1 for told in bases)
    columns = [Column("label", first)]
    for at, (name, told) in enumerate(zip(names, bases, strict=True), start=-1):
        head = say("{group} (n = {n})", group=name, n=_span(told, say))
        columns.append(Column(_key(at), head, kind))
        if differ:
            columns.append(Column(f"{_key(at)}_n", say("Answers"), "prose", under=_key(at)))
    return Table(tuple(columns), tuple((one.line.name, *_cells(one, differ, say)) for one in shown))


def _key(at: int) -> str:
    """The key of a group's column; -1 is everybody."""
    return "all" if at < 0 else f"group{at}"


def _span(told: Sequence[int], say: Language) -> str:
    """`17`, or `17–19` where the rows differ."""
    ends = dict.fromkeys([min(told), max(told)])
    return "–".join(say.number(one) for one in ends)


def _cells(one: Compared, differ: bool, say: Language) -> list[Value]:
    cells: list[Value] = []
    for mean, base in zip((one.mean, *one.means), (one.n, *one.bases), strict=True):
        cells.append(mean)
        if differ:
            cells.append(f"n = {say.number(base)}" if base else None)
    return cells


def _tints(shown: Sequence[Compared]) -> Table:
    """The highest and the lowest group of each row whose groups differ."""
    return Table((Column("tint", ""),), tuple((_ends_keys(one) if _differs(one) else None,) for one in shown))


def _differs(one: Compared) -> bool:
    return one.chance is not None and one.chance < DIFFERENT


def _ends(one: Compared) -> tuple[int, int]:
    """The positions of the highest and the lowest group."""
    known = [(mean, at) for at, mean in enumerate(one.means) if mean is not None]
    return max(known)[1], min(known)[1]


def _ends_keys(one: Compared) -> str:
    return " ".join(map(_key, _ends(one)))


def _message(shown: Sequence[Compared], parts: Split, attribute: str, say: Language) -> str:
    """Where the groups differ; else that no difference was found, and which one would have shown."""
    differing = [one for one in shown if _differs(one)]
    if not differing:
        return _nothing_found(shown, parts, say)
    first = min(differing, key=lambda one: one.chance or 0.0)
    high, low = (group_label(parts.by, parts.groups[at], say) for at in _ends(first))
    name = quoted([first.line.name], say)
    others = len(differing) - 1
    if not others:
        return say(
            "Answers differ by {attribute} on {name}: highest for {high}, lowest for {low}",
            attribute=attribute,
            name=name,
            high=high,
            low=low,
        )
    return say(
        "Answers differ by {attribute}, most of all on {name}: highest for {high}, lowest for {low}",
        attribute=attribute,
        name=name,
        high=high,
        low=low,
    )


def _nothing_found(shown: Sequence[Compared], parts: Split, say: Language) -> str:
    """Never that there is no difference: how large one would have shown between the two largest groups."""
    widest = max(shown, key=lambda one: one.n)
    sizes = sorted((base for base in widest.bases if base), reverse=True)[:2]
    if len(sizes) < 2:
        return say("Only one group has answers: nothing to compare")
    spread = float(np.nanstd(widest.line.scores, ddof=1))
    gap = shown_from(spread * float(np.sqrt(1 / sizes[0] + 1 / sizes[1])), len(shown))
    return say(
        "We found no difference between the groups; even between the two largest ({n} and {m} answers) only one of"
        " {gap} would have shown",
        n=sizes[0],
        m=sizes[1],
        gap=_gap_said(gap, widest.line, say),
    )


def _gap_said(gap: float, line: Line, say: Language) -> str:
    if line.holds == "share":
        return say("{n} percentage points", n=say.number(100 * gap))
    return say("{n} points", n=say.number(gap, 1)) if line.holds == "mean" else say.number(gap, 1)
