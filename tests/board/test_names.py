"""Has every exhibit a name for people, and are its filters told in words?"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsn_data.board import NAMES, Pick, draw
from lsn_data.board.names import named
from lsn_data.board.narrowed import narrowed
from lsn_data.errors import Refused
from lsn_data.language import Language
from lsn_data.store import Store, open_store

EN, DE = Language("en"), Language("de")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[Store]:
    with open_store(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("names")))) as opened:
        yield opened


@pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
def test_every_exhibit_has_a_short_name_of_its_own(say: Language) -> None:
    names = [named(name, say, "unknown") for name in NAMES]
    assert "unknown" not in names
    assert len(set(names)) == len(NAMES)
    assert max(map(len, names)) <= 45


def test_an_exhibit_that_has_nothing_to_show_is_refused_by_its_name(store: Store) -> None:
    with pytest.raises(Refused) as refusal:
        draw(store, Pick("measure"), DE)
    assert refusal.value.said(DE).startswith("Für „Eine Maßnahme“ gibt es noch nichts zu zeigen. Laden Sie")


@pytest.mark.parametrize(
    ("pick", "english", "german"),
    [
        (Pick("overview"), "", ""),
        (
            Pick.of("priorities", wave="Demo 2026", by="size", group="10-49", also="state=HH"),
            "Size: 10–49 employees · State: Hamburg · Survey wave: Demo 2026",
            "Größe: 10–49 Beschäftigte · Land: Hamburg · Umfragewelle: Demo 2026",
        ),
        (Pick.of("segments", by="sector"), "Sector side by side", "Branche nebeneinander"),
        (
            Pick.of("kpis", theme="visibility", level="impact"),
            "Level: Impact · Theme: Visibility",
            "Ebene: Impact · Thema: Sichtbarkeit",
        ),
        (Pick.of("kpi", kpi="premium-members"), "KPI: Premium members", "KPI: Premium-Mitglieder"),
        (
            Pick.of("strategy-matrix", cluster="dlsc-2021"),
            "Strategy of: Danish Life Science Cluster",
            "Strategie von: Danish Life Science Cluster",
        ),
        (Pick.of("strategy-matrix", cluster="lsn-2030"), "", ""),
        (
            Pick.of("projects", country="DK", stage="running"),
            "Partner country: Denmark · Status: running",
            "Partnerland: Dänemark · Status: läuft",
        ),
        (
            Pick.of("swot", links="open", evidence="none"),
            "without evidence · only without a measure",
            "ohne Beleg · nur ohne Maßnahme",
        ),
        (Pick.of("peers-size", measure="staff"), "Figure: Staff", "Zahl: Beschäftigte"),
        (
            Pick.of("edition-changes", edition="April", against="May"),
            "beside: May · Edition: April",
            "neben: May · Ausgabe: April",
        ),
    ],
    ids=lambda one: one.key if isinstance(one, Pick) else "",
)
def test_filters_are_told_in_words(pick: Pick, english: str, german: str, store: Store) -> None:
    assert (narrowed(store, pick, EN), narrowed(store, pick, DE)) == (english, german)


def test_codes_of_registers_are_told_by_their_names(store: Store) -> None:
    for pick in (
        Pick.of("measures-list", addresses="T1", principle="networking", status="running"),
        Pick.of("measure", measure="visibility-4a"),
        Pick.of("swot-flow", factor="S1", quadrant="threat", kpi="members"),
        Pick.of("workshops", asked="needs"),
    ):
        said = narrowed(store, pick, DE)
        assert said
        assert not re.search(r"\b(T1|S1|networking|running|visibility-4a|threat|needs)\b", said)


def test_filters_that_nobody_knows_do_no_harm(store: Store) -> None:
    odd = Pick.of("priorities", by="shoe size", group="42", also="x=y", quadrant="z", theme="<b>", question="no")
    assert narrowed(store, odd, EN) == "Theme: <b>"
