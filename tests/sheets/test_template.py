"""Can the survey template be filled without a mistake, and does a filled one import without a question?"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lsn_data.intake import problems, read_survey
from lsn_data.intake.report import Reading
from lsn_data.language import Language
from lsn_data.sheets import opinions
from lsn_data.sheets.survey import ATTRIBUTES, ITEMS
from lsn_data.sheets.template import survey_template

BOTH = pytest.mark.parametrize("code", ["en", "de"])


def opened(code: str) -> tuple[Workbook, Worksheet]:
    book = load_workbook(BytesIO(survey_template(code)))
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return book, sheet


def filled(code: str, rows: int = 10) -> Reading:
    """A template as a careful person fills it."""
    say = Language(code)
    book, sheet = opened(code)
    orders = ([1, 2, 3, 4, 5, 6, 7], [2, 1, 3, 5, 4, 7, 6], [3, 1, 2, None, None, None, None])
    for n in range(rows):
        known = [say.both(one.choices[n % 3].label) for one in ATTRIBUTES if one.name != "kind"]
        rated = [say.both(opinions.POINTS[(n + at) % 5]) for at in range(len(opinions.OFFERS) + 1)]
        used = "; ".join(say.both(service) for service in opinions.SERVICES[n % 3 : n % 3 + 2])
        sheet.append([*known, *orders[n % 3], *rated, used, f"note {n}"])
    file = BytesIO()
    book.save(file)
    return read_survey(file.getvalue(), f"template-{code}.xlsx")


@BOTH
def test_a_filled_template_imports_without_a_question(code: str) -> None:
    reading = filled(code)
    assert (reading.status, reading.questions, reading.rows_kept) == ("ready", (), 10)
    assert [one for one in reading.problems if one.severity == "error"] == []
    assert reading.ranking is not None
    assert (reading.ranking.direction, reading.ranking.shape) == ("1 is first", "items")
    assert [one.item for one in reading.ranking.items] == [item.code for item in ITEMS]
    first = reading.respondents[0]
    assert (first.sector, first.size, first.state, first.membership) == ("biotech", "1-9", "HH", "full")
    assert first.places == (1, 2, 3, 4, 5, 6, 7)
    assert reading.respondents[2].places == (3, 1, 2, None, None, None, None)


@BOTH
def test_satisfaction_services_and_texts_of_a_filled_template_are_understood(code: str) -> None:
    asked = filled(code).questionnaire
    assert [(one.kind, one.topic) for one in asked] == [
        *[("likert", "satisfaction")] * 5, ("multi", "services"), ("text", ""),
    ]  # fmt: skip
    assert [len([option for option in one.options if option.value]) for one in asked[:5]] == [5] * 5
    assert {option.label for option in asked[5].options} == {one[code == "de"] for one in opinions.SERVICES[:4]}


@BOTH
def test_the_direction_is_read_from_the_heading_and_not_assumed(code: str) -> None:
    assert "direction-assumed" not in {one.kind for one in filled(code).problems}


@BOTH
def test_an_empty_template_is_refused_with_the_reason(code: str) -> None:
    reading = read_survey(survey_template(code), "template.xlsx")
    assert reading.status == "refused"
    (reason,) = [one for one in reading.problems if one.severity == "error"]
    assert problems.message(reason, Language(code))


@BOTH
def test_the_heading_is_frozen_and_locked_and_the_rest_can_be_filled(code: str) -> None:
    _, sheet = opened(code)
    assert sheet.freeze_panes == "A2"
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert all(cell.protection.locked for cell in sheet[1])
    assert all(not sheet.column_dimensions[cell.column_letter].protection.locked for cell in sheet[1])
    assert all(cell.comment for cell in sheet[1])


@BOTH
def test_lists_come_from_a_hidden_sheet_through_a_name(code: str) -> None:
    say = Language(code)
    book, sheet = opened(code)
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    assert rules["A2"].formula1 == "=list_sector" or rules["A2"].formula1 == "list_sector"
    title, area = book.defined_names["list_sector"].attr_text.split("!")
    hidden = book[title.strip("'")]
    assert hidden.sheet_state == "hidden"
    labels = [row[0].value for row in hidden[area.replace("$", "")]]
    assert labels == [say.both(choice.label) for choice in ATTRIBUTES[0].choices]
    assert (rules["E2"].type, rules["E2"].formula1, rules["E2"].formula2) == ("whole", "1", "7")


@BOTH
def test_the_template_carries_its_version(code: str) -> None:
    book, _ = opened(code)
    assert book.custom_doc_props["lsn-template"].value == f"survey 2 {code}"


@BOTH
def test_the_questionnaire_is_there_in_both_languages(code: str) -> None:
    book, _ = opened(code)
    rows = list(book.worksheets[-2 if book.worksheets[-1].sheet_state == "hidden" else -1].values)
    english, german = ([str(row[column] or "") for row in rows] for column in (0, 1))
    for texts, language in ((english, 0), (german, 1)):
        for attribute in ATTRIBUTES:
            assert (attribute.question[language] in texts) == (attribute.name != "kind")
        assert all(f"– {item.label[language]}" in texts for item in ITEMS)


@BOTH
def test_nothing_in_the_template_is_a_formula_or_leads_outside(code: str) -> None:
    with zipfile.ZipFile(BytesIO(survey_template(code))) as parts:
        names = parts.namelist()
        sheets = "".join(parts.read(name).decode() for name in names if "worksheets/sheet" in name)
    assert "<f>" not in sheets
    assert not re.search(r"externalLink|vbaProject", " ".join(names))
