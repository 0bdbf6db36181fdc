"""What is a KPI called where room is short, and what does it count? Pairs of English and German."""

from __future__ import annotations

from collections.abc import Mapping

from lsn_data.language import Language
from lsn_data.topics.kpis.answer import Kpi
from lsn_data.topics.kpis.periods import Period

Pair = tuple[str, str]

# By the codes of the strategy's own KPIs; others go by their names in the register.
SHORT: Mapping[str, Pair] = {
    "measures-seen": ("Awareness of LSN M's work", "Kenntnis der Arbeit der LSN M"),
    "social-media-place": ("Standing in social media", "Stand in sozialen Medien"),
    "innovation-projects": ("New innovation projects", "Neue Innovationsprojekte"),
    "spin-offs-relocations": ("Spin-offs and relocations", "Ausgründungen und Ansiedlungen"),
    "new-products": ("New products and processes", "Neue Produkte und Verfahren"),
    "members": ("Members", "Mitglieder"),
    "premium-members": ("Premium members", "Premium-Mitglieder"),
    "economic-footprint": ("Economic footprint", "Ökonomischer Fußabdruck"),
    "topics-with-measures": ("Topics with measures", "Themen mit Maßnahmen"),
    "new-services": ("New services used", "Neue genutzte Angebote"),
    "member-satisfaction": ("Satisfaction of members", "Zufriedenheit der Mitglieder"),
    "partnerships": ("Partnerships", "Partnerschaften"),
    "international-projects": ("Projects in focus regions", "Projekte in Fokusregionen"),
    "northern-network": ("Network in northern Europe", "Netzwerk in Nordeuropa"),
    "total-income": ("Total income", "Gesamteinnahmen"),
    "non-institutional-share": ("Non-institutional income", "Nicht institutionelle Einnahmen"),
}
# What is counted, where the unit is a bare number or per cent.
COUNTED: Mapping[str, Pair] = {
    "measures-seen": ("% of members answering", "% der antwortenden Mitglieder"),
    "social-media-place": ("place among clusters", "Platz unter Clustern"),
    "innovation-projects": ("won a year", "gewonnen pro Jahr"),
    "spin-offs-relocations": ("supported a year", "begleitet pro Jahr"),
    "new-products": ("a year", "pro Jahr"),
    "members": ("organisations, year end", "Organisationen, Jahresende"),
    "premium-members": ("organisations, year end", "Organisationen, Jahresende"),
    "topics-with-measures": ("topics, year end", "Themen, Jahresende"),
    "new-services": ("a year", "pro Jahr"),
    "partnerships": ("new or widened a year", "neu oder erweitert pro Jahr"),
    "international-projects": ("new a year", "neu pro Jahr"),
    "non-institutional-share": ("% of total income", "% der Gesamteinnahmen"),
}
MILLION, FROM_MILLION = 1_000_000, 500_000


def short(one: Kpi, say: Language) -> str:
    """The short name of a KPI, or its name."""
    return say.both(SHORT.get(one.code, one.name))


def full(one: Kpi, say: Language) -> str:
    """The name as the register has it."""
    return say.both(one.name)


def factor(one: Kpi) -> int:
    """By which number values are divided where they stand in a panel: amounts of money in millions."""
    largest = max((abs(value.value) for value in one.line), default=0.0)
    return MILLION if one.unit == "EUR" and largest >= FROM_MILLION else 1


def digits(one: Kpi) -> int:
    """How many digits after the point the values of a panel need."""
    if factor(one) > 1:
        return 2
    known = [value.value for value in (*one.line, *one.earlier)] + ([one.target.value] if one.target else [])
    return 0 if all(float(value).is_integer() for value in known) else 1


def figure(one: Kpi, value: float, say: Language) -> str:
    """A value as it stands in the KPI's panel, without its unit."""
    return say.number(value / factor(one), digits(one))


def unit(one: Kpi, say: Language) -> str:
    """What the values of a panel are."""
    if factor(one) > 1:
        return say("EUR million")
    if one.unit in ("", "number", "%", "place") and one.code in COUNTED:
        return say.both(COUNTED[one.code])
    known = {
        "": "", "number": say("number"), "place": say("place"), "EUR bn": say("EUR bn"), "years": say("years"),
        "persons": say("persons"), "points of 5": say("points of 5"), "active partners": say("active partners"),
        "per year": say("a year"),
    }  # fmt: skip
    return known.get(one.unit, one.unit)


def with_unit(one: Kpi, value: float, say: Language) -> str:
    """A value in a sentence: with its unit where that is short and needed.

    Percent, money and points carry their unit; counts stand alone, since the KPI's name says what is counted.
    """
    said = figure(one, value, say)
    if one.unit == "%":
        return say.percent(value / 100, digits(one))
    if factor(one) > 1 or one.unit.startswith(("EUR", "points of")):
        return f"{said} {unit(one, say)}"
    return said


def distance(one: Kpi, value: float, say: Language) -> str:
    """A difference between two values: percentages differ by points."""
    places = digits(one) if round(value / factor(one), digits(one)) else digits(one) + 1
    said = say.number(value / factor(one), places)
    if one.unit == "%":
        return say("{n} point", n=said) if said == "1" else say("{n} points", n=said)
    return with_unit(one, value, say).replace(figure(one, value, say), said, 1)


def period_said(period: Period) -> str:
    """A period as it stands under a bar: quarters and halves by their number.

    >>> from lsn_data.topics.kpis.periods import period_of
    >>> period_said(period_of("2025-04/2025-06")), period_said(period_of("2014/2020"))
    ('Q2 2025', '2014–2020')
    """
    if period.rhythm == "quarter":
        return f"Q{period.end.month // 3} {period.end.year}"
    if period.rhythm == "half":
        return f"H{period.end.month // 6} {period.end.year}"
    return period.text.replace("/", "–")
