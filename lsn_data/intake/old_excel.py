"""What does the reader of cells leave blank in an .xls file of Excel 97 to 2003?

Its error values. They are looked up here in the records themselves: an .xls is a small file system (Microsoft's
compound file) whose stream `Workbook` is a row of records, each with a number, a length and its bytes
(published by Microsoft as [MS-CFB] and [MS-XLS]).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from lsn_data.intake.stop import Stop

ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
WORKBOOK_NAMES = ("Workbook", "Book")
OTHER_DOCUMENTS = {"WordDocument", "PowerPoint Document", "__properties_version1.0"}
FREE = 0xFFFFFFFA  # from here on a sector number is a mark, not a place
ENTRY = 128
SMALL = 64
BOUND_SHEET, FILE_PASS, FORMULA, BOOL_OR_ERROR, END = 0x0085, 0x002F, 0x0006, 0x0205, 0x000A
WORDS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

Errors = dict[tuple[int, int], str]


def error_values(data: bytes) -> tuple[list[Errors], bool]:
    """For each sheet the error values by (row, column) from 0, and whether the file breaks off within a sheet.

    Raises Stop("encrypted"), and for other documents. A file whose structure cannot be followed has no error values:
    whether it is damaged is for the reader of cells to say.
    """
    if ENCRYPTED_PACKAGE in data:
        raise Stop("encrypted")
    try:
        stream = _workbook_stream(data)
        places = _sheets(stream)
        return [_errors_from(stream, place) for place in places], not all(_ends(stream, place) for place in places)
    except (struct.error, IndexError, KeyError, ValueError):
        return [], False


def _workbook_stream(data: bytes) -> bytes:
    """The bytes of the stream with the cells; a small stream lies in pieces of 64 bytes inside the root's stream."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    if size not in (512, 4096):
        raise ValueError(size)
    sectors = Sectors(data[size:], size, _sector_table(data, size))
    entries = {name: place for name, *place in _entries(sectors.chain(_number_at(data, 48)))}
    name = next((name for name in WORKBOOK_NAMES if name in entries), None)
    if name is None:
        raise Stop("not-a-spreadsheet") if entries.keys() & OTHER_DOCUMENTS else ValueError("no workbook")
    start, length = entries[name]
    if length < _number_at(data, 56):
        table = _numbers(sectors.chain(_number_at(data, 60)))
        sectors = Sectors(sectors.chain(entries["Root Entry"][0]), SMALL, table)
    return sectors.chain(start)[:length]


@dataclass(frozen=True)
class Sectors:
    """Equal pieces of bytes, and for each the number of the piece that follows it."""

    data: bytes
    size: int
    table: tuple[int, ...]

    def chain(self, sector: int) -> bytes:
        """The pieces from this one on, joined; a chain that bites its own tail ends all the same."""
        pieces = []
        for _ in range(len(self.table)):
            if sector >= FREE:
                break
            pieces.append(self.data[sector * self.size : (sector + 1) * self.size])
            sector = self.table[sector]
        return b"".join(pieces)


def _sector_table(data: bytes, size: int) -> tuple[int, ...]:
    """Which sector follows which; the first 109 blocks of the table are named in the header, the others in a chain."""
    named = list(struct.unpack_from("<109I", data, 76))
    further = _number_at(data, 68)
    while further < FREE and len(named) * size < len(data) + 110 * size:
        *more, further = struct.unpack_from(f"<{size // 4}I", data, (further + 1) * size)
        named += more
    blocks = [block for block in named if block < FREE]
    return _numbers(b"".join(data[(block + 1) * size : (block + 2) * size] for block in blocks))


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _number_at(data: bytes, place: int) -> int:
    return int(struct.unpack_from("<I", data, place)[0])


def _entries(directory: bytes) -> Iterator[tuple[str, int, int]]:
    for place in range(0, len(directory) - ENTRY + 1, ENTRY):
        length = struct.unpack_from("<H", directory, place + 64)[0]
        name = directory[place : place + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        start, size = struct.unpack_from("<II", directory, place + 116)
        yield name, start, size


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    while place + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, place)
        yield number, stream[place + 4 : place + 4 + length]
        if number == END:
            return
        place += 4 + length


def _sheets(stream: bytes) -> list[int]:
    """Where the records of each worksheet begin; other kinds of sheets are left out as the reader does."""
    places = []
    for number, body in _records(stream, 0):
        if number == FILE_PASS:
            raise Stop("encrypted")
        if number == BOUND_SHEET and body[5] == 0:
            places.append(struct.unpack_from("<I", body)[0])
    return places


def _errors_from(stream: bytes, place: int) -> Errors:
    errors: Errors = {}
    for number, body in _records(stream, place):
        if number == BOOL_OR_ERROR and body[7]:
            errors[_where(body)] = WORDS.get(body[6], "#N/A")
        elif number == FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
            errors[_where(body)] = WORDS.get(body[8], "#N/A")
    return errors


def _ends(stream: bytes, place: int) -> bool:
    """Does the sheet reach its last record?"""
    return any(number == END for number, _ in _records(stream, place))


def _where(body: bytes) -> tuple[int, int]:
    row, column = struct.unpack_from("<HH", body)
    return int(row), int(column)
