"""Does the office's slide template come in, is a file that is none refused in words, and is there a way back?"""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from lsn_data import access
from lsn_data.store import Store, template_of
from tests.exhibit.templates import branded, plain
from tests.ui.visitor import page_text, visit


def drop(app: AppTest, name: str, data: bytes) -> AppTest:
    app.file_uploader[0].set_value((name, data, "application/octet-stream"))
    return app.run()


def file_of(store: Store) -> str:
    kept = template_of(store)
    return kept.file if kept else ""


def test_a_template_is_kept_replaced_removed_and_brought_back(store: Store) -> None:
    app = visit("board_pack")
    assert "Slide template: ours" in page_text(app)
    drop(app, "office.potx", branded())
    assert not app.exception
    assert "Slide template: office.potx" in page_text(app)
    drop(app, "other.pptx", plain())
    assert file_of(store) == "other.pptx"
    app.button(key="done-back-template").click().run()
    assert file_of(store) == "office.potx"
    app.button(key="template-remove").click().run()
    assert (file_of(store), "Slide template: ours" in page_text(app)) == ("", True)
    app.button(key="done-back-template").click().run()
    assert file_of(store) == "office.potx"


@pytest.mark.parametrize(("code", "words"), [("en", "This is not a PowerPoint file"), ("de", "keine PowerPoint-Datei")])
def test_a_file_that_is_no_template_is_refused_in_words_and_nothing_is_kept(
    code: str, words: str, store: Store
) -> None:
    app = drop(visit("board_pack", code), "a <b>**x**</b>.pptx", b"no template")
    assert not app.exception
    assert words in page_text(app)
    assert file_of(store) == ""
    assert words not in page_text(app.run())


def test_who_may_not_compose_keeps_no_template(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit("board_pack")
    monkeypatch.setattr(access, "may", lambda actor, action: action != "compose")
    drop(app, "office.pptx", plain())
    assert "You may not do this." in page_text(app)
    assert file_of(store) == ""
