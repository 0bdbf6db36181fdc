"""Does likeness suggest what a person meant, best first, and nothing that is merely short?"""

from __future__ import annotations

import pytest

from lsn_data.intake.alike import alike

SECTORS = ["Biotechnologie", "Pharma", "Medizintechnik", "Digital Health", "Forschung & Hochschule", "Sonstige"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Biotechnolgie", "Biotechnologie"),
        ("Medizin-Technik", "Medizintechnik"),
        ("health, digital", "Digital Health"),
        ("Forschung und Hochschulen", "Forschung & Hochschule"),
        ("Pharma", "Pharma"),
    ],
)
def test_a_text_written_otherwise_suggests_what_was_meant(written: str, meant: str) -> None:
    assert alike(written, SECTORS)[0] == meant


@pytest.mark.parametrize("written", ["", "x", "A1", "Landwirtschaft", "12"])
def test_a_text_that_means_none_of_them_suggests_nothing(written: str) -> None:
    assert alike(written, SECTORS) == []
