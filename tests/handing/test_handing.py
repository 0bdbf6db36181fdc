"""Does a command do the same through the running app as without it, and what if either side is not what it seems?"""

from __future__ import annotations

import io
import json
import shutil
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from lsn_data.access import local_actor
from lsn_data.cli import parsed
from lsn_data.commands.desk import Desk
from lsn_data.handing import asking, door
from lsn_data.handing.answering import Answering
from lsn_data.handing.asking import handed_over
from lsn_data.handing.line import MOST, Broken, Line
from lsn_data.language import Language
from lsn_data.store import Store, check, history, open_store
from tests.cli.conftest import Answer, Run

File = Callable[..., Path]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in access lists")


@pytest.fixture(autouse=True)
def _no_published_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading them takes seconds, and both ways read them alike."""
    monkeypatch.setattr("lsn_data.published.load", lambda store: 0)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which commands the app took."""
    taken: list[str] = []
    do = Answering._do

    def noted(self: Answering, line: Line, told: dict[str, Any]) -> None:
        taken.append(told["arguments"][0])
        do(self, line, told)

    monkeypatch.setattr(Answering, "_do", noted)
    return taken


def alike(answer: Answer, folder: Path) -> tuple[int, str, str]:
    """What a command gave, without the names of folders and moments."""
    texts = [answer.out.replace(str(folder), "…"), answer.err.replace(str(folder), "…")]
    for digits in "0123456789":
        texts = [text.replace(digits, "0") for text in texts]
    return answer.status, texts[0], texts[1]


def commands(survey: File, folder: Path) -> list[list[str]]:
    """A day of an office, with what goes wrong."""
    file, other = str(survey()), str(survey("other.csv", rows=14))
    mapping = folder / "told.json"
    mapping.write_text(json.dumps({"direction": "1 is first"}), encoding="utf-8")
    return [
        ["import", file, "--dry-run"],
        ["import", file, "--asked", "40", "--json", "--mapping", str(mapping)],
        ["import", file, "--lang", "de"],
        ["import", other, "--json"],
        ["import", other, "--replace", "--note", "as agreed"],
        ["import", str(folder / "nothing.csv")],
        ["diff", file, "--json"],
        ["history", "--json"],
        ["answers", "--csv"],
        ["ranking", "--wave", "1848"],
        ["ranking", "--json"],
        ["backup", str(folder / "copy.duckdb")],
        ["backup", str(folder / "copy.duckdb")],
        ["backup", str(folder / "copy.duckdb"), "--replace"],
        ["undo", "1848-1"],
        ["undo", "{import}", "--dry-run"],
        ["undo", "{import}"],
        ["restore", str(folder / "nothing.duckdb")],
        ["restore", file],
        ["restore", str(folder / "copy.duckdb")],
        ["history"],
        ["check"],
        ["board", "--out", str(folder / "pack.txt")],
        ["board", "--out", str(folder / "nowhere" / "figures.xlsx"), "--exhibits", "strategy-at-a-glance"],
        ["template", "members", "--out", str(folder / "members.xlsx")],
        ["reset"],
        ["reset", "--yes"],
        ["history", "--json"],
    ]


def day(run: Run, survey: File, folder: Path) -> list[tuple[list[str], tuple[int, str, str]]]:
    """The day's commands with what each gave."""
    given, newest = [], ""
    for command in commands(survey, folder):
        answer = run(*[part.replace("{import}", newest) for part in command])
        if command[:2] == ["history", "--json"] and answer.json["imports"]:
            newest = answer.json["imports"][-1]["import"]
        given.append((command[:1], alike(answer, folder)))
    return given


