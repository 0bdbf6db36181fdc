"""What is told of a list that was kept in a form of its own? The kinds, with their words."""

from lsn_data.intake.problems import NOTHING_TO_DO, declare
from lsn_data.language import mark

CHECK = mark("Check it, and correct the cell in your file if it is not so.")

declare(
    "approximate", "warning",
    mark('Row {row}, column "{column}": "{value}" is not exact. The figure is taken as it stands.'),
    CHECK,
)  # fmt: skip
declare(
    "parted-by-commas", "warning",
    mark('Row {row}, column "{column}": "{value}" was parted at its commas and at "and".'),
    mark("If one name holds a comma, write the names with a semicolon between them."),
)  # fmt: skip
declare(
    "count-not-names", "warning",
    mark('Row {row}, column "{column}": "{value}" is a number, but names are kept here. The cell counts as empty.'),
    mark("Write the names with a semicolon between them, or leave the cell empty."),
)  # fmt: skip
declare(
    "not-a-span", "warning",
    mark('Row {row}, column "{column}": "{value}" is no clear run time. Start and end stay empty.'),
    mark("Write it as 01/2020 – 03/2023, or use a column each for start and end."),
)  # fmt: skip
declare(
    "amount-unclear", "warning",
    mark(
        'Row {row}, column "{column}": "{value}" is no single clear amount.'
        " It is kept as a note and marked as doubtful."
    ),
    mark("Upload the funding as a register of its own, with one row for each amount."),
)  # fmt: skip
declare(
    "shared-postcode", "warning",
    mark('Row {row}, column "{column}": "{value}" lies in Hamburg and in Schleswig-Holstein. The state stays empty.'),
    mark("Add the town or the state."),
)  # fmt: skip
declare(
    "place-contradicts", "warning",
    mark('Row {row}, column "{column}": "{value}" names two states. The state stays empty.'),
    mark("Correct the postcode or the town, or add the state."),
)  # fmt: skip
declare(
    "place-unknown", "warning",
    mark('Row {row}, column "{column}": "{value}" does not tell the state. It stays empty.'),
    mark("Add the postcode or the state."),
)  # fmt: skip
declare(
    "no-member", "warning",
    mark('Row {row}: "{value}" is no member yet. The row was left out.'),
    NOTHING_TO_DO,
)  # fmt: skip
declare(
    "former-without-date", "warning",
    mark('Row {row}: "{value}" is a former member, but the day of leaving is missing. The row was left out.'),
    mark("Add when the member left, so that it counts for the years before."),
)  # fmt: skip
declare(
    "sheets-joined", "warning",
    mark("The list stands on several sheets, which were read as one: {sheets}."),
    mark("If they are different versions, upload the right one as a file of its own."),
)  # fmt: skip
declare(
    "other-kind", "warning",
    mark('Sheet "{sheet}" holds another register ({register}). It was not read now.'),
    mark(
        'Upload the same file once more and choose "{register}" under "What is in this file?"'
        " (on the command line: --kind {kind_name})."
    ),
)  # fmt: skip
declare(
    "column-by-content", "warning",
    mark('Column "{column}" was taken for {field}, because of what stands in it.'),
    CHECK,
)  # fmt: skip
declare(
    "column-alike", "warning",
    mark('Column "{column}" was left aside. Perhaps it is meant as {field}.'),
    mark("If so, assign the column, or rename it in your file."),
)  # fmt: skip
declare(
    "planned-left", "warning",
    mark("Columns with planned figures were left aside: {columns}."),
    NOTHING_TO_DO,
)  # fmt: skip
declare(
    "numbers-left", "warning",
    mark('Sheet "{sheet}": {count} numbers between the factors were left aside.'),
    mark("If they are votes, head their column with Votes."),
)  # fmt: skip
declare(
    "kinds-nearest", "warning",
    mark("It is no complete register either. Nearest comes {register}, but these columns are missing: {columns}."),
    mark("Name the kind, rename the columns, or start from the template of that register."),
)  # fmt: skip
declare(
    "unit-from-title", "warning",
    mark('Sheet "{sheet}": the amounts are read in {value}, because it says so above the table.'),
    CHECK,
)  # fmt: skip
declare(
    "currency-differs", "warning",
    mark('Row {row}, column "{column}": "{value}" names another currency than the column beside it ({beside}).'
         " The one in the cell counts."),
    CHECK,
)  # fmt: skip
declare(
    "figure-scaled", "warning",
    mark('Row {row}, column "{column}": "{value}" was written out in the unit of its row ({unit}).'),
    CHECK,
)  # fmt: skip
declare(
    "unit-differs", "warning",
    mark('Row {row}, column "{column}": "{value}" names another currency than the unit of its row ({unit}).'),
    mark("Correct the cell or the unit in your file and upload it again."),
)  # fmt: skip
declare(
    "figures-far-apart", "warning",
    mark('Row {row}, column "{column}": "{value}" is more than a thousand times as large as the figures without a unit'
         " beside it."),
    mark("Write all figures of one KPI in the same unit, then upload the file again."),
)  # fmt: skip
declare(
    "share-to-percent", "warning",
    mark('Row {row}, column "{column}": {value} was read as a share and turned into a percentage.'),
    NOTHING_TO_DO,
)  # fmt: skip
