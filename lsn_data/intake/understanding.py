"""How is the ranking meant: which question is it, what do its codes stand for, which number is first, what is a blank?

What the file does not tell is taken from a person's answers (`mapping`), or becomes a question with its evidence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from lsn_data.intake.cells import Cell, says_not_applicable, text_of
from lsn_data.intake.columnwise import Meanings
from lsn_data.intake.direction import Evidence, evidence_of
from lsn_data.intake.door import Workbook
from lsn_data.intake.findings import Findings
from lsn_data.intake.places import Kept, Places
from lsn_data.intake.ranking import Block, names_of
from lsn_data.intake.report import BlankMeans, Choice, ItemFound, Question
from lsn_data.intake.table import Frame
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import ITEMS, item_of, known_item

CODE_LABEL = re.compile(r"^(?:[A-Za-z]{1,6}\d{0,3}[-_.]?\d{1,4}|\d{1,3})$")
Told = Mapping[str, Any]


def chosen_block(blocks: Sequence[Block], mapping: Told, findings: Findings) -> Block:
    """The ranking question; asked if there are two."""
    names = names_of(blocks)
    said = mapping.get("question")
    chosen = next((b for b, name in zip(blocks, names, strict=True) if plain(name) == plain(said or "")), None)
    if said and chosen is None and len(blocks) > 1:
        findings.add("mapping-unknown", column="question", value=str(said))
    if chosen is None and len(blocks) > 1:
        choices = tuple(Choice(name, {"items": list(b.labels)}) for b, name in zip(blocks, names, strict=True))
        findings.questions.append(Question("question", "which-question", choices))
    return chosen or blocks[0]


def items_of(block: Block, mapping: Told, findings: Findings) -> tuple[ItemFound, ...]:
    """Our code for each label; codes without labels are asked about, other labels are items of this wave."""
    said: Mapping[str, str] = mapping.get("items") or {}
    given = {plain(label): str(code) for label, code in said.items()}
    unlabelled = [
        label for label in block.labels if plain(label) not in given and not item_of(label) and CODE_LABEL.match(label)
    ]
    if unlabelled:
        choices = tuple(Choice(item.code) for item in ITEMS)
        findings.questions.append(Question("items", "item-codes", choices, tuple(unlabelled)))
    taken: set[str] = set()
    items = tuple(_item(label, given.get(plain(label)), taken) for label in block.labels)
    others = [item.label for item in items if known_item(item.item) is None and item.label not in unlabelled]
    if others:
        findings.add("item-not-in-strategy", count=len(others), items=others)
    return items


def _item(label: str, given: str | None, taken: set[str]) -> ItemFound:
    """A declared item by its code or name, else an item of this wave with a code made from its label."""
    known = known_item(given or "") or item_of(given or label)
    if known and known.code not in taken:
        taken.add(known.code)
        return ItemFound(label, known.code, known.theme)
    name = " ".join((given or label).split())
    stem = (re.sub(r"[^A-Z0-9]", "", plain(name).upper()) or "ITEM")[:12]
    reserved = taken | {item.code for item in ITEMS}
    code = next(c for n in range(1, 100) if (c := stem if n == 1 else f"{stem}{n}") not in reserved)
    taken.add(code)
    return ItemFound(name, code, None)


def blank_means(frame: Frame, block: Block, kept: Kept, mapping: Told, findings: Findings) -> BlankMeans:
    """Below, unless a person says otherwise; asked where respondents could take an item out of the ranking."""
    said = mapping.get("blank_means")
    if said in ("below", "not offered"):
        return "below" if said == "below" else "not offered"
    if said:
        findings.add("mapping-unknown", column="blank_means", value=str(said))
    if frame.tool.has_not_applicable:
        cells = _not_applicable(block, kept)
        if cells or said:
            choices = (Choice("below"), Choice("not offered"))
            facts = {"count": len(cells), "value": text_of(cells[0]) if cells else ""}
            findings.questions.append(Question("blank_means", "not-applicable", choices, facts=facts))
    return "below"


def _not_applicable(block: Block, kept: Kept) -> list[Cell]:
    says_so = Meanings(says_not_applicable)
    return [cell for heading in block.columns for cell in kept.columns[heading.index] if says_so[cell]]


def directed(
    frame: Frame,
    block: Block,
    items: Sequence[ItemFound],
    places: list[Places],
    workbook: Workbook,
    mapping: Told,
    findings: Findings,
) -> tuple[str, list[Places]]:
    """Which number is first ("1 is first", or the last one), and the places with 1 as first."""
    last = len(items)
    if block.shape != "items":
        return "1 is first", places
    evidence = _evidence(frame, block, last, places, workbook)
    first_is_last = _said_direction(mapping, last, findings)
    if first_is_last is None and evidence.must_be_asked:
        findings.questions.append(_ask_direction(evidence, items, places))
    elif first_is_last is None and evidence.best is None:
        findings.add("direction-assumed")
    elif first_is_last is None and evidence.best == "last":
        findings.add("direction-reversed", last=last)
        first_is_last = True
    if not first_is_last:
        return "1 is first", places
    turned = {row: tuple(None if place is None else last + 1 - place for place in row) for row in set(places)}
    return f"{last} is first", [turned[row] for row in places]


def _evidence(frame: Frame, block: Block, last: int, places: Sequence[Places], workbook: Workbook) -> Evidence:
    words = " ".join(dict.fromkeys((block.question, *(part for h in block.columns for part in (h.question, h.text)))))
    elsewhere = [
        text_of(cell)
        for name, rows in workbook.sheets.items()
        if name != frame.sheet
        for row in rows[:30]
        for cell in row
        if isinstance(cell, str)
    ]
    numbers = [[place for place in row if place is not None] for row in places]
    return evidence_of(" ".join((words, *frame.notes)), " ".join(elsewhere), last, numbers)


def _said_direction(mapping: Told, last: int, findings: Findings) -> bool | None:
    """What a person said: is the last number first? None if nothing, or nothing that can be."""
    said = mapping.get("direction")
    if said is None:
        return None
    if said in ("1 is first", f"{last} is first"):
        return bool(said != "1 is first")
    findings.add("mapping-unknown", column="direction", value=str(said))
    return None


def _ask_direction(evidence: Evidence, items: Sequence[ItemFound], places: Sequence[Places]) -> Question:
    """The question with its evidence, and who would lead under each answer."""
    means = {}
    for position, item in enumerate(items):
        given = [place for row in places if (place := row[position]) is not None]
        if given:
            means[item.item if known_item(item.item) else item.label] = sum(given) / len(given)
    low, high = (min(means, key=lambda i: means[i], default=""), max(means, key=lambda i: means[i], default=""))
    choices = (
        Choice("1 is first", {"first": 1, "leads": low, "ends": high}),
        Choice(f"{len(items)} is first", {"first": len(items), "leads": high, "ends": low}),
    )
    facts = {"points": evidence.points, "partial": evidence.partial, "high_only": evidence.high_only}
    kind = "direction-points" if evidence.points and not evidence.conflicts else "direction-conflict"
    return Question("direction", kind, choices, facts=facts)
