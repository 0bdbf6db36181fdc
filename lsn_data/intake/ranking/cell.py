"""Which column is a list of items in order? Few items, none twice in a cell, in an order that differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lsn_data.intake.cells import is_nothing, text_of
from lsn_data.intake.ranking.block import ENOUGH, Block, known_order
from lsn_data.intake.report import Shape
from lsn_data.intake.table import Frame, Heading
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import FEWEST_ITEMS, MOST_ITEMS, item_of

SURELY_TOGETHER = 6
RANKING_WORDS = re.compile(
    r"rang|rank|\bprio|priorit|reihenfolge|\border\b|sortier|wichtig|\bplatz|most important|bring.*in eine",
    re.IGNORECASE,
)
_SEPARATORS = (";", "\n", "|", " > ", ", ", ",", " ")


def cell_blocks(frame: Frame, candidates: Sequence[Heading]) -> Iterator[Block]:
    for heading in candidates:
        texts = [text_of(cell) for cell in frame.column(heading.index) if not is_nothing(cell)]
        block = next((b for sign in _SEPARATORS if (b := _cell_block(heading, texts, sign))), None)
        if block:
            yield block


def _cell_block(heading: Heading, texts: Sequence[str], separator: str) -> Block | None:
    """One column of lists: few items, none twice in a list, and an order that differs between the rows."""
    if sum(separator in text for text in texts) < 0.5 * len(texts):
        return None
    if any(plain(text) == plain(heading.label) for text in texts):
        return None
    together = _held_together([split_cell(text, separator) for text in texts], separator)
    lists = [split_cell(text, separator, together) for text in texts]
    lists = [parts for parts in lists if len(parts) > 1]
    if not lists or len(lists) < 0.5 * len(texts):
        return None
    labels = {plain(part): part for parts in lists for part in parts}
    if not FEWEST_ITEMS <= len(labels) <= MOST_ITEMS:
        return None
    if sum(len({plain(p) for p in parts}) == len(parts) for parts in lists) < ENOUGH * len(lists):
        return None
    says_ranking = bool(RANKING_WORDS.search(heading.text))
    length = sum(len(parts) for parts in lists) / len(lists) / len(labels)
    if not (says_ranking or length >= ENOUGH) or (_one_order(lists) and not (says_ranking and length == 1)):
        return None
    shape: Shape = "numbered cell" if _numbered(texts, separator) else "ordered cell"
    return Block(shape, heading.text, (heading,), tuple(sorted(labels.values(), key=known_order)), separator)


def split_cell(text: str, separator: str, labels: Sequence[str] = ()) -> list[str]:
    """The items of a cell in their order; leading numbers (`1: A`) decide where there are some.

    Labels that hold the separator themselves are kept whole.

    >>> split_cell("A;B;", ";"), split_cell("2: A|1: B", "|"), split_cell("A, B, C", ", ", ["A, B"])
    (['A', 'B'], ['B', 'A'], ['A, B', 'C'])
    """
    parts = [part.strip() for part in text.split(separator) if part.strip()]
    numbered = [re.match(r"^(\d{1,2})\s*[:.)]\s*(.+)$", part, re.DOTALL) for part in parts]
    if parts and all(numbered):
        pairs = sorted((int(match[1]), match[2].strip()) for match in numbered if match)
        return [label for _, label in pairs]
    for label in labels:
        words = [part.strip() for part in label.split(separator) if part.strip()]
        for at in range(len(parts) - len(words) + 1 if len(words) > 1 else 0):
            if parts[at : at + len(words)] == words:
                parts[at : at + len(words)] = [label]
    return parts


def _held_together(lists: Sequence[Sequence[str]], separator: str) -> list[str]:
    """Items that hold the separator: parts that always stand side by side, in many lists, are one item's words."""
    follows: dict[str, set[str]] = {}
    leads: dict[str, set[str]] = {}
    for parts in lists:
        for first, second in pairwise(("", *parts, "")):
            follows.setdefault(first, set()).add(second)
            leads.setdefault(second, set()).add(first)
    seen = Counter(part for parts in lists for part in parts)
    starts = {first: next(iter(nexts)) for first, nexts in follows.items() if first and len(nexts) == 1}
    links = {
        first: second
        for first, second in starts.items()
        if second
        and leads[second] == {first}
        and seen[first] >= SURELY_TOGETHER
        and not (item_of(first) and item_of(second))
    }
    chains = []
    for first in links.keys() - set(links.values()):
        chain = [first]
        while chain[-1] in links and len(chain) < MOST_ITEMS:
            chain.append(links[chain[-1]])
        chains.append(separator.join(chain))
    return chains


def _numbered(texts: Sequence[str], separator: str) -> bool:
    return all(re.match(r"^\d{1,2}\s*[:.)]", part.strip()) for part in texts[0].split(separator) if part.strip())


def _one_order(lists: Sequence[Sequence[str]]) -> bool:
    """Do all lists keep one order? Then they are ticks in the form's order, not a ranking."""
    before: Counter[tuple[str, str]] = Counter()
    for parts in lists:
        before.update(pairwise(plain(part) for part in parts))
    turned = sum(1 for first, second in before if (second, first) in before)
    return len(lists) > 1 and turned == 0 and not _has_cycle(before)


def _has_cycle(before: Counter[tuple[str, str]]) -> bool:
    """Can following "comes before" lead back to the start? Then no single order explains the lists."""
    after: dict[str, set[str]] = {}
    for first, second in before:
        after.setdefault(first, set()).add(second)
    waiting = dict(after)
    while True:
        ends = [name for name, nexts in waiting.items() if not nexts & waiting.keys()]
        if not ends:
            return bool(waiting)
        for name in ends:
            del waiting[name]
