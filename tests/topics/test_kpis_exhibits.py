"""Do the exhibits of the KPIs say what the figures hold, in both languages and in every state of the data?"""

from __future__ import annotations

import datetime as dt
import re

import pytest

from lsn_data.board import Pick, draw
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.panels import panels_of
from lsn_data.intake import read_register
from lsn_data.language import Language
from lsn_data.sheets.choices import THEMES
from lsn_data.store import Store, save
from lsn_data.topics.kpis.names import SHORT
from lsn_data.topics.kpis.wording import chance_range

EN, DE = Language("en"), Language("de")
# Codes of ratings and fills, which the renderers read and nobody sees.
CODES = (
    "reached", "nearly", "too slow", "wrong way", "too few points", "no target", "actual", "previous", "target", "low",
    "high", "break",
)  # fmt: skip
LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])


def drawn(store: Store, name: str = "kpis", say: Language = EN, **filters: str) -> Exhibit:
    return draw(store, Pick.of(name, **filters), say)


def panel(exhibit: Exhibit, name: str) -> dict[str, object]:
    """The texts of one panel."""
    found = next(one for one in panels_of(exhibit.chart).panels if one.name == name)
    return {"word": found.word, "told": found.told, "late": found.late, "about": found.about, "badge": found.badge,
            "empty": found.empty, "marks": [(mark.scenario, mark.shown) for mark in found.marks]}  # fmt: skip


def all_texts(exhibit: Exhibit) -> str:
    cells = [str(cell) for row in (*exhibit.table.rows, *exhibit.chart.table.rows) for cell in row if cell is not None]
    return "\n".join([exhibit.message, exhibit.title, *exhibit.notes, *exhibit.meaning, *cells])


@LANGUAGES
def test_by_theme_each_kpi_stands_under_its_theme_in_the_strategy_s_order(loaded: Store, say: Language) -> None:
    found = panels_of(drawn(loaded, say=say, by="theme").chart)
    themes = [one.belongs for one in found.panels]
    names = [say.both(choice.label) for choice in THEMES]
    assert found.sections == ("",)
    assert len(themes) == 16
    assert [names.index(theme) for theme in themes] == sorted(names.index(theme) for theme in themes)


def test_the_finding_counts_names_and_says_what_cannot_be_told(loaded: Store) -> None:
    assert drawn(loaded).message == (
        "6 of 11 outcome KPIs are on course for 2030; 2 do not move towards their targets; 1 cannot be rated yet"
    )
    assert drawn(loaded, level="impact").message == "5 impact KPIs tell to what LSN contributes; none is scored"
    assert drawn(loaded, theme="region", level="outcome").message == (
        "1 of 2 outcome KPIs is on course for 2030; wrong way: Premium members"
    )


def test_outcomes_and_impacts_stand_apart_and_no_impact_is_rated(loaded: Store) -> None:
    found = panels_of(drawn(loaded).chart)
    assert [len(found.within(section)) for section in found.sections] == [11, 5]
    assert {one.word for one in found.within(found.sections[1])} == {"contribution, not scored"}
    assert all(one.band is None for one in found.within(found.sections[1]))


def test_each_panel_says_its_state_in_a_sentence(loaded: Store) -> None:
    exhibit = drawn(loaded)
    assert panel(exhibit, "Premium members")["told"] == "down from 26 in 2021"
    assert panel(exhibit, "Projects in focus regions")["told"] == "as in 2021: no step towards the target"
    assert panel(exhibit, "New services used")["told"] == "2 values so far; a rating needs 4"
    assert panel(exhibit, "Awareness of LSN M's work")["told"] == "about 1 point short on the present path"
    assert panel(exhibit, "Satisfaction of members")["told"] == "before and from 2023 cannot be compared"
    footprint = panel(exhibit, "Economic footprint")
    assert (footprint["told"], footprint["late"]) == (
        "2022 first published as 5.1, later as 5.3", "the value of 2025 is missing",
    )  # fmt: skip
    assert ("previous", "5.1") in footprint["marks"]  # type: ignore[operator]
    assert "1 success story" in str(panel(exhibit, "New products and processes")["told"])


def test_the_outlook_is_drawn_only_for_outcomes_with_a_target_and_five_values(loaded: Store) -> None:
    with_band = {one.name for one in panels_of(drawn(loaded).chart).panels if one.band}
    assert "Members" in with_band
    # Four values are rated, but no range is drawn through them.
    assert not with_band & {"Awareness of LSN M's work", "New services used", "Standing in social media"}
    assert ("low", "329") in panel(drawn(loaded), "Members")["marks"]  # type: ignore[operator]


def test_without_values_the_panel_says_who_brings_them(store: Store) -> None:
    exhibit = drawn(store)
    assert exhibit.message == "No outcome KPI can be rated yet: none of the 11 has a target, 1 has values"
    assert panel(exhibit, "Premium members")["empty"] == "No values yet\nThe office uploads the register “Members”."
    assert panel(exhibit, "Economic footprint")["empty"] == "No values yet\nThe office enters it in the KPI template."
    assert panel(exhibit, "Members")["badge"] == "PUBLISHED"
    assert panel(exhibit, "Members")["told"] == "without a target it cannot be rated"


def test_a_kpi_tells_since_when_we_know_and_who_set_the_target(loaded: Store) -> None:
    exhibit = drawn(loaded, "kpi", kpi="premium-members")
    assert exhibit.message == (
        "Premium members: the values do not move towards the target of 40 by 2030; known since 2024-03-31"
    )
    assert exhibit.meaning == (
        "If things go on as before, between 14 and 36 in 2030 (95%). Reaching 40 is unlikely (1%, depending on the "
        "method).",
        "Rated “wrong way” since 2024-03-31, before “too slow”. Values of that time, measured against the target set "
        "on 2025-11-20.",
        "The target was set by Board on 2025-11-20.",
    )


