"""Can a file be corrected by hand, stored with others, marked, taken back and brought back, on the page?"""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lsn_data.intake.opened import Opened
from lsn_data.intake.report import ColumnSeen, Reading, ValueSeen
from lsn_data.store import Store, asked_groups, history, remember, remembered
from lsn_data.ui import reading as room
from tests.ui.test_uploading import CODED, MEMBERS, PLAIN, SAMPLES, members_uploaded, uploaded
from tests.ui.visitor import page_text, visit

COLUMNS = (
    ColumnSeen("Firma", "member", examples=("Nordlicht GmbH",)),
    ColumnSeen("Ort", "", ("state",), examples=("Hamburg",)),
    ColumnSeen("Branche", "sector", values=(ValueSeen("BT", 3, None, ("biotech",)), ValueSeen("Pharma", 2, "pharma"))),
    ColumnSeen("Ansprechpartner", "personal"),
)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the page tells the reading, whose columns are known here."""
    asked: list[dict[str, Any]] = []

    def read(
        _: object, file: Opened, kind: str, mapping: dict[str, Any], *, chosen: bool
    ) -> tuple[Reading, dict[str, Any]]:
        asked.append(mapping)
        return Reading(file.name, "x", "members", "ready", layout="l1", columns=COLUMNS, rows=()), mapping

    monkeypatch.setattr(room, "read_knowing", read)
    return asked


def box(app: AppTest, label: str) -> Any:
    return next(one for one in app.selectbox if one.label.replace("\u2060", "").startswith(label))


def test_columns_and_values_are_corrected_and_the_file_is_read_anew(told: list[dict[str, Any]]) -> None:
    app = members_uploaded(MEMBERS)
    said = page_text(app)
    assert "State (suggested)" in said
    assert "Biotechnology (suggested)" in said
    assert "personal data, never read" in said
    box(app, "Ort").select("state")
    next(one for one in app.button if one.label == "Apply and read the file anew").click().run()
    assert not app.exception
    assert told[-1] == {"columns": {"Ort": "state"}, "values": {"Branche": {"BT": "biotech"}}}


def test_two_columns_cannot_hold_the_same_field(told: list[dict[str, Any]]) -> None:
    app = members_uploaded(MEMBERS)
    box(app, "Ort").select("sector")
    next(one for one in app.button if one.label == "Apply and read the file anew").click().run()
    assert "Two columns cannot both hold Sector" in page_text(app)
    assert told[-1] == {}


def test_what_was_told_before_is_said_and_can_be_forgotten(store: Store, told: list[dict[str, Any]]) -> None:
    remember(store, "l1", {"columns": {"Ort": "state"}}, actor="test")
    app = members_uploaded(MEMBERS)
    assert "What was told about files of this layout before was used." in page_text(app)
    app.button(key="forget").click().run()
    assert remembered(store, "l1") == {}
    assert "was told about files of this layout before" not in page_text(app)


def test_the_file_with_its_remarks_can_be_downloaded() -> None:
    labels = [one.proto.label for one in uploaded(PLAIN).get("download_button")]
    assert "Your file with the remarks marked" in labels


def test_files_that_ask_nothing_are_stored_together(store: Store) -> None:
    app = visit("upload")
    files = [(one.name, one.read_bytes(), "text/csv") for one in (PLAIN, CODED)]
    app.file_uploader[0].set_value([*files, ("mitglieder.csv", MEMBERS, "text/csv")]).run()
    app.button(key="store-all").click().run()
    assert not app.exception
    assert [(one.kind, one.rows_kept) for one in history(store)] == [("survey", 57), ("members", 2)]
    assert "questions before 57 answers can be stored" in page_text(app)


def test_two_files_of_one_wave_are_not_stored_together(store: Store) -> None:
    app = uploaded(PLAIN, SAMPLES / "msforms_excelonline_de.xlsx")
    assert "the same wave as limesurvey_fulltext_de.csv" in page_text(app)
    assert not [one for one in app.button if one.key == "store-all"]


def test_an_import_is_taken_back_and_brought_back_with_one_click_each(store: Store) -> None:
    app = uploaded(PLAIN)
    app.button(key="store").click().run()
    name = history(store)[0].import_id
    app.button(key=f"undo-{name}").click().run()
    assert history(store)[0].state == "undone"
    app.button(key=f"back-{name}").click().run()
    assert not app.exception
    assert history(store)[0].state == "current"


def test_members_asked_per_group_are_stored_with_the_wave(store: Store) -> None:
    app = uploaded(PLAIN)
    app.number_input[0].set_value(300).run()
    next(one for one in app.number_input if one.label == "Biotechnology").set_value(60).run()
    assert "Together 60, but 300 members were asked in all." in page_text(app)
    app.button(key="store").click().run()
    assert asked_groups(store, history(store)[0].import_id) == {"sector": {"biotech": 60}}
