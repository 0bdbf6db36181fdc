"""What would this file change? Figures from what to what, and which rows are new, differ or are gone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import cast

import streamlit as st

from lsn_data.disclosure import FEWEST
from lsn_data.intake.report import Reading
from lsn_data.language import Language, mark
from lsn_data.store import Import
from lsn_data.topics.changes.change import Change, Figure
from lsn_data.topics.changes.survey import survey_change
from lsn_data.topics.changes.words import figure_name, figure_value, item_names
from lsn_data.topics.registers.changes import changes, newer_snapshot
from lsn_data.ui import data
from lsn_data.ui.messages import safe
from lsn_data.ui.proof import cell, table
from lsn_data.ui.reading import waited_for
from lsn_data.undoing import rows as rows_of

ALWAYS = ("answers", "return_rate", "leading", "groups")
ROWS = {"new": mark("new"), "changed": mark("changed"), "gone": mark("gone")}


def change_of(reading: Reading, say: Language, known: Import | None = None, asked: int | None = None) -> Change:
    """What storing the reading would change; the last one is kept until reading, data or numbers differ."""
    opened = data.store()
    asked_for = (reading, opened.version, known.import_id if known else None, asked)
    kept = st.session_state.get("change")
    if kept and kept[0][0] is reading and kept[0][1:] == asked_for[1:]:
        return cast(Change, kept[1])

    def compared() -> Change:
        return survey_change(opened, reading, known, asked) if reading.ranking else changes(opened, reading)

    found = waited_for(f"change {asked_for[1:]}", compared, say, "compare")
    st.session_state["change"] = (asked_for, found)
    return found


def survey_html(
    found: Change, reading: Reading, wave: str, asked: int | None, known: Import | None, say: Language
) -> str:
    """The figures of a wave that people look at first, and the places that move."""
    shown = [one for one in found.figures if one.name in ALWAYS or (one.name == "place" and one.moves and known)]
    what = _what_happens(wave, asked, reading.rows_kept, known, say)
    shown = shown if known else [replace(one, before=None) for one in shown]
    answers = _answers(found, known, say) + _waits(found, known, say)
    return _figures(shown, reading, say) + _paragraph(answers) + _paragraph(what)


def register_html(found: Change, reading: Reading, day: dt.date, say: Language) -> str:
    """The figures of a register that move, and a few names of the rows concerned."""
    newer = newer_snapshot(data.store(), reading.kind, day)
    if newer:
        kept = say("A later state is stored, of {day}. It goes on counting; this file joins the history.", day=newer)
    elif found.before:
        kept = say("Earlier uploads of this register are kept as history.")
    else:
        kept = say("The register is new.")
    return _figures(found.figures, reading, say) + _rows(found, say) + _paragraph(kept)


def _figures(shown: tuple[Figure, ...] | list[Figure], reading: Reading, say: Language) -> str:
    labels = item_names(reading, say)
    rows = [
        cell(safe(figure_name(one, say, labels)))
        + cell(safe(figure_value(one.before, one, say, labels)), "n quiet")
        + cell(f"<b>{safe(figure_value(one.after, one, say, labels))}</b>", "n")
        for one in shown
    ]
    heads = [cell(""), cell(safe(say("now")), "n", "th"), cell(safe(say("then")), "n", "th")]
    return table(heads, rows, "change")


def _rows(found: Change, say: Language) -> str:
    """New, changed, gone, each with its number and its first names."""
    rows = []
    for name, word in ROWS.items():
        count, names = getattr(found, name) or 0, [*map(say.both, found.names.get(name, ()))]
        told = ", ".join(names) if len(names) >= count else say(
            "{names} and {n} more", names=", ".join(names), n=say.number(count - len(names))
        )  # fmt: skip
        rows.append(cell(safe(say(word))) + cell(say.number(count), "n") + cell(safe(told), "quiet"))
    return table([cell(safe(say("Rows")), tag="th"), cell(""), cell("")], rows, "rows")


def _answers(found: Change, known: Import | None, say: Language) -> str:
    """How many answers are new, differ, or are gone; nothing to say of a wave that is new."""
    if known is None:
        return ""
    counts = {name: say.number(getattr(found, name) or 0) for name in ROWS}
    if found.changed is None:
        told = say("Answers: {new} new, {gone} no longer there.", new=counts["new"], gone=counts["gone"])
        return told + " " + say("A changed answer counts as both: the answers carry no token.")
    return say("Answers: {new} new, {changed} changed, {gone} no longer there.", **counts)


def _waits(found: Change, known: Import | None, say: Language) -> str:
    """What few answers more, less or other would tell by their difference is not shown yet."""
    differ = max(found.new, found.gone) + (found.changed or 0)
    if known is None or not 0 < differ < FEWEST:
        return ""
    return " " + say(
        "Fewer than {fewest} answers differ: the pages keep the earlier figures until there are more. If the earlier"
        " file was a mistake, take it back after storing this one.",
        fewest=FEWEST,
    )


def _what_happens(wave: str, asked: int | None, after: int, known: Import | None, say: Language) -> str:
    if asked is not None and asked < after:
        return say("More answers than members asked: please correct the number of members asked.")
    if known:
        return say(
            "Wave {wave} is there already: {rows}, import {name}. Its earlier answers are kept as history.",
            wave=wave, rows=rows_of(known, say), name=known.import_id,
        )  # fmt: skip
    return say("Wave {wave} is new.", wave=wave) if wave else say("The wave needs a name.")


def _paragraph(text: str) -> str:
    return f"<p class='lsn-quiet'>{safe(text)}</p>" if text else ""
