"""What python-pptx leaves out of a native chart: a fixed plot, error bars, gaps, alt text, a clean workbook."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.utils.cell import range_boundaries
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from lsn_data.exhibit import Exhibit, alt, clean
from lsn_data.exhibit.cells import write_cell
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import text
from lsn_data.exhibit.slide.text import Area
from lsn_data.language import Language

SHEET = "Sheet1"


class _UnwrittenCategories(CategoryWorkbookWriter):
    """Tells where values stand in a workbook, and writes none: ours is written once, from what the chart holds."""

    xlsx_blob = b""


class _UnwrittenPoints(XyWorkbookWriter):
    """The same for a scatter chart."""

    xlsx_blob = b""


class _Categories(CategoryChartData):
    _workbook_writer = property(_UnwrittenCategories)


class _Points(XyChartData):
    _workbook_writer = property(_UnwrittenPoints)


def category_data(code: str) -> Any:
    """Empty data for a chart with categories; `code` is the number format of its values."""
    return _Categories(number_format=code)  # type: ignore[no-untyped-call]


def scatter_data(code: str) -> Any:
    """Empty data for a scatter chart; `code` is the number format of its values."""
    return _Points(number_format=code)  # type: ignore[no-untyped-call]


def chart(shapes: Any, kind: Any, area: Area, data: Any, exhibit: Exhibit) -> Any:
    """A native chart without title and legend, in our type, with its workbook and alt text."""
    frame = shapes.add_chart(kind, *area.emu, data)
    describe(frame, exhibit.title, alt.told(exhibit))
    drawn = frame.chart
    drawn.has_legend = drawn.has_title = False
    drawn.font.name, drawn.font.size = text.FONT, Pt(12)
    drawn.font.color.rgb = text.rgb(LIGHT.ink)
    _gaps(drawn)
    drawn.part.chart_workbook.update_from_xlsx_blob(workbook_of(drawn))
    return drawn


def describe(frame: Any, name: str, told: str) -> None:
    """The name in the selection pane and the alternative text of a chart, a table or a group of shapes."""
    frame.name = clean.shortened(clean.line(name), 120)
    properties = frame._element._nvXxPr.cNvPr
    properties.set("descr", alt.cut(told))


def plot_at(drawn: Any, x: float, y: float, wide: float, high: float) -> None:
    """Fix the plot inside the chart (shares of its width and height), so that texts beside it meet its rows."""
    plot = drawn._chartSpace.chart.plotArea
    for old in plot.findall(qn("c:layout")):
        plot.remove(old)
    marks = "".join(f'<c:{key} val="{value:.5f}"/>' for key, value in zip("xywh", (x, y, wide, high), strict=True))
    plot.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            f'<c:yMode val="edge"/>{marks}</c:manualLayout></c:layout>'
        ),
    )


def _gaps(drawn: Any) -> None:
    """A missing value is a gap, not zero."""
    whole = drawn._chartSpace.chart
    for old in whole.findall(qn("c:dispBlanksAs")):
        whole.remove(old)
    before = [child for tag in ("c:plotArea", "c:legend", "c:plotVisOnly") for child in whole.findall(qn(tag))]
    before[-1].addnext(parse_xml(f'<c:dispBlanksAs {nsdecls("c")} val="gap"/>'))


def error_bars(series: Any, plus: Sequence[float | None], minus: Sequence[float | None], colour: str) -> None:
    """Ranges as the error bars of a series of bars, which python-pptx cannot make."""
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/>{_literal("plus", plus)}{_literal("minus", minus)}'
        f'<c:spPr><a:ln w="{Pt(2)}"><a:solidFill>'
        f'<a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill><a:round/></a:ln></c:spPr></c:errBars>'
    )
    series._element.find(qn("c:cat")).addprevious(bars)


def _literal(name: str, values: Sequence[float | None]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{round(value, 6)}</c:v></c:pt>' for at, value in enumerate(values) if value is not None
    )
    return (
        f"<c:{name}><c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numLit></c:{name}>'
    )


def label_fill(label: Any, colour: str) -> None:
    """A ground of one colour behind the text of a data label."""
    fill = f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'
    ground = parse_xml(f"<c:spPr {nsdecls('c', 'a')}>{fill}</c:spPr>")
    label._dLbl.find(qn("c:tx")).addnext(ground)


def workbook_of(drawn: Any) -> bytes:
    """The workbook behind a chart, written from the chart's own cached values: the two cannot differ.

    python-pptx would let a label that begins with `=` become a formula in it; here every text stays text.
    """
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    for reference in drawn._chartSpace.iter(qn("c:strRef"), qn("c:numRef")):
        left, top, _, _ = range_boundaries(reference.find(qn("c:f")).text.split("!")[1].replace("$", ""))
        code = reference.find(f".//{qn('c:formatCode')}")
        for point in reference.iter(qn("c:pt")):
            cell = sheet.cell(int(top or 1) + int(point.get("idx")), int(left or 1))
            value = point.find(qn("c:v")).text or ""
            write_cell(cell, value if reference.tag == qn("c:strRef") else float(value))
            if code is not None:
                cell.number_format = code.text
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def label_language(drawn: Any, say: Language) -> None:
    """Name the language on every default run of the chart (labels and axes), once all of it is set."""
    for properties in drawn._chartSpace.iter(qn("a:defRPr")):
        properties.set("lang", text.tongue(say))
