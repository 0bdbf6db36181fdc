"""Does a timeline tell what is known of run times, and nothing that is not?"""

from __future__ import annotations

import datetime as dt
from typing import Any

from lsn_data.exhibit import Exhibit, timeline
from lsn_data.exhibit.on_page import figure
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.page.timeline import figures
from lsn_data.exhibit.palette import DARK, LIGHT
from tests.exhibit import opened, samples
from tests.exhibit.samples import DE, EN

TODAY = dt.date(2026, 11, 22)


def day_of(serial: float) -> dt.date:
    """The day that a spreadsheet program shows for a number (it counts from 1899-12-30)."""
    return dt.date(1899, 12, 30) + dt.timedelta(days=int(serial))


def series_of(exhibit: Exhibit) -> dict[str, list[Any]]:
    """The slide's series by name, without the blank slots above groups."""
    return {one.name: list(one.values) for one in opened.series(opened.slides(presentation([exhibit]))[0])}


def said(exhibit: Exhibit) -> list[str]:
    return [note.text for note in figure(exhibit, LIGHT).layout.annotations]


def test_each_bar_runs_from_its_first_to_its_last_day_and_carries_its_row() -> None:
    bars = figure(samples.timeline(EN), DARK).data[0]
    assert list(bars.customdata) == [0, 1, 3, 4, 5]
    assert bars.base[0] == dt.date(2024, 5, 1).toordinal()
    assert bars.base[0] + bars.x[0] == dt.date(2027, 4, 30).toordinal()


def test_a_running_project_without_an_end_is_drawn_to_today_and_then_fades() -> None:
    found = timeline.timeline_of(samples.timeline(EN).chart)
    planned, running = found.bars[1], found.bars[5]
    assert (running.end, running.open_end) == (TODAY.toordinal(), True)
    assert (planned.start, planned.end, planned.open_end) == (planned.start, planned.start, True)
    pale = figure(samples.timeline(EN), LIGHT).data[1]
    assert TODAY.toordinal() in list(pale.base)


def test_a_project_without_a_start_fades_before_its_end_and_one_without_days_has_words_only() -> None:
    found = timeline.timeline_of(samples.timeline(EN).chart)
    assert (found.bars[4].open_start, found.bars[4].end) == (True, dt.date(2023, 2, 28).toordinal())
    assert (found.bars[2].start, found.bars[2].end) == (None, None)
    assert timeline.anchor(found, found.bars[2]) == found.bars[0].end
    assert "no dates" in said(samples.timeline(EN))


def test_what_is_known_by_its_year_only_has_a_gap_near_that_end() -> None:
    pale = figure(samples.timeline(EN), LIGHT).data[1]
    gaps = [base for base, colour in zip(pale.base, pale.marker.color, strict=True) if colour == LIGHT.page]
    assert len(gaps) == 3
    assert dt.date(2018, 1, 1).toordinal() < min(gaps) < dt.date(2018, 3, 1).toordinal()


def test_names_run_times_the_years_and_today_stand_at_the_data() -> None:
    texts = said(samples.timeline(DE))
    assert {"Projekt A", "2024-05 – 2027-04", "Laufend", "Beendet", "heute", "2018", "leitet"} <= set(texts)


def test_a_bar_that_continues_another_is_joined_to_its_end() -> None:
    lines = [
        shape for shape in figure(samples.timeline(EN), LIGHT).layout.shapes
        if shape.type == "line" and shape.x0 == shape.x1 == dt.date(2027, 4, 30).toordinal()
    ]  # fmt: skip
    assert lines


def test_the_slide_holds_the_start_as_a_date_and_the_days_as_native_bars() -> None:
    series = series_of(samples.timeline(EN))
    assert list(series) == ["First day", "start not stated", "leads", "partner", "not said", "end not stated"]
    starts = [value for value in series["First day"] if value is not None]
    assert day_of(starts[0]) == dt.date(2024, 5, 1)
    days = [value for value in series["leads"] if value is not None]
    assert days == [(dt.date(2027, 4, 30) - dt.date(2024, 5, 1)).days + 1]
    first = opened.series(opened.slides(presentation([samples.timeline(EN)]))[0])[0]
    assert first.format.fill.type is None or str(first.format.fill.type) == "BACKGROUND (5)"


def test_many_projects_go_on_over_several_slides_and_none_is_lost() -> None:
    exhibit = samples.timeline(DE, [f"Vorhaben {at}" for at in range(60)])
    slides = opened.slides(presentation([exhibit]))
    named = [name for slide in slides for name in opened.chart(slide).plots[0].categories if str(name).strip()]
    assert named == [f"Vorhaben {at}" for at in range(60)]
    assert len(slides) > 2
    assert all(len(list(opened.chart(slide).plots[0].categories)) <= 26 for slide in slides)


def test_a_long_label_is_told_in_full_in_the_speaker_notes() -> None:
    name = "Verbundvorhaben zur grenzüberschreitenden Gesundheitsforschung im Ostseeraum"
    slide = opened.slides(presentation([samples.timeline(DE, [name])]))[0]
    assert name in slide.notes_slide.notes_text_frame.text


def test_a_long_timeline_goes_on_over_figures_with_every_bar_once_and_one_axis() -> None:
    whole, parts = figure(samples.timeline(EN), LIGHT), figures(samples.timeline(EN), LIGHT, 4)
    assert len(parts) == 2
    assert [row for part in parts for row in part.data[0].customdata] == list(whole.data[0].customdata)
    assert {tuple(part.layout.xaxis.range) for part in parts} == {tuple(whole.layout.xaxis.range)}
    assert {part.layout.margin.l for part in parts} == {whole.layout.margin.l}
    assert max(part.layout.height for part in parts) < whole.layout.height
    assert len(figures(samples.timeline(EN), LIGHT, 12)) == 1
