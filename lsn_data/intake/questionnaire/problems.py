"""What can be doubtful in the further questions of a survey? The kinds, with their words."""

from lsn_data.intake.problems import NOTHING_TO_DO, declare
from lsn_data.language import mark

declare(
    "free-text-as-written",
    "warning",
    mark("Free text ({columns}) is stored as it was written. Names of persons in it cannot be recognised."),
    mark("If respondents name persons there, take these names out of your file first."),
)
declare(
    "contacts-in-text",
    "warning",
    mark("E-mail addresses, telephone numbers and links in texts were replaced by […]. Texts concerned: {count}."),
    NOTHING_TO_DO,
)
declare(
    "scale-direction-assumed",
    "warning",
    mark("The file does not say which end of the scale is the good one ({columns}). {high} is taken as the best."),
    mark("Check the questionnaire. If {low} is the best, write it into the heading (such as “{low} = very good”)."),
)
declare(
    "scale-length-assumed",
    "warning",
    mark("The answers do not show how many points the scale has ({columns}). {high} points are assumed."),
    mark("Check the questionnaire. If there are more or fewer, write the ends of the scale into the heading."),
)
declare(
    "scale-turned",
    "warning",
    mark("The lowest number is the best in this scale ({columns}). It was turned round, so that {high} is the best."),
    NOTHING_TO_DO,
)
declare(
    "answer-not-a-number",
    "warning",
    mark('Row {row}, column "{column}": "{value}" is not a number. The cell counts as no answer.'),
    mark("Correct the cell in your file and upload it again, or leave it."),
)
declare(
    "answer-not-a-day",
    "warning",
    mark('Row {row}, column "{column}": "{value}" is not a date. The cell counts as no answer.'),
    mark("Correct the cell in your file and upload it again, or leave it."),
)
declare(
    "days-two-ways",
    "warning",
    mark('The dates of column "{column}" may name the day or the month first. They are kept as texts.'),
    mark("Write the dates as 2026-03-31, if you need them as dates."),
)
declare(
    "thousands-assumed",
    "warning",
    mark('Column "{column}": figures such as "{value}" are read as thousands.'),
    mark("Check the figures. If three decimals are meant, write them with two or four."),
)
declare(
    "answers-became-days",
    "warning",
    mark('Row {row}, column "{column}": Excel has turned an answer into a date. "{value}" is taken as the answer.'),
    mark("Check that this is what was answered."),
)
declare(
    "long-ids",
    "warning",
    mark("Long numbers ({columns}) are names of records, not quantities. They are not stored."),
    NOTHING_TO_DO,
)
declare(
    "kind-not-possible",
    "warning",
    mark('Column "{column}" was said to be "{value}", but its answers do not fit. It is kept as text.'),
    mark("Choose another kind: single, multi, likert, number, date or text."),
)
