"""Does an upload tell what it understood, ask what it must, and store nothing before it is confirmed?"""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lsn_data.access import local_actor
from lsn_data.errors import Locked
from lsn_data.intake import read_register, read_survey
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, history, save
from lsn_data.topics.registers.changes import changes
from lsn_data.ui import data
from tests.intake.foreign_files import book
from tests.ui.visitor import ROOT, page_text, plain, texts, visit

SAMPLES = ROOT / "tests" / "samples" / "surveys"
PLAIN = SAMPLES / "limesurvey_fulltext_de.csv"
CODED = SAMPLES / "limesurvey_codes_semicolon.csv"


def uploaded(*files: Path, code: str = "en") -> AppTest:
    """The upload page with files in its drop zone."""
    app = visit("upload", code)
    app.file_uploader[0].set_value([(file.name, file.read_bytes(), "text/csv") for file in files])
    return app.run()


def answered(app: AppTest) -> AppTest:
    """The page after each code was said to be one of the themes; the attributes are left open."""
    for position, code in enumerate(f"A{n}" for n in range(1, 8)):
        chosen = next(box for box in app.selectbox if box.key.endswith(f"-items-{code}"))
        chosen.select_index(position)
    app.run()
    return app.button(key="answer").click().run()


def test_the_first_line_says_what_is_the_case() -> None:
    assert "57 answers are ready" in texts(uploaded(PLAIN))
    assert "57 Antworten sind bereit" in texts(uploaded(PLAIN, code="de"))


def test_nothing_is_stored_before_it_is_confirmed(store: Store) -> None:
    uploaded(PLAIN)
    assert history(store) == []


def test_the_proof_shows_the_first_rows_as_understood() -> None:
    said = page_text(uploaded(PLAIN))
    assert "How we understood the file" in said
    assert "LimeSurvey" in said
    assert "Medical technology" in said
    assert "medtech" not in said


def test_rows_left_out_are_listed_with_their_numbers() -> None:
    said = page_text(uploaded(PLAIN))
    assert "15, 40, 51" in said
    assert "The same answer twice" in said


def test_a_confirmed_file_is_stored_with_its_wave_and_the_members_asked(store: Store) -> None:
    app = uploaded(PLAIN)
    app.number_input[0].set_value(300).run()
    assert "19.0%" in page_text(app)
    app.button(key="store").click().run()
    assert not app.exception
    receipt = history(store)[0]
    assert (receipt.wave, receipt.asked, receipt.rows_kept, receipt.by) == ("2026", 300, 57, local_actor())
    assert f"as import {receipt.import_id}" in page_text(app)


def test_the_same_answers_under_another_name_are_asked_about_before_they_are_stored(
    store: Store, tmp_path: Path
) -> None:
    save(store, read_survey(PLAIN.read_bytes(), PLAIN.name), wave="2026", actor="anna")
    again = tmp_path / "again.csv"
    again.write_bytes(PLAIN.read_bytes() + b"\n")
    app = uploaded(again, code="de")
    assert not app.button(key="store").disabled  # it takes the place of the wave
    app.text_input[0].set_value("2026b").run()
    assert app.button(key="store").disabled
    assert "Von den 55 Rangfolgen der Welle 2026 stehen 55 auch in dieser Datei" in plain(app.warning[0].value)
    box = next(one for one in app.checkbox if "andere Umfrage" in one.label)
    box.check().run()
    app.button(key="store").click().run()
    assert [one.wave for one in history(store)] == ["2026", "2026b"]


def test_more_answers_than_members_asked_is_said_and_not_stored(store: Store) -> None:
    app = uploaded(PLAIN)
    app.number_input[0].set_value(20).run()
    assert "More answers than members asked" in page_text(app)
    app.button(key="store").click().run()
    assert history(store) == []


def test_the_same_file_twice_is_told(store: Store) -> None:
    uploaded(PLAIN).button(key="store").click().run()
    app = uploaded(PLAIN)
    assert "This file is stored already" in texts(app)
    assert history(store)[0].import_id in page_text(app)
    assert not [button for button in app.button if button.key == "store"]


def test_a_discarded_file_leaves_nothing(store: Store) -> None:
    app = uploaded(PLAIN).button(key="discard").click().run()
    assert not app.exception
    assert history(store) == []
    assert "Which spreadsheet shall be read?" in texts(app)
    assert "57 answers are ready" not in texts(app)


