"""How does one look further than the pages do: a register as a table, a pivot, one SELECT over all registers?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import pandas as pd
import streamlit as st

from lsn_data.errors import LsnError
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.in_workbook import workbook
from lsn_data.exhibit.on_page import table_html
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.store.explore import Answer, ask_tables, tables_of
from lsn_data.topics.explore import answer
from lsn_data.topics.explore.answer import Register
from lsn_data.topics.explore.compute import FIGURES, Figure, pivot, units_of
from lsn_data.topics.explore.exhibits import answered, as_csv, lines_as_csv, pivoted, unique, whole_register
from lsn_data.ui import data, empty_page, explore_schema, filters, show
from lsn_data.ui.messages import safe
from lsn_data.ui.questionnaire_filters import words_box, words_in
from lsn_data.ui.reader import palette

REGISTER, WORDS, BY, ACROSS, FIGURE, FIELD, UNIT = "register", "find", "rows", "columns", "show", "field", "unit"
STATEMENT, ASKED = "sql", "sql-asked"
NONE, HEIGHT, MANY = "none", 420, 30
CSV = "text/csv"


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
    _sql(found, say)


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
    rows = _in_words(kind, words, say)
    exhibit = whole_register(register, rows, say)
    st.html(f"<p class='lsn-part'>{safe(exhibit.message)} {show.badge(exhibit)}</p>")
    _grid(exhibit, f"table-{kind}", HEIGHT)
    _files(exhibit, f"lsn-{kind}", as_csv(register), say)


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
        _files(exhibit, f"lsn-{register.kind}-pivot", _exhibit_csv(exhibit), say)


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
    filters.listed(FIGURE, say("Figure"), {"count": say("Number"), "sum": say("Sum"), "mean": say("Mean")}, width=140)
    if figure == "count":
        return
    filters.listed(FIELD, say("Of"), {one: names[one] for one in numbers}, width=180)
    units = units_of(register.rows, field)
    if len(units) > 1:
        filters.listed(UNIT, say("Unit"), {one: one or say("without a unit") for one in units}, width=160)


def _sql(found: Mapping[str, Register], say: Language) -> None:
    """One SELECT over all registers, its examples, its schema, its answer or what is wrong with it."""
    with st.container(key="lsn-more-sql"):
        st.html(f"<p class='lsn-part'>{safe(say('Ask in SQL'))}</p>")
        words = say(
            "One SELECT over the registers, for instance with a join. It runs on a copy: nothing can be changed, and"
            " answers to surveys are out of reach."
        )
        st.html(f"<p class='lsn-reason'>{safe(words)}</p>")
        with st.container(horizontal=True, gap="small"):
            for at, (label, statement) in enumerate(explore_schema.examples(say)):
                st.button(safe(label), on_click=_ask, args=(statement,), key=f"example-{at}")
        with st.expander(say("Registers and their columns"), type="compact", key="lsn-schema"):
            st.html(explore_schema.html(say))
        st.text_area(say("SQL statement"), key=STATEMENT, height=120, max_chars=10_000)
        st.button(say("Run the statement"), on_click=_ask, type="primary", key="run-sql")
        if st.session_state.get(ASKED):
            _outcome(st.session_state[ASKED], found, say)


def _ask(statement: str | None = None) -> None:
    """Ask what was typed, or an example, which then stands in the box."""
    if statement is not None:
        st.session_state[STATEMENT] = statement
    st.session_state[ASKED] = st.session_state.get(STATEMENT, "") or " "


def _outcome(statement: str, found: Mapping[str, Register], say: Language) -> None:
    opened = data.store()
    told = _asked(opened, str(opened.path), opened.version, opened.demo, statement)
    if isinstance(told, LsnError):
        _trouble(told, say)
        return
    asked = _newest(found)
    exhibit = answered(told.columns, told.rows, told.cut, asked, say)
    notes = " ".join(map(safe, exhibit.notes))
    st.html(f"<p class='lsn-part'>{safe(exhibit.message)}</p><div class='lsn-foot'>{notes}</div>")
    if not told.rows:
        return
    _grid(exhibit, "sql-answer")
    _files(exhibit, "lsn-sql", _exhibit_csv(exhibit), say)


def _trouble(told: LsnError, say: Language) -> None:
    """What is wrong as a sentence, DuckDB's own words quietly below."""
    own = str(told.values.get("words") or "") if told.values.get("quiet") else ""
    quiet = f"<span class='quiet'>{safe(own)}</span>" if own else ""
    st.html(f"<p class='lsn-reason' role='alert'>{safe(told.said(say))}{quiet}</p>")


def _newest(found: Mapping[str, Register]) -> Register:
    """The register with the newest snapshot: whence the answer is, at the latest."""
    return max(found.values(), key=lambda one: str(one.newest or ""))


def _grid(exhibit: Exhibit, key: str, height: int | Literal["auto"] = "auto") -> None:
    """A table that is sorted by a click on a heading; columns of the same heading are told apart."""
    names = unique([column.label for column in exhibit.table.columns])
    columns = zip(names, zip(*exhibit.table.rows, strict=True), strict=True) if exhibit.table.rows else ()
    frame = pd.DataFrame({name: list(values) for name, values in columns})
    numbers = {str(name): st.column_config.NumberColumn(format="localized") for name in frame.select_dtypes("number")}
    st.dataframe(
        frame, hide_index=True, height=height, key=key, alt=exhibit.title, placeholder="–", column_config=numbers
    )


def _exhibit_csv(exhibit: Exhibit) -> bytes:
    lines: list[list[Any]] = [[column.label for column in exhibit.table.columns]]
    return lines_as_csv([*lines, *([("" if cell is None else cell) for cell in row] for row in exhibit.table.rows)])


def _files(exhibit: Exhibit, stem: str, csv: bytes, say: Language) -> None:
    """Take it along: as a workbook in words, as CSV."""
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            say("Workbook (.xlsx)"), lambda: workbook([exhibit]), file_name=f"{stem}.xlsx", mime=show.XLSX,
            on_click="ignore", key=f"xlsx-{stem}",
        )  # fmt: skip
        st.download_button("CSV", csv, file_name=f"{stem}.csv", mime=CSV, on_click="ignore", key=f"csv-{stem}")


def _registers() -> dict[str, Register]:
    """All registers, read once a data version and choice."""
    opened = data.store()
    return _read(opened, str(opened.path), opened.version, opened.demo)


@st.cache_resource(show_spinner=False, max_entries=MANY)
def _read(_store: Store, path: str, version: int, demo: bool | None) -> dict[str, Register]:
    return answer.registers(_store)


def _in_words(kind: str, words: str, say: Language) -> list[dict[str, Any]]:
    opened = data.store()
    return _worded(opened, str(opened.path), opened.version, opened.demo, kind, words, say.code)


@st.cache_resource(show_spinner=False, max_entries=MANY)
def _worded(
    _store: Store, path: str, version: int, demo: bool | None, kind: str, words: str, code: str
) -> list[dict[str, Any]]:
    return answer.in_words(_store, kind, Language(code), words)


@st.cache_resource(show_spinner=False, max_entries=MANY)
def _asked(_store: Store, path: str, version: int, demo: bool | None, statement: str) -> Answer | LsnError:
    """The answer, or what is wrong: kept as well, so that a slow statement is not asked anew with every click."""
    try:
        return ask_tables(_tables(_store, path, version, demo), statement)
    except LsnError as trouble:
        return trouble


@st.cache_resource(show_spinner=False, max_entries=2)
def _tables(_store: Store, path: str, version: int, demo: bool | None) -> dict[str, dict[str, Any]]:
    return tables_of(_store)
