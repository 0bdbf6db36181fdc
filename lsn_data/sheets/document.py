"""What may each register hold? The pages of the documentation, written from the declaration: never by hand.

`python -m lsn_data.sheets.document` writes both; a test holds that they are up to date.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsn_data.language import Language, mark
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.remarks import HOLDS, example_of

FOLDER = Path(__file__).parents[2] / "docs"
PAGES = {"en": FOLDER / "registers.md", "de": FOLDER / "registers.de.md"}

INTRODUCTION = (
    mark(
        "A register is a list that the office keeps. Each may come as a plain CSV with the names below, as a"
        " spreadsheet with the headings below in English or German, or as the filled template"
        " (`python -m lsn_data template KIND --out FILE.xlsx`)."
    ),
    mark(
        "Several values in a cell are separated by `;`. A text in two languages may be given once, without `_en` or"
        " `_de`: it then serves both. Columns that a register does not have are left aside and told; contact data is"
        " never stored."
    ),
    mark(
        "Each import shows the register as it stands on a day (`--as-of`), whole; earlier ones are kept as history. A"
        " needed cell that is empty or not understood refuses the file; any other doubtful cell counts as empty and is"
        " told with its row and column."
    ),
)


def registers_page(code: str) -> str:
    """All registers as a page in Markdown; `code` is the language."""
    say = Language(code)
    blocks = [f"# {say('What each register holds')}", *(say(text) for text in INTRODUCTION)]
    for register in REGISTERS.values():
        blocks.extend(_section(register, say))
    return "\n\n".join(blocks) + "\n"


def write_pages() -> None:
    """Write the page of each language."""
    FOLDER.mkdir(exist_ok=True)
    for code, file in PAGES.items():
        file.write_text(registers_page(code), encoding="utf-8", newline="\n")


def _section(register: Sheet, say: Language) -> Iterator[str]:
    """Title, what a row is, the columns."""
    yield f"## {say.both(register.label)} (`{register.kind}`)"
    same = ", ".join(f"`{name}`" for name in register.key)
    yield f"{say.both(register.about)} " + say("Rows that agree in {names} are the same one.", names=same)
    titles = (say("Name in CSV"), say("Heading"), say("Holds"), say("Needed"), say("Allowed values"), say("Example"))
    lines = [titles, ("---",) * len(titles), *(_columns(field, say) for field in register.fields)]
    yield "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _columns(field: Field, say: Language) -> tuple[str, ...]:
    """A field as a line of the table."""
    help_text = say.both(field.help)
    holds = say(HOLDS[field.holds]).rstrip(".") + (f" ({help_text})" if help_text else "")
    return (
        f"`{field.name}`",
        " / ".join(dict.fromkeys((say.both(field.label), *field.label))),
        holds,
        _needed(field, say),
        _allowed(field, say),
        example_of(field, say),
    )


def _needed(field: Field, say: Language) -> str:
    if field.usual:
        return say("no; empty means `{usual}`", usual=field.usual)
    if not field.required:
        return say("no")
    return say("the column, not each cell") if field.may_be_blank else say("yes")


def _allowed(field: Field, say: Language) -> str:
    """Codes with their labels; both may stand in a file."""
    values = "; ".join(f"`{choice.code}` {say.both(choice.label)}" for choice in field.choices)
    return values + (f"; {say('others are kept')}" if field.open and field.choices else "")


if __name__ == "__main__":
    write_pages()
