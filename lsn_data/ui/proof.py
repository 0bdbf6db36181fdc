"""What was understood of a file, and what is wrong in it? As small tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from lsn_data.intake.left_out import found_there, why_left_out
from lsn_data.intake.problems import message, what_to_do
from lsn_data.intake.report import LeftOut, Problem, Reading, Respondent
from lsn_data.language import Language, mark
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.survey import attribute_of, known_item
from lsn_data.store import SURVEY, Import
from lsn_data.ui.messages import safe
from lsn_data.undoing import rows as rows_of

ROWS_SHOWN = 4
TOOLS = {
    "googleforms": "Google Forms", "limesurvey": "LimeSurvey", "msforms": "Microsoft Forms",
    "qualtrics": "Qualtrics", "surveymonkey": "SurveyMonkey",
}  # fmt: skip
# Where our long words may break: most browsers bring no dictionary for it, and twelve columns are narrow.
JOINTS = re.compile(
    r"(Inter|nationali|Organi|sations|Innovations|Wissen|schaft|Medizin|Bio|Mitglied|Dienst|Beschäf|Phar|Compe)"
    r"(?=[a-zäöü]{3})"
)
SOFT_HYPHEN = "\u00ad"
STAGES = (mark("Read"), mark("Recognised"), mark("Checked"), mark("Stored"))


def cell(text: str, kind: str = "", tag: str = "td") -> str:
    """One cell; `text` is safe already, `kind` its classes (n: a figure, c: centred, quiet, cut).

    >>> cell("57", "n")
    "<td class='n'>57</td>"
    """
    return f"<{tag} class='{kind}'>{text}</{tag}>" if kind else f"<{tag}>{text}</{tag}>"


def table(heads: Sequence[str], rows: Iterable[str], kind: str = "") -> str:
    """A table with hairlines; heads and rows are made of cells. `even`: all columns fit, words are hyphenated."""
    head = f"<thead><tr>{''.join(heads)}</tr></thead>" if heads else ""
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<div class='lsn-sheet {kind}' tabindex='0' data-moves><table>{head}<tbody>{body}</tbody></table></div>"


def file_bar(reading: Reading, size: int, say: Language) -> str:
    """The file in one line: name, size, tool and sheet, rows; and how far it has come."""
    sheet = "" if reading.sheet == PurePath(reading.file).stem else reading.sheet
    tool = ", ".join(part for part in (TOOLS.get(reading.tool, ""), sheet) if part)
    counts = say(
        "{read} rows read, {kept} kept", read=say.number(reading.rows_read), kept=say.number(reading.rows_kept)
    )
    told = [tool] if tool else []
    told += [counts] if reading.status != "refused" else []
    reached = {"refused": 0, "needs answer": 1, "ready": 2}[reading.status]
    stages = "".join(
        f"<span class='now'>{safe(say(name))}</span>" if at == reached else f"<span>{safe(say(name))}</span>"
        for at, name in enumerate(STAGES)
    )
    return (
        f"<div class='lsn-file'><b>{safe(PurePath(reading.file).name)}</b><span>{safe(_bytes(size, say))}</span>"
        f"<span>{safe(' · '.join(told))}</span><span class='stages'>{stages}</span></div>"
    )


def first_rows(reading: Reading, say: Language) -> str:
    """The first answers as understood, below our headings and those of the file."""
    assert reading.ranking is not None
    names = [name for name in reading.attributes if any(getattr(one, name) for one in reading.respondents)]
    items = reading.ranking.items
    ours = [cell(safe(say("Row")), "n", "th")]
    ours += [cell(_breakable(say.both(attribute_of(name).label)), tag="th") for name in names]
    ours += [cell(_breakable(_item_label(one.item, one.label, say)), "c", "th") for one in items]
    theirs = cell(safe(say("File")), "quiet n")
    theirs += "".join(cell(safe(reading.attributes[name]), "quiet cut") for name in names)
    theirs += "".join(cell(safe(one.label), "quiet cut c") for one in items)
    rows = [_respondent(one, names, say) for one in reading.respondents[:ROWS_SHOWN]]
    return table(ours, [theirs, *rows], "even")


def problems_title(reading: Reading, say: Language) -> str:
    """How many remarks there are, and whether they stand in the way."""
    if reading.status == "refused":
        errors = [one for one in reading.problems if one.severity == "error"]
        if not any(one.row or one.column for one in errors):
            return say("The reason")
        return say.plural("One error prevents storing", "{n} errors prevent storing", len(errors))
    count = len(reading.problems) + len(_by_reason(_untold(reading)))
    title = say.plural("One remark", "{n} remarks", count)
    hindered = any(one.severity == "error" for one in reading.problems)
    return title if hindered else say("{remarks}, none prevents storing", remarks=title)


def problems(reading: Reading, say: Language) -> str:
    """Each problem with its row, its column, what stands there and what to do; then the rows that were left out.

    What concerns the file as a whole (it is no spreadsheet) needs no table.
    """
    if reading.status == "refused" and not any(one.row or one.column for one in reading.problems):
        return "".join(f"<p class='lsn-reason'>{_told(one, say)}</p>" for one in reading.problems)
    heads = [
        cell(safe(say("Row")), "n", "th"), cell(safe(say("Column")), tag="th"),
        cell(safe(say("Found")), tag="th"), cell(safe(say("What it means and what to do")), tag="th"),
    ]  # fmt: skip
    rows = [_problem(one, say) for one in sorted(reading.problems, key=lambda one: one.severity != "error")]
    rows += [_left_out(found, say) for found in _by_reason(_untold(reading)).values()]
    return table(heads, rows)


def stored_report(stored: Import, say: Language) -> str:
    """The report of an import that is stored, as it was read then; empty if there was nothing to remark."""
    reading = Reading(
        stored.file, stored.sha256, stored.kind, "ready",
        problems=tuple(Problem(**one) for one in stored.report["problems"]),
        left_out=tuple(LeftOut(**one) for one in stored.report["left_out"]),
    )  # fmt: skip
    return problems(reading, say) if reading.problems or reading.left_out else ""


def receipt(stored: Import, new: bool, say: Language) -> str:
    """What was stored, as a sentence (Markdown)."""
    if not new:
        return safe(say("This file is stored already, as import {name}.", name=stored.import_id))
    if stored.wave is None:
        sheet = REGISTERS[stored.kind]
        return safe(
            say(
                "Stored: {register}, {rows}, as import {name}.",
                register=say.both(sheet.label), rows=rows_of(stored, say), name=stored.import_id,
            )
        )  # fmt: skip
    told = say.plural(
        "Stored: {n} answer of wave {wave}, as import {name}.",
        "Stored: {n} answers of wave {wave}, as import {name}.",
        stored.rows_kept, wave=stored.wave, name=stored.import_id,
    )  # fmt: skip
    return safe(told)


def _respondent(one: Respondent, names: Sequence[str], say: Language) -> str:
    cells = cell(say.number(one.row), "n quiet")
    cells += "".join(cell(_breakable(_value_label(name, getattr(one, name), say))) for name in names)
    blank = safe(say("blank"))
    return cells + "".join(
        cell(blank, "c quiet") if place is None else cell(say.number(place), "c") for place in one.places
    )


def _breakable(text: str) -> str:
    """The text, safe, with soft hyphens in our long words.

    >>> _breakable("Innovationskraft").replace(SOFT_HYPHEN, "|")
    'Innovations|kraft'
    """
    return safe(JOINTS.sub(rf"\1{SOFT_HYPHEN}", text))


def _value_label(name: str, code: str | None, say: Language) -> str:
    choice = attribute_of(name).choice(code) if code else None
    return say.both(choice.label) if choice else "–"


def _item_label(code: str, label: str, say: Language) -> str:
    known = known_item(code)
    return say.both(known.short) if known else label


def _problem(one: Problem, say: Language) -> str:
    where = say.number(one.row) if one.row else "–"
    if one.count > 1 and one.row:
        where = say("{row} and {n} more", row=where, n=say.number(one.count - 1))
    found = f"<b>{safe(one.value)}</b>"
    severe = f"<b class='lsn-error'>{safe(say('Error'))}</b> " if one.severity == "error" else ""
    return cell(safe(where), "n") + cell(safe(one.column or "–")) + cell(found) + cell(severe + _told(one, say))


def _told(one: Problem, say: Language) -> str:
    return f"{safe(message(one, say))} <span class='quiet'>{safe(what_to_do(one, say))}</span>"


def _left_out(rows: Sequence[LeftOut], say: Language) -> str:
    numbers = ", ".join(str(one.row) for one in rows[:ROWS_SHOWN])
    if len(rows) > ROWS_SHOWN:
        numbers = say("{row} and {n} more", row=numbers, n=len(rows) - ROWS_SHOWN)
    texts = ", ".join(dict.fromkeys(one.text for one in rows[:ROWS_SHOWN] if one.text))
    first = replace(rows[0], text=texts)
    cells = (say("whole row"), found_there(first, say), why_left_out(first, say))
    return cell(safe(numbers), "n") + "".join(cell(safe(text)) for text in cells)


def _untold(reading: Reading) -> list[LeftOut]:
    """The rows left out that no problem tells of: a register's duplicates are told with what differs."""
    return [one for one in reading.left_out if reading.kind == SURVEY or one.why != "duplicate"]


def _by_reason(rows: Iterable[LeftOut]) -> dict[str, list[LeftOut]]:
    found: dict[str, list[LeftOut]] = defaultdict(list)
    for one in rows:
        found[one.why].append(one)
    return found


def _bytes(size: int, say: Language) -> str:
    return f"{say.number(max(1, round(size / 1024)))} KB"
