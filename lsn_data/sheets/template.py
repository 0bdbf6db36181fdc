"""How does an empty survey sheet look that is hard to fill wrongly and that imports without a question?

Made from the declaration in `survey`, in either language: a sheet to fill (one row an answer, lists to choose
from, remarks on the headings), notes, and the questionnaire in both languages for any survey tool.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lsn_data.language import CODES, Language, mark
from lsn_data.sheets.declared import Choice
from lsn_data.sheets.survey import ATTRIBUTES, ITEMS, RANKING_QUESTION, Attribute

VERSION = "survey 1"
LAST_ROW = 2000
HEADING_FILL = PatternFill("solid", fgColor="E4F0F3")
HEADING_FONT = Font(bold=True, color="182026")

ATTRIBUTES_ASKED = tuple(one for one in ATTRIBUTES if one.name != "kind")

NOTES = (
    mark("Fill one row for each answer. The heading row stays as it is."),
    mark("Sector, size, state and membership: choose from the list, or leave the cell empty."),
    mark("Themes: write the place, from 1 (highest priority) to 7 (lowest priority)."),
    mark("A theme without a place stays empty. It counts as below all themes that have one."),
    mark("Two themes may share a place."),
    mark("Do not write names, e-mail addresses or other personal data."),
    mark("Save the file as .xlsx and upload it. You see what was understood before anything is stored."),
    mark("The questionnaire sheet holds the questions in English and German, ready for any survey tool."),
)
COMMENTS_QUESTION = mark("Do you have any further comments?")


def survey_template(code: str) -> bytes:
    """An empty, guided workbook (.xlsx) for the member survey; `code` is the language, "en" or "de"."""
    say = Language(code)
    book = Workbook()
    answers = book.active
    assert isinstance(answers, Worksheet)
    answers.title = say("Answers")
    _headings(answers, say)
    _lists(book, answers, say)
    _notes(book.create_sheet(say("Notes")), say)
    _questionnaire(book.create_sheet(say("Questionnaire")))
    version = StringProperty(name="lsn-template", value=f"{VERSION} {code}")
    book.custom_doc_props.append(version)  # type: ignore[attr-defined]  # missing in the stubs
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _headings(sheet: Worksheet, say: Language) -> None:
    """The heading row: frozen, locked, each with a remark on what belongs below it."""
    for column, (heading, remark) in enumerate(_columns(say), start=1):
        cell = _text(sheet, 1, column, heading)
        cell.font, cell.fill = HEADING_FONT, HEADING_FILL
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.comment = Comment(remark, "LSN", height=120, width=260)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = 26
        sheet.column_dimensions[letter].protection = Protection(locked=False)
    sheet.row_dimensions[1].height = 110
    sheet.freeze_panes = "A2"
    sheet.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort"):
        setattr(sheet.protection, allowed, False)


def _columns(say: Language) -> Iterable[tuple[str, str]]:
    """(heading, remark) of every column: what is known of the respondent, the themes, a free text."""
    for attribute in ATTRIBUTES_ASKED:
        yield say.both(attribute.label), say("Choose from the list. Empty means not told.")
    for item in ITEMS:
        yield (
            f"{say.both(RANKING_QUESTION)} [{say.both(item.label)}]",
            say("Write the place: 1 is the highest priority. Empty means not placed."),
        )
    yield say(COMMENTS_QUESTION), say("Free text. It is read to find duplicates and is not stored.")


def _lists(book: Workbook, answers: Worksheet, say: Language) -> None:
    """Lists to choose from, on a hidden sheet, reached through a name so that new rows cannot break them."""
    lists = book.create_sheet(say("Lists"))
    lists.sheet_state = "hidden"
    chosen = say("Choose an entry of the list, or leave the cell empty.")
    for column, attribute in enumerate(ATTRIBUTES_ASKED, start=1):
        name = _choices(book, lists, column, attribute, say)
        _rule(answers, column, DataValidation(type="list", formula1=f"={name}"), chosen)
    places = DataValidation(type="whole", operator="between", formula1="1", formula2=str(len(ITEMS)))
    first, last = len(ATTRIBUTES_ASKED) + 1, len(ATTRIBUTES_ASKED) + len(ITEMS)
    _rule(answers, first, places, say("Write a whole number from 1 to {last}.", last=len(ITEMS)), last)


def _choices(book: Workbook, lists: Worksheet, column: int, attribute: Attribute, say: Language) -> str:
    """Write the choices of an attribute below each other and name them."""
    for row, choice in enumerate(attribute.choices, start=1):
        _text(lists, row, column, say.both(choice.label))
    letter, name = get_column_letter(column), f"list_{attribute.name}"
    area = f"{quote_sheetname(lists.title)}!${letter}$1:${letter}${len(attribute.choices)}"
    book.defined_names[name] = DefinedName(name, attr_text=area)
    return name


def _rule(sheet: Worksheet, first: int, rule: DataValidation, message: str, last: int | None = None) -> None:
    """Check what is typed into columns `first` to `last`, and say what is expected."""
    rule.allow_blank, rule.showErrorMessage, rule.error = True, True, message
    sheet.add_data_validation(rule)
    rule.add(f"{get_column_letter(first)}2:{get_column_letter(last or first)}{LAST_ROW}")


def _notes(sheet: Worksheet, say: Language) -> None:
    sheet.column_dimensions["A"].width = 120
    _text(sheet, 1, 1, say("How to fill this workbook")).font = Font(bold=True, size=13)
    for row, note in enumerate(NOTES, start=3):
        _text(sheet, row, 1, say(note)).alignment = Alignment(wrap_text=True, vertical="top")


def _questionnaire(sheet: Worksheet) -> None:
    """English left, German right: each question in bold, its answers below it."""
    for column, code in enumerate(sorted(CODES, reverse=True), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = 120
        for row, (line, heading) in enumerate(_questions(Language(code)), start=1):
            cell = _text(sheet, row, column, line)
            cell.font = Font(bold=heading)
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _questions(say: Language) -> Iterable[tuple[str, bool]]:
    """(line, is it a question?) of the questionnaire in one language."""
    for attribute in ATTRIBUTES_ASKED:
        yield from _question(say.both(attribute.question), attribute.choices, say)
    yield from _question(say.both(RANKING_QUESTION), ITEMS, say)
    yield say(COMMENTS_QUESTION), True
    yield say("(free text)"), False


def _question(question: str, choices: Iterable[Choice], say: Language) -> Iterable[tuple[str, bool]]:
    yield question, True
    yield from ((f"– {say.both(choice.label)}", False) for choice in choices)
    yield "", False


def _text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A cell that is text whatever stands in it: never a formula."""
    cell = sheet.cell(row=row, column=column)
    assert isinstance(cell, Cell)
    if text:
        cell.value = text
        cell.data_type = "s"
    return cell