def test_a_kpi_tells_where_the_registers_differ_from_its_sheet(loaded: Store) -> None:
    notes = " ".join(drawn(loaded, "kpi", kpi="partnerships").notes)
    assert "The registers give others for 6 of 7 years: 3 instead of 6 in 2025." in notes
    assert "the same values as the KPI sheet for 7 years" in " ".join(drawn(loaded, "kpi", kpi="members").notes)
    assert "already give 4.0 for 2026" in " ".join(drawn(loaded, "kpi", kpi="member-satisfaction").notes)


def test_an_impact_tells_its_stories_and_no_chance(loaded: Store) -> None:
    exhibit = drawn(loaded, "kpi", kpi="new-products")
    assert exhibit.message == (
        "New products and processes: 5 in 2025; LSN contributes to it, it is not scored"
    )  # fmt: skip
    assert exhibit.meaning == ("Success story: A sensor finds its first clinic (2025-09)",)


def test_the_rows_behind_a_counted_value_can_be_opened(loaded: Store) -> None:
    exhibit = drawn(loaded, "kpi-rows", kpi="partnerships", period="2025")
    assert exhibit.message == "3 rows make the value of 2025: 3"
    assert set(exhibit.table.column("since")) == {"2025-01", "2025-08", "2025-11"}
    kpi = drawn(loaded, "kpi", kpi="partnerships")
    links = {way.filters for (_, column), way in kpi.ways.items() if column == "value"}
    assert (("kpi", "partnerships"), ("period", "2025")) in links
    for row, column in kpi.ways:
        if column == "value":
            assert kpi.table.column("origin")[row] == "counted in the registers"
    with pytest.raises(Refused):
        drawn(loaded, "kpi-rows", kpi="member-satisfaction")
    with pytest.raises(Refused):
        drawn(loaded, "kpi", kpi="no-such-kpi")


def test_every_panel_and_every_row_of_the_table_leads_to_its_kpi(loaded: Store) -> None:
    exhibit = drawn(loaded)
    led = {exhibit.chart.part("panel")[row]: dict(way.filters)["kpi"] for (row, _), way in exhibit.ways.items()}
    assert led == {pair[0]: code for code, pair in SHORT.items()}
    assert len(drawn(loaded, "kpis-table").ways) == 16


def test_the_table_says_what_is_to_be_done(loaded: Store, store: Store) -> None:
    found = drawn(loaded, "kpis-table")
    told = dict(zip(found.table.column("kpi"), found.table.column("todo"), strict=True))
    assert told["Economic footprint"] == "The value of 2025 is missing. The office enters it in the KPI template."
    assert found.notes == (f"Economic footprint: {told['Economic footprint']}",)
    bare = drawn(store, "kpis-table")
    assert bare.message == "15 KPIs have no values and 11 outcome KPIs have no target"
    assert all(bare.table.column("todo"))


def test_counted_values_say_so(store: Store) -> None:
    years = "\n".join(f"P{year},DK,{year}" for year in range(2020, 2026))
    found = read_register(f"partner,country,since\n{years}".encode(), "p.csv", "partnerships")
    save(store, found, actor="test")
    exhibit = drawn(store, theme="internationalisation", level="outcome")
    assert panel(exhibit, "Partnerships")["about"] == "new or widened a year, counted"
    assert any("follow from the registers" in note for note in exhibit.notes)
    assert any(source.text == "Partnerships" for source in exhibit.sources)


@LANGUAGES
def test_no_code_and_no_english_is_left_in_what_people_read(loaded: Store, store: Store, say: Language) -> None:
    for opened in (loaded, store):
        for name, filters in (("kpis", {}), ("kpis-table", {}), ("kpi", {"kpi": "members"})):
            text = all_texts(drawn(opened, name, say, **filters))
            shown = [line for line in text.split("\n") if line not in CODES]
            assert not re.search(r"\bNone\b|\bnan\b|[{}]", "\n".join(shown))
            assert not [code for code in SHORT if re.search(rf"(?<![\w-]){code}(?![\w-])", text) and "-" in code]
            if say.code == "de":
                assert not re.search(r"\b(the|and|values|target|since)\b", "\n".join(
                    line for line in shown if "survey" not in line
                ))  # fmt: skip


def test_a_chance_is_never_printed_as_none_or_certain() -> None:
    assert chance_range((0.0, 1.0), EN) == "1–99%"
    assert chance_range((0.001, 0.004), DE) == "1\u202f%"


def test_a_kpi_tells_what_was_restated_what_broke_and_who_brings_the_missing_value(loaded: Store) -> None:
    footprint = panel(drawn(loaded, "kpi", kpi="economic-footprint"), "Economic footprint")
    assert footprint["told"] == "2022 first published as 5.1, later as 5.3."
    assert footprint["late"] == "The value of 2025 is missing. The office enters it in the KPI template."
    assert "Before and from 2023 cannot be compared." in str(
        panel(drawn(loaded, "kpi", kpi="member-satisfaction"), "Satisfaction of members")["told"]
    )


def test_a_very_long_register_is_cut_on_the_page_and_says_where_it_is_whole(store: Store) -> None:
    rows = "\n".join(f"M{at},2020-01-01," for at in range(600))
    found = read_register(f"member,joined,left\n{rows}".encode(), "m.csv", "members")
    save(store, found, actor="test", as_of=dt.date(2026, 1, 31))
    exhibit = drawn(store, "kpi-rows", kpi="members")
    assert exhibit.message == "600 rows make the value of 2025: 600"
    assert len(exhibit.table.rows) == 500
    assert "The first 500 rows are shown; the page Explore holds all." in exhibit.notes
