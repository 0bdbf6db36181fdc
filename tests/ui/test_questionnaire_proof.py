"""Does the upload page list what else was asked, without a respondent's own words?"""

from __future__ import annotations

import pytest

from lsn_data.intake.report import AnswerOption, Asked
from lsn_data.language import Language
from lsn_data.ui.questionnaire_proof import listing, span
from tests.intake.test_samples import read

SCALE = (AnswerOption("sehr unzufrieden", 0, 1), AnswerOption("2", 3, 2), AnswerOption("sehr zufrieden", 9, 3))


@pytest.mark.parametrize(("code", "kind"), [("de", "Bewertung"), ("en", "Rating")])
def test_each_question_stands_there_with_its_kind_in_the_readers_language(code: str, kind: str) -> None:
    shown = listing(read("googleforms_grid_items_en.csv").questionnaire, Language(code))
    assert shown.count("<tr>") == 8
    assert kind in shown
    assert "Cluster conference" in shown


def test_no_free_text_of_a_respondent_is_shown() -> None:
    questionnaire = read("googleforms_grid_items_en.csv").questionnaire
    (comments,) = (one for one in questionnaire if one.kind == "text")
    shown = listing(questionnaire, Language("en"))
    assert not any(str(answer) in shown for answer in comments.answers if answer)


def test_a_scale_is_shown_by_its_ends_without_what_stands_outside_of_it() -> None:
    asked = Asked("x", "likert", "Wie?", options=(*SCALE, AnswerOption("weiß nicht", 2)))
    assert span(asked, Language("de")) == "1 (sehr unzufrieden) bis 3 (sehr zufrieden)"


def test_labels_from_the_file_are_shown_as_text() -> None:
    asked = Asked("x", "single", "<b>Q</b> ![](http://x.y/z.png)", options=(AnswerOption("<i>A</i>", 1),), answers=(0,))
    shown = listing([asked], Language("en"))
    assert "<b>Q" not in shown
    assert "<i>" not in shown
