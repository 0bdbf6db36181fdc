"""Do the exhibits of projects and stories say what the registers hold, in both languages, without codes?"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from lsn_data.board import Pick, draw
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.on_page import HTML, figure, html
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import DARK, LIGHT
from lsn_data.intake.report import Reading
from lsn_data.language import Language
from lsn_data.store import Store, open_store, save
from lsn_data.topics.kpis.as_json import listing as kpis
from lsn_data.topics.projects.catalogue import EXHIBITS
from lsn_data.topics.projects.exhibits import timeline
from lsn_data.topics.stories.catalogue import EXHIBITS as STORIES
from lsn_data.topics.stories.exhibits import told
from tests.topics.made_projects import TODAY, paid, project

EN, DE = Language("en"), Language("de")
ALL = {**EXHIBITS, **STORIES}
CODE = re.compile(r"\w_\w|^none$|lsn-2030|\bDE-SH\b", re.MULTILINE)
ENGLISH = re.compile(r"\b(the|and|of|with|project|invented|not known|stated|follows|year)\b")
# Which filter an exhibit needs to show one thing.
NEEDED = {"project": {"project": "DEMO-FJORDSCAN"}, "story": {"story": "demo-danish-twin"}}


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory, facts_file: Path) -> Iterator[Store]:
    with open_store(Path(shutil.copy(facts_file, tmp_path_factory.mktemp("facts")))) as opened:
        yield opened


def made(*rows: dict[str, object], **registers: list[dict[str, object]]) -> Store:
    """A store with these projects, and rows of other registers."""
    store = open_store(":memory:")
    for kind, held in {"projects": list(rows), **registers}.items():
        kept = [{key: value for key, value in row.items() if key not in ("origin", "import")} for row in held]
        numbered = tuple({**row, "row": at} for at, row in enumerate(kept, start=2))
        reading = Reading(f"{kind}.csv", kind, kind=kind, status="ready", rows_read=len(kept), rows=numbered)
        save(store, reading, actor="test", as_of=TODAY)
    return store


def drawn(store: Store, name: str, filters: Mapping[str, str] | None = None, say: Language = EN) -> Exhibit:
    if name.startswith("projects") and name != "projects-income":
        found = EXHIBITS[name](store, say, dict(filters or {}))
    else:
        found = ALL[name](store, say, dict(filters or NEEDED.get(name, {})))
    assert found is not None
    return found


def said(exhibit: Exhibit) -> str:
    """Every text that a person sees, without places in documents."""
    cells = [
        column.shown(value, exhibit.say)
        for row in exhibit.table.rows
        for column, value in zip(exhibit.table.columns, row, strict=True)
        if not str(value).startswith("Life Science Nord")
    ]
    heads = [column.label for column in exhibit.table.columns]
    methods = [one.said for one in exhibit.method]
    return "\n".join([exhibit.message, exhibit.title, exhibit.question, *heads, *cells, *exhibit.notes, *methods])


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
def test_every_exhibit_is_whole_without_codes_and_drawn_everywhere(loaded: Store, name: str, say: Language) -> None:
    exhibit = drawn(loaded, name, say=say)
    assert not CODE.search(said(exhibit)), CODE.search(said(exhibit))
    assert exhibit.question.endswith("?")
    assert exhibit.sources
    for palette in (LIGHT, DARK):
        (html if exhibit.chart.kind in HTML else figure)(exhibit, palette)
    assert presentation([exhibit]).startswith(b"PK")


@pytest.mark.parametrize("name", ALL)
def test_the_german_is_german(loaded: Store, name: str) -> None:
    found = [
        line for line in said(drawn(loaded, name, say=DE)).split("\n")
        if ENGLISH.search(line) and not re.search(r"BRIDGE|HIHeal|Natural Earth|P\.I\.L\.O\.T|Baltic Fracture", line)
    ]  # fmt: skip
    assert found == []


@pytest.mark.parametrize(
    "name", ["projects", "projects-ending", "projects-by-theme", "projects-map", "projects-funders"]
)
def test_published_facts_alone_are_enough(facts: Store, name: str) -> None:
    assert drawn(facts, name).origin == "published"


def test_the_finding_of_the_demo_names_what_runs_what_ends_and_what_cannot_be_told(loaded: Store) -> None:
    exhibit = timeline(loaded, EN, {}, TODAY)
    assert exhibit is not None
    assert exhibit.message == "9 projects run; 2 end within 12 months without a follow-up; 3 state no end"
    undated = (
        "Without dates, so not drawn: BRIDGE 53 (part of HIHeal, ended), KI#CK (ended) and NorDigHealth (running)."
    )
    assert undated in exhibit.notes


def test_published_projects_that_run_state_no_end(facts: Store) -> None:
    exhibit = timeline(facts, EN, {}, TODAY)
    assert exhibit is not None
    assert exhibit.message == "3 projects run; when they end is not stated"


def test_chains_stand_together_and_point_to_the_one_before(loaded: Store) -> None:
    exhibit = drawn(loaded, "projects")
    names, after = list(exhibit.chart.part("label")), exhibit.chart.part("after")
    chains = (
        ("MAGIA", "MAGIA2Market"), ("P.I.L.O.T.", "P.I.L.O.T. Next Level"),
        ("HIHeal", "HIHeal next level transition"), ("DEMO-KOMPASS", "DEMO-KOMPASS PLUS"),
    )  # fmt: skip
    for first, second in chains:
        assert (first, second) in list(pairwise(names))
        assert after[names.index(second)] == names.index(first)


def test_the_roles_are_the_fills_and_the_table_begins_with_the_rows_of_the_chart(loaded: Store) -> None:
    exhibit = drawn(loaded, "projects")
    fills = dict(zip(exhibit.chart.part("label"), exhibit.chart.part("fill"), strict=True))
    assert (fills["BFCC"], fills["BONEBANK"], fills["ELISE"]) == ("solid", "light", "outline")
    count = len(exhibit.chart.table.rows)
    assert exhibit.table.column("project")[:count] == exhibit.chart.part("label")
    assert exhibit.ways[0, ""] == exhibit.ways[0, "project"]


def test_what_ended_long_ago_does_not_crowd_a_very_large_portfolio() -> None:
    rows = [project(f"P{at}", str(1990 + at % 30), str(1991 + at % 30)) for at in range(200)]
    exhibit = timeline(made(*rows), EN, {}, TODAY)
    assert exhibit is not None
    assert len(exhibit.chart.table.rows) == 80
    assert len(exhibit.table.rows) == 200
    assert "120 older projects stand in the table only." in exhibit.notes


def test_a_project_without_a_follow_up_is_listed_with_its_sure_money(loaded: Store) -> None:
    exhibit = EXHIBITS["projects-ending"](loaded, EN, {})
    assert exhibit is not None
    assert "DEMO-KOMPASS" not in exhibit.table.column("project")
    rows = dict(zip(exhibit.table.column("project"), exhibit.table.column("money"), strict=True))
    if "DEMO-FJORDSCAN" in rows:
        assert rows["DEMO-FJORDSCAN"] == "EUR\u202f730,000"


def test_money_is_booked_in_the_year_of_the_start_and_doubt_stays_out(loaded: Store) -> None:
    exhibit = drawn(loaded, "projects-funding")
    booked: dict[object, float] = {}
    for year, amount in zip(exhibit.table.column("year"), exhibit.table.column("amount"), strict=True):
        booked[year] = booked.get(year, 0) + float(str(amount))
    assert booked == {"2023": 480_000, "2024": 802_000, "2025": 885_000, "2026": 55_000}
    totals = dict(zip(exhibit.chart.part("label"), exhibit.chart.part("total"), strict=True))
    assert totals == {year: value / 1000 for year, value in booked.items()}
    assert "ELISE" not in exhibit.table.column("project")
    assert any("ELISE EUR\u202f1,217,494; KI#CK EUR\u202f193,000" in note for note in exhibit.notes)


def test_currencies_are_never_added(loaded: Store) -> None:
    rows = [paid("A", 10.0), paid("A", 20.0, funder="B"), paid("A", 5000.0, currency="DKK")]
    exhibit = drawn(made(project("A", "2024"), funding=rows), "projects-funding")
    assert list(exhibit.table.column("amount")) == [10.0, 20.0]
    assert exhibit.notes == ("In another currency, never added: DKK\u202f5,000.",)
    payers = drawn(made(project("A", "2024"), funding=rows[1:]), "projects-funders")
    assert "EUR\u202f20" in payers.table.column("sure")


def test_money_of_a_project_without_a_start_is_told_and_in_no_year() -> None:
    rows = [paid("A", 10.0), paid("B", 99.0)]
    exhibit = drawn(made(project("A", "2024"), project("B"), funding=rows), "projects-funding")
    assert list(exhibit.table.column("project")) == ["A"]
    assert exhibit.notes == ("Without a stated start, so in no year: B.",)


def test_of_published_money_no_amount_is_sure(facts: Store) -> None:
    assert EXHIBITS["projects-funding"](facts, EN, {}) is None
    message = drawn(facts, "projects-funders").message
    assert message.endswith("no amount is sure: 3 amounts are in doubt, 13 are not known")


def test_the_share_of_income_is_that_of_the_kpi(loaded: Store) -> None:
    shares = drawn(loaded, "projects-income").table
    kpi = next(one for one in kpis(loaded)["kpis"] if one["kpi"] == "non-institutional-share")
    computed = {value["period"]: value["value"] for value in kpi["values"] if value["origin"] == "computed"}
    mine = dict(zip(shares.column("year"), shares.column("share"), strict=True))
    assert {year: round(float(str(share)) * 100, 4) for year, share in mine.items()} == {
        year: round(value, 4) for year, value in computed.items()
    }


def test_a_year_that_does_not_say_which_is_which_has_no_share() -> None:
    row = {"source": "Fees", "institutional": None, "amount": 5.0, "currency": "EUR"}
    rows = [{**row, "period": "2024"}, {**row, "period": "2025-03", "institutional": False}]
    exhibit = drawn(made(project("A"), finance=rows), "projects-income")
    assert list(exhibit.table.column("share")) == [None, None]
    assert "2024 and 2025" in exhibit.notes[0]


def test_the_map_counts_each_country_of_a_project_and_tells_what_is_no_country() -> None:
    rows = [project("A", countries=["DE", "Dänemark"]), project("B", countries=["Denmark", "Ostsee"]), project("C")]
    exhibit = drawn(made(*rows), "projects-map")
    ours = {"Germany", "Denmark"} & set(exhibit.table.column("country"))
    assert ours
    counts = dict(zip(exhibit.table.column("country"), exhibit.table.column("count"), strict=True))
    assert counts["Denmark"] == 2
    assert any("Ostsee" in note for note in exhibit.notes)


def test_one_project_is_told_with_all_that_is_known_and_what_is_not(loaded: Store) -> None:
    exhibit = drawn(loaded, "project", {"project": "KI#CK"})
    lines = list(zip(*(exhibit.table.column(name) for name in ("what", "known")), strict=True))
    assert ("Run time", "no dates stated") in lines
    amounts = [known for what, known in lines if what == "Funding"]
    assert len(amounts) == 2
    assert all("in doubt" in str(known) for known in amounts)
    assert not any(what == "Sum of the amounts that are sure" for what, _ in lines)


def test_one_project_leads_to_its_chain_its_themes_and_its_story(loaded: Store) -> None:
    exhibit = drawn(loaded, "project", {"project": "DEMO-FJORDSCAN"})
    led = {way.filters for way in exhibit.ways.values()}
    assert {(("theme", "innovation"),), (("story", "demo-danish-twin"),)} <= led


def test_a_story_without_the_contribution_is_not_told_and_says_so() -> None:
    whole = {"story": "a", "date": "2025", "title_en": "A", "title_de": "A", "problem": "p", "solution": "s",
             "contribution": "c", "theme": None, "project": None, "kpi": None}  # fmt: skip
    store = made(project("P"), stories=[whole, {**whole, "story": "b", "title_en": "B", "contribution": " "}])
    exhibit = told(store, EN, {})
    assert exhibit is not None
    assert exhibit.table.column("title") == ("A",)
    assert exhibit.notes == ("Not told, since a part is missing: B (missing: LSN's contribution).",)


def test_a_story_has_three_parts_and_leads_to_project_and_kpi(loaded: Store) -> None:
    exhibit = drawn(loaded, "stories")
    assert {"problem", "solution", "contribution"} <= {column.key for column in exhibit.table.columns}
    ways = {(way.page, way.filters) for way in exhibit.ways.values()}
    assert ("kpis", (("kpi", "partnerships"),)) in ways
    assert ("projects", (("project", "DEMO-FJORDSCAN"),)) in ways


def test_an_unknown_project_is_refused(loaded: Store) -> None:
    with pytest.raises(Refused):
        draw(loaded, Pick.of("project", project="never heard of"), EN)


def test_a_year_is_no_day_too_long() -> None:
    exhibit = timeline(made(project("A", "2018", "2019", role="lead")), EN, {}, TODAY)
    assert exhibit is not None
    at = exhibit.chart.part("label").index("A")
    assert exhibit.chart.part("end")[at] == dt.date(2019, 12, 31)
    assert exhibit.chart.part("rough")[at] == "start end"
