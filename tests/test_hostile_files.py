"""Whatever is dropped: is it read or refused soon, in little memory, with its cause named, and is nothing left behind?

`LSN_HOSTILE=n` tries n changed files and holds each to the promised five seconds and 512 MiB; a few are tried always.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from lsn_data.errors import LsnError
from lsn_data.exhibit.slide.template import checked
from lsn_data.intake import read_register, read_survey, read_workbook
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import open_store
from lsn_data.store.keeping.taking import taken_over
from tests.intake.door_files import zipped
from tests.intake.test_door_hostile import REFUSED, mutants, mutated
from tests.ui import hostile

MANY = int(os.environ.get("LSN_HOSTILE", "0"))
SECONDS, MEBIBYTE = 5.0, 1024 * 1024
MOST = 512 * MEBIBYTE
ROOT = Path(__file__).parents[1]


def tried(read: Callable[[], Any]) -> float:
    """How long it took; whatever is no answer and no refusal in words is a fault."""
    began = time.monotonic()
    try:
        read()
    except LsnError as refusal:
        said = str(refusal)
    else:
        said = "read"
    assert said
    return time.monotonic() - began


def files(many: int) -> Iterator[tuple[str, bytes]]:
    """Spreadsheets that were changed, and registers and surveys, hostile already, that were changed as well."""
    chance = random.Random(many)
    whole = {kind: hostile.register(sheet, 6) for kind, sheet in REGISTERS.items()} | {"survey": hostile.survey()}
    for number, data in enumerate(mutants(seed=many, number=many)):
        yield "survey" if number % 3 == 0 else "members", data
        if number % 3 == 0:
            kind = chance.choice(list(whole))
            yield kind, mutated(whole[kind], chance)


def read_as(kind: str, data: bytes) -> Any:
    return read_survey(data, "a.xlsx") if kind == "survey" else read_register(data, "a.xlsx", kind)


def test_changed_files_are_understood_or_refused_to_the_end_of_the_way() -> None:
    slowest = max(tried(lambda one=one: read_as(*one)) for one in files(max(MANY, 12)))
    if MANY:
        assert slowest < SECONDS
        assert children_took() < MOST


@pytest.mark.skipif(not MANY, reason="LSN_HOSTILE is not set")
def test_every_known_attack_ends_within_five_seconds_and_512_mebibytes() -> None:
    took = {name: tried(lambda data=data: read_workbook(data, "a")) for name, (data, _) in REFUSED.items()}
    assert {name: seconds for name, seconds in took.items() if seconds > SECONDS} == {}
    assert children_took() < MOST


def children_took() -> int:
    """The most memory that any process took that this one started."""
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def test_changed_templates_are_taken_or_refused() -> None:
    chance, plain = random.Random(8), BytesIO()
    Presentation().save(plain)
    with zipfile.ZipFile(plain) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    names = [name for name in parts if name.endswith((".xml", ".rels"))]

    def changed() -> bytes:
        """One of its parts changed before it was packed, as a checksum would tell of anything later."""
        name = chance.choice(names)
        return zipped(parts | {name: mutated(parts[name], chance)})

    slowest = max(tried(lambda: checked(changed(), "a.pptx")) for _ in range(max(MANY, 20)))
    assert slowest < SECONDS or not MANY


def test_changed_backups_are_taken_or_refused(tmp_path: Path) -> None:
    with open_store(tmp_path / "x.duckdb"):
        pass
    whole, chance = (tmp_path / "x.duckdb").read_bytes(), random.Random(9)
    for number in range(max(MANY // 20, 2)):
        file, room = tmp_path / f"{number}.duckdb", tmp_path / str(number)
        file.write_bytes(mutated(whole, chance))
        room.mkdir()
        tried(lambda file=file, room=room: taken_over(file, room, file.name))  # type: ignore[misc]


def test_nothing_of_a_file_is_left_in_the_temporary_folder(tmp_path: Path) -> None:
    """After a file was read, refused, and after the process that read it was killed in the middle."""
    room = tmp_path / "temporary"
    room.mkdir()
    script = (
        "import os, signal, threading\n"
        "from lsn_data.intake import read_register, read_workbook\n"
        "from lsn_data.sheets.registers import REGISTERS\n"
        "from tests.ui import hostile\n"
        "from tests.intake.test_door_hostile import REFUSED\n"
        "data = hostile.register(REGISTERS['members'])\n"
        "assert read_register(data, 'a.csv', 'members').rows\n"
        "try: read_workbook(REFUSED['half a workbook'][0], 'a.xlsx')\n"
        "except Exception: pass\n"
        "threading.Timer(0.05, os._exit, (9,)).start()\n"
        "while True: read_workbook(data, 'a.csv')\n"
    )
    told = {**os.environ, "TMPDIR": str(room), "TEMP": str(room), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=told, check=False, capture_output=True, timeout=60)
    assert list(room.iterdir()) == []
