"""What can be wrong with what a person types into a register on the page? The kinds, with their words."""

from lsn_data.intake.problems import declare
from lsn_data.language import mark

declare(
    "typed-no-number",
    "error",
    mark('Row {row}, column "{column}": "{value}" is not a clear number.'),
    mark("Write the value as a number such as 1234.5, or leave the cell empty."),
)
declare(
    "typed-no-date",
    "error",
    mark('Row {row}, column "{column}": "{value}" is no date.'),
    mark("Write a year, a month or a day, such as 2023, 2023-03 or 2023-03-31, or leave the cell empty."),
)
declare(
    "typed-not-in-list",
    "error",
    mark('Row {row}, column "{column}": "{value}" is not one of the allowed values.'),
    mark("Choose one of the list, or leave the cell empty."),
)
declare(
    "typed-needed",
    "error",
    mark('Row {row}: the cell in column "{column}" is empty, but it is needed.'),
    mark("Fill the cell, or delete the row."),
)
declare(
    "typed-contact",
    "error",
    mark('Row {row}, column "{column}": contact details stand there (e-mail, telephone or IP address).'),
    mark("Name a body, a team or a role instead."),
)
declare(
    "typed-twice",
    "error",
    mark('Row {row}: "{called}" stands in the list already.'),
    mark("Change the row that is there, or tell the two apart by: {columns}."),
)
declare(
    "typed-lost",
    "error",
    mark('Row {row}: "{value}" reads like a sum, an example or a note, not like a row of its own.'),
    mark("Write it another way."),
)
declare(
    "published-stays",
    "error",
    mark("Row {row} is a published fact: it cannot be deleted."),
    mark("Take the mark off. A value that differs today may be typed over it or into a row of its own."),
)
declare(
    "published-named",
    "error",
    mark('Row {row} is a published fact: its "{column}" cannot be changed.'),
    mark("Take the change back and add a row of its own."),
)
declare(
    "target-incomplete",
    "error",
    mark("Row {row}: the target lacks: {columns}."),
    mark("Complete it: a target has a value, a year, the body that set it and the day on which it did."),
)
declare(
    "value-without-period",
    "error",
    mark("Row {row}: the value has no period."),
    mark("Write the year, month or quarter that the value is of."),
)
declare(
    "principles-missing",
    "error",
    mark('Row {row}: the measure "{called}" serves none of the three principles. It would be off strategy.'),
    mark("Name one to three principles."),
)
declare(
    "nothing-left",
    "error",
    mark("No row would be left that anybody brought."),
    mark("To be rid of all of them, take the import back in the history of the page Upload."),
)
