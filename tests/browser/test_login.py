"""Does the login hold in a real browser, against an identity provider on another port?"""

from __future__ import annotations

import json
import shutil
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import broken
from tests.browser.served import served
from tests.browser.watching import WAIT, watched
from tests.people import ADMIN, VIEWER

# A view with filters, as somebody sends it by mail; what stands on its page.
VIEW = "by=size&group=10-49&lang=de"
SECRETS = ("ncreasing visibility", "Skilled workers", "Sichtbarkeit", "Demo 2026")


@dataclass
class Office:
    """A product with a login: its address, and the file in which the lists stand."""

    address: str
    provider: str
    settings: Path

    def lists(self, **lists: str) -> None:
        """Write who may what; the rest stays."""
        given = {"viewers": [], "admins": [ADMIN], **{name: [one] for name, one in lists.items()}}
        auth = {
            "redirect_uri": "http://localhost:{port}/oauth2callback",
            "cookie_secret": "nobody guesses this one, not even the test",
            "client_id": "monitor",
            "client_secret": "secret",
            "server_metadata_url": f"{self.provider}/.well-known/openid-configuration",
        }
        lines = [f"{name} = {json.dumps(value)}" for name, value in given.items()]
        lines += ["[auth]", *(f"{name} = {json.dumps(value)}" for name, value in auth.items())]
        self.settings.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("login")
    # Somebody in many groups: the cookies of such a login are longer than what most servers take of a line.
    groups = [str(uuid.UUID(int=number * 7**40 % 2**128)) for number in range(1, 151)]
    people = [User(sub=VIEWER, claims={"email": VIEWER, "name": "Vera Vogel", "groups": groups})]
    with run_server_in_thread(user_claims=people) as provider:
        made = Office("", f"http://localhost:{provider.server_port}", folder / "settings.toml")
        made.lists(viewers=VIEWER)
        database = Path(shutil.copy(demo_file, folder))
        with served(database, LSN_SETTINGS=str(made.settings)) as made.address:
            yield made


@pytest.fixture
def context(chrome: Browser) -> Iterator[BrowserContext]:
    made = chrome.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    yield made
    made.close()


def log_in(page: Page, email: str, button: str = "Log in") -> None:
    page.get_by_role("button", name=button).click()
    page.get_by_role("button", name=email).click()


def test_from_the_door_to_a_page_and_out_again(office: Office, context: BrowserContext) -> None:
    page = context.new_page()
    seen, received, refused = watched(page), bytearray(), list[str]()
    page.on("response", lambda answer: refused.append(answer.url) if answer.status == 403 else None)
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.extend(as_bytes(frame))))
    page.goto(f"{office.address}/priorities?{VIEW}")
    expect(page.get_by_role("button", name="Anmelden")).to_be_visible(timeout=WAIT)
    time.sleep(1)
    assert refused == []  # the door has its fonts and its icon
    assert (file_pushed(page, office), file_asked_for(page, office)) == (403, 403)
    for secret in SECRETS:
        assert secret not in page.content()
        assert secret.encode() not in received
    assert b"Anmelden" in received

    log_in(page, VIEWER, "Anmelden")
    expect(page.locator(".lsn-person")).to_contain_text("Vera Vogel", timeout=WAIT)
    expect(page.get_by_test_id("stMain").get_by_text("10–49")).not_to_have_count(0, timeout=WAIT)
    assert page.url == f"{office.address}/priorities?{VIEW}"  # the very view that the link asked for
    assert "_lsn_wished" not in {one["name"] for one in context.cookies()}
    assert file_pushed(page, office) == 403  # a viewer brings no files

    cookies = context.cookies()
    assert sum(len(one["name"]) + len(one["value"]) for one in cookies) > 10_000
    page.get_by_role("button", name="Abmelden").click()
    page.get_by_role("button", name="End session").click()  # at the provider, which takes part
    expect(page.get_by_role("button", name="Log in")).to_be_visible(timeout=WAIT)
    context.add_cookies(cookies)  # a copy of the cookie, after its person has left
    page.goto(f"{office.address}/priorities")
    expect(page.get_by_role("button", name="Log in")).to_be_visible(timeout=WAIT)
    assert file_asked_for(page, office) == 403

    context.clear_cookies()
    page.goto(office.address)
    log_in(page, VIEWER)
    expect(page.locator(".lsn-person")).to_be_visible(timeout=WAIT)
    assert file_asked_for(page, office) == 404  # there is no such file, but somebody who may ask
    cookies = context.cookies()
    office.lists(viewers=ADMIN)
    page.locator("[data-testid=stSidebar]").get_by_role("link", name="Priorities").click()
    expect(page.get_by_text("Nobody has given")).to_be_visible(timeout=WAIT)
    expect(page.get_by_text("Skilled workers")).to_have_count(0)
    page.close()
    again = context.new_page()
    again.goto(f"{office.address}/priorities")
    expect(again.get_by_text("Nobody has given")).to_be_visible(timeout=WAIT)
    assert not broken(again)
    assert seen.breaches == []


def file_pushed(page: Page, office: Office) -> int:
    """How the server answers to a file that no page asked for."""
    return page.request.put(f"{office.address}/_stcore/upload_file/visit/file", data=b"x").status


def file_asked_for(page: Page, office: Office) -> int:
    """How the server answers to whoever guesses where a download lies."""
    return page.request.get(f"{office.address}/media/0a1b2c.pptx").status


def as_bytes(frame: str | bytes) -> bytes:
    return frame if isinstance(frame, bytes) else frame.encode()
