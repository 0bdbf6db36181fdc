"""Does the handout say what the exhibits say, to every reader, and nothing beside it?"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table
from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.exhibit.on_paper import handout
from lsn_data.exhibit.paper.table import table
from lsn_data.exhibit.paper.widths import WIDE
from lsn_data.language import Language
from tests.exhibit import papers
from tests.exhibit.boards import quadrants
from tests.exhibit.samples import (
    DE,
    EN,
    HOSTILE,
    distribution,
    every_kind,
    labels_of,
    panels,
    places,
    segments,
    shares,
    story,
)
from tests.exhibit.test_hostile import _all as hostile

STATM = Path("/proc/self/statm")
LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])


@pytest.fixture(scope="module", params=[EN, DE], ids=["en", "de"])
def bound(request: pytest.FixtureRequest) -> Bound:
    """One exhibit of each kind."""
    say: Language = request.param
    return papers.pack([*every_kind(say), story(say)], say, missing=((say.both(("Money", "Geld")), "-"),))


@pytest.fixture(scope="module")
def paper(bound: Bound) -> bytes:
    return handout(bound)


@pytest.fixture(scope="module")
def reader(paper: bytes) -> papers.Paper:
    """The paper opened once: reading its pages is what takes time."""
    return papers.opened(paper)


def test_the_paper_is_tagged_and_names_itself_its_language_and_its_standard(bound: Bound, reader: papers.Paper) -> None:
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == bound.say.code
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == bound.name
    assert reader.metadata.author
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()


def test_the_contents_and_the_bookmarks_are_the_findings(bound: Bound, reader: papers.Paper) -> None:
    sections = [name for name, _ in bound.sections if name]
    marks = papers.outline(reader)
    assert [papers.flat(one) for one in marks if one not in sections][: len(bound.leaves)] == [
        papers.flat(one.message) for one in bound.exhibits
    ]
    assert [one for one in marks if one in sections] == sections
    front = papers.flat(reader.said[0][0])
    assert all(papers.flat(one.message) in front for one in bound.exhibits)
    assert papers.of_kind(reader, "/TOCI")


def test_the_pages_behind_the_findings_are_the_right_ones(bound: Bound, reader: papers.Paper) -> None:
    pages = reader.said[0]
    for position, message in enumerate(exhibit.message for exhibit in bound.exhibits):
        begin = [at for at, said in enumerate(pages, start=1) if at > 1 and _begins(said, message)]
        assert f"{papers.flat(message)} {begin[position]}" in papers.flat(pages[0])


def _begins(page: str, message: str) -> bool:
    return papers.tight(message) in papers.tight(page[: len(message) + 60])


def test_every_page_says_where_it_stands(bound: Bound, reader: papers.Paper) -> None:
    pages = reader.said[0]
    for at, page in enumerate(pages, start=1):
        said = papers.flat(page)
        assert f"{at} / {len(pages)}" in said
        assert bound.name in said


def test_charts_have_alternative_texts_and_tables_have_heads(bound: Bound, reader: papers.Paper) -> None:
    figures = papers.of_kind(reader, "/Figure")
    assert len(figures) >= len([one for one in bound.exhibits if one.chart.kind not in ("table", "story", "quadrants")])
    assert all(len(str(figure["/Alt"])) > 10 for figure in figures)
    tables = papers.of_kind(reader, "/Table")
    assert len(tables) >= len([one for one in bound.exhibits if one.chart.kind != "story"])
    assert all(_holds(table, "/THead") for table in tables)


def _holds(element: Any, kind: str) -> bool:
    kids = element.get("/K", [])
    return any(kid.get_object().get("/S") == kind for kid in kids if hasattr(kid, "get_object"))


def test_headings_are_in_order(reader: papers.Paper) -> None:
    kinds = [str(one.get("/S")) for one in papers.structure(reader)]
    levels = [int(kind[2:]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_figure_of_every_exhibit_is_said(bound: Bound, reader: papers.Paper) -> None:
    said = papers.tight(papers.text(reader))
    for exhibit in bound.exhibits:
        missing = [one for one in _shown(exhibit) if papers.tight(one) not in said]
        assert missing == [], exhibit.chart.kind


def _shown(exhibit: Exhibit) -> list[str]:
    """Headings, cells, notes, what it means, title and foot as people read them."""
    cells = [
        column.shown(value, exhibit.say)
        for row in exhibit.table.rows
        for column, value in zip(exhibit.table.columns, row, strict=True)
        if value is not None
    ]
    heads = [column.label for column in exhibit.table.columns]
    return [*cells, *heads, *exhibit.notes, *exhibit.meaning, exhibit.title, exhibit.foot, exhibit.badge]


@LANGUAGES
def test_a_figure_stands_in_the_row_of_its_name(say: Language) -> None:
    exhibit = distribution(say)
    lines = papers.opened(handout(papers.pack([exhibit], say))).pages[1].extract_text().split("\n")
    for name, *counts in exhibit.table.rows:
        assert any(re.search(rf"^{name}\s+" + r"\s+".join(map(str, counts)) + r"\s*$", line) for line in lines), name


def test_nothing_runs_out_of_the_page(reader: papers.Paper) -> None:
    assert all(abs(float(page.mediabox.width) - papers.WIDE) < 0.1 for page in reader.pages)
    assert papers.badly_placed(reader) == []


def test_the_same_pack_gives_the_same_bytes(bound: Bound, paper: bytes) -> None:
    assert handout(bound) == paper


def test_the_file_holds_no_second_paper(reader: papers.Paper) -> None:
    root = reader.trailer["/Root"]
    assert not reader.attachments
    assert "/AF" not in root
    assert "/OpenAction" not in root
    assert "/AcroForm" not in root
    assert set(reader.metadata) <= {"/Title", "/Author", "/Creator", "/CreationDate", "/ModDate"}
    uris = [one for page in reader.pages for one in page.get("/Annots", []) if "/A" in one.get_object()]
    assert not any("/URI" in one.get_object()["/A"] for one in uris)


def test_hostile_texts_stay_texts_and_on_the_page() -> None:
    exhibits = hostile()
    bad = '#read("handout.typ") $x^2$ *bold* _it_ @ref <label> = head // not a note \\u{41} `raw` #import "x"'
    exhibits += [story(EN, [bad, "x" * 400, HOSTILE[3]]), panels(EN, names=tuple(HOSTILE)), segments(EN, message=bad)]
    pack = papers.pack(exhibits, EN, edition=bad, by="=cmd\x00", missing=((bad, bad),))
    reader = papers.opened(handout(replace(pack, name=bad)))
    said = papers.tight(papers.text(reader))
    assert papers.tight(bad) in said
    assert reader.metadata.title == bad
    for text in ("=1+1", "<b>bold</b>", "![x](http://example.invalid/x.png)", "$x$and%{y}", "@SUM(A1)", "{name}"):
        assert papers.tight(text) in said
    assert papers.badly_placed(reader) == []
    assert not any("/A" in one.get_object() and "/URI" in one.get_object()["/A"] for page in reader.pages
                   for one in page.get("/Annots", []))  # fmt: skip


def test_letters_that_our_faces_lack_are_marked_and_stop_nothing() -> None:
    reader = papers.opened(handout(papers.pack([places(EN, ["中文", "Łódź", "Ελλάδα", "→ ≥ ≤ ●"])], EN)))
    said = papers.text(reader)
    assert "□□" in said
    assert all(word in said for word in ("Łódź", "Ελλάδα", "→ ≥ ≤ ●"))


def test_long_words_are_parted_within_their_column() -> None:
    word = "Wirtschaftsförderungsgesellschaftsmitgliederversammlung"
    columns = tuple(Column(f"c{at}", word) for at in range(9))
    exhibit = replace(segments(DE), table=Table(columns, ((word,) * 9,) * 3), chart=Chart("table", Table((), ())))
    reader = papers.opened(handout(papers.pack([exhibit, places(DE, [word] * 3)], DE)))
    assert papers.badly_placed(reader) == []
    assert sum(column["wide"] for column in table(exhibit, large=True)["columns"]) <= WIDE + 0.01


def test_a_long_table_of_figures_stands_in_the_appendix_under_its_heads_on_each_page() -> None:
    exhibit = shares(EN, labels=labels_of(EN, 90))
    reader = papers.opened(handout(papers.pack([exhibit], EN)))
    said = [papers.flat(page.extract_text()) for page in reader.pages]
    begins = next(at for at, page in enumerate(said) if "All figures in full" in page and at > 0)
    assert f"All figures of this chart stand in full on page {begins + 1}" in " ".join(said)
    heads = papers.tight("".join(column.label for column in exhibit.table.columns))
    assert sum(heads in papers.tight(page) for page in said[begins:]) >= 2


def test_a_method_is_told_once_with_the_pages_that_use_it() -> None:
    method = Method("Wins", "How many others are beaten.", "Copeland 1951")
    exhibits = [replace(places(EN), method=(method,)), replace(distribution(EN), method=(method,))]
    said = papers.text(papers.opened(handout(papers.pack(exhibits, EN))))
    assert said.count(method.words) == 1
    assert "Used on page 2, 3" in said


@LANGUAGES
def test_the_glossary_explains_what_occurs_and_nothing_else(say: Language) -> None:
    plain = papers.text(papers.opened(handout(papers.pack([story(say, notes=())], say))))
    told = papers.text(papers.opened(handout(papers.pack([places(say)], say))))
    assert say("Plausible range, plausible places") in told
    assert say("Plausible range, plausible places") not in plain
    assert say("Permutation test") not in told


@LANGUAGES
def test_an_edition_says_who_froze_it_and_when(say: Language) -> None:
    pack = papers.pack([places(say)], say, edition="2026-04", by="M. Muster")
    front = papers.flat(papers.opened(handout(pack)).pages[0].extract_text())
    assert say("Edition “{name}”", name="2026-04") in front
    assert say("Frozen on {day} by {who}", day="2026-04-10", who="M. Muster") in front


@LANGUAGES
def test_somebody_s_own_sentence_is_marked_with_what_the_data_say(say: Language) -> None:
    edited = places(say, message="Own words", computed="Computed words")
    for outdated, word in (
        (False, say("Sentence edited")),
        (True, say("Sentence edited before the data changed")),
    ):
        said = papers.text(papers.opened(handout(papers.pack([replace(edited, outdated=outdated)], say))))
        assert word in said
        assert say("The data say: {finding}", finding="Computed words") in said


@LANGUAGES
def test_what_is_to_be_decided_stands_with_the_finding(say: Language) -> None:
    asking = replace(places(say), asks="Take it up?")
    page = papers.text(papers.opened(handout(Bound("Pack", say, (Leaf(asking),), papers.DAY))))
    assert f"{say('To be decided')} Take it up?" in page


@LANGUAGES
def test_a_note_stands_under_its_exhibit(say: Language) -> None:
    pack = Bound("Pack", say, (Leaf(places(say), note="Decide this\nand that"),), papers.DAY)
    page = papers.flat(papers.opened(handout(pack)).pages[1].extract_text())
    assert f"{say('Note for this meeting')} Decide this and that" in page


@LANGUAGES
def test_an_empty_pack_is_one_page_that_says_so_and_what_is_missing(say: Language) -> None:
    reader = papers.opened(handout(Bound("Pack", say, (), papers.DAY, missing=(("Priorities", "No survey yet"),))))
    said = papers.text(reader)
    assert len(reader.pages) == 1
    assert say("This board pack holds no exhibits yet") in said
    assert "Priorities No survey yet" in said


@LANGUAGES
def test_an_exhibit_without_rows_says_so(say: Language) -> None:
    exhibit = replace(segments(say), table=Table(segments(say).table.columns, ()), chart=Chart("table", Table((), ())))
    assert say("There is nothing to show here yet") in papers.text(papers.opened(handout(papers.pack([exhibit], say))))


@pytest.mark.skipif(not STATM.exists(), reason="the system does not tell how much memory a program holds")
def test_papers_do_not_pile_up_in_memory() -> None:
    pack = papers.pack([places(EN), distribution(EN), panels(EN)], EN)
    handout(pack)
    before = _megabytes()
    for at in range(12):
        handout(replace(pack, name=f"Pack {at}"))
    assert _megabytes() - before < 60


def _megabytes() -> float:
    return int(STATM.read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def test_a_quadrant_without_an_entry_keeps_its_name() -> None:
    said = papers.text(papers.opened(handout(papers.pack([quadrants(EN)], EN))))
    assert "Risks 4" in said
    assert EN("nothing here") in said
