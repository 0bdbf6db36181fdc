"""Does the survey page answer its question: who answered, how satisfied are they, what else did they say?"""

from __future__ import annotations

import pytest

from lsn_data.intake import read_survey
from lsn_data.store import Store, save
from tests.topics.asked import asked_wave, chosen, picked, rated, written
from tests.ui.visitor import ROOT, page_text, texts, visit

SAMPLE = ROOT / "tests" / "samples" / "surveys" / "limesurvey_fulltext_de.csv"
YEARS = "seit-wie-vielen-jahren-ist-ihre-organisation-mitglied"
HOSTILE = ":material/delete: **bold** $x^2$ ![](http://tracker.example/a.png) <b>x</b>"


def test_the_first_line_says_who_answered_and_how_satisfied_they_are(demo_store: Store) -> None:
    app = visit("survey")
    assert not app.exception
    assert "58 of 300 members answered" in page_text(app)
    assert app.title[0].value.startswith("58 of 300 members answered and give 3&#46;9 of 5 points overall")


def test_satisfaction_services_and_texts_stand_below_one_another(demo_store: Store) -> None:
    app = visit("survey")
    heads = [
        one for one in texts(app) if one.startswith(("The members give", "The members use", "27 members answered"))
    ]
    assert [head.split()[2] for head in heads] == ["give", "use", "answered"]
    assert "Ein fester Ansprechpartner für Förderanträge." in page_text(app)


def test_side_by_side_by_an_attribute_stands_in_the_link_and_never_splits_the_texts(demo_store: Store) -> None:
    app = visit("survey")
    app.button_group(key="split").set_value("size").run()
    assert not app.exception
    assert app.query_params["split"] == "size"
    assert "Mean satisfaction by size" in page_text(app)
    assert "27 members answered in their own words" in page_text(app)


def test_another_wave_can_be_looked_at(demo_store: Store) -> None:
    app = visit("survey", wave="Demo 2022")
    assert not app.exception
    assert "43 of 262 members answered" in page_text(app)
    assert "Since" not in page_text(app)


def test_the_texts_are_searched_and_the_search_stands_in_the_link(demo_store: Store) -> None:
    app = visit("survey", "de")
    app.text_input(key="words").set_value("förder").run()
    assert not app.exception
    assert app.query_params["words"] == "förder"
    assert "von 27 Texten" in page_text(app)
    assert "Gemeinsamer Einkauf" not in page_text(app)
    app.text_input(key="words").set_value("").run()
    assert "words" not in app.query_params
    assert "27 Mitglieder haben in eigenen Worten geantwortet" in page_text(app)
    assert "of 27 texts holds “förderanträge”" in page_text(visit("survey", "en", words="förderanträge"))


def test_an_attribute_that_cannot_be_split_says_so_for_each_question(store: Store) -> None:
    asked_wave(store, rated((1, 2, 3, 9, 9)), chosen([("a", "b")] * 24), sizes=["1-9"] * 21 + ["250+"] * 3)
    app = visit("survey", split="size")
    assert not app.exception
    assert page_text(app).count("There are no two groups of 5 or more answers that could stand side by side.") == 2


@pytest.fixture
def sample(store: Store) -> Store:
    """A wave with further questions of several kinds."""
    save(store, read_survey(SAMPLE.read_bytes(), SAMPLE.name), wave="2026", actor="test", asked=300)
    return store


def test_any_other_question_can_be_chosen(sample: Store) -> None:
    app = visit("survey")
    assert app.selectbox(key="question").options == [
        "In welchen Themen möchten Sie sich aktiv einbringen?",
        "Seit wie vielen Jahren ist Ihre Organisation Mitglied?",
    ]
    assert "“Fachkräfte” comes first with 49%" in page_text(app)
    app.selectbox(key="question").set_value(YEARS).run()
    assert app.query_params["question"] == YEARS
    assert "Half of the members name 4 or less" in page_text(app)


def test_a_survey_that_only_ranked_says_what_else_could_be_asked(store: Store) -> None:
    asked_wave(store, people=20)
    app = visit("survey")
    assert not app.exception
    assert "This wave asked nothing beside the ranking." in page_text(app)
    assert app.get("download_button")


def test_too_few_answers_say_so_in_their_place(store: Store) -> None:
    asked_wave(store, rated((1, 1, 1, 1, 0)), written(["a", "b"]), people=30)
    said = page_text(visit("survey"))
    assert "Fewer than 5 members answered this" in said
    assert "Fewer than 10 members wrote an answer" in said


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_empty_page_offers_the_template_and_the_demo(code: str) -> None:
    app = visit("survey", code)
    assert not app.exception
    assert app.button(key="load-demo")
    assert app.get("download_button")


def test_words_of_a_file_are_never_marks(store: Store) -> None:
    asked_wave(
        store, rated((1, 2, 3, 9, 9), HOSTILE), chosen([(HOSTILE, "b")] * 12), picked([HOSTILE, "c"] * 8, HOSTILE),
        written([f"{HOSTILE} {at}" for at in range(12)], HOSTILE),
    )  # fmt: skip
    app = visit("survey")
    assert not app.exception
    drawn = [one.value for one in (*app.header, *app.markdown, *app.title)]
    assert not any("**" in text or "![" in text or ":material/" in text for text in drawn)
    assert "<b>x</b>" not in "".join(str(one.proto.body) for one in app.get("html"))
