"""Is a file read the same way wherever it comes in, and is what was told before used and said?"""

from __future__ import annotations

import pytest

from lsn_data import published
from lsn_data.intake.asking import said
from lsn_data.intake.door import Workbook, read_workbook
from lsn_data.intake.opened import Opened
from lsn_data.intake.register_lists import Found, registers_in
from lsn_data.knowing import kind_of, read_knowing
from lsn_data.language import Language
from lsn_data.sheets.survey import ITEMS
from lsn_data.store import Store, open_store, remember, save
from tests.intake.foreign_files import book
from tests.intake.made import GERMAN, as_csv, ballots, items_shape

FILE = as_csv(items_shape(ballots(whole=True), GERMAN))


def told_of_direction(store: Store) -> None:
    reading, _ = read_knowing(store, Opened(FILE, "survey.csv"), "survey", {})
    assert reading.status == "ready"
    remember(store, reading.layout, {"direction": "7 is first"}, actor="office")


def test_what_was_told_of_a_layout_is_used_again_and_said() -> None:
    with open_store(":memory:") as store:
        told_of_direction(store)
        again, known = read_knowing(store, Opened(FILE, "survey.csv"), "survey", {})
        assert known == {"direction": "7 is first"}
        assert again.ranking is not None
        assert again.ranking.direction == "7 is first"
        assert "told-before" in {one.kind for one in again.problems}


def test_what_is_told_now_counts_more() -> None:
    with open_store(":memory:") as store:
        told_of_direction(store)
        now, _ = read_knowing(store, Opened(FILE, "survey.csv"), "survey", {"direction": "1 is first"})
        assert now.ranking is not None
        assert now.ranking.direction == "1 is first"


def test_a_register_is_known_from_a_survey() -> None:
    assert kind_of(Opened(FILE, "survey.csv")) == "survey"
    assert kind_of(Opened(b"member,state\nNordlicht GmbH,HH\n", "members.csv")) == "members"


def test_what_was_told_of_a_registers_layout_is_used_again() -> None:
    data = b"Firna,Branche,PLZ\nNordlicht,Pharma,20095\nOstlicht,Pharma,24103\n"
    with open_store(":memory:") as store:
        asked, _ = read_knowing(store, Opened(data, "list.csv"), "members", {})
        assert [one.id for one in asked.questions] == ["columns"]
        remember(store, asked.layout, {"columns": {"Firna": "member"}}, actor="office")
        again, known = read_knowing(store, Opened(data + b"Westlicht,,22844\n", "list.csv"), "members", {})
    assert (again.status, known, len(again.rows)) == ("ready", {"columns": {"Firna": "member"}}, 3)
    assert "told-before" in {one.kind for one in again.problems}


def test_a_factor_keeps_its_made_up_id_when_the_list_grows() -> None:
    first = as_csv([["Kategorie", "Text"], ["Stärke", "Ganz eigene Lage"]])
    grown = as_csv([["Kategorie", "Text"], ["Stärke", "Etwas Neues davor"], ["Stärke", "Ganz eigene Lage"]])
    with open_store(":memory:") as store:
        reading, _ = read_knowing(store, Opened(first, "swot.csv"), "swot", {})
        save(store, reading, actor="office")
        again, _ = read_knowing(store, Opened(grown, "swot.csv"), "swot", {})
    assert again.rows[1]["id"] == reading.rows[0]["id"]
    assert again.rows[0]["id"] != again.rows[1]["id"]


def test_a_file_that_is_nothing_of_ours_is_told_what_comes_nearest() -> None:
    with open_store(":memory:") as store:
        reading, _ = read_knowing(
            store, Opened(as_csv([["Branche", "Bundesland"], ["Pharma", "HH"]]), "x.csv"), "survey", {}
        )
    assert reading.status == "refused"
    assert "kinds-nearest" in {one.kind for one in reading.problems}


def test_a_survey_with_a_title_and_dates_is_no_list_of_figures() -> None:
    heads = ["Nr.", "Branche", *(f"Rang: {item.de}" for item in ITEMS), "Jahresbeitrag", "Wann zuletzt dabei?"]
    rows = [[n, "Pharma", *[(n + at) % 7 + 1 for at in range(7)], "450,00", f"2026-03-{n:02}"] for n in range(1, 21)]
    assert kind_of(Opened(as_csv([["Mitgliederbefragung 2026 – Rohdaten"], [], heads, *rows]), "x.csv")) == "survey"


