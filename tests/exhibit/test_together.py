"""Do places and their distribution stand in the same rows, each with the figures of its own exhibit?"""

from __future__ import annotations

import pytest

from lsn_data.exhibit.on_page import figure, together
from lsn_data.exhibit.page.together import COUNTS_FROM, PLACES_TO
from lsn_data.exhibit.palette import DARK, LIGHT, Palette
from lsn_data.exhibit.stack import KEY_BOX, key_names
from tests.exhibit.samples import DE, EN, distribution, labels_of, places


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("k", [3, 7, 15])
def test_both_show_what_they_show_alone(k: int, palette: Palette) -> None:
    order, spread = places(DE, labels_of(DE, k)), distribution(DE, labels_of(DE, k))
    drawn, alone, bars = together(order, spread, palette), figure(order, palette), figure(spread, palette)
    assert list(drawn.data[2].x) == list(alone.data[2].x)
    assert [tuple(one.x) for one in drawn.data[3:]] == [tuple(one.x) for one in bars.data]
    assert list(drawn.data[2].y) == list(drawn.data[3].y)
    assert drawn.layout.height == alone.layout.height == bars.layout.height


def test_the_places_end_before_the_distribution_begins() -> None:
    drawn = together(places(EN), distribution(EN), LIGHT)
    assert tuple(drawn.layout.xaxis.domain) == (0, PLACES_TO)
    assert tuple(drawn.layout.xaxis2.domain) == (COUNTS_FROM, 1)
    assert {one.xaxis for one in drawn.data} == {None, "x2"}
    said = {note.text: note.x for note in drawn.layout.annotations}
    assert said["Place and plausible places"] == 0
    assert said["Rankings by place given"] == said["not ranked"] == COUNTS_FROM
    assert said["82%"] == 1


def test_other_rows_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="different rows"):
        together(places(EN), distribution(EN, labels_of(EN, 3)), LIGHT)


def test_the_key_of_fifteen_places_gets_narrower_and_stays_in_its_room() -> None:
    parts = [*((at, str(at)) for at in range(1, 16)), (0, "nicht gereiht")]
    named = key_names(parts, 390)
    assert sum(wide for _, _, wide in named) <= 390
    assert {wide for order, _, wide in named if order} < {*range(17, KEY_BOX), *(wide for _, _, wide in named)}
    assert [name for _, name, _ in named][-1] == "nicht gereiht"
