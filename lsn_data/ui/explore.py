"""How does one look further than the pages do: a register as a table, a pivot, one SELECT over all registers?"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.on_page import table_html
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.explore import answer
from lsn_data.topics.explore.answer import Register
from lsn_data.topics.explore.compute import FIGURES, Figure, pivot, units_of
from lsn_data.topics.explore.exhibits import as_csv, pivoted, whole_register
from lsn_data.ui import data, empty_page, explore_sql, filters, show
from lsn_data.ui.explore_grid import files, frame_of, grid
from lsn_data.ui.messages import safe
from lsn_data.ui.questionnaire_filters import words_box, words_in
from lsn_data.ui.reader import palette

REGISTER, WORDS, BY, ACROSS, FIGURE, FIELD, UNIT = "register", "find", "rows", "columns", "show", "field", "unit"
NONE, HEIGHT, MANY = "none", 420, 12


def page(say: Language) -> None:
    """Everything on the page."""
    found = _registers()
    st.title(safe(answer.finding(found, say)), anchor=False)
    words = say("Registers as they count today. Answers to surveys are not here: they stand on their own pages.")
    st.html(f"<p class='lsn-title'>{safe(words)}</p>")
    kinds = list(found)
    kind = filters.kept(REGISTER, kinds, next((one for one in kinds if found[one].rows), kinds[0]))
    _table(found, kind, say)
    if found[kind].rows:
        _pivot(found[kind], say)
    explore_sql.section(found, say)


def _table(found: Mapping[str, Register], kind: str, say: Language) -> None:
    """One register, searched, sorted by a click on a heading, and taken along."""
    words = words_in(WORDS)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="lsn-filters"):
        names = {one: f"{answer.label(one, say)} ({say.number(len(found[one].rows))})" for one in found}
        filters.listed(REGISTER, say("Register"), names, width=320)
        words_box(WORDS, say("Search the rows"), say)
    register = found[kind]
    if not register.rows:
        st.html(f"<p class='lsn-reason'>{safe(say('This register is still empty.'))}</p>")
        empty_page.template(kind, say)
        return
    exhibit, frame = _shown(kind, words, say)
    st.html(f"<p class='lsn-part'>{safe(exhibit.message)} {show.badge(exhibit)}</p>")
    grid(frame, exhibit.title, f"table-{kind}", HEIGHT)
    files(exhibit, f"lsn-{kind}", say, lambda: as_csv(register))


def _pivot(register: Register, say: Language) -> None:
    """Rows of the register, counted, summed up or averaged by one or two of its fields."""
    with st.container(key="lsn-more-pivot"):
        st.html(f"<p class='lsn-part'>{safe(say('Pivot'))}</p>")
        fields, names = answer.groupable(register.kind), answer.labels(register.kind, say)
        by = filters.kept(BY, list(fields), fields[0])
        across = filters.kept(ACROSS, [NONE, *(one for one in fields if one != by)], NONE)
        figure, field, unit = _figure(register)
        with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="lsn-pivot"):
            filters.listed(BY, say("Rows"), {one: names[one] for one in fields}, width=200)
            others = {NONE: say("no second field"), **{one: names[one] for one in fields if one != by}}
            filters.listed(ACROSS, say("Columns"), others, width=200)
            _figure_choice(register, figure, field, names, say)
        known = answer.names_of_codes(data.store(), say)
        second = "" if across == NONE else across
        found = pivot(register.rows, by, second, figure, field, unit)
        exhibit = pivoted(register, found, by, second, figure, field, unit, known, say)
        st.html(f"<p class='lsn-title'>{safe(exhibit.title)} · {safe(exhibit.message)}</p>")
        st.html(table_html(exhibit, palette()))
        st.html(f"<div class='lsn-foot'>{' '.join(map(safe, exhibit.notes))}</div>")
        files(exhibit, f"lsn-{register.kind}-pivot", say)


def _figure(register: Register) -> tuple[Figure, str, str | None]:
    """What is computed: which figure, of which field, in which unit (None: there is only one)."""
    numbers = answer.numbers(register.kind)
    allowed = FIGURES if numbers else FIGURES[:1]
    chosen = filters.kept(FIGURE, list(allowed), "count")
    figure: Figure = next(one for one in FIGURES if one == chosen)
    if figure == "count":
        return figure, "", None
    field = filters.kept(FIELD, list(numbers), numbers[0])
    units = units_of(register.rows, field)
    return figure, field, filters.kept(UNIT, list(units), units[0]) if len(units) > 1 else None


def _figure_choice(register: Register, figure: Figure, field: str, names: Mapping[str, str], say: Language) -> None:
    """The switches for the figure, its field and its unit: values of two units never add up."""
    numbers = answer.numbers(register.kind)
    if not numbers:
        return
    filters.listed(
        FIGURE, say("To be shown"), {"count": say("Number"), "sum": say("Sum"), "mean": say("Mean")}, width=140
    )
    if figure == "count":
        return
    filters.listed(FIELD, say("Of"), {one: names[one] for one in numbers}, width=180)
    units = units_of(register.rows, field)
    if len(units) > 1:
        filters.listed(UNIT, say("Unit"), {one: one or say("without a unit") for one in units}, width=160)


def _registers() -> dict[str, Register]:
    """All registers, read once a data version and choice."""
    opened = data.store()
    return _read(opened, str(opened.path), opened.version, opened.demo)


@st.cache_resource(show_spinner=False, max_entries=MANY)
def _read(_store: Store, path: str, version: int, demo: bool | None) -> dict[str, Register]:
    return answer.registers(_store)


def _shown(kind: str, words: str, say: Language) -> tuple[Exhibit, pd.DataFrame]:
    """A register in words, as an exhibit and as the page draws it; made once a data version, search and language."""
    opened = data.store()
    return _worded(opened, str(opened.path), opened.version, opened.demo, kind, words, say.code)


@st.cache_resource(show_spinner=False, max_entries=MANY)
def _worded(
    _store: Store, path: str, version: int, demo: bool | None, kind: str, words: str, code: str
) -> tuple[Exhibit, pd.DataFrame]:
    register, say = _read(_store, path, version, demo)[kind], Language(code)
    rows = answer.in_words(register, answer.names_of_codes(_store, say), say, words)
    exhibit = whole_register(register, rows, say)
    return exhibit, frame_of(exhibit)
