"""How is the product written? Its modules, each read and parsed once for all tests that look at them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from lsn_data.settings import ROOT

MODULES = sorted([*ROOT.glob("lsn_data/**/*.py"), *ROOT.glob("pages/*.py"), ROOT / "app.py"])


def named(path: Path) -> str:
    """A module's place below the top, with slashes on every machine."""
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree; nobody changes it."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=named(path))
