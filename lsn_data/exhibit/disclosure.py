"""What may be shown? Asked in this one place by page, slide, workbook and command.

No figure stands on fewer than five respondents. Today's rule: views by one attribute at a time, small groups merged
into a named larger one, no combination of filters (combinations let hidden groups be computed from their
neighbours, so they come only with an audit over all views).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lsn_data.errors import LsnError

FEWEST = 5
# People are known by their words: so many answers it takes before any is shown.
FEWEST_TEXTS = 10
NO_ANSWER = ""
View = tuple[str, str | None]


@dataclass(frozen=True)
class Group:
    """Respondents shown together: the codes that it joins (`""` is: no answer) and how many there are."""

    codes: tuple[str, ...]
    n: int

    @property
    def code(self) -> str:
        """How links and commands name the group: `pharma`, or `pharma,public` for a merged one."""
        return ",".join(code or "none" for code in self.codes)


class NotShown(LsnError):
    """A view that may not be shown. `nearest` names views that may: (attribute, group code or None for all)."""

    def __init__(self, text: str, nearest: tuple[View, ...], **values: object) -> None:
        self.nearest = nearest
        super().__init__(text, **values)


def groups_of(counts: Mapping[str, int], fewest: int = FEWEST) -> tuple[Group, ...]:
    """The groups of one attribute that may be shown side by side, largest first; empty if the view may not.

    Groups under the limit are merged; if they are still too few together, the next smallest joins them. So each
    group, and everybody outside it, is at least the limit.

    >>> [(g.code, g.n) for g in groups_of({"biotech": 12, "medtech": 7, "pharma": 3, "public": 1})]
    [('biotech', 12), ('medtech,pharma,public', 11)]
    >>> groups_of({"HH": 30, "SH": 4})
    ()
    """
    rest = sorted(((n, code) for code, n in counts.items() if n > 0), key=lambda pair: (pair[0], pair[1]))
    small = [pair for pair in rest if pair[0] < fewest]
    large = [pair for pair in rest if pair[0] >= fewest]
    while small and large and sum(n for n, _ in small) < fewest:
        small.append(large.pop(0))
    groups = [Group((code,), n) for n, code in large]
    if small:
        groups.append(Group(tuple(sorted((code for _, code in small), key=_no_answer_last)), sum(n for n, _ in small)))
    groups.sort(key=lambda group: (-group.n, group.code))
    return tuple(groups) if len(groups) > 1 and all(group.n >= fewest for group in groups) else ()


def _no_answer_last(code: str) -> tuple[bool, str]:
    return (code == NO_ANSWER, code)
