"""What stands in this spreadsheet? (Runs in a process of its own, which may die without harm.)

The door starts `main` with the bytes on standard input; the answer goes out as `intake.cells_out` describes.
Nothing heavy is imported, and the second reader only when the first one fails.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from lsn_data import zip_look
from lsn_data.intake import csv_text, ods_xml, old_excel, package, workbook_xml
from lsn_data.intake.cells_out import Output
from lsn_data.intake.content import kind_of
from lsn_data.intake.old_excel import Errors
from lsn_data.intake.stop import MEBIBYTE, MOST_CELLS, Doubt, Stop
from lsn_data.limits import held_to

Opened = list[tuple[Any, bool]]  # each sheet, and whether it is hidden
LEAST_MEMORY = 440 * MEBIBYTE
MOST_MEMORY = 1400 * MEBIBYTE


def main(size: int, seconds: int) -> None:
    """Read standard input, write standard output, never fail with a trace."""
    gc.disable()  # the process ends long before its garbage matters
    held_to(min(MOST_MEMORY, LEAST_MEMORY + 100 * size), seconds, file=0, handles=64)
    output = Output(sys.stdout.buffer, size)
    try:
        read(sys.stdin.buffer.read(), output)
    except Stop as stop:
        output.say("stop", stop.cause, stop.facts)
    except MemoryError:
        output.say("stop", "too-large", {})
    except BaseException:  # a panic of the Rust reader is not an Exception
        output.say("stop", "damaged", {})
    sys.stdout.buffer.flush()
    os._exit(0)  # all is said; giving millions of cells back one by one would take longer than reading some files


def read(data: bytes, output: Output) -> None:
    """All sheets of the file to the output; raises Stop with the cause when it cannot be taken."""
    kind = kind_of(data)
    output.say("kind", kind)
    if kind == "zip":
        _read_zip(data, output)
    elif kind == "old office":
        _read_old_excel(data, output)
    else:
        rows, doubts = csv_text.read_text(data)
        for doubt in doubts:
            output.doubt(doubt)
        output.add_sheet("", rows)
    output.finish()


def _read_zip(data: bytes, output: Output) -> None:
    parts = workbook_xml.in_utf8(zip_look.parts_of(data, workbook_xml.needed))
    if ods_xml.is_ods(parts):
        _read_ods(parts, output)
        return
    _refuse_other_packages(parts)
    workbook_xml.refuse_declarations(parts)
    answers_on = workbook_xml.response_sheet(parts)
    parts, doubts = workbook_xml.ready_to_read(parts)
    for doubt in doubts:
        output.doubt(doubt)
    _read_either_way(zip_look.packed_again(package.as_usual(parts)), output)
    if answers_on:
        output.say("answers on", answers_on)


def _read_ods(parts: dict[str, bytes], output: Output) -> None:
    parts, doubts = ods_xml.ready_to_read(parts)
    for doubt in doubts:
        output.doubt(doubt)
    durations = b"office:time-value" in parts["content.xml"]
    _write(_opened(zip_look.packed_again(parts)), output, mend=ods_xml.as_shown if durations else None)


def _refuse_other_packages(parts: dict[str, bytes]) -> None:
    """Zips that are something else, told by the parts they hold."""
    names = [name.lower() for name in parts]
    if any(name.endswith("workbook.bin") for name in names):
        raise Stop("xlsb")
    if workbook_xml.workbook_part(parts) and not any(name.startswith(("word/", "ppt/")) for name in names):
        return
    if any(name.startswith(("word/", "ppt/", "index/", "mimetype")) for name in names):
        raise Stop("not-a-spreadsheet")
    raise Stop("damaged" if "[content_types].xml" in names else "archive")


def _read_old_excel(data: bytes, output: Output) -> None:
    errors, breaks_off = old_excel.error_values(data)
    _write(_opened(io.BytesIO(data)), output, errors)
    for found in filter(None, errors):
        (row, _), value = next(iter(found.items()))
        output.doubt(Doubt("error-values", {"count": len(found), "row": row + 1, "value": value}))
    if breaks_off:
        output.doubt(Doubt("breaks-off"))


def _read_either_way(file: io.BytesIO, output: Output) -> None:
    """The fast reader; where it gives up on a file that opens elsewhere, the patient one."""
    try:
        sheets = _opened(file)
    except (MemoryError, Stop):
        raise
    except BaseException:
        file.seek(0)
        _second_reader(file, output)
        return
    _write(sheets, output)


def _opened(file: io.BytesIO) -> Opened:
    """All worksheets with whether they are hidden, every one parsed, so that a broken one is known at once."""
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(file)
    except PasswordError as trouble:
        raise Stop("encrypted") from trouble
    return [
        (book.get_sheet_by_index(number), about.visible != SheetVisibleEnum.Visible)
        for number, about in enumerate(book.sheets_metadata)
        if about.typ == SheetTypeEnum.WorkSheet
    ]


def _write(
    sheets: Opened, output: Output, errors: Sequence[Errors] = (), mend: Callable[[Any], Any] | None = None
) -> None:
    """The cells, with the error values put back that the reader left blank (where there is a list of them)."""
    hidden = [sheet.name for sheet, is_hidden in sheets if is_hidden]
    for (sheet, is_hidden), blanked in zip_longest(sheets, errors[: len(sheets)]):
        rows = _with(blanked or {}, _rows(sheet))
        output.add_sheet(sheet.name, ([*map(mend, row)] for row in rows) if mend else rows, hidden=is_hidden)
    if hidden:
        output.doubt(Doubt("hidden-sheets", {"count": len(hidden), "sheet": hidden[0], "names": ", ".join(hidden)}))


def _rows(sheet: Any) -> Iterator[list[Any]]:
    """Rows in the spreadsheet's own places: the reader skips the empty columns on the left, we put them back."""
    start, end = sheet.start, sheet.end
    if start is None or end is None:
        return
    if (end[0] + 1) * (end[1] + 1) > MOST_CELLS:
        raise Stop("too-many-cells", most=MOST_CELLS)
    left = [None] * start[1]
    for row in sheet.iter_rows():
        yield [*left, *row]


def _with(errors: Errors, rows: Iterator[list[Any]]) -> Iterator[list[Any]]:
    if not errors:
        return rows
    return ([errors.get((number, place), cell) for place, cell in enumerate(row)] for number, row in enumerate(rows))


def _second_reader(file: io.BytesIO, output: Output) -> None:
    """openpyxl: slow, but it forgives more."""
    sys.modules["numpy"] = None  # type: ignore[assignment]  # it is not needed here and takes long to load
    import openpyxl

    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    output.doubt(Doubt("second-reader"))
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        rows = [list(row) for row in sheet.values]
        width = max(map(len, rows), default=0)
        padded = ([*row, *[None] * (width - len(row))] for row in rows)
        output.add_sheet(sheet.title, padded, hidden=sheet.sheet_state != "visible")
