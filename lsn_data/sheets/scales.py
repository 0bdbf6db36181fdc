"""In which words do people rate: which scales are there, from low to high, and what stands outside of them?

Two kinds are declared. A *listed* scale names each of its points, as frequencies and marks do. A *family* has a stem
that is denied and strengthened ("eher unzufrieden"): its points follow from the words, so that scales of four, five
or seven points need no list of their own. All is compared after `plain`.
"""

from __future__ import annotations

import re
from typing import Literal

from lsn_data.sheets.declared import Declared, plain

Topic = Literal["", "satisfaction", "services"]


class ListedScale(Declared):
    """A scale by its points, the lowest first; each point by all its names."""

    name: str
    points: tuple[tuple[str, ...], ...]

    def values(self) -> dict[str, int]:
        """The number of each name, 1 for the lowest."""
        return {plain(name): number for number, names in enumerate(self.points, start=1) for name in names}


class Family(Declared):
    """Ratings that share a stem: `stem` is what every point but the middle holds, `denied` what turns it round."""

    name: str
    stem: str
    denied: str


FAMILIES = (
    Family(
        name="satisfaction",
        stem=r"zufrieden|satisf",
        denied=r"unzufrieden|dissatisf|unsatisf|\bnicht\b|\bnot\b|\bwenig(?:er)?\b|\bkaum\b",
    ),
    Family(
        name="agreement",
        stem=r"\bstimm|zustimm|\bagree|disagree|\btrifft\b|zutreffend|\bappl",
        denied=r"\bnicht\b|\bnot\b|disagree|\blehne\b|\bwenig(?:er)?\b|\bkaum\b|keinesfalls",
    ),
    Family(
        name="importance",
        stem=r"wichtig|important|\bimportance\b",
        denied=r"unwichtig|unimportant|\bnicht\b|\bnot\b|\bwenig(?:er)?\b|\bkaum\b|\bless\b",
    ),
    Family(
        name="likelihood",
        stem=r"wahrscheinlich|\blikely\b|\bunlikely\b",
        denied=r"unwahrscheinlich|\bunlikely\b|\bnicht\b|\bnot\b|\bwenig(?:er)?\b|\bkaum\b",
    ),
    Family(
        name="usefulness",
        stem=r"hilfreich|nützlich|\bhelpful\b|\buseful\b|\bunhelpful\b|\buseless\b",
        denied=r"unnütz|\bnicht\b|\bnot\b|\bunhelpful\b|\buseless\b|\bwenig(?:er)?\b|\bkaum\b",
    ),
)
# How strongly a stem is said or denied: what holds none of these words is plain (2).
STRENGTHS = (
    (1, re.compile(r"\b(?:eher|somewhat|slightly|rather|teilweise|etwas|einigermaßen|weniger|less|tend)\b")),
    (4, re.compile(r"\b(?:extremely|äußerst|absolut|absolutely|completely|totally|vollkommen|vollständig|höchst)\b")),
    (3, re.compile(r"\b(?:sehr|voll|völlig|überhaupt|gar|very|strongly|fully|at all|ganz|highly|keinesfalls)\b")),
)
MIDDLE = re.compile(
    r"^(?:teils(?: teils)?|neutral|weder noch|weder .+|neither(?: .+)?|mittel(?:mäßig)?|unentschieden|undecided"
    r"|unentschlossen|neither nor|so lala|ok|okay|indifferent|partly(?: .+)?|trifft teils .+|stimme teils .+)$"
)
# Scales whose points are named one by one. The usual ones first: the first that holds all answers is taken.
LISTED = (
    ListedScale(
        name="importance in steps",
        points=(
            ("not at all important", "gar nicht wichtig", "überhaupt nicht wichtig"),
            ("slightly important", "kaum wichtig"),
            ("moderately important", "mittelmäßig wichtig", "mäßig wichtig"),
            ("very important", "ziemlich wichtig"),
            ("extremely important", "äußerst wichtig"),
        ),
    ),
    ListedScale(
        name="quality",
        points=(
            ("sehr schlecht", "very poor", "very bad", "terrible"),
            ("schlecht", "eher schlecht", "poor", "bad"),
            ("mittelmäßig", "mittel", "teils teils", "average", "neutral", "ok", "okay", "neither good nor poor"),
            ("gut", "eher gut", "good"),
            ("sehr gut", "very good"),
        ),
    ),
    ListedScale(
        name="excellence",
        points=(("poor",), ("fair",), ("good",), ("very good",), ("excellent",)),
    ),
    ListedScale(
        name="school marks",
        points=(
            ("ungenügend",), ("mangelhaft",), ("ausreichend",), ("befriedigend",), ("gut",), ("sehr gut",),
        ),
    ),
    ListedScale(
        name="frequency",
        points=(
            ("nie", "niemals", "never", "gar nicht", "noch nie"),
            ("selten", "rarely", "seldom"),
            ("manchmal", "gelegentlich", "sometimes", "occasionally", "ab und zu"),
            ("oft", "häufig", "often", "frequently", "regelmäßig", "regularly"),
            ("immer", "sehr oft", "sehr häufig", "always", "very often"),
        ),
    ),
    ListedScale(
        name="extent",
        points=(
            ("gar nicht", "überhaupt nicht", "not at all"),
            ("wenig", "kaum", "a little", "slightly", "ein wenig"),
            ("mittelmäßig", "teilweise", "mittel", "somewhat", "moderately", "teils teils"),
            ("ziemlich", "überwiegend", "quite a bit", "mostly", "quite", "stark"),
            ("sehr", "voll und ganz", "sehr stark", "very much", "extremely", "a great deal", "völlig"),
        ),
    ),
    ListedScale(
        name="level",
        points=(
            ("sehr niedrig", "sehr gering", "very low"),
            ("niedrig", "gering", "low"),
            ("mittel", "medium", "moderate", "average"),
            ("hoch", "high"),
            ("sehr hoch", "very high"),
        ),
    ),
)  # fmt: skip
OUTSIDE = frozenset(
    plain(words)
    for words in (
        "weiß nicht", "weiss nicht", "weiß ich nicht", "kann ich nicht beurteilen", "nicht beurteilbar",
        "kann ich nicht sagen", "keine Meinung", "keine Erfahrung", "nicht genutzt", "nicht bekannt", "nutze ich nicht",
        "kenne ich nicht", "möchte ich nicht sagen", "entfällt", "nicht zutreffend", "don't know", "do not know",
        "dont know", "I don't know", "no opinion", "not used", "never used", "cannot say", "can't say", "cannot judge",
        "not applicable", "not sure", "prefer not to say", "no experience", "unsure", "weiß nicht / keine Angabe",
        "weiß nicht, keine Angabe", "keine Angabe / weiß nicht", "don't know / no answer", "don't know / not used",
        "weiß nicht / nicht genutzt", "not applicable / don't know",
    )
)  # fmt: skip
OUTSIDE_CODES = frozenset((88, 97, 98, 99, 998, 999))

