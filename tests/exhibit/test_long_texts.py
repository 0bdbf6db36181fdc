"""Does every kind of slide hold long and hostile names, with nothing spilled, covered, outside or tiny?"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lsn_data.exhibit import Exhibit, fit
from lsn_data.exhibit.on_slide import presentation
from tests.exhibit import boards, measured, opened, samples
from tests.exhibit.samples import DE, HOSTILE

LONG = tuple(
    f"{at}. Zusammenarbeit der Wirtschaftsförderungseinrichtungen mit Gesundheitsregionen und Hochschulen"
    for at in range(1, 9)
)
WIDE, HIGH = 12192119, 6858000


def every(names: Sequence[str]) -> list[Exhibit]:
    """Each kind that has names of people, with these."""
    given = list(names)
    course = tuple((name, str(2020 + at), float(at), None) for name in given[:4] for at in range(4))
    return [
        samples.places(DE, given), samples.places(DE, given, share=False), samples.distribution(DE, given),
        samples.shares(DE, labels=given), samples.line(DE, course), samples.timeline(DE, given),
        samples.countries(DE, given), samples.panels(DE, tuple(given)), samples.story(DE, given[:3]),
        boards.quadrants(DE, given), boards.flow(DE, given),
    ]  # fmt: skip


@pytest.mark.parametrize("names", [LONG, HOSTILE], ids=["long", "hostile"])
def test_long_and_hostile_names_keep_every_slide_in_order(names: Sequence[str]) -> None:
    exhibits = every(names)
    for slide in opened.slides(presentation(exhibits, "Vorstand")):
        told = [
            *measured.spilled(slide), *measured.overlapping(slide), *measured.outside(slide, WIDE, HIGH),
            *measured.small(slide, 10),
        ]  # fmt: skip
        assert told == []


def test_a_text_without_end_is_measured_only_as_far_as_a_box_could_hold_it(monkeypatch: pytest.MonkeyPatch) -> None:
    measured_at, lines = [], fit.lines
    monkeypatch.setattr(fit, "lines", lambda text, *rest: measured_at.append(len(text)) or lines(text, *rest))
    for text in ("x" * 40_000, "Wort " * 8_000):
        found = fit.fitted(text, 200, 30, (14, 10))
        assert found.cut
        assert found.text.endswith("…")
    assert max(measured_at) < 400
