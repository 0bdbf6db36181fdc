"""Does the beginning of a long table or timeline stand on the page, does it say so, and does the workbook hold all?"""

from __future__ import annotations

import io

import openpyxl
import pytest

from lsn_data.exhibit import Chart, Column, Exhibit, Table, Way
from lsn_data.exhibit.in_workbook import workbook
from lsn_data.exhibit.on_page import bars_told, figure, table_html
from lsn_data.exhibit.page.beginning import BARS, LINES, ROWS
from lsn_data.exhibit.palette import LIGHT
from lsn_data.language import Language
from tests.exhibit import samples
from tests.exhibit.samples import DE, EN

LONG = ROWS + 7


def listed(say: Language, rows: int, cell: str = "due") -> Exhibit:
    """A list of measures, every other one of them marked."""
    table = Table((Column("name", "Measure"), Column("due", "Due")), tuple((f"m{at}", cell) for at in range(rows)))
    look = Table((Column("look", "look"),), tuple(("due" if at % 2 else None,) for at in range(rows)))
    ways = {(rows - 1, "name"): Way("measures", (("measure", "last"),))}
    return samples.exhibit(say, Chart("table", look, {"highlight": "look"}), table, ways=ways)


@pytest.mark.parametrize(
    ("say", "told"),
    [
        (EN, "The first 150 of 157 rows; the workbook holds all."),
        (DE, "Die ersten 150 von 157 Zeilen; die Arbeitsmappe enthält alle."),
    ],
)
def test_of_a_long_table_the_beginning_stands_there_and_says_so(say: Language, told: str) -> None:
    drawn = table_html(listed(say, LONG), LIGHT)
    assert drawn.count('<th scope="row"') == ROWS
    assert f'<td colspan="2">{told}</td>' in drawn
    assert drawn.count('class="tint') == ROWS // 2
    assert "m149" in drawn
    assert "m150" not in drawn


def test_a_table_that_fits_stands_there_whole_without_a_word() -> None:
    drawn = table_html(listed(EN, ROWS), LIGHT)
    assert drawn.count('<th scope="row"') == ROWS
    assert "tfoot" not in drawn


def test_the_workbook_of_a_long_table_holds_every_row() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([listed(EN, LONG)]))).worksheets[-1]
    names = [cell.value for cell in sheet["A"]]
    assert [name for name in names if str(name).startswith("m") and str(name)[1:].isdigit()] == [
        f"m{at}" for at in range(LONG)
    ]


def test_a_cell_with_a_long_list_counts_what_it_leaves_out() -> None:
    cell = "\n".join(f"measure {at}" for at in range(LINES + 3))
    drawn = table_html(listed(EN, 1, cell), LIGHT)
    assert drawn.count("measure ") == LINES - 1
    assert "4 more in the workbook" in drawn
    whole = table_html(listed(EN, 1, "\n".join(f"measure {at}" for at in range(LINES))), LIGHT)
    assert whole.count("measure ") == LINES


def test_of_a_long_timeline_the_first_bars_stand_there_on_the_axis_of_all() -> None:
    long = samples.timeline(EN, [f"Project {at}" for at in range(BARS + 5)])
    drawn = figure(long, LIGHT)
    texts = [note.text for note in drawn.layout.annotations]
    assert f"Project {BARS - 1}" in texts
    assert f"Project {BARS}" not in texts
    assert bars_told(long) == f"The chart shows the first {BARS} of {BARS + 5} rows; the workbook holds all."
    assert bars_told(samples.timeline(EN)) == ""
