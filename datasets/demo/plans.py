"""Which detailed measures and which workshop statements does the demo hold?

The measures stand under the strategic ones of LSN 2030 and answer some of its SWOT factors, but not all. Left in on
purpose: measures that are overdue, measures that nobody owns, and one that serves no principle (off strategy).
"""

# ruff: noqa: E501 (a table reads best with one row a line)

from __future__ import annotations

import csv
import io

Row = dict[str, str]

INVENTED = "Demo data (invented)"
STRATEGY = "lsn-2030"

# measure | principles | status | owner | start | due | answers SWOT | English | German
MEASURES = """
visibility-1a | networking | running | Communications | 2025-09 | 2026-12 | W3 | Contact list of the hundred voices that others listen to | Kontaktliste der hundert Stimmen, auf die andere hören
visibility-1b | networking;informing | planned | | 2026-09 | 2027-06 | W1 | Breakfast round for newly joined members | Frühstücksrunde für neue Mitglieder
visibility-2a | informing;positioning | done | Communications | 2025-06 | 2026-03 | W3;T5 | Ten short films from laboratories of the region | Zehn kurze Filme aus Laboren der Region
visibility-2b | informing | running | Communications | 2026-01 | 2026-09 | W3 | Press kit in two languages | Pressemappe in zwei Sprachen
visibility-3a | informing | running | Topic teams | 2026-02 | 2027-02 | W1;W8 | Topic pages for four target groups | Themenseiten für vier Zielgruppen
visibility-4a | positioning | running | Communications | 2025-10 | 2026-06 | O1;T5;S9 | Core messages, tested with members | Kernbotschaften, mit Mitgliedern erprobt
visibility-5a | positioning;networking | running | Skilled workers team | 2026-01 | 2027-12 | T1 | Career days at schools and universities | Karrieretage an Schulen und Hochschulen
visibility-5b | informing | planned | Skilled workers team | 2026-10 | 2027-09 | T1 | Job board shared with neighbouring clusters | Stellenbörse gemeinsam mit Nachbarclustern
visibility-6a | positioning;networking | planned | Events | 2026-11 | 2027-10 | T5;O1 | Concept for a flagship event with three partners | Konzept für eine Leitveranstaltung mit drei Partnern
innovation-1a | networking | running | Innovation team | 2025-11 | 2026-11-15 | O4 | Round table of the transfer offices | Runder Tisch der Transferstellen
innovation-1b | networking;informing | planned | | 2026-10 | 2027-03 | O10;S7 | Open days at large research facilities | Offene Tage an Großforschungsanlagen
innovation-2a | informing | running | Funding office | 2025-05 | 2027-05 | T2 | Funding compass for start-ups | Förderkompass für Start-ups
innovation-2b | networking | done | Funding office | 2025-03 | 2026-05 | O3;T2;S6 | Matching evenings for start-ups and clinics | Kennenlernabende für Start-ups und Kliniken
innovation-3a | positioning;networking | running | Innovation team | 2026-03 | 2027-12 | O4;S6 | Working group on infection and hygiene | Arbeitskreis Infektion und Hygiene
innovation-3b | positioning | dropped | Innovation team | 2025-08 | 2026-04 | O4 | Joint prize for transfer | Gemeinsamer Preis für Transfer
region-1a | networking | running | Management | 2026-01 | 2026-10 | O5;O6;S3 | Site talks with six municipalities | Standortgespräche mit sechs Kommunen
region-2a | informing | running | Management | 2025-07 | 2027-07 | O7 | Yearly figures on the health economy | Jährliche Zahlen zur Gesundheitswirtschaft
region-2b | | running | Management | 2026-04 | 2026-12 | | Merchandise for the anniversary | Fanartikel zum Jubiläum
region-3a | positioning;networking | running | Membership office | 2025-04 | 2027-03 | S2;W7 | Visits to fifty organisations that are no members yet | Besuche bei fünfzig Organisationen, die noch nicht Mitglied sind
competencies-1a | networking | running | Topic teams | 2026-02 | 2027-01 | W5 | Seats in four expert communities | Mitarbeit in vier Fachgemeinschaften
competencies-2a | informing;networking | running | Data and AI team | 2025-09 | 2026-08 | W5;T1 | Office hour on rules for AI | Sprechstunde zu Regeln für KI
competencies-2b | informing | planned | | 2026-12 | 2027-11 | W5 | Yearly radar of trends | Jährlicher Trendradar
competencies-3a | positioning | running | Data and AI team | 2026-01 | 2027-12 | O1;S6 | Test data room for personalised medicine | Testdatenraum für personalisierte Medizin
internationalisation-1a | networking | running | International team | 2025-06 | 2027-06 | O8;O9;W6;S8 | Twin programme with a Danish cluster | Partnerprogramm mit einem dänischen Cluster
internationalisation-2a | networking;positioning | running | International team | 2026-04 | 2026-10 | S8 | Delegation to Japan | Delegationsreise nach Japan
internationalisation-3a | informing;positioning | planned | International team | 2027-01 | 2027-12 | O8 | Presentation folder for partners abroad | Präsentationsmappe für Partner im Ausland
internationalisation-4a | positioning | done | International team | 2025-09 | 2026-06 | W6 | Criteria for choosing target regions | Kriterien für die Wahl der Zielregionen
organisation-1a | networking | running | Membership office | 2026-01 | 2026-12 | W7;S5 | One talk a year with every premium member | Ein Gespräch im Jahr mit jedem Premiummitglied
organisation-2a | informing;networking;positioning | running | Membership office | 2026-02 | 2026-11 | W7 | What membership brings: one page for each size of company | Was die Mitgliedschaft bringt: eine Seite je Unternehmensgröße
organisation-3a | positioning | running | | 2026-01 | 2026-09 | W2 | Plan for reserves and income of our own | Plan für Rücklagen und eigene Einnahmen
"""

