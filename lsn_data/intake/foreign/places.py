"""In which state is a member at home, as far as a postcode, a town or an address tells?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from lsn_data.sheets.declared import plain

# From, to (both included), state. What lies in between and is not named is another state's.
POSTCODES = (
    (20000, 20999, "HH"), (21000, 21149, "HH"),
    (21465, 21521, "SH"), (21523, 21529, "SH"),  # 21522 is Hohnstorf, Lower Saxony
    (22000, 22843, "HH"), (22844, 22999, "SH"),
    (23500, 23919, "SH"), (24000, 24999, "SH"), (25000, 25999, "SH"),
    (27498, 27498, "SH"), (27499, 27499, "HH"),  # Heligoland; the island of Neuwerk
)  # fmt: skip
# Postcodes that lie in both states: only the town decides.
SHARED = frozenset((21039, 22113, 22145))
TOWNS = {
    "HH": (
        "Hamburg", "Altona", "Bahrenfeld", "Barmbek", "Bergedorf", "Billbrook", "Billstedt", "Blankenese", "Eimsbüttel",
        "Eppendorf", "Finkenwerder", "Hammerbrook", "Harburg", "Lokstedt", "Niendorf", "Ottensen", "Rahlstedt",
        "Rothenburgsort", "Stellingen", "Uhlenhorst", "Wandsbek", "Wilhelmsburg", "Winterhude",
    ),
    "SH": (
        "Ahrensburg", "Altenholz", "Aumühle", "Bad Bramstedt", "Bad Malente", "Bad Oldesloe", "Bad Schwartau",
        "Bad Segeberg", "Bargteheide", "Barsbüttel", "Boostedt", "Borstel", "Braak", "Bredstedt", "Brunsbüttel",
        "Büdelsdorf", "Büchen", "Börnsen", "Eckernförde", "Ellerau", "Elmshorn", "Escheburg", "Eutin", "Fehmarn",
        "Flensburg", "Flintbek", "Fockbek", "Geesthacht", "Glinde", "Glückstadt", "Großhansdorf", "Halstenbek",
        "Handewitt", "Harrislee", "Heide", "Heikendorf", "Heiligenhafen", "Helgoland", "Henstedt-Ulzburg",
        "Hohenlockstedt",
        "Husum", "Itzehoe", "Kaltenkirchen", "Kappeln", "Kiel", "Kronshagen", "Lauenburg", "Lübeck", "Lütjensee",
        "Meldorf", "Molfsee", "Mölln", "Neumünster", "Neustadt in Holstein", "Niebüll", "Norderstedt", "Oststeinbek",
        "Pinneberg", "Plön", "Preetz", "Quickborn", "Raisdorf", "Ratekau", "Ratzeburg", "Reinbek", "Reinfeld",
        "Rellingen",
        "Rendsburg", "Scharbeutz", "Schenefeld", "Schleswig", "Schwarzenbek", "Schwentinental", "Schönkirchen",
        "Stapelfeld", "Stockelsdorf", "Strande", "Sylt", "Tangstedt", "Tornesch", "Trappenkamp", "Travemünde",
        "Trittau",
        "Uetersen", "Wahlstedt", "Wedel", "Wentorf", "Westerland",
    ),
    "other": (
        "Aachen", "Augsburg", "Baden-Württemberg", "Bayern", "Berlin", "Bielefeld", "Bochum", "Bonn", "Brandenburg",
        "Braunschweig", "Bremen", "Bremerhaven", "Buchholz in der Nordheide", "Buxtehude", "Cuxhaven", "Dortmund",
        "Dresden", "Duisburg", "Düsseldorf", "Erfurt", "Essen", "Frankfurt", "Freiburg", "Greifswald", "Göttingen",
        "Halle", "Hannover", "Heidelberg", "Hessen", "Jena", "Karlsruhe", "Kassel", "Köln", "Leipzig", "Lüneburg",
        "Magdeburg", "Mainz", "Mannheim", "Mecklenburg-Vorpommern", "München", "Münster", "Niedersachsen",
        "Nordrhein-Westfalen", "Nürnberg", "Oldenburg", "Osnabrück", "Potsdam", "Rheinland-Pfalz", "Rostock",
        "Saarland",
        "Sachsen", "Sachsen-Anhalt", "Schwerin", "Seevetal", "Stade", "Stuttgart", "Thüringen", "Tübingen", "Ulm",
        "Wismar", "Würzburg", "Lower Saxony", "Bavaria", "Hesse", "Saxony", "Munich", "Cologne",
    ),
}  # fmt: skip
SAID = {
    "HH": ("HH", "Freie und Hansestadt Hamburg", "FHH"),
    "SH": ("SH", "Schleswig-Holstein", "Schl.-Holst.", "S-H"),
    "other": ("NI", "NDS", "MV", "BE", "HB", "NRW", "NW", "BY", "BW", "RP", "SN", "ST", "TH", "SL", "BB", "HE"),
}
HOME = frozenset(("de", "d", "deutschland", "germany", "bundesrepublik deutschland", "brd", "ger"))
_POSTCODE = re.compile(r"(?<![\d.,])(?:(?P<land>[A-Za-z]{1,3})[\s-]{1,2})?(?P<code>\d{4,5})(?!\d)")


@dataclass(frozen=True)
class Place:
    """The state, or why there is none: "shared-postcode", "place-contradicts", "place-unknown"; "": nothing told."""

    state: str | None
    why: str = ""


def place_of(texts: Iterable[str]) -> Place:
    """The state that the cells of a row tell together: a postcode, a town, an address, a country.

    >>> place_of(["20095 Hamburg"]).state, place_of(["D-23562", "Lübeck"]).state, place_of(["23936"]).state
    ('HH', 'SH', 'other')
    >>> place_of(["22113"]), place_of(["22113", "Oststeinbek"]).state
    (Place(state=None, why='shared-postcode'), 'SH')
    """
    return _place(tuple(text for text in texts if text))


@lru_cache(maxsize=65536)
def _place(texts: tuple[str, ...]) -> Place:
    said = [text for text in texts if plain(text) not in HOME]
    if not said:
        return Place(None)
    codes = [found for text in said for found in _states_by_postcode(text)]
    towns = {state for text in said for state in _states_by_name(text)}
    certain = {state for state in codes if state}
    if len(certain) == 1:
        state = next(iter(certain))
        return Place(None, "place-contradicts") if towns and state not in towns else Place(state)
    if len(towns) == 1 and not certain:
        return Place(next(iter(towns)))
    if certain or towns:
        return Place(None, "place-contradicts")
    return Place(None, "shared-postcode" if codes else "place-unknown")


def _states_by_postcode(text: str) -> list[str | None]:
    """The state of each postcode in a text; None for one that lies in two states."""
    found: list[str | None] = []
    for match in _POSTCODE.finditer(text):
        land, code = (match["land"] or "").casefold(), int(match["code"])
        alone = match[0].strip() == text.strip()
        if land and land not in HOME and (alone or land in ("dk", "a", "at", "ch", "nl", "b", "s", "se", "fi", "pl")):
            found.append("other")
        elif len(match["code"]) == 4:
            # A German postcode that lost its zero, or one from abroad; within an address it may be anything.
            found.extend(["other"] if alone else [])
        else:
            found.append(None if code in SHARED else _state_of_code(code))
    return found


def _state_of_code(code: int) -> str:
    return next((state for first, last, state in POSTCODES if first <= code <= last), "other")


def _states_by_name(text: str) -> set[str]:
    """The states of the towns and countries that a text names; a state's own name or sign only alone."""
    said = plain(text)
    if said in _signs():
        return {_signs()[said]}
    words = f" {said} "
    named = {name: state for name, state in _towns().items() if f" {name} " in words}
    # "Hamburg-Harburg" names one place twice; "Neustadt in Holstein" is not "Neustadt".
    if named:
        return set(named.values())
    last = said.rsplit(" ", 1)[-1]
    return {"other"} if said in abroad() or last in abroad() else set()


