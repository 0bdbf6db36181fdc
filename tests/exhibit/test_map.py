"""Does a map draw its countries from our own geometry, and the slide the same countries and figures?"""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from lsn_data.exhibit import Exhibit, outlines
from lsn_data.exhibit.on_page import figure
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.page.map import EUROPE, GEOMETRY, MOST_BARS
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


def slide_of(*exhibits: Exhibit) -> Any:
    return opened.slides(presentation(exhibits))[0]


def maps(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]


def fills(group: Any) -> dict[str, str]:
    """The fill of each country of a map, by its name."""
    shapes = [one for one in group.shapes if one.shape_type == MSO_SHAPE_TYPE.FREEFORM]
    return {one.name: str(one.fill.fore_color.rgb) for one in shapes}


def test_a_slide_s_countries_are_shapes_filled_by_their_value_in_groups_that_tell_the_figures() -> None:
    exhibit = samples.countries(DE)
    slide = slide_of(exhibit)
    europe, world = maps(slide)
    strongest = LIGHT.ramp[0].lstrip("#")
    assert fills(europe)["Deutschland"] == fills(world)["Deutschland"] == strongest
    assert fills(europe)["Dänemark"] not in (strongest, fills(europe)["FRA"])
    assert set(fills(world)) == {"Andere Staaten", "Deutschland", "Dänemark", "Japan"}
    assert len(fills(europe)) > 35
    for group in (europe, world):
        assert "Dänemark, Projekte 18" in group._element.nvGrpSpPr.cNvPr.get("descr")
    assert [one.text_frame.text for one in europe.shapes if one.has_text_frame and one.text_frame.text] == ["19"]


def test_a_map_on_a_slide_stays_small_and_inside_its_place() -> None:
    deck = presentation([samples.countries(DE)])
    with zipfile.ZipFile(BytesIO(deck)) as held:
        assert held.getinfo("ppt/slides/slide1.xml").file_size < 150_000
    europe, world = maps(opened.slides(deck)[0])
    for group in (europe, world):
        assert group.left.cm >= 1.5
        assert group.left.cm + group.width.cm < 22.9
        assert group.top.cm + group.height.cm < 17
    assert europe.left + europe.width < world.left


def test_where_no_country_lies_in_europe_the_world_is_the_map() -> None:
    (world,) = maps(slide_of(_with(("Japan", "JPN", 4), ("Brazil", "BRA", 2))))
    assert set(fills(world)) == {"Other countries", "Japan", "Brazil"}
    assert world.width.cm > 9


def test_iceland_widens_the_map_only_where_it_has_a_value() -> None:
    without = maps(slide_of(_with(("Norway", "NOR", 1))))[0]
    wide = maps(slide_of(_with(("Iceland", "ISL", 1))))[0]
    assert "Iceland" in fills(wide)
    assert wide.width / wide.height > without.width / without.height


def _with(*rows: tuple[str, str, int]) -> Exhibit:
    exhibit = samples.countries(EN)
    return replace(exhibit, chart=replace(exhibit.chart, table=replace(exhibit.chart.table, rows=rows)))


def test_neighbours_still_share_their_border_where_it_is_simplified() -> None:
    found = {one.code: one for one in outlines.outlines(outlines.EUROPE)}
    shared = set(found["DEU"].rings[0]) & set(found["POL"].rings[0])
    assert len(shared) > 5


def test_an_outline_lies_inside_its_view() -> None:
    for view in (outlines.EUROPE, outlines.WORLD):
        points = [point for one in outlines.outlines(view) for ring in one.rings for point in ring]
        assert all(-1e-9 <= x <= 1 + 1e-9 and -1e-9 <= y <= view.ratio + 1e-9 for x, y in points)
