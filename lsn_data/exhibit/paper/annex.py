"""How was it counted, and what do the words mean? Each method once, and the terms that this pack uses."""

from __future__ import annotations

from typing import Any

from lsn_data.exhibit import Method
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.paper.leaf import apart, figures
from lsn_data.exhibit.paper.terms import terms
from lsn_data.exhibit.paper.text import line

Told = dict[str, Any]


def annex(bound: Bound) -> Told:
    """Long tables of figures, the methods with the exhibits that each one serves (by their position), the glossary."""
    say = bound.say
    return {
        "figures-head": say("All figures in full"),
        "figures-about": say("The figures behind charts that have more of them than a page can hold"),
        "figures": [
            {"serves": at, "title": line(exhibit.title), "table": figures(exhibit)}
            for at, exhibit in enumerate(bound.exhibits)
            if apart(exhibit)
        ],
        "method-head": say("How it is computed"),
        "method-about": say("Every method once, with the pages that rest on it"),
        "pages": say("Used on page"),
        "methods": _methods(bound),
        "glossary-head": say("What the words mean"),
        "glossary-about": say("The terms that this paper uses"),
        "terms": terms(bound),
    }


def _methods(bound: Bound) -> list[Told]:
    serves: dict[Method, list[int]] = {}
    for at, exhibit in enumerate(bound.exhibits):
        for method in dict.fromkeys(exhibit.method):
            serves.setdefault(method, []).append(at)
    return [
        {"name": line(one.name), "words": line(one.words), "source": line(one.source), "serves": of}
        for one, of in serves.items()
    ]
