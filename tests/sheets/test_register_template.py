"""Can each register's template be filled without a mistake, and are mistakes told where they stand?"""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lsn_data.intake import problems, read_register, recognised
from lsn_data.intake.report import Reading
from lsn_data.language import Language
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.sheets.document import PAGES, registers_page
from lsn_data.sheets.register_template import register_template
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.remarks import example_of

BOTH = pytest.mark.parametrize("code", ["en", "de"])
KINDS = pytest.mark.parametrize("kind", list(REGISTERS))
KIND_OF_VALUE = {"number": float, "yes": bool, "list": list, "choices": list}


def opened(kind: str, code: str) -> tuple[Workbook, Worksheet]:
    book = load_workbook(BytesIO(register_template(kind, code)))
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return book, sheet


def as_typed(field: Field, say: Language) -> str | float | None:
    """The example as a person types it: labels of that language, numbers as numbers."""
    text = example_of(field, say)
    return float(text) if field.holds == "number" and text else text or None


def filled(kind: str, code: str, changes: dict[str, Any] | None = None) -> bytes:
    """The template with one row under the example; `changes` replace cells of it by field name."""
    say = Language(code)
    book, sheet = opened(kind, code)
    row = {field.name: as_typed(field, say) for field in REGISTERS[kind].fields} | (changes or {})
    sheet.append(list(row.values()))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def expected(field: Field) -> Any:
    """What the example means, in codes."""
    parts = [part.strip() for part in field.example.split(";") if part.strip()]
    if field.holds in ("list", "choices"):
        return parts
    if not parts:
        return None
    if field.holds == "number":
        return float(field.example)
    return field.example == "yes" if field.holds == "yes" else field.example


def told(reading: Reading, code: str) -> list[str]:
    say = Language(code)
    return [f"{problems.message(one, say)} {problems.what_to_do(one, say)}" for one in reading.problems]


@BOTH
@KINDS
def test_a_filled_template_imports_with_the_codes_expected(kind: str, code: str) -> None:
    reading = read_register(filled(kind, code), "template.xlsx", kind)
    assert (reading.status, told(reading, code)) == ("ready", [])
    (row,) = reading.rows
    for field in REGISTERS[kind].fields:
        if code == "en" or not field.example_de:
            assert row[field.name] == expected(field), field.name
        else:
            assert row[field.name], field.name
    assert (reading.rows_read, reading.rows_kept, row["row"]) == (2, 1, 3)


@BOTH
@KINDS
def test_a_template_is_recognised_without_its_kind(kind: str, code: str) -> None:
    assert recognised(filled(kind, code), "list.xlsx") == kind


@BOTH
@KINDS
def test_the_example_row_is_left_out_and_told(kind: str, code: str) -> None:
    (left,) = read_register(filled(kind, code), "template.xlsx", kind).left_out
    assert (left.row, left.why) == (2, "test")
    assert left.text.startswith({"en": "Example: ", "de": "Beispiel: "}[code])


@BOTH
@KINDS
def test_an_untouched_template_is_refused_with_the_reason(kind: str, code: str) -> None:
    reading = read_register(register_template(kind, code), "template.xlsx", kind)
    assert (reading.status, [one.kind for one in reading.problems]) == ("refused", ["no-rows"])
    assert REGISTERS[kind].label[code == "de"] in told(reading, code)[0]


def mistakes(register: Sheet) -> dict[str, tuple[str | None, str]]:
    """Up to three mistakes by field: what is typed, and the kind of problem that it must be told as."""
    made: dict[str, tuple[str | None, str]] = {}
    needed = [field for field in register.fields if field.required and not field.may_be_blank]
    number = next((field for field in register.fields if field.holds == "number"), None)
    choice = next((f for f in register.fields if f.holds in ("choice", "choices") and not f.open), None)
    empty = next(field for field in reversed(needed) if field not in (number, choice))
    for field, typed, kind in (
        (number, "vierzig", "not-a-number"), (choice, "blau", "not-in-list"), (empty, None, "cell-missing"),
    ):  # fmt: skip
        if field:
            stands_in_the_way = {"not-a-number": "needed-cell-unclear", "not-in-list": "needed-cell-not-in-list"}
            made[field.name] = (typed, stands_in_the_way.get(kind, kind) if field in needed else kind)
    return made