RATES = re.compile(
    r"zufrieden|satisf|bewert|beurteil|einschätz|\brate\b|rating|\bnoten?\b|schulnote|\bmarks?\b|\bgrade|weiterempf"
    r"|recommend|\bskala\b|\bscale\b|stimmen sie|agree|zustimm|wichtig|important|wahrscheinlich|\blikely\b|hilfreich"
    r"|helpful|nützlich|useful|\bsterne\b|\bstars?\b|\bnps\b|likert",
    re.IGNORECASE,
)
COUNTS = re.compile(
    r"wie\s*viele?|how\s+(?:many|much|long|old)|anzahl|number\s+of|\bzahl\s+der|jahre?\b|years?\b|\bseit\b|since"
    r"|wie\s+(?:lange|hoch|oft|alt)|prozent|percent|%|\bumsatz\b|revenue|turnover|\beuro\b|€|headcount|beschäftigte",
    re.IGNORECASE,
)
SCHOOL = re.compile(r"schulnoten?|\bschool\s+(?:marks?|grades?)|\bnoten?\s+(?:von\s+)?1\b", re.IGNORECASE)
RECOMMENDS = re.compile(r"weiterempf|empfehlen|recommend|\bnps\b", re.IGNORECASE)
OVERALL = re.compile(
    r"insgesamt|gesamtzufrieden|gesamtbewertung|gesamturteil|alles in allem|im (?:großen und )?ganzen|\boverall\b"
    r"|all in all|on the whole|in general|im allgemeinen",
    re.IGNORECASE,
)
DATED = re.compile(r"\bdatum\b|\bdate\b|\bwann\b|\bwhen\b|\bzeitpunkt\b|\btermin\b|\bstichtag\b", re.IGNORECASE)
_BEST = re.compile(
    r"\b(?:sehr gut|am besten|beste[nrs]?|best|hoch|höchste[nrs]?|high|highest|top|excellent|gut|good)\b"
)
_WORST = re.compile(
    r"\b(?:schlecht(?:este[nrs]?)?|worst|poor|bad|niedrig(?:ste[nrs]?)?|gering|low|lowest|ungenügend|mangelhaft|never|nie)\b"
)

_TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("satisfaction", re.compile(r"zufrieden|satisf|weiterempf|recommend|\bnps\b|happy\s+with", re.IGNORECASE)),
    (
        "services",
        re.compile(
            r"genutzt|\bnutz(?:en|ung|t)\b|in\s+anspruch|\bused\b|\buse\s+of\b|do\s+you\s+use|teilgenommen|besucht"
            r"|attended|took\s+part|taken\s+part|dienstleistungen|unserer\s+(?:angebote|leistungen|services)"
            r"|our\s+(?:services|offers)",
            re.IGNORECASE,
        ),
    ),
)


def topic_of(words: str, rating: bool) -> Topic:
    """What a question is about, where its words say so: a rating may be of satisfaction, all else of services used.

    >>> topic_of("Wie zufrieden sind Sie mit unserer Beratung?", True), topic_of("Which services have you used?", False)
    ('satisfaction', 'services')
    """
    wanted = "satisfaction" if rating else "services"
    return next((name for name, said in _TOPICS if name == wanted and said.search(words)), "")


def strength_of(family: Family, said: str) -> int | None:
    """How far a plain label lies from the middle, below it negative; None if it is no word of the family.

    >>> [strength_of(FAMILIES[0], text) for text in ("sehr zufrieden", "eher unzufrieden", "teils teils", "teuer")]
    [3, -1, 0, None]
    """
    if MIDDLE.match(said):
        return 0
    if not re.search(family.stem, said):
        return None
    strength = next((number for number, words in STRENGTHS if words.search(said)), 2)
    return -strength if re.search(family.denied, said) else strength


def leaning(words: str) -> int:
    """Do words name the good end (1), the bad one (-1), or neither (0)?

    >>> leaning("sehr unzufrieden"), leaning("very good"), leaning("Hamburg"), leaning("stimme voll zu")
    (-1, 1, 0, 1)
    """
    said = plain(words)
    for family in FAMILIES:
        strength = strength_of(family, said)
        if strength:
            return 1 if strength > 0 else -1
    return -1 if _WORST.search(said) else 1 if _BEST.search(said) else 0
