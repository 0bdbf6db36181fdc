"""What do files say of themselves where nobody looks? The product and the pack; no person, no place, no printer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pypdf import PdfReader

from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.exhibit.in_workbook import figures
from lsn_data.exhibit.on_paper import handout
from lsn_data.exhibit.on_slide import deck, presentation
from lsn_data.exhibit.slide.template import checked
from lsn_data.language import Language
from tests.exhibit import templates
from tests.exhibit.samples import places

DE = Language("de")
PACK = Bound("Vorstand", DE, (Leaf(places(DE)),), dt.date(2026, 4, 10), "April", "erika.mustermann")


def parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Every part with its name, of files within too."""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            yield from parts(part) if part.startswith(b"PK") else [(name, part)]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    office = checked(templates.in_use(), "Vorlage.pptx")
    return {"deck": deck(PACK), "in a template": deck(PACK, office), "single": presentation([places(DE)], "April"),
            "workbook": figures(PACK)}  # fmt: skip


def test_the_properties_of_a_file_name_no_person_and_no_place(files: dict[str, bytes]) -> None:
    traces = [b"mustermann", str(Path.home()).encode(), str(Path.cwd()).encode(), b"generated using"]
    for file, data in files.items():
        told = [part for name, part in parts(data) if "docProps" in name]
        assert told, file
        for part in told:
            assert not [trace for trace in traces if trace in part], file
            author = re.search(rb"<dc:creator[^>]*>([^<]*)<", part)
            assert author is None or author[1] in (b"LSN 2030", b"openpyxl")


def test_who_froze_an_edition_is_told_on_the_paper_and_not_in_its_properties() -> None:
    paper = PdfReader(BytesIO(handout(PACK)))
    about = paper.trailer["/Root"]["/Metadata"].get_object().get_data()
    assert "mustermann" not in f"{paper.metadata} {about.decode()}"
    assert "erika.mustermann" in paper.pages[0].extract_text()


def test_nothing_of_a_printer_or_of_another_cover_is_in_a_deck(files: dict[str, bytes]) -> None:
    for file, data in files.items():
        names = [name for name, _ in parts(data)]
        assert not [name for name in names if "printer" in name or "thumbnail" in name], file
    assert Presentation(BytesIO(files["deck"])).slides


def test_no_deck_and_no_workbook_leads_elsewhere(files: dict[str, bytes]) -> None:
    for file, data in files.items():
        assert not [name for name, part in parts(data) if b'TargetMode="External"' in part], file
