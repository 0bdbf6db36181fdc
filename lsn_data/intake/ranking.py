"""Where in the table is the ranking? Found by shape and content; theme names are a hint, not a condition.

items         one column an item, the place in the cell
places        one column a place, the item in the cell
ordered cell  one cell, the items in order (`numbered cell`: with their numbers)

A block counts as a ranking if its rows are permutations, in part or whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from lsn_data.intake.cells import Cell, half_of, is_nothing, place_of, says_no_place, text_of, tied_places
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
_ONLY_A_PLACE = re.compile(r"^\s*(?:rang|rank|platz|place|position|prio(?:rität)?|priority)\s*$", re.IGNORECASE)
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
        return len({item.code for label in self.labels if (item := item_of(label))})


def blocks_of(frame: Frame, columns: Columns) -> list[Block]:
    """Every ranking of the table, left to right."""
    found: list[Block] = []
    for blocks_in in (_numbered_place_blocks, _item_blocks, _place_blocks, _cell_blocks):
        taken = {heading.index for block in found for heading in block.columns}
        free = [h for h in columns.answers if h.index not in taken and h not in columns.free_text]
        found += blocks_in(frame, free)
    return sorted(found, key=lambda block: block.columns[0].index)


def names_of(blocks: Sequence[Block]) -> list[str]:
    """What each ranking is called: its question, else its items; the columns are added where two are called alike."""
    names = [block.question or " · ".join(block.labels) for block in blocks]
    return [
        f"{name} ({block.columns[0].index + 1}–{block.columns[-1].index + 1})" if names.count(name) > 1 else name
        for name, block in zip(names, blocks, strict=True)
    ]


def shape_said(frame: Frame, block: Block) -> Shape:
    """The shape that a report names: that of the table if its answers lie another way, else that of the ranking."""
    if frame.lies == "rows":
        return block.shape
    return "long" if frame.lies == "long" else "transposed"


def may_hide_items(frame: Frame, block: Block, places: Sequence[Sequence[int | None]]) -> bool:
    """May there have been items that nobody chose? Only where items stand in cells or rows, and no answer names all."""
    if block.shape == "items" and frame.lies != "long":
        return False
    most = max((sum(place is not None for place in row) for row in places), default=0)
    columns_left = block.shape == "places" and len(block.columns) != len(block.labels)
    return most < len(block.labels) or columns_left


def shared_places(cells: Sequence[Cell]) -> list[int | None]:
    """Places that several items share and that are written as their mean: each takes the better place.

    >>> shared_places([1.5, "1,5", 3, 4.5])
    [1, 1, None, None]
    """
    halves = [half_of(cell) for cell in cells]
    whole = {place_of(cell) for cell in cells}
    return [
        int(half) if half and halves.count(half) > 1 and int(half) not in whole and int(half) + 1 not in whole else None
        for half in halves
    ]


# items ---------------------------------------------------------------------------------------------------------------


def _item_blocks(frame: Frame, candidates: Sequence[Heading]) -> Iterator[Block]:
    named = [heading for heading in candidates if heading.text and not _ONLY_A_PLACE.match(heading.text)]
    fitting = [heading for heading in named if _is_place_column(frame.column(heading.index))]
    gaps = {h.index for h in frame.headings if not h.text and all(is_nothing(c) for c in frame.column(h.index))}
    found: list[Block] = []
    for run in _runs(fitting, gaps):
        found += _best_windows(frame, run)
    yield from found
    if not any(block.known for block in found):
        yield from _scattered(frame, fitting)


def _runs(headings: Sequence[Heading], gaps: Set[int]) -> Iterator[list[Heading]]:
    """Stretches of neighbouring columns; an empty column between two of them is no interruption, any other is."""
    run: list[Heading] = []
    for heading in headings:
        if run and not set(range(run[-1].index + 1, heading.index)) <= gaps:
            yield run
            run = []
        run.append(heading)
    if run:
        yield run


def _scattered(frame: Frame, fitting: Sequence[Heading]) -> Iterator[Block]:
    """The columns of the themes where others stand between them, such as a comment on each theme."""
    named = [heading for heading in fitting if any(map(item_of, _names_in(heading)))]
    codes = [next(item.code for name in _names_in(h) if (item := item_of(name))) for h in named]
    if len(set(codes)) == len(codes) >= FEWEST_ITEMS and _order_in(frame, named):
        yield _item_block(named)


def _names_in(heading: Heading) -> list[str]:
    parts = [part for split in split_heading(heading.text) for part in split]
    return [heading.text, heading.label, *parts]


def _is_place_column(cells: Sequence[Cell]) -> bool:
    """Nearly all filled cells are places; a column that nobody filled may still be part of a block."""
    filled = [cell for cell in cells if not is_blank_place(cell)]
    places = [cell for cell in filled if (place := place_of(cell) or half_of(cell)) and place <= MOST_ITEMS]
    return len(places) >= ENOUGH * len(filled) and not _is_tick_column(cells)


def _is_tick_column(cells: Sequence[Cell]) -> bool:
    """Ones beside written zeros: chosen or not chosen."""
    said = {text_of(cell) for cell in cells if not is_nothing(cell)}
    return said == {"0", "1"}


def is_blank_place(cell: Cell) -> bool:
    """No place given: nothing, or a zero."""
    if isinstance(cell, str):
        return is_nothing(cell) or cell.strip() in ("0", "0,0", "0.0") or says_no_place(cell)
    return is_nothing(cell) or cell == 0


def _best_windows(frame: Frame, run: Sequence[Heading]) -> Iterator[Block]:
    """Non-overlapping rankings within a stretch: most themes named, one question's columns, whole rankings, longest."""
    windows = [
        run[start : start + length]
        for length in range(min(MOST_ITEMS, len(run)), FEWEST_ITEMS - 1, -1)
        for start in range(len(run) - length + 1)
    ]
    rows = _numbers(frame, run)
    at = {heading.index: n for n, heading in enumerate(run)}
    counts = [sum(1 for row in rows if row[n]) for n in range(len(run))]
    filled = {heading.index for heading, count in zip(run, counts, strict=True) if count > 0.1 * max(counts)}
    scored = []
    for window in windows:
        first = at[window[0].index]
        order = _order([row[first : first + len(window)] for row in rows])
        if order and not _at_the_edge(frame, window) and not _are_ranks(window) and not _leaves_themes(run, window):
            dense = [heading for heading in window if heading.index in filled]
            block = _item_block(window)
            known = _item_block(dense).known
            if bool(known) != bool(block.known):
                continue  # the named columns are all empty, the filled ones have other names: two questions
            scored.append(((known, _one_question(block), order.whole > 0.5, len(window), order.whole), block))
    scored.sort(key=lambda one: one[0], reverse=True)
    taken: set[int] = set()
    for _, block in scored:
        indexes = {heading.index for heading in block.columns}
        if not indexes & taken:
            taken |= indexes
            yield block


