"""Do the exhibits of the measures say what the registers hold, in both languages, without codes, on every page?"""

from __future__ import annotations

import datetime as dt
import re

import pytest

from lsn_data.board import Pick, draw
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.in_workbook import workbook
from lsn_data.exhibit.on_page import table_html
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import LIGHT
from lsn_data.intake import read_register
from lsn_data.language import Language
from lsn_data.store import Store, register_rows, save
from lsn_data.topics.measures.listing import in_order, measures_list
from lsn_data.topics.measures.log_exhibit import log
from tests.intake.made import as_csv
from tests.topics.test_measures import line, uploaded

EN, DE = Language("en"), Language("de")
TODAY = dt.date(2026, 11, 22)
DANISH = "dlsc-2021"
PICKS = (
    Pick("measures"), Pick.of("measures", cluster=DANISH), Pick("measures-rule"), Pick("measures-list"),
    Pick.of("measures-list", theme="region", status="running"), Pick.of("measure", measure="visibility-4"),
    Pick("measures-log"),
)  # fmt: skip
CODE = re.compile(r"lsn-2030|dlsc-|\w_\w|\b[a-z]{3,}-\d")


def shown(exhibit: Exhibit) -> list[list[str]]:
    return [
        [column.shown(value, exhibit.say) for column, value in zip(exhibit.table.columns, row, strict=True)]
        for row in exhibit.table.rows
    ]


def said(exhibit: Exhibit) -> str:
    heads = [column.label for column in exhibit.table.columns]
    cells = [cell for row in shown(exhibit) for cell in row]
    return "\n".join([exhibit.message, exhibit.title, *exhibit.notes, *heads, *cells])


@pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
@pytest.mark.parametrize("pick", PICKS, ids=str)
def test_every_exhibit_is_drawn_on_page_slide_and_workbook_without_codes(
    pick: Pick, say: Language, loaded: Store
) -> None:
    exhibit = draw(loaded, pick, say)
    assert not CODE.findall(said(exhibit))
    assert table_html(exhibit, LIGHT)
    assert presentation([exhibit])
    assert workbook([exhibit])


@pytest.mark.parametrize("pick", PICKS, ids=str)
def test_every_exhibit_stands_on_published_facts_alone(pick: Pick, store: Store) -> None:
    assert draw(store, pick, DE).message


def test_the_finding_names_the_heaviest_and_the_weakest(loaded: Store) -> None:
    assert draw(loaded, Pick("measures"), EN).message == (
        "Visibility (32%) and Networking (40%) carry most weight, Organisational development × Informing the least"
    )
    found = draw(loaded, Pick("measures"), DE)
    assert found.message.startswith("Sichtbarkeit (32\u202f%) und Vernetzen (40\u202f%) tragen das meiste Gewicht")
    assert [column.label for column in found.table.columns][1:7:2] == ["Vernetzen", "Informieren", "Positionieren"]


def test_without_detailed_measures_the_finding_says_so(store: Store) -> None:
    assert draw(store, Pick("measures"), EN).message == (
        "Visibility (27%) and Positioning (36%) carry most weight; every cell is filled,"
        " no detailed measure is entered yet"
    )


def test_cells_with_nothing_are_named_and_stand_out(store: Store) -> None:
    rows = [
        ["lsn-2030", f"{theme}-1{letter}", f"{theme}-1", "X", theme, principle, "running", "Team", "", ""]
        for theme in ("visibility", "innovation", "region", "competencies", "internationalisation", "organisation")
        for letter, principle in (("a", "networking"), ("b", "informing"), ("c", "positioning"))
        if (theme, principle) != ("region", "informing")
    ]
    uploaded(store, "2026-06-30", *rows, ["lsn-2030", "visibility-2a", "visibility-2", "X", "visibility",
                                          "networking", "running", "Team", "", ""])  # fmt: skip
    found = draw(store, Pick("measures"), EN)
    assert found.message == (
        "Visibility (22%) and Networking (39%) carry most weight; nothing stands at Life science region × Informing"
    )
    assert found.chart.part("highlight")[2] == "informing"
    assert "none detailed" in shown(found)[2]


def test_a_cell_leads_to_its_measures(loaded: Store) -> None:
    found = draw(loaded, Pick("measures"), EN)
    assert dict(found.ways[0, "informing"].filters) == {
        "theme": "visibility",
        "principle": "informing",
        "measure": "all",
    }
    assert 'href="?theme=visibility&amp;principle=informing' in table_html(found, LIGHT)
    assert draw(loaded, Pick.of("measures", cluster=DANISH), EN).ways == {}