QUESTIONS = (
    "Which opportunities?",
    "Which needs?",
    "Where is our active help required?",
    "What would measures look like?",
)

# workshop | date | theme | question (1 to 4) | votes | statement
WORKSHOPS = """
demo-A | 2024-11-05 | visibility | 1 | 9 | Success stories of members are hardly told so far.
demo-A | 2024-11-05 | visibility | 2 | 12 | Small companies need help with press work.
demo-A | 2024-11-05 | visibility | 3 | 7 | Stand at trade fairs under one roof.
demo-A | 2024-11-05 | visibility | 4 | 11 | One event a year that everybody knows.
demo-A | 2024-11-05 | innovation | 1 | 14 | Clinics are open to trials if somebody prepares them.
demo-A | 2024-11-05 | innovation | 2 | 16 | First customers count more than grants.
demo-A | 2024-11-05 | innovation | 3 | 10 | Bring start-ups and purchasing departments together.
demo-A | 2024-11-05 | innovation | 4 | 13 | A short form with which clinics offer test places.
demo-A | 2024-11-05 | competencies | 1 | 8 | Much knowledge about AI lies with few members.
demo-A | 2024-11-05 | competencies | 2 | 15 | Plain answers on approval and on rules for AI.
demo-A | 2024-11-05 | competencies | 3 | 6 | Find lecturers for in-house training.
demo-A | 2024-11-05 | competencies | 4 | 9 | An office hour once a month.
demo-B | 2024-11-19 | region | 1 | 10 | Empty office space could become laboratories.
demo-B | 2024-11-19 | region | 2 | 12 | Laboratory space for the second stage of growth.
demo-B | 2024-11-19 | region | 3 | 8 | Speak for the sectors when land is planned.
demo-B | 2024-11-19 | region | 4 | 7 | A map of all sites with free space.
demo-B | 2024-11-19 | internationalisation | 1 | 11 | The fixed link makes Denmark a neighbour.
demo-B | 2024-11-19 | internationalisation | 2 | 6 | Know two people in each target market.
demo-B | 2024-11-19 | internationalisation | 3 | 9 | Prepare delegations better, follow them up longer.
demo-B | 2024-11-19 | internationalisation | 4 | 5 | A twin company programme across the border.
demo-B | 2024-11-19 | organisation | 1 | 4 | Members would give time if asked for something definite.
demo-B | 2024-11-19 | organisation | 2 | 7 | Know what the fee pays for.
demo-B | 2024-11-19 | organisation | 3 | 5 | Tell early which topics will be dropped.
demo-B | 2024-11-19 | organisation | 4 | 6 | A yearly talk instead of another newsletter.
"""


def measures() -> list[Row]:
    """The detailed measures; a measure's parent is its code without the last letter."""
    names = ("measure", "principles", "status", "owner", "start", "due", "addresses", "title_en", "title_de")
    rows = table(MEASURES, names)
    return [
        {
            **row, "strategy": STRATEGY, "parent": row["measure"][:-1], "theme": row["measure"].split("-")[0],
            "source": INVENTED,
        }
        for row in rows
    ]  # fmt: skip


def workshops() -> list[Row]:
    """The statements of two workshops."""
    rows = table(WORKSHOPS, ("workshop", "date", "theme", "question", "votes", "statement"))
    return [{**row, "question": QUESTIONS[int(row["question"]) - 1]} for row in rows]


def table(text: str, names: tuple[str, ...]) -> list[Row]:
    """The rows of a table that is written with bars.

    >>> table("a | | c", ("x", "y", "z"))
    [{'x': 'a', 'y': '', 'z': 'c'}]
    """
    lines = csv.reader(io.StringIO(text.strip()), delimiter="|", quoting=csv.QUOTE_NONE)
    return [dict(zip(names, (cell.strip() for cell in line), strict=True)) for line in lines]
