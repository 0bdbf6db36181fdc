"""How are the figures of the further questions computed? In plain words, each with the source of its formula."""

from __future__ import annotations

from lsn_data.exhibit import Method
from lsn_data.language import Language


def of_ratings(say: Language, changed: bool = False) -> tuple[Method, ...]:
    """The figures of ratings; `changed`: also those of a change since the wave before."""
    return (
        Method(
            say("Range of a mean"),
            say(
                "The mean plus and minus t times its standard error, narrowed by the share of the members that was"
                " heard; it never leaves the scale. Who cannot tell is heard, but is in no mean."
            ),
            "Student 1908; Cochran 1977",
        ),
        *of_shares(say),
        Method(
            say("What leads"),
            say(
                "Two offers are told apart by those who rated both, all pairs together with 95% confidence: as the"
                " plausible places of the themes."
            ),
            "Mogstad, Romano, Shaikh, Wilhelm 2024",
        ),
        *((_change(say, "Welch 1947"),) if changed else ()),
    )


def of_shares(say: Language, changed: bool = False) -> tuple[Method, ...]:
    """The figures of choices."""
    return (
        Method(
            say("Range of a share"),
            say(
                "The score interval; the answers count like as many as a sample drawn with return would need, since the"
                " membership is small."
            ),
            "Wilson 1927; O'Neill 2021",
        ),
        *((_change(say, "Newcombe 1998"),) if changed else ()),
    )


def of_groups(say: Language) -> tuple[Method, ...]:
    """What tells groups apart."""
    return (
        Method(
            say("Differences between groups"),
            say(
                "The answers are dealt out at random to groups of the same sizes; a difference is told where fewer than"
                " 5 in 100 deals come out as far apart, held over all rows."
            ),
            "Fisher 1935; Holm 1979",
        ),
        Method(
            say("A difference that would have shown"),
            say("The gap between the two largest groups that four of five such surveys would find."),
            "Cohen 1988",
        ),
    )


def _change(say: Language, source: str) -> Method:
    return Method(
        say("Change since the wave before"),
        say(
            "Both waves are taken as drawn apart. Who answered both times makes the range narrower than shown, as long"
            " as views last."
        ),
        source,
    )
