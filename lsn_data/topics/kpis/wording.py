"""What does a KPI say in a sentence: how far it comes, what is missing, who has to do what?"""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.topics.kpis import compute
from lsn_data.topics.kpis.answer import Kpi
from lsn_data.topics.kpis.compute import FEWEST, Target
from lsn_data.topics.kpis.computed import rules
from lsn_data.topics.kpis.names import distance, figure, period_said, short, with_unit
from lsn_data.topics.kpis.outlook import Outlook

SURVEY = "member-satisfaction"
LONGEST_FINDING = 110


def sentence(one: Kpi, stories: int, say: Language) -> str:
    """The line under a panel; nothing where there are no values."""
    if not one.line:
        return ""
    if one.is_outcome:
        return _rated(one, say)
    return " · ".join(part for part in (_course(one, say), _stories(stories, say)) if part)


def _rated(one: Kpi, say: Language) -> str:
    target = one.target
    if target is None:
        return say("without a target it cannot be rated")
    if one.rating == "too few points":
        return _few(one, say)
    if one.rating == "reached":
        reached = compute.is_reached(one.line, target, one.better)
        return say("target reached") if reached else say("target within reach")
    if one.rating == "wrong way":
        return _away(one, say)
    gap = distance(one, abs(target.value - compute.projected(one.line, target)), say)
    if is_over(one, target):
        return say("the target's year is over, {gap} away from it", gap=gap)
    if one.rating == "nearly":
        return say("about {gap} short on the present path", gap=gap)
    return say("about {gap} short if things go on", gap=gap)


def is_over(one: Kpi, target: Target) -> bool:
    """Is the newest value of the target's year, or later? Then nothing lies ahead."""
    return target.period.at <= one.line[-1].at


def _few(one: Kpi, say: Language) -> str:
    count = len(compute.since_break(one.line))
    if count < len(one.line):
        return say.plural(
            "{n} value since the new method; a rating needs {fewest}",
            "{n} values since the new method; a rating needs {fewest}",
            count,
            fewest=FEWEST,
        )
    return say.plural(
        "{n} value so far; a rating needs {fewest}", "{n} values so far; a rating needs {fewest}", count, fewest=FEWEST
    )


def _away(one: Kpi, say: Language) -> str:
    first, last = compute.window(one.line)[0], one.line[-1]
    told = {"value": figure(one, first.value, say), "period": period_said(first.period)}
    if first.value == last.value:
        return say("as in {period}: no step towards the target", **told)
    if last.value < first.value:
        return say("down from {value} in {period}", **told)
    return say("up from {value} in {period}", **told)


def _course(one: Kpi, say: Language) -> str:
    """What an impact tells: what was restated or cannot be compared, else how it developed."""
    changed = changes(one, say)
    if changed:
        return changed[0]
    if len(one.line) < 2:
        return ""
    first, last = one.line[0], one.line[-1]
    told = {"first": figure(one, first.value, say), "period": period_said(first.period)}
    return say("from {first} in {period} to {last}", last=figure(one, last.value, say), **told)


def changes(one: Kpi, say: Language) -> list[str]:
    """What was restated last, and from when on a new method forbids to compare."""
    found = []
    if one.earlier:
        old = one.earlier[-1]
        new = next(value for value in one.line if value.period == old.period)
        told = {"old": figure(one, old.value, say), "new": figure(one, new.value, say)}
        found.append(say("{period} first published as {old}, later as {new}", period=period_said(old.period), **told))
    broken = [value for value in one.line[1:] if value.breaks]
    if broken:
        found.append(say("before and from {period} cannot be compared", period=period_said(broken[-1].period)))
    return found


def sentence_case(said: str) -> str:
    """A part of a sentence as a whole one.

    >>> sentence_case("the value of 2025 is missing")
    'The value of 2025 is missing.'
    """
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _stories(count: int, say: Language) -> str:
    return say.plural("{n} success story", "{n} success stories", count) if count else ""


def late(one: Kpi, say: Language) -> str:
    """Which value is missing; nothing where none is late, or where there are no values at all."""
    if one.stale is None or not one.stale.newest:
        return ""
    if one.stale.due:
        return say("the value of {period} is missing", period=one.stale.due)
    return say("no value since {period}", period=period_said(one.line[-1].period))


def next_step(one: Kpi, say: Language) -> str:
    """Who brings a KPI its values: the office, with the register that it follows from, or with the sheet of KPIs."""
    if one.code == SURVEY:
        return say("It follows from the next member survey, or the office enters it.")
    rule = rules().get(one.code)
    if rule:
        register = say.both(REGISTERS[rule.register].label)
        return say("The office uploads the register “{register}”.", register=register)
    return say("The office enters it in the KPI template.")


def finding(found: Sequence[Kpi], say: Language) -> str:
    """How many are on course, which go the wrong way, and how many cannot be rated yet."""
    outcomes = [one for one in found if one.is_outcome]
    if not outcomes:
        return say.plural(
            "{n} impact KPI tells to what LSN contributes; none is scored",
            "{n} impact KPIs tell to what LSN contributes; none is scored",
            len(found),
        )
    unrated = [one for one in outcomes if one.rating in ("no target", "too few points")]
    if len(unrated) == len(outcomes):
        return _nothing_rated(outcomes, say)
    away = [one for one in outcomes if one.rating == "wrong way"]
    first, last = _on_course(outcomes, say), []
    if unrated:
        last = [say.plural("{n} cannot be rated yet", "{n} cannot be rated yet", len(unrated))]
    if not away:
        return "; ".join([first, *last])
    named = "; ".join([first, say("wrong way: {names}", names=say.listing([short(one, say) for one in away])), *last])
    if len(named) <= LONGEST_FINDING:
        return named
    counted = say.plural("{n} does not move towards its target", "{n} do not move towards their targets", len(away))
    return "; ".join([first, counted, *last])


