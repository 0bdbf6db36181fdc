"""How is a change of one figure said? Before, after and the step between them, so that the three add up."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from lsn_data.board.compared import Change
from lsn_data.language import Language

# So many more digits than a table shows may be needed to see that a figure moved at all.
MORE_DIGITS = 3


def before_after_step(change: Change, say: Language) -> tuple[str, str, str]:
    """Before, after, and the difference with its sign (`+3`, `−4 pp`: percentage points, of shares); no step of words.

    With as many digits as the tables show; more where both would read the same, or would not add up.

    >>> from lsn_data.exhibit import Column
    >>> share = Column("share", "Share", "share")
    >>> before_after_step(Change("Region", share, 0.107, 0.112), Language("en"))
    ('10.7%', '11.2%', '+0.5 pp')
    >>> before_after_step(Change("Region", share, 0.11, 0.10), Language("de"))[2]
    '−1 Prozentpunkt'
    """
    column, step = change.column, change.step
    if step is None:
        return column.shown(change.before, say), column.shown(change.after, say), ""
    share = column.holds == "share"
    before, after = (Decimal(str(one)) * (100 if share else 1) for one in (change.before, change.after))
    digits = _digits(before, after, _usual(change, before, after))
    size, sign = abs(after - before), "+" if after > before else "−"
    if not share:
        return say.number(before, digits), say.number(after, digits), sign + say.number(size, digits)
    shown = say.number(size, digits)
    points = say("1 pp") if shown == "1" else say("{n} pp", n=shown)
    return say.percent(before / 100, digits), say.percent(after / 100, digits), sign + points


def _usual(change: Change, before: Decimal, after: Decimal) -> int:
    """The digits after the point that a table shows; whole numbers of a mixed column need none."""
    if change.column.holds == "number":
        return 0 if before == before.to_integral_value() and after == after.to_integral_value() else 1
    return 1 if change.column.holds == "mean" else 0


def _digits(before: Decimal, after: Decimal, usual: int) -> int:
    """The fewest digits with which both differ and the step leads from one to the other."""
    tried = range(usual, usual + MORE_DIGITS + 1)
    apart = [at for at in tried if _rounded(before, at) != _rounded(after, at)]
    fits = (at for at in apart if _rounded(after, at) - _rounded(before, at) == _rounded(after - before, at))
    return next(fits, next(iter(apart), tried[-1]))


def _rounded(value: Decimal, digits: int) -> Decimal:
    """A half away from zero, as everywhere."""
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
