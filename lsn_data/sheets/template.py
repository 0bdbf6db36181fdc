"""How does an empty survey sheet look that is hard to fill wrongly and that imports without a question?

Made from the declaration in `survey`, in either language: a sheet to fill (one row an answer, lists to choose
from, remarks on the headings), notes, and the questionnaire in both languages for any survey tool.
"""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lsn_data.language import CODES, Language, mark
from lsn_data.sheets import opinions
from lsn_data.sheets.declared import Choice
from lsn_data.sheets.survey import ATTRIBUTES, ITEMS, RANKING_QUESTION
from lsn_data.sheets.workbook_parts import as_bytes, headings, lists_sheet, named_list, new_book, notes, rule, write

VERSION = "survey 2"

ATTRIBUTES_ASKED = tuple(one for one in ATTRIBUTES if one.name != "kind")

NOTES = (
    mark("Fill one row for each answer. The heading row stays as it is."),
    mark("Sector, size, state and membership: choose from the list, or leave the cell empty."),
    mark("Themes: write the place, from 1 (highest priority) to 7 (lowest priority)."),
    mark("A theme without a place stays empty. It counts as below all themes that have one."),
    mark("Two themes may share a place."),
    mark("Satisfaction: choose from the list. Services used: write those chosen, parted by semicolons."),
    mark("Offers and services are examples: a survey of your own may name others."),
    mark("Do not write names, e-mail addresses or other personal data."),
    mark("Save the file as .xlsx and upload it. You see what was understood before anything is stored."),
    mark("The questionnaire sheet holds the questions in English and German, ready for any survey tool."),
)
COMMENTS_QUESTION = mark("Do you have any further comments?")


def survey_template(code: str) -> bytes:
    """An empty, guided workbook (.xlsx) for the member survey; `code` is the language, "en" or "de"."""
    say = Language(code)
    book, answers = new_book(say("Answers"))
    headings(answers, _columns(say), row_height=110)
    _lists(book, answers, say)
    notes(book.create_sheet(say("Notes")), say("How to fill this workbook"), (say(note) for note in NOTES))
    _questionnaire(book.create_sheet(say("Questionnaire")))
    return as_bytes(book, f"{VERSION} {code}")


def _columns(say: Language) -> Iterable[tuple[str, str]]:
    """(heading, remark) of every column: who answers, the themes, satisfaction, services, a free text."""
    for attribute in ATTRIBUTES_ASKED:
        yield say.both(attribute.label), say("Choose from the list. Empty means not told.")
    for item in ITEMS:
        yield (
            f"{say.both(RANKING_QUESTION)} [{say.both(item.label)}]",
            say("Write the place: 1 is the highest priority. Empty means not placed."),
        )
    for heading in _rated(say):
        yield heading, say("Choose from the list. Empty means not told.")
    yield say.both(opinions.USED), say("Write the services used, parted by semicolons.")
    yield say(COMMENTS_QUESTION), say("Free text. E-mail addresses, links and telephone numbers are not stored.")


def _rated(say: Language) -> list[str]:
    """The headings of the ratings: the offers as rows of one question, then all at once."""
    offers = [f"{say.both(opinions.SATISFIED)} [{say.both(offer)}]" for offer in opinions.OFFERS]
    return [*offers, say.both(opinions.OVERALL)]


def _lists(book: Workbook, answers: Worksheet, say: Language) -> None:
    """Lists to choose from, on a hidden sheet, reached through a name so that new rows cannot break them."""
    lists = lists_sheet(book, say("Lists"))
    chosen = say("Choose an entry of the list, or leave the cell empty.")
    for column, attribute in enumerate(ATTRIBUTES_ASKED, start=1):
        labels = [say.both(choice.label) for choice in attribute.choices]
        name = named_list(book, lists, column, attribute.name, labels)
        rule(answers, column, DataValidation(type="list", formula1=f"={name}"), chosen)
    places = DataValidation(type="whole", operator="between", formula1="1", formula2=str(len(ITEMS)))
    first, last = len(ATTRIBUTES_ASKED) + 1, len(ATTRIBUTES_ASKED) + len(ITEMS)
    rule(answers, first, places, say("Write a whole number from 1 to {last}.", last=len(ITEMS)), last)
    points = [say.both(point) for point in (*opinions.POINTS, opinions.CANNOT_TELL)]
    name = named_list(book, lists, len(ATTRIBUTES_ASKED) + 1, "points", points)
    rated = DataValidation(type="list", formula1=f"={name}")
    rule(answers, last + 1, rated, chosen, last + len(_rated(say)))


def _questionnaire(sheet: Worksheet) -> None:
    """English left, German right: each question in bold, its answers below it."""
    for column, code in enumerate(sorted(CODES, reverse=True), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = 120
        for row, (line, heading) in enumerate(_questions(Language(code)), start=1):
            cell = write(sheet, row, column, line)
            cell.font = Font(bold=heading)
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _questions(say: Language) -> Iterable[tuple[str, bool]]:
    """(line, is it a question?) of the questionnaire in one language."""
    for attribute in ATTRIBUTES_ASKED:
        yield from _question(say.both(attribute.question), attribute.choices, say)
    yield from _question(say.both(RANKING_QUESTION), ITEMS, say)
    yield from _listed(say.both(opinions.SATISFIED), opinions.OFFERS, say)
    yield from _listed(say.both(opinions.OVERALL), (*opinions.POINTS, opinions.CANNOT_TELL), say)
    yield from _listed(say.both(opinions.USED), opinions.SERVICES, say)
    yield say(COMMENTS_QUESTION), True
    yield say("(free text)"), False


def _question(question: str, choices: Iterable[Choice], say: Language) -> Iterable[tuple[str, bool]]:
    return _listed(question, (choice.label for choice in choices), say)


def _listed(question: str, answers: Iterable[tuple[str, str]], say: Language) -> Iterable[tuple[str, bool]]:
    yield question, True
    yield from ((f"– {say.both(answer)}", False) for answer in answers)
    yield "", False
