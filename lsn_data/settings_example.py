"""What does the documented settings file say? It is written from the settings themselves, in English and German."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lsn_data.language import Language, mark
from lsn_data.settings import ROOT, Settings
from lsn_data.settings_sources import table_of

ABOUT = mark(
    "Copy this file to settings.toml, take the # away from the lines that you change, and start the product anew."
    " Each setting can also be an environment variable, which comes first: LSN_DB is db, LSN_AUTH__CLIENT_ID is"
    " client_id of the table [auth]. A path that does not begin at the root of the disk starts at the product's"
    " folder. Keep the file to yourself once it holds the login's secrets. What is set and where it comes from:"
    " python -m lsn_data settings"
)
WIDTH = 100


def example() -> str:
    """The text of settings.example.toml: every setting with its default, commented out."""
    return "\n".join([*_both(ABOUT), "", *_fields(Settings)])


def as_toml(value: object) -> str:
    """A default as the settings file writes it.

    >>> as_toml(24), as_toml("info"), as_toml(("a", "b"))
    ('24', '"info"', '["a", "b"]')
    """
    if isinstance(value, Path):
        value = (value.relative_to(ROOT) if value.is_relative_to(ROOT) else value).as_posix()
    return json.dumps(value, ensure_ascii=False)


def _fields(kind: type[BaseModel]) -> list[str]:
    lines: list[str] = []
    for name, field in kind.model_fields.items():
        lines += _both(field.description or "")
        tables = table_of(field.annotation)
        if tables:
            lines += [f"# [{name}]", "", *_fields(tables[0])]
        else:
            lines += [f"# {name} = {_shown(field)}", ""]
    return lines


def _shown(field: FieldInfo) -> str:
    """The default; where there is none, an example."""
    if field.is_required() or field.default is None:
        return str(field.examples[0]) if field.examples else '"…"'
    return as_toml(field.default)


def _both(text: str) -> list[str]:
    """A text in both languages as comment lines."""
    said = (Language(code)(text) for code in ("en", "de"))
    return [f"## {line}" for one in said for line in textwrap.wrap(one, WIDTH, break_on_hyphens=False)]