@cache
def _signs() -> dict[str, str]:
    return {plain(name): state for state, names in SAID.items() for name in names}


@cache
def _towns() -> dict[str, str]:
    return {plain(name): state for state, names in (*TOWNS.items(), *SAID.items()) for name in names if len(name) > 3}


@cache
def abroad() -> dict[str, str]:
    """Every country but Germany by its German and English name, made plain: its code in two letters."""
    found = {}
    for language in ("en", "de"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("DE", "EU", "EZ", "UN", "ZZ"):
                found[plain(name)] = code
    extra = {"usa": "US", "uk": "GB", "england": "GB", "schottland": "GB", "scotland": "GB", "holland": "NL",
             "großbritannien": "GB", "great britain": "GB", "tschechische republik": "CZ", "czech republic": "CZ",
             "south korea": "KR", "südkorea": "KR", "faroe islands": "FO", "färöer": "FO"}  # fmt: skip
    return {**found, **extra}


def country_of(text: str) -> str:
    """A country's code in two letters by its name in English or German; another text as it is.

    >>> country_of("Dänemark"), country_of("Germany"), country_of("DK"), country_of("Baltic states")
    ('DK', 'DE', 'DK', 'Baltic states')
    """
    said = plain(text)
    if said in ("deutschland", "germany", "d", "bundesrepublik deutschland"):
        return "DE"
    return abroad().get(said, text.upper() if re.fullmatch(r"[A-Za-z]{2}", text) else text)
