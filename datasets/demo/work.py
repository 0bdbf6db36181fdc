"""Which projects, grants, success stories and partnerships does the demo hold? All invented, with partners and funders.

Several projects reach into the focus regions of LSN 2030. Left in on purpose: a project that continues another, one
that is part of another, a project without an end, and an amount in doubt.
"""

# ruff: noqa: E501 (a table reads best with one row a line)

from __future__ import annotations

from datasets.demo.plans import INVENTED, Row, table

# project | start | end | role | status | partners | countries | regions | themes | follows | part of | English | German
PROJECTS = """
DEMO-FJORDSCAN | 2024-05 | 2027-04 | lead | running | Fjordmed Cluster (invented);Klinikum Priellampe | DE;DK | northern_europe;north_baltic_sea | innovation;internationalisation | | | Imaging across the border: shared findings within a day | Bildgebung über die Grenze: gemeinsame Befunde an einem Tag
DEMO-OSTSEEKEIM | 2025-01 | 2027-12 | partner | running | Skärgård Bio (invented);Hochschule Knickfeder | DE;SE;FI | north_baltic_sea | innovation;internationalisation | | | Resistant germs around the Baltic: an early warning | Resistente Keime rund um die Ostsee: ein Frühwarnsystem
DEMO-SAKURA | 2025-10 | 2028-09 | lead | running | Klinikum Priellampe | DE;JP | JP | internationalisation | | | Market entry for medtech in Japan | Markteintritt für Medizintechnik in Japan
DEMO-KOMPASS | 2023-07 | 2026-12 | lead | running | Hochschule Knickfeder | DE | | competencies;innovation | | | AI in small companies: rules and first steps | KI in kleinen Unternehmen: Regeln und erste Schritte
DEMO-KOMPASS PLUS | 2027-01 | | lead | planned | Hochschule Knickfeder | DE | | competencies | DEMO-KOMPASS | | AI in small companies: the continuation | KI in kleinen Unternehmen: die Fortsetzung
DEMO-LABORNETZ | 2025-04 | 2028-03 | partner | running | Wirtschaftsförderung Deichbogen | DE | | region | | | Laboratory space found and shared | Laborflächen finden und teilen
DEMO-LABORNETZ WEST | 2026-02 | 2027-07 | partner | running | Wirtschaftsförderung Deichbogen | DE | | region | | DEMO-LABORNETZ | Laboratory space on the west coast | Laborflächen an der Westküste
DEMO-NACHWUCHS | 2024-09 | 2026-10 | lead | ended | Hochschule Knickfeder;Fachverband Strandkrone e. V. | DE | | visibility;competencies | | | Trainees visit laboratories | Auszubildende besuchen Labore
"""

# project | programme | funder | amount | institutional | doubtful | note
FUNDING = """
DEMO-FJORDSCAN | Cross-border programme (invented) | European fund (invented) | 640000 | no | no |
DEMO-FJORDSCAN | Own share | State A (invented) | 90000 | no | no |
DEMO-OSTSEEKEIM | Baltic programme (invented) | European fund (invented) | 310000 | no | no |
DEMO-SAKURA | Foreign trade programme (invented) | Federal ministry (invented) | 275000 | no | no |
DEMO-KOMPASS | Skills programme (invented) | Federal ministry (invented) | 480000 | no | no |
DEMO-KOMPASS PLUS | Skills programme (invented) | Federal ministry (invented) | 350000 | no | yes | Applied for, not granted yet. / Beantragt, noch nicht bewilligt.
DEMO-LABORNETZ | Site programme (invented) | State A (invented) | 160000 | no | no |
DEMO-LABORNETZ | Site programme (invented) | State B (invented) | 140000 | no | no |
DEMO-LABORNETZ WEST | Site programme (invented) | State B (invented) | 55000 | no | no |
DEMO-NACHWUCHS | Foundation grant (invented) | Foundation (invented) | 72000 | no | no |
"""

