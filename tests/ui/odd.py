"""Which registers do the pages have to bear? One row each with its required columns alone, and strange but valid ones.

A register is text, one row a line, cells parted by strokes, its heading first.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from lsn_data import published
from lsn_data.intake import read_register
from lsn_data.store import Store, save

SPARE: Mapping[str, str] = {
    "members": "member\nAlpha",
    "projects": "project\nAlpha",
    "funding": "project\nAlpha",
    "kpi": "kpi|period|value\nfoo|2025|1",
    "measures": "measure|theme|principles\nM1|visibility|networking",
    "swot": "id|quadrant\nQ1|threat",
    "workshops": "theme|question|statement\nvisibility|needs|More",
    "stories": "story|problem|solution|contribution\nA|B|C|D",
    "strategy": "strategy|part|code\nthird|theme|growth",
    "partnerships": "partner\nAlpha",
    "services": "service\nAlpha",
    "finance": "period|source|amount\n2025|State|5",
    "peers": "organisation|measure|period|value\nX|members|2025|5",
    "context": "figure|value\nfoo|5",
    "proposals": "proposal|theme|verdict\nAlpha|visibility|in",
}
ODD: Mapping[str, str] = {
    # Groups that nobody lists, days to come, days that were swapped, years alone.
    "members": """member|sector|size|state|kind|premium|joined|left
Alpha|biotech|1-9|HH|company|yes|2019|
Beta|brewing|huge|Bavaria|club|no|2024-05|2020
Gamma||||||2030-01-01|
Delta||||||2018|2035
Eps|pharma|250+|SH|company||2021-03-02|2025-04-01
Zeta|||||||2024""",
    # A circle, itself, nobody, an end before the start, a status against the days.
    "projects": """project|start|end|follows|part_of|themes|countries|status|role
Alpha|2019|2018|Beta||visibility|Atlantis||
Alpha II|2025|2026-12|Alpha|Alpha|nonsense|DK||lead
Beta|||Alpha II||||running|partner
Gamma|2027||Gamma|Gamma|D1||planned|
Delta||2020|Nobody|Nowhere|||running|""",
    # Two currencies, an amount below zero, one in doubt, a project that is not known.
    "funding": """project|programme|funder|amount|currency|institutional|doubtful
Alpha||A|5|EUR|yes|
Alpha|||7|USD||
Alpha II|P||-9|EUR|no|
Beta|||1000000|||yes
Other|||0|DKK||""",
    # One code in three cases, more than 100 %, no scatter, below zero, quarters, a break, a span of years.
    "kpi": """kpi|name_en|name_de|theme|level|unit|better|period|value|vintage|break|target|target_period
Foo|Foo|Füü|nonsense|outcome|%|up|2022|-3||||
foo|||||||2023|120||||
FOO|||||||2024|0||||
foo|||||||2025|0|||100|2020
calm|Calm|Ruhig|region|outcome|number|up|2022|7||||
calm|||||||2023|7||||
calm|||||||2024|7||||
calm|||||||2025|7|||9|2030
neg|Neg|Minus||outcome|EUR|down|2022|-1||||
neg|||||||2023|-2||||
neg|||||||2024|-3||||
neg|||||||2025|-5|||-4|2025
span|Span|Spanne|visibility|impact|||2014/2020|3||||
quart|Quarter|Quartal|competencies|outcome|||2025-01/2025-03|3||||
quart|||||||2025-04/2025-06|4||||
quart|||||||2025-07/2025-09|4||||
quart|||||||2025-10/2025-12|6|2026-01||8|2030
brk|Break|Bruch|region|outcome|||2022|2||||
brk|||||||2023|3||||
brk|||||||2024|30||yes|50|""",
    # No principle, parents that are not known or itself, factors that are not known, years as dates, a third strategy.
    "measures": """strategy|measure|parent|title_en|title_de|theme|principles|status|owner|start|due|addresses
|M1||||region||||||
lsn-2030|M0|M9|||D1|networking|planned||2020|2020|ZZ9
lsn-2030|M2|M2|Two|Zwei|visibility|networking;informing|running||2024|2026|S1
lsn-2030|M3|visibility-1|Three|Drei|visibility|networking|running|X|2030|2024-01|R1
third|T1||||growth||running|||2020|""",
    # No votes at all, more votes than voters, no text, a theme of another strategy.
    "swot": """id|quadrant|text_en|text_de|themes|evidence|votes|voters
Q1|threat|One|Eins|nonsense||0|0
Q2|opportunity|Two|Zwei|visibility|kpi:foo|50|10
Q4|strength|||region|survey|7|
Q5|weakness|Five|Fünf|D1|||12""",
    "workshops": """workshop|date|theme|question|statement|votes
||nonsense|opportunities|Same|-2
W|2024|visibility|who knows|same|0
X||region|needs|One|1""",
    "stories": """story|date|problem|solution|contribution|theme|project|kpi
A|2024|B|C|D|nonsense|Nope|nope
B||B|C|D|visibility|MAGIA|members""",
    "strategy": """strategy|part|code|theme|principle|name_en|name_de
third|theme|growth|||Growth|Wachstum
third|theme|health||||
third|principle|money|||Money|Geld
third|success|s1|growth||Win|Gewinn""",
    "partnerships": "partner|country|field|since|until\nAlpha|Atlantis|science|2026|2020\nBeta|SE|business|2030|",
    "services": "service|theme|period|users\nAlpha|nonsense|2025|-3\nBeta||2024|0\nGamma|visibility||5",
    "finance": """period|source|institutional|amount|currency
2024|State|yes|100|EUR
2024/2025|State|yes|7|EUR
2025|Fees||50|USD
2025-01/2025-03|Grants|no|-5|EUR""",
    "peers": """organisation|country|measure|period|value|unit
LSN|DE|members|2025|300|
X|Atlantis|members|2024|300|
Y|SE|Chat friends|2023|-5|k
Z||odd measure|2025|3.5|EUR""",
    "context": "figure|name_en|name_de|period|value|unit|theme\nfoo|Foo|Füü||5|%|nonsense\nbar|||2020|-5|EUR|D1",
    "proposals": """proposal|decided_on|theme|principles|verdict
Alpha|2024|nonsense||in
Beta|2030|visibility|networking;informing|out""",
}


def bring(store: Store, registers: Mapping[str, str]) -> None:
    """The published facts, and these registers as the office uploads them."""
    published.load(store)
    for kind, text in registers.items():
        reading = read_register(as_csv(text), f"{kind}.csv", kind)
        assert reading.status == "ready", (kind, reading.problems, reading.questions)
        save(store, reading, actor="test")


def as_csv(text: str) -> bytes:
    """A register as the file of a spreadsheet."""
    written = io.StringIO()
    csv.writer(written).writerows(line.split("|") for line in text.split("\n"))
    return written.getvalue().encode()
