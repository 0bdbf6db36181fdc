"""Does the guide to scheduled imports tell the truth, the same in both languages?"""

from __future__ import annotations

import re

import pytest

from lsn_data import cli
from lsn_data.handing.asking import LOST, OTHER_VERSION
from lsn_data.language import Language
from lsn_data.settings import ROOT
from lsn_data.store.troubles import HELD

GUIDES = {code: (ROOT / "docs" / f"scheduled{end}.md").read_text(encoding="utf-8") for code, end in (
    ("en", ""), ("de", ".de"),
)}  # fmt: skip
USED = re.compile(r"-m lsn_data ([a-z]+)([^`>\n]*)")


def test_both_languages_give_the_same_commands() -> None:
    blocks = [re.findall(r"(?ms)^```\n(.*?)^```", guide) for guide in GUIDES.values()]
    assert blocks[0] == blocks[1]
    assert len(blocks[0]) == 3


@pytest.mark.parametrize("code", GUIDES)
def test_every_command_in_it_exists_with_its_options(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    used = USED.findall(GUIDES[code])
    assert {"import", "backup", "restore", "check"} <= {command for command, _ in used}
    for command, options in used:
        assert cli.main([command, "--help"]) == 0
        told = capsys.readouterr().out
        assert all(option in told for option in re.findall(r"--[a-z-]+", options))


@pytest.mark.parametrize("code", GUIDES)
def test_every_message_that_it_explains_is_said(code: str) -> None:
    said = [Language(code)(text) for text in (HELD, LOST, OTHER_VERSION)]
    explained = re.findall(r"(?m)^\| \*([^*]+)\* \|", GUIDES[code])
    assert len(explained) == 3
    assert all(any(words in " ".join(one.split()) for one in said) for words in explained), explained
