"""How are names told within a sentence: the first of many, and small where English writes them so?"""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.language import Language


def first_of(names: Sequence[str], most: int, kept: int, say: Language) -> str:
    """All names if they are `most` or fewer; of more the first `kept`, and how many others.

    >>> first_of(["A", "B", "C"], 3, 2, Language("en")), first_of(["A", "B", "C", "D"], 3, 2, Language("en"))
    ('A, B and C', 'A, B and 2 more')
    """
    if len(names) <= most:
        return say.listing(list(names))
    return say("{names} and {n} more", names=", ".join(names[:kept]), n=say.number(len(names) - kept))


def inside_sentence(label: str, say: Language) -> str:
    """One of our own names within a sentence: English writes it small there, German never.

    >>> inside_sentence("Innovative power", Language("en")), inside_sentence("Innovationskraft", Language("de"))
    ('innovative power', 'Innovationskraft')
    """
    return label[:1].lower() + label[1:] if say.code == "en" else label
