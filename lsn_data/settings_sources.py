"""Where do the settings come from, and how is a wrong one told: its place, what is wrong, what to write?"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast, get_args

from pydantic import BaseModel, ValidationError
from pydantic_settings import BaseSettings, InitSettingsSource

from lsn_data.errors import LsnError
from lsn_data.language import Language, mark

PREFIX = "LSN_"
USUAL_FILE = "settings.toml"
EXAMPLE = "settings.example.toml"
NAMES_THE_FILE = "LSN_SETTINGS"
# Variables of ours that set nothing: where the settings lie, and what is for developers and tests alone.
OTHERS = {NAMES_THE_FILE, "LSN_TRACEBACK", "LSN_REQUIRE_BROWSER", "LSN_KILLS", "LSN_HOSTILE"}
FOR_TESTS = "LSN_TEST_"
WRONG = mark('{where}: {name} cannot be "{value}"; write {expected}.')
WRONG_SECRET = mark("{where}: {name} is not as it must be; write {expected}.")
MISSING = mark("{where}: {name} is missing; write {expected}.")
UNKNOWN = mark('{where}: there is no setting "{name}"; settings.example.toml names all of them.')
MISSPELT = mark('{where}: there is no setting "{name}"; perhaps you mean "{near}".')
NOT_TOML = mark(
    '{where}: this is not written as TOML; write name = value, with texts in "quotes" and paths with / between folders.'
)
NOT_THERE = mark("LSN_SETTINGS names {file}, which is not there; write the path of a settings file.")
UNREADABLE = mark("{file} cannot be read ({why}); let the product's user read it, and save it as UTF-8.")
Read = TypeVar("Read", bound=BaseSettings)


@dataclass(frozen=True)
class Place:
    """Where something is set: a variable, or a line of the file."""

    of: Path | str
    line: int | None = None

    def said(self, say: Language) -> str:
        """In a person's words."""
        return say("{file}, line {line}", file=self.of, line=self.line) if self.line else str(self.of)


@dataclass(frozen=True)
class Trouble:
    """One thing that is wrong, and its place; `expected` is a text of the catalogue, the values stand as they are."""

    text: str
    values: Mapping[str, object]
    where: Place = Place("")
    expected: str = ""

    def said(self, say: Language) -> str:
        """In one sentence."""
        expected = say(self.expected) if self.expected else ""
        return say(self.text, **self.values, where=self.where.said(say), expected=expected)


class WrongSettings(LsnError):
    """The settings cannot be used as they stand: one sentence for each thing that is wrong, a line each."""

    def __init__(self, *troubles: Trouble) -> None:
        self.troubles = troubles
        super().__init__("{troubles}", troubles=self.said(Language("en")))

    def said(self, say: Language) -> str:
        """All of them in the reader's language."""
        return "\n".join(trouble.said(say) for trouble in self.troubles)


class File(InitSettingsSource):
    """What the settings file holds. A file that is not there holds nothing."""

    def __init__(self, settings_cls: type[BaseSettings], path: Path) -> None:
        super().__init__(settings_cls, _parsed(path))


def file_named(environment: Mapping[str, str], root: Path) -> Path:
    """The settings file: what LSN_SETTINGS names, else `settings.toml` in the product's folder."""
    return root / Path(environment.get(NAMES_THE_FILE) or USUAL_FILE).expanduser()


def checked(kind: type[Read], environment: Mapping[str, str], root: Path) -> Read:
    """The settings. Raises WrongSettings, which names everything that is wrong."""
    path = file_named(environment, root)
    if environment.get(NAMES_THE_FILE) and not path.is_file():
        raise WrongSettings(Trouble(NOT_THERE, {"file": path}))
    unknown = list(_unknown_variables(kind, environment))
    try:
        read = kind()
    except ValidationError as wrong:
        found = [_trouble(one, kind, environment, path) for one in wrong.errors(include_input=True)]
        raise WrongSettings(*unknown, *sorted(found, key=lambda one: one.where.line or 0)) from None
    if unknown:
        raise WrongSettings(*unknown)
    return read


def variables_of(kind: type[BaseModel], prefix: str = PREFIX) -> dict[str, tuple[str, ...]]:
    """Every environment variable that sets something, with the setting's name (in a table: table and name)."""
    found: dict[str, tuple[str, ...]] = {}
    for name, field in kind.model_fields.items():
        found[f"{prefix}{name.upper()}"] = (name,)
        for table in table_of(field.annotation):
            inner = variables_of(table, f"{prefix}{name.upper()}__")
            found.update({variable: (name, *rest) for variable, rest in inner.items()})
    return found


