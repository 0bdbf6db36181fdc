"""Does the listing of projects tell what the registers hold, and what follows from it?"""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lsn_data.store import Store, open_store
from lsn_data.topics.projects.answer import by_theme, chosen, ending, known, listing, money_by_theme, total
from lsn_data.topics.registers.answer import listing as of_command
from tests.topics.made_projects import TODAY

DATASETS = Path(__file__).parents[2] / "datasets"


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory, facts_file: Path) -> Iterator[Store]:
    """The published facts alone."""
    with open_store(Path(shutil.copy(facts_file, tmp_path_factory.mktemp("facts")))) as opened:
        yield opened


def read(folder: str, kind: str) -> list[dict[str, str]]:
    """The rows of a dataset as they lie on the disk."""
    with (DATASETS / folder / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def row_of(found: dict[str, Any], project: str) -> dict[str, Any]:
    return next(row for row in found["rows"] if row["project"] == project)


def test_the_published_chains_are_known(facts: Store) -> None:
    found = listing(facts, TODAY)
    assert row_of(found, "MAGIA")["chain"] == ["MAGIA", "MAGIA2Market"]
    assert row_of(found, "HIHeal next level transition")["chain"] == ["HIHeal", "HIHeal next level transition"]
    assert row_of(found, "P.I.L.O.T.")["followed_by"] == ["P.I.L.O.T. Next Level"]
    assert row_of(found, "HIHeal")["parts"] == ["BRIDGE 53"]
    assert row_of(found, "BRIDGE 53")["chain"] == ["BRIDGE 53"]


def test_the_published_amounts_are_all_in_doubt_or_unknown_and_never_summed(facts: Store) -> None:
    counts = listing(facts, TODAY)["counts"]
    assert counts["sums"] == {}
    amounts = [row["amount"] for row in read("published", "funding")]
    assert counts["amounts"] == {"known": 0, "doubtful": 3, "unknown": amounts.count("")}
    assert [row["project"] for row in listing(facts, TODAY)["rows"] if row["doubtful"]] == ["ELISE", "KI#CK"]


def test_countries_and_themes_are_counted_as_the_file_tells_them(facts: Store) -> None:
    counts, rows = listing(facts, TODAY)["counts"], read("published", "projects")
    countries = Counter(code for row in rows for code in row["countries"].split(";"))
    assert counts["country"] == {code or "none": n for code, n in countries.most_common()}
    themes = Counter(theme for row in rows for theme in row["themes"].split(";"))
    assert counts["theme"] == {theme or "none": n for theme, n in themes.most_common()}


def test_the_money_of_the_demo_is_what_its_file_adds_up_to(loaded: Store) -> None:
    rows = read("demo", "funding")
    sure = sum(float(row["amount"]) for row in rows if row["doubtful"] == "no")
    counts = listing(loaded, TODAY)["counts"]
    assert counts["sums"] == {"EUR": sure} == dict(total(known(loaded, TODAY)).sums)
    by_themes = money_by_theme(loaded, TODAY)
    assert sum(sums["EUR"] for sums in by_themes.values()) == pytest.approx(sure)
    # FJORDSCAN and OSTSEEKEIM count half here, SAKURA whole.
    assert by_themes["internationalisation"] == {"EUR": (730_000 + 310_000) / 2 + 275_000}
    assert "EUR" not in money_by_theme(loaded, TODAY, ("planned",)).get("competencies", {})


def test_what_ends_soon_has_no_follow_up_and_comes_in_the_order_of_the_ends(loaded: Store) -> None:
    expected = ["DEMO-NACHWUCHS", "DEMO-FJORDSCAN", "DEMO-LABORNETZ WEST"]
    assert [one.code for one in ending(loaded, TODAY)] == expected
    later = [one.code for one in ending(loaded, dt.date(2027, 12, 1))]
    assert later == ["DEMO-LABORNETZ WEST", "DEMO-OSTSEEKEIM", "DEMO-LABORNETZ", "DEMO-SAKURA"]


def test_the_themes_tell_what_runs_and_what_has_ended(loaded: Store) -> None:
    counts = by_theme(loaded, TODAY)
    assert counts["region"] == {"running": 2, "planned": 0, "ended": 0, "unknown": 0}
    assert counts["competencies"] == {"running": 1, "planned": 1, "ended": 2, "unknown": 0}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"theme": "region"}, {"DEMO-LABORNETZ", "DEMO-LABORNETZ WEST"}),
        ({"country": "JP"}, {"DEMO-SAKURA"}),
        ({"programme": "COSME"}, {"MAGIA"}),
        ({"programme": "European Social Fund"}, {"KI#CK"}),
        ({"programme": "State of Schleswig-Holstein"}, {"KI#CK", "NORTHOPEDICS", "P.I.L.O.T."}),
        ({"stage": "planned"}, {"DEMO-KOMPASS PLUS"}),
        ({"stage": "planned", "theme": "region"}, set()),
    ],
)
def test_a_filter_keeps_what_it_names(loaded: Store, filters: dict[str, str], expected: set[str]) -> None:
    assert {one.code for one in chosen(known(loaded, TODAY), filters).projects} == expected


def test_the_command_gives_the_same_listing(loaded: Store) -> None:
    assert of_command(loaded, "projects", TODAY) == listing(loaded, TODAY)
