"""What has changed since the last wave? Places then and now, and which moves are more than chance."""

from __future__ import annotations

from collections.abc import Mapping

from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value
from lsn_data.language import Language
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.answer import item_labels
from lsn_data.topics.priorities.change_said import meaning, message, notes
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.priorities.moved import Change, Move
from lsn_data.topics.priorities.waves import Since, figures_of, since_last


def change(store: Store, wave: Import, say: Language) -> Exhibit | None:
    """Each item's place in this wave and in the one before; None without a wave before. Raises NotShown."""
    since = since_last(store, wave)
    if since is None:
        return None
    labels = item_labels(store, since.earlier, say, short=True) | item_labels(store, wave, say, short=True)
    drawn = _drawn(since, labels, say)
    now, earlier = wave.wave or "", since.earlier.wave or ""
    return Exhibit(
        name="change",
        question=say("What has changed since the last survey wave?"),
        message=message(since, labels, say),
        title=say(
            "Places of {k} items (1 = highest priority), member surveys {earlier} (n = {before})"
            " and {now} (n = {after})",
            k=len(since.now.items),
            earlier=earlier,
            now=now,
            before=say.number(since.then.ranked),
            after=say.number(since.now.ranked),
        ),
        chart=Chart(
            "ranked places",
            drawn,
            {
                "label": "theme", "place": "now", "low": "low", "high": "high", "group": "group", "leading": "holds",
                "was": "then", "was_low": "was_low", "was_high": "was_high", "beside": "moved",
            },
            scale=max(2, len(since.now.items)),
            axis=say("Place and plausible places {now}, paler below: {earlier}", now=now, earlier=earlier),
        ),
        table=_figures(since, labels, say),
        notes=tuple(notes(store, since, labels, say)),
        sources=(survey_source(wave, say), survey_source(since.earlier, say)),
        answered=since.now.ranked,
        asked=wave.asked,
        say=say,
        meaning=tuple(meaning(since, labels, say)),
    )  # fmt: skip


def _items(since: Since) -> list[tuple[str, str]]:
    """The items in the order of the rows with what they belong to: both waves, this one alone, the earlier alone."""
    both = [(one.item, "") for one in since.now.items]
    return [*both, *((item, "now") for item in since.only_now), *((item, "then") for item in since.only_then)]


def _only(which: str, since: Since, say: Language) -> str:
    """`asked in 2024 only`, or nothing for an item of both waves."""
    wave = {"now": since.wave.wave, "then": since.earlier.wave}.get(which)
    return say("asked in {wave} only", wave=wave) if wave else ""


def _drawn(since: Since, labels: Mapping[str, str], say: Language) -> Table:
    """What the chart draws: today's places with their ranges, those before, and what moved."""
    names = ("theme", "now", "low", "high", "then", "was_low", "was_high")
    columns = [
        Column(name, head, "text" if name == "theme" else "place")
        for name, head in zip(names, _heads(since, say), strict=True)
    ]
    columns += [Column("moved", say("Moved on average")), Column("holds", "holds", "yes"), Column("group", "group")]
    moves = {one.item: one for one in since.moves}
    rows: list[tuple[Value, ...]] = []
    for item, which in _items(since):
        one, only = moves.get(item), _only(which, since, say)
        beside = None if one is None else _moved(one.change, say)
        rows.append((labels[item], *_places(since, item), beside, int(one is not None and one.holds), only))
    return Table(tuple(columns), tuple(rows))


def _heads(since: Since, say: Language) -> list[str]:
    """The headings of theme, place and range now, place and range then."""
    told = [say("Theme")]
    for wave in (since.wave.wave, since.earlier.wave):
        told += [
            say("Place {wave}", wave=wave),
            say("Plausible from ({wave})", wave=wave),
            say("Plausible to ({wave})", wave=wave),
        ]
    return told


def _places(since: Since, item: str) -> list[Value]:
    """Place, low and high: now, then before; None where the item was not asked both times."""
    told: list[Value] = []
    for view in (since.now, since.then):
        one = figures_of(view, item)
        told += [one.place, one.place_low, one.place_high] if one else [None, None, None]
    return told


def _moved(found: Change | None, say: Language) -> str | None:
    """`0.8 up`, `0.6 back`, or `open` where chance could have done it."""
    if found is None:
        return None
    if not found.holds:
        return say("open")
    places = say.number(abs(found.places), 1)
    return say("{n} up", n=places) if found.places > 0 else say("{n} back", n=places)


def _figures(since: Since, labels: Mapping[str, str], say: Language) -> Table:
    """All figures: places and ranges of both waves, the move with its error, and that of those who ranked twice."""
    heads = _heads(since, say)
    columns = [
        Column("theme", heads[0]),
        *(Column(f"place{at}", head, "place") for at, head in enumerate(heads[4:] + heads[1:4])),
        Column("change", say("Places gained on average"), "mean"),
        Column("error", say("Standard error"), "mean"),
        Column("told", say("More than chance?")),
    ]
    if since.panel:
        columns.append(Column("panel", say("Ranked both times (n = {n}): places gained", n=since.panel), "mean"))
    moves = {one.item: one for one in since.moves}
    return Table(tuple(columns), tuple(_row(item, which, since, moves, labels, say) for item, which in _items(since)))


def _row(
    item: str, which: str, since: Since, moves: Mapping[str, Move], labels: Mapping[str, str], say: Language
) -> tuple[Value, ...]:
    one, places = moves.get(item), _places(since, item)
    found = one.change if one else None
    told = _only(which, since, say) or (say("too few answers") if found is None else _word(found, say))
    row: list[Value] = [labels[item], *places[3:], *places[:3]]
    row += [found.places if found else None, found.error if found else None, told]
    if since.panel:
        row.append(one.panel.places if one and one.panel else None)
    return tuple(row)


def _word(found: Change, say: Language) -> str:
    return say("moved") if found.holds else say("open")
