"""Can somebody who opens every view, with every filter and of every version of a wave, work out a group under five?

The attacker asks for every view as page, slide and command do, keeps all that are answered, and solves the equations.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from lsn_data.disclosure import NotShown, codes_of
from lsn_data.intake.report import Respondent
from lsn_data.language import Language
from lsn_data.store import Import, Store, open_store, shown_wave, undo
from lsn_data.topics.priorities.answer import groups, offered, ranking, view_answer
from tests.disclosure.made import ATTRIBUTES, CODES, Attacker, invented, members, small_groups
from tests.topics.made import sample_respondents, wave_of

EN = Language("en")
View = tuple[NDArray[np.bool_], int]


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def everything(store: Store, wave: Import, respondents: Sequence[Respondent]) -> list[View]:
    """Whoever stands in a view that is answered: of all groups and all filters, also those that nobody offered."""
    found: list[View] = []
    for where in [{}, *filters(store, wave)]:
        try:
            answered = view_answer(store, wave, where)
        except NotShown:
            continue
        found.append((members(respondents, codes_of(where)), answered.ranked))
        for by in (name for name in ATTRIBUTES if name not in where):
            for group in groups(store, wave, by, where):
                found.append((members(respondents, {**codes_of(where), by: group.codes}), group.n))
    return found


def filters(store: Store, wave: Import) -> Iterator[dict[str, str]]:
    """Each code and each group by itself, each with each other, and all that is offered in threes and more."""
    names = {name: {code or "none" for code, _ in CODES.get(name, ())} for name in ATTRIBUTES}
    for name in ATTRIBUTES:
        names[name] |= {group.code for group in groups(store, wave, name)}
        yield from ({name: code} for code in sorted(names[name]))
    for first, second in itertools.combinations(ATTRIBUTES, 2):
        for one, other in itertools.product(sorted(names[first]), sorted(names[second])):
            yield {first: one, second: other}
    yield from (view.where for view in offered(store, wave) if len(view.parts) > 1)


@pytest.mark.parametrize("respondents", [invented(58, 7), sample_respondents()], ids=["invented", "sample"])
def test_no_group_under_five_is_recovered_from_all_views_of_a_wave(store: Store, respondents: list[Respondent]) -> None:
    respondents = [one for one in respondents if one.ranked]
    seen = everything(store, wave_of(store, respondents), respondents)
    assert len(seen) > 30
    assert all(n == group.sum() >= 5 for group, n in seen)
    attacker = Attacker(respondents, [group for group, _ in seen])
    assert [group.sum() for group in small_groups(respondents) if attacker.recovers(group)] == []


@pytest.mark.parametrize(("before", "after"), [(50, 58), (57, 58), (53, 58)])
def test_two_versions_of_a_wave_tell_no_more_than_one(store: Store, before: int, after: int) -> None:
    everybody = [one for one in invented(after, 11) if one.ranked]
    seen = []
    for n in (before, after):
        wave = wave_of(store, everybody[:n], wave="2026", replace=True, sha=str(n))
        shown = shown_wave(store, "2026")
        assert shown
        here = everybody[: n if shown.import_id == wave.import_id else before]
        seen += [np.append(group, np.zeros(len(everybody) - len(here), dtype=bool))
                 for group, _ in everything(store, shown, here)]  # fmt: skip
    came = np.array([at >= before for at in range(len(everybody))])
    attacker = Attacker(everybody, seen, came)
    assert attacker.recovers(came) == (after - before >= 5)
    assert [group.sum() for group in small_groups(everybody) if attacker.recovers(group)] == []


def test_where_one_answer_came_the_earlier_figures_stay_and_say_so(store: Store) -> None:
    everybody = invented(58, 2)
    first = wave_of(store, everybody[:57], wave="2026", sha="a")
    second = wave_of(store, everybody, wave="2026", replace=True, sha="b")
    shown = shown_wave(store, "2026")
    assert shown
    assert (shown.import_id, shown.state) == (first.import_id, "replaced")
    assert ranking(store, second, EN)["suppressed"]["why"].startswith("Too few answers came or went")
    undo(store, first.import_id, actor="test")
    assert shown_wave(store, "2026") == next(one for one in [shown_wave(store)] if one)
    assert ranking(store, second, EN)["ranked"] == 58


def test_one_corrected_answer_is_not_told_by_the_difference(store: Store) -> None:
    everybody = invented(58, 5)
    wave_of(store, everybody, wave="2026", sha="a")
    corrected = [*everybody[:-1], Respondent(row=99, places=(7, 6, 5, 4, 3, 2, 1), sector=everybody[-1].sector)]
    second = wave_of(store, corrected, wave="2026", replace=True, sha="b")
    assert ranking(store, second, EN)["suppressed"]


def test_a_version_with_the_same_answers_shows_what_was_shown(store: Store) -> None:
    everybody = invented(58, 6)
    first = wave_of(store, everybody, wave="2026", sha="a")
    second = wave_of(store, everybody, wave="2026", replace=True, sha="b")
    assert shown_wave(store, "2026") == second
    for by in ATTRIBUTES:
        assert ranking(store, second, EN, by=by).get("groups") == ranking(store, first, EN, by=by).get("groups")
