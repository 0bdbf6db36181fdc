"""How long does a board pack of ten pages take, beside python-pptx merely writing as many charts?

    python -m benchmarks.board

In one process, in turn, on the demo's data: draw ten exhibits (computed before: what the pages have shown), write them
as slides, as a handout and as a workbook, freeze them as an edition, and rebuild it; and python-pptx alone with ten
slides of a bar chart each. Printed: the medians, their ratio to the bare charts, and the time of the first drawing,
when everything is computed. Ten slides shall take less than 3 s.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from statistics import median

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from lsn_data import demo, published
from lsn_data.board import bound, drawing
from lsn_data.board.editions import freeze, rebuilt
from lsn_data.board.pack import Entry, Pack
from lsn_data.board.standard import standard
from lsn_data.exhibit.in_workbook import figures
from lsn_data.exhibit.on_paper import handout
from lsn_data.exhibit.on_slide import deck
from lsn_data.language import Language
from lsn_data.store import Store, open_store

PAGES = 10
ROUNDS = 5
LIMIT = 3.0
DE = Language("de")


def main() -> None:
    """Time each way out in turn, print the medians and their ratios."""
    with open_store(":memory:") as store:
        published.load(store)
        demo.load(store, "benchmark")
        pack = ten(store)
        first = _seconds(lambda: bound(store, pack, DE))
        drawn = bound(store, pack, DE)
        ways: dict[str, Callable[[], object]] = {
            "bare charts": bare_charts,
            "draw": lambda: bound(store, pack, DE),
            "slides": lambda: deck(drawn),
            "handout": lambda: handout(drawn),
            "workbook": lambda: figures(drawn),
        }
        times: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                times[name].append(_seconds(way))
        frozen = _seconds(lambda: freeze(store, pack, "Benchmark", drawing(store), actor="benchmark"))
        again = _seconds(lambda: deck(rebuilt(store, "Benchmark", DE)))
    medians = {name: median(found) for name, found in times.items()}
    for name, seconds in medians.items():
        print(f"{name:<12} {seconds:6.2f} s   {seconds / medians['bare charts']:5.1f} x bare charts")
    print(
        f"first drawing, everything computed {first:.2f} s; freeze {frozen:.2f} s; slides of the edition {again:.2f} s"
    )
    print(f"{PAGES} pages of slides, drawn and written: {medians['draw'] + medians['slides']:.2f} s (limit {LIMIT} s)")


def ten(store: Store) -> Pack:
    """The first ten exhibits of the standard pack."""
    entries = [part for part in standard(store).parts if isinstance(part, Entry)]
    return Pack("Benchmark", tuple(entries[:PAGES]))


def bare_charts() -> bytes:
    """What python-pptx alone takes for as many charts."""
    show = Presentation()
    for at in range(PAGES):
        slide = show.slides.add_slide(show.slide_layouts[5])
        data = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = [f"Theme {theme}" for theme in range(7)]
        data.add_series("Share", [theme + at for theme in range(7)])  # type: ignore[no-untyped-call]
        slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Cm(2), Cm(4), Cm(20), Cm(12), data)
    saved = BytesIO()
    show.save(saved)
    return saved.getvalue()


def _seconds(way: Callable[[], object]) -> float:
    started = time.perf_counter()
    way()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
