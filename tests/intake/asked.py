"""One latent questionnaire in the writing of every tool: whatever the writing, the same answers must come out."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lsn_data.sheets.survey import ITEMS, RANKING_QUESTION

SATISFIED = "Wie zufrieden sind Sie mit folgenden Angeboten?"
ROWS = ("Veranstaltungen & Netzwerk", "Beratung und Service", "Kommunikation")
POINTS = ("sehr unzufrieden", "eher unzufrieden", "teils/teils", "eher zufrieden", "sehr zufrieden")
DONT_KNOW = "weiß nicht"
USED = "Welche unserer Angebote haben Sie genutzt?"
OFFERS = ("Clusterkonferenz", "Arbeitsgruppen", "Rat, Tat und Hilfe", "Newsletter", "Delegationsreisen")
HEARD = "Wie sind Sie auf uns aufmerksam geworden?"
WAYS = ("Empfehlung", "Messe", "Internet")
OTHER = "Sonstiges"
YEARS = "Seit wie vielen Jahren ist Ihre Organisation Mitglied?"
SINCE = "Wann haben Sie zuletzt teilgenommen?"
COMMENT = "Haben Sie weitere Anmerkungen?"
Rows = list[list[object]]


@dataclass(frozen=True)
class Person:
    """What somebody thinks: `rated` is 1–5, 0 for "don't know", None for nothing; `used` None for not shown."""

    places: tuple[int, ...]
    rated: tuple[int | None, ...]
    used: tuple[int, ...] | None
    heard: str | None
    typed: str
    years: float | None
    since: str
    comment: str


def people(count: int = 48, seed: int = 3) -> list[Person]:
    """So many people; some skip a question, some chose nothing, some typed another answer."""
    chance = random.Random(seed)
    return [_person(chance, number) for number in range(count)]


def _person(chance: random.Random, number: int) -> Person:
    typed = chance.choice(["Presse", "Nachbarn", "Zeitung"]) if number % 9 == 4 else ""
    return Person(
        places=tuple(chance.sample(range(1, 8), 7)),
        rated=tuple(chance.choice([1, 2, 3, 4, 4, 5, 5, 0, None]) for _ in ROWS),
        used=None if number % 11 == 7 else tuple(n for n in range(5) if chance.random() < 0.5) or (3,),
        heard=None if number % 10 == 8 else OTHER if typed else chance.choice(WAYS),
        typed=typed,
        years=None if number % 12 == 5 else round(chance.random() * 20 * 2) / 2,
        since="" if number % 6 == 2 else f"2025-{1 + number % 12:02}-{1 + number % 28:02}",
        comment=f"Anmerkung Nummer {number} zu diesem und jenem" if number % 4 == 0 else "",
    )


# how each tool writes one question: headings and cells ---------------------------------------------------------------

Block = tuple[list[str], Callable[[Person], list[object]]]


def point(rated: int | None) -> str:
    return "" if rated is None else DONT_KNOW if rated == 0 else POINTS[rated - 1]


def array(heading: Callable[[str], str], cell: Callable[[int | None], object] = point) -> Block:
    return [heading(row) for row in ROWS], lambda one: [cell(rated) for rated in one.rated]


def ticks(heading: Callable[[str], str], yes: str | None, no: str = "", never: str = "") -> Block:
    """`yes` None: the cell repeats the option."""

    def cells(one: Person) -> list[object]:
        if one.used is None:
            return [never] * 5
        return [(yes or offer) if n in one.used else no for n, offer in enumerate(OFFERS)]

    return [heading(offer) for offer in OFFERS], cells


def joined(join: Callable[[list[str]], str], heading: str = USED) -> Block:
    return [heading], lambda one: [join([OFFERS[n] for n in one.used]) if one.used else ""]


def single(main: str = HEARD, other: str | None = None, marked: bool = True) -> Block:
    """With a column for what was typed, or the typed text in the place of the answer."""
    if other is None:
        return [main], lambda one: [one.typed or one.heard or ""]
    return [main, other], lambda one: [(one.heard or "") if marked or not one.typed else "", one.typed]


def value(heading: str, cell: Callable[[Person], object]) -> Block:
    return [heading], lambda one: [cell(one)]


def ranking(heading: Callable[[str], str]) -> Block:
    return [heading(item.de) for item in ITEMS], lambda one: list(one.places)


def number(one: Person) -> object:
    return "" if one.years is None else f"{one.years:g}".replace(".", ",")


def german(one: Person) -> str:
    return ".".join(reversed(one.since.split("-"))) if one.since else ""


REST = (
    value(YEARS, number),
    value(SINCE, lambda one: one.since),
    value(COMMENT, lambda one: one.comment),
)


def sheet(made: Sequence[Person], own: Sequence[str], *blocks: Block) -> Rows:
    """One heading row; `own` are the tool's bookkeeping columns, filled with their row's number."""
    head: list[object] = [*own, *(name for names, _ in blocks for name in names)]
    return [head, *([*[n] * len(own), *(c for _, of in blocks for c in of(one))] for n, one in enumerate(made, 1))]


def bracketed(question: str) -> Callable[[str], str]:
    return lambda label: f"{question} [{label}]"


def limesurvey(made: Sequence[Person]) -> Rows:
    own = ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache"]
    return sheet(
        made, own, ranking(bracketed(RANKING_QUESTION[1])), array(bracketed(SATISFIED)),
        ticks(bracketed(USED), "Ja", "Nein", "N/A"), single(HEARD, f"{HEARD} [Sonstiges]"), *REST,
    )  # fmt: skip


def limesurvey_code_and_text(made: Sequence[Person]) -> Rows:
    own = ["id. Antwort ID", "submitdate. Datum Abgeschickt", "lastpage. Letzte Seite", "startlanguage. Start-Sprache"]
    return sheet(
        made, own, ranking(lambda label: f"G01Q01[{label[:3]}]. {RANKING_QUESTION[1]} [{label}]"),
        array(lambda label: f"G02Q01[SQ{ROWS.index(label):03}]. {SATISFIED} [{label}]"),
        ticks(lambda label: f"G02Q02[SQ{OFFERS.index(label):03}]. {USED} [{label}]", "Y"),
        single(f"G02Q03. {HEARD}", f"G02Q03[other]. {HEARD} [Sonstiges]"), *REST,
    )  # fmt: skip


def surveymonkey(made: Sequence[Person]) -> Rows:
    """Two heading rows: the question once, then its items."""
    blocks = (
        (RANKING_QUESTION[1], ranking(str)), (SATISFIED, array(str)), (USED, ticks(str, None)),
        (HEARD, single("Response", "Sonstiges (bitte angeben)", marked=False)),
        *((names[0], (["Response"], cells)) for names, cells in REST),
    )  # fmt: skip
    below = sheet(made, ["", ""], *(block for _, block in blocks))
    above: list[object] = ["Respondent ID", "Collector ID"]
    for question, (names, _) in blocks:
        above += [question, *[""] * (len(names) - 1)]
    return [above, *below]


def msforms(made: Sequence[Person]) -> Rows:
    own = ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"]
    rows = sheet(
        made, own, ranking(str), array(str), joined(lambda parts: "".join(f"{one};" for one in parts)), single(), *REST
    )
    return [rows[0], *([row[0], "", "", "anonymous", "", *row[5:]] for row in rows[1:])]


def googleforms(made: Sequence[Person]) -> Rows:
    return sheet(
        made, ["Zeitstempel"], ranking(bracketed(RANKING_QUESTION[1])), array(bracketed(SATISFIED)),
        joined(", ".join), single(), *REST,
    )  # fmt: skip


def qualtrics(made: Sequence[Person]) -> Rows:
    rows = sheet(
        made, ["Start Date", "End Date", "Response ID"], ranking(lambda label: f"{RANKING_QUESTION[1]} - {label}"),
        array(lambda label: f"{SATISFIED} - {label}"), ticks(lambda label: f"{USED} - Selected Choice - {label}", None),
        single(f"{HEARD} - Selected Choice", f"{HEARD} - Sonstiges - Text"), *REST,
    )  # fmt: skip
    counts = {"Q1": 7, "Q2": 3, "Q3": 5}
    codes = [f"{code}_{n}" for code, count in counts.items() for n in range(1, count + 1)]
    names = ["StartDate", "EndDate", "ResponseId", *codes, "Q4", "Q4_4_TEXT", "Q5", "Q6", "Q7"]
    return [names, rows[0], [f'{{"ImportId":"{name}"}}' for name in names], *rows[1:]]  # type: ignore[list-item]


def sosci(made: Sequence[Person]) -> Rows:
    """Two heading rows: variables, then labels; ratings as numbers, 1 and 2 for no and yes, -9 for nothing."""
    rows = sheet(
        made, ["Interview-Nummer (fortlaufend)", "Fragebogen", "Modus", "Beginn"],
        ranking(lambda label: f"Themen: {label}"),
        array(lambda label: f"{SATISFIED[:-1]}: {label}", lambda rated: -9 if rated is None else rated or -1),
        ticks(lambda label: f"{USED[:-1]}: {label}", "2", "1", "-9"), single(HEARD, f"{HEARD[:-1]}: Sonstiges"), *REST,
    )  # fmt: skip
    counts = {"TH01": 7, "ZU01": 3, "AN01": 5}
    codes = [f"{code}_{n:02}" for code, count in counts.items() for n in range(1, count + 1)]
    return [["CASE", "QUESTNNR", "MODE", "STARTED", *codes, "WE01", "WE01_04", "JA01_01", "SE01_01", "KO01_01"], *rows]


def alchemer(made: Sequence[Person]) -> Rows:
    return sheet(
        made, ["Response ID", "Time Started", "Date Submitted"],
        ranking(lambda label: f"{label}:{RANKING_QUESTION[1]}"),
        array(lambda label: f"{label}:{SATISFIED}"), ticks(lambda label: f"{label}:{USED}", None),
        single(HEARD, f"Sonstiges:{HEARD}"), *REST,
    )  # fmt: skip


def typeform(made: Sequence[Person]) -> Rows:
    """Options and statements are headed by themselves alone."""
    return sheet(
        made, ["#"], ranking(str), array(str), ticks(str, None), single(), *REST, value("Network ID", lambda _: "")
    )


def typeform_later(made: Sequence[Person]) -> Rows:
    return sheet(made, ["#"], ranking(str), array(str), joined(" / ".join), single(), *REST)


def tally(made: Sequence[Person]) -> Rows:
    return sheet(
        made, ["Submission ID", "Respondent ID", "Submitted at"], ranking(lambda label: f"Rang ({label})"),
        array(lambda label: f"{SATISFIED} ({label})"), joined(", ".join),
        ticks(lambda label: f"{USED} ({label})", "TRUE", "FALSE"), single(), *REST,
    )  # fmt: skip


def jotform(made: Sequence[Person]) -> Rows:
    return sheet(
        made, ["Submission Date"], ranking(lambda label: f"{RANKING_QUESTION[1]} >> {label}"),
        array(lambda label: f"{SATISFIED} >> {label}"), joined("\n".join), single(), *REST,
    )  # fmt: skip


def kobo(made: Sequence[Person]) -> Rows:
    """The labels in one cell, joined by spaces, and a column an option with 1 or 0, all empty if not answered."""
    return sheet(
        made, ["start", "end", "_id", "_uuid"], ranking(str), array(str), joined(" ".join),
        ticks(lambda label: f"{USED}/{label}", "1", "0"), single(HEARD, f"{HEARD}: Sonstiges"), *REST,
    )  # fmt: skip


def by_hand(made: Sequence[Person]) -> Rows:
    """Headings over several columns, numbers for ratings, crosses for choices, German dates."""
    ends = "Zufriedenheit (1 = sehr unzufrieden … 5 = sehr zufrieden)"
    rows = sheet(
        made, ["Nr."], ranking(str), array(str, lambda rated: "weiß nicht" if rated == 0 else rated or "–"),
        ticks(str, "x"), single(HEARD, f"{HEARD} – Sonstiges"), REST[0], value(SINCE, german), REST[2],
    )  # fmt: skip
    above = ["", RANKING_QUESTION[1], *[""] * 6, ends, "", "", USED, *[""] * 4, "Weiteres", *[""] * 4]
    return [above, *rows]  # type: ignore[list-item]


WRITINGS: dict[str, Callable[[Sequence[Person]], Rows]] = {
    writing.__name__: writing
    for writing in (
        limesurvey, limesurvey_code_and_text, surveymonkey, msforms, googleforms, qualtrics, sosci, alchemer, typeform,
        typeform_later, tally, jotform, kobo, by_hand,
    )
}  # fmt: skip