# story | date | theme | project | kpi | title (en) | title (de) | problem | solution | contribution (English / German)
STORIES = """
demo-first-clinic | 2025-09 | innovation | | new-products | A sensor finds its first clinic | Ein Sensor findet seine erste Klinik | A start-up had an approved sensor, but no clinic to use it. Without a first user no second one came. / Ein Start-up hatte einen zugelassenen Sensor, aber keine Klinik, die ihn einsetzt. Ohne ersten Anwender kam kein zweiter. | Two clinics tried it for three months on one ward each; one bought it, the other wrote a report. / Zwei Kliniken erprobten ihn drei Monate lang auf je einer Station; eine kaufte ihn, die andere schrieb einen Bericht. | LSN M brought both sides together, prepared the agreement and moderated three meetings. / LSN M brachte beide Seiten zusammen, bereitete die Vereinbarung vor und moderierte drei Treffen.
demo-danish-twin | 2026-02 | internationalisation | DEMO-FJORDSCAN | partnerships | Findings cross the border in a day | Befunde sind an einem Tag über der Grenze | Images of patients took two weeks from one country to the other, and some never arrived. / Bilder von Patienten brauchten zwei Wochen von einem Land ins andere, und manche kamen nie an. | A shared platform, run by two hospitals, with one form of consent in both languages. / Eine gemeinsame Plattform, betrieben von zwei Kliniken, mit einer Einwilligung in beiden Sprachen. | LSN M leads the project, found the Danish partner and settled who pays for what. / LSN M leitet das Projekt, fand den dänischen Partner und klärte, wer was bezahlt.
demo-lab-space | 2025-05 | region | DEMO-LABORNETZ | spin-offs-relocations | From the garage to the laboratory | Aus der Garage ins Labor | A spin-off found no laboratory of the right size and was about to leave the region. / Eine Ausgründung fand kein Labor in passender Größe und wollte die Region verlassen. | An empty floor in a clinic's building was converted; three young companies share it now. / Eine leere Etage in einem Klinikgebäude wurde umgebaut; heute teilen sie sich drei junge Firmen. | LSN M knew both, gathered two more tenants, and stayed until the lease was signed. / LSN M kannte beide, gewann zwei weitere Mieter und blieb dabei, bis der Mietvertrag unterschrieben war.
demo-ai-rules | 2026-04 | competencies | DEMO-KOMPASS | new-services | Twelve companies know which rules apply | Zwölf Firmen wissen, welche Regeln gelten | Small companies put off using AI, since the rules seemed unclear and advice was expensive. / Kleine Firmen schoben den Einsatz von KI auf, weil die Regeln unklar schienen und Rat teuer war. | A monthly office hour with a short written answer; twelve companies came, nine have begun. / Eine monatliche Sprechstunde mit kurzer schriftlicher Antwort; zwölf Firmen kamen, neun haben begonnen. | LSN M set up the office hour, found the lawyers and pays for the first answer. / LSN M richtete die Sprechstunde ein, fand die Juristen und bezahlt die erste Antwort.
demo-trainees | 2026-06 | visibility | DEMO-NACHWUCHS | measures-seen | Trainees see a laboratory from inside | Auszubildende sehen ein Labor von innen | Few school leavers knew that the sector trains, and companies found no applicants. / Kaum jemand, der die Schule verließ, wusste, dass die Branche ausbildet, und Firmen fanden keine Bewerber. | Thirty visits in two years; nine contracts came of them. / Dreißig Besuche in zwei Jahren; neun Verträge sind daraus entstanden. | LSN M organised the visits, spoke with the schools and trained the hosts. / LSN M organisierte die Besuche, sprach mit den Schulen und schulte die Gastgeber.
demo-joint-stand | 2024-11 | visibility | | members | Eleven small companies on one stand | Elf kleine Firmen an einem Stand | A stand at a trade fair was too expensive for each of them alone. / Ein Messestand war für jede von ihnen allein zu teuer. | A joint stand with a shared meeting table and one list of all contacts. / Ein gemeinsamer Stand mit einem Tisch für Gespräche und einer Liste aller Kontakte. | LSN M rented the stand, invited the visitors and wrote to every contact afterwards. / LSN M mietete den Stand, lud die Besucher ein und schrieb danach allen Kontakten.
"""

# partner | country | field | since | until | note
PARTNERSHIPS = """
Fjordmed Cluster (invented) | DK | business | 2019-05 | | Twin programme for companies
Skärgård Bio (invented) | SE | business | 2021-03 | | Shared working group on germs
Saimaa Health Park (invented) | FI | science | 2022-09 | |
Hordaland Medical Campus (invented) | NO | science | 2023-02 | | Exchange of doctoral students
Limfjord Engineering School (invented) | DK | science | 2023-10 | | Sensors
Ume River Incubator (invented) | SE | business | 2024-06 | | Start-ups visit each other
Kattegat Investors (invented) | DK | business | 2025-01 | |
Daugava Biotech (invented) | LV | business | 2025-08 | | First contact at a trade fair
Kansai Device Forum (invented) | JP | business | 2025-11 | | Delegation of 2026
Charles River Bridge (invented) | US | business | 2020-01 | 2024-12 | Ended with the programme
Bay Area Link (invented) | US | science | 2026-03 | |
Rheinbogen Life Science (invented) | DE | business | 2022-01 | |
"""


def projects() -> list[Row]:
    """The current projects."""
    names = (
        "project", "start", "end", "role", "status", "partners", "countries", "regions", "themes", "follows", "part_of",
        "title_en", "title_de",
    )  # fmt: skip
    return [
        {**row, "source": INVENTED, "note": "Invented example / Erfundenes Beispiel"} for row in table(PROJECTS, names)
    ]


def funding() -> list[Row]:
    """Who pays for them, in EUR."""
    names = ("project", "programme", "funder", "amount", "institutional", "doubtful", "note")
    return [{**row, "currency": "EUR"} for row in table(FUNDING, names)]


def stories() -> list[Row]:
    """Success stories: the problem, the solution, what LSN M contributed."""
    names = (
        "story", "date", "theme", "project", "kpi", "title_en", "title_de", "problem", "solution", "contribution",
    )  # fmt: skip
    return table(STORIES, names)


def partnerships() -> list[Row]:
    """Partners at home and abroad; one partnership has ended."""
    return table(PARTNERSHIPS, ("partner", "country", "field", "since", "until", "note"))
