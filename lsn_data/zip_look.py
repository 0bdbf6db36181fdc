"""Is this zip what it says, and what stands in its parts?

A directory of a zip can lie about sizes, name a part twice, or let many names share the same bytes. So nothing of
it is believed: each part is inflated here, piece by piece and counted, and whoever parses gets the parts themselves.
The limits are Apache POI's (parts, ratio) and ours (unpacked size); all but a handful of good files stay far below.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from lsn_data.stop import MEBIBYTE, Stop

MOST_PARTS = 1000
MOST_UNPACKED = 200 * MEBIBYTE
MOST_RATIO = 100
RATIO_FROM = 100 * 1024
PIECE = 1024 * 1024
LOCAL_HEADER = 30
STORED, DEFLATED = 0, 8
ENCRYPTED_FLAG = 0x1


def parts_of(data: bytes, needed: Callable[[str], bool], most: int = MOST_UNPACKED) -> dict[str, bytes]:
    """Every part by its name (with `/`, without a leading one); raises Stop for bombs, damage and encryption.

    Damage in a part that is not `needed` (a picture, say) costs that part only. `most` bytes are unpacked in all.
    """
    entries = _entries(data)
    _refuse_too_many(len(entries))
    _refuse_overlap(data, entries)
    parts: dict[str, bytes] = {}
    unpacked = 0
    for entry in entries:
        name = entry.filename.replace("\\", "/").lstrip("/")
        try:
            part = _inflate(data, entry, most - unpacked)
        except Stop as stop:
            if stop.cause == "zip-bomb" or needed(name):
                raise
            continue
        unpacked += len(part)
        _add(parts, name, part)
    return parts


def packed_again(parts: dict[str, bytes]) -> io.BytesIO:
    """The parts as an honest, uncompressed zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    file.seek(0)
    return file


def _entries(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [entry for entry in archive.infolist() if not entry.is_dir()]
    except MemoryError:
        raise
    except Exception as trouble:  # zipfile raises many kinds for a broken directory
        raise Stop("damaged") from trouble


def _refuse_too_many(count: int) -> None:
    if count > MOST_PARTS:
        raise Stop("too-many-parts", parts=count, most=MOST_PARTS)


def _refuse_overlap(data: bytes, entries: list[zipfile.ZipInfo]) -> None:
    """Two names over the same bytes are how a small file becomes a huge one (first: is there a part at all?)."""
    spans = sorted((entry.header_offset, _data_start(data, entry) + entry.compress_size) for entry in entries)
    if any(end > len(data) for _, end in spans):
        raise Stop("damaged")
    if any(start < end for (start, _), (_, end) in zip(spans[1:], spans, strict=False)):
        raise Stop("zip-bomb")


def _data_start(data: bytes, entry: zipfile.ZipInfo) -> int:
    header = data[entry.header_offset : entry.header_offset + LOCAL_HEADER]
    if len(header) < LOCAL_HEADER or header[:4] != b"PK\x03\x04":
        raise Stop("damaged")
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    return entry.header_offset + LOCAL_HEADER + int(name_length) + int(extra_length)


def _inflate(data: bytes, entry: zipfile.ZipInfo, most: int) -> bytes:
    if entry.flag_bits & ENCRYPTED_FLAG:
        raise Stop("encrypted")
    start = _data_start(data, entry)
    packed = memoryview(data)[start : start + entry.compress_size]
    if entry.compress_type == STORED:
        part = bytes(packed)
    elif entry.compress_type == DEFLATED:
        part = _counted(packed, most)
    else:
        raise Stop("damaged")
    if len(part) > most:
        raise Stop("zip-bomb")
    if len(part) != entry.file_size or zlib.crc32(part) != entry.CRC:
        raise Stop("damaged")
    return part


def _counted(packed: memoryview, most: int) -> bytes:
    """The inflated bytes; stops as soon as they are too many, in all or for the bytes they come from."""
    allowed = min(most, max(RATIO_FROM, MOST_RATIO * len(packed)))
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    size = 0
    rest: bytes | memoryview = packed
    try:
        while not inflater.eof:
            piece = inflater.decompress(rest, PIECE)
            rest = inflater.unconsumed_tail
            size += len(piece)
            pieces.append(piece)
            if size > allowed:
                raise Stop("zip-bomb")
            if not piece and not rest and not inflater.eof:
                raise Stop("damaged")
    except zlib.error as trouble:
        raise Stop("damaged") from trouble
    return b"".join(pieces)


def _add(parts: dict[str, bytes], name: str, part: bytes) -> None:
    """Two parts of one name are harmless when they are equal; otherwise nobody knows which one is meant."""
    if name in parts and parts[name] != part:
        raise Stop("duplicate-parts", part=name[:80])
    parts[name] = part