def test_codes_are_asked_about_and_the_answers_make_the_file_ready(store: Store) -> None:
    app = uploaded(CODED)
    assert "questions before 57 answers can be stored" in page_text(app)
    app = answered(app)
    assert not app.exception
    assert "57 answers are ready" in texts(app)
    app.button(key="store").click().run()
    assert history(store)[0].rows_kept == 57


def test_a_direction_is_chosen_by_a_person_never_beforehand(store: Store, tmp_path: Path) -> None:
    points = tmp_path / "points.csv"
    themes = ("Visibility", "Innovation", "Skilled workers")
    heads = ",".join(f"Give points from 1 to 3 [{theme}]" for theme in themes)
    points.write_text("\n".join([heads, *["1,2,3", "3,1,2", "2,3,1", "1,3,2", "3,2,1"] * 2]), encoding="utf-8")
    app = uploaded(points)
    assert "One question before" in page_text(app)
    assert app.radio[0].value is None
    assert app.button(key="answer").disabled
    app.radio[0].set_value(app.radio[0].options[1]).run()
    app.button(key="answer").click().run()
    assert "answers are ready" in page_text(app)


def test_what_was_told_about_a_layout_is_not_asked_again(store: Store, tmp_path: Path) -> None:
    answered(uploaded(CODED)).button(key="store").click().run()
    later = tmp_path / "next_year.csv"
    later.write_bytes(b"\n".join(CODED.read_bytes().splitlines()[:-1]))
    assert "answers are ready" in page_text(uploaded(later))


def test_a_file_that_cannot_be_taken_says_why(tmp_path: Path) -> None:
    page = tmp_path / "survey.csv"
    page.write_text("", encoding="utf-8")
    app = uploaded(page)
    assert "This file cannot be taken" in texts(app)
    assert "The reason" in texts(app)
    assert "Found" not in texts(app)
    assert not [button for button in app.button if button.key == "store"]


def test_the_second_file_waits_for_the_first(store: Store) -> None:
    app = uploaded(PLAIN, CODED)
    said = page_text(app)
    assert "ready: 57 answers" in said
    assert "questions are open" in said
    app.button(key="store").click().run()
    assert "stored as" in page_text(app)
    assert "questions before 57 answers can be stored" in page_text(app)


def test_replacing_a_wave_keeps_the_earlier_answers_as_history(store: Store) -> None:
    uploaded(PLAIN).button(key="store").click().run()
    app = answered(uploaded(CODED))
    app.text_input[0].set_value("2026").run()
    assert "Its earlier answers are kept as history" in page_text(app)
    app.button(key="store").click().run()
    assert [one.state for one in history(store)] == ["replaced", "current"]


def test_a_file_with_one_answer_more_says_that_the_figures_stay(store: Store, tmp_path: Path) -> None:
    lines = PLAIN.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    fewer = tmp_path / "fewer.csv"
    fewer.write_text("".join(lines[:20] + lines[21:]), encoding="utf-8")
    uploaded(fewer).button(key="store").click().run()
    app = uploaded(PLAIN)
    app.text_input[0].set_value(history(store)[0].wave).run()
    assert "Fewer than 5 answers differ: the pages keep the earlier figures" in page_text(app)
    app.button(key="store").click().run()
    assert "A newer file of this wave waits" in page_text(visit("priorities"))


def test_undo_tells_its_consequence_and_takes_the_import_back(store: Store) -> None:
    uploaded(PLAIN).button(key="store").click().run()
    name = history(store)[0].import_id
    app = visit("upload")
    assert "Wave 2026: nothing will be left (now 57 answers)." in page_text(app)
    app.button(key=f"undo-now-{name}").click().run()
    assert history(store)[0].state == "undone"
    assert "taken back" in texts(app)


def test_a_database_that_is_open_elsewhere_is_said_calmly(monkeypatch: pytest.MonkeyPatch) -> None:
    def held(path: str) -> Store:
        raise Locked("The database {path} is open in another program (the app, perhaps).", path=path)

    monkeypatch.setattr(data, "open_store", held)
    app = visit("priorities")
    assert not app.exception
    assert "is open in another program" in page_text(app)


def test_a_database_that_cannot_be_opened_is_said_calmly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "broken.duckdb"
    broken.write_text("this is no database", encoding="utf-8")
    monkeypatch.setenv("LSN_DB", str(broken))
    app = visit("priorities", "de")
    assert not app.exception
    assert "broken.duckdb" in page_text(app)


