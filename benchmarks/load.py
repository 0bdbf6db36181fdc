"""What happens when twenty people click at once: does anybody see a wrong number, how long do they wait, what stalls?

    python -m benchmarks.load [--quick]

A server of its own on this machine with the demo and, beside it, real data of another size. Twenty people, each with a
language, data, waves and filters of their own, click through it: first in step (all at the same moment), then each at
an own pace, and so again while somebody brings in 6,000 answers through the upload page. Every page that anybody saw
is compared, text by text and figure by figure, with what the same clicks show to somebody who is alone in a process
where nothing is kept (`benchmarks.alone`); while the import is stored, with that before and after it. Printed: the
seconds until a page is whole for one person alone, and as ratios to them the median and the 95th percentile of the
twenty; the longest waits while the import runs. A wrong page or an error ends the run with status 1.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median, quantiles

from benchmarks import intake, larger
from benchmarks.alone import Page, apart, paths_at_once, spans
from benchmarks.bringing import Brought, brought
from benchmarks.clicking import Click, Seen, Visit, leave, visiting
from benchmarks.people import Person, everything, people
from lsn_data import demo
from lsn_data.store import open_store
from tests.browser.served import served

# How many people and clicks; how often one person alone walks through all pages; how many answers come in meanwhile.
FULL, QUICK = (20, 8, 3, 6_000), (3, 3, 1, 300)
# Seconds between a page and the next click of the same person.
READING = (1.0, 4.0)
PROCESSES = 2
Expected = dict[str, list[Page]]


@dataclass(frozen=True)
class Look:
    """Who looked at what after which click, and when it was asked for (seconds of this machine's clock)."""

    who: Person
    step: int
    page: str
    began: float
    seen: Seen


@dataclass(frozen=True)
class Run:
    """All looks: of one person alone, of all in step, of all at their own pace, of all while a file came in."""

    alone: list[Look]
    in_step: list[Look]
    own_pace: list[Look]
    importing: list[Look]
    file: Brought


def main(size: tuple[int, int, int, int] = FULL) -> bool:
    """Serve, click, bring in, compare, print. Was everything right?"""
    count, clicks, rounds, answers = size
    everybody = people(count, clicks)
    with tempfile.TemporaryDirectory() as folder:
        database, before = Path(folder) / "after.duckdb", Path(folder) / "before.duckdb"
        with open_store(database) as store:
            larger.load(store, 2)
            demo.load(store, "benchmark")
        shutil.copyfile(database, before)
        with served(database) as address:
            run = asyncio.run(_run(address, everybody, rounds, intake.survey(answers)))
        _print_waits(run)
        _print_import(run, answers)
        return _print_comparison(run, *(paths_at_once(one, everybody, PROCESSES) for one in (before, database)))


async def _run(address: str, everybody: Sequence[Person], rounds: int, file: bytes) -> Run:
    alone = [look for _ in range(rounds + 1) for look in await at_own_pace(address, [everything("en")], (0, 0))]
    in_step = await all_in_step(address, everybody)
    own_pace = await at_own_pace(address, everybody, READING)
    meanwhile = asyncio.create_task(at_own_pace(address, everybody, READING))
    came = await brought(address, "answers.xlsx", file)
    pages = len(everything("en").path)
    return Run(alone[pages:], in_step, own_pace, await meanwhile, came)


async def all_in_step(address: str, everybody: Sequence[Person]) -> list[Look]:
    """Everybody clicks at the same moment, and again when all pages are whole."""
    visits = [await visiting(address, one.code, one.locale) for one in everybody]
    looks: list[Look] = []
    for step in range(max(len(one.path) for one in everybody)):
        at_it = zip(visits, everybody, strict=True)
        looks += await asyncio.gather(*(_look(visit, who, step) for visit, who in at_it if step < len(who.path)))
    for visit in visits:
        await leave(visit)
    return looks


async def at_own_pace(address: str, everybody: Sequence[Person], reading: tuple[float, float]) -> list[Look]:
    """Everybody clicks, reads as long as they like (between these seconds), and clicks again."""
    found = await asyncio.gather(*(_walk(address, one, reading) for one in everybody))
    return [look for looks in found for look in looks]


async def _walk(address: str, who: Person, reading: tuple[float, float]) -> list[Look]:
    chance, looks = Random(who.name), []
    visit = await visiting(address, who.code, who.locale)
    for step in range(len(who.path)):
        looks.append(await _look(visit, who, step))
        await asyncio.sleep(chance.uniform(*reading))
    await leave(visit)
    return looks


async def _look(visit: Visit, who: Person, step: int) -> Look:
    began = time.perf_counter()
    seen = await visit.does(who.path[step])
    return Look(who, step, page_of(who.path, step), began, seen)


def page_of(path: Sequence[Click], step: int) -> str:
    """The page that a click is done on."""
    return next(click.page for click in reversed(path[: step + 1]) if click.page)


def wrong(looks: Sequence[Look], *expected: Expected) -> list[str]:
    """A sentence for each page that is none of the expected ones, and holds what none of them holds."""
    return [said for look in looks if (said := _wrong(look, [told[look.who.name][look.step] for told in expected]))]


def _wrong(look: Look, expected: Sequence[Page]) -> str:
    told = look.seen.told
    if told in expected or (len(expected) > 1 and spans(told, expected)):
        return ""
    clicked = " > ".join(map(str, look.who.path[: look.step + 1]))
    return f"{look.who.name} ({look.who.code}: {clicked}): {apart(told, expected[0])}"


def _print_waits(run: Run) -> None:
    """Each page: one person alone in seconds, the others as ratios to it."""
    alone = {page: median(waits) for page, waits in _by_page(run.alone).items()}
    print("seconds until a page is whole, one person alone; the others as ratios to it (median, 95th percentile)")
    print(f"{'page':12} {'alone':>7} {'all in step':>14} {'own pace':>14} {'import comes':>14}")
    for page, seconds in alone.items():
        others = (_by_page(looks).get(page, []) for looks in (run.in_step, run.own_pace, run.importing))
        ratios = (_ratios(waits, seconds) for waits in others)
        print(f"{page:12} {seconds:5.2f} s " + " ".join(f"{one:>14}" for one in ratios))
    usual = median(alone.values())
    for name, looks in (("in step", run.in_step), ("at their own pace", run.own_pace), ("import", run.importing)):
        waits = [look.seen.whole for look in looks]
        headings = [look.seen.heading for look in looks]
        print(
            f"all pages, {name}: {len(waits)} clicks; whole after {median(waits):.2f} s"
            f" ({median(waits) / usual:.1f} x), 95 % within {_most(waits):.2f} s ({_most(waits) / usual:.1f} x);"
            f" finding after {median(headings):.2f} s"
        )


def _print_import(run: Run, answers: int) -> None:
    """How long reading and storing took, and the longest wait of a page meanwhile and without."""
    began, ended = run.file.began, run.file.ended
    during = [one.seen.whole for one in run.importing if one.began < ended and one.began + one.seen.whole > began]
    print(
        f"{answers} answers brought in: read in {run.file.read.whole:.1f} s, stored in {run.file.stored.whole:.1f} s;"
        f" longest wait of a page meanwhile {max(during, default=0):.2f} s ({len(during)} clicks),"
        f" without it {max(look.seen.whole for look in run.own_pace):.2f} s"
    )


def _print_comparison(run: Run, before: Expected, after: Expected) -> bool:
    found = [*wrong([*run.in_step, *run.own_pace], before), *wrong(run.importing, before, after)]
    for said in found:
        print(said)
    looks = len(run.in_step) + len(run.own_pace) + len(run.importing)
    print(f"{looks} pages compared with what the same clicks show alone: {len(found)} wrong")
    return not found


def _by_page(looks: Sequence[Look]) -> dict[str, list[float]]:
    waits: defaultdict[str, list[float]] = defaultdict(list)
    for look in looks:
        waits[look.page].append(look.seen.whole)
    return waits


def _ratios(waits: Sequence[float], alone: float) -> str:
    return f"{median(waits) / alone:.1f} x {_most(waits) / alone:5.1f} x" if waits else "-"


def _most(waits: Sequence[float]) -> float:
    """The 95th percentile; of few, the longest."""
    return quantiles(waits, n=20)[-1] if len(waits) > 19 else max(waits)


if __name__ == "__main__":
    sys.exit(0 if main(QUICK if "--quick" in sys.argv else FULL) else 1)
