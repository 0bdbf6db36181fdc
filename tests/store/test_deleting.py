"""Is a deleted wave gone: from every table, from the file's bytes, from the editions' texts? And is that told?"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partialmethod
from pathlib import Path

import pytest

from lsn_data.errors import Refused
from lsn_data.intake.report import ItemFound, RankingFound, Respondent
from lsn_data.store import (
    Store,
    backup,
    check,
    copies_since,
    delete_wave,
    deletions,
    doomed,
    edition_named,
    expired,
    forget_all,
    history,
    keep_edition,
    keep_until,
    open_store,
    pack_named,
    restore,
    save,
    terms,
    undo,
    waves,
)
from lsn_data.store.deleting import OF_AN_IMPORT, erasing
from lsn_data.store.gate import Gate
from lsn_data.store.named import named_queries
from lsn_data.store.opened import Opened
from tests.board.kept_packs import keep_parts
from tests.store.made import reading
from tests.topics.asked import written

WORDS = [f"Zitronenfalter Nummer {at} fliegt" for at in range(12)]
# What the file must not hold any more: a text, a segment's text, a label, a file's name.
TRACES = (b"Zitronenfalter", b"Quarzsand", b"Wunschthema", b"antworten-quarz")


def secret(sha256: str = "s", wave_file: str = "antworten-quarz.csv") -> object:
    people = [
        Respondent(row=at + 2, places=(1, 2, 3), sector="Quarzsand", token=f"token-{at}") for at in range(len(WORDS))
    ]
    ranking = RankingFound(
        "items",
        "Please rank",
        "1 is first",
        "below",
        tuple(ItemFound(f"Wunschthema {n}", f"W{n}", None) for n in "abc"),
    )
    asked = (written(list(WORDS)),)
    return replace(reading(*people, sha256=sha256, file=wave_file), ranking=ranking, questionnaire=asked)


def exhibit_of(import_id: str, name: str, rows: list[list[str]]) -> dict:
    table = {"columns": [{"key": "text", "label": "Comment", "holds": "prose", "under": ""}], "rows": rows}
    return {
        "name": name, "question": "?", "message": "12 members answered", "title": "t", "answered": 12, "asked": None,
        "computed": "", "outdated": False, "lang": "en", "notes": [], "meaning": [], "method": [], "table": table,
        "chart": {"kind": "table", "table": table, "parts": {}, "scale": None, "axis": "", "difference": None},
        "sources": [{"text": "s", "import_id": import_id, "as_of": None, "origin": "uploaded", "what": ""}],
    }  # fmt: skip


def papers_of(import_id: str) -> dict:
    leaves = [
        {"exhibit": exhibit_of(import_id, "comments", [[text] for text in WORDS]), "section": "", "note": WORDS[0],
         "key": "comments words=Zitronenfalter"},
        {"exhibit": exhibit_of(import_id, "priorities", [["Visibility"]]), "section": "", "note": "", "key": "p"},
    ]  # fmt: skip
    return {code: {"name": "Board", "leaves": leaves, "missing": []} for code in ("de", "en")}


def entry(name: str, note: str = "", **filters: str) -> dict:
    return {"exhibit": name, "filters": filters, "own": {}, "notes": {"de": note} if note else {}}


def pack_of_2026() -> dict:
    """What stands in a pack of which somebody composed the slides while the wave was the newest."""
    return {"name": "board", "parts": [
        {"section": {"en": "Voices"}}, entry("comments", words="Zitronenfalter"), entry("comments", note=WORDS[1]),
        entry("comments"), entry("priorities", wave="2026", group="Quarzsand"), entry("priorities", wave="2024"),
        entry("workshops-statements", words="skilled"),
    ]}  # fmt: skip


def filled(store: Store) -> None:
    """Two waves; of the one to be deleted a replaced version, a current one and one taken back."""
    save(store, reading(sha256="k", file="kept.csv"), wave="2024", actor="office", asked=300)
    first, _ = save(store, secret("s1"), wave="2026", actor="office", asked_by={"sector": {"biotech": 60}})
    keep_parts(store, "board", pack_of_2026(), actor="anna")
    keep_edition(store, "spring", pack=pack_of_2026(), papers=papers_of(first.import_id), imports=[first.import_id],
                 version=store.version, actor="office")  # fmt: skip
    save(store, secret("s2"), wave="2026", actor="office", replace=True)
    gone, _ = save(store, secret("s3"), wave="2026", actor="office", replace=True)
    undo(store, gone.import_id, actor="office")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        filled(opened)
        yield opened


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "lsn.duckdb"
    with open_store(path) as opened:
        filled(opened)
    return path


@pytest.fixture
def on_disk(made: Path, tmp_path: Path) -> Iterator[Store]:
    """The same in a file, out of the log."""
    shutil.copyfile(made, tmp_path / "lsn.duckdb")
    with open_store(tmp_path / "lsn.duckdb") as opened:
        yield opened


def bytes_of(store: Store) -> bytes:
    """Everything that lies on the disk of a database: its file, its log, what may be beside it."""
    assert store.path
    return b"".join(file.read_bytes() for file in store.path.parent.rglob("*") if file.is_file())


def test_what_would_go_is_told_before(store: Store) -> None:
    found = doomed(store, "2026")
    assert (len(found.imports), found.answers, found.already) == (3, 12, False)
    assert [(one.name, one.exhibits, one.texts) for one in found.editions] == [("spring", 1, 12)]
    with pytest.raises(Refused, match="no wave 1999"):
        doomed(store, "1999")


def test_every_version_of_a_wave_goes_and_the_others_stay(store: Store) -> None:
    delete_wave(store, "2026", actor="office")
    assert [one.wave for one in history(store)] == ["2024"]
    assert check(store).findings == ()
    kept = waves(store)[0]
    assert len(store.ask("answers", **{"import": kept.import_id})) == 3


def test_every_table_that_holds_something_of_an_import_is_emptied(store: Store) -> None:
    """A new table with a column `import` must be added to what is deleted (or, of a register, be named here)."""
    told = {named_queries()[query].split()[2] for query in OF_AN_IMPORT}
    tables = {row["name"] for row in store.ask("tables_of_imports")}
    naming_only = {"changes", "edition_imports"}
    assert {name for name in tables if not name.startswith("register_")} - naming_only == told


def test_no_byte_of_an_answer_is_left_in_the_file_or_its_log(on_disk: Store) -> None:
    before = bytes_of(on_disk)
    assert all(trace in before for trace in TRACES)
    _, erased = delete_wave(on_disk, "2026", actor="office")
    after = bytes_of(on_disk)
    assert erased
    assert [trace for trace in TRACES if trace in after] == []
    save(on_disk, reading(sha256="n"), wave="2027", actor="office")
    on_disk.close()
    with open_store(on_disk.path or "") as again:
        assert [one.wave for one in history(again)] == ["2024", "2027"]
        assert check(again).findings == ()


def test_an_edition_keeps_its_figures_and_loses_what_members_wrote(store: Store) -> None:
    delete_wave(store, "2026", actor="office")
    for paper in edition_named(store, "spring").papers.values():
        words, figures = (leaf["exhibit"] for leaf in paper["leaves"])
        assert words["table"]["rows"] == words["chart"]["table"]["rows"] == []
        assert figures["table"]["rows"] == [["Visibility"]]
    assert "Zitronenfalter" not in json.dumps(edition_named(store, "spring").papers)


def test_nothing_of_a_deleted_wave_stands_in_a_pack_nor_in_what_an_edition_begins_one_with(store: Store) -> None:
    assert [(one.name, one.exhibits) for one in doomed(store, "2026").packs] == [("board", 3)]
    before = pack_named(store, "board")
    delete_wave(store, "2026", actor="office")
    after, frozen = pack_named(store, "board"), edition_named(store, "spring")
    assert after
    assert before
    stay = [part for at, part in enumerate(before.parts["parts"]) if at in (0, 3, 5, 6)]
    assert after.parts["parts"] == frozen.pack["parts"] == stay
    assert (after.by, after.at) == ("anna", before.at)
    assert "Zitronenfalter" not in json.dumps([after.parts, frozen.pack, frozen.papers])
    assert doomed(store, "2024").packs[0].exhibits == 1


def test_a_pack_keeps_what_names_the_real_wave_when_the_demos_of_the_same_name_is_deleted(store: Store) -> None:
    save(store, reading(sha256="d"), wave="2026", actor="office", origin="demo")
    before = pack_named(store, "board")
    delete_wave(store, "2026", origin="demo", actor="office")
    after = pack_named(store, "board")
    assert before
    assert after
    assert after.parts == before.parts  # the demo's texts are nobody's


def test_words_that_may_quote_a_real_member_go_although_a_demo_wave_of_that_name_stays(store: Store) -> None:
    save(store, reading(sha256="d"), wave="2026", actor="office", origin="demo")
    quoting, figures = entry("comments", wave="2026", words="Zitronenfalter"), entry("priorities", wave="2026")
    keep_parts(store, "narrowed", {"name": "narrowed", "parts": [quoting, figures]})
    delete_wave(store, "2026", origin="uploaded", actor="office")
    after = pack_named(store, "narrowed")
    assert after
    assert after.parts["parts"] == [figures]


def test_editions_go_too_if_that_is_asked_at_once_or_later(store: Store) -> None:
    delete_wave(store, "2026", actor="office")
    assert doomed(store, "2026").already
    delete_wave(store, "2026", actor="office", editions=True)
    with pytest.raises(Refused, match="nothing was frozen"):
        edition_named(store, "spring")
    with pytest.raises(Refused, match="no wave"):
        doomed(store, "2026")


def test_a_deletion_stays_in_the_history_without_the_name_of_a_file(store: Store) -> None:
    before = store.version
    delete_wave(store, "2026", actor="office")
    [gone] = deletions(store)
    assert (gone.wave, gone.answers, gone.by, len(gone.imports)) == ("2026", 12, "office", 3)
    assert store.version > before
    assert "quarz" not in str(deletions(store))


def test_names_of_deleted_imports_are_not_given_again(store: Store) -> None:
    names = {one.import_id for one in history(store)}
    delete_wave(store, "2026", actor="office")
    later, _ = save(store, reading(sha256="n"), wave="2027", actor="office")
    assert later.import_id not in names


def test_the_key_of_the_tokens_goes_with_the_last_of_them(store: Store) -> None:
    assert store.ask("setting", name="token_key")
    delete_wave(store, "2026", actor="office")
    assert store.ask("setting", name="token_key") == []


def test_a_wave_does_not_come_again_beside_its_frozen_figures(store: Store) -> None:
    delete_wave(store, "2026", actor="office")
    with pytest.raises(Refused, match="“spring” still shows its figures"):
        save(store, secret("s4"), wave="2026", actor="office")
    delete_wave(store, "2026", actor="office", editions=True)
    save(store, secret("s4"), wave="2026", actor="office")


def test_a_restored_backup_tells_which_deleted_waves_come_back(on_disk: Store, tmp_path: Path) -> None:
    assert on_disk.path
    backup(on_disk, tmp_path / "old.duckdb", actor="office")
    delete_wave(on_disk, "2026", actor="office")
    backup(on_disk, tmp_path / "new.duckdb", actor="office")
    on_disk.close()
    assert [one.wave for one in restore(on_disk.path, tmp_path / "old.duckdb", actor="office").returning] == ["2026"]
    assert restore(on_disk.path, tmp_path / "new.duckdb", actor="office").returning == ()


def test_others_go_on_asking_while_the_file_is_written_afresh(on_disk: Store) -> None:
    assert on_disk.path
    other, over, found = open_store(on_disk.path), threading.Event(), []

    def asking() -> None:
        while not over.is_set():
            found.append(len(waves(other)))

    readers = [threading.Thread(target=asking) for _ in range(3)]
    for reader in readers:
        reader.start()
    try:
        assert delete_wave(on_disk, "2026", actor="office")[1]
    finally:
        over.set()
        for reader in readers:
            reader.join(20)
    assert set(found) <= {1, 2}
    save(other, reading(sha256="n"), wave="2027", actor="office")
    assert len(waves(on_disk)) == 2
    other.close()


def test_what_could_not_be_erased_at_once_is_erased_at_the_next_start(
    on_disk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise OSError("the power failed")

    with monkeypatch.context() as patch:
        patch.setattr(erasing.os, "replace", stopped)
        assert not delete_wave(on_disk, "2026", actor="office")[1]
    assert [one.wave for one in history(on_disk)] == ["2024"]
    assert b"Zitronenfalter" in bytes_of(on_disk)
    on_disk.close()
    with open_store(on_disk.path or "") as again:
        assert b"Zitronenfalter" not in bytes_of(again)
        assert not erasing.erasing_is_due(again)
        assert check(again).findings == ()


def test_somebody_who_stays_inside_is_not_waited_for_for_ever(on_disk: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, leave = threading.Event(), threading.Event()

    def staying() -> None:
        with on_disk.reading():
            inside.set()
            leave.wait(20)

    reader = threading.Thread(target=staying)
    reader.start()
    inside.wait(20)
    with on_disk.writing() as cursor:
        cursor.execute(named_queries()["insert_erasing"])
    with monkeypatch.context() as patch:
        patch.setattr(Gate, "alone", partialmethod(Gate.alone, seconds=0.1))
        patch.setattr(Opened, "alone", lambda opened: opened._gate.alone())
        assert not erasing.erase(on_disk)
    assert len(waves(on_disk)) == 2
    leave.set()
    reader.join(20)
    assert erasing.erase(on_disk)


def test_a_wave_is_kept_for_the_usual_time_or_until_the_day_that_was_told(store: Store) -> None:
    today = waves(store)[0].as_of
    assert [(one.wave, one.told, one.until.year - one.day.year) for one in terms(store, 36)] == [
        ("2026", False, 3),
        ("2024", False, 3),
    ]
    assert expired(store, 36, today) == []
    keep_until(store, "2024", today - dt.timedelta(days=1), actor="office")
    assert [one.wave for one in expired(store, 36, today)] == ["2024"]
    assert [one.wave for one in expired(store, 36, today.replace(year=today.year + 4))] == ["2024", "2026"]
    with pytest.raises(Refused):
        keep_until(store, "1999", today, actor="office")


def test_a_wave_of_which_every_version_was_taken_back_is_still_stored_and_has_its_day(store: Store) -> None:
    for one in history(store):
        undo(store, one.import_id, actor="office")
    assert [one.wave for one in terms(store, 36)] == ["2026", "2024"]


def test_copies_that_may_hold_a_wave_are_named(on_disk: Store, tmp_path: Path) -> None:
    assert on_disk.path
    came = doomed(on_disk, "2026").came
    (tmp_path / "kept").mkdir()
    backup(on_disk, tmp_path / "kept" / "monday.duckdb", actor="office")
    backup(on_disk, tmp_path / "lsn-before-restore-2026-01-01.duckdb", actor="office")
    old = tmp_path / "kept" / "old.duckdb"
    old.write_bytes(b"x")
    os.utime(old, (0, 0))
    names = [one.file.name for one in copies_since(on_disk.path, came, tmp_path / "kept")]
    assert sorted(names) == ["lsn-before-restore-2026-01-01.duckdb", "monday.duckdb"]


def test_an_emptied_database_holds_no_byte_of_an_answer(on_disk: Store) -> None:
    forget_all(on_disk, actor="office")
    assert [trace for trace in TRACES[:3] if trace in bytes_of(on_disk)] == []  # the log keeps names of files
