"""What does a saved deck or workbook hold? Opened again as a stranger's program would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from pptx import Presentation
from pptx.oxml.ns import qn


def slides(data: bytes) -> list[Any]:
    """The slides of a deck."""
    return list(Presentation(BytesIO(data)).slides)


def shapes(container: Any) -> Iterator[Any]:
    """All shapes, also those inside groups."""
    for shape in container.shapes:
        if shape.shape_type == 6:
            yield from shapes(shape)
        else:
            yield shape


def chart(slide: Any) -> Any:
    """The slide's chart."""
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def series(slide: Any) -> list[Any]:
    """All series of the slide's chart."""
    return [one for plot in chart(slide).plots for one in plot.series]


def table(slide: Any) -> list[list[str]]:
    """The texts of the slide's table."""
    drawn = next(shape.table for shape in slide.shapes if shape.has_table)
    return [[cell.text for cell in row.cells] for row in drawn.rows]


def texts(slide: Any) -> list[str]:
    """The texts of all text boxes."""
    return [shape.text_frame.text for shape in shapes(slide) if shape.has_text_frame]


def cached(drawn: Any) -> dict[str, list[Any]]:
    """What PowerPoint draws: by reference into the workbook, the cached values (None where there is a gap)."""
    found: dict[str, list[Any]] = {}
    for reference in drawn._chartSpace.iter(qn("c:strRef"), qn("c:numRef")):
        count = int(reference.find(f".//{qn('c:ptCount')}").get("val"))
        values: list[Any] = [None] * count
        for point in reference.iter(qn("c:pt")):
            text = point.find(qn("c:v")).text or None
            is_number = reference.tag == qn("c:numRef") and text is not None
            values[int(point.get("idx"))] = float(text) if is_number else text
        found[reference.find(qn("c:f")).text] = values
    return found


def embedded(drawn: Any) -> dict[str, list[Any]]:
    """What the workbook behind the chart holds at the same references; texts must be texts, never formulas."""
    sheet = load_workbook(BytesIO(drawn.part.chart_workbook.xlsx_part.blob)).active
    found = {}
    for reference in cached(drawn):
        left, top, right, bottom = range_boundaries(reference.split("!")[1].replace("$", ""))
        cells = [cell for row in sheet.iter_rows(top, bottom, left, right) for cell in row]
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
        found[reference] = [_value(cell.value) for cell in cells]
    return found


def _value(value: Any) -> Any:
    if hasattr(value, "year"):
        return float((value - value.__class__(1899, 12, 30)).days)
    if isinstance(value, str):
        return re.sub(r"_x005F_", "_", value)
    return float(value) if value is not None else None