def test_each_command_gives_the_same_as_without_the_app(
    run: Run, survey: File, tmp_path: Path, database: Path, taken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = day(run, survey, tmp_path)
    assert taken == []
    left = {name: (tmp_path / name).exists() for name in ("copy.duckdb", "members.xlsx")}
    for name in left:
        (tmp_path / name).unlink(missing_ok=True)
    shutil.rmtree(database.parent)
    with open_store(database) as store:
        answering = Answering(store, database).open()
        through = day(run, survey, tmp_path)
        answering.close()
    assert len(taken) == len(alone) - 1  # a template asks no database
    for (command, one), (_, other) in zip(alone, through, strict=True):
        if command == ["restore"] and one[0] != 0:
            assert (other[0], bool(other[2])) == (one[0], True) or other[0] in (1, 2)
        else:
            assert other == one, command
    assert {name: (tmp_path / name).exists() for name in left} == left


def test_the_app_sees_an_import_at_once_and_who_made_it(app: Store, run: Run, survey: File, taken: list[str]) -> None:
    before = app.version
    assert history(app) == []
    assert run("import", survey()).status == 0
    assert taken == ["import"]
    assert app.version > before
    assert [one.by for one in history(app)] == [local_actor()]


def test_files_are_read_and_written_where_the_command_was_given(
    app: Store, run: Run, survey: File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey()
    monkeypatch.chdir(tmp_path)
    assert run("import", "./answers.csv").status == 0
    assert run("backup", "copy.duckdb").status == 0
    with open_store(tmp_path / "copy.duckdb") as copy:
        assert history(copy) == history(app)
    if sys.platform != "win32":
        assert (tmp_path / "copy.duckdb").stat().st_mode & 0o077 == 0
    assert not list(tmp_path.glob(".*"))


def test_a_restore_is_seen_by_the_app_at_once(app: Store, run: Run, survey: File, tmp_path: Path) -> None:
    run("backup", tmp_path / "copy.duckdb")
    run("import", survey())
    version = app.version
    done = run("restore", tmp_path / "copy.duckdb")
    assert (done.status, done.err) == (0, "")
    assert history(app) == []
    assert app.version > version
    assert check(app).whole


def test_a_reset_keeps_a_backup(app: Store, run: Run, survey: File, database: Path) -> None:
    run("import", survey())
    assert run("reset", "--yes").status == 0
    (kept,) = database.parent.glob("*before-reset*.duckdb")
    with open_store(kept) as copy:
        assert len(history(copy)) == 1


@POSIX
def test_the_secret_is_readable_by_its_owner_alone_and_gone_when_the_app_ends(database: Path) -> None:
    with open_store(database) as store:
        answering = Answering(store, database).open()
        place = door.place_of(database)
        assert place.stat().st_mode & 0o077 == 0
        answering.close()
    assert not place.exists()


def test_the_door_of_a_later_app_stays_when_an_earlier_one_ends(app: Store, database: Path) -> None:
    later = Answering(app, database).open()
    door.untell(database, door.Door(1, "x" * 64))
    assert door.told(database) == later.door
    later.close()


@pytest.mark.parametrize("file", ["", "{", "[]", '{"port": 99999, "secret": "x"}', '{"port": "a"}', '{"port": 80}'])
def test_a_file_that_is_no_door_leads_to_the_usual_way(
    file: str, run: Run, survey: File, database: Path, taken: list[str]
) -> None:
    database.parent.mkdir()
    door.place_of(database).write_text(file, encoding="utf-8")
    assert run("import", survey()).status == 0
    assert taken == []


@pytest.mark.parametrize("stranger", ["nobody", "silent", "garbage", "nested", "wrong secret", "hangs up"])
def test_whoever_does_not_know_the_secret_is_told_nothing(
    stranger: str, run: Run, survey: File, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "A_MOMENT", 0.3)
    heard: list[bytes] = []
    database.parent.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                if stranger == "garbage":
                    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                elif stranger == "nested":
                    connection.sendall((4000).to_bytes(4, "big") + b"[" * 4000)
                elif stranger == "wrong secret":
                    line = Line(connection)
                    line.say({"challenge": "c" * 64})
                    heard.append(json.dumps(line.hear()).encode())
                    line.say({"proof": "0" * 64, "product": door.product()})
                if stranger != "hangs up":
                    connection.settimeout(3)
                    with suppress(OSError):
                        heard.append(connection.recv(10_000))

        thread = threading.Thread(target=answer)
        if stranger == "nobody":
            listening.close()
        else:
            thread.start()
        door.tell(database, door.Door(port, "s" * 64))
        assert run("import", survey()).status == 0
        if stranger != "nobody":
            thread.join(timeout=10)
    assert not [one for one in heard if b"s" * 64 in one or b"answers.csv" in one]


def test_a_knock_with_a_wrong_secret_is_not_let_in(app: Store, database: Path, run: Run, taken: list[str]) -> None:
    known = door.told(database)
    assert known is not None
    with socket.create_connection(("127.0.0.1", known.port), 5) as connection:
        assert door.knock(Line(connection), "x" * 64) is None
    with socket.create_connection(("127.0.0.1", known.port), 5) as connection:
        connection.sendall(b"\xff" * 100)
    assert taken == []
    assert run("history").status == 0
    assert taken == ["history"]


def test_an_app_of_another_version_is_named(app: Store, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "product", lambda: "1.999")
    told = run("history")
    assert (told.status, told.out) == (2, "")
    assert "another version" in told.err
    assert "eine andere Version" in run("history", "--lang", "de").err


def test_an_app_that_ends_in_the_middle_is_told_in_a_sentence(
    app: Store, run: Run, survey: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang_up(self: Answering, line: Line, told: dict[str, Any]) -> None:
        line.say({"say": "out", "text": "half an ans"})
        line.close()

    monkeypatch.setattr(Answering, "_do", hang_up)
    told = run("import", survey())
    assert told.status == 2
    assert "The app ended" in told.err
    assert "\n" not in told.err.strip()


def test_the_app_reads_no_file_that_the_command_did_not_name(
    app: Store, run: Run, survey: File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "private.txt").write_text("private", encoding="utf-8")
    heard, over = list[str](), threading.Event()

    def curious(self: Answering, line: Line, told: dict[str, Any]) -> None:
        line.say({"ask": "read", "file": str(tmp_path / "private.txt")})
        try:
            heard.append(str(line.hear()))
        except Broken:
            heard.append("gone")
        over.set()

    monkeypatch.setattr(Answering, "_do", curious)
    assert run("import", survey()).status == 2
    assert over.wait(10)
    assert heard == ["gone"]


def talking(database: Path) -> Line:
    """A line to the app, let in."""
    known = door.told(database)
    assert known is not None
    line = Line(socket.create_connection(("127.0.0.1", known.port), 5))
    assert door.knock(line, known.secret) == door.product()
    return line


def test_a_command_whose_giver_goes_away_in_the_middle_changes_nothing(
    app: Store, database: Path, run: Run, survey: File
) -> None:
    for after in range(3):
        line = talking(database)
        line.say({"arguments": ["import", "a.csv", "--json"], "lang": "en", "actor": "anna", "database": "x"})
        for _ in range(after):
            asked = line.hear()
            line.say({"is": "file"} if asked["ask"] == "what" else {"sent": True})
        line.close()
    assert run("import", survey(), "--json").status == 0
    assert len(history(app)) == 1


def test_what_is_no_command_or_too_long_ends_the_line_and_nothing_else(app: Store, database: Path, run: Run) -> None:
    for message in ({}, {"arguments": 5}, {"arguments": ["format c:"], "actor": "a", "database": "x"}):
        line = talking(database)
        line.say(message)
        with suppress(Broken):
            assert line.hear().get("done") == 2
        line.close()
    line = talking(database)
    line._connection.sendall((MOST + 1).to_bytes(4, "big"))
    with pytest.raises(Broken):
        line.hear()
    assert run("history").status == 0


def test_many_at_the_door_do_not_keep_the_app_from_its_work(app: Store, database: Path, run: Run) -> None:
    known = door.told(database)
    assert known is not None
    silent = [socket.create_connection(("127.0.0.1", known.port), 5) for _ in range(30)]
    for one in silent:
        one.close()
    assert app.version == 0
    for _ in range(50):
        if run("history").status == 0:
            break
    assert run("history").status == 0


def test_commands_given_at_once_are_all_done(app: Store, database: Path, survey: File) -> None:
    say, gave = Language("en"), dict[str, tuple[int | None, str]]()

    def give(*arguments: str) -> None:
        out = io.StringIO()
        given = parsed(arguments, say)
        assert given is not None
        desk = Desk(database, say, "office", out, out)
        gave[" ".join(arguments[:2])] = handed_over(arguments, given, desk), out.getvalue()

    sectors = ("Biotechnology", "Pharmaceuticals", "Research")
    files = [str(survey(f"{n}.csv", rows=12 + n, sector=one)) for n, one in enumerate(sectors)]
    threads = [
        *(threading.Thread(target=give, args=("import", file, "--wave", Path(file).stem)) for file in files),
        *(threading.Thread(target=give, args=("history", f"--lang={code}")) for code in ("de", "en")),
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=60)
    assert [status for status, _ in gave.values()] == [0] * 5
    assert all(file in said for file in ("0.csv", "1.csv", "2.csv") for key, (_, said) in gave.items() if file in key)
    assert sorted(one.wave or "" for one in history(app)) == ["0", "1", "2"]


def test_the_app_hears_of_each_command_that_may_have_changed_something(database: Path, run: Run, survey: File) -> None:
    heard: list[int] = []
    with open_store(database) as store:
        answering = Answering(store, database, lambda: heard.append(len(history(store)))).open()
        run("import", survey())
        run("history")
        run("delete", "2026", "--yes")
        answering.close()
    assert heard[0] == 1
    assert len(heard) == 2


def test_what_a_killed_app_left_of_a_backup_that_came_is_gone_with_the_next_start(database: Path) -> None:
    with open_store(database) as store:
        left = database.with_name(f".{database.name}-abcd_123")
        others = [
            database.with_name(f".{database.name}.keeping"),
            database.with_name(f".{database.name}-years-of-work"),
        ]
        for folder in (left, *others):
            folder.mkdir()
            (folder / "came.duckdb").write_bytes(b"answers")
        Answering(store, database).open().close()
    assert not left.exists()
    assert all((folder / "came.duckdb").exists() for folder in others)
