"""Which measures are there, who owns them, when are they due, and what do they answer? The list as an exhibit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value, Way
from lsn_data.language import Language
from lsn_data.sheets.declared import plain
from lsn_data.store import Store
from lsn_data.topics.measures.compute import Row, is_followed, overdue, ownerless
from lsn_data.topics.measures.wording import code_of, labels, letters, principle_names, title_of
from lsn_data.topics.strategy.answer import OWN, frame_of, measures_of, name_of, sources, theme_names
from lsn_data.topics.strategy.shorthand import key
from lsn_data.topics.swot.answer import factors

BENEATH = "– "
Filters = Mapping[str, str]


@dataclass(frozen=True)
class Listed:
    """The measures that are shown, in order, of all there are; those that are late, and those that nobody owns."""

    rows: tuple[Row, ...]
    every: int
    late: frozenset[str]
    alone: frozenset[str]


def listed(rows: Sequence[Row], themes: Sequence[str], filters: Filters, today: dt.date) -> Listed:
    """The measures that pass the filters (theme, principle, status, addresses), children under their parents."""
    kept = [row for row in in_order(rows, themes) if passes(row, filters)]
    return Listed(
        tuple(kept),
        len(rows),
        frozenset(row["measure"] for row in overdue(kept, today)),
        frozenset(row["measure"] for row in ownerless(kept)),
    )


def passes(row: Row, filters: Filters) -> bool:
    """Does a measure pass the filters? One that is not given lets everything pass.

    >>> row = {"theme": "region", "principles": ["informing"], "status": None, "addresses": ["w3"]}
    >>> passes(row, {"theme": "region", "addresses": "W3"}), passes(row, {"principle": "networking"})
    (True, False)
    """
    factor = filters.get("addresses")
    return (
        filters.get("theme", row["theme"]) == row["theme"]
        and ("principle" not in filters or filters["principle"] in (row["principles"] or ()))
        and filters.get("status", row["status"] or "") == (row["status"] or "")
        and (factor is None or plain(factor) in map(plain, row["addresses"] or ()))
    )


def in_order(rows: Sequence[Row], themes: Sequence[str]) -> list[Row]:
    """Theme by theme; each measure is followed by those that belong to it. Each stands once.

    >>> rows = [{"measure": m, "parent": p, "theme": "region"} for m, p in (("a1", "a"), ("b", None), ("a", None))]
    >>> [row["measure"] for row in in_order(rows, ["region"])]
    ['b', 'a', 'a1']
    """
    order = {theme: at for at, theme in enumerate(themes)}
    ranked = sorted(rows, key=lambda row: order.get(row["theme"], len(order)))
    codes = {plain(row["measure"]) for row in rows}
    children: dict[str, list[Row]] = {}
    for row in ranked:
        parent = plain(row["parent"] or "")
        children.setdefault(parent if parent in codes - {plain(row["measure"])} else "", []).append(row)
    found: dict[str, Row] = {}
    _follow(children.get("", ()), children, found)
    _follow(ranked, children, found)  # measures that belong to one another in a circle
    return list(found.values())


def _follow(rows: Sequence[Row], children: Mapping[str, Sequence[Row]], found: dict[str, Row]) -> None:
    for row in rows:
        code = plain(row["measure"])
        if code not in found:
            found[code] = row
            _follow(children.get(code, ()), children, found)


def measures_list(store: Store, say: Language, filters: Filters, today: dt.date | None = None) -> Exhibit:
    """The measures that pass the filters. Raises Refused where our strategy is not known."""
    today = today or dt.date.today()
    frame, rows = frame_of(store, OWN), measures_of(store, OWN)
    asked = {name: value for name, value in filters.items() if name in ("theme", "principle", "status", "addresses")}
    found = listed(rows, [row["code"] for row in frame.themes], asked, today)
    principles, themes = principle_names(frame, say), theme_names(frame, say, short=True)
    return Exhibit(
        name="measures-list",
        question=say("Which measures are there, who owns them, and when are they due?"),
        message=_message(found, asked, say),
        title=_title(asked, {**themes, **principles}, store, today, say),
        chart=_chart(found),
        table=Table(_columns(principles, say), tuple(_row(row, found, principles, say) for row in found.rows)),
        notes=_notes(found, principles, say),
        sources=sources(store, "measures", [dict(row) for row in found.rows or rows], say),
        answered=None,
        asked=None,
        say=say,
        method=_method(say),
        ways=_ways(found),
    )


def _columns(principles: Mapping[str, str], say: Language) -> tuple[Column, ...]:
    return (
        Column("title", say("Measure"), "prose"),
        Column("code", say("Code"), under="title"),
        Column("principles", letters(principles, principles)),
        Column("status", say("Status")),
        Column("owner", say("Owner")),
        Column("due", say("Due")),
        Column("addresses", say("SWOT factors")),
    )


def _row(row: Row, found: Listed, principles: Mapping[str, str], say: Language) -> tuple[Value, ...]:
    late, alone = row["measure"] in found.late, row["measure"] in found.alone
    return (
        (BENEATH if row["parent"] else "") + title_of(row, say),
        code_of(row, say),
        letters(row["principles"] or (), principles) or say("none"),
        labels("measures", "status", say).get(row["status"], row["status"]),
        say("no owner") if alone else row["owner"],
        say("{day}, past", day=row["due"]) if late else row["due"],
        ", ".join(row["addresses"] or ()) or None,
    )


def _chart(found: Listed) -> Chart:
    """What is late, unowned or off strategy stands on a tint; a stronger line ends each theme."""
    look = [
        " ".join(
            name
            for name, marked in (
                ("due", row["measure"] in found.late),
                ("owner", row["measure"] in found.alone),
                ("principles", not row["principles"]),
            )
            if marked
        )
        for row in found.rows
    ]
    drawn = Table(
        (Column("look", "look"), Column("group", "group")),
        tuple((keys or None, row["theme"]) for keys, row in zip(look, found.rows, strict=True)),
    )
    return Chart("table", drawn, {"highlight": "look", "group": "group"})


def _ways(found: Listed) -> dict[tuple[int, str], Way]:
    """A code opens its measure; what it answers opens the SWOT."""
    ways = {(at, "code"): measure_way(row["measure"]) for at, row in enumerate(found.rows)}
    answering = {
        (at, "addresses"): Way("swot", (("factor", row["addresses"][0].upper()),))
        for at, row in enumerate(found.rows)
        if len(row["addresses"] or ()) == 1
    }
    return ways | answering


def measure_way(code: str) -> Way:
    """The way to one measure on its page."""
    return Way("measures", (("measure", code),))


def _message(found: Listed, asked: Filters, say: Language) -> str:
    """How many there are, how many are past their date, how many nobody owns: one calm sentence."""
    n = len(found.rows)
    if not n:
        return say("No measure matches the filters")
    counted = (
        say.plural("{n} measure", "{n} measures", n)
        if not asked
        else say("{n} of {all} measures", n=n, all=found.every)
    )
    if not any(is_followed(row) for row in found.rows):
        return say("{measures}: none has a status, a date or an owner yet", measures=counted)
    late = say.plural("{n} is past its date", "{n} are past their date", len(found.late))
    alone = say.plural("{n} has no owner", "{n} have no owner", len(found.alone))
    if found.late and found.alone:
        return say("{measures}: {late}, {alone}", measures=counted, late=late, alone=alone)
    if found.late or found.alone:
        return say("{measures}: {told}", measures=counted, told=late if found.late else alone)
    return say("{measures}: none is past its date, each one under way has an owner", measures=counted)


def _title(asked: Filters, names: Mapping[str, str], store: Store, today: dt.date, say: Language) -> str:
    """What is listed, the filters in words, and the day on which dates are judged."""
    parts = [say("{strategy}: measures by theme", strategy=name_of(OWN))]
    parts += [names[asked[name]] for name in ("theme", "principle") if asked.get(name) in names]
    if "status" in asked:
        parts.append(labels("measures", "status", say).get(asked["status"]) or say("without a status"))
    if "addresses" in asked:
        parts.append(say("answers {factor}", factor=factor_said(store, asked["addresses"], say)))
    return " · ".join([*parts, say("dates judged on {day}", day=say.date(today))])


def factor_said(store: Store, factor: str, say: Language) -> str:
    """A SWOT factor by its id and text: `W3 Brand promise unclear`; its id alone where it is not known."""
    found = next((row for row in factors(store) if plain(row["id"]) == plain(factor)), None)
    return f"{found['id']} {say.both((found['text_en'] or '', found['text_de'] or ''))}" if found else factor


def _notes(found: Listed, principles: Mapping[str, str], say: Language) -> tuple[str, ...]:
    names = say.listing(list(principles.values()))
    notes = [say("{letters} = {principles}.", letters=letters(principles, principles), principles=names)]
    themes = key({row["theme"] for row in found.rows}, say)
    if themes:
        notes.append(say("Codes begin with the letter of their theme: {themes}.", themes=themes))
    if any(row["addresses"] for row in found.rows):
        notes.append(
            say("SWOT factors that it answers: S strength, W weakness, O opportunity, T risk, by their number.")
        )
    return tuple(notes)


def _method(say: Language) -> tuple[Method, ...]:
    return (
        Method(
            say("Past its date"),
            say(
                "All of the day, month or year that it was due is over, and it is neither done nor dropped."
                " Nothing is said of measures without a date."
            ),
        ),
        Method(
            say("No owner"),
            say(
                "The measure has a status, a date or one that it belongs to, is neither done nor dropped, and names no"
                " team. The measures of the strategy document name none and are not counted."
            ),
        ),
    )
