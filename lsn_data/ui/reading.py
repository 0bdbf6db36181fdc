"""What is known of a dropped file: its kind, what was told of it, its reading? Who waits for it sees how far it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillReading
from pathlib import PurePath
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lsn_data.intake.mapping import merged
from lsn_data.intake.opened import Opened
from lsn_data.intake.report import Reading
from lsn_data.intake.steps import Step, heard_by
from lsn_data.knowing import kind_of, read_knowing
from lsn_data.language import Language, mark
from lsn_data.store import SURVEY, Import
from lsn_data.ui import data
from lsn_data.ui.messages import safe

T = TypeVar("T")
PATIENCE, GLANCE = 1.0, 0.25
STEPS: dict[Step, str] = {
    "open": mark("The file is opened and read …"),
    "recognise": mark("Looking for the headings and the ranking …"),
    "check": mark("{rows} rows are checked …"),
    "compare": mark("Comparing with what is stored …"),
}
_READERS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="reading")


def reading_of(file: UploadedFile, say: Language) -> Reading:
    """The reading of a file with what was told of it so far; read once for each set of answers."""
    read: dict[str, Reading] = st.session_state.setdefault("readings", {})
    kind, mapping = kind_of_file(file, say), mapping_of(file)
    chosen = chosen_kind(file) is not None
    name = f"{file.file_id} {kind} {chosen} {sorted(mapping.items())}"
    if name not in read:
        store, opened = data.store(), _opened(file)
        found = waited_for(name, lambda: read_knowing(store, opened, kind, mapping, chosen=chosen), say)
        read[name] = found[0]
        _close(file)
    return read[name]


def kind_of_file(file: UploadedFile, say: Language) -> str:
    """What the file holds: as chosen, else as recognised, else a survey."""
    found: dict[str, str] = st.session_state.setdefault("recognised", {})
    if file.file_id not in found:
        opened = _opened(file)
        found[file.file_id] = waited_for(f"kind {file.file_id}", lambda: kind_of(opened), say)
    return chosen_kind(file) or found[file.file_id]


def chosen_kind(file: UploadedFile) -> str | None:
    """What a person said that the file holds."""
    kinds: dict[str, str] = st.session_state.setdefault("kinds", {})
    return kinds.get(file.file_id)


def choose_kind(file: UploadedFile, kind: str) -> None:
    """A person says what the file holds: it is read anew."""
    st.session_state.setdefault("kinds", {})[file.file_id] = kind


def _opened(file: UploadedFile) -> Opened:
    """The file behind the door, kept until it is read, so that it is opened once for both looks."""
    kept: dict[str, Opened] = st.session_state.setdefault("opened", {})
    if file.file_id not in kept:
        kept[file.file_id] = Opened(file.getvalue(), safe_name(file))
    return kept[file.file_id]


def _close(file: UploadedFile) -> None:
    st.session_state["opened"].pop(file.file_id, None)


def mapping_of(file: UploadedFile) -> dict[str, Any]:
    """What was told about a file in this session."""
    return dict(st.session_state.get("mappings", {}).get(file.file_id, {}))


def tell(file: UploadedFile, told: Mapping[str, Any]) -> None:
    """Something more was told about a file: it is read anew."""
    st.session_state.setdefault("mappings", {})[file.file_id] = merged(mapping_of(file), told)


def forget_reading(file: UploadedFile) -> None:
    """What was read of a file is dropped; the next look reads it again."""
    read = st.session_state.get("readings", {})
    st.session_state["readings"] = {name: one for name, one in read.items() if not name.startswith(file.file_id)}


def stored_before(reading: Reading) -> Import | None:
    """The import that counts and holds the same part of the same file (a demo wave does not stand in the way)."""
    same = (one for one in data.receipts() if (one.sha256, one.kind) == (reading.sha256, reading.kind))
    return next((one for one in same if one.state == "current" and one.origin != "demo"), None)


def safe_name(file: UploadedFile) -> str:
    """The file's name without a path of either system."""
    return PurePath(file.name.replace("\\", "/")).name


def is_survey(reading: Reading) -> bool:
    """Does it hold answers of a survey?"""
    return reading.kind == SURVEY


def waited_for(name: str, work: Callable[[], T], say: Language, first: Step = "open") -> T:
    """The outcome of the work. What takes longer than a second says step by step how far it is.

    The work goes on in a thread of its own under its name: a visitor who clicks meanwhile waits for the same one.
    """
    at_work: dict[str, Future[Any]] = st.session_state.setdefault("at_work", {})
    steps: list[tuple[Step, int]] = [(first, 0)]

    def heard() -> T:
        with heard_by(lambda step, rows: steps.append((step, rows))):
            return work()

    if name not in at_work:
        at_work[name] = _READERS.submit(heard)
    future = at_work[name]
    place = st.empty()
    patience = PATIENCE
    while True:
        try:
            outcome: T = future.result(timeout=patience)
        except StillReading:
            step, rows = steps[-1]
            share = (list(STEPS).index(step) + 1) / (len(STEPS) + 1)
            place.progress(share, text=safe(say(STEPS[step], rows=say.number(rows))))
            patience = GLANCE
            continue
        finally:
            if future.done():
                at_work.pop(name, None)
        place.empty()
        return outcome
