"""When several people click at once, does each of them see the numbers and words of what they chose, and nobody else's?

The short version of `benchmarks.load`, without its timings and without an import.
"""

from __future__ import annotations

import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.alone import apart, paths
from benchmarks.clicking import Click
from benchmarks.load import all_in_step, wrong
from benchmarks.people import Person

PATHS = (
    (Click("kpis"), Click(widget="theme", at=2)),
    (Click("measures"), Click(widget="theme", at=3), Click("swot")),
    (Click("workshops"), Click(widget="theme", at=3), Click(widget="lang", at=0)),
)
PEOPLE = [Person(f"{code} on path {path}", code, clicks) for path, clicks in enumerate(PATHS) for code in ("en", "de")]


def test_whoever_clicks_at_the_same_moment_as_others_sees_just_what_they_would_see_alone(
    demo_home: str, demo_file: Path, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(1) as thread:  # a browser's loop may run in this one
        looks = thread.submit(asyncio.run, all_in_step(demo_home, PEOPLE)).result()
    assert [look for look in looks if look.seen.troubles] == []
    assert wrong(looks, paths(Path(shutil.copy(demo_file, tmp_path)), PEOPLE)) == []


def test_a_page_is_told_apart_from_another_by_its_first_difference() -> None:
    assert apart(["55 answers", "a"], ["55 answers", "a"]) == ""
    assert apart(["55 answers"], ["57 answers"]) == "'55 answers' instead of '57 answers'"
    assert apart(["a", "b"], ["b", "a"]) == "in another order"
