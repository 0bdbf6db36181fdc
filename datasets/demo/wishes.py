"""What do the invented members wish for, in their own words? Drawn, not asked: each text is made up.

Drawn from a chance of its own, so that nothing else of the demo changes with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

HEADING = "Was wünschen Sie sich vom Cluster in den nächsten zwei Jahren?"
ANSWERS: Mapping[int, int] = {2022: 21, 2024: 24, 2026: 27}
WISHES = (
    "Mehr kleine Treffen zu einem Thema statt großer Abende.",
    "Ein fester Ansprechpartner für Förderanträge.",
    "Gemeinsame Stellenanzeigen mit anderen Mitgliedern.",
    "Kontakte zu Kliniken, die neue Geräte erproben.",
    "Eine Übersicht, wer in der Region was kann.",
    "Mehr Veranstaltungen in Schleswig-Holstein, nicht nur in Hamburg.",
    "Unterstützung bei der Zulassung von Medizinprodukten.",
    "Einen Arbeitskreis zu künstlicher Intelligenz im Labor.",
    "Einladungen früher verschicken, wir planen lange voraus.",
    "Hilfe bei der Suche nach Laborflächen.",
    "Mehr Sichtbarkeit für kleine Firmen auf der Webseite.",
    "Praktika und Abschlussarbeiten vermitteln.",
    "Ein Stand auf den großen Messen, den wir uns teilen.",
    "Kürzere Wege zu den Hochschulen.",
    "Einen Überblick über laufende Ausschreibungen, einmal im Monat.",
    "Mehr Austausch mit den dänischen Nachbarn.",
    "Beratung zum Markteintritt in den USA.",
    "Weniger E-Mails, dafür eine gute Zusammenfassung.",
    "Schulungen zu Qualitätsmanagement, gern online.",
    "Ein Mentorenprogramm für Gründerinnen und Gründer.",
    "Daten der Region an einer Stelle, zum Beispiel Beschäftigte und Umsätze.",
    "Eine Stimme gegenüber der Politik, wenn es um Genehmigungen geht.",
    "Mehr Projekte, in denen Firmen und Forschung zusammenarbeiten.",
    "Fachkräfte aus dem Ausland ansprechen, wir schaffen das nicht allein.",
    "Treffen der Personalabteilungen, um voneinander zu lernen.",
    "Einblicke in andere Labore und Werke vor Ort.",
    "Ein Forum für Zulieferer und Auftraggeber.",
    "Hilfe bei der Umstellung auf nachhaltige Verpackungen.",
    "Eine Delegation nach Japan wäre für uns ein Grund, beizutreten.",
    "Gemeinsamer Einkauf von Verbrauchsmaterial.",
    "Kurze Videos statt langer Berichte.",
    "Ein Preis für die beste Zusammenarbeit des Jahres.",
    "Mehr Zeit für Gespräche auf den Veranstaltungen.",
    "Infektionsforschung stärker zeigen, da sind wir gut.",
    "Wagniskapital in die Region holen.",
    "Themen der Pflege und der digitalen Gesundheit verbinden.",
    "Klare Ziele, an denen wir den Fortschritt sehen.",
    "Ein Newsletter auf Englisch für unser Team.",
)


def answers(seed: int, year: int, respondents: int) -> list[str]:
    """The cell of each respondent: some of the texts, each once, strewn over those who answered; the others blank."""
    chance = Random(seed * 1000 + 2)
    texts = sorted(WISHES, key=lambda _: chance.random())[: ANSWERS[year]]
    places = sorted(range(respondents), key=lambda _: chance.random())[: ANSWERS[year]]
    cells = [""] * respondents
    for place, text in zip(places, texts, strict=True):
        cells[place] = text
    return cells
