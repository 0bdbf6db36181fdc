"""Was an earlier version of a wave seen? Then what a few answers more or less would tell waits, or is not split.

The ranking has an audit over both versions (`store.shown`); for the further questions it is kept simple. A question
waits where fewer than five answers to it came, went or changed. And where anything changed, no further question is
split by an attribute: hardly a group gains five answers at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lsn_data.disclosure import FEWEST, FEWEST_TEXTS
from lsn_data.intake.report import Asked
from lsn_data.store import Import, Store, questionnaire_of, seen_before


def waiting(store: Store, wave: Import) -> frozenset[str]:
    """The keys of the questions whose answers differ by too few from those that were seen (texts: to be read)."""
    return frozenset(
        asked.key
        for before in seen_before(store, wave.import_id)
        for asked, now, then in _both(store, wave.import_id, before)
        if 0 < max((now - then).total(), (then - now).total()) < (FEWEST_TEXTS if asked.kind == "text" else FEWEST)
    )


def differs(store: Store, wave: Import) -> bool:
    """Was a version seen in which somebody else answered, or somebody answered otherwise?"""
    return any(
        _people(store, wave.import_id) != _people(store, before)
        or any(now != then for _, now, then in _both(store, wave.import_id, before))
        for before in seen_before(store, wave.import_id)
    )


def _both(store: Store, version: str, before: str) -> Iterator[tuple[Asked, Counter[str], Counter[str]]]:
    """Each question that both asked, with how often each answer was given now and then."""
    now, then = ({one.key: one for one in questionnaire_of(store, import_id)} for import_id in (version, before))
    gone = [one for key, one in then.items() if key not in now]
    for key, asked in now.items():
        was = [then[key]] if key in then else [one for one in gone if one.kind == asked.kind]
        counted = [Counter(_answers(one)) for one in was]
        if counted:
            here = Counter(_answers(asked))
            # A heading that was mended gives a question another key: of those gone, the one answered most alike.
            yield asked, here, min(counted, key=lambda there: ((here - there) + (there - here)).total())


def _answers(asked: Asked) -> Iterator[str]:
    """What was answered, in words that do not depend on the version; nothing for no answer."""
    for given in asked.answers:
        if given is not None:
            chosen = given if isinstance(given, tuple) else (given,)
            yield "; ".join(
                asked.options[one].label if isinstance(one, int) and asked.options else str(one) for one in chosen
            )


def _people(store: Store, version: str) -> Counter[tuple[str, ...]]:
    """How many there are of each kind of respondent."""
    known = store.ask_columns("respondents_known", **{"import": version})
    return Counter(zip(*known.values(), strict=True))
