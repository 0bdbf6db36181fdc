"""What does our own survey ask beside the ranking? Satisfaction and services used, in both languages.

For the template only: a survey may ask anything else, and is understood by its words.
"""

from __future__ import annotations

Pair = tuple[str, str]

SATISFIED: Pair = (
    "How satisfied are you with the following?",
    "Wie zufrieden sind Sie mit folgenden Angeboten?",
)
OFFERS: tuple[Pair, ...] = (
    ("Events and network", "Veranstaltungen und Netzwerk"),
    ("Advice on funding", "Beratung zu Förderung"),
    ("Communication and newsletter", "Kommunikation und Newsletter"),
    ("Support with internationalisation", "Unterstützung bei Internationalisierung"),
)
OVERALL: Pair = (
    "How satisfied are you overall with your membership?",
    "Wie zufrieden sind Sie insgesamt mit Ihrer Mitgliedschaft?",
)
POINTS: tuple[Pair, ...] = (
    ("very dissatisfied", "sehr unzufrieden"),
    ("rather dissatisfied", "eher unzufrieden"),
    ("neutral", "teils/teils"),
    ("rather satisfied", "eher zufrieden"),
    ("very satisfied", "sehr zufrieden"),
)
CANNOT_TELL: Pair = ("cannot judge", "kann ich nicht beurteilen")
USED: Pair = (
    "Which of our services have you used in the past 12 months? (select all that apply)",
    "Welche unserer Angebote haben Sie in den letzten 12 Monaten genutzt? (Mehrfachauswahl)",
)
SERVICES: tuple[Pair, ...] = (
    ("Network meetings", "Netzwerktreffen"),
    ("Funding advice", "Förderberatung"),
    ("Working groups", "Arbeitskreise"),
    ("Newsletter", "Newsletter"),
    ("Trade fairs", "Messeauftritte"),
    ("Delegation trips", "Delegationsreisen"),
)
