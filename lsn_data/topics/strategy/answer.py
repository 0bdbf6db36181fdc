"""What do the registers say of the strategies? Asks the store; the frame is made in `compute`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsn_data.errors import Refused
from lsn_data.exhibit import Source
from lsn_data.language import Language, mark
from lsn_data.sheets.choices import THEMES
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, demo_shown, register_imports, register_rows
from lsn_data.topics.strategy.compute import Frame, Row, document, frame, pair

OWN = "lsn-2030"
NAMES = {OWN: "LSN 2030", "dlsc-2021": "Danish Life Science Cluster"}
MOST_DOCUMENTS = 3


def rows(store: Store, kind: str) -> list[Row]:
    """The rows of a register as they count today."""
    return register_rows(store, kind, demo_shown(store))


def strategies(store: Store) -> tuple[str, ...]:
    """The codes of the strategies that are known, our own first."""
    codes = dict.fromkeys(row["strategy"] for row in rows(store, "strategy"))
    return tuple(sorted(codes, key=lambda code: code != OWN))


def name_of(strategy: str) -> str:
    """What a strategy is called on a page; one that we do not know goes by its code."""
    return NAMES.get(strategy, strategy)


def strategy_rows(store: Store, strategy: str) -> list[Row]:
    """All rows of one strategy. Raises Refused for one that is not known."""
    found = [row for row in rows(store, "strategy") if row["strategy"] == strategy]
    if not found:
        raise Refused(
            "unknown-strategy",
            mark("There is no strategy {name}. Choose one on the page Strategy."),
            name=name_of(strategy),
        )
    return found


def frame_of(store: Store, strategy: str) -> Frame:
    """The frame of one strategy. Raises Refused."""
    return frame(strategy, strategy_rows(store, strategy), measures_of(store, strategy))


def measures_of(store: Store, strategy: str) -> list[Row]:
    """The measures of a strategy; a measure that names none is ours."""
    return [row for row in rows(store, "measures") if (row["strategy"] or OWN) == strategy]


def context_of(store: Store, strategy: str) -> list[Row]:
    """The context figures of a strategy: a figure of another cluster begins with that cluster's short name; none for a
    strategy that is not known."""
    short = {code: code.split("-")[0] + "-" for code in strategies(store)}
    others = tuple(start for code, start in short.items() if code != OWN)
    figures = rows(store, "context")
    if strategy == OWN:
        return [row for row in figures if not row["figure"].startswith(others)]
    start = short.get(strategy)
    return [row for row in figures if start and row["figure"].startswith(start)]


def theme_names(found: Frame, say: Language, short: bool = False) -> dict[str, str]:
    """What the themes are called, by their code where no name is told; `short` takes our own short names."""
    shorter = {choice.code: choice.label for choice in THEMES} if short and found.code == OWN else {}
    return {row["code"]: say.both(shorter.get(row["code"]) or pair(row, "name")) or row["code"] for row in found.themes}


def sources(store: Store, kind: str, used: Iterable[Row], say: Language) -> tuple[Source, ...]:
    """Where rows of a register come from: for published ones their documents, else the register's import."""
    by_import: dict[str, list[Row]] = {}
    for row in used:
        by_import.setdefault(row["import"], []).append(row)
    found: list[Source] = []
    for one in register_imports(store, kind, demo_shown(store)):
        if one.import_id not in by_import:
            continue
        what = say.both(REGISTERS[kind].label)
        if one.origin == "published":
            texts = documents(by_import[one.import_id], say)
            found += [Source(text, "", one.as_of, one.origin, say("Published facts")) for text in texts]
        else:
            text = say("{register}, invented", register=what) if one.origin == "demo" else what
            found.append(Source(text, one.import_id, one.as_of, one.origin, what))
    return tuple(found)


def documents(used: Sequence[Row], say: Language) -> list[str]:
    """The documents that rows name, the most used first; many are cut to a few and a count."""
    named = [document(row["source"]) for row in used if row["source"]]
    distinct = sorted(dict.fromkeys(named), key=lambda one: -named.count(one))
    more = len(distinct) - MOST_DOCUMENTS
    rest = [say.plural("{n} more document", "{n} more documents", more)] if more > 0 else []
    return distinct[:MOST_DOCUMENTS] + rest
