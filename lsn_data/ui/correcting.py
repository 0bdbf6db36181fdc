"""Is each column understood rightly? One line a column, each value of a list, corrected by hand and remembered."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lsn_data.intake.report import ColumnSeen, Reading, ValueSeen
from lsn_data.language import Language, mark
from lsn_data.sheets.declared import Choice
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.survey import ATTRIBUTES
from lsn_data.store import forget, remember, remembered
from lsn_data.ui import data, done
from lsn_data.ui.done import Act
from lsn_data.ui.messages import safe
from lsn_data.ui.reading import forget_reading, is_survey, mapping_of, tell

FIXED = {
    "ranking": mark("part of the ranking"),
    "token": mark("token of the respondent, kept only as a pseudonym"),
    "personal": mark("personal data, never read"),
}
OWN = {
    "question": mark("a question of the survey"),
    "bookkeeping": mark("bookkeeping of the survey tool"),
    "": mark("leave aside"),
}
WIDTHS = (3, 3, 3)
VALUES_IN_A_LINE = 3
MOST_VALUES = 30
LONGEST = 80
SUGGESTED = mark("{label} (suggested)")


def form(file: UploadedFile, reading: Reading, say: Language) -> None:
    """The lines, folded up unless a needed column is missing; what is applied reads the file anew."""
    if not reading.columns:
        return
    label = say("Correct how columns were understood")
    missing = any(one.kind == "column-missing" for one in reading.problems)
    with (
        st.expander(label, expanded=missing, type="compact", key=f"correct-{file.file_id}"),
        st.form(_stem(reading, file), border=False),
    ):
        _head(say)
        for position, column in _worth_a_line(reading):
            _column(position, column, reading, file, say)
        _fixed(reading, say)
        st.form_submit_button(
            say("Apply and read the file anew"), on_click=_apply, args=(file, reading, say), key=f"apply-{file.file_id}"
        )
    if twice := st.session_state.pop("chosen-twice", None):
        st.warning(safe(say("Two columns cannot both hold {field}. Nothing was changed.", field=twice)))


def told_before(file: UploadedFile, reading: Reading, say: Language) -> None:
    """That answers given earlier were used, and the way to be asked anew."""
    if not reading.layout:
        return
    known = remembered(data.store(), reading.layout)
    if not known:
        done.last(say, place=f"layout-{reading.layout[:8]}")
        return
    with st.container(horizontal=True, vertical_alignment="center", key="lsn-told-before"):
        said = say("What was told about files of this layout before was used.")
        st.html(f"<span class='lsn-quiet'>{safe(said)}</span>", width="content")
        st.button(say("Forget it"), on_click=_forget, args=(file, reading.layout, known), key="forget", type="tertiary")


def corrections(
    reading: Reading, chosen: Mapping[int, str], values: Mapping[int, Mapping[str, str | None]]
) -> dict[str, Any]:
    """The mapping of what a person changed: meanings by position of the column, codes by position and text.

    >>> seen = (ColumnSeen("Ort", "", ("state",)), ColumnSeen("Branche", "sector", values=(ValueSeen("BT", 3, None),)))
    >>> reading = Reading("a.csv", "", "members", "ready", columns=seen)
    >>> corrections(reading, {0: "state", 1: "sector"}, {1: {"BT": "biotech"}})
    {'columns': {'Ort': 'state'}, 'values': {'Branche': {'BT': 'biotech'}}}
    """
    told: dict[str, Any] = {}
    for position, meaning in chosen.items():
        column = reading.columns[position]
        if meaning != column.meaning:
            told.setdefault("columns", {})[column.heading] = meaning
    for position, codes in values.items():
        column = reading.columns[position]
        if chosen.get(position, column.meaning) != column.meaning:
            continue
        before = {one.text: one.code for one in column.values}
        changed = {text: code for text, code in codes.items() if code and code != before.get(text)}
        if changed:
            told.setdefault("values", {})[column.heading] = changed
    return told


def _head(say: Language) -> None:
    for column, text in zip(
        st.columns(WIDTHS), (say("Column of the file"), say("First values"), say("Meaning")), strict=True
    ):
        column.html(f"<div class='lsn-cell lsn-head'>{safe(text)}</div>")


def _worth_a_line(reading: Reading) -> list[tuple[int, ColumnSeen]]:
    """The columns that can be corrected: what was understood and what has a suggestion first, bookkeeping last."""
    open_to_it = [(at, one) for at, one in enumerate(reading.columns) if one.meaning not in FIXED]
    return sorted(open_to_it, key=lambda one: _urgency(one[1]))


def _urgency(column: ColumnSeen) -> int:
    """Where a column stands in the form.

    >>> [_urgency(ColumnSeen("x", meaning)) for meaning in ("sector", "question", "bookkeeping")]
    [1, 2, 3]
    """
    if column.suggestions or any(one.code is None for one in column.values):
        return 0
    return 1 if column.meaning not in OWN else 3 if column.meaning == "bookkeeping" else 2


def _fixed(reading: Reading, say: Language) -> None:
    """What is not to be corrected here, in one sentence each."""
    counts = Counter(one.meaning for one in reading.columns if one.meaning in FIXED)
    for meaning, count in counts.items():
        told = say.plural("{n} column: {what}.", "{n} columns: {what}.", count, what=say(FIXED[meaning]))
        st.html(f"<span class='lsn-quiet'>{safe(told)}</span>")


def _column(position: int, column: ColumnSeen, reading: Reading, file: UploadedFile, say: Language) -> None:
    """Heading, first values, meaning; and below it the values of its list."""
    left, middle, right = st.columns(WIDTHS, vertical_alignment="center")
    left.html(f"<div class='lsn-cell'>{safe(_short(column.heading))}</div>")
    middle.html(f"<div class='lsn-cell lsn-replaced'>{safe(_short(' · '.join(column.examples)))}</div>")
    labels = _meanings(reading, column, say)
    right.selectbox(
        safe(column.heading),
        list(labels),
        index=list(labels).index(column.meaning),
        format_func=lambda meaning: _suggested(labels[meaning], meaning in column.suggestions, say),
        label_visibility="collapsed",
        filter_mode=None,
        key=_key(reading, file, position),
    )
    if not column.values or not (choices := _choices(reading, column)):
        return
    listed = _in_order(column)
    doubtful, clear = [one for one in listed if one.code is None], [one for one in listed if one.code]
    if doubtful:
        _values(position, doubtful, choices, reading, file, say)
    if clear:
        label = say.plural("{n} value understood", "{n} values understood", len(clear))
        with left.popover(label, key=f"{_key(reading, file, position)}-values"):
            _values(position, clear, choices, reading, file, say)
    if len(column.values) > MOST_VALUES:
        hidden = say.number(len(column.values) - MOST_VALUES)
        st.caption(safe(say("{n} more values are not listed here; correct them in the file.", n=hidden)))


def _values(
    position: int, values: Sequence[ValueSeen], choices: Sequence[Choice], reading: Reading, file: UploadedFile,
    say: Language,
) -> None:  # fmt: skip
    """Each value with what it means; where it was not understood, the suggestion is chosen and named so."""
    labels = {choice.code: say.both(choice.label) for choice in choices}
    columns = st.columns(VALUES_IN_A_LINE)
    for at, one in enumerate(values):
        codes = list(dict.fromkeys([*(code for code in one.suggestions if code in labels), *labels]))
        usual = one.code if one.code in labels else next((code for code in one.suggestions if code in labels), None)
        columns[at % VALUES_IN_A_LINE].selectbox(
            safe(say("{value} ({n} times)", value=_short(one.text), n=say.number(one.count))),
            codes,
            index=codes.index(usual) if usual else None,
            format_func=lambda code, one=one: _suggested(
                labels[code], one.code is None and code in one.suggestions, say
            ),
            placeholder=say("not understood: please choose"),
            filter_mode=None,
            key=_key(reading, file, position, one.text),
        )


def _in_order(column: ColumnSeen) -> list[ValueSeen]:
    return sorted(column.values, key=lambda one: (one.code is not None, -one.count))[:MOST_VALUES]


def _meanings(reading: Reading, column: ColumnSeen, say: Language) -> dict[str, str]:
    """What a column may mean: as understood, then what is suggested, then all the rest."""
    if is_survey(reading):
        known = {one.name: say.both(one.label) for one in ATTRIBUTES}
        own = {column.meaning: say(OWN[column.meaning])} if column.meaning in OWN else {}
        known |= own
    else:
        known = {field.name: say.both(field.label) for field in REGISTERS[reading.kind].fields}
    known |= {"": say(OWN[""])}
    if column.meaning not in known:  # a project list may tell its funding too
        known[column.meaning] = _label_anywhere(column.meaning, say)
    first = [meaning for meaning in (column.meaning, *column.suggestions, "") if meaning in known]
    return {meaning: known[meaning] for meaning in dict.fromkeys([*first, *known])}


def _label_anywhere(name: str, say: Language) -> str:
    """What another register calls a field of that name.

    >>> _label_anywhere("amount", Language("de"))
    'Betrag'
    """
    fields = (field for sheet in REGISTERS.values() for field in sheet.fields)
    return next((say.both(field.label) for field in fields if field.name == name), name)


def _choices(reading: Reading, column: ColumnSeen) -> Sequence[Choice]:
    """The list that a column's values belong to; none for other columns."""
    if is_survey(reading):
        return next((one.choices for one in ATTRIBUTES if one.name == column.meaning), ())
    return next((one.choices for one in REGISTERS[reading.kind].fields if one.name == column.meaning), ())


