"""Do voice and effort fit together? As an exhibit: one row a theme, the mismatch said in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.naming import inside_sentence
from lsn_data.topics.overview.balance import Balance, Verdict
from lsn_data.topics.overview.balance_answer import Balanced, balanced
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.projects.words import amount
from lsn_data.topics.strategy.answer import OWN, frame_of, measures_of, sources, theme_names
from lsn_data.topics.strategy.compute import Row

MARKS = ("voice", "voice low", "voice high", "effort")


def voice_and_effort(store: Store, say: Language, wave: str | None = None) -> Exhibit | None:
    """What the members want beside what is done. None where there is no survey that may be shown."""
    found = balanced(store, wave)
    if found.wave is None or not any(one.voice for one in found.themes.values()):
        return None
    names = theme_names(frame_of(store, OWN), say, short=True)
    order = sorted(found.themes, key=lambda theme: -_voice(found.themes[theme]))
    return Exhibit(
        name="voice-and-effort",
        question=say("Does what is done fit what the members want?"),
        message=_message(found, order, names, say),
        title=say("Members' voice and effort by theme · member survey {wave}", wave=found.wave.wave),
        chart=_chart(found, order),
        table=Table(_columns(say), tuple(_row(theme, found, names, say) for theme in order)),
        notes=_notes(found, say),
        sources=_sources(store, found, say),
        answered=found.ranked,
        asked=found.wave.asked,
        say=say,
        method=_method(say),
        ways=_ways(order),
    )


def shares_said(one: Balance, say: Language) -> str:
    """`33% to 20%`; empty where voice or effort is not known."""
    if one.voice is None or one.effort is None:
        return ""
    return say("{voice} to {effort}", voice=say.percent(one.voice.share), effort=say.percent(one.effort))


def verdict_word(verdict: Verdict, say: Language) -> str:
    """What voice and effort say of each other, in words."""
    return {"more wanted": say("more wanted"), "more done": say("more done"), "in line": say("in line")}[verdict]


def themes_with(found: Balanced, verdict: Verdict) -> list[str]:
    """The themes of a verdict, the widest gap first."""
    kept = [theme for theme, one in found.themes.items() if one.verdict == verdict]
    return sorted(kept, key=lambda theme: -_gap(found.themes[theme]))


def _gap(one: Balance) -> float:
    return abs((one.voice.share if one.voice else 0) - (one.effort or 0))


def _voice(one: Balance) -> float:
    return one.voice.share if one.voice else -1.0


def _message(found: Balanced, order: Sequence[str], names: dict[str, str], say: Language) -> str:
    """Where the two differ beyond what the answers leave open; else that no such difference was found."""
    if all(found.themes[theme].effort is None for theme in order):
        return say("The members have spoken; no measure or project is recorded yet")
    wanted, done = (
        [inside_sentence(names[theme], say) for theme in themes_with(found, kind)]
        for kind in ("more wanted", "more done")
    )
    if wanted and done:
        return say(
            "Members want more for {wanted} than is done; for {done} it is the other way round",
            wanted=say.listing(wanted), done=say.listing(done),
        )  # fmt: skip
    if wanted:
        return say("Members want more for {wanted} than is done", wanted=say.listing(wanted))
    if done:
        return say("More is done for {done} than the members' voice would give it", done=say.listing(done))
    return say("Voice and effort do not differ by more than {n} answers leave open", n=say.number(found.ranked or 0))


def _columns(say: Language) -> tuple[Column, ...]:
    return (
        Column("theme", say("Theme")),
        Column("balance", say("Voice and effort")),
        Column("voice", say("Voice"), "share"),
        Column("range", say("Plausible"), under="voice"),
        Column("effort", say("Effort"), "share"),
        Column("measures", say("Measures"), "count"),
        Column("projects", say("Projects"), "count"),
        Column("money", say("Project money known")),
    )


def _row(theme: str, found: Balanced, names: dict[str, str], say: Language) -> tuple[Value, ...]:
    one = found.themes[theme]
    return (
        names[theme],
        verdict_word(one.verdict, say) if one.verdict else say("not asked") if one.voice is None else "",
        one.voice.share if one.voice else None,
        f"{say.number(100 * one.voice.low)}–{say.percent(one.voice.high)}" if one.voice else None,
        one.effort,
        found.measures[theme],
        len(found.projects[theme]),
        _money(found.money.get(theme, {}), say),
    )


def _money(sums: dict[str, float] | object, say: Language) -> str | None:
    """`EUR 450,000`, in German `450.000 EUR`; currencies are never added up."""
    told = dict(sums) if isinstance(sums, dict) else {}
    return " · ".join(amount(round(value, -3), currency, say) for currency, value in told.items()) or None


def _chart(found: Balanced, order: Sequence[str]) -> Chart:
    """Voice with its range as a dot on a bar, effort as an open box."""
    rows = []
    for theme in order:
        one = found.themes[theme]
        voice = one.voice
        marks: tuple[Value, ...] = (None,) * 4
        if voice and one.effort is not None:
            marks = (voice.share, voice.low, voice.high, one.effort)
        rows.append((*marks, "balance" if one.verdict in ("more wanted", "more done") else None))
    columns = (
        Column("balance", "voice", "share"),
        *(Column(name, name, "share") for name in MARKS[1:]),
        Column("looked-at", "looked at"),
    )
    parts = {"voice": "balance", **{name: name for name in MARKS[1:]}, "highlight": "looked-at"}
    return Chart("table", Table(columns, tuple(rows)), parts)


def _notes(found: Balanced, say: Language) -> tuple[str, ...]:
    return (
        say("Voice (dot, bar = plausible range): share of all mentions among the first three places."),
        say("Effort (box): share of measures and projects. {counted}", counted=counted_said(found, say)),
        say("Amounts in doubt or not known are in no sum."),
    )


def counted_said(found: Balanced, say: Language) -> str:
    """Which measures and projects count, and how many of the measures do not tell whether they run."""
    if found.strategic:
        return say("No measure tells its status yet: the strategic ones are counted.")
    counted = say("Measures and projects that run or are planned.")
    if not found.untold:
        return counted
    untold = say.plural(
        "{n} measure does not tell its status and counts as planned.",
        "{n} measures do not tell their status and count as planned.",
        found.untold,
    )
    return f"{counted} {untold}"


def _method(say: Language) -> tuple[Method, ...]:
    return (
        Method(
            say("Voice"),
            say(
                "Mentions of a theme among the first three places, divided by the mentions of all themes of the"
                " strategy. What was asked but is no theme does not count. The range allows for the finite membership"
                " and holds for all themes together with 95% confidence."
            ),
            say("Cochran 1977, ratio estimator; Korn and Graubard 1998; Bonferroni"),
        ),
        Method(
            say("Effort"),
            say(
                "Each measure counts one, each project one; a project with several themes is shared by them. Neither"
                " size nor money is weighed: many amounts are not known."
            ),
        ),
        Method(
            say("More wanted, more done"),
            say(
                "Said only where the effort lies outside the range of the voice and the two are at least 5 percentage"
                " points apart. It is an occasion to talk, not a target: a theme may need little and be right."
            ),
        ),
    )


def _ways(order: Sequence[str]) -> dict[tuple[int, str], Way]:
    ways: dict[tuple[int, str], Way] = {}
    for at, theme in enumerate(order):
        ways[at, "voice"] = Way("priorities")
        ways[at, "measures"] = Way("measures", (("theme", theme),))
        ways[at, "projects"] = Way("projects", (("theme", theme),))
    return ways


def _sources(store: Store, found: Balanced, say: Language) -> tuple[Source, ...]:
    used: Iterable[Row] = [project.row for projects in found.projects.values() for project in projects]
    survey = (survey_source(found.wave, say),) if found.wave else ()
    return (
        *survey,
        *sources(store, "measures", measures_of(store, OWN), say),
        *sources(store, "projects", used, say),
    )
