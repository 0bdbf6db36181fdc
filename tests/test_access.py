"""Who may do what: does a role give what it says, and does anything odd give nothing?"""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any, get_args

import pytest

from lsn_data import published
from lsn_data.access import MAY, Action, Actor, Role, local_actor, may, require
from lsn_data.errors import NotAllowed
from lsn_data.identity import LoggedOut, NoAccess, somebody
from lsn_data.settings import Settings
from lsn_data.store import open_store, redo, save, undo
from tests.people import PROVIDER
from tests.store.made import reading

HOUR = 3600
RULES = Settings(
    admins=("chief@example.org",), editors=("Office", "Anna@example.org"), viewers=("board", "bert@example.org")
)


def claims(**given: Any) -> dict[str, Any]:
    return {"is_logged_in": True, "email": "anna@example.org", "sub": "8f1", "iat": 0, **given}


def role(**given: Any) -> Role | None:
    return somebody(claims(**given), RULES, HOUR).role


@pytest.fixture
def login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LSN_AUTH", json.dumps(PROVIDER))


def test_each_role_may_do_what_the_one_before_may_and_more() -> None:
    assert MAY["viewer"] < MAY["editor"] < MAY["admin"]
    assert MAY["admin"] == set(get_args(Action))
    assert "import" not in MAY["viewer"]
    assert not MAY["editor"] & {"undo others", "delete", "backup", "reset", "administer", "settings"}


def test_alone_on_this_machine_a_name_may_everything_and_no_name_nothing() -> None:
    assert may("anna", "reset")
    assert not may("", "view")
    assert local_actor().role == "admin"


@pytest.mark.usefixtures("login")
def test_where_people_log_in_a_bare_name_may_nothing() -> None:
    assert not any(may("anna@example.org", action) for action in get_args(Action))
    anna = Actor("anna@example.org", "admin")
    assert may(anna, "reset")
    for derived in (anna.lower(), anna + "", f"{anna}", anna.strip()):
        assert not may(derived, "view")
    assert may(local_actor(), "reset")


@pytest.mark.usefixtures("login")
def test_an_actor_without_a_role_may_nothing_and_is_told_which_role_it_takes() -> None:
    nobody = Actor("anna@example.org", None)
    assert not any(may(nobody, action) for action in get_args(Action))
    with pytest.raises(NotAllowed, match="the role Administration"):
        require(Actor("anna@example.org", "editor"), "reset")
    with pytest.raises(NotAllowed, match="the role Editing"):
        require(Actor("anna@example.org", "viewer"), "compose")


def test_a_copy_of_an_actor_keeps_the_role() -> None:
    anna = Actor("anna@example.org", "editor", "Anna Beispiel")
    for twin in (copy.deepcopy(anna), pickle.loads(pickle.dumps(anna))):
        assert (twin, twin.role, twin.shown) == (anna, "editor", "Anna Beispiel")


def test_the_published_facts_come_in_where_people_log_in(login: None) -> None:
    with open_store(":memory:") as store:
        assert published.load(store) > 0


def test_an_address_gives_its_role_in_any_case_of_its_letters() -> None:
    assert role(email="ANNA@Example.Org") == "editor"
    assert somebody(claims(email=" ANNA@Example.Org "), RULES, HOUR) == "anna@example.org"
    assert role(email="chief@example.org") == "admin"


@pytest.mark.parametrize("email", ["\u212aarl@example.org", "stra\u00dfe@example.org", "karl@example.org.evil.org"])
def test_an_address_that_only_looks_like_another_is_another(email: str) -> None:
    rules = Settings(admins=("karl@example.org", "strasse@example.org"))
    with pytest.raises(NoAccess):
        somebody(claims(email=email), rules, HOUR)


def test_a_group_gives_its_role_and_the_highest_counts() -> None:
    assert role(email="", groups=["board"]) == "viewer"
    assert role(email="bert@example.org", groups=["board", "Office"]) == "editor"
    assert role(email="", groups="board") == "viewer"


def test_groups_may_stand_inside_another_claim() -> None:
    rules = RULES.model_copy(update={"groups_claim": "realm_access.roles"})
    found = somebody(claims(email="", realm_access={"roles": ["board"]}), rules, HOUR)
    assert (found, found.role) == ("8f1", "viewer")


@pytest.mark.parametrize(
    "given",
    [
        {"email": "nobody@example.org"},
        {"email": "", "groups": ["chief@example.org"]},
        {"email": "board"},
        {"email": "", "groups": ["office", " ", 7, None, {"board": 1}]},
        {"email": "", "groups": {"board": True}},
        {"email": "", "sub": "chief@example.org"},
        {"email": ["chief@example.org"]},
        {"email": "", "preferred_username": "chief@example.org"},
        {"email": "", "realm_access": {"groups": ["board"]}},
    ],
)
def test_whoever_is_on_no_list_has_no_access(given: dict[str, Any]) -> None:
    with pytest.raises(NoAccess, match="given"):
        role(**given)


@pytest.mark.parametrize("said", [False, "false", "False", None, 0, ""])
def test_an_address_that_is_not_confirmed_is_refused(said: object) -> None:
    with pytest.raises(NoAccess, match="confirmed"):
        role(email_verified=said, groups=["Office"])
    assert role(email_verified=True) == role(email_verified="true") == role() == "editor"


@pytest.mark.parametrize("iat", [None, True, "0", -12 * HOUR, 3 * HOUR])
def test_a_login_that_is_too_old_or_without_a_time_is_over(iat: object) -> None:
    with pytest.raises(LoggedOut) as told:
        role(iat=iat)
    assert told.value.over


@pytest.mark.parametrize("said", [False, None, "true", 1])
def test_who_is_not_logged_in_is_asked_to(said: object) -> None:
    with pytest.raises(LoggedOut) as told:
        role(is_logged_in=said)
    assert not told.value.over


def test_everybody_else_who_can_log_in_gets_the_role_that_the_settings_say() -> None:
    rules = RULES.model_copy(update={"others": "viewer"})
    assert somebody(claims(email="nobody@example.org"), rules, HOUR).role == "viewer"
    assert somebody(claims(), rules, HOUR).role == "editor"
    with pytest.raises(NoAccess):
        somebody(claims(email="", sub=""), rules, HOUR)


@pytest.mark.usefixtures("login")
def test_editors_take_back_their_own_imports_and_administrators_everybodys() -> None:
    anna, bert = Actor("anna@example.org", "editor"), Actor("bert@example.org", "editor")
    chief = Actor("chief@example.org", "admin")
    with open_store(":memory:") as store:
        receipt, _ = save(store, reading(), wave="2026", actor=anna)
        assert undo(store, receipt.import_id, actor=anna).state == "undone"
        with pytest.raises(NotAllowed):
            redo(store, receipt.import_id, actor=bert)
        assert redo(store, receipt.import_id, actor=anna).by == "anna@example.org"
        with pytest.raises(NotAllowed):
            undo(store, receipt.import_id, actor=bert)
        assert undo(store, receipt.import_id, actor=chief).state == "undone"
