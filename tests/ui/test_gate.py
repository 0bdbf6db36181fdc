"""Does nobody see anything without a login, and everybody what the role allows?"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lsn_data.ui import logins
from tests.people import ADMIN, NOBODY, configured, logged_in
from tests.ui.visitor import ROOMS, page_text, visit

# What stands on some page of the demo, and may never stand on a page at the door.
SECRETS = ("Visibility", "Skilled workers", "Return rate", "Overview", "Data version")


@pytest.fixture(autouse=True)
def login(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    configured(monkeypatch)
    _forget()
    yield
    _forget()


def _forget() -> None:
    """As after a restart."""
    for known in logins._told.values():
        known.clear()
    logins._read.clear()


def come(room: str, code: str = "en", **claims: Any) -> AppTest:
    """A page as somebody sees it whose cookie holds these claims."""
    return visit(room, code, claims)


def at_the_door(app: AppTest, words: str) -> bool:
    said = page_text(app)
    return (
        not app.exception and words in said and not [one for one in SECRETS if one in said] and not app.sidebar.children
    )


@pytest.mark.parametrize("room", ROOMS)
def test_a_direct_link_without_a_login_meets_the_door(room: str, database: Path) -> None:
    assert at_the_door(come(room), "Please log in")
    assert not database.exists()


def test_the_door_speaks_german() -> None:
    app = come("priorities", "de")
    assert at_the_door(app, "Bitte melden Sie sich")
    assert app.button(key="log-in").label == "Anmelden"


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        (logged_in(NOBODY), f"Nobody has given {NOBODY} access yet."),
        (logged_in(ADMIN, email_verified=False), "has not confirmed"),
        (logged_in(ADMIN, iat=time.time() - 13 * 3600), "as it does after 12 hours"),
        (logged_in(ADMIN, is_logged_in=False), "Please log in"),
        (logged_in("", groups=[ADMIN]), "access yet"),
    ],
)
def test_who_has_no_access_is_told_why_and_sees_nothing(claims: dict[str, Any], words: str) -> None:
    assert at_the_door(come("priorities", **claims), words)
