"""Does this text fit into its box?

Widths are those of Arial in thousandths of the type size (Liberation Sans has the same), so the answer is the
same on every machine, fonts installed or not. Lengths are in points; a box is (width, height).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

LINE_HEIGHT = 1.2
# Inter, the page's face, runs up to 8 % wider than Arial (measured on our own labels).
INTER_TO_ARIAL = 1.08

_REGULAR = {
    191: "'", 200: "\u202f", 222: "ijl‘’‚", 260: "|¦", 278: " !,./:;I[\\]ftÌÍÎÏìíîï\u00a0",
    333: "()-`r¡¨²³´·¸¹„“”", 334: "{}", 355: '"', 389: "*", 400: "°", 469: "^", 500: "Jcksvxyzçýÿšž",
    556: "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöøùúûüþ–€±÷¶", 584: "+<=>~¬×µ",
    611: "FTZ¿ßøŽ", 667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞŠ", 722: "CDHNRUwÇÐÑÙÚÛÜ", 778: "GOQÒÓÔÕÖØ©®", 833: "Mm",
    889: "%æ", 944: "Wœ",
}  # fmt: skip
_BOLD = {
    200: "\u202f", 238: "'", 278: " ,./I\\ijlÌÍÎÏìíîï‘’‚\u00a0", 333: "!()-:;[]`ft¡¨²³´·¸¹|¦", 389: "*r{}",
    400: "°", 474: '"', 500: "z„“”ž", 556: "#$0123456789J_aceksvxy¢£¤¥§«»àáâãäåçèéêëýÿ–€š±÷¶",
    584: "+<=>^~¬×µ", 611: "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþŽ", 667: "EPSVXYÈÉÊËÝÞŠ",
    722: "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ", 778: "GOQwÒÓÔÕÖØ©®", 833: "M", 889: "%mæ", 944: "Wœ",
}  # fmt: skip
# A letter that is not listed (Æ, —, …, other scripts) counts as the widest.
_WIDEST, _NARROWEST = 1015, 190


def _by_letter(groups: dict[int, str]) -> dict[str, int]:
    return {letter: wide for wide, letters in groups.items() for letter in letters}


_WIDTHS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}


_WIDER = ContextVar("_WIDER", default=1.0)


@contextmanager
def face(wider: float) -> Iterator[None]:
    """Measure all text within for a font that runs so much wider than Arial.

    >>> with face(1.25):
    ...     round(width("Quelle", 10), 2)
    36.12
    """
    before = _WIDER.set(wider)
    try:
        yield
    finally:
        _WIDER.reset(before)


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text in points.

    >>> round(width("Quelle", 10), 2)
    28.9
    """
    widths = _WIDTHS[bold]
    return sum(widths.get(letter, _WIDEST) for letter in text) * size * _WIDER.get() / 1000


def lines(text: str, size: float, wide: float, bold: bool = False) -> list[str]:
    """The lines that a box of this width breaks the text into; a word that is too long breaks anywhere.

    >>> lines("Fachkräfte und Innovationskraft führen", 10, 100)
    ['Fachkräfte und', 'Innovationskraft', 'führen']
    """
    broken: list[str] = []
    for paragraph in text.split("\n"):
        broken += _paragraph(paragraph, size, wide, bold)
    return broken


def _paragraph(text: str, size: float, wide: float, bold: bool) -> list[str]:
    done, current = [], ""
    for word in text.split(" "):
        tried = f"{current} {word}" if current else word
        if width(tried, size, bold) <= wide:
            current = tried
            continue
        if current:
            done.append(current)
        *full, current = _pieces(word, size, wide, bold)
        done += full
    return [*done, current]


