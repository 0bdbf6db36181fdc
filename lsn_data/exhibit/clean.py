"""How does people's text leave the house without turning into a formula, a link or markup?

Every renderer and every export writes text through here. `text` is safe inside XML and Unicode encoders;
`plotly` is safe inside a figure; `csv_cell` is safe in front of a spreadsheet program.
"""

from __future__ import annotations

import html
import re

CELL_LIMIT = 32_767
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# German Excel takes a CSV apart at semicolons, even between quote marks: what follows one starts a cell.
_INNER_START = re.compile(r'(;"*)(?=[=+@]|-(?![\d.,]+(?:;|$)))')
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def text(value: object) -> str:
    r"""The text without control characters and lone surrogates, which no file format can hold.

    Neither does it turn the direction of reading: in a name, that would turn the figures behind it.

    >>> text("a\x00b\ud800c")
    'ab\ufffdc'
    """
    said = str(value)
    if said.isprintable():  # nearly every text, and quicker told than looked through
        return said
    return _LONE_SURROGATE.sub("\ufffd", _NOT_TEXT.sub("", said))


def line(value: object) -> str:
    r"""The text on one line: runs of blanks, tabs and line ends become one space.

    >>> line(" Fach-\n\tkräfte ")
    'Fach- kräfte'
    """
    return re.sub(r"[ \t\r\n]+", " ", text(value)).strip()


def bound(value: str) -> str:
    """The text with `n = 9` kept on one line.

    >>> bound("Research (n = 9)")
    'Research (n\\xa0=\\xa09)'
    """
    return re.sub(r"\bn = (?=\d)", "n\u00a0=\u00a0", value)


def plotly(value: object) -> str:
    """One line that Plotly draws as it stands: no tags of its pseudo-HTML, no formulas between dollars.

    >>> plotly("<b>$x$")
    '&lt;b&gt;&#36;x&#36;'
    """
    return html.escape(line(value), quote=False).replace("$", "&#36;").replace("%{", "&#37;{")


def csv_cell(value: object) -> str:
    """A cell for a CSV file: a quote mark goes in front of what a spreadsheet program would run, also after a
    semicolon, which parts cells for some of them.

    >>> csv_cell("=1+1"), csv_cell("-5,5"), csv_cell(-5), csv_cell("a;=1+1"), csv_cell("DE; DK")
    ("'=1+1", '-5,5', '-5', "a;'=1+1", 'DE; DK')
    """
    said = text(value).replace("\r\n", "\n").replace("\r", "\n")  # the writer puts no quotes around a lone CR
    if ";" in said:
        said = _INNER_START.sub(r"\1'", said)
    runs = said.startswith(_FORMULA_STARTS) and not re.fullmatch(r"[+-]?\d[\d.,]*", said)
    return f"'{said}" if runs else said


def shortened(value: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis; never longer than `limit` characters.

    >>> shortened("Internationalisierung", 10)
    'Internati…'
    """
    return value if len(value) <= limit else value[: limit - 1].rstrip() + "…"
