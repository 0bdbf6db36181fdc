"""Lists as people keep them, each with what must be read of it: titles, merged cells, sums, remarks, damage and all."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.made import as_csv

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True)
class File:
    """A file and its truth: which register it is (None: none), what becomes of it, its columns, what is told."""

    name: str
    data: bytes
    kind: str | None
    status: str = "ready"
    columns: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    told: Sequence[str] = ()
    not_told: Sequence[str] = ()
    asked: Sequence[str] = ()
    unstored: Sequence[str] = ()
    answer: Mapping[str, Any] = field(default_factory=dict)


def book(*sheets: tuple[str, Rows], dress: Callable[[Worksheet], None] | None = None) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets:
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        if dress:
            dress(sheet)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def dressed(sheet: Worksheet) -> None:
    """Coloured, commented, merged as people do."""
    sheet.merge_cells("A1:E1")
    sheet["A4"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["A4"].comment = Comment("bitte prüfen", "Büro")


CRM = [
    ["Mitgliederliste Stand 01.03.2026", None, None, None, None, None, None, None, None],
    [],
    ["Account-Nr.", "Firma", "Straße", "PLZ", "Ort", "Anzahl MA", "Branche", "Ansprechpartner", "E-Mail"],
    [1001, "Nordlicht GmbH", "Kieler Str. 5", 20095, "Hamburg", "ca. 120", "Medizintechnik", "Petra Muster", "p@n.de"],
    [1002, "Ostsee Pharma AG", "Am Kai 1", "D-23562", "Lübeck", "50-249", "Pharma", "Jan Maier", "j@o.de"],
    [1003, "Elbe Bio UG", "Weg 3", "21614", "Buxtehude", dt.datetime(2026, 9, 1), "Biotech", "Ute Ulm", "u@e.de"],
    [1004, "Grenz Med GmbH", "Pfad 9", 22113, "Oststeinbek", 8, "MedTech", "Al Ba", "a@g.de"],
    ["Summe: 4", None, None, None, None, None, None, None, None],
]
MEMBERS = [
    File(
        "crm.xlsx", book(("Export", CRM), dress=dressed), "members",
        columns={"member": ["Nordlicht GmbH", "Ostsee Pharma AG", "Elbe Bio UG", "Grenz Med GmbH"],
                 "state": ["HH", "SH", "other", "SH"], "size": ["50-249", "50-249", "1-9", "1-9"],
                 "sector": ["medtech", "pharma", "biotech", "medtech"]},
        told=["personal-data"], unstored=["Muster", "p@n.de", "Kieler Str"],
    ),
    File(
        "accounts.csv",
        as_csv([["Account", "Employees", "Billing City", "Industry", "First Name", "Last Name", "Phone"],
                ["Nordlicht GmbH", "1,200", "Hamburg", "Medical devices", "Petra", "Muster", "+49 40 1"],
                ["Fjord ApS", "12", "Odense, Denmark", "Biotech", "Ole", "Hansen", "+45 1"]]), "members",
        columns={"size": ["250+", "10-49"], "state": ["HH", "other"]}, told=["personal-data"], unstored=["Muster",
        "+49"],
    ),
    File(
        "address.csv",
        as_csv([["Unternehmen", "Anschrift", "Mitgliedsart", "Mitglied seit", "Premiummitglied"],
                ["A GmbH", "Hamburger Str. 1, 24103 Kiel", "Fördermitglied", "2019", "x"],
                ["B GmbH", "22926 Ahrensburg", "ordentliches Mitglied", "01.04.19", ""],
                ["C e.V.", "Postfach 10 20 30, 20457 Hamburg", "Startup", "April 2020", "nein"]], ";"), "members",
        columns={"state": ["SH", "SH", "HH"], "membership": ["supporting", "full", "startup"],
                 "joined": ["2019", "2019-04-01", "2020-04"], "premium": [True, None, False]},
    ),
    File(
        "borders.csv",
        as_csv([["Firma", "PLZ", "Ort", "Branche"], ["A", "21465", "Reinbek", "Pharma"], ["B", "21502", "", "Pharma"],
                ["C", "22844", "", "Pharma"], ["D", "22880", "", ""], ["E", "23936", "", ""], ["F", "27498", "", ""],
                ["G", "22113", "", ""], ["H", "21522", "", ""], ["I", "20095", "Kiel", ""], ["J", "22145", "Hamburg",
                ""],
                ["K", "1067", "Dresden", ""]]), "members",
        columns={"state": ["SH", "SH", "SH", "SH", "other", "SH", None, "other", None, "HH", "other"]},
        told=["shared-postcode", "place-contradicts"],
    ),
    File(
        "aktive.xlsx",
        book(("Aktive", [["Firma", "Bundesland", "Eintritt"], ["A GmbH", "Hamburg", 2019], ["B GmbH", "SH", 2020]]),
             ("Ehemalige", [["Firma", "Bundesland", "Eintritt", "Austritt"], ["C GmbH", "SH", 2001, "31.12.2023"],
                            ["D GmbH", "HH", 2001, None]])), "members",
        columns={"member": ["A GmbH", "B GmbH", "C GmbH"], "left": [None, None, "2023-12-31"]},
        told=["sheets-joined", "former-without-date"],
    ),
    File(
        "states.xlsx",
        book(("Hamburg", [["Organisation", "Sektor", "Mitarbeiterzahl"], ["A GmbH", "Pharma", 5]]),
             ("Schleswig-Holstein", [["Organisation", "Sektor", "Mitarbeiterzahl"], ["B GmbH", "Sonstiges", "10-49"]])),
        "members", columns={"member": ["A GmbH", "B GmbH"], "size": ["1-9", "10-49"], "state": ["HH", "SH"]},
        told=["sheets-joined"],
    ),
    File(
        "years.xlsx",
        book(("Mitglieder 2024", [["Firma", "Land"], ["A GmbH", "HH"]]),
             ("Mitglieder 2025", [["Firma", "Land"], ["A GmbH", "HH"], ["B", "SH"]])), "members", "needs answer",
        asked=["sheet"], answer={"sheet": "Mitglieder 2025"}, columns={"member": ["A GmbH", "B"]},
    ),
    File(
        "standing.csv",
        as_csv([["Firmenname", "Status", "Ort", "Beitritt", "Kündigung zum"], ["A GmbH", "aktiv", "Kiel", "2015", ""],
                ["B GmbH", "gekündigt", "Kiel", "2015", "31.12.2024"], ["C GmbH", "Interessent", "Kiel", "", ""],
                ["D GmbH", "ehemalig", "Kiel", "2001", ""]]), "members",
        columns={"member": ["A GmbH", "B GmbH"], "left": [None, "2024-12-31"]},
        told=["no-member", "former-without-date"],
    ),
    File(
        "typo.csv",
        as_csv([["Firna", "Branche", "PLZ", "Mitarbeiter"], ["Nordlicht", "Pharma", "20095", "5"],
                ["Südlicht", "Pharma", "20095", "5"]]), "members", "needs answer",
        asked=["columns"], answer={"columns": {"Firna": "member"}}, columns={"member": ["Nordlicht", "Südlicht"]},
    ),
    File(
        "name.csv",
        as_csv([["Name", "Branche", "Bundesland", "Größe"], ["Nordlicht GmbH", "Pharma", "HH", "1-9"],
                ["Universität zu Lübeck", "Forschung", "SH", "250+"], ["Südlicht AG", "Pharma", "HH", "> 250"]]),
        "members", columns={"member": ["Nordlicht GmbH", "Universität zu Lübeck", "Südlicht AG"],
                            "size": ["1-9", "250+", "250+"]}, told=["column-by-content"],
    ),
    File(
        "linkedin.csv",
        as_csv([["Company", "Company size", "Federal state"], ["A", "11-50", "Hamburg"], ["B", "51-200", "Bavaria"],
                ["C", "1001-5000", "SH"]]), "members",
        columns={"size": [None, "50-249", "250+"], "state": ["HH", "other", "SH"]}, told=["not-in-list"],
    ),
    File(
        "sections.xlsx",
        book(("Mitglieder", [["Mitglied", "Größe", "Land"], ["Pharma", None, None], ["A GmbH", 5, "HH"],
                             ["Biotechnologie", None, None], ["B GmbH", 15, "SH"], [None, None, None],
                             ["Gesamt: 2 Mitglieder", None, None]])),
        "members", columns={"member": ["A GmbH", "B GmbH"], "sector": ["pharma", "biotech"]},
    ),
]  # fmt: skip
PROJECTS = [
    File(
        "projekte.xlsx",
        book(("Projektliste", [
            ["Projektübersicht LSN", None, None, None, None, None, None, None],
            ["Projekt", "Laufzeit", "Projektpartner", "Länder", "Fördersumme", "Fördergeber", "Rolle LSN", "Status"],
            ["NORDTEST", "01/2020 – 03/2023", "UKSH, Uni Lübeck und BioFirma", "Deutschland, Dänemark",
            "ca. 1,2 Mio. €",
             "EU", "Leadpartner", "abgeschlossen"],
            ["BALTIC", "seit 2021", "A; B", "DE/DK/SE", "350 T€", "Land SH", "Partner", "laufend"],
            ["OLD", "Jan. 2020 bis März 2023", "X\nY", "Norwegen", "DKK 4,5 mio", "Innovationsfonden", "Partner", None],
            ["NEW", "laufend", None, None, "rund 80.000 Euro (Eigenanteil 20 %)", "BMBF", "Koordinator", "läuft"],
            ["ODD", "demnächst", None, None, "1 Mio. + 200 T€", "EU, Land", "Partner", "geplant"],
        ])), "projects",
        columns={"project": ["NORDTEST", "BALTIC", "OLD", "NEW", "ODD"],
                 "start": ["2020-01", "2021", "2020-01", None, None], "end": ["2023-03", None, "2023-03", None, None],
                 "role": ["lead", "partner", "partner", "lead", "partner"],
                 "status": ["ended", "running", None, "running", "planned"],
                 "partners": [["UKSH", "Uni Lübeck", "BioFirma"], ["A", "B"], ["X", "Y"], [], []],
                 "countries": [["DE", "DK"], ["DE", "DK", "SE"], ["NO"], [], []],
                 "funding.amount": [1.2e6, 350e3, 4.5e6, 80e3, None],
                 "funding.currency": ["EUR", "EUR", "DKK", "EUR", None],
                 "funding.doubtful": [True, None, None, True, True]},
        told=["approximate", "parted-by-commas", "amount-unclear", "not-a-span"],
    ),
    File(
        "teur.csv",
        as_csv([["Projektname", "Start", "Ende", "Budget (in T€)"], ["A", "1.1.2020", "31.12.2022", "1.200"],
                ["B", "2021", "bis 12/2025", "350,5"]], ";", "cp1252"), "projects",
        columns={"start": ["2020-01-01", "2021"], "end": ["2022-12-31", "2025-12"],
                 "funding.amount": [1200000.0, 350500.0]},
    ),
    File(
        "titles.csv",
        as_csv([["Title", "Duration", "Our role", "Partners", "Country"],
                ["Testing in the Baltic", "2020-2023", "Lead", "12", "Germany, Denmark"],
                ["Second", "03/19-02/22", "Project partner", "Inst. A, Meyer, Inc.", "EU"]]), "projects",
        columns={"project": ["Testing in the Baltic", "Second"], "start": ["2020", "2019-03"], "end": ["2023",
        "2022-02"],
                 "partners": [[], ["Inst. A", "Meyer, Inc."]], "role": ["lead", "partner"]},
        told=["count-not-names"],
    ),
    File(
        "funding.csv",
        as_csv([["Projekt", "Programm", "Fördergeber", "Betrag", "Währung"],
                ["A", "Interreg", "EU", "1.200.000,00", "EUR"], ["B", "", "Land SH", "€1,217,494.00 million", ""],
                ["C", "", "BMBF", "1 200 000,-", ""]]), "funding",
        columns={"amount": [1.2e6, 1217494.0, 1.2e6], "doubtful": [None, True, None], "currency": ["EUR", "EUR", None]},
        told=["approximate"],
    ),
]  # fmt: skip
KPIS = [
    File(
        "kpi.xlsx",
        book(("KPI-Übersicht", [
            ["KPI-Bericht 2025", None, None, None, None, None, None],
            [None, None, "Ist", None, None, "Ziel", None],
            ["Kennzahl", "Einheit", 2022, 2023, 2024, "Ziel 2030", "Anmerkung"],
            ["Mitglieder (Anzahl)", None, 250, "ca. 280", "300*", 400, "ok"],
            ["Zufriedenheit", "%", "12,5 %", "n. v.", "80 (vorläufig)", 90, None],
            ["Reichweite im Netz", "Follower", 1000, 1200, None, None, None],
        ])), "kpi",
        columns={"kpi": ["members"] * 3 + ["member-satisfaction"] * 3 + ["Reichweite im Netz"] * 2,
                 "period": ["2022", "2023", "2024", "2022", "2023", "2024", "2022", "2023"],
                 "value": [250, 280, 300, 12.5, None, 80, 1000, 1200],
                 "target": [400] * 3 + [90] * 3 + [None] * 2, "target_period": ["2030"] * 8},
        told=["approximate"],
    ),
    File(
        "kpi_down.csv",
        as_csv([["Jahr", "Mitglieder", "Premiummitglieder"], [2022, 250, 20], [2023, 270, 25],
                ["Ziel 2030", 400, 50]]), "kpi",
        columns={"kpi": ["members", "premium-members"] * 2, "period": ["2022", "2022", "2023", "2023"],
                 "value": [250, 20, 270, 25], "target": [400, 50, 400, 50], "target_period": ["2030"] * 4},
    ),
    File(
        "quarters.csv",
        as_csv([["KPI", "Q1 2024", "Q2 2024", "Q3 2024"], ["Mitglieder", 290, 295, ""], ["Premium-Mitglieder", 20, 21,
        22]]),
        "kpi", columns={"period": ["2024-01/2024-03", "2024-04/2024-06", *(f"2024-{m}" for m in
                                   ("01/2024-03", "04/2024-06", "07/2024-09"))], "value": [290, 295, 20, 21, 22]},
    ),
    File(
        "months.xlsx",
        book(("Kennzahlen", [["Kennzahlen 2025", None, None], [], ["Indikator", "Januar", "Februar"],
                             ["Mitglieder", 300, 301]])), "kpi",
        columns={"period": ["2025-01", "2025-02"], "value": [300, 301]},
    ),
    File(
        "plan.csv",
        as_csv([["KPI", "Ist 2023", "Ist 2024", "Plan 2025"], ["Mitglieder", 280, 290, 310]]), "kpi",
        columns={"period": ["2023", "2024"], "value": [280, 290]}, told=["planned-left"],
    ),
    File(
        "kpi_typo.csv",
        as_csv([["KPI", "2023", "2024"], ["Premiummitgleider", 10, 20]]), "kpi", "needs answer",
        asked=["values:KPI"], answer={"values": {"KPI": {"Premiummitgleider": "premium-members"}}},
        columns={"kpi": ["premium-members"] * 2},
    ),
    File(
        "themes.xlsx",
        book(("KPI", [["KPI", "Einheit", "2023", "2024"], ["Handlungsfeld 1: Sichtbarkeit", None, None, None],
                      ["Follower", "Anzahl", 900, 950], ["Region", None, None, None], ["Mitglieder", None, 280, 290]])),
        "kpi", columns={"kpi": ["Follower", "Follower", "members", "members"], "value": [900, 950, 280, 290]},
    ),
]  # fmt: skip
SWOT = [
    File(
        "swot_columns.xlsx",
        book(("SWOT", [["Stärken", "Schwächen", "Chancen", "Risiken"], ["Gute Lage", "Unklare Marke", "Neue Märkte",
        "Krieg"],
                       ["Viele Mitglieder", None, "KI", None]])), "swot",
        columns={"id": ["S1", "S2", "W1", "O1", "O2", "T1"],
                 "text_de": ["Gute Lage", "Viele Mitglieder", "Unklare Marke", "Neue Märkte", "KI", "Krieg"]},
    ),
    File(
        "swot_grid.xlsx",
        book(("Analyse", [["SWOT-Analyse LSN", None], ["Stärken:\n• Gute Lage\n• Starke\n  Mitglieder",
        "Schwächen:\n- Marke"],
                          ["Chancen:\n1. Märkte\n2. KI", "Bedrohungen:\n• Krieg"]])), "swot",
        columns={"id": ["S1", "S2", "W1", "O1", "O2", "T1"],
                 "text_en": ["Gute Lage", "Starke Mitglieder", "Marke", "Märkte", "KI", "Krieg"]},
    ),
    File(
        "swot_boxes.xlsx",
        book(("Tabelle1", [["Strengths", None, "Weaknesses", None], ["Place", None, "Brand", None], ["Size", None,
        None, None],
                           ["Opportunities", None, "Threats", None], ["Markets", None, "War", None]])), "swot",
        columns={"quadrant": ["strength", "strength", "weakness", "opportunity", "threat"],
                 "text_en": ["Place", "Size", "Brand", "Markets", "War"]},
    ),
    File(
        "swot_list.csv",
        as_csv([["Kategorie", "Text"], ["Stärke", "Lage"], ["Schwäche", "Marke"], ["Gefahr", "Krieg"], ["Chance",
        "KI"]], ";"),
        "swot", columns={"id": ["S1", "W1", "T1", "O1"], "text_de": ["Lage", "Marke", "Krieg", "KI"]},
    ),
    File(
        "swot_words.xlsx",
        book(("SWOT", [["Stärken"], ["Lage"], ["Größe"], ["Schwächen"], ["Marke"], ["Chancen"], ["KI"], ["Gefahren"],
        ["Krieg"]])),
        "swot", columns={"quadrant": ["strength", "strength", "weakness", "opportunity", "threat"]},
    ),
    File(
        "swot_merged.xlsx",
        book(("SWOT", [["Quadrant", "Text"], ["Stärken", "Lage"], [None, "Größe"], ["Schwächen", "Marke"]])),
        "swot", columns={"quadrant": ["strength", "strength", "weakness"], "id": ["S1", "S2", "W1"]},
    ),
]  # fmt: skip
MEASURES = [
    File(
        "nip.xlsx",
        book(("Maßnahmenplan", [["Nr.", "Maßnahme", "Thema", "N", "I", "P", "Verantwortlich", "Frist"],
                                [1, "Pressemappe", "Sichtbarkeit", "x", None, "X", "Kommunikation", "12/2026"],
                                [2, "Nichts", "Region", None, None, None, "Team", 2026]])), "measures",
        columns={"measure": ["Pressemappe", "Nichts"], "theme": ["visibility", "region"],
                 "principles": [["networking", "positioning"], []], "due": ["2026-12", "2026"]}, told=["off-strategy"],
    ),
    File(
        "sections_nip.xlsx",
        book(("Maßnahmen", [["Maßnahme", "Netzwerken", "Informieren", "Positionieren", "Status"],
                            ["Sichtbarkeit", None, None, None, None], ["Pressemappe", "✓", None, "1", "in Umsetzung"],
                            ["2. Innovationskraft", None, None, None, None], ["Labor", "ja", "nein", None,
                            "geplant"]])),
        "measures",
        columns={"measure": ["Pressemappe", "Labor"], "theme": ["visibility", "innovation"],
                 "principles": [["networking", "positioning"], ["networking"]], "status": ["running", "planned"]},
    ),
    File(
        "theme_crosses.csv",
        as_csv([["Measure", "Visibility", "Innovative power", "Life science region", "Networking", "Informing",
        "Positioning"],
                ["Kit", "x", "", "", "x", "x", ""], ["Lab", "", "x", "", "", "x", ""], ["Map", "", "", "x", "", "",
                "x"]]),
        "measures", columns={"theme": ["visibility", "innovation", "region"],
                             "principles": [["networking", "informing"], ["informing"], ["positioning"]]},
    ),
]  # fmt: skip
OTHERS = [
    File(
        "finanzen.xlsx",
        book(("Finanzen", [["Einnahmen in EUR", None, None, None], ["Quelle", 2022, 2023, 2024],
                           ["Mitgliedsbeiträge", 100000, "110.000", "120.000,00 €"], ["Fördermittel", 200000, None,
                           250000],
                           ["Summe", 300000, 110000, 370000]])), "finance",
        columns={"source": ["Mitgliedsbeiträge"] * 3 + ["Fördermittel"] * 2,
                 "amount": [100000, 110000, 120000, 200000, 250000]},
    ),
    File(
        "finance_down.csv",
        as_csv([["Jahr", "Mitgliedsbeiträge", "Projektmittel", "Summe"], [2023, 100000, 200000, 300000],
                [2024, 110000, 210000, 320000]], ";"), "finance",
        columns={"source": ["Mitgliedsbeiträge", "Projektmittel"] * 2, "amount": [100000, 200000, 110000, 210000]},
    ),
    File(
        "angebote.csv",
        as_csv([["Angebot", "2023", "2024"], ["Fördermittelberatung", 40, 50], ["Stammtisch", "ca. 100", ""]], ";"),
        "services",
        columns={"service": ["Fördermittelberatung"] * 2 + ["Stammtisch"], "users": [40, 50, 100]},
        told=["approximate"],
    ),
    File(
        "benchmark.csv",
        as_csv([["Cluster", "Land", "Kennzahl", "2023", "2024"], ["Medicon Valley", "DK", "Mitglieder", 300, 310]],
        ";"),
        "peers", columns={"organisation": ["Medicon Valley"] * 2, "value": [300, 310], "period": ["2023", "2024"]},
    ),
    File(
        "kooperationen.csv",
        as_csv([["Partnerorganisation", "Land", "Bereich", "Partner seit"], ["Cluster X", "DK", "Wirtschaft",
        "Mai 2021"],
                ["Uni Y", "SE", "Wissenschaft", "2020"]], ";"), "partnerships",
        columns={"since": ["2021-05", "2020"], "field": ["business", "science"]},
    ),
    File(
        "workshop.csv",
        as_csv([["Thema", "Leitfrage", "Antwort", "Punkte"], ["Sichtbarkeit", "Welcher Bedarf?", "Mehr Presse", 5]],
        ";"),
        "workshops", columns={"statement": ["Mehr Presse"], "votes": [5]},
    ),
    File("obst.csv", as_csv([["Obst", "Preis"], ["Birne", 2], ["Apfel", 3]]), None),
    File("brief.csv", as_csv([["Sehr geehrte Damen und Herren"], ["anbei die Liste"], ["Gruß"]]), None),
    File(
        "survey.csv",
        as_csv([["Unternehmen", "Branche", "Mitarbeiter", "Bundesland", "Sichtbarkeit", "Innovationskraft", "Region",
                 "Kompetenzen"],
                *[[f"F{n} GmbH", "Pharma", "1-9", "HH", 1 + n % 4, 1 + (n + 1) % 4, 1 + (n + 2) % 4, 1 + (n + 3) % 4]
                  for n in range(12)]]), None,
    ),
    File(
        "ratings.csv",
        as_csv([["Zeitstempel", "Branche", "Größe", "Land", "Wie zufrieden sind Sie?"],
                *[["2026-01-01 10:00", "Pharma", "1-9", "HH", 1 + n % 5] for n in range(9)]]), None,
    ),
    File(
        "gesamt.xlsx",
        book(("Mitglieder", [["Firma", "Land"], ["A GmbH", "HH"]]),
             ("Projekte", [["Projekt", "Beginn", "Ende"], ["P", 2020, 2022]]),
             ("KPI", [["KPI", 2023, 2024], ["Mitglieder", 1, 2]])), "members",
        columns={"member": ["A GmbH"]}, told=["other-kind"],
    ),
]  # fmt: skip
NASTY = [
    File(
        "crm_en.csv",
        as_csv([["Account Name", "Account Owner", "Number of Employees", "Industry", "Billing City", "Billing Country",
                 "Membership Type", "Member Since", "Email"],
                ["Nord GmbH", "P. M.", "1,250", "Biotechnology", "Hamburg", "Germany", "Full member", "03/15/2019",
                 "a@b.de"],
                ["Sea AG", "X", "35", "Medical Devices", "Kiel", "Germany", "Start-up", "12/01/2020", ""],
                ["Dk ApS", "X", "8", "Pharma", "Odense", "Denmark", "Supporting", "2021", ""]], ";"), "members",
        columns={"size": ["250+", "10-49", "1-9"], "state": ["HH", "SH", "other"],
                 "joined": ["2019-03-15", None, "2021"]},
        told=["not-a-date", "personal-data"], unstored=["a@b.de", "P. M."],
    ),
    File(
        "verband.xlsx",
        book(("Tabelle1", [["Mitgliederliste Stand 31.12.2025", None, None], [], ["Mitglied", "Ort", "Branche"],
                           ["Hamburg", None, None], ["A GmbH", None, "Pharma"], ["Schleswig-Holstein", None, None],
                           ["C GmbH", None, "MedTech"], ["Gesamt", 2, None]])), "members",
        columns={"member": ["A GmbH", "C GmbH"], "state": ["HH", "SH"]},
    ),
    File(
        "partner_rows.csv",
        as_csv([["Projekt", "Partner", "Land", "Rolle", "Beginn", "Ende"],
                ["ALPHA", "UKSH", "DE", "Lead", "2020", "2023"], ["ALPHA", "SDU", "DK", "Partner", "2020", "2023"]],
               ";"), "projects",
        columns={"project": ["ALPHA"], "partners": [["UKSH", "SDU"]], "countries": [["DE", "DK"]], "role": ["lead"]},
        told=["row-conflict"],
    ),
    File(
        "percent.xlsx",
        book(("KPI", [["Kennzahl", "Einheit", "Ist 2023", "Soll 2024", "Ist 2024"],
                      ["Mitglieder", "Anzahl", 280, 300, 295], ["Zufriedenheit", "%", 0.8, 0.85, "82 %"]])), "kpi",
        "needs answer", asked=["percent"], answer={"percent": {"member-satisfaction": "times 100"}},
        columns={"value": [280, 295, 80, 82], "target": [300, 300, 85, 85]},
    ),
    File(
        "percent_small.xlsx",
        book(("KPI", [["Kennzahl", "Einheit", 2023, 2024], ["Wachstum", "Prozent", 0.8, 1.2]])), "kpi",
        "needs answer", asked=["percent"], answer={"percent": {"Wachstum": "as they stand"}},
        columns={"value": [0.8, 1.2]}, not_told=["share-to-percent"],
    ),
    File(
        "millions.csv",
        as_csv([["KPI", "Einheit", "2022", "2023", "2024"],
                ["Gesamteinnahmen", "EUR", "1,2 Mio. €", "1,3 Mio. €", "1.400.000"],
                ["Gesamtkosten", "Mio. €", "1,2", "1,3 Mio. €", "1,4"], ["Umsatz", "", "1,2 Mio. €", "850 T€", ""],
                ["Reichweite", "", "1,2 Tsd.", "3k", ""]], ";"), "kpi",
        columns={"value": [1.2e6, 1.3e6, 1.4e6, 1.2, 1.3, 1.4, 1.2e6, 850e3, 1200, 3000],
                 "unit": ["EUR"] * 3 + ["Mio. €"] * 3 + ["EUR"] * 2 + [None] * 2}, told=["figure-scaled"],
    ),
    File(
        "millions_mixed.xlsx",
        book(("KPI", [["Kennzahl", 2023, 2024], ["Gesamteinnahmen", "1,2 Mio. €", 1.3]])), "kpi",
        columns={"value": [1.2e6, 1.3]}, told=["figures-far-apart", "figure-scaled"],
    ),
    File(
        "owed.csv",
        as_csv([["Einnahmen", "2023", "2024"], ["Mitgliedsbeiträge", "1.100.000", "1.250.000"],
                ["Projektmittel", "350.000", "-20.500"], ["Erstattungen", "(12.000)", "12.000-"]], ";"), "finance",
        columns={"amount": [1.1e6, 1.25e6, 350e3, -20500, -12000, -12000]},
    ),
    File(
        "title_teur.xlsx",
        book(("Finanzen", [["Erträge (Angaben in T€)", None, None], ["Quelle", 2023, 2024],
                           ["Mitgliedsbeiträge", 110, 120], ["Fördermittel", 350.5, "400.000 €"]])), "finance",
        columns={"amount": [110e3, 120e3, 350500, 400e3]}, told=["unit-from-title", "approximate"],
    ),
    File(
        "francs.csv",
        as_csv([["Projekt", "Programm", "Fördergeber", "Betrag", "Währung"],
                ["A", "Interreg", "EU", "CHF 120'000.-", "EUR"], ["B", "X", "SNF", "80'000", "CHF"],
                ["C", "X", "EU", "1.5 Mio. CHF", ""]], ";"), "funding",
        columns={"amount": [120e3, 80e3, 1.5e6], "currency": ["CHF"] * 3}, told=["currency-differs"],
    ),
    File(
        "vague.csv",
        as_csv([["Projekt", "Start", "Ende", "Status"], ["A", "Q3/2024", "KW 12/2025", "läuft"],
                ["B", "Sommer 2023", "tbd", "geplant"]], ";"), "projects",
        columns={"start": ["2024-07", None], "end": [None, None]}, told=["not-a-date"],
    ),
    File(
        "nutzung.xlsx",
        book(("Nutzung 2025", [["Nutzung der Angebote 2025", None, None, None], ["Angebot", "Jan", "Feb", "Mrz"],
                               ["Beratung", 4, 5, None], ["Stammtisch", 20, "k. A.", 31]])), "services",
        columns={"period": ["2025-01", "2025-02", "2025-01", "2025-03"], "users": [4, 5, 20, 31]},
    ),
    File(
        "plan_and_actual.csv",
        as_csv([["Einnahmeart", "Plan 2024", "Ist 2024", "Abweichung", "Ist 2023"],
                ["Beiträge", "100.000", "98.000", "-2.000", "95.000"]], ";"), "finance",
        columns={"period": ["2024", "2023"], "amount": [98e3, 95e3]}, told=["planned-left", "column-unknown"],
    ),
    File(
        "one_question.csv",
        as_csv([["Datum", "Mitglied", "Branche", "Bundesland", "Wie zufrieden sind Sie mit dem Cluster?"],
                *[["2026-01-02", f"F{n} GmbH", "Pharma", "HH", ["sehr", "kaum"][n % 2]] for n in range(9)]], ";"), None,
    ),
    File(
        "places_and_mail.csv",
        as_csv([["Zeitstempel", "E-Mail", "Firma", "Branche", "Bundesland", "Platz 1", "Platz 2", "Platz 3"],
                *[["2026-01-01 10:00", f"a{n}@b.de", f"F{n} GmbH", "Pharma", "HH",
                   *[["Sichtbarkeit", "Innovationskraft", "Region"][(n + k) % 3] for k in range(3)]]
                  for n in range(9)]], ";"), None,
    ),
    File(
        "titled_ranking.xlsx",
        book(("Antworten", [["Mitgliederbefragung 2026"], ["Organisation", "Größe", "Land", "Sichtbarkeit",
                                                            "Innovationskraft", "Kompetenzen"],
                            *[[f"F{n}", "1-9", "HH", 1 + n % 3, 1 + (n + 1) % 3, 1 + (n + 2) % 3] for n in range(9)]])),
        None,
    ),
    File(
        "stickers.xlsx",
        book(("Workshop", [["Workshop 12.11.2024: Was brauchen wir?", None], ["Sichtbarkeit", "Innovationskraft"],
                           ["Mehr Presse", "Labor"], ["Film", None]])), None,
    ),
]  # fmt: skip
FILES = [*MEMBERS, *PROJECTS, *KPIS, *SWOT, *MEASURES, *OTHERS, *NASTY]
