"""Is a file read the same way wherever it comes in, and is what was told before used and said?"""

from __future__ import annotations

from lsn_data.knowing import kind_of, read_knowing
from lsn_data.store import Store, open_store, remember
from tests.intake.made import GERMAN, as_csv, ballots, items_shape

FILE = as_csv(items_shape(ballots(whole=True), GERMAN))


def told_of_direction(store: Store) -> None:
    reading, _ = read_knowing(store, FILE, "survey.csv", "survey", {})
    assert reading.status == "ready"
    remember(store, reading.layout, {"direction": "7 is first"}, actor="office")


def test_what_was_told_of_a_layout_is_used_again_and_said() -> None:
    with open_store(":memory:") as store:
        told_of_direction(store)
        again, known = read_knowing(store, FILE, "survey.csv", "survey", {})
        assert known == {"direction": "7 is first"}
        assert again.ranking is not None
        assert again.ranking.direction == "7 is first"
        assert "told-before" in {one.kind for one in again.problems}


def test_what_is_told_now_counts_more() -> None:
    with open_store(":memory:") as store:
        told_of_direction(store)
        now, _ = read_knowing(store, FILE, "survey.csv", "survey", {"direction": "1 is first"})
        assert now.ranking is not None
        assert now.ranking.direction == "1 is first"


def test_a_register_is_known_from_a_survey() -> None:
    assert kind_of(FILE, "survey.csv") == "survey"
    assert kind_of(b"member,state\nNordlicht GmbH,HH\n", "members.csv") == "members"
