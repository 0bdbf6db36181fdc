"""Do the workshops' exhibits say what the register holds: order, votes, what cannot be told, needs beside measures?"""

from __future__ import annotations

import csv
import io

import pytest

from datasets.demo.plans import workshops as demo_workshops
from lsn_data.board import Pick, draw
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit, Way
from lsn_data.intake import read_register
from lsn_data.language import Language
from lsn_data.store import Store, register_rows, save
from lsn_data.topics.workshops.compute import (
    ASKED,
    HELP,
    MEASURES,
    NEEDS,
    OPPORTUNITIES,
    content_words,
    index_of,
    kind_of,
    lead_of,
    likely,
    questions_of,
    statements_of,
)

EN, DE = Language("en"), Language("de")
HEADINGS = ("workshop", "date", "theme", "question", "statement", "votes")


def upload(store: Store, kind: str, headings: tuple[str, ...], *rows: tuple[str, ...]) -> None:
    """A register as the office brings it."""
    text = io.StringIO()
    csv.writer(text).writerows([headings, *rows])
    reading = read_register(text.getvalue().encode("utf-8"), f"{kind}.csv", kind)
    assert reading.status == "ready", reading.problems
    save(store, reading, actor="test")


def drawn(store: Store, name: str = "workshops", say: Language = EN, **filters: str) -> Exhibit:
    return draw(store, Pick.of(name, **filters), say)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Which opportunities do we see?", OPPORTUNITIES),
        ("Welche Chancen gibt es?", OPPORTUNITIES),
        ("Which needs exist?", NEEDS),
        ("Welcher Bedarf?", NEEDS),
        ("Welche Bedürfnisse haben die Mitglieder?", NEEDS),
        ("Where is active help from LSN M required?", HELP),
        ("Where is active help needed?", HELP),
        ("Wo wird aktive Unterstützung benötigt?", HELP),
        ("What would concrete measures look like?", MEASURES),
        ("Wie könnten Maßnahmen aussehen?", MEASURES),
        ("Wie koennten MASSNAHMEN aussehen?", MEASURES),
        ("What else?", None),
        ("", None),
    ],
)
def test_a_key_question_is_known_by_its_words_in_either_language(question: str, kind: str | None) -> None:
    assert kind_of(question) == kind


def row(
    statement: str, votes: float | None = None, question: str = "Needs?", theme: str = "region"
) -> dict[str, object]:
    return {
        "theme": theme, "question": question, "statement": statement, "votes": votes, "workshop": "A", "date": "2024",
    }  # fmt: skip


def test_statements_stand_by_theme_then_question_then_votes_and_those_without_votes_last() -> None:
    rows = [
        row("d", None), row("b", 2), row("a", 9), row("x", 1, "Chancen?"), row("y", 5, "Was noch?"),
        row("z", 1, theme="visibility"), row("own", 1, theme="Ein eigenes Thema"), row("c", 2),
    ]  # fmt: skip
    found = statements_of(rows, ("visibility", "region"))
    assert [one.text for one in found] == ["z", "x", "a", "b", "c", "d", "y", "own"]
    assert list(questions_of(found).values()) == ["Chancen?", "Needs?", "Was noch?"]


def test_equal_questions_are_one_however_they_are_written() -> None:
    found = statements_of([row("a", question="Was noch?"), row("b", question="  was NOCH ")], ())
    assert list(questions_of(found)) == ["was noch"]


def test_who_leads_is_told_with_ties_and_with_what_comes_next() -> None:
    tied = lead_of(statements_of([row("a", 4), row("b", 4), row("c", 1)], ()))
    assert tied
    assert (len(tied.first), tied.votes, tied.ahead) == (2, 4, 3)
    alone = lead_of(statements_of([row("a", 4), row("b")], ()))
    assert alone
    assert alone.ahead is None
    assert lead_of(statements_of([row("a"), row("b", 0)], ())) is None


