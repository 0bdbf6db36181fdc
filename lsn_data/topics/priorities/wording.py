"""How are the themes named inside a sentence?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lsn_data.language import Language
from lsn_data.sheets.survey import known_item
from lsn_data.topics.naming import inside_sentence


def listed(items: Sequence[str], labels: Mapping[str, str], say: Language) -> str:
    """Items as the beginning of a sentence: `Visibility, competencies and innovative power`."""
    return say.listing([labels[item] if at == 0 else inside(item, labels, say) for at, item in enumerate(items)])


def listed_inside(items: Sequence[str], labels: Mapping[str, str], say: Language) -> str:
    """Items within a sentence: `visibility, competencies and innovative power`."""
    return say.listing([inside(item, labels, say) for item in items])


def inside(item: str, labels: Mapping[str, str], say: Language) -> str:
    """An item's name inside a sentence: English writes our own names small there, German never."""
    label = labels[item]
    return inside_sentence(label, say) if known_item(item) else label
