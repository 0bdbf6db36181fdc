"""How are KPIs rated, carried on and counted? In words, with the sources of the formulas."""

from __future__ import annotations

from lsn_data.exhibit import Method
from lsn_data.language import Language
from lsn_data.topics.kpis.computed import NORTHERN_EUROPE


def of_all(say: Language) -> tuple[Method, ...]:
    """What holds for every KPI."""
    return (
        Method(
            say("Rating"),
            say(
                "The mean yearly change of the last five values since the last change of method is carried on to the "
                "target's year. What is then missing is set against the way from the newest value to the target: less "
                "than 5% on course, up to 20% nearly, more too slow; no change or a change away from the target is the "
                "wrong way. A target that the newest value has reached counts as on course. Fewer than four values "
                "are too few."
            ),
            "dns-indikatoren.de",
        ),
        Method(
            say("Outlook"),
            say(
                "A random walk with drift: the newest value and the mean change of all values since the last change of "
                "method, with a 95% range that grows with the years and with few values. It is drawn for outcomes with "
                "a target and at least five values. Counts do not fall below 0, percentages stay within 0 and 100."
            ),
            "Hyndman & Athanasopoulos 2021",
        ),
        Method(
            say("Chance of the target"),
            say(
                "Three simple models are asked: the random walk with drift, a straight line through all values, and no "
                "trend at all. The smallest and the largest chance are told."
            ),
        ),
        Method(
            say("Which values are rated"),
            say(
                "Of each period the newest publication counts; values of the KPI sheet stand before published ones. "
                "Where the sheet has no value of a KPI, those counted in the registers are rated; the two are never "
                "joined in one line. Values of another unit or length of period stay beside; a value for several "
                "years is shown in the table alone. Gaps between years count with their length."
            ),
        ),
        Method(
            say("Missing values"),
            say(
                "A value is missing when the next one, after the usual time between two, is half that time overdue "
                "(half a year at most)."
            ),
        ),
    )


def counted(code: str, say: Language) -> tuple[Method, ...]:
    """How a KPI follows from a register; nothing for one that is entered."""
    words = {
        "members": say(
            "Members on 31 December by the register of members: joined by then and not left. From the first year in "
            "which somebody is noted as having left; a register without leavers tells its newest year alone."
        ),
        "premium-members": say(
            "Members on 31 December that are premium members in the register. The register holds today's mark; it is "
            "taken for earlier years too."
        ),
        "innovation-projects": say("Projects of the theme innovative power by the year in which they begin."),
        "international-projects": say(
            "Projects with a region of the strategy's focus among their regions, by the year in which they begin."
        ),
        "topics-with-measures": say(
            "Strategic measures under which a detailed measure has begun by the end of the year; planned and dropped "
            "ones do not count."
        ),
        "member-satisfaction": say(
            "The overall rating of each member survey, in the unit of the KPI sheet. The rows behind it are answers, "
            "and answers are never shown one by one."
        ),
        "partnerships": say(
            "Partnerships by the year in which they begin; that one was widened stands in no register."
        ),
        "northern-network": say(
            "Partnerships active on 31 December with partners in {countries}.", countries=", ".join(NORTHERN_EUROPE)
        ),
        "new-services": say(
            "Services by the first year in which members used them, from the second year of the register on."
        ),
        "total-income": say(
            "All income of a year in the register of finance; a year with gaps or another currency is not told."
        ),
        "non-institutional-share": say(
            "Income of a year that is not institutional, of all income; a year with unmarked income is not told."
        ),
    }.get(code)
    return (Method(say("Counted in the registers"), words),) if words else ()
