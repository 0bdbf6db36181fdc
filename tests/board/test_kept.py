"""Do packs survive two people, taken names and hostile ones, and does every change have its way back?"""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from lsn_data import access
from lsn_data.board import Pick
from lsn_data.board.kept import (
    begun,
    changed,
    free_name,
    names,
    pack_name,
    pack_of_name,
    renamed,
    taken_back,
    thrown_away,
)
from lsn_data.board.order import Spot, numbered, place_of, spots, stepped
from lsn_data.board.pack import LONGEST_NAME, Entry, Pack, Part, Section, worded
from lsn_data.errors import NotAllowed, Refused
from lsn_data.store import Store, delete_wave, open_store, save
from tests.store.made import reading

A, B, C = Entry(Pick("a")), Entry(Pick("b")), Entry(Pick.of("b", wave="2024"))
X, Y = Section({"en": "X"}), Section({"en": "Y"})


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def refused(cause: str) -> pytest.RaisesExc[Refused]:
    return pytest.RaisesExc(Refused, check=lambda trouble: trouble.cause == cause)


def test_a_change_meets_the_newest_state_and_not_the_one_that_somebody_saw(store: Store) -> None:
    begun(store, Pack("Board", (A, X, B)), actor="anna")
    changed(store, "Board", lambda pack: pack.without(0), actor="ben")
    spot = spots(Pack("Board", (A, X, B)))[2]
    changed(store, "Board", lambda pack: pack.changed(place_of(pack, spot), worded(B, "en", "Ours", "x")), actor="anna")
    found = pack_of_name(store, "Board")
    assert found is not None
    assert found.parts == (X, worded(B, "en", "Ours", "x"))


def test_a_part_that_somebody_took_out_meanwhile_is_told(store: Store) -> None:
    begun(store, Pack("Board", (A, B)), actor="anna")
    with refused("part-gone"):
        changed(store, "Board", lambda pack: pack.without(place_of(pack, spots(Pack("", (C,)))[0])), actor="anna")
    assert pack_of_name(store, "Board") == Pack("Board", (A, B))


def test_of_sections_that_are_alike_the_one_meant_is_found() -> None:
    pack = Pack("p", (X, A, X, B))
    assert [place_of(pack, spot) for spot in spots(pack)] == [0, 1, 2, 3]
    assert spots(pack)[2] == Spot(spots(pack)[0].key, 1)