def _pieces(word: str, size: float, wide: float, bold: bool) -> list[str]:
    """A word in pieces no wider than the box (one letter at least)."""
    widths, factor = _WIDTHS[bold], size * _WIDER.get()
    starts, taken = [0], 0
    for at, letter in enumerate(word):
        taken += widths.get(letter, _WIDEST)
        if at > starts[-1] and taken * factor / 1000 > wide:
            starts.append(at)
            taken = widths.get(letter, _WIDEST)
    return [word[start:end] for start, end in zip(starts, [*starts[1:], len(word)], strict=True)]


def height(paragraphs: Sequence[str], size: float, wide: float, bold: bool = False, gap: float = 0) -> float:
    """The height in points of paragraphs set in a box of this width, `gap` points apart."""
    count = sum(len(lines(text, size, wide, bold)) for text in paragraphs)
    return count * size * LINE_HEIGHT + gap * max(len(paragraphs) - 1, 0)


@dataclass(frozen=True)
class Fitted:
    """Text that fits: its type size in points, and what had to be cut to make it fit."""

    text: str
    size: float
    cut: bool = False


def fitted(text: str, wide: float, high: float, sizes: Sequence[float], bold: bool = False) -> Fitted:
    """The text in the first of the sizes that fits; cut with an ellipsis where even the last is too large.

    >>> fitted("Fachkräfte führen", 180, 30, (24, 20))
    Fitted(text='Fachkräfte führen', size=20, cut=False)
    """
    text = text[: _most(sizes[-1], wide, high)]
    for size in sizes:
        if height([text], size, wide, bold) <= high:
            return Fitted(text, size)
    return Fitted(_cut(text, sizes[-1], wide, high, bold), sizes[-1], cut=True)


def _most(size: float, wide: float, high: float) -> int:
    """More letters than a box could ever hold, all of them the narrowest: what is behind them need not be measured."""
    a_line = wide / (_NARROWEST * size * _WIDER.get() / 1000) + 2
    return int(a_line * (high / (size * LINE_HEIGHT) + 1)) + 2


def _cut(text: str, size: float, wide: float, high: float, bold: bool) -> str:
    """The longest beginning that fits with an ellipsis behind it, found by halving."""
    fits, fails = 0, len(text)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        if height([text[:middle].rstrip() + "…"], size, wide, bold) <= high:
            fits = middle
        else:
            fails = middle
    return text[:fits].rstrip() + "…"


def cut(text: str, size: float, wide: float, bold: bool = False) -> str:
    """The text on one line of this width, cut with an ellipsis if need be.

    >>> cut("Organisationsentwicklung", 10, 60)
    'Organisati…'
    """
    return fitted(text, wide, size * LINE_HEIGHT, (size,), bold).text


def sense_break(text: str, size: float, wide: float, bold: bool = False) -> float:
    """The width at which a text of two lines breaks where the sense does, or evenly.

    Narrowing the box keeps the text whole: no line break is written into it. Returns `wide` for other texts.
    """
    if len(lines(text, size, wide, bold)) != 2:
        return wide
    words = text.split(" ")
    ways = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    measured = [(width(a, size, bold), width(b, size, bold), a) for a, b in ways]
    possible = [
        way for way in measured if max(way[:2]) <= wide and _breaking_after(way[2], text, size, wide, bold) < wide
    ]
    if not possible:
        return wide
    # A punctuation mark at the end of the first line is worth a quarter of the width in unevenness.
    best = min(possible, key=lambda w: abs(w[0] - w[1]) - (wide / 4 if w[2][-1] in ";:,.–—" else 0))
    return _breaking_after(best[2], text, size, wide, bold)


def _breaking_after(first: str, text: str, size: float, wide: float, bold: bool) -> float:
    """A width that holds both lines but not the next word on the first; `wide` if that word fits anyway."""
    rest = text[len(first) + 1 :]
    needed = max(width(first, size, bold), width(rest, size, bold))
    too_wide = width(f"{first} {rest.split(' ')[0]}", size, bold)
    return wide if too_wide <= needed else min(wide, (needed + too_wide) / 2)
