"""Which ways lead out of the product, and does any of them tell what must not be told? All pages and all commands.

Every page and command stands below with what it may tell. The test opens each, keeps all words that come out, and
writes down every question that was asked of the store: figures come from views on the list alone, texts only where
ten wrote. How much can be computed from all views together is solved in `tests/test_attack.py`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from lsn_data import published
from lsn_data.board import Pick, drawing
from lsn_data.board.editions import freeze
from lsn_data.board.pack import Pack
from lsn_data.cli import main
from lsn_data.commands import COMMANDS
from lsn_data.store import Import, Store, save
from lsn_data.topics.priorities.answer import ATTRIBUTE_NAMES, offered
from tests.disclosure import outlets
from tests.disclosure.made import invented
from tests.store.made import reading
from tests.test_attack import ASKS, OF_THE_OFFICE
from tests.topics.asked import picked, written
from tests.topics.made import wave_of
from tests.ui.visitor import ROOMS, ROOT, page_text, visit

# Every page, and where it leads to answers: "figures" of views on the list, "texts" from ten on, or "nothing".
PAGES = {
    "overview": "figures", "priorities": "figures", "survey": "figures and texts", "members": "figures",
    "strategy": "nothing", "swot": "nothing", "measures": "figures", "kpis": "figures", "projects": "nothing",
    "workshops": "nothing", "peers": "nothing", "upload": "nothing", "explore": "nothing", "board_pack": "figures",
    "present": "figures", "administration": "nothing", "privacy": "nothing", "help": "nothing",
}  # fmt: skip
LINKS = {
    "priorities": (
        {"by": "sector"},
        {"by": "state", "group": "HH"},
        {"by": "size", "group": "1-9", "also": "state=SH"},
    ),
    "survey": ({"split": "sector"}, {"split": "size"}),
    "members": ({"by": "size", "second": "state"},),
}
# Every command: what is asked of it here, or (a text) why it is for the office that holds the file or the database.
COMMAND: dict[str, list[list[str]] | str] = {
    "history": [[], ["--all"]],
    "ranking": [[], ["--weighted"], *(["--by", name] for name in ("sector", "size", "state", "kind", "membership")),
                ["--where", "sector=public"], ["--where", "state=SH", "--by", "sector"]],
    "survey": [[]],
    "kpis": [[]], "swot": [[]], "measures": [[]], "projects": [[]], "members": [[]],
    "check": [[]],
    "delete": [["2026"], ["--expired"]],
    "board": "its exhibits are opened by tests/test_attack.py, in each kind of file",
    "import": "reads a file that the office holds",
    "diff": "reads a file that the office holds",
    "answers": "single answers, for the office that holds the file",
    "undo": "tells how many answers a version has",
    "template": "empty forms",
    "demo": "invented answers",
    "backup": "the whole database, for the administration",
    "restore": "the whole database, for the administration",
    "reset": "tells nothing",
    "settings": "tells what is set",
    "log": "who did what, for the administration: nothing of an answer",
}  # fmt: skip
FEW = [f"Zitronenfalter {at}" if at < 9 else None for at in range(58)]
ENOUGH = [f"Mehr Treffen {at}" if at < 12 else None for at in range(58)]
ONCE = ["Lurchgrotte" if at == 7 else ("yes" if at % 2 else "no") for at in range(58)]
# Nowhere: what fewer than ten wrote, what one alone named, a token, a respondent's number, the name of a file.
NOWHERE = ("Zitronenfalter", "Lurchgrotte", "tok-3", "R003", "Mustermann.csv")


Asked = list[tuple[str, dict]]


def stored(store: Store, n: int, sha: str, enough: list[str | None], name: str = "2026") -> Import:
    people = [one._replace(token=f"tok-{at}-secret") for at, one in enumerate(invented(n, 7))]
    asked = (
        *outlets.further_questions(58, 7)[:4],
        replace(written(FEW, "What else?"), key="few"),
        replace(written(enough, "Wishes?"), key="enough"),
        replace(picked(ONCE, "Which cave?"), key="once"),
    )
    told = asked if n == 58 else ()
    return wave_of(store, people, name, sha=sha, file="Mustermann.csv", questionnaire=told, replace=True)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Whatever is asked of the store, from the first on: what is kept in memory was asked once too."""
    return outlets.watching(monkeypatch).asked


