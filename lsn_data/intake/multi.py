"""Could several answers be chosen? One column an option with ticks, or all options in one cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lsn_data.intake.cells import NO, YES
from lsn_data.sheets.declared import plain

MOST_OPTIONS = 40
LONGEST_OPTION = 120
SURELY_TOGETHER = 6
_TICKS = YES | {"quoted", "genannt", "gewählt", "ausgewählt", "angekreuzt", "•", "●", "☑", "☒", "√", "+"}
_NO_TICKS = NO | {"0", "not quoted", "nicht genannt", "nicht gewählt", "nicht ausgewählt", "☐", "○"}
_SIGNS = (";", "\n", "|", " / ", ", ", ",", " ")
_NAME = re.compile(r"^[a-z0-9][a-z0-9_.-]*$")
_SEVERAL = re.compile(
    r"mehrfach|mehrere\s+antwort|mehreres|alles?\s+zutreffende|all\s+that\s+apply|multiple|select\s+all|check\s+all",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Joined:
    """Cells that hold several options: what each text lists, and the options, the most chosen first."""

    lists: Mapping[str, tuple[str, ...]]
    options: tuple[str, ...]


def ticked(text: str, own: Iterable[str], coded: bool = False) -> bool | None:
    """Does a cell say that its option is chosen? None if it is no tick. `own`: what the option is called, made plain.

    `coded`: 1 stands for not chosen and 2 for chosen.

    >>> ticked("x", ()), ticked("Nein", ()), ticked("Events", {"events"}), ticked("2", (), True), ticked("2", ())
    (True, False, True, True, None)
    """
    said = text.casefold()
    if coded and said in ("1", "2"):
        return said == "2"
    if said in _TICKS:
        return True
    if said in _NO_TICKS:
        return False
    return True if len(text) <= LONGEST_OPTION and plain(text) in own else None


def joined_of(answers: Mapping[str, int], words: str, sure: bool = False) -> Joined | None:
    """The options of a column whose cells may hold several; None if each cell is one answer, or free text.

    >>> joined_of({"A;B;": 3, "B;": 2, "A;": 4}, "").lists["A;B;"]
    ('A', 'B')
    >>> joined_of({"Ja, unbedingt": 5, "Nein, eher nicht": 3, "Vielleicht": 2}, "") is None
    True
    """
    hinted = sure or bool(_SEVERAL.search(words))
    found = next((one for sign in _SIGNS if (one := _joined_by(sign, answers, hinted and sign != " "))), None)
    return found or (Joined({text: (text,) for text in answers}, tuple(answers)) if sure else None)


def _joined_by(sign: str, answers: Mapping[str, int], hinted: bool) -> Joined | None:
    if not any(sign in text for text in answers):
        return None
    lists = _without_chains({text: _parts(text, sign) for text in answers}, sign, answers)
    lists = {text: parts for text, parts in lists.items() if parts}
    ends_with_sign = all(text.rstrip().endswith(";") for text in answers) and sign == ";"
    count = sum(answers.values())
    several = sum(n for text, n in answers.items() if len(lists.get(text, ())) > 1)
    if not several or (several < 0.1 * count and not (hinted or ends_with_sign)):
        return None
    mentions: Counter[str] = Counter()
    for text, parts in lists.items():
        for part in parts:
            mentions[part] += answers[text]
    if not _are_options(sign, lists, mentions, hinted or ends_with_sign):
        return None
    ordered = tuple(part for part, _ in sorted(mentions.items(), key=lambda one: (-one[1], one[0])))
    return Joined({text: tuple(dict.fromkeys(parts)) for text, parts in lists.items()}, ordered)


def _are_options(sign: str, lists: Mapping[str, Sequence[str]], mentions: Counter[str], hinted: bool) -> bool:
    """Few short texts that come back again and again, hardly ever twice in a cell."""
    if not 2 <= len(mentions) <= MOST_OPTIONS or any(len(part) > LONGEST_OPTION for part in mentions):
        return False
    if sign == " " and not all(_NAME.match(part) for part in mentions):
        return False
    twice = sum(1 for parts in lists.values() if len(set(parts)) < len(parts))
    often = sum(n for n in mentions.values() if n > 1)
    return twice <= 0.05 * len(lists) and (hinted or often >= 0.8 * sum(mentions.values()))


def _parts(text: str, sign: str) -> list[str]:
    """The parts of a cell; a sign within brackets does not part.

    >>> _parts("Advice (funding, law), Events", ", ")
    ['Advice (funding, law)', 'Events']
    """
    parts: list[str] = []
    for part in text.split(sign):
        if parts and parts[-1].count("(") > parts[-1].count(")"):
            parts[-1] += sign + part
        else:
            parts.append(part)
    return [part.strip() for part in parts if part.strip()]


def _without_chains(lists: dict[str, list[str]], sign: str, answers: Mapping[str, int]) -> dict[str, list[str]]:
    """Options that hold the sign themselves are put together again: "Ja, unbedingt", "Rat, Tat und Hilfe".

    Two parts are one option if the second never stands without the first before it, and either goes on in small
    letters, or the first never stands without it either (seen often enough).
    """
    if sign == " ":
        return lists
    before: dict[str, set[str]] = {}
    after: dict[str, set[str]] = {}
    seen: Counter[str] = Counter()
    for text, parts in lists.items():
        for first, second in pairwise(("", *parts, "")):
            after.setdefault(first, set()).add(second)
            before.setdefault(second, set()).add(first)
        for part in parts:
            seen[part] += answers[text]
    small = any(part[0].isupper() for part in seen)
    tied = {
        second
        for second, firsts in before.items()
        if second and len(firsts) == 1 and "" not in firsts
        and (
            (small and second[0].islower())
            or (len(after[next(iter(firsts))]) == 1 and seen[second] >= SURELY_TOGETHER)
        )
    }  # fmt: skip
    return {text: _tied(parts, tied, sign) for text, parts in lists.items()} if tied else lists


def _tied(parts: Sequence[str], tied: set[str], sign: str) -> list[str]:
    whole: list[str] = []
    for part in parts:
        if whole and part in tied:
            whole[-1] += sign + part
        else:
            whole.append(part)
    return whole
