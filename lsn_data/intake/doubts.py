"""Which doubts can remain about a file that was read, and in which words are they told?"""

from __future__ import annotations

from lsn_data.intake.problems import NOTHING_TO_DO, declare
from lsn_data.language import mark

declare(
    "hidden-sheets", "warning",
    mark("The workbook has hidden sheets ({count}): {names}. They were read too."),
    mark("Check whether they hold answers that should count."),
)  # fmt: skip
declare(
    "formulas-without-results", "warning",
    mark('Sheet "{sheet}": formulas without a stored result: {count}. They count as empty cells, the first in {cell}.'),
    mark("Open the file in Excel or LibreOffice, save it there, and choose it again."),
)  # fmt: skip
declare(
    "error-values", "warning",
    mark("Error values such as {value} instead of results: {count}. They were kept as text."),
    mark("Correct the formulas if these cells matter."),
)  # fmt: skip
declare(
    "impossible-dates", "warning",
    mark('Sheet "{sheet}": {count} date cells hold no possible date, the first in {cell} ({value}).'),
    mark("Correct these dates; until then they count as plain numbers."),
)  # fmt: skip
declare(
    "long-cells", "warning",
    mark("{count} cells hold more text than Excel can (32,767 characters), the first in row {row}."),
    mark("Check whether rows have run together there."),
)  # fmt: skip
declare(
    "second-reader", "warning",
    mark("The file does not follow the rules of its format; a second, more patient reader was used."),
    mark("Compare a few rows with the original, or save the file again in Excel or LibreOffice."),
)  # fmt: skip
declare(
    "encoding-guessed", "warning",
    mark("The file does not say how its letters are stored; they were read as {encoding}."),
    mark("Check that umlauts look right; otherwise export the file as UTF-8."),
)  # fmt: skip
declare(
    "ragged-rows", "warning",
    mark("{count} rows have another number of cells than the others; row {row} has {width} instead of {usual}."),
    mark("Check whether cells have slipped into a wrong column there."),
)  # fmt: skip
declare(
    "open-quote-at-end", "warning",
    mark("The last row ({row}) ends inside a quotation mark; perhaps the file is cut off."),
    mark("Check whether the end of the file is missing."),
)  # fmt: skip
declare(
    "other-format", "warning",
    mark("The name says {named}, but the content is {found}; the content decided."),
    NOTHING_TO_DO,
)  # fmt: skip
declare(
    "stray-quotes", "warning",
    mark(
        "Row {row} has a quotation mark in the midst of a cell; "
        "rows may have run together there, or the mark may be missing."
    ),
    mark("Compare that row with the original; write a quotation mark inside a cell twice."),
)  # fmt: skip
declare(
    "formulas-without-results-anywhere", "warning",
    mark("Formulas without a stored result: {count}. They count as empty cells."),
    mark("Open the file in Excel or LibreOffice, save it there, and choose it again."),
)  # fmt: skip
declare(
    "breaks-off", "warning",
    mark("The file breaks off in the midst of a sheet, so cells may be missing."),
    mark("Open it in Excel or LibreOffice, compare the last rows, and save it as .xlsx."),
)  # fmt: skip
