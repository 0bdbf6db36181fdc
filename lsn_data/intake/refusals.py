"""With which words is a file refused, for each cause?

Each sentence says what is the matter and what to do. The child process knows the causes only (`intake.stop`).
"""

from __future__ import annotations

from typing import Any

from lsn_data.errors import Refused
from lsn_data.language import mark

CAUSES: dict[str, str] = {
    "empty": mark("The file is empty (0 bytes). Export it again, and check that the export has finished."),
    "blank": mark("The file holds no filled cell. Choose the file that holds the answers, or export it again."),
    "web-page": mark(
        "This is a web page, not a spreadsheet, whatever its name says (often a login page saved by mistake). "
        "Open it in Excel or LibreOffice and save it as .xlsx, or download the export again."
    ),
    "encrypted": mark(
        "The file is protected with a password. Open it, remove the password "
        "(File, Info, Protect Workbook) and save it again."
    ),
    "damaged": mark(
        "The file is damaged or incomplete. Open it in Excel or LibreOffice, let it be repaired and save it as .xlsx, "
        "or download the export again."
    ),
    "pdf": mark("This is a PDF. Ask for the figures as .xlsx or .csv."),
    "image": mark("This is a picture. Ask for the figures as .xlsx or .csv."),
    "sylk": mark("This is a SYLK file (.slk). Open it in Excel or LibreOffice and save it as .xlsx."),
    "xlsb": mark("This is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx."),
    "old-excel": mark("This file is from before Excel 97. Open it in LibreOffice and save it as .xlsx."),
    "xml-file": mark("This is an XML file. Open it in Excel or LibreOffice and save it as .xlsx."),
    "json-file": mark("This is a JSON file. Export the answers as .xlsx or .csv."),
    "archive": mark("This is a packed archive. Unpack it and choose the spreadsheet inside."),
    "not-a-spreadsheet": mark("This is not a spreadsheet. Choose a file of the kind .xlsx, .xls, .ods, .csv or .tsv."),
    "zip-bomb": mark(
        "The file unpacks to far more than its size allows, so it was not opened. "
        "Copy the answers into a new workbook and save that."
    ),
    "too-many-parts": mark(
        "The workbook consists of {parts} parts; {most} are taken at most. "
        "Copy the answers into a new workbook and save that."
    ),
    "duplicate-parts": mark(
        "The file holds the part \"{part}\" twice with different content, so nobody can tell which one is meant. "
        "Open it in Excel or LibreOffice and save it again."
    ),
    "entities": mark(
        "The file declares entities in the part \"{part}\", which no office program does, so it was not opened. "
        "Copy the answers into a new workbook and save that."
    ),
    "too-large": mark("The file is too large to be read safely. Delete what is not needed, or split the file."),
    "too-many-cells": mark(
        "The file has more than {most} cells. Delete the sheets and columns that are not needed, "
        "or split it into several files."
    ),
    "far-away-cell": mark(
        "Sheet \"{sheet}\" reaches as far as cell {cell}, which would make more than {most} cells. "
        "Delete the far-away cells, or copy the table to a new sheet, and save the file."
    ),
    "open-quote": mark(
        "The quotation mark that opens in row {row} is never closed, so the rows after it cannot be told apart. "
        "Correct that row, or export the file again."
    ),
    "timeout": mark(
        "Reading the file took too long and was stopped. Copy the answers into a new workbook and save that, "
        "or split it into several files."
    ),
    "busy": mark("The server could not read the file just now. Try again in a minute."),
}  # fmt: skip


def refusal(cause: str, **facts: Any) -> Refused:
    """The refusal with its words; an unknown cause or facts that do not fit count as damage.

    >>> str(refusal("pdf"))
    'This is a PDF. Ask for the figures as .xlsx or .csv.'
    """
    try:
        return Refused(cause, CAUSES[cause], **facts)
    except (KeyError, IndexError, TypeError, ValueError):
        return Refused("damaged", CAUSES["damaged"])