def test_twenty_people_who_add_at_once_lose_nothing(store: Store) -> None:
    begun(store, Pack("Board"), actor="anna")
    threads = [
        threading.Thread(
            target=lambda n=n: changed(store, "Board", lambda pack: pack.added(Pick(f"x{n}")), actor=f"u{n}")  # type: ignore[misc]
        )
        for n in range(20)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    found = pack_of_name(store, "Board")
    assert found is not None
    assert {pick.name for pick in found.picks} == {f"x{n}" for n in range(20)}


def test_every_kind_of_change_can_be_taken_back(store: Store) -> None:
    first = begun(store, Pack("Board", (A,)), actor="anna")
    second = changed(store, "Board", lambda pack: pack.added(Pick("b")), actor="anna")
    third = renamed(store, "Board", "Council", actor="anna")
    fourth = thrown_away(store, "Council", actor="anna")
    assert names(store) == []
    taken_back(store, fourth, actor="anna")
    assert names(store) == ["Council"]
    taken_back(store, third, actor="anna")
    taken_back(store, second, actor="anna")
    assert pack_of_name(store, "Board") == Pack("Board", (A,))
    taken_back(store, first, actor="anna")
    assert names(store) == []


def test_taking_back_does_not_take_somebody_else_s_change_along(store: Store) -> None:
    begun(store, Pack("Board", (A, B)), actor="anna")
    step = changed(store, "Board", lambda pack: pack.without(0), actor="anna")
    changed(store, "Board", lambda pack: pack.added(Pick("theirs")), actor="ben")
    with refused("changed-since"):
        taken_back(store, step, actor="anna")
    found = pack_of_name(store, "Board")
    assert found is not None
    assert Pick("theirs") in found.picks


def test_taking_back_does_not_bring_again_what_went_with_a_deleted_wave(store: Store) -> None:
    save(store, reading(), wave="2026", actor="office")
    begun(store, Pack("Board", (A, Entry(Pick.of("comments", wave="2026", words="a rare word")))), actor="anna")
    seen = pack_of_name(store, "Board")
    without = changed(store, "Board", lambda pack: pack.without(1), actor="anna")
    delete_wave(store, "2026", actor="office")
    with refused("deleted-since"):
        taken_back(store, without, actor="anna")
    assert seen
    assert pack_of_name(store, "Board") == seen.without(1)
    later = changed(store, "Board", lambda pack: pack.added(Pick("b")), actor="anna")
    taken_back(store, later, actor="anna")


@pytest.mark.parametrize("name", ["", "  \n\t", "\u202e\u2028"])
def test_a_name_of_nothing_is_refused(store: Store, name: str) -> None:
    with refused("no-name"):
        begun(store, Pack(name), actor="anna")


def test_a_name_too_long_or_taken_is_refused_whatever_its_case(store: Store) -> None:
    begun(store, Pack("Board"), actor="anna")
    begun(store, Pack("Other"), actor="anna")
    with refused("long-name"):
        begun(store, Pack("x" * (LONGEST_NAME + 1)), actor="anna")
    for taken in ("Board", " board "):
        with refused("pack-exists"):
            begun(store, Pack(taken), actor="anna")
        with refused("pack-exists"):
            renamed(store, "Other", taken, actor="anna")
    renamed(store, "Board", "BOARD", actor="anna")
    assert set(names(store)) == {"BOARD", "Other"}


def test_a_name_is_one_line_that_does_not_turn_the_reading_around() -> None:
    assert pack_name(" A\u202e\n<b> **2026** ") == "A <b> **2026**"


def test_a_free_name_is_numbered(store: Store) -> None:
    assert free_name(store, "Board") == "Board"
    begun(store, Pack("Board"), actor="anna")
    begun(store, Pack("board (2)"), actor="anna")
    assert free_name(store, "Board") == "Board (3)"
    begun(store, Pack("x" * LONGEST_NAME), actor="anna")
    assert len(free_name(store, "x" * LONGEST_NAME)) <= LONGEST_NAME


def test_a_pack_that_was_deleted_meanwhile_is_told_and_nothing_is_made(store: Store) -> None:
    for act in (
        lambda: changed(store, "Gone", lambda pack: pack, actor="anna"),
        lambda: renamed(store, "Gone", "Board", actor="anna"),
        lambda: thrown_away(store, "Gone", actor="anna"),
    ):
        with refused("no-pack"):
            act()
    assert names(store) == []


def test_who_may_not_compose_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(store, Pack("Board"), actor="anna")
    monkeypatch.setattr(access, "may", lambda actor, action: action != "compose")
    with pytest.raises(NotAllowed):
        changed(store, "Board", lambda pack: pack.added(Pick("a")), actor="guest")
    assert pack_of_name(store, "Board") == Pack("Board")


def order(pack: Pack) -> str:
    return "".join(part.said("en") if isinstance(part, Section) else part.pick.name for part in pack.parts)


@pytest.mark.parametrize(
    ("parts", "at", "by", "after"),
    [
        ((X, A, Y, B), 2, -1, "YbXa"),
        ((X, A, Y, B), 0, 1, "YbXa"),
        ((X, A, Y, B), 0, -1, "XaYb"),
        ((X, A, Y, B), 2, 1, "XaYb"),
        ((A, X, B), 1, -1, "Xab"),
        ((A, X, B), 2, -1, "abX"),
        ((X, Y, A), 1, -1, "YaX"),
    ],
)
def test_an_exhibit_steps_past_its_neighbour_and_a_section_with_all_under_it(
    parts: tuple[Part, ...], at: int, by: int, after: str
) -> None:
    assert order(stepped(Pack("p", parts), at, by)) == after


@pytest.mark.parametrize(("at", "number", "after"), [(3, 1, "baXc"), (0, 2, "Xcab"), (0, 99, "Xcba"), (2, -5, "caXb")])
def test_an_exhibit_goes_to_its_number(at: int, number: int, after: str) -> None:
    assert order(numbered(Pack("p", (A, X, Entry(Pick("c")), B)), at, number)) == after
