"""Which survey tool wrote this file, and what does that tell us beforehand?

A tool is a prior, never a verdict: it says how many heading rows there are, which columns are its own bookkeeping,
how it marks an unfinished answer. What is a ranking is found by shape and content. One small file a tool; a new tool
is a new file here.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from lsn_data.sheets.declared import plain

Rows = Sequence[Sequence[str]]


def _always_finished(heading: str, text: str) -> bool:
    return True


@dataclass(frozen=True)
class Tool:
    """What a tool's exports have in common. Headings are compared after `plain`.

    recognises(first rows) · heading_rows(first rows) -> how many of them are headings · labels_in: which of several
    heading rows says what a column asks (from 0) · bookkeeping: headings of its own columns, `own(heading)` where
    they follow a pattern · flags: the headings of those columns that tell an unfinished or a test answer · finished
    (heading, text): False if this cell marks the answer as unfinished · marks_finished: it has such a mark at all ·
    test(heading, text): True if it marks a preview (None: it marks none) · tokens: headings of the respondents'
    tokens beside the usual ones · carries_question: row 1 holds a question once for several columns, row 2 their
    labels · note_asks: a question may stand alone over an empty column before its own · has_not_applicable:
    respondents may take an item out of the ranking · parted(heading) -> (question, label) where the tool has its own
    way of joining them · cleaned(cell's text) where it adds something to cells · asks_in_numbers(heading): the
    column's numbers stand for a choice · order: the surest signatures are tried first
    """

    name: str
    recognises: Callable[[Rows], bool]
    heading_rows: Callable[[Rows], int] = lambda rows: 1
    labels_in: int = 1
    bookkeeping: frozenset[str] = frozenset()
    own: Callable[[str], bool] = lambda heading: False
    flags: frozenset[str] = frozenset()
    finished: Callable[[str, str], bool] = _always_finished
    test: Callable[[str, str], bool] | None = None
    marks_finished: bool = False
    tokens: frozenset[str] = frozenset()
    carries_question: bool = False
    note_asks: bool = False
    has_not_applicable: bool = False
    parted: Callable[[str], tuple[str, str] | None] = lambda heading: None
    cleaned: Callable[[str], str] | None = None
    asks_in_numbers: Callable[[str], bool] = lambda heading: False
    order: int = 100


def headings(*names: str) -> frozenset[str]:
    """Heading names as `bookkeeping` wants them."""
    return frozenset(plain(name) for name in names)


def first_row(rows: Rows) -> frozenset[str]:
    """The plain headings of the first row."""
    return frozenset(plain(cell) for cell in rows[0]) if rows else frozenset()


def first_cell(rows: Rows) -> str:
    """The plain heading of the first column."""
    return plain(rows[0][0]) if rows and rows[0] else ""


@cache
def all_tools() -> tuple[Tool, ...]:
    """Every tool that has a file here, the surest signature first."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    tools = (importlib.import_module(f"{__name__}.{name}").TOOL for name in names)
    return tuple(sorted(tools, key=lambda tool: tool.order))


def tool_of(rows: Rows) -> Tool:
    """The tool whose signature the first rows carry; `sheet by hand` if none."""
    return next((tool for tool in all_tools() if tool.recognises(rows)), BY_HAND)


BY_HAND = Tool(name="by hand", recognises=lambda rows: True)
