"""Which quadrants and flows are drawn in the tests? Calm and hostile ones, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value, Way
from lsn_data.language import Language
from tests.exhibit.samples import exhibit

PANELS = (("Strengths", "Stärken"), ("Weaknesses", "Schwächen"), ("Opportunities", "Chancen"), ("Risks", "Risiken"))
TEXTS = (
    ("Many larger companies and strong small ones", "Viele größere Unternehmen und ein starker Mittelstand"),
    ("Hardly any reserves", "Kaum Rücklagen"),
    (
        "The link across the Belt brings both sides closer",
        "Die Verbindung über den Belt lässt beide Seiten zusammenrücken",
    ),
)
_KEYS = (
    "panel",
    "about",
    "told",
    "label",
    "small",
    "weight",
    "look",
    "missing",
    "quiet",
    "code0",
    "tip0",
    "code1",
    "tip1",
)


def quadrants(say: Language, labels: Sequence[str] | None = None, panels: int = 4, **more: object) -> Exhibit:
    """Panels of three entries: one answered twice, one not wanted, one missing; the last panel is empty."""
    labels = [say.both(text) for text in TEXTS] if labels is None else labels
    missing, quiet = say.both(("no measure", "keine Maßnahme")), say.both(("not used", "nicht genutzt"))
    rows: list[tuple[Value, ...]] = []
    ways: dict[tuple[int, str], Way] = {}
    for at in range(panels):
        head = (f"{say.both(PANELS[at % 4])} {at + 1}", say.both(("internal", "intern")), "2 / 3")
        if at == panels - 1:
            rows.append((*head, *(None,) * 10))
            continue
        for place, label in enumerate(labels):
            kind = place % 3
            ways[len(rows), "code0" if kind == 0 else "missing"] = Way("measures", (("measure", f"m-{place}"),))
            rows.append(
                (*head, label, "Workshop 2024", None if kind == 1 else 40 - place, int(kind == 2),
                 missing if kind == 2 else None, quiet if kind == 1 else None,
                 *(("S1a", "S1a <b>Tip</b>", "R2", "R2 Tip") if kind == 0 else (None,) * 4))
            )  # fmt: skip
    table = Table(tuple(Column(key, key) for key in _KEYS), tuple(rows))
    shown = Table(
        (
            Column("label", say.both(("Factor", "Faktor")), "prose"),
            Column("weight", say.both(("Votes", "Stimmen")), "count"),
        ),
        tuple((row[3], row[5]) for row in rows if row[3] is not None),
    )
    chart = Chart("quadrants", table, {key: key for key in _KEYS}, axis=say.both(("Measures", "Maßnahmen")))
    return exhibit(say, chart, shown, **{"ways": ways, **more})


FLOW = ("stage", "source", "target", "value", "end", "source_n", "target_n", "source_at", "target_at")


def flow(say: Language, names: Sequence[str] = ("A", "B", "C"), **more: object) -> Exhibit:
    """Three boxes lead to two, and from one of these on to a third; the other ends."""
    a, b, c = (names[at % len(names)] for at in range(3))
    to, end, last = say.both(("Region", "Region ")), say.both(("no measure", "keine Maßnahme")), "KPI"
    rows: tuple[tuple[Value, ...], ...] = (
        (1, b, end, 1.0, 1, 2, 2, 1, 1),
        (1, a, to, 2.0, 0, 2, 3, 0, 0),
        (1, b, to, 1.0, 0, 2, 3, 1, 0),
        (1, c, end, 1.0, 1, 1, 2, 2, 1),
        (2, to, last, 3.0, 0, 3, 3, 0, 0),
    )
    table = Table(tuple(Column(key, key) for key in FLOW), rows)
    shown = Table(
        (Column("from", say.both(("From", "Von"))), Column("n", say.both(("Factors", "Faktoren")), "count")),
        ((a, 2), (b, 2), (c, 1)),
    )
    ways = {(1, "source"): Way("", (("quadrant", "threat"),))}
    return exhibit(say, Chart("flow", table, {key: key for key in FLOW}), shown, **{"ways": ways, **more})
