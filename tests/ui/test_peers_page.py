"""Does the page of other clusters compare strategies and figures, and say how a further strategy comes in?"""

from __future__ import annotations

import pytest

from lsn_data.store import Store
from tests.topics.test_peers import THIRD, third_strategy
from tests.ui.visitor import page_text, visit


@pytest.mark.parametrize("code", ["en", "de"])
def test_without_uploads_the_published_strategies_stand_side_by_side(code: str) -> None:
    app = visit("peers", code)
    assert not app.exception
    assert "Danish Life Science Cluster" in app.title[0].value.replace("&#46;", ".")
    said = page_text(app)
    assert {"en": "No figures of other clusters yet", "de": "Noch keine Zahlen anderer Cluster"}[code] in said
    assert {"en": "Add another strategy", "de": "Eine weitere Strategie ergänzen"}[code] in said
    assert app.get("download_button")


def test_the_demo_shows_size_and_social_media(demo_store: Store) -> None:
    app = visit("peers")
    assert not app.exception
    said = page_text(app)
    assert "LSN holds place 3 of 5 clusters" in said
    assert "LSN holds place 6 of 11 clusters" in said
    assert "No figures of other clusters yet" not in said


def test_the_figure_compared_is_chosen_and_stands_in_the_link(demo_store: Store) -> None:
    app = visit("peers", figure="staff")
    assert not app.exception
    assert "LSN holds place 4 of 5 clusters with 20" in page_text(app)
    app.button_group(key="figure").set_value("members").run()
    assert "figure" not in app.query_params
    assert "LSN holds place 3 of 5 clusters" in page_text(app)


def test_an_uploaded_strategy_stands_on_both_pages(store: Store) -> None:
    third_strategy(store)
    comparison = visit("peers")
    assert not comparison.exception
    assert f"{THIRD} lacks" in page_text(comparison)
    own = visit("strategy", cluster=THIRD)
    assert not own.exception
    assert "Shared laboratory" in page_text(own)
