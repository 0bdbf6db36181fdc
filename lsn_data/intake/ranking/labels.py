"""What are the items called? What the headings of a ranking's columns do not share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsn_data.intake.table import Heading, split_heading
from lsn_data.sheets.survey import item_of


def labels_of(window: Sequence[Heading]) -> tuple[str, ...]:
    """The item labels of a block: the way of parting the headings that names most themes, else what differs."""
    ways = [tuple(heading.text for heading in window), tuple(heading.label for heading in window)]
    splits = [list(split_heading(heading.text)) for heading in window]
    for way in range(min(len(split) for split in splits)):
        ways += [tuple(split[way][1] for split in splits), tuple(split[way][0] for split in splits)]
    ways.append(_what_differs([heading.text for heading in window], names_share=0))
    best = max(ways, key=lambda labels: sum(1 for label in labels if item_of(label)))
    if any(item_of(label) for label in best):
        return best
    told = tuple(heading.label for heading in window)
    if window[0].question and len({h.question for h in window}) == 1 and len(set(told)) == len(told):
        return told
    return _what_differs([heading.text for heading in window])


def _what_differs(texts: Sequence[str], names_share: int = 2) -> tuple[str, ...]:
    """The texts less what all begin and end with, cut at word ends; so many shared words or fewer belong to the names.

    >>> _what_differs(["Rank: red wine (1-3)", "Rank: white wine (1-3)", "Rank: beer (1-3)"])
    ('red wine', 'white wine', 'beer')
    >>> _what_differs(["Points red wine", "Points beer", "Points tea"], names_share=0)
    ('red wine', 'beer', 'tea')
    """
    words = [re.split(r"(\s+)", text.strip()) for text in texts]
    shortest = min(len(one) for one in words)
    head = next((n for n in range(shortest) if len({one[n] for one in words}) > 1), shortest)
    if head <= 2 * names_share and not re.search(r"[^\w\s]\s*$", "".join(words[0][:head])):
        head = 0
    tail = next((n for n in range(shortest - head) if len({one[-1 - n] for one in words}) > 1), 0)
    cut = tuple("".join(one[head : len(one) - tail]).strip(" -–:[]") for one in words)
    return cut if all(cut) and len(set(cut)) == len(cut) else tuple(texts)
