"""Which exhibits are drawn in the tests? One of each kind, in both languages, calm and hostile."""

from __future__ import annotations

import datetime as dt

from lsn_data.exhibit import Chart, Column, Exhibit, Source, Table, Value
from lsn_data.language import Language

EN, DE = Language("en"), Language("de")
THEMES = (
    ("Skilled workers", "Fachkräfte"),
    ("Innovative power", "Innovationskraft"),
    ("Visibility", "Sichtbarkeit"),
    ("Competencies", "Kompetenzen"),
    ("Life science region", "Life-Science-Region"),
    ("Internationalisation", "Internationalisierung"),
    ("Organisational development", "Organisationsentwicklung"),
)
TIERS = (
    ("Leading group", "Führende Gruppe"),
    ("Middle group", "Mittlere Gruppe"),
    ("Trailing group", "Hintere Gruppe"),
)
TIER_OF = (0, 0, 1, 1, 1, 2, 2)
RANGES = ((1, 2), (1, 2), (3, 5), (3, 5), (3, 6), (5, 7), (6, 7))
SHARES = (0.82, 0.71, 0.33, 0.38, 0.35, 0.2, 0.16)
COUNTS = (
    (18, 12, 15, 5, 1, 1, 2, 1), (13, 15, 11, 6, 2, 1, 3, 4), (8, 5, 5, 15, 9, 6, 2, 5), (6, 9, 6, 10, 8, 8, 4, 4),
    (8, 8, 3, 7, 9, 8, 5, 7), (1, 4, 6, 5, 15, 11, 11, 2), (1, 1, 7, 3, 6, 12, 20, 5),
)  # fmt: skip
HOSTILE = (
    "=1+1", "<b>bold</b>", "![x](http://example.invalid/x.png)", "$x$ and %{y}", "a\x00b\x07c", "lone \ud800 half",
    "x" * 300, "@SUM(A1)", "+49 431", "-7", "\t=cmd", "http://example.invalid", "_x0041_", "Wort " * 60, "{name}",
)  # fmt: skip


def exhibit(say: Language, chart: Chart, table: Table, **more: object) -> Exhibit:
    """An exhibit with everything that a board page carries."""
    given: dict[str, object] = {
        "name": "sample",
        "question": say.both(("Which themes come first?", "Welche Themen kommen zuerst?")),
        "message": say.both(
            (
                "Skilled workers and innovative power form the leading group; which of the two comes first, "
                "55 rankings cannot tell",
                "Fachkräfte und Innovationskraft bilden die führende Gruppe; welches der beiden vorn liegt, "
                "lassen 55 Rangfolgen offen",
            )
        ),
        "title": say.both(
            (
                "Places of 7 strategic themes, member survey 2026, all members, 1 = highest priority",
                "Plätze von 7 strategischen Themen, Mitgliederumfrage 2026, alle Mitglieder, 1 = höchste Priorität",
            )
        ),
        "notes": (
            say.both(
                (
                    "A blank counts as below all ranked themes.",
                    "Leer zählt als hinter allen genannten Themen.",
                )
            ),
            say.both(
                (
                    "Plausible places hold for all themes together with 95% confidence.",
                    "Die plausiblen Plätze gelten für alle Themen gemeinsam mit 95 % Sicherheit.",
                )
            ),
        ),
        "sources": (
            Source(
                say.both(("member survey 2026, invented answers", "Mitgliederumfrage 2026, erfundene Antworten")),
                "2026-03-31-1",
                dt.date(2026, 3, 31),
                "demo",
            ),
        ),
        "answered": 55,
        "asked": 300,
        "say": say,
        "meaning": (
            say.both(
                (
                    "82% of those who ranked put skilled workers among their first three.",
                    "82 % der Antwortenden setzen Fachkräfte unter die ersten drei.",
                )
            ),
            say.both(
                (
                    "Visibility, competencies and life science region cannot be told apart at this sample size.",
                    "Sichtbarkeit, Kompetenzen und Life-Science-Region lassen sich bei dieser Stichprobe nicht "
                    "unterscheiden.",
                )
            ),
        ),
    }
    return Exhibit(chart=chart, table=table, **{**given, **more})  # type: ignore[arg-type]


