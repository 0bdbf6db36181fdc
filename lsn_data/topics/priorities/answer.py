"""What did the members of a view answer? Asks the store, keeps to what may be shown, computes.

A view is all respondents of a wave, or those in one group of an attribute, or of several. The page, the slide and
the command line all come through here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lsn_data.disclosure import FEWEST, Group, NotShown, View, codes_of, nearest, side_by_side, where_named
from lsn_data.disclosure.decide import is_run
from lsn_data.language import Language, mark
from lsn_data.sheets.survey import ATTRIBUTES, attribute_of, known_item
from lsn_data.store import Import, Store, shown_views
from lsn_data.topics.naming import first_of
from lsn_data.topics.priorities.as_json import difference_json, view_json
from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.priorities.compute import Answer, analyse
from lsn_data.topics.priorities.differences import differences

TOO_ALIKE = mark(
    "Too few answers came or went since an earlier version of this wave, or since the same survey under another name:"
    " they would show."
)
# A group of more codes than this is named by its first ones.
NAMED = 4
ATTRIBUTE_NAMES = tuple(attribute.name for attribute in ATTRIBUTES)
Row = tuple[list[int | None], int]
# The groups of attributes that a view is limited to, by name: {"sector": "biotech", "state": "SH"}; {} is everybody.
Where = Mapping[str, str]


def answer(
    store: Store, wave: Import, by: str | None = None, group: str | None = None, also: str | None = None
) -> Answer:
    """The figures of a wave, of one group of an attribute, or of that group narrowed to groups of others (`also`).

    `group` and `also` are named as `Group.code` and `View.code` have it. Raises NotShown for a view that may not be
    shown.
    """
    return view_answer(store, wave, where_of(by, group, also))


def where_of(by: str | None, group: str | None, also: str | None = None) -> dict[str, str]:
    """The groups of attributes that a view is limited to.

    >>> where_of("sector", "biotech", "state=SH & size=1-9")
    {'sector': 'biotech', 'state': 'SH', 'size': '1-9'}
    """
    return ({by: group} if by and group else {}) | where_named(also or "")


def view_answer(store: Store, wave: Import, where: Where) -> Answer:
    """The figures of those who are in all of the groups told ({}: of everybody). Raises NotShown."""
    if not where:
        found = _analysed(store, wave, _rows(store, wave), asked=wave.asked)
        if not offered(store, wave):
            raise NotShown(TOO_ALIKE)
        return found
    if unknown := [name for name in where if name not in ATTRIBUTE_NAMES]:
        raise KeyError(unknown[0])
    shown = next((view for view in offered(store, wave) if view.where == dict(where)), None)
    if shown is None:
        raise not_shown(store, wave, where)
    return _analysed(store, wave, _rows(store, wave, dict(shown.parts)), asked=None)


def groups(store: Store, wave: Import, by: str, within: Where | None = None) -> tuple[Group, ...]:
    """The groups of an attribute that may stand side by side, by the number of those who ranked; empty if none may.

    `within` narrows them to those who are in groups of other attributes as well.
    """
    if by not in ATTRIBUTE_NAMES:
        raise KeyError(by)
    return side_by_side(offered(store, wave), by, within or {})


def group_answer(store: Store, wave: Import, by: str, group: Group, within: Where | None = None) -> Answer:
    """The figures of one of the `groups`. How many of the group were asked is not known here."""
    where = {**codes_of(within or {}), by: group.codes}
    return _analysed(store, wave, _rows(store, wave, where), asked=None)


def offered(store: Store, wave: Import) -> tuple[View, ...]:
    """Every view that a wave offers, everybody first; decided when it was stored."""
    return shown_views(store, wave.import_id)


def not_shown(store: Store, wave: Import, where: Where) -> NotShown:
    """The refusal of a view, or of a comparison by an attribute (its code is empty), naming the nearest ones."""
    return NotShown(_why_not(store, wave, where), nearest(offered(store, wave), where), fewest=FEWEST)


def _why_not(store: Store, wave: Import, where: Where) -> str:
    told = store.ask_columns("respondents_known", **{"import": wave.import_id})
    if any(not any(told[name]) for name in where):
        return mark("The answers of this wave do not tell such groups: the survey did not ask for them.")
    if len(where) > 1:
        return mark("These groups together are too few, or would let single answers be worked out from other views.")
    if "" in where.values():
        return mark("There are no two groups of {fewest} or more answers that could stand side by side.")
    return mark("Fewer than {fewest} answers: this view would let single answers be recognised.")


def group_label(by: str, group: Group, say: Language) -> str:
    """`Pharma`, or `Pharma, Services and no answer` for a merged group; of many the first and how many more."""
    return codes_label(by, group.codes, say)


def codes_label(by: str, codes: Sequence[str], say: Language) -> str:
    """The codes of an attribute in words; sizes that follow each other as one: `1–49 employees`."""
    if by == "size" and len(codes) > 1 and is_run(by, codes):
        low, high = codes[0].split("-")[0], codes[-1].split("-")[-1]
        if high.endswith("+"):
            return say("{low} employees or more", low=low)
        return say("{low}–{high} employees", low=low, high=high)
    attribute = attribute_of(by)
    choices = [attribute.choice(code) for code in codes]
    names = [say.both(choice.label) if choice else say("no answer") for choice in choices]
    return first_of(names, NAMED, NAMED - 1, say)


def view_label(where: Where, say: Language) -> str:
    """`Sector: Biotech · State: Hamburg`: whose answers a view shows."""
    told = [
        say("{attribute}: {group}", attribute=say.both(attribute_of(by).label), group=codes_label(by, codes, say))
        for by, codes in codes_of(where).items()
    ]
    return " · ".join(told) or say("all members")


def item_labels(store: Store, wave: Import, say: Language, short: bool = False) -> dict[str, str]:
    """What the wave's items are called: ours for known items, the file's for others."""
    labels = {}
    for row in store.ask("items", **{"import": wave.import_id}):
        known = known_item(row["item"])
        labels[row["item"]] = say.both(known.short if short else known.label) if known else row["label"]
    return labels


def ranking(
    store: Store, wave: Import, say: Language, by: str | None = None, where: Where | None = None
) -> dict[str, Any]:
    """The JSON of `ranking`: the figures of a view, or of all groups of an attribute (within a view).

    Groups and filters that may not be shown give `suppressed` with the nearest views, not an error.
    """
    try:
        if by is None:
            found = view_answer(store, wave, where or {})
            return _view_json(store, wave, found, found.ranked if where else wave.rows_kept, say)
        return _groups_json(store, wave, by, where or {}, say)
    except NotShown as refusal:
        return {
            "wave": wave.wave,
            "suppressed": {"why": refusal.said(say), "nearest": [view.code for view in refusal.nearest]},
            "items": [],
            "verdict": refusal.said(say),
            "notes": [refusal.said(say)],
            **({"by": by, "groups": [], "differences": []} if by else {}),
        }


def _groups_json(store: Store, wave: Import, by: str, within: Where, say: Language) -> dict[str, Any]:
    shown = groups(store, wave, by, within)
    if not shown:
        raise not_shown(store, wave, {by: "", **within})
    merged = [code or "none" for group in shown if len(group.codes) > 1 for code in group.codes]
    found = [group_answer(store, wave, by, group, within) for group in shown]
    return {
        "wave": wave.wave,
        "by": by,
        "where": dict(within),
        "groups": [
            {
                "group": group.code,
                "merged_from": [code or "none" for code in group.codes] if len(group.codes) > 1 else [],
                **_view_json(store, wave, view, group.n, say),
            }
            for group, view in zip(shown, found, strict=True)
        ],
        "suppressed": merged,
        "differences": [
            difference_json(one, [group.code for group in shown])
            for one in differences([view.ballots for view in found])
        ],
    }


def _rows(store: Store, wave: Import, where: Mapping[str, tuple[str, ...]] | None = None) -> list[Row]:
    codes = {name: list((where or {})[name]) if name in (where or {}) else None for name in ATTRIBUTE_NAMES}
    query = store.ask("ballots_where", **{"import": wave.import_id, **codes})
    return [(row["places"], row["n"]) for row in query]


def _item_codes(store: Store, wave: Import) -> list[str]:
    return [row["item"] for row in store.ask("items", **{"import": wave.import_id})]


def _analysed(store: Store, wave: Import, rows: list[Row], asked: int | None) -> Answer:
    blank_means = wave.report["ranking"]["blank_means"]
    ballots = Ballots.of(_item_codes(store, wave), rows, blank_means)
    if not ballots.ranked:
        raise NotShown(mark("No member has ranked the themes yet."), ())
    if ballots.ranked < FEWEST:
        raise NotShown(
            mark("Fewer than {fewest} members ranked the themes: nothing is shown, so that nobody is recognised."),
            (),
            fewest=FEWEST,
        )
    return analyse(ballots, asked, fewest=FEWEST)


def _view_json(store: Store, wave: Import, found: Answer, answered: int, say: Language) -> dict[str, Any]:
    labels, short = (item_labels(store, wave, say, short=short) for short in (False, True))
    return view_json(found, wave, answered, labels, short, _themes(store, wave), say)


def _themes(store: Store, wave: Import) -> dict[str, str | None]:
    return {row["item"]: row["theme"] for row in store.ask("items", **{"import": wave.import_id})}
