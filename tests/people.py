"""Who logs in, in the tests? Four people, an identity provider, and the lists that give each a role."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

PROVIDER = {
    "redirect_uri": "http://localhost:8501/oauth2callback",
    "cookie_secret": "nobody guesses this one, not even the test",
    "client_id": "monitor",
    "client_secret": "secret",
    "server_metadata_url": "http://localhost:8600/.well-known/openid-configuration",
}
VIEWER, EDITOR, ADMIN, NOBODY = "vera@example.org", "ede@example.org", "ada@example.org", "nemo@example.org"
LISTS = {"LSN_VIEWERS": VIEWER, "LSN_EDITORS": EDITOR, "LSN_ADMINS": ADMIN}


def configured(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on everybody must log in."""
    monkeypatch.setenv("LSN_AUTH", json.dumps(PROVIDER))
    for name, value in LISTS.items():
        monkeypatch.setenv(name, value)


def logged_in(email: str, **more: Any) -> dict[str, Any]:
    """The claims of somebody who has just logged in."""
    return {"is_logged_in": True, "email": email, "sub": email, "iat": int(time.time()), **more}
