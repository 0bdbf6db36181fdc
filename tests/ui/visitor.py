"""How does a test visit a page? Without a browser, with a database of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

ROOT = Path(__file__).parents[2]
ROOMS = (
    "overview", "priorities", "survey", "members", "strategy", "swot", "measures", "kpis", "projects", "workshops",
    "peers", "upload", "explore", "board_pack", "administration", "privacy", "help",
)  # fmt: skip


def visit(room: str, code: str = "en", claims: Mapping[str, Any] | None = None, **link: str) -> AppTest:
    """A page as somebody sees it who follows a link; `claims` are what the provider said of this person."""
    app = AppTest.from_file(ROOT / "lsn_data" / "ui" / "main.py", default_timeout=60)
    app.query_params["lang"] = code
    for name, value in link.items():
        app.query_params[name] = value
    app.user = dict(claims or {})
    app.switch_page(f"../../pages/{room}.py")
    return app.run()


def click(app: AppTest, key: str) -> AppTest:
    """The page after a click on a button."""
    app.button(key=key).click().run()
    assert not app.exception
    return app


def texts(app: AppTest) -> list[str]:
    """Every text on the page and in its side bar, as it is read."""
    found = [*_texts(app.sidebar), *_texts(app.main)]
    return [text for text in (plain(one) for one in found) if text]


def page_text(app: AppTest) -> str:
    """All of it as one text."""
    return "\n".join(texts(app))


def plain(text: str) -> str:
    """A text without its marks: HTML, character references, Markdown's bold, joiners."""
    said = re.sub(r"<(style|script)>.*?</\1>", "", text, flags=re.DOTALL)
    said = re.sub(r"<span class='lsn-day'>(.*?)</span>", r"\1", said)
    said = re.sub(r"<[^>]+>", "\n", said)
    return unescape(said).replace("\u2060", "").replace("\u00ad", "").strip("* \n")


def _texts(block: Block) -> Iterator[str]:
    for child in block.children.values():
        if isinstance(child, Block):
            yield str(getattr(child, "label", "") or "")
            yield from _texts(child)
        else:
            yield from _said_by(child)


def _said_by(element: Element) -> Iterator[str]:
    proto = element.proto
    for name in ("label", "body", "value", "placeholder", "help"):
        said = getattr(proto, name, "")
        if isinstance(said, str):
            yield said
    for option in getattr(proto, "options", ()):
        yield str(getattr(option, "content", option))
    yield from getattr(proto, "captions", ())
