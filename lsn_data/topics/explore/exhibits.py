"""How do a register, a pivot and the answer to a question in SQL become tables that can be shown and taken along?

They are exhibits like all others (so that page and workbook are the same), but none of the board's catalogue.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Holds, Source, Table, Value, clean
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.topics.explore.answer import Register, label, labels, origin_of, said
from lsn_data.topics.explore.compute import Figure, Key, Pivot

TOTAL = "total"


def whole_register(register: Register, rows: Sequence[tuple[Value, ...]], say: Language) -> Exhibit:
    """The rows of a register in words, as `answer.in_words` gives them."""
    names = labels(register.kind, say)
    columns = tuple(Column(name, text, _holds(register.kind, name)) for name, text in names.items())
    table = Table(columns, tuple(rows))
    message = say.plural("{register}: {n} row", "{register}: {n} rows", len(rows), register=label(register.kind, say))
    return _exhibit("explore-register", message, message, table, register, say)


def _holds(kind: str, name: str) -> Holds:
    numbers = {field.name for field in REGISTERS[kind].fields if field.holds == "number"}
    return "number" if name in numbers else "text"


def pivoted(
    register: Register, found: Pivot, by: str, across: str, figure: Figure, field: str, unit: str | None,
    named: Mapping[str, str], say: Language,
) -> Exhibit:  # fmt: skip
    """A pivot as a table: one row a group, one column a group of the other field, and all together."""
    names = labels(register.kind, say)
    whole = all(float(value).is_integer() for value in (*found.cells.values(), *found.totals.values()) if value)
    holds: Holds = "count" if whole else "number"
    heads = [_key(register.kind, across, key, named, say) for key in found.columns]
    columns = (
        Column("group", names[by]),
        *(Column(f"c{at}", head, holds) for at, head in enumerate(heads)),
        Column(TOTAL, say("All together"), holds),
    )  # fmt: skip
    rows = tuple(
        (
            _key(register.kind, by, key, named, say),
            *(found.cells.get((key, other), 0 if figure == "count" else None) for other in found.columns),
            found.totals[key],
        )
        for key in found.rows
    )
    title = say(
        "{what} of {register} by {groups}",
        what=_figure_said(figure, field, unit, names, say),
        register=label(register.kind, say),
        groups=say.listing([names[name] for name in (by, across) if name]),
    )
    message = _message(rows, found, say)
    return _exhibit("explore-pivot", message, title, Table(columns, rows), register, say, _notes(found, say))


def _key(kind: str, name: str, key: Key, named: Mapping[str, str], say: Language) -> str:
    if key is None:
        return say("not told")
    value: object = {"True": True, "False": False}.get(key, key)
    return str(said(kind, name, value, named, say))


def _figure_said(figure: Figure, field: str, unit: str | None, names: Mapping[str, str], say: Language) -> str:
    if figure == "count":
        return say("Number of rows")
    name = f"{names[field]} ({unit})" if unit else names[field]
    return say("Sum of {field}", field=name) if figure == "sum" else say("Mean of {field}", field=name)


def _message(rows: Sequence[Sequence[Value]], found: Pivot, say: Language) -> str:
    if not rows:
        return say("No row has a value to be counted here")
    counted = say.plural("{n} row", "{n} rows", found.used)
    return say.plural("{counted} in {n} group", "{counted} in {n} groups", len(rows), counted=counted)


def _notes(found: Pivot, say: Language) -> tuple[str, ...]:
    """What was left out, and what counts more than once."""
    told = []
    if found.without:
        told.append(say.plural("{n} row has no value.", "{n} rows have no value.", found.without))
    if found.doubtful:
        told.append(
            say.plural("{n} doubtful value is left out.", "{n} doubtful values are left out.", found.doubtful)
        )  # fmt: skip
    if found.several:
        told.append(say("A row with several values counts in each of them: groups do not add up."))
    if found.more:
        told.append(say.plural("{n} more group is not shown.", "{n} more groups are not shown.", found.more))
    return tuple(told)


def answered(
    columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[Value]], cut: bool, register: Register, say: Language
) -> Exhibit:
    """The answer to a question in SQL; `register` is one of those asked, for the source."""
    keys = unique([name for name, _ in columns])
    table = Table(tuple(Column(key, key, "text") for key in keys), tuple(tuple(row) for row in rows))
    message = say.plural("{n} row", "{n} rows", len(rows))
    notes = (say("There are more rows: only the first ones are shown."),) if cut else ()
    return _exhibit("explore-answer", message, message, table, register, say, notes)


def unique(names: Sequence[str]) -> list[str]:
    """Names of columns, of which equal ones are numbered.

    >>> unique(["member", "n", "member"])
    ['member', 'n', 'member 2']
    """
    found: list[str] = []
    for name in names:
        free, count = name, 1
        while free in found:
            count += 1
            free = f"{name} {count}"
        found.append(free)
    return found


def as_csv(register: Register) -> bytes:
    """A register as a plain CSV with the names and codes of its declaration, which the product reads back.

    No cell can run in a spreadsheet program. It begins with a mark by which those know UTF-8.
    """
    fields = REGISTERS[register.kind].fields
    return lines_as_csv(
        [[field.name for field in fields], *([_plain(row[field.name]) for field in fields] for row in register.rows)]
    )


def lines_as_csv(lines: Sequence[Sequence[object]]) -> bytes:
    """Lines as CSV; nothing in them can run in a spreadsheet program."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([clean.csv_cell(cell) for cell in line] for line in lines)
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _plain(value: object) -> str:
    """A value as a plain CSV has it.

    >>> _plain(None), _plain(True), _plain(["DE", "DK"]), _plain(300.0), _plain(4.3)
    ('', 'yes', 'DE; DK', '300', '4.3')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _exhibit(
    name: str, message: str, title: str, table: Table, register: Register, say: Language, notes: tuple[str, ...] = ()
) -> Exhibit:
    what = label(register.kind, say)
    source = Source(what, "", register.newest, origin_of(register), what)
    return Exhibit(
        name, say("What do the registers hold?"), message, title, Chart("table", table), table, notes, (source,),
        None, None, say,
    )  # fmt: skip
