"""Who clicks on what? Invented people, each with a language, data and filters of their own; the same with each run."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.clicking import Click

# What can be chosen on a page: a list of its name and how many of its options are tried (waves count from the oldest,
# so that a new one changes nothing).
PAGES: dict[str, tuple[tuple[str, tuple[int, ...]], ...]] = {
    "overview": (),
    "priorities": (("by", (1, 2, 3, 4)), ("wave", (-1, -2, -3))),
    "survey": (("split", (1, 2, 3, 4)), ("wave", (-1, -2, -3))),
    "members": (("by", (0, 1, 2, 3, 4)), ("wave", (-1, -2, -3))),
    "strategy": (("cluster", (0, 1)), ("part", (0, 1, 2))),
    "swot": (("theme", (1, 2, 3, 4, 5, 6)), ("quadrant", (1, 2, 3, 4))),
    "measures": (("theme", (1, 2, 3, 4, 5, 6)), ("principle", (1, 2, 3))),
    "kpis": (("kpi", (1, 2, 3, 4, 5)), ("theme", (1, 2, 3, 4, 5, 6))),
    "projects": (("theme", (1, 2, 3, 4, 5, 6)), ("stage", (1, 2, 3))),
    "workshops": (("theme", (1, 2, 3, 4, 5, 6)), ("asked", (1, 2, 3, 4))),
    "peers": (("figure", (0, 1)),),
    "explore": (("register", (0, 1, 2, 3)), ("rows", (0, 1, 2))),
}


@dataclass(frozen=True)
class Person:
    """A visitor: the language, the browser's locale, and everything that is clicked on, in order."""

    name: str
    code: str
    path: tuple[Click, ...]

    @property
    def locale(self) -> str:
        """What the browser says of itself."""
        return {"de": "de-DE", "en": "en-GB"}[self.code]


def people(count: int, clicks: int) -> list[Person]:
    """So many people with paths of so many clicks: half German, every third on real data."""
    return [_person(number, clicks) for number in range(count)]


def everything(code: str) -> Person:
    """Somebody who visits every page once, for comparison."""
    return Person("alone", code, tuple(Click(page) for page in PAGES))


def _person(number: int, clicks: int) -> Person:
    chance, pages = Random(number), tuple(PAGES)
    path = [Click(pages[number % len(pages)])]
    if number % 3 != 1:
        path.append(Click(widget="data", at=1))
    while len(path) < clicks:
        path += _visited(chance.choice(pages), chance)
    return Person(f"visitor {number + 1}", ("de", "en")[number % 2], tuple(path[:clicks]))


def _visited(page: str, chance: Random) -> list[Click]:
    """A page and one or two of its lists."""
    lists = [one for one in PAGES[page] if chance.random() < 0.7]
    return [Click(page), *(Click(widget=name, at=chance.choice(places), if_there=True) for name, places in lists)]
