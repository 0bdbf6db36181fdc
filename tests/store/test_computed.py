"""Is an answer made once, however many ask at once, and made anew after a change?"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from lsn_data.store.computed import Computed

MANY = 8


def test_many_who_ask_at_once_get_one_answer_that_one_of_them_made() -> None:
    computed, makers, all_here = Computed(), [], threading.Barrier(MANY)

    def make() -> object:
        makers.append(threading.get_ident())
        threading.Event().wait(0.05)
        return object()

    def ask() -> object:
        all_here.wait()
        return computed.once(1, "members", make)

    with ThreadPoolExecutor(MANY) as people:
        answers = {one.result() for one in [people.submit(ask) for _ in range(MANY)]}
    assert len(answers) == len(makers) == 1


def test_somebody_who_asks_for_another_answer_does_not_wait() -> None:
    computed, go = Computed(), threading.Event()
    with ThreadPoolExecutor(1) as other:
        slow = other.submit(computed.once, 1, "slow", lambda: go.wait(10))
        assert computed.once(1, "quick", lambda: "there") == "there"
        assert not slow.done()
        go.set()
        assert slow.result() is True


def test_an_answer_may_rest_on_others_and_each_version_has_its_own() -> None:
    computed = Computed()

    def whole(version: int) -> str:
        return computed.once(
            version, "whole", lambda: "whole of " + computed.once(version, "part", lambda: f"part {version}")
        )

    assert [whole(1), whole(2), whole(2)] == ["whole of part 1", "whole of part 2", "whole of part 2"]


def test_what_could_not_be_made_is_tried_again_by_the_next() -> None:
    computed = Computed()
    with pytest.raises(ValueError, match="not now"):
        computed.once(1, "answer", lambda: _fail("not now"))
    assert computed.once(1, "answer", lambda: "now") == "now"


def _fail(why: str) -> str:
    raise ValueError(why)
