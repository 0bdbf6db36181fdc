"""How does somebody find an answer? Questions at the left, one short answer at the right, a field to search in."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode

import streamlit as st

from lsn_data import guide
from lsn_data.guide import Topic
from lsn_data.language import Language
from lsn_data.ui import filters, rights, tour
from lsn_data.ui.messages import safe

# Under this name the question stands in the link and in the visit.
TOPIC = "topic"
ASKED = "help-asked"
PAGE = "../../pages/help.py"


def page(say: Language) -> None:
    """The whole page."""
    chosen = guide.topic_named(filters.kept(TOPIC, list(guide.TOPICS), next(iter(guide.TOPICS))))
    st.title(safe(say("What would you like to know?")), anchor=False)
    st.html(f"<p class='lsn-title'>{safe(say('Choose a question, or search for a word.'))}</p>")
    contents, answer = st.columns([5, 8], gap="large")
    with contents:
        hits = _search(say)
        _contents(hits, chosen, say)
    with answer, st.container(key="lsn-help-answer"):
        _answer(hits[0] if hits and chosen not in hits else chosen, say)


def link(room: str, say: Language) -> None:
    """From every page the way to what is said of it."""
    st.page_link(PAGE, label=safe(say("Help with this page")), query_params={TOPIC: guide.of_page(room)})


def _search(say: Language) -> list[Topic]:
    """The field, and the topics that hold what was asked; none without a question."""
    asked = st.text_input(
        safe(say("Search in Help")), key=ASKED, max_chars=60, placeholder=say("upload, ranking, PowerPoint …")
    )
    hits = guide.found(list(guide.TOPICS.values()), asked, say) if asked.strip() else []
    if asked.strip() and not hits:
        told = say("Nothing here speaks of “{words}”. Try another word, or choose a question below.", words=asked)
        st.html(f"<p class='lsn-quiet' role='status'>{safe(told)}</p>")
    return hits


def _contents(hits: list[Topic], chosen: Topic, say: Language) -> None:
    """The questions, group by group, or those that were found."""
    if hits:
        parts = _questions(hits, chosen, say)
    else:
        parts = "".join(f"<h2>{safe(say(name))}</h2>{_questions(topics, chosen, say)}" for name, topics in guide.GROUPS)
    st.html(f"<nav class='lsn-help-contents' aria-label='{safe(say('Questions and answers'))}'>{parts}</nav>")


def _questions(topics: Iterable[Topic], chosen: Topic, say: Language) -> str:
    rows = "".join(f"<li>{_way(one, say, one == chosen)}</li>" for one in topics)
    return f"<ul>{rows}</ul>"


def _way(topic: Topic, say: Language, here: bool = False) -> str:
    """A question as a link: a plain click stays in the visit, any other opens it anew."""
    address = escape(f"?{urlencode({TOPIC: topic.key})}")
    current = " aria-current='true'" if here else ""
    return f"<a href='{address}' data-way='{address}'{current}>{safe(say(topic.question))}</a>"


def _answer(topic: Topic, say: Language) -> None:
    """The answer: first what is most needed, last where one reads on."""
    st.html(f"<article class='lsn-help-topic' id='answer'>{_said(topic, say)}</article>")
    if topic == guide.topic_named(None):
        tour.start_button(say)
    if topic.page and rights.offered(topic.page):
        name = say(guide.page_name(topic.page))
        st.page_link(f"../../pages/{topic.page}.py", label=safe(say("To the page {page}", page=name)), width="content")


def _said(topic: Topic, say: Language) -> str:
    parts = [f"<h2>{safe(say(topic.question))}</h2><p>{safe(say(topic.answer))}</p>"]
    parts += [_listed("ol", topic.steps, say), _listed("ul", topic.points, say)]
    words = "".join(f"<dt>{safe(name)}</dt><dd>{safe(means)}</dd>" for name, means in topic.meanings(say))
    parts.append(f"<dl class='lsn-method'>{words}</dl>" if words else "")
    others = " ".join(_way(guide.topic_named(key), say) for key in topic.see)
    parts.append(f"<p class='lsn-help-see'><span>{safe(say('See also'))}</span> {others}</p>" if others else "")
    return "".join(parts)


def _listed(kind: str, texts: Iterable[str], say: Language) -> str:
    rows = "".join(f"<li>{safe(say(text))}</li>" for text in texts)
    return f"<{kind}>{rows}</{kind}>" if rows else ""
