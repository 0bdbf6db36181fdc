"""As what shall a file be stored, what would that change, and what became of it? Nothing is stored before this."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lsn_data.errors import LsnError
from lsn_data.intake.mapping import merged
from lsn_data.intake.report import Reading
from lsn_data.language import Language
from lsn_data.store import LONGEST_NOTE, Import, real_wave, remember, remembered, save
from lsn_data.store.confirmed import NOT_REMEMBERED
from lsn_data.ui import asked_by, changing, data, doubling
from lsn_data.ui.messages import safe
from lsn_data.ui.reading import forget_reading, is_survey, mapping_of, safe_name

OUTCOMES, DECIDED, TROUBLE, DROP, FORGOTTEN = "outcomes", "decided", "trouble", "drop", "forgotten"


@dataclass(frozen=True)
class Settings:
    """As what a file would be stored: its wave (None for a register), the members asked, its day, what it replaces."""

    wave: str | None
    asked: int | None
    day: dt.date
    known: Import | None


def settings(file: UploadedFile, reading: Reading) -> Settings:
    """What was filled in for a file, whether its form is shown or not; else the usual."""
    day = st.session_state.get(_key("day", file)) or usual_day(reading)
    if not is_survey(reading):
        return Settings(None, None, day, None)
    wave = str(st.session_state.get(_key("wave", file), usual_wave(reading))).strip()
    known = real_wave(data.store(), wave)
    asked = st.session_state.get(_asked_key(file, known), known.asked if known else None)
    return Settings(wave, asked, day, known)


def survey_form(file: UploadedFile, reading: Reading, say: Language) -> None:
    """Name of the wave, members asked, day; what changes by it; and the buttons."""
    left, right = st.columns(2, gap="large")
    with left:
        st.header(safe(say("Which survey is it?")), anchor=False)
        st.text_input(
            say("Name of the wave"), usual_wave(reading), key=_key("wave", file), max_chars=60, persist_state="session"
        )
        known = settings(file, reading).known
        st.number_input(
            say("Members asked (for the return rate; may stay empty)"),
            min_value=1, value=known.asked if known else None, step=1, key=_asked_key(file, known),
            persist_state="session",
        )  # fmt: skip
        _day(file, reading, say)
        chosen = settings(file, reading)
        asked_by.form(file, chosen.asked, chosen.day, known, say)
    with right:
        st.header(safe(say("What changes")), anchor=False)
        found = changing.change_of(reading, say, known, chosen.asked)
        st.html(changing.survey_html(found, reading, chosen.wave or "", chosen.asked, known, say))
        asked = doubling.ask(file, reading, chosen.wave, say)
    label = say.plural("Store {n} answer", "Store {n} answers", reading.rows_kept)
    promise = say("Only answers are stored, no names, e-mail or IP addresses. You can undo it at any time.")
    _buttons(file, reading, label, promise, not chosen.wave or asked, say)


def register_form(file: UploadedFile, reading: Reading, say: Language) -> None:
    """The day that the register stands for; what changes by it; and the buttons."""
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.header(safe(say("Which day does it stand for?")), anchor=False)
        _day(file, reading, say)
        why(_key("note", file), say)
    with right:
        st.header(safe(say("What changes")), anchor=False)
        day = settings(file, reading).day
        st.html(changing.register_html(changing.change_of(reading, say), reading, day, say))
    label = say.plural("Store {n} row", "Store {n} rows", reading.rows_kept)
    promise = say("No contact persons are stored. You can undo it at any time.")
    _buttons(file, reading, label, promise, False, say)


def store(file: UploadedFile, reading: Reading, say: Language) -> None:
    """Store a file as it was filled in; what was told about its layout is remembered. Trouble is kept to be said."""
    chosen = settings(file, reading)
    try:
        receipt, new = save(
            data.store(), reading, wave=chosen.wave, actor=data.actor(), asked=chosen.asked, as_of=chosen.day,
            replace=chosen.known is not None, asked_by=asked_by.told(file) if is_survey(reading) else None,
            note=st.session_state.get(_key("note", file)) or "",
        )  # fmt: skip
    except LsnError as trouble:
        st.session_state[TROUBLE] = trouble.said(say)
        return
    _remember(file, reading, say)
    _keep_outcome(receipt.import_id, new)
    _decide(file, receipt.import_id)


def _remember(file: UploadedFile, reading: Reading, say: Language) -> None:
    """Keep what was told about the layout. The import is stored already, so trouble is told beside its outcome."""
    told = mapping_of(file)
    if not told or not reading.layout:
        return
    try:
        known = merged(remembered(data.store(), reading.layout), told)
        remember(data.store(), reading.layout, known, actor=data.actor())
    except LsnError as trouble:
        st.session_state[FORGOTTEN] = say(NOT_REMEMBERED, file=safe_name(file), why=trouble.said(say))


def say_what_was_forgotten() -> None:
    """What could not be remembered of a file that is stored, once."""
    if told := st.session_state.pop(FORGOTTEN, None):
        st.warning(safe(told))


def discard(file: UploadedFile) -> None:
    """The file is not stored."""
    _decide(file, "")


def decided() -> dict[str, str]:
    """The files that are dealt with: under which import each was stored, or "" if it was not."""
    known: dict[str, str] = st.session_state.setdefault(DECIDED, {})
    return known


def outcomes() -> list[tuple[str, bool]]:
    """What was stored of the files dropped last: the import, and whether it is new."""
    known: list[tuple[str, bool]] = st.session_state.get(OUTCOMES, (0, []))[1]
    return known


def why(key: str, say: Language) -> None:
    """The reason of a change, for the history: whoever looks back wants to know it; nobody must give one."""
    st.text_input(
        say("Why does it change? (for the history; may stay empty)"),
        key=key, max_chars=LONGEST_NOTE, persist_state="session", placeholder=say("As agreed in the review of May"),
        help=say("Shown with the receipt and in the review log. Please name bodies and roles, no people."),
    )  # fmt: skip


def say_trouble() -> None:
    """What stood against storing, once."""
    if trouble := st.session_state.pop(TROUBLE, None):
        st.error(safe(trouble))


def usual_wave(reading: Reading) -> str:
    """The year of the last answer."""
    return str(usual_day(reading).year)


def usual_day(reading: Reading) -> dt.date:
    """The day of the last answer, else today."""
    return reading.last_day or dt.date.today()


def discard_button(file: UploadedFile, say: Language) -> None:
    """The way out."""
    st.button(say("Discard"), on_click=discard, args=(file,), key="discard")


def _buttons(file: UploadedFile, reading: Reading, label: str, promise: str, not_yet: bool, say: Language) -> None:
    say_trouble()
    with st.container(horizontal=True, vertical_alignment="center", key="lsn-decide"):
        st.button(label, type="primary", disabled=not_yet, on_click=store, args=(file, reading, say), key="store")
        discard_button(file, say)
        st.html(f"<div class='lsn-quiet'>{safe(promise)}</div>", width="stretch")


def _day(file: UploadedFile, reading: Reading, say: Language) -> None:
    st.date_input(say("As of"), usual_day(reading), format="YYYY-MM-DD", key=_key("day", file), persist_state="session")


def _decide(file: UploadedFile, import_id: str) -> None:
    decided()[file.file_id] = import_id
    forget_reading(file)


def _keep_outcome(import_id: str, new: bool) -> None:
    """With the other files of the same drop; what was stored of an earlier drop is no news any more."""
    drop = st.session_state.get(DROP, 0)
    earlier = outcomes() if st.session_state.get(OUTCOMES, (drop, []))[0] == drop else []
    st.session_state[OUTCOMES] = (drop, [*earlier, (import_id, new)])


def _key(what: str, file: UploadedFile) -> str:
    return f"{what}-{file.file_id}"


def _asked_key(file: UploadedFile, known: Import | None) -> str:
    """A field of its own for each wave: what was asked in one says nothing of another."""
    return f"asked-{file.file_id}-{known.import_id if known else ''}"
