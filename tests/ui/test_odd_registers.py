"""Does every page bear registers of one bare row, and registers that are strange but valid?"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from lsn_data.board import NAMES, Pick, draw
from lsn_data.errors import LsnError
from lsn_data.exhibit import Exhibit, on_page
from lsn_data.exhibit.in_workbook import workbook
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import LIGHT
from lsn_data.language import Language
from lsn_data.store import Store, open_store
from tests.ui.odd import ODD, SPARE, bring
from tests.ui.test_pages import ENGLISH
from tests.ui.visitor import ROOMS, texts, visit

REGISTERS = {"spare": SPARE, "odd": ODD}
FILTERS = (
    {},
    {"theme": "visibility", "cluster": "third", "by": "state", "second": "size", "kpi": "foo", "project": "Alpha",
     "measure": "M0", "story": "A", "quadrant": "threat"},
    {"theme": "nonsense", "kpi": "calm", "measure": "M3", "project": "Beta", "level": "impact", "stage": "running",
     "country": "DK", "since": "2024-01-01"},
    {"kpi": "neg"}, {"kpi": "quart"}, {"kpi": "brk"}, {"kpi": "span"},
)  # fmt: skip
# One counted as many; none of one; an empty name.
SILLY = re.compile(
    r"(?<!von )\b1 (Themen|Projekte|Maßnahmen|Mitglieder|Aussagen|KPIs|Prinzipien|Faktoren|Cluster führen)\b"
    r"|\bKeine[rs]? der 1\b|„“|\bNone\b|\bnan\b|signifikant"
)


@pytest.fixture(scope="module", params=list(REGISTERS))
def filled(request: pytest.FixtureRequest) -> Iterator[Store]:
    with open_store(":memory:") as opened:
        bring(opened, REGISTERS[request.param])
        yield opened


def drawn(store: Store, say: Language) -> list[Exhibit]:
    """Every exhibit that has something to show, with any filters, each once."""
    found: dict[tuple[str, str, str], Exhibit] = {}
    for filters in FILTERS:
        for name in NAMES:
            try:
                one = draw(store, Pick.of(name, **filters), say)
            except LsnError:
                continue
            found.setdefault((name, one.message, one.title), one)
    return list(found.values())


def test_every_exhibit_is_drawn_on_page_slide_and_workbook(filled: Store) -> None:
    found = drawn(filled, Language("de"))
    assert len(found) > 40
    for one in found:
        assert on_page.html(one, LIGHT) if one.chart.kind in on_page.HTML else on_page.figure(one, LIGHT)
        said = "\n".join((one.message, one.title, *one.notes))
        assert not SILLY.search(said), (one.name, said)
    assert presentation(found)
    assert workbook(found)


@pytest.mark.parametrize("registers", list(REGISTERS))
def test_every_german_page_stands_and_is_german(store: Store, registers: str) -> None:
    bring(store, REGISTERS[registers])
    for room in ROOMS:
        app = visit(room, "de")
        assert not app.exception, room
        assert app.title[0].value, room
        assert sorted(set(texts(app)) & ENGLISH) == [], room


def test_a_third_strategy_has_every_part_of_its_page(store: Store) -> None:
    bring(store, {"strategy": SPARE["strategy"]})
    for part in ("themes", "success", "identity", "process", "context"):
        app = visit("strategy", "de", cluster="third", part=part)
        assert not app.exception, part
        assert "strategy-" not in app.title[0].value, part
