"""Do slides from the command line wear a template: one named for this run, else the one that is kept?"""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Cm

from lsn_data.exhibit.slide.template import checked
from lsn_data.store import keep_template, open_store
from tests.cli.conftest import Run
from tests.exhibit import templates


@pytest.fixture
def template(tmp_path: Path) -> Path:
    file = tmp_path / "Vorlage.pptx"
    file.write_bytes(templates.plain())
    return file


def test_a_template_named_for_a_run_dresses_its_slides(run: Run, tmp_path: Path, template: Path) -> None:
    assert run("board", "--out", tmp_path / "pack.pptx", "--template", template).status == 0
    assert Presentation(str(tmp_path / "pack.pptx")).slide_width == Cm(25.4)
    assert run("board", "--out", tmp_path / "ours.pptx", "--exhibits", "strategy-at-a-glance").status == 0
    assert Presentation(str(tmp_path / "ours.pptx")).slide_width == Cm(33.867)


def test_the_template_that_is_kept_is_used_without_being_named(run: Run, tmp_path: Path, template: Path) -> None:
    assert run("history").status == 0
    with open_store(tmp_path / "store" / "lsn.duckdb") as store:
        keep_template(store, checked(template.read_bytes(), template.name), template.name, "office")
    assert run("board", "--out", tmp_path / "pack.pptx", "--exhibits", "strategy-at-a-glance").status == 0
    deck = Presentation(str(tmp_path / "pack.pptx"))
    assert (deck.slide_width, len(deck.slides)) == (Cm(25.4), 1)


def test_what_is_no_template_is_refused_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.pptx").write_bytes(b"no template")
    told = run("board", "--out", tmp_path / "pack.pptx", "--template", tmp_path / "x.pptx")
    assert (told.status, (tmp_path / "pack.pptx").exists()) == (1, False)
    assert "not a PowerPoint file" in told.err
    assert run("board", "--out", tmp_path / "pack.pptx", "--template", tmp_path / "gone.pptx").status == 2
    assert run("board", "--out", tmp_path / "figures.xlsx", "--template", tmp_path / "x.pptx").status == 2
