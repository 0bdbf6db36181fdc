"""Is an exhibit that was kept as JSON the same when it is read again?"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from lsn_data.exhibit.as_json import from_json, to_json
from lsn_data.language import Language
from tests.exhibit.samples import DE, EN, every_kind, places

LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])


@LANGUAGES
def test_every_kind_of_exhibit_comes_back_as_it_was_but_for_where_its_parts_lead(say: Language) -> None:
    for exhibit in every_kind(say):
        assert from_json(json.loads(json.dumps(to_json(exhibit)))) == replace(exhibit, ways={})


def test_a_sentence_of_somebody_s_own_is_kept_with_the_one_it_stands_over() -> None:
    own = replace(places(EN), message="Ours", computed="Theirs", outdated=True)
    assert from_json(json.loads(json.dumps(to_json(own)))) == own
