"""Which of the dropped files are ready, which wait, what became of the others? One line a file."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lsn_data.intake.report import Reading
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.ui import confirming, doubling
from lsn_data.ui.lines import line
from lsn_data.ui.reading import is_survey, reading_of, safe_name, stored_before
from lsn_data.undoing import rows

WIDTHS = (3.4, 2.4, 1.4, 3.2, 1.4)
LOOKED_AT = "looked-at"


def chosen(waiting: Sequence[UploadedFile]) -> UploadedFile:
    """The file that is looked at: as clicked, else the first that waits."""
    asked = st.session_state.get(LOOKED_AT)
    return next((file for file in waiting if file.file_id == asked), waiting[0])


def listing(files: Sequence[UploadedFile], waiting: Sequence[UploadedFile], say: Language) -> None:
    """Every dropped file with its state; those that ask nothing can be stored together."""
    readings = {file.file_id: reading_of(file, say) for file in waiting}
    looked_at = chosen(waiting)
    with st.container(key="lsn-files"):
        line([say("File"), say("Wave or register"), say("As of"), say("Status"), ""], WIDTHS, "head")
        for file in files:
            _file(file, waiting, readings, file is looked_at, say)
    ready = [file for file in waiting if is_ready(file, readings[file.file_id], waiting, readings)]
    if len(ready) > 1:
        label = say("Store all {n} files that are ready", n=say.number(len(ready)))
        st.button(label, on_click=_store_all, args=(ready, readings, say), key="store-all")
        confirming.say_trouble()


def is_ready(
    file: UploadedFile, reading: Reading, waiting: Sequence[UploadedFile], readings: dict[str, Reading]
) -> bool:
    """Can it be stored as it stands: nothing asked, not stored before, no other file of the same wave before it?"""
    if reading.status != "ready" or stored_before(reading):
        return False
    if not is_survey(reading):
        return True
    wave = confirming.settings(file, reading).wave
    asked = doubling.is_open(file, reading, wave)
    return bool(wave) and not asked and _rival(file, reading, waiting, readings) is None


def _rival(
    file: UploadedFile, reading: Reading, waiting: Sequence[UploadedFile], readings: dict[str, Reading]
) -> UploadedFile | None:
    """A file before this one that would be stored under the same wave."""
    wave = confirming.settings(file, reading).wave
    for other in waiting[: list(waiting).index(file)]:
        its = readings[other.file_id]
        if (
            is_survey(its)
            and its.status != "refused"
            and not stored_before(its)
            and confirming.settings(other, its).wave == wave
        ):
            return other
    return None


def _file(
    file: UploadedFile,
    waiting: Sequence[UploadedFile],
    readings: dict[str, Reading],
    looked_at: bool,
    say: Language,
) -> None:
    known, reading = confirming.decided().get(file.file_id), readings.get(file.file_id)
    if reading is None:
        state = say("stored as {name}", name=known) if known else say("discarded")
        line([safe_name(file), "", "", state, ""], WIDTHS, "replaced")
        return
    cells = [safe_name(file), *_as_what(file, reading, say), _state(file, reading, waiting, readings, say), None]
    with line(cells, WIDTHS, "current"):
        st.button(
            say("below") if looked_at else say("Look at it"),
            disabled=looked_at, on_click=_look_at, args=(file,), key=f"look-{file.file_id}", type="tertiary",
        )  # fmt: skip


def _as_what(file: UploadedFile, reading: Reading, say: Language) -> tuple[str, str]:
    """Its wave or register, and its day."""
    if reading.status == "refused":
        return "–", "–"
    told = confirming.settings(file, reading)
    name = say("Survey {wave}", wave=told.wave) if told.wave is not None else say.both(REGISTERS[reading.kind].label)
    return name, say.date(told.day)


def _state(
    file: UploadedFile,
    reading: Reading,
    waiting: Sequence[UploadedFile],
    readings: dict[str, Reading],
    say: Language,
) -> str:
    if stored := stored_before(reading):
        return say("stored already, as {name}", name=stored.import_id)
    if reading.status == "refused":
        return say("cannot be taken")
    if reading.questions:
        return say.plural("one question is open", "{n} questions are open", len(reading.questions))
    unit = rows(reading, say)
    if is_survey(reading) and (rival := _rival(file, reading, waiting, readings)):
        return say("{rows}; the same wave as {file}: store them one by one", rows=unit, file=safe_name(rival))
    if is_survey(reading) and doubling.is_open(file, reading, confirming.settings(file, reading).wave):
        return say.plural("one question is open", "{n} questions are open", 1)
    known = confirming.settings(file, reading).known
    if known:
        return say("ready: {rows}, instead of {before}", rows=unit, before=rows(known, say))
    return say("ready: {rows}", rows=unit)


def _look_at(file: UploadedFile) -> None:
    st.session_state[LOOKED_AT] = file.file_id


def _store_all(ready: Sequence[UploadedFile], readings: dict[str, Reading], say: Language) -> None:
    """One import each, one transaction each: what one file is refused for does not stop the others."""
    for file in ready:
        confirming.store(file, readings[file.file_id], say)
