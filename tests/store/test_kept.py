"""Is an answer made once, however many ask at once, and made anew after a change?"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from lsn_data.store.kept import Kept

MANY = 8


def test_many_who_ask_at_once_get_one_answer_that_one_of_them_made() -> None:
    kept, makers, all_here = Kept(), [], threading.Barrier(MANY)

    def make() -> object:
        makers.append(threading.get_ident())
        threading.Event().wait(0.05)
        return object()

    def ask() -> object:
        all_here.wait()
        return kept.once(1, "members", make)

    with ThreadPoolExecutor(MANY) as people:
        answers = {one.result() for one in [people.submit(ask) for _ in range(MANY)]}
    assert len(answers) == len(makers) == 1


def test_somebody_who_asks_for_another_answer_does_not_wait() -> None:
    kept, go = Kept(), threading.Event()
    with ThreadPoolExecutor(1) as other:
        slow = other.submit(kept.once, 1, "slow", lambda: go.wait(10))
        assert kept.once(1, "quick", lambda: "there") == "there"
        assert not slow.done()
        go.set()
        assert slow.result() is True


def test_an_answer_may_rest_on_others_and_each_version_has_its_own() -> None:
    kept = Kept()

    def whole(version: int) -> str:
        return kept.once(version, "whole", lambda: "whole of " + kept.once(version, "part", lambda: f"part {version}"))

    assert [whole(1), whole(2), whole(2)] == ["whole of part 1", "whole of part 2", "whole of part 2"]


def test_what_could_not_be_made_is_tried_again_by_the_next() -> None:
    kept = Kept()
    with pytest.raises(ValueError, match="not now"):
        kept.once(1, "answer", lambda: _fail("not now"))
    assert kept.once(1, "answer", lambda: "now") == "now"


def _fail(why: str) -> str:
    raise ValueError(why)
