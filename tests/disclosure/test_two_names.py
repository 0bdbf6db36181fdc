"""Does one survey that is stored under two names tell more than under one?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lsn_data.intake.report import Respondent
from lsn_data.language import Language
from lsn_data.store import Store, check, open_store, undo
from lsn_data.store.shown import seen_before, shown_views
from lsn_data.topics.changes.doubled import doubles
from lsn_data.topics.priorities.answer import ranking
from tests.disclosure.made import Attacker, invented, members, small_groups
from tests.topics.made import reading_of, wave_of

EN = Language("en")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def test_equal_answers_under_two_names_show_the_same_groups_and_tell_of_no_smaller_one(store: Store) -> None:
    everybody = [one for one in invented(40, 6) if one.ranked]
    first = wave_of(store, everybody, wave="2026", sha="a")
    second = wave_of(store, list(reversed(everybody)), wave="2026b", sha="b")
    assert seen_before(store, second.import_id) == [first.import_id]
    shown = [shown_views(store, one.import_id) for one in (first, second)]
    by_one = [{view.parts for view in views if len(view.parts) == 1} for views in shown]
    assert by_one[0] == by_one[1] != set()
    attacker = Attacker(everybody, [members(everybody, dict(view.parts)) for views in shown for view in views])
    assert [group.sum() for group in small_groups(everybody) if attacker.recovers(group)] == []
    assert check(store).whole


def test_what_came_later_is_not_told_by_the_difference_of_two_names(store: Store) -> None:
    everybody = [one for one in invented(30, 7) if one.ranked]
    first = wave_of(store, everybody[:-4], wave="2026", sha="a")
    second = wave_of(store, everybody, wave="2026b", sha="b")
    assert shown_views(store, second.import_id) == ()
    assert ranking(store, second, EN)["suppressed"]["why"].startswith("Too few answers came or went")
    undo(store, first.import_id, actor="test")
    assert ranking(store, second, EN)["ranked"] == len(everybody)


def test_a_later_export_under_another_name_shows_what_a_later_version_would(store: Store) -> None:
    everybody = [one for one in invented(50, 8) if one.ranked]
    wave_of(store, everybody[:-12], wave="2026", sha="a")
    later = wave_of(store, everybody, wave="2026b", sha="b")
    version = wave_of(store, everybody, wave="2026", sha="c", replace=True)
    undo(store, later.import_id, actor="test")
    assert shown_views(store, later.import_id) == shown_views(store, version.import_id) != ()


@pytest.mark.parametrize("themes", [7, 3])
@pytest.mark.parametrize("shared", [20, 29, 31])
def test_who_uploads_is_asked_just_where_both_are_decided_as_one(store: Store, shared: int, themes: int) -> None:
    first, others = ([_first_of(one, themes) for one in invented(60, seed) if one.ranked] for seed in (11, 12))
    wave = wave_of(store, first[:40], wave="2026", sha="a")
    second = [*first[:shared], *others[: 40 - shared]]
    asked = [one.wave for one in doubles(store, reading_of(second))]
    later = wave_of(store, second, wave="2027", sha="b")
    assert seen_before(store, later.import_id) == ([wave.import_id] if asked else [])
    if themes == 7:  # of three, many agree by chance
        assert asked == (["2026"] if shared > 30 else [])


def _first_of(one: Respondent, themes: int) -> Respondent:
    """Somebody who placed only the first few themes."""
    return one._replace(places=tuple(place if at < themes else None for at, place in enumerate(one.places)))


def test_surveys_of_other_answers_are_decided_each_by_itself(store: Store) -> None:
    waves = [wave_of(store, invented(20, seed), wave=str(seed), sha=str(seed)) for seed in (1, 2)]
    assert [seen_before(store, one.import_id) for one in waves] == [[], []]
