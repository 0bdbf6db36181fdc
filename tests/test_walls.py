"""Do the walls of the house stand? Who may import what, what a file opens with, how SQL is written."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsn_data.settings import ROOT
from lsn_data.store import open_store
from lsn_data.store.named import named_queries, split_queries
from tests.source import MODULES, named, parsed

POSIX_ONLY = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}

# What may be imported only from these rooms (paths from the root, a folder ends in a slash).
ONLY_FROM = {
    "duckdb": ("lsn_data/store/",),
    "streamlit": ("lsn_data/ui/", "pages/", "app.py"),
    "starlette": ("lsn_data/ui/", "app.py"),
    "plotly": ("lsn_data/exhibit/",),
    "pptx": ("lsn_data/exhibit/",),
    "typst": ("lsn_data/exhibit/",),
    "lsn_data.ui": ("lsn_data/ui/", "pages/", "app.py"),
    "lsn_data.cli": ("lsn_data/__main__.py", "lsn_data/handing/"),
    "lsn_data.commands": ("lsn_data/cli.py", "lsn_data/commands/", "lsn_data/handing/"),
    "lsn_data.board": ("lsn_data/ui/", "pages/", "lsn_data/board/", "lsn_data/commands/"),
}
# What a room may not reach for: the data flow one way.
NOT_FROM = {
    "lsn_data/language/": ("lsn_data.",),
    "lsn_data/sheets/": ("lsn_data.intake", "lsn_data.store", "lsn_data.topics", "lsn_data.exhibit"),
    "lsn_data/intake/": ("lsn_data.store", "lsn_data.topics", "lsn_data.exhibit"),
    "lsn_data/store/": ("lsn_data.topics",),
    "lsn_data/exhibit/": ("lsn_data.store", "lsn_data.topics", "lsn_data.intake"),
    "lsn_data/topics/": ("lsn_data.intake",),
    "lsn_data/disclosure/": ("lsn_data.intake", "lsn_data.store", "lsn_data.topics", "lsn_data.exhibit"),
}
# The words of a reading are everybody's: frozen values without behaviour.
VOCABULARY = "lsn_data.intake.report"
# A compute.py is pure: figures in, figures out.
NOT_PURE = ("duckdb", "pandas", "openpyxl", "lsn_data.store", "pathlib", "os", "io", "streamlit", "plotly")


def imports_of(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name that is imported, anywhere in a file, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in line {node.lineno}"
            yield node.module or "", node.lineno
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(package.rstrip(".") + ".")


def broken(path: Path) -> Iterator[str]:
    """Each wall that a file breaks, with its line."""
    where = named(path)
    for name, line in imports_of(parsed(path)):
        for package, rooms in ONLY_FROM.items():
            if within(name, package) and not where.startswith(rooms):
                yield f"{where}:{line} imports {name}"
        for room, packages in NOT_FROM.items():
            own = room.replace("/", ".")
            if where.startswith(room) and not within(name, own) and not within(name, VOCABULARY):
                yield from (f"{where}:{line} imports {name}" for p in packages if within(name, p))
        if path.name == "compute.py" and any(within(name, package) for package in NOT_PURE):
            yield f"{where}:{line} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_every_module_keeps_to_its_room(path: Path) -> None:
    assert sorted(set(broken(path))) == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_every_module_opens_with_a_question_or_a_statement(path: Path) -> None:
    words = ast.get_docstring(parsed(path))
    assert words, f"{named(path)} does not say what it answers"
    assert path.read_text(encoding="utf-8").lstrip().startswith('"""')
    first = words.splitlines()[0]
    assert re.search(r"[.?!:;,]|\?|\.$", first), f"{named(path)}: no sentence: {first}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_module_needs_posix_to_be_imported(path: Path) -> None:
    at_module_level = [
        name
        for node in parsed(path).body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name, _ in imports_of(ast.Module(body=[node], type_ignores=[]))
    ]
    assert {name.split(".")[0] for name in at_module_level} & POSIX_ONLY == set()


@pytest.mark.parametrize("path", sorted(ROOT.glob("pages/*.py")), ids=named)
def test_a_page_is_a_script_without_functions_sql_or_pandas(path: Path) -> None:
    tree = parsed(path)
    defined = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert defined == []
    assert not {"pandas", "numpy"} & {name.split(".")[0] for name, _ in imports_of(tree)}
    assert ".execute(" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_statement_is_put_together_from_pieces(path: Path) -> None:
    """What goes to `execute` is a plain text, a file's text, or a named query: never an f-string or a sum."""
    pieces = [
        f"{named(path)}:{call.lineno}"
        for call in ast.walk(parsed(path))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("execute", "executemany", "sql", "query")
        and call.args
        and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert pieces == []


def test_every_named_query_fits_the_schema() -> None:
    with open_store(":memory:") as store, store.writing() as cursor:
        for name, statement in named_queries().items():
            values = dict.fromkeys(re.findall(r"\$([a-z_]\w*)", statement))
            try:
                cursor.execute(f"explain {statement}", values or None)
                cursor.fetchall()
            except Exception as trouble:
                pytest.fail(f"{name}: {trouble}")


def test_every_query_is_asked_for_somewhere() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    asked = set(re.findall(r"""ask(?:_columns)?\(\s*["'](\w+)["']""", code))
    families = set(re.findall(r'(?:ask\(|named_queries\(\)\[)\s*f"(\w+)\{', code))
    unused = [
        name
        for name in named_queries()
        if name not in asked and not any(name.startswith(family) for family in families)
    ]
    assert unused == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("lsn_data/**/queries.sql")), ids=named)
def test_a_file_of_queries_holds_nothing_but_named_queries(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert split_queries(text)
    before_the_first = text.split("-- name:")[0]
    assert all(line.startswith("--") or not line.strip() for line in before_the_first.splitlines())
    assert ";" not in "".join(split_queries(text).values())


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_exactly(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    asked = [line for line in lines if line.strip() and not line.startswith(("#", "-r "))]
    assert asked
    assert [line for line in asked if not re.fullmatch(r"[A-Za-z0-9_.-]+(\[[a-z,]+\])?==[\w.]+", line)] == []


def test_everything_imported_is_the_standard_library_ours_or_required() -> None:
    required = re.findall(r"(?m)^([A-Za-z0-9_-]+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"))
    called = {"python-calamine": "python_calamine", "python-pptx": "pptx", "pydantic-settings": "pydantic_settings"}
    allowed = {called.get(name, name) for name in required} | {"lsn_data", "lxml"} | set(sys.stdlib_module_names)
    used = {name.split(".")[0] for path in MODULES for name, _ in imports_of(parsed(path))}
    assert used - allowed == set()