def table_of(annotation: Any) -> list[type[BaseModel]]:
    """The table that a setting is, if it is one."""
    kinds = get_args(annotation) or (annotation,)
    return [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]


def line_of(text: str, setting: tuple[str, ...]) -> int | None:
    """In which line a settings file sets something (else: in which line its table begins), counted from 1.

    >>> line_of('db = "a"\\n[auth]\\nclient_id = "b"', ("auth", "client_id")), line_of("", ("db",))
    (3, None)
    """
    table, begins = "", None
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line):
            table = header[1].replace('"', "")
            begins = number if table == setting[0] else begins
        named = re.match(r"\s*[\"']?([\w.-]+)[\"']?\s*=", line)
        if named and tuple(part for part in (table, *named[1].split(".")) if part)[: len(setting)] == setting:
            return number
    return begins


def place_of(setting: tuple[str, ...], kind: type[BaseModel], environment: Mapping[str, str], path: Path) -> Place:
    """Where something is set: its variable, else its line of the file (no line: it is not set there)."""
    names = variables_of(kind)
    variable = next((one for one in environment if names.get(one.upper()) == setting and environment[one]), "")
    return Place(variable) if variable else Place(path, line_of(_text(path), setting) if path.is_file() else None)


def _parsed(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as wrong:
        line = re.search(r"at line (\d+)", str(wrong))
        number = int(line[1]) if line else len(_text(path).splitlines())
        raise WrongSettings(Trouble(NOT_TOML, {}, Place(path, number))) from None


def _text(path: Path) -> str:
    """What the file says; some editors begin it with a mark of its encoding."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise WrongSettings(Trouble(UNREADABLE, {"file": path, "why": "UTF-8"})) from None
    except OSError as wrong:
        raise WrongSettings(Trouble(UNREADABLE, {"file": path, "why": wrong.strerror})) from None


def _unknown_variables(kind: type[BaseModel], environment: Mapping[str, str]) -> Iterator[Trouble]:
    """A misspelt variable would set nothing, in silence."""
    known = {*variables_of(kind), *OTHERS}
    for name in sorted(environment):
        if name.upper().startswith(PREFIX) and name.upper() not in known and not name.startswith(FOR_TESTS):
            yield _misspelt(Place(name), name, known)


def _misspelt(where: Place, name: str, known: set[str]) -> Trouble:
    near = difflib.get_close_matches(name.upper(), [one.upper() for one in known], n=1, cutoff=0.7)
    if not near:
        return Trouble(UNKNOWN, {"name": name}, where)
    written = next(one for one in known if one.upper() == near[0])
    return Trouble(MISSPELT, {"name": name, "near": written}, where)


def _trouble(wrong: Mapping[str, object], kind: type[BaseModel], environment: Mapping[str, str], path: Path) -> Trouble:
    """What pydantic found, as a sentence."""
    setting = tuple(str(part) for part in cast(tuple[object, ...], wrong["loc"]))
    where = place_of(setting, kind, environment, path)
    owner, field = _field(kind, setting)
    name = ".".join(setting)
    if wrong["type"] == "extra_forbidden":
        return _misspelt(where, name, {".".join((*setting[:-1], one)) for one in owner.model_fields})
    expected = str((field.json_schema_extra or {}).get("expects", "")) if field else ""
    if wrong["type"] == "missing":
        return Trouble(MISSING, {"name": name}, where, expected)
    if len(setting) > 1:  # what stands in a table may be a secret
        return Trouble(WRONG_SECRET, {"name": name}, where, expected)
    value = json.dumps(str(wrong["input"]), ensure_ascii=False)[1:-1]  # a line's end would hide
    return Trouble(WRONG, {"name": name, "value": value}, where, expected)


def _field(kind: type[BaseModel], setting: tuple[str, ...]) -> tuple[type[BaseModel], Any]:
    """The model that a setting stands in, and its field there (None if there is none)."""
    field = kind.model_fields.get(setting[0])
    inner = table_of(field.annotation) if field else []
    return _field(inner[0], setting[1:]) if inner and len(setting) > 1 else (kind, field)
