"""Which questions does the help answer? One short answer each; what a word of the field means is said in one place.

`TOPICS` holds them all, `GROUPS` by what they are about, `of_page("measures")` names the one that a page leads to.
"""

from __future__ import annotations

from lsn_data.guide import board, bringing_in, figures, first_steps, pages
from lsn_data.guide.topic import Topic, found
from lsn_data.language import mark

__all__ = ["GROUPS", "TOPICS", "Topic", "found", "of_page", "page_name", "topic_named"]

GROUPS: tuple[tuple[str, tuple[Topic, ...]], ...] = (
    (mark("First steps"), first_steps.TOPICS),
    (mark("The survey and the lists"), bringing_in.TOPICS),
    (mark("Reading the figures"), figures.TOPICS),
    (mark("For the board"), board.TOPICS),
    (mark("Page by page"), pages.TOPICS),
)
TOPICS: dict[str, Topic] = {one.key: one for _, topics in GROUPS for one in topics}
# Pages whose question is not called like the page.
_OF_PAGES = {"upload": "survey-upload", "board_pack": "pack"}
_NAMES = {"upload": mark("Upload"), "board_pack": mark("Board pack")}


def topic_named(key: str | None) -> Topic:
    """The topic of that key; without one, or with one that there is not, the first."""
    return TOPICS.get(key or "", next(iter(TOPICS.values())))


def of_page(page: str) -> str:
    """The key of the topic that tells of a page, by the page's name in its address; else of the first.

    >>> of_page("measures"), of_page("upload"), of_page("nowhere")
    ('measures', 'survey-upload', 'start')
    """
    return topic_named(_OF_PAGES.get(page, page)).key


def page_name(page: str) -> str:
    """What a page that an answer leads to is called in the bar at the left (English, marked)."""
    return _NAMES.get(page) or TOPICS[page].question
