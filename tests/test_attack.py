"""Can somebody who opens every view, with every filter and of every version of a wave, work out a group under five?

The attacker asks for every view as page, slide and command do, keeps all that are answered, and solves the equations.
"""

from __future__ import annotations

import datetime as dt
import io
import itertools
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from pypdf import PdfReader
from pypdf.generic import StreamObject

from lsn_data import demo, published
from lsn_data.board import NAMES, Pick, drawing
from lsn_data.board.editions import freeze
from lsn_data.board.pack import Pack
from lsn_data.disclosure import NotShown, codes_of
from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.exhibit.in_workbook import figures, workbook
from lsn_data.exhibit.on_paper import handout
from lsn_data.exhibit.on_slide import deck, presentation
from lsn_data.intake import read_register
from lsn_data.intake.report import Respondent
from lsn_data.language import Language
from lsn_data.store import Import, Store, open_store, save, shown_wave, undo
from lsn_data.topics.overview.balance_answer import balanced
from lsn_data.topics.priorities.answer import groups, offered, ranking, view_answer
from lsn_data.topics.priorities.change_json import change_json
from lsn_data.topics.questionnaire.answer import questions
from tests.disclosure import outlets
from tests.disclosure.made import ATTRIBUTES, CODES, Attacker, invented, members, small_groups
from tests.topics.made import sample_respondents, wave_of

