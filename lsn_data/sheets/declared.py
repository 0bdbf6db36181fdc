"""With which words is a spreadsheet declared: allowed values, fields, sheets, and when two writings are the same?"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from html import unescape
from typing import Literal

from pydantic import BaseModel, ConfigDict

Holds = Literal["text", "code", "number", "when", "choice", "choices", "list", "yes"]


class Declared(BaseModel):
    """Frozen: a declaration is read, never changed."""

    model_config = ConfigDict(frozen=True)


class Choice(Declared):
    """One allowed value: its code, its labels, and what files call it."""

    code: str
    en: str
    de: str
    also: tuple[str, ...] = ()

    @property
    def label(self) -> tuple[str, str]:
        """(English, German), as `Language.both` takes it."""
        return (self.en, self.de)


class Field(Declared):
    """One column of a register: its name in plain CSV, its headings, what its cells hold.

    holds: text · code (a short name that other sheets refer to) · number · when (a year, month or day in ISO) ·
    choice · choices and list (several values, separated by `;`) · yes. `required`: the column must be there, and its
    cells filled unless `may_be_blank`. `open`: values outside `choices` are kept as they are. `pair`: the name
    without `_en`/`_de`, under which both may be given once. `example`: what stands in the example row (codes for
    choices); `example_de` where a German reads something else. `usual`: what an empty cell
    means.
    """

    name: str
    en: str
    de: str
    holds: Holds = "text"
    also: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    open: bool = False
    required: bool = False
    may_be_blank: bool = False
    pair: str = ""
    help: tuple[str, str] = ("", "")
    example: str = ""
    example_de: str = ""
    usual: str = ""

    @property
    def label(self) -> tuple[str, str]:
        """(English, German)."""
        return (self.en, self.de)

    @property
    def headings(self) -> set[str]:
        """Everything, made plain, that a file may head this column with."""
        return {plain(name) for name in (self.name, self.en, self.de, self.pair, *self.also) if name}

    def code_of(self, said: str) -> str | None:
        """The code of an allowed value, or None."""
        return next((choice.code for choice in self.choices if plain(said) in names_of(choice)), None)


class Sheet(Declared):
    """A register: its kind (as commands name it), its titles, its fields, and the fields that identify a row."""

    kind: str
    en: str
    de: str
    about: tuple[str, str]
    fields: tuple[Field, ...]
    key: tuple[str, ...]

    @property
    def label(self) -> tuple[str, str]:
        """(English, German)."""
        return (self.en, self.de)

    def field(self, name: str) -> Field:
        """The field of that name; a programmer's mistake raises KeyError."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.fields}

    @property
    def required(self) -> tuple[Field, ...]:
        """The fields whose columns must be there."""
        return tuple(field for field in self.fields if field.required)


def plain(text: object) -> str:
    """A text stripped to what two writings of the same words share.

    >>> plain("3. Internationali-\\nsierung\\u00a0fokussieren ")
    'internationalisierung fokussieren'
    >>> plain("Life\\u2011Science\\u2011Region") == plain("life science region")
    True
    """
    return _plain(str(text))


_TAG = re.compile(r"<[^>]{1,80}>")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b"))
_DIVIDED = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-zäöüß])")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212/&_-"), " ")
_NUMBERED = re.compile(r"^\s*\(?\d{1,2}[.)]\s+")
_OPENS_A_NUMBER = frozenset("(0123456789")
_SIGNS = dict.fromkeys(map(ord, "\"'„“”‚‘’*:;,.!?()[]{}…"), " ")


@lru_cache(maxsize=2_000)
def _plain(text: str) -> str:
    """Headings and allowed values are compared again and again, with every row that could be a heading row."""
    said = unescape(text) if "&" in text else text
    said = _TAG.sub(" ", said) if "<" in said else said
    said = said if said.isascii() else unicodedata.normalize("NFKC", said).translate(_UNSEEN)
    said = _DIVIDED.sub("", said) if "\n" in said else said
    said = said.translate(_DASHES)
    said = _NUMBERED.sub("", said) if said.lstrip()[:1] in _OPENS_A_NUMBER else said
    said = " ".join(said.translate(_SIGNS).split()).casefold()
    said = said.replace("internationalization", "internationalisation").replace("organizational", "organisational")
    return said.replace("organization", "organisation")


def names_of(choice: Choice) -> set[str]:
    """Everything, made plain, that a file may call this choice."""
    return {plain(name) for name in (choice.code, choice.en, choice.de, *choice.also)}
