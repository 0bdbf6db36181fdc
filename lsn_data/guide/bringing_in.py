"""How do a survey and the lists come in, and what helps when something is in the way?"""

from __future__ import annotations

from lsn_data.guide.topic import Topic
from lsn_data.language import mark

TOPICS = (
    Topic(
        "survey-run",
        mark("How do I run the survey?"),
        mark("Use the survey tool you have. What matters is the ranking question and the number of members invited."),
        steps=(
            mark("Ask every member to rank the themes: 1 is the highest priority."),
            mark("Ask for sector, size, state and membership, but not for names."),
            mark("Note how many members you invite: the return rate needs it."),
            mark("Export the answers as Excel or CSV, one row for each answer."),
        ),
        points=(mark("Without a survey tool, take the empty spreadsheet from the page Upload."),),
        also=mark("questionnaire invite members LimeSurvey Forms yearly"),
        page="upload",
        see=("survey-upload",),
    ),
    Topic(
        "survey-upload",
        mark("How do I upload the survey?"),
        mark("Drop the spreadsheet on the page Upload. Nothing is stored before you confirm it."),
        steps=(
            mark("Export the answers from your survey tool as Excel or CSV."),
            mark("Drop the file on the page Upload, or choose it there."),
            mark("Look at “How we understood the file”, and answer what is asked."),
            mark("Name the wave, and say how many members were asked."),
            mark("Confirm. The receipt holds “Take it back”."),
        ),
        points=(mark("E-mail addresses, names and IP addresses are never stored."),),
        also=mark("upload import spreadsheet excel csv file answers bring in wave"),
        page="upload",
        see=(
            "asked",
            "refused",
            "take-back",
        ),
    ),
    Topic(
        "asked",
        mark("The product asks something about my file. What now?"),
        mark("It asks only what the file leaves open. Each answer says what follows from it."),
        points=(
            mark("Is 1 the first place or the last? See how the members read the question."),
            mark("Two ranking questions? Choose the one about the themes of the strategy."),
            mark("Your answer also holds for the next file of the same layout; there you can change it."),
        ),
        also=mark("question direction mapping layout columns codes"),
        page="upload",
        see=(
            "survey-upload",
            "refused",
        ),
    ),
    Topic(
        "refused",
        mark("My file cannot be taken. What can I do?"),
        mark("The page names the row, the column and what to do. Nothing was stored, so nothing is broken."),
        points=(
            mark("“Your file with the remarks marked” shows the places in your own spreadsheet."),
            mark(
                "A password protects the file: open it in your spreadsheet program, save it without a password, "
                "drop it again."
            ),
            mark("It is larger than 50 MB: delete sheets that are not needed, or save the one you need as CSV."),
            mark("It was read as something else: correct it under “What is in this file?”."),
        ),
        also=mark("error problem password too large damaged row column"),
        page="upload",
        see=(
            "survey-upload",
            "asked",
        ),
    ),
    Topic(
        "registers",
        mark("How do I keep the lists up to date?"),
        mark("Upload the whole list as a spreadsheet, or change single rows on its page."),
        points=(
            mark(
                "The page Upload has an empty spreadsheet for each list: members, projects, KPI values, measures "
                "and more."
            ),
            mark("Before you confirm, you see which rows are new, changed or gone."),
            mark("For single rows, open the section for editing at the end of the list's page."),
        ),
        also=mark("members projects KPI values edit type correct register template"),
        page="upload",
        see=(
            "take-back",
            "refused",
        ),
    ),
)
