"""What does a data-protection officer need to know? The page of the documentation, written from the page's own words.

`python -m lsn_data.topics.privacy.document` writes both languages; a test holds that they are up to date.
"""

from __future__ import annotations

from pathlib import Path

from lsn_data.language import Language, mark
from lsn_data.settings import Settings
from lsn_data.topics.privacy.held import NEVER, stored
from lsn_data.topics.privacy.rules import as_markdown, seers, whereabouts

FOLDER = Path(__file__).parents[3] / "docs"
PAGES = {"en": FOLDER / "privacy.md", "de": FOLDER / "privacy.de.md"}
INTRODUCTION = mark(
    "For the data-protection officer: what goes into the record of processing activities (Art. 30 GDPR), with the usual"
    " settings. The page “Privacy” in the product shows the same with the settings of the place where it runs."
)
RECORD = (
    (mark("Purpose"), mark("Steering and review of the cluster's strategy; survey of the members about its themes.")),
    (
        mark("Persons"),
        mark("People who answer for member organisations, without names; staff who work with the product."),
    ),
    (mark("Recipients"), mark("Management, board and shareholders, as sums alone. No processor, no third country.")),
    (
        mark("To be added"),
        mark("Controller and contact, legal basis, the survey tool and its contract, who has which role."),
    ),
)
MEASURES = (
    (
        mark("Data minimisation"),
        mark("Columns that name people are left out when a file is read; texts lose addresses, links, numbers to"
             " call."),
    ),
    (
        mark("Pseudonyms"),
        mark("Tokens are kept as keyed hashes (HMAC-SHA-256), the key beside them in the database; it goes with the"
             " last of them. Whoever holds both the database and the tool's tokens can join them: keep the tokens"
             " apart."),
    ),
    (
        mark("Small groups"),
        mark("What may be shown is decided once a wave over all views together, as an attacker would add and subtract"
             " them; `tests/test_attack.py` opens every way out and recovers no smaller group."),
    ),
    (
        mark("Access"),
        mark("Login through an identity provider, three roles, looked up anew with every click; a log of changes,"
             " exports and logins without data of those who answer."),
    ),
    (
        mark("Integrity"),
        mark("A change is stored whole or not at all; backups are read through and compared; `check` reads every"
             " value."),
    ),
    (
        mark("Deletion"),
        mark("`python -m lsn_data delete WAVE` tells what follows, with `--yes` it deletes and writes the file afresh;"
             " `delete --expired --yes` serves a schedule, `--copies` deletes the copies that hold it too."
             " `tests/store/test_deleting.py` looks for the bytes."),
    ),
    (
        mark("Left to the server"),
        mark("TLS in front of the product, an encrypted disk, deleting backups that lie elsewhere, the operating"
             " system's accounts."),
    ),
)  # fmt: skip


def privacy_page(code: str) -> str:
    """The page in Markdown; `code` is the language."""
    say, given = Language(code), Settings.model_construct()
    heads = [say("What is stored"), say("Why"), say("What of it is shown")]
    places = whereabouts("data/lsn.duckdb", "data/backups", given, say)
    blocks = [
        f"# {say('Privacy')}",
        say(INTRODUCTION),
        f"## {say('Record of processing')}",
        as_markdown(["", ""], [(say(name), say(words)) for name, words in RECORD]),
        f"## {say('What is stored, and why')}",
        as_markdown(heads, stored(given, say)),
        say(NEVER),
        f"## {say('Who sees what')}",
        as_markdown(["", ""], seers(say, locked=True)),
        f"## {say('Where, how long, and what leaves the house')}",
        as_markdown(["", ""], places),
        f"## {say('Technical and organisational measures')}",
        as_markdown(["", ""], [(say(name), say(words)) for name, words in MEASURES]),
    ]
    return "\n\n".join(blocks) + "\n"


def write_pages() -> None:
    """Write the page of each language."""
    for code, file in PAGES.items():
        file.write_text(privacy_page(code), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_pages()