def _apply(file: UploadedFile, reading: Reading, say: Language) -> None:
    chosen = dict(_chosen(file, reading))
    fields = [meaning for meaning in chosen.values() if meaning and meaning not in OWN]
    twice = next((one for one in fields if fields.count(one) > 1), None)
    if twice:
        st.session_state["chosen-twice"] = _meanings(reading, ColumnSeen("", twice), say)[twice]
        return
    tell(file, corrections(reading, chosen, dict(_chosen_values(file, reading))))


def _chosen(file: UploadedFile, reading: Reading) -> Iterator[tuple[int, str]]:
    for position in range(len(reading.columns)):
        key = _key(reading, file, position)
        if key in st.session_state:
            yield position, st.session_state[key]


def _chosen_values(file: UploadedFile, reading: Reading) -> Iterator[tuple[int, dict[str, str | None]]]:
    for position, column in enumerate(reading.columns):
        keys = {one.text: _key(reading, file, position, one.text) for one in _in_order(column)}
        yield position, {text: st.session_state[key] for text, key in keys.items() if key in st.session_state}


def _forget(file: UploadedFile, layout: str, known: dict[str, Any]) -> None:
    """The next file of the layout is asked about anew; the answers can come back in one click."""

    def bring_back() -> None:
        remember(data.store(), layout, known, actor=data.actor())
        forget_reading(file)

    forget(data.store(), layout, actor=data.actor())
    forget_reading(file)
    done.tell(Act(_forgotten, bring_back, _uses_them, place=f"layout-{layout[:8]}"))


def _forgotten(say: Language) -> str:
    return say("What was told about files of this layout is forgotten.")


def _uses_them(say: Language) -> str:
    return say("The earlier answers are used again, for this file and for the next ones of its layout.")


def _suggested(label: str, suggested: bool, say: Language) -> str:
    return say(SUGGESTED, label=label) if suggested else label


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _stem(reading: Reading, file: UploadedFile) -> str:
    """Widgets of one reading: what is told anew makes new ones, so that they show what was understood then."""
    told = json.dumps([reading.kind, mapping_of(file)], sort_keys=True)
    return f"correct-{file.file_id}-{hashlib.sha256(told.encode()).hexdigest()[:10]}"


def _key(reading: Reading, file: UploadedFile, position: int, text: str | None = None) -> str:
    stem = f"{_stem(reading, file)}-{position}"
    return stem if text is None else f"{stem}-{hashlib.sha256(text.encode()).hexdigest()[:10]}"