def test_a_file_is_opened_once_however_often_it_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def door(data: bytes, name: str) -> Workbook:
        opened.append(name)
        return read_workbook(data, name)

    monkeypatch.setattr("lsn_data.intake.opened.read_workbook", door)
    file = Opened(FILE, "survey.csv")
    with open_store(":memory:") as store:
        read_knowing(store, file, kind_of(file), {})
    assert opened == ["survey.csv"]


def test_a_known_kpi_bears_its_name_in_both_languages() -> None:
    file = Opened(b"Kennzahl;2024;2025\nMitglieder;280;300\n", "kpi.csv")
    with open_store(":memory:") as store:
        published.load(store)
        reading, _ = read_knowing(store, file, kind_of(file), {})
    assert {(row["kpi"], bool(row["name_en"]), bool(row["name_de"])) for row in reading.rows} == {
        ("members", True, True)
    }


def test_a_survey_that_rates_themes_is_refused_as_such_and_no_member_list() -> None:
    heads = ["Nr.", "Branche", "Bundesland", *(f"Wie wichtig ist Ihnen: {item.de}" for item in ITEMS)]
    rows = [[n, "Pharma", "Hamburg", *[(n * at) % 5 + 1 for at in range(7)]] for n in range(1, 21)]
    file = Opened(as_csv([heads, *rows]), "x.csv")
    with open_store(":memory:") as store:
        reading, _ = read_knowing(store, file, kind_of(file), {})
    assert (reading.kind, reading.status, reading.problems[0].kind) == ("survey", "refused", "ratings")


def whole_office(*sheets: str) -> Opened:
    """A workbook with these sheets of the office, one register each."""
    rows: dict[str, list[list[object]]] = {
        "Mitglieder": [["Firma", "Land"], ["A GmbH", "HH"], ["B GmbH", "SH"]],
        "Projekte": [["Projekt", "Beginn", "Ende"], ["P", 2020, 2022]],
        "Projekte (leer)": [["Projekt", "Beginn", "Ende"]],
        "Hinweise": [["Bitte nur die Vorlage verwenden"]],
    }
    return Opened(book(*((title, rows[title]) for title in sheets)), "gesamt.xlsx")


def test_which_part_of_a_workbook_is_meant_is_asked_with_what_each_holds() -> None:
    file = whole_office("Mitglieder", "Projekte")
    with open_store(":memory:") as store:
        reading, _ = read_knowing(store, file, kind_of(file), {})
    (question,) = reading.questions
    asked = said(question, Language("en"))
    assert (reading.status, asked.id) == ("needs answer", "kind")
    assert [(one.value, one.label, one.consequence) for one in asked.choices] == [
        ("members", "Members", '2 rows, sheet "Mitglieder"'), ("projects", "Projects", '1 row, sheet "Projekte"'),
    ]  # fmt: skip


@pytest.mark.parametrize("told", [{"kind": "projects"}, {}])
def test_a_part_that_is_named_is_read_and_the_others_are_told(told: dict[str, str]) -> None:
    file = whole_office("Mitglieder", "Projekte")
    with open_store(":memory:") as store:
        kind = kind_of(file, told) if told else "projects"
        reading, known = read_knowing(store, file, kind, told, chosen=not told)
    assert (reading.kind, reading.status, len(reading.rows), known) == ("projects", "ready", 1, {})
    assert [one.facts["kind_name"] for one in reading.problems if one.kind == "other-kind"] == ["members"]


def test_one_list_among_sheets_without_data_is_read_without_a_question() -> None:
    file = whole_office("Hinweise", "Projekte (leer)", "Mitglieder")
    with open_store(":memory:") as store:
        reading, _ = read_knowing(store, file, kind_of(file), {})
    assert (reading.kind, reading.status, len(reading.rows)) == ("members", "ready", 2)


def test_registers_are_looked_for_once_however_often_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def look(workbook: Workbook, file_name: str) -> list[Found]:
        looked.append(file_name)
        return registers_in(workbook, file_name)

    monkeypatch.setattr("lsn_data.intake.register_lists.registers_in", look)
    file = whole_office("Mitglieder", "Projekte")
    with open_store(":memory:") as store:
        read_knowing(store, file, kind_of(file), {})
    assert looked == ["gesamt.xlsx"]
