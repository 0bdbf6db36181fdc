"""Which programmes and funders pay for projects, and how much of it is known?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.projects import words
from lsn_data.topics.projects.answer import chosen, funders_of, known
from lsn_data.topics.projects.compute import Row
from lsn_data.topics.projects.exhibits import sources_of
from lsn_data.topics.projects.funding import doubtful, open_amounts
from lsn_data.topics.projects.funding import methods as methods_of_money
from lsn_data.topics.projects.money import Money, money

_JOINED = "; "


def by_payer(store: Store, say: Language, filters: Mapping[str, str], today: dt.date | None = None) -> Exhibit | None:
    """A row each programme (or funder, where no programme is named), the most sure money first; None without any."""
    found = chosen(known(store, today), filters)
    groups = _groups(found.payments)
    if not groups:
        return None
    table = Table(_columns(say), tuple(_row(name, paid, say) for name, paid in groups.items()))
    return Exhibit(
        name="projects-funders",
        question=say("Which programmes and funders pay for the projects?"),
        message=_message(len(groups), money(found.payments), say),
        title=_title(filters, say),
        chart=Chart("table", table),
        table=table,
        notes=tuple(doubtful(found, say)),
        sources=sources_of(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=methods_of_money(say),
        ways={
            (at, "programme"): Way("", (("programme", name),))
            for at, name in enumerate(groups)
            if name and _JOINED not in name
        },
    )


def _groups(payments: Iterable[Row]) -> dict[str, list[Row]]:
    """The funding rows of each programme, of those without one of their funders; the most sure money first."""
    groups: dict[str, list[Row]] = {}
    for row in payments:
        groups.setdefault(row["programme"] or _JOINED.join(funders_of(row)), []).append(row)
    return dict(sorted(groups.items(), key=lambda one: (-sum(money(one[1]).sums.values()), -len(one[1]), one[0])))


def _columns(say: Language) -> tuple[Column, ...]:
    return (
        Column("programme", say("Programme or funder")),
        Column("funders", say("Funders"), under="programme"),
        Column("projects", say("Projects"), "prose"),
        Column("sure", say("Amounts that are sure")),
        Column("doubtful", say("In doubt"), "count"),
        Column("unknown", say("Not known"), "count"),
    )


def _row(name: str, paid: Sequence[Row], say: Language) -> tuple[Value, ...]:
    total = money(paid)
    funders = dict.fromkeys(one for row in paid if row["programme"] for one in funders_of(row))
    return (
        _named(name, say),
        ", ".join(words.payer(one, say) for one in funders) or None,
        ", ".join(dict.fromkeys(row["project"] for row in paid)),
        words.amounts(total.sums, say) or "–",
        total.doubtful,
        total.unknown,
    )


def _named(name: str, say: Language) -> str:
    return _JOINED.join(words.payer(one, say) for one in name.split(_JOINED)) or say("payer not stated")


def _message(groups: int, total: Money, say: Language) -> str:
    """How many pay, how many amounts are sure, how many are not."""
    payers = say.plural("{n} programme or funder", "{n} programmes and funders", groups)
    amounts = total.known + total.doubtful + total.unknown
    sure = say.plural("{n} of {all} amounts is sure", "{n} of {all} amounts are sure", total.known, all=amounts)
    rest = open_amounts(total, say)
    if not total.known:
        return say.plural(
            "{payers} pays for projects; no amount is sure: {open}",
            "{payers} pay for projects; no amount is sure: {open}",
            groups, payers=payers, open=rest,
        )  # fmt: skip
    told = say.plural(
        "{payers} pays for projects; {sure}", "{payers} pay for projects; {sure}", groups, payers=payers, sure=sure
    )
    return say("{finding}, {open}", finding=told, open=rest) if rest else told


def _title(filters: Mapping[str, str], say: Language) -> str:
    said = say("Money of the projects by programme and funder")
    return ", ".join(one for one in (said, words.scope(filters, say)) if one)
