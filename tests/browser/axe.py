"""Which rules of accessibility does a page break? As axe-core finds them: WCAG 2.2 A and AA, and its best practice.

The rules run in the page as they are; the page's own content security policy stays in force.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SOURCE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """tags => axe.run(document, {
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], preload: false, iframes: false,
}).then(found => found.violations)"""
# What Streamlit does and nobody can mend from outside: the rule, where (a part of the HTML), and why it does no harm.
# One that no longer occurs is to be taken out: `test_what_opens_on_a_page_breaks_no_rule` fails then.
KNOWN = {
    ("region", 'role="listbox"'): "an open list hangs at the end of the document; it is reached through its field",
}


def broken(page: Page, met: set[tuple[str, str]] | None = None) -> list[str]:
    """Every broken rule of the page as it stands, with the place; what is known goes to `met` instead."""
    page.evaluate(SOURCE)
    found = []
    for rule in page.evaluate(RUN, RULES):
        for node in rule["nodes"]:
            known = _known(rule["id"], node)
            if known is None:
                found.append(_told(page, rule, node))
            elif met is not None:
                met.add(known)
    return found


def _known(rule: str, node: dict[str, Any]) -> tuple[str, str] | None:
    return next((one for one in KNOWN if one[0] == rule and one[1] in node["html"]), None)


def _told(page: Page, rule: dict[str, Any], node: dict[str, Any]) -> str:
    why = " ".join(re.sub(r"^Fix .*?:", "", str(node.get("failureSummary", ""))).split())
    return f"{page.url}: {rule['id']} at {node['html'][:160]}: {why[:200]}"
