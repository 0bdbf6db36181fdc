"""Which tables and columns can be asked in SQL, in words, and what could one ask first?"""

from __future__ import annotations

from lsn_data.language import Language
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.sheets.registers import REGISTERS
from lsn_data.ui.messages import safe

# Names that SQL itself uses: they stand in quotation marks.
RESERVED = ("left", "end", "order")


def written(name: str) -> str:
    """A column as it is written in a statement.

    >>> written("member"), written("left")
    ('member', '"left"')
    """
    return f'"{name}"' if name in RESERVED else name


def examples(say: Language) -> list[tuple[str, str]]:
    """What one could ask: a name, and the statement."""
    return [
        (
            say("Measures by theme and status"),
            "select theme, status, count(*) as n\nfrom measures\ngroup by theme, status\norder by theme, n desc",
        ),
        (
            say("Members by state and size"),
            "select state, size, count(*) as n\n"
            'from members\nwhere "left" is null\ngroup by state, size\norder by n desc',
        ),
        (
            say("Themes with statements and measures"),
            "select w.theme, count(distinct w.statement) as statements, count(distinct m.measure) as measures\n"
            "from workshops w left join measures m on m.theme = w.theme\ngroup by w.theme\norder by statements desc",
        ),
        (
            say("Newest value of each KPI"),
            "select kpi, max(period) as newest, arg_max(value, period) as value, any_value(unit) as unit\n"
            "from kpi\nwhere value is not null\ngroup by kpi\norder by kpi",
        ),
    ]  # fmt: skip


def html(say: Language) -> str:
    """All registers with their columns, one paragraph each."""
    return "".join(_register(sheet, say) for sheet in REGISTERS.values())


def _register(sheet: Sheet, say: Language) -> str:
    columns = [*(_column(field, say) for field in sheet.fields), f"<code>origin</code> {safe(say('Origin'))}"]
    return (
        f"<p class='lsn-schema'><b><code>{safe(sheet.kind)}</code> {safe(say.both(sheet.label))}</b>"
        f"<br>{safe(say.both(sheet.about))}<br>{' · '.join(columns)}</p>"
    )


def _column(field: Field, say: Language) -> str:
    """A column's name, what it is called, and what it holds where that is no text."""
    holds = {
        "number": say("a number"), "yes": say("yes or no"), "list": say("several values"),
        "choices": say("several values"),
    }.get(field.holds, "")  # fmt: skip
    told = f" ({safe(holds)})" if holds else ""
    return f"<code>{safe(written(field.name))}</code> {safe(say.both(field.label))}{told}"
