"""Which rows stand in a text file of separated values?

Nothing about such a file is declared: not its encoding, not its delimiter, not its quotes. Each is found from the
bytes, and where two readings are possible the doubt is told. Cells stay text.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterator

from lsn_data.intake.content import looks_utf16
from lsn_data.intake.letters import likely_encoding
from lsn_data.intake.stop import MEBIBYTE, MOST_CELLS, Doubt, Stop

DELIMITERS = ",;\t|"
NOTHING = "\x1f"  # no text holds it: a file of one column is not cut
LONGEST_CELL = 2_000_000
SAMPLE_ROWS = 60
SAMPLE_CHARACTERS = 400_000
NAMED_DELIMITER = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n|$)', re.IGNORECASE)

LONGEST_LINE = 8 * MEBIBYTE
MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
HIGH_BYTES = bytes(range(128, 256))
WIDE = re.compile("[^\x00-\x7f]+")
ONLY_DECIMALS = re.compile(r"\s*[-+]?\d+,\d+\s*")

Row = list[str | None]


def read_text(data: bytes) -> tuple[list[Row], list[Doubt]]:
    """All rows, padded to one width, and the doubts; raises Stop for `open-quote` and `too-many-cells`."""
    if len(data) > LONGEST_LINE and data.find(b"\n", 0, LONGEST_LINE) < 0 and data.find(b"\r", 0, LONGEST_LINE) < 0:
        raise Stop("too-large")  # a table has lines
    text, doubts = decoded(data)
    text, named = _without_named_delimiter(text.replace("\r\r\n", "\r\n").rstrip("\x1a"))
    delimiter = named or delimiter_of(text)
    rows, more = _rows(_with_doubled_quotes(text, delimiter), delimiter)
    doubts += [*more, *_ragged(rows)]
    return _padded(rows), doubts


def decoded(data: bytes) -> tuple[str, list[Doubt]]:
    """The text and, where the encoding is a guess, the doubt.

    >>> decoded("Größe".encode("cp1252"))[0], decoded("Größe".encode("utf-8"))[0]
    ('Größe', 'Größe')
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _forgiving(data[len(mark) :], encoding)
    evident = looks_utf16(data[:4096])
    if evident:
        return data.decode(evident, "replace"), [_guess(evident)]
    return _forgiving(data, "utf-8")


def _forgiving(data: bytes, encoding: str) -> tuple[str, list[Doubt]]:
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        pass
    if encoding != "utf-8":
        return data.decode(encoding, "replace"), [_guess(encoding)]
    return _mixed(data, likely_encoding(data))


def _mixed(data: bytes, single: str) -> tuple[str, list[Doubt]]:
    """UTF-8 where it is UTF-8, else the one-byte encoding: files glued together from two programs are both."""

    def one_by_one(trouble: UnicodeError) -> tuple[str, int]:
        assert isinstance(trouble, UnicodeDecodeError)
        byte = trouble.object[trouble.start : trouble.start + 1]
        return byte.decode(single, "replace"), trouble.start + 1

    high = len(data) - len(data.translate(None, HIGH_BYTES))
    if sum(map(len, WIDE.findall(data.decode("utf-8", "ignore")))) * 20 < high:  # next to none of it is UTF-8
        return data.decode(single, "replace"), [_guess(single)]
    codecs.register_error("lsn_one_by_one", one_by_one)
    return data.decode("utf-8", "lsn_one_by_one"), [_guess(single)]


def _guess(encoding: str) -> Doubt:
    names = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "DOS (850)"}
    return Doubt("encoding-guessed", {"encoding": names.get(encoding, encoding.upper())})


