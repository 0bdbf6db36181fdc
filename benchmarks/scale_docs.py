"""How is the growth of cost told in docs/? A picture and a table in either language; the reasons are hand-written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.curve import Panel, Words, drawn
from lsn_data.language import Language

DOCS = Path(__file__).parents[1] / "docs"
LIMIT, SLOW = 3.0, 0.01
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
WORDS = {
    "en": Words(
        "What a hundred times as much data costs",
        "amount of data, as a multiple of one cluster",
        "cost as a multiple of what it is for one cluster",
        "grows like the data",
        "limit for a page: 3 ×",
    ),
    "de": Words(
        "Was hundertmal so viele Daten kosten",
        "Datenmenge, als Vielfaches eines Clusters",
        "Aufwand als Vielfaches dessen bei einem Cluster",
        "wächst wie die Daten",
        "Grenze für eine Seite: 3 ×",
        ",",
    ),
}
TITLES = {
    "en": ("A page, clicked again", "A page, first click after an import", "Steps of the work", "Sent and kept"),
    "de": ("Seite, wieder aufgerufen", "Seite, erstmals nach einem Import", "Arbeitsschritte", "Gesendet und belegt"),
}  # fmt: skip
# The names on the pages, in the product's own words.
PAGES = {
    "overview": "Overview", "priorities": "Priorities", "survey": "Survey", "members": "Members",
    "strategy": "Strategy", "swot": "SWOT", "measures": "Measures", "kpis": "KPIs", "projects": "Projects",
    "workshops": "Workshops", "peers": "Comparison", "explore": "Explore", "board_pack": "Board pack",
    "upload": "Upload",
}  # fmt: skip
GERMAN = {
    "import": "Import", "ranking": "Rangfolge", "what may be shown": "was gezeigt werden darf",
    "board pack": "Folien, Handout, Mappe", "backup": "Sicherung", "memory": "Arbeitsspeicher",
    "database file": "Datenbankdatei", "largest page": "größte Seite",
}  # fmt: skip
AGAIN, FIRST = ", again", ", first"
STEPS = ("import", "ranking", "what may be shown", "board pack", "backup")
Costs = Mapping[int, Mapping[str, Any]]


def written(found: Costs) -> None:
    """Write the pictures and put the tables into the texts."""
    for code, ending in (("en", ""), ("de", ".de")):
        (DOCS / f"scale{ending}.svg").write_text(picture(found, code), encoding="utf-8")
        text = DOCS / f"scale{ending}.md"
        held = text.read_text(encoding="utf-8")
        before, _, rest = held.partition(BEGIN)
        new = f"{before}{BEGIN}\n{table(found, code)}\n{END}{rest.partition(END)[2]}"
        text.write_text(new, encoding="utf-8")


def picture(found: Costs, code: str) -> str:
    """Four panels: pages again and for the first time, the steps of the work, what is sent and kept."""
    sizes = list(found)
    again, first = (_steps(found, code, ending) for ending in (AGAIN, FIRST))
    steps = {_named(name, code): _ratios(found, "seconds", name) for name in STEPS}
    kept = _kept(found, code)
    panels = [
        Panel(title, series, named, limit)
        for title, series, named, limit in zip(
            TITLES[code], (again, first, steps, kept), (_most(again), _most(first), list(steps), list(kept)),
            (LIMIT, LIMIT, None, None), strict=True,
        )
    ]  # fmt: skip
    return drawn(panels, sizes, WORDS[code])


def table(found: Costs, code: str) -> str:
    """Each step in a line: seconds at the smallest size, then ratios."""
    sizes = list(found)
    head = {"en": ("step", "one cluster"), "de": ("Schritt", "ein Cluster")}[code]
    lines = [f"| {' | '.join([*head, *(f'{size} ×' for size in sizes[1:])])} |", "| --- |" + " ---: |" * len(sizes)]
    for name, seconds in found[sizes[0]]["seconds"].items():
        ratios = _said(_ratios(found, "seconds", name))
        lines.append(f"| {' | '.join([_told(name, code), f'{seconds:.2f} s', *ratios])} |")
    memory = found[sizes[0]]["MiB"]["board pack"]
    lines.append(f"| {' | '.join([_named('memory', code), f'{memory} MiB', *_said(_memory(found))])} |")
    said = "\n".join(lines)
    return said.replace(".", ",") if code == "de" else said


def _said(ratios: list[float]) -> list[str]:
    return [f"{ratio:.1f} ×" for ratio in ratios[1:]]


def _told(name: str, code: str) -> str:
    """A step's name, with which click on a page it was.

    >>> _told("swot, first", "de"), _told("backup", "en")
    ('SWOT, erstmals', 'backup')
    """
    words = {AGAIN: {"en": ", again", "de": ", wieder"}, FIRST: {"en": ", first", "de": ", erstmals"}}
    page, comma, when = name.partition(",")
    return _named(page, code) + (words[comma + when][code] if comma else "")


def _named(name: str, code: str) -> str:
    if name in PAGES:
        return Language(code)(PAGES[name])
    return GERMAN[name] if code == "de" else name


def _ratios(found: Costs, what: str, name: str) -> list[float]:
    """A cost at each size by that at the smallest; what takes next to nothing is not told apart."""
    costs = [max(one[what][name], SLOW) for one in found.values()]
    return [cost / costs[0] for cost in costs]


def _memory(found: Costs) -> list[float]:
    peaks = [max(one["MiB"]["board pack"], 1) for one in found.values()]
    return [peak / peaks[0] for peak in peaks]


def _steps(found: Costs, code: str, ending: str) -> dict[str, list[float]]:
    """The pages' ratios at one kind of click, by the pages' names."""
    names = [name for name in next(iter(found.values()))["seconds"] if name.endswith(ending)]
    return {_named(name.removesuffix(ending), code): _ratios(found, "seconds", name) for name in names}


def _kept(found: Costs, code: str) -> dict[str, list[float]]:
    """What the largest page sends, the memory at most, the file."""
    sent = {page: _ratios(found, "bytes", page) for page in next(iter(found.values()))["bytes"]}
    largest = max(sent, key=lambda page: sent[page][-1])
    files = [one["file"] for one in found.values()]
    return {
        f"{_named('largest page', code)} ({_named(largest, code)})": sent[largest],
        _named("memory", code): _memory(found),
        _named("database file", code): [size / files[0] for size in files],
    }


def _most(series: Mapping[str, list[float]]) -> list[str]:
    """The three that grew most."""
    return sorted(series, key=lambda name: -series[name][-1])[:3]
