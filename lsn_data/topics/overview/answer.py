"""What do survey and registers say of each theme? One row a theme, and one for what was asked but is no theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lsn_data.disclosure import NotShown
from lsn_data.store import Import, Store, demo_shown, shown_waves
from lsn_data.topics.kpis.answer import Kpi, kpis
from lsn_data.topics.overview.balance import Balance
from lsn_data.topics.overview.balance_answer import balanced
from lsn_data.topics.priorities.answer import answer
from lsn_data.topics.priorities.compute import Answer
from lsn_data.topics.strategy.answer import OWN, frame_of, measures_of, rows
from lsn_data.topics.strategy.compute import Frame, Row
from lsn_data.topics.swot.answer import coverage

PUBLISHED_PLACE = "survey-place-"
PUBLISHED_PLACES = 7
UNKNOWN = Balance(None, None)


@dataclass(frozen=True)
class Standing:
    """A place among the members, with the places that are plausible (the same twice: none is known)."""

    place: int
    low: int
    high: int
    tier: int = 0
    published: bool = False


@dataclass(frozen=True)
class ThemeRow:
    """A theme (None: an item that was asked and is no theme), and all that is known of it."""

    theme: str | None
    item: str | None
    standing: Standing | None
    kpis: tuple[Kpi, ...] = ()
    measures: tuple[Row, ...] = ()
    details: int = 0
    projects: tuple[Row, ...] = ()
    answered: int | None = None
    factors: int = 0
    balance: Balance = UNKNOWN

    @property
    def lead(self) -> Kpi | None:
        """The KPI that stands for the theme."""
        return lead_of(self.kpis)


@dataclass(frozen=True)
class Overview:
    """All rows in the order of the page, with what they were made from."""

    frame: Frame
    rows: tuple[ThemeRow, ...]
    wave: Import | None
    found: Answer | None
    scale: int
    used: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    @property
    def links_known(self) -> bool:
        """Does any measure name a SWOT factor?"""
        return any(one.answered is not None for one in self.rows)

    @property
    def themes(self) -> tuple[ThemeRow, ...]:
        """The rows that are themes of the strategy."""
        return tuple(one for one in self.rows if one.theme)


def lead_of(found: Sequence[Kpi]) -> Kpi | None:
    """The KPI that stands for a theme: the first outcome that is rated, else one with values, else the first."""
    outcomes = [one for one in found if one.is_outcome] or list(found)
    rated = [one for one in outcomes if one.rating not in (None, "no target", "too few points")]
    return next(iter([*rated, *(one for one in outcomes if one.newest), *outcomes]), None)


def overview(store: Store, wave_name: str | None = None) -> Overview:
    """The overview as it stands today. Raises Refused where our strategy is not known."""
    found = frame_of(store, OWN)
    wave, figures = _survey(store, wave_name)
    registers = {kind: rows(store, kind) for kind in ("kpi", "projects", "swot")}
    registers |= {"measures": measures_of(store, OWN)}
    known = _Known(kpis(store), coverage(store), balanced(store, wave_name).themes)
    published = _published(store) if figures is None else {}
    places = {place.theme: place for place in _places(store, wave, figures)} if figures else published
    themes = [
        _theme(theme["code"], places.get(theme["code"]), registers, known)
        for theme in found.themes
    ]  # fmt: skip
    themes.sort(key=lambda one: one.standing.place if one.standing else len(themes) + PUBLISHED_PLACES)
    beyond = [one for one in _places(store, wave, figures) if one.theme is None] if figures else []
    used = {**registers, "context": _published_rows(store) if published else []}
    scale = len(figures.items) if figures else PUBLISHED_PLACES
    return Overview(found, (*beyond, *themes), wave if figures else None, figures, scale, used)


def standings(store: Store) -> tuple[dict[str, Standing], int, Import | None]:
    """The places of the themes among the members as far as they may be shown, of how many, and by which survey."""
    wave, figures = _survey(store, None)
    places = _places(store, wave, figures) if figures else list(_published(store).values())
    found = {one.theme: one.standing for one in places if one.theme and one.standing}
    return found, len(figures.items) if figures else PUBLISHED_PLACES, wave if figures else None


def doubts(found: Overview) -> list[Row]:
    """The published places whose theme is our inference."""
    return [row for row in found.used["context"] if "inferred" in (row["source"] or "")]


def _survey(store: Store, name: str | None) -> tuple[Import | None, Answer | None]:
    """The newest wave and its figures; none where too few ranked, and the demo's never beside real registers."""
    found = (one for one in shown_waves(store, demo_shown(store)) if name in (None, one.wave))
    wave = next(found, None)
    if wave is None:
        return None, None
    try:
        return wave, answer(store, wave)
    except NotShown:
        return None, None


def _places(store: Store, wave: Import | None, figures: Answer | None) -> list[ThemeRow]:
    """A row for each item asked, with the theme that it became."""
    if wave is None or figures is None:
        return []
    theme_of = {row["item"]: row["theme"] for row in store.ask("items", **{"import": wave.import_id})}
    tier_of = {item: at for at, tier in enumerate(figures.tiers) for item in tier}
    return [
        ThemeRow(
            theme_of[one.item],
            one.item,
            Standing(one.place, one.place_low, one.place_high, tier_of[one.item]),
        )
        for one in figures.items
    ]


def _published_rows(store: Store) -> list[Row]:
    return [row for row in rows(store, "context") if row["figure"].startswith(PUBLISHED_PLACE) and row["theme"]]


def _published(store: Store) -> dict[str | None, ThemeRow]:
    """The places that the strategy itself reports, without ranges."""
    return {
        row["theme"]: ThemeRow(row["theme"], None, _as_published(int(row["value"]))) for row in _published_rows(store)
    }


def _as_published(place: int) -> Standing:
    return Standing(place, place, place, published=True)


@dataclass(frozen=True)
class _Known:
    """What other topics tell of every theme."""

    kpis: Sequence[Kpi]
    coverage: Mapping[str, tuple[int | None, int]]
    balances: Mapping[str, Balance]


def _theme(theme: str, place: ThemeRow | None, registers: Mapping[str, Sequence[Row]], known: _Known) -> ThemeRow:
    """A theme with what the registers hold under it; a project counts at each of its themes."""
    measures = [row for row in registers["measures"] if row["theme"] == theme]
    answered, factors = known.coverage.get(theme, (None, 0))
    return ThemeRow(
        theme,
        place.item if place else None,
        place.standing if place else None,
        tuple(one for one in known.kpis if one.theme == theme),
        tuple(row for row in measures if not row["parent"]),
        sum(bool(row["parent"]) for row in measures),
        tuple(row for row in registers["projects"] if theme in (row["themes"] or ())),
        answered,
        factors,
        known.balances.get(theme, UNKNOWN),
    )