def test_a_likely_answer_shares_a_word_that_means_something() -> None:
    index = index_of({"kit": ("Press kit", "Pressemappe"), "talk": ("Talk with members", "Gespräch mit Mitgliedern")})
    assert likely("Hilfe bei der Pressearbeit", index) == ("kit",)
    assert likely("Mehr Kontakt unter den Mitgliedern", index) == (), "a word that stands everywhere says nothing"
    assert likely("Expression", index) == ()
    assert content_words("KI 2026 und so") == {}


def test_the_matrix_holds_every_demo_statement_under_its_theme_and_question(loaded: Store) -> None:
    table = drawn(loaded).table
    assert [column.key for column in table.columns] == ["theme", *ASKED]
    themes = list(dict.fromkeys(one["theme"] for one in demo_workshops()))
    assert len(table.rows) == len(themes) == 6
    for one in demo_workshops():
        kind = kind_of(one["question"])
        assert kind
        theme = next(r for r in table.rows if r[0] == drawn(loaded, theme=one["theme"]).table.rows[0][0])
        assert f"{one['votes']} · {one['statement']}" in str(theme[table.at(kind)]).split("\n")


def test_the_finding_names_what_leads_and_what_cannot_be_told(loaded: Store) -> None:
    most = max(demo_workshops(), key=lambda one: int(one["votes"]))
    second = sorted(int(one["votes"]) for one in demo_workshops())[-2]
    exhibit = drawn(loaded)
    assert exhibit.message == (
        f"“{most['statement'].rstrip('.')}” leads with {most['votes']} votes, {int(most['votes']) - second} more than"
        " the next; how sure that is cannot be told"
    )
    assert any("How many people voted" in note for note in exhibit.notes)
    assert any("different workshops" in note for note in exhibit.notes)
    assert exhibit.origin == "demo"


def test_the_leading_cell_is_the_one_to_look_at(loaded: Store) -> None:
    exhibit = drawn(loaded)
    looked_at = [(row[0], keys) for row, keys in zip(exhibit.table.rows, exhibit.chart.part("highlight"), strict=True)]
    assert [one for one in looked_at if one[1]] == [("Innovative power", NEEDS)]


def test_filters_narrow_what_is_shown(loaded: Store) -> None:
    rows = demo_workshops()
    by_workshop = drawn(loaded, "workshops-statements", workshop="demo-B").table
    assert len(by_workshop.rows) == sum(one["workshop"] == "demo-B" for one in rows)
    both = drawn(loaded, "workshops-statements", theme="region", asked=NEEDS).table
    assert both.column("statement") == ("Laborflächen für die zweite Wachstumsphase.",)
    assert [column.key for column in drawn(loaded, asked=HELP).table.columns] == ["theme", HELP]
    found = drawn(loaded, "workshops-statements", words="kliniken test")
    assert found.table.column("statement") == ("Ein kurzes Formular, mit dem Kliniken Testplätze anbieten.",)
    assert found.message == f"1 of {len(rows)} statements holds “kliniken test”"
    nothing = drawn(loaded, "workshops-statements", words="Mondlandung")
    assert (nothing.message, nothing.table.rows) == (f"None of {len(rows)} statements holds “Mondlandung”", ())


def test_a_choice_without_statements_says_so(loaded: Store) -> None:
    exhibit = drawn(loaded, theme="nowhere")
    assert (exhibit.message, exhibit.table.rows) == ("No statement was noted for this choice", ())


def test_a_theme_leads_to_its_measures(loaded: Store) -> None:
    for name in ("workshops", "workshops-needs"):
        assert drawn(loaded, name).ways[1, "theme"] == Way("measures", (("theme", "innovation"),))


