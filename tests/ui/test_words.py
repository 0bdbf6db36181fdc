"""Which of Streamlit's words are exchanged, and where does an unknown link lead? Without a browser."""

from __future__ import annotations

import pytest
from starlette.responses import HTMLResponse, JSONResponse, Response

from lsn_data.language import Language
from lsn_data.ui.unknown_links import UnknownLinks
from lsn_data.ui.words import dictionary
from tests.ui.serving import answer_of
from tests.ui.visitor import page_text, visit


def test_the_dictionary_of_an_english_page_is_empty_and_that_of_a_german_one_is_german() -> None:
    assert dictionary(Language("en")) == {"words": {}, "patterns": []}
    words = dictionary(Language("de"))["words"]
    assert isinstance(words, dict)
    assert words["Select all"] == "Alle wählen"


def answered(path: str, usual: Response, method: str = "GET") -> tuple[int, str]:
    """Status and way of the answer to a request."""
    scope = {"type": "http", "method": method, "path": path, "query_string": b"lang=de&by=size", "headers": []}
    told = answer_of(UnknownLinks(usual), scope)
    starts = [one for one in told if one["type"] == "http.response.start"]
    assert len(starts) == 1
    return starts[0]["status"], dict(starts[0]["headers"]).get(b"location", b"").decode()


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("/prices", "./?missing=prices&lang=de"),
        ("/old/prices", "../?missing=prices&lang=de"),
        ("/call%20me", "./?missing=&lang=de"),
    ],
)
def test_an_unknown_link_leads_to_the_first_page_in_its_language(path: str, way: str) -> None:
    assert answered(path, HTMLResponse("frame")) == (303, way)


def test_pages_files_and_refusals_are_answered_as_ever() -> None:
    assert answered("/", HTMLResponse("frame")) == (200, "")
    assert answered("/measures", HTMLResponse("frame")) == (200, "")
    assert answered("/healthz", JSONResponse({})) == (200, "")
    assert answered("/gone", HTMLResponse("no", status_code=404)) == (404, "")


def test_the_first_page_says_which_page_is_missing_but_repeats_no_words_of_a_link() -> None:
    assert "There is no page “prices”." in page_text(visit("overview", missing="prices"))
    said = page_text(visit("overview", missing="Call 0123 now!"))
    assert "There is no such page." in said
    assert "0123" not in said
