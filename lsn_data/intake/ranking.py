"""Where in the table is the ranking? Found by shape and content; theme names are a hint, not a condition.

items         one column an item, the place in the cell
places        one column a place, the item in the cell
ordered cell  one cell, the items in order (`numbered cell`: with their numbers)

A block counts as a ranking if its rows are permutations, in part or whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lsn_data.intake.cells import Cell, is_nothing, place_of, text_of
from lsn_data.intake.columns import Columns
from lsn_data.intake.report import Shape
from lsn_data.intake.table import Frame, Heading, split_heading
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import FEWEST_ITEMS, ITEMS, MOST_ITEMS, item_of

ENOUGH = 0.8
SURELY_TOGETHER = 6
RANKING_WORDS = re.compile(
    r"rang|rank|\bprio|priorit|reihenfolge|\border\b|sortier|wichtig|\bplatz|most important|bring.*in eine",
    re.IGNORECASE,
)
_SEPARATORS = (";", "\n", "|", " > ", ", ", ",", " ")
_RANK_HEADING = re.compile(
    r"^(?:rank|rang|platz|place|prio|priorität|priority|wahl|choice|position|nr\.?)?\s*(\d{1,2})\.?"
    r"(?:st|nd|rd|th|te|ter|\.)?\s*(?:choice|wahl|platz|place|rang|rank|priorität|priority)?$",
    re.IGNORECASE,
)

_SAYS_RANK = re.compile(r"^(?:rank|rang|platz|place|prio|priorität|priority)\s*\d{1,2}$", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """A ranking found: its shape, its columns, its items as labels (or codes) of the file, the question's words.

    items: one label a column. places, ordered cell: the labels that occur; `separator` parts a cell.
    """

    shape: Shape
    question: str
    columns: tuple[Heading, ...]
    labels: tuple[str, ...]
    separator: str = ""

    @property
    def known(self) -> int:
        """How many labels are declared items."""
        return sum(1 for label in self.labels if item_of(label))


def blocks_of(frame: Frame, columns: Columns) -> list[Block]:
    """Every ranking of the table, left to right."""
    found: list[Block] = []
    for blocks_in in (_numbered_place_blocks, _item_blocks, _place_blocks, _cell_blocks):
        taken = {heading.index for block in found for heading in block.columns}
        free = [h for h in columns.answers if h.index not in taken and h not in columns.free_text]
        found += blocks_in(frame, free)
    return sorted(found, key=lambda block: block.columns[0].index)


# items ---------------------------------------------------------------------------------------------------------------


def _item_blocks(frame: Frame, candidates: Sequence[Heading]) -> Iterator[Block]:
    for run in _runs(candidates, lambda heading: _is_place_column(frame.column(heading.index))):
        yield from _best_windows(frame, run)


def _runs(headings: Sequence[Heading], belongs: Callable[[Heading], bool]) -> Iterator[list[Heading]]:
    """Stretches of neighbouring columns that belong; a column left aside (bookkeeping) ends a stretch."""
    run: list[Heading] = []
    for heading in headings:
        fits = belongs(heading)
        if run and (not fits or heading.index != run[-1].index + 1):
            yield run
            run = []
        if fits:
            run.append(heading)
    if run:
        yield run


def _is_place_column(cells: Sequence[Cell]) -> bool:
    """Nearly all filled cells are places; a column that nobody filled may still be part of a block."""
    filled = [cell for cell in cells if not is_blank_place(cell)]
    places = [place for cell in filled if (place := place_of(cell)) is not None and place <= MOST_ITEMS]
    return len(places) >= ENOUGH * len(filled)


def is_blank_place(cell: Cell) -> bool:
    """No place given: nothing, or a zero."""
    return is_nothing(cell) or (cell.strip() == "0" if isinstance(cell, str) else cell == 0)


def _best_windows(frame: Frame, run: Sequence[Heading]) -> Iterator[Block]:
    """Non-overlapping rankings within a stretch: the one question's columns, most themes named, longest first."""
    windows = [
        run[start : start + length]
        for length in range(min(MOST_ITEMS, len(run)), FEWEST_ITEMS - 1, -1)
        for start in range(len(run) - length + 1)
    ]
    blocks = [_item_block(window) for window in windows if _holds_permutations(frame, window)]
    blocks.sort(key=lambda block: (block.known, _one_question(block), len(block.labels)), reverse=True)
    taken: set[int] = set()
    for block in blocks:
        indexes = {heading.index for heading in block.columns}
        if not indexes & taken:
            taken |= indexes
            yield block


def _item_block(window: Sequence[Heading]) -> Block:
    return Block("items", _question(window), tuple(window), _labels(window))


def _one_question(block: Block) -> bool:
    return len({plain(heading.question) for heading in block.columns}) == 1


def _holds_permutations(frame: Frame, window: Sequence[Heading]) -> bool:
    """Are the rows permutations of 1…k, in part or whole? Some rows may be wrong, most must be right."""
    answered = good = placed = first_or_last = 0
    k = len(window)
    for cells in frame.sample:
        places = [place for h in window if (place := place_of(cells[h.index])) is not None]
        if not places:
            continue
        answered += 1
        placed += len(places)
        whole = len(set(places)) == len(places) and max(places) <= k
        good += whole
        first_or_last += whole and len(places) > 1 and (1 in places or k in places)
    return answered > 0 and good >= ENOUGH * answered and first_or_last >= 0.6 * answered and placed >= 1.5 * answered


