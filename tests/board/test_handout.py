"""Does the standard pack make a whole paper: from the demo, from published facts alone, from nothing?"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsn_data.board import bound
from lsn_data.board.standard import standard
from lsn_data.exhibit.on_paper import handout
from lsn_data.language import Language
from lsn_data.store import Store, open_store
from tests.exhibit import papers
from tests.exhibit.samples import DE, EN

LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[Store]:
    with open_store(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("paper")))) as store:
        yield store


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory, facts_file: Path) -> Iterator[Store]:
    with open_store(Path(shutil.copy(facts_file, tmp_path_factory.mktemp("paper")))) as store:
        yield store


@LANGUAGES
def test_every_figure_of_the_demo_s_standard_pack_is_in_the_paper(filled: Store, say: Language) -> None:
    pack = bound(filled, standard(filled), say)
    reader = papers.opened(handout(pack))
    said = papers.tight(papers.text(reader))
    for exhibit in pack.exhibits:
        rows = [zip(exhibit.table.columns, row, strict=True) for row in exhibit.table.rows]
        texts = [column.shown(value, say) for row in rows for column, value in row if value is not None]
        missing = [one for one in texts if papers.tight(one) not in said]
        assert missing == [], exhibit.name
    assert papers.badly_placed(reader) == []


@LANGUAGES
def test_published_facts_alone_make_a_paper_that_names_what_is_missing(facts: Store, say: Language) -> None:
    pack = bound(facts, standard(facts), say)
    reader = papers.opened(handout(pack))
    said = papers.flat(papers.text(reader))
    assert pack.leaves
    assert pack.missing
    assert all(papers.flat(what) in said and papers.flat(why) in said for what, why in pack.missing)
    assert say("PUBLISHED") in said
    assert say("DEMO") not in said
    assert papers.badly_placed(reader) == []


@LANGUAGES
def test_an_empty_database_makes_one_page_or_what_there_is(tmp_path: object, say: Language) -> None:
    with open_store(":memory:") as store:
        pack = bound(store, standard(store), say)
    reader = papers.opened(handout(pack))
    assert len(reader.pages) >= 1
    assert all(papers.flat(what) in papers.flat(papers.text(reader)) for what, _ in pack.missing)
