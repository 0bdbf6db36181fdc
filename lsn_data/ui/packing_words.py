"""How does somebody write their own words into a pack: a sentence over the finding, a note, a section?

What is written is kept as soon as it is there; the newest state of the pack is shown.
"""

from __future__ import annotations

import streamlit as st

from lsn_data.board.names import named
from lsn_data.board.order import Spot, numbered
from lsn_data.board.pack import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_SENTENCE,
    Entry,
    Pack,
    Part,
    Section,
    heading,
    noted,
    renamed,
    worded,
)
from lsn_data.exhibit import Exhibit
from lsn_data.language import Language
from lsn_data.ui import pack
from lsn_data.ui.messages import safe
from lsn_data.ui.reader import language

NEW_SECTION = "pack-new-section"


def write(part: Part, spot: Spot, exhibit: Exhibit | None, key: str, number: int, many: int, say: Language) -> None:
    """What can be written of a part: of a section its name, of an exhibit its sentence, its note and its place."""
    with st.container(key=f"lsn-words-{key}"):
        if isinstance(part, Section):
            _heading(part, spot, key, say)
            return
        if exhibit:
            _sentence(part, spot, exhibit, key, say)
        _note(part, spot, key, say)
        with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
            _place(part, spot, key, number, many, say)
            _section_above(spot, key, say)


def ways_on(spot: Spot, exhibit: Exhibit, key: str, say: Language) -> None:
    """What can be done about a sentence of one's own."""
    if exhibit.outdated:
        given = (spot, exhibit.message, exhibit.computed, say("The own sentence was confirmed"))
        st.button(safe(say("Keep my sentence")), on_click=_word, args=given, key=f"keep-{key}")
    given = (spot, "", exhibit.computed, say("Back to the computed sentence"))
    st.button(safe(say("Back to the computed sentence")), on_click=_word, args=given, key=f"computed-{key}")


def new_section(say: Language) -> None:
    """A heading at the end of the pack."""
    st.session_state.setdefault(NEW_SECTION, "")
    st.text_input(
        safe(say("New section at the end")), key=NEW_SECTION, max_chars=LONGEST_NAME, width=400, on_change=_add_section
    )


def _sentence(part: Entry, spot: Spot, exhibit: Exhibit, key: str, say: Language) -> None:
    """The computed sentence, and the field for one's own over it."""
    computed, own = exhibit.computed or exhibit.message, part.own.get(say.code)
    st.html(f"<p class='lsn-quiet'>{safe(say('Computed: {finding}', finding=computed))}</p>")
    field = f"own-{key}-{say.code}"
    st.session_state[field] = own.sentence if own else ""
    st.text_area(
        safe(say("Your own sentence instead, at most {most} characters", most=LONGEST_SENTENCE)), key=field,
        max_chars=LONGEST_SENTENCE, height=75, on_change=_write, args=(spot, field, computed),
        help=safe(say("Kept as soon as you leave the field. It holds for this language; write the other one after"
                      " switching.")),
    )  # fmt: skip
    if own and not exhibit.outdated:
        ways_on(spot, exhibit, key, say)


def _note(part: Entry, spot: Spot, key: str, say: Language) -> None:
    field = f"note-{key}-{say.code}"
    st.session_state[field] = part.notes.get(say.code, "")
    st.text_area(
        safe(say("Note for whoever speaks, and for the handout")), key=field, max_chars=LONGEST_NOTE, height=90,
        on_change=_annotate, args=(spot, field),
    )  # fmt: skip


def _place(part: Entry, spot: Spot, key: str, number: int, many: int, say: Language) -> None:
    """Which exhibit of the pack this is: far ways in one go."""
    field = f"place-{key}"
    st.session_state[field] = number
    st.selectbox(
        safe(say("Place in the pack")), range(1, many + 1), key=field, width=140, filter_mode=None,
        on_change=_put, args=(spot, field, named(part.pick.name, say)),
    )  # fmt: skip


def _section_above(spot: Spot, key: str, say: Language) -> None:
    field = f"above-{key}"
    st.session_state[field] = ""
    st.text_input(
        safe(say("New section above it")), key=field, max_chars=LONGEST_NAME, width=320, on_change=_add_above,
        args=(spot, field),
    )  # fmt: skip


def _heading(part: Section, spot: Spot, key: str, say: Language) -> None:
    field = f"heading-{key}-{say.code}"
    st.session_state[field] = part.said(say.code)
    st.text_input(
        safe(say("Name of the section")), key=field, max_chars=LONGEST_NAME, width=400, on_change=_call_section,
        args=(spot, field),
    )  # fmt: skip


def _write(spot: Spot, field: str, computed: str) -> None:
    say = language()
    _word(spot, st.session_state[field], computed, say("The own sentence was changed"))


def _word(spot: Spot, sentence: str, computed: str, what: str) -> None:
    code = language().code

    def change(found: Pack, at: int) -> Pack:
        part = found.parts[at]
        return found.changed(at, worded(part, code, sentence, computed)) if isinstance(part, Entry) else found

    pack.change_part(what, spot, change)


def _annotate(spot: Spot, field: str) -> None:
    say, note = language(), st.session_state[field]

    def change(found: Pack, at: int) -> Pack:
        part = found.parts[at]
        return found.changed(at, noted(part, say.code, note)) if isinstance(part, Entry) else found

    pack.change_part(say("The note was changed"), spot, change)


def _put(spot: Spot, field: str, name: str) -> None:
    number, say = st.session_state[field], language()
    what = say("“{name}” was moved to place {n}", name=name, n=say.number(number))
    pack.change_part(what, spot, lambda found, at: numbered(found, at, number))


def _add_section() -> None:
    """A section at the end; the field is empty again."""
    title, say = heading(st.session_state[NEW_SECTION]), language()
    st.session_state[NEW_SECTION] = ""
    if title:
        what = say("Section “{name}” was added", name=title)
        pack.change(what, lambda found: found.with_section({say.code: title}))


def _add_above(spot: Spot, field: str) -> None:
    title, say = heading(st.session_state[field]), language()
    if title:
        what = say("Section “{name}” was added", name=title)
        pack.change_part(what, spot, lambda found, at: found.with_section({say.code: title}, at))


def _call_section(spot: Spot, field: str) -> None:
    title, say = heading(st.session_state[field]), language()

    def change(found: Pack, at: int) -> Pack:
        part = found.parts[at]
        return found.changed(at, renamed(part, say.code, title)) if isinstance(part, Section) else found

    if title:
        pack.change_part(say("The section was called “{name}”", name=title), spot, change)
