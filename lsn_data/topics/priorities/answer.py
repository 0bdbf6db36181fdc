"""What did the members of a view answer? Asks the store, keeps to what may be shown, computes.

A view is all respondents of a wave, or one group of one attribute. The page, the slide and the command line all
come through here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from lsn_data.exhibit.disclosure import FEWEST, Group, NotShown, View, groups_of
from lsn_data.language import Language, mark
from lsn_data.sheets.survey import ATTRIBUTES, attribute_of, known_item
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.as_json import difference_json, view_json
from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.priorities.compute import Answer, analyse
from lsn_data.topics.priorities.differences import differences

ATTRIBUTE_NAMES = tuple(attribute.name for attribute in ATTRIBUTES)
Row = tuple[list[int | None], int]


def answer(store: Store, wave: Import, by: str | None = None, group: str | None = None) -> Answer:
    """The figures of a wave, or of one group of an attribute. Raises NotShown for a view that may not be shown."""
    if by is None:
        return _analysed(store, wave, _rows(store, wave), asked=wave.asked)
    found = next((one for one in groups(store, wave, by) if one.code == group), None)
    if found is None:
        raise not_shown(store, wave, by)
    return group_answer(store, wave, by, found)


def groups(store: Store, wave: Import, by: str) -> tuple[Group, ...]:
    """The groups of an attribute that may be shown, by the number of those who ranked; empty if none may."""
    counts = {
        value: Ballots.of(_item_codes(store, wave), rows).ranked for value, rows in _rows_by(store, wave, by).items()
    }
    return groups_of(counts)


def group_answer(store: Store, wave: Import, by: str, group: Group) -> Answer:
    """The figures of a group that may be shown. How many of the group were asked is not known here."""
    by_value = _rows_by(store, wave, by)
    return _analysed(store, wave, [row for code in group.codes for row in by_value[code]], asked=None)


def offered(store: Store, wave: Import) -> tuple[View, ...]:
    """Every view by attribute that a wave offers."""
    return tuple((by, group.code) for by in ATTRIBUTE_NAMES for group in groups(store, wave, by))


def not_shown(store: Store, wave: Import, by: str) -> NotShown:
    """The refusal of a view by an attribute, naming the nearest ones: of the same attribute, else of any."""
    views = offered(store, wave)
    same = tuple(view for view in views if view[0] == by)
    return NotShown(
        mark("Fewer than {fewest} answers: this view would let single answers be recognised."),
        same or views,
        fewest=FEWEST,
    )


def group_label(by: str, group: Group, say: Language) -> str:
    """`Pharma`, or `Pharma, Services and no answer` for a merged group."""
    attribute = attribute_of(by)
    choices = {code: attribute.choice(code) for code in group.codes}
    return say.listing([say.both(choice.label) if choice else say("no answer") for choice in choices.values()])


def item_labels(store: Store, wave: Import, say: Language, short: bool = False) -> dict[str, str]:
    """What the wave's items are called: ours for known items, the file's for others."""
    labels = {}
    for row in store.ask("items", **{"import": wave.import_id}):
        known = known_item(row["item"])
        labels[row["item"]] = say.both(known.short if short else known.label) if known else row["label"]
    return labels


def ranking(
    store: Store, wave: Import, say: Language, by: str | None = None, where: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The JSON of `ranking`: the figures of a view, or of all groups of an attribute.

    Groups and filters that may not be shown give `suppressed` with the nearest views, not an error.
    """
    try:
        if by is None and not where:
            return _view_json(store, wave, answer(store, wave), wave.rows_kept, say)
        if where and (by is not None or len(where) > 1):
            raise NotShown(
                mark("Combinations of attributes are not offered: a single answer could be worked out."),
                offered(store, wave),
            )
        if where:
            ((field, value),) = where.items()
            found = answer(store, wave, field, value)
            return _view_json(store, wave, found, found.ranked, say)
        assert by is not None
        return _groups_json(store, wave, by, say)
    except NotShown as refusal:
        return {
            "wave": wave.wave,
            "suppressed": {
                "why": refusal.said(say),
                "nearest": [f"{by}={code}" for by, code in refusal.nearest],
            },
            "items": [],
            "verdict": refusal.said(say),
        }


def _groups_json(store: Store, wave: Import, by: str, say: Language) -> dict[str, Any]:
    shown = groups(store, wave, by)
    if not shown:
        raise not_shown(store, wave, by)
    merged = [code or "none" for group in shown if len(group.codes) > 1 for code in group.codes]
    found = [group_answer(store, wave, by, group) for group in shown]
    return {
        "wave": wave.wave,
        "by": by,
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


def _rows(store: Store, wave: Import) -> list[Row]:
    return [(row["places"], row["n"]) for row in store.ask("ballots", **{"import": wave.import_id})]


def _rows_by(store: Store, wave: Import, by: str) -> dict[str, list[Row]]:
    if by not in ATTRIBUTE_NAMES:
        raise KeyError(by)
    by_value: dict[str, list[Row]] = defaultdict(list)
    for row in store.ask(f"ballots_by_{by}", **{"import": wave.import_id}):
        by_value[row["value"]].append((row["places"], row["n"]))
    return by_value


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
    return analyse(ballots, asked)


def _view_json(store: Store, wave: Import, found: Answer, answered: int, say: Language) -> dict[str, Any]:
    labels, short = (item_labels(store, wave, say, short=short) for short in (False, True))
    return view_json(found, wave, answered, labels, short, _themes(store, wave), say)


def _themes(store: Store, wave: Import) -> dict[str, str | None]:
    return {row["item"]: row["theme"] for row in store.ask("items", **{"import": wave.import_id})}