def _at_the_edge(frame: Frame, window: Sequence[Heading]) -> bool:
    """Does the stretch begin or end with a column that nobody filled and that names no theme? It may be a title."""
    return any(
        not any(map(item_of, _names_in(heading))) and all(is_nothing(cell) for cell in frame.column(heading.index))
        for heading in (window[0], window[-1])
    )


def _are_ranks(window: Sequence[Heading]) -> bool:
    """Are the columns themselves headed 1, 2, 3 or Rank 1, Rank 2? Then a number in a cell is no place."""
    return all(_rank_of(heading) for heading in window)


def _leaves_themes(run: Sequence[Heading], window: Sequence[Heading]) -> bool:
    """Is a theme left out that stands beside the window and is not in it? Some ratings differ by chance."""
    inside, outside = (
        {item.code for h in headings for name in _names_in(h) if (item := item_of(name))}
        for headings in (window, [heading for heading in run if heading not in window])
    )
    return bool(inside) and bool(outside - inside)


def _item_block(window: Sequence[Heading]) -> Block:
    return Block("items", _question(window), tuple(window), _labels(window))


def _one_question(block: Block) -> bool:
    return len({plain(heading.question) for heading in block.columns}) == 1


Numbers = tuple[float | None, ...]


@dataclass(frozen=True)
class _Order:
    """That rows are rankings: the share of those that place every item on a place of its own."""

    whole: float


