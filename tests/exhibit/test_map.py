"""Does a map draw its countries from our own geometry, and the slide the same figures as bars?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lsn_data.exhibit.on_page import figure
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.page_map import EUROPE, GEOMETRY, MOST_BARS
from lsn_data.exhibit.palette import DARK, LIGHT
from tests.exhibit import opened, samples
from tests.exhibit.samples import DE, EN

STATIC = Path(__file__).parents[2] / "lsn_data" / "ui" / "static"


def codes(file: str) -> set[str]:
    """The countries whose shapes a file holds."""
    held = json.loads((STATIC / "topojson" / file).read_text(encoding="utf-8"))
    return {shape.get("id") for shape in held["objects"]["countries"]["geometries"]}


@pytest.mark.parametrize(("geo", "file"), [("geo", "europe_50m.json"), ("geo2", "world_110m.json")])
def test_the_geometry_that_is_asked_for_lies_with_the_product_and_its_licence_beside_it(geo: str, file: str) -> None:
    view = figure(samples.countries(EN), LIGHT).layout[geo]
    assert f"{view.scope}_{view.resolution}m.json" == file
    assert GEOMETRY == "/app/static/topojson/"
    assert len(codes(file)) > 40
    licence = (STATIC / "topojson" / "LICENSE.txt").read_text(encoding="utf-8")
    assert "MIT" in licence
    assert file in licence


def test_every_country_of_europes_map_has_a_shape() -> None:
    assert EUROPE - codes("europe_50m.json") <= {"XKX"}
    assert {"DEU", "DNK", "FRA", "JPN", "USA", "CHN"} <= codes("world_110m.json")


def test_map_bars_and_slide_show_the_same_figures() -> None:
    exhibit = samples.countries(DE)
    europe, world, bars = figure(exhibit, DARK).data
    figures = list(exhibit.table.column("count"))
    assert list(europe.z) == list(world.z) == list(bars.x) == figures
    assert list(europe.locations) == ["DEU", "DNK", "JPN"]
    assert list(europe.customdata) == list(bars.customdata) == [0, 1, 2]
    (series,) = opened.series(opened.slides(presentation([exhibit]))[0])
    assert [value for value in series.values if value is not None] == figures


def test_the_world_is_drawn_only_where_a_country_lies_beyond_europe() -> None:
    assert len(figure(samples.countries(EN, ["Germany", "Denmark"]), LIGHT).data) == 2


def test_of_many_countries_the_first_have_bars() -> None:
    bars = figure(samples.countries(EN, [f"Country {at}" for at in range(19)]), LIGHT).data[-1]
    assert len(bars.x) == MOST_BARS
