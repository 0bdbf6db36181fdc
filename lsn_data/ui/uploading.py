"""How does a file get from the drop zone into the database? Look, answer, confirm: before that, nothing is stored."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lsn_data.errors import LsnError
from lsn_data.intake.mapping import merged
from lsn_data.intake.report import Reading
from lsn_data.knowing import kind_of, read_knowing
from lsn_data.language import Language
from lsn_data.sheets.register_template import register_template
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.template import survey_template
from lsn_data.store import SURVEY, Import, import_as_of, remember, save
from lsn_data.topics.registers.changes import changes
from lsn_data.ui import asking, data, proof, questionnaire_proof, register_proof
from lsn_data.ui.messages import safe
from lsn_data.ui.show import XLSX


def page(say: Language) -> None:
    """The verdict on top, the drop zone below it, then the file that is looked at, or the greeting."""
    verdict_place = st.container()
    file = _next_file(say)
    if file is None:
        verdict_place.title(safe(say("Which spreadsheet shall be read?")), anchor=False)
        _greet(say)
        return
    reading = _reading(file)
    before = _stored_before(reading)
    verdict_place.title(safe(verdict(reading, before, say)), anchor=False)
    _look(file, reading, before, say)


def _next_file(say: Language) -> UploadedFile | None:
    """The drop zone, and the first file in it that is still to be decided upon.

    Every kind of file may be dropped: the guarded door says in the reader's language what cannot be taken, and why.
    """
    with st.container(key="lsn-drop"):
        files = st.file_uploader(
            say("Spreadsheets of surveys or registers"),
            accept_multiple_files=True,
            key=f"files-{st.session_state.get('round', 0)}",
            label_visibility="collapsed",
        )
    waiting = [file for file in files if file.file_id not in _decided()]
    if files and not waiting:
        _empty_the_drop_zone()
    _say_what_was_stored(say)
    if len(waiting) > 1:
        others = len(waiting) - 1
        st.caption(safe(say.plural("{n} more file waits.", "{n} more files wait.", others)))
    return waiting[0] if waiting else None


def _empty_the_drop_zone() -> None:
    """All is decided: a drop zone under a new name is an empty one."""
    st.session_state["round"] = st.session_state.get("round", 0) + 1
    st.rerun()


def _greet(say: Language) -> None:
    """What this page is for, and an empty spreadsheet of each kind for whoever has no file yet."""
    st.markdown(
        safe(say("You will see what was understood before anything is stored. No contact persons, no addresses."))
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="lsn-templates"):
        kind = _list_of_kinds(say("Empty spreadsheet for"), 0, "template-kind", say)
        st.download_button(
            say("Download the template"),
            lambda: survey_template(say.code) if kind == SURVEY else register_template(kind, say.code),
            file_name=f"lsn-{kind}.xlsx",
            mime=XLSX,
            on_click="ignore",
            key="template",
        )


def _list_of_kinds(label: str, index: int, key: str, say: Language) -> str:
    """One kind of data out of all: the survey and every register."""
    names = {SURVEY: say("Member survey"), **{kind: say.both(sheet.label) for kind, sheet in REGISTERS.items()}}
    return st.selectbox(
        label, list(names), index=index, format_func=lambda kind: names[kind], filter_mode=None, key=key, width=320
    )


def _look(file: UploadedFile, reading: Reading, before: Import | None, say: Language) -> None:
    """Everything about one file: proof, questions, problems, what changes, and the two buttons."""
    st.html(proof.file_bar(reading, file.size, say))
    _ask_kind(file, say)
    if reading.rows:
        st.subheader(safe(say("How we understood the file")), anchor=False)
        st.html(register_proof.first_rows(reading, say))
    if reading.ranking:
        st.subheader(safe(say("How we understood the file")), anchor=False)
        st.html(proof.first_rows(reading, say))
        questionnaire_proof.further_questions(reading, say)
    if reading.questions:
        asking.questions(reading, say)
    if reading.problems or reading.left_out:
        st.subheader(safe(proof.problems_title(reading, say)), anchor=False)
        st.html(proof.problems(reading, say))
    if reading.status == "ready" and before is None:
        (_confirm if reading.kind == SURVEY else _confirm_register)(file, reading, say)
        return
    if before:
        st.markdown(safe(say("To store it anew, take import {name} back first.", name=before.import_id)))
    with st.container(horizontal=True):
        if reading.questions:
            _answer_button(file, reading, say)
        st.button(say("Discard"), on_click=_decide, args=(file, None), key="discard")


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
        return say.plural(
            "One question before {rows} answers can be stored",
            "{n} questions before {rows} answers can be stored",
            len(reading.questions),
            rows=say.number(reading.rows_kept),
        )
    if reading.kind != SURVEY:
        return say.plural("{n} row is ready", "{n} rows are ready", reading.rows_kept)
    return say.plural("{n} answer is ready", "{n} answers are ready", reading.rows_kept)


def _kind(file: UploadedFile) -> str:
    """What the file holds: as chosen, else as recognised, else a survey."""
    chosen = st.session_state.get(f"kind-{file.file_id}")
    found: dict[str, str] = st.session_state.setdefault("recognised", {})
    if file.file_id not in found:
        found[file.file_id] = kind_of(file.getvalue(), file.name)
    return chosen or found[file.file_id]


def _ask_kind(file: UploadedFile, say: Language) -> None:
    """What the file holds can be corrected; the file is then read anew."""
    position = [SURVEY, *REGISTERS].index(_kind(file))
    _list_of_kinds(say("What is in this file?"), position, f"kind-{file.file_id}", say)


def _reading(file: UploadedFile) -> Reading:
    """The reading of a file with what was answered so far; a file is read once for each set of answers."""
    read: dict[str, Reading] = st.session_state.setdefault("readings", {})
    mapping = _mapping(file)
    kind = _kind(file)
    name = f"{file.file_id} {kind} {sorted(mapping.items())}"
    if name not in read:
        with st.spinner(" "):
            file_name = PurePath(file.name.replace("\\", "/")).name
            read[name], _ = read_knowing(data.store(), file.getvalue(), file_name, kind, mapping)
    return read[name]


def _stored_before(reading: Reading) -> Import | None:
    """The import that counts and holds the same file (a demo wave does not stand in the way)."""
    same = (one for one in data.receipts() if one.sha256 == reading.sha256 and one.origin != "demo")
    return next((one for one in same if one.state == "current"), None)


def _mapping(file: UploadedFile) -> dict[str, Any]:
    """What was answered about a file in this session."""
    return dict(st.session_state.get("mappings", {}).get(file.file_id, {}))


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
    told = merged(_mapping(file), asking.told(reading))
    st.session_state.setdefault("mappings", {})[file.file_id] = told


def _confirm(file: UploadedFile, reading: Reading, say: Language) -> None:
    """Name of the wave, members asked, day; what changes by it; and the button that stores."""
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(safe(say("Which survey is it?")), anchor=False)
        wave = st.text_input(say("Name of the wave"), _usual_wave(reading), key=f"wave-{file.file_id}", max_chars=60)
        known = import_as_of(data.store().showing(demo=False), wave.strip())
        known = known if known and known.origin != "demo" else None
        asked = st.number_input(
            say("Members asked (for the return rate; may stay empty)"),
            min_value=1,
            value=known.asked if known else None,
            step=1,
            key=f"asked-{file.file_id}-{known.import_id if known else ''}",
        )
        day = st.date_input(
            say("As of"), reading.last_day or dt.date.today(), format="YYYY-MM-DD", key=f"day-{file.file_id}"
        )
    with right:
        st.subheader(safe(say("What changes")), anchor=False)
        st.html(proof.changes(reading, wave.strip(), asked, known, say))
    _buttons(file, reading, wave.strip(), asked, day, known, say)


def _confirm_register(file: UploadedFile, reading: Reading, say: Language) -> None:
    """The day that the register stands for; what changes by it; and the button that stores."""
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(safe(say("Which day does it stand for?")), anchor=False)
        day = st.date_input(say("As of"), dt.date.today(), format="YYYY-MM-DD", key=f"day-{file.file_id}")
    with right:
        st.subheader(safe(say("What changes")), anchor=False)
        st.html(register_proof.changes(changes(data.store(), reading), say))
    with st.container(horizontal=True, vertical_alignment="center", key="lsn-decide"):
        label = say.plural("Store {n} row", "Store {n} rows", reading.rows_kept)
        if st.button(label, type="primary", key="store"):
            _store(file, reading, None, None, day, False, say)
        st.button(say("Discard"), on_click=_decide, args=(file, None), key="discard")
        promise = say("No contact persons are stored. You can undo it at any time.")
        st.html(f"<div class='lsn-quiet'>{safe(promise)}</div>", width="stretch")


def _buttons(
    file: UploadedFile, reading: Reading, wave: str, asked: int | None, day: object, known: Import | None, say: Language
) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="lsn-decide"):
        label = say.plural("Store {n} answer", "Store {n} answers", reading.rows_kept)
        if st.button(label, type="primary", disabled=not wave, key="store"):
            _store(file, reading, wave, asked, day, known is not None, say)
        st.button(say("Discard"), on_click=_decide, args=(file, None), key="discard")
        promise = say("Only answers are stored, no names, e-mail or IP addresses. You can undo it at any time.")
        st.html(f"<div class='lsn-quiet'>{safe(promise)}</div>", width="stretch")


def _store(
    file: UploadedFile, reading: Reading, wave: str | None, asked: int | None, day: object, replace: bool, say: Language
) -> None:
    as_of = day if isinstance(day, dt.date) else None
    try:
        receipt, new = save(
            data.store(), reading, wave=wave, actor=data.ACTOR, asked=asked, as_of=as_of, replace=replace
        )
    except LsnError as trouble:
        st.error(safe(trouble.said(say)))
        return
    if told := _mapping(file):
        remember(data.store(), reading.layout, told, actor=data.ACTOR)
    _decide(file, (receipt.import_id, new))
    st.rerun()


def _decide(file: UploadedFile, outcome: tuple[str, bool] | None) -> None:
    """The file is dealt with; what was read of it is forgotten."""
    _decided().add(file.file_id)
    st.session_state["outcome"] = outcome
    read = st.session_state.get("readings", {})
    st.session_state["readings"] = {name: one for name, one in read.items() if not name.startswith(file.file_id)}


def _decided() -> set[str]:
    decided: set[str] = st.session_state.setdefault("decided", set())
    return decided


def _say_what_was_stored(say: Language) -> None:
    outcome = st.session_state.get("outcome")
    receipts = {one.import_id: one for one in data.receipts()}
    if not outcome or outcome[0] not in receipts:
        return
    receipt, new = receipts[outcome[0]], outcome[1]
    with st.container(border=True, key="lsn-receipt", horizontal=True, vertical_alignment="center"):
        st.markdown(proof.receipt(receipt, new, say))
        if receipt.kind == SURVEY:
            st.page_link("../../pages/priorities.py", label=say("See the priorities"), width="content")


def _usual_wave(reading: Reading) -> str:
    return str((reading.last_day or dt.date.today()).year)
