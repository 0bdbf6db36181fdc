"""Do the members' groups want the same? The groups of one attribute side by side, and which differences hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsn_data.disclosure import FEWEST, NO_ANSWER, Group
from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value
from lsn_data.language import Language
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.answer import (
    Where,
    group_answer,
    group_label,
    groups,
    item_labels,
    not_shown,
    view_answer,
    view_label,
)
from lsn_data.topics.priorities.chance import DRAWS
from lsn_data.topics.priorities.compute import Answer, ItemFigures
from lsn_data.topics.priorities.differences import Difference, differences
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.priorities.wording import inside, listed_inside


@dataclass(frozen=True)
class Compared:
    """Groups side by side: their names, their figures, and the differences item by item."""

    names: tuple[str, ...]
    views: tuple[Answer, ...]
    found: tuple[Difference, ...]

    @property
    def holding(self) -> list[Difference]:
        """What is more than chance: first where two groups can be named, then what is surest."""
        held = [one for one in self.found if one.holds]
        return sorted(held, key=lambda one: (one.apart is None, one.p_holm, -(one.gap or 0)))

    @property
    def smallest_gap(self) -> float | None:
        """The gap that would have shown on any item; None if none could have, on some item at least.

        An item that everybody put on the same place has no spread in which a gap could hide.
        """
        gaps = [one.smallest_gap for one in self.found if one.p is not None and not one.same]
        known = [gap for gap in gaps if gap is not None]
        return max(known) if known and len(known) == len(gaps) else None

    def figures(self, group: int, item: str) -> ItemFigures:
        """What a group says of an item."""
        return next(one for one in self.views[group].items if one.item == item)


def segments(store: Store, wave: Import, say: Language, by: str, within: Where | None = None) -> Exhibit:
    """The groups of one attribute side by side, what holds of their differences marked. Raises NotShown.

    `within` narrows all of them to groups of other attributes.
    """
    within = within or {}
    shown = groups(store, wave, by, within)
    if not shown:
        raise not_shown(store, wave, {by: "", **within})
    whole = view_answer(store, wave, within)
    views = tuple(group_answer(store, wave, by, group, within) for group in shown)
    names = tuple(group_label(by, group, say) for group in shown)
    compared = Compared(names, views, differences([view.ballots for view in views]))
    labels = item_labels(store, wave, say, short=True)
    table, attribute = side_by_side(whole, compared, labels, say), say.both(attribute_of(by).label)
    return Exhibit(
        name="segments",
        question=say("Do the members' groups want the same?"),
        message=message(compared, labels, say),
        title=say(
            "Places of {k} items (1 = highest priority) and plausible places by {attribute}, member survey {wave},"
            " {who}",
            k=len(whole.items),
            attribute=attribute,
            wave=wave.wave,
            who=view_label(within, say),
        ),
        chart=Chart("table", _looked_at(whole, compared), {"highlight": "look"}),
        table=table,
        notes=(*_notes(compared, labels, say), *_merged(shown, names, attribute, say)),
        sources=(survey_source(wave, say),),
        answered=whole.ranked,
        asked=whole.asked,
        say=say,
    )


def side_by_side(whole: Answer, compared: Compared, labels: Mapping[str, str], say: Language) -> Table:
    """A row an item: its place among all and in each group with the plausible ones, the largest gap, what is told."""
    heads = [(say("All"), whole.ranked), *zip(compared.names, (view.ranked for view in compared.views), strict=True)]
    columns = (
        Column("theme", say("Theme")),
        *(
            Column(_key(at), say("{group} (n = {n})", group=name, n=say.number(n)))
            for at, (name, n) in enumerate(heads, start=-1)
        ),
        Column("gap", say("Largest gap in places"), "mean"),
        Column("told", say("More than chance?"), under="gap"),
    )
    return Table(columns, tuple(_row(one, compared, labels, say) for one in whole.items))


def message(compared: Compared, labels: Mapping[str, str], say: Language) -> str:
    """Which groups differ on which item, if that is more than chance; else what would have shown."""
    held = compared.holding
    if not held:
        return _nothing_found(compared, say)
    first, theme = held[0], inside(held[0].item, labels, say)
    if first.apart is None:
        low, high = (say.number(end(first.mean_places or ()), 1) for end in (min, max))
        return say(
            "The groups put {theme} on different places: on average {low} to {high}", theme=theme, low=low, high=high
        )
    higher, lower = first.apart
    return say(
        "The group “{group}” puts {theme} higher than “{other}” ({places})",
        group=compared.names[higher],
        theme=theme,
        other=compared.names[lower],
        places=_against(first, compared, say),
    )


def _against(one: Difference, compared: Compared, say: Language) -> str:
    """`place 2 against 5`; the mean places where the places themselves do not tell the two groups apart."""
    assert one.apart is not None
    assert one.mean_places is not None
    places = [compared.figures(group, one.item).place for group in one.apart]
    if places[0] < places[1]:
        return say("place {place} against {other}", place=places[0], other=places[1])
    means = [say.number(one.mean_places[group], 1) for group in one.apart]
    return say("on average place {place} against {other}", place=means[0], other=means[1])


def _nothing_found(compared: Compared, say: Language) -> str:
    """No difference found, and what would have shown with so many answers."""
    sizes = sorted((view.ranked for view in compared.views), reverse=True)
    if all(one.p is None for one in compared.found):
        return say("Too few answers on each theme to compare the groups")
    if all(one.same for one in compared.found):
        return say("All groups gave the same answers")
    gap, several = compared.smallest_gap, len(sizes) > 2
    if gap is None:
        return say("We did not find a difference; the groups are too small for one to show")
    n = {"n": say.number(sizes[1]), "most": say.number(sizes[0]), "gap": say.number(gap, 1)}
    if several:
        return say(
            "We did not find a difference; even between the largest groups ({most} and {n} answers)"
            " only a gap of {gap} places would have shown",
            **n,
        )
    return say(
        "We did not find a difference; with {n} and {most} answers only a gap of {gap} places would have shown", **n
    )


def _key(group: int) -> str:
    """The column of a group by its position; -1: all."""
    return f"group{group}" if group >= 0 else "all"


def _row(one: ItemFigures, compared: Compared, labels: Mapping[str, str], say: Language) -> tuple[Value, ...]:
    told = next(found for found in compared.found if found.item == one.item)
    cells = [_place(compared.figures(group, one.item)) for group in range(len(compared.views))]
    return (labels[one.item], _place(one), *cells, told.gap, _said(told, say))


def _place(one: ItemFigures) -> str | None:
    """`2 (1–4)`: the place, and those that are plausible; nothing on fewer than five answers."""
    if one.base < FEWEST:
        return None
    plausible = f"{one.place_low}–{one.place_high}" if one.place_low < one.place_high else f"{one.place}"
    return f"{one.place} ({plausible})"


def _said(one: Difference, say: Language) -> str:
    if one.p is None:
        return say("too few answers")
    return say("differs") if one.holds else say("open")


def _looked_at(whole: Answer, compared: Compared) -> Table:
    """For each row the cells to look at: the gap where it holds, and the groups that can be named."""
    held = {one.item: one for one in compared.holding}
    return Table((Column("look", "look"),), tuple((_cells(held.get(one.item)),) for one in whole.items))


def _cells(one: Difference | None) -> str | None:
    return None if one is None else " ".join(["gap", "told", *(_key(group) for group in one.apart or ())])


def _notes(compared: Compared, labels: Mapping[str, str], say: Language) -> tuple[str, ...]:
    """How to read it and how it was tested; what else differs, and what would have shown."""
    others = [one.item for one in compared.holding[1:]]
    notes = [
        say("In brackets: the places that are plausible in the group, for all themes together with 95% confidence."),
        say(
            "Differences: permutation test of the mean places ({draws} draws), corrected for {k} themes (Holm)."
            " Gap: between the highest and the lowest mean place.",
            draws=say.number(DRAWS),
            k=len(compared.found),
        ),
    ]
    if others:
        notes.insert(0, say("The groups also differ on {themes}.", themes=listed_inside(others, labels, say)))
    if compared.smallest_gap is not None:
        gap = say.number(compared.smallest_gap, 1)
        notes.append(
            say("A gap of {gap} places between the two largest groups would show in 8 of 10 surveys.", gap=gap)
        )
    return tuple(notes)


def _merged(shown: Sequence[Group], names: Sequence[str], attribute: str, say: Language) -> tuple[str, ...]:
    """Which groups stand together, and where those are who did not answer."""
    notes = []
    if any(len(group.codes) > 1 for group in shown):
        notes.append(say("Groups with fewer than {fewest} answers are shown together with others.", fewest=FEWEST))
    silent = next((at for at, group in enumerate(shown) if NO_ANSWER in group.codes), None)
    if silent is not None and len(shown[silent].codes) == 1:
        notes.append(say("Those who gave no answer on {attribute} are a group of their own.", attribute=attribute))
    elif silent is not None:
        notes.append(say("Those who gave no answer on {attribute} are counted with others.", attribute=attribute))
    return tuple(notes)
