"""How satisfied are the members? The ratings as an exhibit: all members, or the groups of one attribute."""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value
from lsn_data.intake.report import Asked
from lsn_data.language import Language
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.questionnaire import method, said, wording
from lsn_data.topics.questionnaire.answer import Rated, Satisfaction, named, quoted, satisfaction
from lsn_data.topics.questionnaire.compute import Estimate
from lsn_data.topics.questionnaire.groups import by_groups


def satisfied(store: Store, wave: Import, say: Language, by: str | None = None) -> Exhibit:
    """The ratings of satisfaction, the overall one first. Raises Refused (not asked), NotShown."""
    found = satisfaction(store, wave)
    if by:
        return by_groups(
            store,
            wave,
            say,
            by,
            "satisfaction",
            [one.asked for one in found.ratings],
            names_of(found, say),
            question=say("Which groups of members are more satisfied than others?"),
            title=say(
                "Mean satisfaction by {attribute}, {low} to {high} points, member survey {wave}",
                attribute=wording.attribute_said(by, say),
                low=found.points[0],
                high=found.points[-1],
                wave=wave.wave,
            ),
        )
    ends = said.details_outstanding(found, wave.asked)
    return Exhibit(
        name="satisfaction",
        question=say("How satisfied are the members?"),
        message=said.satisfaction_message(found, ends, say),
        title=say(
            "Number of ratings by point, mean and share of the best points, member survey {wave}, all members",
            wave=wave.wave,
        ),
        chart=chart_of(found.ratings, names_of(found, say), found.before, found.alike, say),
        table=figures_of(found.ratings, names_of(found, say), found.before, say),
        notes=(
            *wording.outside_said([one.asked for one in found.ratings], say),
            wording.method_said(wave, say),
            *wording.change_note(found.before if any(one.change for one in found.ratings) else None, say),
            *wording.few_note(found.few, say),
            *_elsewhere_note(found, say),
            *wording.words_of(found.ratings, say),
        ),
        sources=(survey_source(wave, say),),
        answered=found.answered,
        asked=wave.asked,
        say=say,
        meaning=said.satisfaction_meaning(found, ends, say),
        method=method.of_ratings(say, any(one.change for one in found.ratings)),
    )


def names_of(found: Satisfaction, say: Language) -> dict[str, str]:
    """What the rows are called, by key: the overall rating by its meaning, all others by their words."""
    names = named([one.asked for one in found.ratings])
    if found.overall:
        names[found.overall.asked.key] = say("Satisfaction overall")
    return names


def chart_of(
    ratings: Sequence[Rated], names: dict[str, str], before: Import | None, alike: Sequence[Asked], say: Language
) -> Chart:
    """Stacked bars, the best point first, with mean, top share and change at their right.

    `alike`: the same questions in every wave, which name the points of the scale.
    """
    points = ratings[0].points
    beside = _beside(points, before if any(one.change for one in ratings) else None, say)
    has_outside = any(one.rating.outside for one in ratings)
    drawn = Table(
        (
            Column("label", say("Question")),
            Column("part", say("Point")),
            Column("count", say("Ratings"), "count"),
            Column("order", say("Order"), "place"),
            Column("group", say("Group")),
            *beside,
        ),
        tuple(
            (names[one.asked.key], part, count, order, _group(one, ratings, say), *_cells(one, beside, say))
            for one in ratings
            for order, part, count in _parts(one, has_outside, say)
        ),
    )
    parts = {name: name for name in ("label", "part", "count", "order", "group")}
    parts |= {f"beside{at}": column.key for at, column in enumerate(beside)}
    axis = say("Ratings: {scale}", scale=wording.scale_said(alike, points, say))
    return Chart("distribution", drawn, parts, scale=len(points), axis=axis)


def _parts(one: Rated, outside: bool, say: Language) -> list[tuple[int, str, int]]:
    """(order, name, count) of the segments of a bar, the best point first; what stands outside of the scale last."""
    scale = list(zip(one.points, one.rating.counts, strict=True))[::-1]
    parts = [(order, say.number(point), count) for order, (point, count) in enumerate(scale, start=1)]
    return [*parts, (0, say("no rating"), one.rating.outside)] if outside else parts


def _group(one: Rated, ratings: Sequence[Rated], say: Language) -> str:
    """A heading only where the overall rating stands above others."""
    if len(ratings) < 2 or not ratings[0].overall:
        return ""
    return say("All together") if one.overall else say("One by one")


def _beside(points: Sequence[int], before: Import | None, say: Language) -> tuple[Column, ...]:
    change = (Column("change", say("Since {wave}", wave=before.wave)),) if before else ()
    return (Column("mean", say("Mean"), "mean"), Column("top", wording.top_said(points, say), "share"), *change)


def _cells(one: Rated, beside: Sequence[Column], say: Language) -> tuple[Value, ...]:
    mean, top = one.rating.mean, one.rating.top
    cells = (mean.value if mean else None, top.value if top else None, wording.change_said(one.change, say))
    return cells[: len(beside)]


def figures_of(ratings: Sequence[Rated], names: dict[str, str], before: Import | None, say: Language) -> Table:
    """The figures behind the bars, with their ranges."""
    points = ratings[0].points
    span = (say("Plausible from"), say("Plausible to"))
    changed = before if any(one.change for one in ratings) else None
    change = (
        (
            Column("change", say("Since {wave}", wave=changed.wave), "mean"),
            Column("change_low", span[0], "mean"),
            Column("change_high", span[1], "mean"),
        )
        if changed
        else ()
    )
    columns = (
        Column("label", say("Question")),
        Column("mean", say("Mean"), "mean"),
        Column("low", span[0], "mean"),
        Column("high", span[1], "mean"),
        Column("top", wording.top_said(points, say), "share"),
        Column("top_low", span[0], "share"),
        Column("top_high", span[1], "share"),
        *(Column(f"point{point}", say.number(point), "count") for point in reversed(points)),
        Column("outside", say("no rating"), "count"),
        Column("n", say("Rated by"), "count"),
        *change,
    )
    rows = tuple(
        (
            names[one.asked.key],
            *_three(one.rating.mean),
            *_three(one.rating.top),
            *reversed(one.rating.counts),
            one.rating.outside,
            one.rating.n,
            *(_three(one.change) if changed else ()),
        )
        for one in ratings
    )
    return Table(columns, rows)


def _three(one: Estimate | None) -> tuple[Value, Value, Value]:
    return (one.value, one.low, one.high) if one else (None, None, None)


def _elsewhere_note(found: Satisfaction, say: Language) -> tuple[str, ...]:
    """What was asked on another scale stands under the other questions."""
    if not found.elsewhere:
        return ()
    names = quoted([one.row or one.question for one in found.elsewhere], say)
    return (say("Asked on another scale, so among the other questions: {names}.", names=names),)
