"""Which columns are the tool's bookkeeping, which hold personal data, which hold free text?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lsn_data.intake.cells import Cell, any_said, is_nothing, text_of
from lsn_data.intake.table import Frame, Heading
from lsn_data.intake.tools import headings
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import MOST_ITEMS

TOKENS = headings(
    "token",
    "Zugangscode",
    "Access code",
    "ExternalReference",
    "External Data Reference",
    "Respondent token",
    "Teilnehmercode",
    "Zugangsschlüssel",
    "Befragtentoken",
)
PERSONAL = headings(
    "IP Address",
    "IPAddress",
    "IP-Adresse",
    "ipaddr",
    "Email",
    "E-Mail",
    "Email Address",
    "E-Mail-Adresse",
    "RecipientEmail",
    "Recipient Email",
    "First Name",
    "Last Name",
    "Vorname",
    "Nachname",
    "Name",
    "RecipientFirstName",
    "RecipientLastName",
    "Recipient First Name",
    "Recipient Last Name",
    "Username",
    "Nutzername",
    "Submission IP",
    "Telefon",
    "Phone",
    "Ansprechpartner",
    "Ansprechperson",
    "Kontakt",
    "Contact",
    "LocationLatitude",
    "LocationLongitude",
    "Location Latitude",
    "Location Longitude",
    "Network ID",
    "User Agent",
    "SubmitterName",
    "User display name",
    "Anzeigename",
    "User ID",
    "Benutzer-ID",
    "Benutzername",
    "Ansprechpartnerin",
    "Mobil",
    "Mobile",
    "Phone number",
    "Telefonnummer",
    "Full name",
    "Vor- und Nachname",
    "Your name",
    "Ihr Name",
    "Your email",
    "Ihre E-Mail-Adresse",
    "Mail",
)
BOOKKEEPING = headings(
    "Nr.",
    "Nr",
    "No.",
    "Lfd. Nr.",
    "lfdNr",
    "#",
    "ID",
    "Datum",
    "Date",
    "Zeitstempel",
    "Timestamp",
    "Start Date",
    "End Date",
    "Startdatum",
    "Enddatum",
    "Datum der Teilnahme",
    "Response ID",
    "Respondent ID",
    "Response Type",
    "Recorded Date",
    "Duration (in seconds)",
    "Distribution Channel",
    "User Language",
    "Submission ID",
    "Submitted at",
    "Submission Date",
    "Time Started",
    "Date Submitted",
    "SessionID",
    "Start Date (UTC)",
    "Submit Date (UTC)",
    "Stage Date (UTC)",
    "Network ID",
    "SubmissionDate",
    "KEY",
    "_id",
    "_uuid",
    "_submission_time",
    "_index",
    "start",
    "end",
    "Zeile",
    "row",
    "interviewtime",
)
DAYS = headings(
    "submitdate",
    "Datum Abgeschickt",
    "Date submitted",
    "End Date",
    "EndDate",
    "Enddatum",
    "RecordedDate",
    "Completion time",
    "Fertigstellungszeit",
    "Timestamp",
    "Zeitstempel",
    "Submitted at",
    "Submit Date (UTC)",
    "Submission Date",
    "Datum",
    "Date",
    "datestamp",
    "Datum letzte Aktivität",
    "_submission_time",
    "SubmissionDate",
)
# What stands in a token's place for nobody; a look-up, since a hundred thousand tokens all differ.
_NOBODY = frozenset(
    ("", "anonymous", "anonym", "0", "-", "–", "n/a", "na", "none", "null", "-9", "-99", "k. a.", "k.a.")
)
MAIL = re.compile(r"(?<![^@\s])[^@\s]++@[^@\s]+\.[a-zäöü]{2,}", re.IGNORECASE)
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_LOOK_ALIKE = re.compile(
    r"_DO(?:_\d+)?$|_DO_\d+|display.?order|presentation.?order|order (?:shown|of display|of presentation)|shown order|"
    r"anzeige.?reihenfolge|reihenfolge der (?:anzeige|darstellung|einblendung)|\dx\d\d$|random|zufall|rotation|_CP$",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"comment|anmerkung|bemerkung|kommentar|feedback|hinweis|open.ended|suggestion|anregung|sonst noch",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Columns:
    """The columns of a frame by what they are for; `answers` is what the respondents said, ranking included.

    `flags`: (the tool's name of it, position) of the columns that mark unfinished and test answers.
    """

    bookkeeping: tuple[Heading, ...]
    personal: tuple[Heading, ...]
    look_alikes: tuple[Heading, ...]
    answers: tuple[Heading, ...]
    free_text: tuple[Heading, ...]
    token: Heading | None
    day: Heading | None
    flags: tuple[tuple[str, int], ...] = ()

    def token_of(self, cells: Sequence[Cell]) -> str:
        """A row's token, "" where there is none: "anonymous" stands for nobody."""
        token = text_of(cells[self.token.index]) if self.token else ""
        return "" if token.casefold() in _NOBODY else token


def columns_of(frame: Frame) -> Columns:
    """Sort the columns of a frame."""
    names = {heading.index: _names(heading, frame) for heading in frame.headings}
    tool = frame.tool
    personal = tuple(h for h in frame.headings if names[h.index] & PERSONAL or holds_contacts(frame.column(h.index)))
    taken = {h.index for h in personal}
    bookkeeping = tuple(
        h
        for h in frame.headings
        if h.index not in taken
        and (names[h.index] & (tool.bookkeeping | TOKENS) or _is_own(h, frame) or _is_usual(h, names[h.index]))
    )
    taken |= {h.index for h in bookkeeping}
    look_alikes = tuple(
        h
        for h in frame.headings
        if h.index not in taken and (_LOOK_ALIKE.search(h.text) or _LOOK_ALIKE.search(frame.code(h)))
    )
    taken |= {h.index for h in look_alikes}
    answers = tuple(h for h in frame.headings if h.index not in taken and (h.text or any_said(frame.column(h.index))))
    return Columns(
        bookkeeping=bookkeeping,
        personal=personal,
        look_alikes=look_alikes,
        answers=answers,
        free_text=tuple(h for h in answers if _is_free_text(h, frame.column(h.index))),
        token=next(
            (h for h in frame.headings if names[h.index] & (TOKENS | tool.tokens) and any_said(frame.column(h.index))),
            None,
        ),
        day=_day_column(frame, names),
        flags=tuple((name, index) for index, said in names.items() for name in sorted(said & tool.flags)[:1]),
    )


def _names(heading: Heading, frame: Frame) -> set[str]:
    """What a column goes by: its heading, and its name in the first of several heading rows."""
    return {plain(heading.text), plain(frame.code(heading)), plain(heading.question)} - {""}


def _is_own(heading: Heading, frame: Frame) -> bool:
    """Does the heading follow the pattern of the tool's own columns?"""
    return frame.tool.own(heading.text) or frame.tool.own(frame.code(heading))


def _is_usual(heading: Heading, names: set[str]) -> bool:
    """A short heading that keeps books in any file; the same words also stand in questions."""
    return bool(names & BOOKKEEPING) and len(heading.text) <= 24


def _day_column(frame: Frame, names: dict[int, set[str]]) -> Heading | None:
    return next((h for h in frame.headings if names[h.index] & DAYS), None)


def holds_contacts(cells: Sequence[Cell]) -> bool:
    """Do most of the filled cells hold an e-mail or an IP address?"""
    texts = [text_of(cell) for cell in cells if not is_nothing(cell)]
    found = sum(1 for text in texts if MAIL.fullmatch(text) or _IP.fullmatch(text))
    return bool(texts) and found >= max(1, 0.5 * len(texts))


def _is_free_text(heading: Heading, cells: Sequence[Cell]) -> bool:
    """A comment by its heading, or cells of several words that hardly ever recur and are no lists of options."""
    texts = [text_of(cell) for cell in cells if isinstance(cell, str) and not is_nothing(cell)]
    if not texts:
        return False
    if _FREE.search(heading.text):
        return True
    if _few_words(texts):
        return False
    parts = [part.strip() for text in texts for part in re.split(r"[;,\n|]", text) if part.strip()]
    recurring = len(parts) - len(set(parts))
    wordy = sum(1 for text in texts if len(text.split()) >= 4)
    return wordy >= 0.5 * len(texts) and recurring <= 0.3 * len(parts)


def _few_words(texts: Sequence[str]) -> bool:
    """Are the cells made of a few words that come again and again: names of options, in one order or another?"""
    words = [text.casefold().split() for text in texts]
    every = {word for said in words for word in said}
    return len(every) <= MOST_ITEMS and sum(map(len, words)) >= 2 * len(every)