def test_needs_stand_beside_the_measures_of_their_theme(loaded: Store) -> None:
    exhibit = drawn(loaded, "workshops-needs")
    visibility = exhibit.table.rows[0]
    measures = [
        one for one in register_rows(loaded, "measures", demo=True)
        if one["theme"] == "visibility" and one["status"] != "dropped"
    ]  # fmt: skip
    strategic = [one for one in measures if not one["parent"]]
    assert visibility[1] == f"{len(strategic)} strategic and {len(measures) - len(strategic)} detailed measures"
    assert "Perhaps: “Press kit in two languages”" in str(visibility[2])
    assert str(visibility[-1]).count("\n") == len(strategic) - 1
    assert any("share a word" in note for note in exhibit.notes)


def test_a_dropped_measure_answers_nothing(loaded: Store) -> None:
    dropped = [one for one in register_rows(loaded, "measures", demo=True) if one["status"] == "dropped"]
    assert dropped
    said = str(drawn(loaded, "workshops-needs").table.rows)
    assert all(one["title_en"] not in said for one in dropped)


def test_needs_of_a_theme_without_a_measure_are_told_first(store: Store) -> None:
    upload(
        store, "workshops", HEADINGS,
        ("A", "2024-11-05", "Raumfahrt", "Which needs?", "A rocket", "3"),
        ("A", "2024-11-05", "visibility", "Which needs?", "More press", "1"),
    )  # fmt: skip
    exhibit = drawn(store, "workshops-needs")
    assert exhibit.message == "Raumfahrt has needs, but no measure"
    assert exhibit.table.rows[1][-1] == "no measure"
    assert exhibit.chart.part("highlight") == (None, "measures")


def test_votes_that_nobody_noted_are_a_gap_and_no_zero(store: Store) -> None:
    upload(
        store,
        "workshops",
        HEADINGS,
        ("", "", "region", "Bedarf?", "Labore", ""),
        ("", "", "region", "Idee?", "Kran", ""),
    )
    exhibit = drawn(store)
    assert exhibit.message == "2 statements, but no votes were noted: none leads"
    assert exhibit.table.rows == (("Life science region", "– · Labore", "– · Kran"),)
    assert [column.label for column in exhibit.table.columns] == ["Theme", "Needs", "Idee?"]
    assert "2 statements have no votes noted." in exhibit.notes
    assert drawn(store, "workshops-statements").table.column("votes") == (None, None)


def test_many_other_questions_share_one_column(store: Store) -> None:
    rows = [("A", "2024", "region", f"Frage {letter}?", f"Antwort {letter}", "2") for letter in "ABC"]
    upload(store, "workshops", HEADINGS, *rows)
    exhibit = drawn(store)
    assert [column.label for column in exhibit.table.columns] == ["Theme", "Other questions"]
    assert exhibit.message == "3 statements lead with 2 votes each; which of them comes first cannot be told"


def test_a_full_cell_tells_how_many_more_there_are(store: Store) -> None:
    upload(
        store, "workshops", HEADINGS,
        *(
            ("A", "2024", theme, "Which needs?", f"{theme} {n}", str(n))
            for n in range(1, 6)
            for theme in ("region", "innovation")
        ),
    )  # fmt: skip
    exhibit = drawn(store)
    assert exhibit.table.rows[0][1] == "5 · innovation 5\n4 · innovation 4\n3 · innovation 3\nand 2 more"
    assert any("the list holds all" in note for note in exhibit.notes)
    assert len(drawn(store, "workshops-statements").table.rows) == 10


def test_without_workshops_there_is_nothing_to_draw(store: Store) -> None:
    for name in ("workshops", "workshops-needs", "workshops-statements"):
        with pytest.raises(Refused):
            drawn(store, name)


def test_german_says_themes_and_questions_in_german(loaded: Store) -> None:
    exhibit = drawn(loaded, say=DE)
    assert [column.label for column in exhibit.table.columns] == [
        "Thema", "Chancen", "Bedarf", "Aktive Hilfe gewünscht", "Vorgeschlagene Maßnahmen",
    ]  # fmt: skip
    assert exhibit.message.endswith("wie sicher das ist, bleibt offen")
