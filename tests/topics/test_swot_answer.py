"""Does the store's SWOT say what is published, what an office adds to it, and what the demo invents?"""

from __future__ import annotations

from lsn_data import published
from lsn_data.language import Language
from lsn_data.store import Store, open_store
from lsn_data.topics.registers.answer import listing
from lsn_data.topics.swot.answer import coverage, sources_of, swot
from tests.topics.swot_made import bring

EN = Language("en")
HEADS: list[object] = ["id", "quadrant", "votes", "voters"]


def test_the_published_factors_have_no_links_and_no_weight(store: Store) -> None:
    found = listing(store, "swot")
    assert found["counts"]["quadrant"] == {"strength": 9, "weakness": 8, "opportunity": 10, "threat": 5}
    assert (found["counts"]["links_known"], found["counts"]["weights"]) == (False, "none")
    assert {row["answered"] for row in found["rows"]} == {None}
    assert found["counts"]["broken"]["idle_measures"] is None
    assert [row["id"] for row in found["rows"]][:3] == ["S1", "S2", "S3"]


def test_votes_alone_keep_the_text_the_themes_and_the_source_of_the_document(store: Store) -> None:
    before = {row["id"]: row for row in listing(store, "swot")["rows"]}
    bring(store, "swot", HEADS, ["t5", "Risiko", 9, 20])
    row = next(row for row in listing(store, "swot")["rows"] if row["id"] == "t5")
    assert (row["votes"], row["origin"]) == (9, "uploaded")
    for name in ("text_en", "text_de", "themes", "source"):
        assert row[name] == before["T5"][name]
    used = [one for one in swot(store).factors if one.id == "t5"]
    assert {one.origin for one in sources_of(store, used, [], EN)} == {"published", "uploaded"}
    assert {one.text for one in sources_of(store, used, [], EN)} == {"LSN 2030 (2025)", "SWOT"}


def test_a_text_in_one_language_is_not_mixed_with_the_published_other_one(store: Store) -> None:
    bring(store, "swot", ["id", "quadrant", "text_de", "text_en"], ["T5", "Risiko", "Neu gefasst", ""])
    row = next(row for row in listing(store, "swot")["rows"] if row["id"] == "T5")
    assert (row["text_en"] or row["text_de"], row["text_de"]) == ("Neu gefasst", "Neu gefasst")


def test_a_measure_of_the_office_answers_a_published_factor(store: Store) -> None:
    bring(
        store, "measures", ["measure", "theme", "principles", "addresses", "status"],
        ["m-1", "region", "N", "T3; X9", "Läuft"], ["m-2", "region", "N", "T4", "gestrichen"],
    )  # fmt: skip
    found = listing(store, "swot")
    row = next(row for row in found["rows"] if row["id"] == "T3")
    assert (row["measures"], row["answered"]) == (["m-1"], True)
    assert found["counts"]["answered"]["threat"] == {"answered": 1, "all": 5}
    assert found["counts"]["broken"]["threat"] == ["T1", "T2", "T4", "T5"]
    assert found["counts"]["broken"]["unknown_factors"] == [{"measure": "m-1", "factor": "X9"}]
    assert len(found["counts"]["broken"]["idle_measures"]) == 22


def test_coverage_counts_each_theme_of_a_factor_and_is_open_without_links(store: Store) -> None:
    assert coverage(store)["visibility"] == (None, 3)
    bring(store, "measures", ["measure", "theme", "principles", "addresses"], ["m-1", "region", "N", "O1;S9"])
    assert coverage(store)["visibility"] == (1, 3)
    assert coverage(store)["organisation"] == (0, 2)


def test_the_demo_votes_on_the_published_texts_and_says_who_made_what(loaded: Store) -> None:
    found = swot(loaded)
    with open_store(":memory:") as bare:
        published.load(bare)
        texts = {one.id: (one.row["text_en"], one.row["source"]) for one in swot(bare).factors}
    assert {one.id: (one.row["text_en"], one.row["source"]) for one in found.factors} == texts
    told = sources_of(loaded, found.factors, found.measures, EN)
    assert [(one.text, one.origin) for one in told][:2] == [
        ("LSN 2030 (2025)", "published"),
        ("SWOT, invented", "demo"),
    ]


def test_the_demo_has_something_of_everything(loaded: Store) -> None:
    counts = listing(loaded, "swot")["counts"]
    assert counts["links_known"]
    assert (counts["weights"], counts["voters"]) == ("shares", [48])
    assert all(counts["broken"][name] for name in ("threat", "weakness", "opportunity", "idle_measures"))
    heaviest = swot(loaded).of("threat")[0]
    assert (heaviest.id, heaviest.answered_by) == ("T3", ())
    for quadrant in ("strength", "weakness", "opportunity", "threat"):
        votes = [one.votes for one in swot(loaded).of(quadrant)]
        assert sum(votes) == 3 * 48  # type: ignore[arg-type]
        assert votes == sorted(votes, reverse=True)  # type: ignore[type-var]
        assert {one.may_be_first for one in swot(loaded).of(quadrant)} == {True, False}
