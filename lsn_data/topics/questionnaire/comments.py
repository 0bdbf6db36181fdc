"""What did the members write? Their texts as a list that can be searched.

Words may give away who wrote them. So texts are shown from ten answers on, never beside anything else that is known of
their authors, and in the order of the alphabet: their place in the file would lead to the other answers.
"""

from __future__ import annotations

from dataclasses import dataclass

from lsn_data.disclosure import FEWEST_TEXTS, NotShown
from lsn_data.errors import Refused
from lsn_data.exhibit import Chart, Column, Exhibit, Table
from lsn_data.intake.report import Asked
from lsn_data.language import Language, mark
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.questionnaire.answer import answered, questions, quoted

MOST_SHOWN, LONGEST_SEARCH = 200, 80


@dataclass(frozen=True)
class Texts:
    """A question and all that was written to it, in the order of the alphabet."""

    asked: Asked
    texts: tuple[str, ...]


def texts_of(store: Store, wave: Import) -> list[Texts]:
    """The questions answered in words that have enough answers to be shown. Raises Refused (none asked), NotShown."""
    asked = questions(store, wave, "text")
    if not asked:
        raise Refused("no-texts", mark("This wave asked nothing that is answered in words."))
    found = [_texts(one) for one in answered(store, wave, asked)]
    shown = [one for one in found if len(one.texts) >= FEWEST_TEXTS]
    if not shown:
        raise NotShown(
            mark("Fewer than {fewest} members wrote an answer: their words would let single members be recognised."),
            (),
            fewest=FEWEST_TEXTS,
        )
    return shown


def texts_to_choose(store: Store, wave: Import) -> dict[str, str]:
    """The questions answered in words that may be shown, {key: words}; else the first, whose exhibit says why not."""
    try:
        found = [one.asked for one in texts_of(store, wave)]
    except NotShown:
        found = list(questions(store, wave, "text")[:1])
    except Refused:
        found = []
    return {one.key: one.question or one.row or one.key for one in found}


def _texts(asked: Asked) -> Texts:
    written = [" ".join(one.split()) for one in asked.answers if isinstance(one, str)]
    said = [text for text in written if any(letter.isalnum() for letter in text)]
    return Texts(asked, tuple(sorted(said, key=lambda text: (text.casefold(), text))))


def searched(texts: tuple[str, ...], words: str) -> tuple[str, ...]:
    """The texts that hold all the words, wherever they stand.

    >>> searched(("Mehr Treffen in Kiel", "Weiter so"), "kiel mehr")
    ('Mehr Treffen in Kiel',)
    """
    wanted = words.casefold().split()
    return tuple(text for text in texts if all(word in text.casefold() for word in wanted))


def comments(
    store: Store, wave: Import, say: Language, question: str | None = None, words: str | None = None
) -> Exhibit:
    """The texts of a question (None: the first that may be shown), all or those with certain words.

    Raises Refused (none asked, no such question), NotShown.
    """
    shown = texts_of(store, wave)
    found = next((one for one in shown if question in (None, one.asked.key)), None)
    if found is None:
        raise Refused("no-question", mark("This wave has no such question."))
    wanted = " ".join((words or "")[:LONGEST_SEARCH].split())
    kept = searched(found.texts, wanted)
    table = Table((Column("text", say("Comment"), "prose"),), tuple((text,) for text in kept[:MOST_SHOWN]))
    asked = found.asked.question or found.asked.row
    return Exhibit(
        name="comments",
        question=say("What did the members write?"),
        message=_message(len(kept), len(found.texts), wanted, say),
        title=say(
            "{question}, member survey {wave}, in the order of the alphabet",
            question=quoted([asked], say) if asked else say("Comments"),
            wave=wave.wave,
        ),
        chart=Chart("table", table),
        table=table,
        notes=(
            *_cut_note(len(kept), say),
            say(
                "Shown from {fewest} texts on, beside nothing else that is known of their authors.", fewest=FEWEST_TEXTS
            ),
            say("E-mail addresses, links and telephone numbers were taken out."),
        ),
        sources=(survey_source(wave, say),),
        answered=len(found.texts),
        asked=wave.asked,
        say=say,
    )


def _message(kept: int, all_: int, wanted: str, say: Language) -> str:
    if not wanted:
        return say("{n} members answered in their own words", n=say.number(all_))
    if not kept:
        return say("None of {all} texts holds {words}", all=say.number(all_), words=quoted([wanted], say))
    return say.plural(
        "{n} of {all} texts holds {words}",
        "{n} of {all} texts hold {words}",
        kept,
        all=say.number(all_),
        words=quoted([wanted], say),
    )


def _cut_note(count: int, say: Language) -> tuple[str, ...]:
    if count <= MOST_SHOWN:
        return ()
    return (say("The first {shown} of {all}: a search shows the others.", shown=MOST_SHOWN, all=say.number(count)),)
