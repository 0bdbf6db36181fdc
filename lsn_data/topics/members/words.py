"""How is it said how many members there are, since when their number grows, and what the register leaves open?"""

from __future__ import annotations

from collections.abc import Iterator

from lsn_data.exhibit import Source
from lsn_data.language import Language, mark
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import Store
from lsn_data.topics.members.answer import KIND, Members
from lsn_data.topics.members.compute import Growth
from lsn_data.topics.naming import inside_sentence
from lsn_data.topics.strategy.answer import sources

# How the number went from year end to year end: over several years, and over the last one alone.
SINCE = {1: mark("more at each year end since {year}"), -1: mark("fewer at each year end since {year}"),
         0: mark("as many at each year end since {year}")}  # fmt: skip
LAST = {1: mark("more at the end of {year} than before"), -1: mark("fewer at the end of {year} than before"),
        0: mark("as many at the end of {year} as before")}  # fmt: skip
WHY_NOT = {
    "joins": mark("who left is not told, so nothing is known of earlier years"),
    "nothing": mark("how their number changed is not told"),
}


def finding(found: Members, say: Language) -> str:
    """How many members there are, since when it grows or shrinks, which share is premium."""
    count = say.plural("{n} member", "{n} members", len(found.now))
    share = None if found.premium is None else say.percent(found.premium)
    if found.growth.run is None:
        told = count if share is None else say("{members}, {share} of them premium", members=count, share=share)
        return f"{told}; {say(WHY_NOT.get(found.growth.told, WHY_NOT['nothing']))}"
    said = f"{count}, {course(found.growth, found.growth.run, say)}"
    return said if share is None else say("{what}; {share} are premium", what=said, share=share)


def course(found: Growth, run: tuple[int, int], say: Language) -> str:
    """Since when the number grows or shrinks, and how it goes in the open year."""
    sign, year = run
    said = say((LAST if year == found.complete[-1].year else SINCE)[sign], year=year)
    if not found.lately:
        return said
    more = say.plural("{n} more so far in {year}", "{n} more so far in {year}", found.lately, year=found.years[-1].year)
    fewer = say.plural(
        "{n} fewer so far in {year}", "{n} fewer so far in {year}", -found.lately, year=found.years[-1].year
    )
    return f"{said}, {more if found.lately > 0 else fewer}"


def notes(found: Members, say: Language) -> Iterator[str]:
    """What the register leaves open of how the number changed."""
    told, doubts = found.growth, found.doubts
    if told.told == "dates" and told.years[0].left is None:
        yield say(
            "The register names nobody who left before {year}: earlier years would hold only those who stayed.",
            year=told.years[0].year + 1,
        )
    if told.told == "registers":
        yield say("The members' dates do not tell earlier years: each figure is what the register of its day counted.")
    if told.told == "joins":
        yield say("Joining years of today's members alone: who joined then and has left since is in no figure.")
        yield what_to_add(say)
        first = told.years[0].year
        earlier = sum(1 for row in found.now if row["joined"] and int(row["joined"][:4]) < first)
        if earlier:
            yield say.plural("{n} joined before {year}.", "{n} joined before {year}.", earlier, year=first)
    if doubts.undated and told.told in ("dates", "joins"):
        yield say.plural(
            "{n} member without a joining day counts as a member, but not as joined.",
            "{n} members without a joining day count as members, but not as joined.",
            doubts.undated,
        )
    if doubts.leaving:
        yield say.plural(
            "{n} member has a leaving day to come and counts until then.",
            "{n} members have a leaving day to come and count until then.",
            doubts.leaving,
        )
    if doubts.joining:
        yield say.plural("{n} joins later and is not counted.", "{n} join later and are not counted.", doubts.joining)
    if doubts.turned:
        yield say.plural(
            "{n} row that left before it joined is left out: check its days.",
            "{n} rows that left before they joined are left out: check their days.",
            doubts.turned,
        )


def attribute_named(by: str, say: Language) -> str:
    """An attribute within a sentence: English writes it small there, German never."""
    return inside_sentence(say.both(attribute_of(by).label), say)


def what_to_add(say: Language) -> str:
    """What the register must hold so that the change of the number can be told."""
    joined, left = (say.both(REGISTERS[KIND].field(name).label) for name in ("joined", "left"))
    return say(
        "With the columns “{joined}” and “{left}”, former members among its rows, the register tells how the number"
        " changes.", joined=joined, left=left,
    )  # fmt: skip


def register_sources(store: Store, found: Members, say: Language) -> tuple[Source, ...]:
    """The register that the figures come from."""
    return sources(store, KIND, found.rows, say)
