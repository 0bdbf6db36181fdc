"""Do the comparisons with other clusters count what the registers hold, and compare only what can be compared?"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence

import pytest

from lsn_data.board import Pick, draw
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit, Way
from lsn_data.exhibit.on_page import figure
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import LIGHT
from lsn_data.intake import read_register
from lsn_data.language import Language
from lsn_data.store import Store, register_rows, save
from lsn_data.topics.kpis.answer import kpi
from lsn_data.topics.peers.compute import Figure, compared, is_own, is_social, measure_of, measures_in, unit_of
from lsn_data.topics.peers.correspondence import FILE, pairs

EN, DE = Language("en"), Language("de")
LSN, DANISH = "lsn-2030", "dlsc-2021"
PEERS = ("organisation", "country", "measure", "period", "value", "unit", "source")
STRATEGY = ("strategy", "part", "code", "theme", "principle", "order", "name_en", "text_en", "source")
THIRD = "Nordlicht 2028"


def upload(store: Store, kind: str, headings: Sequence[str], *rows: Sequence[str]) -> None:
    """A register as the office brings it."""
    text = io.StringIO()
    csv.writer(text).writerows([headings, *rows])
    reading = read_register(text.getvalue().encode("utf-8"), f"{kind}.csv", kind)
    assert reading.status == "ready", reading.problems
    save(store, reading, actor="test")


def third_strategy(store: Store) -> None:
    """A strategy of a further cluster: two themes, one principle, two offerings, a vision, a success statement."""
    upload(
        store, "strategy", STRATEGY,
        (THIRD, "theme", "skills", "", "", "1", "Skills", "People stay", "Plan, page 1"),
        (THIRD, "theme", "space", "", "", "2", "Space", "", "Plan, page 2"),
        (THIRD, "principle", "together", "", "", "1", "Together", "", "Plan, page 1"),
        (THIRD, "cell", "skills-1", "skills", "together", "1", "Summer school", "", "Plan, page 3"),
        (THIRD, "cell", "space-1", "space", "together", "2", "Shared laboratory", "", "Plan, page 3"),
        (THIRD, "mission", "vision", "", "", "1", "Vision", "Everybody finds a place", "Plan, page 1"),
        (THIRD, "success", "skills-s", "skills", "", "1", "More graduates stay", "", "Plan, page 4"),
    )  # fmt: skip


def drawn(store: Store, name: str, say: Language = EN, **filters: str) -> Exhibit:
    return draw(store, Pick.of(name, **filters), say)


def counts_of(exhibit: Exhibit, column: int) -> dict[str, str]:
    return {str(row[0]): str(row[column]) for row in exhibit.table.rows}


def test_every_part_is_counted_as_the_rows_of_each_strategy_hold_it(store: Store) -> None:
    exhibit = drawn(store, "peers-gaps")
    rows = register_rows(store, "strategy")
    for column, code in enumerate((LSN, DANISH), start=1):
        told = counts_of(exhibit, column)
        parts = Counter(row["part"] for row in rows if row["strategy"] == code)
        for label, part in (
            ("Focus fields", "field"),
            ("Formats", "format"),
            ("Cases", "case"),
            ("Steps of the process", "process"),
        ):
            assert told[label] == (str(parts[part]) if parts[part] else "–"), label
    ours, danish = counts_of(exhibit, 1), counts_of(exhibit, 2)
    assert (ours["Strategic measures"], danish["Strategic measures"]) == ("22 (3 to 6 a theme)", "–")
    assert (ours["Offerings named in the cells"], danish["Offerings named in the cells"]) == ("–", "12 (3 a theme)")
    assert (ours["Success statements"], danish["Success statements"]) == ("–", "11 (2 to 3 a theme)")
    assert (ours["KPIs with outcome and impact"], danish["KPIs with outcome and impact"]) == (
        "16 (2 to 3 a theme)",
        "–",
    )
    assert (ours["Focus actions of the themes"], danish["Focus actions of the themes"]) == ("–", "12 (2 to 4 a theme)")
    assert (ours["Cells of the matrix filled"], danish["Cells of the matrix filled"]) == ("18 of 18", "12 of 12")
    assert (ours["Vision"], danish["Vision"]) == ("–", "1")
    assert (ours["Rhythm of review"], danish["Rhythm of review"]) == ("1", "1")


def test_the_finding_counts_the_dashes_of_each_column(store: Store) -> None:
    exhibit = drawn(store, "peers-gaps")
    lacks = [sum(row[column] == "–" for row in exhibit.table.rows) for column in (1, 2)]
    assert exhibit.message == (
        f"LSN 2030 lacks {lacks[0]} parts that another strategy names; Danish Life Science Cluster lacks {lacks[1]}"
    )
    tinted = [set(str(keys or "").split()) for keys in exhibit.chart.part("highlight")]
    assert tinted == [
        {f"strategy{at}" for at in (0, 1) if row[at + 1] == "–"} for row in exhibit.table.rows
    ]  # fmt: skip
    assert any("may still exist" in note for note in exhibit.notes)


def test_a_part_that_no_strategy_names_is_left_out(store: Store) -> None:
    assert "Targets for KPIs" not in counts_of(drawn(store, "peers-gaps"), 1), "nothing published sets a target"


def test_what_is_there_leads_to_the_strategy_that_names_it(store: Store) -> None:
    exhibit = drawn(store, "peers-gaps")
    row = [one[0] for one in exhibit.table.rows].index("Cases")
    assert exhibit.ways[row, "strategy1"] == Way("strategy", (("cluster", DANISH), ("part", "identity")))
    assert (row, "strategy0") not in exhibit.ways


def test_a_third_strategy_from_a_spreadsheet_is_a_third_column(store: Store) -> None:
    third_strategy(store)
    for name in ("peers-gaps", "strategy-comparison"):
        labels = [column.label for column in drawn(store, name).table.columns]
        assert labels[1:] == ["LSN 2030", "Danish Life Science Cluster", THIRD], name
    told = counts_of(drawn(store, "peers-gaps"), 3)
    assert (told["Vision"], told["Goals of the themes"], told["Mission"]) == ("1", "1 of 2", "–")
    assert told["Offerings named in the cells"] == "2 (1 a theme)"
    assert told["Success statements"] == "1 (0 to 1 a theme)"
    assert f"{THIRD} lacks" in drawn(store, "peers-gaps").message
    assert THIRD in "".join(drawn(store, "peers-themes").notes), "nobody has read its themes beside ours"
    assert presentation([drawn(store, "peers-gaps", DE)])


def test_a_third_strategy_has_its_own_view(store: Store) -> None:
    third_strategy(store)
    assert drawn(store, "strategy-at-a-glance", cluster=THIRD).message.endswith("every cell of the matrix is filled")


def test_our_reading_of_the_themes_says_so_and_names_only_themes_that_exist(store: Store) -> None:
    themes = {(row["strategy"], row["code"]) for row in register_rows(store, "strategy") if row["part"] == "theme"}
    assert pairs()
    for one in pairs():
        assert {(LSN, one.theme), (one.other, one.other_theme)} <= themes
        assert all(one.why)
    assert "reading" in json.loads(FILE.read_text(encoding="utf-8"))["about"]
    exhibit = drawn(store, "peers-themes")
    assert "our reading" in exhibit.title
    assert any("our reading" in note for note in exhibit.notes)


def test_every_theme_of_both_strategies_stands_in_the_reading(store: Store) -> None:
    table = drawn(store, "peers-themes").table
    assert len(set(table.column("own")) - {"–"}) == 6
    assert len(set(table.column("other")) - {"–"}) == 4


@pytest.mark.parametrize(
    ("text", "code"),
    [("Members", "members"), ("Mitglieder", "members"), ("Beschäftigte", "staff"), ("Follower", "followers")],
)
def test_well_known_measures_are_known_in_both_languages(text: str, code: str) -> None:
    assert measure_of(text) == code


def test_social_media_are_told_from_size() -> None:
    assert [is_social(measure_of(one)) for one in ("LinkedIn-Follower", "Abonnenten", "Mitglieder")] == [
        True,
        True,
        False,
    ]
    assert is_own("Life Science Nord")
    assert is_own("LSN e.V.")
    assert not is_own("Life Science Valley")


def made(organisation: str, period: str, value: float, unit: str = "", own: bool = False) -> Figure:
    return Figure(organisation, "members", period, value, unit, own)


def test_only_one_unit_and_one_period_stand_side_by_side_and_the_rest_is_told() -> None:
    found = compared(
        [
            made("A", "2024", 10), made("A", "2025", 12), made("B", "2024", 30), made("C", "2024", 20),
            made("C", "2025", 25), made("D", "2025", 5, "%"), made("LSN", "2024", 20, own=True),
        ],
        "members",
    )  # fmt: skip
    assert found
    assert (found.period, found.unit) == ("2024", "")
    assert [(one.organisation, one.value) for one in found.figures] == [("B", 30), ("C", 20), ("LSN", 20), ("A", 10)]
    assert found.place == 2
    assert [(one.organisation, one.unit) for one in found.elsewhere] == [("D", "%")]


def test_of_periods_that_as_many_share_the_newest_counts() -> None:
    found = compared(
        [made("A", "2024", 1), made("A", "2025", 2), made("B", "2024", 1), made("B", "2025", 3)], "members"
    )
    assert found
    assert found.period == "2025"
    assert found.own is None
    assert found.place is None


def test_our_figures_alone_compare_with_nothing() -> None:
    assert compared([made("LSN", "2024", 20, own=True)], "members") is None
    assert measures_in([made("LSN", "2024", 20, own=True)]) == ()
    assert unit_of("Number") == unit_of("Anzahl") == unit_of(None) == ""


def test_our_members_are_those_of_the_kpi(loaded: Store) -> None:
    exhibit = drawn(loaded, "peers-size", measure="members")
    found = kpi(loaded, "members")
    assert found
    known = {one.period.text: one.value for one in found.line}
    ours = dict(zip(exhibit.table.column("organisation"), exhibit.table.column("value"), strict=True))[
        "Life Science Nord"
    ]
    assert ours == known["2025"]
    values = exhibit.table.column("value")
    assert list(values) == sorted(values, reverse=True)  # type: ignore[type-var]
    assert f"LSN holds place {list(values).index(ours) + 1} of 5 clusters" in exhibit.message
    assert any("KPI" in source.text for source in exhibit.sources)


def test_our_staff_is_the_published_number_in_its_year(loaded: Store) -> None:
    exhibit = drawn(loaded, "peers-size", measure="staff")
    assert ("Life Science Nord", 20, 4) in exhibit.table.rows
    assert "LSN 2030 (2025)" in exhibit.foot


def test_our_bar_is_the_one_to_look_at(loaded: Store) -> None:
    exhibit = drawn(loaded, "peers-social")
    bars = figure(exhibit, LIGHT).data[0]
    at = exhibit.table.column("organisation").index("Life Science Nord")
    assert [colour == LIGHT.accent for colour in bars["marker"]["color"]] == [row == at for row in range(11)]


def test_our_place_on_social_media_agrees_with_the_kpi_of_the_demo(loaded: Store) -> None:
    exhibit = drawn(loaded, "peers-social")
    told = {
        row["period"]: row["value"]
        for row in register_rows(loaded, "kpi", demo=True)
        if row["kpi"] == "social-media-place"
    }
    place = dict(zip(exhibit.table.column("organisation"), exhibit.table.column("place"), strict=True))[
        "Life Science Nord"
    ]
    assert place == told["2025"] == 6
    assert "The KPI on social media names the same place for 2025." in exhibit.notes
    followers: dict[str, dict[str, float]] = {}
    for row in register_rows(loaded, "peers", demo=True):
        if row["measure"] == "followers":
            followers.setdefault(row["period"], {})[row["organisation"]] = row["value"]
    for period, values in followers.items():
        assert 1 + sum(value > values["Life Science Nord"] for value in values.values()) == told[period]


def test_a_place_that_differs_from_the_kpi_is_told(store: Store) -> None:
    upload(
        store, "peers", PEERS,
        ("Life Science Nord", "DE", "Follower", "2025", "100", "", ""),
        ("Cluster A", "DE", "Follower", "2025", "200", "", ""),
    )  # fmt: skip
    upload(store, "kpi", ("kpi", "period", "value", "unit"), ("social-media-place", "2025", "5", "place"))
    exhibit = drawn(store, "peers-social")
    assert "The KPI names place 5 for 2025: it may count other clusters." in exhibit.notes
    assert exhibit.message == "Followers: LSN holds place 2 of 2 clusters with 100; Cluster A leads with 200"


def test_without_a_figure_of_ours_only_the_others_are_compared(store: Store) -> None:
    upload(
        store, "peers", PEERS,
        ("Cluster A", "DE", "Patente", "2024", "7", "", ""), ("Cluster B", "DK", "Patente", "2024", "9", "", ""),
        ("Cluster C", "DK", "Patente", "2023", "8", "", ""),
    )  # fmt: skip
    exhibit = drawn(store, "peers-size")
    assert exhibit.message == "Patente: Cluster B leads 2 clusters with 9; for LSN no value of 2024 is known"
    assert "Not in this comparison: Cluster C, 8 (2023)." in exhibit.notes


def test_of_many_clusters_the_largest_and_ours_are_drawn(store: Store) -> None:
    others = [(f"Cluster {at:02}", "DE", "Follower", "2025", str(100 + at), "", "") for at in range(30)]
    upload(store, "peers", PEERS, ("Life Science Nord", "DE", "Follower", "2025", "7", "", ""), *others)
    exhibit = drawn(store, "peers-social")
    assert len(exhibit.table.rows) == 21
    assert exhibit.table.rows[-1] == ("Life Science Nord", 7, 31)
    assert "The 20 largest clusters and LSN, of 31." in exhibit.notes


def test_without_figures_of_others_there_is_nothing_to_draw(store: Store) -> None:
    for name in ("peers-size", "peers-social"):
        with pytest.raises(Refused):
            drawn(store, name)


def test_german_is_german(loaded: Store) -> None:
    gaps = drawn(loaded, "peers-gaps", DE)
    assert (
        gaps.message == "LSN 2030 fehlen 6 Teile, die eine andere Strategie nennt; Danish Life Science Cluster fehlen 9"
    )
    assert drawn(loaded, "peers-social", DE).message.startswith(
        "Follower in sozialen Medien: LSN steht mit 10.200 auf Platz 6"
    )