def labels_of(say: Language, count: int = 7) -> list[str]:
    """The first themes, and numbered ones after them."""
    named = [say.both(theme) for theme in THEMES]
    return [*named, *(f"{say.both(('Theme', 'Thema'))} {at}" for at in range(8, count + 1))][:count]


def places(
    say: Language, labels: list[str] | None = None, share: bool = True, grouped: bool = True, **more: object
) -> Exhibit:
    """Ranked places; the last row's range is missing where there are more than seven."""
    labels = labels if labels is not None else labels_of(say)
    k = len(labels)
    rows: list[tuple[Value, ...]] = []
    for at, label in enumerate(labels):
        low, high = RANGES[at] if k == 7 else (max(at, 1), min(at + 2, k))
        known = at < 7 or at < k - 1
        tier = say.both(TIERS[TIER_OF[at] if at < 7 else 2]) if grouped else ""
        rows.append(
            (label, at + 1, low if known else None, high if known else None, SHARES[at] if at < 7 else None,
             tier, int(grouped and at < 2))
        )  # fmt: skip
    table = Table(
        (
            Column("theme", say.both(("Theme", "Thema"))),
            Column("place", say.both(("Place", "Platz")), "place"),
            Column("low", say.both(("Plausible from", "Plausibel von")), "place"),
            Column("high", say.both(("Plausible to", "Plausibel bis")), "place"),
            Column("top3", say.both(("Among the first three", "Unter den ersten drei")), "share"),
            Column("tier", say.both(("Group", "Gruppe"))),
            Column("leading", say.both(("Leading", "Vorn")), "yes"),
        ),
        tuple(rows),
    )
    parts = {
        "label": "theme",
        "place": "place",
        "low": "low",
        "high": "high",
        "group": "tier",
        "leading": "leading",
    }
    if share:
        parts["share"] = "top3"
    axis = say.both(("Place and plausible places", "Platz und plausible Plätze"))
    shown = Table(table.columns[:5], tuple(row[:5] for row in table.rows))
    return exhibit(say, Chart("ranked places", table, parts, scale=k, axis=axis), shown, **more)


def distribution(say: Language, labels: list[str] | None = None, **more: object) -> Exhibit:
    """Counts by place given, with a last part for themes that were not ranked."""
    labels = labels if labels is not None else labels_of(say)
    k = len(labels)
    blank = say.both(("not ranked", "ohne Platz"))
    counts = [
        list(COUNTS[at]) if k == 7 else [(at * 5 + place * 3) % 9 for place in range(k)] + [at % 4] for at in range(k)
    ]
    rows = tuple(
        (label, part, count, order, say.both(TIERS[TIER_OF[at] if at < 7 else 2]))
        for at, label in enumerate(labels)
        for order, part, count in (
            *((p, say.number(p), counts[at][p - 1]) for p in range(1, k + 1)),
            (0, blank, counts[at][k]),
        )
    )
    drawn = Table(
        (
            Column("theme", say.both(("Theme", "Thema"))), Column("part", say.both(("Place", "Platz"))),
            Column("count", say.both(("Rankings", "Rangfolgen")), "count"), Column("order", "Order", "place"),
            Column("tier", say.both(("Group", "Gruppe"))),
        ),
        rows,
    )  # fmt: skip
    table = Table(
        (
            Column("theme", say.both(("Theme", "Thema"))),
            *(Column(f"place{p}", f"{say.both(('Place', 'Platz'))} {p}", "count") for p in range(1, k + 1)),
            Column("blank", blank, "count"),
        ),
        tuple((label, *counts[at]) for at, label in enumerate(labels)),
    )
    parts = {"label": "theme", "part": "part", "count": "count", "order": "order", "group": "tier"}
    axis = say.both(("Rankings by place given", "Rangfolgen nach vergebenem Platz"))
    more = {"meaning": (), **more}
    return exhibit(say, Chart("distribution", drawn, parts, scale=k, axis=axis), table, **more)


