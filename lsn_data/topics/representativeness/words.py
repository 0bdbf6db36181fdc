"""What should a board take from it: who is under-represented, and does weighting change anything?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lsn_data.disclosure import NO_ANSWER, Group
from lsn_data.language import Language, mark
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import Import
from lsn_data.topics.naming import inside_sentence
from lsn_data.topics.priorities.answer import group_label
from lsn_data.topics.priorities.wording import listed_inside
from lsn_data.topics.representativeness.answer import Representativeness, Why
from lsn_data.topics.representativeness.compute import Cell, Comparison
from lsn_data.topics.representativeness.weighted import Weighted

NAMED = 2
WHY: Mapping[Why, str] = {
    "not asked": mark("{attribute}: the survey does not ask for it"),
    "not told": mark("{attribute}: how many members there are in each group is not known"),
    "too few": mark("{attribute}: too few answers in all groups but one"),
    "does not fit": mark("{attribute}: more answers than members in {groups}"),
}


def cell_label(by: str, cell: Cell, say: Language) -> str:
    """`Pharma`, or `Pharma and other` for a merged group."""
    return group_label(by, Group(cell.codes, cell.answered), say)


def finding(found: Representativeness, say: Language) -> str:
    """Who is under- or over-represented, in one sentence without a full stop."""
    under = [(one, cell) for one in found.comparisons for cell in one.under]
    over = [(one, cell) for one in found.comparisons for cell in one.over]
    if under and over:
        return say(
            "Under-represented: {under}; over-represented: {over}; overall {rate} answered",
            under=_named(under, say), over=_named(over, say), rate=_rate(found, say),
        )  # fmt: skip
    if under:
        return say(
            "Under-represented: {groups}; overall {rate} answered", groups=_named(under, say), rate=_rate(found, say)
        )
    if over:
        return say(
            "Over-represented: {groups}; overall {rate} answered", groups=_named(over, say), rate=_rate(found, say)
        )
    return _nobody_stands_out(found, say)


def _nobody_stands_out(found: Representativeness, say: Language) -> str:
    differing = [one.by for one in found.comparisons if one.differs]
    if differing:
        return say(
            "By {attributes}, groups answered unequally often, but no single one stands out",
            attributes=_attributes(differing, say),
        )
    return say(
        "None of the {groups} groups is clearly under- or over-represented in the {n} answers",
        groups=sum(len(one.cells) for one in found.comparisons),
        n=say.number(found.ranked),
    )


def _named(cells: Sequence[tuple[Comparison, Cell]], say: Language) -> str:
    """The groups farthest from the whole, each with its share that answered."""
    far = sorted(cells, key=lambda pair: -abs(pair[1].rate - pair[0].answered / pair[0].members))
    said = [f"{cell_label(one.by, cell, say)} ({say.percent(cell.rate)})" for one, cell in far[:NAMED]]
    more = len(far) - NAMED
    if more > 0:
        said.append(say.plural("{n} more group", "{n} more groups", more))
    return say.listing(said)


def _rate(found: Representativeness, say: Language) -> str:
    """The share of all members that answered."""
    return say.percent(found.ranked / found.members)


def test_said(one: Comparison, say: Language) -> str:
    """The test of one attribute, with its numbers."""
    attribute = say.both(attribute_of(one.by).label)
    if one.test is None or one.p_holm is None:
        return say("{attribute}: all members answered.", attribute=attribute)
    return say(
        "{attribute}: chi-square {chi}, V = {v}, p {p}.",
        attribute=attribute,
        chi=say.number(one.test.chi_square, 1),
        v=say.number(one.test.cramers_v, 2),
        p=chance(one.p_holm, say),
    )


def chance(p: float, say: Language) -> str:
    """A probability with two digits, none of them invented.

    >>> chance(0.0004, Language("en")), chance(0.0748, Language("en"))
    ('under 0.01', '= 0.07')
    """
    return say("under {p}", p=say.number(0.01, 2)) if p < 0.01 else f"= {say.number(p, 2)}"


def left_out_said(found: Representativeness, say: Language) -> str:
    """Which attributes are not compared, and why; empty if all are."""
    said = [
        say(
            WHY[one.why],
            attribute=say.both(attribute_of(one.by).label),
            groups=say.listing([cell_label(one.by, cell, say) for cell in one.cells]),
        )
        for one in found.not_compared
    ]
    return say("Not compared: {reasons}.", reasons="; ".join(said)) if said else ""


def weighting(found: Weighted, labels: Mapping[str, str], say: Language) -> str:
    """Does weighting change who leads or which place a theme has? In one sentence without a full stop."""
    worth = {"n": say.number(found.plain.ranked), "worth": say.number(found.effective)}
    if not found.same_leaders:
        return _other_leaders(found, labels, say, worth)
    if not found.moved:
        return say("Weighting leaves every place unchanged; the {n} answers then count like {worth}", **worth)
    if len(found.plain.tiers) == 1:
        return say(
            "Weighting changes the places of {moved} of {k} themes; the {n} answers then count like {worth}",
            moved=len(found.moved), k=len(found.items), **worth,
        )  # fmt: skip
    return say(
        "Weighting leaves the leading group unchanged, {moved} of {k} themes change places;"
        " the {n} answers then count like {worth}",
        moved=len(found.moved), k=len(found.items), **worth,
    )  # fmt: skip


def _other_leaders(found: Weighted, labels: Mapping[str, str], say: Language, worth: Mapping[str, str]) -> str:
    """The leading group changes: themes join it, or it is another."""
    leading, before = found.tiers[0], set(found.plain.tiers[0])
    if len(found.tiers) == 1:
        return say("Weighted, no theme is clearly behind the first; the {n} answers then count like {worth}", **worth)
    if before < set(leading):
        joining = listed_inside([item for item in leading if item not in before], labels, say)
        return say(
            "Weighting adds {themes} to the leading group; the {n} answers then count like {worth}",
            themes=joining, **worth,
        )  # fmt: skip
    return say(
        "Weighted, the leading group is {themes}; the {n} answers then count like {worth}",
        themes=listed_inside(leading, labels, say), **worth,
    )  # fmt: skip


def moves_said(found: Weighted, labels: Mapping[str, str], say: Language) -> str:
    """Every place that moves, for the notes; empty if none does."""
    said = [
        say("{theme}: place {after} instead of {before}", theme=labels[one.item], after=one.place, before=one.before)
        for one in found.moved
    ]
    return f"{'; '.join(said)}." if said else ""


def counted_said(found: Representativeness, wave: Import, say: Language) -> str:
    """Who is held against whom."""
    members = found.population.members
    if members is None:
        return say("Members: as many as were asked per group, typed in with the survey. Answers: those with a ranking.")
    said = say(
        "Members: {n} on {day} by the register. Answers: those with a ranking.",
        n=say.number(members),
        day=say.date(wave.as_of),
    )
    if found.population.undated:
        said += " " + say("The register tells no days of joining and leaving: it counts as it stands.")
    return said


def gaps_said(found: Representativeness, say: Language) -> Iterator[str]:
    """What the groups do not tell: answers and members without the attribute, and members counted with a group."""
    for one in found.comparisons:
        attribute = say.both(attribute_of(one.by).label)
        untold, unknown = found.untold.get(one.by, 0), found.not_known.get(one.by, 0)
        if untold:
            yield say("{attribute}: {n} answers do not tell it and are left out.", attribute=attribute, n=untold)
        if unknown:
            yield say("{attribute}: of {n} members the register does not tell it.", attribute=attribute, n=unknown)
        mixed = next((cell for cell in one.cells if NO_ANSWER in cell.codes), None)
        if mixed:
            yield say(
                "{attribute}: answers that do not tell it count with {group}; that group's share is too high.",
                attribute=attribute, group=cell_label(one.by, _without_answer(mixed), say),
            )  # fmt: skip


def _without_answer(cell: Cell) -> Cell:
    return Cell(tuple(code for code in cell.codes if code != NO_ANSWER), cell.members, cell.answered)


def weighted_notes(found: Weighted, labels: Mapping[str, str], say: Language) -> Iterator[str]:
    """What moves, how it was weighted, and what the figures leave out."""
    yield from filter(None, [moves_said(found, labels, say)])
    yield say(
        "Weighted by raking to the members by {attributes}; no weight is cut off.",
        attributes=_attributes(found.used, say),
    )
    if found.left_out:
        yield say(
            "Left out, since no weights fit or one answer would count more than five times the average: {attributes}.",
            attributes=_attributes(found.left_out, say),
        )
    yield say(
        "{n} answers then tell as much as {worth} unweighted ones (Kish). The unweighted order stays the main one.",
        n=say.number(found.plain.ranked), worth=say.number(found.effective),
    )  # fmt: skip
    yield say(
        "Plausible places, weighted: linearised errors, without correction for the finite membership, 95% for all"
        " themes together."
    )
    yield say(
        "Weighted figures are told for all members alone and rounded, so that no single answer can be worked out."
    )


def _attributes(names: Sequence[str], say: Language) -> str:
    """`Sector, size and state`: English writes them small inside a sentence, German never."""
    labels = [say.both(attribute_of(name).label) for name in names]
    return say.listing([inside_sentence(label, say) for label in labels])