def test_the_rule_is_said_in_a_sentence(loaded: Store, store: Store) -> None:
    assert draw(store, Pick("measures-rule"), EN).message == "All 22 measures serve one to three principles"
    assert draw(loaded, Pick("measures-rule"), EN).message == (
        "51 of 52 measures serve one to three principles; off strategy: “Merchandise for the anniversary”"
    )


def test_the_list_marks_what_is_late_and_what_nobody_owns_without_a_word_of_alarm(loaded: Store) -> None:
    found = measures_list(loaded, EN, {"theme": "visibility"}, TODAY)
    assert found.message == "15 of 52 measures: 2 are past their date, 1 has no owner"
    marked = dict(zip(found.table.column("code"), found.chart.part("highlight"), strict=True))
    assert {code: look for code, look in marked.items() if look} == {"V1b": "owner", "V2b": "due", "V4a": "due"}
    assert measures_list(loaded, EN, {"theme": "visibility"}, dt.date(2026, 6, 30)).message == (
        "15 of 52 measures: 1 has no owner"
    )


def test_children_stand_under_their_parents(loaded: Store) -> None:
    codes = measures_list(loaded, DE, {"theme": "visibility"}, TODAY).table.column("code")
    assert list(codes)[:5] == ["S1", "S1a", "S1b", "S2", "S2a"]


def test_measures_that_belong_to_one_another_in_a_circle_stand_once() -> None:
    rows = [{"measure": one, "parent": other, "theme": "region"} for one, other in (("a", "b"), ("b", "a"), ("c", "c"))]
    assert sorted(row["measure"] for row in in_order(rows, ["region"])) == ["a", "b", "c"]


def test_the_list_narrows_by_every_filter_and_says_which(loaded: Store) -> None:
    asked = {"theme": "visibility", "principle": "informing", "status": "running", "addresses": "w3"}
    found = measures_list(loaded, EN, asked, TODAY)
    assert list(found.table.column("code")) == ["V2b"]
    assert "Visibility · Informing · Running · answers W3" in found.title
    nothing = measures_list(loaded, DE, {**asked, "status": "dropped"}, TODAY)
    assert nothing.message == "Keine Maßnahme passt zu den Filtern"
    assert "Aufgegeben" in nothing.title


def test_one_measure_shows_its_family_its_factors_and_the_kpis_and_projects_of_its_theme(loaded: Store) -> None:
    found = draw(loaded, Pick.of("measure", measure="VISIBILITY-4A"), EN)
    relations = list(found.table.column("relation"))
    rows = {row["measure"]: row for row in register_rows(loaded, "measures", demo=True)}
    assert relations.count("answers") == len(rows["visibility-4a"]["addresses"])
    kpis = {row["kpi"] for row in register_rows(loaded, "kpi", demo=True) if row["theme"] == "visibility"}
    assert relations.count("KPI of its theme") == len(kpis)
    assert found.ways[relations.index("answers"), "name"].page == "swot"
    above = draw(loaded, Pick.of("measure", measure="visibility-1"), EN)
    assert list(above.table.column("relation")).count("has beneath it") == 2
    with pytest.raises(Refused):
        draw(loaded, Pick.of("measure", measure="shoes"), EN)


def test_a_factor_that_the_swot_does_not_have_is_told(store: Store) -> None:
    row = line("region-1a")
    uploaded(store, "2026-06-30", [*row[:-1], "X9"])
    assert ["answers", "X9", "not in the SWOT"] in shown(draw(store, Pick.of("measure", measure="region-1a"), EN))


def test_the_log_names_what_changed_from_what_to_what_and_why(store: Store) -> None:
    uploaded(store, "2026-01-31", line("region-1a", "planned", title="Talks"), line("region-1b", title="Visits"))
    head = ["strategy", "measure", "parent", "title_en", "theme", "principles", "status", "owner", "due", "addresses"]
    later = as_csv([head, line("region-1a", "dropped", title="Talks"), line("region-1b", due="2027", title="Visits")])
    save(store, read_register(later, "later.csv", "measures"), actor="office", as_of=dt.date(2026, 6, 30),
         note="Review by the board")  # fmt: skip
    found = log(store, EN)
    assert found.message == "The newest change is of 2026-06-30: 1 measure changed and 1 measure dropped"
    first, second = (row[1:6] for row in shown(found)[:2])
    assert first == ["R1a Talks", "dropped", "Planned", "Dropped", "Review by the board"]
    assert second == ["R1b Visits", "Due", "–", "2027", "Review by the board"]
    assert log(store, DE, "visibility").message.startswith("Seit Veröffentlichung der Strategie")


def test_the_first_list_is_one_line(loaded: Store) -> None:
    first, document = shown(draw(loaded, Pick("measures-log"), EN))
    assert first[1].startswith("30 measures: Visibility 9, Innovative power 6")
    assert document[1].startswith("22 measures: ")