def rated(say: Language, **more: object) -> Exhibit:
    """A distribution with columns beside it: ratings with their mean, the best points, and a change in words."""
    plain = distribution(say)
    labels = plain.table.column("theme")
    told = {
        label: (round(4.1 - at / 7, 2), round(0.8 - at / 10, 2), f"+0.{at}\n−0.1 to +0.5")
        for at, label in enumerate(labels)
    }
    columns = (
        Column("mean", say.both(("Mean", "Mittel")), "mean"),
        Column("top", say.both(("Points 4 and 5", "Punkte 4 und 5")), "share"),
        Column("change", say.both(("Since 2024", "Seit 2024"))),
    )
    cells = plain.chart.table
    drawn = Table((*cells.columns, *columns), tuple((*row, *told[row[0]]) for row in cells.rows))
    parts = {**plain.chart.parts, "beside0": "mean", "beside1": "top", "beside2": "change"}
    table = Table((*plain.table.columns, *columns[:2]), tuple((*row, *told[row[0]][:2]) for row in plain.table.rows))
    return exhibit(say, Chart("distribution", drawn, parts, scale=7, axis=plain.chart.axis), table, **more)


def shares(say: Language, before: bool = True, labels: list[str] | None = None, **more: object) -> Exhibit:
    """Shares with their ranges, and those of an earlier wave; one option was not offered then."""
    labels = labels if labels is not None else labels_of(say, 6)
    columns = (
        Column("label", say.both(("Answer", "Antwort"))),
        Column("share", say.both(("Share", "Anteil")), "share"),
        Column("low", say.both(("Plausible from", "Plausibel von")), "share"),
        Column("high", say.both(("Plausible to", "Plausibel bis")), "share"),
        Column("before", "Demo 2024", "share"),
        Column("count", say.both(("Chosen by", "Gewählt von")), "count"),
    )
    rows = tuple(
        (label, *(round(one - at / 40, 3) for one in (0.7, 0.6, 0.8)), 0.4 if at != 3 and before else None, 40 - at)
        for at, label in enumerate(labels)
    )
    table = Table(columns, rows)
    parts = {name: name for name in ("label", "share", "low", "high", "before")}
    parts |= {"beside0": "share", "beside1": "count"}
    axis = say.both(("Share of those who answered", "Anteil der Antwortenden"))
    return exhibit(say, Chart("shares", table, parts, axis=axis), table, **more)


def line(say: Language, cells: tuple[tuple[Value, ...], ...] | None = None, **more: object) -> Exhibit:
    """A course with a gap and a target; `cells` are (series, period, value, target)."""
    members = say.both(("Members", "Mitglieder"))
    cells = cells or (
        (members, "2019", 248, None), (members, "2020", 256, None), (members, "2021", None, None),
        (members, "2022", 268, None), (members, "2023", 275, None), (members, "2024", 287, None),
        (members, "2025", 300, None), (members, "2030", None, 380),
    )  # fmt: skip
    table = Table(
        (
            Column("series", say.both(("Series", "Reihe"))), Column("period", say.both(("Year", "Jahr"))),
            Column("value", say.both(("Members", "Mitglieder")), "count"),
            Column("target", say.both(("Target", "Ziel")), "count"),
        ),
        tuple(cells),
    )  # fmt: skip
    shown = Table(table.columns[1:], tuple(row[1:] for row in table.rows))
    parts = {"series": "series", "x": "period", "value": "value", "target": "target"}
    axis = say.both(("Organisations, year end", "Organisationen, Jahresende"))
    return exhibit(say, Chart("line", table, parts, axis=axis), shown, **more)


Cells = tuple[tuple[Value, ...], ...]


def columns(say: Language, cells: Cells | None = None, stacked: bool = False, **more: object) -> Exhibit:
    """Columns over time with a restated value, a gap, a year so far and a target; `cells` are (label, series, value,
    scenario, total)."""
    members = say.both(("Members", "Mitglieder"))
    cells = cells or (
        ("2019", members, 248, None, None), ("2020", members, 250, "previous", None),
        ("2020", members, 256, None, None), ("2021", members, None, None, None), ("2023", members, 275, None, None),
        ("2026", members, 300, "so_far", None), ("2028", members, 330, "forecast", None),
        ("2030", members, 380, "target", None),
    )  # fmt: skip
    table = Table(
        (
            Column("period", say.both(("Year", "Jahr"))), Column("series", say.both(("Series", "Reihe"))),
            Column("value", say.both(("Members", "Mitglieder")), "count"), Column("scenario", "scenario"),
            Column("total", say.both(("In all", "Insgesamt")), "count"), Column("stacked", "stacked", "yes"),
            Column("under", "under"),
        ),
        tuple((*row, int(stacked), "+8\u00a0−3" if row[0] == "2020" else None) for row in cells),
    )  # fmt: skip
    parts = {"label": "period", "series": "series", "value": "value", "scenario": "scenario"}
    parts |= {"total": "total", "stacked": "stacked"} if stacked else {"under": "under"}
    shown = Table(table.columns[:3], tuple(row[:3] for row in table.rows))
    axis = say.both(("Organisations, year end", "Organisationen, Jahresende"))
    return exhibit(say, Chart("columns", table, parts, axis=axis), shown, **more)


