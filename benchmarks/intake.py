"""How long does a large survey take from bytes to committed, against libraries that merely read it?

    python -m benchmarks.intake [ROWS]

One run, one file of 100,000 answers x 20 columns as .xlsx. Ours: the guarded door, recognition, every check, and the
commit. The others only turn the same bytes into cells. Each is measured in a process of its own, so that the memory
printed is its own, and in turn, since machines have quick and slow minutes; loading the libraries is not counted.
Promised: at least 4 times as fast as pandas with openpyxl, at most 4 times python-calamine, and less than 1.5 GiB.
"""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

import openpyxl

from lsn_data.sheets.choices import KINDS, MEMBERSHIPS, SECTORS, SIZES, STATES
from lsn_data.sheets.survey import ITEMS

Reader = Callable[[bytes], object]

ROWS = 100_000
ATTRIBUTES = {
    "Branche": SECTORS,
    "Beschäftigte": SIZES,
    "Bundesland": STATES,
    "Art der Organisation": KINDS,
    "Mitgliedschaft": MEMBERSHIPS,
}
STATEMENTS = ("Veranstaltungen", "Newsletter", "Beratung", "Vernetzung", "Gesamtzufriedenheit")
SCALE = ("sehr unzufrieden", "unzufrieden", "teils/teils", "zufrieden", "sehr zufrieden")
IN_TURN = ("calamine", "ours", "calamine", "ours", "pandas", "calamine", "ours")


def main(rows: int = ROWS) -> None:
    """Write the file, let each reader have it, print seconds, memory and the two ratios."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "survey.xlsx"
        file.write_bytes(survey(rows))
        print(f"{rows:,} answers x 20 columns, {file.stat().st_size / 2**20:.1f} MiB")
        rounds = [(way, _in_a_process(way, file)) for way in IN_TURN]
    seconds = {way: median(taken for one, taken in rounds if one == way) for way in WAYS}
    print(f"ours / calamine  {seconds['ours'] / seconds['calamine']:.2f} (limit 4)")
    print(f"pandas / ours    {seconds['pandas'] / seconds['ours']:.2f} (at least 4)")


def survey(rows: int) -> bytes:
    """An invented survey: number, moment, five attributes, seven places, five Likert items, a comment."""
    chance = Random(1)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Antworten")
    sheet.append(
        ["Nr.", "Zeitstempel", *ATTRIBUTES, *(f"Rang [{item.de}]" for item in ITEMS),
         *(f"Zufriedenheit [{one}]" for one in STATEMENTS), "Anmerkungen"]
    )  # fmt: skip
    start = dt.datetime(2026, 3, 1, 8)
    for number in range(1, rows + 1):
        places: list[int | None] = [*range(1, 8)]
        chance.shuffle(places)
        if chance.random() < 0.2:
            places = [place if place and place <= 3 else None for place in places]
        sheet.append(
            [number, start + dt.timedelta(seconds=13 * number),
             *(chance.choice(choices).de for choices in ATTRIBUTES.values()), *places,
             *(chance.choice(SCALE) for _ in STATEMENTS),
             f"Mehr Treffen im Norden, bitte ({number})" if chance.random() < 0.1 else None]
        )  # fmt: skip
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _in_a_process(way: str, file: Path) -> float:
    """Seconds of one reader; prints them with its memory."""
    said = subprocess.run(
        [sys.executable, "-m", "benchmarks.intake", way, str(file)], capture_output=True, text=True, check=True
    ).stdout.split()
    print(f"{way:<9} {float(said[0]):7.2f} s  {int(said[1]):5d} MiB")
    return float(said[0])


def _measure(way: str, file: Path) -> None:
    data, read = file.read_bytes(), WAYS[way]()
    started = time.perf_counter()
    read(data)
    print(time.perf_counter() - started, _peak())


def _peak() -> int:
    """MiB that this process, or the largest child of it, held at most; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024


def _calamine() -> Reader:
    from python_calamine import CalamineWorkbook

    def read(data: bytes) -> None:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()

    return read


def _pandas() -> Reader:
    import pandas as pd

    return lambda data: pd.read_excel(io.BytesIO(data), engine="openpyxl")


def _ours() -> Reader:
    from lsn_data.intake.survey import read_survey
    from lsn_data.store import open_store, save

    def read(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "lsn.duckdb") as store:
            reading = read_survey(data, "survey.xlsx")
            _, new = save(store, reading, wave="2026", actor="benchmark")
            assert new
            assert reading.rows_kept + len(reading.left_out) == reading.rows_read

    return read


WAYS: dict[str, Callable[[], Reader]] = {"calamine": _calamine, "pandas": _pandas, "ours": _ours}

if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in WAYS:
        _measure(sys.argv[1], Path(sys.argv[2]))
    else:
        main(*(int(argument) for argument in sys.argv[1:]))
