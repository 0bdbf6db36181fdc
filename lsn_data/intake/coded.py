"""Which columns hold nothing but codes, which of them must be asked about, which are kept as codes?

A few codes such as A1, A2, -oth- may stand for an attribute of the respondents: then a person must say what they mean.
The rows of an array rate something: their codes stay the labels of the answers, in no order, and that is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.findings import Findings
from lsn_data.intake.people import code_name, heading_says, is_typed_other, mentions_other, numeric_codes
from lsn_data.intake.report import Question
from lsn_data.intake.said import Said
from lsn_data.intake.table import Frame, Heading
from lsn_data.intake.tools import BY_HAND
from lsn_data.sheets.survey import ATTRIBUTES

CODE = re.compile(r"^(?:[A-Za-z]{1,3}[-_]?\d{1,3}|-oth-|\d{1,2})$")
MOST_CODES, MOST_NAMED = 12, 3
_LETTERED = re.compile(r"^[A-Za-z]{1,3}[-_]?\d")
_ARRAY_ROW = re.compile(r"[\[_]SQ\d{2,4}", re.IGNORECASE)
# Questions whose numbers are grades or counts, whatever else they are about.
_RATED = re.compile(
    r"zufrieden|satisf|wichtig|important|bewert|\brate\b|rating|stimmen|agree|nutz|\buse|häufig|\boft|empfehl|recommend"
    r"|wie gut|how well|wie sehr|how much|\bjahr|\byear|wie lange|how long|how many years",
    re.IGNORECASE,
)


def ask_about_codes(
    frame: Frame, candidates: Sequence[Heading], said: Said, answered_before: bool, findings: Findings
) -> None:
    """A question for each column of codes that may tell an attribute; what a person left open is told instead, and so
    are arrays in codes. `candidates` tell no attribute yet; `answered_before`: a person has answered questions.
    """
    open_columns = [one for one in _coded_columns(frame, candidates, said) if not said.codes(one[0])]
    in_arrays = [heading for heading, _ in open_columns if _in_battery(frame, heading)]
    for heading, codes in open_columns:
        if heading in in_arrays:
            continue
        if answered_before and said.attribute(heading) is None:
            findings.add("codes-left-open", column=heading.name, codes=list(codes))
        else:
            facts = {"column": heading.name}
            findings.questions.append(Question(f"values:{heading.text}", "value-codes", codes=codes, facts=facts))
    if in_arrays:
        names = [heading.name for heading in in_arrays]
        columns = names if len(names) <= MOST_NAMED else [*names[:MOST_NAMED], "…"]
        findings.add("codes-as-labels", count=len(names), column=names[0], columns=columns)


def _coded_columns(
    frame: Frame, candidates: Sequence[Heading], said: Said
) -> Iterator[tuple[Heading, tuple[str, ...]]]:
    """Columns that hold nothing but a few codes without labels.

    Codes such as A1, A2, -oth-; plain numbers only where the heading says that they stand for an attribute, or where
    the tool writes choices so: elsewhere they may be ratings or counts.
    """
    for heading in candidates:
        cells = [cell for cell in frame.column(heading.index) if not is_nothing(cell)]
        texts = Counter(text_of(cell) for cell in cells)
        if not texts or len(texts) > MOST_CODES or said.attribute(heading) == "" or is_typed_other(frame, heading):
            continue
        if all(CODE.match(text) for text in texts) and _are_codes(frame, heading, cells, texts, said):
            yield heading, tuple(sorted(texts, key=_in_order))


def _are_codes(frame: Frame, heading: Heading, cells: Sequence[Cell], texts: Iterable[str], said: Said) -> bool:
    lettered = sum(1 for text in texts if _LETTERED.match(text))
    if lettered:
        return lettered >= (2 if frame.tool is BY_HAND else 1)
    return not _in_battery(frame, heading) and _numbers_are_codes(frame, heading, cells, said)


def _in_order(code: str) -> tuple[str, int, str]:
    digits = re.search(r"\d+", code)
    return code[: digits.start()] if digits else "~", int(digits[0]) if digits else 0, code


def _numbers_are_codes(frame: Frame, heading: Heading, cells: Sequence[Cell], said: Said) -> bool:
    named = said.attribute(heading)
    hinted = [one for one in ATTRIBUTES if one.name == named or (named is None and heading_says(one, heading))]
    if any(numeric_codes(attribute, cells) for attribute in hinted):
        return named is not None or not _RATED.search(f"{heading.question} {heading.text}")
    name = code_name(frame, heading)
    return frame.tool.asks_in_numbers(name) and not _counts_ticks(frame, name) and not hinted


def _in_battery(frame: Frame, heading: Heading) -> bool:
    """Is the column a row of an array: named so by LimeSurvey, or one of several for choosing under one question?"""
    if _ARRAY_ROW.search(code_name(frame, heading)):
        return True
    same = [h for h in frame.headings if heading.question and h.question == heading.question and h is not heading]
    return any(not mentions_other(frame, h) for h in same)


def _counts_ticks(frame: Frame, name: str) -> bool:
    """Do columns such as LE01_01, with one and two as ticks, belong to LE01? Then it counts them."""
    parts = [h for h in frame.headings if code_name(frame, h).startswith(f"{name}_")]
    ticks = [{text_of(c) for c in frame.column(h.index) if not is_nothing(c)} for h in parts]
    return any(texts and texts <= {"1", "2"} for texts in ticks)
