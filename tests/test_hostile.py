"""Does people's text stay text on everything that leaves the house? Registers full of attacks, on every way out."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from lsn_data.board import NAMES, Pick, bound, draw
from lsn_data.board.editions import opened
from lsn_data.board.kept import names, pack_of_name
from lsn_data.commands.desk import Desk, on_screen
from lsn_data.errors import LsnError
from lsn_data.exhibit import Exhibit, on_page
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.in_workbook import figures, workbook
from lsn_data.exhibit.on_paper import handout
from lsn_data.exhibit.on_slide import deck
from lsn_data.exhibit.palette import LIGHT
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, edition_named, open_store
from lsn_data.topics.explore.answer import in_words, names_of_codes, registers
from lsn_data.topics.explore.exhibits import as_csv, whole_register
from lsn_data.ui.explore_grid import frame_of
from lsn_data.ui.messages import safe
from tests.ui.hostile import ATTACKS, EDITION, HOST, bring

EN = Language("en")
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture(scope="module")
def attacked() -> Iterator[Store]:
    with open_store(":memory:") as store:
        bring(store)
        yield store


@pytest.fixture(scope="module")
def drawn(attacked: Store) -> list[Exhibit]:
    found = []
    for name in NAMES:
        try:
            found.append(draw(attacked, Pick(name), EN))
        except LsnError:
            continue
    assert sum(HOST in repr(one.table.rows) for one in found) > 15  # it is there
    return found


@pytest.fixture(scope="module")
def board(attacked: Store) -> Bound:
    pack = pack_of_name(attacked, names(attacked)[0])
    assert pack
    return bound(attacked, pack, EN)


class Elements(HTMLParser):
    """What a browser would make of a page: its tags, and its attributes that load, lead away or run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.acts: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        leads = [(name, said or "") for name, said in attrs if name in ("src", "href", "srcset", "action", "data")]
        self.acts += [(name, said) for name, said in leads if not re.match(r"data:image/|[a-z_]*(\?|$)|#", said)]
        self.acts += [(name, said or "") for name, said in attrs if name.startswith("on")]


def test_no_tag_of_theirs_stands_in_a_page_s_chart_or_table(drawn: list[Exhibit]) -> None:
    for one in drawn:
        if one.chart.kind in on_page.HTML:
            page = Elements(on_page.html(one, LIGHT))
            assert page.acts == [], one.name
            assert not page.tags & {"script", "iframe", "svg", "object", "embed", "form", "link", "meta"}, one.name
            continue
        texts = list(strings(json.loads(on_page.figure(one, LIGHT).to_json())))
        assert {tag for said in texts for tag in Elements(said).tags} <= {"b", "br", "i", "span", "sup"}, one.name
        assert not any(STEERS.search(said) or "$x" in said or "%{y}" in said for said in texts), one.name


def strings(tree: object) -> Iterator[str]:
    """Every text in a figure."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict | list):
        for one in tree.values() if isinstance(tree, dict) else tree:
            yield from strings(one)


def test_slides_hold_no_formula_no_link_and_nothing_outside(board: Bound) -> None:
    with zipfile.ZipFile(BytesIO(deck(board))) as parts:
        for name in parts.namelist():
            part = parts.read(name)
            assert b'TargetMode="External"' not in part, name
            assert not re.search(rb"<a:hlink(Click|Hover)(?![^>]*hlinksldjump)", part), name  # to our own slides only
            if name.endswith(".xlsx"):
                assert runs_in(part) == []


def test_workbooks_hold_no_formula_and_no_link(drawn: list[Exhibit], board: Bound) -> None:
    assert runs_in(workbook(drawn)) == []
    assert runs_in(figures(board)) == []


def test_the_handout_holds_no_link_no_script_and_no_other_file(attacked: Store) -> None:
    paper = PdfReader(BytesIO(handout(opened(edition_named(attacked, EDITION), EN))))
    marks = [found.get_object() for page in paper.pages for found in page.get("/Annots", ())]
    assert not {mark.get("/A", {}).get("/S") for mark in marks} & {"/URI", "/Launch", "/JavaScript", "/SubmitForm"}
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(paper.trailer["/Root"].get("/Names", {}))
    assert HOST in "".join(page.extract_text() for page in paper.pages[:6]).replace("\n", "")


def test_no_cell_of_a_csv_or_of_the_grid_runs(attacked: Store) -> None:
    named = names_of_codes(attacked, EN)
    for kind, register in registers(attacked).items():
        frame = frame_of(whole_register(register, in_words(register, named, EN), EN))
        shown = [*frame.columns, *(cell for column in frame for cell in frame[column] if isinstance(cell, str))]
        text = as_csv(register).decode("utf-8-sig")
        written = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        written += [part for line in text.splitlines() for part in line.split(";")]  # as a German Excel takes it apart
        ran = [cell for cell in (*shown, *written) if cell.strip('"').startswith(RUNS)]
        assert [cell for cell in ran if not re.fullmatch(r"[-+]?[\d.,]+", cell)] == [], kind
    assert set(REGISTERS) == set(registers(attacked))


def test_a_terminal_is_not_steered(capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(None, EN, "test")  # type: ignore[arg-type]
    for attack in ATTACKS:
        desk.show(attack)
        desk.tell(attack)
        desk.json({"said": attack})
        said = capsys.readouterr()
        assert not STEERS.search(said.out + said.err)
        assert json.loads(said.out.removeprefix(on_screen(attack))) == {"said": attack}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_on_a_page_makes_neither_mark_nor_link(attack: str) -> None:
    assert not re.search(r"[<>\[\]`*_~$\\|=]|@\w|:\w|www\.|://", safe(attack).replace("&#", "")), attack


def runs_in(book: bytes) -> list[str]:
    """The cells of a workbook that are formulas or lead out of it."""
    cells = [cell for sheet in load_workbook(BytesIO(book)).worksheets for row in sheet.iter_rows() for cell in row]
    return [cell.coordinate for cell in cells if cell.data_type == "f" or (cell.hyperlink and cell.hyperlink.target)]