def _numbers(frame: Frame, headings: Sequence[Heading]) -> list[Numbers]:
    """The places, shared ones as 1.5, of every sampled row."""
    return [tuple(place_of(c := cells[h.index]) or half_of(c) for h in headings) for cells in frame.sample]


def _order_in(frame: Frame, window: Sequence[Heading]) -> _Order | None:
    return _order(_numbers(frame, window))


def _order(rows: Sequence[Numbers]) -> _Order | None:
    """Are the rows permutations of 1…k, in part or whole? Some rows may be wrong, most must be right.

    Rows with ties count if enough others have none: ratings repeat their numbers, too.
    """
    answered = strict = whole = placed = ends = 0
    with_ties: list[list[float]] = []
    k = len(rows[0]) if rows else 0
    met = [[0, 0] for _ in range(k)]
    for row in rows:
        places = [place for place in row if place is not None]
        if not places:
            continue
        answered += 1
        placed += len(places)
        kinds = set(places)
        apart = len(kinds) == len(places) and max(places) <= k and all(place == int(place) for place in places)
        strict += apart
        if not apart:
            with_ties.append(places)
        whole += apart and len(places) == k
        ends += len(places) > 1 and max(places) <= k and (1 in kinds or k in kinds or 1.5 in kinds or k - 0.5 in kinds)
        for n, place in enumerate(row):
            if place is not None:
                met[n][0] += 1
                met[n][1] += places.count(place) > 1
    good = strict
    if 0.3 * answered <= strict < ENOUGH * answered:
        good += sum(1 for places in with_ties if _consistent(places, k))
    clashes = any(shared > max(2, 0.6 * filled) for filled, shared in met)
    if not answered or good < ENOUGH * answered or ends < 0.6 * answered or placed < 1.5 * answered or clashes:
        return None
    return _Order(whole / answered)


def _consistent(places: Sequence[float], k: int) -> bool:
    """A ranking with ties, counted in any of the usual ways: 1 1 3, 1 1 2, 1.5 1.5 3."""
    if max(places) > k or (len(set(places)) < 2 and k > 3):
        return False
    ways = tied_places(places)
    return list(places) in ways or [k + 1 - place for place in places] in ways


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
    if all(re.fullmatch(r"[\d.,]+\s*%?", text) for text in labels.values()) and not _may_be_codes(
        frame, stretch, labels
    ):
        return None
    return Block("places", _question(stretch), tuple(stretch), tuple(sorted(labels.values(), key=_known_order)))


def _may_be_codes(frame: Frame, stretch: Sequence[Heading], labels: Mapping[str, str]) -> bool:
    """Numbers under places are codes of items, or counts: counts stand in a short list whose rows have names."""
    if len(labels) < len(stretch) or not all(text.isdigit() for text in labels.values()):
        return False
    few = len(frame.sample) <= MOST_ITEMS
    return not (few and any(_names_rows(frame.column(h.index)) for h in frame.headings[: stretch[0].index]))


def _names_rows(cells: Sequence[Cell]) -> bool:
    """Does each row have a name of its own, in words?"""
    worded = {text for cell in cells if re.search(r"[^\W\d_]{3}", text := text_of(cell))}
    return len(worded) >= 0.8 * len(cells)


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
