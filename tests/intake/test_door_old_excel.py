"""Are .xls files read with their error values, and is one that breaks off told?"""

from __future__ import annotations

import struct

from lsn_data.intake import Workbook, read_workbook
from tests.intake.door_files import OLD_OFFICE

SECTOR = 512
END_OF_CHAIN, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
BEGIN_BOOK = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 0x0005, 0, 0, 0, 0)
BEGIN_SHEET = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 0x0010, 0, 0, 0, 0)
END = struct.pack("<HH", 0x000A, 0)
NUMBER = struct.pack("<HHHHHd", 0x0203, 14, 0, 0, 0, 7.0)
ERROR = struct.pack("<HHHHHBB", 0x0205, 8, 0, 1, 0, 42, 1)


def old_workbook(records: bytes) -> bytes:
    """An .xls with one sheet "S" of these records (the stream is filled up to the 4,096 bytes of a large one)."""
    place = len(BEGIN_BOOK) + 4 + 9 + len(END)
    sheet = struct.pack("<HHIBBBB", 0x0085, 9, place, 0, 0, 1, 0) + b"S"
    stream = (BEGIN_BOOK + sheet + END + BEGIN_SHEET + records).ljust(4096, b"\0")
    header = OLD_OFFICE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += (
        struct.pack("<IIIIIIIII", 1, 1, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0, 0) + struct.pack("<I", FREE) * 108
    )
    table = [TABLE, END_OF_CHAIN, *range(3, 10), END_OF_CHAIN]
    sectors = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    return (
        header
        + sectors
        + _entry("Root Entry", 5, END_OF_CHAIN, 0, 1)
        + _entry("Workbook", 2, 2, 4096)
        + bytes(256)
        + stream
    )


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    letters = name.encode("utf-16-le")
    head = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters) + 2, kind, 1)
    return head + struct.pack("<III", FREE, FREE, child) + bytes(36) + struct.pack("<IQ", start, size)


def read(records: bytes) -> Workbook:
    return read_workbook(old_workbook(records), "a.xls")


def test_error_values_of_old_workbooks_are_kept_as_their_text() -> None:
    book = read(NUMBER + ERROR + END)
    assert book.sheets == {"S": [[7, "#N/A"]]}
    assert [found.kind for found in book.problems] == ["error-values"]


def test_an_old_workbook_whose_sheet_never_ends_is_told() -> None:
    place = len(BEGIN_BOOK) + 4 + 9 + len(END) + len(BEGIN_SHEET) + len(NUMBER) + 4
    unknown = struct.pack("<HH", 0x0FFF, 4096 - place).ljust(4096 - place + 4, b"\0")
    book = read(NUMBER + unknown)
    assert book.sheets == {"S": [[7]]}
    assert [found.kind for found in book.problems] == ["breaks-off"]