@BOTH
@KINDS
def test_mistakes_are_told_with_row_column_and_value_in_the_readers_language(kind: str, code: str) -> None:
    register = REGISTERS[kind]
    made = mistakes(register)
    data = filled(kind, code, {name: typed for name, (typed, _) in made.items()})
    reading = read_register(data, "template.xlsx", kind)
    assert reading.status == "refused"
    found = {one.column: one for one in reading.problems}
    for name, (typed, problem) in made.items():
        heading = register.field(name).label[code == "de"]
        one = found[heading]
        assert one.kind in (problem, "counts-as-other"), name
        for language in ("en", "de"):
            message = problems.message(one, Language(language))
            assert "3" in message, name
            assert heading in message, name
            assert typed is None or typed in message, name
    for language in ("en", "de"):
        for text in told(reading, language):
            assert "{" not in text
            assert not re.search(r"\b[a-z]+_[a-z]+\b", text), "no code of ours is shown"


@BOTH
@KINDS
def test_headings_are_frozen_and_locked_and_the_rest_can_be_filled(kind: str, code: str) -> None:
    _, sheet = opened(kind, code)
    register = REGISTERS[kind]
    assert [cell.value for cell in sheet[1]] == [field.label[code == "de"] for field in register.fields]
    assert (sheet.freeze_panes, sheet.protection.sheet, sheet.protection.password) == ("A2", True, None)
    assert all(cell.protection.locked for cell in sheet[1])
    assert not any(cell.protection.locked for cell in sheet[2])
    assert all(not sheet.column_dimensions[cell.column_letter].protection.locked for cell in sheet[1])


@BOTH
@KINDS
def test_each_heading_says_what_belongs_below_it(kind: str, code: str) -> None:
    _, sheet = opened(kind, code)
    say = Language(code)
    for cell, field in zip(sheet[1], REGISTERS[kind].fields, strict=True):
        remark = cell.comment.text
        assert (say("Needed.") in remark) == (field.required and not field.may_be_blank), field.name
        assert all(say.both(choice.label) in remark for choice in field.choices), field.name
        assert field.holds != "when" or "2023-03" in remark


@BOTH
@KINDS
def test_choices_come_from_a_hidden_sheet_through_a_name(kind: str, code: str) -> None:
    book, sheet = opened(kind, code)
    say = Language(code)
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    for cell, field in zip(sheet[1], REGISTERS[kind].fields, strict=True):
        if not field.choices:
            continue
        rule = rules[f"{cell.column_letter}2"]
        title, area = book.defined_names[rule.formula1.lstrip("=")].attr_text.split("!")
        hidden = book[title.strip("'")]
        assert hidden.sheet_state == "hidden"
        assert [row[0].value for row in hidden[area.replace("$", "")]] == [say.both(one.label) for one in field.choices]
        assert bool(rule.showErrorMessage) == (field.holds == "choice" and not field.open), field.name


@BOTH
@KINDS
def test_the_template_carries_its_version_and_nothing_that_runs(kind: str, code: str) -> None:
    book, _ = opened(kind, code)
    assert book.custom_doc_props["lsn-template"].value == f"{kind} 1 {code}"
    with zipfile.ZipFile(BytesIO(register_template(kind, code))) as parts:
        sheets = "".join(parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name)
        assert not re.search(r"externalLink|vbaProject", " ".join(parts.namelist()))
    assert "<f>" not in sheets


@KINDS
def test_every_example_is_one_that_the_reader_understands(kind: str) -> None:
    for field in REGISTERS[kind].fields:
        if field.choices and not field.open:
            assert all(field.code_of(part.strip()) for part in field.example.split(";")), field.name


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_template_saved_by_libreoffice_imports_the_same(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "members.xlsx"
    file.write_bytes(filled("members", "de"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "members.xlsx").read_bytes()
    assert read_register(saved, "members.xlsx", "members").rows == read_register(file.read_bytes(), "x", "members").rows
    validations = load_workbook(BytesIO(saved)).worksheets[0].data_validations.dataValidation
    assert any("list_sector" in str(rule.formula1) for rule in validations)


@BOTH
def test_the_documentation_is_what_the_declaration_says(code: str) -> None:
    assert PAGES[code].read_text(encoding="utf-8") == registers_page(code), "run: python -m lsn_data.sheets.document"