def _nothing_rated(outcomes: Sequence[Kpi], say: Language) -> str:
    valued = sum(1 for one in outcomes if one.line)
    if all(one.rating == "no target" for one in outcomes):
        if not valued:
            return say("No outcome KPI can be rated yet: targets and values are missing")
        if len(outcomes) == 1:
            return say("The outcome KPI cannot be rated yet: it has no target")
        return say.plural(
            "No outcome KPI can be rated yet: none of the {all} has a target, {n} has values",
            "No outcome KPI can be rated yet: none of the {all} has a target, {n} have values",
            valued,
            all=say.number(len(outcomes)),
        )
    return say("No outcome KPI can be rated yet: targets or values are missing")


def _on_course(outcomes: Sequence[Kpi], say: Language) -> str:
    count = sum(1 for one in outcomes if one.rating == "reached")
    years = {one.target.period.text for one in outcomes if one.target}
    told = {"all": say.number(len(outcomes))}
    if len(years) == 1:
        return say.plural(
            "{n} of {all} outcome KPIs is on course for {year}",
            "{n} of {all} outcome KPIs are on course for {year}",
            count,
            year=years.pop(),
            **told,
        )
    return say.plural(
        "{n} of {all} outcome KPIs is on course for its target",
        "{n} of {all} outcome KPIs are on course for their targets",
        count,
        **told,
    )


def verdict(one: Kpi, say: Language) -> str:
    """The finding on one KPI: how it stands to its target, and since when that is known."""
    said = _verdict(one, say)
    if one.rating in ("nearly", "too slow", "wrong way") and one.since:
        said = say("{finding}; known since {day}", finding=said, day=say.date(one.since))
    return f"{short(one, say)}: {said}"


def _verdict(one: Kpi, say: Language) -> str:
    if one.newest is None:
        return say("there are no values yet")
    now = {"value": with_unit(one, one.newest.value, say), "period": period_said(one.newest.period)}
    if not one.is_outcome:
        return say("{value} in {period}; LSN contributes to it, it is not scored", **now)
    if one.target is None:
        return say("{value} in {period}; no target is set", **now)
    aim = aim_of(one, one.target, say)
    if one.rating == "too few points":
        return say("{value} in {period}; too few values to rate the way to {aim}", aim=aim, **now)
    if one.rating == "reached" and compute.is_reached(one.line, one.target, one.better):
        return say("the target of {aim} is reached with {value} in {period}", aim=aim, **now)
    return _on_the_way(one, one.target, aim, say)


def _on_the_way(one: Kpi, target: Target, aim: str, say: Language) -> str:
    if one.rating == "reached":
        return say("the target of {aim} is within reach", aim=aim)
    if one.rating == "wrong way":
        return say("the values do not move towards the target of {aim}", aim=aim)
    gap = distance(one, abs(target.value - compute.projected(one.line, target)), say)
    if is_over(one, target):
        return say("the target of {aim} is not reached and its year is over, {gap} away from it", aim=aim, gap=gap)
    if one.rating == "nearly":
        return say("the target of {aim} is nearly within reach, about {gap} would be missing", aim=aim, gap=gap)
    return say("the pace is too slow for {aim}, about {gap} would be missing", aim=aim, gap=gap)


def aim_of(one: Kpi, target: Target, say: Language) -> str:
    """The target with its year: `340 by 2030`."""
    return say("{value} by {year}", value=with_unit(one, target.value, say), year=period_said(target.period))


def ahead(one: Kpi, found: Outlook, say: Language) -> str:
    """The outlook in words, with both ends, and the chances as a range over the models."""
    low, high = figure(one, found.low, say), figure(one, found.high, say)
    if found.low == found.high:
        return say(
            "If things go on as before, {value} in {year}; the values do not scatter so far, so no range can be told.",
            value=low,
            year=found.period,
        )
    said = say(
        "If things go on as before, between {low} and {high} in {year} (95%).", low=low, high=high, year=found.period
    )
    if found.chance is None or one.target is None:
        return said
    return f"{said} {_chance(one, found.chance, say)}"


def _chance(one: Kpi, chance: tuple[float, float], say: Language) -> str:
    """Words with the numbers in brackets; where the models disagree about more or less than half, that is said."""
    assert one.target is not None
    low, high = chance
    told = {"value": with_unit(one, one.target.value, say), "range": chance_range(chance, say)}
    if high < 1 / 3:
        return say("Reaching {value} is unlikely ({range}, depending on the method).", **told)
    if low > 2 / 3:
        return say("Reaching {value} is likely ({range}, depending on the method).", **told)
    return say("Whether {value} is reached is open ({range}, depending on the method).", **told)


def chance_range(chance: tuple[float, float], say: Language) -> str:
    """`4–42%`; no chance is printed as 0 or 100.

    >>> chance_range((0.04, 0.42), Language("en")), chance_range((0.0, 0.999), Language("de"))
    ('4–42%', '1–99\u202f%')
    """
    low, high = (min(max(share, 0.01), 0.99) for share in chance)
    if say.percent(low) == say.percent(high):
        return say.percent(low)
    return f"{say.number(100 * low)}–{say.percent(high)}"
