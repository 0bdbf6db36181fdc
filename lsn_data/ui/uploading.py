"""How does a file get from the drop zone into the database? Look, answer, confirm: before that, nothing is stored."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lsn_data.intake.marked_copy import can_be_marked, marked_copy
from lsn_data.intake.register_parts import KIND
from lsn_data.intake.report import Reading
from lsn_data.language import Language
from lsn_data.sheets.register_template import register_template
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.template import survey_template
from lsn_data.store import SURVEY, Import
from lsn_data.ui import (
    asking,
    confirming,
    correcting,
    files,
    imported,
    leaving,
    proof,
    questionnaire_proof,
    register_proof,
    rights,
)
from lsn_data.ui.messages import safe
from lsn_data.ui.quota import drop_zone
from lsn_data.ui.reading import choose_kind, is_survey, kind_of_file, reading_of, safe_name, stored_before, tell
from lsn_data.ui.show import XLSX


def page(say: Language) -> bool:
    """The verdict on top, the drop zone below it, then the file that is looked at, or the greeting; is it a file?

    Who may bring nothing in reads who may, and sees what came in.
    """
    if why := rights.lacking("import", say):
        st.title(safe(say("Here you see what was brought in")), anchor=False)
        st.html(f"<p class='lsn-reason'>{safe(why)}</p>")
        return True
    verdict_place = st.container()
    file = _next_file(say)
    if file is None:
        verdict_place.title(safe(say("Which spreadsheet shall be read?")), anchor=False)
        _greet(say)
        return False
    reading = reading_of(file, say)
    before = stored_before(reading)
    verdict_place.title(safe(verdict(reading, before, say)), anchor=False)
    _look(file, reading, before, say)
    return True


def _next_file(say: Language) -> UploadedFile | None:
    """The drop zone, what was stored last, the list of several files; and the file that is looked at.

    Every kind of file may be dropped: the guarded door says in the reader's language what cannot be taken, and why.
    """
    with st.container(key="lsn-drop"):
        dropped = drop_zone(
            say("Spreadsheets of surveys or registers"),
            accept_multiple_files=True,
            key=f"files-{st.session_state.get(confirming.DROP, 0)}",
            label_visibility="collapsed",
        )
    waiting = [file for file in dropped if file.file_id not in confirming.decided()]
    if dropped and not waiting:
        _empty_the_drop_zone()
    imported.say_what_was_stored(say)
    if not waiting:
        return None
    if len(dropped) > 1:
        files.listing(dropped, waiting, say)
    return files.chosen(waiting)


def _empty_the_drop_zone() -> None:
    """All is decided: a drop zone under a new name is an empty one."""
    st.session_state[confirming.DROP] = st.session_state.get(confirming.DROP, 0) + 1
    st.rerun()


def _greet(say: Language) -> None:
    """What this page is for, and an empty spreadsheet of each kind for whoever has no file yet."""
    st.markdown(
        safe(say("You will see what was understood before anything is stored. No contact persons, no addresses."))
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="lsn-templates"):
        kind = _list_of_kinds(say("Empty spreadsheet for"), "template-kind", say)
        leaving.download(
            say("Download the template"),
            lambda: survey_template(say.code) if kind == SURVEY else register_template(kind, say.code),
            file_name=f"lsn-{kind}.xlsx",
            mime=XLSX,
            action="import",
            key="template",
        )


def _list_of_kinds(label: str, key: str, say: Language, changed: Callable[[], None] | None = None) -> str:
    """One kind of data out of all: the survey and every register."""
    names = {SURVEY: say("Member survey"), **{kind: say.both(sheet.label) for kind, sheet in REGISTERS.items()}}
    return st.selectbox(
        label,
        list(names),
        format_func=lambda kind: names[kind],
        filter_mode=None,
        key=key,
        width=320,
        on_change=changed,
    )


def _look(file: UploadedFile, reading: Reading, before: Import | None, say: Language) -> None:
    """Everything about one file: proof, corrections, questions, remarks, what changes, and the buttons."""
    st.html(proof.file_bar(reading, file.size, say))
    _ask_kind(file, say)
    correcting.told_before(file, reading, say)
    if reading.rows or reading.ranking:
        st.header(safe(say("How we understood the file")), anchor=False)
        st.html((register_proof if reading.rows else proof).first_rows(reading, say))
    if reading.ranking:
        questionnaire_proof.further_questions(reading, say)
    correcting.form(file, reading, say)
    if reading.questions:
        asking.questions(reading, say)
    if reading.problems or reading.left_out:
        _remarks(file, reading, say)
    if reading.status == "ready" and before is None:
        (confirming.survey_form if is_survey(reading) else confirming.register_form)(file, reading, say)
        return
    if before:
        st.markdown(safe(stored_as(before, say)))
    with st.container(horizontal=True):
        if reading.questions:
            _answer_button(file, reading, say)
        confirming.discard_button(file, say)


def _remarks(file: UploadedFile, reading: Reading, say: Language) -> None:
    """What is doubtful or wrong, and the file itself with these places marked."""
    st.header(safe(proof.problems_title(reading, say)), anchor=False)
    st.html(proof.problems(reading, say))
    if can_be_marked(reading):
        name = safe_name(file)
        leaving.download(
            say("Your file with the remarks marked"),
            lambda: marked_copy(file.getvalue(), name, reading, say),
            file_name=f"{name.rsplit('.', 1)[0]}-{say('remarks')}.xlsx",
            mime=XLSX,
            action="import",  # it holds every answer of the file
            key="marked",
        )


def verdict(reading: Reading, before: Import | None, say: Language) -> str:
    """What is the case, in one line; `before` is the import that holds the same file already.

    >>> verdict(Reading("a.csv", "", "survey", "refused"), None, Language("en"))
    'This file cannot be taken'
    """
    if before:
        return say("This file is stored already")
    if reading.status == "refused":
        return say("This file cannot be taken")
    if reading.status == "needs answer":
        return _verdict_of_questions(reading, say)
    if not is_survey(reading):
        return say.plural("{n} row is ready", "{n} rows are ready", reading.rows_kept)
    return say.plural("{n} answer is ready", "{n} answers are ready", reading.rows_kept)


def stored_as(before: Import, say: Language) -> str:
    """As which import the same file counts, and how it could be stored anew."""
    if before.wave is None:
        return say("To store it anew, take import {name} back first.", name=before.import_id)
    return say(
        "It is wave {wave}. To store it anew, take import {name} back first.", wave=before.wave, name=before.import_id
    )


def _verdict_of_questions(reading: Reading, say: Language) -> str:
    rows = say.number(reading.rows_kept)
    if not is_survey(reading):
        return say.plural(
            "One question before {rows} rows can be stored",
            "{n} questions before {rows} rows can be stored",
            len(reading.questions), rows=rows,
        )  # fmt: skip
    return say.plural(
        "One question before {rows} answers can be stored",
        "{n} questions before {rows} answers can be stored",
        len(reading.questions), rows=rows,
    )  # fmt: skip


def _ask_kind(file: UploadedFile, say: Language) -> None:
    """What the file holds can be corrected; the file is then read anew."""
    key = f"kind-{file.file_id}"
    st.session_state[key] = kind_of_file(file, say)
    _list_of_kinds(say("What is in this file?"), key, say, lambda: choose_kind(file, st.session_state[key]))


def _answer_button(file: UploadedFile, reading: Reading, say: Language) -> None:
    st.button(
        say("Continue with these answers"),
        type="primary",
        disabled=not asking.answered(reading),
        on_click=_answer,
        args=(file, reading),
        key="answer",
    )


def _answer(file: UploadedFile, reading: Reading) -> None:
    told = asking.told(reading)
    if kind := told.pop(KIND, None):
        choose_kind(file, kind)
    tell(file, told)
