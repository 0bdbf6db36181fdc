"""What can be wrong or doubtful in a register's spreadsheet? The kinds, with their words."""

from lsn_data.intake.problems import NOTHING_TO_DO, declare
from lsn_data.language import mark

CORRECT = mark("Correct the cell in your file and upload it again, or leave it empty.")

declare(
    "kind-not-recognised",
    "error",
    mark("No register was recognised: no heading row holds the columns of any of them."),
    mark("Name the kind, or start from the template of that register: it is always read."),
)
declare(
    "column-missing",
    "error",
    mark('Sheet "{sheet}": the column "{column}" is missing.'),
    mark("Add the column. The template of this register shows all of them."),
)
declare(
    "no-rows",
    "error",
    mark('Sheet "{sheet}" has headings but no rows under them.'),
    mark("Fill the rows, then upload the file again."),
)
declare(
    "cell-missing",
    "error",
    mark('Row {row}: the cell in column "{column}" is empty, but it is needed.'),
    mark("Fill the cell, or delete the row."),
)
declare(
    "not-a-number",
    "warning",
    mark('Row {row}, column "{column}": "{value}" is not a clear number. The cell counts as empty.'),
    mark("Write the value as a number such as 1234.5, or leave the cell empty."),
)
declare(
    "not-a-date",
    "warning",
    mark('Row {row}, column "{column}": "{value}" is no date. The cell counts as empty.'),
    mark("Write a year, a month or a day, such as 2023, 2023-03 or 2023-03-31, or leave the cell empty."),
)
declare(
    "not-yes-or-no",
    "warning",
    mark('Row {row}, column "{column}": "{value}" is neither yes nor no. The cell counts as empty.'),
    mark("Write yes or no, or leave the cell empty."),
)
declare(
    "not-in-list",
    "warning",
    mark('Row {row}, column "{column}": "{value}" is not one of the allowed values ({allowed}). It was left out.'),
    CORRECT,
)
declare(
    "counts-as-other",
    "warning",
    mark('Row {row}, column "{column}": "{value}" is not one of the allowed values and counts as other.'),
    NOTHING_TO_DO,
)
declare(
    "needed-cell-unclear",
    "error",
    mark('Row {row}, column "{column}": "{value}" is not understood, but the cell is needed.'),
    mark("Correct the cell in your file and upload it again."),
)
declare(
    "needed-cell-not-in-list",
    "error",
    mark(
        'Row {row}, column "{column}": "{value}" is not one of the allowed values ({allowed}), but the cell is needed.'
    ),
    mark("Correct the cell in your file and upload it again."),
)
declare(
    "contact-in-cell",
    "warning",
    mark('Row {row}, column "{column}": an e-mail address stands there. It is not stored.'),
    mark("Remove it from your file too; a role or a team may stand there."),
)
declare(
    "other-list",
    "warning",
    mark('Sheet "{sheet}" holds such a list too. Only the rows of sheet "{used}" are read.'),
    mark("If the other sheet is the right one, upload it as a file of its own."),
)
declare(
    "column-unknown",
    "warning",
    mark("Columns that this register does not have were left aside: {columns}."),
    NOTHING_TO_DO,
)
declare(
    "row-twice",
    "warning",
    mark('Row {row}: "{value}" stands in the list twice. Both rows count as one, empty cells filled from the second.'),
    NOTHING_TO_DO,
)
declare(
    "row-conflict",
    "warning",
    mark('Row {row}: "{value}" stands in the list twice with different entries in "{column}". The first row counts.'),
    mark("Check which entry is right and delete the other row."),
)
declare(
    "off-strategy",
    "warning",
    mark('Row {row}: the measure "{value}" serves none of the three principles. It is marked as off strategy.'),
    mark("Name one to three principles, or leave the measure off strategy."),
)
