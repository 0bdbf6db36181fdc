"""Who is in the demo's register of members? Three hundred invented organisations, and those that left in ten years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from random import Random

from datasets.demo.generate import drawn

SEED = 300
FIRST_YEAR = 2016
# Members at the end of each year; the first figure is the stock of the end of 2015, the last one mid-2026.
STOCK = (205, 214, 224, 233, 243, 250, 260, 270, 281, 290, 297, 300)
LEAVING = (8, 9, 9, 10, 14, 11, 9, 10, 11, 12, 7)
LAST_DAY = dt.date(2026, 6, 30)
FOUNDED = 2004

COASTS = (
    "Watt", "Deich", "Priel", "Tiden", "Möwen", "Kiesel", "Bernstein", "Strand", "Knick", "Geest", "Marsch", "Förden",
    "Nebel", "Leucht", "Hafen", "Reet", "Schilf", "Brandungs", "Küsten", "Sturm", "Anker", "Segel",
)  # fmt: skip
THINGS = (
    "stern", "lampe", "korb", "feder", "garten", "kranich", "pfad", "bogen", "quelle", "wiese", "muschel", "krone",
    "faden", "spiegel", "pforte", "kompass", "kante", "brücke", "flut",
)  # fmt: skip
COMPANIES = {
    "medtech": ("Medizintechnik GmbH", "Implantate GmbH", "Sensorik AG", "Diagnostik GmbH", "Medical Devices SE"),
    "biotech": ("Biotech GmbH", "Biosciences AG", "Antikörper GmbH", "Zelltechnik GmbH", "Genomics UG"),
    "pharma": ("Pharma GmbH", "Arzneimittel AG", "Wirkstoffe GmbH & Co. KG"),
    "digital_health": ("Digital Health GmbH", "Health Software GmbH", "Medizindaten AG"),
    "services": ("Beratung GmbH", "Regulatory Services GmbH", "Labordienst GmbH", "Patentkanzlei PartG"),
    "other": ("Beteiligungen GmbH", "Logistik GmbH", "Anlagenbau GmbH"),
}
PUBLIC = {
    "university": "Hochschule {name}",
    "hospital": "Klinikum {name}",
    "research": "Institut für Lebenswissenschaften {name}",
    "public": "Wirtschaftsförderung {name}",
    "association": "Fachverband {name} e. V.",
}

SECTORS = {
    "medtech": 31.0, "biotech": 20.0, "services": 15.0, "research": 12.0, "pharma": 8.0, "digital_health": 8.0,
    "other": 3.5, "public": 2.5,
}  # fmt: skip
# From 2024 on digital health is one of the cluster's sectors: more of them join.
NEW_SECTORS = {**SECTORS, "digital_health": 24.0}
KINDS: Mapping[str, Mapping[str, float]] = {
    "research": {"research": 9, "university": 2, "hospital": 3},
    "public": {"public": 3, "association": 2},
}
SIZES: Mapping[str, Mapping[str, float]] = {
    "company": {"1-9": 42, "10-49": 35, "50-249": 15, "250+": 8},
    "university": {"50-249": 1, "250+": 5},
    "hospital": {"250+": 1},
    "research": {"10-49": 2, "50-249": 4, "250+": 2},
    "public": {"10-49": 3, "50-249": 2},
    "association": {"1-9": 3, "10-49": 1},
}
STATES = {"HH": 51.0, "SH": 43.0, "other": 6.0}
YOUNG = 6

Row = dict[str, str]


def rows() -> list[Row]:
    """The register, in the order in which its members joined."""
    chance = Random(SEED)
    names = _names(chance)
    found = [_member(chance, next(names), _long_ago(chance)) for _ in range(STOCK[0])]
    for step, leaving in enumerate(LEAVING):
        year = FIRST_YEAR + step
        _leave(chance, found, year, leaving)
        for _ in range(STOCK[step + 1] - STOCK[step] + leaving):
            found.append(_member(chance, next(names), _day(chance, year)))
    return sorted(found, key=lambda row: (row["joined"], row["member"]))


def on(day: dt.date, premium: bool = False) -> int:
    """How many members there are on a day (premium members only, if asked)."""
    said = day.isoformat()
    return sum(
        row["joined"] <= said and (not row["left"] or row["left"] > said) and (row["premium"] == "yes" or not premium)
        for row in rows()
    )


def _names(chance: Random) -> Iterator[str]:
    """Every name once, in a mixed order: no organisation is called like this."""
    names = [f"{coast}{thing}" for coast in COASTS for thing in THINGS]
    yield from sorted(names, key=lambda _: chance.random())


def _member(chance: Random, name: str, joined: dt.date) -> Row:
    sector = drawn(chance, NEW_SECTORS if joined.year >= 2024 else SECTORS)
    kind = drawn(chance, KINDS[sector]) if sector in KINDS else "company"
    size = drawn(chance, SIZES[kind])
    membership = _membership(chance, kind, size, joined)
    forms = COMPANIES.get(sector, ())
    return {
        "member": f"{name} {forms[int(chance.random() * len(forms))]}" if forms else PUBLIC[kind].format(name=name),
        "sector": sector, "size": size, "state": drawn(chance, STATES), "kind": kind, "membership": membership,
        "premium": "yes" if _premium(chance, membership, size) else "no", "joined": joined.isoformat(), "left": "",
    }  # fmt: skip


def _membership(chance: Random, kind: str, size: str, joined: dt.date) -> str:
    """A start-up is a small company that joined in the last years."""
    if kind in ("university", "hospital", "research"):
        return "academic"
    if kind != "company":
        return "supporting"
    if size == "1-9" and joined.year >= LAST_DAY.year - YOUNG:
        return "startup"
    return "supporting" if chance.random() < 0.06 else "full"


def _premium(chance: Random, membership: str, size: str) -> bool:
    return membership == "full" and chance.random() < {"50-249": 0.3, "250+": 0.6}.get(size, 0.07)


def _long_ago(chance: Random) -> dt.date:
    """Some day between the founding and the first year of the demo."""
    return _day(chance, FOUNDED + int(chance.random() * (FIRST_YEAR - FOUNDED)))


def _leave(chance: Random, found: list[Row], year: int, how_many: int) -> None:
    """So many members leave in a year: the small ones rather than the large ones, nobody in the year of joining."""
    staying = [row for row in found if not row["left"] and row["joined"] < str(year)]
    weights = {"1-9": 3.0, "10-49": 2.0, "50-249": 1.5, "250+": 1.0}
    for _ in range(how_many):
        at = int(drawn(chance, {str(number): weights[row["size"]] for number, row in enumerate(staying)}))
        staying.pop(at)["left"] = _leaving_day(chance, year).isoformat()


def _leaving_day(chance: Random, year: int) -> dt.date:
    """Most give notice to the end of the year; the rest leaves in its course, and so do all in the last, open year."""
    return dt.date(year, 12, 31) if year < LAST_DAY.year and chance.random() < 0.7 else _day(chance, year)


def _day(chance: Random, year: int) -> dt.date:
    days = (min(LAST_DAY, dt.date(year, 12, 30)) - dt.date(year, 1, 1)).days
    return dt.date(year, 1, 1) + dt.timedelta(days=int(chance.random() * days))
