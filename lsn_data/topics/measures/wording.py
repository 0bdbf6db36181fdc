"""How are measures, cells of the matrix and days said in the reader's language?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from lsn_data.language import Language
from lsn_data.sheets.declared import Choice
from lsn_data.sheets.registers import REGISTERS
from lsn_data.topics.measures.compute import Row
from lsn_data.topics.strategy.compute import Frame, pair
from lsn_data.topics.strategy.shorthand import short

NO_BREAK = "\u00a0"


def title_of(row: Row, say: Language) -> str:
    """The title of a measure, a project or a proposal; its code where it has none.

    >>> title_of({"measure": "M-1", "title_en": None, "title_de": "Treffen"}, Language("en"))
    'Treffen'
    """
    return say.both(pair(dict(row), "title")) or str(row.get("measure") or row.get("project") or row.get("proposal"))


def code_of(row: Row, say: Language) -> str:
    """`V2a`: how a measure is named in few letters."""
    return short(row["measure"], row["theme"], say)


def principle_names(frame: Frame, say: Language) -> dict[str, str]:
    """The names of the guiding principles by their codes, in the strategy's order."""
    return {row["code"]: say.both(pair(row, "name")) for row in frame.principles}


def letters(served: Iterable[str], names: Mapping[str, str]) -> str:
    """`N I`: the first letters of the principles that a measure serves, in the order of the strategy.

    >>> letters(["informing", "networking"], {"networking": "Vernetzen", "informing": "Informieren"})
    'V\\xa0I'
    """
    wanted = set(served)
    return NO_BREAK.join(name[:1] for code, name in names.items() if code in wanted)


def weight_said(weight: Fraction, say: Language) -> str:
    """A weight: whole ones without a decimal.

    >>> weight_said(Fraction(3), Language("de")), weight_said(Fraction(5, 2), Language("de"))
    ('3', '2,5')
    """
    return say.number(float(weight), 0 if weight.denominator == 1 else 1)


def labels(kind: str, field: str, say: Language) -> dict[str, str]:
    """The labels of a field's allowed values by their codes."""
    return choices(REGISTERS[kind].field(field).choices, say)


def choices(found: Sequence[Choice], say: Language) -> dict[str, str]:
    """The labels of choices by their codes."""
    return {one.code: say.both(one.label) for one in found}
