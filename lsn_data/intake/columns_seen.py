"""What was made of each column of a survey file, and what else may it mean? For a person to look at and correct."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lsn_data.intake.alike import alike
from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.columns import Columns
from lsn_data.intake.columnwise import Rows
from lsn_data.intake.people import Told, heading_says, meaning_of
from lsn_data.intake.ranking import Block
from lsn_data.intake.report import ColumnSeen, ValueSeen
from lsn_data.intake.sizes import sizes_touched
from lsn_data.intake.table import Frame, Heading
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import ATTRIBUTES, Attribute

EXAMPLES, MOST_VALUES, LONGEST = 3, 40, 60
PRIVATE = ("personal", "token")


def columns_seen(
    frame: Frame, columns: Columns, block: Block, told: Mapping[str, Told], kept: Rows
) -> Iterator[ColumnSeen]:
    """Every column in the file's order; values with their counts in the kept answers for those of an attribute.

    Of comments and of what is personal no example is given.
    """
    meanings = _meanings(columns, block, told)
    for heading in frame.headings:
        meaning = meanings.get(heading.index, "")
        if not heading.text and not meaning:
            continue
        open_to_doubt = meaning in ("", "question") and heading not in columns.free_text
        yield ColumnSeen(
            heading=heading.text,
            meaning=meaning,
            suggestions=tuple(_suggestions(frame, heading)) if open_to_doubt else (),
            examples=() if meaning in PRIVATE or heading in columns.free_text else _examples(frame, heading),
            values=tuple(_values(told[meaning], kept)) if meaning in told else (),
        )


def _meanings(columns: Columns, block: Block, told: Mapping[str, Told]) -> dict[int, str]:
    """The meaning of each column by its position: what says most overrules."""
    meanings = {heading.index: "question" for heading in columns.answers}
    meanings |= {heading.index: "bookkeeping" for heading in columns.bookkeeping}
    meanings |= {heading.index: "personal" for heading in columns.personal}
    meanings |= {heading.index: "token" for heading in (columns.token,) if heading}
    meanings |= {one.heading.index: name for name, one in told.items()}
    return meanings | {heading.index: "ranking" for heading in block.columns}


def _examples(frame: Frame, heading: Heading) -> tuple[str, ...]:
    texts = (text_of(cell)[:LONGEST] for cell in frame.column(heading.index) if not is_nothing(cell))
    return tuple(list(dict.fromkeys(texts))[:EXAMPLES])


def _suggestions(frame: Frame, heading: Heading) -> list[str]:
    """The attributes that the column may tell, the best first: by its cells, by its heading, by likeness."""
    cells = [cell for cell in frame.column(heading.index) if not is_nothing(cell)]
    scores = {attribute.name: _likely(attribute, heading, cells) for attribute in ATTRIBUTES} if cells else {}
    return sorted((name for name, score in scores.items() if score >= 0.3), key=lambda name: -scores[name])


def _likely(attribute: Attribute, heading: Heading, cells: Sequence[Cell]) -> float:
    understood = sum(1 for cell in cells if isinstance(cell, str) and meaning_of(attribute, cell)) / len(cells)
    said = heading_says(attribute, heading) or bool(alike(heading.label, attribute.headings))
    return understood + (0.5 if said else 0)


def _values(told: Told, kept: Rows) -> Iterator[ValueSeen]:
    """The values of an attribute's column, the commonest first; for those outside its list, what they are like."""
    names = {name: choice.code for choice in told.attribute.choices for name in (*choice.label, *choice.also)}
    cells = kept.columns[told.heading.index].distinct
    texts: Counter[str] = Counter()
    for cell, count in cells.items():
        if not is_nothing(cell):
            texts[text_of(cell)] += count
    samples = {text_of(cell): cell for cell in cells}
    for text, count in texts.most_common(MOST_VALUES):
        code = told.codes.get(plain(text)) or meaning_of(told.attribute, samples[text])
        across = sizes_touched(samples[text]) if told.attribute.name == "size" else ()
        likely = () if code else tuple(dict.fromkeys((*across, *(names[name] for name in alike(text, names)))))
        yield ValueSeen(text[:LONGEST], count, code, likely)
