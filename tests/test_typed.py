"""Does what is typed on the page come in as a spreadsheet would: checked, told, with a receipt and a way back?"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest

from lsn_data import demo
from lsn_data.errors import Refused
from lsn_data.intake import read_register
from lsn_data.sheets.identity import identity
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.written import as_csv
from lsn_data.store import Store, open_store, register_rows, save, undo
from lsn_data.topics.kpis.as_json import listing
from lsn_data.typed import NEVER_TYPED, Edits, Typed, read_typed, real_rows, store_typed
from lsn_data.ui.editing_start import View, begun, carried, typed_since

KPI = REGISTERS["kpi"]
DAY = dt.date(2026, 11, 22)
UPLOADED = (
    b"kpi,name_de,period,value,vintage,unit,target,target_period\n"
    b"members,Mitglieder,2026,310,2026,number,,\n"
    b"reach,Reichweite,2025,1.2345,,%,40,2030\n"
    b"reach,Reichweite,2026,1500,,%,40,2030\n"
)


@pytest.fixture
def store(tmp_path: Path, facts_file: Path) -> Any:
    with open_store(Path(shutil.copy(facts_file, tmp_path))) as opened:
        yield opened


@pytest.fixture(scope="module")
def demo_store(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Any:
    with open_store(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("typed")))) as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    save(store, read_register(UPLOADED, "kpi.csv", "kpi"), actor="office", as_of=dt.date(2026, 6, 30))
    return store


def key(kpi: str, period: str | None, vintage: str | None = None) -> tuple[Any, ...]:
    return identity(KPI, {"kpi": kpi, "period": period, "vintage": vintage})


def typed(store: Store, changed: Any = None, added: Any = (), gone: Any = (), kind: str = "kpi") -> Typed:
    """What was typed, seen in the order of the register."""
    seen = {row: number for number, row in enumerate(real_rows(store, kind), start=1)}
    edits = Edits(store.version, changed or {}, tuple(added), frozenset(gone), seen)
    return read_typed(store, kind, edits, DAY)


def kinds(found: Typed) -> list[tuple[str, int | None, str]]:
    return [(one.kind, one.row, one.column) for one in found.problems]


def test_typing_nothing_changes_nothing(filled: Store) -> None:
    found = typed(filled, {key("members", "2026", "2026"): {"value": 310.0, "method": ""}})
    assert (found.changes, found.problems, found.ready) == ((), (), False)
    with pytest.raises(ValueError):
        store_typed(filled, found, actor="office")


def test_a_value_typed_over_a_published_one_joins_alone(store: Store) -> None:
    before = register_rows(store, "kpi")
    found = typed(store, {key("members", "2025", "2025"): {"value": 303}})
    assert [(one.name[0], one.field and one.field.name) for one in found.changes] == [
        ("Members of LSN · 2025 · 2025", "value")
    ]
    receipt = store_typed(store, found, actor="office", note="Counted again", today=DAY)
    assert (receipt.rows_kept, receipt.typed, receipt.note, receipt.as_of) == (1, True, "Counted again", DAY)
    assert receipt.file == "kpi-2026-11-22.csv"
    after = register_rows(store, "kpi")
    assert [row["value"] for row in after if row["origin"] == "uploaded"] == [303]
    assert len(after) == len(before)


def test_what_nobody_typed_stays_as_it_was_stored(filled: Store) -> None:
    before = real_rows(filled, "kpi")
    store_typed(filled, typed(filled, {key("reach", "2026"): {"value": 1.234}}), actor="office", today=DAY)
    after = real_rows(filled, "kpi")
    changed = [one for one in after if drop(after[one]) != drop(before[one])]
    assert changed == [key("reach", "2026")]
    assert after[changed[0]] == {**before[changed[0]], "value": 1.234, "import": after[changed[0]]["import"]}
    assert after[key("reach", "2025")]["value"] == 1.2345


def drop(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "import"}


def test_taking_it_back_brings_the_old_values_back(filled: Store) -> None:
    before = register_rows(filled, "kpi")
    found = typed(filled, {key("reach", "2026"): {"value": 7}}, added=[{"kpi": "reach", "period": "2027", "value": 9}],
                  gone=[key("reach", "2025")])  # fmt: skip
    receipt = store_typed(filled, found, actor="office", today=DAY)
    values = {row["period"]: row["value"] for row in register_rows(filled, "kpi") if row["kpi"] == "reach"}
    assert values == {"2026": 7, "2027": 9}
    undo(filled, receipt.import_id, actor="office")
    assert register_rows(filled, "kpi") == before


def test_a_new_row_takes_the_facts_of_its_kpi_along(store: Store) -> None:
    found = typed(store, added=[{"kpi": "members", "period": "2026", "value": 320}])
    assert found.ready
    (row,) = found.reading.rows
    assert (row["name_de"], row["theme"], row["level"], row["unit"], row["better"]) == (
        "Mitglieder von LSN", "region", "outcome", "number", "up",
    )  # fmt: skip
    store_typed(store, found, actor="office", today=DAY)
    (members,) = (one for one in listing(store)["kpis"] if one["kpi"] == "members")
    assert [one["value"] for one in members["values"]] == [200, 260, 300, 320]


def test_a_bad_cell_is_named_with_its_row_and_column(filled: Store) -> None:
    number = list(real_rows(filled, "kpi")).index(key("reach", "2026")) + 1
    found = typed(filled, {key("reach", "2026"): {"vintage": "soon"}}, added=[{"kpi": "reach", "period": "last year"}])
    assert kinds(found) == [
        ("typed-no-date", number, "vintage"),
        ("typed-no-date", len(real_rows(filled, "kpi")) + 1, "period"),
    ]
    assert not found.ready


def test_trouble_in_rows_that_nobody_typed_does_not_stand_in_the_way(store: Store) -> None:
    rows = b"measure,title_de,theme,principles,due\nregion-9,Ohne Prinzip,region,,bald\nregion-8,Gut,region,N,\n"
    save(store, read_register(rows, "m.csv", "measures"), actor="office", as_of=DAY)
    good = identity(REGISTERS["measures"], {"strategy": "lsn-2030", "measure": "region-8"})
    found = typed(store, {good: {"due": "2027-03"}}, kind="measures")
    assert (found.problems, found.ready) == ((), True)


def test_a_target_says_who_set_it_when_and_for_which_year(store: Store) -> None:
    whole = {"target": 350, "target_period": "2030", "target_set_by": "Board", "target_set_on": "2026-11-20"}
    place = key("members", None)
    assert typed(store, {place: whole}).ready
    for missing in whole:
        found = typed(store, {place: {name: cell for name, cell in whole.items() if name != missing}})
        assert [one.kind for one in found.problems] == ["target-incomplete"], missing
        assert found.problems[0].facts["columns"] == {"labels": [KPI.field(missing).label]}


def test_a_value_needs_its_period(store: Store) -> None:
    number = list(real_rows(store, "kpi")).index(key("members", None)) + 1
    assert ("value-without-period", number, "period") in kinds(typed(store, {key("members", None): {"value": 3}}))


def test_a_measure_serves_at_least_one_principle(store: Store) -> None:
    new = {"title_de": "Messestand", "title_en": "", "theme": "visibility", "principles": []}
    assert [one.kind for one in typed(store, added=[new], kind="measures").problems] == ["principles-missing"]
    found = typed(store, added=[{**new, "principles": ["informing", "networking"]}], kind="measures")
    assert found.ready
    (row,) = found.reading.rows
    assert (row["measure"], row["strategy"], row["title_en"]) == ("visibility-7", "lsn-2030", "Messestand")
    assert row["principles"] == ["informing", "networking"]


def test_published_rows_are_neither_deleted_nor_named_anew(store: Store) -> None:
    number = list(real_rows(store, "kpi")).index(key("members", "2021")) + 1
    assert ("published-stays", number, "") in kinds(typed(store, gone=[key("members", "2021")]))
    found = typed(store, {key("members", "2021"): {"period": "2022"}})
    assert ("published-named", number, "period") in kinds(found)


@pytest.mark.parametrize("period", ["2025", "2026"])
def test_a_row_that_is_there_is_not_added_again(filled: Store, period: str) -> None:
    """Whether the one that is there was published or uploaded."""
    found = typed(filled, added=[{"kpi": "members", "period": period, "vintage": period, "value": 1}])
    assert ("typed-twice", len(real_rows(filled, "kpi")) + 1, "") in kinds(found)


def test_an_address_is_refused_and_never_told(store: Store) -> None:
    row = {"title_de": "Messe", "theme": "region", "principles": ["informing"], "owner": "anna@firma.de"}
    found = typed(store, added=[row], kind="measures")
    assert ("typed-contact", len(real_rows(store, "measures")) + 1, "owner") in kinds(found)
    assert "anna" not in str(found.problems)


@pytest.mark.parametrize("contact", ["Team, Tel. 0431 123456", "+49 431 12345", "192.168.2.10", "anna\uff20firma.de"])
@pytest.mark.parametrize(
    ("kind", "field"), [("measures", "owner"), ("measures", "title_de"), ("proposals", "title_de")]
)
def test_numbers_to_call_are_refused_like_addresses(store: Store, kind: str, field: str, contact: str) -> None:
    row = {"title_de": "Messe", "theme": "region", "principles": ["informing"], "verdict": "in", field: contact}
    found = typed(store, added=[row], kind=kind)
    assert ("typed-contact", len(real_rows(store, kind)) + 1, field) in kinds(found)
    assert not found.ready


def test_days_links_and_figures_are_no_contacts(store: Store) -> None:
    for title in (
        "Messe 2026-03-31",
        "Auftritt auf www.firma.de",
        "Von 1.500 auf 3.000 Gäste",
        "Ziel 10/2026 bis 03/2027",
    ):
        row = {"title_de": title, "theme": "region", "principles": ["informing"]}
        assert typed(store, added=[row], kind="measures").ready


def test_half_a_character_is_no_trouble(store: Store) -> None:
    row = {"title_de": "Messe \ud800", "theme": "region", "principles": ["informing"]}
    assert typed(store, added=[row], kind="measures").ready


def test_a_name_that_reads_like_a_sum_is_not_lost_in_silence(store: Store) -> None:
    found = typed(store, added=[{"kpi": "Beispiel: Reichweite", "period": "2025", "value": 3}])
    assert [one.kind for one in found.problems] == ["typed-lost"]


def test_the_same_typed_in_other_words_is_no_change(store: Store) -> None:
    rows = b"measure,title_de,theme,principles,due\nregion-8,Gut,region,N,2027-03\n"
    save(store, read_register(rows, "m.csv", "measures"), actor="office", as_of=DAY)
    good = identity(REGISTERS["measures"], {"strategy": "lsn-2030", "measure": "region-8"})
    assert typed(store, {good: {"due": "März 2027"}}, kind="measures").changes == ()


def test_a_text_that_stood_for_both_languages_goes_on_doing_so(store: Store) -> None:
    rows = b"measure,title_de,theme,principles\nregion-8,Messe,region,N\n"
    save(store, read_register(rows, "m.csv", "measures"), actor="office", as_of=DAY)
    good = identity(REGISTERS["measures"], {"strategy": "lsn-2030", "measure": "region-8"})
    (row,) = typed(store, {good: {"title_de": "Messestand"}}, kind="measures").reading.rows
    assert (row["title_en"], row["title_de"]) == ("Messestand", "Messestand")


def test_whoever_began_before_somebody_else_stored_is_refused(filled: Store) -> None:
    early = typed(filled, {key("reach", "2026"): {"value": 5}})
    store_typed(filled, typed(filled, {key("reach", "2025"): {"value": 4}}), actor="somebody", today=DAY)
    with pytest.raises(Refused) as told:
        store_typed(filled, early, actor="office", today=DAY)
    assert told.value.cause == "changed-meanwhile"
    again = read_typed(filled, "kpi", Edits(filled.version, early.edits.changed, seen=early.edits.seen), DAY)
    store_typed(filled, again, actor="office", today=DAY)
    values = {row["period"]: row["value"] for row in register_rows(filled, "kpi") if row["kpi"] == "reach"}
    assert values == {"2025": 4, "2026": 5}


def test_another_register_or_the_demo_changing_does_not_stand_in_the_way(filled: Store) -> None:
    found = typed(filled, {key("reach", "2026"): {"value": 5}})
    save(filled, read_register(b"member\nA GmbH\n", "m.csv", "members"), actor="office")
    demo.load(filled, "test")
    assert store_typed(filled, found, actor="office", today=DAY).rows_kept == 3


def test_demo_rows_never_mix_with_what_is_typed(store: Store) -> None:
    before = real_rows(store, "kpi")
    demo.load(store, "test")
    assert real_rows(store, "kpi") == before


def test_a_register_that_stands_for_a_later_day_keeps_that_day(store: Store) -> None:
    later = dt.date(2026, 12, 31)
    save(store, read_register(UPLOADED, "kpi.csv", "kpi"), actor="office", as_of=later)
    receipt = store_typed(store, typed(store, {key("reach", "2026"): {"value": 5}}), actor="office", today=DAY)
    assert (receipt.as_of, receipt.state) == (later, "current")


def test_the_last_row_that_anybody_brought_is_not_deleted_but_taken_back(store: Store) -> None:
    save(store, read_register(b"kpi,period,value\nreach,2025,3\n", "kpi.csv", "kpi"), actor="office", as_of=DAY)
    assert [one.kind for one in typed(store, gone=[key("reach", "2025")]).problems] == ["nothing-left"]


def test_a_list_that_brings_more_along_than_its_rows_is_not_typed(store: Store) -> None:
    for kind in NEVER_TYPED:
        with pytest.raises(ValueError):
            real_rows(store, kind)


@pytest.mark.parametrize("kind", [kind for kind in REGISTERS if kind not in NEVER_TYPED])
def test_every_register_reads_back_as_it_is_written(kind: str, demo_store: Store) -> None:
    """Published and invented rows alike: the spreadsheet that is made in memory says what the tables hold."""
    fields = [field.name for field in REGISTERS[kind].fields]
    rows = [{name: row[name] for name in fields} for row in register_rows(demo_store, kind, demo=True)]
    if rows:
        reading = read_register(as_csv(REGISTERS[kind], rows), "list.csv", kind)
        assert [{name: row[name] for name in fields} for row in reading.rows] == rows


def test_what_was_typed_into_a_row_that_is_gone_meanwhile_is_carried_along_as_a_new_one(filled: Store) -> None:
    view = View("kpi", "kpi", "", ("kpi", "period", "value"), lambda row: row["kpi"] == "reach")
    start = begun(filled, view)
    state = {"edited_rows": {1: {"value": 7}}, "added_rows": [{"period": "2027", "value": 9}, {}]}
    edits = typed_since(start, state, {"kpi": "reach"})
    assert edits.added == ({"kpi": "reach", "period": "2027", "value": 9}, {})
    store_typed(filled, typed(filled, gone=[key("reach", "2026")]), actor="somebody", today=DAY)
    later = carried(edits, start, begun(filled, view))
    again = typed_since(later, {}, {"kpi": "reach"})
    assert not again.changed
    assert [(row["period"], row["value"]) for row in again.added] == [("2026", 7), ("2027", 9)]
    store_typed(filled, read_typed(filled, "kpi", again, DAY), actor="office", today=DAY)
    values = {row["period"]: row["value"] for row in register_rows(filled, "kpi") if row["kpi"] == "reach"}
    assert values == {"2025": 1.2345, "2026": 7, "2027": 9}


def test_a_proposal_is_typed_like_any_other_row(store: Store) -> None:
    row = {"title_de": "Gemeinschaftsstand", "theme": "visibility", "verdict": "in", "decided_by": "Vorstand"}
    found = typed(store, added=[row], kind="proposals")
    assert found.problems == ()
    store_typed(store, found, actor="office", today=DAY)
    (kept,) = register_rows(store, "proposals")
    assert (kept["proposal"], kept["title_en"], kept["verdict"]) == ("visibility-1", "Gemeinschaftsstand", "in")
