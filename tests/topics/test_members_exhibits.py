"""Do the exhibits of the members say what the register tells, and say so where it does not?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from lsn_data import demo, published
from lsn_data.board import Pick, draw
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit, Way
from lsn_data.exhibit.on_page import figure, table_html
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import LIGHT
from lsn_data.language import Language
from lsn_data.store import Store, open_store, register_rows, shown_waves
from lsn_data.topics.members import consists, exhibits, staying
from lsn_data.topics.priorities.answer import groups
from lsn_data.topics.registers import answer
from lsn_data.topics.representativeness.answer import representativeness
from tests.exhibit import opened
from tests.topics.test_members import TODAY, register

EN, DE = Language("en"), Language("de")
NAMES = ("members", "members-flow", "members-composition", "members-stay", "members-voice")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened_store:
        yield opened_store


@pytest.fixture(scope="module")
def invented() -> Iterator[Store]:
    with open_store(":memory:") as opened_store:
        demo.load(opened_store, "test")
        yield opened_store


def grown(store: Store, say: Language = EN) -> Exhibit:
    found = exhibits.growth(store, say, TODAY)
    assert found is not None
    return found


def test_the_finding_names_number_direction_and_premium_share(invented: Store) -> None:
    assert grown(invented).message == (
        "300 members, more at each year end since 2016, 3 more so far in 2026; 8% are premium"
    )
    assert grown(invented, DE).message == (
        "300 Mitglieder, seit 2016 an jedem Jahresende mehr, 2026 bisher 3 mehr; 8\u202f% sind Premium-Mitglieder"
    )


def test_page_slide_and_command_show_the_same_growth(invented: Store) -> None:
    told = answer.listing(invented, "members", TODAY)["growth"]
    exhibit = grown(invented)
    assert list(figure(exhibit, LIGHT).data[0].y) == [year["members"] for year in told]
    slide = opened.slides(presentation([exhibit]))[0]
    assert list(opened.chart(slide).plots[0].series[0].values) == [year["members"] for year in told]
    assert exhibit.table.column("left") == tuple(year["left"] for year in told)
    assert exhibit.chart.part("scenario")[-1] == "so_far"
    assert exhibit.chart.part("under")[1] == "+17\u00a0−8"


def test_page_and_command_show_the_same_retention(invented: Store) -> None:
    told = answer.listing(invented, "members", TODAY)["retention"]
    exhibit = staying.staying(invented, EN, TODAY)
    assert exhibit.table.column("share") == tuple(one["share"] for one in told)
    assert exhibit.table.column("seen") == tuple(one["seen"] for one in told)


def test_who_left_hangs_below_the_line(invented: Store) -> None:
    exhibit = exhibits.flow(invented, EN, TODAY)
    assert exhibit is not None
    joined, left = figure(exhibit, LIGHT).data
    assert min(joined.y) > 0 > max(left.y)
    assert exhibit.message == "20 members join and 11 leave in an average year (2021 to 2025)"


@pytest.mark.parametrize("by", ["sector", "size", "state", "kind", "membership"])
def test_the_composition_counts_every_member_once(invented: Store, by: str) -> None:
    exhibit = consists.of(invented, EN, by, today=TODAY)
    counts = answer.listing(invented, "members", TODAY)["counts"]
    assert exhibit is not None
    assert list(exhibit.table.column("members")) == list(counts[by].values())
    assert sum(exhibit.table.column("share")) == pytest.approx(1)  # type: ignore[arg-type]
    premium = [
        (share or 0) * n  # type: ignore[operator]
        for share, n in zip(exhibit.table.column("premium"), exhibit.table.column("members"), strict=True)
    ]
    assert sum(premium) == pytest.approx(counts["premium"])


def test_groups_of_the_same_size_share_the_lead(store: Store) -> None:
    register(store, {"sector": "pharma", "state": "HH"}, {"sector": "biotech", "state": "SH"})
    exhibit = consists.of(store, EN, "sector", today=TODAY)
    assert exhibit is not None
    assert exhibit.message == "“Biotechnology” is among the largest groups with 50% of 2 members"
    crossed = consists.of(store, EN, "sector", "state", TODAY)
    assert crossed is not None
    assert "is among the largest groups with 1 of 2 members" in crossed.message


def test_two_attributes_side_by_side_count_the_same_members(invented: Store) -> None:
    exhibit = consists.of(invented, EN, "size", "state", TODAY)
    assert exhibit is not None
    for row in exhibit.table.rows:
        assert sum(row[1:-2]) == row[-2]  # type: ignore[arg-type]
    rows = register_rows(invented, "members", demo=True)
    there = [one for one in rows if not one["left"] and (one["size"], one["state"]) == ("1-9", "HH")]
    assert exhibit.table.rows[0][1] == len(there)


def test_a_group_without_an_answer_on_sector_is_left_out_of_shares_and_told(store: Store) -> None:
    register(store, {"sector": "pharma"}, {"sector": "pharma"}, {"sector": "biotech"}, {})
    exhibit = consists.of(store, EN, "sector", today=TODAY)
    assert exhibit is not None
    assert exhibit.table.column("share") == (2 / 3, 1 / 3)
    assert "1 member is left out: the register does not tell its group." in exhibit.notes


def test_a_mere_list_of_names_says_what_is_not_known(store: Store) -> None:
    register(store, {}, {}, {})
    assert exhibits.growth(store, EN, TODAY) is None
    exhibit = consists.of(store, EN, "sector", today=TODAY)
    assert exhibit is not None
    assert exhibit.message == "3 members; how their number changed is not told"
    assert "3" in table_html(exhibit, LIGHT)


def test_without_former_members_no_growth_and_no_retention_is_claimed(store: Store) -> None:
    register(store, *({"joined": str(2015 + at), "premium": "yes" if at % 2 else "no"} for at in range(8)))
    exhibit = grown(store)
    assert (
        exhibit.message == "8 members, 50% of them premium; who left is not told, so nothing is known of earlier years"
    )
    assert any("“Left”" in note for note in exhibit.notes)
    assert "left" not in [column.key for column in exhibit.table.columns]
    assert "members" not in [column.key for column in exhibit.table.columns]
    assert exhibits.flow(store, EN, TODAY) is None
    with pytest.raises(Refused, match="names nobody who joined"):
        staying.staying(store, EN, TODAY)


def test_earlier_registers_are_named_as_what_tells_the_growth(store: Store) -> None:
    register(store, *({} for _ in range(5)), as_of="2024-12-31")
    register(store, *({} for _ in range(4)), as_of="2025-12-31")
    exhibit = grown(store)
    assert exhibit.message == "4 members, fewer at the end of 2025 than before"
    assert exhibit.title == "Members by the registers of their time, 2024 to 2025"
    assert "each figure is what the register of its day counted" in exhibit.notes[0]
    assert exhibit.table.column("day") == (dt.date(2024, 12, 31), dt.date(2025, 12, 31))


def test_groups_of_the_survey_stand_beside_their_members_and_lead_to_their_priorities(invented: Store) -> None:
    exhibit = draw(invented, Pick.of("members-voice", by="size"), EN)
    wave = shown_waves(invented, True)[0]
    shown = groups(invented, wave, "size")
    assert list(exhibit.table.column("answers")) == [group.n for group in shown]
    compared = next(one for one in representativeness(invented, wave).comparisons if one.by == "size")
    assert list(exhibit.table.column("members")) == [cell.members for cell in compared.cells]
    way = exhibit.ways[0, "group"]
    assert way == Way("priorities", (("wave", "Demo 2026"), ("by", "size"), ("group", shown[0].code)))
    assert "before0" in [column.key for column in exhibit.table.columns]


def test_a_group_that_answers_too_rarely_is_named(store: Store) -> None:
    from tests.topics.made import wave_of
    from tests.topics.test_representativeness import answers
    from tests.topics.test_representativeness import register as members_of

    members_of(store, ("size=1-9 state=HH", 150), ("size=250+ state=HH", 50))
    wave_of(store, answers(a=("size=1-9 state=HH", 10), b=("size=250+ state=HH", 30)))
    exhibit = draw(store, Pick.of("members-voice", by="size"), EN)
    assert exhibit.message.startswith("Fewer answers than by chance: 1–9 employees (7%)")
    assert exhibit.chart.part("highlight") == ("rate", "rate")


def test_without_survey_or_register_the_reason_is_told(store: Store) -> None:
    with pytest.raises(Refused, match="no register of members"):
        draw(store, Pick("members"), EN)
    register(store, {"sector": "pharma"})
    with pytest.raises(Refused, match="no survey answers"):
        draw(store, Pick.of("members-voice", by="sector"), EN)


def test_what_is_published_stands_in_until_there_is_a_register(store: Store) -> None:
    published.load(store)
    exhibit = draw(store, Pick("members-told"), EN)
    assert list(exhibit.table.column("period")) == ["2014–2020", "2021", "2025"]
    assert list(exhibit.table.column("value")) == [200, 260, 300]
    assert exhibit.origin == "published"
    assert exhibit.message.startswith("300 members are told for 2025; the register is not here yet")


@pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
def test_all_of_them_can_be_put_into_the_pack(invented: Store, say: Language) -> None:
    drawn = [draw(invented, Pick(name), say) for name in NAMES]
    drawn.append(draw(invented, Pick.of("members-composition", by="size", second="state"), say))
    assert len(opened.slides(presentation(drawn))) == len(drawn)
    for exhibit in drawn:
        assert exhibit.question
        assert exhibit.method
        assert exhibit.sources
        assert exhibit.origin == "demo"
