"""Do the exhibits of the strategies say what the registers hold, in both languages, without codes?"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsn_data.board import NAMES, Pick, bound, draw
from lsn_data.board.standard import standard
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.on_page import table_html
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import DARK, LIGHT
from lsn_data.language import Language
from lsn_data.store import Store, open_store, register_rows
from lsn_data.topics.strategy.answer import OWN, frame_of, strategies
from lsn_data.topics.strategy.citation import cited

EN, DE = Language("en"), Language("de")
DANISH = "dlsc-2021"
STRATEGY = tuple(name for name in NAMES if name.startswith("strategy-"))
NOTHING = {("strategy-actions", OWN), ("strategy-surroundings", DANISH)}
SHOWN = [(name, cluster) for name in STRATEGY for cluster in (OWN, DANISH) if (name, cluster) not in NOTHING]
CODE = re.compile(r"lsn-2030|dlsc-|\w_\w|\b[a-z]+-\d\b")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, facts_file: Path) -> Iterator[Store]:
    with open_store(Path(shutil.copy(facts_file, tmp_path_factory.mktemp("facts")))) as opened:
        yield opened


def drawn(store: Store, name: str, cluster: str = OWN, say: Language = EN) -> Exhibit:
    return draw(store, Pick.of(name, cluster=cluster), say)


def said(exhibit: Exhibit) -> str:
    """Every text that a person sees, headings and cells, without the names of documents."""
    cells = [
        column.shown(value, exhibit.say)
        for row in exhibit.table.rows
        for column, value in zip(exhibit.table.columns, row, strict=True)
        if column.key != "source"
    ]
    return "\n".join([exhibit.message, exhibit.title, *(column.label for column in exhibit.table.columns), *cells])


def codes(store: Store) -> set[str]:
    """Every code of the registers: none of them stands alone in a cell or a heading."""
    names = {"strategy": "code", "measures": "measure", "kpi": "kpi", "context": "figure"}
    return {row[name] for kind, name in names.items() for row in register_rows(store, kind)} - {"US", "JP"}


def test_both_strategies_are_known_and_ours_comes_first(store: Store) -> None:
    assert strategies(store) == (OWN, DANISH)


def test_the_first_line_counts_themes_principles_and_measures(store: Store) -> None:
    name = "strategy-at-a-glance"
    assert drawn(store, name).message == "6 themes, 3 principles, 22 measures: every cell of the matrix is filled"
    assert drawn(store, name, say=DE).message == (
        "6 Themen, 3 Leitprinzipien, 22 Maßnahmen: Jede Zelle der Matrix ist besetzt"
    )
    assert drawn(store, name, DANISH).message == (
        "4 focus areas, 3 paradigms, 12 offerings: every cell of the matrix is filled"
    )


def test_every_cell_of_the_matrix_counts_as_the_register_does(store: Store) -> None:
    counts = frame_of(store, OWN).counts
    assert counts == ((1, 2, 3), (1, 1, 1), (1, 1, 1), (1, 1, 1), (2, 1, 1), (1, 1, 1))
    table = drawn(store, "strategy-at-a-glance").table
    principles = ("networking", "informing", "positioning")
    assert tuple(zip(*(table.column(code) for code in principles), strict=True)) == counts
    assert sum(table.column("all")) == 22  # type: ignore[arg-type]


def test_every_measure_and_every_offering_is_named_in_its_cell(store: Store) -> None:
    for say in (EN, DE):
        own = said(drawn(store, "strategy-matrix", say=say))
        titles = [row[f"title_{say.code}"] for row in register_rows(store, "measures")]
        assert [title for title in titles if title not in own] == []
        danish = said(drawn(store, "strategy-matrix", DANISH, say))
        names = [row[f"name_{say.code}"] for row in register_rows(store, "strategy") if row["part"] == "cell"]
        assert len(names) == 12
        assert [name for name in names if name not in danish] == []


def test_the_principles_stand_in_the_order_of_the_language(store: Store) -> None:
    for say, letters in ((EN, "NIP"), (DE, "VIP")):
        heads = [column.label for column in drawn(store, "strategy-matrix", say=say).table.columns[1:]]
        assert "".join(head[0] for head in heads) == letters


def test_success_is_told_by_kpis_or_by_statements(store: Store) -> None:
    kpis = drawn(store, "strategy-success")
    assert len(kpis.table.rows) == 16
    assert list(kpis.table.column("level")).count("Outcome") == 11
    assert kpis.message == "16 KPIs tell success, 11 by outcome and 5 by impact; 1 has values"
    assert "300 (2025)" in kpis.table.column("newest")
    statements = drawn(store, "strategy-success", DANISH)
    assert len(statements.table.rows) == 11
    assert len(drawn(store, "strategy-actions", DANISH).table.rows) == 12


def test_identity_process_and_context_are_whole(store: Store) -> None:
    rows = {name: len(drawn(store, name).table.rows) for name in ("strategy-identity", "strategy-process")}
    assert rows == {"strategy-identity": 6 + 6 + 5, "strategy-process": 8}
    figures = len(drawn(store, "strategy-figures").table.rows), len(drawn(store, "strategy-figures", DANISH).table.rows)
    assert sum(figures) == len(register_rows(store, "context"))


def test_a_figure_without_a_date_says_so_and_stands_out(store: Store) -> None:
    figures = drawn(store, "strategy-figures")
    undated = [at for at, period in enumerate(figures.table.column("period")) if period == "undated"]
    assert undated
    assert [at for at, keys in enumerate(figures.chart.part("highlight")) if keys] == undated


def test_both_strategies_stand_side_by_side(store: Store) -> None:
    both = drawn(store, "strategy-comparison")
    by_property = {row[0]: row[1:] for row in both.table.rows}
    assert by_property["Cells filled"] == ("18 of 18", "12 of 12")
    assert by_property["Measures of success"] == ("16 KPIs: 11 outcome, 5 impact", "11 success statements")
    assert "every cell filled: LSN 2030 has 6 themes and Danish Life Science Cluster has 4 themes" in both.message
    assert "every year" in str(by_property["Review"][1])


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize(("name", "cluster"), SHOWN)
def test_every_exhibit_is_published_names_its_document_and_shows_no_code(
    store: Store, name: str, cluster: str, code: str
) -> None:
    exhibit = drawn(store, name, cluster, Language(code))
    assert exhibit.origin == "published"
    assert "LSN 2030 (2025)" in exhibit.foot or "Strategi for Danish Life Science Cluster" in exhibit.foot
    assert CODE.search(said(exhibit)) is None
    assert codes(store) & set(said(exhibit).splitlines()) == set()
    places = [str(one) for one in exhibit.table.column("source")] if "source" in _keys(exhibit) else list(exhibit.notes)
    assert all(places)
    assert places


def _keys(exhibit: Exhibit) -> set[str]:
    return {column.key for column in exhibit.table.columns}


def test_a_strategy_that_is_not_known_is_refused(store: Store) -> None:
    with pytest.raises(Refused):
        drawn(store, "strategy-matrix", "other")
    for name, cluster in NOTHING:
        with pytest.raises(Refused):
            drawn(store, name, cluster)


def test_the_standard_pack_opens_with_what_is_published(store: Store) -> None:
    found = bound(store, standard(store), EN)
    assert [one.name for one in found.exhibits][:2] == ["overview", "strategy-at-a-glance"]
    assert found.origin == "published"


def test_page_and_slide_draw_every_exhibit(store: Store) -> None:
    exhibits = [drawn(store, name, cluster, DE) for name, cluster in SHOWN]
    assert all("<table>" in table_html(one, palette) for one in exhibits for palette in (LIGHT, DARK))
    assert presentation(exhibits)


def test_a_citation_speaks_the_readers_language_and_leaves_titles_alone() -> None:
    source = 'LSN 2030 (2025), chapter 5, table "Chapter and table", item 2'
    assert cited(source, DE) == 'Kapitel 5, Tabelle "Chapter and table", Punkt 2'
    assert cited(source, EN) == 'chapter 5, table "Chapter and table", item 2'
