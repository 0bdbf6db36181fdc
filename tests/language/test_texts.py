"""Is every text that a person sees there in both languages, whole and natural?"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from lsn_data.language import Language
from lsn_data.settings import ROOT
from lsn_data.sheets import survey
from tests import source
from tests.source import named, parsed

# The child process behind the door talks to its parent with a `say` of its own: no text for people.
CHILD = {ROOT / "lsn_data" / "intake" / name for name in ("cells_out.py", "parse.py")}
MODULES = [path for path in source.MODULES if path not in CHILD]
CATALOGUES = sorted((ROOT / "lsn_data" / "language" / "de").glob("*.po"))

# Words that are the same in both languages.
SAME = {
    "SWOT",
    "Handout",
    "Handout (.pdf)",
    "Quadrant",
    "KPI",
    "KPIs",
    "KPIs: {theme}",
    "Import",
    "import",
    "n",
    "DEMO",
    "Demo",
    "Name",
    "NAME",
    "IMPORT",
    "Text",
    "Status",
    "options",
    "Workshop",
    "Workshops",
    "Vision",
    "Mission",
    "Cluster",
    "Register",
}

Text = str | tuple[str, str]


def texts_of(tree: ast.AST) -> Iterator[Text]:
    """What `say("…")`, `say.plural("…", "…", n)` and `mark("…")` name in a file, from its syntax tree."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        told = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name == "plural" and len(told) >= 2:
            yield told[0], told[1]
        elif name in ("say", "mark", "_say", "self") and told and told[0]:
            yield told[0]


def used() -> dict[Text, str]:
    """Every text of the product and the file where it stands."""
    found: dict[Text, str] = {}
    for path in MODULES:
        for text in texts_of(parsed(path)):
            found.setdefault(text, named(path))
    return found


def translated() -> dict[Text, list[tuple[str, Message]]]:
    """Every text of the German catalogues with the files that translate it."""
    found: dict[Text, list[tuple[str, Message]]] = {}
    for path in CATALOGUES:
        with path.open("rb") as file:
            for message in read_po(file, locale="de"):
                if message.id:
                    found.setdefault(message.id, []).append((path.name, message))
    return found


def fields(text: str) -> set[str]:
    """The names of its placeholders, `{n}` and `%(name)s` alike."""
    found = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return found | {part.split(")")[0] for part in text.split("%(")[1:]}


def wordless(text: str) -> bool:
    """Placeholders and signs alone: nothing to translate."""
    return not re.search(r"[^\W\d_]{2,}", re.sub(r"\{\w*\}", "", text))


USED, GERMAN = used(), translated()


def shown(text: Text) -> str:
    return (text if isinstance(text, str) else text[0])[:60]


def forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def test_every_text_has_its_german() -> None:
    missing = [f"{where}: {shown(text)}" for text, where in USED.items() if text not in GERMAN]
    assert sorted(missing) == []


def test_no_german_is_left_over() -> None:
    unused = [f"{places[0][0]}: {shown(text)}" for text, places in GERMAN.items() if text not in USED]
    assert sorted(unused) == []


@pytest.mark.parametrize("text", GERMAN, ids=shown)
def test_a_translation_is_whole(text: Text) -> None:
    english = [text] if isinstance(text, str) else list(text)
    for where, message in GERMAN[text]:
        assert not message.fuzzy, f"{where} is not sure"
        assert all(forms(message)), f"{where} lacks the German"
        for form in forms(message):
            missing, extra = (
                fields(english[-1]) - fields(form),
                fields(form) - set().union(*map(fields, english)),
            )
            assert not missing - ({"n"} if len(english) > 1 else set()), f"{where} drops {missing}"
            assert not extra, f"{where} invents {extra}"
            assert form not in english or form in SAME or wordless(form), f"{where} repeats the English"


def test_two_rooms_never_say_the_same_text_differently() -> None:
    differing = [
        f"{shown(text)}: {[(where, forms(message)) for where, message in places]}"
        for text, places in GERMAN.items()
        if len({tuple(forms(message)) for _, message in places}) > 1
    ]
    assert differing == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_the_germans_are_addressed_formally(path: Path) -> None:
    words = path.read_text(encoding="utf-8").replace('"', " ").split()
    assert not {"du", "dein", "deine", "dir", "dich", "Du", "Dein", "Deine"} & set(words)


def test_the_german_language_says_german() -> None:
    assert Language("de").listing(["A", "B", "C"]) == "A, B und C"
    assert Language("de")("Source") == "Quelle"


def labelled() -> list[survey.Choice | survey.Attribute]:
    choices = [choice for attribute in survey.ATTRIBUTES for choice in attribute.choices]
    return [*survey.ITEMS, *survey.ATTRIBUTES, *choices]


def test_what_is_declared_is_labelled_in_both_languages() -> None:
    assert [one for one in labelled() if not one.en.strip() or not one.de.strip()] == []
    assert [one.short for one in survey.ITEMS if not all(one.short)] == []
    assert [one.question for one in survey.ATTRIBUTES if not all(one.question)] == []
    assert all(survey.RANKING_QUESTION)


def test_a_label_means_one_thing_only() -> None:
    for choices in (survey.ITEMS, *(attribute.choices for attribute in survey.ATTRIBUTES)):
        names = [name for choice in choices for name in survey.names_of(choice)]
        assert len(names) == len(set(names))
