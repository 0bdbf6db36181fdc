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
visibility-1a | networking | running | Kommunikation | 2025-09 | 2026-12 | W3 | Contact list of the hundred voices that others listen to | Kontaktliste der hundert Stimmen, auf die andere hören
visibility-1b | networking;informing | planned | | 2026-09 | 2027-06 | W1 | Breakfast round for newly joined members | Frühstücksrunde für neue Mitglieder
visibility-2a | informing;positioning | done | Kommunikation | 2025-06 | 2026-03 | W3;T5 | Ten short films from laboratories of the region | Zehn kurze Filme aus Laboren der Region
visibility-2b | informing | running | Kommunikation | 2026-01 | 2026-09 | W3 | Press kit in two languages | Pressemappe in zwei Sprachen
visibility-3a | informing | running | Thementeams | 2026-02 | 2027-02 | W1;W8 | Topic pages for four target groups | Themenseiten für vier Zielgruppen
visibility-4a | positioning | running | Kommunikation | 2025-10 | 2026-06 | O1;T5;S9 | Core messages, tested with members | Kernbotschaften, mit Mitgliedern erprobt
visibility-5a | positioning;networking | running | Fachkräfteteam | 2026-01 | 2027-12 | T1 | Career days at schools and universities | Karrieretage an Schulen und Hochschulen
visibility-5b | informing | planned | Fachkräfteteam | 2026-10 | 2027-09 | T1 | Job board shared with neighbouring clusters | Stellenbörse gemeinsam mit Nachbarclustern
visibility-6a | positioning;networking | planned | Veranstaltungen | 2026-11 | 2027-10 | T5;O1 | Concept for a flagship event with three partners | Konzept für eine Leitveranstaltung mit drei Partnern
innovation-1a | networking | running | Innovationsteam | 2025-11 | 2026-11-15 | O4 | Round table of the transfer offices | Runder Tisch der Transferstellen
innovation-1b | networking;informing | planned | | 2026-10 | 2027-03 | O10;S7 | Open days at large research facilities | Offene Tage an Großforschungsanlagen
innovation-2a | informing | running | Förderberatung | 2025-05 | 2027-05 | T2 | Funding compass for start-ups | Förderkompass für Start-ups
innovation-2b | networking | done | Förderberatung | 2025-03 | 2026-05 | O3;T2;S6 | Matching evenings for start-ups and clinics | Kennenlernabende für Start-ups und Kliniken
innovation-3a | positioning;networking | running | Innovationsteam | 2026-03 | 2027-12 | O4;S6 | Working group on infection and hygiene | Arbeitskreis Infektion und Hygiene
innovation-3b | positioning | dropped | Innovationsteam | 2025-08 | 2026-04 | O4 | Joint prize for transfer | Gemeinsamer Preis für Transfer
region-1a | networking | running | Geschäftsführung | 2026-01 | 2026-10 | O5;O6;S3 | Site talks with six municipalities | Standortgespräche mit sechs Kommunen
region-2a | informing | running | Geschäftsführung | 2025-07 | 2027-07 | O7 | Yearly figures on the health economy | Jährliche Zahlen zur Gesundheitswirtschaft
region-2b | | running | Geschäftsführung | 2026-04 | 2026-12 | | Merchandise for the anniversary | Fanartikel zum Jubiläum
region-3a | positioning;networking | running | Mitgliederservice | 2025-04 | 2027-03 | S2;W7 | Visits to fifty organisations that are no members yet | Besuche bei fünfzig Organisationen, die noch nicht Mitglied sind
competencies-1a | networking | running | Thementeams | 2026-02 | 2027-01 | W5 | Seats in four expert communities | Mitarbeit in vier Fachgemeinschaften
competencies-2a | informing;networking | running | Team Daten und KI | 2025-09 | 2026-08 | W5;T1 | Office hour on rules for AI | Sprechstunde zu Regeln für KI
competencies-2b | informing | planned | | 2026-12 | 2027-11 | W5 | Yearly radar of trends | Jährlicher Trendradar
competencies-3a | positioning | running | Team Daten und KI | 2026-01 | 2027-12 | O1;S6 | Test data room for personalised medicine | Testdatenraum für personalisierte Medizin
internationalisation-1a | networking | running | Team Internationales | 2025-06 | 2027-06 | O8;O9;W6;S8 | Twin programme with a Danish cluster | Partnerprogramm mit einem dänischen Cluster
internationalisation-2a | networking;positioning | running | Team Internationales | 2026-04 | 2026-10 | S8 | Delegation to Japan | Delegationsreise nach Japan
internationalisation-3a | informing;positioning | planned | Team Internationales | 2027-01 | 2027-12 | O8 | Presentation folder for partners abroad | Präsentationsmappe für Partner im Ausland
internationalisation-4a | positioning | done | Team Internationales | 2025-09 | 2026-06 | W6 | Criteria for choosing target regions | Kriterien für die Wahl der Zielregionen
organisation-1a | networking | running | Mitgliederservice | 2026-01 | 2026-12 | W7;S5 | One talk a year with every premium member | Ein Gespräch im Jahr mit jedem Premiummitglied
organisation-2a | informing;networking;positioning | running | Mitgliederservice | 2026-02 | 2026-11 | W7 | What membership brings: one page for each size of company | Was die Mitgliedschaft bringt: eine Seite je Unternehmensgröße
organisation-3a | positioning | running | | 2026-01 | 2026-09 | W2 | Plan for reserves and income of our own | Plan für Rücklagen und eigene Einnahmen
"""

# As cards and questions of a workshop are written: in one language.
QUESTIONS = (
    "Welche Chancen sehen wir?",
    "Welchen Bedarf gibt es?",
    "Wo ist aktive Hilfe der LSN M nötig?",
    "Wie könnten konkrete Maßnahmen aussehen?",
)

# workshop | date | theme | question (1 to 4) | votes | statement
WORKSHOPS = """
demo-A | 2024-11-05 | visibility | 1 | 9 | Erfolge der Mitglieder werden bisher kaum erzählt.
demo-A | 2024-11-05 | visibility | 2 | 12 | Kleine Firmen brauchen Unterstützung bei der Pressearbeit.
demo-A | 2024-11-05 | visibility | 3 | 7 | Ein Messestand unter einem gemeinsamen Dach.
demo-A | 2024-11-05 | visibility | 4 | 11 | Eine Leitveranstaltung im Jahr, die alle kennen.
demo-A | 2024-11-05 | innovation | 1 | 14 | Kliniken sind offen für Erprobungen, wenn jemand sie vorbereitet.
demo-A | 2024-11-05 | innovation | 2 | 16 | Erste Kunden zählen mehr als Zuschüsse.
demo-A | 2024-11-05 | innovation | 3 | 10 | Start-ups mit dem Einkauf großer Häuser zusammenbringen.
demo-A | 2024-11-05 | innovation | 4 | 13 | Ein kurzes Formular, mit dem Kliniken Testplätze anbieten.
demo-A | 2024-11-05 | competencies | 1 | 8 | Viel Wissen über KI liegt bei wenigen Mitgliedern.
demo-A | 2024-11-05 | competencies | 2 | 15 | Klare Antworten zur Zulassung und zu den Regeln für KI.
demo-A | 2024-11-05 | competencies | 3 | 6 | Lehrende für Schulungen im eigenen Haus finden.
demo-A | 2024-11-05 | competencies | 4 | 9 | Eine Sprechstunde im Monat.
demo-B | 2024-11-19 | visibility | 2 | 8 | Das Cluster ist außerhalb des Nordens kaum bekannt.
demo-B | 2024-11-19 | visibility | 3 | 5 | Fachkräfte an Hochschulen gemeinsam ansprechen.
demo-B | 2024-11-19 | region | 1 | 10 | Aus leeren Büros könnten Labore werden.
demo-B | 2024-11-19 | region | 2 | 12 | Laborflächen für die zweite Wachstumsphase.
demo-B | 2024-11-19 | region | 3 | 8 | Für die Branche sprechen, wenn Flächen geplant werden.
demo-B | 2024-11-19 | region | 4 | 7 | Eine Karte aller Standorte mit freien Flächen.
demo-B | 2024-11-19 | internationalisation | 1 | 11 | Die feste Querung macht Dänemark zum Nachbarn.
demo-B | 2024-11-19 | internationalisation | 2 | 6 | In jedem Zielmarkt zwei Menschen kennen.
demo-B | 2024-11-19 | internationalisation | 3 | 9 | Delegationen besser vorbereiten und länger nachbereiten.
demo-B | 2024-11-19 | internationalisation | 4 | 5 | Ein Partnerprogramm für Firmen beiderseits der Grenze.
demo-B | 2024-11-19 | organisation | 1 | 4 | Mitglieder geben Zeit, wenn sie um etwas Bestimmtes gebeten werden.
demo-B | 2024-11-19 | organisation | 2 | 7 | Wissen, wofür der Beitrag ausgegeben wird.
demo-B | 2024-11-19 | organisation | 3 | 5 | Früh sagen, welche Themen aufgegeben werden.
demo-B | 2024-11-19 | organisation | 4 | 6 | Ein Gespräch im Jahr statt eines weiteren Newsletters.
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
