"""How did invented voters weigh the SWOT, and on what do its factors rest in the demo? Drawn, not counted.

Texts and quadrants are those of the strategy, word for word, with their source. Votes, voters and evidence are made
up; themes that the strategy leaves open are filled in for most factors. Each voter marks three factors a quadrant.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from random import Random

from datasets.demo.generate import FOLDER
from datasets.demo.plans import Row, table

PUBLISHED = FOLDER.parent / "published" / "swot_lsn.csv"
SEED, VOTERS, MARKS = 2030, 48, 3

# factor | how much it draws (1: as much as any) | themes where the strategy names none | evidence
DRAW = """
S1 | 1.2 | competencies | Workshop 2024-11
S2 | 2.0 | | members
S3 | 1.0 | region | Workshop 2024-11
S4 | 0.5 | | Workshop 2024-11
S5 | 0.7 | | Demo 2026
S6 | 1.0 | | Workshop 2024-11
S7 | 3.2 | | Workshop 2024-11
S8 | 0.9 | | partnerships
S9 | 0.4 | |
W1 | 0.8 | organisation | Demo 2026
W2 | 2.8 | | non-institutional-share
W3 | 2.2 | | measures-seen
W4 | 0.6 | region | Workshop 2024-11
W5 | 1.1 | | Workshop 2024-11
W6 | 0.5 | | Workshop 2024-11
W7 | 1.6 | | Demo 2026
W8 | 1.0 | region | Workshop 2024-11
O1 | 1.3 | | Demo 2026
O2 | 0.4 | |
O3 | 1.8 | | Workshop 2024-11
O4 | 2.4 | | innovation-projects
O5 | 0.8 | | Workshop 2024-11
O6 | 1.1 | | Workshop 2024-11
O7 | 0.6 | | economic-footprint
O8 | 1.4 | | partnerships
O9 | 0.7 | | Workshop 2024-11
O10 | 0.5 | |
T1 | 1.6 | | Workshop 2024-11
T2 | 1.9 | | spin-offs-relocations
T3 | 4.5 | organisation | total-income
T4 | 0.6 | organisation;competencies | Demo 2026
T5 | 1.0 | | social-media-place
"""


def swot() -> list[Row]:
    """The published factors with what was invented for them."""
    invented = {row["id"]: row for row in table(DRAW, ("id", "draw", "themes", "evidence"))}
    published = list(csv.DictReader(PUBLISHED.read_text(encoding="utf-8").splitlines()))
    votes = _votes({row["id"]: (row["quadrant"], float(invented[row["id"]]["draw"])) for row in published})
    return [
        {
            **row,
            "themes": row["themes"] or invented[row["id"]]["themes"],
            "evidence": invented[row["id"]]["evidence"],
            "votes": str(votes[row["id"]]),
            "voters": str(VOTERS),
        }
        for row in published
    ]


def _votes(draws: dict[str, tuple[str, float]]) -> Counter[str]:
    """Each voter marks the first factors of an order that chance and draw make, quadrant by quadrant."""
    chance, votes = Random(SEED), Counter(dict.fromkeys(draws, 0))
    for _ in range(VOTERS):
        for quadrant in dict.fromkeys(one for one, _ in draws.values()):
            liked = {
                name: math.log(draw) - math.log(chance.expovariate(1))
                for name, (one, draw) in draws.items()
                if one == quadrant
            }
            votes.update(sorted(liked, key=lambda name: -liked[name])[:MARKS])
    return votes
