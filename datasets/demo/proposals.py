"""Which proposals does the demo hold, and what was decided on them?

Left in on purpose: one that serves no principle, one that somebody else does already, one put off.
"""

# ruff: noqa: E501 (a table reads best with one row a line)

from __future__ import annotations

from datasets.demo.plans import Row, table

NAMES = (
    "proposal", "theme", "principles", "effort", "person_months", "addresses", "others", "advice", "verdict",
    "decided_by", "decided_on", "title_en", "title_de", "reason_en", "reason_de",
)  # fmt: skip

# proposal | theme | principles | effort | person months | answers SWOT | done already by | advice | verdict | decided by | on | English | German | reason | its German
PROPOSALS = """
2025-10-stand | visibility | networking;positioning | medium | 5 | O1;T5 | chamber | later | in | management | 2025-10-16 | Joint stand at a trade fair for medical technology | Gemeinschaftsstand auf einer Messe für Medizintechnik | The chamber joins in and carries half of the cost. | Die Kammer macht mit und trägt die Hälfte der Kosten.
2026-01-regatta | region | | small | | | | out | out | management | 2026-01-22 | Sponsoring of a regatta | Sponsoring einer Regatta | It serves no guiding principle. | Es dient keinem Leitprinzip.
2026-03-prize | innovation | positioning | small | 2 | O4 | agency | out | out | board | 2026-03-12 | Prize for transfer from research to start-ups | Preis für Transfer aus der Forschung in Start-ups | The development agency awards one already. | Die Wirtschaftsförderung vergibt bereits einen.
2026-05-exchange | internationalisation | networking;informing | large | 14 | O8 | | in | later | board | 2026-05-21 | Exchange year for young researchers with Scandinavia | Austauschjahr für junge Forschende mit Skandinavien | The call for funding opens in 2027. | Der Förderaufruf beginnt 2027.
"""


def proposals() -> list[Row]:
    """All of them, oldest first."""
    return table(PROPOSALS, NAMES)