def stacks(say: Language, **more: object) -> Exhibit:
    """Stacked columns with what hangs below the base line: who was there, who joined, who left."""
    names = [say.both(one) for one in (("There before", "Schon dabei"), ("Joined", "Beigetreten"), ("Left", "Aus"))]
    stock = (233, 243, 250, 260, 270, 281, 290, 297, 300)
    cells = tuple(
        (str(2018 + at), name, value, "so_far" if at == 8 else None, total)
        for at, total in enumerate(stock)
        for name, value in zip(names, (total - 18 - at, 18 + at, -9 - at), strict=True)
    )
    return columns(say, cells, stacked=True, **more)


def timeline(say: Language, labels: list[str] | None = None, **more: object) -> Exhibit:
    """Run times: known, known by the year, without an end, a start, or any day; one continues another."""
    named = labels if labels is not None else [f"{say.both(('Project', 'Projekt'))} {letter}" for letter in "ABCDEF"]
    day, today = dt.date, dt.date(2026, 11, 22)
    lead, part, none = (say.both(one) for one in (("leads", "leitet"), ("partner", "Partner"), ("not said", "offen")))
    going, past = say.both(("Running", "Laufend")), say.both(("Ended", "Beendet"))
    kinds: list[tuple[Value, ...]] = [
        (day(2024, 5, 1), day(2027, 4, 30), "2024-05 – 2027-04", "solid", lead, going, 1, "", None, today),
        (day(2027, 1, 1), None, say.both(("from 2027-01", "ab 2027-01")), "light", part, going, 0, "", 0, today),
        (None, None, say.both(("no dates", "ohne Daten")), "outline", none, going, 1, "", 0, today),
        (day(2018, 1, 1), day(2019, 12, 31), "2018 – 2019", "light", part, past, 0, "start end", None, today),
        (None, day(2023, 2, 28), say.both(("until 2023-02", "bis 2023-02")), "outline", none, past, 0, "", 3, today),
        (day(2020, 1, 1), None, say.both(("since 2020", "seit 2020")), "outline", none, past, 1, "start", None, today),
    ]
    names = ("start", "end", "said", "fill", "key", "group", "lasts", "rough", "after", "today")
    columns = (Column("label", say.both(("Project", "Projekt"))), *(Column(name, name) for name in names))
    drawn = Table(columns, tuple((label, *kinds[at % len(kinds)]) for at, label in enumerate(named)))
    shown = Table((columns[0], columns[3]), tuple((row[0], row[3]) for row in drawn.rows))
    more = {"meaning": (), **more}
    return exhibit(say, Chart("timeline", drawn, {name: name for name in ("label", *names)}), shown, **more)


def countries(say: Language, labels: list[str] | None = None, **more: object) -> Exhibit:
    """Values by country, one of them beyond Europe."""
    named = labels if labels is not None else [
        say.both(one) for one in (("Germany", "Deutschland"), ("Denmark", "Dänemark"), ("Japan", "Japan"))
    ]  # fmt: skip
    codes = ("DEU", "DNK", "JPN")
    columns = (
        Column("country", say.both(("Country", "Staat"))), Column("code", "code"),
        Column("count", say.both(("Projects", "Projekte")), "count"),
    )  # fmt: skip
    table = Table(columns, tuple((label, codes[at % 3], 19 - at) for at, label in enumerate(named)))
    shown = Table((columns[0], columns[2]), tuple((row[0], row[2]) for row in table.rows))
    parts = {"label": "country", "code": "code", "value": "count"}
    return exhibit(say, Chart("map", table, parts, axis=say.both(("Projects", "Projekte"))), shown, **more)


