"""What does the product store, and why? Every table of the database belongs to one of these kinds."""

from __future__ import annotations

from dataclasses import dataclass

from lsn_data.disclosure import FEWEST, FEWEST_TEXTS
from lsn_data.language import Language, mark
from lsn_data.settings import Settings


@dataclass(frozen=True)
class Kind:
    """A kind of data: what it is, why it is kept, what of it is shown; its tables, or its columns of respondents."""

    what: str
    why: str
    shown: str
    tables: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


NEVER_SHOWN = mark("Never.")
KINDS: tuple[Kind, ...] = (
    Kind(
        mark("Answers: the place of each theme, and what further questions ask"),
        mark("They tell what the members want."),
        mark("Sums of {fewest} answers and more."),
        columns=(
            "respondents.places",
            "survey_answers.question",
            "survey_answers.option",
            "survey_answers.number",
            "survey_answers.day",
        ),
    ),
    Kind(
        mark("Groups of each answer: sector, size, state, kind, membership"),
        mark("They tell whether groups want different things."),
        mark("Groups of {fewest} and more, chosen so that no smaller one can be computed."),
        columns=(
            "respondents.sector",
            "respondents.size",
            "respondents.state",
            "respondents.kind",
            "respondents.membership",
        ),
    ),
    Kind(
        mark("What members wrote, without addresses, links and numbers to call"),
        mark("It tells what no question asked."),
        mark("Lists of {texts} texts and more, never beside groups."),
        columns=("survey_answers.words",),
    ),
    Kind(
        mark("A number per answer, such as R001, which leads to nobody"),
        mark("It keeps the parts of an answer together."),
        NEVER_SHOWN,
        columns=("respondents.import", "respondents.respondent", "survey_answers.import", "survey_answers.respondent"),
    ),
    Kind(
        mark("A keyed hash in place of the token of the survey tool"),
        mark("It tells that somebody answered twice, not who."),
        NEVER_SHOWN,
        tables=("settings",),
        columns=("respondents.token",),
    ),
    Kind(
        mark("Each survey: its questions, how many were asked, how the file was read, what may be shown"),
        mark("The figures rest on it."),
        mark("On the pages and with the receipt."),
        tables=(
            "imports",
            "survey_items",
            "survey_questions",
            "survey_options",
            "asked_groups",
            "absences",
            "shown_lists",
            "shown_views",
            "layouts",
            "retention",
            "deletions",
        ),
    ),
    Kind(
        mark("Registers of organisations, projects and figures, without contact persons"),
        mark("The pages on the strategy rest on them."),
        mark("On the pages."),
        tables=("register_*",),
    ),
    Kind(
        mark("Board packs and editions: figures as they were shown, words of the office"),
        mark("They tell what the board has seen."),
        mark("To those who open them."),
        tables=("packs", "editions", "edition_imports", "board_template"),
    ),
    Kind(
        mark("Names of staff: who brought in, changed, froze or logged in, and when"),
        mark("Somebody must answer for each change."),
        mark("In the history; the log is for the administration and forgets after {log_months} months."),
        tables=("changes", "turns", "log", "schema_versions"),
    ),
)
NEVER = mark("E-mail addresses, names, telephone numbers and IP addresses of those who answer are never stored.")


def stored(given: Settings, say: Language) -> list[tuple[str, str, str]]:
    """What is stored, why, and what of it is shown; a row a kind."""
    facts = {"fewest": FEWEST, "texts": FEWEST_TEXTS, "log_months": given.log_months}
    return [(say(kind.what), say(kind.why), say(kind.shown, **facts)) for kind in KINDS]