def test_the_button_says_what_happens_in_german() -> None:
    labels = [button.label for button in uploaded(PLAIN, code="de").button]
    assert Language("de").plural("Store {n} answer", "Store {n} answers", 57) in labels
    assert "57 Antworten übernehmen" in labels


MEMBERS = (
    b"Mitglied,Branche,Land,Eintritt\nNordlicht GmbH,Medizintechnik,Hamburg,2019\nKieler Labor AG,Biotech,SH,03/2021\n"
)
MORE_MEMBERS = MEMBERS.replace(b"Hamburg", b"SH") + b"Elbe Diagnostik,Pharma,HH,2024-05-01\n"


def members_uploaded(content: bytes, code: str = "en") -> AppTest:
    app = visit("upload", code)
    app.file_uploader[0].set_value([("mitglieder.csv", content, "text/csv")])
    return app.run()


def test_a_register_is_recognised_shown_and_stored(store: Store) -> None:
    app = members_uploaded(MEMBERS, "de")
    said = page_text(app)
    assert "2 Zeilen sind bereit" in texts(app)
    assert "Medizintechnik" in said
    assert "medtech" not in said
    app.button(key="store").click().run()
    assert not app.exception
    assert [(one.kind, one.rows_kept) for one in history(store)] == [("members", 2)]


def test_what_a_new_register_changes_is_told_before(store: Store) -> None:
    members_uploaded(MEMBERS).button(key="store").click().run()
    said = page_text(members_uploaded(MORE_MEMBERS))
    assert "Earlier uploads of this register are kept as history." in said
    found = changes(store, read_register(MORE_MEMBERS, "mitglieder.csv", "members"))
    assert (found.new, found.changed, found.gone, found.before, found.after) == (1, 1, 0, 2, 3)


def test_the_kind_of_a_file_can_be_corrected() -> None:
    app = members_uploaded(MEMBERS)
    chosen = next(box for box in app.selectbox if box.label == "What is in this file?")
    assert chosen.value == "members"
    app = chosen.set_value("survey").run()
    assert "This file cannot be taken" in texts(app)


def test_every_kind_of_data_has_its_template_on_the_page() -> None:
    app = visit("upload", "de")
    chosen = next(box for box in app.selectbox if box.key == "template-kind")
    assert len(chosen.options) == 1 + len(REGISTERS)
    assert "Mitglieder" in chosen.options
    assert not chosen.set_value("members").run().exception


def test_the_example_row_of_a_template_is_called_so() -> None:
    content = b"Mitglied,Land\nBeispiel: Muster GmbH,Hamburg\nNordlicht GmbH,SH\n"
    said = page_text(members_uploaded(content, "de"))
    assert "Die Beispielzeile der Vorlage" in said
    assert "Testantwort" not in said


def test_what_prevents_storing_is_told_apart_from_what_does_not() -> None:
    said = page_text(members_uploaded(b"member,state,joined\n,HH,2020\nA GmbH,HH,soon\n"))
    assert "One error prevents storing" in said
    assert said.count("Error\n") == 1


def test_the_part_of_a_workbook_that_is_named_is_read() -> None:
    app = visit("upload", "en")
    parts = ("Mitglieder", [["Firma", "Land"], ["A GmbH", "HH"]]), ("Projekte", [["Projekt", "Beginn"], ["P", 2020]])
    app.file_uploader[0].set_value([("gesamt.xlsx", book(*parts), "application/octet-stream")])
    app.run()
    assert "Which part of this workbook is to be read?" in page_text(app)
    app.radio[0].set_value("Projects").run()
    app = app.button(key="answer").click().run()
    assert "1 row is ready" in texts(app)
    chosen = next(box for box in app.selectbox if box.label == "What is in this file?")
    assert chosen.value == "projects"


def test_why_a_register_changes_stands_with_its_receipt(store: Store) -> None:
    app = members_uploaded(MEMBERS, "de")
    reason = next(one for one in app.text_input if one.label.startswith("Warum"))
    reason.set_value("Stand der Mitgliederversammlung").run()
    app.button(key="store").click().run()
    assert history(store)[0].note == "Stand der Mitgliederversammlung"
    assert "Grund: Stand der Mitgliederversammlung" in page_text(visit("upload", "de"))
