"""How is the outcome of an import told: as JSON for machines, as a calm text for people?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from lsn_data.commands.desk import aligned
from lsn_data.errors import Refused
from lsn_data.intake import problems
from lsn_data.intake.asking import Option, Said, said
from lsn_data.intake.report import Asked, Problem, Question, Reading
from lsn_data.language import Language, mark
from lsn_data.sheets.registers import REGISTERS

if TYPE_CHECKING:
    from lsn_data.commands.importing import Outcome

STATUS = {
    "stored": mark("stored"),
    "would store": mark("would be stored"),
    "already stored": mark("already stored"),
    "needs answer": mark("needs an answer, nothing stored"),
    "refused": mark("refused, nothing stored"),
}
LEFT_OUT = {
    "test": mark("test answers"),
    "duplicate": mark("duplicates"),
    "incomplete": mark("unfinished"),
    "total": mark("totals"),
    "blank": mark("blank rows"),
}
WAY_OUT = {"wave-exists": mark("Add --replace, or name another wave with --wave.")}


def as_json(outcome: Outcome, say: Language) -> dict[str, Any]:
    """One entry of `files`."""
    reading = outcome.reading
    told = [_problem_json(one, say) for one in reading.problems]
    if outcome.refusal:
        told.append(_refusal_json(outcome.refusal, say))
    return {
        "file": reading.file,
        "status": outcome.status,
        "kind": reading.kind,
        "tool": reading.tool,
        "import": outcome.receipt.import_id if outcome.receipt else None,
        "wave": outcome.wave,
        "sheet": reading.sheet,
        "rows_read": reading.rows_read,
        "rows_kept": reading.rows_kept,
        "left_out": [{"row": one.row, "why": one.why, "text": one.text} for one in reading.left_out],
        "ranking": _ranking_json(reading),
        "answers": [question_json(one) for one in reading.questionnaire],
        "problems": told,
        "questions": [_question_json(one, say) for one in reading.questions],
    }


def _ranking_json(reading: Reading) -> dict[str, Any] | None:
    found = reading.ranking
    if found is None:
        return None
    return {
        "shape": found.shape,
        "question": found.question,
        "direction": found.direction,
        "blank_means": found.blank_means,
        "items": [{"label": one.label, "item": one.item, "theme": one.theme} for one in found.items],
    }


def question_json(asked: Asked) -> dict[str, Any]:
    """A further question: its words, its kind, its options (on a scale with their numbers), how many answered."""
    return {
        "key": asked.key,
        "kind": asked.kind,
        "question": asked.question,
        "row": asked.row,
        "topic": asked.topic,
        "options": [{"label": one.label, "value": one.value, "count": one.count} for one in asked.options],
        "answered": asked.answered,
    }


def _problem_json(one: Problem, say: Language) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "severity": one.severity,
        "count": one.count,
        "sheet": one.sheet,
        "row": one.row,
        "column": one.column,
        "value": one.value,
        "message": problems.message(one, say),
        "what_to_do": problems.what_to_do(one, say),
    }


def _refusal_json(refusal: Refused, say: Language) -> dict[str, Any]:
    """What the store had against it, in the shape of a problem."""
    way_out = WAY_OUT.get(refusal.cause, "")
    return {
        "kind": refusal.cause,
        "severity": "error",
        "count": 1,
        "sheet": "",
        "row": None,
        "column": "",
        "value": "",
        "message": refusal.said(say),
        "what_to_do": say(way_out) if way_out else "",
    }


def _question_json(question: Question, say: Language) -> dict[str, Any]:
    """`choices` are the values that a mapping may hold; `explained` says what each would mean."""
    asked = said(question, say)
    return {
        "id": asked.id,
        "asks": asked.asks,
        "evidence": asked.evidence,
        "choices": _values(asked),
        "explained": [
            {"choice": one.value, "label": one.label, "consequence": one.consequence} for one in asked.choices
        ],
        "codes": list(asked.codes),
    }


def as_text(outcome: Outcome, say: Language) -> str:
    """What a person reads: the outcome first, then what was understood, then what to look at."""
    reading = outcome.reading
    lines = [f"{reading.file}: {say(STATUS[outcome.status])}"]
    if reading.status != "refused":
        lines.append(aligned([[f"  {name}", value] for name, value in _facts(outcome, say)]))
    for one in reading.problems:
        lines.append(f"  {_severity(one, say)}: {problems.message(one, say)} {problems.what_to_do(one, say)}")
    if outcome.refusal:
        found = _refusal_json(outcome.refusal, say)
        lines.append(f"  {say('Error')}: {found['message']} {found['what_to_do']}")
    for question in reading.questions:
        lines.extend(_question_text(question, say))
    return "\n".join(line.rstrip() for line in lines)


def _facts(outcome: Outcome, say: Language) -> list[tuple[str, str]]:
    reading = outcome.reading
    facts = (
        [(say("wave"), outcome.wave)] if outcome.wave else [(say("register"), say.both(REGISTERS[reading.kind].label))]
    )
    if outcome.receipt:
        facts.append((say("import"), outcome.receipt.import_id))
    facts.append((say("answers") if outcome.wave else say("rows"), _counted(reading, say)))
    if reading.ranking:
        facts.append((say("question"), " ".join(reading.ranking.question.split())))
        facts.append((say("items"), ", ".join(one.item for one in reading.ranking.items)))
        facts.append((say("direction"), _direction(reading.ranking.direction, say)))
    return facts


def _counted(reading: Reading, say: Language) -> str:
    """`58 of 61 rows (left out: 2 duplicates, 1 test answers)`."""
    rows = say("{kept} of {read} rows", kept=say.number(reading.rows_kept), read=say.number(reading.rows_read))
    counts = Counter(one.why for one in reading.left_out)
    if not counts:
        return rows
    parts = [f"{say(LEFT_OUT[why])} {say.number(n)}" for why, n in counts.items()]
    return say("{rows}; left out: {parts}", rows=rows, parts=", ".join(parts))


def _direction(direction: str, say: Language) -> str:
    return say("{place} is first", place=direction.split()[0])


def _severity(one: Problem, say: Language) -> str:
    return say("Error") if one.severity == "error" else say("Note")


def _question_text(question: Question, say: Language) -> list[str]:
    """What is asked and what may be answered; long lists of values without their words."""
    asked = said(question, say)
    lines = [f"  {say('Question')} ({asked.id}): {asked.asks} {asked.evidence}"]
    if asked.codes:
        lines.append("    " + say("For each of: {codes}", codes=", ".join(asked.codes)))
        lines.append("    " + say("One of: {values}", values=", ".join(_values(asked))))
    else:
        lines += [f"    {_option(one)}" for one in asked.choices]
    return [*lines, "    " + say("Answer it with --mapping FILE.")]


def _values(asked: Said) -> list[str]:
    """What a mapping may hold, each value once."""
    return list(dict.fromkeys(one.value for one in asked.choices))


def _option(one: Option) -> str:
    words = ", ".join(part for part in (one.label, one.consequence) if part)
    return f"{one.value}: {words}"