def _question(window: Sequence[Heading]) -> str:
    told = Counter(heading.question for heading in window if heading.question)
    return told.most_common(1)[0][0] if told else ""


def _labels(window: Sequence[Heading]) -> tuple[str, ...]:
    """The item labels of a block: the way of parting the headings that names most themes, else what differs."""
    ways = [tuple(heading.text for heading in window), tuple(heading.label for heading in window)]
    splits = [list(split_heading(heading.text)) for heading in window]
    for way in range(min(len(split) for split in splits)):
        ways += [tuple(split[way][1] for split in splits), tuple(split[way][0] for split in splits)]
    best = max(ways, key=lambda labels: sum(1 for label in labels if item_of(label)))
    if any(item_of(label) for label in best):
        return best
    told = tuple(heading.label for heading in window)
    if window[0].question and len({h.question for h in window}) == 1 and len(set(told)) == len(told):
        return told
    return _what_differs([heading.text for heading in window])


def _what_differs(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts less what all begin and end with, cut at word ends; two shared words or fewer belong to the names.

    >>> _what_differs(["Rank: red wine (1-3)", "Rank: white wine (1-3)", "Rank: beer (1-3)"])
    ('red wine', 'white wine', 'beer')
    """
    words = [re.split(r"(\s+)", text.strip()) for text in texts]
    shortest = min(len(one) for one in words)
    head = next((n for n in range(shortest) if len({one[n] for one in words}) > 1), shortest)
    if head <= 4 and not re.search(r"[^\w\s]\s*$", "".join(words[0][:head])):
        head = 0
    tail = next((n for n in range(shortest - head) if len({one[-1 - n] for one in words}) > 1), 0)
    cut = tuple("".join(one[head : len(one) - tail]).strip(" -–:[]") for one in words)
    return cut if all(cut) and len(set(cut)) == len(cut) else tuple(texts)


# places --------------------------------------------------------------------------------------------------------------


def _place_blocks(frame: Frame, candidates: Sequence[Heading]) -> Iterator[Block]:
    """Neighbouring columns headed Rank 1, Rank 2, … that share one small list of items, none twice in a row."""
    stretch: list[Heading] = []
    for heading in (*candidates, None):
        place = _rank_of(heading) if heading else None
        if heading and stretch and place == len(stretch) + 1 and heading.question == stretch[-1].question:
            stretch.append(heading)
            continue
        if len(stretch) >= FEWEST_ITEMS and (block := _place_block(frame, stretch)):
            yield block
        stretch = [heading] if heading and place == 1 else []


def _numbered_place_blocks(frame: Frame, candidates: Sequence[Heading]) -> Iterator[Block]:
    """Columns headed Rank 1, Rank 2, … with numbers in them: the numbers are items, not places."""
    for block in _place_blocks(frame, candidates):
        if all(_SAYS_RANK.match(heading.label) for heading in block.columns) and all(map(str.isdigit, block.labels)):
            yield block


def _rank_of(heading: Heading) -> int | None:
    """The place that a heading stands for: `Rank 3`, `[3]`, `Prio 3`, `3rd choice`, `Third`."""
    match = _RANK_HEADING.match(heading.label.strip())
    return int(match[1]) if match else place_of(heading.label) if heading.label[:1].isalpha() else None


def _place_block(frame: Frame, stretch: Sequence[Heading]) -> Block | None:
    labels: dict[str, str] = {}
    answered = good = 0
    for cells in frame.sample:
        said = [text_of(cells[h.index]) for h in stretch if not is_blank_place(cells[h.index])]
        if not said:
            continue
        answered += 1
        good += len({plain(text) for text in said}) == len(said)
        for text in said:
            labels.setdefault(plain(text), text)
    if not answered or good < ENOUGH * answered or not FEWEST_ITEMS <= len(labels) <= MOST_ITEMS:
        return None
    if all(text.isdigit() for text in labels.values()) and len(labels) < len(stretch):
        return None
    return Block("places", _question(stretch), tuple(stretch), tuple(sorted(labels.values(), key=_known_order)))


def _known_order(label: str) -> tuple[int, str]:
    """Declared items in their order, others behind them by name."""
    item = item_of(label)
    return (ITEMS.index(item) if item else len(ITEMS), plain(label))


# ordered cell --------------------------------------------------------------------------------------------------------


def _cell_blocks(frame: Frame, candidates: Sequence[Heading]) -> Iterator[Block]:
    for heading in candidates:
        texts = [text_of(cell) for cell in frame.column(heading.index) if not is_nothing(cell)]
        block = next((b for sign in _SEPARATORS if (b := _cell_block(heading, texts, sign))), None)
        if block:
            yield block


def _cell_block(heading: Heading, texts: Sequence[str], separator: str) -> Block | None:
    """One column of lists: few items, none twice in a list, and an order that differs between the rows."""
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
    return Block(shape, heading.text, (heading,), tuple(sorted(labels.values(), key=_known_order)), separator)


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