def _without_named_delimiter(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;` names the delimiter and is no row."""
    found = NAMED_DELIMITER.match(text)
    return (text[found.end() :], found[1]) if found else (text, "")


def delimiter_of(text: str) -> str:
    """The delimiter that cuts the first rows into equally many cells, headings included.

    >>> delimiter_of('"A, B";C\\n"1,5";2\\n'), delimiter_of("one column\\nx\\n")
    (';', '\\x1f')
    """
    sample = text[:SAMPLE_CHARACTERS]
    scores = {delimiter: _score(sample, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > 0 else NOTHING


def _score(sample: str, delimiter: str) -> float:
    """0 when nothing is cut; else near 1 when nearly all rows, the first among them, have the same many cells."""
    widths, clean = _widths(sample, delimiter)
    if not widths:  # nothing but delimiters of this kind
        return 1.0
    usual, times = Counter(widths).most_common(1)[0]
    if delimiter == "," and widths[0] == 1 and _only_decimals(sample):
        return 0.0
    if usual < 2:
        return 0.1 * (1 - 1 / widths[0]) if widths[0] == max(widths) else 0.0
    score = times / len(widths) * (1 - 1 / (2 * usual))
    return score * (1.0 if widths[0] == usual else 0.5) * (1.0 if clean else 0.5)


def _only_decimals(sample: str) -> bool:
    """One column of German numbers under a heading without a comma."""
    lines = [line for line in sample.splitlines()[1:SAMPLE_ROWS] if line.strip()]
    return bool(lines) and all(map(ONLY_DECIMALS.fullmatch, lines))


def _widths(sample: str, delimiter: str) -> tuple[list[int], bool]:
    """How many cells each of the first rows has, and whether every quote stood where this delimiter wants it."""
    widths: list[int] = []
    try:
        for row in _reader(io.StringIO(sample, newline=""), delimiter, strict=True):
            if any(cell.strip() for cell in row):
                widths.append(len(row))
            if len(widths) == SAMPLE_ROWS:
                break
    except csv.Error as trouble:
        cut_off = len(sample) == SAMPLE_CHARACTERS and "end of data" in str(trouble)
        return widths or _plain_widths(sample, delimiter), cut_off
    return widths, True


def _plain_widths(sample: str, delimiter: str) -> list[int]:
    lines = [line for line in sample.splitlines()[:SAMPLE_ROWS] if line.strip()]
    return [line.count(delimiter) + 1 for line in lines]


def _reader(lines: Iterator[str] | io.StringIO, delimiter: str, *, strict: bool) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(lines, delimiter=delimiter, strict=strict)


class _Lines:
    """The lines of a text, remembering those of the row that is being read."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.of_row: list[str] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.of_row.append(line)
            yield line


def _with_doubled_quotes(text: str, delimiter: str) -> str:
    """Databases write a quote inside a cell as `\\"`; so is it read here where the usual way does not work out."""
    if '\\"' not in text or _quotes_fit(text[:SAMPLE_CHARACTERS], delimiter):
        return text
    doubled = text.replace('\\"', '""')
    return doubled if _quotes_fit(doubled[:SAMPLE_CHARACTERS], delimiter) else text


def _quotes_fit(sample: str, delimiter: str) -> bool:
    try:
        deque(_reader(io.StringIO(sample, newline=""), delimiter, strict=True), maxlen=0)
        return True
    except csv.Error as trouble:
        return len(sample) == SAMPLE_CHARACTERS and "end of data" in str(trouble)


def _rows(text: str, delimiter: str) -> tuple[list[list[str]], list[Doubt]]:
    """All rows; where a quote stands in the midst of a cell the reader is made to forgive, and its row is told."""
    rows: list[list[str]] = []
    doubts: list[Doubt] = []
    try:
        _read_into(rows, text, delimiter, strict=True)
    except csv.Error as trouble:
        if "expected after" in str(trouble):
            doubts.append(Doubt("stray-quotes", {"row": len(rows) + 1}))
        rows.clear()
        last = _read_into(rows, text, delimiter, strict=False)
        doubts += _open_quote(last, len(rows), delimiter)
    return rows, doubts


def _read_into(rows: list[list[str]], text: str, delimiter: str, *, strict: bool) -> list[str]:
    """Adds the rows; gives back the lines of the last one."""
    lines = _Lines(text)
    cells = 0
    last: list[str] = []
    try:
        for row in _reader(iter(lines), delimiter, strict=strict):
            rows.append(row)
            cells += len(row)
            if cells > MOST_CELLS:
                raise Stop("too-many-cells", most=MOST_CELLS)
            last, lines.of_row = lines.of_row, []
    except csv.Error as trouble:
        if "field larger" not in str(trouble):
            raise
        in_quotes = any('"' in line for line in lines.of_row)
        raise (Stop("open-quote", row=len(rows) + 1) if in_quotes else Stop("too-large")) from trouble
    return last


def _open_quote(last: list[str], row: int, delimiter: str) -> list[Doubt]:
    """A quote that is never closed swallows all rows after it; on the last line there is nothing to swallow."""
    try:
        list(_reader(iter(last), delimiter, strict=True))
    except csv.Error as trouble:
        if "end of data" not in str(trouble):
            return []
        if len(last) > 1:
            raise Stop("open-quote", row=row) from trouble
        return [Doubt("open-quote-at-end", {"row": row})]
    return []


def _ragged(rows: list[list[str]]) -> list[Doubt]:
    """Rows with other than the usual number of cells: something may stand in the wrong column."""
    widths = Counter(len(row) for row in rows if any(row))
    if len(widths) < 2:
        return []
    usual = widths.most_common(1)[0][0]
    other = [number for number, row in enumerate(rows, 1) if any(row) and len(row) != usual]
    facts = {"count": len(other), "row": other[0], "width": len(rows[other[0] - 1]), "usual": usual}
    return [Doubt("ragged-rows", facts)]


def _padded(rows: list[list[str]]) -> list[Row]:
    width = max(map(len, rows), default=0)
    if width * len(rows) > MOST_CELLS:
        raise Stop("too-many-cells", most=MOST_CELLS)
    return [[*(cell or None for cell in row), *[None] * (width - len(row))] for row in rows]