def panels(say: Language, names: tuple[str, ...] = (), sections: int = 1, **more: object) -> Exhibit:
    """Small panels in every state: rated with outlook, restated, broken, too few values, no values at all."""
    members = say.both(("Members", "Mitglieder"))
    given = names or (members, say.both(("Footprint", "Fußabdruck")), "Index", say.both(("Services", "Angebote")), "-")
    rated = say.both(("on course", "auf Kurs"))
    bars = {
        0: [(2023, "actual", 281), (2024, "actual", 290), (2025, "actual", 297), (2030, "target", 340),
            (2030, "low", 329), (2030, "high", 355)],
        1: [(2016, "previous", 865), (2016, "actual", 979), (2018, "actual", 1062)],
        2: [(2020, "actual", 3.9), (2021.5, "break", None), (2023, "actual", 3.6)],
        3: [(2024, "actual", 2), (2025, "actual", 3), (2030, "target", 4)],
    }  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for at, name in enumerate(given):
        texts = (
            f"Section {at % sections}\nbeside",
            say.both(("a year", "pro Jahr")),
            rated,
            "reached" if at == 0 else "",
            "told",
            "late" if at == 1 else "",
            "",
            "No values yet\nUpload them",
        )
        marks = bars.get(at % 5, [])
        for position, (when, scenario, value) in enumerate(marks or [(None, None, None)]):
            shown = "new method" if scenario == "break" else "" if value is None else f"{value:g}"
            period = None if when is None else f"{when:g}"
            rows.append((name, *(texts if position == 0 else (None,) * 8), when, period, scenario, value, shown))
    parts = ("panel", "section", "about", "word", "rating", "told", "late", "badge", "empty", "at", "period",
             "scenario", "value", "shown")  # fmt: skip
    drawn = Table(tuple(Column(one, one, "number" if one in ("at", "value") else "text") for one in parts), tuple(rows))
    shown = Table(
        (Column("kpi", "KPI"), Column("period", say.both(("Year", "Jahr"))), Column("value", "Value", "number")),
        tuple((row[0], row[10], row[12]) for row in rows if row[12] is not None),
    )
    more = {"meaning": (), **more}
    return exhibit(say, Chart("panels", drawn, {one: one for one in parts}), shown, **more)


def story(say: Language, parts: list[str] | None = None, **more: object) -> Exhibit:
    """A story in three parts; `parts` replaces their texts."""
    told = parts or [say.both((f"Part {at} is told.", f"Teil {at} ist erzählt.")) for at in (1, 2, 3)]
    names = (("The problem", "Problem"), ("The solution", "Lösung"), ("Our contribution", "Unser Beitrag"))
    columns = tuple(Column(f"part{at}", say.both(name), "prose") for at, name in enumerate(names))
    table = Table(columns, (tuple(told[:3]),))
    return exhibit(say, Chart("story", table), table, **{"meaning": (), **more})


def segments(say: Language, rows: int = 7, columns: int = 4, **more: object) -> Exhibit:
    """A table of shares by group, two of its cells to look at."""
    labels = labels_of(say, rows)
    heads = tuple(
        Column(
            f"group{c}",
            say.both((f"Research, universities (n = {c + 9})", f"Forschung, Hochschulen (n = {c + 9})")),
            "share",
        )
        for c in range(columns)
    )
    table = Table(
        (Column("theme", say.both(("Theme", "Thema"))), *heads),
        tuple(
            (label, *(None if (r + c) % 6 == 5 else (r * 13 + c * 29) % 100 / 100 for c in range(columns)))
            for r, label in enumerate(labels)
        ),
    )
    tints = Table((Column("tint", ""),), tuple(("group1" if at in (1, 3) else None,) for at in range(rows)))
    return exhibit(say, Chart("table", tints, {"highlight": "tint"}), table, **more)


def every_kind(say: Language) -> list[Exhibit]:
    """One exhibit of each kind."""
    from tests.exhibit.boards import flow, quadrants

    return [
        places(say), places(say, share=False), distribution(say), rated(say), shares(say), columns(say), stacks(say),
        line(say), timeline(say), countries(say), panels(say), segments(say), quadrants(say), flow(say),
    ]  # fmt: skip
