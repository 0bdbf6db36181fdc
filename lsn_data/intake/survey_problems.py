"""What can be wrong or doubtful in a survey file? The kinds, with their words."""

from lsn_data.intake.problems import NOTHING_TO_DO, declare
from lsn_data.language import mark

declare(
    "file-refused",
    "error",
    mark("The file cannot be read: {reason}"),
    mark("Export the answers again as .xlsx or .csv, then upload that file."),
)
declare(
    "same-survey",
    "warning",
    mark("Of the {answers} rankings of wave {wave}, {alike} are in this file, too."),
    mark("If it is the same survey, take this import back and store the file as {wave} with --replace."),
)
declare(
    "only-headings",
    "error",
    mark('Sheet "{sheet}" has headings but no answers under them.'),
    mark("Check that answers were exported, and export them again."),
)
declare(
    "nobody-ranked",
    "error",
    mark('Sheet "{sheet}" holds answers, but the columns for the themes are empty: nobody ranked.'),
    mark("If members did rank the themes, export the answers again with that question."),
)
declare(
    "no-ranking",
    "error",
    mark("No ranking was found: no columns whose rows put the themes on places 1, 2, 3, …"),
    mark(
        "Export the answers themselves: one column a theme with its place, one column a place, or one cell with the"
        " themes in order. The template shows a form that is always read."
    ),
)
declare(
    "aggregates",
    "error",
    mark('Sheet "{sheet}" holds results that are already summed up, not the single answers.'),
    mark("Export the single answers, one row a respondent."),
)
declare(
    "ratings",
    "error",
    mark('The columns for the themes hold ratings (such as "{value}"), not places.'),
    mark("Upload the answers to a ranking question. Ratings cannot be turned into a ranking."),
)
declare(
    "no-answers",
    "error",
    mark('No row of sheet "{sheet}" is an answer: {count} rows are empty, unfinished or tests.'),
    mark("Check that finished answers were exported, and export them again."),
)
declare(
    "choices",
    "error",
    mark('The columns for the themes say what was chosen (such as "{value}"), not in which order.'),
    mark("Upload the answers to a ranking question. A choice of several themes has no places."),
)
declare(
    "shared-points",
    "error",
    mark("Points were shared out among the themes: those of each answer add up to {value}. That is not a ranking."),
    mark("Upload the answers to a ranking question, with one place for each theme."),
)
declare(
    "counts",
    "error",
    mark("The columns for the themes hold numbers up to {value}, not places from 1 to {last}."),
    mark("Upload the answers to a ranking question. Amounts cannot be turned into a ranking."),
)
declare(
    "times",
    "error",
    mark('The columns for the themes hold times (such as "{value}"), not places.'),
    mark("Export the answers themselves, not how long they took."),
)
declare(
    "dates",
    "error",
    mark('The columns for the themes hold dates (such as "{value}") where places should stand.'),
    mark("Excel may have turned numbers such as 3.1 into dates. Export the answers again, without opening them there."),
)
declare(
    "only-shown-order",
    "error",
    mark('Columns such as "{column}" hold the order in which the themes were shown, and there is no other ranking.'),
    mark("Export the answers to the ranking question as well."),
)
declare(
    "no-respondent",
    "error",
    mark('Sheet "{sheet}" holds themes and places row by row, but no column says whose answer a row is.'),
    mark("Export the table with a number for each respondent."),
)
declare(
    "not-a-place",
    "warning",
    mark('Row {row}, column "{column}": "{value}" is not a place from 1 to {last}. The cell counts as blank.'),
    mark("Correct the cell in your file and upload it again, or leave it blank."),
)
declare(
    "item-twice",
    "warning",
    mark('Row {row}: "{value}" stands on more than one place. The better place counts.'),
    mark("Check the row in your file."),
)
declare(
    "tie",
    "warning",
    mark("Row {row}: several themes share a place. It counts as a tie."),
    NOTHING_TO_DO,
    of_column=mark("Column {column}: several themes share a place. It counts as a tie."),
)
declare(
    "item-given-twice",
    "warning",
    mark('Row {row}: the same respondent was given "{value}" before. The first row counts.'),
    mark("Check the rows of this respondent in your file."),
)
declare(
    "row-of-nobody",
    "warning",
    mark("Row {row}: no respondent is named. The row was left aside."),
    mark("Add the respondent in your file and upload it again."),
)
declare(
    "second-table",
    "warning",
    mark('Sheet "{sheet}" holds a second table (from row or column {where} on). It was left aside.'),
    mark("If it holds answers, put it on a sheet or in a file of its own."),
)
declare(
    "items-unseen",
    "warning",
    mark("The file names only those themes that somebody chose ({count}). A theme that nobody chose would be missing."),
    mark("Compare the list of themes with your questionnaire."),
)
declare(
    "direction-assumed",
    "warning",
    mark("The file does not say whether 1 is the highest or the lowest priority. 1 is taken as the highest."),
    mark("If it is the other way round, choose the direction before you store."),
)
declare(
    "direction-reversed",
    "warning",
    mark("The file says that {last} is the highest priority. The places were turned round."),
    NOTHING_TO_DO,
)
declare(
    "blank-is-below",
    "warning",
    mark("{count} rankings leave themes out. A theme left out counts as below all ranked ones."),
    NOTHING_TO_DO,
)
declare(
    "item-not-in-strategy",
    "warning",
    mark("{items}: asked about, but no theme of the strategy. Kept as an item of this survey wave."),
    NOTHING_TO_DO,
)
declare(
    "equal-answers",
    "warning",
    mark("{count} answers equal another one in everything, without a comment. They are kept (row {row} is the first)."),
    mark("Check whether somebody answered twice. If so, delete the row in your file."),
    of_column=mark(
        "{count} answers equal another one in everything, without a comment. They are kept (column {column} is the"
        " first)."
    ),
)
declare(
    "look-alike",
    "warning",
    mark(
        'Columns such as "{column}" hold the order in which the themes were shown, not a ranking. They were left aside.'
    ),
    NOTHING_TO_DO,
)
declare(
    "personal-data",
    "warning",
    mark("Personal data ({columns}) were recognised. They are not stored."),
    NOTHING_TO_DO,
)
declare(
    "codes-left-open",
    "warning",
    mark('Column "{column}" holds codes without labels ({codes}). They are kept as codes.'),
    mark("Say what the codes mean before you store, or leave it."),
)
declare(
    "codes-as-labels",
    "warning",
    mark("Answers are codes without labels ({columns}). They are kept as codes, without an order."),
    mark("Export the answers with their full texts, or say what the codes mean before you store."),
)
declare(
    "other-sheet",
    "warning",
    mark('Sheet "{sheet}" holds a ranking too. Only the answers of sheet "{used}" are read.'),
    mark("If the other sheet holds more answers, upload it as a file of its own."),
)
declare(
    "value-not-in-list",
    "warning",
    mark('Row {row}, column "{column}": "{value}" is not in the list of answers and counts as other.'),
    NOTHING_TO_DO,
)
declare(
    "value-not-understood",
    "warning",
    mark('Row {row}, column "{column}": "{value}" is not understood. The cell counts as no answer.'),
    mark("Correct the cell in your file and upload it again, or leave it."),
)
declare(
    "size-across",
    "warning",
    mark('Row {row}, column "{column}": "{value}" lies across our size classes. The cell counts as no answer.'),
    mark("Say before you store which class it shall count to, or leave it."),
)
declare(
    "mapping-unknown",
    "error",
    mark('The answer "{value}" to the question "{column}" is none of the choices.'),
    mark("Choose one of the answers that are offered."),
)
declare(
    "told-before",
    "warning",
    mark("What was told of an earlier file of the same layout was used again."),
    mark("Look at the first rows. If something is turned round or mixed up, answer anew."),
)