@pytest.fixture
def wave(store: Store, asked: Asked) -> Import:
    """A wave of 58 with questions, its earlier version, a tiny one, and an edition that shows it."""
    published.load(store)
    stored(store, 50, "then", ENOUGH)
    found = stored(store, 58, "now", ENOUGH)
    save(store, reading(sha256="small"), wave="2019", actor="test", as_of=dt.date(2019, 5, 6))
    asked.clear()
    pack = Pack("Board").added(*(Pick(name) for name in ("priorities", "survey", "comments")))
    freeze(store, pack, "May", drawing(store), actor="test")
    return found


def test_every_page_and_every_command_is_listed_above() -> None:
    assert {*PAGES} == {file.stem for file in (ROOT / "pages").glob("*.py")}
    assert {*ROOMS, "present"} == {*PAGES}
    assert {*COMMAND} == {command.NAME for command in COMMANDS}


def told_of_small_groups(store: Store, wave: Import, asked: Asked) -> list[object]:
    """Questions about respondents that no outlet may ask, and views that are not on the list."""
    asks = {query for query, _ in asked}
    listed = {tuple(sorted(view.parts)) for view in offered(store, wave)}
    wholes = {frozenset(view.parts) for view in offered(store, wave)}
    found: list[object] = sorted(asks & {*OF_THE_OFFICE})
    for values in (
        values for query, values in asked if query == "ballots_where" and values["import"] == wave.import_id
    ):
        parts = [(name, tuple(values[name])) for name in ATTRIBUTE_NAMES if values[name] is not None]
        if tuple(sorted(parts)) not in listed and not any(frozenset(parts) - {part} in wholes for part in parts):
            found.append(parts)
    return found


def test_no_page_tells_of_fewer_than_five_nor_what_fewer_than_ten_wrote(
    store: Store, wave: Import, asked: Asked
) -> None:
    said: dict[str, str] = {}
    for room, may in PAGES.items():
        before = len(asked)
        for link in ({}, *LINKS.get(room, ())):
            app = visit(room, **link)
            assert not app.exception, room
            said[room] = said.get(room, "") + page_text(app)
        if may == "nothing":
            assert {query for query, _ in asked[before:]} & {*ASKS} == set(), room
    assert told_of_small_groups(store, wave, asked) == []
    assert {query for query, _ in asked} & {*ASKS} >= {"ballots_where", "given_answers", "options", "people"}
    told = {(room, word) for room, text in said.items() for word in NOWHERE if word in text}
    # The history and the log of who did what name files, as their receipts keep them.
    assert told <= {("upload", "Mustermann.csv"), ("administration", "Mustermann.csv")}
    assert {room for room, text in said.items() if "Mehr Treffen 1" in text} == {"survey"}


def test_no_command_tells_of_fewer_than_five_nor_what_fewer_than_ten_wrote(
    store: Store, wave: Import, asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, calls in COMMAND.items():
        for arguments in calls if isinstance(calls, list) else ():
            for also in ([], ["--json"]):
                asked.clear()
                capsys.readouterr()
                assert main([name, *arguments, *also]) in (0, 1, 2)
                out = "".join(capsys.readouterr())
                files = () if name == "history" else ("Mustermann.csv",)  # the history names files
                assert [word for word in (*NOWHERE[:4], *files) if word in out] == [], name
                assert name != "ranking" or out
                office = {"places_that_do_not_fit", "answers_of_nobody", "survey_versions"}  # for the check alone
                told = told_of_small_groups(store, wave, asked)
                found = [one for one in told if name != "check" or one not in office]
                assert found == [], (name, arguments)


def test_texts_never_stand_beside_groups(store: Store, wave: Import) -> None:
    """Whatever filter a link or a kept exhibit names."""
    picks = [
        Pick.of("comments", wave="2026", question="enough", **filters)
        for filters in ({}, *({"by": name} for name in ATTRIBUTE_NAMES), {"by": "state", "group": "HH"})
    ]
    for one in outlets.drawn(store, picks).values():
        assert [column.key for column in one.table.columns] == ["text"]
        assert len(one.table.rows) == 12
    assert outlets.drawn(store, [Pick.of("comments", wave="2026", question="few")]) == {}
    assert outlets.drawn(store, [Pick.of("questionnaire", wave="2026", question="enough")]) == {}


def test_a_comparison_of_editions_lists_no_texts(store: Store, wave: Import) -> None:
    stored(store, 58, "later", [f"Weniger Papier {at}" if at < 14 else None for at in range(58)], "2028")
    told = outlets.drawn(store, [Pick.of(name, edition="May") for name in ("edition-changes", "edition-figures")])
    assert len(told) == 2
    for words in ("Mehr Treffen", "Weniger Papier"):
        assert words not in repr(list(told.values()))