EN = Language("en")
View = tuple[NDArray[np.bool_], int]


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    """How often chance alone would do it, and which places are plausible, is not attacked here, and takes its time."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("priorities.differences", "questionnaire.compute"):
            patch.setattr(f"lsn_data.topics.{module}.chance_of", lambda *_: 0.5)
        patch.setattr("lsn_data.topics.priorities.compute.clearly_above", lambda scores, *_: scores.T @ scores > np.inf)
        yield


def everything(store: Store, wave: Import, respondents: Sequence[Respondent]) -> list[View]:
    """Whoever stands in a view that is answered: of all groups and all filters, also those that nobody offered."""
    found: list[View] = []
    for where in [{}, *filters(store, wave)]:
        try:
            answered = view_answer(store, wave, where)
        except NotShown:
            continue
        found.append((members(respondents, codes_of(where)), answered.ranked))
        for by in (name for name in ATTRIBUTES if name not in where):
            for group in groups(store, wave, by, where):
                found.append((members(respondents, {**codes_of(where), by: group.codes}), group.n))
    return found


def filters(store: Store, wave: Import) -> Iterator[dict[str, str]]:
    """Each code and each group by itself, each with each other, and all that is offered in threes and more."""
    names = {name: {code or "none" for code, _ in CODES.get(name, ())} for name in ATTRIBUTES}
    for name in ATTRIBUTES:
        names[name] |= {group.code for group in groups(store, wave, name)}
        yield from ({name: code} for code in sorted(names[name]))
    for first, second in itertools.combinations(ATTRIBUTES, 2):
        for one, other in itertools.product(sorted(names[first]), sorted(names[second])):
            yield {first: one, second: other}
    yield from (view.where for view in offered(store, wave) if len(view.parts) > 1)


@pytest.mark.parametrize("respondents", [invented(58, 7), sample_respondents()], ids=["invented", "sample"])
def test_no_group_under_five_is_recovered_from_all_views_of_a_wave(store: Store, respondents: list[Respondent]) -> None:
    respondents = [one for one in respondents if one.ranked]
    seen = everything(store, wave_of(store, respondents), respondents)
    assert len(seen) > 30
    assert all(n == group.sum() >= 5 for group, n in seen)
    attacker = Attacker(respondents, [group for group, _ in seen])
    assert [group.sum() for group in small_groups(respondents) if attacker.recovers(group)] == []


@pytest.mark.parametrize(("before", "after"), [(50, 58), (57, 58), (53, 58)])
def test_two_versions_of_a_wave_tell_no_more_than_one(store: Store, before: int, after: int) -> None:
    everybody = [one for one in invented(after, 11) if one.ranked]
    seen = []
    for n in (before, after):
        wave = wave_of(store, everybody[:n], wave="2026", replace=True, sha=str(n))
        shown = shown_wave(store, "2026")
        assert shown
        here = everybody[: n if shown.import_id == wave.import_id else before]
        seen += [np.append(group, np.zeros(len(everybody) - len(here), dtype=bool))
                 for group, _ in everything(store, shown, here)]  # fmt: skip
    came = np.array([at >= before for at in range(len(everybody))])
    attacker = Attacker(everybody, seen, came)
    assert attacker.recovers(came) == (after - before >= 5)
    assert [group.sum() for group in small_groups(everybody) if attacker.recovers(group)] == []


def test_where_one_answer_came_the_earlier_figures_stay_and_say_so(store: Store) -> None:
    everybody = invented(58, 2)
    first = wave_of(store, everybody[:57], wave="2026", sha="a")
    second = wave_of(store, everybody, wave="2026", replace=True, sha="b")
    shown = shown_wave(store, "2026")
    assert shown
    assert (shown.import_id, shown.state) == (first.import_id, "replaced")
    assert ranking(store, second, EN)["suppressed"]["why"].startswith("Too few answers came or went")
    undo(store, first.import_id, actor="test")
    assert shown_wave(store, "2026") == next(one for one in [shown_wave(store)] if one)
    assert ranking(store, second, EN)["ranked"] == 58


def test_one_corrected_answer_is_not_told_by_the_difference(store: Store) -> None:
    everybody = invented(58, 5)
    wave_of(store, everybody, wave="2026", sha="a")
    corrected = [*everybody[:-1], Respondent(row=99, places=(7, 6, 5, 4, 3, 2, 1), sector=everybody[-1].sector)]
    second = wave_of(store, corrected, wave="2026", replace=True, sha="b")
    assert ranking(store, second, EN)["suppressed"]


def test_a_version_with_the_same_answers_shows_what_was_shown(store: Store) -> None:
    everybody = invented(58, 6)
    first = wave_of(store, everybody, wave="2026", sha="a")
    second = wave_of(store, everybody, wave="2026", replace=True, sha="b")
    assert shown_wave(store, "2026") == second
    for by in ATTRIBUTES:
        assert ranking(store, second, EN, by=by).get("groups") == ranking(store, first, EN, by=by).get("groups")


@pytest.mark.parametrize("blanks", [0.02, 0.1])
def test_of_a_theme_that_was_not_offered_to_all_no_view_tells_what_fewer_than_five_said(
    store: Store, blanks: float
) -> None:
    respondents = outlets.with_blanks(invented(58, 3), blanks, 3)
    wave = wave_of(store, respondents, blank_means="not offered")
    seen = outlets.views_of_themes(store, wave, respondents)
    assert len(seen) == 7 + 21
    assert sum(len(views) for _, views in seen.values()) > 28
    assert {names: recovered(respondents, base, views) for names, (base, views) in seen.items()} == {
        names: [] for names in seen
    }


def recovered(respondents: Sequence[Respondent], base: NDArray[np.bool_], views: Sequence[NDArray[np.bool_]]) -> list:
    """The sizes of the groups under five, among those who answered, that the views give away."""
    among = [one for one, inside in zip(respondents, base, strict=True) if inside]
    attacker = Attacker(among, [view[base] for view in views])
    return [int(group.sum()) for group in small_groups(among, most=3) if attacker.recovers(group)]


def test_what_three_were_offered_is_told_by_no_outlet(store: Store) -> None:
    respondents = [one._replace(places=(*range(1, 7), 7 if at < 3 else None)) for at, one in enumerate(invented(58, 4))]
    wave = wave_of(store, respondents, blank_means="not offered")
    told = next(one for one in ranking(store, wave, EN)["items"] if one["n"] == 3)
    figures = ("places", "mean_place", "median_place", "first_share", "top3_share", "borda", "log_worth", "copeland")
    assert [told[name] for name in figures] == [None] * 7 + [3.0]
    rows = {
        row[0]: row[1:-1] for row in outlets.drawn(store, [Pick.of("distribution")])[Pick.of("distribution")].table.rows
    }
    assert list(rows.values()).count((None,) * 7) == 1


def test_of_what_three_were_offered_neither_voice_nor_the_voice_of_others_tells_anything(store: Store) -> None:
    """Shares add up to one: a hidden part must not count in the whole, else the others give it away."""
    published.load(store)
    people = [one._replace(places=(1 if at < 3 else None, *range(2, 8))) for at, one in enumerate(invented(58, 4))]
    wave = wave_of(store, people, blank_means="not offered")
    told = {one["theme"]: one for one in ranking(store, wave, EN)["items"] if one["theme"]}
    hidden = [theme for theme, one in told.items() if one["n"] < 5]
    voices = {theme: one.voice.share for theme, one in balanced(store).themes.items() if one.voice}
    assert hidden
    assert not set(hidden) & set(voices)
    mentions = {theme: one["top3_share"] * one["n"] for theme, one in told.items() if theme not in hidden}
    assert voices == pytest.approx({theme: one / sum(mentions.values()) for theme, one in mentions.items()})


def test_what_speaks_of_registers_alone_asks_nobody_who_answered(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    published.load(store)
    demo.load(store, "test")
    picks = [Pick(name) for name in NAMES] + list(outlets.narrowed(store))
    watched = outlets.watching(monkeypatch)
    shown = outlets.drawn(store, [pick for pick in picks if pick.name in outlets.OF_REGISTERS])
    assert {pick.name for pick in shown} == outlets.OF_REGISTERS
    assert {query for query, _ in watched.asked} & outlets.of_respondents() == set()


@pytest.mark.parametrize("seed", [1])
def test_no_further_question_tells_what_fewer_than_five_answered(store: Store, seed: int) -> None:
    everybody = invented(58, seed)
    asked = outlets.further_questions(58, seed)
    wave = wave_of(store, everybody, questionnaire=asked)
    seen = outlets.views_of_questions(store, wave, everybody, asked)
    assert len(seen) == 4
    assert max(len(views) for views in seen.values()) > 5
    for one in asked[:4]:
        base = np.array([answer is not None for answer in one.answers])
        assert all(view.sum() >= 5 for view in seen[one.key])
        assert recovered(everybody, base, seen[one.key]) == []


def test_two_versions_of_further_questions_tell_no_more_than_one(store: Store) -> None:
    everybody, asked = invented(58, 9), outlets.further_questions(58, 9)
    seen: dict[str, list[NDArray[np.bool_]]] = {}
    for n in (50, 58):
        part = [replace(one, answers=one.answers[:n]) for one in asked]
        wave = wave_of(store, everybody[:n], replace=True, sha=str(n), questionnaire=part)
        for key, views in outlets.views_of_questions(store, wave, everybody[:n], part).items():
            seen.setdefault(key, []).extend(np.append(view, np.zeros(58 - n, dtype=bool)) for view in views)
    came = np.arange(58) >= 50
    for one in asked[:4]:
        base = np.array([answer is not None for answer in one.answers])
        among = [person for person, inside in zip(everybody, base, strict=True) if inside]
        attacker = Attacker(among, [view[base] for view in seen[one.key]], came[base])
        hidden = [group for group in (*small_groups(among, most=3), came[base]) if group.sum() < 5]
        assert [int(group.sum()) for group in hidden if attacker.recovers(group)] == []


def test_a_question_whose_heading_was_mended_is_still_the_same_question(store: Store) -> None:
    everybody, asked = invented(58, 9), outlets.further_questions(58, 9, missing=0.0)
    wave_of(store, everybody, questionnaire=asked, sha="a")
    mended = [replace(one, key=f"{one.key}-mended", answers=(one.answers[1], *one.answers[1:])) for one in asked]
    wave = wave_of(store, everybody, questionnaire=mended, sha="b", replace=True)
    changed = {new.key for old, new in zip(asked, mended, strict=True) if old.answers != new.answers}
    assert changed
    assert not changed & {one.key for one in questions(store, wave)}


def test_six_texts_more_are_not_read_apart(store: Store) -> None:
    """They are shown from ten on; of two lists the difference is six."""
    everybody, asked = invented(58, 9), outlets.further_questions(58, 9, missing=0.0)
    for n in (52, 58):
        part = [replace(one, answers=one.answers[:n]) for one in asked]
        wave = wave_of(store, everybody[:n], questionnaire=part, sha=str(n), replace=True)
    assert [one.kind for one in questions(store, wave)] == ["likert", "multi", "single", "number"]


def test_one_more_who_ranked_twice_is_not_told_by_two_panels(store: Store) -> None:
    everybody = [one._replace(token=f"member {at}") if at < 20 else one for at, one in enumerate(invented(66, 4))]
    wave_of(store, everybody[:50], wave="2024")
    now = [
        one._replace(places=one.places[::-1], token=None if at == 19 else one.token) for at, one in enumerate(everybody)
    ]
    first = change_json(store, wave_of(store, now[:58], wave="2026", sha="a"))
    assert first
    assert first["panel"] == {"n": 19}
    now[19] = now[19]._replace(token="member 19")
    second = change_json(store, wave_of(store, now, wave="2026", sha="b", replace=True))
    assert second
    assert (second["panel"], second["no_panel"]) == (None, "too few")


# Every question that the store answers about respondents, and why what comes out of it gives nobody away.
ASKS = {
    "ballots_where": "of a view on the list, or of what such views leave of another one",
    "ballots_with_attributes": "counted by the groups on the list; weighted figures are coarse (test_weighted_attack)",
    "panel": "mean moves of five and more, beside nobody or five and more others",
    "panel_alike": "whether tokens are of the same members, never shown",
    "respondents_known": "the groups on the list, audited for each question",
    "given_answers": "of everybody who answered, or split as audited",
    "options": "of everybody who answered",
    "people": "how many answered",
}
OF_THE_OFFICE = {
    "ballots": "the preview of an upload",
    "answers": "the command for the office that holds the file",
    "answers_by_token": "the difference of a file to be uploaded",
    "ranked_answers": "decides the list",
    "ranked_cells": "decides the list",
    "survey_versions": "beside which versions, and waves of the same answers, the list is decided",
    "places_that_do_not_fit": "how many rows the check of the database found damaged",
    "answers_of_nobody": "how many rows the check of the database found damaged",
}


def test_whatever_asks_about_respondents_is_known_here() -> None:
    """A new query on respondents or their answers must say above why it gives nobody away."""
    assert outlets.of_respondents() == {*ASKS, *OF_THE_OFFICE}


def test_every_exhibit_is_attacked() -> None:
    attacked = outlets.WITHOUT_FILTERS | outlets.OF_A_VIEW | outlets.SIDE_BY_SIDE
    assert set(NAMES) == attacked | outlets.OF_REGISTERS
    assert not attacked & outlets.OF_REGISTERS


@pytest.mark.parametrize(("shown", "asked"), [(True, "Real"), (False, "Demo 2026"), (None, None)])
def test_invented_figures_never_stand_beside_real_ones(store: Store, shown: bool | None, asked: str | None) -> None:
    """Whatever wave a link or a kept exhibit names while the page shows the other kind of data."""
    published.load(store)
    demo.load(store, "test")
    wave_of(store, invented(58, 1), wave="Real")
    for kind, text in (
        ("members", "member,sector,state\nKiesel GmbH,biotech,HH\n"),
        ("measures", "measure,title_de,theme,principles,status\nregion-7,Messe,region,networking,running\n"),
        ("kpi", "kpi,name_en,period,value\nmember-satisfaction,Satisfaction,2025,4\n"),
    ):
        save(store, read_register(text.encode(), f"{kind}.csv", kind), actor="test")
    names = {*NAMES} - {"robust", "weighted", "segments", "pairs", "distribution"}
    found = outlets.drawn(store.showing(shown), [Pick.of(name, wave=asked) for name in names])
    assert len(found) > 30
    mixed = {pick.name for pick, one in found.items() if {"demo", "uploaded"} <= {each.origin for each in one.sources}}
    assert mixed == set()


@pytest.fixture(scope="module")
def shared() -> Iterator[tuple[list[str], list[bytes], list[tuple[str, dict]], list]]:
    """Two waves and a member register, everything that is shown of them, and all that was asked of the store for it."""
    people = [one._replace(token=f"tok-{at}-secret") for at, one in enumerate(invented(58, 7))]
    with open_store(":memory:") as store, pytest.MonkeyPatch.context() as patch:
        published.load(store)
        demo.load(store, "test")
        then = [one._replace(places=one.places[::-1]) for one in people[:50]]
        wave_of(store, then, wave="Then", origin="demo", sha="then", file="Erika Mustermann then.csv")
        everything = Pack("Everything").added(*(Pick(name) for name in NAMES if not name.startswith("edition-")))
        frozen = freeze(store, everything, "Then", drawing(store), actor="test")
        now = wave_of(store, people, wave="Now", origin="demo", sha="now", file="Erika Mustermann now.csv",
                      questionnaire=outlets.further_questions(58, 7))  # fmt: skip
        views = list(offered(store, now))
        picks = list(outlets.picks(store, now))
        watched = outlets.watching(patch)
        shown = outlets.drawn(store, picks)
        told = outlets.commands(store, now)
        kept = json.dumps(frozen.papers)
        pages = [json.dumps(told, default=str).encode(), kept.encode(), *(repr(one).encode() for one in shown.values())]
        packed = list({pick.name: exhibit for pick, exhibit in shown.items()}.values())
        pack = Bound("Board", Language("en"), tuple(map(Leaf, packed)), dt.date(2026, 4, 10), "April", "test")
        files = [presentation(packed, "x"), workbook(packed), deck(pack), figures(pack)]
        paper = handout(pack)
        yield sorted({pick.name for pick in shown}), [*pages, *unpacked(*files), *unfolded(paper)], watched.asked, views


def unpacked(*files: bytes) -> Iterator[bytes]:
    """Every part of zipped files, of files within them too."""
    for file in files:
        with zipfile.ZipFile(io.BytesIO(file)) as opened:
            for name in opened.namelist():
                part = opened.read(name)
                yield from [name.encode(), *unpacked(part)] if part[:2] == b"PK" else [name.encode(), part]


def unfolded(paper: bytes) -> Iterator[bytes]:
    """Everything that a PDF holds: its bytes, its data uncompressed, and its text."""
    found = PdfReader(io.BytesIO(paper))
    yield paper
    yield "\n".join(page.extract_text() for page in found.pages).encode()
    for number in range(1, len(found.xref_objStm) + sum(len(one) for one in found.xref.values()) + 1):
        held = found.get_object(number)
        yield repr(held).encode()
        if isinstance(held, StreamObject):
            yield held.get_data()


def test_every_figure_that_is_shown_is_of_a_view_on_the_list(shared: tuple) -> None:
    names, _, asked, views = shared
    assert set(NAMES) - set(names) == set()
    assert {query for query, _ in asked} & {*OF_THE_OFFICE} == set()
    listed = {tuple(sorted(view.parts)) for view in views}
    wholes = {frozenset(view.parts) for view in views}
    for values in (values for query, values in asked if query == "ballots_where"):
        parts = [(name, tuple(values[name])) for name in ATTRIBUTES if values[name] is not None]
        left = any(frozenset(parts) - {part} in wholes for part in parts)
        assert tuple(sorted(parts)) in listed or left, parts


def test_nothing_that_is_shared_holds_a_token_or_the_name_of_a_file(shared: tuple) -> None:
    _, parts, _, _ = shared
    assert len(parts) > 100
    for word in (b"secret", b"Mustermann", b"token_"):
        assert not any(word in part for part in parts)


def test_no_sheet_is_hidden_and_no_name_is_defined(shared: tuple) -> None:
    _, parts, _, _ = shared
    for word in (b'state="hidden"', b'state="veryHidden"', b"<definedName ", b'show="0"'):
        assert not any(word in part for part in parts)
