"""Is it said on the page, in a sentence, what the disk does, and does the page go on afterwards?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lsn_data.store import history
from lsn_data.ui import data
from tests.store.test_troubles import no_file_over
from tests.ui.test_uploading import PLAIN, uploaded
from tests.ui.visitor import page_text, plain, visit

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the limit is POSIX's")


@POSIX
@pytest.mark.parametrize(("code", "words"), [("en", "is full"), ("de", "ist voll")])
def test_a_full_disk_is_said_and_the_upload_goes_through_once_there_is_room(code: str, words: str) -> None:
    app = uploaded(PLAIN, code=code)
    with no_file_over(10_000):
        app.button(key="store").click().run()
    assert not app.exception
    assert words in page_text(app)
    assert history(data.store()) == []
    again = uploaded(PLAIN, code=code)
    again.button(key="store").click().run()
    assert [one.rows_kept for one in history(data.store())] == [57]


def test_what_a_button_could_not_do_is_said_too() -> None:
    def script() -> None:
        from lsn_data.errors import NoRoom
        from lsn_data.store.troubles import NO_ROOM
        from lsn_data.ui.messages import unexpected

        assert unexpected(NoRoom(NO_ROOM, path="lsn.duckdb"))

    app = AppTest.from_function(script)
    app.query_params["lang"] = "de"
    app.run()
    assert next(plain(one.value) for one in app.error).startswith("Der Datenträger von lsn.duckdb ist voll.")


def test_a_damaged_database_is_said_with_the_way_back(database: Path) -> None:
    data.store().close()
    data.st.cache_resource.clear()
    cut = database.read_bytes()
    database.write_bytes(cut[:5_000])
    app = visit("overview", "de")
    assert not app.exception
    assert "Spielen Sie die neueste Sicherung zurück" in page_text(app)
    database.write_bytes(cut)
    assert "Sicherung" not in page_text(visit("overview", "de"))
