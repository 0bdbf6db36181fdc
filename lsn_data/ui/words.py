"""Which words does Streamlit say by itself, in English, and how are they said in German?

It has no translation of its own. What a parameter of a widget can say is said there; for the rest one small script
(`words.js`) exchanges whole texts, tool tips and names for screen readers that this list knows, nothing else.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit as st

from lsn_data.language import Language, mark

KEY = "lsn-words"
WORDS = (
    mark("Dismiss"),
    mark("Stop"),
    mark("Stopping..."),
    mark("Running..."),
    mark("Connecting"),
    mark("Please wait..."),
    mark("Retry"),
    mark("Try again"),
    mark("Connection error"),
    mark("Connection timed out."),
    mark("Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:"),
    mark("Streamlit server is not responding. Are you connected to the internet?"),
    mark("Connection lost. Please wait for the app to reconnect, then try again."),
    mark("Reconnected to server."),
    mark("Network error"),
    mark("Network issue"),
    mark("Unknown error"),
    mark("Error"),
    mark("Error:"),
    mark("Warning"),
    mark("Page not found"),
    mark("Your app is having trouble loading the component."),
    mark("View less"),
    mark("Copy"),
    mark("Copy to clipboard"),
    mark("Copied"),
    mark("Add files"),
    mark("Upload"),
    mark("Drag and drop files here"),
    mark("Drag and drop a file here"),
    mark("Error uploading file"),
    mark("Error deleting file"),
    mark("Download failed"),
    mark("Choose an option"),
    mark("Choose options"),
    mark("No results"),
    mark("No options to select"),
    mark("Select all"),
    mark("1 option available."),
    mark("Clear entry"),
    mark("Number is above the allowed range."),
    mark("Number is below the allowed range."),
    mark("Invalid input."),
    mark("Press Enter to apply"),
    mark("Press Ctrl+Enter to apply"),
    mark("Press ⌘+Enter to apply"),
    mark("Press Enter to submit form"),
    mark("Press Ctrl+Enter to submit form"),
    mark("Press ⌘+Enter to submit form"),
    mark("Use arrow keys to navigate dates. Enter to select. Escape to close."),
    mark("Selected date unavailable."),
    mark("Calendar"),
    mark("January"),
    mark("February"),
    mark("March"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("October"),
    mark("December"),
    mark("Download as CSV"),
    mark("Search"),
    mark("Type to search"),
    mark("Fullscreen"),
    mark("Close fullscreen"),
    mark("Exit fullscreen"),
    mark("Show/hide columns"),
    mark("Add row"),
    mark("Delete row(s)"),
    mark("Clear selection"),
    mark("Sort ascending"),
    mark("Sort descending"),
    mark("Autosize"),
    mark("Pin column"),
    mark("Unpin column"),
    mark("Hide column"),
    mark("Statistics"),
    mark("Copy column name"),
    mark("Loading..."),
    mark("Skip to main content"),
    mark("Expand sidebar"),
    mark("Collapse sidebar"),
    mark("Close"),
    mark("Open"),
    mark("Clear all"),
    mark("Clear value"),
    mark("Clear date"),
    mark("Increment"),
    mark("Decrement"),
    mark("Choose date"),
    mark("Previous month"),
    mark("Next month"),
    mark("Selected values"),
    mark("Notifications"),
    mark("file upload"),
)
PATTERNS = (
    mark("Remove {name}"),
    mark("{kind} files are not allowed."),
    mark("File must be {size} or smaller."),
    mark("{size} per file"),
    mark("{n} options available."),
    mark("View {n} more"),
    mark("Selected Date: {month} {day}, {year}"),
    mark("day, {field}"),
    mark("month, {field}"),
    mark("year, {field}"),
)
_SCRIPT = st.components.v2.component("lsn_words", js=(Path(__file__).parent / "words.js").read_text(encoding="utf-8"))


def exchange(say: Language) -> None:
    """Say Streamlit's words in the reader's language, on this page and on all that come after it."""
    with st.container(key=KEY):
        _SCRIPT(key=f"{KEY}-script", data=dictionary(say))


@cache
def dictionary(say: Language) -> dict[str, object]:
    """What the script exchanges: whole texts, and patterns with named parts; nothing for English.

    >>> dictionary(Language("en"))
    {'words': {}, 'patterns': []}
    """
    if say.code == "en":
        return {"words": {}, "patterns": []}
    return {
        "words": {word: say(word) for word in WORDS},
        "patterns": [[pattern(text), say(text)] for text in PATTERNS],
    }


def pattern(text: str) -> str:
    """A text with named parts as the browser's regular expression.

    >>> pattern("File must be {size} or smaller.")
    'File must be (?<size>.+) or smaller\\\\.'
    """
    return "".join(
        f"(?<{part[1:-1]}>.+)" if part.startswith("{") else re.sub(r"([.()+])", r"\\\1", part)
        for part in re.split(r"(\{\w+\})", text)
    )
