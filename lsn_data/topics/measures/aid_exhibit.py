"""Shall we take this on? Each question of the decision aid with what the figures say, and the advice of the rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.measures.aid import LIKEST, Like, Proposal, repeats
from lsn_data.topics.measures.compute import MOST_PRINCIPLES
from lsn_data.topics.measures.listing import measure_way
from lsn_data.topics.measures.proposals import decided_said
from lsn_data.topics.measures.weighing import Found, weigh
from lsn_data.topics.measures.wording import code_of, labels, principle_names, title_of, weight_said
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.strategy.answer import OWN, measures_of, name_of, rows, sources, theme_names
from lsn_data.topics.strategy.compute import pair

MOST_REASONS = 3


@dataclass(frozen=True)
class Line:
    """A question, what the figures say to it, whether that speaks for or against, and where more is told."""

    asks: str
    says: str
    speaks: str = ""
    way: Way | None = None


def proposal_of(filters: Mapping[str, str]) -> Proposal | None:
    """The proposal that the filters of a pick tell; None without a title and a theme.

    >>> proposal_of({"title": "Fair", "theme": "region", "principles": "informing", "months": "3"}).months
    3.0
    """
    title, theme = filters.get("title", "").strip(), filters.get("theme", "")
    if not (title and theme):
        return None
    several = {
        name: tuple(filter(None, filters.get(name, "").split(";"))) for name in ("principles", "addresses", "others")
    }
    months = filters.get("months", "").replace(".", "", 1)
    return Proposal(
        title, theme, several["principles"], filters.get("effort", ""),
        float(filters["months"]) if months.isdecimal() else None, several["addresses"], several["others"],
    )  # fmt: skip


def proposal(store: Store, say: Language, filters: Mapping[str, str]) -> Exhibit | None:
    """What the figures say to a proposal; None where none is described. Raises Refused."""
    asked = proposal_of(filters)
    if asked is None:
        return None
    found = weigh(store, asked)
    lines = tuple(_lines(found, say))
    return Exhibit(
        name="proposal",
        question=say("Shall we take this on?"),
        message=_message(found, say),
        title=_title(found, say),
        chart=_chart(lines),
        table=Table(
            (
                Column("asks", say("Question")),
                Column("says", say("What the figures say"), "prose"),
                Column("speaks", say("Speaks")),
            ),
            tuple((one.asks, one.says, one.speaks or None) for one in lines),
        ),
        notes=(say("The rule gives advice; people decide, and the decision is kept with its reason."),),
        sources=_sources(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=_method(say),
        ways={(at, "says"): one.way for at, one in enumerate(lines) if one.way},
    )


def _lines(found: Found, say: Language) -> Iterator[Line]:
    yield _rule(found, say)
    yield from _cells(found, say)
    yield from _factors(found, say)
    yield _voice(found, say)
    yield from _alike(found, say)
    yield _others(found, say)
    yield _balance(found, say)


def _rule(found: Found, say: Language) -> Line:
    names = principle_names(found.frame, say)
    served = [names[one] for one in found.weighed.proposal.principles if one in names]
    if not found.weighed.proposal.on_strategy:
        return Line(say("The 1/3 rule"), say("It serves no guiding principle: off strategy."), say("against"))
    told = say(
        "It serves {principles}: {n} of {all}.", principles=say.listing(served), n=len(served), all=MOST_PRINCIPLES
    )
    return Line(say("The 1/3 rule"), told, say("for"))


def _cells(found: Found, say: Language) -> Iterator[Line]:
    """Each cell that it adds to: a thin one is a gap."""
    theme, names = _theme(found, say), principle_names(found.frame, say)
    for one in found.weighed.cells:
        told = say(
            "{cell} weighs {n}; a usual cell weighs {usual}.",
            cell=f"{theme} × {names[one.principle]}", n=weight_said(one.weight, say),
            usual=weight_said(one.usual, say),
        )  # fmt: skip
        way = Way("measures", (("theme", found.weighed.proposal.theme), ("principle", one.principle)))
        yield Line(say("Gap in the matrix"), told, say("for") if one.thin else "", way)


def _factors(found: Found, say: Language) -> Iterator[Line]:
    """Each factor that it answers: one that nobody answers is a gap."""
    known = {one.id: one.row for one in found.swot.factors}
    if not found.weighed.proposal.addresses:
        yield Line(say("Gap in the SWOT"), say("No factor of the SWOT is named."))
    for factor in (*found.weighed.unanswered, *found.weighed.answered):
        name = f"{factor} {say.both(pair(known[factor], 'text'))}"
        n = found.weighed.answered.get(factor, 0)
        told = say.plural("{n} measure answers it already", "{n} measures answer it already", n)
        if not n:
            told = say("no measure answers it yet") if found.swot.known else say("no measure names a factor yet")
        speaks = say("for") if factor in found.weighed.unanswered else ""
        yield Line(say("Gap in the SWOT"), f"{name}: {told}.", speaks, Way("swot", (("factor", factor),)))


def _voice(found: Found, say: Language) -> Line:
    asks, place = say("Voice of the members"), found.standing
    if place is None:
        return Line(asks, say("How the members rank this theme is not known."))
    told = say("{theme} is at place {place} of {n}", theme=_theme(found, say), place=place.place, n=found.scale)
    if place.published:
        return Line(asks, say("{told}, as published.", told=told))
    told = say("{told}, plausible {low} to {high}.", told=told, low=place.low, high=place.high)
    return Line(asks, told, say("for") if found.weighed.leads else "", Way("priorities"))


def _alike(found: Found, say: Language) -> Iterator[Line]:
    """The likest things that are there, each with why; and what was decided on proposals like it."""
    there = [one for one in found.weighed.alike if one.kind != "proposals"][:LIKEST]
    if not there:
        yield Line(say("Already there"), say("No measure and no project shares a word with it."))
    for one in there:
        yield Line(say("Already there"), _why(one, say), say("against") if repeats(one) else "", _way(one))
    for one in found.weighed.alike:
        if one.kind == "proposals":
            told = say("“{title}”: {decision}", title=title_of(one.row, say), decision=decided_said(one.row, say))
            yield Line(say("Decided before"), told)


def _why(one: Like, say: Language) -> str:
    """`V2a Ten short films: shares “films”; same theme`: by what it is like the proposal, and how it stands."""
    name = title_of(one.row, say)
    states = labels(one.kind, "status", say)
    if one.kind == "measures":
        name = f"{code_of(one.row, say)} {name}"
    state = states.get(one.row["status"] or "")
    parts = [say("shares {words}", words=", ".join(one.found.words))]
    parts += [say("same theme")] if one.same_theme else []
    parts += [say("same principle")] if one.principles else []
    kind = say("measure") if one.kind == "measures" else say("project")
    standing = f"{kind}, {state}" if state else kind
    return f"{name} ({standing}): {', '.join(parts)}."


def _way(one: Like) -> Way:
    if one.kind == "measures":
        return measure_way(one.row["measure"])
    return Way("projects", (("project", one.row["project"]),))


def _others(found: Found, say: Language) -> Line:
    others = found.weighed.proposal.others
    asks = say("Who else does it")
    if not others:
        return Line(asks, say("Nobody was named who does it already."))
    names = labels("proposals", "others", say)
    told = say("Done already by: {names}.", names=say.listing([names.get(one, one) for one in others]))
    return Line(asks, told, say("against"))


def _balance(found: Found, say: Language) -> Line:
    told = say(
        "{theme} would go from {before} to {after} of all that runs or is planned.",
        theme=_theme(found, say), before=say.percent(found.weighed.before), after=say.percent(found.weighed.after),
    )  # fmt: skip
    return Line(say("Balance of effort"), told)


def _theme(found: Found, say: Language) -> str:
    code = found.weighed.proposal.theme
    return theme_names(found.frame, say, short=True).get(code, code)


def _message(found: Found, say: Language) -> str:
    """The advice as a sentence with its reasons."""
    told = {"title": found.weighed.proposal.title, "why": say.listing(_reasons(found, say))}
    if found.weighed.verdict == "in":
        return say("Take on “{title}”, says the rule: {why}", **told)
    if found.weighed.verdict == "out":
        return say("Leave “{title}”, says the rule: {why}", **told)
    return say("Leave “{title}” open, says the rule: {why}", **told)


def _reasons(found: Found, say: Language) -> list[str]:
    """What the verdict rests on, the weightiest first."""
    weighed = found.weighed
    if not weighed.proposal.on_strategy:
        return [say("it serves no guiding principle")]
    if weighed.repeats:
        return [say("it repeats “{title}”", title=title_of(weighed.repeats.row, say))]
    gaps = {
        "cell": say("it fills a thin cell of the matrix"),
        "factor": say.plural("it answers {n} open factor of the SWOT", "it answers {n} open factors of the SWOT",
                             len(weighed.unanswered)),
        "theme": say("its theme leads among the members"),
    }  # fmt: skip
    reasons = [gaps[one] for one in weighed.gaps] or [say("it fills no gap")]
    if weighed.proposal.others:
        reasons.insert(0, say("others do it already"))
    if weighed.decided:
        reasons.append(say("one like it was decided on before"))
    return reasons[:MOST_REASONS]


def _title(found: Found, say: Language) -> str:
    asked, names = found.weighed.proposal, principle_names(found.frame, say)
    served = say.listing([names[one] for one in asked.principles if one in names])
    effort = labels("proposals", "effort", say).get(asked.effort, "")
    if asked.months:
        effort = say("{n} person months", n=say.number(asked.months, 0 if asked.months.is_integer() else 1))
    parts = (
        name_of(OWN),
        say("Proposal"),
        _theme(found, say),
        served,
        say("effort: {effort}", effort=effort) if effort else "",
    )
    return " · ".join(part for part in parts if part)


def _chart(lines: tuple[Line, ...]) -> Chart:
    """What speaks for or against stands out."""
    drawn = Table((Column("look", "look"),), tuple(("speaks" if one.speaks else None,) for one in lines))
    return Chart("table", drawn, {"highlight": "look"})


def _method(say: Language) -> tuple[Method, ...]:
    return (
        Method(
            say("The rule"),
            say(
                "Out: it serves no guiding principle, repeats what is there, or is done by others without filling a"
                " gap. In: it fills a gap and nobody else does it. All else: later. A gap is a cell that weighs less"
                " than half of a usual one, a factor of the SWOT that no measure answers, or a theme of the members'"
                " leading group."
            ),
        ),
        Method(
            say("Likeness"),
            say(
                "Twice the words that two titles share over all their words, without endings and common words; the"
                " better of both languages counts. From a half on, in the same theme, it repeats what is there, unless"
                " that is over."
            ),
        ),
        Method(
            say("Balance of effort"),
            say(
                "Every measure that runs or is planned counts as a medium one, since the registers hold no effort of"
                " theirs; a small one counts half, a large one twice, 6 person months as a medium one."
            ),
        ),
    )


def _sources(store: Store, found: Found, say: Language) -> tuple[Source, ...]:
    """The survey, the measures, and each register that has something like the proposal."""
    survey = (survey_source(found.survey, say),) if found.survey else ()
    like = {one.kind for one in found.weighed.alike} - {"measures"}
    named = {"swot"} if found.weighed.proposal.addresses else set()
    more = (one for kind in sorted(like | named) for one in sources(store, kind, rows(store, kind), say))
    return (*survey, *sources(store, "measures", measures_of(store, OWN), say), *more)
