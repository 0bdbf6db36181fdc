"""Is done what the members want? Voice beside effort, theme by theme. Pure: ballots and counts in, shares out.

Voice: a theme's part of all mentions among the first three places. Effort: its part of the measures and projects that
run or are planned. Both are shares of the same themes, so they can stand side by side; neither is a target.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import expit, logit
from scipy.stats import t

from lsn_data.topics.priorities.ballots import Ballots

FIRST = 3
SURE = 0.95
# A difference that is smaller than this is nothing to act on, however many answered.
NOTABLE = 0.05
Verdict = Literal["more wanted", "more done", "in line"]


@dataclass(frozen=True)
class Voice:
    """A theme's part of the mentions, between 0 and 1, with a range that holds for all themes together."""

    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Balance:
    """A theme's voice and effort; either is None where it is not known."""

    voice: Voice | None
    effort: float | None

    @property
    def verdict(self) -> Verdict | None:
        """What the two say; None where one is missing. Within the range of the voice no difference can be told.

        >>> Balance(Voice(0.33, 0.27, 0.39), 0.2).verdict, Balance(Voice(0.15, 0.1, 0.2), 0.18).verdict
        ('more wanted', 'in line')
        """
        if self.voice is None or self.effort is None:
            return None
        if abs(self.voice.share - self.effort) < NOTABLE or self.voice.low <= self.effort <= self.voice.high:
            return "in line"
        return "more wanted" if self.effort < self.voice.share else "more done"


def voices(ballots: Ballots, asked: int | None, theme_of: Mapping[str, str | None]) -> dict[str, Voice]:
    """Each theme's part of all mentions of themes among the first three places; items that are no theme do not count.

    A share of sums: its variance is linearised (Cochran 1977, ratio estimator), with the correction for a finite
    membership where it is known how many were asked; the ranges are taken on the logit scale, so that they stay between
    0 and 1 (Korn and Graubard 1998), and are Bonferroni's for all themes together. Empty where nobody mentioned a
    theme, or only one respondent did.

    >>> ballots = Ballots.of(["A", "B"], [([1, None], 6), ([1, 2], 6)])
    >>> {theme: round(one.share, 2) for theme, one in voices(ballots, None, {"A": "a", "B": "b"}).items()}
    {'a': 0.67, 'b': 0.33}
    """
    told = ballots.answering
    themes = tuple(dict.fromkeys(theme for item in told.items if (theme := theme_of.get(item))))
    mentioned = np.nan_to_num(told.places, nan=np.inf) <= FIRST
    per_theme = np.array(
        [mentioned[:, [theme_of.get(item) == theme for item in told.items]].sum(axis=1) for theme in themes]
    ).reshape(len(themes), len(told.counts))
    mentions, n = per_theme.sum(axis=0), told.counts.sum()
    every = float(mentions @ told.counts)
    if every == 0 or n < 2:
        return {}
    shares = per_theme @ told.counts / every
    rest = per_theme - shares[:, None] * mentions
    left = max(1 - n / asked, 0.0) if asked else 1.0
    error = np.sqrt(n / (n - 1) * (rest**2 @ told.counts) * left) / every
    doubt = (1 - SURE) / (2 * len(themes))
    reach = t.ppf(1 - doubt, n - 1) * error
    unseen = 1 - doubt ** (1 / n) if left else 0.0
    return {
        theme: _ranged(float(share), float(far), float(unseen))
        for theme, share, far in zip(themes, shares, reach, strict=True)
    }


def _ranged(share: float, far: float, unseen: float) -> Voice:
    """A share with its range. What nobody, or everybody, mentioned may still be `unseen` among the others.

    >>> _ranged(0.0, 0.0, 0.09)
    Voice(share=0.0, low=0.0, high=0.09)
    """
    if not 0 < share < 1:
        return Voice(share, max(share - unseen, 0.0), min(share + unseen, 1.0))
    wide = far / (share * (1 - share))
    return Voice(share, float(expit(logit(share) - wide)), float(expit(logit(share) + wide)))


def efforts(measures: Mapping[str, float], projects: Sequence[Sequence[str]]) -> dict[str, float]:
    """Each theme's part of measures and projects: a measure counts one; a project one, shared by its themes.

    `projects` holds the themes of each project; those of no theme here do not count. Empty where there is nothing.

    >>> efforts({"a": 3, "b": 1}, [["a", "b"], ["b"], []])["b"]
    0.4166666666666667
    """
    counts = {theme: float(count) for theme, count in measures.items()}
    for themes in projects:
        known = [theme for theme in dict.fromkeys(themes) if theme in counts]
        for theme in known:
            counts[theme] += 1 / len(known)
    every = sum(counts.values())
    return {theme: count / every for theme, count in counts.items()} if every else {}


def balances(voice: Mapping[str, Voice], effort: Mapping[str, float]) -> dict[str, Balance]:
    """Voice and effort of every theme that has either."""
    return {theme: Balance(voice.get(theme), effort.get(theme)) for theme in dict.fromkeys([*effort, *voice])}
