"""Is an answer found quickly, in both languages, from every page?"""

from __future__ import annotations

import pytest

from lsn_data import guide
from lsn_data.guide.topic import WORDS
from lsn_data.language import Language
from tests.ui.visitor import ROOMS, ROOT, page_text, visit

LONGEST = 900
EN, DE = Language("en"), Language("de")
EVERY = list(guide.TOPICS.values())


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Umfrage hochladen", "survey-upload"),
        ("excel", "survey-upload"),
        ("rückgängig", "take-back"),
        ("Kennwort", "refused"),
        ("PowerPoint", "pack"),
        ("auf Kurs", "ratings"),
        ("Glossar", "words"),
        ("plausible Plätze", "ranking"),
    ],
)
def test_a_german_word_leads_to_its_answer_first(asked: str, first: str) -> None:
    assert guide.found(EVERY, asked, DE)[0].key == first


def test_every_topic_leads_to_topics_words_and_pages_that_there_are() -> None:
    for one in EVERY:
        assert all(key in guide.TOPICS for key in one.see), one.key
        assert all(word in WORDS or word == "*" for word in one.words), one.key
        assert not one.page or (ROOT / "pages" / f"{one.page}.py").exists(), one.key
        assert not one.page or guide.page_name(one.page)


@pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
def test_no_answer_is_a_wall_of_text(say: Language) -> None:
    for one in EVERY:
        texts = [say(text) for text in (one.answer, *one.steps, *one.points)]
        assert sum(map(len, texts)) <= LONGEST, one.key
        assert len(one.steps) <= 5, one.key
        assert max(map(len, texts)) <= 160, one.key


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "help"])
def test_every_page_has_an_answer_of_its_own(room: str) -> None:
    assert guide.of_page(room) != "start"


def test_the_link_of_a_page_shows_its_answer() -> None:
    said = page_text(visit("help", "de", topic="survey-upload"))
    assert "Gespeichert wird erst, wenn Sie zustimmen." in said
    assert "Zur Seite „Hochladen“" in said
    assert "Hilfe zu dieser Seite" in page_text(visit("upload", "de"))


def test_a_search_shows_what_it_found_or_says_that_it_found_nothing() -> None:
    app = visit("help")
    app.text_input(key="help-asked").set_value("password").run()
    assert "A password protects the file" in page_text(app)
    app.text_input(key="help-asked").set_value("zebra").run()
    assert "Nothing here speaks of “zebra”." in page_text(app)
    assert "How do I begin?" in page_text(app)
    assert not app.exception
